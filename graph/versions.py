"""Which oncograph wrote the database: its schema, and the versions it is refused for."""

from __future__ import annotations

from graph.cypher import schema, statement
from graph.driver import Database, records
from graph.mapping import Mapping
from ontology.errors import StoreVersionError

LEDGER_VERSION = 1  # raised when the form of the ledger changes; a migration then leads from the one to the other


def prepare(database: Database, mapping: Mapping, *, read_only: bool, allow_stale: bool) -> None:
    """Makes an empty database ours, and refuses one that this version cannot read rightly.

    Args:
        database: the database.
        mapping: the mapping of this version.
        read_only: nothing may be written; an empty database stays as it is.
        allow_stale: take a projection of another mapping too, to bring it up to date.

    Raises:
        StoreVersionError: it holds data of others, or was written by another version.
    """
    found = database.read(lambda tx: records(tx, statement("read_schema")))
    if not found:
        _refuse_foreign(database)
        if not read_only:
            database.define(schema(database.connection.kind))
            write_version(database, mapping)
        return
    written = found[0]
    place = database.connection.uri
    if written["ledgerVersion"] != LEDGER_VERSION:
        raise StoreVersionError(
            f"the database keeps its ledger in form {written['ledgerVersion']}, "
            f"this oncograph knows form {LEDGER_VERSION}",
            place=place,
            remedy="use the version of oncograph that wrote it, or load the documents into an empty database",
        )
    if written["mappingVersion"] != mapping.version and not allow_stale:
        raise StoreVersionError(
            f"the database shows the graph by another ontology (its {written['ontologyVersion']}, "
            f"mapping {written['mappingVersion']}; here {mapping.ontology_version}, mapping {mapping.version})",
            place=place,
            remedy="run `oncograph verify --repair`: it projects the graph anew from the ledger, nothing is lost; "
            "or use the version of oncograph that wrote it",
        )


def write_version(database: Database, mapping: Mapping) -> None:
    """Records that the database is written by this version."""
    versions = {
        "ontologyVersion": mapping.ontology_version,
        "mappingVersion": mapping.version,
        "ledgerVersion": LEDGER_VERSION,
    }
    database.write(lambda tx: records(tx, statement("write_schema"), versions))


def _refuse_foreign(database: Database) -> None:
    others = database.read(lambda tx: records(tx, statement("any_node")))
    if others:
        labels = ", ".join(others[0]["labels"]) or "no label"
        raise StoreVersionError(
            f"the database holds data that oncograph did not write (a node with {labels})",
            place=database.connection.uri,
            remedy="point ONCOGRAPH_STORE or ONCOGRAPH_NEO4J_DATABASE to an empty database",
        )
