"""The engines under the store: the embedded one, run and shared by oncograph, or a Neo4j server."""

from __future__ import annotations

from graph.engines.base import Connection, Engine, EngineKind
from graph.settings import StoreSettings

__all__ = ["Connection", "Engine", "EngineKind", "open_engine"]


def open_engine(settings: StoreSettings, *, read_only: bool = False) -> Engine:
    """Opens the engine that the settings name.

    The embedded engine is started when no other oncograph process runs it on the same data folder, shared otherwise,
    and is gone soon after the last process that uses it. Nothing is asked of a Neo4j server here: a wrong address or
    password shows when the driver connects.

    Args:
        settings: address of a Neo4j server, or the data folder of the embedded engine.
        read_only: log in to the embedded engine as its read-only user, for whom every write is forbidden. Neo4j has
            one login; there the driver's access mode keeps writes out.

    Raises:
        EngineError: the embedded engine cannot run here or does not come up.
        StoreUnavailable: the address is not one of a Neo4j server, or the password is missing.
    """
    if settings.store is not None:
        from graph.engines.remote import RemoteEngine

        return RemoteEngine(settings)
    from graph.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(settings, read_only=read_only)
