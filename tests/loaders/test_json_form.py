"""The JSON of `oncograph extract`: the promised fields, valid against the published schema."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from loaders.json_form import to_json, to_line
from loaders.model import Extraction
from loaders.pipeline import extract_file
from tests.loaders.extractions import ALPHA, BETA, FULL, GAMMA, LUNG, SPONSORSHIP, TEXT, extractions

SCHEMA = json.loads(files("loaders").joinpath("extract.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# The public fields; more may be added, none of these may go.
FIELDS = {
    "document": {"id", "iri", "file", "sha256", "language", "title", "issued", "publisher"},
    "actors": {"iri", "name", "kind", "status", "mentions"},
    "persons": {"iri", "name", "mentions", "roles"},
    "areas": {"iri", "label", "mentions"},
    "agreements": {"iri", "kind", "parties", "dates", "duration", "amount", "areas", "subject", "related", "tier",
                   "signals", "evidence"},
    "relations": {"predicate", "subject", "object", "evidence"},
    "figures": set(),
    "warnings": set(),
}  # fmt: skip


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_public_field_is_there() -> None:
    found = json.loads(to_line(FULL))
    assert set(found) == set(FIELDS)
    for name, fields in FIELDS.items():
        for each in found[name] if isinstance(found[name], list) else [found[name]]:
            if fields:
                assert fields <= set(each), name


def test_an_agreement_reads_as_promised() -> None:
    (agreement,) = json.loads(to_line(FULL))["agreements"]
    assert agreement["parties"] == [{"actor": ALPHA, "role": "sponsor"}, {"actor": BETA, "role": "beneficiary"}]
    assert agreement["dates"] == [{"event": "announced", "value": "2019-10-28", "precision": "day", "basis": "stated"}]
    assert (agreement["duration"], agreement["amount"], agreement["areas"]) == ("P5Y", None, [LUNG])
    assert agreement["signals"] == {"parties_known": True, "in_title": True}
    assert (agreement["tier"], agreement["related"], agreement["iri"]) == ("A", [], SPONSORSHIP.iri)


def test_a_relation_and_a_document_read_as_promised() -> None:
    found = json.loads(to_line(FULL))
    relation, _ = found["relations"]
    assert (relation["predicate"], relation["subject"], relation["object"]) == ("memberOf", ALPHA, GAMMA)
    assert found["document"]["issued"] == {"value": "2019-10-28", "precision": "day", "basis": "stated"}


@given(extractions())
@settings(max_examples=60, deadline=None)
def test_any_extraction_is_valid_and_its_offsets_are_exact(extraction: Extraction) -> None:
    line = to_line(extraction)
    assert "\n" not in line
    found = json.loads(line)
    VALIDATOR.validate(found)

    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            own = [value] if {"start", "end", "text"} <= set(value) else []
            return own + [span for part in value.values() for span in spans(part)]
        return [span for part in value for span in spans(part)] if isinstance(value, list) else []

    assert spans(found)
    for span in spans(found):
        assert TEXT[span["start"] : span["end"]] == span["text"]  # type: ignore[misc]


def test_the_schema_refuses_a_date_finer_than_its_precision() -> None:
    found = json.loads(to_line(FULL))
    found["document"]["issued"]["precision"] = "year"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(found)


def test_the_real_documents_give_valid_json_with_exact_slices(documents_dir: Path) -> None:
    paths = sorted(documents_dir.glob("*.txt"))
    assert paths
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        found = to_json(extract_file(path))
        VALIDATOR.validate(found)
        for actor in found["actors"]:  # type: ignore[attr-defined]
            for mention in actor["mentions"]:
                assert text[mention["start"] : mention["end"]] == mention["text"]
