"""A document that contradicts the loaded graph is refused or warned of, with the other document named."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.validation.generate import BREAKS, TYPE, Draft, Zipf, make
from graph.store import Store
from loaders.pipeline import ingest
from ontology.report import Report

_ZIPF = Zipf(12)


def _file(folder: Path, draft: Draft) -> Path:
    path = folder / f"d{draft.number}.nt"
    path.write_text("".join(f"{' '.join(one)} .\n" for one in sorted(draft.statements)), encoding="utf-8")
    return path


def test_a_siren_of_another_organisation_keeps_the_document_out(store: Store, tmp_path: Path) -> None:
    first, second = make(0, _ZIPF, 3), make(1, _ZIPF, 3)
    taken = sorted({second.things["actor"], second.things["other"]} - {first.things["actor"]})[0]
    second.things["actor"] = taken
    for draft in (first, second):
        BREAKS["one-siren-one-organisation"](draft)
    summary = ingest([_file(tmp_path, first), _file(tmp_path, second)], store)
    assert [each.outcome for each in summary.documents] == ["new", "refused"]
    report = summary.documents[1].report
    assert report is not None
    assert {(f.rule, f.others) for f in report.findings} == {("one-siren-one-organisation", (first.iri,))}
    assert [info.iri for info in store.documents()] == [first.iri]


def test_another_kind_of_organisation_is_a_warning_that_stays_with_the_load(store: Store, tmp_path: Path) -> None:
    first, second = make(0, _ZIPF, 3), make(1, _ZIPF, 3)
    shared = first.things["actor"]
    second.statements |= {one for one in first.statements if one[0] == f"<{shared}>"}
    second.drop(shared, TYPE)
    second.a(shared, "School")
    summary = ingest([_file(tmp_path, first), _file(tmp_path, second)], store)
    assert [each.outcome for each in summary.documents] == ["new", "new"]
    kept = store.report(second.iri)
    assert kept is not None
    findings = [f for f in Report.from_json(json.loads(kept)).findings if f.others]
    assert {(f.rule, f.severity, f.others) for f in findings} == {
        ("one-organisation-one-kind", "Warning", (first.iri,))
    }
