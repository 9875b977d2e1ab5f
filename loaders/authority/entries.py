"""Entries of the authority file, and how they are found by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from loaders.folding import fold, key
from ontology.dates import PartialDate
from ontology.errors import InputError

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Succession:
    """An earlier actor that this one continues, and when it took over."""

    id: str
    date: PartialDate | None = None


@dataclass(frozen=True, eq=False)
class Entry:
    """One actor as the authority file knows it.

    Attributes:
        id: slug; the actor's IRI is `actor/<id>`.
        name: the usual name.
        kind: class of the ontology, such as `CancerCentre`.
        labels: the name in `fr` and `en` where it differs from `name`.
        aliases: other spellings that mean this actor in any text, by language; `""` for both.
        acronyms: matched in this very spelling only, upper case kept.
        weak_aliases: short or common spellings that mean this actor only where a full name stands in the same
            document.
        descriptions: common nouns that may refer to it in context ("the Institute").
        city: town of the head office, in French.
        country: ISO 3166-1 alpha-2.
        parent: id of the actor it is part of or belongs to.
        ror: IRI of the ROR record.
        wikidata: IRI of the Wikidata item.
        siren: nine digits.
        homepage: address.
        successor_of: earlier actors that it continues.
        not_same_as: ids of actors that are easily taken for it.
        collides_with: ids of actors that share an acronym or weak alias with it.
        source: where the facts come from.
    """

    id: str
    name: str
    kind: str
    labels: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acronyms: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    parent: str | None = None
    ror: str | None = None
    wikidata: str | None = None
    siren: str | None = None
    homepage: str | None = None
    successor_of: tuple[Succession, ...] = ()
    not_same_as: tuple[str, ...] = ()
    collides_with: tuple[str, ...] = ()
    source: str = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every full spelling: name, labels and aliases, acronyms and weak aliases excluded, without repetition."""
        listed = [self.name, *self.labels.values(), *(alias for group in self.aliases.values() for alias in group)]
        return tuple(dict.fromkeys(listed))

    @property
    def same_as(self) -> tuple[str, ...]:
        """IRIs of the same actor in ROR and Wikidata."""
        return tuple(iri for iri in (self.ror, self.wikidata) if iri)


class Authority:
    """The entries, and indexes by key, acronym and weak alias."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self.by_id: Mapping[str, Entry] = {entry.id: entry for entry in self.entries}
        self._names = _index(
            (key(name), entry) for entry in self.entries for name in entry.names if not is_acronym(name)
        )
        self._acronyms = _index(
            (_spelling(text), entry)
            for entry in self.entries
            for text in (*entry.acronyms, *(name for name in entry.names if is_acronym(name)))
        )
        self._weak = _index((key(text), entry) for entry in self.entries for text in entry.weak_aliases)
        self.longest: int = max((len(name.split()) for name in self._names), default=0)

    def lookup(self, name_key: str) -> tuple[Entry, ...]:
        """Entries that have a full name of this key (`loaders.folding.key`); more than one means ambiguous."""
        return self._names.get(name_key, ())

    def acronym(self, text: str) -> tuple[Entry, ...]:
        """Entries with this acronym, spelled exactly so but for dots and kinds of dashes: `IGR`, never `igr`."""
        return self._acronyms.get(_spelling(text), ())

    def weak(self, name_key: str, text: str | None = None) -> tuple[Entry, ...]:
        """Entries that this key may mean where a full name of theirs stands in the same document.

        Args:
            name_key: key of the spelling (`loaders.folding.key`).
            text: the spelling itself; where given, a weak acronym must stand in capitals (`ARC`, not `Arc`).
        """
        entries = self._weak.get(name_key, ())
        if text is None or text.isupper():
            return entries
        return tuple(e for e in entries if any(key(w) == name_key and not is_acronym(w) for w in e.weak_aliases))

    def resolve(self, text: str) -> tuple[Entry, ...]:
        """Entries that a spelling names in any text: by full name, else by acronym."""
        return self.lookup(key(text)) or self.acronym(text)

    @property
    def keys(self) -> frozenset[str]:
        """Every key of a full name, at most `longest` words each."""
        return frozenset(self._names)

    @property
    def acronyms(self) -> frozenset[str]:
        """Every acronym, in the spelling that is looked up."""
        return frozenset(self._acronyms)

    @property
    def weak_keys(self) -> frozenset[str]:
        """Every key of a weak alias."""
        return frozenset(self._weak)


def is_acronym(text: str) -> bool:
    """Whether a spelling is written in capitals alone, so that its lower-case reading would be another word.

    >>> is_acronym("AP-HP"), is_acronym("Inserm"), is_acronym("IFM 2020")
    (True, False, False)
    """
    letters = [ch for ch in text if ch.isalpha()]
    return bool(letters) and all(ch.isupper() for ch in letters) and " " not in text.strip()


def read(path: Path) -> tuple[Entry, ...]:
    """The entries of one file.

    Raises:
        InputError: when the file is no list of entries, or an entry has an unknown or missing field.
    """
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise InputError(f"not YAML: {error}", place=str(path), remedy="Correct the file.") from error
    if not isinstance(rows, list):
        raise InputError("not a list of entries", place=str(path), remedy="Begin each entry with “- id:”.")
    return tuple(_entry(row, path) for row in rows)


def _entry(row: dict[str, Any], path: Path) -> Entry:
    place = f"{path.name}: {row.get('id', row)}" if isinstance(row, dict) else path.name
    try:
        fields = dict(row)
        for listed in ("acronyms", "weak_aliases", "descriptions", "not_same_as", "collides_with"):
            fields[listed] = tuple(fields.get(listed, ()))
        aliases = fields.get("aliases", {})
        groups = aliases if isinstance(aliases, dict) else {"": aliases}
        fields["aliases"] = {language: tuple(group) for language, group in groups.items()}
        fields["successor_of"] = tuple(
            Succession(item["id"], PartialDate(str(item["date"])) if "date" in item else None)
            for item in fields.get("successor_of", ())
        )
        if "wikidata" in fields:
            fields["wikidata"] = f"http://www.wikidata.org/entity/{fields['wikidata']}"
        if "ror" in fields:
            fields["ror"] = f"https://ror.org/{fields['ror']}"
        return Entry(**fields)
    except (TypeError, KeyError, ValueError) as error:
        raise InputError(f"not an entry: {error}", place=place, remedy="See the fields of Entry.") from error


def _spelling(text: str) -> str:
    return fold(text).replace(".", "").strip()


def _index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, tuple[Entry, ...]] = {}
    for text, entry in pairs:
        if text and entry not in index.get(text, ()):
            index[text] = (*index.get(text, ()), entry)
    return index
