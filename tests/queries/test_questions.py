"""Every question gives the answer that a reader of the documents gives, on both engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.store import Store
from queries.catalogue import catalogue
from queries.runner import Answer, answer

EXPECTED = Path(__file__).with_name("expected")


def expected(world: str) -> dict[str, list[dict[str, Any]]]:
    """The expected answers on a world: question → cases."""
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load((EXPECTED / f"{world}.yaml").read_text(encoding="utf-8"))
    return found


def cases(world: str) -> list[Any]:
    return [
        pytest.param(question, case, id=f"{question}-{number}")
        for question, given in expected(world).items()
        for number, case in enumerate(given, 1)
    ]


def written(value: Any) -> str:
    """A cell as the expected answers write it."""
    if value is None:
        return "-"
    if isinstance(value, list):
        return ", ".join(map(written, value))
    if isinstance(value, dict):
        if "iri" in value:
            return str(value["iri"].rsplit("/", 1)[-1].rsplit("#", 1)[-1])
        if "unknown" in value:
            return f"~{value['unknown']}"
        if value.get("basis", "stated") != "stated":
            return f"{value['value']} {value['basis']}"
        return str(value["value"])
    return str(value)


def check(found: Answer, case: dict[str, Any]) -> None:
    rows = [" | ".join(written(row[column]) for column in case["columns"]) for row in found.rows]
    assert rows == [str(row) for row in case["rows"]]
    for row in found.rows:
        assert row["evidence"], "a row without its sentence"
    for number, words in case.get("quotes", {}).items():
        sentences = " ".join(" ".join(sentence["quote"].split()) for sentence in found.rows[number - 1]["evidence"])
        assert words in sentences
    assert (found.meta["empty"] is None) == bool(found.rows)


@pytest.mark.parametrize(("question", "case"), cases("five"))
def test_answer_on_the_five_documents(five_on_each: Store, question: str, case: dict[str, Any]) -> None:
    check(answer(five_on_each, question, case.get("parameters", {}), "en"), case)


@pytest.mark.parametrize(("question", "case"), cases("world"))
def test_answer_on_the_made_up_world(made_up_on_each: Store, question: str, case: dict[str, Any]) -> None:
    check(answer(made_up_on_each, question, case.get("parameters", {}), "en"), case)


def test_every_question_has_an_expected_answer() -> None:
    questions = set(catalogue().questions)
    assert questions == set(expected("five"))
    for given in expected("five").values():
        assert any(case["rows"] for case in given)


def test_quotes_are_the_very_words_of_the_document(five: Store, documents_dir: Path) -> None:
    texts = {file.stem: file.read_text(encoding="utf-8") for file in documents_dir.glob("*.txt")}
    sentences = answer(five, "G1").evidence
    assert len(sentences) > 10
    for sentence in sentences:
        text = texts[sentence["document"]["iri"].rsplit("/", 1)[-1]]
        assert text[sentence["start"] : sentence["end"]] == sentence["quote"]


def test_names_come_in_the_language_asked_for(five: Store) -> None:
    names = {
        lang: {row["founder"]["name"] for row in answer(five, "A4", {"actor": "PSCC"}, lang).rows}
        for lang in ("fr", "en")
    }
    assert "Université Paris-Saclay" in names["fr"]
    assert "University of Paris-Saclay" in names["en"]


def test_meta_tells_how_many_documents_how_old_and_how_independent(five: Store) -> None:
    meta = answer(five, "A1", {"actor": "Servier"}).meta
    assert meta["documents"] == 2
    assert meta["undated_documents"] == 1
    assert meta["newest"] == {"value": "2019-10-28", "precision": "day", "basis": "stated"}
    assert [publisher["name"] for publisher in meta["publishers"]] == ["Servier"]  # type: ignore[attr-defined]
    assert meta["independent_publishers"] == 0


@pytest.mark.parametrize("question", ["D2", "D8", "D1", "E4", "E5", "Q2", "P1"])
def test_a_party_that_publishes_is_no_independent_source(five: Store, question: str) -> None:
    given = {"from_actor": "Servier", "to_actor": "Ipsen"} if question == "P1" else {}
    meta = answer(five, question, given).meta
    assert meta["publishers"]
    assert meta["independent_publishers"] == 0


def test_a_publisher_that_is_no_party_is_independent(made_up: Store) -> None:
    assert answer(made_up, "D2").meta["independent_publishers"]  # type: ignore[truthy-bool]


def test_answer_as_json_has_the_promised_keys(five: Store) -> None:
    shown = answer(five, "T2", {"area": "uro-oncologie"}, "fr").to_json()
    assert set(shown) >= {"question", "parameters", "columns", "rows", "evidence", "meta"}
    assert shown["question"]["wording"] == "Qui travaille sur uro-oncologie ?"  # type: ignore[index]
    assert shown["parameters"]["area"]["name"] == "uro-oncologie"  # type: ignore[index]
    assert [column["label"] for column in shown["columns"]][:2] == ["acteur", "type"]  # type: ignore[attr-defined,index]


def test_an_area_of_a_project_counts_in_every_list_of_agreements(five: Store) -> None:
    expected_one = "gustave-roussy--sanofi-research-collaboration-2023"
    (listed,) = answer(five, "G1", {"actor": "Sanofi", "area": "lung cancer"}).rows
    (counted,) = answer(five, "D8", {"actor": "Sanofi", "area": "lung cancer"}).rows
    assert written(listed["agreement"]) == written(counted["agreements"]) == expected_one
    assert "lung-cancer" in written(listed["areas"])
    assert any(each["states"] == "concerns" for each in listed["evidence"])


def test_an_amount_is_readable_and_rests_on_its_sentence(made_up: Store) -> None:
    row = answer(made_up, "M1", {"actor": "Alpha Pharma"}, "fr").rows[0]
    assert row["amount"] == {"value": "12.50", "currency": "EUR", "name": "12,50\xa0€"}
    assert any(each["states"] == "amount" and "12.50" in each["quote"] for each in row["evidence"])


@pytest.mark.parametrize(("lang", "words"), [("fr", "10 à 11 ans"), ("en", "10 to 11 years")])
def test_a_gap_is_never_finer_than_its_dates(five: Store, lang: str, words: str) -> None:
    (row,) = answer(five, "G3", {}, lang).rows
    assert row["gap"]["name"] == words


@pytest.mark.parametrize("question", ["M1", "D6", "G4", "A6", "A9", "M4"])
def test_the_wording_names_nothing_that_was_not_asked(five: Store, question: str) -> None:
    for lang in ("fr", "en"):
        wording = answer(five, question, {}, lang).wording
        assert not any(name in wording for name in ("Sanofi", "Gustave Roussy", "Paris Saclay", "Servier", "["))
        named = answer(five, question, {"actor": "Inserm"}, lang).wording
        assert "Inserm" in named


def test_no_cell_is_null(five: Store) -> None:
    for question, given in expected("five").items():
        for row in answer(five, question, given[0].get("parameters", {})).rows:
            assert None not in row.values(), question


def test_no_figures_means_that_they_are_not_read_yet(made_up: Store) -> None:
    assert "not read from documents yet" in str(answer(made_up, "A9", {}, "en").meta["empty"])
    assert "pas encore lus" in str(answer(made_up, "A9", {}, "fr").meta["empty"])
