"""Finding things by name: an index of all names, tolerant of accents, hyphens, articles and typing errors."""

from __future__ import annotations

import bisect
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from graph.store import Store
from ontology.areas import area, areas
from ontology.iris import slug
from queries import vocabulary

_QUERY = Path(__file__).with_name("resources") / "names.cypher"
_VERSION = Path(__file__).with_name("resources") / "version.cypher"
_ARTICLES = frozenset(["le", "la", "les", "l", "un", "une", "the", "a", "an"])
_MOST_NAMES = 10_000_000  # an index without some names would be a wrong one
_MOST_COMPARED = 2_000  # names that hold a common word
_SHORTEST = 3  # letters from which a word is completed
SAME = 100.0  # the score of a name that is equal when folded


@dataclass(frozen=True)
class Entry:
    """One thing that has names.

    Attributes:
        group: `actor`, `person`, `agreement`, `area` or `document`.
        kind: its class, local name.
        names: all its names as written, the main one first.
    """

    iri: str
    group: str
    kind: str
    names: tuple[str, ...]
    labels: Mapping[str, str]
    in_graph: bool = True  # false for an area of the scheme that no document names

    def name(self, lang: str) -> str:
        """The name in a language, else the main one."""
        return self.labels.get(lang, self.names[0])


@dataclass(frozen=True)
class Match:
    """A thing found by name: `score` from 0 to 100, 100 for a name that is equal when folded."""

    entry: Entry
    score: float
    matched: str


def fold(text: str) -> str:
    """A name as it is compared: no case, accents or punctuation, no article in front.

    >>> fold("L’École Polytechnique"), fold("Paris-Saclay")
    ('ecole polytechnique', 'paris saclay')
    """
    words = slug(text).split("-") if any(ch.isalnum() for ch in text) else []
    while len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    return " ".join(words)


class NameIndex:
    """All names of a graph, as it was when the index was built."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: dict[str, Entry] = {}
        self._by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            self.entries[entry.iri] = entry
            for folded in dict.fromkeys(fold(name) for name in entry.names):
                if folded:
                    self._by_name.setdefault(folded, []).append(entry)
        self._names = list(self._by_name)
        self.longest = max((name.count(" ") + 1 for name in self._names), default=0)
        self._holding: dict[str, list[str]] = {}
        for name in self._names:
            for word in set(name.split()):
                self._holding.setdefault(word, []).append(name)
        self._words = sorted(self._holding)

    def exact(self, text: str, groups: Sequence[str] = ()) -> list[Entry]:
        """The things that have this very name when folded; where it is the label of some, only those."""
        wanted = fold(text)
        found = [entry for entry in self._by_name.get(wanted, ()) if not groups or entry.group in groups]
        labelled = [entry for entry in found if wanted in {fold(label) for label in entry.labels.values()}]
        return labelled or found

    def find(self, text: str, groups: Sequence[str] = (), *, limit: int = 10, cutoff: float = 60) -> list[Match]:
        """The things whose names are near a text, best first, one match each."""
        wanted = fold(text)
        best: dict[str, Match] = {}
        if not wanted:
            return []
        for name in self._candidates(wanted, limit):
            score = _nearness(wanted, name)
            if score < cutoff:
                continue
            for entry in self._by_name[name]:
                if (not groups or entry.group in groups) and (entry.iri not in best or best[entry.iri].score < score):
                    written = next(each for each in entry.names if fold(each) == name)
                    best[entry.iri] = Match(entry, round(score, 1), written)
        return sorted(best.values(), key=lambda match: (-match.score, match.entry.names[0]))[:limit]

    def holding(self, words: Sequence[str]) -> list[str]:
        """The folded names that hold all of some folded words, in any order."""
        rarest = min((self._holding.get(word, []) for word in words), key=len, default=[])
        return [name for name in rarest if set(words) <= set(name.split())]

    def _candidates(self, wanted: str, limit: int) -> set[str]:
        """The names worth comparing: those that are alike letter by letter, and those that hold the rarest word."""
        alike = process.extract(wanted, self._names, scorer=fuzz.ratio, limit=limit * 4, score_cutoff=50)
        holding = min((self._beginning(word) for word in wanted.split()), key=len)
        return {name for name, _, _ in alike} | set(holding[:_MOST_COMPARED])

    def _beginning(self, word: str) -> list[str]:
        """The names that hold a word that begins so."""
        start = bisect.bisect_left(self._words, word)
        end = bisect.bisect_left(self._words, word + "\uffff") if len(word) >= _SHORTEST else start + 1
        return [name for each in self._words[start:end] if each.startswith(word) for name in self._holding[each]]


def _nearness(wanted: str, name: str) -> float:
    """How near two folded names are: equal, begun, contained as words, or alike letter by letter."""
    if wanted == name:
        return SAME
    alike = fuzz.ratio(wanted, name)
    if f" {wanted} " in f" {name} ":
        # whole words of the name: the more of it they are, the better, and first words count more than later ones
        return max(alike, 75 + 15 * len(wanted) / len(name) + (5 if name.startswith(wanted) else 0))
    if len(wanted) >= 3 and (name.startswith(wanted) or f" {wanted}" in name):
        return max(alike, 70 + 15 * len(wanted) / len(name))
    return max(alike, fuzz.token_sort_ratio(wanted, name) - 2)


_indexes: weakref.WeakKeyDictionary[Store, tuple[object, NameIndex]] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def index_of(store: Store) -> NameIndex:
    """The index of a store's names; built again when something was loaded since."""
    version = store.query(_VERSION.read_text(encoding="utf-8"))[0]["version"]
    with _lock:
        known = _indexes.get(store)
        if known is None or known[0] != version:
            rows = store.query(_QUERY.read_text(encoding="utf-8"), limit=_MOST_NAMES)
            entries = [_entry(row) for row in rows]
            known = _indexes[store] = (version, NameIndex([*entries, *_unnamed_areas({each.iri for each in entries})]))
        return known[1]


def _unnamed_areas(named: set[str]) -> Iterator[Entry]:
    """The areas of the scheme that no document names: to ask of one is no mistake, the answer is just empty."""
    for concept in areas().values():
        if concept.iri not in named:
            names = tuple(dict.fromkeys((*concept.labels("fr"), *concept.labels("en"))))
            yield Entry(concept.iri, "area", "TherapeuticArea", names, concept.pref_labels, in_graph=False)


def _entry(row: Mapping[str, Any]) -> Entry:
    labels = set(row["labels"])
    group = next(
        name
        for label, name in (
            ("Person", "person"),
            ("Actor", "actor"),
            ("Agreement", "agreement"),
            ("TherapeuticArea", "area"),
            ("Document", "document"),
        )
        if label in labels
    )
    names = [name for given in row["names"] for name in (given if isinstance(given, list) else [given]) if name]
    if group == "area" and row["uri"].rsplit("/", 1)[-1] in areas():  # the scheme knows more wordings than a document
        concept = area(row["uri"])
        names += [*concept.labels("fr"), *concept.labels("en")]
    by_language = {lang: row[f"label_{lang}"] for lang in ("fr", "en") if row[f"label_{lang}"]}
    fallback = row["uri"].rsplit("/", 1)[-1]
    return Entry(
        row["uri"], group, vocabulary.leaf(labels) or "", tuple(dict.fromkeys(names)) or (fallback,), by_language
    )
