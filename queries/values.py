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
duration   two dates, `{start: …, end: …}`             the same; `P10Y/P11Y` where the dates leave it open
money      `{value: n.amount, currency: n.currency}`   `{"value": digits, "currency": "EUR", "name": "20 M€"}`
statements `n{…, property, object, value}` each         a list of texts: thing – property – object
choice     one of the codes in the header              `{"value": code, "name": words}`
text       a string, or a list of strings              the same
integer    a number                                    the same
decimal    the digits as a string                      the same
=========  ==========================================  ============================================================

Null, and a list without items, become `{"unknown": reason}`, the reason being the column's: `none` where no value is
due. A query that knows a better one returns `{unknown: reason}` itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from ontology.dates import PartialDate
from queries import measures, vocabulary
from queries.question import Column

Value = object


def cell(value: object, column: Column, lang: str) -> Value:
    """One cell of an answer in the form the interface promises."""
    if isinstance(value, Mapping) and "unknown" in value:
        return {"unknown": value["unknown"]}
    if column.type in ("date", "money") and isinstance(value, Mapping) and value.get("value") is None:
        value = None
    if column.type == "duration" and isinstance(value, Mapping):
        value = measures.between(value.get("start"), value.get("end"))
    if column.type == "things":
        # a pattern gives its matches in no order that a database promises
        value = sorted(
            {
                (each["uri"], each.get("role")): thing(each, lang)
                for each in cast(Iterable[Any], value or ())
                if each and each.get("uri")
            }.values(),
            key=lambda each: (each["iri"], str(each.get("role"))),
        )
    if value is None or value == []:
        return {"unknown": column.unknown}
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
            return {"value": value, "name": measures.duration_words(str(value), lang)}
        case "money":
            return money(cast(Mapping[str, Any], value), lang)
        case "statements":
            return sorted({statement(each, lang) for each in cast(Iterable[Mapping[str, Any]], value)})
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


def money(value: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """An amount of the interface: its digits, its currency, and both as a reader writes them."""
    digits, currency = str(value["value"]), value.get("currency")
    return {"value": digits, "currency": currency, "name": measures.money_words(digits, currency, lang)}


def statement(stated: Mapping[str, Any], lang: str) -> str:
    """What a sentence establishes: the thing that it supports, or a fact with its property and object."""
    words = [name(stated, lang)]
    if stated.get("property"):
        words.append(vocabulary.property_name(str(stated["property"]), lang))
    if stated.get("object"):
        words.append(name(stated["object"], lang))
    elif stated.get("value"):
        value = str(stated["value"])
        words.append(measures.duration_words(value, lang) if stated.get("property") == "duration" else value)
    return " – ".join(words)
