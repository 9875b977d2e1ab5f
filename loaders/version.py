"""Which extractor read a document: the version, and a digest of everything that decides what it finds."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import loaders
import ontology
from ontology import iris

_DECIDING = frozenset({".py", ".yaml", ".yml", ".ttl", ".json", ".txt", ".csv", ".tsv"})
_SILENT = frozenset({"__pycache__", "samples"})  # folders that decide nothing


def extractor_version() -> str:
    """Name, version and digest of the rules, such as `oncograph 0.1.0 (3f2a…)`."""
    return f"oncograph {software_version()} ({rules_digest()})"


def software_version() -> str:
    """The version of this program."""
    return version("oncograph")


@cache
def rules_digest() -> str:
    """Twelve hex digits of everything that decides what is found in a document.

    They change with any rule, word list, authority entry or term, and with the base of the IRIs; a document whose
    text and extractor are those on record need not be read again.
    """
    digest = hashlib.sha256(iris.base().encode())
    for package in (loaders, ontology):
        root = Path(package.__path__[0])
        for path in sorted(root.rglob("*")):
            if path.suffix in _DECIDING and not _SILENT.intersection(path.parts):
                digest.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
