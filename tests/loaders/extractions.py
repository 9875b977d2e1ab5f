"""Extractions made up for tests: well formed, in any combination that extraction may yield."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import strategies as st

from loaders.model import (
    Actor,
    Agreement,
    AgreementDate,
    Amount,
    Area,
    AreaLink,
    DatedValue,
    Document,
    Evidence,
    Extraction,
    Figure,
    Party,
    Person,
    PersonRole,
    Project,
    Related,
    Relation,
    Section,
    Span,
)
from ontology import iris
from ontology.dates import PartialDate

TEXT = (
    "Alpha Pharma and Institut Bêta sign a five-year sponsorship in lung cancer.\n\n"
    "Paris, 28 October 2019 – Alpha Pharma will support Institut Bêta and its unit Bêta Lab. "
    "“We are glad”, says Ada Durand, director of Institut Bêta.\n\n"
    "About Alpha: Alpha Pharma, a member of Gamma Cluster, employs 22,000 people.\n\n"
    "Press contact: Paul Petit, paul.petit@alpha.example, Tel. +33 (0)1 23 45 67 89\n"
)
CONTACTS = TEXT.index("Press contact")
ALPHA, BETA, LAB, GAMMA = (iris.mint("actor", name) for name in ("alpha-pharma", "institut-beta", "beta-lab", "gamma"))
LUNG, BREAST = (iris.mint("area", name) for name in ("lung-cancer", "breast-cancer"))
ADA, PAUL = (iris.mint("person", name) for name in ("ada-durand", "paul-petit"))


def span(words: str, after: int = 0) -> Span:
    """The first place of some words in the text."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


def said(words: str, rule: str = "test") -> Evidence:
    """These words as evidence."""
    return Evidence(span(words), rule=rule)


DOCUMENT = Document(
    id="a_1",
    iri=iris.mint("document", "a-1"),
    file="a_1.txt",
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    text=TEXT,
    language="en",
    title="Alpha Pharma and Institut Bêta sign a five-year sponsorship in lung cancer.",
    issued=DatedValue(PartialDate("2019-10-28"), "stated"),
    publisher=ALPHA,
    genre="press release",
    sources=("https://alpha.example/news?id=1",),
    sections=(Section("body", 0, CONTACTS), Section("contacts", CONTACTS, len(TEXT))),
)
ACTORS = (
    Actor(ALPHA, "Alpha Pharma", "PharmaCompany", "candidate", (span("Alpha Pharma"),)),
    Actor(BETA, "Institut Bêta", "CancerCentre", "candidate", (span("Institut Bêta"),)),
    Actor(LAB, "Bêta Lab", "OrganizationalUnit", "unit", (span("Bêta Lab"),), BETA),
    Actor(GAMMA, "Gamma Cluster", "Cluster", "candidate", (span("Gamma Cluster"),)),
)
SPONSORSHIP = Agreement(
    iri=iris.agreement([ALPHA, BETA], "Sponsorship", "2019", "a_1"),
    kind="Sponsorship",
    parties=(Party(ALPHA, "sponsor"), Party(BETA, "beneficiary")),
    dates=(AgreementDate("announced", PartialDate("2019-10-28"), "stated", said("28 October 2019")),),
    duration="P5Y",
    duration_evidence=said("five-year sponsorship"),
    areas=(AreaLink(LUNG, (said("sponsorship in lung cancer"),)),),
    subject="sponsorship in lung cancer",
    tier="A",
    signals=("parties_known", "in_title"),
    evidence=(said("Alpha Pharma and Institut Bêta sign a five-year sponsorship"), said("will support Institut Bêta")),
)
FULL = Extraction(
    document=DOCUMENT,
    actors=ACTORS,
    persons=(
        Person(
            ADA, "Ada Durand", (span("Ada Durand"),), (PersonRole("director", BETA, (said("says Ada Durand"),)),), True
        ),
        Person(PAUL, "Paul Petit", (span("Paul Petit"),)),
    ),
    areas=(Area(LUNG, "lung cancer", (span("lung cancer"),)),),
    agreements=(SPONSORSHIP,),
    relations=(
        Relation("memberOf", ALPHA, GAMMA, (said("Alpha Pharma, a member of Gamma Cluster"),)),
        Relation("partOf", LAB, BETA, (said("Institut Bêta and its unit Bêta Lab"),)),
    ),
    figures=(Figure(ALPHA, "staff", "22000", "people", PartialDate("2018"), (said("employs 22,000 people"),)),),
)

_QUOTES = st.builds(
    lambda start, length: Span(start, min(start + length, CONTACTS), TEXT[start : min(start + length, CONTACTS)]),
    st.integers(0, CONTACTS - 30),
    st.integers(12, 120),
)
_EVIDENCE = st.lists(st.builds(Evidence, _QUOTES, st.sampled_from(["title", "body", "quote"]), st.sampled_from("rs")),
                     min_size=1, max_size=3).map(tuple)  # fmt: skip
