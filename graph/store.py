"""The store: documents in and out, questions, and the proof that ledger and graph agree."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import neo4j

from graph import inversion, ledger, reading, versions
from graph.cypher import statement
from graph.driver import Database, records
from graph.engines import EngineKind, open_engine
from graph.ledger import Assertions
from graph.loading import LoadResult, replace_document, support_of
from graph.mapping import Mapping as GraphMapping
from graph.mapping import default_mapping
from graph.reading import DocumentInfo
from graph.settings import StoreSettings
from graph.values import plain
from graph.verify import VerifyReport, repair, verify
from ontology.errors import StoreError
from ontology.rdf import DocumentGraph, Statement

__all__ = ["DocumentInfo", "LoadResult", "Store", "StoreStatus", "VerifyReport"]

MOST_ROWS = 10_000
_TIMEOUT = 30.0  # seconds, of a question
_ATTEMPTS = 8  # at an answer that no commit disturbs


@dataclass(frozen=True)
class StoreStatus:
    """What is behind the store and how much is in it.

    Attributes:
        engine: `arcadedb` (embedded) or `neo4j`.
        server: how the server names itself.
        address: its Bolt address.
        ontology_version: version of the ontology in use.
        mapping_version: hash of the mapping in use.
        documents: number of loaded documents.
        statements: number of statements in the ledger; one that two documents make counts twice.
        nodes: number of nodes.
        relationships: number of relationships, those of the ledger and derived ones included.
    """

    engine: EngineKind
    server: str
    address: str
    ontology_version: str
    mapping_version: str
    documents: int
    statements: int
    nodes: int
    relationships: int


class Store:
    """A database of documents and the graph they make; a context manager.

    Safe to use from several threads.
    """

    def __init__(self, database: Database, mapping: GraphMapping, resources: ExitStack) -> None:
        """For `open`, which also prepares the database."""
        self._database = database
        self._mapping = mapping
        self._resources = resources
        self._writing = threading.Lock()  # writers of one process queue here instead of colliding in the database

    @classmethod
    def open(cls, settings: StoreSettings, *, read_only: bool = False, allow_stale: bool = False) -> Store:
        """Opens the store that the settings name, and prepares an empty database.

        Args:
            settings: which engine, and where.
            read_only: `replace`, `retract` and `repair` are refused.
            allow_stale: also open a graph that was projected by another ontology; to be followed by `repair`.

        Raises:
            StoreUnavailable: nothing answers there, or it refuses the login.
            StoreVersionError: the database was written by another version, or by another program.
            EngineError: the embedded engine cannot start.
        """
        mapping = default_mapping()
        with ExitStack() as opening:
            engine = opening.enter_context(open_engine(settings, read_only=read_only))
            database = Database(engine, read_only=read_only)
            opening.callback(database.close)
            versions.prepare(database, mapping, read_only=read_only, allow_stale=allow_stale)
            return cls(database, mapping, opening.pop_all())

    def close(self) -> None:
        """Closes connections and lets go of the engine; calling it twice does no harm."""
        self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def replace(self, document: DocumentGraph, *, review: str | None = None, report: str | None = None) -> LoadResult:
        """Makes the database hold exactly these statements of the document, in one transaction.

        Args:
            document: its statements.
            review: what waits for a person's decision, in the loader's own form; kept beside the load record and never
                part of the graph.
            report: what the gate said of it, as JSON; kept in the same place.

        Raises:
            InputError: a statement cannot be stored (a blank node).
            StoreError: the database did not take it; it is as before.
        """
        return self._load(document.iri, ledger.encode(document.statements), review, report)

    def retract(self, document_iri: str) -> LoadResult:
        """Takes a document back, in one transaction; what other documents state stays.

        Raises:
            StoreError: the database did not take it; it is as before.
        """
        return self._load(document_iri, {})

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        *,
        timeout: float | None = None,
        limit: int = MOST_ROWS,
    ) -> list[dict[str, object]]:
        """The rows of a reading statement, as plain values (`graph.values`); dates are ISO text.

        Args:
            cypher: the statement.
            parameters: its parameters.
            timeout: seconds it may take.
            limit: most rows it may give.

        Raises:
            StoreError: it writes, is wrong, takes too long or gives too many rows; nothing is changed.
            StoreUnavailable: the database does not answer.
        """

        def work(transaction: neo4j.Transaction) -> tuple[list[dict[str, object]], bool]:
            before = reading.turn(transaction)
            result = transaction.run(cypher, dict(parameters or {}))
            rows = result.fetch(limit + 1)
            if len(rows) > limit:
                raise StoreError(f"the question has more than {limit} rows", remedy="add a condition or a LIMIT")
            if result.consume().counters.contains_updates:
                raise StoreError("a question may not write")
            plain_rows = [{key: plain(value) for key, value in dict(row).items()} for row in rows]
            return plain_rows, reading.turn(transaction) == before

        # Neither engine gives a statement one moment of the graph: it may see the first half of a commit. An answer
        # that a commit came in between of is therefore asked for again; under constant loading the last one is given.
        for _ in range(_ATTEMPTS):
            rows, undisturbed = self._database.read(work, timeout=_TIMEOUT if timeout is None else timeout)
            if undisturbed:
                break
        return rows

    def reviews(self) -> dict[str, str]:
        """What waits for a person's decision, by document, as `replace` was given it."""
        return reading.reviews(self._database)

    def report(self, document_iri: str) -> str | None:
        """What the gate said of a loaded document, as `replace` was given it; None where there is none."""
        return reading.report(self._database, document_iri)

    def documents(self) -> list[DocumentInfo]:
        """The loaded documents, by IRI."""
        return reading.documents(self._database)

    def statements(self, document_iri: str | None = None) -> Iterator[tuple[str, Statement]]:
        """All statements with the document that makes them, sorted, streamed; of one document or of all.

        Every document comes whole, also while it is being replaced.

        Raises:
            StoreError: the ledger of a document is damaged.
        """
        iris = [document_iri] if document_iri is not None else [info.iri for info in self.documents()]
        for iri, assertions in reading.ledger_of(self._database, iris):
            for one in ledger.decode_all(assertions):
                yield iri, one

    def statements_about(self, subjects: Iterable[str]) -> Iterator[tuple[str, Statement]]:
        """What is stated about some things, each statement with each document that makes it, in no order.

        Args:
            subjects: IRIs; all of them are read at once.
        """
        wanted = sorted(set(subjects))
        support = self._database.read(lambda tx: support_of(tx, wanted))
        for subject, stated in support.items():
            for document, po in stated.items():
                for one in ledger.decode(subject, po):
                    yield document, one

    def projected_statements(self) -> set[Statement]:
        """The statements that labels, properties and relationships amount to, without asking the ledger.

        For mapped vocabulary without conflicts these are the statements of the ledger; used to prove it.
        """
        return set(inversion.statements(reading.stored_projection(self._database), self._mapping))

    def verify(self) -> VerifyReport:
        """Whether the graph is what the ledger says, and the ledger what was loaded."""
        return verify(self._database, self._mapping)

    def repair(self) -> VerifyReport:
        """Projects the graph anew from the ledger where it differs; the report tells what was wrong.

        Raises:
            StoreError: the database did not take it; what is repaired so far stays.
        """
        with self._writing:
            return repair(self._database, self._mapping)

    def status(self) -> StoreStatus:
        """What is behind the store and how much is in it."""
        counts = self._database.read(lambda tx: records(tx, statement("counts")))[0]
        documents = self.documents()
        return StoreStatus(
            engine=self._database.connection.kind,
            server=self._database.server,
            address=self._database.connection.uri,
            ontology_version=self._mapping.ontology_version,
            mapping_version=self._mapping.version,
            documents=len(documents),
            statements=sum(info.statements for info in documents),
            nodes=counts["nodes"],
            relationships=counts["relationships"],
        )

    def _load(
        self, document: str, assertions: Assertions, review: str | None = None, report: str | None = None
    ) -> LoadResult:
        kind = self._database.connection.kind
        with self._writing:
            return self._database.write(
                lambda tx: replace_document(tx, document, assertions, self._mapping, kind, review=review, report=report)
            )
