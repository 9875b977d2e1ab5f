"""Where the graph is kept, as the environment says it (``ONCOGRAPH_…``)."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class StoreSettings(BaseSettings):
    """Settings of the store; each is read from ``ONCOGRAPH_`` + its name in capitals.

    Only the environment is read, no file: a password never lies in the project folder.

    Attributes:
        store: address of a Neo4j server (``bolt://…``, ``neo4j://…``, with ``+s`` or ``+ssc`` for TLS);
            ``None`` or empty means the embedded engine.
        data: folder of the embedded engine; made when it is missing.
        engine_heap: largest Java heap of the embedded engine, as Java writes it (``512m``, ``2g``).
        neo4j_user: login name at the Neo4j server.
        neo4j_password: its password; there is no default.
        neo4j_database: name of the database on the Neo4j server.
    """

    model_config = SettingsConfigDict(env_prefix="ONCOGRAPH_", env_ignore_empty=True, extra="ignore")

    store: str | None = None
    data: Path = Path("data")
    engine_heap: str = "512m"
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr | None = None
    neo4j_database: str = "neo4j"
