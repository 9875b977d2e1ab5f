"""The curator's queue: what the database holds for review, with the decisions made so far, and new decisions on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from rapidfuzz import fuzz, process

from graph.store import Store
from loaders.authority import authority
from loaders.folding import key
from loaders.model import EventKind, PartyRole
from loaders.review.claims import Row, roles_missing
from loaders.review.decisions import (
    ActorDecision,
    ClaimDecision,
    ClaimKey,
    DecidedParty,
    Decision,
    effective,
    now,
)
from loaders.review.replay import moved_key, moves
from ontology.dates import PartialDate
from ontology.errors import InputError
from ontology.iris import slug
from ontology.vocab import subclasses

_SUGGESTIONS = 3
_LIKE = 80  # of 100: how alike two names must be to be shown side by side; nothing is ever decided by it
_TIERS = ("B", "C", "A")
_KINDS = frozenset({"Agreement", *subclasses("Agreement")})
_ACTOR_KINDS = frozenset({"Organization", *subclasses("Organization")})
DONE: Mapping[str, str] = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "actor": "accepted",
    "alias": "merged",
    "merge": "merged",
    "split": "split",
}


@dataclass(frozen=True)
class Verdict:
    """What a curator asks for, before it is known whether it makes sense.

    Attributes:
        id: of a row of the queue; empty for an actor or alias that no row names.
        verdict: accept, reject, correct, reopen; for names also actor, alias, merge, split.
        kind: new kind, of the agreement or the actor.
        parties: names with roles; of a name: the actor it stands for, or its better name.
        dates: all dates of the agreement by event; None leaves them as read.
        name: the name concerned, where the row does not say it.
    """

    id: str
    verdict: str
    kind: str | None = None
    parties: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, str], ...] | None = None
    name: str = ""
    note: str = ""
    curator: str = ""


@dataclass(frozen=True)
class Queue:
    """Claims and names of all loaded documents.

    Attributes:
        claims: by id; each row with a `status`: open, certain, accepted, rejected, corrected.
        names: by id (`actor:` and the local part of the IRI), one for all documents, each with `documents`.
        gone: decisions that fit nothing in the database.
    """

    claims: Mapping[str, Row] = field(default_factory=dict)
    names: Mapping[str, Row] = field(default_factory=dict)
    gone: tuple[Decision, ...] = ()

    @classmethod
    def of(cls, store: Store, decisions: Iterable[Decision]) -> Queue:
        """The queue of a database under the decisions of a file."""
        given = effective(decisions)
        stored = [json.loads(review) for _, review in sorted(store.reviews().items())]
        claims = {row["id"]: row | {"status": _untouched(row)} for each in stored for row in each["claims"]}
        names = _names(row for each in stored for row in each["actors"])
        moved = moves(given)
        gone = [each for each in given if not _overlay(each, claims, names, moved)]
        return cls(claims, names, tuple(gone))

    def rows(self, *, everything: bool = False) -> list[Row]:
        """The rows to decide on, names first, then pending claims; or all rows, decided and certain ones too."""
        names = sorted(self.names.values(), key=lambda row: (-row["documents"], row["name"]))
        claims = sorted(
            self.claims.values(), key=lambda row: (_TIERS.index(row["tier"]), row["document"], row["start"], row["id"])
        )
        rows = [row for row in (*names, *claims) if everything or row["status"] == "open"]
        return [row | {"like": _like(row["name"])} if "name" in row else row for row in rows]

    def decide(self, verdict: Verdict) -> Decision:
        """A curator's verdict as a decision.

        Raises:
            InputError: it concerns nothing that is there, or would not hold.
        """
        if verdict.id in self.claims:
            return self._on_claim(self.claims[verdict.id], verdict)
        if verdict.id.startswith("actor:") or (not verdict.id and verdict.verdict in ("actor", "alias")):
            return self._on_name(verdict)
        raise InputError(
            "there is no such claim in the queue",
            place=verdict.id or verdict.name,
            remedy="Export the queue again: the document was taken back or is read differently now.",
        )

    def _on_claim(self, row: Row, verdict: Verdict) -> ClaimDecision:
        if verdict.verdict not in ("accept", "reject", "correct", "reopen"):
            raise _refused(verdict, f"a claim cannot be decided with {verdict.verdict!r}")
        found = row["key"]
        claim = ClaimKey(found["document"], found["kind"], tuple(found["parties"]), found["date"])
        decision = ClaimDecision(claim, verdict.verdict, note=verdict.note, curator=verdict.curator, decided_at=now())  # type: ignore[arg-type]  # one of them
        if verdict.verdict == "correct":
            if verdict.kind is None and not verdict.parties and verdict.dates is None:
                raise _refused(verdict, "a correction says what is right: kind, parties or dates")
            if verdict.kind is not None and verdict.kind not in _KINDS:
                raise _refused(verdict, f"{verdict.kind!r} is no kind of agreement")
            parties = self._parties(row, verdict)
            decision = replace(decision, kind=verdict.kind, parties=parties, dates=_dates(verdict))
        roles = [each.role for each in decision.parties] or [each["role"] for each in row["parties"]]
        if decision.verdict in ("accept", "correct") and roles_missing(decision.kind or row["kind"], roles):
            raise _refused(verdict, "a sponsorship says who is sponsor and who is beneficiary: correct its parties")
        return decision

    def _parties(self, row: Row, verdict: Verdict) -> tuple[DecidedParty, ...]:
        own = {key(party["name"]): (party["actor"], party["name"]) for party in row["parties"]}
        parties = []
        for name, role in verdict.parties:
            if role not in get_args(PartyRole):
                raise _refused(verdict, f"{role!r} is no role of a party")
            actor, shown = own.get(key(name)) or self._actor(name)
            parties.append(DecidedParty(actor, shown, role))  # type: ignore[arg-type]  # looked at just now
        if verdict.parties and len({party.actor for party in parties}) < 2:
            raise _refused(verdict, "an agreement has two parties or more")
        return tuple(sorted(parties, key=lambda party: party.actor))

    def _actor(self, name: str) -> tuple[str, str]:
        """Local part of the IRI and usual name of an actor that a curator names."""
        known = authority().resolve(name)
        if not known and name in authority().by_id:
            known = (authority().by_id[name],)
        if len(known) == 1:
            return known[0].id, known[0].name
        same = [row for row in self.names.values() if key(row["name"]) == key(name)]
        return (same[0]["actor"], same[0]["name"]) if same else (slug(key(name)), name.strip())

    def _on_name(self, verdict: Verdict) -> ActorDecision:
        row = self.names.get(verdict.id, {})
        known = authority().by_id.get(verdict.id.removeprefix("actor:"))
        name = verdict.name or row.get("name") or (known.name if known else "")
        if not name.strip():
            raise _refused(verdict, "there is no such name in the queue")
        actor = verdict.id.removeprefix("actor:") or slug(key(name))
        wanted = {"accept": "actor", "correct": "actor"}.get(verdict.verdict, verdict.verdict)
        if wanted not in ("actor", "alias", "merge", "split", "reject", "reopen"):
            raise _refused(verdict, f"a name cannot be decided with {verdict.verdict!r}")
        kind = verdict.kind or row.get("kind") or "Organization"
        if kind not in _ACTOR_KINDS:
            raise _refused(verdict, f"{kind!r} is no kind of organisation")
        made = ActorDecision(actor, name, wanted, note=verdict.note, curator=verdict.curator, decided_at=now())  # type: ignore[arg-type]  # one of them
        other = verdict.parties[0][0] if verdict.parties else ""
        if wanted == "actor":
            if known or authority().resolve(name):
                raise _refused(verdict, f"{name!r} is known already: make it an alias, or split it")
            return replace(made, kind=kind, label=other or None)
        if wanted in ("alias", "merge"):
            target, _ = self._actor(other)
            if target not in authority().by_id:
                raise _refused(verdict, f"{other!r} is no known actor: give the name or id of one, or accept it first")
            if target == actor:
                raise _refused(verdict, "this is the same actor already")
            return replace(made, target=target)
        if wanted == "split":
            if not known:
                raise _refused(verdict, "only a known actor's name can be split off")
            if key(name) == key(known.name):
                raise _refused(verdict, "name the spelling that means another actor, not the usual name")
            label = other or name
            target = slug(key(label))
            if target in authority().by_id:
                raise _refused(verdict, f"{target!r} is known already: make the name an alias of it")
            return replace(made, kind=kind, label=label, target=target)
        return made


def _refused(verdict: Verdict, why: str) -> InputError:
    return InputError(why, place=verdict.id or verdict.name, remedy="Change the row, and apply it again.")


def _dates(verdict: Verdict) -> tuple[tuple[EventKind, str], ...] | None:
    if verdict.dates is None:
        return None
    found: list[tuple[EventKind, str]] = []
    for event, value in verdict.dates:
        if event not in get_args(EventKind):
            raise _refused(verdict, f"{event!r} is none of {', '.join(get_args(EventKind))}")
        try:
            found.append((event, PartialDate(value).value))  # type: ignore[arg-type]  # looked at just now
        except ValueError as error:
            raise _refused(verdict, str(error)) from error
    return tuple(found)


def _untouched(row: Row) -> str:
    return "certain" if row["tier"] == "A" else "open"


def _names(rows: Iterable[Row]) -> dict[str, Row]:
    """One row a name, with the number of its documents; the first document's words."""
    found: dict[str, Row] = {}
    for row in rows:
        row_id = f"actor:{row['actor']}"
        if row_id in found:
            found[row_id]["documents"] += 1
        else:
            found[row_id] = row | {"id": row_id, "status": "open", "documents": 1}
    return found


