"""What holds for any documents, on both engines: exactness, and independence of the way a state was reached."""

from __future__ import annotations

import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.export import ExportFormat, export
from graph.store import Store
from ontology.rdf import DocumentGraph, Statement, parse_line
from tests.graph.strategies import documents, libraries
from tests.graph.test_store import picture

few = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,  # the same examples in each run: a red build is red again
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def empty(store: Store) -> None:
    for info in store.documents():
        store.retract(info.iri)


def exported(store: Store, format_: ExportFormat = ExportFormat.NQ) -> bytes:
    return b"".join(export(store, format=format_))


def quads(data: bytes) -> dict[str, set[Statement]]:
    found: dict[str, set[Statement]] = {}
    for line in data.decode().split("\n"):
        parsed = parse_line(line)
        if parsed:
            statement, graph = parsed
            found.setdefault(graph or "", set()).add(statement)
    return found


@few
@given(library=libraries())
def test_what_comes_out_is_what_went_in(store: Store, library: list[DocumentGraph]) -> None:
    empty(store)
    for document in library:
        store.replace(document)
    assert quads(exported(store)) == {document.iri: set(document.statements) for document in library}
    assert store.verify().differences == ()


@few
@given(library=libraries(), data=st.data())
def test_the_order_of_loading_does_not_matter(store: Store, library: list[DocumentGraph], data: st.DataObject) -> None:
    empty(store)
    for document in library:
        store.replace(document)
    one = picture(store), exported(store)
    empty(store)
    for document in data.draw(st.permutations(library)):
        store.replace(document)
    assert (picture(store), exported(store)) == one


@few
@given(library=libraries(), last=documents)
def test_taken_back_is_as_if_never_loaded(store: Store, library: list[DocumentGraph], last: DocumentGraph) -> None:
    empty(store)
    others = [document for document in library if document.iri != last.iri]
    for document in others:
        store.replace(document)
    before = picture(store), exported(store)
    store.replace(last)
    assert store.verify().differences == ()
    store.retract(last.iri)
    assert (picture(store), exported(store)) == before


@few
@given(library=libraries(), first=documents)
def test_replaced_is_as_if_loaded_once(store: Store, library: list[DocumentGraph], first: DocumentGraph) -> None:
    empty(store)
    for document in library:
        store.replace(document)
    straight = picture(store), exported(store)
    empty(store)
    store.replace(DocumentGraph(library[0].iri, first.statements))
    for document in reversed(library):
        store.replace(document)
        store.replace(document)
    assert (picture(store), exported(store)) == straight
    assert store.verify().differences == ()


@few
@given(library=libraries())
def test_trig_loaded_into_an_empty_store_gives_the_same_trig(store: Store, library: list[DocumentGraph]) -> None:
    empty(store)
    for document in library:
        store.replace(document)
    trig = exported(store, ExportFormat.TRIG)
    empty(store)
    for document in from_trig(trig):
        store.replace(document)
    assert exported(store, ExportFormat.TRIG) == trig


def from_trig(trig: bytes) -> list[DocumentGraph]:
    from ontology.rdf import from_rdflib

    dataset = rdflib.Dataset()
    dataset.parse(data=trig, format="trig")
    return [
        DocumentGraph(str(graph.identifier), frozenset(from_rdflib(graph)))
        for graph in dataset.graphs()
        if len(graph) and graph.identifier != rdflib.graph.DATASET_DEFAULT_GRAPH_ID
    ]
