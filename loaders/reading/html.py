"""Reading a web page: its main text, and what its metadata says of title, date and address."""

from __future__ import annotations

import re
from pathlib import Path

from loaders.reading.decoding import decode
from loaders.reading.page import Page
from ontology.errors import InputError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+\Z")


def read_html(data: bytes, path: Path) -> Page:
    """The main text of a page: its title, then one paragraph a block; menus, forms and footers left out.

    Raises:
        InputError: the page holds no main text.
    """
    import trafilatura  # loaded here: half a second that only web pages should cost
    from trafilatura.settings import Document

    declared = _CHARSET.search(data[:4096])
    html, warnings = decode(data, path, declared=declared[1].decode("ascii") if declared else None)
    page: Document | None = trafilatura.bare_extraction(  # type: ignore[assignment]  # a dict in old modes only
        html,
        with_metadata=True,
        include_comments=False,
        # Without this, a bare year in a footer becomes 1 January: a date finer than the page.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    body = (page.text or "").strip() if page else ""
    if not page or not body:
        raise InputError(
            "no main text was found in the page",
            place=str(path),
            remedy="Save the page's text as a .txt file in UTF-8.",
        )
    title = " ".join(page.title.split()) if page.title else None
    blocks = body.split("\n")
    if title and title not in blocks[:3]:
        blocks.insert(0, title)
    return Page(
        text="\n\n".join(blocks),
        title=title,
        issued=page.date if page.date and page.date in html else None,
        source=page.url if page.url and _WEB_ADDRESS.match(page.url) else None,
        warnings=warnings,
    )
