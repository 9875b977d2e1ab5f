"""The store's own Cypher statements, one file each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_SCHEMA = _FOLDER.parent / "schema"


@cache
def statement(name: str) -> str:
    """The text of a statement without placeholders."""
    return (_FOLDER / f"{name}.cypher").read_text(encoding="utf-8")


@cache
def with_labels(name: str, labels: frozenset[str]) -> str:
    """The text of a statement for one set of labels; they come from the mapping or the database and are quoted."""
    return statement(name).replace("__LABELS__", ":".join(_quoted(sorted(labels))))


@cache
def with_type(name: str, type_: str) -> str:
    """The text of a statement for one relationship type; it comes from the mapping or the database and is quoted."""
    return statement(name).replace("__TYPE__", _quoted([type_])[0])


def schema(kind: str) -> list[str]:
    """The schema statements of an engine (`neo4j` or `arcadedb`), in order."""
    lines = (_SCHEMA / f"{kind}.cypher").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("//"))
    return [part.strip() for part in text.split(";") if part.strip()]


def _quoted(names: Iterable[str]) -> list[str]:
    return ["`" + name.replace("`", "``") + "`" for name in names]
