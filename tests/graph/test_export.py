"""RDF out of the ledger: read back by rdflib and pyoxigraph, sorted, without duplicates, streamed."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph import ledger, turtle
from graph.export import ExportFormat, describe, describe_statements, export
from graph.sorting import sorted_unique
from graph.store import Store
from ontology import rdf
from ontology.rdf import XSD, DocumentGraph, Statement, from_rdflib, parse_line
from tests.graph import strategies
from tests.graph.sample import at, is_a, named, press_release, says, thing

ODD = DocumentGraph(
    at("document/odd"),
    frozenset(
        named("actor/servier", **{"fr-FR": "Les Laboratoires Servier"})
        | says(
            "actor/servier",
            "<http://example.org/local#p>",
            rdf.literal('not a tag"@fr and not a type^^<http://x>'),
            rdf.literal("line\nline\r\n\ttab \\ back"),
            rdf.literal("01", datatype=XSD + "integer"),
            rdf.literal(str(2**80), datatype=XSD + "integer"),
            rdf.literal("1.50", datatype=XSD + "decimal"),
            rdf.literal("2024", datatype=XSD + "gYear"),
            rdf.literal("2024-03-05+01:00", datatype=XSD + "date"),
            rdf.literal("", language="zh-Hant"),
            rdf.literal("\u2028\x85\x0b"),
            rdf.iri("http://example.org/été?a=1&b=(2)#."),
            rdf.iri("urn:x:y"),
        )
    ),
)


def loaded(store: Store) -> list[DocumentGraph]:
    library = [press_release("one"), press_release("two"), ODD]
    for document in library:
        store.replace(document)
    return library


def exported(store: Store, format_: ExportFormat, document: str | None = None) -> str:
    return b"".join(export(store, format=format_, document=document)).decode()


def lines(text: str) -> list[str]:
    return text.split("\n")[:-1]


def by_rdflib(text: str, format_: str) -> dict[str, set[Statement]]:
    if format_ in ("turtle", "nt"):
        return {"": set(from_rdflib(rdflib.Graph().parse(data=text, format=format_)))}
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=format_)
    return {str(graph.identifier): set(from_rdflib(graph)) for graph in dataset.graphs() if len(graph)}


def lower_case_tags(statements: set[Statement]) -> set[Statement]:
    """As pyoxigraph reads them."""
    found = set()
    for subject, predicate, object_ in statements:
        term = rdf.term(object_)
        found.add(
            (subject, predicate, rdf.literal(term.value, language=term.language.lower()) if term.language else object_)
        )
    return found


def by_pyoxigraph(text: str, format_: pyoxigraph.RdfFormat) -> dict[str, set[Statement]]:
    found: dict[str, set[Statement]] = {}
    for quad in pyoxigraph.parse(text.encode(), format=format_):
        graph = quad.graph_name.value if isinstance(quad.graph_name, pyoxigraph.NamedNode) else ""
        object_ = quad.object
        encoded = (
            rdf.iri(object_.value)
            if isinstance(object_, pyoxigraph.NamedNode)
            else rdf.literal(
                object_.value,
                language=object_.language,
                datatype=None if object_.language else object_.datatype.value,
            )
        )
        found.setdefault(graph, set()).add((rdf.iri(quad.subject.value), rdf.iri(quad.predicate.value), encoded))
    return found


@pytest.mark.parametrize(
    ("format_", "name", "oxigraph", "united"),
    [
        (ExportFormat.TURTLE, "turtle", pyoxigraph.RdfFormat.TURTLE, True),
        (ExportFormat.NT, "nt", pyoxigraph.RdfFormat.N_TRIPLES, True),
        (ExportFormat.TRIG, "trig", pyoxigraph.RdfFormat.TRIG, False),
        (ExportFormat.NQ, "nquads", pyoxigraph.RdfFormat.N_QUADS, False),
        (ExportFormat.JSONLD, "json-ld", pyoxigraph.RdfFormat.JSON_LD, False),
    ],
)
def test_each_format_is_read_back_the_same(
    embedded_store: Store, format_: ExportFormat, name: str, oxigraph: pyoxigraph.RdfFormat, united: bool
) -> None:
    library = loaded(embedded_store)
    everything = {statement for document in library for statement in document.statements}
    expected = {"": everything} if united else {document.iri: set(document.statements) for document in library}
    text = exported(embedded_store, format_)
    assert by_rdflib(text, name) == expected
    assert by_pyoxigraph(text, oxigraph) == {graph: lower_case_tags(stated) for graph, stated in expected.items()}
    assert exported(embedded_store, format_) == text


@pytest.mark.parametrize("format_", list(ExportFormat))
def test_one_document_alone(embedded_store: Store, format_: ExportFormat) -> None:
    loaded(embedded_store)
    text = exported(embedded_store, format_, at("document/two"))
    name = {ExportFormat.NQ: "nquads", ExportFormat.JSONLD: "json-ld"}.get(format_, format_.value)
    (stated,) = by_rdflib(text, name).values()
    assert stated == press_release("two").statements


@pytest.mark.parametrize("format_", list(ExportFormat))
def test_nothing_is_valid_too(embedded_store: Store, format_: ExportFormat) -> None:
    text = exported(embedded_store, format_)
    name = {ExportFormat.NQ: "nquads", ExportFormat.JSONLD: "json-ld"}.get(format_, format_.value)
    assert not set().union(*by_rdflib(text, name).values())


def test_what_two_documents_state_comes_once_in_a_union(embedded_store: Store) -> None:
    loaded(embedded_store)
    triples = lines(exported(embedded_store, ExportFormat.NT))
    assert triples == sorted(set(triples))
    assert len(lines(exported(embedded_store, ExportFormat.NQ))) > len(triples)


def test_a_small_change_makes_a_small_difference(embedded_store: Store) -> None:
    loaded(embedded_store)
    before = set(lines(exported(embedded_store, ExportFormat.TURTLE)))
    for name in ("one", "two"):
        embedded_store.replace(press_release(name, starts="2024-04"))
    after = set(lines(exported(embedded_store, ExportFormat.TURTLE)))
    assert before - after == {'    onco:startsOn "2024-03"^^xsd:gYearMonth ;'}
    assert after - before == {'    onco:startsOn "2024-04"^^xsd:gYearMonth ;'}


def test_turtle_reads_well(embedded_store: Store) -> None:
    document = DocumentGraph(
        at("document/x"),
        frozenset(
            is_a("agreement/x", "Licence")
            | says("agreement/x", "party", thing("actor/a"), thing("actor/b.c"))
            | named("agreement/x", fr="Licence")
        ),
    )
    embedded_store.replace(document)
    assert exported(embedded_store, ExportFormat.TURTLE).split("\n\n", 1)[1] == (
        "agreement:x\n"
        "    a onco:Licence ;\n"
        '    rdfs:label "Licence"@fr ;\n'
        "    onco:party actor:a,\n"
        f"        <{at('actor/b.c')}> .\n"
    )


def test_what_is_stated_about_some_things(embedded_store: Store) -> None:
    loaded(embedded_store)
    stated = list(describe_statements(embedded_store, [at("actor/servier"), at("actor/unknown")]))
    assert {document for document, _ in stated} == {at("document/one"), at("document/two"), ODD.iri}
    assert {subject for _, (subject, _, _) in stated} == {rdf.iri(at("actor/servier"))}
    assert {statement for document, statement in stated if document == ODD.iri} == ODD.statements
    text = b"".join(describe(embedded_store, [at("actor/servier")], format=ExportFormat.TURTLE)).decode()
    assert by_rdflib(text, "turtle")[""] == {statement for _, statement in stated}


def test_an_export_is_streamed(embedded_store: Store) -> None:
    for number in range(30):
        embedded_store.replace(press_release(f"d{number}", label="long " * 2000))
    pieces = export(embedded_store, format=ExportFormat.NQ)
    assert isinstance(pieces, Iterator)
    first = next(pieces)
    assert len(first) < 100_000
    assert len(first) + sum(map(len, pieces)) > 250_000


@given(strategies.statements)
def test_turtle_keeps_every_term(statements: frozenset[Statement]) -> None:
    in_order = list(ledger.decode_all(ledger.encode(statements)))
    text = turtle.header() + "".join(turtle.blocks(in_order, turtle.Shortener()))
    assert set(from_rdflib(rdflib.Graph().parse(data=text, format="turtle"))) == statements
    assert by_pyoxigraph(text, pyoxigraph.RdfFormat.TURTLE)[""] == lower_case_tags(set(statements))


@given(st.lists(st.text("abc", max_size=3)), st.integers(1, 5))
def test_sorting_on_disk_is_sorting(items: list[str], in_memory: int) -> None:
    assert list(sorted_unique(items, in_memory=in_memory)) == sorted(set(items))


def test_lines_of_n_quads_are_lines(embedded_store: Store) -> None:
    embedded_store.replace(ODD)
    for line in lines(exported(embedded_store, ExportFormat.NQ)):
        assert parse_line(line) is not None


def test_labels_properties_and_relationships_say_the_same(store: Store) -> None:
    for name in ("one", "two"):
        store.replace(press_release(name))
    assert store.projected_statements() == {statement for _, statement in store.statements()}
