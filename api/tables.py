"""Answers and lists as CSV: names and IRIs, dates with their precision, and the sentences behind each row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_SEPARATOR = " | "
_SOURCES = ("pending", "quotes", "documents", "sections", "offsets", "published")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answer_csv(columns: Sequence[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of an answer: each column, then whether it is pending and where it is written."""
    return _csv({column["name"]: column["type"] for column in columns}, rows)


def list_csv(items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a list of resources: the union of their members, things by name and IRI."""
    names = dict.fromkeys(name for item in items for name in item if name not in ("evidence", "pending"))
    return _csv(
        {name: _kind_of(next((i[name] for i in items if i.get(name) is not None), None)) for name in names}, items
    )


def _csv(kinds: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield _line([column for name, kind in kinds.items() for column in _header(name, kind)] + list(_SOURCES))
    for row in rows:
        cells = [text for name, kind in kinds.items() for text in _cells(row.get(name), kind)]
        yield _line(cells + _sources(row))


def _sources(row: Mapping[str, Any]) -> list[str]:
    quotes = each_once(row.get("evidence", ()))
    return [
        {True: "yes", False: "no", None: ""}[row.get("pending")],
        _joined(quote["quote"] for quote in quotes),
        _joined(quote["document"]["iri"] for quote in quotes),
        _joined(quote["section"] or "" for quote in quotes),
        _joined(f"{quote['start']}-{quote['end']}" for quote in quotes),
        _joined(quote["issued"].get("value", "") for quote in quotes),
    ]


def each_once(sentences: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Sentences without repetition: the same words can bear several statements."""
    return list({(each["document"]["iri"], each["start"], each["end"]): each for each in sentences}.values())


def _kind_of(value: object) -> str:
    if isinstance(value, list):
        return "things" if value and isinstance(value[0], dict) and "iri" in value[0] else "text"
    if isinstance(value, dict):
        return "date" if "precision" in value else "thing" if "iri" in value else "text"
    return "text"


def _header(name: str, kind: str) -> list[str]:
    match kind:
        case "thing" | "things" | "kind" | "relation":
            return [name, f"{name}_iri"]
        case "date":
            return [name, f"{name}_precision", f"{name}_basis"]
        case _:
            return [name]


def _cells(value: Any, kind: str) -> list[str]:
    values = value if isinstance(value, list) else [value]
    match kind:
        case "thing" | "things" | "kind" | "relation":
            return [_joined(_text(each) for each in values), _joined(_member(each, "iri") for each in values)]
        case "date":
            return [_text(value), _member(value, "precision"), _member(value, "basis")]
        case _:
            return [_joined(_text(each) for each in values)]


def _member(value: Any, name: str) -> str:
    return str(value.get(name) or "") if isinstance(value, dict) else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        for name in ("name", "value", "unknown"):
            if value.get(name) is not None:
                role = f" ({value['role']['name']})" if isinstance(value.get("role"), dict) else ""
                return f"{value[name]}{role}"
        return ""
    return str(value)


def _joined(texts: Iterable[str]) -> str:
    return _SEPARATOR.join(texts)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: documents are written by others."""
    if cell.startswith(_FORMULA) and not cell.lstrip("+-").replace(".", "", 1).isdigit():
        return "'" + cell
    return cell
