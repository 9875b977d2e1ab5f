"""What a check finds, before it is put into words for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ontology.rdf import Statement, Term, term

Severity = Literal["Violation", "Warning", "Info"]
SEVERITIES: tuple[Severity, ...] = ("Violation", "Warning", "Info")
SHAPES = "https://w3id.org/oncograph/shapes#"
SH = "http://www.w3.org/ns/shacl#"
CHECK = SHAPES + "Check"  # the constraint component of checks that SHACL Core cannot say
_SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE_IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING = "#string>"  # of xsd:string, which is never written
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TITLE = "http://purl.org/dc/terms/title"


@dataclass(frozen=True)
class Bilingual:
    """The same words in French and English."""

    fr: str
    en: str

    def in_(self, lang: str) -> str:
        """The words in French for `fr`, in English for any other language."""
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True)
class Problem:
    """One broken rule.

    Attributes:
        shape: local name of the shape or check.
        severity: `Violation` keeps the document out.
        focus: IRI of the thing concerned (for a malformed or blank node: its text).
        message: the rule, in plain words.
        repair: what to do.
        path: IRI of the property concerned.
        value: the value concerned, as an N-Triples term.
        component: IRI of the constraint component.
    """

    shape: str
    severity: Severity
    focus: str
    message: Bilingual
    repair: Bilingual
    path: str | None = None
    value: str | None = None
    component: str = CHECK


class DocumentView:
    """Look-ups in a document's statements, by IRI.

    Attributes:
        properties: thing → property → values as N-Triples terms, sorted.
        types: thing → its classes.
        unusual: whether a term is not in canonical escaping, so that equal terms may be unequal strings.
    """

    def __init__(self, iri: str, statements: frozenset[Statement], text: str | None = None) -> None:
        self.iri = iri
        self.statements = statements
        self.text = text
        self.properties: dict[str, dict[str, list[str]]] = {}
        self.types: dict[str, list[str]] = {}
        self.unusual = False
        before = ""
        thing: dict[str, list[str]] = {}
        for subject, predicate, value in sorted(statements):
            if subject != before:
                before = subject
                thing = self.properties[subject[1:-1]] = {}
                self.unusual = self.unusual or "\\" in subject
            name = predicate[1:-1]
            if name in thing:
                thing[name].append(value)
            else:
                thing[name] = [value]
            if ("\\" in value and ("\\u" in value or "\\U" in value)) or value[-8:] == _STRING:
                self.unusual = True
        for subject, properties in self.properties.items():
            if RDF_TYPE_IRI in properties:
                self.types[subject] = [value[1:-1] for value in properties[RDF_TYPE_IRI]]

    def pairs(self, subject: str) -> Iterator[tuple[str, str]]:
        """Each property of a thing with each of its values."""
        for predicate, values in self.properties.get(subject, {}).items():
            for value in values:
                yield predicate, value

    def values(self, subject: str, predicate: str) -> list[Term]:
        """The decoded values of a property."""
        return [term(value) for value in self.properties.get(subject, {}).get(predicate, ())]

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The IRIs that a property leads to."""
        return [value.value for value in self.values(subject, predicate) if value.kind == "iri"]

    def text_of(self, subject: str, predicate: str) -> str | None:
        """The first literal value of a property."""
        return next((value.value for value in self.values(subject, predicate) if value.kind == "literal"), None)

    def name(self, subject: str) -> Bilingual:
        """The name of a thing in both languages; without one, the end of its IRI."""
        found = {
            value.language: value.value
            for predicate in (_SKOS + "prefLabel", TITLE, LABEL)
            for value in self.values(subject, predicate)
        }
        any_name = found.get(None) or next(iter(found.values()), subject.rstrip("/").rsplit("/", 1)[-1])
        return Bilingual(found.get("fr", any_name), found.get("en", any_name))
