"""The shapes in words: which rule is about which class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rdflib
from rdflib import RDF, URIRef
from rdflib.namespace import SH

from ontology.vocab import local, terms

SHAPES_FILE = Path(__file__).parents[1] / "shapes.ttl"
_REPAIR = URIRef("https://w3id.org/oncograph/shapes#repair")
_GRAVITY = ("Violation", "Warning", "Info")


@dataclass(frozen=True)
class Rule:
    """A shape for people.

    Attributes:
        name: local name of the shape.
        severity: `Violation`, `Warning` or `Info`.
        messages, repairs: language → words.
        classes: names of the classes it is about; empty for a rule about everything.
    """

    name: str
    severity: str
    messages: Mapping[str, str]
    repairs: Mapping[str, str]
    classes: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file, as far as it can be told: by class, then by gravity, then by name."""
    graph = rdflib.Graph().parse(SHAPES_FILE, format="turtle")
    shapes = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    found = [_rule(graph, shape) for shape in shapes if isinstance(shape, URIRef)]
    return tuple(sorted(found, key=lambda rule: (_GRAVITY.index(rule.severity), rule.name)))


def of_class(name: str) -> tuple[Rule, ...]:
    """The rules about a class itself, not about those above it."""
    return tuple(rule for rule in rules() if name in rule.classes)


def _rule(graph: rdflib.Graph, shape: URIRef) -> Rule:
    def words(predicate: URIRef) -> dict[str, str]:
        return {
            value.language: str(value)
            for value in graph.objects(shape, predicate)
            if isinstance(value, rdflib.Literal) and value.language
        }

    targets = [local(str(target)) for target in graph.objects(shape, SH.targetClass)]
    for used in graph.objects(shape, SH.targetSubjectsOf):
        described = terms().get(local(str(used)))
        targets += [local(domain) for domain in (described.domains if described else ())]
    known = tuple(name for name in terms() if name in targets)
    severity = str(graph.value(shape, SH.severity) or SH.Violation).rsplit("#", 1)[-1]
    return Rule(shape.rsplit("#", 1)[-1], severity, words(SH.message), words(_REPAIR), known)
