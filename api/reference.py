"""What the reference of the ontology shows besides the terms: examples from the sample documents, and the questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import loaders
from graph import turtle
from loaders.pipeline import extract_file
from loaders.rdf import to_graph
from ontology import vocab
from ontology.rdf import RDF_TYPE, term
from ontology.reference import Example, QuestionUse
from ontology.values import value_lists
from queries.catalogue import catalogue

_SAMPLES = Path(loaders.__path__[0]) / "samples"
_NAMED = re.compile(r"[:.|]\s*([A-Za-z_]\w*)")
_PARTS = re.compile(r"_(fr|en|min|max|num)\Z")
_LONGEST = 22  # statements of an example that is still read at a glance


@cache
def examples() -> Mapping[str, Example]:
    """For each class a thing of it in the sample documents, or of a class below it; read once per process."""
    found: dict[str, list[tuple[tuple[bool, int, int], str, Example]]] = {}
    for path in sorted(_SAMPLES.glob("*.txt")):
        extraction = extract_file(path)
        name = extraction.document.title or path.name
        for subject, about in groupby(sorted(to_graph(extraction).statements), key=itemgetter(0)):
            statements = list(about)
            text = "".join(turtle.blocks(statements, turtle.Shortener()))
            shown = len({verb for _, verb, _ in statements})  # the more it shows of its class, the better
            rank = (len(statements) > _LONGEST, -shown, len(statements))
            for class_ in (vocab.local(term(value).value) for _, verb, value in statements if verb == RDF_TYPE):
                found.setdefault(class_, []).append((rank, subject, Example(text, name)))
    return {
        name: min(candidates, key=itemgetter(0, 1))[2]
        for name in vocab.classes()
        if (candidates := found.get(name) or [one for each in vocab.subclasses(name) for one in found.get(each, ())])
    }


@cache
def questions() -> Sequence[QuestionUse]:
    """The catalogue, each question with the names of the graph that its query reads."""
    return tuple(
        QuestionUse(
            id=question.id,
            wording={lang: question.worded(lang) for lang in ("fr", "en")},
            href=f"/#/question/{question.id}",
            names=frozenset(_PARTS.sub("", name) for name in _NAMED.findall(question.cypher)),
            asks_for=frozenset(
                parameter.suggests or "" for parameter in question.parameters if parameter.type == "kind"
            ),
        )
        for question in catalogue().questions.values()
    )


@cache
def enumerations() -> Mapping[str, Mapping[str, Any]]:
    """Every closed list of the interface, as the ontology has it: kinds, roles, and the lists of values.

    Each is `{"label", "values"}`, a value `{"value", "label", "definition"}`, with labels and definitions by language.
    """
    lists: dict[str, Mapping[str, Any]] = {
        "agreementKind": _of_terms("Agreement", vocab.agreement_kinds()),
        "actorKind": _of_terms("Actor", vocab.subclasses("Actor")),
        "partyRole": _of_terms("party", vocab.party_roles()),
    }
    for each in value_lists().values():
        lists[each.name] = {
            "label": each.labels,
            "values": [_value(value.notation, value.labels, value.definitions) for value in each.values],
        }
    return lists


def _of_terms(above: str, names: Sequence[str]) -> Mapping[str, Any]:
    known = vocab.terms()
    return {
        "label": known[above].labels,
        "values": [_value(name, known[name].labels, known[name].definitions) for name in names],
    }


def _value(value: str, labels: Mapping[str, str], definitions: Mapping[str, str]) -> Mapping[str, Any]:
    return {"value": value, "label": labels} | ({"definition": definitions} if definitions else {})
