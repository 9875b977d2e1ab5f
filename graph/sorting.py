"""Sorting more lines than memory should hold."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice

LINES_IN_MEMORY = 100_000


def sorted_unique(lines: Iterable[str], *, in_memory: int = LINES_IN_MEMORY) -> Iterator[str]:
    """The lines in order, each once; beyond `in_memory` of them they wait in temporary files.

    Args:
        lines: texts without a newline.
        in_memory: most lines held at a time.
    """
    iterator = iter(lines)
    with ExitStack() as files:
        runs: list[Iterator[str]] = []
        while chunk := list(islice(iterator, in_memory)):
            run = sorted(set(chunk))
            if not runs and len(chunk) < in_memory:
                yield from run
                return
            file = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
            file.writelines(line + "\n" for line in run)
            file.seek(0)
            runs.append(line.removesuffix("\n") for line in file)
        previous = None
        for line in heapq.merge(*runs):
            if line != previous:
                yield line
            previous = line
