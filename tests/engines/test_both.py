"""What holds for whichever engine is behind the login."""

from __future__ import annotations

from neo4j import GraphDatabase

from graph.engines import open_engine
from graph.settings import StoreSettings


def test_an_opened_engine_keeps_what_is_written_through_its_login(store_settings: StoreSettings) -> None:
    with open_engine(store_settings) as engine:
        login = engine.connection
        with GraphDatabase.driver(login.uri, auth=(login.user, login.password)) as driver:
            driver.execute_query("CREATE (:Kept {value: $value})", value="é", database_=login.database)
        assert engine.ensure() == login
        with GraphDatabase.driver(login.uri, auth=(login.user, login.password)) as driver:
            rows = driver.execute_query("MATCH (n) RETURN n.value AS value", database_=login.database).records
    assert [row["value"] for row in rows] == ["é"]


def test_each_test_starts_with_an_empty_database(store_settings: StoreSettings) -> None:
    with open_engine(store_settings) as engine:
        login = engine.connection
    with GraphDatabase.driver(login.uri, auth=(login.user, login.password)) as driver:
        rows = driver.execute_query("MATCH (n) RETURN count(n) AS count", database_=login.database).records
    assert [row["count"] for row in rows] == [0]


def test_the_login_does_not_show_its_password(store_settings: StoreSettings) -> None:
    with open_engine(store_settings) as engine:
        assert engine.connection.password not in repr(engine.connection)
        assert engine.connection.password not in repr(store_settings)
