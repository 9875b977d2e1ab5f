"""A real Neo4j server for the tests, without Docker: jars from Maven Central, Java, a folder of its own."""

from __future__ import annotations

import ctypes
import fcntl
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from pydantic import SecretStr

from graph.settings import StoreSettings

POM = Path(__file__).with_name("pom.xml")
_START_LIMIT = 90.0  # seconds; about 8 on an idle machine
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")


class Neo4jMissing(Exception):
    """There is no Neo4j to test with; the message says what to install."""


def version() -> str:
    found = re.search(r"<neo4j\.version>(.+?)</", POM.read_text(encoding="utf-8"))
    assert found, "the version stands in pom.xml"
    return found[1]


def jars() -> Path:
    """Returns the folder of the server's jars, fetched once for all checkouts of this user."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "oncograph"
    folder = cache / f"neo4j-{version()}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "neo4j.lock").open("w") as lock:  # two test runs at once fetch once
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.exists():
            return folder
        if shutil.which("mvn") is None:
            raise Neo4jMissing("Maven is not installed (apt install maven); it fetches the jars of Neo4j")
        partial = folder.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        fetched = subprocess.run(
            [
                *("mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"),
                *("-DincludeScope=runtime", f"-DoutputDirectory={partial}"),
            ],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        if fetched.returncode:
            raise Neo4jMissing(f"Maven could not fetch the jars of Neo4j:\n{fetched.stdout}{fetched.stderr}")
        partial.rename(folder)
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _die_with_parent() -> None:
    """Asks Linux to end this process with its parent, so that a killed test run leaves no server."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _set_password(uri: str, password: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Waits until the server answers and replaces the password that every new Neo4j has."""
    until = time.monotonic() + _START_LIMIT
    while True:
        try:
            with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
                driver.execute_query(
                    "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                    password=password,
                    database_="system",
                )
                return
        except (DriverError, Neo4jError, OSError) as error:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"Neo4j does not start: {error}\n{log.read_text()[-4000:]}") from error
            time.sleep(0.25)


@contextmanager
def running_neo4j(home: Path) -> Iterator[StoreSettings]:
    """Runs a Neo4j server on free loopback ports with its files in ``home``; yields the way in.

    Raises:
        Neo4jMissing: Java or the jars are not to be had.
    """
    if shutil.which("java") is None:
        raise Neo4jMissing("Java 17 or newer is not installed (apt install openjdk-17-jre-headless)")
    library = jars()
    for name in ("conf", "data", "logs", "plugins", "import"):
        (home / name).mkdir(parents=True)
    port = _free_port()
    (home / "conf" / "neo4j.conf").write_text(
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        f"server.bolt.advertised_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\n"
        "server.memory.pagecache.size=64m\n"
        "db.tx_log.preallocate=false\n"
        "dbms.usage_report.enabled=false\n"
        "dbms.security.auth_minimum_password_length=8\n",
        encoding="utf-8",
    )
    password = secrets.token_urlsafe(12)
    log = home / "logs" / "console.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *("java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED),
                *("-cp", f"{library}/*", "org.neo4j.server.CommunityEntryPoint"),
                *(f"--home-dir={home}", f"--config-dir={home / 'conf'}"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            preexec_fn=_die_with_parent,
        )
    try:
        uri = f"bolt://127.0.0.1:{port}"
        _set_password(uri, password, process, log)
        yield StoreSettings(store=uri, neo4j_user="neo4j", neo4j_password=SecretStr(password))
    finally:
        process.kill()  # its files are thrown away: a clean stop would only take longer
        process.wait()
