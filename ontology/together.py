"""What many documents say of the same things, on disk, and what is wrong with it that none of them shows alone."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

from ontology import crossing, screen, shacl
from ontology.findings import Bilingual, DocumentView, Problem
from ontology.gate import finding
from ontology.rdf import Statement
from ontology.report import Finding
from ontology.vocab import ONCO

_AT_ONCE = 200  # things that are looked at together
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
CREATE TABLE things (thing TEXT, digest BLOB, document TEXT, types TEXT, said TEXT, PRIMARY KEY (thing, digest))
  WITHOUT ROWID;
CREATE TABLE keys (predicate TEXT, value TEXT, thing TEXT, document TEXT, PRIMARY KEY (predicate, value, thing))
  WITHOUT ROWID;
CREATE TABLE faults (thing TEXT, shape TEXT, component TEXT, path TEXT, value TEXT, document TEXT);
"""

Fault = tuple[str, str, str, str, str]
"""A result of a shape: thing, shape, component, property, value; empty where there is none."""


@dataclass
class Described:
    """What some documents say of things, as rows.

    Attributes:
        things: thing, digest of what is said, document, classes, what is said (None for what only its document
            describes and is in order).
        keys: property, value, thing, document of identifiers.
        faults: what shapes found, with the document.
    """

    things: list[tuple[str, bytes, str, str, str | None]] = field(default_factory=list)
    keys: list[tuple[str, str, str, str]] = field(default_factory=list)
    faults: list[tuple[str, str, str, str, str, str]] = field(default_factory=list)


def describe(view: DocumentView, faults: Iterable[Finding], described: Described) -> None:
    """Adds what a document says of things.

    Args:
        view: the document.
        faults: what shapes found in it alone.
        described: gets the rows.
    """
    faulty = set()
    for fault in faults:
        faulty.add(fault.focus)
        described.faults.append((*_key(fault), view.iri))
    for thing, properties in view.properties.items():
        types = view.types.get(thing, ())
        said, digest = None, view.iri.encode()
        if thing in faulty or not _owned(view, thing, types):
            said = "\n".join(f"{name} {value}" for name, values in properties.items() for value in values)
            digest = blake2b(said.encode(), digest_size=12).digest()
        described.things.append((thing, digest, view.iri, " ".join(types), said))
    described.keys += [(*one, view.iri) for one in crossing.identifiers(view)]


def _owned(view: DocumentView, thing: str, types: Iterable[str]) -> bool:
    """Whether only this document can have something to say of a thing: itself, and its own evidence."""
    if thing == view.iri:
        return types == [ONCO.Document]
    return types == [ONCO.Evidence] and view.properties[thing].get(ONCO.quotedFrom) == [f"<{view.iri}>"]


def _key(fault: Finding) -> Fault:
    return fault.focus, fault.rule, fault.component, fault.path or "", fault.value or ""


