"""The authority file in use: that of the package, with what the user's curators added, merged and split."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from loaders.authority.entries import FOLDER, Authority, Entry, is_acronym, read
from loaders.folding import key
from loaders.review.decisions import ActorDecision, Decision, recorded


@cache
def authority() -> Authority:
    """The authority file, read once in the life of a process."""
    return Authority(curated(_packaged(), recorded()))


@cache
def _packaged() -> tuple[Entry, ...]:
    return tuple(entry for path in sorted(FOLDER.glob("*.yaml")) for entry in read(path))


def curated(entries: Iterable[Entry], decisions: Iterable[Decision]) -> tuple[Entry, ...]:
    """Entries with the decisions on actors carried out, in their order.

    A decision whose target is no entry changes nothing; `loaders.review.queue` reports it.
    """
    known = {entry.id: entry for entry in entries}
    for decision in decisions:
        if not isinstance(decision, ActorDecision):
            continue
        match decision.verdict:
            case "actor" if decision.actor not in known:
                known[decision.actor] = _new(decision, decision.actor)
            case "alias" | "merge" if decision.target in known and decision.target != decision.actor:
                _merge(known, decision, known[decision.target])
            case "split" if decision.actor in known and decision.target and decision.target not in known:
                known[decision.actor] = _without(known[decision.actor], decision.name)
                known[decision.target] = _new(decision, decision.target)
            case _:
                pass
    return tuple(known.values())


def _new(decision: ActorDecision, entry_id: str) -> Entry:
    """An entry for a name that had none."""
    name = decision.label or decision.name
    entry = Entry(entry_id, name, decision.kind or "Organization", source=_source(decision))
    return entry if key(name) == key(decision.name) else _with(entry, [decision.name])


def _source(decision: ActorDecision) -> str:
    return " ".join(filter(None, ("curation", decision.curator, decision.decided_at)))


def _merge(known: dict[str, Entry], decision: ActorDecision, target: Entry) -> None:
    gone = known.pop(decision.actor, None) if decision.verdict == "merge" else None
    names = [decision.name, *(gone.names if gone else ()), *(gone.acronyms if gone else ())]
    known[target.id] = _with(target, names)
    if gone:
        known[target.id] = replace(
            known[target.id], weak_aliases=tuple(dict.fromkeys((*target.weak_aliases, *gone.weak_aliases)))
        )
        for other in known.values():
            if other.parent == gone.id:
                known[other.id] = replace(other, parent=target.id)


def _with(entry: Entry, names: Iterable[str]) -> Entry:
    """The entry with further spellings, those it has left out."""
    have = {key(name) for name in entry.names if not is_acronym(name)} | {*entry.acronyms, *entry.names}
    fresh = [name for name in dict.fromkeys(names) if name not in have and (is_acronym(name) or key(name) not in have)]
    aliases = {**entry.aliases, "": (*entry.aliases.get("", ()), *(n for n in fresh if not is_acronym(n)))}
    return replace(entry, aliases=aliases, acronyms=(*entry.acronyms, *filter(is_acronym, fresh)))


def _without(entry: Entry, name: str) -> Entry:
    """The entry without a spelling; its usual name stays."""
    gone = key(name)
    return replace(
        entry,
        labels={lang: label for lang, label in entry.labels.items() if key(label) != gone},
        aliases={lang: tuple(a for a in group if key(a) != gone) for lang, group in entry.aliases.items()},
        acronyms=tuple(text for text in entry.acronyms if text != name),
        weak_aliases=tuple(text for text in entry.weak_aliases if key(text) != gone),
    )
