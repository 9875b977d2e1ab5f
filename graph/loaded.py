"""The loaded graph as the gate asks it when it holds one document against all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.cypher import statement
from graph.mapping import default_mapping
from graph.store import Store
from ontology.crossing import Claim, keys
from ontology.rdf import term
from ontology.vocab import local, terms

_MOST_HOLDERS = 100_000


class Loaded:
    """Who carries an identifier, what a thing is, and what is said of it; `ontology.crossing.Loaded`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def holders(self, identifiers: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], frozenset[str]]:
        """The things that carry some identifiers, each given and answered as (property, value as N-Triples term)."""
        asked: dict[tuple[str, str], tuple[str, str]] = {}
        wanted: dict[str, list[str]] = {name: [] for name in map(_graph_name, keys())}
        for predicate, value in identifiers:
            name, plain = _graph_name(predicate), term(value).value
            asked[name, plain] = predicate, value
            wanted[name].append(plain)
        if not asked:
            return {}
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in self._store.query(statement("holders"), wanted, limit=_MOST_HOLDERS):
            found[asked[str(row["name"]), str(row["value"])]].add(str(row["uri"]))
        return {key: frozenset(things) for key, things in found.items()}

    def types(self, things: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The classes (full IRIs) of some things; those that are not in the graph are left out."""
        by_label = default_mapping().classes_by_label
        rows = self._store.query(statement("kinds_of"), {"uris": sorted(things)}, limit=_MOST_HOLDERS)
        return {
            str(row["uri"]): frozenset(by_label[label] for label in _labels(row) if label in by_label) for row in rows
        }

    def statements_about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """What is stated about some things, with the documents that state it."""
        return self._store.statements_about(subjects)


def _graph_name(predicate: str) -> str:
    name = terms()[local(predicate)].graph_name
    if name is None:
        raise ValueError(f"an identifier that is not projected: {predicate}")
    return name


def _labels(row: Mapping[str, object]) -> list[str]:
    labels = row["labels"]
    return [str(label) for label in labels] if isinstance(labels, list) else []
