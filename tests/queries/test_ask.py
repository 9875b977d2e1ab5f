"""Sentences in both languages reach the right question with the right parameters, or are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.store import Store
from queries.ask import ask, language_of
from queries.linking import tokens
from queries.runner import answer

SENTENCES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("expected").joinpath("sentences.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES["answered"].items())
def test_sentence_is_answered(five: Store, sentence: str, expected: dict[str, dict[str, str]]) -> None:
    ((question, parameters),) = expected.items()
    result = ask(five, sentence)
    assert result.question is not None, result.to_json()
    assert result.question.id == question
    assert {name: value.rsplit("/", 1)[-1] for name, value in result.parameters.items()} == parameters
    assert result.answer is not None
    assert result.answer.rows == answer(five, question, result.parameters, result.lang).rows


@pytest.mark.parametrize("sentence", SENTENCES["refused"])
def test_sentence_is_refused(five: Store, sentence: str) -> None:
    result = ask(five, sentence)
    assert result.answer is None
    assert result.question is None
    assert len(result.alternatives) == 3
    assert result.reason


def test_the_founders_of_the_cluster(five: Store) -> None:
    result = ask(five, "Who founded the Paris Saclay Cancer Cluster?")
    assert result.answer is not None
    founders = {row["founder"]["name"]: row["representative"]["name"] for row in result.answer.rows}
    assert founders == {
        "Sanofi": "Paul Hudson",
        "Gustave Roussy": "Jean-Charles Soria",
        "Inserm": "Gilles Bloch",
        "Institut Polytechnique de Paris": "Eric Labaye",
        "University of Paris-Saclay": "Sylvie Retailleau",
    }


def test_a_name_of_two_things_is_asked_back(made_up: Store) -> None:
    result = ask(made_up, "Who are the partners of Roussel?")
    assert result.answer is None
    assert result.reason is not None
    assert "Gamma Centre" in result.reason
    assert "Gamma Foundation" in result.reason


def test_result_as_json(five: Store) -> None:
    shown = ask(five, "Qui travaille sur l'uro-oncologie ?").to_json()
    assert set(shown) >= {"question", "parameters", "confidence", "alternatives", "answer"}
    assert shown["question"]["wording"] == "Qui travaille sur uro-oncologie ?"
    assert shown["answer"]["rows"]
    refused = ask(five, "Quelle est la capitale de la France ?").to_json()
    assert refused["answer"] is None
    assert len(refused["alternatives"]) == 3


@pytest.mark.parametrize(
    ("sentence", "language"),
    [("Qui a fondé le PSCC ?", "fr"), ("Who founded the PSCC?", "en"), ("Servier", "en"), ("mécénats", "fr")],
)
def test_language_of_a_sentence(sentence: str, language: str) -> None:
    assert language_of(tokens(sentence)) == language


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentence=st.text(max_size=80))
def test_no_text_breaks_it_and_noise_is_refused(five: Store, sentence: str) -> None:
    result = ask(five, sentence)
    # the generator draws on words of the program, and the name of a kind alone lists what is of that kind
    assert result.answer is None or set(result.parameters) == {"kind"}


def test_a_short_name_of_two_actors_is_asked_back(five: Store) -> None:
    result = ask(five, "Who are the partners of Saclay?")
    assert result.answer is None
    assert result.reason is not None
    assert "Cancer Cluster" in result.reason
    assert "University" in result.reason


@pytest.mark.parametrize(
    ("sentence", "as_of"),
    [
        ("Which agreements were running at the end of 2021?", "2021-12"),
        ("Quels accords étaient en cours début 2012 ?", "2012-01"),
        ("Which agreements had expired before 2020?", "2020"),
    ],
)
def test_dates_in_words(five: Store, sentence: str, as_of: str) -> None:
    assert ask(five, sentence).parameters == {"as_of": as_of}


def test_the_beginning_of_a_span_is_not_taken_for_a_day(five: Store) -> None:
    assert ask(five, "Which agreements were running since May 2014?").answer is None
