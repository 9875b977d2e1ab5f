"""What a query gives, turned into what the interface promises: things, dates, words for codes, and absences.

A query returns plain values; the type of the column in the question's header says what they are:

=========  ==========================================  ============================================================
column     the query returns                           the row holds
=========  ==========================================  ============================================================
thing      `n{.uri, .name, .label_fr, .label_en}`      `{"iri", "name"}` (and `"role"` where the map has a role)
things     a list of such maps                         a list of such things
kind       `labels(n)`                                 the most specific class: `{"iri", "name"}`
relation   `type(r)`                                   the property: `{"iri", "name"}`
date       `{value: n.signedOn, basis: …, event: …}`   `{"value", "precision", "basis"}` (and `"event"`)
duration   `n.duration`, as `P5Y`                      `{"value": "P5Y", "name": "5 years"}`
choice     one of the codes in the header              `{"value": code, "name": words}`
text       a string, or a list of strings              the same
integer    a number                                    the same
decimal    the digits as a string                      the same
=========  ==========================================  ============================================================

Null, and a list without items, become `{"unknown": reason}`, the reason being the column's; a query that knows a
better one returns `{unknown: reason}` itself. Where the header says `unknown: none`, null stays null: no value is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from ontology.dates import PartialDate
from queries import vocabulary
from queries.question import Column

Value = object
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?\Z")
_UNITS = {
    "fr": (("an", "ans"), ("mois", "mois"), ("semaine", "semaines"), ("jour", "jours")),
    "en": (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
}


def cell(value: object, column: Column, lang: str) -> Value:
    """One cell of an answer in the form the interface promises."""
    if isinstance(value, Mapping) and "unknown" in value:
        return {"unknown": value["unknown"]}
    if column.type == "date" and isinstance(value, Mapping) and value.get("value") is None:
        value = None
    if column.type == "things":
        # a pattern gives its matches in no order that a database promises
        value = sorted(
            (thing(each, lang) for each in cast(Iterable[Any], value or ()) if each and each.get("uri")),
            key=lambda each: (each["iri"], str(each.get("role"))),
        )
    if value is None or value == []:
        return None if column.unknown == "none" else {"unknown": column.unknown}
    match column.type:
        case "thing":
            return thing(cast(Mapping[str, Any], value), lang)
        case "kind":
            return vocabulary.kind(cast(Iterable[str], value), lang)
        case "relation":
            return vocabulary.relation(str(value), lang)
        case "date":
            return date(cast(Mapping[str, Any], value))
        case "duration":
            return {"value": value, "name": duration_words(str(value), lang)}
        case "choice":
            return {"value": value, "name": (column.choices or {})[str(value)][lang]}
        case _:
            return value


def name(node: Mapping[str, Any], lang: str) -> str:
    """The name of a node in a language, else its name in any."""
    found = node.get(f"label_{lang}") or node.get("name") or node["uri"].rstrip("/").rsplit("/", 1)[-1]
    return str(found[0] if isinstance(found, list) else found)


def thing(node: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """A node as a thing of the interface."""
    shown: dict[str, Any] = {"iri": node["uri"], "name": name(node, lang)}
    if node.get("role"):
        shown["role"] = vocabulary.relation(node["role"], lang)
    return shown


def date(value: Mapping[str, Any]) -> dict[str, Any]:
    """A date of the interface; its precision is that of its text."""
    text = str(value["value"])
    shown = {"value": text, "precision": PartialDate(text).precision, "basis": value.get("basis") or "stated"}
    return {**shown, "event": value["event"]} if value.get("event") else shown


def duration_words(text: str, lang: str) -> str:
    """A duration in words.

    >>> duration_words("P1Y6M", "en"), duration_words("P5Y", "fr")
    ('1 year 6 months', '5 ans')
    """
    match = _DURATION.match(text)
    if not match:
        return text
    numbers = [(int(number), words) for number, words in zip(match.groups(), _UNITS[lang], strict=True) if number]
    # French counts 0 as singular, English as plural
    return " ".join(f"{n} {one if n == 1 or (lang == 'fr' and n == 0) else many}" for n, (one, many) in numbers)
