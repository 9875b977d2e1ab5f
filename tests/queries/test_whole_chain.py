"""The five documents read by the program itself answer as they do when read by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.settings import StoreSettings
from graph.store import Store
from loaders.pipeline import ingest
from queries.ask import ask
from queries.runner import answer
from tests.queries.test_questions import expected, written

# Question and number of its expected answer. What is left out depends on details that two careful readers would put
# differently: how narrow an area is named, how long a quote is, who is taken for the publisher.
SAME = [
    ("A1", 1), ("A1", 3), ("A2", 1), ("A3", 1), ("A3", 2), ("A4", 1), ("A4", 2), ("A5", 1), ("A6", 1), ("A6", 2),
    ("A7", 1), ("A8", 1),
    ("A10", 1), ("A11", 1), ("D1", 1), ("D2", 1), ("D4", 1), ("D6", 1), ("D8", 1), ("E3", 1), ("E4", 1), ("E5", 1),
    ("G1", 1), ("G1", 2), ("G1", 3), ("G1", 5), ("G2", 1), ("G3", 1), ("G8", 1), ("G8", 2), ("G9", 1), ("M1", 1),
    ("M1", 2),
    ("M4", 1), ("P1", 1), ("P1", 2), ("P1", 3), ("P4", 1), ("P6", 1), ("P7", 1), ("T1", 1), ("T1", 3), ("T2", 1),
]  # fmt: skip


@pytest.fixture(scope="module")
def extracted(
    embedded_settings: StoreSettings, wipe: Callable[[StoreSettings], None], documents_dir: Path
) -> Iterator[Store]:
    """The five documents as extraction reads them."""
    wipe(embedded_settings)
    with Store.open(embedded_settings) as store:
        ingest([documents_dir], store)
        yield store


@pytest.mark.parametrize(("question", "number"), SAME)
def test_extraction_answers_as_the_reader_does(extracted: Store, question: str, number: int) -> None:
    case = expected("five")[question][number - 1]
    found = answer(extracted, question, case.get("parameters", {}), "en")
    rows = [" | ".join(written(row[column]) for column in case["columns"]) for row in found.rows]
    assert rows == [str(row) for row in case["rows"]]
    assert all(row["evidence"] for row in found.rows)


def test_the_question_of_the_first_page(extracted: Store) -> None:
    english = ask(extracted, "Who founded the Paris Saclay Cancer Cluster?")
    french = ask(extracted, "Qui a fondé le Paris Saclay Cancer Cluster ?")
    for result in (english, french):
        assert result.answer is not None
        assert len(result.answer.rows) == 5
        assert all(row["evidence"] for row in result.answer.rows)


def test_the_later_agreement_rests_on_the_earlier(extracted: Store) -> None:
    (row,) = answer(extracted, "G3").rows
    assert written(row["later"]) == "gustave-roussy--sanofi-research-collaboration-2023"
    assert written(row["earlier"]) == "gustave-roussy--sanofi-framework-agreement-2012"
    assert written(row["gap"]) == "P10Y/P11Y"
