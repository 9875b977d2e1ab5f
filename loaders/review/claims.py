"""Claims as a curator sees them: what was read, the words it rests on with what stands around them, and its doubts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from loaders.authority import authority
from loaders.model import Actor, Agreement, Document, Extraction, Span
from loaders.review.decisions import ClaimKey
from ontology.contacts import emails, phones
from ontology.iris import document_local

Row = dict[str, Any]

_AROUND = 240  # code points shown before and after a quote
_FURTHER = 40
_CUT_AHEAD, _CUT_BEHIND = re.compile(r"\A\S*\s+"), re.compile(r"\s+\S*\Z")  # what is left of a word
_MAIN_EVENTS = ("start", "signed", "announced")


def claim_key(document_id: str, agreement: Agreement) -> ClaimKey:
    """The key by which a decision finds an agreement again."""
    dates = {date.event: date.date.value for date in reversed(agreement.dates)}
    when = next((dates[event] for event in _MAIN_EVENTS if event in dates), None)
    parties = tuple(sorted({local(party.actor) for party in agreement.parties}))
    return ClaimKey(document_local(document_id), agreement.kind, parties, when)


def local(iri: str) -> str:
    """The local part of an IRI."""
    return iri.rsplit("/", 1)[-1]


def review_of(extraction: Extraction) -> str:
    """All claims of a document and the new names in them, as JSON that is kept beside the document's load record."""
    actors = {actor.iri: actor for actor in extraction.actors}
    claims = [_claim(extraction.document, agreement, actors) for agreement in extraction.agreements]
    parties = {party.actor for agreement in extraction.agreements for party in agreement.parties}
    names = [
        _name(extraction, actor)
        for iri, actor in sorted(actors.items())
        if iri in parties and local(iri) not in authority().by_id
    ]
    return json.dumps({"claims": claims, "actors": names}, ensure_ascii=False, separators=(",", ":"))


def _claim(document: Document, agreement: Agreement, actors: Mapping[str, Actor]) -> Row:
    key = claim_key(document.id, agreement)
    main = next((date for event in _MAIN_EVENTS for date in agreement.dates if date.event == event), None)
    return {
        "id": key.id,
        "key": {"document": key.document, "kind": key.kind, "parties": list(key.parties), "date": key.date},
        "tier": agreement.tier,
        "kind": agreement.kind,
        "parties": [
            {
                "actor": local(party.actor),
                "name": actors[party.actor].name if party.actor in actors else local(party.actor),
                "role": party.role,
            }
            for party in agreement.parties
        ],
        "dates": [[date.event, date.date.value] for date in agreement.dates],
        "precision": main.date.precision if main else None,
        "duration": agreement.duration,
        "signals": list(agreement.signals),
        "doubts": list(_doubts(agreement, actors)),
        **_context(document, [each.span for each in agreement.evidence]),
    }


def _doubts(agreement: Agreement, actors: Mapping[str, Actor]) -> Iterable[str]:
    new = [party.actor for party in agreement.parties if party.actor in actors]
    yield from (f"new-name: {actors[iri].name}" for iri in new if actors[iri].status == "candidate")
    for signal, doubt in (("stated_twice", "stated-once"), ("in_title", "not-in-title")):
        if signal not in agreement.signals:
            yield doubt
    if agreement.tier == "C":
        yield "weak-words"
    if roles_missing(agreement.kind, (party.role for party in agreement.parties)):
        yield "roles-unknown"
    if all(date.basis != "stated" for date in agreement.dates):
        yield "undated"


def roles_missing(kind: str, roles: Iterable[str]) -> bool:
    """Whether the gate would refuse the claim as a certain one: a sponsorship names its sponsor and beneficiary."""
    return kind == "Sponsorship" and not {"sponsor", "beneficiary"} <= set(roles)


def _name(extraction: Extraction, actor: Actor) -> Row:
    return {
        "actor": local(actor.iri),
        "name": actor.name,
        "kind": actor.kind,
        "resolution": actor.status,
        "partOf": local(actor.part_of) if actor.part_of else None,
        **_context(extraction.document, actor.mentions),
    }


def _context(document: Document, spans: Iterable[Span]) -> Row:
    """The first quote with the text around it, personal contact details struck out."""
    span = min(spans, default=Span(0, 0, ""))
    # Contact details are looked for a little further than is shown: half a telephone number looks like none.
    before = _struck(document.text[max(0, span.start - _AROUND - _FURTHER) : span.start])
    after = _struck(document.text[span.end : span.end + _AROUND + _FURTHER] if span.text else "")
    return {
        "quote": span.text,
        "before": before if len(before) <= _AROUND else "…" + _CUT_AHEAD.sub("", before[-_AROUND:]),
        "after": after if len(after) <= _AROUND else _CUT_BEHIND.sub("", after[:_AROUND]) + "…",
        "start": span.start,
        "document": document_local(document.id),
        "title": document.title or document.file,
        "language": document.language,
    }


def _struck(text: str) -> str:
    found = sorted([*emails(text), *phones(text)], key=lambda match: -match.start())
    for match in found:
        text = text[: match.start()] + "…" + text[match.end() :]
    return text
