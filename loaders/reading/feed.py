"""Reading a feed (RSS 0.9 to 2.0, Atom): one document an item."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.reading.page import Page
from ontology.errors import InputError
from ontology.iris import slug

if TYPE_CHECKING:
    from lxml import etree

_BODIES = ("encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubDate", "published", "issued", "date", "updated")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+\Z")
_MOST_ITEMS = 10_000
_LONGEST_SLUG = 60


def read_feed(data: bytes, path: Path) -> list[tuple[str, Page]]:
    """The items of a feed that hold text, each with a name that stays the same as long as its guid does.

    Raises:
        InputError: the file is no feed, is damaged, or no item holds text.
    """
    from loaders.reading.markup import local_name, parse_xml

    root = parse_xml(data, path, "feed")
    if local_name(root) not in ("rss", "feed", "RDF"):
        raise InputError(
            f"this XML file is no feed but <{local_name(root)}>",
            place=str(path),
            remedy="Save the page's text as a .txt file in UTF-8.",
        )
    items = [element for element in root.iter() if local_name(element) in ("item", "entry")]
    if len(items) > _MOST_ITEMS:
        raise InputError(f"the feed has more than {_MOST_ITEMS} items", place=str(path), remedy="Split it.")
    found = [named for item in items if (named := _item(item))]
    if not found:
        raise InputError("no item of the feed holds text", place=str(path), remedy="Save the pages themselves.")
    return list(dict(reversed(found)).items())[::-1]  # an item that stands twice is one


def _item(item: etree._Element) -> tuple[str, Page] | None:
    from loaders.reading.markup import local_name, text_of_html

    fields: dict[str, etree._Element] = {}
    for child in item:
        fields.setdefault(local_name(child), child)
    title = " ".join(text_of_html(_inner(fields.get("title"))).split())
    body = next((text for name in _BODIES if (text := text_of_html(_inner(fields.get(name))))), "")
    if not body and not title:
        return None
    link = _link(item)
    mark = _inner(fields.get("guid")) or _inner(fields.get("id")) or link or title
    name = f"{slug(title)[:_LONGEST_SLUG].strip('-')}-{hashlib.sha256(mark.strip().encode()).hexdigest()[:8]}"
    return name, Page(
        text="\n\n".join(filter(None, (title if not body.startswith(title) else "", body))),
        title=title or None,
        issued=next((day for each in _DATES if (day := _day(_inner(fields.get(each)).strip()))), None),
        source=link,
    )


def _inner(element: etree._Element | None) -> str:
    """What stands in an element: its text, or its markup where it is XHTML."""
    if element is None:
        return ""
    if len(element) == 0:
        return element.text or ""
    from lxml import etree

    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)


def _link(item: etree._Element) -> str | None:
    from loaders.reading.markup import local_name

    links = [child for child in item if local_name(child) == "link"]
    for link in sorted(links, key=lambda each: each.get("rel", "alternate") != "alternate"):
        address = (link.get("href") or link.text or "").strip()
        if _WEB_ADDRESS.match(address):
            return address
    return None


def _day(text: str) -> str | None:
    """The day of a date of either kind (RFC 822, ISO 8601)."""
    match = _ISO.match(text)
    try:
        if match:
            return dt.date(*map(int, match.groups())).isoformat()
        return parsedate_to_datetime(text).date().isoformat() if text else None
    except (ValueError, TypeError, IndexError):
        return None
