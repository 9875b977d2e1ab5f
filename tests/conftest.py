"""The two real engines that the tests run against, and where the real documents lie.

The embedded engine is started once for a test run. The real Neo4j is the one of ``ONCOGRAPH_TEST_NEO4J``
(``bolt://user:password@host:port``; **its database is emptied**), or a server started here from Maven Central jars.
Without either, its tests are skipped; with ``ONCOGRAPH_REQUIRE_NEO4J=1`` they fail.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import neo4j
import pytest
from pydantic import SecretStr

from graph.engines import open_engine
from graph.settings import StoreSettings
from tests.neo4j.server import Neo4jMissing, running_neo4j

if TYPE_CHECKING:
    from graph.store import Store

_DOCUMENTS = Path(__file__).resolve().parents[2] / "shared" / "documents"
_OWN_VARIABLES = frozenset({"ONCOGRAPH_TEST_NEO4J", "ONCOGRAPH_REQUIRE_NEO4J"})

Wipe = Callable[[StoreSettings], None]


def pytest_configure(config: pytest.Config) -> None:
    """Forgets the user's own settings: no test may touch a database that somebody works with.

    Servers that live for seconds gain nothing from Java's optimising compiler; without it they start sooner.
    """
    config.addinivalue_line("markers", "one_engine: what it shows does not depend on the engine")
    os.environ.setdefault("ARCADEDB_JVM_ARGS", "-XX:TieredStopAtLevel=1")
    for name in [name for name in os.environ if name.startswith("ONCOGRAPH_") and name not in _OWN_VARIABLES]:
        del os.environ[name]


@pytest.fixture(scope="session")
def documents_dir() -> Path:
    """The folder of the real documents, which are no part of the project."""
    if not _DOCUMENTS.is_dir():
        pytest.skip(f"the real documents are not here: {_DOCUMENTS}")
    return _DOCUMENTS


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreSettings]:
    """Settings of an embedded engine that runs for the whole test run."""
    settings = StoreSettings(data=tmp_path_factory.mktemp("embedded"))
    with open_engine(settings):
        yield settings


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreSettings]:
    """Settings of a real Neo4j 5.26 that runs for the whole test run."""
    given = os.environ.get("ONCOGRAPH_TEST_NEO4J")
    if given:
        parts = urlsplit(given)
        yield StoreSettings(
            store=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
            neo4j_user=unquote(parts.username or "neo4j"),
            neo4j_password=SecretStr(unquote(parts.password or "")),
        )
        return
    try:
        with running_neo4j(tmp_path_factory.mktemp("neo4j")) as settings:
            yield settings
    except Neo4jMissing as missing:
        reason = f"no real Neo4j to test with: {missing}"
        if os.environ.get("ONCOGRAPH_REQUIRE_NEO4J"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def wipe() -> Iterator[Wipe]:
    """A function that empties the database of some settings; its schema stays."""
    drivers: dict[str, tuple[neo4j.Driver, str]] = {}

    def empty(settings: StoreSettings) -> None:
        with open_engine(settings) as engine:
            login = engine.connection
        if login.uri not in drivers:
            drivers[login.uri] = (
                neo4j.GraphDatabase.driver(login.uri, auth=(login.user, login.password)),
                login.database,
            )
        driver, database = drivers[login.uri]
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=database)

    yield empty
    for driver, _ in drivers.values():
        driver.close()


@pytest.fixture(
    params=[pytest.param("embedded", id="embedded"), pytest.param("neo4j", id="neo4j", marks=pytest.mark.neo4j)]
)
def store_settings(request: pytest.FixtureRequest, wipe: Wipe) -> StoreSettings:
    """Settings of each engine in turn, its database empty."""
    settings: StoreSettings = request.getfixturevalue(f"{request.param}_settings")
    wipe(settings)
    return settings


@pytest.fixture
def store(store_settings: StoreSettings) -> Iterator[Store]:
    """An empty store on each engine in turn."""
    from graph.store import Store

    with Store.open(store_settings) as opened:
        yield opened


@pytest.fixture
def embedded_store(embedded_settings: StoreSettings, wipe: Wipe) -> Iterator[Store]:
    """An empty store on the embedded engine alone."""
    from graph.store import Store

    wipe(embedded_settings)
    with Store.open(embedded_settings) as opened:
        yield opened
