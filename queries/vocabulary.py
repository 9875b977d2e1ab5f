"""The words of the ontology for what a query returns: labels of a node, types of a relationship."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ontology import vocab
from ontology.iris import ONTOLOGY

# The relationships that the projection derives: they have no property of their own in the ontology.
SHORTCUTS: Mapping[str, Mapping[str, str]] = {
    "PARTNERS_WITH": {"fr": "partenaire de", "en": "partner of"},
    "SPONSORS": {"fr": "mécène de", "en": "sponsor of"},
    "FUNDS": {"fr": "finance", "en": "funds"},
    "LICENSES_TO": {"fr": "concède une licence à", "en": "licenses to"},
    "INVESTS_IN": {"fr": "investit dans", "en": "invests in"},
    "WORKS_ON": {"fr": "travaille sur", "en": "works on"},
    "HAS_ROLE_AT": {"fr": "a une fonction à", "en": "has a role at"},
}

_OR = re.compile(r" ou | or ")


@cache
def _by_graph_name() -> Mapping[str, str]:
    return {term.graph_name: name for name, term in vocab.terms().items() if term.graph_name}


def leaf(labels: Iterable[str]) -> str | None:
    """The most specific class among the labels of a node, as local name; None for a node without class."""
    names = [_by_graph_name()[label] for label in labels if label in _by_graph_name()]
    deepest = sorted(names, key=lambda name: (-len(vocab.superclasses(name)), name))
    return deepest[0] if deepest else None


def kind(labels: Iterable[str], lang: str) -> dict[str, str] | None:
    """The most specific class of a node as a thing of the interface."""
    name = leaf(labels)
    return {"iri": vocab.terms()[name].iri, "name": vocab.label(name, lang)} if name else None


def relation(graph_name: str, lang: str) -> dict[str, str]:
    """A relationship type as a thing of the interface; a derived one is named by its type."""
    if graph_name in SHORTCUTS:
        return {"iri": ONTOLOGY + graph_name, "name": SHORTCUTS[graph_name][lang]}
    name = _by_graph_name().get(graph_name)
    if name is None:
        return {"iri": ONTOLOGY + graph_name, "name": graph_name}
    return {"iri": vocab.terms()[name].iri, "name": vocab.label(name, lang)}


def property_name(local: str, lang: str) -> str:
    """The label of a property, given its local name (`founderOf`); one that the ontology lacks names itself."""
    return vocab.label(local, lang) if local in vocab.terms() else local


def kinds() -> Mapping[str, Mapping[str, str]]:
    """The classes that a question may ask for (kinds of actors and agreements): local name → label by language."""
    return {
        name: vocab.terms()[name].labels
        for name in vocab.classes()
        if vocab.is_a(name, "Actor") or vocab.is_a(name, "Agreement")
    }


@cache
def kind_names() -> Mapping[str, str]:
    """Every name of a kind → its local name: `Sponsorship`, `mécénat ou parrainage`, and its halves."""
    names: dict[str, str] = {}
    for name, labels in kinds().items():
        for label in (name, *labels.values()):
            for part in (label, *_OR.split(label)):
                names.setdefault(part, name)
    return names
