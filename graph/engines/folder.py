"""The embedded engine's part of the data folder: its files, secrets and version.

::

    data/engine/
      lease             held, shared, by every oncograph process that uses the database
      start.lock        held while one of them looks for a server or starts one
      server.lock       held by the server process for its life
      server.json       who the running server is: process, machine, ports
      secrets.json      generated passwords, readable by the owner alone
      version           release of the engine that wrote the files
      config/ databases/ log/   the engine's own
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from ontology.errors import EngineError

_PACKAGE = "arcadedb-embedded"
_MINIMUM_FREE = 100 * 2**20  # bytes; an open database alone reserves about 60 MB of write-ahead log
_TAIL_LINES = 15
_KEPT_LOGS = 10

# The engine's own groups, and one that can read and nothing else.
_GROUPS: dict[str, object] = {
    "databases": {
        "*": {
            "groups": {
                "admin": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
                    "types": {"*": {"access": ["createRecord", "readRecord", "updateRecord", "deleteRecord"]}},
                },
                "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
                "readonly": {
                    "resultSetLimit": -1,
                    "readTimeout": -1,
                    "access": [],
                    "types": {"*": {"access": ["readRecord"]}},
                },
            }
        }
    },
    "version": 2,
}


@dataclass(frozen=True)
class RunningServer:
    """What a running server says of itself."""

    pid: int
    machine: str
    bolt: int
    http: int


@dataclass(frozen=True)
class Secrets:
    """The generated passwords of one data folder."""

    root: str
    reader: str


class EngineFolder:
    """``<data>/engine`` and what oncograph keeps in it."""

    def __init__(self, data: Path) -> None:
        self.data = data.absolute()
        self.root = self.data / "engine"
        self.lease = self.root / "lease"
        self.start_lock = self.root / "start.lock"
        self.server_lock = self.root / "server.lock"
        self.record = self.root / "server.json"
        self._secrets = self.root / "secrets.json"
        self.log = self.root / "log" / "server.log"

    def prepare(self) -> None:
        """Makes the folders, readable by the owner alone.

        Raises:
            EngineError: they cannot be made or written.
        """
        with self.explained():
            self.data.mkdir(parents=True, exist_ok=True)
            self.root.mkdir(mode=0o700, exist_ok=True)
            for name in ("config", "log"):
                (self.root / name).mkdir(exist_ok=True)
            if not os.access(self.root, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.root))

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turns an ``OSError`` of a block into an ``EngineError`` that names the folder and the remedy."""
        try:
            yield
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise EngineError(
                "the disk is full" if full else f"the data folder cannot be written ({error.strerror or error})",
                place=str(error.filename or self.root),
                remedy="free some space, or set ONCOGRAPH_DATA to a folder on another disk"
                if full
                else "make it writable for this user, or set ONCOGRAPH_DATA to a folder of your own",
            ) from error

    def check_version(self) -> None:
        """Checks that the installed engine is the one that wrote the files; a new folder gets its mark.

        Raises:
            EngineError: the engine is not installed, or the folder belongs to another release.
        """
        try:
            installed = metadata.version(_PACKAGE).partition(".post")[0]
        except metadata.PackageNotFoundError as missing:
            raise EngineError(
                "the embedded engine is not installed; it exists for Linux (glibc 2.34 or newer, x86-64 and arm64) "
                "and macOS (Apple silicon)",
                place=_PACKAGE,
                remedy=f"pip install {_PACKAGE}, or set ONCOGRAPH_STORE to the address of a Neo4j server",
            ) from missing
        mark = self.root / "version"
        with self.explained():
            if not mark.exists():
                self._write(mark, installed)
            written = mark.read_text(encoding="utf-8").strip()
        if written != installed:
            raise EngineError(
                f"the database was written by engine {written}, and engine {installed} is installed",
                place=str(self.root),
                remedy=f"pip install '{_PACKAGE}=={written}.*' to go on with it; or set ONCOGRAPH_DATA to a new "
                "folder and ingest the documents again",
            )

    def check_space(self) -> None:
        """Checks that the database can be opened without filling the disk.

        Raises:
            EngineError: there is too little space.
        """
        free = shutil.disk_usage(self.root).free
        if free < _MINIMUM_FREE:
            raise EngineError(
                f"the disk is full: {free // 2**20} MB are free, the database needs {_MINIMUM_FREE // 2**20} MB",
                place=str(self.root),
                remedy="free some space, or set ONCOGRAPH_DATA to a folder on another disk",
            )

    def write_groups(self) -> None:
        """Writes the engine's groups of users, the read-only one among them."""
        with self.explained():
            self._write(self.root / "config" / "server-groups.json", json.dumps(_GROUPS, indent=2))

    def secrets(self) -> Secrets | None:
        """Reads the passwords of this folder; ``None`` when there are none yet, or they are lost."""
        with self.explained():
            try:
                return Secrets(**json.loads(self._secrets.read_text(encoding="utf-8")))
            except (FileNotFoundError, json.JSONDecodeError, TypeError):
                return None

    def new_secrets(self) -> Secrets:
        """Makes new passwords, while no server runs.

        The engine keeps hashes of the old ones; they are removed, and it makes its users again.
        """
        new = Secrets(root=secrets.token_urlsafe(24), reader=secrets.token_urlsafe(24))
        with self.explained():
            (self.root / "config" / "server-users.jsonl").unlink(missing_ok=True)
            self._write(self._secrets, json.dumps(vars(new)))
        return new

    def running(self) -> RunningServer | None:
        """Returns what the last server wrote about itself; only ``server_lock`` tells whether it lives."""
        with self.explained():
            try:
                return RunningServer(**json.loads(self.record.read_text(encoding="utf-8")))
            except (FileNotFoundError, json.JSONDecodeError, TypeError):
                return None

    def check_machine(self, server: RunningServer) -> None:
        """Checks that a living server can be reached from here: it listens on its own machine only.

        Raises:
            EngineError: it runs on another machine.
        """
        if server.machine != socket.gethostname():
            raise EngineError(
                f"oncograph on the machine {server.machine} is using this data folder",
                place=str(self.root),
                remedy="stop it there, or set ONCOGRAPH_DATA to a folder of this machine, "
                "or let both use one Neo4j server (ONCOGRAPH_STORE)",
            )

    def rotate_logs(self) -> None:
        """Keeps the log of the last server under another name, and few of the engine's own logs."""
        with self.explained():
            if self.log.exists():
                self.log.replace(self.log.with_name("server.previous.log"))
            logs = sorted(self.log.parent.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
            for old in logs[_KEPT_LOGS:]:
                old.unlink()

    def log_tail(self) -> str:
        """Returns the last lines of the server's log, for an error message."""
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return "(no log)"
        return "\n".join(lines[-_TAIL_LINES:])

    @staticmethod
    def _write(path: Path, text: str) -> None:
        """Writes the file whole or not at all, readable by the owner alone."""
        new = path.with_name(path.name + ".new")
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        new.replace(path)
