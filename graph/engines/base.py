"""What every engine offers: a connection for the driver, and a life of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self

EngineKind = Literal["arcadedb", "neo4j"]


@dataclass(frozen=True)
class Connection:
    """All that the driver needs to log in.

    Attributes:
        kind: which engine answers; schema statements differ between the two.
        uri: Bolt address.
        user: login name.
        password: its password; never shown by ``repr``.
        database: name of the database.
        http: address of the embedded engine's HTTP interface (SQL for its schema); ``None`` for Neo4j.
    """

    kind: EngineKind
    uri: str
    user: str
    password: str = field(repr=False)
    database: str
    http: str | None = None


class Engine(ABC):
    """A database that answers over Bolt; a context manager that closes itself."""

    @property
    @abstractmethod
    def connection(self) -> Connection:
        """The login as it was when the engine was opened or last ensured."""

    @abstractmethod
    def ensure(self) -> Connection:
        """Makes sure that the engine is there, starts a lost one again.

        Returns:
            The login that is valid now; the address may have changed.

        Raises:
            EngineError: it is lost and cannot be started again.
        """

    @abstractmethod
    def close(self) -> None:
        """Lets go of the engine; calling it twice does no harm."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