class Together:
    """The file on disk; a context manager."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, described: Described) -> None:
        """Takes in what some documents say."""
        with closing(self._database.cursor()) as cursor:
            cursor.execute("BEGIN")
            cursor.executemany("INSERT OR IGNORE INTO things VALUES (?, ?, ?, ?, ?)", described.things)
            cursor.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)", described.keys)
            cursor.executemany("INSERT INTO faults VALUES (?, ?, ?, ?, ?, ?)", described.faults)
            cursor.execute("COMMIT")

    def findings(self) -> Iterator[tuple[str, list[Finding]]]:
        """What no document shows alone, by document."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for one in (*self._contradictions(), *self._described_twice()):
            found[one.document].append(one)
        for things in self._in_doubt():
            alone = self._faults(things)
            for one in self._of_all(things):
                if one.document not in alone.get(_key(one), ()):
                    found[one.document].append(one)
        yield from sorted(found.items())

    def whole(self) -> set[Fault]:
        """What the shapes of single documents find in all documents as one graph."""
        return {_key(one) for things in self._in_doubt() for one in self._of_all(things)}

    def _rows(self, sql: str, parameters: Iterable[str] = ()) -> list[tuple[str, ...]]:
        with closing(self._database.cursor()) as cursor:
            return cursor.execute(sql, tuple(parameters)).fetchall()

    def _in(self, sql: str, values: Iterable[str]) -> list[tuple[str, ...]]:
        """The rows of a statement with one list of values, in pieces that SQLite takes."""
        wanted, rows = sorted(set(values)), []
        for start in range(0, len(wanted), _AT_ONCE):
            piece = wanted[start : start + _AT_ONCE]
            rows += self._rows(sql.replace("(?)", f"({','.join('?' * len(piece))})"), piece)
        return rows

    def _in_doubt(self) -> Iterator[list[str]]:
        """Things that documents describe differently, and those that the first pass found fault with."""
        with closing(self._database.cursor()) as cursor:
            cursor.execute(
                "SELECT thing FROM things GROUP BY thing HAVING COUNT(*) > 1 AND COUNT(said) = COUNT(*)"
                " UNION SELECT thing FROM faults"
            )
            while rows := cursor.fetchmany(_AT_ONCE):
                yield [thing for (thing,) in rows]

    def _faults(self, things: Iterable[str]) -> dict[Fault, set[str]]:
        """What was found in documents alone, with these documents."""
        found: dict[Fault, set[str]] = defaultdict(set)
        for *fault, document in self._in("SELECT * FROM faults WHERE thing IN (?)", things):
            found[tuple(fault)].add(document)  # type: ignore[index]
        return found

    def _said(self, things: Iterable[str]) -> Iterator[crossing.Claim]:
        for thing, document, said in self._in("SELECT thing, document, said FROM things WHERE thing IN (?)", things):
            for line in (said or "").split("\n"):
                if line:
                    name, _, value = line.partition(" ")
                    yield document, (f"<{thing}>", f"<{name}>", value)

    def _of_all(self, things: list[str]) -> Iterator[Finding]:
        """What the shapes find in all that is said of some things, once for each document that speaks of them."""
        statements: set[Statement] = set()
        documents: dict[str, set[str]] = defaultdict(set)
        for document, statement in self._said(things):
            statements.add(statement)
            documents[statement[0][1:-1]].add(document)
        view = DocumentView("", frozenset(statements))
        referred = {value[1:-1] for _, _, value in statements if value[0] == "<"} - view.types.keys()
        known: dict[str, set[str]] = defaultdict(set)
        for thing, types in self._in("SELECT thing, types FROM things WHERE thing IN (?)", referred):
            known[thing].update(types.split())
        for problem in shacl.run(view, known, shapes=screen.doubtful(view, known)):
            for document in documents[problem.focus]:
                others = tuple(sorted(documents[problem.focus] - {document}))
                yield finding(view, problem, document=document, others=others)

    def _contradictions(self) -> Iterator[Finding]:
        shared = self._rows(
            "SELECT keys.predicate, keys.value, keys.thing, keys.document FROM keys"
            " JOIN (SELECT predicate, value FROM keys GROUP BY predicate, value"
            " HAVING COUNT(*) > 1) AS several ON several.predicate = keys.predicate AND several.value = keys.value"
        )
        suspects = {thing for _, _, thing, _ in shared}
        types: dict[str, set[str]] = defaultdict(set)
        several = "SELECT thing FROM things GROUP BY thing HAVING COUNT(DISTINCT types) > 1"
        for thing, named in self._rows(f"SELECT thing, types FROM things WHERE thing IN ({several})"):  # noqa: S608
            types[thing].update(named.split())
        suspects |= {thing for thing, named in types.items() if crossing.contradicting(named)}
        claims = list(self._said(suspects))
        claims += [(document, (f"<{thing}>", f"<{name}>", value)) for name, value, thing, document in shared]
        view = DocumentView("", frozenset(statement for _, statement in claims))
        for document, others, problem in crossing.crossings(claims):
            if others:
                yield finding(view, problem, document=document, others=others)

    def _described_twice(self) -> Iterator[Finding]:
        """Evidence and documents that another document describes too."""
        rows = self._rows("SELECT thing FROM things GROUP BY thing HAVING COUNT(*) > 1 AND COUNT(said) < COUNT(*)")
        things = [thing for (thing,) in rows]
        documents: dict[str, set[str]] = defaultdict(set)
        for thing, document in self._in("SELECT thing, document FROM things WHERE thing IN (?)", things):
            documents[thing].add(document)
        for thing, describing in documents.items():
            problem = Problem(
                "described-once",
                "Violation",
                thing,
                Bilingual(
                    "Une preuve ou un document n'est décrit que par le document même.",
                    "Evidence and documents are described by the document itself only.",
                ),
                Bilingual(
                    "Donnez à la chose un autre IRI, ou retirez-la de l'un des documents.",
                    "Give the thing another IRI, or remove it from one of the documents.",
                ),
            )
            for document in describing:
                others = tuple(sorted(describing - {document}))
                yield finding(DocumentView("", frozenset()), problem, document=document, others=others)
