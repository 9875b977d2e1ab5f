"""What goes wrong is told in French too, and the catalogue of it keeps up with the source."""

from __future__ import annotations

import pytest

from ontology.errors import InputError, QuestionError
from ontology.messages import messages, told
from tests.ontology.messages import templates

# The words of a parser, a driver or the header of a question: handed on as they are.
_HANDED_ON = {"graph/driver.py", "loaders/review/queue.py", "queries/header.py"}


def test_every_error_has_its_french_and_the_catalogue_nothing_else() -> None:
    raised = list(templates())
    assert len(raised) > 150
    assert {place.partition(":")[0] for place, text in raised if text == "{}"} <= _HANDED_ON
    known = messages()["errors"]
    missing = [f"{place}: {text}" for place, text in raised if text != "{}" and text not in known]
    assert not missing, "\n".join(missing)
    assert set(known) - {text for _, text in raised} == set()


def test_both_languages_hold_the_same_values() -> None:
    for section in messages().values():
        for english, french in section.items():
            assert english.count("{}") == french.count("{}"), english
            assert english != french


def test_values_are_put_where_they_stood() -> None:
    error = QuestionError("no kind is called 'zz'", place="kind", remedy="nearest: Licence, Accord")
    assert error.told("fr") == "kind : aucune sorte ne s’appelle 'zz'\n→ les plus proches : Licence, Accord"
    assert str(error) == error.told("en") == "kind: no kind is called 'zz'\n→ nearest: Licence, Accord"
    braces = InputError("this is not Turtle: expected {} or {0}")
    assert braces.told("fr") == "ceci n’est pas du Turtle : expected {} or {0}"


@pytest.mark.parametrize("english", [text for section in messages().values() for text in section])
def test_no_message_is_taken_for_another(english: str) -> None:
    values = [f"V{number}" for number in range(english.count("{}"))]
    french = next(section[english] for section in messages().values() if english in section)
    assert told(english.format(*values) if values else english, "fr") == (french.format(*values) if values else french)
