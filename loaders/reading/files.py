"""Finding the files that a person means by a list of files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.reading.settings import reading_settings
from ontology.errors import InputError

FEED_SUFFIXES = frozenset({".rss", ".atom"})
DOCUMENT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml"}) | FEED_SUFFIXES


def find(paths: Iterable[Path | str], *, suffixes: frozenset[str] = DOCUMENT_SUFFIXES) -> list[Path]:
    """The files to read, sorted by path, each once.

    A file that is named is always returned, whatever its suffix, so that reading can refuse it with its reason. A
    folder is searched with all folders below it; hidden files and folders and the database's own folder are passed
    over.

    Args:
        paths: files and folders.
        suffixes: what counts as a document inside a folder, in lower case.

    Raises:
        InputError: a path does not exist, a folder cannot be listed, or holds no such file.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        try:
            for file in _meant(path, suffixes):
                found.setdefault(file.resolve(), file)
        except OSError as error:
            raise InputError(
                f"the path cannot be used ({error.strerror or error})",
                place=str(path),
                remedy="Check the path, and your right to read it.",
            ) from error
    return sorted(found.values())


def _meant(path: Path, suffixes: frozenset[str]) -> list[Path]:
    if not path.is_dir():
        if not path.exists():
            raise InputError("there is no such file or folder", place=str(path), remedy="Check the path.")
        return [path]
    inside = sorted(_inside(path, suffixes))
    if not inside:
        raise InputError(
            "the folder holds no document",
            place=str(path),
            remedy=f"Name a folder with files that end in {_listed(suffixes)}.",
        )
    return inside


def _inside(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    data = reading_settings().data.resolve()

    def refuse(error: OSError) -> None:
        raise InputError(
            f"the folder cannot be listed ({error.strerror})",
            place=str(error.filename),
            remedy="Give yourself the right to read it, or name its readable parts.",
        ) from error

    for here, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and (Path(here) / name).resolve() != data]
        for name in files:
            file = Path(here) / name
            if not name.startswith(".") and file.suffix.lower() in suffixes and file.is_file():
                yield file


def _listed(suffixes: frozenset[str]) -> str:
    return ", ".join(sorted(suffixes))
