"""The proof that ledger and graph agree: the projection is computed anew and compared with what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import neo4j

from graph.cypher import statement
from graph.driver import Database, records
from graph.loading import support_of, take_lock
from graph.mapping import ASSERTS
from graph.mapping import Mapping as GraphMapping
from graph.model import Link, Node, Projection, Properties
from graph.projection import project
from graph.reading import DOCUMENTS_AT_ONCE, issued_dates, stored, turn, whole_documents
from graph.versions import write_version
from graph.writing import batches, delete_links, delete_orphans, write

MOST_DIFFERENCES = 1000  # kept in a report; the rest is counted
_ATTEMPTS = 3
_LEDGER_REMEDY = "run `oncograph verify --repair`, then load the document again"

DifferenceKind = Literal["ledger", "node", "relationship"]


@dataclass(frozen=True)
class Difference:
    """One place where the database is not what it should be.

    Attributes:
        kind: `ledger` (statements are not those that were loaded), `node` or `relationship` (not what they say).
        place: the document, node or relationship concerned.
        message: what is there and what should be.
    """

    kind: DifferenceKind
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True)
class VerifyReport:
    """What was compared and what differs.

    Attributes:
        documents: loaded documents.
        statements: statements in the ledger; one that two documents make counts twice.
        nodes: nodes compared.
        relationships: projected relationships compared, derived ones included.
        differences: the first of them.
        count: how many there are.
        repaired: whether they were put right.
    """

    documents: int
    statements: int
    nodes: int
    relationships: int
    differences: tuple[Difference, ...] = ()
    count: int = 0
    repaired: bool = False

    @property
    def clean(self) -> bool:
        """Whether ledger and graph agree."""
        return self.count == 0


def verify(database: Database, mapping: GraphMapping) -> VerifyReport:
    """Compares the whole graph with the ledger, a bounded number of nodes at a time.

    A document that is loaded while this runs would look like a difference, so a graph that changed is looked at again.
    """
    for _ in range(_ATTEMPTS - 1):
        before = database.read(turn)
        report = _Comparison(database, mapping).run()
        if report.clean or database.read(turn) == before:
            return report
    return _Comparison(database, mapping).run()


def repair(database: Database, mapping: GraphMapping) -> VerifyReport:
    """Writes what differs anew from the ledger, and records that the graph is by this mapping; tells what was wrong.

    Statements that are lost in the ledger itself cannot be made anew: the graph follows what is left, and their
    document must be loaded again.
    """
    report = _Comparison(database, mapping, fix=True).run()
    write_version(database, mapping)
    return report


@dataclass
class _Slice:
    """Some subjects as they are and as they should be; derived relationships, which others start, apart."""

    actual: Projection = field(default_factory=Projection)
    expected: Projection = field(default_factory=Projection)
    actual_derived: dict[Link, Properties] = field(default_factory=dict)
    expected_derived: dict[Link, Properties] = field(default_factory=dict)
    repeated: list[Link] = field(default_factory=list)
    statements: int = 0
    strangers: set[str] = field(default_factory=set)  # documents that assert but have no load record


class _Comparison:
    """One run over the whole graph."""

    def __init__(self, database: Database, mapping: GraphMapping, *, fix: bool = False) -> None:
        self._database = database
        self._mapping = mapping
        self._fix = fix
        self._kind = database.connection.kind
        self._differences: list[Difference] = []
        self._count = 0
        self._statements = 0
        self._links = 0
        self._issued: dict[str, str] = {}

    def run(self) -> VerifyReport:
        """Compares, and repairs if told so."""
        self._check_ledger()
        uris = sorted(record["uri"] for record in self._database.read(lambda tx: records(tx, statement("all_uris"))))
        actual: dict[Link, Properties] = {}
        expected: dict[Link, Properties] = {}
        free: set[str] = set()  # nodes that nothing is said about
        held: set[str] = set()  # nodes that a relationship holds
        strangers: set[str] = set()
        for some in batches(uris):
            piece = self._database.read(lambda tx, some=some: self._slice(tx, some, self._issued))  # type: ignore[misc]
            actual.update(piece.actual_derived)
            expected.update(piece.expected_derived)
            held.update(uri for link in piece.expected.links for uri in (link.start, link.end))
            free.update(some)
            strangers |= piece.strangers
            if self._report(piece) and self._fix:
                self._database.write(lambda tx, some=some: self._mend(tx, some))  # type: ignore[misc]
        for document in sorted(strangers):
            self._add("ledger", document, f"it asserts statements but has no load record; {_LEDGER_REMEDY}")
        self._report_links(actual, expected)
        if self._fix:
            self._mend_derived(actual, expected)
        orphans = sorted(free - held - self._issued.keys())
        for uri in orphans:
            self._add("node", uri, "nothing is said about it and nothing refers to it; it should not be there")
        if self._fix and orphans:
            self._database.write(lambda tx: _delete(tx, orphans))
        return VerifyReport(
            documents=len(self._issued),
            statements=self._statements,
            nodes=len(uris),
            relationships=self._links + len(actual),
            differences=tuple(self._differences),
            count=self._count,
            repaired=self._fix,
        )

    def _check_ledger(self) -> None:
        self._issued = self._database.read(issued_dates)
        for some in batches(sorted(self._issued), DOCUMENTS_AT_ONCE):
            _, torn = self._database.read(lambda tx, some=some: whole_documents(tx, some))  # type: ignore[misc]
            for document in torn:
                self._add("ledger", document, f"its statements are not those that were loaded; {_LEDGER_REMEDY}")
            if self._fix and torn:
                self._database.write(
                    lambda tx, torn=torn: records(tx, statement("forget_fingerprints"), {"documents": torn})  # type: ignore[misc]
                )

    def _slice(self, transaction: neo4j.Transaction, uris: list[str], issued: Mapping[str, str]) -> _Slice:
        """What is there and what should be there, of some subjects."""
        support = support_of(transaction, uris)
        piece = _Slice(expected=project(support, issued, issued.keys(), self._mapping))
        piece.expected_derived = _take_derived(piece.expected)
        piece.actual = stored(transaction, uris, piece.repeated)
        piece.actual_derived = _take_derived(piece.actual)
        piece.strangers = {document for stated in support.values() for document in stated} - issued.keys()
        piece.statements = sum(len(po) for stated in support.values() for po in stated.values())
        # The ledger is what the rest is compared with; it stays in `actual` to tell which nodes are held.
        piece.expected.links.update({link: p for link, p in piece.actual.links.items() if link.type == ASSERTS})
        return piece

    def _report(self, piece: _Slice) -> bool:
        """Adds the differences of a slice, derived relationships left out, and says whether there were any."""
        before = self._count
        for uri, wanted in piece.expected.nodes.items():
            there = piece.actual.nodes.get(uri)
            if there is not None and there != wanted:
                self._add("node", uri, "; ".join(_node_differences(there, wanted)))
        self._statements += piece.statements
        self._links += sum(link.type != ASSERTS for link in piece.actual.links)
        self._report_links(piece.actual.links, piece.expected.links)
        for link in piece.repeated:
            self._add("relationship", _shown(link), "it is there more than once")
        return self._count > before

    def _report_links(self, actual: Mapping[Link, Properties], expected: Mapping[Link, Properties]) -> None:
        for link in sorted(actual.keys() | expected.keys()):
            if link not in actual:
                self._add("relationship", _shown(link), "it follows from the ledger but is missing")
            elif link not in expected:
                self._add("relationship", _shown(link), "no document states it")
            elif actual[link] != expected[link]:
                self._add("relationship", _shown(link), "; ".join(_property_differences(actual[link], expected[link])))

    def _mend(self, transaction: neo4j.Transaction, uris: list[str]) -> None:
        take_lock(transaction, None)
        piece = self._slice(transaction, uris, issued_dates(transaction))
        delete_links(transaction, piece.repeated)
        for link in piece.repeated:
            piece.actual.links.pop(link, None)
        write(transaction, piece.actual, piece.expected, self._kind)

    def _mend_derived(self, actual: Mapping[Link, Properties], expected: Mapping[Link, Properties]) -> None:
        differing = [link for link in sorted(actual.keys() | expected.keys()) if actual.get(link) != expected.get(link)]
        sources = sorted({link.via for link in differing})
        starts = sorted({link.start for link in differing})
        if not differing:
            return

        def work(transaction: neo4j.Transaction) -> None:
            take_lock(transaction, None)
            issued = issued_dates(transaction)
            wanted = self._slice(transaction, sources, issued).expected_derived
            around = sorted({*starts, *(link.start for link in wanted)})
            there = self._slice(transaction, around, issued).actual_derived
            write(
                transaction,
                Projection(links={link: there[link] for link in there if link.via in sources}),
                Projection(links=wanted),
                self._kind,
            )

        self._database.write(work)

    def _add(self, kind: DifferenceKind, place: str, message: str) -> None:
        self._count += 1
        if len(self._differences) < MOST_DIFFERENCES:
            self._differences.append(Difference(kind, place, message))


def _delete(transaction: neo4j.Transaction, orphans: list[str]) -> None:
    take_lock(transaction, None)
    delete_orphans(transaction, orphans)


def _take_derived(projection: Projection) -> dict[Link, Properties]:
    derived = {link: properties for link, properties in projection.links.items() if properties.get("derived") is True}
    for link in derived:
        del projection.links[link]
    return derived


def _node_differences(there: Node, wanted: Node) -> Iterator[str]:
    if there.labels != wanted.labels:
        yield f"labels are {_listed(there.labels)}, should be {_listed(wanted.labels)}"
    yield from _property_differences(there.properties, wanted.properties)


def _property_differences(there: Properties, wanted: Properties) -> Iterator[str]:
    for key in sorted(there.keys() | wanted.keys()):
        if key not in wanted:
            yield f"{key} is {there[key]!r}, should not be there"
        elif key not in there:
            yield f"{key} is missing, should be {wanted[key]!r}"
        elif there[key] != wanted[key]:
            yield f"{key} is {there[key]!r}, should be {wanted[key]!r}"


def _listed(labels: Iterable[str]) -> str:
    return ", ".join(sorted(labels)) or "none"


def _shown(link: Link) -> str:
    via = f" by {link.via}" if link.via else ""
    return f"{link.start} -[{link.type}]-> {link.end}{via}"
