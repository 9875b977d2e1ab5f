"""`python -m benchmarks.validation`: the gate against plain pyshacl on the whole graph, on the same documents.

Each measurement is made in a process of its own, so that its peak of memory is its own. The documents are made first
and put into a file, which both engines read document by document; that reading counts for both.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from benchmarks.validation.generate import BREAKS, documents, make
from ontology.rdf import DocumentGraph

Measured = dict[str, float]
_BROKEN = 0.05


def _write(path: Path, count: int, broken: float) -> None:
    with path.open("wb") as file:
        for graph in documents(count, broken=broken):
            pickle.dump(graph, file, protocol=5)


def _read(path: Path) -> Iterator[DocumentGraph]:
    with path.open("rb") as file:
        while file.peek(1):  # type: ignore[attr-defined]
            yield pickle.load(file)


def plain(path: Path, _workers: int) -> Measured:
    """Pyshacl on all documents as one rdflib graph."""
    import pyshacl
    from rdflib.namespace import SH

    from ontology import crossing, rdf, shacl

    shapes = shacl.shapes_graph() + crossing.crossing_shapes()
    began = time.perf_counter()
    data = rdf.to_rdflib(one for graph in _read(path) for one in graph.statements)
    loaded = time.perf_counter()
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=shacl.class_hierarchy())
    done = time.perf_counter()
    found = len(list(results.objects(None, SH.result)))
    return {"seconds": done - began, "loading": loaded - began, "findings": found, "triples": len(data)}


def two_passes(path: Path, workers: int) -> Measured:
    """The gate, both passes."""
    from ontology.bulk import validate_many

    began = time.perf_counter()
    found = sum(len(one.report.findings) for one in validate_many(_read(path), workers=workers))
    return {"seconds": time.perf_counter() - began, "findings": found}


def incremental(path: Path, _workers: int) -> Measured:
    """One changed document at a time, alone and against that many loaded ones, held in memory."""
    from benchmarks.validation.generate import Zipf
    from benchmarks.validation.loaded import InMemory
    from ontology.gate import against, validate

    loaded = InMemory(_read(path))
    count = int(path.stem)
    times, found = [], 0
    for number in range(0, count, max(1, count // 40)):
        draft = make(number, Zipf(max(12, count // 2)), 7)
        BREAKS["one-siren-one-organisation" if number % 2 else "agreement-tier"](draft)
        changed = draft.graph()
        began = time.perf_counter()
        found += len(validate(changed).findings) + len(against(changed, loaded).findings)
        times.append(time.perf_counter() - began)
    return {"seconds": statistics.median(times), "worst": max(times), "findings": found}


_ENGINES: dict[str, Callable[[Path, int], Measured]] = {
    "plain": plain,
    "two-passes": two_passes,
    "incremental": incremental,
}


def measure(engine: str, path: Path, workers: int) -> Measured:
    """One measurement in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.validation", "--only", engine, str(path), "--workers", str(workers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{engine} with {path.stem} documents failed:\n{done.stderr[-2000:]}")
    return cast(Measured, json.loads(done.stdout.splitlines()[-1]))


def _main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.validation", description=__doc__)
    parser.add_argument("counts", nargs="*", default=["1000"], help="numbers of documents (1000)")
    parser.add_argument("--no-plain", action="store_true", help="leave plain pyshacl out: it takes 30 ms a document")
    parser.add_argument("--workers", type=int, default=min(8, os.cpu_count() or 1), help="processes of the gate")
    parser.add_argument("--only", choices=list(_ENGINES), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        measured = _ENGINES[options.only](Path(options.counts[0]), options.workers)
        own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        measured["mib"] = own.ru_maxrss / 1024
        measured["worker_mib"] = children.ru_maxrss / 1024
        measured["cpu"] = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
        print(json.dumps(measured))
        return
    print(f"{options.workers} processes, {_BROKEN:.0%} of the documents broken; all ways of breaking them in turn.\n")
    print("| documents | engine | wall s | CPU s | peak MiB (a worker) | findings | times faster (CPU) |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with TemporaryDirectory() as folder:
        for count in map(int, options.counts):
            path = Path(folder) / f"{count}.pickle"
            _write(path, count, _BROKEN)
            _compare(path, count, options.workers, with_plain=not options.no_plain)
            path.unlink()


def _compare(path: Path, count: int, workers: int, *, with_plain: bool) -> None:
    reference = measure("plain", path, workers) if with_plain else None
    if reference:
        _row(count, "pyshacl, whole graph", reference)
    two = measure("two-passes", path, workers)
    ratio = ""
    if reference:
        ratio = f"{reference['seconds'] / two['seconds']:.1f} ({reference['cpu'] / two['cpu']:.1f})"
    _row(count, "two passes", two, ratio)
    one = measure("incremental", path, workers)
    print(f"| {count} | one changed document | {one['seconds']:.4f} (worst {one['worst']:.4f}) | | | | |", flush=True)


def _row(count: int, engine: str, one: Measured, ratio: str = "") -> None:
    print(
        f"| {count} | {engine} | {one['seconds']:.1f} | {one['cpu']:.1f} | {one['mib']:.0f} ({one['worker_mib']:.0f})"
        f" | {one['findings']:.0f} | {ratio} |",
        flush=True,
    )


if __name__ == "__main__":
    _main()
