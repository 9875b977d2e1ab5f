"""Reading a PDF: the text of its pages without the lines that every page repeats."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from loaders.notices import warning
from loaders.reading.page import Page
from ontology.errors import InputError

_MACHINE_TITLE = re.compile(r"(?i)microsoft word|\.(?:docx?|pdf|indd|qxd|rtf|odt|pptx?)\b|^untitled|^sans titre")
_PAGE_NUMBER = re.compile(r"(?i)(?:p(?:age|\.)?\s*)?[-–—]?\s*\d+\s*(?:(?:/|of|sur|de)\s*\d+)?\s*[-–—]?\Z")
_EDGE_LINES = 3  # how many lines at the top and the foot of a page may be running heads


def read_pdf(data: bytes, path: Path) -> Page:
    """The text of a PDF, page after page.

    Raises:
        InputError: it is damaged, needs a password, or holds pictures of text only.
    """
    import pypdf  # loaded here: only PDF files should cost it
    from pypdf.errors import PdfReadError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # its hints on lenient parsing are not for our readers
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _protected(path)
        pages = [page.extract_text() or "" for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except pypdf.errors.DependencyError as error:  # an encryption that needs a library we do not ship
        raise _protected(path) from error
    except (PdfReadError, PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            f"the PDF is damaged ({error})",
            place=str(path),
            remedy="Open it in a PDF reader, print it to a new PDF or save its text as a .txt file in UTF-8.",
        ) from error
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(empty) == len(pages):
        raise InputError(
            "the PDF holds no text, only pictures of pages",
            place=str(path),
            remedy="Run it through text recognition (OCR) first, for example with ocrmypdf.",
        )
    warnings = (warning("pages-without-text", ", ".join(map(str, empty))),) if empty else ()
    title = " ".join(title.split()) if title else None
    return Page(
        text=join_pages([page.split("\n") for page in pages]),
        title=title if title and not _MACHINE_TITLE.search(title) else None,
        warnings=warnings,
    )


def _protected(path: Path) -> InputError:
    return InputError(
        "the PDF is protected by a password",
        place=str(path),
        remedy="Save a copy without protection, or its text as a .txt file in UTF-8.",
    )


def join_pages(pages: Sequence[Sequence[str]]) -> str:
    """One text from the lines of pages, running heads and feet left out.

    A line within three lines of the top or the foot that more than half of the pages (at least two) repeat, page
    numbers aside, is a running head. A page that ends in the middle of a sentence is joined to the next by a newline
    only.
    """
    bodies = [
        [(line.rstrip(), _key(line, number)) for line in lines]
        for number, lines in enumerate(pages, 1)
        if any(line.strip() for line in lines)
    ]
    heads, feet = _running(bodies, slice(None, _EDGE_LINES)), _running(bodies, slice(-_EDGE_LINES, None))
    text = ""
    for body in bodies:
        kept = _trim(_trim(body, heads)[::-1], feet)[::-1]
        page = "\n".join(line for line, _ in kept).strip("\n")
        if not page:
            continue
        if text:
            text += "\n\n" if text.endswith((".", "!", "?", "»", "”", '"', ":")) else "\n"
        text += page
    return text


def _key(line: str, number: int) -> str:
    """The line as compared between pages: a bare page number, or the page's own number at its end, becomes `#`."""
    text = line.strip()
    return "#" if _PAGE_NUMBER.match(text) else re.sub(rf"(?<!\d){number}\Z", "#", text)


def _running(bodies: Sequence[Sequence[tuple[str, str]]], edge: slice) -> set[str]:
    counts = Counter(key for body in bodies for key in {key for _, key in body[edge]} if key)
    return {key for key, count in counts.items() if count >= 2 and count * 2 > len(bodies)}


def _trim(lines: list[tuple[str, str]], repeated: set[str]) -> list[tuple[str, str]]:
    for _ in range(_EDGE_LINES):
        if lines and (not lines[0][1] or lines[0][1] in repeated):
            lines = lines[1:]
    return lines
