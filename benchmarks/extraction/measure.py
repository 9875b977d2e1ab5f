"""The measurements; in a module of its own, which the processes of a pool can import."""

from __future__ import annotations

import hashlib
import random
import resource
import statistics
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from loaders.gold import read_gold
from loaders.model import RawDocument
from loaders.prepare import extract_document

GOLD = Path(__file__).parents[2] / "tests" / "gold" / "dev"
_SIZE = 5_000  # bytes of a document
_WARM = 20  # documents read before the clock starts


def documents(count: int, seed: int = 0) -> list[RawDocument]:
    """So many documents of 5 kB, half of them in either language."""
    pieces = {
        language: [p for text in read_gold(GOLD) if text.language == language for p in text.text.split("\n\n")]
        for language in ("fr", "en")
    }
    dice = random.Random(seed)
    return [_document(number, pieces["fr" if number % 2 else "en"], dice) for number in range(count)]


def _document(number: int, pieces: list[str], dice: random.Random) -> RawDocument:
    text = f"Release {number}"
    while len(text.encode()) < _SIZE:
        text += "\n\n" + dice.choice(pieces)
    text = text.encode()[:_SIZE].decode(errors="ignore")
    return RawDocument(f"d{number}", f"d{number}.txt", hashlib.sha256(text.encode()).hexdigest(), text)


def _agreements(raw: RawDocument) -> int:
    return len(extract_document(raw).agreements)


def alone(count: int) -> dict[str, float]:
    """One process: milliseconds a document, and how memory grows between the first and the last tenth."""
    for raw in documents(_WARM, seed=1):
        _agreements(raw)
    taken, before = [], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for raw in documents(count):
        started = time.perf_counter()
        _agreements(raw)
        taken.append(1000 * (time.perf_counter() - started))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "median_ms": statistics.median(taken),
        "p95_ms": sorted(taken)[int(0.95 * len(taken))],
        "memory_mb": after / 1024,
        "memory_growth_mb": (after - before) / 1024,
    }


def together(count: int, workers: int) -> dict[str, float]:
    """Several processes, their start included."""
    made = documents(count)
    started = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        found = sum(pool.map(_agreements, made, chunksize=8))
    seconds = time.perf_counter() - started
    return {
        "seconds_per_1000": 1000 * seconds / count,
        "documents_per_minute": 60 * count / seconds,
        "agreements": found,
    }


def help_seconds() -> float:
    """The median of five runs of `oncograph --help`."""
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "api.cli.main", "--help"], capture_output=True, check=True)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)
