"""Actors, agreements, areas and documents as resources: one by id, or page by page in the order of their IRIs.

Every function answers in the forms of the interface (`queries.values`). A page holds at most `limit` items and the
cursor of the next page; reading on until the cursor is None gives every item exactly once, whatever the page size.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.store import Store
from ontology import iris
from ontology.errors import InputError
from queries import measures, values, vocabulary
from queries.runner import evidence_of

FOLDER = Path(__file__).with_name("resources")
LARGEST_PAGE = 500
Item = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """Some items, and the cursor to give for the next ones; None after the last."""

    items: list[Item]
    next: str | None


def actors(
    store: Store, *, lang: str = "fr", kind: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page:
    """Actors, organisations and persons; `kind` is a class name (`Company`) and includes what stands below it."""
    return _page(store, "actors", lang, cursor, limit, {"kind": kind})


def actor(store: Store, actor_id: str, *, lang: str = "fr") -> Item | None:
    """One actor by IRI or id (`servier`), None when the graph has none such."""
    return _one(store, "actor", _candidates(actor_id, ("actor", "person")), lang)


def relationships(
    store: Store,
    actor_id: str,
    *,
    lang: str = "fr",
    relation: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page | None:
    """What ties an actor to others, each with its sentences; None when the graph has no such actor.

    Args:
        store: the graph.
        actor_id: IRI or id.
        lang: language of names.
        relation: only this one: `agreement`, or a type such as `PART_OF`.
        cursor: where to read on.
        limit: at most so many, up to 500.

    Raises:
        InputError: the cursor or the limit is no good.
    """
    found = actor(store, actor_id, lang=lang)
    if found is None:
        return None
    parameters = {"uri": found["iri"], "relation": relation, "after": _decode(cursor), "limit": _checked(limit) + 1}
    rows = store.query(_cypher("relationships"), parameters)
    sentences = evidence_of(store, (str(iri) for row in rows for iri in _list(row["evidence"])), lang)
    items = [_relationship(row, sentences, lang) for row in rows[:limit]]
    return Page(items, _encode(str(rows[limit - 1]["key"])) if len(rows) > limit else None)


def agreements(
    store: Store,
    *,
    lang: str = "fr",
    kind: str | None = None,
    actor: str | None = None,
    area: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page:
    """Agreements, of a kind, of an actor (IRI), on an area (IRI) or one narrower than it."""
    return _page(store, "agreements", lang, cursor, limit, {"kind": kind, "actor": actor, "area": area})


def agreement(store: Store, agreement_id: str, *, lang: str = "fr") -> Item | None:
    """One agreement by IRI or id, with its sentences; None when the graph has none such."""
    return _one(store, "agreement", _candidates(agreement_id, ("agreement",)), lang)


def areas(store: Store, *, lang: str = "fr", cursor: str | None = None, limit: int = 50) -> Page:
    """Therapeutic areas and approaches that some document names, and those above them."""
    return _page(store, "areas", lang, cursor, limit, {})


def area(store: Store, area_id: str, *, lang: str = "fr") -> Item | None:
    """One area by IRI or id; None when the graph has none such."""
    return _one(store, "area", _candidates(area_id, ("area",)), lang)


def documents(store: Store, *, lang: str = "fr", cursor: str | None = None, limit: int = 50) -> Page:
    """The documents that the graph rests on."""
    return _page(store, "documents", lang, cursor, limit, {})


def document(store: Store, document_id: str, *, lang: str = "fr") -> Item | None:
    """One document by IRI or id, with the sentences quoted from it; None when the graph has none such."""
    return _one(store, "document", _candidates(document_id, ("document",)), lang)


@cache
def _cypher(name: str) -> str:
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")


def _candidates(given: str, kinds: tuple[str, ...]) -> list[str]:
    return [given] if given.startswith(iris.base()) else [iris.mint(kind, given) for kind in kinds]


def _checked(limit: int) -> int:
    if not 1 <= limit <= LARGEST_PAGE:
        raise InputError(f"a page cannot hold {limit}", place="limit", remedy=f"from 1 to {LARGEST_PAGE}")
    return limit


def _encode(key: str) -> str:
    return base64.urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _decode(cursor: str | None) -> str:
    if not cursor:
        return ""
    try:
        return base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), b"-_", validate=True).decode()
    except (UnicodeError, binascii.Error) as error:
        raise InputError(
            "this is not a cursor of ours", place="cursor", remedy="take it from `next` of the page before"
        ) from error


def _page(store: Store, name: str, lang: str, cursor: str | None, limit: int, filters: Mapping[str, object]) -> Page:
    parameters = {**filters, "after": _decode(cursor), "limit": _checked(limit) + 1}
    rows = store.query(_cypher(name), parameters)
    items = [_item(row, lang) for row in rows[:limit]]
    return Page(items, _encode(items[-1]["iri"]) if len(rows) > limit else None)


def _one(store: Store, name: str, candidates: list[str], lang: str) -> Item | None:
    for iri in candidates:
        rows = store.query(_cypher(name), {"uri": iri})
        if rows:
            item = _item(rows[0], lang)
            if "evidence" in rows[0]:
                item["evidence"] = list(evidence_of(store, map(str, _list(rows[0]["evidence"])), lang).values())
            return item
    return None


def _item(row: Mapping[str, Any], lang: str) -> Item:
    """A row of a resource query in the form of the interface; texts in both languages become one."""
    shown: Item = {**values.thing(row["thing"], lang), "id": row["thing"]["uri"].rstrip("/").rsplit("/", 1)[-1]}
    for key, value in row.items():
        base, _, language = key.rpartition("_")
        if key in ("thing", "evidence", "tier"):
            continue
        if language in ("fr", "en"):
            if value is not None and (language == lang or shown.get(base) is None):
                shown[base] = value
        elif key == "kind":
            shown[key] = vocabulary.kind(value, lang)
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            shown[key] = sorted((values.thing(each, lang) for each in value), key=lambda thing: str(thing["iri"]))
        elif isinstance(value, Mapping):
            shown[key] = values.date(value) if value["value"] else {"unknown": "not stated"}
        elif isinstance(value, list):
            shown[key] = sorted(set(value))
        elif value is not None or key not in shown:
            shown[key] = value
    if shown.get("amount"):
        shown["amount_words"] = measures.money_words(str(shown["amount"]), shown.get("currency"), lang)
    if "tier" in row:
        shown["pending"] = row["tier"] == "B"
    return shown


def _relationship(row: Mapping[str, Any], sentences: Mapping[str, Mapping[str, Any]], lang: str) -> Item:
    own = set(_list(row["evidence"]))
    shown: Item = {
        "relation": {"iri": iris.ONTOLOGY + "party", "name": "accord" if lang == "fr" else "agreement"}
        if row["relation"] == "agreement"
        else vocabulary.relation(row["relation"], lang),
        "other": {**values.thing(row["other"], lang), "kind": vocabulary.kind(row["other_kind"], lang)},
        "outward": row["outward"],
        "evidence": [sentence for iri, sentence in sentences.items() if iri in own],
    }
    if row["agreement"]:
        shown["agreement"] = values.thing(row["agreement"], lang)
        shown["kind"] = vocabulary.kind(row["kind"], lang)
        shown["own_role"] = vocabulary.relation(row["own_role"], lang)
        shown["role"] = vocabulary.relation(row["role"], lang)
    return shown


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else []
