"""From the facts about one subject to its node: labels, properties, name, conflicts."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping

from graph.mapping import DOCUMENT, RESOURCE, PropertyTerm
from graph.mapping import Mapping as GraphMapping
from graph.model import Facts, Node, Properties, Value, local_name
from ontology.dates import PartialDate
from ontology.rdf import RDF_TYPE, Term

TYPE = RDF_TYPE[1:-1]
MIN, MAX, NUMBER = "_min", "_max", "_num"  # suffixes of the keys that serve comparison
# Properties that can name a node, best first; a person reads `name` under each node.
_NAMING = ("label", "title", "roleTitle", "measure", "subject", "quote")
_LONGEST_NAME = 80
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)\Z")
_INTEGER = re.compile(r"[+-]?\d{1,19}\Z")
_SMALLEST, _GREATEST = -(2**63), 2**63 - 1


def node(facts: Facts, mapping: GraphMapping, *, is_document: bool) -> Node:
    """The node of a subject.

    Args:
        facts: all that is stated about it.
        mapping: names and forms.
        is_document: whether it is itself a document that asserts something.
    """
    labels = {RESOURCE} | mapping.labels_of(classes(facts))
    if is_document:
        labels.add(DOCUMENT)
    properties: Properties = {}
    conflicts: list[str] = []
    for predicate, objects in facts.values.items():
        term = mapping.properties.get(predicate)
        if term is not None and term.kind != "relationship":
            _FORMS[term.kind](term, objects, facts, properties, conflicts)
    if conflicts:
        properties["conflicts"] = sorted(conflicts)
    properties["name"] = _name(properties) or local_name(facts.subject)
    properties["uri"] = facts.subject
    return Node(frozenset(labels), dict(sorted(properties.items())))


def classes(facts: Facts) -> frozenset[str]:
    """IRIs of the classes that the subject is said to belong to."""
    return frozenset(facts.things(TYPE))


def language_key(name: str, language: str | None) -> str:
    """The property key of a text in a language: `label_fr`, `label_fr_FR`, `label` without one."""
    return f"{name}_{language.replace('-', '_')}" if language else name


def best_text(properties: Mapping[str, Value], name: str) -> str | None:
    """The text of a property by language: French, else English, else without a language, else any."""
    texts = {key: value for key, value in properties.items() if key == name or key.startswith(name + "_")}
    for prefix in (f"{name}_fr", f"{name}_en", name):
        for key in sorted(texts):
            if key == prefix or (key.startswith(prefix) and prefix != name):
                return str(texts[key])
    return str(texts[min(texts)]) if texts else None


def _name(properties: Mapping[str, Value]) -> str | None:
    for source in _NAMING:
        text = best_text(properties, source)
        if text and text.strip():
            line = " ".join(text.split())
            return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"
    return None


_Objects = Mapping[Term, frozenset[str]]


def _choose(key: str, candidates: Mapping[str, Iterable[str]], facts: Facts, conflicts: list[str]) -> str | None:
    """The value of the newest document; the smallest where one document states several."""
    if not candidates:
        return None
    if len(candidates) > 1:
        conflicts.append(key)
    newest = max(facts.age(documents) for documents in candidates.values())
    return min(value for value, documents in candidates.items() if facts.age(documents) == newest)


def _plain(objects: _Objects) -> dict[str, frozenset[str]]:
    """Lexical form → documents, of the literals that have no language."""
    gathered: dict[str, frozenset[str]] = {}
    for term, documents in objects.items():
        if term.kind == "literal" and term.language is None:
            gathered[term.value] = gathered.get(term.value, frozenset()) | documents
    return gathered


def _by_language(objects: _Objects) -> dict[str | None, dict[str, frozenset[str]]]:
    gathered: dict[str | None, dict[str, frozenset[str]]] = {}
    for term, documents in objects.items():
        if term.kind == "literal" and term.datatype is None:
            gathered.setdefault(term.language, {})[term.value] = documents
    return gathered


def _text(term: PropertyTerm, objects: _Objects, facts: Facts, properties: Properties, conflicts: list[str]) -> None:
    value = _choose(term.name, _plain(objects), facts, conflicts)
    if value is not None:
        properties[term.name] = value


def _texts(term: PropertyTerm, objects: _Objects, _facts: Facts, properties: Properties, _conflicts: list[str]) -> None:
    values = sorted(_plain(objects))
    if values:
        properties[term.name] = values


def _lang_text(
    term: PropertyTerm, objects: _Objects, facts: Facts, properties: Properties, conflicts: list[str]
) -> None:
    for language, texts in _by_language(objects).items():
        key = language_key(term.name, language)
        value = _choose(key, texts, facts, conflicts)
        if value is not None:
            properties[key] = value


def _lang_texts(
    term: PropertyTerm, objects: _Objects, _facts: Facts, properties: Properties, _conflicts: list[str]
) -> None:
    for language, texts in _by_language(objects).items():
        properties[language_key(term.name, language)] = sorted(texts)


def _partial_date(
    term: PropertyTerm, objects: _Objects, facts: Facts, properties: Properties, conflicts: list[str]
) -> None:
    value = _choose(term.name, _plain(objects), facts, conflicts)
    if value is None:
        return
    properties[term.name] = value
    try:
        date = PartialDate(value)
    except ValueError:  # a form with a time zone, say: shown as it is, and not compared
        return
    properties[term.name + MIN] = date.first
    properties[term.name + MAX] = date.last


def _integer(term: PropertyTerm, objects: _Objects, facts: Facts, properties: Properties, conflicts: list[str]) -> None:
    # Longer than 64 bits or not a number: the database has no type for it, the ledger keeps it.
    candidates: dict[str, frozenset[str]] = {}
    for lexical, documents in _plain(objects).items():
        if _INTEGER.match(lexical) and _SMALLEST <= int(lexical) <= _GREATEST:
            number = str(int(lexical))
            candidates[number] = candidates.get(number, frozenset()) | documents
    value = _choose(term.name, candidates, facts, conflicts)
    if value is not None:
        properties[term.name] = int(value)


def _decimal(term: PropertyTerm, objects: _Objects, facts: Facts, properties: Properties, conflicts: list[str]) -> None:
    value = _choose(term.name, _plain(objects), facts, conflicts)
    if value is None:
        return
    properties[term.name] = value
    if _DECIMAL.match(value) and math.isfinite(number := float(value)):
        properties[term.name + NUMBER] = number


def _external(
    term: PropertyTerm, objects: _Objects, _facts: Facts, properties: Properties, _conflicts: list[str]
) -> None:
    values = sorted(object_.value for object_ in objects if object_.kind == "iri")
    if values:
        properties[term.name] = values


_FORMS: Mapping[str, Callable[[PropertyTerm, _Objects, Facts, Properties, list[str]], None]] = {
    "text": _text,
    "texts": _texts,
    "langText": _lang_text,
    "langTexts": _lang_texts,
    "partialDate": _partial_date,
    "integer": _integer,
    "decimal": _decimal,
    "external": _external,
}
