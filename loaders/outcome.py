"""What became of each document of an ingest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from ontology.errors import OncographError
from ontology.report import Report

Outcome = Literal["new", "replaced", "unchanged", "duplicate", "refused"]
OUTCOMES: tuple[Outcome, ...] = ("new", "replaced", "unchanged", "duplicate", "refused")


@dataclass(frozen=True)
class DocumentOutcome:
    """One document of an ingest.

    Attributes:
        file: path as given or found.
        outcome: `new`, `replaced` and `unchanged` are in the database (or would be, in a dry run); `duplicate` has
            the text of another document; `refused` was not loaded, and the database is as before.
        iri: the document; None where the file could not be read.
        statements: how many statements of it the database holds; 0 unless new or replaced.
        warnings: what the reader should know.
        report: what the gate found, where it was asked.
        error: why the file was refused, where the gate was not reached.
        same_as: for a duplicate, the document or file that has the same text.
    """

    file: str
    outcome: Outcome
    iri: str | None = None
    statements: int = 0
    warnings: tuple[str, ...] = ()
    report: Report | None = None
    error: OncographError | None = None
    same_as: str | None = None


@dataclass(frozen=True)
class IngestSummary:
    """What an ingest did.

    Attributes:
        documents: one a document, in the order of the files.
        dry_run: whether nothing was written.
    """

    documents: tuple[DocumentOutcome, ...]
    dry_run: bool = False

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many documents had each outcome, zeros included."""
        counted = Counter(document.outcome for document in self.documents)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    @property
    def statements(self) -> int:
        """How many statements were loaded."""
        return sum(document.statements for document in self.documents)

    @property
    def warnings(self) -> int:
        """How many warnings were given."""
        return sum(len(document.warnings) for document in self.documents)

    @property
    def complete(self) -> bool:
        """Whether nothing was refused: the job is done, and the exit status 0."""
        return not self.counts["refused"]
