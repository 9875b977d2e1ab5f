"""The embedded engine: one server for all processes of a data folder, gone with the last, however they end."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, Forbidden

from graph.engines import Connection, open_engine
from graph.engines.folder import EngineFolder
from graph.engines.locks import try_lock
from graph.settings import StoreSettings
from ontology.errors import EngineError

# A shell that runs the tests in the background makes its children deaf to Ctrl-C: the client listens again.
_CLIENT = """
import signal, sys
from pathlib import Path
from graph.engines import open_engine
signal.signal(signal.SIGINT, signal.default_int_handler)
from graph.settings import StoreSettings
print("begin", flush=True)
with open_engine(StoreSettings(data=Path(sys.argv[1]))) as engine:
    print(engine.connection.uri, flush=True)
    sys.stdin.read()
"""
_ROOT = Path(__file__).resolve().parents[2]
_LONGER_THAN_A_SERVER_STAYS = 1.8  # seconds, without users

pytestmark = pytest.mark.slow  # each test starts and ends servers of its own
Start = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts processes that use the engine until their standard input ends; each in a group of its own."""
    started: list[subprocess.Popen[str]] = []

    def run(data: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _CLIENT, str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=_ROOT,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "begin\n"
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def address(process: subprocess.Popen[str]) -> str:
    """What a started process says once its engine is open."""
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, process.communicate()[1]
    return line


def answers(uri: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(uri.rpartition(":")[2]))) == 0


def server_lives(data: Path) -> bool:
    """Whether some process holds the lock that a server holds for its life."""
    held = try_lock(EngineFolder(data).server_lock)
    if held is None:
        return True
    os.close(held)
    return False


def wait_until_gone(data: Path, seconds: float = 8.0) -> bool:
    until = time.monotonic() + seconds
    while server_lives(data):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def run(login: Connection, cypher: str) -> list[dict[str, object]]:
    with GraphDatabase.driver(login.uri, auth=(login.user, login.password)) as driver:
        return [record.data() for record in driver.execute_query(cypher, database_=login.database).records]


def kill_server(data: Path) -> None:
    server = EngineFolder(data).running()
    assert server is not None
    os.kill(server.pid, signal.SIGKILL)
    assert wait_until_gone(data)


def test_processes_that_start_at_once_share_one_server_until_the_last_is_killed(tmp_path: Path, start: Start) -> None:
    processes = [start(tmp_path) for _ in range(3)]
    addresses = {address(process) for process in processes}
    assert len(addresses) == 1
    uri = addresses.pop()
    server = EngineFolder(tmp_path).running()

    for process in processes[:-1]:
        process.kill()
        process.wait()
    time.sleep(_LONGER_THAN_A_SERVER_STAYS)
    assert answers(uri)
    assert EngineFolder(tmp_path).running() == server

    processes[-1].kill()
    processes[-1].wait()
    assert wait_until_gone(tmp_path)
    assert not answers(uri)


def test_ctrl_c_leaves_the_server_to_others_and_ends_it_with_the_last(tmp_path: Path, start: Start) -> None:
    first, second = start(tmp_path), start(tmp_path)
    uri = address(first)
    assert address(second) == uri
    os.killpg(first.pid, signal.SIGINT)  # the one that started the server, as far as its group goes
    first.wait(5)
    time.sleep(_LONGER_THAN_A_SERVER_STAYS)
    assert answers(uri)
    os.killpg(second.pid, signal.SIGINT)
    second.wait(5)
    assert wait_until_gone(tmp_path)
    assert not answers(uri)
    assert EngineFolder(tmp_path).running() is None, "a server that stopped in peace leaves no record"


def test_a_server_told_to_end_stops_in_peace_and_comes_back(tmp_path: Path) -> None:
    with open_engine(StoreSettings(data=tmp_path)) as engine:
        run(engine.connection, "CREATE (:Kept)")
        server = EngineFolder(tmp_path).running()
        assert server is not None
        os.kill(server.pid, signal.SIGTERM)
        assert wait_until_gone(tmp_path)
        assert EngineFolder(tmp_path).running() is None
        assert run(engine.ensure(), "MATCH (n:Kept) RETURN count(n) AS count") == [{"count": 1}]


