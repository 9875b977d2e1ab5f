"""What only several documents together can break: one identifier, one thing; one thing, no contradicting kinds.

The rules are shapes (`crossing.ttl`, and one for each kind), and pyshacl judges them; it is only asked about
identifiers that several things carry and things of several kinds. A finding is given once for each document concerned
and names the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from heapq import nsmallest
from itertools import combinations
from pathlib import Path
from typing import Protocol

import pyshacl
import rdflib
from rdflib import RDF, BNode, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH

from ontology import rdf, shacl
from ontology.findings import RDF_TYPE_IRI, SHAPES, Bilingual, DocumentView, Problem
from ontology.iris import ONTOLOGY
from ontology.rdf import DocumentGraph, Statement
from ontology.vocab import ONCO, is_a, label, local, subclasses

CROSSING_FILE = Path(__file__).with_name("crossing.ttl")
Claim = tuple[str, Statement]
"""A statement with the document that makes it."""

# Forms that an agreement may have besides its matter: a framework agreement may be a licence too.
_FORMS = frozenset({"Partnership", "FrameworkAgreement", "StrategicAlliance", "LetterOfIntent", "Amendment"})
_KINDS = {  # the class whose kinds may contradict each other → rule, severity, words
    "Organization": (
        "one-organisation-one-kind",
        SH.Warning,
        ("Une même organisation a des natures qui se contredisent.", "One organisation is of kinds that contradict."),
    ),
    "Agreement": (
        "one-agreement-one-kind",
        SH.Violation,
        ("Un même accord a des natures qui se contredisent.", "One agreement is of kinds that contradict."),
    ),
}
_MOST_NAMED = 5  # other documents that a finding names at most: a well-known actor is in thousands
_REPAIR = (
    "Gardez la nature que disent les documents ; si ce sont deux choses, donnez-leur deux IRI.",
    "Keep the kind that the documents say; if they are two things, give them two IRIs.",
)


class Loaded(Protocol):
    """What a loaded graph must answer, so that one document can be held against it."""

    def holders(self, identifiers: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], frozenset[str]]:
        """The things that carry some identifiers, each given and answered as (property, value as N-Triples term)."""

    def types(self, things: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The classes (full IRIs) of some things; those that nothing is known of are left out."""

    def statements_about(self, subjects: Iterable[str]) -> Iterator[Claim]:
        """What is stated about some things, with the documents that state it."""


@cache
def crossing_shapes() -> rdflib.Graph:
    """The shapes between documents, read and made once per process."""
    graph = rdflib.Graph().parse(CROSSING_FILE, format="turtle")
    for above, (rule, severity, words) in _KINDS.items():
        for kind in subclasses(above):
            others = [other for other in subclasses(above) if contradict(kind, other)]
            if not others:
                continue
            shape, none_of, listed = URIRef(f"{SHAPES}{rule}.{kind}"), BNode(), BNode()
            Collection(graph, listed, [URIRef(ONTOLOGY + other) for other in others])
            graph.add((none_of, SH["in"], listed))
            graph.add((shape, RDF.type, SH.PropertyShape))
            graph.add((shape, SH.targetClass, URIRef(ONTOLOGY + kind)))
            graph.add((shape, SH.path, RDF.type))
            graph.add((shape, SH["not"], none_of))
            graph.add((shape, SH.severity, severity))
            for text, repair, lang in zip(words, _REPAIR, ("fr", "en"), strict=True):
                graph.add((shape, SH.message, Literal(text, lang=lang)))
                graph.add((shape, URIRef(SHAPES + "repair"), Literal(repair, lang=lang)))
    return graph


@cache
def keys() -> frozenset[str]:
    """The properties whose values identify: no two things may share one."""
    return frozenset(str(found) for found in crossing_shapes().objects(None, SH.targetObjectsOf))


@cache
def contradict(kind: str, other: str) -> bool:
    """Whether nothing can be of both kinds: two kinds of organisation or agreement of which neither is the other."""
    if kind in _FORMS or other in _FORMS or is_a(kind, other) or is_a(other, kind):
        return False
    return any(is_a(kind, above) and is_a(other, above) for above in _KINDS)


def contradicting(types: Iterable[str]) -> bool:
    """Whether some classes (full IRIs) cannot be those of one thing."""
    ours = [name for name in map(local, types) if name in ONCO]
    return len(ours) > 1 and any(contradict(one, other) for one, other in combinations(ours, 2))


def identifiers(view: DocumentView) -> Iterator[tuple[str, str, str]]:
    """The identifiers in a document: property, value, thing."""
    for thing, properties in view.properties.items():
        for predicate in keys() & properties.keys():
            for value in properties[predicate]:
                yield predicate, value, thing


