from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
import rdflib
from rdflib.namespace import SH

from ontology.report import Report
from tests.ontology import broken
from tests.ontology.example import check

_BAD = {
    "add": "agreement:alpha-beta onco:startsOn '2024-13'^^xsd:gYearMonth ; onco:party actor:nobody .",
    "remove": "agreement:alpha-beta onco:startsOn '2024-03'^^xsd:gYearMonth .",
}


def test_the_text_names_the_thing_the_rule_the_words_and_the_repair_in_french():
    text = check(**_BAD).to_text("fr")
    for part in (
        "Le document n'entre pas dans le graphe",
        "Mécénat : Alpha – Fondation Beta (2024) (mécénat ou parrainage) — date de début",
        "Valeur : « 2024-13 » (gYearMonth)",
        "Passage : « à partir de mars 2024 » (ligne 2, caractères 114–135)",
        "À faire : Écrivez la date",
        "Règle : agreement-starts-date",
    ):
        assert part in text


def test_the_text_names_the_thing_the_rule_the_words_and_the_repair_in_english():
    text = check(**_BAD).to_text("en")
    for part in (
        "The document does not enter the graph",
        "Sponsorship: Alpha – Beta Foundation (2024) (sponsorship) — start date",
        "Value: “2024-13” (gYearMonth)",
        "Passage: “à partir de mars 2024” (line 2, characters 114–135)",
        "To do: Write the date",
        "Rule: agreement-starts-date",
    ):
        assert part in text


def test_the_words_of_shacl_are_not_used():
    for lang in ("fr", "en"):
        text = check(**_BAD).to_text(lang).lower()
        assert not [word for word in ("shacl", "constraint", "focus", "sh:", "node", "datatype iri") if word in text]


def test_json_holds_both_languages_and_can_be_written():
    report = check(**_BAD)
    read = json.loads(json.dumps(report.to_json(), ensure_ascii=False))
    assert read["conforms"] is False
    assert read["counts"] == {"Violation": 2, "Warning": 0, "Info": 0}
    date = next(finding for finding in read["findings"] if finding["rule"] == "agreement-starts-date")
    assert date["property"]["name"] == {"fr": "date de début", "en": "start date"}
    assert date["quotes"] == [{"text": "à partir de mars 2024", "start": 114, "end": 135, "line": 2}]


def test_turtle_is_a_shacl_validation_report():
    report = check(**_BAD)
    graph = rdflib.Graph().parse(data=report.to_turtle(), format="turtle")
    assert list(graph.objects(None, SH.conforms)) == [rdflib.Literal(False)]
    found = {
        (str(graph.value(result, SH.focusNode)), str(graph.value(result, SH.sourceShape)))
        for result in graph.objects(None, SH.result)
    }
    assert found == {(finding.focus, finding.shape) for finding in report.findings}
    good = rdflib.Graph().parse(data=check().to_turtle(), format="turtle")
    assert list(good.objects(None, SH.conforms)) == [rdflib.Literal(True)]


def test_a_report_without_findings_says_so():
    assert Report().to_text("fr") == "Rien à signaler."
    assert Report().to_text("en") == "Nothing to report."
    assert Report().conforms


def test_findings_come_worst_first():
    report = check(add="actor:gamma other:colour 'blue' . agreement:licence a onco:Agreement ; onco:tier 'C' .")
    assert [finding.severity for finding in report.findings] == ["Violation", "Warning", "Info"]


@pytest.mark.parametrize("case", broken.SHAPES[::12], ids=lambda case: case.rule)
def test_a_report_comes_back_from_json_as_it_was(case: broken.Broken):
    report = check(add=case.add, remove=case.remove)
    assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_says_all_that_the_text_says_and_needs_nothing_else(lang: str):
    report = check(add="agreement:licence onco:status '<b>' ; onco:tier 'C' . actor:gamma other:colour 'blue' .")
    page = report.to_html(lang)
    tree = ElementTree.fromstring(
        page.removeprefix("<!doctype html>")
        .replace('<meta charset="utf-8">', "")
        .replace('<meta name="viewport" content="width=device-width, initial-scale=1">', "")
    )
    words = " ".join("".join(tree.itertext()).split())
    for finding in report.findings:
        for part in (finding.focus_name.in_(lang), finding.problem.in_(lang), finding.repair.in_(lang), finding.rule):
            assert part in words
        assert all(" ".join(quote.text.split()) in words for quote in finding.quotes)
    assert tree.get("lang") == lang
    assert len(tree.findall(".//article")) == len(report.findings) == 3
    assert "<b>" not in page
    assert "<script" not in page
    assert "http" not in "".join(re.findall(r'(?:src|href)="([^"]*)"', page))
