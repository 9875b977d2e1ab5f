from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import SH

import ontology
from ontology import checks
from ontology.gate import validate, validate_graph
from ontology.rdf import DocumentGraph, literal
from ontology.vocab import ONCO
from tests.ontology import broken
from tests.ontology.example import DOCUMENT, TEXT, VALID, check, document, of_rule, rules, turtle

_MODULES = ("checks.py", "evidence.py", "soundness.py")
_ELSEWHERE = {"blank-node", "malformed-term", "nothing-of-ours", "quote-length"}  # tested below and in test_shapes


def test_every_check_has_a_failing_example():
    folder = Path(ontology.__file__).parent
    source = "".join((folder / name).read_text(encoding="utf-8") for name in _MODULES)
    named = set(re.findall(r'Problem\(\s*"([a-z-]+)"', source))
    assert named == {case.rule for case in broken.CHECKS} | _ELSEWHERE


def test_a_blank_node_is_refused():
    statements = VALID | {("_:b1", f"<{ONCO.partOf}>", "<https://w3id.org/oncograph/id/actor/beta>")}
    report = validate(DocumentGraph(DOCUMENT, statements, TEXT))
    assert not report.conforms
    assert rules(report) == {"blank-node"}


@pytest.mark.parametrize("text", ["<a b>", "<no-scheme>", '"x', "plain", "<https://x.org/{y}>"])
def test_a_malformed_term_is_refused(text: str):
    subject = "<https://w3id.org/oncograph/id/actor/gamma>"
    report = validate(DocumentGraph(DOCUMENT, VALID | {(subject, f"<{ONCO.homepage}>", text)}, TEXT))
    assert not report.conforms
    assert rules(report) == {"malformed-term"}
    for statement in ((text, f"<{ONCO.homepage}>", subject), (subject, text, subject)):
        report = validate(DocumentGraph(DOCUMENT, VALID | {statement}, TEXT))
        assert rules(report) == {"malformed-term"}
        assert rdflib.Graph().parse(data=report.to_turtle(), format="turtle")


@pytest.mark.parametrize("statement", [('"x"', f"<{ONCO.homepage}>", '"y"'), ("<a:b>", '"x"', '"y"')])
def test_a_literal_stands_for_nothing_but_a_value(statement: tuple[str, str, str]):
    report = validate(DocumentGraph(DOCUMENT, VALID | {statement}, TEXT))
    assert rules(report) == {"malformed-term"}


def test_a_quote_is_compared_with_the_text_and_the_right_place_is_proposed():
    moved = TEXT.replace("Lyon", "À Lyon")
    wrong = [f for f in validate(document(text=moved)).findings if f.rule == "quote-in-text"]
    assert len(wrong) == 6
    quote = "La société Alpha soutient la Fondation Beta"
    deal = next(finding for finding in wrong if finding.quotes[0].text == quote)
    assert f"{moved.index(quote)}–{moved.index(quote) + len(quote)}" in deal.repair.fr
    assert f"{moved.index(quote)}–{moved.index(quote) + len(quote)}" in deal.repair.en
    assert moved[TEXT.index(quote) : TEXT.index(quote) + len(quote)] in deal.problem.fr


def test_without_the_text_the_length_of_a_quote_is_checked():
    change = {"add": "evidence:deal onco:quoteEnd 90 .", "remove": "evidence:deal onco:quoteEnd 97 ."}
    report = check(**change, text=None)
    assert rules(report) == {"quote-length"}
    assert "97" in report.findings[0].repair.en


def test_dates_are_compared_at_their_common_precision():
    change = {"remove": "agreement:alpha-beta onco:endsOn '2027'^^xsd:gYear ."}
    for end, fine in (("'2024'^^xsd:gYear", True), ("'2024-03-01'^^xsd:date", True), ("'2023'^^xsd:gYear", False)):
        report = check(add=f"agreement:alpha-beta onco:endsOn {end} .", **change)
        assert report.conforms is fine, end


@pytest.mark.parametrize(
    "words",
    [
        "un budget de +100 000 000 euros",
        "le 05 03 2024",
        "784 257 164",
        "de 2011 à 2024",
        "150.000.000 euros",
        "NCT06171568",
        "https://doi.org/10.1000/0123456789",
        "n° 0123456789ab",
        "SIRET 784 257 164 00013",
        "12-345-6789",
        "RCS 552 120 222",
    ],
)
def test_numbers_that_are_no_telephone_number_pass(words: str):
    assert check(add=f"actor:gamma skos:altLabel {literal(words)} .").findings == ()


