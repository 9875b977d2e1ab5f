"""Decisions of curators: an append-only file, one JSON object a line, the last one on a subject counts.

The file belongs under the user's version control: it is the one thing that cannot be made again from the documents.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from loaders.model import EventKind, PartyRole
from loaders.reading.settings import reading_settings
from ontology.dates import PartialDate
from ontology.errors import InputError
from ontology.iris import slug

ClaimVerdict = Literal["accept", "reject", "correct", "reopen"]
ActorVerdict = Literal["actor", "alias", "merge", "split", "reject", "reopen"]


@dataclass(frozen=True)
class ClaimKey:
    """What makes a claim the same claim when its document is read again.

    Attributes:
        document: slug of the document's id.
        kind: class of the agreement.
        parties: local parts of the parties' IRIs, sorted.
        date: the main date as read, or None.
    """

    document: str
    kind: str
    parties: tuple[str, ...]
    date: str | None = None

    @property
    def id(self) -> str:
        """A short name of it: `c` and twelve hex digits."""
        text = "\n".join((self.document, self.kind, *self.parties, self.date or ""))
        return "c" + hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class DecidedParty:
    """A party as a curator names it."""

    actor: str
    name: str
    role: PartyRole = "party"


@dataclass(frozen=True)
class ClaimDecision:
    """What a curator says of a claim; a correction gives the fields that change."""

    claim: ClaimKey
    verdict: ClaimVerdict
    kind: str | None = None
    parties: tuple[DecidedParty, ...] = ()
    dates: tuple[tuple[EventKind, str], ...] | None = None
    note: str = ""
    curator: str = ""
    decided_at: str = ""

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.claim.id


@dataclass(frozen=True)
class ActorDecision:
    """What a curator says of a name.

    Attributes:
        actor: local part of the IRI that the name has (or had) in the graph.
        name: as printed.
        verdict: `actor` (a new actor of the authority file), `alias` and `merge` (it is `target`; `merge` takes over
            all names of a known actor), `split` (this name of `actor` means another one, `target`), `reject` (no
            organisation at all).
        kind: class of a new actor.
        label: its usual name, where it is not the printed one.
        target: local part of the IRI of the other actor.
    """

    actor: str
    name: str
    verdict: ActorVerdict
    kind: str | None = None
    label: str | None = None
    target: str | None = None
    note: str = ""
    curator: str = ""
    decided_at: str = ""

    @property
    def subject(self) -> str:
        """What it is about: a split concerns one name of an actor, the rest the actor."""
        return f"actor:{self.actor}" + (f":{slug(self.name)}" if self.verdict == "split" else "")


Decision = ClaimDecision | ActorDecision


def decisions_file() -> Path:
    """Where decisions are kept: `ONCOGRAPH_DECISIONS`, else `decisions.jsonl` in the data folder."""
    settings = reading_settings()
    return settings.decisions or settings.data / "decisions.jsonl"


@cache
def recorded() -> tuple[Decision, ...]:
    """The decisions that count, as they were when this process first asked."""
    return effective(read(decisions_file()))


def effective(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The last decision on each subject, in the order of the first ones; those taken back left out."""
    last = {decision.subject: decision for decision in decisions}
    return tuple(decision for decision in last.values() if decision.verdict != "reopen")


def read(path: Path) -> list[Decision]:
    """All decisions of a file, oldest first; none where there is no file.

    Raises:
        InputError: the file cannot be read, or a line is no decision.
    """
    try:
        lines = path.read_bytes().decode().split("\n")  # not splitlines: a note may hold what it takes for an end
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the decisions cannot be read ({error})", place=str(path), remedy=_REMEDY) from error
    found: list[Decision] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_parsed(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise InputError(
                    f"this line is no decision ({error})", place=f"{path}, line {number}", remedy=_REMEDY
                ) from error
    return found


_REMEDY = "Put the file back as version control has it, or correct the line; lines are only ever added."


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Adds decisions at the end of a file, which is made where it is missing.

    Raises:
        InputError: the file cannot be written.
    """
    lines = "".join(line(decision) + "\n" for decision in decisions).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            if file.tell() and not _ends_a_line(file.fileno(), file.tell()):
                lines = b"\n" + lines  # an editor left the last line open
            file.write(lines)  # one write: two curators at once never mix their lines
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise InputError(
            f"the decisions cannot be written ({error.strerror or error})",
            place=str(path),
            remedy="Give yourself the right to write it, or set ONCOGRAPH_DECISIONS to another file.",
        ) from error


def _ends_a_line(descriptor: int, size: int) -> bool:
    return os.pread(descriptor, 1, size - 1) == b"\n"


def same(decision: Decision, others: Iterable[Decision]) -> bool:
    """Whether the last decision on the subject says just this, whenever it was made."""
    last = next((other for other in reversed(list(others)) if other.subject == decision.subject), None)
    if last is None:
        return decision.verdict == "reopen"
    return replace(last, decided_at="") == replace(decision, decided_at="")


def now() -> str:
    """The time of a decision: ISO 8601, UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def line(decision: Decision) -> str:
    """A decision as it stands in the file; empty fields are left out."""
    value = {"id": decision.subject} | asdict(decision)
    return json.dumps({name: each for name, each in value.items() if each not in (None, "", ())}, ensure_ascii=False)


def _parsed(value: Mapping[str, Any]) -> Decision:
    shared = {name: str(value.get(name, "")) for name in ("note", "curator", "decided_at")}
    verdict = value["verdict"]
    if "claim" not in value:
        _one_of(verdict, get_args(ActorVerdict))
        kind, label, target = (value.get(name) for name in ("kind", "label", "target"))
        return ActorDecision(slug(value["actor"]), value["name"], verdict, kind, label, target, **shared)
    _one_of(verdict, get_args(ClaimVerdict))
    key = value["claim"]
    dates = None
    if value.get("dates") is not None:
        dates = tuple((_one_of(event, get_args(EventKind)), PartialDate(when).value) for event, when in value["dates"])
    return ClaimDecision(
        ClaimKey(key["document"], key["kind"], tuple(key["parties"]), key.get("date")),
        verdict,
        value.get("kind"),
        tuple(
            DecidedParty(each["actor"], each["name"], _one_of(each.get("role", "party"), get_args(PartyRole)))
            for each in value.get("parties", ())
        ),
        dates,
        **shared,
    )


def _one_of(value: Any, allowed: Sequence[str]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value
