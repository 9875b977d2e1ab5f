"""From a file to graphs that are checked and ready to load; a pure function of the file, so it runs in any process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.extraction import extract
from loaders.model import Extraction, RawDocument
from loaders.privacy import without_contact_details
from loaders.rdf import to_graph
from loaders.reading import RDF_SUFFIXES, read_all
from loaders.review.claims import review_of
from loaders.review.replay import on_actors, on_claims
from ontology.gate import validate
from ontology.rdf import DocumentGraph
from ontology.rdf_files import parse_rdf
from ontology.report import Report


@dataclass(frozen=True)
class Prepared:
    """A document's graph with what the gate says of it, and what a curator can decide (`loaders.review.claims`)."""

    graph: DocumentGraph
    report: Report
    warnings: tuple[str, ...] = ()
    review: str | None = None


def extract_document(raw: RawDocument) -> Extraction:
    """Everything that a document yields, free of personal contact details, as curators have decided."""
    return on_claims(_undecided(raw))


def _undecided(raw: RawDocument) -> Extraction:
    return on_actors(without_contact_details(extract(raw)))


def check(content: RawDocument | DocumentGraph) -> Prepared:
    """The graph of a document that was read, or a graph as it is, with what the gate says of it."""
    if isinstance(content, DocumentGraph):
        return Prepared(content, validate(content))
    found = _undecided(content)
    extraction = on_claims(found)
    graph = to_graph(extraction)
    return Prepared(graph, validate(graph), extraction.warnings, review_of(found))


def prepare(path: Path) -> list[Prepared]:
    """The checked graphs of a file: one of a document, one or more of an RDF file.

    Raises:
        InputError: the file cannot be read.
    """
    contents: Sequence[RawDocument | DocumentGraph]
    contents = parse_rdf(path) if path.suffix.lower() in RDF_SUFFIXES else read_all(path)
    return [check(content) for content in contents]
