"""The ontology over HTTP: pages and RDF at the same addresses, examples from the samples, enumerations."""

from __future__ import annotations

import json
import re

import httpx
import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse
from rdflib.compare import isomorphic

from api import reference
from graph.turtle import header
from ontology import vocab
from ontology.areas import AREAS_FILE
from ontology.jsonld import context
from ontology.rdf_files import parse_rdf
from ontology.reference import Example
from ontology.shacl import SHAPES_FILE
from ontology.values import VALUES_FILE, value_lists
from ontology.vocab import ONTOLOGY_FILE
from queries.catalogue import catalogue

pytestmark = pytest.mark.one_engine

_PAGES = {"/ontology": ONTOLOGY_FILE, "/ontology/areas": AREAS_FILE, "/ontology/shapes": SHAPES_FILE}


@pytest.mark.parametrize("path", _PAGES)
def test_one_address_many_forms(client: httpx.Client, path: str) -> None:
    browser = client.get(path, headers={"Accept": "text/html,*/*;q=0.8", "Accept-Language": "fr-FR,en;q=0.5"})
    assert browser.headers["content-type"].startswith("text/html")
    assert browser.headers["content-language"] == "fr"
    assert '<html lang="fr">' in browser.text
    assert '<html lang="en">' in client.get(path, params={"lang": "en"}).text
    turtle = client.get(path, headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert turtle.text == _PAGES[path].read_text(encoding="utf-8")
    linked = client.get(path, headers={"Accept": "application/ld+json"})
    source = _PAGES[path].read_bytes()
    assert _canonical(linked.content, RdfFormat.JSON_LD) == _canonical(source, RdfFormat.TURTLE)
    assert "Accept" in linked.headers["vary"]
    assert 'rel="alternate"; type="text/turtle"' in linked.headers["link"]
    assert client.get(path, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(path, params={"colour": "blue"}).status_code == 422


def _canonical(content: bytes, form: RdfFormat) -> Dataset:
    """Statements that are equal where they differ in the names of blank nodes alone."""
    found = Dataset(parse(content, format=form))
    found.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return found


def test_pages_keep_the_policy_of_the_site(client: httpx.Client) -> None:
    for path in _PAGES:
        page = client.get(path)
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert not re.search(r"<style|<script(?! type=\"module\" src=\"/)| style=| on\w+=", page.text)
        for address in re.findall(r'(?:src|<link[^>]*href)="(/[^"?]*)"', page.text):
            assert client.get(address).status_code == 200, address


def test_values_and_context(client: httpx.Client) -> None:
    turtle = client.get("/ontology/values").text
    assert isomorphic(rdflib.Graph().parse(data=turtle), rdflib.Graph().parse(VALUES_FILE))
    found = client.get("/ontology/context.jsonld")
    assert found.headers["content-type"] == "application/ld+json"
    assert found.json() == context()


def test_an_export_reads_the_same_with_our_context(client: httpx.Client) -> None:
    exported = client.get("/v1/export", params={"format": "jsonld", "document": "servier-curie-2014"}).json()
    assert exported["@graph"]
    ours = {**exported, **client.get("/ontology/context.jsonld").json()}
    one, two = (rdflib.Dataset() for _ in range(2))
    one.parse(data=json.dumps(exported), format="json-ld")
    two.parse(data=json.dumps(ours), format="json-ld")
    assert set(one.quads()) == set(two.quads())
    assert len(one) > 50


def test_enumerations_are_those_of_the_ontology(client: httpx.Client) -> None:
    lists = client.get("/v1/enumerations").json()["enumerations"]
    assert [each["value"] for each in lists["agreementKind"]["values"]] == list(vocab.agreement_kinds())
    assert [each["value"] for each in lists["partyRole"]["values"]] == list(vocab.party_roles())
    for name, known in value_lists().items():
        assert [each["value"] for each in lists[name]["values"]] == list(known.notations)
    described = client.get("/openapi.json").json()["components"]["schemas"]
    for name, each in lists.items():
        assert described[name[:1].upper() + name[1:]]["enum"] == [value["value"] for value in each["values"]]
        assert all(set(value["label"]) == {"fr", "en"} for value in each["values"])


def test_what_answers_say_is_in_the_enumerations(client: httpx.Client) -> None:
    """The values that reach a client are those of the lists."""
    precisions, bases = (set(value_lists()[name].notations) for name in ("precision", "basis"))
    rows = client.get("/v1/questions/A1", params={"actor": "Gustave Roussy"}).json()["rows"]
    dates = [cell for row in rows for cell in row.values() if isinstance(cell, dict) and "precision" in cell]
    assert dates
    assert {date["precision"] for date in dates} <= precisions
    assert {date["basis"] for date in dates} <= bases


def test_examples_are_things_of_their_class_from_the_samples(tmp_path) -> None:  # type: ignore[no-untyped-def]
    examples = reference.examples()
    assert {
        "Organization",
        "CancerCentre",
        "Licence",
        "TherapeuticArea",
        "Document",
        "Evidence",
        "ExtractionRun",
    } <= set(examples)
    for name, example in examples.items():
        assert isinstance(example, Example)
        file = tmp_path / f"{name}.ttl"
        file.write_text(header() + example.turtle, encoding="utf-8")
        [graph] = parse_rdf(file)
        classes = {vocab.local(value[1:-1]) for _, verb, value in graph.statements if verb.endswith("#type>")}
        assert any(vocab.is_a(each, name) for each in classes), name
        assert example.source


def test_classes_without_an_example_in_the_samples_have_one_in_words() -> None:
    missing = [name for name in vocab.classes() if name not in reference.examples()]
    assert [name for name in missing if set(vocab.terms()[name].examples) != {"fr", "en"}] == []


def test_a_question_stands_with_what_it_reads() -> None:
    by_id = {each.id: each for each in reference.questions()}
    assert set(by_id) == set(catalogue().questions)
    graph_names = {term.graph_name for term in vocab.terms().values()}
    assert all(each.names & graph_names for each in by_id.values())
    assert {"Agreement", "LICENSED_BY", "endsOn", "endsOnBasis"} <= by_id["D2"].names | by_id["E4"].names


def test_the_start_page_leads_to_the_ontology(client: httpx.Client) -> None:
    assert "/ontology" in client.get("/web/app.js").text
