"""Whatever somebody does to the database by hand is found, named and put right."""

from __future__ import annotations

import pytest

from graph.store import Store
from ontology import rdf
from ontology.errors import StoreError
from ontology.rdf import DocumentGraph
from tests.graph.sample import at, is_a, press_release, says, thing
from tests.graph.test_store import change, picture

HAND_EDITS = [
    ("MATCH (a:Agreement) SET a.tier = 'B'", "node", "tier is 'B', should be 'A'"),
    ("MATCH (a:Agreement) SET a.note = 'mine'", "node", "note is 'mine', should not be there"),
    ("MATCH (a:Agreement) REMOVE a.startsOn_min", "node", "startsOn_min is missing"),
    ("MATCH (a:Agreement) SET a:Mine", "node", "labels are Agreement, Mine, ResearchCollaboration, Resource"),
    ("MATCH (a:Agreement) REMOVE a:Agreement", "node", "should be Agreement, ResearchCollaboration, Resource"),
    ("MATCH (:Agreement)-[r:HAS_PARTY]->() WITH r LIMIT 1 DELETE r", "relationship", "is missing"),
    ("MATCH (:Agreement)-[r:HAS_PARTY]->() SET r.docs = []", "relationship", "docs is [], should be"),
    ("MATCH (a:Agreement), (t:TherapeuticArea) CREATE (a)-[:LIKES]->(t)", "relationship", "no document states it"),
    ("MATCH (a:Agreement), (t:TherapeuticArea) CREATE (a)-[:CONCERNS]->(t)", "relationship", "more than once"),
    ("MATCH ()-[r:PARTNERS_WITH]->() DELETE r", "relationship", "PARTNERS_WITH"),
    ("MATCH ()-[r:PARTNERS_WITH]->() SET r.since = '1999'", "relationship", "since is '1999'"),
    ("MATCH (a:Agreement), (t:TherapeuticArea) CREATE (t)-[:FUNDS {derived: true, agreement: a.uri}]->(a)",
     "relationship", "no document states it"),
    ("CREATE (n:Resource:Actor {uri: 'http://example.org/mine', name: 'x'})", "node", "nothing is said about it"),
]  # fmt: skip


@pytest.mark.parametrize(("cypher", "kind", "message"), HAND_EDITS, ids=[edit[0] for edit in HAND_EDITS])
def test_a_change_by_hand_is_found_and_put_right(store: Store, cypher: str, kind: str, message: str) -> None:
    store.replace(press_release("one"))
    store.replace(press_release("two"))
    before = picture(store)
    assert store.verify().clean
    change(store, cypher)
    report = store.verify()
    assert not report.clean
    assert {difference.kind for difference in report.differences} == {kind}
    assert any(message in str(difference) for difference in report.differences)
    mended = store.repair()
    assert mended.repaired
    assert mended.count == report.count
    assert store.verify().differences == ()
    assert picture(store) == before


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (d:Resource)-[r:ASSERTS]->(a:Agreement) WITH r LIMIT 1 DELETE r",
        "MATCH (d:Resource)-[r:ASSERTS]->(a:Agreement) SET r.po = r.po[1..]",
        "MATCH (a:Agreement) DETACH DELETE a",
        "MATCH (l:_Load) DELETE l",
    ],
)
def test_statements_lost_by_hand_are_found_and_the_document_can_be_loaded_again(store: Store, cypher: str) -> None:
    store.replace(press_release())
    before = picture(store)
    change(store, cypher)
    report = store.verify()
    assert ("ledger", at("document/one")) in {(found.kind, found.place) for found in report.differences}
    store.repair()
    assert {found.kind for found in store.verify().differences} == {"ledger"}
    store.replace(press_release())
    assert picture(store) == before
    assert store.verify().clean


def test_a_damaged_ledger_is_not_exported(embedded_store: Store) -> None:
    embedded_store.replace(press_release())
    change(embedded_store, "MATCH (d:Resource)-[r:ASSERTS]->(a:Agreement) SET r.po = r.po[1..]")
    with pytest.raises(StoreError, match="not those that were loaded") as caught:
        list(embedded_store.statements())
    assert caught.value.place == at("document/one")


def test_the_report_counts(store: Store) -> None:
    document = press_release()
    store.replace(document)
    report = store.verify()
    status = store.status()
    assert (report.documents, report.statements) == (1, len(document.statements))
    assert report.nodes == status.nodes
    assert report.relationships == status.relationships - len({subject for subject, _, _ in document.statements})


def test_repair_of_a_clean_store_changes_nothing(store: Store) -> None:
    store.replace(press_release())
    before = picture(store)
    assert store.repair().clean
    assert picture(store) == before


@pytest.mark.slow
def test_a_graph_larger_than_one_batch(embedded_store: Store) -> None:
    people = {
        statement
        for number in range(1500)
        for statement in is_a(f"person/p{number}", "Person")
        | says(f"person/p{number}", "quotedIn", thing("document/big"))
        | says(f"person/p{number}", "siren", rdf.literal(str(number)))
    }
    document = DocumentGraph(at("document/big"), frozenset(people))
    assert embedded_store.replace(document).added == 4500
    assert embedded_store.verify().nodes == 1501
    assert {statement for _, statement in embedded_store.statements()} == people
    change(embedded_store, "MATCH (p:Person) SET p.siren = 'x'")
    assert embedded_store.verify().count == 1500
    embedded_store.repair()
    assert embedded_store.verify().clean
    embedded_store.retract(at("document/big"))
    assert embedded_store.status().nodes == 0
