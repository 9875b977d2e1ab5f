"""Loading and taking back one document, in one transaction.

The state before is the projection of the ledger as it stands, the state after that of the ledger with the document
replaced; both are computed for the subjects whose statements change, and only their difference is written.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import neo4j

from graph import ledger
from graph.cypher import statement
from graph.driver import records
from graph.engines import EngineKind
from graph.ledger import Assertions
from graph.mapping import ASSERTS
from graph.mapping import Mapping as GraphMapping
from graph.model import Link, Projection, Support
from graph.projection import date_of_issue, project
from graph.writing import batches, write
from ontology.errors import StoreVersionError

Outcome = Literal["new", "replaced", "unchanged", "retracted", "absent"]


@dataclass(frozen=True)
class LoadResult:
    """What loading or taking back a document did.

    Attributes:
        document: its IRI.
        outcome: `new`, `replaced` or `unchanged`; `retracted`, or `absent` where there was nothing to take back.
        statements: how many the document asserts now.
        added: statements it asserts now and did not before.
        removed: statements it asserted before and does not now.
    """

    document: str
    outcome: Outcome
    statements: int
    added: int = 0
    removed: int = 0


def replace_document(
    transaction: neo4j.Transaction,
    document: str,
    assertions: Assertions,
    mapping: GraphMapping,
    kind: EngineKind,
    *,
    review: str | None = None,
    report: str | None = None,
) -> LoadResult:
    """Makes a document assert exactly these statements; none takes the document back.

    `review` and `report` are kept with the load record; they are not compared: the same statements come of the same
    reading.

    Raises:
        StoreVersionError: the database has been projected with another mapping meanwhile.
    """
    take_lock(transaction, mapping)
    record = load_records(transaction, [document]).get(document, {})
    loaded = bool(record) and record["retractedAt"] is None
    fingerprint = ledger.fingerprint(assertions)
    if loaded and record["sha256"] == fingerprint:
        return LoadResult(document, "unchanged", ledger.size(assertions))
    before = assertions_of(transaction, [document]).get(document, {})
    if not assertions and not loaded and not before:
        return LoadResult(document, "absent", 0)
    issued = date_of_issue(document, assertions)
    touched = _touched(document, before, assertions, same_date=issued == record.get("issued"))
    old, new = _states(transaction, document, before, assertions, touched, mapping)
    write(transaction, old, new, kind)
    notes = {name: note for name, note in (("review", review), ("report", report)) if note}
    _write_record(transaction, document, fingerprint, assertions, issued, notes)
    outcome: Outcome = "retracted" if not assertions else "replaced" if loaded else "new"
    old_pairs, new_pairs = _pairs(before), _pairs(assertions)
    return LoadResult(
        document, outcome, len(new_pairs), added=len(new_pairs - old_pairs), removed=len(old_pairs - new_pairs)
    )


def take_lock(transaction: neo4j.Transaction, mapping: GraphMapping | None) -> None:
    """Waits for other writers and keeps them out until the transaction ends.

    Raises:
        StoreVersionError: the database is projected with another mapping than the given one.
    """
    version = records(transaction, statement("lock"))[0]["mappingVersion"]
    if mapping is not None and version != mapping.version:
        raise StoreVersionError(
            "the database was projected with another version of the mapping while it was open",
            remedy="close this program and start it again with the version of oncograph that wrote the database last",
        )


def load_records(transaction: neo4j.Transaction, documents: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The load records of those of the documents that have one."""
    return {
        record["document"]: record.data()
        for uris in batches(documents)
        for record in records(transaction, statement("load_records"), {"documents": uris})
    }


def assertions_of(transaction: neo4j.Transaction, documents: Iterable[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """What each document asserts: document → subject → `predicate SP object` texts."""
    found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for uris in batches(documents):
        for record in records(transaction, statement("assertions_of"), {"documents": uris}):
            found[record["document"]][record["subject"]] = tuple(record["po"])
    return dict(found)


def support_of(transaction: neo4j.Transaction, subjects: Iterable[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Who asserts what about each subject: subject → document → texts; every subject is there, if only empty."""
    found: dict[str, dict[str, tuple[str, ...]]] = {subject: {} for subject in subjects}
    for uris in batches(found):
        for record in records(transaction, statement("support"), {"subjects": uris}):
            found[record["subject"]][record["document"]] = tuple(record["po"])
    return found


def _touched(document: str, before: Assertions, after: Assertions, *, same_date: bool) -> set[str]:
    """The subjects whose projection can change; a document that gets another date may win or lose every conflict."""
    subjects = before.keys() | after.keys()
    changed = {subject for subject in subjects if before.get(subject) != after.get(subject)} if same_date else subjects
    return {*changed, document}


def _states(
    transaction: neo4j.Transaction,
    document: str,
    before: Assertions,
    after: Assertions,
    touched: set[str],
    mapping: GraphMapping,
) -> tuple[Projection, Projection]:
    others = {
        subject: {other: po for other, po in stated.items() if other != document}
        for subject, stated in support_of(transaction, sorted(touched)).items()
    }
    involved = touched.union(*others.values()) - {document}
    known = {
        iri: record
        for iri, record in load_records(transaction, sorted(involved)).items()
        if record["retractedAt"] is None
    }

    def state(assertions: Assertions) -> Projection:
        support: Support = {
            subject: {**stated, document: assertions[subject]} if subject in assertions else stated
            for subject, stated in others.items()
        }
        issued = {iri: record["issued"] or "" for iri, record in known.items()}
        issued[document] = date_of_issue(document, assertions) or ""
        projection = project(support, issued, known.keys() | ({document} if assertions else set()), mapping)
        for subject, po in assertions.items():
            projection.links[Link(document, ASSERTS, subject)] = {"po": list(po)}
        return projection

    return state(before), state(after)


def _write_record(
    transaction: neo4j.Transaction,
    document: str,
    fingerprint: str,
    assertions: Assertions,
    issued: str | None,
    notes: Mapping[str, str],
) -> None:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    properties: Mapping[str, object] = (
        {
            "document": document,
            "sha256": fingerprint,
            "statements": ledger.size(assertions),
            "loadedAt": now,
            **({"issued": issued} if issued else {}),
            **notes,
        }
        if assertions
        else {"document": document, "retractedAt": now}
    )
    transaction.run(statement("write_load_record"), document=document, properties=properties).consume()


def _pairs(assertions: Assertions) -> set[tuple[str, str]]:
    return {(subject, pair) for subject, po in assertions.items() for pair in po}
