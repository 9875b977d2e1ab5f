"""From the ontology to the property graph: which label, relationship type or property carries which term.

The mapping is generated from the annotations `onco:graphName` and `onco:graphKind` of the ontology, from its subclass
tree and from its subproperty tree. Labels and relationship types reach Cypher text from here only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, cast, get_args

from ontology import vocab
from ontology.rdf import XSD

PropertyKind = Literal[
    "relationship", "text", "texts", "langText", "langTexts", "partialDate", "integer", "decimal", "external"
]
RESOURCE = "Resource"  # the label of every node that has an IRI
DOCUMENT = "Document"  # the label of every node that asserts something
ASSERTS = "ASSERTS"  # the relationship type of the ledger
DERIVED_TYPES = (
    "PARTNERS_WITH",
    "SPONSORS",
    "FUNDS",
    "LICENSES_TO",
    "INVESTS_IN",
    "WORKS_ON",
    "HAS_ROLE_AT",
)
# Property keys that the projection makes itself; no term may be called like one of them.
RESERVED_KEYS = ("uri", "name", "conflicts", "docs", "derived")
_RULES_VERSION = 1  # raised when the same mapping begins to be projected in another way


@dataclass(frozen=True)
class PropertyTerm:
    """How a property of the ontology appears in the graph.

    Attributes:
        iri: the predicate.
        name: relationship type or property key.
        kind: form of the projection.
        datatype: IRI of the datatype of a `text` value; None for plain strings.
    """

    iri: str
    name: str
    kind: PropertyKind
    datatype: str | None = None


@dataclass(frozen=True)
class Mapping:
    """The generated mapping.

    Attributes:
        labels: class IRI → label.
        superclasses: class IRI → IRIs of all mapped classes above it.
        properties: predicate IRI → its form.
        subproperties: predicate IRI → IRIs of all mapped predicates below it.
        ontology_version: version the ontology gives itself.
    """

    labels: MappingType[str, str]
    superclasses: MappingType[str, frozenset[str]]
    properties: MappingType[str, PropertyTerm]
    subproperties: MappingType[str, frozenset[str]]
    ontology_version: str = ""

    def __post_init__(self) -> None:
        """Names are one namespace over labels, types and properties.

        Raises:
            ValueError: two terms have the same name, or one has a name that the projection uses itself.
        """
        taken: dict[str, str] = dict.fromkeys((*RESERVED_KEYS, *DERIVED_TYPES, ASSERTS, RESOURCE), "the projection")
        for iri, name in [*self.labels.items(), *((term.iri, term.name) for term in self.properties.values())]:
            if name in taken:
                raise ValueError(f"the graph name {name!r} of {iri} is already used by {taken[name]}")
            taken[name] = iri

    @cached_property
    def version(self) -> str:
        """A hash of all that decides how the ledger is projected."""
        content = [
            _RULES_VERSION,
            sorted(self.labels.items()),
            sorted((iri, sorted(above)) for iri, above in self.superclasses.items()),
            sorted((term.iri, term.name, term.kind, term.datatype) for term in self.properties.values()),
            sorted((iri, sorted(below)) for iri, below in self.subproperties.items()),
        ]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]

    @cached_property
    def classes_by_label(self) -> MappingType[str, str]:
        """Label → class IRI."""
        return {label: iri for iri, label in self.labels.items()}

    @cached_property
    def properties_by_name(self) -> MappingType[str, PropertyTerm]:
        """Relationship type or property key → its form."""
        return {term.name: term for term in self.properties.values()}

    def leaves(self, classes: frozenset[str]) -> frozenset[str]:
        """The mapped classes among these that are not above another of them."""
        mapped = classes & self.labels.keys()
        return mapped - {above for iri in mapped for above in self.superclasses[iri]}

    def labels_of(self, classes: frozenset[str]) -> frozenset[str]:
        """The labels of these classes and of all classes above them; unmapped classes have none."""
        mapped = classes & self.labels.keys()
        return frozenset(self.labels[iri] for leaf in mapped for iri in (leaf, *self.superclasses[leaf]))

    def is_a(self, classes: frozenset[str], ancestor: str) -> bool:
        """Whether one of the classes is the ancestor or below it."""
        return any(iri == ancestor or ancestor in self.superclasses.get(iri, ()) for iri in classes)


def from_terms(terms: MappingType[str, vocab.VocabularyTerm], ontology_version: str = "") -> Mapping:
    """The mapping that a vocabulary's annotations describe.

    Raises:
        ValueError: a property has a name but no known kind, or two terms have the same name.
    """
    named = {term.iri: term for term in terms.values() if term.graph_name}
    classes = {iri: term for iri, term in named.items() if term.kind == "class"}
    properties = {iri: term for iri, term in named.items() if term.kind != "class"}
    parents = {term.iri: term.parents for term in terms.values()}

    def above(iri: str) -> frozenset[str]:
        found: set[str] = set()
        queue = list(parents.get(iri, ()))
        while queue:
            parent = queue.pop()
            if parent not in found:
                found.add(parent)
                queue.extend(parents.get(parent, ()))
        return frozenset(found)

    return Mapping(
        labels={iri: term.graph_name or "" for iri, term in classes.items()},
        superclasses={iri: above(iri) & classes.keys() for iri in classes},
        properties={iri: _property(term) for iri, term in properties.items()},
        subproperties={iri: frozenset(other for other in properties if iri in above(other)) for iri in properties},
        ontology_version=ontology_version,
    )


def _property(term: vocab.VocabularyTerm) -> PropertyTerm:
    if term.graph_kind not in get_args(PropertyKind):
        raise ValueError(f"{term.iri} has the unknown graphKind {term.graph_kind!r}")
    kind = cast("PropertyKind", term.graph_kind)
    plain = kind not in ("text", "texts") or not (term.range or "").startswith(XSD) or term.range == XSD + "string"
    return PropertyTerm(term.iri, term.graph_name or "", kind, None if plain else term.range)


@cache
def default_mapping() -> Mapping:
    """The mapping of our ontology, generated once per process."""
    return from_terms(vocab.terms(), vocab.version())
