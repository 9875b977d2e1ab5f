"""Single sentences of our own in both languages: what each states, and what it must not be taken to state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.authority import authority
from loaders.extraction import extract
from loaders.folding import key
from loaders.model import Agreement
from ontology.iris import slug
from tests.loaders.extraction.texts import raw

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))


def identity(name: str) -> str:
    entries = authority().resolve(name) or authority().weak(key(name), name)
    return entries[0].id if entries else slug(key(name))


def parties(agreement: Agreement) -> set[str]:
    return {party.actor.rsplit("/", 1)[-1] for party in agreement.parties}


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_what_a_sentence_states(row: dict[str, Any]) -> None:
    found = [agreement for agreement in extract(raw(row["text"])).agreements if agreement.tier != "C"]
    for expected in row["found"]:
        named = {identity(name) for name in expected["parties"]}
        further = {identity(name) for name in expected.get("also", [])}
        fitting = [a for a in found if named <= parties(a) and parties(a) - named <= further]
        if not fitting and expected.get("or_empty"):  # a hint, too weak to be stated
            continue
        assert fitting, f"{sorted(named)} not in {[sorted(parties(a)) for a in found]}"
        agreement = fitting[0]
        assert agreement.kind in expected["kinds"]
        given = {(date.event, date.date.value) for date in agreement.dates}
        assert set(expected.get("dates", {}).items()) <= given
        assert agreement.duration == expected.get("duration", agreement.duration)
    assert len(found) <= len(row["found"]), [(a.kind, sorted(parties(a))) for a in found]
