"""The French of what goes wrong: errors are raised in English, and told in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

MESSAGES_FILE = Path(__file__).with_name("messages.yaml")


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """The French of each English message, `{}` where a value stands: `errors` are ours, `others` come from below us."""
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(MESSAGES_FILE.read_text(encoding="utf-8"))
    return loaded


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages with values; the one with most words of its own first, since it says most."""
    entries = [entry for section in messages().values() for entry in section.items() if "{}" in entry[0]]
    entries.sort(key=lambda entry: -len(entry[0].replace("{}", "")))
    return tuple(
        (re.compile("(.+?)".join(map(re.escape, english.split("{}"))), re.DOTALL), french)
        for english, french in entries
    )


def told(text: str, language: str) -> str:
    """A message in the reader's language; what nobody translated (a parser's own words) stays as it is.

    >>> told("the file is not UTF-8 (byte 7)", "fr")
    'le fichier n’est pas en UTF-8 (octet 7)'
    """
    if language != "fr":
        return text
    if whole := _whole(text):
        return whole
    for pattern, french in _patterns():
        if match := pattern.fullmatch(text):
            return french.format(*(_whole(value) or value for value in match.groups()))
    return text


def _whole(text: str) -> str | None:
    return next((section[text] for section in messages().values() if text in section), None)
