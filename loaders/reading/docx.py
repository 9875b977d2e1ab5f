"""Reading a Word document: its paragraphs in order, footnotes at the end, without headers, footers and deletions."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.reading.page import Page
from ontology.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted document, or one of Word before 2007
_MOST_XML = 60_000_000  # bytes of a part after unpacking
_MACHINE_TITLE = re.compile(r"(?i)\.docx?\b|^untitled|^sans titre|^document ?\d*\Z")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK))
_REMEDY = "Open it in a word processor and save it as .docx again, or its text as a .txt file in UTF-8."


def read_docx(data: bytes, path: Path) -> Page:
    """The text of a Word document, one paragraph a line, a blank line between.

    Raises:
        InputError: it is damaged, protected, of an old format, or larger inside than anybody's text.
    """
    from loaders.reading.markup import parse_xml  # loaded here: lxml is for those who need it

    if data.startswith(_OLE):
        raise InputError(
            "the document is protected by a password, or of Word before 2007",
            place=str(path),
            remedy="Save a copy without protection as .docx.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            body = parse_xml(_part(parts, "word/document.xml", path), path, "document")
            listed = set(parts.namelist())
            footnotes = (
                parse_xml(_part(parts, "word/footnotes.xml", path), path, "document")
                if "word/footnotes.xml" in listed
                else None
            )
            core = (
                parse_xml(_part(parts, "docProps/core.xml", path), path, "document")
                if "docProps/core.xml" in listed
                else None
            )
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"this is no Word document ({error})", place=str(path), remedy=_REMEDY) from error
    numbers: dict[str, int] = {}
    paragraphs = [text for paragraph in body.iter(f"{_W}p") if (text := _text(paragraph, numbers))]
    paragraphs += _footnotes(footnotes, numbers)
    title = (
        " ".join((core.findtext("{http://purl.org/dc/elements/1.1/}title") or "").split()) if core is not None else ""
    )
    return Page(text="\n\n".join(paragraphs), title=title if title and not _MACHINE_TITLE.search(title) else None)


def _part(parts: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with parts.open(name) as part:
        content = part.read(_MOST_XML + 1)
    if len(content) > _MOST_XML:
        raise InputError("the document is too large once unpacked", place=str(path), remedy=_REMEDY)
    return content


def _text(paragraph: etree._Element, numbers: dict[str, int]) -> str:
    if any(above.tag in _PASSED_OVER for above in paragraph.iterancestors()):
        return ""
    return " ".join("".join(_pieces(paragraph, numbers)).replace("\t", " ").split(" ")).strip()


def _pieces(element: etree._Element, numbers: dict[str, int]) -> Iterator[str]:
    """The runs of text below an element; paragraphs inside it (text boxes) come in their own turn."""
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        if each.tag in _PASSED_OVER or each.tag == f"{_W}p":
            continue
        if each.tag == f"{_W}t":
            yield each.text or ""
        elif each.tag == f"{_W}tab":
            yield "\t"
        elif each.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif each.tag == f"{_W}noBreakHyphen":
            yield "\N{NON-BREAKING HYPHEN}"
        elif each.tag == f"{_W}footnoteReference":
            yield f" ({numbers.setdefault(each.get(f'{_W}id', ''), len(numbers) + 1)})"
        else:
            waiting.extend(reversed(each))


def _footnotes(root: etree._Element | None, numbers: dict[str, int]) -> Iterator[str]:
    if root is None:
        return
    notes = {note.get(f"{_W}id", ""): note for note in root.iter(f"{_W}footnote")}
    for note_id, number in numbers.items():
        if note_id in notes:
            text = " ".join(_text(paragraph, {}) for paragraph in notes[note_id].iter(f"{_W}p"))
            yield f"({number}) {text.strip()}"
