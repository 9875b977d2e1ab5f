"""What extraction can say is what the ontology has words for."""

from __future__ import annotations

from typing import get_args

import pytest

from loaders import model
from ontology.values import value_lists
from ontology.vocab import party_roles


@pytest.mark.parametrize(
    ("type_", "values"), [(model.Basis, "basis"), (model.Resolution, "resolution"), (model.SectionKind, "section")]
)
def test_the_types_of_the_model_are_lists_of_the_ontology(type_: object, values: str) -> None:
    assert set(get_args(type_)) == set(value_lists()[values].notations)


def test_tiers_and_roles_are_those_of_the_ontology() -> None:
    assert set(get_args(model.Tier)) == {*value_lists()["tier"].notations, "C"}  # C never enters the graph
    assert set(get_args(model.PartyRole)) == set(party_roles())