@pytest.mark.parametrize(
    "words", ["01.23.45.67.89", "0123456789", "+33 1 23 45 67 89", "+44 20 7946 0958", "555-555-0100"]
)
def test_telephone_numbers_are_refused(words: str):
    assert "no-contact-details" in rules(check(add=f"actor:gamma skos:altLabel {literal(words)} ."))


def test_a_misspelt_term_is_met_with_the_right_one():
    found = of_rule(check(add="agreement:licence onco:licencor actor:gamma ."), "known-term")[0]
    assert "onco:licensor" in found.repair.fr
    assert "onco:licensor" in found.repair.en


def test_warnings_let_a_document_in_and_are_counted():
    report = check(add="actor:gamma other:colour 'blue' .")
    assert report.conforms
    assert report.counts == {"Violation": 0, "Warning": 1, "Info": 0}


def test_statements_of_several_documents_are_checked_without_being_tied_to_one():
    assert validate_graph(VALID).findings == ()
    other = turtle(
        "document:b a onco:Document ; dcterms:title 'B'@en ; dcterms:language 'en' ;"
        f" onco:sha256 '{'a' * 64}' . evidence:b a onco:Evidence ; onco:quotedFrom document:b ; onco:quote 'x'@en ;"
        " onco:quoteStart 1 ; onco:quoteEnd 2 . agreement:licence onco:evidence evidence:b ."
    )
    assert validate_graph(VALID | other).findings == ()
    assert not validate(DocumentGraph(DOCUMENT, VALID | other, TEXT)).conforms


def test_the_gate_leaves_literals_and_the_document_as_they_are():
    graph = document(add="actor:gamma other:number '01'^^xsd:integer .")
    before = set(graph.statements)
    first = validate(graph)
    assert graph.statements == before
    assert validate(graph) == first  # nothing stays behind in the process
    assert str(rdflib.Literal("01", datatype=rdflib.XSD.integer)) == "01"


@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from(sorted(VALID)), max_size=12))
def test_any_part_of_a_document_gets_an_answer(gone: set[tuple[str, str, str]]):
    report = validate(DocumentGraph(DOCUMENT, VALID - gone, TEXT))
    assert report.to_text("fr")
    results = rdflib.Graph().parse(data=report.to_turtle(), format="turtle")
    assert len(list(results.subjects(rdflib.RDF.type, SH.ValidationResult))) == len(report.findings)


def test_the_check_digits_of_registers():
    assert checks._luhn("552100554")
    assert not checks._luhn("552100555")
    assert checks._ror_sum("4t0gwh", "46")
    assert not checks._ror_sum("4t0gwh", "64")


def test_a_sponsorship_whose_roles_could_not_be_told_enters_with_a_warning_at_tier_b_only():
    swap = {
        "add": "agreement:alpha-beta onco:party actor:alpha, actor:beta ; onco:tier 'B' .",
        "remove": "agreement:alpha-beta onco:sponsor actor:alpha ; onco:beneficiary actor:beta ; onco:tier 'A' .",
    }
    report = check(**swap)
    assert report.conforms
    assert rules(report) == {"sponsorship-sponsor-unsure", "sponsorship-beneficiary-unsure"}
    assert {finding.path for finding in report.findings} == {ONCO.sponsor, ONCO.beneficiary}
    sure = check(add=swap["add"].replace("'B'", "'A'"), remove=swap["remove"].replace(" ; onco:tier 'A'", ""))
    assert not sure.conforms
    assert rules(sure) == {"sponsorship-sponsor", "sponsorship-beneficiary"}


def test_a_beneficiary_that_is_kept_secret_is_no_fault():
    report = check(
        add="agreement:alpha-beta onco:partyDisclosure 'not disclosed' .",
        remove="agreement:alpha-beta onco:beneficiary actor:beta .",
    )
    assert report.findings == ()


@pytest.mark.parametrize(
    ("foreign", "rule", "told"),
    [
        ("other:x a <http://w3id.org/oncograph/ontology#Company> .", "known-class", ONCO.Company),
        ("other:x a <http://www.w3.org/ns/org#Organization> .", "known-class", "onco:Organization"),
        ("other:x a other:Y ; <http://www.w3.org/ns/org#memberOf> actor:gamma .", "other-vocabulary", "onco:memberOf"),
    ],
)
def test_a_term_of_others_is_met_with_ours(foreign: str, rule: str, told: str):
    found = of_rule(check(add=foreign), rule)[0]
    assert told in found.repair.fr
    assert told in found.repair.en