def test_a_process_killed_while_the_server_starts_leaves_nothing_in_the_way(tmp_path: Path, start: Start) -> None:
    start(tmp_path).kill()
    with open_engine(StoreSettings(data=tmp_path)) as engine:
        assert run(engine.connection, "RETURN 1 AS one") == [{"one": 1}]
    assert wait_until_gone(tmp_path)


def test_a_killed_server_comes_back_with_its_data_at_the_same_address(tmp_path: Path) -> None:
    with open_engine(StoreSettings(data=tmp_path)) as engine:
        before = engine.connection
        run(before, "CREATE (:Kept {value: 'é'})")
        kill_server(tmp_path)
        assert not answers(before.uri)
        after = engine.ensure()
        assert after == before == engine.connection
        assert run(after, "MATCH (n:Kept) RETURN n.value AS value") == [{"value": "é"}]
    assert wait_until_gone(tmp_path)


def test_a_port_that_somebody_took_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with open_engine(StoreSettings(data=tmp_path)) as engine:
        before = engine.connection
        kill_server(tmp_path)
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            other.bind(("127.0.0.1", int(before.uri.rpartition(":")[2])))
            other.listen()
            after = engine.ensure()
            assert after.uri != before.uri
            assert after.http == before.http
            assert run(after, "RETURN 1 AS one") == [{"one": 1}]
        # Another process that still has the old address learns the new one.
        with open_engine(StoreSettings(data=tmp_path)) as other_engine:
            assert other_engine.connection == after


def test_a_data_folder_has_its_own_server_passwords_and_data(tmp_path: Path, embedded_settings: StoreSettings) -> None:
    with open_engine(embedded_settings) as shared, open_engine(StoreSettings(data=tmp_path)) as own:
        assert own.connection.uri != shared.connection.uri
        run(own.connection, "CREATE (:OnlyHere)")
        assert run(shared.connection, "MATCH (n:OnlyHere) RETURN n") == []
        with (
            pytest.raises(AuthError),
            GraphDatabase.driver(own.connection.uri, auth=("root", shared.connection.password)) as driver,
        ):
            driver.verify_connectivity()


def test_lost_passwords_are_made_again_for_both_users(tmp_path: Path) -> None:
    settings = StoreSettings(data=tmp_path)
    with open_engine(settings) as engine:
        old = engine.connection.password
        run(engine.connection, "CREATE (:Kept)")
        kill_server(tmp_path)
        EngineFolder(tmp_path).root.joinpath("secrets.json").unlink()
        new = engine.ensure()
        assert new.password != old
        assert run(new, "MATCH (n:Kept) RETURN count(n) AS count") == [{"count": 1}]
        with open_engine(settings, read_only=True) as reading:
            assert run(reading.connection, "MATCH (n:Kept) RETURN count(n) AS count") == [{"count": 1}]


@pytest.mark.parametrize(
    "write",
    [
        "CREATE (:Kept)",
        "MATCH (n:Kept) SET n.value = 2",
        "MATCH (n:Kept) DETACH DELETE n",
        "MERGE (:Kept {value: 3})",
        "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Other) REQUIRE n.key IS UNIQUE",
    ],
)
def test_the_reader_reads_and_cannot_write(
    write: str, embedded_settings: StoreSettings, wipe: Callable[[StoreSettings], None]
) -> None:
    wipe(embedded_settings)
    with open_engine(embedded_settings) as writing, open_engine(embedded_settings, read_only=True) as reading:
        run(writing.connection, "CREATE (:Kept {value: 1})")
        with pytest.raises(Forbidden):
            run(reading.connection, write)
        assert run(reading.connection, "MATCH (n:Kept) RETURN n.value AS value") == [{"value": 1}]


