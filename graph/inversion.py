"""The projection read backwards: the statements that labels, properties and relationships amount to.

The ledger is the exact way out of the database; this one proves that the readable graph loses nothing of the mapped
vocabulary. What the projection leaves to the ledger (a second value of a single-valued property, `"01"` for 1, unmapped
terms) is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.mapping import ASSERTS, Mapping, PropertyTerm
from graph.model import Node, Projection, Value
from ontology.dates import PartialDate
from ontology.rdf import RDF_TYPE, XSD, Statement, iri, literal


def statements(projection: Projection, mapping: Mapping) -> Iterator[Statement]:
    """The statements of a projected graph, each once, in no order."""
    for uri, node in projection.nodes.items():
        yield from _of_node(uri, node, mapping)
    for link, properties in projection.links.items():
        term = mapping.properties_by_name.get(link.type)
        if term is not None and link.type != ASSERTS and not properties.get("derived"):
            yield iri(link.start), iri(term.iri), iri(link.end)


def _of_node(uri: str, node: Node, mapping: Mapping) -> Iterator[Statement]:
    subject = iri(uri)
    classes = frozenset(mapping.classes_by_label[label] for label in node.labels if label in mapping.classes_by_label)
    for leaf in mapping.leaves(classes):
        yield subject, RDF_TYPE, iri(leaf)
    for key, value in node.properties.items():
        term, language = _term_of(key, mapping)
        if term is not None:
            for one in value if isinstance(value, list) else [value]:
                object_ = _object(term, language, one)
                if object_ is not None:
                    yield subject, iri(term.iri), object_


def _term_of(key: str, mapping: Mapping) -> tuple[PropertyTerm | None, str | None]:
    """The term that a property key belongs to, and the language it names."""
    term = mapping.properties_by_name.get(key)
    if term is not None:
        return term, None
    name, _, suffix = key.partition("_")
    term = mapping.properties_by_name.get(name)
    if term is not None and term.kind in ("langText", "langTexts"):
        return term, suffix.replace("_", "-")
    return None, None  # a key that serves comparison, or one of the projection's own


def _object(term: PropertyTerm, language: str | None, value: Value | str | int) -> str | None:
    text = str(value)
    match term.kind:
        case "external":
            return iri(text)
        case "integer":
            return literal(text, datatype=XSD + "integer")
        case "decimal":
            return literal(text, datatype=XSD + "decimal")
        case "partialDate":
            try:
                return literal(text, datatype=PartialDate(text).datatype)
            except ValueError:  # not a date of ours: only the ledger knows its datatype
                return None
        case "langText" | "langTexts":
            return literal(text, language=language)
        case _:
            return literal(text, datatype=term.datatype)
