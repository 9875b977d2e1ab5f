"""The closed vocabulary: the terms of `oncograph.ttl`, and nothing else.

The Turtle file is the only source; it is read on first use and once per process. Terms of our namespace are known by
their local name (`Sponsorship`, `party`), terms of others by their full IRI.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ontology.iris import ONTOLOGY

ONTOLOGY_FILE = Path(__file__).with_name("oncograph.ttl")
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KINDS = {
    _OWL + "Class": "class",
    _OWL + "ObjectProperty": "property",
    _OWL + "DatatypeProperty": "property",
    _OWL + "AnnotationProperty": "annotation",
}


@dataclass
class VocabularyTerm:
    """A class or property as the ontology describes it.

    Attributes:
        iri: full IRI.
        kind: `class`, `property` or `annotation`.
        parents: IRIs of the direct superclasses or superproperties, those of other vocabularies included.
        labels: language → name.
        definitions: language → meaning.
        graph_name: label, relationship type or property in the database; None for terms that are not projected.
        graph_kind: how a property is projected; None for classes.
        range: IRI of the class or datatype of a property's values, where there is exactly one.
        domains, ranges: IRIs of all classes and datatypes that the property may stand between, `range` included.
        values: name of the closed list (`ontology.values`) that a property's values are from, if any.
        close_matches: IRIs of terms of other vocabularies with a meaning near this one's.
        examples: language → an example in words.
        deprecated: whether the term is kept only so that older data can be read.
    """

    iri: str
    kind: str = ""
    parents: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    graph_name: str | None = None
    graph_kind: str | None = None
    range: str | None = None
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    values: str | None = None
    close_matches: tuple[str, ...] = ()
    examples: dict[str, str] = field(default_factory=dict)
    deprecated: bool = False


@cache
def terms() -> Mapping[str, VocabularyTerm]:
    """All terms of the ontology, by local name (ours) or full IRI (others), in the order of the file."""
    import pyoxigraph  # here, so that importing a name costs nothing

    found: dict[str, VocabularyTerm] = {}
    with ONTOLOGY_FILE.open("rb") as file:
        for quad in pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, pyoxigraph.NamedNode):
                continue
            term = found.setdefault(local(subject.value), VocabularyTerm(subject.value))
            if predicate == _RDF_TYPE:
                term.kind = _KINDS.get(value.value, "")
            elif predicate in (_RDFS + "subClassOf", _RDFS + "subPropertyOf"):
                term.parents += (value.value,)
            elif predicate in (_RDFS + "domain", _SCHEMA + "domainIncludes"):
                term.domains += (value.value,)
            elif predicate in (_RDFS + "range", _SCHEMA + "rangeIncludes"):
                term.ranges += (value.value,)
                if predicate == _RDFS + "range":
                    term.range = value.value
            elif predicate == _RDFS + "label":
                term.labels[value.language] = value.value
            elif predicate == _SKOS + "definition":
                term.definitions[value.language] = value.value
            elif predicate == ONTOLOGY + "graphName":
                term.graph_name = value.value
            elif predicate == ONTOLOGY + "graphKind":
                term.graph_kind = value.value
            elif predicate == ONTOLOGY + "values":
                term.values = value.value
            elif predicate == _SKOS + "closeMatch":
                term.close_matches += (value.value,)
            elif predicate == _SKOS + "example":
                term.examples[value.language] = value.value
            elif predicate == _OWL + "deprecated":
                term.deprecated = value.value == "true"
    return {name: term for name, term in found.items() if term.kind}


@cache
def version() -> str:
    """The version that the ontology gives itself (`owl:versionInfo`)."""
    import pyoxigraph

    info = pyoxigraph.NamedNode(_OWL + "versionInfo")
    with ONTOLOGY_FILE.open("rb") as file:
        quads = pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE)
        return next((quad.object.value for quad in quads if quad.predicate == info), "")


class Namespace:
    """The terms of our namespace as attributes: `ONCO.party` is the full IRI of the property.

    Raises:
        AttributeError: the ontology has no such term.
    """

    def __getattr__(self, name: str) -> str:
        term = terms().get(name)
        if term is None or not term.iri.startswith(ONTOLOGY):
            raise AttributeError(f"the ontology has no term {name!r}")
        self.__dict__[name] = term.iri  # found at once from now on
        return term.iri

    def __getitem__(self, name: str) -> str:
        try:
            return self.__getattr__(name)
        except AttributeError as error:
            raise KeyError(name) from error

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in terms() and terms()[name].iri.startswith(ONTOLOGY)


ONCO = Namespace()


def local(iri: str) -> str:
    """The local name of an IRI of our namespace; any other IRI as it is."""
    return iri.removeprefix(ONTOLOGY)


@cache
def superclasses(name: str) -> tuple[str, ...]:
    """Our classes above a class or property, nearest first, without itself.

    >>> superclasses("PharmaCompany")
    ('Company', 'Organization', 'Actor')

    Raises:
        KeyError: the ontology has no such term.
    """
    above: list[str] = []
    queue = [name]
    while queue:
        for parent in terms()[queue.pop(0)].parents:
            if (parent_name := local(parent)) in ONCO and parent_name not in above:
                above.append(parent_name)
                queue.append(parent_name)
    return tuple(above)


@cache
def subclasses(name: str) -> tuple[str, ...]:
    """All classes (or properties) below a class (or property), in the order of the ontology, without itself.

    Raises:
        KeyError: the ontology has no such term.
    """
    terms()[name]
    return tuple(other for other in terms() if other in ONCO and name in superclasses(other))


def is_a(name: str, ancestor: str) -> bool:
    """Whether a class is the other or stands below it."""
    return name == ancestor or ancestor in superclasses(name)


def classes() -> tuple[str, ...]:
    """The names of all our classes."""
    return tuple(name for name, term in terms().items() if term.kind == "class")


def agreement_kinds() -> tuple[str, ...]:
    """The kinds of agreement, in the order of the ontology."""
    return subclasses("Agreement")


def party_roles() -> tuple[str, ...]:
    """`party` and the roles below it, in the order of the ontology."""
    return ("party", *subclasses("party"))


def label(name: str, lang: str) -> str:
    """The name of a term in French or English, for people.

    Args:
        name: local name or full IRI.
        lang: `fr` or `en`; any other language is answered in English.

    Raises:
        KeyError: the ontology has no such term.
    """
    labels = terms()[local(name)].labels
    return labels.get(lang, labels["en"])


def definition(name: str, lang: str) -> str:
    """What a term means, in French or English; arguments and errors as for `label`."""
    definitions = terms()[local(name)].definitions
    return definitions.get(lang, definitions["en"])
