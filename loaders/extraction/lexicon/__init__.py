"""The vocabulary of the field in both languages, read once from the YAML files of this folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def lexicon(name: str) -> dict[str, Any]:
    """One file of the vocabulary, by its stem."""
    text = (Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return data


@cache
def words(name: str, group: str) -> frozenset[str]:
    """A flat list of words; nested lists are joined."""
    return frozenset(_flat(lexicon(name)[group]))


def alternation(entries: Iterable[str]) -> str:
    """Entries as one regular expression; in an entry, `*` stands for the rest of a word, a space for any gap.

    >>> alternation(["collabor*", "team* up"])
    "(?:collabor[a-z'-]{0,14}|team[a-z'-]{0,14} up)"
    """
    parts = (re.escape(entry).replace(r"\*", "[a-z'-]{0,14}").replace(r"\ ", " ") for entry in entries)
    return "(?:" + "|".join(sorted(parts, key=lambda part: (-len(part), part))) + ")"


@cache
def pattern(name: str, group: str) -> str:
    """One group of a file as one regular expression (see `alternation`)."""
    return alternation(_flat(lexicon(name)[group]))


def _flat(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [entry for part in value.values() for entry in _flat(part)]
    if isinstance(value, list):
        return [entry for part in value for entry in _flat(part)]
    return [str(value)]
