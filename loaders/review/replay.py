"""Decisions carried out on what was read, each time a document is read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from loaders.authority import authority
from loaders.folding import fold, key
from loaders.model import Actor, Agent, Agreement, AgreementDate, Evidence, Extraction, Party
from loaders.notices import warning
from loaders.review.claims import claim_key, local, roles_missing
from loaders.review.decisions import ActorDecision, ClaimDecision, ClaimKey, Decision, line, recorded
from ontology import iris
from ontology.dates import PartialDate

CURATED = "curated"  # the signal that a person has decided
_WORD = re.compile(r"\w+")


def decisions_mark(document_id: str, text: str) -> str:
    """What the decisions that concern a document add to its extractor, so that a new one has it read again."""
    found = concerning(document_id, text, recorded())
    if not found:
        return ""
    lines = sorted(map(line, found))
    return f" + {len(found)} decisions ({hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:8]})"


def concerning(document_id: str, text: str, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions on claims of this document, and those on names that stand in its text."""
    if not decisions:
        return []
    document = iris.document_local(document_id)
    words = f" {_words(text)} "
    names = authority().by_id

    def stands(decision: ActorDecision) -> bool:
        target = names.get(decision.target or "")
        spellings = [decision.name, *((decision.label,) if decision.label else ())]
        # a merge moves all names of an actor
        spellings += [*target.names, *target.acronyms] if target and decision.verdict == "merge" else []
        return any(f" {_words(key(spelling)) or _words(spelling)} " in words for spelling in spellings)

    return [
        decision
        for decision in decisions
        if (decision.claim.document == document if isinstance(decision, ClaimDecision) else stands(decision))
    ]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text).lower()))


def on_actors(extraction: Extraction, decisions: Iterable[Decision] | None = None) -> Extraction:
    """The extraction with names that are no organisations taken out, and names of known actors put under them.

    The authority file in use already holds new actors and spellings; what is left are candidates that extraction
    still makes of a name, where it stands in a way that no spelling covers.
    """
    given = [each for each in (recorded() if decisions is None else decisions) if isinstance(each, ActorDecision)]
    renamed = {iris.mint("actor", old): iris.mint("actor", new) for old, new in moves(given).items()}
    renamed = {old: new for old, new in renamed.items() if any(actor.iri == old for actor in extraction.actors)}
    if renamed:
        extraction = _renamed(extraction, renamed)
    rejected = {iris.mint("actor", each.actor) for each in given if each.verdict == "reject"}
    rejected = {iri for iri in rejected if local(iri) not in authority().by_id}
    return _without(extraction, rejected) if any(actor.iri in rejected for actor in extraction.actors) else extraction


def moves(decisions: Iterable[Decision]) -> dict[str, str]:
    """Local part of an actor's IRI → that of the actor which it was found to be, chains followed to their end."""
    step = {
        each.actor: each.target
        for each in decisions
        if isinstance(each, ActorDecision) and each.verdict in ("alias", "merge") and each.target
        if each.actor != each.target and (each.verdict == "merge" or each.actor not in authority().by_id)
    }
    found = {}
    for start in step:
        end, seen = start, {start}
        while end in step and step[end] not in seen:
            end = step[end]
            seen.add(end)
        if end in authority().by_id:
            found[start] = end
    return found


def on_claims(extraction: Extraction, decisions: Iterable[Decision] | None = None) -> Extraction:
    """The extraction with each claim accepted, rejected or corrected as decided.

    A decision that fits no claim any more is kept, and said in a warning.
    """
    given = recorded() if decisions is None else tuple(decisions)
    document = iris.document_local(extraction.document.id)
    moved = moves(given)
    mine = {
        each_id: each
        for each in given
        if isinstance(each, ClaimDecision) and each.claim.document == document
        for each_id in (each.claim.id, moved_key(each.claim, moved).id)
    }
    if not mine:
        return extraction
    kept: list[Agreement] = []
    new: dict[str, Actor] = {actor.iri: actor for actor in extraction.actors}
    applied: set[str] = set()
    renamed: dict[str, str] = {}
    for agreement in extraction.agreements:
        decision = mine.get(claim_key(extraction.document.id, agreement).id)
        if decision is None or _impossible(agreement, decision):
            kept.append(agreement)
            continue
        applied.add(decision.subject)
        if decision.verdict == "reject":
            continue
        decided = _decided(extraction, agreement, decision, new)
        renamed[agreement.iri] = decided.iri
        kept.append(decided)
    missed = {each.subject: each for each in mine.values() if each.subject not in applied}
    notes = tuple(_unmatched(each) for each in missed.values())
    links = cast(tuple[Agreement, ...], _exchanged(tuple(kept), renamed))
    return replace(
        extraction, agreements=_merged(links), actors=tuple(new.values()), warnings=extraction.warnings + notes
    )


def moved_key(claim: ClaimKey, moved: Mapping[str, str]) -> ClaimKey:
    """The key of a claim after its parties were merged into others."""
    return replace(claim, parties=tuple(sorted({moved.get(party, party) for party in claim.parties})))


def _impossible(agreement: Agreement, decision: ClaimDecision) -> bool:
    roles = [party.role for party in decision.parties or agreement.parties]
    return decision.verdict != "reject" and roles_missing(decision.kind or agreement.kind, roles)


