"""The ledger as RDF: exactly what went in, streamed, in a stable order."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from graph import turtle
from graph.sorting import sorted_unique
from graph.store import Store
from ontology.jsonld import prefixes
from ontology.rdf import RDF_TYPE, Statement, iri, term

_CHUNK = 64 * 1024  # characters gathered before they are given out
Stated = tuple[str, Statement]  # document IRI, statement


class ExportFormat(enum.Enum):
    """RDF formats. TriG, N-Quads and JSON-LD keep one graph for each document; Turtle and N-Triples unite them."""

    TURTLE = "turtle"
    TRIG = "trig"
    NT = "nt"
    NQ = "nq"
    JSONLD = "jsonld"


def export(store: Store, *, format: ExportFormat, document: str | None = None) -> Iterator[bytes]:
    """All statements of the ledger, or of one document, as UTF-8; memory does not grow with their number.

    Args:
        store: where they are kept.
        format: how they are written.
        document: IRI of the one document; one that is not loaded gives no statement.

    Raises:
        StoreError: the database failed, or the ledger of a document is damaged.
    """
    return _written(store.statements(document), format, in_order=document is not None)


def describe_statements(store: Store, subjects: Iterable[str]) -> Iterator[Stated]:
    """What is stated about some things, with the document that states it: sorted by document, then statement."""
    return iter(sorted(store.statements_about(subjects)))


def describe(store: Store, subjects: Iterable[str], *, format: ExportFormat) -> Iterator[bytes]:
    """What is stated about some things, as UTF-8; arguments and errors as for `export`."""
    return _written(describe_statements(store, subjects), format, in_order=False)


def _written(stated: Iterator[Stated], format_: ExportFormat, *, in_order: bool) -> Iterator[bytes]:
    """The statements in a format; `in_order` when they come from one document and need no union."""
    parts: Iterator[str]
    match format_:
        case ExportFormat.NQ:
            parts = (f"{' '.join(statement)} {iri(document)} .\n" for document, statement in stated)
        case ExportFormat.TRIG:
            parts = _trig(stated)
        case ExportFormat.JSONLD:
            parts = _json_ld(stated)
        case ExportFormat.NT:
            parts = (f"{' '.join(statement)} .\n" for statement in _union(stated, in_order))
        case ExportFormat.TURTLE:
            parts = _turtle(_union(stated, in_order))
    return _chunks(parts)


def _union(stated: Iterator[Stated], in_order: bool) -> Iterator[Statement]:
    """The statements sorted, each once, whichever documents make them."""
    if in_order:
        return (statement for _, statement in stated)
    return map(_split, sorted_unique(" ".join(statement) for _, statement in stated))


def _split(line: str) -> Statement:
    subject, predicate, object_ = line.split(" ", 2)
    return subject, predicate, object_


def _turtle(statements: Iterator[Statement]) -> Iterator[str]:
    yield turtle.header()
    for block in turtle.blocks(statements, turtle.Shortener()):
        yield "\n" + block


def _trig(stated: Iterator[Stated]) -> Iterator[str]:
    shorten = turtle.Shortener()
    yield turtle.header()
    for document, group in groupby(stated, key=itemgetter(0)):
        yield f"\n{shorten.term(iri(document))} {{\n"
        blocks = turtle.blocks((statement for _, statement in group), shorten, indent="    ")
        for index, block in enumerate(blocks):
            yield block if index == 0 else "\n" + block
        yield "}\n"


def _json_ld(stated: Iterator[Stated]) -> Iterator[str]:
    """One named graph for each document, one node on each line."""
    shorten = turtle.Shortener()
    yield f'{{"@context": {_json(prefixes())},\n"@graph": ['
    for index, (document, group) in enumerate(groupby(stated, key=itemgetter(0))):
        yield ("," if index else "") + f'\n{{"@id": {_json(_iri(document, shorten))}, "@graph": ['
        subjects = groupby((statement for _, statement in group), key=itemgetter(0))
        for place, (_, about) in enumerate(subjects):
            yield (",\n" if place else "\n") + _json(_node(about, shorten))
        yield "\n]}"
    yield "\n]}\n"


def _node(about: Iterable[Statement], shorten: turtle.Shortener) -> dict[str, object]:
    node: dict[str, object] = {}
    for predicate, same in groupby(about, key=itemgetter(1)):
        statements = list(same)
        node.setdefault("@id", _iri(term(statements[0][0]).value, shorten))
        values = [term(object_) for _, _, object_ in statements]
        if predicate == RDF_TYPE and all(value.kind == "iri" for value in values):
            node["@type"] = [_iri(value.value, shorten) for value in values]
            continue
        node[_iri(predicate[1:-1], shorten)] = [
            {"@id": _iri(value.value, shorten)}
            if value.kind == "iri"
            else {"@value": value.value, "@language": value.language}
            if value.language
            else {"@value": value.value, "@type": _iri(value.datatype, shorten)}
            if value.datatype
            else {"@value": value.value}
            for value in values
        ]
    return node


def _iri(value: str, shorten: turtle.Shortener) -> str:
    return shorten.iri(value) or value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _chunks(parts: Iterable[str]) -> Iterator[bytes]:
    gathered: list[str] = []
    size = 0
    for part in parts:
        gathered.append(part)
        size += len(part)
        if size >= _CHUNK:
            yield "".join(gathered).encode()
            gathered, size = [], 0
    if gathered:
        yield "".join(gathered).encode()
