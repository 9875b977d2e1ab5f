"""The sample documents: short, sourced, free of contact details, fit for the gate, and read as a person reads them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import loaders.authority
from loaders.model import Agreement, Extraction
from loaders.pipeline import extract_file
from loaders.privacy import has_contact_details
from loaders.rdf import to_graph
from ontology.gate import validate
from ontology.iris import slug

FOLDER = Path(loaders.authority.__file__).parents[1] / "samples"
FILES = sorted(FOLDER.iterdir())
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("samples.yaml").read_text("utf-8"))


def _marks(told: dict[str, Any], fault: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=told[fault], strict=True)] if fault in told else []


AGREEMENTS = [
    pytest.param(name, wanted, id=f"{name}-{number}", marks=_marks(wanted, "misses"))
    for name, sample in EXPECTED.items()
    for number, wanted in enumerate(sample["agreements"])
]
SAMPLES = [pytest.param(name, id=name, marks=_marks(sample, "invents")) for name, sample in EXPECTED.items()]


@cache
def extraction(name: str) -> Extraction:
    return extract_file(FOLDER / f"{name}.txt")


def test_each_file_has_its_expectation_and_its_own_id() -> None:
    assert len(FILES) >= 14
    assert {path.suffix for path in FILES} == {".txt"}
    assert {path.stem for path in FILES} == set(EXPECTED)
    assert len({slug(path.stem) for path in FILES}) == len(FILES)


def test_both_languages_and_many_kinds_are_there() -> None:
    languages = Counter(sample["language"] for sample in EXPECTED.values())
    assert min(languages["fr"], languages["en"]) >= 6
    kinds = {wanted["kinds"][0] for sample in EXPECTED.values() for wanted in sample["agreements"]}
    assert len(kinds) >= 8


def test_actors_recur_so_that_the_graph_has_paths() -> None:
    named = Counter(
        party
        for sample in EXPECTED.values()
        for party in {party for wanted in sample["agreements"] for party in wanted["parties"]}
    )
    assert sum(count >= 2 for count in named.values()) >= 10
    once = [
        name
        for name, sample in EXPECTED.items()
        if all(named[p] == 1 for w in sample["agreements"] for p in w["parties"])
    ]
    assert len(once) <= 4


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_notice_is_short_sourced_and_names_no_contact(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.rstrip("\n").split("\n")
    assert 90 <= len(text.split()) <= 250
    assert re.fullmatch(r"Source ?: https?://\S+", lines[-1])
    assert lines[1] == ""
    assert not lines[0].endswith(".")
    assert not has_contact_details(re.sub(r"https?://\S+", "", text))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_notice_is_read_in_its_language_with_its_source_and_passes_the_gate(name: str) -> None:
    read = extraction(name)
    assert read.document.language == EXPECTED[name]["language"]
    assert set(read.document.sources) == set(re.findall(r"https?://\S+", read.document.text))
    report = validate(to_graph(read))
    assert report.conforms, report.to_text("en")


@pytest.mark.parametrize(("name", "wanted"), AGREEMENTS)
def test_the_agreement_is_found(name: str, wanted: dict[str, Any]) -> None:
    found = extraction(name).agreements
    same = [agreement for agreement in found if _parties(agreement).keys() == wanted["parties"].keys()]
    assert same, f"no agreement of {sorted(wanted['parties'])}; found {[sorted(_parties(a)) for a in found]}"
    assert any(_matches(agreement, wanted) for agreement in same), [_told(agreement) for agreement in same]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_party_is_invented(name: str) -> None:
    wanted = {party for agreement in EXPECTED[name]["agreements"] for party in agreement["parties"]}
    found = {party for agreement in extraction(name).agreements for party in _parties(agreement)}
    assert found - wanted <= set(EXPECTED[name].get("tolerated", ()))


def _parties(agreement: Agreement) -> dict[str, str]:
    return {party.actor.rsplit("/", 1)[-1]: party.role for party in agreement.parties}


def _matches(agreement: Agreement, wanted: dict[str, Any]) -> bool:
    roles = _parties(agreement)
    dates = {date.date.value for date in agreement.dates if date.basis != "derived"}
    amount = (agreement.amount.value, agreement.amount.currency) if agreement.amount else None
    return (
        agreement.kind in wanted["kinds"]
        and all(role in ("*", roles[party]) for party, role in wanted["parties"].items())
        and set(wanted["dates"]) <= dates <= {*wanted["dates"], *wanted.get("allowed", ())}
        and wanted.get("duration", agreement.duration) == agreement.duration
        and tuple(wanted.get("amount", amount or ())) == (amount or ())
        and wanted.get("creates") == (agreement.creates.rsplit("/", 1)[-1] if agreement.creates else None)
    )


def _told(agreement: Agreement) -> tuple[object, ...]:
    dates = [(date.event, date.date.value, date.basis) for date in agreement.dates]
    return (agreement.kind, _parties(agreement), dates, agreement.duration, agreement.amount, agreement.creates)