def test_the_passwords_are_readable_by_the_owner_alone(embedded_settings: StoreSettings) -> None:
    folder = EngineFolder(embedded_settings.data)
    assert stat.S_IMODE((folder.root / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    server = folder.running()
    secrets = folder.secrets()
    assert server is not None
    assert secrets is not None
    seen = subprocess.run(["ps", "eww", "-p", str(server.pid)], capture_output=True, text=True, check=True).stdout
    assert str(server.pid) in seen
    assert secrets.root not in seen
    assert secrets.reader not in seen
    assert not any(secrets.root in file.read_text() for file in folder.log.parent.iterdir())


def test_the_server_listens_on_this_machine_alone(embedded_settings: StoreSettings) -> None:
    with open_engine(embedded_settings) as engine:
        ports = {int(str(at).rpartition(":")[2]) for at in (engine.connection.uri, engine.connection.http)}
    if not Path("/proc/net/tcp").exists():
        pytest.skip("the kernel's table of sockets is read on Linux")
    listening = [
        line.split()[1].split(":")
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        if Path(table).exists()
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[3] == "0A"
    ]
    hosts = {host for host, port in listening if int(port, 16) in ports}
    assert hosts <= {"0100007F", "0000000000000000FFFF00000100007F"}
    assert hosts


# What cannot work says so, with the place and the remedy.


def test_a_file_where_the_data_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(EngineError) as raised:
        open_engine(StoreSettings(data=tmp_path / "data"))
    assert str(tmp_path / "data") in str(raised.value)
    assert "ONCOGRAPH_DATA" in str(raised.value)


def test_a_data_folder_that_may_not_be_written(tmp_path: Path) -> None:
    locked = tmp_path / "data"
    locked.mkdir(mode=0o555)
    script = (
        "import os, sys; from pathlib import Path; from graph.engines import embedded; "
        "from graph.settings import StoreSettings; from ontology.errors import EngineError\n"
        # Everything is open to root; whoever runs the tests, this is tried as nobody.
        "if os.geteuid() == 0: os.seteuid(65534)\n"
        "try: embedded.EmbeddedEngine(StoreSettings(data=Path(sys.argv[1])))\n"
        "except EngineError as error: print(error)"
    )
    tmp_path.chmod(0o755)
    shown = subprocess.run(
        [sys.executable, "-c", script, str(locked)], cwd=_ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert "cannot be written" in shown
    assert str(tmp_path) in shown
    assert "ONCOGRAPH_DATA" in shown


def test_a_full_disk(tmp_path: Path) -> None:
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can make a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(tmp_path)], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no small disk to be had: {mounted.stderr.decode()}")
    try:
        with pytest.raises(EngineError, match="disk is full") as raised:
            open_engine(StoreSettings(data=tmp_path / "data"))
        assert "free some space" in str(raised.value)
        assert not server_lives(tmp_path / "data")
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_folder_of_another_engine_release(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    folder.prepare()
    (folder.root / "version").write_text("25.1.1")
    with pytest.raises(EngineError) as raised:
        open_engine(StoreSettings(data=tmp_path))
    assert "25.1.1" in str(raised.value)
    assert "ingest the documents again" in str(raised.value)
    assert not server_lives(tmp_path)


def test_a_server_that_does_not_come_up_shows_the_end_of_its_log(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as raised:
        open_engine(StoreSettings(data=tmp_path, engine_heap="plenty"))
    assert "plenty" in raised.value.message, "the reason that Java gives"
    assert raised.value.place == str(EngineFolder(tmp_path).log)
    assert "ONCOGRAPH_ENGINE_HEAP" in str(raised.value.remedy)
    with open_engine(StoreSettings(data=tmp_path)) as engine:
        assert run(engine.connection, "RETURN 1 AS one") == [{"one": 1}]


def test_a_server_on_another_machine(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    folder.prepare()
    held = try_lock(folder.server_lock)
    assert held is not None
    folder.record.write_text(json.dumps({"pid": 1, "machine": "elsewhere", "bolt": 1, "http": 2}))
    try:
        with pytest.raises(EngineError, match="elsewhere"):
            open_engine(StoreSettings(data=tmp_path))
    finally:
        os.close(held)


def test_a_closed_engine_says_so(embedded_settings: StoreSettings) -> None:
    engine = open_engine(embedded_settings)
    engine.close()
    engine.close()
    with pytest.raises(EngineError, match="closed"):
        engine.ensure()
