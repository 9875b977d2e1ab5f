"""The intermediate representation: what reading and extraction make of one document.

Offsets are Unicode code points into the document's text, `end` exclusive. Everything is frozen, so an extraction can be
cached, compared and hashed; `loaders.json_form` writes it as JSON and `loaders.rdf` as statements.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ontology.dates import PartialDate

Language = Literal["fr", "en"]
Basis = Literal["stated", "inferred", "derived"]
Tier = Literal["A", "B", "C"]
EventKind = Literal["signed", "announced", "start", "end"]
Resolution = Literal["known", "candidate", "unit"]
PartyRole = Literal[
    "party", "sponsor", "beneficiary", "funder", "licensor", "licensee", "investor", "founder", "coordinator"
]
Agent = Literal["text_mining_agent", "manual_validation_of_automated_agent", "manual_agent"]
SectionKind = Literal["title", "dateline", "body", "quote", "about", "contacts", "navigation", "footnote", "source"]


@dataclass(frozen=True)
class RawDocument:
    """A file as read, before any extraction: the text with stable offsets, and what the file itself says of it.

    Attributes:
        id: slug of the file's stem; names the document in its IRI.
        file: the file's name, without folders.
        sha256: of the text encoded as UTF-8.
        text: decoded, newlines untouched; for HTML and PDF the extracted text.
        title: from metadata, where the format has it.
        issued: date of publication from metadata, ISO text of any precision.
        source: address of the page, where the format has it.
        warnings: what the reader should know (encoding guessed, pages without text).
    """

    id: str
    file: str
    sha256: str
    text: str
    title: str | None = None
    issued: str | None = None
    source: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Span:
    """A piece of the document's text; `text` is the exact slice."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Evidence:
    """The words a claim rests on, where they stand, the rule that read them, and who says so (Biolink agent type)."""

    span: Span
    section: SectionKind = "body"
    rule: str = ""
    agent: Agent = "text_mining_agent"


@dataclass(frozen=True)
class DatedValue:
    """A date with the way it is known."""

    date: PartialDate
    basis: Basis


@dataclass(frozen=True)
class AgreementDate:
    """A date of an agreement: signed, announced, start or end."""

    event: EventKind
    date: PartialDate
    basis: Basis
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Section:
    """A part of the document with its rights: navigation and contacts never make claims."""

    kind: SectionKind
    start: int
    end: int
    owner: str | None = None  # actor IRI: whose "we" it is (About X, or the publisher)


@dataclass(frozen=True)
class Document:
    """A document as read: the stored text and what is known of it before any claim."""

    id: str
    iri: str
    file: str
    sha256: str
    text: str
    language: Language
    title: str | None = None
    issued: DatedValue | None = None
    publisher: str | None = None  # actor IRI
    genre: str | None = None
    sources: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Actor:
    """An organisation named in the document."""

    iri: str
    name: str
    kind: str  # class name: Company, CancerCentre, …
    status: Resolution
    mentions: tuple[Span, ...] = ()
    part_of: str | None = None  # the known actor a unit belongs to


@dataclass(frozen=True)
class PersonRole:
    """A function at an organisation, as printed; no title where only the organisation stands beside the name."""

    title: str | None
    organization: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Person:
    """A person in a public role."""

    iri: str
    name: str
    mentions: tuple[Span, ...] = ()
    roles: tuple[PersonRole, ...] = ()
    quoted: bool = False  # speaks in this document


@dataclass(frozen=True)
class Area:
    """A therapeutic area or approach of the area scheme."""

    iri: str
    label: str
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Party:
    """An actor in an agreement, with its role."""

    actor: str
    role: PartyRole = "party"


@dataclass(frozen=True)
class AreaLink:
    """An area an agreement concerns, with the words that say so."""

    area: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Amount:
    """Money of an agreement; `value` keeps the digits as a decimal string, `evidence` the words that give it."""

    value: str
    currency: str
    measures: str = "total"
    evidence: Evidence | None = None


@dataclass(frozen=True)
class Related:
    """An earlier agreement that this one supplements, amends or expands."""

    relation: Literal["supplements", "amends", "expands"]
    agreement: str


@dataclass(frozen=True)
class Project:
    """A named or described project under an agreement."""

    iri: str
    label: str
    areas: tuple[AreaLink, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Agreement:
    """Who agreed with whom, in what role, when, on what, and which words say so."""

    iri: str
    kind: str
    parties: tuple[Party, ...]
    dates: tuple[AgreementDate, ...] = ()
    duration: str | None = None
    duration_evidence: Evidence | None = None
    amount: Amount | None = None
    areas: tuple[AreaLink, ...] = ()
    subject: str | None = None
    related: tuple[Related, ...] = ()
    projects: tuple[Project, ...] = ()
    creates: str | None = None  # actor IRI founded by this agreement
    planned: bool = False
    tier: Tier = "B"
    signals: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Relation:
    """A fact between two actors (or an actor and an area), such as partOf or activeIn."""

    predicate: str
    subject: str
    object: str
    evidence: tuple[Evidence, ...] = ()
    tier: Tier = "A"


@dataclass(frozen=True)
class Figure:
    """A number about an actor that is never the value of a deal: turnover, staff, budget."""

    actor: str
    measure: str
    value: str
    unit: str
    year: PartialDate | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Extraction:
    """Everything that one document yields."""

    document: Document
    actors: tuple[Actor, ...] = ()
    persons: tuple[Person, ...] = ()
    areas: tuple[Area, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    warnings: tuple[str, ...] = field(default=())
