"""The form of an answer follows the Accept header and ?format=."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.negotiation import CSV, DUMP, JSON, JSONLD, NTRIPLES, TABLE, TURTLE, NotAcceptable, choose
from api.texts import accepted_language, system_language


@pytest.mark.parametrize(
    ("accept", "asked", "form"),
    [
        (None, None, JSON),
        ("*/*", None, JSON),
        ("text/turtle", None, TURTLE),
        ("TEXT/Turtle", None, TURTLE),
        ("text/turtle;q=0.5, application/ld+json", None, JSONLD),
        ("text/turtle;q=0.5, application/ld+json;q=0.4, */*;q=0.1", None, TURTLE),
        ("text/*", None, CSV),
        ("application/json;q=0, */*", None, CSV),
        ("text/html,application/xhtml+xml,*/*;q=0.8", None, JSON),
        ("text/turtle", "nt", NTRIPLES),
        ("text/turtle", "JSON", JSON),
        (None, "ttl", TURTLE),
        ("nonsense", None, JSON),
        ("text/turtle;q=high", None, JSON),
    ],
)
def test_the_form_follows_weights_and_the_parameter_wins(accept: str | None, asked: str | None, form: object) -> None:
    assert choose(accept, asked, TABLE) == form


@pytest.mark.parametrize(
    ("accept", "asked"), [("image/png", None), ("application/json;q=0", None), (None, "xlsx"), ("*/*;q=0", None)]
)
def test_what_does_not_exist_is_refused_with_what_does(accept: str | None, asked: str | None) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        choose(accept, asked, TABLE if asked else [JSON])
    assert refusal.value.offered


ranges = st.sampled_from([*(form.media_type for form in DUMP), "text/*", "application/*", "*/*", "image/png", "x"])
weights = st.one_of(
    st.just(""), st.floats(0, 1).map(lambda q: f";q={q:.3f}"), st.just(";q=?"), st.just(";charset=utf-8")
)
headers = st.lists(st.tuples(ranges, weights).map("".join), max_size=6).map(", ".join)


@given(headers)
def test_a_choice_is_offered_and_not_excluded(header: str) -> None:
    try:
        form = choose(header, None, DUMP)
    except NotAcceptable:
        return
    assert form in DUMP
    excluded = [part for part in header.split(", ") if part == f"{form.media_type};q=0.000"]
    stated = [part for part in header.split(", ") if part.startswith(form.media_type) and not part.endswith("?")]
    assert not excluded or len(stated) > len(excluded)


@pytest.mark.parametrize(
    ("header", "language"),
    [(None, "en"), ("fr", "fr"), ("de, fr-CA;q=0.3", "fr"), ("en;q=0.5, fr;q=0.9", "fr"), ("fr;q=0.2, en-GB", "en")],
)
def test_the_language_follows_accept_language(header: str | None, language: str) -> None:
    assert accepted_language(header) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_command_line_follows_the_locale(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language
