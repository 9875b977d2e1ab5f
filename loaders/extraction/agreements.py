"""From sentences to agreements: claims are found, dated, merged, and given what the text says of them elsewhere."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from loaders.extraction import confidence, subjects
from loaders.extraction.anaphora import followers_of, programmes, read_notes, resumed, subject_of, two_named, with_pair
from loaders.extraction.claims import Claim, Speaker, asymmetric_claims, symmetric_claims
from loaders.extraction.clauses import Slotted, slotted
from loaders.extraction.dates import add_duration, find_duration
from loaders.extraction.dating import TODAY, date_claims, mark_former
from loaders.extraction.deals import deals
from loaders.extraction.fields import field_claims
from loaders.extraction.general import denied, general_claims
from loaders.extraction.kinds import RENEWS
from loaders.extraction.listings import listed_claims
from loaders.extraction.merging import Group, merge
from loaders.extraction.page import SILENT, Page, Sentence
from loaders.extraction.text import plain
from loaders.model import Agreement, AgreementDate, EventKind, Evidence, Party, Related
from ontology import iris
from ontology.dates import PartialDate

_ANNOUNCES = re.compile(r"\b(?:announc\w*|annonc\w*|unveil\w*|devoil\w*)")
_SIGNED_TODAY = re.compile(
    r"\b(?:today|aujourd'hui|ce jour) (?:\w+ )?sign\w*|\bsign\w*(?: [\w']+){0,2} (?:today|aujourd'hui|ce jour)|\bont aujourd'hui signe"
)
_SUPPLEMENTS = re.compile(
    r"\b(?:supplement|complet|builds? on|building on|s'ajoute|in addition|s'inscrit dans|follows?|fait suite|prolongement)\w*"
)
_BOTH = re.compile(r"\b(?:the two|both|les deux|ces deux)\b")
MOST_QUOTES = 40  # sentences kept as evidence of one agreement
LEAD = 3  # first sentences of the body, where a release says its news


def find_agreements(page: Page) -> list[Agreement]:
    """Every agreement that the text states, in the order of the text."""
    claims: list[Claim] = []
    slots: dict[int, Slotted] = {}
    pair = next(filter(None, (two_named(page, s) for s in page.sentences if s.kind == "title")), ())
    settled = False  # whether a claim has told who the partners are
    kinds = {actor.id: actor.kind for actor in page.cast.actors.values()}
    subject: str | None = None  # who acted in the sentence before
    named: tuple[str, ...] = ()  # the two actors of the sentence before, for *the two*
    topic = _topic(page)
    pending: list[Claim] = []  # grants whose receiver is still to be named
    for sentence in page.sentences:
        if sentence.kind in (*SILENT, "dateline", "source"):
            continue
        both = (
            pair or two_named(page, sentence) or (named if _BOTH.search(page.low, sentence.start, sentence.end) else ())
        )
        here = slotted(
            with_pair(page.low, sentence, both),
            sentence.start,
            sentence.end,
            page.cast.within(sentence.start, sentence.end),
            page.dates.within(sentence.start, sentence.end),
            page.role_cover,
        )
        slots[sentence.number] = here
        speaker = Speaker(
            sentence.we,
            both,
            (page.publisher or topic) if sentence.kind in ("title", "body") else sentence.we,
        )
        named = two_named(page, sentence)
        speaker.it, subject = subject, subject_of(page, sentence)
        found = _in_sentence(page, sentence, here, speaker, kinds)
        found = found or resumed(claims, sentence, here, page)
        pending = programmes(pending, sentence, here, speaker, claims)
        claims += found
        if found and not settled:
            pair, settled = tuple(found[0].parties), True
    claims += field_claims(page)
    claims += listed_claims(page)
    read_notes(page, claims)
    titles = frozenset(s.number for s in page.sentences if s.kind == "title")
    parents = {actor.id: actor.part_of or actor.parent or "" for actor in page.cast.actors.values()}
    page.stating = frozenset(claim.sentence for claim in claims)
    groups = merge(claims, titles, parents)
    return _finish(page, groups, slots)


def _topic(page: Page) -> str | None:
    """The actor that the text opens with and comes back to, whose sentences may leave it unsaid."""
    counts = Counter(mention.actor for mention in page.cast.mentions)
    first = next((s for s in page.sentences if s.kind in ("title", "body")), None)
    opener = subject_of(page, first) if first else None
    return opener if opener and counts[opener] > 1 and counts[opener] == max(counts.values()) else None


def _in_sentence(page: Page, sentence: Sentence, here: Slotted, speaker: Speaker, kinds: dict[str, str]) -> list[Claim]:
    if ("@" not in here.text and "^" not in here.text and "~" not in here.text) or denied(here):
        return []
    found = [*deals(here, speaker, kinds), *symmetric_claims(here, speaker), *asymmetric_claims(here, speaker)]
    if sentence.kind in ("title", "body") and not any(len(claim.parties) > 1 for claim in found):
        people = [
            person for person in page.people if any(sentence.start <= at < sentence.end for at, _ in person.spans)
        ]
        signers = [
            actor
            for person in people
            if sentence.kind == "body"
            for start, _, actor in person.roles
            if sentence.start <= start < sentence.end
        ]
        found = list(general_claims(here, speaker, kinds, has_person=bool(people), signers=signers))
    owner = sentence.we
    kept: list[Claim] = []
    for claim in found:
        claim.sentence = sentence.number
        if claim.creates in claim.parties:
            claim.parties.pop(claim.creates or "")
        if sentence.kind == "about" and (
            owner not in claim.key or re.search(r"\ballian", here.text[claim.at : claim.at + 12])
        ):
            continue
        if len(claim.parties) > 1:
            kept.append(claim)
    _prefer_roles(kept)
    evidence = page.evidence(sentence, "date")
    date_claims(here, kept, evidence)
    issued = page.layout.issued
    mark_former(here, kept, issued)
    if issued and issued.precision == "day" and _SIGNED_TODAY.search(page.low[sentence.start : sentence.end]):
        for claim in kept:
            if not claim.dates:
                claim.dates.append(AgreementDate("signed", issued, "stated", evidence))
    return kept


def _prefer_roles(claims: list[Claim]) -> None:
    """A general pattern that overlaps a founding takes its parties: what is founded is no party."""
    created = {claim.creates: claim for claim in claims if claim.creates}
    for actor, founding in created.items():
        for claim in list(claims):
            if claim is not founding and (actor in claim.key or claim.key < founding.key):
                claims.remove(claim)


def _finish(page: Page, groups: list[Group], slots: dict[int, Slotted]) -> list[Agreement]:
    agreements: dict[str, Agreement] = {}
    lead = [s.number for s in page.sentences if s.kind in ("body", "quote")][:LEAD]
    main = next((g for g in groups if g.titled and not g.earlier), next((g for g in groups if not g.earlier), None))
    origin: list[tuple[Group, Agreement]] = []
    for group in groups:
        agreement = _agreement(page, group, slots, frozenset(lead), is_main=group is main)
        if agreement.iri not in agreements:
            agreements[agreement.iri] = agreement
            origin.append((group, agreement))
    result = list(agreements.values())
    for index, (group, agreement) in enumerate(origin):
        earlier = [other for g, other in origin if g.earlier and g.key == group.key and other is not agreement]
        if earlier and not group.earlier:
            told = [
                *_sentences(page, group),
                *(s for g, _ in origin if g.earlier and g.key == group.key for s in _sentences(page, g)),
            ]
            text = " ".join(page.low[s.start : s.end] for s in told)
            relation = (
                "supplements"
                if _SUPPLEMENTS.search(text) or not RENEWS.search(text)
                else ("amends" if re.search(r"avenant|amend|renew|renouvel|prolong", text) else "expands")
            )
            result[index] = replace(agreement, related=tuple(Related(relation, other.iri) for other in earlier))  # type: ignore[arg-type]
    return result


def _sentences(page: Page, group: Group) -> list[Sentence]:
    numbers = sorted({claim.sentence for claim in group.claims})[:MOST_QUOTES]
    return [page.sentences[number] for number in numbers]


def _agreement(
    page: Page, group: Group, slots: dict[int, Slotted], lead: frozenset[int], *, is_main: bool
) -> Agreement:
    rules = {claim.sentence: claim.rule for claim in reversed(group.claims)}
    stated = _sentences(page, group)
    followers = followers_of(page, group, is_main=is_main)
    dates: dict[EventKind, AgreementDate] = {date.event: date for date in group.dates}
    evidence = [page.evidence(sentence, rules[sentence.number]) for sentence in stated]
    duration, duration_evidence = _duration(page, [*stated, *followers])
    for sentence in followers:
        holder = Claim({}, "Partnership", 0, "anaphor", sentence.number)
        if sentence.number in slots:
            date_claims(slots[sentence.number], [holder], page.evidence(sentence, "anaphor"))
        used = False
        for date in holder.dates:
            used = dates.setdefault(date.event, date) is date or used
        if used or (duration_evidence and duration_evidence.span.start == sentence.start):
            evidence.append(page.evidence(sentence, "anaphor"))
    _announce(page, group, stated, dates, lead)
    prolonged = bool(duration_evidence and RENEWS.search(plain(duration_evidence.span.text).lower()))
    _derive_end(dates, duration, duration_evidence, prolonged=prolonged)
    ordered = tuple(sorted(dates.values(), key=lambda d: (d.date.value, d.event)))
    kind = group.kind
    creates = next((claim.creates for claim in group.claims if claim.creates), None)
    parties = {actor: role for actor, role in group.parties.items() if actor != creates}
    parties = confidence.roles_by_kind(kind, parties, page.cast.actors)
    signals = confidence.signals(group, page.cast.actors, titled=group.titled or _in_title(page, group))
    main = dates.get("start") or dates.get("signed") or dates.get("announced")
    iris_of = {actor: page.cast.actors[actor].iri for actor in parties}
    evidence.sort(key=lambda e: e.span)
    return Agreement(
        iri=iris.agreement(iris_of.values(), kind, main.date.value if main else None, page.raw.id),
        kind=kind,
        parties=tuple(Party(iris_of[actor], role) for actor, role in sorted(parties.items())),
        dates=ordered,
        duration=duration,
        duration_evidence=duration_evidence,
        amount=subjects.amount(page, [*stated, *followers]),
        areas=subjects.areas_of(page, stated, is_main=is_main),
        subject=subjects.subject(page, stated, group.key),
        projects=subjects.projects(page, stated) if is_main else (),
        creates=page.cast.actors[creates].iri if creates else None,
        planned=any(claim.planned for claim in group.claims),
        tier=confidence.tier(group, signals),
        signals=signals,
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _in_title(page: Page, group: Group) -> bool:
    """Whether one title names every party."""
    titles = [s for s in page.sentences if s.kind == "title"]
    actors = page.cast.actors
    for sentence in titles:
        named = {mention.actor for mention in page.cast.within(sentence.start, sentence.end)}
        if all(
            actor in named or actors[actor].part_of in named or actors[actor].parent in named for actor in group.key
        ):
            return True
    return False


def _duration(page: Page, stated: list[Sentence]) -> tuple[str | None, Evidence | None]:
    for sentence in stated:
        if sentence.kind == "about":
            continue
        found = find_duration(page.low, sentence.start, sentence.end)
        if found:
            return found[0], page.evidence(sentence, "duration")
    return None, None


def _announce(
    page: Page, group: Group, stated: list[Sentence], dates: dict[EventKind, AgreementDate], lead: frozenset[int]
) -> None:
    """The document's date is that of the announcement, for what its title or first sentences say."""
    issued: PartialDate | None = page.layout.issued
    if issued is None or "announced" in dates or group.earlier:
        return
    told = [s for s in stated if s.kind == "title" or s.number in lead or _says_today(page, s)]
    own = [d for e, d in dates.items() if e in ("start", "signed")]
    old = any(date.date.last.year < issued.first.year for date in own)
    if not told or (old and not any(s.kind == "title" for s in told)):
        return
    said = any(_says_today(page, s) or s.kind == "title" for s in told)
    dates["announced"] = AgreementDate(
        "announced", issued, "stated" if said else "inferred", page.evidence(told[0], "dateline")
    )


def _says_today(page: Page, sentence: Sentence) -> bool:
    text = page.low[sentence.start : sentence.end]
    return bool(TODAY.search(text)) or bool(_ANNOUNCES.search(text))


def _derive_end(
    dates: dict[EventKind, AgreementDate], duration: str | None, evidence: Evidence | None, *, prolonged: bool
) -> None:
    """End = signature or start plus the term; from the announcement to the month at the finest, since it only dates the news.

    The term of a prolongation runs from the prolongation, not from the start of what is prolonged.
    """
    if duration is None or "end" in dates:
        return
    origin = None if prolonged and "announced" in dates else dates.get("start") or dates.get("signed")
    if origin:
        dates["end"] = AgreementDate("end", add_duration(origin.date, duration), "derived", evidence)
    elif "announced" in dates:
        month = PartialDate(dates["announced"].date.value[:7])
        dates["end"] = AgreementDate("end", add_duration(month, duration), "derived", evidence)
