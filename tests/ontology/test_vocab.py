from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from ontology import vocab
from ontology.iris import ONTOLOGY
from ontology.vocab import ONCO, ONTOLOGY_FILE

_GRAPH = rdflib.Graph().parse(ONTOLOGY_FILE)
_NAMED = rdflib.URIRef(ONTOLOGY + "graphName")
_KIND = rdflib.URIRef(ONTOLOGY + "graphKind")
_ARCHITECTURE = Path(__file__).parents[2] / "docs" / "architecture.md"


def test_a_misspelt_term_raises():
    assert ONCO.party == ONTOLOGY + "party"
    assert ONCO["party"] == ONTOLOGY + "party"
    assert "party" in ONCO
    assert "partie" not in ONCO
    with pytest.raises(AttributeError):
        ONCO.partie  # noqa: B018
    with pytest.raises(KeyError):
        ONCO["partie"]
    with pytest.raises(KeyError):
        vocab.subclasses("Compagny")


def test_every_term_has_name_and_meaning_in_both_languages():
    for term in vocab.terms().values():
        assert set(term.labels) == {"fr", "en"}, term.iri
        assert set(term.definitions) == {"fr", "en"}, term.iri
        assert all(text.strip() for text in (*term.labels.values(), *term.definitions.values()))


def test_names_in_the_graph_are_unique_and_of_their_kind():
    named = list(_GRAPH.subject_objects(_NAMED))
    assert len({str(name) for _, name in named}) == len(named)
    for term in vocab.terms().values():
        if term.kind == "class":
            assert term.graph_name == vocab.local(term.iri)
            assert term.graph_kind is None
        elif term.graph_kind == "relationship":
            assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", term.graph_name or ""), term.iri
        elif term.graph_kind:
            assert re.fullmatch(r"[a-z][A-Za-z0-9]*", term.graph_name or ""), term.iri


def test_the_vocabulary_is_the_file():
    in_file = {
        vocab.local(str(subject))
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        for subject in _GRAPH.subjects(RDF.type, kind)
    }
    assert set(vocab.terms()) == in_file


def test_the_hierarchy_is_that_of_the_file():
    for name in vocab.classes():
        above = {
            vocab.local(str(node))
            for node in _GRAPH.transitive_objects(rdflib.URIRef(ONCO[name]), RDFS.subClassOf)
            if str(node).startswith(ONTOLOGY)
        }
        assert {name, *vocab.superclasses(name)} == above
        assert all(vocab.is_a(below, name) for below in vocab.subclasses(name))
    assert vocab.superclasses("PharmaCompany") == ("Company", "Organization", "Actor")
    assert not vocab.is_a("Company", "PharmaCompany")


def test_kinds_and_roles():
    assert "Sponsorship" in vocab.agreement_kinds()
    assert "Agreement" not in vocab.agreement_kinds()
    assert vocab.party_roles()[0] == "party"
    assert set(vocab.party_roles()) == {
        "party", "sponsor", "beneficiary", "funder", "licensor", "licensee", "investor", "founder", "coordinator",
    }  # fmt: skip
    assert vocab.label("Sponsorship", "fr") == "mécénat ou parrainage"
    assert vocab.label("Sponsorship", "de") == vocab.label("Sponsorship", "en") == "sponsorship"
    assert vocab.label(str(RDFS.label), "fr") == "nom"


def test_the_ontology_holds_no_instances_and_no_blank_nodes():
    ours = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology}
    assert set(_GRAPH.objects(None, RDF.type)) <= ours
    assert not [node for triple in _GRAPH for node in triple if isinstance(node, rdflib.BNode)]


def test_the_terms_of_the_contract_are_there():
    """Every property that docs/architecture.md gives a graph name exists under this name."""
    text = _ARCHITECTURE.read_text(encoding="utf-8")
    table = text[text.index("### Properties") : text.index("### IRIs")]
    rows = [line.split("|") for line in table.splitlines() if line.startswith(("| `", "| its"))]
    graph_names = {name for row in rows for name in re.findall(r"`([A-Za-z_]+)`", row[3])}
    assert len(graph_names) > 50
    known = {term.graph_name for term in vocab.terms().values()}
    assert graph_names - known - {"name", "x"} == set()
    prefixed = {name for row in rows for name in re.findall(r"`onco:([A-Za-z0-9]+)`", row[1])}
    assert {name for name in prefixed if name not in ONCO} == set()


def test_a_name_is_imported_without_reading_the_files():
    code = (
        "import sys, ontology.vocab, ontology.areas; sys.exit('pyoxigraph' in sys.modules or 'rdflib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_class_is_aligned_only_with_terms_of_known_vocabularies():
    known = ("http://www.w3.org/", "http://xmlns.com/foaf/", "http://purl.org/", "https://schema.org/", ONTOLOGY,
             "https://w3id.org/biolink/")  # fmt: skip
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch):
        for subject, target in _GRAPH.subject_objects(predicate):
            assert str(target).startswith(known), subject
            assert target != subject
