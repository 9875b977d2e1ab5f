from __future__ import annotations

import pytest
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH

from ontology import rdf, shacl
from ontology.findings import SHAPES as SHAPES_IRI
from ontology.gate import validate
from ontology.rdf import DocumentGraph
from ontology.vocab import ONCO, ONTOLOGY_FILE, agreement_kinds, party_roles, subclasses, superclasses, terms
from tests.ontology import broken
from tests.ontology.broken import Broken
from tests.ontology.example import DOCUMENT, VALID, check, document, of_rule, rules, turtle

_GRAPH = shacl.shapes_graph()
_SHAPES = sorted(
    shape
    for shape in {*_GRAPH.subjects(RDF.type, SH.PropertyShape), *_GRAPH.subjects(RDF.type, SH.NodeShape)}
    if isinstance(shape, URIRef)
)


def _name(shape: URIRef) -> str:
    return shape.removeprefix(SHAPES_IRI)


def test_the_example_passes_every_rule():
    report = check()
    assert report.findings == ()
    assert report.conforms


def test_the_example_holds_something_for_every_shape():
    data = rdf.to_rdflib(VALID) + shacl.class_hierarchy()
    idle = []
    for shape in _SHAPES:
        by_class = [
            thing
            for target in _GRAPH.objects(shape, SH.targetClass)
            for class_ in data.transitive_subjects(RDFS.subClassOf, target)
            for thing in data.subjects(RDF.type, class_)
        ]
        by_use = [thing for used in _GRAPH.objects(shape, SH.targetSubjectsOf) for thing in data.subjects(used)]
        if not by_class and not by_use:
            idle.append(_name(shape))
    assert idle == []


def test_every_shape_has_a_failing_example():
    assert {case.rule for case in broken.SHAPES} == {_name(shape) for shape in _SHAPES}


@pytest.mark.parametrize(
    "case", [*broken.SHAPES, *broken.CHECKS], ids=lambda case: f"{case.rule}: {case.add or 'without ' + case.remove}"
)
def test_a_broken_document_is_found(case: Broken):
    report = check(add=case.add, remove=case.remove)
    assert rules(report) == {case.rule, *case.others}


@pytest.mark.parametrize("shape", _SHAPES, ids=_name)
def test_a_shape_speaks_both_languages_and_says_how_grave_it_is(shape: URIRef):
    for predicate in (SH.message, URIRef(SHAPES_IRI + "repair")):
        assert {text.language for text in _GRAPH.objects(shape, predicate)} == {"fr", "en"}
    assert _GRAPH.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info)


def test_a_bad_instance_of_every_subclass_is_found():
    kinds = agreement_kinds()
    bad = "".join(f"agreement:{kind} a onco:{kind} ; rdfs:label 'X' ; onco:party actor:alpha .\n" for kind in kinds)
    found = of_rule(check(add=bad), "agreement-evidence")
    assert {finding.focus.rsplit("/", 1)[-1] for finding in found} == set(kinds)
    organisations = subclasses("Organization")
    nameless = "".join(f"actor:{kind} a onco:{kind} .\n" for kind in organisations)
    found = of_rule(check(add=nameless), "organisation-name")
    assert {finding.focus.rsplit("/", 1)[-1] for finding in found} == set(organisations)


def test_without_the_class_hierarchy_subclasses_would_pass_unseen(monkeypatch: pytest.MonkeyPatch):
    """Why the hierarchy goes to pyshacl: the same document passes without it."""
    bad = {"remove": "agreement:licence onco:evidence evidence:deal ."}
    assert "agreement-evidence" in rules(check(**bad))
    monkeypatch.setattr(shacl, "class_hierarchy", Graph)
    assert "agreement-evidence" not in rules(check(**bad))


def test_the_parties_of_the_shapes_are_the_roles_of_the_vocabulary():
    listed = [
        sorted(str(role) for role in _GRAPH.items(alternatives))
        for path, alternatives in _GRAPH.subject_objects(SH.alternativePath)
        if URIRef(ONCO.party) in _GRAPH.items(alternatives)
    ]
    assert listed == [sorted(ONCO[role] for role in party_roles())] * 3


def test_every_class_and_property_is_under_a_shape():
    targets = {str(target) for target in _GRAPH.objects(None, SH.targetClass)}
    classes = [name for name, term in terms().items() if term.kind == "class"]
    missing = [name for name in classes if not targets & {ONCO[name], *(ONCO[above] for above in superclasses(name))}]
    assert missing == []
    used = {str(node) for triple in _GRAPH for node in triple}
    assert [name for name, term in terms().items() if term.kind == "property" and term.iri not in used] == []


def test_every_property_of_ours_is_kept_to_its_things():
    kept = {
        str(used)
        for shape in _SHAPES
        if _name(shape).startswith("only-")
        for used in _GRAPH.objects(shape, SH.targetSubjectsOf)
    }
    ours = {term.iri for name, term in terms().items() if term.kind == "property" and name in ONCO}
    assert ours - kept == set()


def test_a_document_may_name_what_others_describe():
    graph = document(add="agreement:licence onco:party actor:far .")
    assert "agreement-parties" in rules(validate(graph))
    far = "https://w3id.org/oncograph/id/actor/far"
    report = validate(graph, known_types={far: frozenset({"Hospital"})})
    assert report.findings == ()  # not even that the far hospital has no name here: it is not this document's to give
    report = validate(graph, known_types={far: frozenset({ONCO.Product})})
    assert "agreement-parties" in rules(report)


def test_the_domain_of_each_property_is_that_of_its_shape():
    """The ontology's domains and the shapes that keep properties to their things say the same."""
    ontology = Graph().parse(ONTOLOGY_FILE)
    for shape in _SHAPES:
        if not _name(shape).startswith("only-"):
            continue
        alternatives = _GRAPH.value(shape, SH["or"])
        members = _GRAPH.items(alternatives) if alternatives is not None else [shape]
        allowed = {_GRAPH.value(member, SH["class"]) for member in members}
        for used in _GRAPH.objects(shape, SH.targetSubjectsOf):
            stated = {
                *ontology.objects(used, RDFS.domain),
                *ontology.objects(used, URIRef("https://schema.org/domainIncludes")),
            }
            assert stated == allowed, used


def test_nothing_of_ours_is_explained():
    statements = turtle("other:thing a other:Class ; other:p 'x' .")
    report = validate(DocumentGraph(DOCUMENT, statements))
    assert not report.conforms
    assert "nothing-of-ours" in rules(report)
