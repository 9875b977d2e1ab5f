"""The closed lists of values: in both languages, and the same wherever they are used."""

from __future__ import annotations

import pytest
import rdflib
from rdflib import URIRef
from rdflib.namespace import SH

from ontology import shacl
from ontology.dates import PartialDate
from ontology.values import value_lists
from ontology.vocab import ONCO, terms

_SHAPES = shacl.shapes_graph()


def test_every_list_and_value_has_a_name_in_both_languages():
    assert len(value_lists()) >= 12
    for each in value_lists().values():
        assert set(each.labels) == {"fr", "en"}, each.name
        assert len(set(each.notations)) == len(each.notations) > 1, each.name
        for value in each.values:
            assert set(value.labels) == {"fr", "en"}, value
            assert set(value.definitions) in (set(), {"fr", "en"}), value
        for language in ("fr", "en"):
            names = [value.labels[language] for value in each.values]
            assert len(set(names)) == len(names), each.name


def _allowed(property_: str) -> list[list[str]]:
    """The `sh:in` of every shape about a property that says what all its values may be."""
    iri = URIRef(ONCO[property_])
    shapes = set(_SHAPES.subjects(SH.path, iri))
    for shape, path in _SHAPES.subject_objects(SH.path):
        alternatives = _SHAPES.value(path, SH.alternativePath)
        if alternatives is not None and iri in _SHAPES.items(alternatives):
            shapes.add(shape)
    lists = [_SHAPES.value(shape, SH["in"]) for shape in shapes if isinstance(shape, URIRef)]
    return [[str(value) for value in _SHAPES.items(values)] for values in lists if values is not None]


@pytest.mark.parametrize("name", [name for name, term in terms().items() if term.values])
def test_the_shapes_allow_the_values_of_the_list_and_no_others(name: str):
    expected = set(value_lists()[terms()[name].values or ""].notations)
    allowed = _allowed(name)
    assert expected in [set(values) for values in allowed]
    assert all(set(values) <= expected for values in allowed)  # a stricter shape may narrow it


def test_every_list_but_the_precision_of_dates_is_that_of_a_property():
    assert set(value_lists()) - {term.values for term in terms().values()} == {"precision"}
    assert [PartialDate(text).precision for text in ("2024-03-05", "2024-03", "2024")] == list(
        value_lists()["precision"].notations
    )


def test_a_shape_with_a_list_is_about_a_property_that_names_it():
    """No closed list lives in the shapes alone."""
    listed = {ONCO[name] for name, term in terms().items() if term.values}
    for shape, _ in _SHAPES.subject_objects(SH["in"]):
        path = _SHAPES.value(shape, SH.path)
        alternatives = _SHAPES.value(path, SH.alternativePath) if path is not None else None
        paths = _SHAPES.items(alternatives) if alternatives is not None else [path]
        assert {str(each) for each in paths} <= listed | {str(rdflib.DCTERMS.language)}, shape