def _unmatched(decision: ClaimDecision) -> str:
    return warning("decision-unmatched", decision.subject, decision.verdict, decision.claim.kind)


def _decided(
    extraction: Extraction, agreement: Agreement, decision: ClaimDecision, actors: dict[str, Actor]
) -> Agreement:
    who = " ".join(filter(None, (decision.verdict, decision.curator, decision.decided_at[:10])))
    agent: Agent = "manual_agent" if decision.verdict == "correct" else "manual_validation_of_automated_agent"
    evidence = tuple(
        replace(each, agent=agent, rule=f"{each.rule}, {who}" if each.rule else who) for each in agreement.evidence
    )
    decided = replace(agreement, tier="A", signals=(*agreement.signals, CURATED), evidence=evidence)
    if decision.verdict == "accept":
        return decided
    if decision.parties:
        for party in decision.parties:
            iri = iris.mint("actor", party.actor)
            actors.setdefault(iri, Actor(iri, party.name, "Organization", "candidate"))
        decided = replace(
            decided,
            parties=tuple(Party(iris.mint("actor", party.actor), party.role) for party in decision.parties),
        )
    if decision.dates is not None:
        decided = replace(decided, dates=_dates(agreement, decision, evidence))
    decided = replace(decided, kind=decision.kind or agreement.kind)
    return _named(decided, extraction.document.id)


def _dates(agreement: Agreement, decision: ClaimDecision, evidence: Sequence[Evidence]) -> tuple[AgreementDate, ...]:
    read = {(date.event, date.date.value): date for date in agreement.dates}
    return tuple(
        read.get((event, value)) or AgreementDate(event, PartialDate(value), "stated", next(iter(evidence), None))
        for event, value in decision.dates or ()
    )


def _named(agreement: Agreement, document_id: str) -> Agreement:
    """The agreement under the IRI that its parties, kind and date give."""
    when = claim_key(document_id, agreement).date
    iri = iris.agreement((party.actor for party in agreement.parties), agreement.kind, when, document_id)
    return replace(agreement, iri=iri)


def _merged(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Agreements that have come to be the same one are said once, with the words of all."""
    found: dict[str, Agreement] = {}
    for agreement in agreements:
        same = found.get(agreement.iri)
        if same:
            best = min(same, agreement, key=lambda each: each.tier)
            both = dict.fromkeys((*same.evidence, *agreement.evidence))
            agreement = replace(best, evidence=tuple(both))
        found[agreement.iri] = agreement
    return tuple(found.values())


def _renamed(extraction: Extraction, moved: Mapping[str, str]) -> Extraction:
    """The extraction with some actors under other IRIs; two that become one keep the mentions of both."""
    old = {agreement.iri for agreement in extraction.agreements}
    extraction = cast(Extraction, _exchanged(extraction, moved))
    actors: dict[str, Actor] = {}
    for actor in extraction.actors:
        entry = authority().by_id.get(local(actor.iri))
        if entry:
            actor = replace(actor, name=entry.name, kind=entry.kind, status="known", part_of=None)
        same = actors.get(actor.iri)
        if same:
            actor = replace(actor, mentions=tuple(sorted({*same.mentions, *actor.mentions})))
        actors[actor.iri] = actor
    agreements = []
    fresh: dict[str, str] = {}
    for agreement in extraction.agreements:
        parties = {party.actor: party for party in reversed(agreement.parties)}
        if len(parties) > 1:
            named = _named(
                replace(agreement, parties=tuple(sorted(parties.values(), key=lambda p: p.actor))),
                extraction.document.id,
            )
            fresh[agreement.iri] = named.iri
            agreements.append(named)
    relations = tuple(r for r in extraction.relations if r.subject != r.object)
    extraction = replace(extraction, actors=tuple(actors.values()), agreements=_merged(agreements), relations=relations)
    return cast(Extraction, _exchanged(extraction, {iri: fresh[iri] for iri in old & fresh.keys()}))


def _without(extraction: Extraction, gone: set[str]) -> Extraction:
    """The extraction without some actors and what was said of them."""
    agreements = []
    for agreement in extraction.agreements:
        left = tuple(party for party in agreement.parties if party.actor not in gone)
        if len(left) == len(agreement.parties):
            agreements.append(agreement)
        elif len(left) > 1:
            agreements.append(_named(replace(agreement, parties=left), extraction.document.id))
    document = extraction.document
    return replace(
        extraction,
        document=replace(document, publisher=None) if document.publisher in gone else document,
        actors=tuple(
            replace(actor, part_of=None) if actor.part_of in gone else actor
            for actor in extraction.actors
            if actor.iri not in gone
        ),
        persons=tuple(
            replace(person, roles=tuple(role for role in person.roles if role.organization not in gone))
            for person in extraction.persons
        ),
        agreements=_merged(replace(each, creates=None) if each.creates in gone else each for each in agreements),
        relations=tuple(r for r in extraction.relations if not {r.subject, r.object} & gone),
        figures=tuple(figure for figure in extraction.figures if figure.actor not in gone),
    )


def _exchanged(value: Any, moved: Mapping[str, str]) -> Any:
    """The same value with some strings exchanged, however deep they stand."""
    if isinstance(value, str):
        return moved.get(value, value)
    if isinstance(value, tuple):
        return tuple(_exchanged(each, moved) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _exchanged(getattr(value, each.name), moved) for each in fields(value)})
    return value
