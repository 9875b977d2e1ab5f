"""The closed lists of values of `values.ttl`: what a tier, a basis or a stage may say, in French and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

VALUES_FILE = Path(__file__).with_name("values.ttl")
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"


@dataclass
class Value:
    """One value of a list.

    Attributes:
        notation: as it stands in the graph and in JSON.
        labels: language → what a person reads.
        definitions: language → meaning, where the label alone does not say it.
    """

    notation: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)


@dataclass
class ValueList:
    """A closed list; `values` are in the order of the file, which is the order people should see."""

    name: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    values: list[Value] = field(default_factory=list)

    @property
    def notations(self) -> tuple[str, ...]:
        """The values as the graph writes them."""
        return tuple(value.notation for value in self.values)


@cache
def value_lists() -> Mapping[str, ValueList]:
    """All lists by name (`tier`, `basis`, `stage`), read on first use."""
    import pyoxigraph  # here, so that importing a name costs nothing

    lists: dict[str, ValueList] = {}
    values: dict[str, Value] = {}
    with VALUES_FILE.open("rb") as file:
        for quad in pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object
            if predicate == _IDENTIFIER:
                lists.setdefault(subject, ValueList()).name = value.value
            elif predicate == _RDFS_LABEL:
                lists.setdefault(subject, ValueList()).labels[value.language] = value.value
            elif predicate == _SKOS + "notation":
                values.setdefault(subject, Value()).notation = value.value
            elif predicate == _SKOS + "prefLabel":
                values.setdefault(subject, Value()).labels[value.language] = value.value
            elif predicate == _SKOS + "definition":
                values.setdefault(subject, Value()).definitions[value.language] = value.value
            elif predicate == _SKOS + "inScheme":
                lists[value.value].values.append(values[subject])
    return {each.name: each for each in lists.values()}
