"""Reading the ledger, whole documents only, and the graph as it stands."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import neo4j

from graph import ledger
from graph.cypher import statement
from graph.driver import Database, records
from graph.loading import assertions_of, load_records
from graph.model import Link, Node, Projection
from graph.values import comparable
from graph.writing import batches, link_of
from ontology.errors import StoreError

DOCUMENTS_AT_ONCE = 20
_ATTEMPTS = 6
_PAUSE = 0.05  # seconds


@dataclass(frozen=True)
class DocumentInfo:
    """A loaded document.

    Attributes:
        iri: the document.
        sha256: of its sorted N-Triples.
        statements: how many it asserts.
        loaded_at: when it was loaded last, ISO 8601 in UTC.
    """

    iri: str
    sha256: str
    statements: int
    loaded_at: str


def documents(database: Database) -> list[DocumentInfo]:
    """All loaded documents, by IRI."""
    return [
        DocumentInfo(record["document"], record["sha256"], record["statements"], record["loadedAt"])
        for record in database.read(lambda tx: records(tx, statement("documents")))
    ]


def reviews(database: Database) -> dict[str, str]:
    """What waits for a person's decision, by IRI of the document."""
    found = database.read(lambda tx: records(tx, statement("reviews")))
    return {record["document"]: record["review"] for record in found}


def report(database: Database, document: str) -> str | None:
    """What the gate said of a loaded document."""
    rows = database.read(lambda tx: records(tx, statement("load_report"), {"document": document}))
    return rows[0]["report"] if rows else None


def ledger_of(database: Database, iris: Sequence[str]) -> Iterator[tuple[str, ledger.Assertions]]:
    """What each document asserts, in the order given; documents that are not loaded are left out.

    Each document is compared with the fingerprint it was loaded with, so that a reader never gets half of a document
    that is being replaced: it is read again.

    Raises:
        StoreError: a document's statements are not those that were loaded, and stay so.
    """
    for group in batches(iris, DOCUMENTS_AT_ONCE):
        whole: dict[str, ledger.Assertions] = {}
        waiting = group
        for attempt in range(_ATTEMPTS):
            time.sleep(_PAUSE * attempt)
            found, waiting = database.read(lambda tx, waiting=waiting: whole_documents(tx, waiting))  # type: ignore[misc]
            whole.update(found)
            if not waiting:
                break
        else:
            raise StoreError(
                "the statements kept for this document are not those that were loaded",
                place=waiting[0],
                remedy="run `oncograph verify --repair`, then load the document again",
            )
        yield from ((iri, whole[iri]) for iri in group if iri in whole)


def whole_documents(transaction: neo4j.Transaction, iris: list[str]) -> tuple[dict[str, ledger.Assertions], list[str]]:
    """The documents that are whole, and those that do not agree with their record."""
    asserted = assertions_of(transaction, iris)
    known = load_records(transaction, iris)
    whole: dict[str, ledger.Assertions] = {}
    torn: list[str] = []
    for iri in iris:
        record = known.get(iri)
        loaded = record is not None and record["retractedAt"] is None
        assertions = asserted.get(iri, {})
        if loaded and record is not None and record["sha256"] == ledger.fingerprint(assertions):
            whole[iri] = assertions
        elif loaded or assertions:
            torn.append(iri)
    return whole, torn


def issued_dates(transaction: neo4j.Transaction) -> dict[str, str]:
    """The loaded documents with their dates of publication, empty where unknown."""
    return {record["document"]: record["issued"] or "" for record in records(transaction, statement("documents"))}


def stored_projection(database: Database) -> Projection:
    """The whole graph as it stands in the database, ledger and derived relationships included."""

    def work(transaction: neo4j.Transaction) -> Projection:
        found = Projection()
        uris = sorted(record["uri"] for record in records(transaction, statement("all_uris")))
        for some in batches(uris):
            piece = stored(transaction, some)
            found.nodes.update(piece.nodes)
            found.links.update(piece.links)
        return found

    return database.read(work)


def stored(transaction: neo4j.Transaction, uris: list[str], repeated: list[Link] | None = None) -> Projection:
    """Some nodes and what starts from them, as they stand; `repeated` gets the keys that are there more than once."""
    found = Projection()
    for record in records(transaction, statement("node_states"), {"uris": uris}):
        properties = {key: comparable(value) for key, value in record["properties"].items()}
        found.nodes[record["uri"]] = Node(frozenset(record["labels"]), properties)
    for record in records(transaction, statement("outgoing"), {"uris": uris}):
        link = link_of(record["start"], record["type"], record["end"], record["properties"])
        if link in found.links and repeated is not None:
            repeated.append(link)
        found.links[link] = {key: comparable(value) for key, value in record["properties"].items()}
    return found


def turn(transaction: neo4j.Transaction) -> int:
    """How many writing transactions there have been."""
    found = records(transaction, statement("turn"))
    return int(found[0]["turn"]) if found else 0