def _overlay(decision: Decision, claims: dict[str, Row], names: dict[str, Row], moved: Mapping[str, str]) -> bool:
    """Marks the row that a decision is about; whether there is one."""
    said: dict[str, Any] = {
        "status": DONE[decision.verdict],
        "note": decision.note,
        "curator": decision.curator,
        "decided_at": decision.decided_at,
    }
    if isinstance(decision, ClaimDecision):
        rows = [i for i in (decision.claim.id, moved_key(decision.claim, moved).id) if i in claims]
        claims.update({i: claims[i] | said for i in rows})
        return bool(rows)
    row_id = f"actor:{decision.actor}"
    if row_id in names:
        names[row_id] |= said
        return True
    # Carried out: the authority file in use knows the name.
    wanted = decision.actor if decision.verdict == "actor" else decision.target
    return decision.verdict != "reject" and wanted in authority().by_id


def _like(name: str) -> list[str]:
    """Names of known actors that look like this one: for the eye, never for a decision."""
    found = process.extract(key(name), _choices(), scorer=fuzz.token_set_ratio, limit=_SUGGESTIONS, score_cutoff=_LIKE)
    return list(dict.fromkeys(_entry_name(choice) for choice, _, _ in found))


def _choices() -> Sequence[str]:
    return sorted(authority().keys)


def _entry_name(name_key: str) -> str:
    return authority().lookup(name_key)[0].name
