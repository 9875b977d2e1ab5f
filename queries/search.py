"""Search by name over everything that has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.store import Store
from ontology import vocab
from ontology.errors import InputError
from queries.names import index_of

GROUPS = ("actor", "person", "agreement", "area", "document")


@dataclass(frozen=True)
class Hit:
    """A thing found.

    Attributes:
        group: `actor`, `person`, `agreement`, `area` or `document`.
        kind: its class as `{"iri", "name"}`, None where it has none.
        matched: the name that matched, as written in the graph.
        score: 0 to 100; 100 is a name that is equal but for accents, case, hyphens and articles.
    """

    iri: str
    name: str
    group: str
    kind: dict[str, str] | None
    matched: str
    score: float

    def to_json(self) -> dict[str, object]:
        """The hit as the interface shows it."""
        return {
            "iri": self.iri,
            "name": self.name,
            "type": self.group,
            "kind": self.kind,
            "matched": self.matched,
            "score": self.score,
        }


def search(store: Store, text: str, *, lang: str = "fr", groups: Sequence[str] = (), limit: int = 10) -> list[Hit]:
    """The things whose names are near a text, best first; tolerates accents, articles, acronyms and typing errors.

    Raises:
        InputError: a group does not exist, or the limit is not from 1 to 100.
    """
    for group in groups:
        if group not in GROUPS:
            raise InputError(f"nothing is called {group!r}", place="type", remedy=f"choose of {', '.join(GROUPS)}")
    if not 1 <= limit <= 100:
        raise InputError(f"cannot give {limit} results", place="limit", remedy="from 1 to 100")
    return [
        Hit(
            iri=match.entry.iri,
            name=match.entry.name(lang),
            group=match.entry.group,
            kind={"iri": vocab.terms()[match.entry.kind].iri, "name": vocab.label(match.entry.kind, lang)}
            if match.entry.kind
            else None,
            matched=match.matched,
            score=match.score,
        )
        for match in index_of(store).find(text, groups, limit=2 * limit)
        if match.entry.in_graph
    ][:limit]
