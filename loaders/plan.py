"""Deciding, file by file and before any extraction, what has to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.model import RawDocument
from loaders.outcome import DocumentOutcome
from loaders.reading import DOCUMENT_SUFFIXES, RDF_SUFFIXES, read, read_all
from loaders.recorded import Recorded
from ontology import iris
from ontology.errors import InputError
from ontology.rdf import DocumentGraph
from ontology.rdf_files import parse_rdf


@dataclass(frozen=True)
class Decided:
    """A file that needs no work: unchanged, a duplicate, or refused."""

    number: int
    outcome: DocumentOutcome


@dataclass(frozen=True)
class Work:
    """A document to extract, or a graph to check.

    Attributes:
        number: how many files are done with it.
        file: where it comes from.
        content: the document as read, or the graph of an RDF file.
    """

    number: int
    file: Path
    content: RawDocument | DocumentGraph


Step = Decided | Work


def document_iri(id_or_iri: str) -> str:
    """The IRI of a document, from its id (`003_x`), its file's name (`003_x.txt`) or the IRI itself."""
    if id_or_iri.startswith(("http://", "https://", "urn:")):
        return id_or_iri
    name = Path(id_or_iri)
    return iris.document(name.stem if name.suffix.lower() in DOCUMENT_SUFFIXES else name.name)


def plan(files: Sequence[Path], recorded: Recorded) -> Iterator[Step]:
    """One step for each document, in the order of the files."""
    planner = _Planner(files, recorded)
    for number, file in enumerate(files, 1):
        try:
            if file.suffix.lower() in RDF_SUFFIXES:
                yield from planner.rdf(number, file)
            else:
                yield from planner.documents(number, file)
        except InputError as error:
            yield Decided(number, DocumentOutcome(str(file), "refused", error=error))


class _Planner:
    def __init__(self, files: Iterable[Path], recorded: Recorded) -> None:
        self.recorded = recorded
        self.named = {document_iri(file.name): file for file in files if file.suffix.lower() in DOCUMENT_SUFFIXES}
        self.claimed: dict[str, tuple[Path, str]] = {}  # document IRI → the file that gives it, digest of its text
        self.texts: dict[str, Path] = {}

    def documents(self, number: int, file: Path) -> Iterator[Step]:
        for raw in read_all(file):
            try:
                yield self.document(number, file, raw)
            except InputError as error:
                yield Decided(number, DocumentOutcome(str(file), "refused", error=error))

    def document(self, number: int, file: Path, raw: RawDocument) -> Step:
        iri = iris.document(raw.id)
        if iri in self.claimed:
            first, sha256 = self.claimed[iri]
            if sha256 == raw.sha256:
                return _duplicate(number, file, iri, str(first))
            raise _clash(file, first)
        same = None if self.recorded.has(iri, raw) else self._twin(iri, raw)
        if same:
            return _duplicate(number, file, iri, same)
        self.claimed[iri] = file, raw.sha256
        self.texts[raw.sha256] = file
        if self.recorded.has(iri, raw):
            return Decided(number, DocumentOutcome(str(file), "unchanged", iri))
        return Work(number, file, raw)

    def rdf(self, number: int, file: Path) -> Iterator[Step]:
        for graph in parse_rdf(file):
            if graph.iri in self.claimed:
                error = _clash(file, self.claimed[graph.iri][0])
                yield Decided(number, DocumentOutcome(str(file), "refused", graph.iri, error=error))
                continue
            self.claimed[graph.iri] = file, ""
            yield Work(number, file, graph)

    def _twin(self, iri: str, raw: RawDocument) -> str | None:
        """Another file of this run, or another document in the database, that has the same text."""
        if raw.sha256 in self.texts:
            return str(self.texts[raw.sha256])
        other = self.recorded.texts.get(raw.sha256)
        if other is None or other == iri:
            return None
        file = self.named.get(other)
        if file is None:
            return other
        try:  # the other document's file is in this run too: does it still have that text?
            return other if read(file).sha256 == raw.sha256 else None
        except InputError:  # it will be refused in its turn; what the database holds of it stays
            return other


def _duplicate(number: int, file: Path, iri: str, same_as: str) -> Decided:
    return Decided(number, DocumentOutcome(str(file), "duplicate", iri, same_as=same_as))


def _clash(file: Path, first: Path) -> InputError:
    return InputError(
        f"another file of this run gives a document of the same id: {first}",
        place=str(file),
        remedy="Rename one of the two files, so that their names differ in more than folder, ending or punctuation.",
    )
