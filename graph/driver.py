"""The way to the database: one driver per process, bounded retries, and errors that name the remedy."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.cypher import statement
from graph.engines import Connection, Engine
from ontology.errors import StoreError, StoreUnavailable

T = TypeVar("T")
Work = Callable[[neo4j.Transaction], T]

_PATIENCE = 30.0  # seconds to go on trying when other writers are in the way
_OUTAGE_PATIENCE = 10.0  # seconds to go on trying when the server is away
_FIRST_DELAY, _LONGEST_DELAY = 0.02, 1.0  # seconds between two attempts
_OLDEST_NEO4J = 5
_UNREACHABLE = (ServiceUnavailable, SessionExpired)


class Database:
    """Transactions on one database of one engine."""

    def __init__(self, engine: Engine, *, read_only: bool = False) -> None:
        """Connects, and checks that a database of the right kind answers.

        Raises:
            StoreUnavailable: nothing answers, the login is refused, or it is another kind of database.
        """
        self._engine = engine
        self._read_only = read_only
        self._connection = engine.connection
        with _explained(self._connection):
            self._driver = _connect(self._connection)
            try:
                self.server = self._check_server()
            except BaseException:
                self._driver.close()
                raise

    @property
    def connection(self) -> Connection:
        """The login in use."""
        return self._connection

    def read(self, work: Work[T], *, timeout: float | None = None) -> T:
        """What the work returns, in a transaction that is rolled back: nothing it writes stays.

        Args:
            work: gets the transaction; must consume its results; runs again after a failure that may pass.
            timeout: seconds the server may take; the embedded engine has one limit for all statements instead.

        Raises:
            StoreUnavailable: the database was lost and did not come back.
            StoreError: it refused the work.
        """
        return self._run(work, neo4j.READ_ACCESS, timeout, commit=False)

    def write(self, work: Work[T], *, timeout: float | None = None) -> T:
        """What the work returns, in a transaction that is committed; arguments and errors as for `read`.

        The work must be idempotent: it also runs again when the answer to a commit was lost.
        """
        if self._read_only:
            raise StoreError("the store was opened for reading only")
        return self._run(work, neo4j.WRITE_ACCESS, timeout, commit=True)

    def define(self, statements: list[str]) -> None:
        """Runs schema statements, each on its own."""
        for text in statements:
            self.write(lambda tx, text=text: tx.run(text).consume())  # type: ignore[misc]

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    def _run(self, work: Work[T], access: str, timeout: float | None, *, commit: bool) -> T:
        started = time.monotonic()
        delay = _FIRST_DELAY
        while True:
            try:
                with self._session(access) as session, session.begin_transaction(timeout=timeout) as transaction:
                    result = work(transaction)
                    if commit:
                        transaction.commit()
                    else:
                        transaction.rollback()
                    return result
            except (DriverError, Neo4jError) as error:
                away = isinstance(error, _UNREACHABLE)
                may_pass = away or error.is_retryable() or _lost_a_race(error)
                if not may_pass or time.monotonic() - started > (_OUTAGE_PATIENCE if away else _PATIENCE):
                    with _explained(self._connection):
                        raise
                if away:
                    self._reconnect()
            time.sleep(delay * random.uniform(0.5, 1.5))  # noqa: S311 - keeps writers apart, guards nothing
            delay = min(delay * 2, _LONGEST_DELAY)

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._connection.database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _reconnect(self) -> None:
        """Asks the engine to come back; a server of its own restarts, perhaps at another address."""
        current = self._engine.ensure()
        if current != self._connection:
            self._driver.close()
            self._connection = current
            self._driver = _connect(current)

    def _check_server(self) -> str:
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with self._session(neo4j.READ_ACCESS) as session:
            agent = session.run(statement("ping")).consume().server.agent
        product, _, version = agent.partition("/")
        major = version.partition(".")[0]
        wrong = product != "Neo4j" or not major.isdigit() or int(major) < _OLDEST_NEO4J
        # The embedded engine calls itself compatible with Neo4j, but has a dialect that only its own kind is ready for.
        if wrong or ("ArcadeDB" in agent) != (self._connection.kind == "arcadedb"):
            raise StoreUnavailable(
                f"the server there is {agent}, not Neo4j {_OLDEST_NEO4J} or newer",
                place=self._connection.uri,
                remedy="set ONCOGRAPH_STORE to the address of a Neo4j 5 server, or unset it for the embedded engine",
            )
        return agent


def _lost_a_race(error: Exception) -> bool:
    """Whether another writer was quicker: it made the same key first, or deleted what was being read."""
    return isinstance(error, ConstraintError) or (
        isinstance(error, Neo4jError) and (error.code or "").endswith(".EntityNotFound")
    )


def records(
    transaction: neo4j.Transaction, text: str, parameters: Mapping[str, object] | None = None
) -> list[neo4j.Record]:
    """All records of a statement."""
    return list(transaction.run(text, dict(parameters or {})))


def _connect(connection: Connection) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        connection.uri,
        auth=(connection.user, connection.password),
        connection_timeout=5.0,
        connection_acquisition_timeout=15.0,
        notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
        user_agent="oncograph",
    )


@contextmanager
def _explained(connection: Connection) -> Iterator[None]:
    """Turns the driver's errors into ours."""
    own = connection.kind == "arcadedb"
    try:
        yield
    except AuthError as error:
        raise StoreUnavailable(
            "the database refuses the login",
            place=connection.uri,
            remedy="end all oncograph processes on this data folder and try again"
            if own
            else "check ONCOGRAPH_NEO4J_USER and ONCOGRAPH_NEO4J_PASSWORD",
        ) from error
    except _UNREACHABLE as error:
        raise StoreUnavailable(
            f"the database cannot be reached ({_first_line(error)})",
            place=connection.uri,
            remedy="try again; the embedded engine is started anew"
            if own
            else "check that Neo4j runs and that ONCOGRAPH_STORE is its Bolt address",
        ) from error
    except ClientError as error:
        raise _refused(error, connection) from error
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailable(_first_line(error), place=connection.uri, remedy="check ONCOGRAPH_STORE") from error
    except (DriverError, Neo4jError) as error:
        raise StoreError(f"the database failed: {_first_line(error)}", place=connection.uri) from error


def _refused(error: ClientError, connection: Connection) -> StoreError:
    code = error.code or ""
    if "DatabaseNotFound" in code:
        return StoreUnavailable(
            f"the server has no database {connection.database!r}",
            place=connection.uri,
            remedy="create it or set ONCOGRAPH_NEO4J_DATABASE",
        )
    if "Forbidden" in code or "AccessMode" in code:
        return StoreError("this login may only read", place=connection.uri)
    if "TimedOut" in code or "Terminated" in code:
        return StoreError(
            "the database did not finish in time", place=connection.uri, remedy="ask for less, or allow more time"
        )
    return StoreError(f"the database refused: {_first_line(error)}", place=connection.uri)


def _first_line(error: Exception) -> str:
    text = (error.message if isinstance(error, Neo4jError) else None) or str(error)
    return text.strip().splitlines()[0] if text.strip() else type(error).__name__
