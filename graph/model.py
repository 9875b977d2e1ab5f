"""The projected graph as plain values: what the projection makes, the writer writes and `verify` compares."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.mapping import RESOURCE
from ontology import rdf

Value = str | int | float | bool | dt.date | list[str] | list[int]
Properties = dict[str, Value]
Support = Mapping[str, Mapping[str, Collection[str]]]  # subject IRI → document IRI → `predicate SP object` texts


@dataclass(frozen=True)
class Node:
    """A node; `properties` holds its `uri` too."""

    labels: frozenset[str]
    properties: Properties


class Link(NamedTuple):
    """The key of a relationship; `via` is the agreement or role that a derived one comes from, else empty."""

    start: str
    type: str
    end: str
    via: str = ""


@dataclass
class Projection:
    """Nodes by IRI and relationships by key."""

    nodes: dict[str, Node] = field(default_factory=dict)
    links: dict[Link, Properties] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """All that is stated about one subject.

    Attributes:
        subject: its IRI.
        values: predicate IRI → object → IRIs of the documents that say so.
        issued: document IRI → its date of publication as ISO text, where known.
    """

    subject: str
    values: Mapping[str, Mapping[rdf.Term, frozenset[str]]]
    issued: Mapping[str, str]

    def objects(self, predicate: str) -> Mapping[rdf.Term, frozenset[str]]:
        """The values of a predicate with the documents that state them."""
        return self.values.get(predicate, {})

    def things(self, predicate: str) -> dict[str, frozenset[str]]:
        """The IRIs among the values of a predicate with the documents that state them."""
        return {term.value: docs for term, docs in self.objects(predicate).items() if term.kind == "iri"}

    def age(self, documents: Iterable[str]) -> tuple[str, str]:
        """A key that is greater for a value that a newer document states; undated documents count as oldest."""
        return max((self.issued.get(document, ""), document) for document in documents)


def facts(subject: str, support: Mapping[str, Collection[str]], issued: Mapping[str, str]) -> Facts:
    """What the documents state about one subject, decoded."""
    gathered: defaultdict[str, defaultdict[rdf.Term, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document, po in support.items():
        for pair in po:
            predicate, _, object_ = pair.partition(" ")
            gathered[predicate[1:-1]][rdf.term(object_)].add(document)
    values = {
        predicate: {term: frozenset(documents) for term, documents in objects.items()}
        for predicate, objects in gathered.items()
    }
    return Facts(subject, values, issued)


def local_name(uri: str) -> str:
    """The last part of an IRI, the name of a node that nothing names."""
    return uri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1] or uri


def stub(uri: str) -> Node:
    """A node that is only referred to: no document says anything about it."""
    return Node(frozenset({RESOURCE}), {"uri": uri, "name": local_name(uri)})
