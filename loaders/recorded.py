"""What the database already holds of each document, so that nothing is read twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from graph.store import Store
from loaders.model import RawDocument
from loaders.review.replay import decisions_mark
from loaders.version import extractor_version
from ontology.rdf import DocumentGraph

_QUERY = Path(__file__).with_name("recorded_documents.cypher")
_MOST_DOCUMENTS = 10_000_000
_TIMEOUT = 300.0  # seconds, for the largest databases


@dataclass(frozen=True)
class Recorded:
    """The state of the database when an ingest begins.

    Attributes:
        read: document IRI → (digest of its text, extractor, file name) of documents that were read from files.
        texts: digest of a text → the document that has it, the first by IRI.
    """

    read: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store | None) -> Recorded:
        """What a database holds; nothing where there is none."""
        if store is None:
            return cls()
        rows = store.query(_QUERY.read_text(encoding="utf-8"), timeout=_TIMEOUT, limit=_MOST_DOCUMENTS)
        read = {str(row["iri"]): (str(row["sha256"]), str(row["extractor"]), str(row["file"])) for row in rows}
        return cls(read, {read[iri][0]: iri for iri in sorted(read, reverse=True)})

    def has(self, document_iri: str, raw: RawDocument) -> bool:
        """Whether reading this document again can only give what is on record.

        Title, date and address of a web page lie outside its text, so such a page is always read again.
        """
        if raw.title or raw.issued or raw.source:
            return False
        extractor = extractor_version() + decisions_mark(raw.id, raw.text)
        return self.read.get(document_iri) == (raw.sha256, extractor, raw.file)

    @staticmethod
    def would_be(graph: DocumentGraph, store: Store | None) -> Literal["new", "replaced", "unchanged"]:
        """What loading a graph would come to."""
        if store is None or all(known.iri != graph.iri for known in store.documents()):
            return "new"
        stored = {statement for _, statement in store.statements(graph.iri)}
        return "unchanged" if stored == graph.statements else "replaced"
