"""Writing results to files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from api.texts import t
from ontology.errors import InputError


def write_whole(target: Path, content: Iterable[bytes]) -> int:
    """Write a file whole or not at all; the size in bytes.

    Raises:
        InputError: it cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as unfinished:
            try:
                size = sum(unfinished.write(piece) for piece in content)
                unfinished.flush()
                os.fsync(unfinished.fileno())
                Path(unfinished.name).chmod(0o666 & ~_umask())  # a temporary file is private, the result is not
                Path(unfinished.name).replace(target)
            except BaseException:
                Path(unfinished.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise InputError(
            t("export.unwritable", reason=error.strerror or error),
            place=str(target),
            remedy=t("export.unwritable-remedy"),
        ) from error
    return size


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
