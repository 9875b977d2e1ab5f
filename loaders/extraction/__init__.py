"""Extraction: what a document says of actors, agreements and areas, each claim with the words it rests on.

Rules and the authority file decide; no model, no network. `extract` is a pure function of the document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.extraction.agreements import find_agreements
from loaders.extraction.claims import Speaker
from loaders.extraction.clauses import slotted
from loaders.extraction.page import SILENT, Page, read_page
from loaders.extraction.relations import relations
from loaders.extraction.resolution import ActorDraft
from loaders.model import (
    Actor,
    Agreement,
    Area,
    DatedValue,
    Document,
    Evidence,
    Extraction,
    Person,
    PersonRole,
    RawDocument,
    Relation,
    Section,
)
from ontology.areas import areas
from ontology.dates import PartialDate
from ontology.iris import document, mint, slug

__all__ = ["extract"]

_ADDRESS = re.compile(r"https?://[^\s<>\"»]+")


def extract(raw: RawDocument) -> Extraction:
    """Everything that one document yields; a text without any agreement yields none."""
    page = read_page(raw)
    if page.layout.issued is None and raw.issued:
        page.layout.issued = _metadata_date(raw.issued)
    agreements = find_agreements(page)
    return Extraction(
        document=_document(page),
        actors=_actors(page),
        persons=_persons(page),
        areas=_areas(page),
        agreements=tuple(agreements),
        relations=_relations(page, agreements),
        warnings=_warnings(page, agreements),
    )


def _metadata_date(text: str) -> PartialDate | None:
    try:
        return PartialDate(text[:10])
    except ValueError:  # metadata of pages is often free text; a date that is none is no date
        return None


def _document(page: Page) -> Document:
    raw = page.raw
    owners: dict[int, str] = {}
    for sentence in page.sentences:
        if sentence.we:
            owners.setdefault(sentence.paragraph, sentence.we)
    return Document(
        id=raw.id,
        iri=document(raw.id),
        file=raw.file,
        sha256=raw.sha256,
        text=raw.text,
        language=page.language,
        title=_title(page),
        issued=DatedValue(page.layout.issued, "stated") if page.layout.issued else None,
        publisher=page.cast.actors[page.publisher].iri if page.publisher else None,
        sources=_sources(page),
        sections=tuple(
            Section(
                p.kind, p.start, p.end, page.cast.actors[owners[i]].iri if p.kind == "about" and i in owners else None
            )
            for i, p in enumerate(page.layout.paragraphs)
        ),
    )


def _sources(page: Page) -> tuple[str, ...]:
    """Where the text comes from: the file's own word, and the addresses of its source lines."""
    lines = (page.raw.text[p.start : p.end] for p in page.layout.paragraphs if p.kind == "source")
    named = (address.rstrip(".,;)") for line in lines for address in _ADDRESS.findall(line))
    return tuple(dict.fromkeys([*filter(None, (page.raw.source,)), *named]))


def _title(page: Page) -> str | None:
    first = next((p for p in page.layout.paragraphs if p.kind == "title"), None)
    return " ".join(page.text[first.start : first.end].split()) if first else page.raw.title


def _actors(page: Page) -> tuple[Actor, ...]:
    spans: dict[str, list[tuple[int, int]]] = {actor: [] for actor in page.cast.actors}
    for mention in page.cast.mentions:
        if not mention.anaphor:
            spans[mention.actor].append((mention.start, mention.end))
    drafts = page.cast.actors
    return tuple(
        Actor(
            draft.iri,
            draft.name,
            draft.kind,
            draft.status,
            tuple(page.span(*span) for span in spans[draft.id]),
            drafts[draft.part_of].iri if draft.part_of else None,
        )
        for draft in sorted(drafts.values(), key=lambda d: (spans[d.id][:1] or [(10**9, 0)], d.id))
    )


def _persons(page: Page) -> tuple[Person, ...]:
    return tuple(
        Person(
            mint("person", slug(draft.name)),
            draft.name,
            tuple(page.span(*span) for span in draft.spans),
            _roles(page, draft.roles),
            draft.quoted,
        )
        for draft in page.people
    )


def _roles(page: Page, roles: list[tuple[int, int, str]]) -> tuple[PersonRole, ...]:
    grouped: dict[tuple[str | None, str], list[Evidence]] = {}
    for start, end, actor in roles:
        title = " ".join(page.text[start:end].replace("*", " ").split()) or None
        sentence = page.sentence_at(start)
        evidence = page.evidence(sentence, "role") if sentence else Evidence(page.span(start, end), "body", "role")
        grouped.setdefault((title, page.cast.actors[actor].iri), []).append(evidence)
    return tuple(PersonRole(title, actor, tuple(found)) for (title, actor), found in grouped.items())


def _areas(page: Page) -> tuple[Area, ...]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for area in page.areas.things:
        spans.setdefault(area.slug, []).append((area.start, area.end))
    return tuple(
        Area(areas()[name].iri, areas()[name].pref_labels[page.language], tuple(page.span(*s) for s in spans[name]))
        for name in spans
    )


_PARENTHOOD = {
    "OrganizationalUnit": "partOf",
    "Company": "subsidiaryOf",
    "PharmaCompany": "subsidiaryOf",
    "BiotechCompany": "subsidiaryOf",
}


def _parenthood(actor: ActorDraft, actors: Mapping[str, ActorDraft]) -> tuple[str | None, ActorDraft | None]:
    """A unit belongs to the actor whose name it bears; an affiliate to the firm that the authority file names."""
    if actor.status == "unit":
        return "partOf", actors.get(actor.part_of or "")
    parent = actors.get(actor.parent or "")
    return (_PARENTHOOD.get(actor.kind), parent) if parent and parent.company else (None, None)


def _relations(page: Page, agreements: list[Agreement]) -> tuple[Relation, ...]:
    found: dict[tuple[str, str, str], list[Evidence]] = {}
    actors = page.cast.actors
    for sentence in page.sentences:
        mentions = page.cast.within(sentence.start, sentence.end)
        if sentence.kind in SILENT or not mentions:
            continue
        here = slotted(page.low, sentence.start, sentence.end, mentions, (), page.role_cover, whole=True)
        for one, name, other in relations(here, Speaker(sentence.we)):
            key = (actors[one].iri, name, actors[other].iri)
            found.setdefault(key, []).append(page.evidence(sentence, name))
    for actor in actors.values():
        tie, parent = _parenthood(actor, actors)
        first = next((m for m in page.cast.mentions if m.actor == actor.id), None)
        if tie and parent and first:
            rule = "unit name" if actor.status == "unit" else "authority file"
            evidence = Evidence(page.span(first.start, first.end), "body", rule)
            found.setdefault((actor.iri, tie, parent.iri), []).append(evidence)
    for agreement in agreements:
        if agreement.creates:
            for party in agreement.parties:
                if party.role == "founder":
                    found.setdefault((party.actor, "founderOf", agreement.creates), []).extend(agreement.evidence[:2])
    return tuple(Relation(name, one, other, tuple(dict.fromkeys(e))) for (one, name, other), e in found.items())


def _warnings(page: Page, agreements: list[Agreement]) -> tuple[str, ...]:
    notes = [*page.raw.warnings, *page.warnings]
    if not agreements:
        notes.append("no-agreement")
    if page.layout.issued is None:
        notes.append("undated")
    if page.publisher and page.publisher_guessed:
        notes.append("publisher-guessed")
    return tuple(notes)
