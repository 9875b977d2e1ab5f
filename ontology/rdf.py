r"""Statements: RDF terms as their N-Triples text, so that nothing is rewritten on the way.

N-Triples terms are those of https://www.w3.org/TR/n-triples/; literals are written in the canonical escaping (only
`"`, `\`, newline and carriage return are escaped), so equal terms are equal strings.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import rdflib

logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # odd literals are the gate's to explain, in plain words

Statement = tuple[str, str, str]
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
RDFS_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
_UNESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^>]*)>)?\Z', re.DOTALL)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_LINE = re.compile(
    r'\s*(<[^>]*>)\s*(<[^>]*>)\s*(<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^<[^>]*>)?)'
    r"\s*(<[^>]*>)?\s*\.\s*(?:#.*)?\Z"
)


def keep_lexical_forms() -> None:
    """Stops rdflib from rewriting literals ("01" to "1", time zones dropped) when it parses or makes them.

    It is a global switch that pyshacl turns back on at every run, so it is turned off again after each and before
    each parse.
    """
    rdflib.NORMALIZE_LITERALS = False


keep_lexical_forms()


class Term(NamedTuple):
    """A decoded term: `kind` is `iri` or `literal`."""

    kind: str
    value: str
    language: str | None = None
    datatype: str | None = None  # None for plain strings and tagged literals


@dataclass(frozen=True)
class DocumentGraph:
    """All statements of one document, in its own named graph.

    Attributes:
        iri: the document's IRI, which also names the graph.
        statements: the set; no blank nodes.
        text: the document's text where it is at hand, so that quotes can be compared with it.
    """

    iri: str
    statements: frozenset[Statement]
    text: str | None = None


def iri(value: str) -> str:
    """An IRI as an N-Triples term."""
    if any(ch in value for ch in '<>"{}|^`\\') or any(ord(ch) <= 0x20 for ch in value):
        raise ValueError(f"not an IRI: {value!r}")
    return f"<{value}>"


def literal(value: str, *, language: str | None = None, datatype: str | None = None) -> str:
    """A literal as an N-Triples term; `datatype` is a full IRI, xsd:string is written plain."""
    text = '"' + "".join(_ESCAPES.get(ch, ch) for ch in value) + '"'
    if language:
        return f"{text}@{language}"
    if datatype and datatype != XSD + "string":
        return f"{text}^^<{datatype}>"
    return text


@lru_cache(maxsize=32_768)  # the same few IRIs and dates come again and again
def term(text: str) -> Term:
    """The decoded form of an N-Triples term.

    Raises:
        ValueError: it is neither an IRI nor a literal (a blank node, for instance).
    """
    if text.startswith("<") and text.endswith(">"):
        return Term("iri", _unescape(text[1:-1]))
    match = _LITERAL.match(text)
    if not match:
        raise ValueError(f"not an IRI or a literal in N-Triples: {text[:80]!r}")
    return Term("literal", _unescape(match[1]), match[2], match[3])


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _UNESCAPES.get(m[3], m[3]), text)


def canonical(text: str) -> str:
    """The same term in canonical escaping."""
    decoded = term(text)
    if decoded.kind == "iri":
        return iri(decoded.value)
    return literal(decoded.value, language=decoded.language, datatype=decoded.datatype)


def parse_line(line: str) -> tuple[Statement, str | None] | None:
    """One line of N-Triples or N-Quads as (statement, graph IRI), None for an empty or comment line.

    Raises:
        ValueError: the line is neither, or holds a blank node.
    """
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    match = _LINE.match(line)
    if not match:
        raise ValueError("not a line of N-Triples or N-Quads without blank nodes")
    graph = term(match[4]).value if match[4] else None
    return (canonical(match[1]), canonical(match[2]), canonical(match[3])), graph


def to_rdflib(statements: Iterable[Statement]) -> rdflib.Graph:
    """The statements as an rdflib graph, lexical forms and language tags untouched."""
    graph = rdflib.Graph()
    cache: dict[str, rdflib.term.Node] = {}

    def node(text: str) -> rdflib.term.Node:
        found = cache.get(text)
        if found is None:
            decoded = term(text)
            found = cache[text] = (
                rdflib.URIRef(decoded.value)
                if decoded.kind == "iri"
                else rdflib.Literal(
                    decoded.value,
                    lang=decoded.language,
                    datatype=rdflib.URIRef(decoded.datatype) if decoded.datatype else None,
                    normalize=False,
                )
            )
        return found

    for subject, predicate, object_ in statements:
        graph.add((node(subject), node(predicate), node(object_)))
    return graph


def from_rdflib(graph: rdflib.Graph) -> Iterator[Statement]:
    """The statements of an rdflib graph.

    Raises:
        ValueError: the graph holds a blank node.
    """
    for triple in graph:
        yield tuple(encode(node) for node in triple)  # type: ignore[misc]


def encode(node: rdflib.term.Node) -> str:
    """An rdflib term as its N-Triples text.

    Raises:
        ValueError: it is a blank node.
    """
    if isinstance(node, rdflib.Literal):
        return literal(str(node), language=node.language, datatype=str(node.datatype) if node.datatype else None)
    if isinstance(node, rdflib.URIRef):
        return iri(str(node))
    raise ValueError(f"a blank node cannot be stored: {node}")
