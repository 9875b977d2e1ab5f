"""How good extraction is: precision and recall per field, tier and language, with every error's sentence.

Agreements are compared as sets of parties: a found one is right when the same document has a gold agreement of exactly
these parties. Kind, dates and duration are judged on the pairs that match, so that one error counts once.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.authority import authority
from loaders.extraction import extract
from loaders.folding import key
from loaders.gold import GoldAgreement, GoldText
from loaders.model import Agreement, Extraction
from ontology.iris import slug

_Z = 1.959964  # two-sided 95 %


@dataclass
class Count:
    """Right ones, false ones and missed ones of a field."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the found ones that are right; None when nothing was found."""
        return self.right / (self.right + self.false) if self.right + self.false else None

    @property
    def recall(self) -> float | None:
        """Share of the true ones that were found; None when there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f(self) -> float | None:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share (Wilson 1927, J. Am. Stat. Assoc. 22:209)."""
    if not total:
        return 0.0, 1.0
    share = right / total
    centre = share + _Z**2 / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


@dataclass(frozen=True)
class Mistake:
    """One difference from the gold reading, with the words concerned."""

    document: str
    field: str
    what: str
    sentence: str = ""


@dataclass
class Evaluation:
    """The figures of one run over a gold set.

    Attributes:
        counts: per field: `parties`, `kind`, `dates`, `duration`, `organizations`, `persons`, `issued`.
        by_language, by_genre, by_tier: the parties of agreements, split.
        silent: number of texts without any agreement; `alarms`: false agreements found in them.
    """

    texts: int = 0
    silent: int = 0
    alarms: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_language: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_genre: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    by_tier: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    mistakes: list[Mistake] = field(default_factory=list)


def evaluate(texts: Iterable[GoldText]) -> Evaluation:
    """Extracts every text and holds the result against its gold reading; tier C counts only in `by_tier`."""
    result = Evaluation()
    for text in texts:
        result.texts += 1
        extraction = extract(text.raw)
        _judge_agreements(text, extraction, result)
        _judge_names(text, extraction, result)
    return result


def identity(name: str) -> str:
    """What makes two spellings one organisation: the authority's id, else the folded name."""
    entries = authority().resolve(name)
    return entries[0].id if len(entries) == 1 else slug(key(name))


def _identities(extraction: Extraction) -> dict[str, str]:
    return {
        actor.iri: actor.iri.rsplit("/", 1)[-1] if actor.status == "known" else identity(actor.name)
        for actor in extraction.actors
    }


def _judge_agreements(text: GoldText, extraction: Extraction, result: Evaluation) -> None:
    identities = _identities(extraction)
    open_gold = list(text.agreements)
    if not open_gold:
        result.silent += 1
    for found in sorted(extraction.agreements, key=lambda a: -_likeness(a, open_gold, identities)):
        parties = frozenset(identities.get(party.actor, party.actor) for party in found.parties)
        fitting = [g for g in open_gold if frozenset(map(identity, g.parties)) == parties]
        match = max(fitting, key=lambda g: _fit(found, g), default=None)
        tier = result.by_tier[found.tier]
        if found.tier == "C":  # only in the review queue: it neither helps nor harms the graph
            tier.right, tier.false = tier.right + bool(match), tier.false + (not match)
            continue
        groups = [result.counts["parties"], result.by_language[text.language], result.by_genre[text.genre], tier]
        sentence = found.evidence[0].span.text if found.evidence else ""
        if match is None:
            result.alarms += not text.agreements
            for group in groups:
                group.false += 1
            result.mistakes.append(
                Mistake(text.id, "parties", f"false {found.kind} ({found.tier}): {sorted(parties)}", sentence)
            )
            continue
        open_gold.remove(match)
        for group in groups:
            group.right += 1
        _judge_fields(text.id, found, match, sentence, result)
    for missed in open_gold:
        for group in (result.counts["parties"], result.by_language[text.language], result.by_genre[text.genre]):
            group.missed += 1
        result.mistakes.append(Mistake(text.id, "parties", f"missed {sorted(missed.kinds)}: {list(missed.parties)}"))


def _likeness(found: Agreement, gold: Iterable[GoldAgreement], identities: dict[str, str]) -> int:
    parties = frozenset(identities.get(party.actor, party.actor) for party in found.parties)
    same = [_fit(found, g) for g in gold if frozenset(map(identity, g.parties)) == parties]
    return max(same, default=-1)


def _fit(found: Agreement, gold: GoldAgreement) -> int:
    dates = {(date.event, date.date.value) for date in found.dates}
    return 2 * (found.kind in gold.kinds) + len(dates & set(gold.dates.items()))


def _judge_fields(document: str, found: Agreement, gold: GoldAgreement, sentence: str, result: Evaluation) -> None:
    kind = result.counts["kind"]
    if found.kind in gold.kinds:
        kind.right += 1
    else:
        kind.false, kind.missed = kind.false + 1, kind.missed + 1
        result.mistakes.append(Mistake(document, "kind", f"{found.kind} for {sorted(gold.kinds)}", sentence))
    given = {(date.event, date.date.value) for date in found.dates if date.basis != "derived"}
    true = set(gold.dates.items())
    dates = result.counts["dates"]
    dates.right, dates.false, dates.missed = (
        dates.right + len(given & true),
        dates.false + len(given - true),
        dates.missed + len(true - given),
    )
    if given != true:
        result.mistakes.append(Mistake(document, "dates", f"{sorted(given)} for {sorted(true)}", sentence))
    duration = result.counts["duration"]
    if found.duration == gold.duration:
        duration.right += gold.duration is not None
    else:
        duration.false += found.duration is not None
        duration.missed += gold.duration is not None
        result.mistakes.append(Mistake(document, "duration", f"{found.duration} for {gold.duration}", sentence))


def _judge_names(text: GoldText, extraction: Extraction, result: Evaluation) -> None:
    identities = _identities(extraction)
    found = set(identities.values())
    _compare(text.id, "organizations", found, {identity(name) for name in text.organizations}, result)
    people = {slug(person.name) for person in extraction.persons}
    _compare(text.id, "persons", people, {slug(name) for name, _ in text.persons}, result)
    issued = extraction.document.issued
    _compare(
        text.id, "issued", {issued.date.value} if issued else set(), {text.issued} if text.issued else set(), result
    )


def _compare(document: str, what: str, found: set[str], true: set[str], result: Evaluation) -> None:
    count = result.counts[what]
    count.right += len(found & true)
    count.false += len(found - true)
    count.missed += len(true - found)
    result.mistakes.extend(Mistake(document, what, f"false: {name}") for name in sorted(found - true))
    result.mistakes.extend(Mistake(document, what, f"missed: {name}") for name in sorted(true - found))
