"""File locks that the kernel takes back when their holder dies, however it dies."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.errors import EngineError

try:
    import fcntl
except ImportError as missing:  # Windows
    raise EngineError(
        "the embedded engine runs on Linux and macOS only",
        remedy="set ONCOGRAPH_STORE to the address of a Neo4j server, such as bolt://localhost:7687",
    ) from missing

_PAUSE = 0.02  # seconds between two tries


class LockBusyError(Exception):
    """Another process did not let go in time."""


def try_lock(path: Path, *, shared: bool = False) -> int | None:
    """Takes the lock if nobody is in the way.

    Returns:
        A file descriptor that holds the lock until it is closed, or ``None``.

    Raises:
        EngineError: the file system knows no locks.
        OSError: the file cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError as error:
        os.close(descriptor)
        if error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):
            raise EngineError(
                "this file system cannot lock files, so the database could be opened twice and damaged",
                place=str(path.parent),
                remedy="set ONCOGRAPH_DATA to a folder on a local disk",
            ) from error
        raise
    return descriptor


def take_lock(path: Path, *, until: float, shared: bool = False) -> int:
    """Waits for the lock.

    Args:
        path: the lock file; made when missing.
        until: the moment, on the monotonic clock, at which waiting ends.
        shared: several holders at once, none of them exclusive.

    Returns:
        A file descriptor that holds the lock until it is closed.

    Raises:
        LockBusyError: another process did not let go in time.
    """
    while (descriptor := try_lock(path, shared=shared)) is None:
        if time.monotonic() > until:
            raise LockBusyError(path)
        time.sleep(_PAUSE)
    return descriptor


@contextmanager
def locked(path: Path, *, until: float) -> Iterator[None]:
    """Holds the exclusive lock for the length of a block; see ``take_lock``."""
    descriptor = take_lock(path, until=until)
    try:
        yield
    finally:
        os.close(descriptor)
