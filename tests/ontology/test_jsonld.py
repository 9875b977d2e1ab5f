"""The JSON-LD context says what the ontology says, and stands in for that of an export."""

from __future__ import annotations

import json

import pytest
import rdflib
from rdflib import Literal, URIRef

from ontology.iris import mint
from ontology.jsonld import context, prefixes
from ontology.vocab import ONCO, terms


def _read(node: dict[str, object]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=json.dumps({**context(), **node}), format="json-ld")


@pytest.mark.parametrize("name", [name for name, term in terms().items() if term.graph_name and name in ONCO])
def test_every_term_is_written_by_its_local_name(name: str):
    term = terms()[name]
    subject = URIRef("https://example.org/x")
    key = f"onco:{name}" if name in prefixes() else name
    if term.kind == "class":
        assert (subject, rdflib.RDF.type, URIRef(term.iri)) in _read({"id": str(subject), "type": key})
        return
    value = {"langText": {"fr": "v"}}.get(term.graph_kind or "", "https://example.org/v")
    found = list(_read({"id": str(subject), key: value}).predicate_objects(subject))
    assert [str(predicate) for predicate, _ in found] == [term.iri]
    [(_, node)] = found
    assert isinstance(node, URIRef) == (term.graph_kind in ("relationship", "external"))


def test_a_whole_thing_is_read_as_it_is_meant():
    subject = URIRef(mint("agreement", "a"))
    graph = _read(
        {
            "id": "agreement:a",
            "type": "Sponsorship",
            "label": {"fr": "Mécénat", "en": "Sponsorship"},
            "sponsor": "actor:alpha",
            "startsOn": {"@value": "2024-03", "@type": "xsd:gYearMonth"},
            "amount": "150000.00",
            "tier": "A",
        }
    )
    assert set(graph.predicate_objects(subject)) == {
        (rdflib.RDF.type, URIRef(ONCO.Sponsorship)),
        (rdflib.RDFS.label, Literal("Mécénat", lang="fr")),
        (rdflib.RDFS.label, Literal("Sponsorship", lang="en")),
        (URIRef(ONCO.sponsor), URIRef(mint("actor", "alpha"))),
        (URIRef(ONCO.startsOn), Literal("2024-03", datatype=rdflib.XSD.gYearMonth)),
        (URIRef(ONCO.amount), Literal("150000.00", datatype=rdflib.XSD.decimal)),
        (URIRef(ONCO.tier), Literal("A")),
    }
