"""The embedded engine, seen from the processes that use it: find the running server or start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from graph.engines.base import Connection, Engine
from graph.engines.folder import EngineFolder, RunningServer
from graph.engines.locks import LockBusyError, locked, take_lock, try_lock
from graph.settings import StoreSettings
from ontology.errors import EngineError

DATABASE = "oncograph"
_HOST = "127.0.0.1"
_PATIENCE = 60.0  # seconds for a server to come up; it takes about 2 on an idle machine
_LINGER = 1.0  # seconds a server outlives its last user, so that the next command finds it warm
_PAUSE = 0.02  # seconds between looks at a starting server
_STATEMENT_LIMIT = 60_000  # milliseconds; bounds every statement, because the engine ignores limits of one query
_SERVER = Path(__file__).with_name("server.py")


class EmbeddedEngine(Engine):
    """A share in the one server of a data folder.

    Safe to open any number of times, in one process or many. The share ends with ``close`` or with the process.
    """

    def __init__(self, settings: StoreSettings, *, read_only: bool = False) -> None:
        """Takes a share, and starts the server if it does not run.

        Raises:
            EngineError: the server cannot be started or reached, with the reason and what to do.
        """
        self._heap = settings.engine_heap
        self._read_only = read_only
        self._folder = EngineFolder(settings.data)
        self._child: subprocess.Popen[bytes] | None = None
        self._lease: int | None = None
        self._folder.prepare()
        try:
            with self._folder.explained():
                self._lease = take_lock(self._folder.lease, shared=True, until=time.monotonic() + _PATIENCE)
            self._connection = self._join()
        except LockBusyError as stuck:
            self.close()
            raise self._stuck() from stuck
        except BaseException:
            self.close()
            raise

    @property
    def connection(self) -> Connection:
        """The login, as it was when the server was last looked for."""
        return self._connection

    def ensure(self) -> Connection:
        """Returns the login to the living server; starts it again, on the same ports if they are free, if it died.

        Raises:
            EngineError: it cannot be started, or this engine is closed.
        """
        if self._lease is None:
            raise EngineError("the engine is closed", place=str(self._folder.root))
        try:
            self._connection = self._join()
        except LockBusyError as stuck:
            raise self._stuck() from stuck
        return self._connection

    def close(self) -> None:
        """Gives the share back; the server stops about a second after the last one."""
        if self._lease is not None:
            os.close(self._lease)
            self._lease = None
        if self._child is not None:
            self._child.poll()

    def _join(self) -> Connection:
        folder = self._folder
        until = time.monotonic() + _PATIENCE
        started = False
        with folder.explained(), locked(folder.start_lock, until=until):
            while True:
                free = try_lock(folder.server_lock)
                if free is not None:
                    try:
                        if started:
                            raise self._died()
                        self._start(free)
                        started = True
                    finally:
                        os.close(free)
                server = folder.running()
                if server is not None:
                    folder.check_machine(server)
                    return self._login(server)
                if time.monotonic() > until:
                    raise LockBusyError(folder.server_lock)
                time.sleep(_PAUSE)

    def _start(self, server_lock: int) -> None:
        """Starts the server process, which holds the given lock for its life."""
        folder = self._folder
        folder.check_version()
        folder.check_space()
        folder.write_groups()
        secrets = folder.secrets() or folder.new_secrets()
        before = folder.running()
        folder.record.unlink(missing_ok=True)
        folder.rotate_logs()
        job = {
            "root": str(folder.root),
            "lease": str(folder.lease),
            "record": str(folder.record),
            "heap": self._heap,
            "jvm_args": [
                "-XX:+UseSerialGC",
                f"-XX:ErrorFile={folder.log.with_name('java-crash-%p.log')}",
                f"-Darcadedb.command.timeout={_STATEMENT_LIMIT}",
                "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
                "-Darcadedb.txWalFlush=2",
            ],
            "host": _HOST,
            "ports": {"bolt": before.bolt, "http": before.http} if before else {},
            "database": DATABASE,
            "root_password": secrets.root,
            "reader_password": secrets.reader,
            "linger": _LINGER,
        }
        with folder.log.open("wb") as log:
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and script
                [sys.executable, "-P", str(_SERVER)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=folder.root,
                pass_fds=(server_lock,),
                start_new_session=True,
            )
        # Passwords go through the pipe: arguments and environment can be read by other users.
        # A child that is dead already is noticed, and explained, by the caller.
        with suppress(BrokenPipeError), cast("IO[bytes]", self._child.stdin) as pipe:
            pipe.write(json.dumps(job).encode())

    def _login(self, server: RunningServer) -> Connection:
        secrets = self._folder.secrets()
        if secrets is None:
            raise EngineError(
                "the passwords of the running database server are lost",
                place=str(self._folder.root / "secrets.json"),
                remedy="end all oncograph processes that use this data folder, then try again: new ones are made",
            )
        return Connection(
            kind="arcadedb",
            uri=f"bolt://{_HOST}:{server.bolt}",
            user="reader" if self._read_only else "root",
            password=secrets.reader if self._read_only else secrets.root,
            database=DATABASE,
            http=f"http://{_HOST}:{server.http}",
        )

    def _died(self) -> EngineError:
        return EngineError(
            f"the database server ended while starting:\n{self._folder.log_tail()}",
            place=str(self._folder.log),
            remedy=f"the log tells why; with too little memory, set ONCOGRAPH_ENGINE_HEAP (now {self._heap}); "
            "or set ONCOGRAPH_STORE to the address of a Neo4j server",
        )

    def _stuck(self) -> EngineError:
        server = self._folder.running()
        who = f"process {server.pid} on {server.machine}" if server else "another oncograph process"
        return EngineError(
            f"the database server did not answer within {_PATIENCE:.0f} seconds; {who} holds the data folder:\n"
            f"{self._folder.log_tail()}",
            place=str(self._folder.log),
            remedy="wait until it is done or end that process, then try again",
        )
