"""A Neo4j server that somebody else runs."""

from __future__ import annotations

from urllib.parse import urlsplit

from graph.engines.base import Connection, Engine
from graph.settings import StoreSettings
from ontology.errors import StoreUnavailable

_SCHEMES = frozenset(f"{base}{tls}" for base in ("bolt", "neo4j") for tls in ("", "+s", "+ssc"))


class RemoteEngine(Engine):
    """The login to a Neo4j server; it is neither started nor stopped here."""

    def __init__(self, settings: StoreSettings) -> None:
        """Checks what can be checked without asking the server.

        Raises:
            StoreUnavailable: the address or the password cannot be used.
        """
        uri = settings.store or ""
        parts = urlsplit(uri)
        if parts.scheme not in _SCHEMES or not parts.hostname:
            raise StoreUnavailable(
                "this is not the address of a Neo4j server",
                place=f"ONCOGRAPH_STORE={uri.rpartition('@')[2]}",
                remedy="write it like bolt://localhost:7687 or neo4j+s://graph.example.org, "
                "or unset ONCOGRAPH_STORE to use the embedded engine",
            )
        if parts.username is not None or parts.password is not None:
            # Addresses are shown in messages and logs; a password in one would be too.
            raise StoreUnavailable(
                "the address of the Neo4j server must not hold a login",
                place="ONCOGRAPH_STORE",
                remedy="put the name into ONCOGRAPH_NEO4J_USER and the password into ONCOGRAPH_NEO4J_PASSWORD",
            )
        if settings.neo4j_password is None:
            raise StoreUnavailable(
                "the password of the Neo4j server is missing",
                place=uri,
                remedy="set ONCOGRAPH_NEO4J_PASSWORD (and ONCOGRAPH_NEO4J_USER unless it is neo4j)",
            )
        self._connection = Connection(
            kind="neo4j",
            uri=uri,
            user=settings.neo4j_user,
            password=settings.neo4j_password.get_secret_value(),
            database=settings.neo4j_database,
        )

    @property
    def connection(self) -> Connection:
        """The login, as the settings give it."""
        return self._connection

    def ensure(self) -> Connection:
        """Returns the login; the server is not ours to start."""
        return self._connection

    def close(self) -> None:
        """Does nothing: the server is not ours to stop."""
