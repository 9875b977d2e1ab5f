"""How sure: signals that are counted, never a made-up probability; and roles that follow from the kind."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.extraction.merging import Group
from loaders.extraction.resolution import ActorDraft
from loaders.model import PartyRole, Tier


def signals(group: Group, actors: Mapping[str, ActorDraft], *, titled: bool) -> tuple[str, ...]:
    """Names of the signals that hold: parties known, stated in two or more sentences, in the title."""
    found = []
    if all(actors[actor].status != "candidate" for actor in group.key):
        found.append("parties_known")
    if len({claim.sentence for claim in group.claims}) > 1:
        found.append("stated_twice")
    if titled:
        found.append("in_title")
    return tuple(found)


def tier(group: Group, found: tuple[str, ...]) -> Tier:
    """A with two signals or more, B with one or with explicit words, C for a hint that nothing else supports."""
    dated = any(date.event in ("start", "signed") for claim in group.claims for date in claim.dates)
    if group.weak and (not dated or group.kind == "Funding"):
        return "B" if len(found) > 1 else "C"
    return "A" if len(found) > 1 else "B"


def roles_by_kind(
    kind: str, parties: Mapping[str, PartyRole], actors: Mapping[str, ActorDraft]
) -> dict[str, PartyRole]:
    """Roles that the kind implies: in a sponsorship between firms and others, the firms give."""
    if kind == "Funding" and set(parties.values()) == {"party"}:  # who funds a chair together
        return dict.fromkeys(parties, "funder")
    if kind != "Sponsorship":
        return dict(parties)
    givers = [actor for actor in parties if actors[actor].company or parties[actor] == "sponsor"]
    if not givers or len(givers) == len(parties):
        return dict(parties)
    return {
        actor: ("sponsor" if actor in givers else "beneficiary") if role in ("party", "sponsor", "funder") else role
        for actor, role in parties.items()
    }
