"""The process of the embedded engine: runs the database server until the last oncograph process is gone.

Started by ``graph.engines.embedded`` as a script of its own, in its own session, so that Ctrl-C in one of several
oncograph processes does not take the database from the others. It imports nothing of oncograph: it is up sooner.

Every oncograph process that uses the database holds a shared lock on the lease file, which the kernel takes back
however that process ends. When this process gets the exclusive lock, nobody is left; it stops the database while
holding it, so that a newcomer waits until the files are closed.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any

from arcadedb_embedded.exceptions import ArcadeDBError
from arcadedb_embedded.jvm import start_jvm
from arcadedb_embedded.server import create_server

_POLL = 0.25  # seconds between looks at the lease
_STOP_LIMIT = 20.0  # seconds a clean stop may take; after it the write-ahead log has to do


def bindable(host: str, port: int) -> int | None:
    """Returns the port if a server can listen there now; 0 finds a free one."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return None
        found: int = probe.getsockname()[1]
        return found


def _start(job: dict[str, Any]) -> tuple[Any, dict[str, int]]:
    """Starts Java and the server, on the wanted ports where they are free."""
    start_jvm(heap_size=job["heap"], jvm_args=job["jvm_args"])
    host, wanted = job["host"], job["ports"]
    tries = 3
    while True:
        ports = {name: bindable(host, wanted.get(name, 0)) or bindable(host, 0) or 0 for name in ("bolt", "http")}
        try:
            return _serve(job, ports), ports
        except ArcadeDBError:
            # Between the choice of a port and its use another program may have taken it.
            tries -= 1
            if not tries or all(bindable(host, port) for port in ports.values()):
                raise


def _serve(job: dict[str, Any], ports: dict[str, int]) -> Any:
    reader = f"{job['database']}[reader:{job['reader_password']}:readonly]"
    server = create_server(
        job["root"],
        root_password=job["root_password"],
        config={
            "mode": "production",
            "host": job["host"],
            "http_port": ports["http"],
            "bolt_port": ports["bolt"],
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "server_defaultDatabases": reader,
        },
    )
    server.start()
    return server


def _wait_until_alone(lease: int, linger: float, asked_to_stop: threading.Event) -> None:
    """Returns when no process has held the lease for ``linger`` seconds, or at SIGTERM."""
    alone_since: float | None = None
    while not asked_to_stop.wait(_POLL):
        try:
            fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            alone_since = None
            continue
        alone_since = alone_since or time.monotonic()
        if time.monotonic() - alone_since >= linger:
            return
        fcntl.flock(lease, fcntl.LOCK_UN)


def main() -> None:
    """Reads the job from standard input, serves, stops."""
    job = json.load(sys.stdin)
    record = Path(job["record"])
    lease = os.open(job["lease"], os.O_RDWR | os.O_CREAT, 0o600)
    try:
        server, ports = _start(job)
    except (ArcadeDBError, OSError) as error:
        # The end of the log is shown to a person: Java's own words and this line, no stack.
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
        os._exit(1)
    asked_to_stop = threading.Event()
    # After the start of Java, which installs handlers of its own.
    signal.signal(signal.SIGTERM, lambda *_: asked_to_stop.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ready = record.with_suffix(".new")
    ready.write_text(json.dumps({"pid": os.getpid(), "machine": socket.gethostname(), **ports}), encoding="utf-8")
    ready.replace(record)
    _wait_until_alone(lease, job["linger"], asked_to_stop)
    record.unlink(missing_ok=True)
    watchdog = threading.Timer(_STOP_LIMIT, os._exit, (1,))
    watchdog.daemon = True
    watchdog.start()
    server.stop()
    # Everything is closed; the interpreter's and Java's own farewells take longer than the rest of the stop.
    os._exit(0)


if __name__ == "__main__":
    main()
