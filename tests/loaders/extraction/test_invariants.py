# ruff: noqa: E501, SIM905 (the pieces are read better whole)
"""What holds for any text: exact offsets, no crash, the same result twice, work that grows with the text alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.extraction import extract
from loaders.extraction.text import lower, plain
from loaders.model import Extraction, Span
from tests.loaders.extraction.texts import raw

_PIECES = st.sampled_from(
    (
        "Servier|l'Institut Curie|Gustave Roussy (IGR, Villejuif)|Zorgal Pharma|Dr Anne Leroy|signent|un accord|with|avec|entre|et|and|,|.|\n|\n\n|"
        'le 3 mai 2012|since 2014|«|»|“|"|(|)|(1)|[2] :|About|À propos de Servier|Source :|Paris, le 4 juin 2019 –|contact@example.org|'
        "licence exclusive|5 millions d’euros|\u00a0|œ|İ|ﬁ|🖐|**|•|pour trois ans|nous|our|directeur général de|a déclaré|create|consortium"
    ).split("|")
)
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map(" ".join))


def spans(extraction: Extraction) -> Iterator[Span]:
    for actor in extraction.actors:
        yield from actor.mentions
    for person in extraction.persons:
        yield from person.mentions
        yield from (evidence.span for role in person.roles for evidence in role.evidence)
    for area in extraction.areas:
        yield from area.mentions
    for agreement in extraction.agreements:
        yield from (evidence.span for evidence in agreement.evidence)
        yield from (date.evidence.span for date in agreement.dates if date.evidence)
        yield from (evidence.span for project in agreement.projects for evidence in project.evidence)
    for relation in extraction.relations:
        yield from (evidence.span for evidence in relation.evidence)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_any_text_is_read_with_exact_offsets_and_twice_alike(text: str) -> None:
    extraction = extract(raw(text))
    for span in spans(extraction):
        assert text[span.start : span.end] == span.text
        assert span.text
    for section in extraction.document.sections:
        assert 0 <= section.start <= section.end <= len(text)
    assert extract(raw(text)) == extraction


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_normalisation_keeps_every_character_in_its_place(text: str) -> None:
    folded = plain(text)
    assert len(folded) == len(lower(folded)) == len(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_agreements_are_well_formed(text: str) -> None:
    extraction = extract(raw(text))
    actors = {actor.iri for actor in extraction.actors}
    iris = [agreement.iri for agreement in extraction.agreements]
    assert len(iris) == len(set(iris))
    for agreement in extraction.agreements:
        parties = [party.actor for party in agreement.parties]
        assert len(parties) == len(set(parties)) >= 2
        assert set(parties) <= actors
        assert agreement.creates is None or agreement.creates in actors - set(parties)
        assert agreement.evidence
        events = [date.event for date in agreement.dates]
        assert len(events) == len(set(events))


@contextmanager
def counted() -> Iterator[Callable[[], int]]:
    """Counts the calls of Python functions: a measure of work that no busy machine disturbs."""
    calls = 0

    def tick(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event == "call" or event == "c_call"

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        yield lambda: calls
    finally:
        sys.setprofile(before)


HOSTILE: dict[str, Callable[[int], str]] = {
    "one endless line": lambda n: "word " * (4 * n),
    "names without end": lambda n: ", ".join(f"Zorg{i} Pharma" for i in range(n)),
    "known names": lambda n: " and ".join(["Servier", "Ipsen", "Inserm"][i % 3] for i in range(n)),
    "agreements": lambda n: "Servier et Ipsen signent un accord.\n" * n,
    "open brackets": lambda n: "(" * n + "Servier" + ")" * n,
    "open quotes": lambda n: '"Servier et ' * n,
    "dates": lambda n: "le 3 mai 2012 " * n,
    "abouts": lambda n: "About Servier\n" * n,
    "footnotes": lambda n: "(1) Servier et Ipsen. \n" * n,
    "people": lambda n: "Jean Dupont, directeur de Servier, " * n,
    "units": lambda n: "Servier France " * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text_alone(name: str) -> None:
    make, small, factor = HOSTILE[name], 400, 4
    extract(raw(make(small)))  # warm-up: caches and lazy imports
    work = []
    for size in (small, small * factor):
        with counted() as calls:
            extract(raw(make(size)))
            work.append(calls())
    assert work[1] < 1.8 * factor * work[0] + 20_000, work
