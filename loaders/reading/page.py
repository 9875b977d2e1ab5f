"""What reading a file of any kind gives."""

from __future__ import annotations

from typing import NamedTuple


class Page(NamedTuple):
    """The text of a file, and what its metadata says of it."""

    text: str
    title: str | None = None
    issued: str | None = None
    source: str | None = None
    warnings: tuple[str, ...] = ()
