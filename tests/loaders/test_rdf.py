"""From an extraction to statements: complete, deterministic, free of contact details, fit for the gate."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.authority import authority
from loaders.model import Actor, AgreementDate, Evidence, Extraction, Party, PersonRole, Related, Relation, Span
from loaders.pipeline import extract_file
from loaders.privacy import without_contact_details
from loaders.rdf import to_graph
from ontology import iris
from ontology.areas import areas
from ontology.contacts import has_contact_details
from ontology.dates import PartialDate
from ontology.gate import validate
from ontology.rdf import RDF_TYPE, RDFS_LABEL, DocumentGraph, Statement, iri, literal, term
from ontology.vocab import ONCO
from tests.loaders.extractions import (
    ADA,
    ALPHA,
    BETA,
    DOCUMENT,
    FULL,
    GAMMA,
    LAB,
    LUNG,
    PAUL,
    SPONSORSHIP,
    TEXT,
    extractions,
    said,
    shuffled,
    span,
)

Described = dict[str, dict[str, set[str]]]


def described(graph: DocumentGraph) -> Described:
    """Subject → local name of the property → values (IRIs and lexical forms)."""
    found: Described = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in graph.statements:
        name = term(predicate).value.replace("#", "/").rsplit("/", 1)[-1]
        found[term(subject).value][name].add(term(value).value)
    return found


def with_agreement(**changes: object) -> Extraction:
    return replace(FULL, agreements=(replace(SPONSORSHIP, **changes),))  # type: ignore[arg-type]


def conforms(extraction: Extraction) -> None:
    report = validate(to_graph(extraction))
    assert report.conforms, report.to_text("en")


# -- what stands in the graph -----------------------------------------------------------------------------------------


def test_an_agreement_with_its_roles_dates_and_evidence() -> None:
    found = described(to_graph(FULL))
    agreement = found[SPONSORSHIP.iri]
    assert agreement["type"] == {ONCO.Sponsorship}
    assert (agreement["sponsor"], agreement["beneficiary"]) == ({ALPHA}, {BETA})
    assert "party" not in agreement
    assert (agreement["announcedOn"], agreement["announcedOnBasis"]) == ({"2019-10-28"}, {"stated"})
    assert (agreement["duration"], agreement["tier"], agreement["status"]) == ({"P5Y"}, {"A"}, {"concluded"})
    assert agreement["signal"] == {"parties_known", "in_title"}
    assert agreement["concerns"] == {LUNG}
    quotes = {next(iter(found[evidence]["quote"])) for evidence in agreement["evidence"]}
    assert quotes == {each.span.text for each in SPONSORSHIP.evidence}


def test_labels_of_agreements_name_kind_parties_and_year_in_both_languages() -> None:
    statements = to_graph(FULL).statements
    labels = {value for subject, predicate, value in statements
              if subject == iri(SPONSORSHIP.iri) and predicate == RDFS_LABEL}  # fmt: skip
    assert labels == {
        literal("Mécénat ou parrainage : Alpha Pharma – Institut Bêta (2019)", language="fr"),
        literal("Sponsorship: Alpha Pharma – Institut Bêta (2019)", language="en"),
    }


def test_the_label_of_an_undated_agreement_of_many_names_a_few() -> None:
    actors = tuple(Actor(iris.mint("actor", f"x{n}"), f"X{n}", "Company", "candidate", (Span(0, 5, TEXT[:5]),))
                   for n in range(6))  # fmt: skip
    many = replace(SPONSORSHIP, kind="Partnership", parties=tuple(Party(a.iri) for a in actors), dates=())
    found = described(to_graph(replace(FULL, actors=actors, agreements=(many,))))
    assert found[many.iri]["label"] == {"Partenariat : X0 – X1 – X2 – 3 autres", "Partnership: X0 – X1 – X2 – 3 others"}


def test_of_two_dates_of_one_event_the_better_known_and_finer_one_is_kept() -> None:
    coarse, fine, derived = (
        AgreementDate("start", PartialDate(value), basis, said(words))  # type: ignore[arg-type]
        for value, basis, words in (
            ("2019", "stated", "2019"),
            ("2019-10", "stated", "October 2019"),
            ("2018-01-01", "derived", "28 October"),
        )
    )
    found = described(to_graph(with_agreement(dates=(derived, coarse, fine))))
    assert (found[SPONSORSHIP.iri]["startsOn"], found[SPONSORSHIP.iri]["startsOnBasis"]) == ({"2019-10"}, {"stated"})
    assert {q for e in found.values() if e["statedPredicate"] == {"startsOn"} for q in e["quote"]} == {"October 2019"}
    conforms(with_agreement(dates=(derived, coarse, fine)))


def test_facts_are_asserted_and_their_evidence_names_them() -> None:
    found = described(to_graph(FULL))
    assert found[ALPHA]["memberOf"] == {GAMMA}
    assert found[LAB]["partOf"] == {BETA}
    stated = {
        (*each["statedSubject"], *each["statedPredicate"], *each.get("statedObject", {""}))
        for each in found.values()
        if each["statedPredicate"]
    }
    assert stated == {
        (ALPHA, "memberOf", GAMMA),
        (LAB, "partOf", BETA),
        (SPONSORSHIP.iri, "concerns", LUNG),
        (SPONSORSHIP.iri, "announcedOn", ""),
        (SPONSORSHIP.iri, "duration", ""),
    }


def test_each_quote_is_the_exact_slice_and_leads_to_the_document() -> None:
    found = described(to_graph(FULL))
    evidence = [each for each in found.values() if each["type"] == {ONCO.Evidence}]
    assert evidence
    for each in evidence:
        (start,), (end,), (quote,) = each["quoteStart"], each["quoteEnd"], each["quote"]
        assert TEXT[int(start) : int(end)] == quote
        assert each["quotedFrom"] == {DOCUMENT.iri}
        assert (each["agentType"], each["knowledgeLevel"]) == ({"text_mining_agent"}, {"knowledge_assertion"})


def test_two_rules_on_the_same_words_make_one_quote() -> None:
    first = said("will support Institut Bêta", "verb")
    extraction = with_agreement(evidence=(first, replace(first, rule="title")))
    found = described(to_graph(extraction))
    (evidence,) = found[SPONSORSHIP.iri]["evidence"]
    assert found[evidence]["rule"] == {"title, verb"}
    conforms(extraction)


def test_a_person_with_a_role_as_of_the_document() -> None:
    found = described(to_graph(FULL))
    (role,) = [each for each in found.values() if each["type"] == {ONCO.Role}]
    assert (role["roleHolder"], role["roleAt"], role["roleTitle"]) == ({ADA}, {BETA}, {"director"})
    assert role["roleAsOf"] == {"2019-10-28"}
    assert role["evidence"]
    assert found[ADA]["quotedIn"] == {DOCUMENT.iri}


def test_two_functions_at_one_organisation_have_an_iri_each() -> None:
    ada = replace(FULL.persons[0], roles=tuple(PersonRole(title, BETA, (said("says Ada Durand"),)) for title in "ba"))
    found = described(to_graph(replace(FULL, persons=(ada,))))
    titles = {subject.rsplit("/", 1)[-1]: role["roleTitle"] for subject, role in found.items() if role["roleTitle"]}
    assert titles == {"ada-durand-institut-beta-a_1": {"a"}, "ada-durand-institut-beta-a_1-2": {"b"}}


def test_the_document_says_where_it_comes_from() -> None:
    document = described(to_graph(FULL))[DOCUMENT.iri]
    assert document["title"] == document["label"] == {DOCUMENT.title}
    assert (document["language"], document["fileName"], document["sha256"]) == ({"en"}, {"a_1.txt"}, {DOCUMENT.sha256})
    assert (document["issued"], document["issuedBasis"]) == ({"2019-10-28"}, {"stated"})
    assert (document["publisher"], document["source"]) == ({ALPHA}, set(DOCUMENT.sources))
    assert document["mentions"] == {ALPHA, BETA, LAB, GAMMA, LUNG, ADA}
    (extractor,) = document["extractor"]
    assert extractor.startswith("oncograph ")


def test_a_document_without_title_date_and_publisher_says_nothing_of_them() -> None:
    bare = replace(DOCUMENT, title=None, issued=None, publisher=None, genre=None, sources=())
    document = described(to_graph(replace(FULL, document=bare)))[DOCUMENT.iri]
    assert not {"title", "issued", "issuedBasis", "publisher", "genre", "source"} & set(document)
    assert document["label"] == {"a_1.txt"}
    conforms(replace(FULL, document=bare))


def test_a_known_actor_is_described_as_in_the_authority_file() -> None:
    entry = next(
        entry for entry in authority().entries if entry.ror and entry.wikidata and entry.city and entry.aliases
    )
    known = Actor(iris.mint("actor", entry.id), "as printed", "Company", "known", (span("Alpha Pharma"),))
    found = described(to_graph(replace(FULL, actors=(*FULL.actors, known))))[known.iri]
    assert found["type"] == {ONCO[entry.kind]}
    assert found["label"] == {entry.labels.get("fr", entry.name), entry.labels.get("en", entry.name)}
    assert found["sameAs"] == {entry.ror, entry.wikidata}
    assert found["city"] == {entry.city}
    assert found["resolution"] == {"known"}
    assert "as printed" not in found["label"] | found["altLabel"]


def test_every_area_comes_with_those_above_it_up_to_the_root() -> None:
    found = described(to_graph(FULL))
    here, steps = LUNG, 0
    while found[here]["broader"]:
        assert len(found[here]["label"]) == 2
        here, steps = min(found[here]["broader"]), steps + 1
    assert here == iris.mint("area", "oncology")
    assert steps >= 1


def test_every_area_of_the_scheme_can_be_described() -> None:
    from loaders.describe import areas as describe_areas

    statements = set(describe_areas(concept.iri for concept in areas().values()))
    assert {subject for subject, predicate, _ in statements if predicate == RDF_TYPE} == {
        iri(concept.iri) for concept in areas().values()
    }


def test_what_is_founded_is_no_party() -> None:
    founding = replace(
        SPONSORSHIP, kind="ConsortiumFounding", creates=GAMMA, planned=True,
        parties=(Party(ALPHA, "founder"), Party(BETA, "founder")),
    )  # fmt: skip
    extraction = replace(FULL, agreements=(founding,))
    found = described(to_graph(extraction))
    assert (found[founding.iri]["creates"], found[founding.iri]["founder"]) == ({GAMMA}, {ALPHA, BETA})
    assert found[founding.iri]["status"] == {"planned"}
    conforms(extraction)


def test_tier_c_stays_out_with_all_that_leads_to_it() -> None:
    doubtful = replace(SPONSORSHIP, iri=SPONSORSHIP.iri + "-2", tier="C", parties=(Party(ALPHA), Party(LAB)))
    kept = replace(SPONSORSHIP, tier="B", related=(Related("supplements", doubtful.iri),))
    relation = Relation("alliedWith", ALPHA, BETA, (said("will support Institut Bêta"),), "C")
    graph = to_graph(replace(FULL, agreements=(kept, doubtful), relations=(relation,)))
    found = described(graph)
    assert doubtful.iri not in found
    assert "supplements" not in found[kept.iri]
    assert found[kept.iri]["tier"] == {"B"}
    assert "alliedWith" not in found[ALPHA]


# -- personal contact details -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "ada.durand@alpha.example", "ada.durand @alpha.example", "ada[at]alpha.example", "+33 (0)1 23 45 67 89",
        "Tél. 01.23.45.67.89", "0123456789", "01 23 45 67 89", "+44 20 7946 0958", "0033 1 23 45 67 89",
        "+1 617 555 0123", "(617) 555-0123", "+33 (0) 7 84 28 00 00", "01 23 45 67 89/06 12 34 56 78",
        "Tel.0123456789", "ada (at) alpha.example",
        "+33\u00a01\u00a023\u00a045\u00a067\u00a089",
    ],
)  # fmt: skip
def test_contact_details_are_recognised(text: str) -> None:
    assert has_contact_details(text)
    assert has_contact_details(f"Contact: {text}, Paris")


@pytest.mark.parametrize(
    "text",
    [
        "22,000 people", "€4.2 billion in 2018", "2010–2015", "NCT01714739", "784 257 164", "149 countries",
        "2019-10-28", "BN104 and TG4010", "1 000 000 000 euros", "48 000 étudiants, 8 100 enseignants", "@servier",
        "+100 000 euros", "+1 000 000 000", "3.0123456789", "10.1016/0140-6736(91)90003",
    ],
)  # fmt: skip
def test_other_numbers_are_not(text: str) -> None:
    assert not has_contact_details(text)


def test_a_press_contact_makes_no_node_and_is_counted() -> None:
    graph = to_graph(FULL)
    assert PAUL not in described(graph)
    assert "petit" not in " ".join(part for statement in graph.statements for part in statement).casefold()
    assert without_contact_details(FULL).warnings == ("contact-details: 1; 1",)


def test_a_quote_is_cut_before_contact_details_or_left_out() -> None:
    start = TEXT.index("About Alpha")
    long = Span(start, len(TEXT), TEXT[start:])
    short = span("paul.petit@alpha.example, Tel. +33 (0)1 23 45 67 89")
    extraction = with_agreement(evidence=(Evidence(long), Evidence(short)))
    graph = to_graph(extraction)
    found = described(graph)
    (evidence,) = found[SPONSORSHIP.iri]["evidence"]
    (quote,), (first,) = found[evidence]["quote"], found[evidence]["quoteStart"]
    assert quote.startswith("About Alpha: Alpha Pharma, a member of Gamma Cluster")
    assert TEXT[int(first) :].startswith(quote)
    assert not any(has_contact_details(term(value).value) for _, _, value in graph.statements)
    conforms(extraction)


@given(extractions())
@settings(max_examples=60, deadline=None)
def test_leaving_contact_details_out_twice_changes_nothing(extraction: Extraction) -> None:
    once = without_contact_details(extraction)
    assert without_contact_details(once) == once


# -- invariants -------------------------------------------------------------------------------------------------------


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_the_order_of_what_was_found_makes_no_difference(data: st.DataObject) -> None:
    extraction = data.draw(extractions())
    assert to_graph(extraction) == to_graph(data.draw(shuffled(extraction)))


@given(extractions())
@settings(max_examples=60, deadline=None)
def test_the_graph_is_closed_canonical_and_without_blank_nodes(extraction: Extraction) -> None:
    graph = to_graph(extraction)
    typed = {subject for subject, predicate, _ in graph.statements if predicate == RDF_TYPE}
    ours = iris.base()
    for subject, _, value in graph.statements:
        assert term(subject).kind == "iri"
        assert subject in typed, "everything that is spoken of is described"
        if term(value).kind == "iri" and term(value).value.startswith(ours):
            assert value in typed, f"{value} is named and not described"
    _every_claim_is_quoted(graph.statements)


def _every_claim_is_quoted(statements: frozenset[Statement]) -> None:
    supported = {subject for subject, predicate, _ in statements if predicate == iri(ONCO.evidence)}
    kinds = {iri(ONCO[kind]) for kind in ("Sponsorship", "Licence", "ResearchCollaboration", "ConsortiumFounding")}
    for subject, predicate, value in statements:
        if predicate == RDF_TYPE and value in kinds:
            assert subject in supported


@given(extractions())
@settings(max_examples=15, deadline=None)
def test_any_extraction_passes_the_gate(extraction: Extraction) -> None:
    conforms(extraction)


def test_the_whole_example_passes_the_gate() -> None:
    conforms(FULL)


def test_the_graphs_of_the_real_documents_pass_the_gate_and_hold_no_contact_details(documents_dir: Path) -> None:
    paths = sorted(documents_dir.glob("*.txt"))
    assert paths
    for path in paths:
        graph = to_graph(extract_file(path))
        report = validate(graph)
        assert report.conforms, f"{path.name}\n{report.to_text('en')}"
        assert any(predicate == iri(ONCO.tier) for _, predicate, _ in graph.statements), path.name
        for _, _, value in graph.statements:
            assert not has_contact_details(term(value).value) or term(value).datatype


# -- how it is known --------------------------------------------------------------------------------------------------


def dated(event: str, date: str, basis: str = "stated") -> AgreementDate:
    return AgreementDate(event, PartialDate(date), basis)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dates", "duration", "rule"),
    [
        ((dated("start", "2020-03"), dated("end", "2025-03", "derived")), "P5Y", {"start + duration"}),
        ((dated("signed", "2020-03-04"), dated("end", "2021-09-04", "derived")), "P18M", {"signature + duration"}),
        ((dated("announced", "2020-03-04"), dated("end", "2025-03", "derived")), "P5Y", {"announcement + duration"}),
        (
            (dated("signed", "2019"), dated("start", "2020"), dated("end", "2024", "derived")),
            "P5Y",
            {"signature + duration"},  # the one that gives the end, whatever else is known
        ),
        ((dated("start", "2020-03"), dated("end", "2025-03")), "P5Y", set()),
        ((dated("start", "2020"), dated("end", "2030", "derived")), "P5Y", set()),
    ],
)
def test_a_derived_end_says_from_what(dates: tuple[AgreementDate, ...], duration: str, rule: set[str]) -> None:
    found = described(to_graph(with_agreement(dates=dates, duration=duration)))
    assert found[SPONSORSHIP.iri].get("endsOnRule", set()) == rule


def test_a_date_taken_from_the_document_says_so() -> None:
    assert FULL.document.issued
    dates = (AgreementDate("announced", FULL.document.issued.date, "inferred"),)
    found = described(to_graph(with_agreement(dates=dates, duration=None)))
    assert found[SPONSORSHIP.iri]["announcedOnRule"] == {"date of the document"}


def test_the_reading_of_a_document_names_software_version_and_rules() -> None:
    found = described(to_graph(FULL))
    [run] = [thing for thing, about in found.items() if about["type"] == {ONCO.ExtractionRun}]
    assert found[run]["read"] == {FULL.document.iri}
    [software] = found[run]["performedBy"]
    assert found[software]["type"] == {ONCO.Software}
    [version], [digest] = found[software]["softwareVersion"], found[software]["rulesDigest"]
    assert found[FULL.document.iri]["extractor"] == {f"oncograph {version} ({digest})"}