_DATES = st.sampled_from(["2011", "2011-06", "2011-06-27", "2024-02-29"]).map(PartialDate)
_LINKS = st.lists(st.builds(AreaLink, st.sampled_from([LUNG, BREAST]), _EVIDENCE), max_size=2).map(tuple)
_DATED = st.dictionaries(
    st.sampled_from(["signed", "announced", "start", "end"]),
    st.tuples(_DATES, st.sampled_from(["stated", "inferred", "derived"]), st.none() | _EVIDENCE.map(lambda e: e[0])),
).map(
    lambda found: tuple(
        AgreementDate(event, PartialDate("2031") if event == "end" else value, basis, evidence)  # type: ignore[arg-type]
        for event, (value, basis, evidence) in found.items()
    )
)


@st.composite
def _agreements(draw: st.DrawFn) -> Agreement:
    kind = draw(st.sampled_from(["Sponsorship", "Licence", "ResearchCollaboration", "ConsortiumFounding"]))
    named = draw(st.lists(st.sampled_from([ALPHA, BETA, LAB]), min_size=2, max_size=3, unique=True))
    roles = {
        "ConsortiumFounding": ["founder"],
        "Sponsorship": ["sponsor", "beneficiary"],
        "Licence": ["licensor", "party"],
    }
    choice = roles.get(kind, ["party"])
    dates = draw(_DATED)
    year = dates[0].date.value if dates else None
    return Agreement(
        iri=iris.agreement(named, kind, year, DOCUMENT.id),
        kind=kind,
        parties=tuple(Party(actor, choice[min(i, len(choice) - 1)]) for i, actor in enumerate(named)),  # type: ignore[arg-type]
        dates=dates,
        duration=draw(st.sampled_from([None, "P3Y", "P18M"])),
        amount=draw(st.sampled_from([None, Amount("1.50", "EUR")])),
        areas=draw(_LINKS),
        subject=draw(st.sampled_from([None, "lung cancer"])),
        projects=draw(
            st.lists(
                st.builds(Project, st.just(iris.mint("project", "p")), st.just("lung project"), _LINKS, _EVIDENCE),
                max_size=1,
            ).map(tuple)
        ),
        creates=GAMMA if kind == "ConsortiumFounding" else None,
        planned=draw(st.booleans()),
        tier=draw(st.sampled_from(["A", "B", "C"])),
        signals=tuple(draw(st.sets(st.sampled_from(["parties_known", "in_title", "stated_twice"])))),
        evidence=draw(_EVIDENCE),
    )


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Any extraction of the text."""
    found = draw(st.lists(_agreements(), max_size=4, unique_by=lambda agreement: agreement.iri))
    if len(found) > 1:
        found[0] = replace(found[0], related=(Related("supplements", found[1].iri),))
    relations = st.one_of(
        st.builds(
            lambda predicate, pair, evidence, tier: Relation(predicate, *pair, evidence, tier),
            st.sampled_from(["partOf", "memberOf", "alliedWith"]),
            st.permutations([ALPHA, BETA, LAB, GAMMA]).map(lambda order: order[:2]),
            _EVIDENCE,
            st.sampled_from("ABC"),
        ),
        st.builds(Relation, st.just("activeIn"), st.sampled_from([ALPHA, BETA]), st.just(LUNG), _EVIDENCE),
    )
    title = st.sampled_from(["director", "Director", "founder"])
    roles = st.builds(PersonRole, title, st.sampled_from([ALPHA, BETA]), _EVIDENCE)
    ada = Person(
        ADA, "Ada Durand", (span("Ada Durand"),), tuple(draw(st.lists(roles, max_size=3))), draw(st.booleans())
    )
    return replace(
        FULL,
        document=replace(DOCUMENT, language=draw(st.sampled_from(["fr", "en"])), issued=draw(
            st.none() | st.builds(DatedValue, _DATES, st.sampled_from(["stated", "inferred"]))
        )),
        persons=(ada, FULL.persons[1]),
        agreements=tuple(found),
        relations=tuple(draw(st.lists(relations, max_size=4))),
        figures=draw(st.sampled_from([(), FULL.figures])),
    )  # fmt: skip


@st.composite
def shuffled(draw: st.DrawFn, extraction: Extraction) -> Extraction:
    """The same extraction, everything in it in another order."""

    def mix(items: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(draw(st.permutations(items)))

    agreements = tuple(
        replace(
            agreement,
            parties=mix(agreement.parties),
            dates=mix(agreement.dates),
            areas=mix(agreement.areas),
            signals=mix(agreement.signals),
            evidence=mix(agreement.evidence),
        )
        for agreement in mix(extraction.agreements)
    )
    return replace(
        extraction,
        actors=mix(extraction.actors),
        persons=tuple(replace(person, roles=mix(person.roles)) for person in mix(extraction.persons)),
        agreements=agreements,
        relations=mix(extraction.relations),
    )
