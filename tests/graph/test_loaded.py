"""One document held against the loaded graph: only what it shares with others is looked up."""

from __future__ import annotations

import json
import time

from benchmarks.validation.generate import ACROSS, BREAKS, TYPE, Zipf, documents, make, text
from graph.loaded import Loaded
from graph.store import Store
from ontology.crossing import keys
from ontology.gate import against, validate
from ontology.vocab import ONCO

_ZIPF = Zipf(12)


def test_identifiers_and_kinds_are_found(store: Store) -> None:
    draft = make(0, _ZIPF, 3)
    for name in ("one-siret-one-organisation", "one-nct-number-one-trial"):
        BREAKS[name](draft)
    store.replace(draft.graph())
    loaded = Loaded(store)
    stated = {
        (name, value): subject[1:-1]
        for subject, predicate, value in draft.statements
        if (name := predicate[1:-1]) in keys()
    }
    assert {name for name, _ in stated} == keys()
    found = loaded.holders([*stated, (ONCO.siren, text("000000000"))])
    assert found == {key: frozenset({thing}) for key, thing in stated.items()}
    assert loaded.holders([]) == {}
    actor = draft.things["actor"]
    types = loaded.types([actor, "https://example.org/nobody"])
    assert types.keys() == {actor}
    assert {ONCO.Organization, ONCO.Actor} < types[actor]


def test_every_contradiction_with_the_graph_names_both_documents(store: Store) -> None:
    for name in ACROSS:
        first, second = make(8, _ZIPF, 3), make(9, _ZIPF, 3)
        BREAKS[name](first)
        if name.endswith("organisation-one-kind"):
            first = make(8, _ZIPF, 3)
            second.drop(first.things["actor"], TYPE)
            second.a(first.things["actor"], "School")
        elif name.endswith("-kind"):
            second.things["second"] = first.things["second"]
            second.drop(second.things["second"], TYPE)
            second.a(second.things["second"], "ClinicalTrialCollaboration")
        else:
            second.things["actor"] = next(
                subject[1:-1]
                for subject, predicate, _ in sorted(second.statements)
                if predicate == f"<{ONCO.siren}>" and subject[1:-1] != first.things["actor"]
            )
            BREAKS[name](second)
        store.replace(first.graph())
        report = against(second.graph(), Loaded(store))
        assert {finding.rule for finding in report.findings} == {name}
        assert {(f.document, f.others) for f in report.findings} == {(second.iri, (first.iri,))}
        assert first.iri in report.to_text("fr")
        assert against(first.graph(), Loaded(store)).findings == ()
        store.retract(first.iri)


def test_an_earlier_version_of_the_document_counts_for_nothing(store: Store) -> None:
    draft = make(0, _ZIPF, 3)
    store.replace(draft.graph())
    draft.put(draft.things["actor"], TYPE)
    draft.a(draft.things["actor"], "School")
    assert against(draft.graph(), Loaded(store)).findings == ()


def test_what_agrees_with_the_graph_is_answered_quickly(store: Store) -> None:
    graphs = list(documents(12, seed=3))
    for graph in graphs:
        store.replace(graph)
    loaded = Loaded(store)
    assert against(graphs[0], loaded).findings == ()
    began = time.perf_counter()
    assert against(graphs[1], loaded).findings == ()
    assert time.perf_counter() - began < 1.0  # mostly well below 0.05; the bound is for a busy machine


def test_the_report_stays_with_the_load_until_the_document_is_taken_back(store: Store) -> None:
    draft = make(0, _ZIPF, 3)
    draft.drop(draft.things["agreement"], "http://www.w3.org/2000/01/rdf-schema#label")
    report = validate(draft.graph())
    assert report.counts["Warning"] == 1
    store.replace(draft.graph(), report=json.dumps(report.to_json()))
    assert json.loads(store.report(draft.iri) or "") == report.to_json()
    assert store.report("https://example.org/other") is None
    assert store.verify().clean
    store.retract(draft.iri)
    assert store.report(draft.iri) is None