def crossings(claims: Iterable[Claim], *, of: str | None = None) -> list[tuple[str, tuple[str, ...], Problem]]:
    """What contradicts itself in statements of some documents.

    Args:
        claims: what the documents state; descriptions of the things concerned give their names.
        of: the one document that it is asked for; all of them without.

    Returns:
        A document, some of the documents that state the contrary, and the problem, for each document and thing.
    """
    claims = list(claims)
    view = DocumentView("", frozenset(statement for _, statement in claims))
    suspects = _suspects(view)
    if not suspects:
        return []
    said: dict[tuple[str, str, str], set[str]] = defaultdict(set)  # statement → the documents that make it
    for document, (subject, predicate, object_) in claims:
        said[subject[1:-1], predicate[1:-1], object_].add(document)
    found: dict[tuple[str, str, str, str], tuple[str, tuple[str, ...], Problem]] = {}
    for rule, focus, path, value, shape in _judge({one for statements in suspects.values() for one in statements}):
        for subject, predicate, stated in suspects[focus, path]:
            if value is not None and stated != value:
                continue
            stating = said[subject, predicate, stated] if of is None else said[subject, predicate, stated] & {of}
            if not stating:
                continue
            problem = _problem(view, shape, rule, subject, path, stated, suspects[focus, path])
            contrary = [said[one] for one in suspects[focus, path] if _contrary(one, (subject, predicate, stated))]
            named = sorted(set().union(*(nsmallest(_MOST_NAMED + 1, documents) for documents in contrary)))
            for document in stating:
                others = tuple([other for other in named if other != document][:_MOST_NAMED])
                found.setdefault((document, rule, subject, stated), (document, others, problem))
    return [found[key] for key in sorted(found)]


def _contrary(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two statements about an identifier or the kind of a thing cannot both be true."""
    if one[1] == RDF_TYPE_IRI:
        return contradicting((one[2][1:-1], other[2][1:-1]))
    return one[0] != other[0]


def within(view: DocumentView) -> list[Problem]:
    """What contradicts itself in one document."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for predicate, value, thing in identifiers(view):
        holders[predicate, value].add(thing)
    things = {thing for shared in holders.values() if len(shared) > 1 for thing in shared}
    things |= {thing for thing, types in view.types.items() if contradicting(types)}
    if not things:
        return []
    own = [(view.iri, statement) for statement in view.statements if statement[0][1:-1] in things]
    return [problem for _, _, problem in crossings(own)]


def against(document: DocumentGraph, loaded: Loaded) -> list[tuple[tuple[str, ...], Problem]]:
    """What contradicts a loaded graph in one document: the other documents concerned and the problem.

    Only the identifiers and kinds of the document's own things are looked up, so the time does not grow with the
    graph. What an earlier version of the document states counts for nothing.
    """
    view = DocumentView(document.iri, document.statements)
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    for predicate, value, thing in identifiers(view):
        own[predicate, value].add(thing)
    suspects: set[str] = set()
    for key, holders in loaded.holders(own).items():
        if others := holders - own[key]:
            suspects |= others | own[key]
    known = loaded.types(view.types)
    suspects |= {thing for thing, types in view.types.items() if contradicting({*types, *known.get(thing, ())})}
    if not suspects:
        return []
    claims = [(document.iri, one) for one in document.statements if one[0][1:-1] in suspects]
    claims += [(other, one) for other, one in loaded.statements_about(suspects) if other != document.iri]
    return [(others, problem) for _, others, problem in crossings(claims, of=document.iri) if others]


def _suspects(view: DocumentView) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Identifier and property, or thing and rdf:type → the statements that may contradict each other."""
    found: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for predicate, value, thing in identifiers(view):
        found[value, predicate].append((thing, predicate, value))
    shared = {key: statements for key, statements in found.items() if len(statements) > 1}
    for thing, types in view.types.items():
        if contradicting(types):
            shared[f"<{thing}>", RDF_TYPE_IRI] = [(thing, RDF_TYPE_IRI, f"<{type_}>") for type_ in types]
    return shared


def _judge(statements: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str, str | None, URIRef]]:
    """Rule, focus, property, value and shape of each result of pyshacl."""
    data = rdf.to_rdflib((f"<{subject}>", f"<{predicate}>", value) for subject, predicate, value in statements)
    shapes = crossing_shapes()
    try:
        _, results, _ = pyshacl.validate(
            data, shacl_graph=shapes, ont_graph=shacl.class_hierarchy(), inplace=True, inference="none", advanced=False
        )
    finally:
        rdf.keep_lexical_forms()
    for result in results.objects(None, SH.result):
        shape = URIRef(str(results.value(result, SH.sourceShape)))
        value = results.value(result, SH.value)
        predicate = shapes.value(shape, SH.targetObjectsOf) or RDF.type
        focus = rdf.encode(results.value(result, SH.focusNode))
        yield (
            str(shape).removeprefix(SHAPES).split(".")[0],
            focus,
            str(predicate),
            rdf.encode(value) if value is not None else None,
            shape,
        )


def _problem(
    view: DocumentView,
    shape: URIRef,
    rule: str,
    subject: str,
    path: str,
    value: str,
    statements: list[tuple[str, str, str]],
) -> Problem:
    graph = crossing_shapes()
    said, repair = (shacl.words(graph, shape, name) for name in (SH.message, URIRef(SHAPES + "repair")))
    if path == RDF_TYPE_IRI:
        kinds = [kind for _, _, type_ in statements if (kind := local(type_[1:-1])) in ONCO]
        names = [Bilingual(label(kind, "fr"), label(kind, "en")) for kind in kinds]
    else:
        names = [view.name(thing) for thing in sorted({thing for thing, _, _ in statements})]
    listed = Bilingual(", ".join(name.fr for name in names), ", ".join(name.en for name in names))
    said = Bilingual(f"{said.fr[:-1]} : {listed.fr}.", f"{said.en[:-1]}: {listed.en}.")
    severity = shacl.SEVERITY[graph.value(shape, SH.severity)]  # type: ignore[index]
    component = SH.MaxCountConstraintComponent if path != RDF_TYPE_IRI else SH.NotConstraintComponent
    return Problem(rule, severity, subject, said, repair, path=path, value=value, component=str(component))
