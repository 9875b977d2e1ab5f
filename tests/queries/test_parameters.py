"""Parameters as people write them: names, aliases, ids, IRIs, kinds and dates; and what is said when they are wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.store import Store
from ontology.errors import QuestionError
from ontology.iris import mint
from queries.catalogue import catalogue
from queries.parameters import bind, resolve


@pytest.mark.parametrize(
    "text",
    ["Gamma Centre", "centre gamma", "le Centre Gamma", "gamma-centre", mint("actor", "gamma-centre"), "Gamma Centr"],
)
def test_an_actor_by_any_of_its_names(made_up: Store, text: str) -> None:
    found = resolve(made_up, catalogue().get("a1"), {"actor": text}, "en")["actor"]
    assert found is not None
    assert found.value == mint("actor", "gamma-centre")
    assert found.shown == {"iri": found.value, "name": "Gamma Centre"}


def test_an_ambiguous_name_lists_the_candidates(made_up: Store) -> None:
    with pytest.raises(QuestionError) as caught:
        resolve(made_up, catalogue().get("A1"), {"actor": "Roussel"}, "en")
    assert "Gamma Centre" in str(caught.value.remedy)
    assert "Gamma Foundation" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("question", "given", "says"),
    [
        ("A1", {}, "needs 'actor'"),
        ("A1", {"actor": "Gamm"}, "Gamma"),
        ("A1", {"actr": "Gamma Centre"}, "'actor'"),
        ("A1", {"actor": "Gamma Centre", "area": "Beta Bio"}, "nothing in the graph"),
        ("D1", {"as_of": "yesterday"}, "not a date"),
        ("D1", {"as_of": "2024-02-30"}, "not a date"),
        ("G8", {"parties": "many"}, "whole number"),
        ("G8", {"parties": "-3"}, "whole number"),
        ("G8", {"parties": "²"}, "whole number"),
        ("G2", {"kind": "marriage"}, "no kind"),
        ("G2", {"kind": "hospital"}, "no kind"),
        ("A3", {"through": "perhaps"}, "yes, no"),
        ("Z9", {}, "no question"),
    ],
)
def test_what_cannot_be_understood_is_explained(
    made_up: Store, question: str, given: dict[str, str], says: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        resolve(made_up, catalogue().get(question), given, "en")
    assert says in str(caught.value)
    assert caught.value.remedy


def test_the_nearest_kinds_are_named_once_each(made_up: Store) -> None:
    with pytest.raises(QuestionError) as caught:
        resolve(made_up, catalogue().get("A2"), {"actor": "Alpha Pharma", "kind": "pharma"}, "en")
    assert caught.value.remedy is not None
    near = caught.value.remedy.removeprefix("nearest: ").split(", ")
    assert "pharmaceutical company" in near
    assert len(near) == len(set(near)) == 3


@pytest.mark.parametrize("text", ["mécénat", "Mecenat", "parrainage", "sponsorship", "Sponsorship"])
def test_a_kind_by_any_of_its_names(made_up: Store, text: str) -> None:
    found = resolve(made_up, catalogue().get("G2"), {"kind": text}, "fr")["kind"]
    assert found is not None
    assert found.value == "Sponsorship"


def test_a_date_brings_its_first_and_last_day(made_up: Store) -> None:
    question = catalogue().get("D1")
    bound = bind(question, resolve(made_up, question, {"as_of": "2024-02"}, "en"), "en")
    assert bound["as_of"] == "2024-02"
    assert bound["as_of_first"] == dt.date(2024, 2, 1)
    assert bound["as_of_last"] == dt.date(2024, 2, 29)


def test_today_is_the_day_that_is_given(made_up: Store) -> None:
    question = catalogue().get("D2")
    resolved = resolve(made_up, question, {}, "en", today=dt.date(2025, 3, 4))
    assert bind(question, resolved, "en")["as_of_last"] == dt.date(2025, 3, 4)


def test_an_area_that_no_document_names_is_no_mistake(made_up: Store) -> None:
    found = resolve(made_up, catalogue().get("T1"), {"area": "cancer de la prostate"}, "en")["area"]
    assert found is not None
    assert found.name == "prostate cancer"
