"""Validating many documents: each alone, in several processes, then together what several of them speak of.

The local pass is the gate itself (`ontology.gate.validate`), document by document. What the documents say of each thing
goes to a file on disk (`ontology.together`), so that memory does not grow with their number. The second pass looks at
the things that documents describe differently or that share an identifier, and at what the first pass found fault with.
Together the passes find what pyshacl finds in all the documents as one graph, and more: what a document lacks although
another one has it, since each document must stand alone.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from ontology.findings import SH
from ontology.gate import examine
from ontology.rdf import DocumentGraph
from ontology.report import Report
from ontology.together import Described, Together, describe

CHUNK = 64  # documents that go to a process at a time
_AHEAD = 3  # chunks that wait for each process
_MOST_WORKERS = 8
_GARBAGE_FROM = 50_000  # objects made and not gone


@dataclass(frozen=True)
class Validated:
    """What is said of one document.

    Attributes:
        document: its IRI.
        report: the findings.
        together: whether they come from the second pass: contradictions with other documents, whose findings name
            them. Such a document has had a report of its own before.
    """

    document: str
    report: Report
    together: bool = False


def validate_many(
    documents: Iterable[DocumentGraph],
    *,
    workers: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Validated]:
    """The reports of many documents: one for each, in their order, then those on contradictions between them.

    Args:
        documents: read as they are needed; no two of the same IRI.
        workers: processes; as many as the machine has cores (at most 8) without. With 1, everything is done here.
        progress: called with the number of documents done, after each chunk.
    """
    count = workers or min(_MOST_WORKERS, os.cpu_count() or 1)
    with TemporaryDirectory(prefix="oncograph-validation-") as folder, Together(Path(folder) / "things.sqlite") as both:
        done = 0
        for validated, described in _local_pass(documents, count):
            both.add(described)
            yield from validated
            done += len(validated)
            if progress:
                progress(done)
        for document, findings in both.findings():
            yield Validated(document, Report.of(findings), together=True)


_Passed = tuple[list[Validated], Described]


def _local_pass(documents: Iterable[DocumentGraph], workers: int) -> Iterator[_Passed]:
    chunks = _chunks(documents)
    if workers == 1:
        yield from map(_validate_chunk, chunks)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start) as pool:
        waiting: deque[Future[_Passed]] = deque()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_validate_chunk, chunk))
                if len(waiting) > workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _start() -> None:
    """Fewer looks for cyclic garbage in a process: documents are made of strings and hold none."""
    gc.freeze()
    gc.set_threshold(_GARBAGE_FROM)


def _chunks(documents: Iterable[DocumentGraph]) -> Iterator[list[DocumentGraph]]:
    iterator = iter(documents)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _validate_chunk(chunk: list[DocumentGraph]) -> _Passed:
    validated, described = [], Described()
    for document in chunk:
        view, report = examine(document)
        validated.append(Validated(document.iri, report))
        describe(view, (finding for finding in report.findings if finding.component.startswith(SH)), described)
    return validated, described
