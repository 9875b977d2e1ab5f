"""What people read, in French and English: one catalogue for the command line and the HTTP problems."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")
_chosen: Language | None = None


def system_language(environ: Mapping[str, str] = os.environ) -> Language:
    """The reader's language as the locale variables give it; English where they say nothing or another one."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value and value not in {"C", "POSIX"} and not value.startswith("C."):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def use(language: Language) -> None:
    """Choose the language of this process, as `--lang` asks."""
    global _chosen
    _chosen = language


def current() -> Language:
    """The language of this process: the chosen one, else the locale's."""
    return _chosen or system_language()


def accepted_language(header: str | None) -> Language:
    """The language that an `Accept-Language` header prefers among ours.

    >>> accepted_language("de, fr-FR;q=0.8, en;q=0.5")
    'fr'
    """
    best: tuple[float, Language] = (0.0, "en")
    for part in (header or "").split(","):
        tag, _, parameters = part.strip().partition(";")
        language = tag.strip().lower().partition("-")[0]
        try:
            quality = float(parameters.strip().removeprefix("q=")) if parameters.strip() else 1.0
        except ValueError:
            continue
        if language in LANGUAGES and quality > best[0]:
            best = (quality, language)
    return best[1]


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader keeps `oncograph --help` quick
    text = Path(__file__).with_name("texts.yaml").read_text(encoding="utf-8")
    return cast(Mapping[str, Mapping[str, str]], yaml.load(text, Loader=loader))  # noqa: S506  # a safe loader


def t(key: str, language: str | None = None, /, **values: object) -> str:
    """The text of a key, with its values put in.

    Raises:
        KeyError: the catalogue has no such key: a mistake in the program.
    """
    text = _catalogue()[key][language or current()]
    return text.format(**values) if values else text
