"""`run` and `serve`: what a visitor sees first, and that nothing stays behind."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from api.cli.serving import SAMPLES, brought_up_to_date
from api.texts import t
from graph.settings import StoreSettings
from graph.store import Store
from ontology.errors import StoreVersionError

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
Start = Callable[..., "Service"]


class Service:
    """A running `oncograph run` or `serve`, in a process group of its own as in a terminal."""

    def __init__(self, data: Path, log: Path, *arguments: str, **environment: str) -> None:
        self.environment = {"PATH": os.environ["PATH"], "ONCOGRAPH_DATA": str(data), **environment}
        self.log = log
        self.process = subprocess.Popen(
            [sys.executable, "-m", "api.cli.main", *arguments],
            stdout=log.open("w"),
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
        )

    def url(self) -> str:
        """Its address, once it answers."""
        end = time.monotonic() + 90
        while not (found := ADDRESS.search(self.log.read_text())):
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.05)
        return found[0]

    def database(self) -> str:
        """The Bolt address of its database."""
        done = subprocess.run(
            [sys.executable, "-m", "api.cli.main", "status", "--json"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=self.environment,
            check=True,
        )
        return str(json.loads(done.stdout)["address"])

    def interrupt(self) -> int:
        """Ctrl-C: every process of the group gets the signal."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(30)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts services on one data folder; none outlives the test."""
    started: list[Service] = []

    def begin(*arguments: str, **environment: str) -> Service:
        log = tmp_path / f"log{len(started)}"
        started.append(Service(tmp_path / "data", log, *arguments, **environment))
        return started[-1]

    yield begin
    for service in started:
        if service.process.poll() is None:
            os.killpg(service.process.pid, signal.SIGKILL)
            service.process.wait(10)


def gone(bolt: str, *, seconds: float = 15) -> bool:
    """Whether nothing listens at a Bolt address any more."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", int(bolt.rpartition(":")[2]))):
                return True
        time.sleep(0.1)
    return False


def documents(url: str) -> set[str]:
    return {item["id"] for item in httpx.get(f"{url}/v1/documents?limit=500").json()["items"]}


@pytest.mark.slow
def test_the_life_of_a_data_folder(start: Start, tmp_path: Path) -> None:
    first = start("run", "--port", "0", LANG="en_US.UTF-8")
    url = first.url()
    said = first.log.read_text()
    assert f"{len(list(SAMPLES.glob('*.txt')))} new" in said
    for tried in (f"{url}/#/", "curl", " ask "):
        assert tried in said
    assert len(documents(url)) == len(list(SAMPLES.glob("*.txt")))
    database = first.database()
    assert first.interrupt() == 0
    assert gone(database)
    assert "Traceback" not in first.log.read_text()

    begun = time.monotonic()
    second = start("run", "--port", "0", LANG="fr_FR.UTF-8")
    url = second.url()
    assert time.monotonic() - begun < 15, "what is unchanged is not loaded again"
    assert f"{len(list(SAMPLES.glob('*.txt')))} inchangé" in second.log.read_text()
    database = second.database()
    second.process.send_signal(signal.SIGTERM)
    assert second.process.wait(30) == 0
    assert gone(database)

    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.txt").write_text((SAMPLES / "curie-google-2025.txt").read_text(encoding="utf-8"), encoding="utf-8")
    third = start("run", str(own), "--port", "0")
    assert documents(third.url()) == {"mine"}, "the samples make room for one's own documents"
    assert third.interrupt() == 0


def older(store: Store) -> None:
    """Makes a store look as if another version had projected it."""
    store._database.write(lambda tx: tx.run("MATCH (s:_Schema) SET s.mappingVersion = 'older'").consume())


def test_run_brings_an_embedded_graph_up_to_date_and_leaves_a_server_alone(
    loaded: StoreSettings, capfd: pytest.CaptureFixture[str]
) -> None:
    with Store.open(loaded) as store:
        before = store.status()
        older(store)
    with pytest.raises(StoreVersionError, match="verify --repair"):
        Store.open(loaded, read_only=True)
    if loaded.store:
        with pytest.raises(StoreVersionError, match="verify --repair"), brought_up_to_date(loaded):
            pass
        with Store.open(loaded, allow_stale=True) as store:
            store.repair()
        return
    with brought_up_to_date(loaded) as store:
        assert store.status() == before
        assert store.verify().clean
    said = capfd.readouterr().err
    assert t("run.upgrade") in said
    assert t("run.upgraded", documents=before.documents, statements=before.statements) in said
    with brought_up_to_date(loaded):
        assert not capfd.readouterr().err


@pytest.mark.parametrize("command", ["run", "serve"])
@pytest.mark.parametrize(("lang", "word"), [("en", "another program"), ("fr", "un autre programme")])
def test_a_port_in_use_is_said_before_anything_is_done(
    start: Start, tmp_path: Path, command: str, lang: str, word: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        service = start(command, "--port", str(port), "--lang", lang)
        assert service.process.wait(30) == 1
    said = service.log.read_text()
    assert word in said
    assert f"--port {port + 1}" in said
    assert str(port) in said
    assert not (tmp_path / "data").exists()


def test_a_folder_that_is_not_there_is_said_and_nothing_is_served(start: Start, tmp_path: Path) -> None:
    service = start("run", str(tmp_path / "nowhere"), "--port", "0")
    assert service.process.wait(60) == 1
    assert "nowhere" in service.log.read_text()
