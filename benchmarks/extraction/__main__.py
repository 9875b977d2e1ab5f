"""`python -m benchmarks.extraction`: milliseconds a document of 5 kB, documents a minute, memory.

The documents are made of paragraphs of the project's own gold texts, mixed anew for each document, so that none is
read twice. `--check` exits 1 where a bound is missed: a median of 40 ms, 1,000 documents in 60 seconds on two
processes, `oncograph --help` in 0.4 seconds.
"""

from __future__ import annotations

import argparse
import json
import sys

from benchmarks.extraction.measure import alone, help_seconds, together

_BOUNDS = {"median_ms": 40.0, "seconds_per_1000": 60.0, "help_seconds": 0.4}


def main() -> None:
    """Measure, print JSON, and hold the figures against the bounds where asked."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.extraction", description="How fast documents are read, and in how much memory."
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is missed")
    given = parser.parse_args()
    figures = alone(max(50, given.documents // 4)) | together(given.documents, given.workers)
    figures["help_seconds"] = help_seconds()
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}, indent=2))
    missed = [name for name, bound in _BOUNDS.items() if figures[name] >= bound]
    if given.check and missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
