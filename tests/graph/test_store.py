"""The store on both engines: what loading, replacing and taking back do."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import SecretStr

from graph.engines import open_engine
from graph.settings import StoreSettings
from graph.store import Store
from ontology import rdf
from ontology.errors import InputError, StoreError, StoreUnavailable, StoreVersionError
from ontology.rdf import DocumentGraph
from tests.conftest import Wipe
from tests.graph.sample import at, is_a, named, press_release, says, thing

EVERYTHING = "MATCH (n:Resource) RETURN n.uri AS uri, labels(n) AS labels, properties(n) AS properties ORDER BY uri"
LINKS = (
    "MATCH (a:Resource)-[r]->(b:Resource) "
    "RETURN a.uri AS start, type(r) AS type, b.uri AS end, properties(r) AS properties"
)


def picture(store: Store) -> object:
    """All that is in the graph, ledger included."""
    nodes = {row["uri"]: (sorted(row["labels"]), row["properties"]) for row in store.query(EVERYTHING)}  # type: ignore[call-overload]
    links = sorted(
        (row["start"], row["type"], row["end"], sorted(row["properties"].items()))  # type: ignore[attr-defined]
        for row in store.query(LINKS)
    )
    return nodes, links


def node(store: Store, path: str) -> dict[str, object]:
    (row,) = store.query(
        "MATCH (n:Resource {uri: $uri}) RETURN labels(n) AS labels, properties(n) AS properties", {"uri": at(path)}
    )
    return {"labels": set(row["labels"]), **row["properties"]}  # type: ignore[dict-item,call-overload]


def test_a_document_becomes_a_graph_that_reads_well(store: Store) -> None:
    result = store.replace(press_release())
    assert (result.outcome, result.added, result.removed) == ("new", result.statements, 0)
    agreement = node(store, "agreement/a")
    assert agreement["labels"] == {"Resource", "Agreement", "ResearchCollaboration"}
    assert agreement["name"] == agreement["label_fr"] == "Accord de recherche"
    assert (agreement["startsOn"], agreement["startsOn_min"], agreement["startsOn_max"]) == (
        "2024-03",
        "2024-03-01",
        "2024-03-31",
    )
    assert node(store, "actor/servier")["labels"] == {"Resource", "Actor", "Organization", "Company", "PharmaCompany"}
    rows = store.query(
        "MATCH (a:Actor)-[r:PARTNERS_WITH]-(b:Actor {uri: $uri}) "
        "RETURN a.uri AS partner, r.derived AS derived, r.agreement AS agreement, r.since AS since, r.docs AS docs",
        {"uri": at("actor/servier")},
    )
    assert rows == [
        {
            "partner": at("actor/gustave-roussy"),
            "derived": True,
            "agreement": at("agreement/a"),
            "since": "2024-03",
            "docs": [at("document/one")],
        }
    ]


def test_loading_twice_is_loading_once(store: Store) -> None:
    store.replace(press_release())
    once = picture(store)
    loaded_at = store.documents()[0].loaded_at
    assert store.replace(press_release()).outcome == "unchanged"
    assert picture(store) == once
    assert store.documents()[0].loaded_at == loaded_at


def test_a_replaced_document_leaves_nothing_behind(store: Store) -> None:
    store.replace(press_release(parties=("actor/servier", "actor/curie"), agreement="agreement/b", starts="2020-01"))
    result = store.replace(press_release())
    assert result.outcome == "replaced"
    assert result.removed > 0
    after = picture(store)
    store.retract(at("document/one"))
    store.replace(press_release())
    assert picture(store) == after
    assert store.verify().clean


def test_taking_back_leaves_what_another_document_states(store: Store) -> None:
    store.replace(press_release("two"))
    alone = picture(store)
    store.replace(press_release("one", label="Autre accord"))
    assert node(store, "agreement/a")["conflicts"] == ["label_fr"]
    result = store.retract(at("document/one"))
    assert (result.outcome, result.statements) == ("retracted", 0)
    assert picture(store) == alone
    assert [info.iri for info in store.documents()] == [at("document/two")]
    assert store.retract(at("document/one")).outcome == "absent"


def test_taking_back_the_last_document_empties_the_graph(store: Store) -> None:
    store.replace(press_release())
    store.retract(at("document/one"))
    assert picture(store) == ({}, [])
    assert store.documents() == []
    assert list(store.statements()) == []
    assert store.replace(press_release()).outcome == "new"


def test_a_document_with_no_statement_is_taken_back(store: Store) -> None:
    store.replace(press_release())
    assert store.replace(DocumentGraph(at("document/one"), frozenset())).outcome == "retracted"
    assert picture(store) == ({}, [])


def test_the_newest_document_wins_a_conflict_in_any_order_of_loading(store: Store) -> None:
    older = press_release("old", issued="2020-01-01", starts="2019-01", label="Ancien")
    newer = press_release("new", issued="2023-01-01", starts="2019-06", label="Nouveau")
    for order in ((older, newer), (newer, older)):
        for document in order:
            store.replace(document)
        agreement = node(store, "agreement/a")
        assert (agreement["name"], agreement["startsOn"]) == ("Nouveau", "2019-06")
        assert agreement["conflicts"] == ["label_fr", "startsOn"]
        for document in order:
            store.retract(document.iri)


def test_a_document_that_gets_another_date_wins_the_conflicts_it_lost(store: Store) -> None:
    store.replace(press_release("one", issued="2020-01-01", label="Un"))
    store.replace(press_release("two", issued="2021-01-01", label="Deux"))
    assert node(store, "agreement/a")["name"] == "Deux"
    store.replace(press_release("one", issued="2022-01-01", label="Un"))
    assert node(store, "agreement/a")["name"] == "Un"
    assert store.verify().clean


@pytest.mark.parametrize(
    "classes",
    [("PharmaCompany", "CancerCentre"), ("PharmaCompany", "Company"), ("Company", "PharmaCompany")],
    ids=["other", "fewer", "more"],
)
def test_a_node_changes_its_classes_back_and_forth(store: Store, classes: tuple[str, str]) -> None:
    store.replace(press_release("other", agreement="agreement/other", actor_class="Actor"))
    for name in (*classes, *classes):
        store.replace(press_release(actor_class=name))
        labels = node(store, "actor/servier")["labels"]
        assert isinstance(labels, set)
        assert name in labels
        assert ("CancerCentre" in labels) == (name == "CancerCentre")
        assert ("PharmaCompany" in labels) == (name == "PharmaCompany")
        assert store.verify().clean


def test_a_thing_only_referred_to_is_a_stub_until_a_document_describes_it(store: Store) -> None:
    store.replace(DocumentGraph(at("document/a"), frozenset(says("actor/x", "partOf", thing("actor/y")))))
    assert node(store, "actor/y") == {"labels": {"Resource"}, "uri": at("actor/y"), "name": "y"}
    store.replace(
        DocumentGraph(at("document/b"), frozenset(is_a("actor/y", "Hospital") | named("actor/y", en="Y Hospital")))
    )
    assert node(store, "actor/y")["name"] == "Y Hospital"
    store.retract(at("document/b"))
    assert node(store, "actor/y") == {"labels": {"Resource"}, "uri": at("actor/y"), "name": "y"}
    store.retract(at("document/a"))
    assert picture(store) == ({}, [])


def test_a_document_may_describe_another_document(store: Store) -> None:
    store.replace(press_release("one"))
    store.replace(DocumentGraph(at("document/b"), frozenset(named("document/one", en="A release"))))
    assert node(store, "document/one")["name"] == "A release"
    store.retract(at("document/one"))
    assert node(store, "document/one") == {
        "labels": {"Resource"},
        "uri": at("document/one"),
        "name": "A release",
        "label_en": "A release",
    }
    assert store.verify().clean


def test_a_blank_node_is_refused_and_nothing_is_written(store: Store) -> None:
    bad = DocumentGraph(at("document/bad"), frozenset({("_:b", "<http://x/p>", '"x"')}) | press_release().statements)
    with pytest.raises(InputError, match="cannot be stored"):
        store.replace(bad)
    assert picture(store) == ({}, [])


def test_a_question_gets_plain_values(store: Store) -> None:
    store.replace(press_release())
    (row,) = store.query(
        "MATCH p = (a:Agreement)-[r:CONCERNS]->(t) "
        "RETURN a.startsOn_min AS day, a, r, p, [date('2020-01-02'), {x: date('2021-01-01')}] AS nested"
    )
    assert row["day"] == "2024-03-01"
    assert row["nested"] == ["2020-01-02", {"x": "2021-01-01"}]
    assert row["a"]["uri"] == at("agreement/a")  # type: ignore[index,call-overload]
    assert row["r"]["type"] == "CONCERNS"  # type: ignore[index,call-overload]
    assert [n["uri"] for n in row["p"]["nodes"]] == [at("agreement/a"), at("area/lung-cancer")]  # type: ignore[index,call-overload]


def test_a_question_takes_dates_as_parameters(store: Store) -> None:
    store.replace(press_release())
    found = store.query(
        "MATCH (a:Agreement) WHERE a.startsOn_min <= $day RETURN a.uri AS uri", {"day": dt.date(2024, 3, 1)}
    )
    assert found == [{"uri": at("agreement/a")}]


@pytest.mark.parametrize(
    "cypher", ["CREATE (n:Resource {uri: 'x'})", "MATCH (n:Resource) SET n.name = 'x'", "MATCH (n) DETACH DELETE n"]
)
def test_a_question_cannot_write(store: Store, cypher: str) -> None:
    store.replace(press_release())
    before = picture(store)
    with pytest.raises(StoreError):
        store.query(cypher)
    assert picture(store) == before


def test_a_wrong_question_is_an_error_of_ours(store: Store) -> None:
    with pytest.raises(StoreError, match="refused"):
        store.query("MATCH (n RETURN n")


def test_a_question_has_a_limit_of_rows(store: Store) -> None:
    assert len(store.query("UNWIND range(1, 3) AS n RETURN n", limit=3)) == 3
    with pytest.raises(StoreError, match="more than 2 rows"):
        store.query("UNWIND range(1, 3) AS n RETURN n", limit=2)


def test_a_read_only_store_reads_and_refuses_to_write(store: Store, store_settings: StoreSettings) -> None:
    store.replace(press_release())
    with Store.open(store_settings, read_only=True) as reader:
        assert picture(reader) == picture(store)
        with pytest.raises(StoreError):
            reader.replace(press_release("two"))
        with pytest.raises(StoreError):
            reader.query("CREATE (n:Resource {uri: 'x'})")


def test_an_empty_database_can_be_opened_for_reading(store_settings: StoreSettings) -> None:
    with Store.open(store_settings, read_only=True) as reader:
        assert reader.documents() == []
        assert reader.status().nodes == 0
        assert reader.verify().clean


def test_status_counts(store: Store) -> None:
    one = press_release()
    store.replace(one)
    store.replace(press_release("two"))
    status = store.status()
    assert (status.documents, status.statements) == (2, 2 * len(one.statements))
    assert status.nodes == len(store.query(EVERYTHING))
    assert status.relationships == len(store.query(LINKS))


def change(store: Store, cypher: str) -> None:
    """What somebody with another program does to the database."""
    store._database.write(lambda tx: tx.run(cypher).consume())


def test_a_database_of_others_is_refused(store: Store, store_settings: StoreSettings) -> None:
    change(store, "MATCH (n) DETACH DELETE n")
    change(store, "CREATE (:Film {title: 'x'})")
    with pytest.raises(StoreVersionError, match=r"did not write.*Film") as caught:
        Store.open(store_settings)
    assert "ONCOGRAPH_STORE" in str(caught.value.remedy)


def test_a_newer_ledger_is_refused(store: Store, store_settings: StoreSettings) -> None:
    change(store, "MATCH (s:_Schema) SET s.ledgerVersion = 99")
    with pytest.raises(StoreVersionError, match="form 99"):
        Store.open(store_settings)


def test_a_graph_by_another_ontology_is_refused_until_it_is_repaired(
    store: Store, store_settings: StoreSettings
) -> None:
    store.replace(press_release())
    before = picture(store)
    change(store, "MATCH (s:_Schema) SET s.mappingVersion = 'older'")
    change(store, "MATCH (n:Agreement) REMOVE n.startsOn_min SET n.extra = 'x'")
    change(store, "MATCH (n:Agreement) REMOVE n:ResearchCollaboration")
    change(store, "MATCH ()-[r:PARTNERS_WITH]-() DELETE r")
    with pytest.raises(StoreVersionError, match="another ontology") as caught:
        Store.open(store_settings)
    assert "verify --repair" in str(caught.value.remedy)
    with pytest.raises(StoreVersionError):
        store.replace(press_release("two"))
    with Store.open(store_settings, allow_stale=True) as stale:
        assert stale.repair().count == 2
        assert stale.verify().clean
    assert picture(store) == before
    with Store.open(store_settings) as again:
        again.replace(press_release("two"))


def test_nothing_there_is_said_with_the_remedy() -> None:
    settings = StoreSettings(store="bolt://127.0.0.1:1", neo4j_password=SecretStr("whatever"))
    with pytest.raises(StoreUnavailable, match="cannot be reached") as caught:
        Store.open(settings)
    assert "127.0.0.1:1" in str(caught.value)
    assert caught.value.remedy


def test_an_address_that_does_not_exist_is_said_with_the_remedy() -> None:
    settings = StoreSettings(store="bolt://no-such-host.invalid:7687", neo4j_password=SecretStr("whatever"))
    with pytest.raises(StoreUnavailable, match="no-such-host") as caught:
        Store.open(settings)
    assert caught.value.remedy


def test_another_database_behind_bolt_is_refused(embedded_settings: StoreSettings) -> None:
    with open_engine(embedded_settings) as engine:
        login = engine.connection
    settings = StoreSettings(
        store=login.uri,
        neo4j_user=login.user,
        neo4j_password=SecretStr(login.password),
        neo4j_database=login.database,
    )
    with pytest.raises(StoreUnavailable, match="not Neo4j 5 or newer") as caught:
        Store.open(settings)
    assert "ONCOGRAPH_STORE" in str(caught.value.remedy)


@pytest.mark.neo4j
def test_a_question_that_takes_too_long_is_stopped(neo4j_settings: StoreSettings, wipe: Wipe) -> None:
    wipe(neo4j_settings)
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS n WHERE n < 0 RETURN n"
    with Store.open(neo4j_settings) as opened, pytest.raises(StoreError, match="did not finish in time"):
        opened.query(endless, timeout=0.3)


@pytest.mark.neo4j
def test_a_wrong_password_is_said_with_the_remedy(neo4j_settings: StoreSettings) -> None:
    settings = neo4j_settings.model_copy(update={"neo4j_password": SecretStr("not the password")})
    with pytest.raises(StoreUnavailable, match="refuses the login") as caught:
        Store.open(settings)
    assert "ONCOGRAPH_NEO4J_PASSWORD" in str(caught.value.remedy)


@pytest.mark.neo4j
def test_a_missing_database_is_said_with_the_remedy(neo4j_settings: StoreSettings) -> None:
    settings = neo4j_settings.model_copy(update={"neo4j_database": "nosuch"})
    with pytest.raises(StoreUnavailable, match="nosuch") as caught:
        Store.open(settings)
    assert "ONCOGRAPH_NEO4J_DATABASE" in str(caught.value.remedy)


def test_iris_of_evidence_keep_their_text(store: Store) -> None:
    text = 'a "quote"\\ \n\r\t@fr ^^ é 𝄞'
    document = DocumentGraph(at("document/q"), frozenset(says("evidence/q", "quote", rdf.literal(text, language="fr"))))
    store.replace(document)
    assert node(store, "evidence/q")["quote_fr"] == text
    assert {one for _, one in store.statements()} == document.statements
