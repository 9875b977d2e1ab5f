"""Reading RDF files: Turtle, TriG, N-Triples, N-Quads and JSON-LD into the statements of documents.

pyoxigraph, which is strict and names the line, judges the syntax; rdflib reads, since it leaves language tags as they
are. N-Triples and N-Quads are read line by line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import rdflib

from ontology.errors import InputError
from ontology.iris import document
from ontology.rdf import RDF_TYPE, DocumentGraph, Statement, encode, iri, keep_lexical_forms, parse_line, term
from ontology.vocab import ONCO

RDF_SUFFIXES = frozenset({".ttl", ".trig", ".nt", ".nq", ".jsonld"})
_STRICT = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
}
_NAMES = {".ttl": "Turtle", ".trig": "TriG", ".nt": "N-Triples", ".nq": "N-Quads", ".jsonld": "JSON-LD"}
_RDFLIB = {".ttl": "turtle", ".trig": "trig", ".jsonld": "json-ld"}
_DEFAULT_GRAPH = "urn:x-rdflib:default"
Quads = Iterator[tuple[Statement, str | None]]


def parse_rdf(path: Path) -> list[DocumentGraph]:
    """The documents of an RDF file, by IRI.

    A named graph (TriG, N-Quads, JSON-LD) is one document. Statements outside a named graph belong to the document that
    they describe; where they describe none or several, to a document named after the file. Blank nodes of Turtle, TriG
    and JSON-LD are kept as `_:b1`, for the gate to explain.

    Raises:
        InputError: the file cannot be read, is of another format, has a syntax error or holds no statement.
    """
    suffix = path.suffix.lower()
    if suffix not in RDF_SUFFIXES:
        raise InputError(
            f"{suffix or 'a file without an ending'} is not an RDF format that can be read",
            place=str(path),
            remedy=f"use one of {', '.join(sorted(RDF_SUFFIXES))}",
        )
    text = _text(path)
    base = document(path.stem)
    read: Callable[[Path, str, str], Quads] = _lines if suffix in (".nt", ".nq") else _graphs
    if suffix in _STRICT:
        _judge(path, text, base)
    found: dict[str | None, set[Statement]] = {}
    for statement, graph in read(path, text, base):
        found.setdefault(graph, set()).add(statement)
    if not found:
        raise InputError(
            "the file holds no statement", place=str(path), remedy="check that it is the file you meant to give"
        )
    unnamed = frozenset(found.pop(None, ()))
    if unnamed:
        found.setdefault(_described(unnamed) or base, set()).update(unnamed)
    return [DocumentGraph(name, frozenset(statements)) for name, statements in sorted(found.items()) if name]


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file is not UTF-8 (byte {error.start})", place=str(path), remedy="save it as UTF-8"
        ) from error
    except OSError as error:
        raise InputError(
            f"the file cannot be read: {error.strerror}", place=str(path), remedy="check its name and its rights"
        ) from error


def _judge(path: Path, text: str, base: str) -> None:
    suffix = path.suffix.lower()
    try:
        for _ in pyoxigraph.parse(text, format=_STRICT[suffix], base_iri=base):
            pass
    except SyntaxError as error:
        raise _syntax_error(path, error.lineno, error.msg) from error


def _syntax_error(path: Path, line: int | None, reason: str) -> InputError:
    return InputError(
        f"this is not {_NAMES[path.suffix.lower()]}: {reason}",
        place=f"{path}, line {line}" if line else str(path),
        remedy="correct the file at this place; an editor that knows the format shows the error",
    )


def _lines(path: Path, text: str, _base: str) -> Quads:
    for number, line in enumerate(text.split("\n"), 1):
        try:
            found = parse_line(line)
        except ValueError as error:  # the syntax was judged before
            raise InputError(
                "this statement holds a blank node, which cannot be stored",
                place=f"{path}, line {number}",
                remedy="give the thing an IRI",
            ) from error
        if found:
            yield found


def _graphs(path: Path, text: str, base: str) -> Quads:
    suffix = path.suffix.lower()
    if suffix == ".jsonld":
        _refuse_remote_context(path, text)
    dataset = rdflib.Dataset()
    keep_lexical_forms()
    try:
        dataset.parse(data=text, format=_RDFLIB[suffix], publicID=base)
    except (SyntaxError, ValueError, TypeError, KeyError, AttributeError, AssertionError) as error:  # rdflib raises all
        raise _syntax_error(path, None, str(error)) from error
    blanks: dict[rdflib.BNode, str] = {}

    def text_of(node: rdflib.term.Node) -> str:
        if isinstance(node, rdflib.BNode):
            return blanks.setdefault(node, f"_:b{len(blanks) + 1}")
        return encode(node)

    for subject, predicate, value, graph in dataset.quads():
        unnamed = not isinstance(graph, rdflib.URIRef) or str(graph) in (_DEFAULT_GRAPH, base)
        name = None if unnamed else str(graph)
        try:
            yield (text_of(subject), text_of(predicate), text_of(value)), name
        except ValueError as error:
            raise _syntax_error(path, None, str(error)) from error


def _refuse_remote_context(path: Path, text: str) -> None:
    try:
        waiting = [json.loads(text)]
    except json.JSONDecodeError as error:
        raise _syntax_error(path, error.lineno, error.msg) from error
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            contexts = value.get("@context", [])
            listed = contexts if isinstance(contexts, list) else [contexts]
            remote = next((context for context in listed if isinstance(context, str)), value.get("@import"))
            if remote:
                raise InputError(
                    f"the file rests on a context elsewhere ({remote}), and nothing is fetched from the network",
                    place=str(path),
                    remedy="write the context into the file, or convert it to Turtle",
                )
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _described(statements: frozenset[Statement]) -> str | None:
    """The one document that the statements describe."""
    document = iri(ONCO.Document)
    described = {subject for subject, predicate, value in statements if predicate == RDF_TYPE and value == document}
    return term(described.pop()).value if len(described) == 1 else None
