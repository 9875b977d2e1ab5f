"""From files to the database: read, extract, check, load; each document alone and atomic."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import cast

from graph.loaded import Loaded
from graph.store import Store
from loaders.model import Extraction
from loaders.outcome import DocumentOutcome, IngestSummary, Outcome
from loaders.plan import Decided, Step, Work, document_iri, plan
from loaders.prepare import Prepared, check, extract_document
from loaders.reading import DOCUMENT_SUFFIXES, RDF_SUFFIXES, find, read
from loaders.recorded import Recorded
from ontology.gate import against

Progress = Callable[[int, int, DocumentOutcome], None]
"""Called after each document with: files done, files in all, what became of the document."""

_POOL_FROM = 40  # files; below, starting processes costs more than it saves
_AHEAD = 4  # documents in work for each process, so that memory does not grow with the number of files

__all__ = ["Progress", "document_iri", "extract_file", "ingest"]


def extract_file(path: Path) -> Extraction:
    """Everything that the document in a file yields, free of personal contact details.

    Raises:
        InputError: the file cannot be read.
    """
    return extract_document(read(path))


def ingest(
    paths: Iterable[Path | str],
    store: Store | None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> IngestSummary:
    """Loads documents and RDF files; a file that is refused does not stop the others.

    Args:
        paths: files and folders.
        store: the database; may be None in a dry run, which then takes the database for empty.
        dry_run: do all but write.
        progress: called after each document.

    Raises:
        InputError: a path does not exist, or a folder holds no document.
        StoreError: the database failed; documents loaded before stay loaded, the one concerned is as before.
    """
    if store is None and not dry_run:
        raise ValueError("only a dry run does without a store")
    files = find(paths, suffixes=DOCUMENT_SUFFIXES | RDF_SUFFIXES)
    recorded = Recorded.of(store)
    outcomes: list[DocumentOutcome] = []
    workers = min(8, os.cpu_count() or 1) if len(files) >= _POOL_FROM else 1
    for step, prepared in _prepared(plan(files, recorded), workers):
        if isinstance(step, Decided):
            outcome = step.outcome
        else:
            assert prepared is not None  # noqa: S101  a Work always comes with what was made of it
            outcome = _load(step, prepared, store, recorded, dry_run=dry_run)
        outcomes.append(outcome)
        if progress:
            progress(step.number, len(files), outcome)
    return IngestSummary(tuple(outcomes), dry_run)


def _load(step: Work, prepared: Prepared, store: Store | None, recorded: Recorded, *, dry_run: bool) -> DocumentOutcome:
    graph, report = prepared.graph, prepared.report
    if report.conforms and store is not None:
        report = report.joined(against(graph, Loaded(store)))
    done = DocumentOutcome(str(step.file), "refused", graph.iri, warnings=prepared.warnings, report=report)
    if not report.conforms:
        return done
    if dry_run or store is None:
        result: Outcome = recorded.would_be(graph, store)
    else:
        loaded = store.replace(graph, review=prepared.review, report=json.dumps(report.to_json(), ensure_ascii=False))
        result = cast(Outcome, loaded.outcome)  # never `retracted`: what conforms is not empty
    return DocumentOutcome(
        done.file,
        result,
        done.iri,
        statements=0 if result == "unchanged" else len(graph.statements),
        warnings=done.warnings,
        report=done.report,
    )


def _prepared(steps: Iterator[Step], workers: int) -> Iterator[tuple[Step, Prepared | None]]:
    """Each step with what was made of it, in the order of the steps."""
    if workers == 1:
        for step in steps:
            yield step, check(step.content) if isinstance(step, Work) else None
        return
    # Spawned, not forked: the database driver of this process has threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[Step, Future[Prepared] | None]] = deque()
        try:
            for step in steps:
                waiting.append((step, pool.submit(check, step.content) if isinstance(step, Work) else None))
                if len(waiting) > workers * _AHEAD:
                    first, future = waiting.popleft()
                    yield first, future.result() if future else None
            for first, future in waiting:
                yield first, future.result() if future else None
        finally:
            pool.shutdown(cancel_futures=True)
