"""Running the shapes of `shapes.ttl` with pyshacl; shapes and class hierarchy are read once per process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import pyshacl
import rdflib
from rdflib import OWL, RDF, RDFS, URIRef
from rdflib.namespace import SH

from ontology import rdf
from ontology.findings import SHAPES, Bilingual, DocumentView, Problem, Severity
from ontology.iris import ONTOLOGY
from ontology.vocab import classes, terms

SHAPES_FILE = Path(__file__).with_name("shapes.ttl")
SEVERITY: dict[rdflib.term.Node, Severity] = {SH.Violation: "Violation", SH.Warning: "Warning", SH.Info: "Info"}
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
_REPAIR = URIRef(SHAPES + "repair")
_ABOUT = URIRef(SHAPES + "about")


@cache
def shapes_graph() -> rdflib.Graph:
    """The shapes, read once per process."""
    return rdflib.Graph().parse(SHAPES_FILE, format="turtle")


@cache
def class_hierarchy() -> rdflib.Graph:
    """Our classes and what stands above them.

    It goes to pyshacl as `ont_graph`: a subclass relation in the shapes graph alone would be ignored, and every
    instance of a subclass would pass unseen.
    """
    graph = rdflib.Graph()
    for name in classes():
        described = terms()[name]
        graph.add((URIRef(described.iri), RDF.type, OWL.Class))
        for parent in described.parents:
            if parent.startswith(ONTOLOGY):
                graph.add((URIRef(described.iri), RDFS.subClassOf, URIRef(parent)))
    return graph


def targeted(graph: rdflib.Graph) -> list[URIRef]:
    """The shapes of a graph that choose their things themselves, by name."""
    found = {shape for target in _TARGETS for shape in graph.subjects(target) if isinstance(shape, URIRef)}
    return sorted(found)


@lru_cache(maxsize=256)
def part_of_shapes(names: frozenset[str]) -> rdflib.Graph:
    """Some of the shapes, with all that they refer to; what they find does not depend on the others."""
    whole, part = shapes_graph(), rdflib.Graph()
    waiting: list[rdflib.term.Node] = [URIRef(SHAPES + name) for name in names]
    seen = set(waiting)
    while waiting:
        for triple in whole.triples((waiting.pop(), None, None)):
            part.add(triple)
            if triple[2] not in seen:
                seen.add(triple[2])
                waiting.append(triple[2])
    return part


@lru_cache(maxsize=256)
def _looked_at(names: frozenset[str]) -> frozenset[str] | None:
    """The properties that some shapes look at, as N-Triples terms; None where they look at all."""
    part = part_of_shapes(names)
    if (None, SH.closed, None) in part:
        return None
    return frozenset({rdf.RDF_TYPE, *(f"<{node}>" for triple in part for node in triple if isinstance(node, URIRef))})


def run(
    view: DocumentView, known_types: Mapping[str, Iterable[str]], *, shapes: frozenset[str] | None = None
) -> Iterator[Problem]:
    """What the shapes find in a document.

    Args:
        view: the document's statements.
        known_types: classes (full IRIs) of things that the document refers to and others describe.
        shapes: names of the shapes to ask; all of them without.
    """
    if shapes is not None and not shapes:
        return
    looked_at = None if shapes is None else _looked_at(shapes)
    data = rdf.to_rdflib(one for one in view.statements if looked_at is None or one[1] in looked_at)
    for known, types in known_types.items():
        for class_ in types:
            data.add((URIRef(known), RDF.type, URIRef(class_)))
    try:
        _, results, _ = pyshacl.validate(
            data,
            shacl_graph=shapes_graph() if shapes is None else part_of_shapes(shapes),
            ont_graph=class_hierarchy(),
            inplace=True,  # the graph is ours and thrown away
            inference="none",
            advanced=False,
            meta_shacl=False,
        )
    finally:
        rdf.keep_lexical_forms()
    for result in results.objects(None, SH.result):
        focus = str(results.value(result, SH.focusNode))
        if focus in view.properties:  # a thing of which only the type is known is not this document's to describe
            yield _problem(view, results, result, focus)


def _problem(view: DocumentView, results: rdflib.Graph, result: rdflib.term.Node, focus: str) -> Problem:
    shape = results.value(result, SH.sourceShape)
    path = results.value(result, SH.resultPath)
    value = results.value(result, SH.value)
    value_text = rdf.encode(value) if value is not None and str(value) != focus else None
    if path is None:
        path = shapes_graph().value(shape, _ABOUT)
    path_iri = str(path) if isinstance(path, URIRef) else _used(view, focus, _candidates(shape), value_text)
    return Problem(
        shape=str(shape).removeprefix(SHAPES),
        severity=SEVERITY[results.value(result, SH.resultSeverity)],  # type: ignore[index]
        focus=focus,
        message=words(shapes_graph(), shape, SH.message),
        repair=words(shapes_graph(), shape, _REPAIR),
        path=path_iri,
        value=value_text,
        component=str(results.value(result, SH.sourceConstraintComponent)),
    )


def words(graph: rdflib.Graph, shape: rdflib.term.Node | None, predicate: URIRef) -> Bilingual:
    """What a shape says of itself in both languages."""
    found = {value.language: str(value) for value in graph.objects(shape, predicate)}  # type: ignore[attr-defined]
    return Bilingual(found["fr"], found["en"])


def _candidates(shape: rdflib.term.Node | None) -> list[str]:
    """The properties that a shape without a single path is about."""
    graph = shapes_graph()
    path = graph.value(shape, SH.path)
    alternatives = graph.value(path, SH.alternativePath) if path is not None else None
    listed = graph.items(alternatives) if alternatives is not None else graph.objects(shape, SH.targetSubjectsOf)
    return [str(candidate) for candidate in listed]


def _used(view: DocumentView, focus: str, candidates: list[str], value: str | None) -> str | None:
    for predicate, found in view.pairs(focus):
        if predicate in candidates and value in (None, found):
            return predicate
    return None
