"""The settings of a Neo4j server: what they give, and what cannot work."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from graph.engines import open_engine
from graph.settings import StoreSettings
from ontology.errors import StoreUnavailable

_PASSWORD = "correct horse"


def test_everything_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONCOGRAPH_STORE", "neo4j+s://graph.example.org")
    monkeypatch.setenv("ONCOGRAPH_NEO4J_USER", "ada")
    monkeypatch.setenv("ONCOGRAPH_NEO4J_PASSWORD", _PASSWORD)
    monkeypatch.setenv("ONCOGRAPH_NEO4J_DATABASE", "oncology")
    with open_engine(StoreSettings()) as engine:
        login = engine.connection
    assert (login.kind, login.uri, login.user) == ("neo4j", "neo4j+s://graph.example.org", "ada")
    assert (login.password, login.database, login.http) == (_PASSWORD, "oncology", None)


def test_an_empty_address_means_the_embedded_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONCOGRAPH_STORE", "")
    assert StoreSettings().store is None


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_all_schemes_of_the_driver_are_taken(scheme: str) -> None:
    settings = StoreSettings(store=f"{scheme}://localhost:7687", neo4j_password=SecretStr(_PASSWORD))
    assert open_engine(settings).connection.uri == f"{scheme}://localhost:7687"


@pytest.mark.parametrize("address", ["http://localhost:7474", "localhost:7687", "bolt://", "graph", "bolt+x://a"])
def test_an_address_of_something_else_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        open_engine(StoreSettings(store=address, neo4j_password=SecretStr(_PASSWORD)))
    assert address in str(raised.value.place)
    assert "bolt://localhost:7687" in str(raised.value.remedy)


@pytest.mark.parametrize("address", ["bolt://ada:correct-horse@localhost", "http://ada:correct-horse@localhost"])
def test_a_password_in_the_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        open_engine(StoreSettings(store=address))
    assert "correct-horse" not in str(raised.value)


def test_a_missing_password_is_named() -> None:
    with pytest.raises(StoreUnavailable) as raised:
        open_engine(StoreSettings(store="bolt://localhost:7687"))
    assert "ONCOGRAPH_NEO4J_PASSWORD" in str(raised.value.remedy)
