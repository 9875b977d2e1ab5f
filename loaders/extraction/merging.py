"""Claims of the same parties become one agreement, unless their own dates or kinds say that they are two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.extraction.claims import Claim
from loaders.extraction.kinds import RANK, compatible, finer
from loaders.model import AgreementDate, PartyRole

_ANCHORS = ("start", "signed")
_VAGUE = ("Partnership", "Amendment")


@dataclass(slots=True)
class Group:
    """Claims that speak of one agreement."""

    claims: list[Claim] = field(default_factory=list)
    titled: bool = False
    kinds: set[str] = field(default_factory=set)
    anchors: dict[str, str] = field(default_factory=dict)  # own dates, by which two agreements are told apart

    def add(self, claim: Claim) -> None:
        """Takes a claim in."""
        self.claims.append(claim)
        self.kinds.add(claim.kind)
        for event, value in _anchors(claim).items():
            self.anchors.setdefault(event, value)

    @property
    def key(self) -> frozenset[str]:
        """The set of parties."""
        return self.claims[0].key

    @property
    def earlier(self) -> bool:
        """Whether it is an agreement of the past beside the document's own."""
        return all(claim.earlier for claim in self.claims)

    @property
    def weak(self) -> bool:
        """Whether no pattern that found it proves an agreement."""
        return all(claim.weak for claim in self.claims)

    @property
    def kind(self) -> str:
        """The most specific kind of the best claims; vaguer ones are helped by the rest."""
        best = [claim.kind for claim in self.claims if not claim.weak] or [claim.kind for claim in self.claims]
        kind = best[0]
        for other in best[1:]:
            kind = finer(kind, other) if compatible(kind, other) else kind
        if kind in _VAGUE:
            for claim in self.claims:
                kind = finer(kind, claim.kind)
        return kind

    @property
    def parties(self) -> dict[str, PartyRole]:
        """Each party with the most telling role that a claim gives it."""
        roles: dict[str, PartyRole] = {}
        for claim in sorted(self.claims, key=lambda c: (RANK.index(c.kind), c.sentence)):
            for actor, role in claim.parties.items():
                if roles.get(actor, "party") == "party":
                    roles[actor] = role
        return roles

    @property
    def dates(self) -> list[AgreementDate]:
        """One date an event; the finer one, where two agree."""
        best: dict[str, AgreementDate] = {}
        for claim in self.claims:
            for date in claim.dates:
                given = best.get(date.event)
                if given is None or (date.date.value.startswith(given.date.value) and date.date != given.date):
                    best[date.event] = date
        return sorted(best.values(), key=lambda date: (date.date.value, date.event))


def merge(claims: Sequence[Claim], titles: frozenset[int], parents: Mapping[str, str]) -> list[Group]:
    """Groups of claims, in the order of the text.

    `titles` are the numbers of the sentences that are titles, `parents` gives the actor that a unit is part of.
    """
    claims = _with_units(claims, parents)
    groups: list[Group] = []
    by_key: dict[frozenset[str], list[Group]] = {}
    for claim in sorted(claims, key=lambda c: (not _anchors(c), c.sentence, c.at)):
        same = by_key.setdefault(claim.key, [])
        group = next((group for group in same if _fits(group, claim)), None)
        if group is None:
            group = Group()
            groups.append(group)
            same.append(group)
        group.add(claim)
    for group in groups:
        group.claims.sort(key=lambda c: (c.sentence, c.at))
        group.titled = any(claim.sentence in titles for claim in group.claims)
    groups = _absorb(groups)
    return sorted(groups, key=lambda g: (g.claims[0].sentence, g.claims[0].at, sorted(g.key)))


def _anchors(claim: Claim) -> dict[str, str]:
    return {date.event: date.date.value for date in claim.dates if date.event in _ANCHORS}


def _fits(group: Group, claim: Claim) -> bool:
    if claim.earlier != group.claims[0].earlier or not all(compatible(claim.kind, kind) for kind in group.kinds):
        return False
    mine, theirs = _anchors(claim), group.anchors
    for event, value in mine.items():
        for other_event, other_value in theirs.items():
            shared = min(len(value), len(other_value), 10 if event == other_event else 4)
            if value[:shared] != other_value[:shared]:
                return False
    return True


def _with_units(claims: Sequence[Claim], parents: Mapping[str, str]) -> list[Claim]:
    """A parent stands for its unit where another claim of the same parties names the unit."""
    sets = {(claim.key, claim.kind) for claim in claims}
    for claim in claims:
        for key, kind in sorted(sets, key=lambda row: (sorted(row[0]), row[1])):
            extra, missing = key - claim.key, claim.key - key
            if len(extra) != 1 or len(missing) != 1 or not compatible(claim.kind, kind):
                continue
            unit, parent = next(iter(extra)), next(iter(missing))
            if parents.get(unit) == parent:
                claim.parties = {unit if actor == parent else actor: role for actor, role in claim.parties.items()}
    return list(claims)


def _absorb(groups: list[Group]) -> list[Group]:
    """A group without dates of its own whose parties are some of a bigger group's says nothing new."""
    kept: list[Group] = []
    for group in groups:
        bigger = [
            other
            for other in groups
            if group.key < other.key
            and other.claims[0].sentence <= group.claims[0].sentence  # what is said first is no summary
            and (compatible(group.kind, other.kind) or other.titled)
            and not _own_dates(group)
            and (not group.titled or other.titled)
            and not other.weak
        ]
        smaller = [
            other
            for other in groups
            if other.key < group.key and other.titled and not group.titled and group.weak and not _own_dates(group)
        ]
        if bigger:
            for other in bigger[:1]:
                other.claims.extend(claim for claim in group.claims if claim.kind in (other.kind, *_VAGUE))
        elif not smaller:
            kept.append(group)
    for group in kept:
        key = group.claims[0].key
        group.claims = [group.claims[0], *[c for c in group.claims[1:] if c.key <= key]]
    return kept


def _own_dates(group: Group) -> bool:
    return any(date.event in _ANCHORS for claim in group.claims for date in claim.dates)
