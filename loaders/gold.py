"""The gold format: texts with what a careful reader finds in them (`tests/gold/README.md` describes the keys)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from loaders.model import EventKind, RawDocument
from ontology.dates import PartialDate
from ontology.errors import InputError
from ontology.vocab import subclasses

_EVENTS = frozenset(get_args(EventKind))
_KINDS = frozenset({"Agreement", *subclasses("Agreement")})
_REMEDY = "Compare it with tests/gold/README.md."


@dataclass(frozen=True)
class GoldAgreement:
    """An agreement as a careful reader states it.

    Attributes:
        parties: names as printed in the text.
        kinds: the class names that a careful reader accepts.
        dates: partial dates by event; only what the text gives.
        duration: ISO 8601 duration, or None.
    """

    parties: tuple[str, ...]
    kinds: frozenset[str]
    dates: Mapping[str, str]
    duration: str | None


@dataclass(frozen=True)
class GoldText:
    """One text of the gold set with its reading."""

    id: str
    language: str
    genre: str
    text: str
    organizations: tuple[str, ...]
    persons: tuple[tuple[str, str | None], ...]  # name, organization
    issued: str | None
    agreements: tuple[GoldAgreement, ...]

    @property
    def raw(self) -> RawDocument:
        """The text as the reading step would hand it over."""
        return RawDocument(self.id, f"{self.id}.txt", hashlib.sha256(self.text.encode()).hexdigest(), self.text)


def read_gold(path: Path) -> list[GoldText]:
    """The texts of a folder (searched through) or of one file, in the order of their ids.

    Raises:
        InputError: there is none, or a file is not in the gold format.
    """
    files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    if not files:
        raise InputError("no gold texts (*.yaml) here", place=str(path), remedy="Name a folder of gold texts.")
    return [_read(file) for file in files]


def _read(file: Path) -> GoldText:
    try:
        data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        text = GoldText(
            id=file.stem,
            language=data["language"],
            genre=data["genre"],
            text=data["text"],
            organizations=tuple(data["organizations"]),
            persons=tuple((person["name"], person.get("organization")) for person in data["persons"]),
            issued=data.get("issued"),
            agreements=tuple(
                GoldAgreement(
                    tuple(entry["parties"]), frozenset(entry["kinds"]), entry.get("dates", {}), entry.get("duration")
                )
                for entry in data["agreements"]
            ),
        )
        faults = list(_faults(text))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise InputError(f"not in the gold format: {error!r}", place=str(file), remedy=_REMEDY) from error
    if faults:
        raise InputError(f"not in the gold format: {'; '.join(faults)}", place=str(file), remedy=_REMEDY)
    return text


def _faults(text: GoldText) -> Iterator[str]:
    """What is wrong with a text; ValueError where a date is none."""
    if text.language not in ("fr", "en"):
        yield f"language {text.language!r} is neither fr nor en"
    if text.issued is not None:
        PartialDate(text.issued)
    named = {organization for _, organization in text.persons if organization}
    for entry in text.agreements:
        named.update(entry.parties)
        if len(entry.parties) < 2:
            yield f"an agreement of {list(entry.parties)} has not two parties"
        if not entry.kinds or entry.kinds - _KINDS:
            yield f"kinds {sorted(entry.kinds)} are not all kinds of agreement"
        if set(entry.dates) - _EVENTS:
            yield f"dates of {sorted(set(entry.dates) - _EVENTS)}"
        for date in entry.dates.values():
            PartialDate(date)
    if named - set(text.organizations):
        yield f"`organizations` does not list {sorted(named - set(text.organizations))}"
