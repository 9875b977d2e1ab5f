"""Nobody sees half a document: not beside a loader, not after its violent end, not after that of the database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.engines.folder import EngineFolder
from graph.settings import StoreSettings
from graph.store import Store
from ontology.rdf import DocumentGraph
from tests.graph.loader_process import NAMES, PARTIES
from tests.graph.sample import at, press_release
from tests.graph.test_store import node, picture

pytestmark = pytest.mark.slow  # loaders and databases are killed and started again

ROOT = Path(__file__).resolve().parents[2]
PARTIES_OF = (
    "MATCH (a:Resource {uri: $uri})-[:HAS_PARTY]->(p:Resource) RETURN p.uri AS uri, labels(p) AS labels, p.name AS name"
)


def environment(settings: StoreSettings) -> dict[str, str]:
    """The settings as a process of its own reads them."""
    variables = {"ONCOGRAPH_DATA": str(settings.data), "ONCOGRAPH_NEO4J_USER": settings.neo4j_user}
    if settings.store:
        variables["ONCOGRAPH_STORE"] = settings.store
    if settings.neo4j_password:
        variables["ONCOGRAPH_NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    return os.environ | variables


def test_readers_beside_a_loader_see_whole_documents(store: Store) -> None:
    versions = [press_release(parties=parties) for parties in PARTIES]
    expected = [{at(party) for party in parties} for parties in PARTIES]
    store.replace(versions[0])
    done = threading.Event()

    def load() -> int:
        try:
            for count in range(1, 16):
                store.replace(versions[count % 2])
                time.sleep(0.01)
        finally:
            done.set()
        return count

    def ask() -> int:
        count = 0
        while not done.is_set():
            rows = store.query(PARTIES_OF, {"uri": at("agreement/a")})
            assert {row["uri"] for row in rows} in expected
            assert all("PharmaCompany" in row["labels"] and row["name"] for row in rows)  # type: ignore[operator]
            count += 1
        return count

    def export() -> int:
        count = 0
        while not done.is_set():
            assert {one for _, one in store.statements()} in [version.statements for version in versions]
            count += 1
        return count

    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(job) for job in (load, ask, export)]
        assert all(job.result() > 0 for job in jobs)
    assert store.verify().clean


def test_loaders_side_by_side_lose_nothing(store: Store, store_settings: StoreSettings) -> None:
    # Six documents name the same actors, two stores have writers and connections of their own.
    documents = [press_release(f"d{number}", agreement=f"agreement/{number % 2}") for number in range(6)]
    with Store.open(store_settings) as other, ThreadPoolExecutor(max_workers=4) as pool:
        stores = [store, other]
        loads: list[Callable[[], object]] = [
            lambda document=document, which=which: stores[which].replace(document)  # type: ignore[misc]
            for document in documents
            for which in (0, 1)
        ]
        for result in [pool.submit(load) for load in loads]:
            result.result()
    assert {info.iri for info in store.documents()} == {document.iri for document in documents}
    assert store.verify().differences == ()
    together = picture(store)
    for document in documents:
        store.retract(document.iri)
    for document in reversed(documents):
        store.replace(document)
    assert picture(store) == together


def test_a_killed_loader_leaves_whole_documents(store: Store, store_settings: StoreSettings) -> None:
    allowed = {
        at(f"document/{name}"): [
            press_release(name, parties=parties, agreement=f"agreement/{name}").statements for parties in PARTIES
        ]
        for name in NAMES
    }
    for pause in (0.0, 0.013, 0.031):
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.graph.loader_process"],
            cwd=ROOT,
            env=environment(store_settings),
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(3)]
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert said == [b"0\n", b"1\n", b"2\n"]
        assert store.verify().differences == ()
        found: dict[str, set[tuple[str, str, str]]] = {}
        for document, statement in store.statements():
            found.setdefault(document, set()).add(statement)
        assert found.keys() == allowed.keys()
        assert all(statements in allowed[document] for document, statements in found.items())
        # The next loader goes on at once: the dead one holds no lock.
        store.replace(press_release("after"))
        store.retract(at("document/after"))


def test_unreachable_nodes_do_not_survive_a_killed_loader(store: Store) -> None:
    # A transaction that never commits leaves no node, not even a bare one.
    class Killed(Exception):
        pass

    before = picture(store)

    def half(document: DocumentGraph) -> None:
        from graph import ledger
        from graph.loading import replace_document

        def work(transaction: object) -> None:
            kind = store._database.connection.kind
            replace_document(transaction, document.iri, ledger.encode(document.statements), store._mapping, kind)  # type: ignore[arg-type]
            raise Killed

        store._database.write(work)

    with pytest.raises(Killed):
        half(press_release())
    assert picture(store) == before
    assert store.documents() == []


def test_a_killed_database_comes_back_with_all_that_was_loaded(tmp_path: Path) -> None:
    settings = StoreSettings(data=tmp_path / "data")
    with Store.open(settings) as store:
        for turn in range(2):
            store.replace(press_release(f"d{turn}", agreement=f"agreement/{turn}"))
            server = EngineFolder(settings.data).running()
            assert server is not None
            os.kill(server.pid, signal.SIGKILL)
            # The store is used as before: the engine is started again behind it.
            if turn == 1:
                assert node(store, "agreement/1")["name"] == "Accord de recherche"
        store.replace(press_release("last"))
        assert len(store.documents()) == 3
        assert store.verify().clean
