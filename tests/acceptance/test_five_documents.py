"""The five documents, held against a careful human reading (`five_documents.yaml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.model import Agreement, Extraction
from loaders.pipeline import extract_file

READING: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("five_documents.yaml").read_text(encoding="utf-8")
)
ALL = sorted(READING)


@cache
def _extract(folder: Path, number: str) -> Extraction:
    (path,) = folder.glob(f"{number}_*.txt")
    return extract_file(path)


@pytest.fixture
def extraction(documents_dir: Path, number: str) -> Extraction:
    return _extract(documents_dir, number)


def local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def parties(agreement: Agreement) -> dict[str, str]:
    return {local(party.actor): party.role for party in agreement.parties}


def in_graph(extraction: Extraction) -> list[Agreement]:
    return [agreement for agreement in extraction.agreements if agreement.tier != "C"]


def find(extraction: Extraction, expected: dict[str, Any]) -> Agreement:
    """The agreement that the reading describes: same parties, one of its kinds."""
    same = [a for a in in_graph(extraction) if set(parties(a)) == set(expected["parties"])]
    assert same, f"no agreement of {sorted(expected['parties'])}: {[parties(a) for a in extraction.agreements]}"
    fitting = [a for a in same if a.kind in expected["kinds"]]
    assert len(fitting) == 1, f"{[(a.kind, a.dates) for a in same]} for {expected['kinds']}"
    return fitting[0]


CASES = [
    pytest.param(number, agreement, id=f"{number}-{'-'.join(agreement['parties'])}-{agreement['kinds'][0]}")
    for number in ALL
    for agreement in READING[number]["agreements"]
]


@pytest.mark.parametrize(("number", "expected"), CASES)
def test_agreement_as_read(extraction: Extraction, expected: dict[str, Any]) -> None:
    agreement = find(extraction, expected)
    assert parties(agreement) == expected["parties"]
    given: dict[str, set[str]] = {}
    for date in agreement.dates:
        given.setdefault(date.event, set()).add(date.date.value)
    for event, value in expected["dates"].items():
        assert value in given.get(event, set()), f"{event} {value} is missing: {given}"
    for event, values in given.items():
        accepted = {expected["dates"].get(event), *expected.get("allowed", {}).get(event, [])}
        assert values <= accepted, f"the text does not say {event} {values - accepted}"
    assert agreement.duration == expected.get("duration")
    assert agreement.planned is expected.get("planned", False)
    assert (local(agreement.creates) if agreement.creates else None) == expected.get("creates")
    assert {local(link.area) for link in agreement.areas} >= set(expected.get("areas", []))
    quotes = " ".join(evidence.span.text for evidence in agreement.evidence)
    assert expected["quote"] in quotes
    if "supplements" in expected:
        earlier = {a.iri: a.kind for a in extraction.agreements}
        assert expected["supplements"] in {earlier.get(related.agreement) for related in agreement.related}


def test_at_most_one_false_agreement_in_all(documents_dir: Path) -> None:
    false = []
    for number in ALL:
        reading = READING[number]
        extraction = _extract(documents_dir, number)
        expected = [find(extraction, entry).iri for entry in reading["agreements"]]
        for agreement in in_graph(extraction):
            tolerated = any(
                set(parties(agreement)) == set(entry["parties"])
                and agreement.kind in entry["kinds"]
                and any(date.date.value[:4] == entry["year"] for date in agreement.dates)
                for entry in reading.get("tolerated", [])
            )
            if agreement.iri not in expected and not tolerated:
                false.append((number, agreement.kind, sorted(parties(agreement))))
    assert len(false) <= 1, false


@pytest.mark.parametrize("number", ALL)
def test_document_as_read(extraction: Extraction, number: str) -> None:
    reading = READING[number]
    document = extraction.document
    assert document.language == reading["language"]
    assert (document.issued.date.value if document.issued else None) == reading["issued"]
    if "publisher" in reading:
        assert document.publisher is not None
        assert local(document.publisher) == reading["publisher"]
    named_parties = {name for agreement in in_graph(extraction) for name in parties(agreement)}
    assert not named_parties & set(reading["not_parties"])
    assert not {person.name for person in extraction.persons} & set(reading["not_persons"])


@pytest.mark.parametrize("number", ALL)
def test_speakers_as_read(extraction: Extraction, number: str) -> None:
    speakers = {person.name: person for person in extraction.persons if person.quoted}
    for expected in READING[number]["speakers"]:
        assert expected["name"] in speakers
        roles = speakers[expected["name"]].roles
        assert roles
        assert {local(role.organization) for role in roles} & set(expected["organizations"])
        assert all(role.title for role in roles)
    assert set(speakers) == {expected["name"] for expected in READING[number]["speakers"]}


@pytest.mark.parametrize("number", ALL)
def test_relations_as_read(extraction: Extraction, number: str) -> None:
    found = {(local(r.subject), r.predicate, local(r.object)) for r in extraction.relations}
    symmetric = {(o, p, s) for s, p, o in found if p == "alliedWith"}
    for relation in READING[number]["relations"]:
        assert tuple(relation) in found | symmetric
    for relation in READING[number].get("no_relations", []):
        assert tuple(relation) not in found
    schools = {(s, o) for s, p, o in found if p in ("partOf", "memberOf") and o == "institut-polytechnique-de-paris"}
    if number == "003":
        assert len(schools) == 5


@pytest.mark.parametrize("number", ALL)
def test_every_offset_is_a_slice_of_the_text(extraction: Extraction, number: str) -> None:
    text = extraction.document.text
    spans = [span for actor in extraction.actors for span in actor.mentions]
    spans += [span for person in extraction.persons for span in person.mentions]
    spans += [span for area in extraction.areas for span in area.mentions]
    spans += [evidence.span for agreement in extraction.agreements for evidence in agreement.evidence]
    spans += [evidence.span for relation in extraction.relations for evidence in relation.evidence]
    assert spans
    for span in spans:
        assert text[span.start : span.end] == span.text
