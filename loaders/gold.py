"""The gold format: texts with what a careful reader finds in them (`tests/gold/README.md` describes the keys)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from loaders.model import RawDocument
from ontology.errors import InputError


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
        raise InputError("no gold texts (*.yaml) here", place=str(path), remedy="name a folder such as tests/gold/dev")
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
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError) as error:
        raise InputError(
            f"not in the gold format: {error!r}", place=str(file), remedy="compare it with tests/gold/README.md"
        ) from error
    unknown = {party for entry in text.agreements for party in entry.parties} - set(text.organizations)
    if unknown:
        raise InputError(f"parties that `organizations` does not list: {sorted(unknown)}", place=str(file))
    return text
