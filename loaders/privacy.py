"""Personal contact details: press releases carry them, the graph never does.

E-mail addresses and telephone numbers are left out of every text that could be stored, and counted; people named only
among press contacts are left out too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.model import Agreement, AreaLink, Document, Evidence, Extraction, Person, Span
from loaders.notices import warning
from ontology.contacts import emails, has_contact_details, phones

_SHORTEST = 20  # code points: a shorter remainder of a quote says nothing
_HIDDEN = frozenset({"contacts", "navigation"})


def without_contact_details(extraction: Extraction) -> Extraction:
    """The same extraction with every quote and text free of contact details.

    A quote that holds some is cut to its longest piece without them, or left out where less than 20 characters
    remain; a warning says how many addresses and numbers the document has.
    """
    document = extraction.document
    mailed, called = len(list(emails(document.text))), len(list(phones(document.text)))
    persons = tuple(person for person in extraction.persons if _public(person, document))
    warnings = extraction.warnings
    if mailed or called:
        counted = warning("contact-details", mailed, called)
        warnings = warnings if counted in warnings else (*warnings, counted)
    return replace(
        extraction,
        document=replace(document, title=_clean(document.title), sources=tuple(filter(_clean, document.sources))),
        persons=tuple(
            replace(
                person,
                roles=tuple(
                    replace(role, evidence=_cut(role.evidence))
                    for role in person.roles
                    if role.title is None or _clean(role.title)
                ),
            )
            for person in persons
        ),
        agreements=tuple(map(_agreement, extraction.agreements)),
        relations=tuple(replace(relation, evidence=_cut(relation.evidence)) for relation in extraction.relations),
        figures=tuple(replace(figure, evidence=_cut(figure.evidence)) for figure in extraction.figures),
        warnings=warnings,
    )


def _agreement(agreement: Agreement) -> Agreement:
    return replace(
        agreement,
        subject=_clean(agreement.subject),
        evidence=_cut(agreement.evidence),
        duration_evidence=_cut_one(agreement.duration_evidence),
        dates=tuple(replace(date, evidence=_cut_one(date.evidence)) for date in agreement.dates),
        areas=_links(agreement.areas),
        projects=tuple(
            replace(project, areas=_links(project.areas), evidence=_cut(project.evidence))
            for project in agreement.projects
            if _clean(project.label)
        ),
    )


def _links(links: Iterable[AreaLink]) -> tuple[AreaLink, ...]:
    return tuple(replace(link, evidence=_cut(link.evidence)) for link in links)


def _clean(text: str | None) -> str | None:
    return None if text is None or has_contact_details(text) else text


def _public(person: Person, document: Document) -> bool:
    if person.roles or person.quoted or not person.mentions:
        return True
    return not all(section_kind(document, span) in _HIDDEN for span in person.mentions)


def section_kind(document: Document, span: Span) -> str:
    """The kind of the innermost section that holds a span; `body` where none does."""
    holding = [part for part in document.sections if part.start <= span.start and span.end <= part.end]
    return min(holding, key=lambda part: part.end - part.start).kind if holding else "body"


def _cut(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(piece for each in evidence if (piece := _cut_one(each)))


def _cut_one(evidence: Evidence | None) -> Evidence | None:
    if evidence is None or not has_contact_details(evidence.span.text):
        return evidence
    text = evidence.span.text
    edges = [0]
    for match in sorted([*emails(text), *phones(text)], key=lambda found: found.start()):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    pieces = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    start, end = max(pieces, key=lambda piece: piece[1] - piece[0], default=(0, 0))
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if len(piece) < _SHORTEST or has_contact_details(piece):
        return None
    first = evidence.span.start + start
    return replace(evidence, span=Span(first, first + len(piece), piece))
