"""What the graph shows of the statements, without a database."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import inversion, ledger
from graph.mapping import default_mapping
from graph.model import Link, Node, Projection, Properties
from graph.projection import date_of_issue, project
from ontology import rdf
from ontology.rdf import RDF_TYPE, RDFS_LABEL, XSD, DocumentGraph, Statement
from tests.graph import strategies
from tests.graph.sample import SKOS, at, day, is_a, month, named, onco, says, thing

MAPPING = default_mapping()
D1, D2 = at("document/1"), at("document/2")


def projected(issued: dict[str, str] | None = None, /, **documents: set[Statement]) -> Projection:
    """The projection of documents `d1` and `d2`."""
    support: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, statements in documents.items():
        for subject, po in ledger.encode(statements).items():
            support.setdefault(subject, {})[at(f"document/{name[1:]}")] = po
    return project(support, issued or {}, set(), MAPPING)


def node(path: str, issued: dict[str, str] | None = None, /, **documents: set[Statement]) -> Node:
    return projected(issued, **documents).nodes[at(path)]


def properties(statements: set[Statement]) -> Properties:
    (found,) = projected(d1=statements).nodes.values()
    return {key: value for key, value in found.properties.items() if key not in ("uri", "name")}


def test_labels_hold_all_superclasses_and_skip_classes_of_others() -> None:
    statements = is_a("actor/x", "UniversityHospital") | says("actor/x", RDF_TYPE, rdf.iri("http://other/Thing"))
    assert node("actor/x", d1=statements).labels == {
        "Resource",
        "Actor",
        "Organization",
        "Hospital",
        "UniversityHospital",
    }


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        (named("actor/x", fr="Un", en="One"), "Un"),
        (named("actor/x", en="One", de="Eins"), "One"),
        (says("actor/x", RDFS_LABEL, rdf.literal("Plain")) | named("actor/x", de="Eins"), "Plain"),
        (says("actor/x", RDFS_LABEL, rdf.literal("Un", language="fr-FR")) | named("actor/x", en="One"), "Un"),
        (named("actor/x", de="Eins"), "Eins"),
        (says("actor/x", "quote", rdf.literal("word " * 40, language="en")), ("word " * 16)[:79].rstrip() + "…"),
        (says("actor/x", "quote", rdf.literal("two\n lines", language="en")), "two lines"),
        (says("actor/x", "country", rdf.literal("FR")), "x"),
        (named("actor/x", fr="  "), "x"),
    ],
)
def test_every_node_has_a_name(statements: set[Statement], name: str) -> None:
    assert node("actor/x", d1=statements).properties["name"] == name


def test_languages_have_keys_of_their_own() -> None:
    found = properties(
        named("actor/x", fr="Un", en="One")
        | says("actor/x", f"<{SKOS}altLabel>", *(rdf.literal(text, language="fr") for text in ("b", "a")))
        | says("actor/x", f"<{SKOS}altLabel>", rdf.literal("c"), rdf.literal("d", language="fr-FR"))
    )
    assert found == {
        "label_fr": "Un",
        "label_en": "One",
        "altLabel": ["c"],
        "altLabel_fr": ["a", "b"],
        "altLabel_fr_FR": ["d"],
    }


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (day("2024-02-29"), {"startsOn": "2024-02-29", "startsOn_min": dt.date(2024, 2, 29)}),
        (month("2024-02"), {"startsOn": "2024-02", "startsOn_max": dt.date(2024, 2, 29)}),
        (rdf.literal("2024", datatype=XSD + "gYear"), {"startsOn": "2024", "startsOn_max": dt.date(2024, 12, 31)}),
    ],
)
def test_partial_dates_can_be_read_and_compared(term: str, expected: Properties) -> None:
    found = properties(says("agreement/x", "startsOn", term))
    assert expected.items() <= found.items()
    assert set(found) == {"startsOn", "startsOn_min", "startsOn_max"}


def test_a_date_with_a_time_zone_is_shown_and_not_compared() -> None:
    zoned = rdf.literal("2024-03-05+01:00", datatype=XSD + "date")
    assert properties(says("agreement/x", "startsOn", zoned)) == {"startsOn": "2024-03-05+01:00"}


def test_numbers_keep_what_they_can() -> None:
    assert properties(says("agreement/x", "amount", rdf.literal("1.50", datatype=XSD + "decimal"))) == {
        "amount": "1.50",
        "amount_num": 1.5,
    }
    for lexical, expected in [("7", {"quoteStart": 7}), ("007", {"quoteStart": 7}), ("9" * 30, {}), ("seven", {})]:
        literal = rdf.literal(lexical, datatype=XSD + "integer")
        assert properties(says("evidence/x", "quoteStart", literal)) == expected


def test_outside_iris_are_properties_and_make_no_node() -> None:
    found = projected(d1=says("actor/x", "homepage", rdf.iri("https://b.example"), rdf.iri("https://a.example")))
    assert found.nodes[at("actor/x")].properties["homepage"] == ["https://a.example", "https://b.example"]
    assert found.links == {}


def test_unmapped_terms_stay_in_the_ledger() -> None:
    found = projected(d1=says("actor/x", "<http://other/p>", rdf.literal("v"), thing("actor/y")))
    assert set(found.nodes[at("actor/x")].properties) == {"uri", "name"}
    assert found.links == {}


def test_a_relationship_names_the_documents_that_state_it() -> None:
    statement = says("actor/x", "partOf", thing("actor/y"))
    assert projected(d1=statement, d2=statement).links == {
        Link(at("actor/x"), "PART_OF", at("actor/y")): {"docs": [D1, D2]}
    }


def test_conflicts_are_listed_and_the_newest_document_wins() -> None:
    first = says("actor/x", "siren", rdf.literal("1")) | named("actor/x", fr="A", en="Same")
    second = says("actor/x", "siren", rdf.literal("2")) | named("actor/x", fr="B", en="Same")
    for issued, siren in (
        ({D1: "2024-01", D2: "2023"}, "1"),
        ({D1: "2023", D2: "2024"}, "2"),
        ({D1: "2024"}, "1"),
        ({D1: "2024", D2: "2024"}, "2"),
        ({}, "2"),
    ):
        found = node("actor/x", issued, d1=first, d2=second).properties
        assert found["siren"] == siren
        assert found["conflicts"] == ["label_fr", "siren"]


def test_values_that_all_documents_share_are_no_conflict() -> None:
    statement = says("actor/x", "siren", rdf.literal("1"))
    assert "conflicts" not in node("actor/x", d1=statement, d2=statement).properties


def test_a_loaded_document_has_its_label_whatever_it_says_of_itself() -> None:
    support = {D1: {D1: ('<http://other/p> "x"',)}, D2: dict[str, tuple[str, ...]]()}
    nodes = project(support, {}, {D1, D2}, MAPPING).nodes
    assert nodes[D1].labels == nodes[D2].labels == {"Resource", "Document"}


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        ([month("2024-03")], "2024-03"),
        ([month("2024-03"), day("2024-05-01")], "2024-05-01"),
        ([rdf.literal("soon")], None),
        ([], None),
    ],
)
def test_the_date_of_a_document_is_what_it_says_of_itself(objects: list[str], expected: str | None) -> None:
    statements = says("document/1", "issued", *objects) | says("document/2", "issued", day("2030-01-01"))
    assert date_of_issue(D1, ledger.encode(statements)) == expected


@given(st.lists(strategies.documents, min_size=1, max_size=3, unique_by=lambda document: document.iri))
def test_subjects_are_projected_each_on_its_own(library: list[DocumentGraph]) -> None:
    support: dict[str, dict[str, tuple[str, ...]]] = {}
    for document in library:
        for subject, po in ledger.encode(document.statements).items():
            support.setdefault(subject, {})[document.iri] = po
    whole = project(support, {}, {document.iri for document in library}, MAPPING)
    parts = Projection()
    for subject, stated in support.items():
        part = project({subject: stated}, {}, {document.iri for document in library}, MAPPING)
        assert not part.links.keys() & parts.links.keys()
        parts.nodes.update(part.nodes)
        parts.links.update(part.links)
    assert parts == whole


_SINGLE = {
    rdf.iri(iri) for iri, term in MAPPING.properties.items() if term.kind not in ("relationship", "texts", "external")
} - {f"<{SKOS}altLabel>"}


def without_conflicts(statements: frozenset[Statement]) -> set[Statement]:
    """Those of the statements that a property graph can hold: one value of what has one, lowest classes only."""
    kept: dict[tuple[str, ...], Statement] = {}
    for statement in sorted(statements):
        subject, predicate, object_ = statement
        term = rdf.term(object_)
        single = predicate in _SINGLE or predicate == RDF_TYPE
        kept[(subject, predicate, (term.language or "") if single else object_)] = statement
    return set(kept.values())


@given(st.frozensets(strategies.mapped, max_size=40))
def test_nothing_of_the_mapped_vocabulary_is_lost(statements: frozenset[Statement]) -> None:
    wanted = without_conflicts(statements)
    assert set(inversion.statements(projected(d1=wanted), MAPPING)) == wanted


def test_what_is_derived_is_not_read_back() -> None:
    statements = (
        is_a("agreement/x", "Licence")
        | says("agreement/x", "licensor", thing("actor/a"))
        | says("agreement/x", "licensee", thing("actor/b"))
        | says("agreement/x", "concerns", thing("area/a"))
    )
    found = projected(d1=statements)
    assert any(link.type == "LICENSES_TO" for link in found.links)
    assert set(inversion.statements(found, MAPPING)) == statements


def test_terms_of_the_projection_are_those_of_the_ontology() -> None:
    for name in ("Agreement", "Role", "party", "creates", "concerns", "roleHolder", "roleAt", "issued", "sponsor"):
        assert onco(name) in {**MAPPING.labels, **MAPPING.properties}
