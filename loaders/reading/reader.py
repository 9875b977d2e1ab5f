"""Reading one file of any known kind."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from loaders.model import RawDocument
from loaders.reading.decoding import decode
from loaders.reading.docx import read_docx
from loaders.reading.feed import read_feed
from loaders.reading.files import DOCUMENT_SUFFIXES, FEED_SUFFIXES
from loaders.reading.html import read_html
from loaders.reading.mail import read_mail
from loaders.reading.page import Page
from loaders.reading.pdf import read_pdf
from loaders.reading.settings import reading_settings
from ontology.errors import InputError
from ontology.rdf_files import RDF_SUFFIXES

_READERS: Mapping[str, Callable[[bytes, Path], Page]] = {
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".eml": read_mail,
}
_FEEDS = FEED_SUFFIXES | {".xml"}  # many feeds are saved so; in folders other XML is passed over


def read(path: Path | str) -> RawDocument:
    """The text of a file, and what the file itself says of its title, date and address.

    Raises:
        InputError: the file is missing, unreadable, too large, empty, binary, protected, of an unknown kind, or holds
            several documents.
    """
    documents = read_all(path)
    if len(documents) > 1:
        raise InputError(f"the file holds {len(documents)} documents", place=str(path), remedy="Read all of them.")
    return documents[0]


def read_all(path: Path | str) -> list[RawDocument]:
    """The documents of a file: one, but for a feed, whose items are documents of their own.

    Raises:
        InputError: as for `read`.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix in _FEEDS:
        stem = unicodedata.normalize("NFC", path.stem)
        return [_raw(f"{stem}-{name}", path, page) for name, page in read_feed(read_bytes(path), path)]
    return [_raw(unicodedata.normalize("NFC", path.stem), path, _page(path, suffix))]


def _page(path: Path, suffix: str) -> Page:
    if suffix not in DOCUMENT_SUFFIXES:
        raise InputError(
            "this is RDF, not a document to read" if suffix in RDF_SUFFIXES else "files of this kind are not read",
            place=str(path),
            remedy="Use `oncograph ingest` or `oncograph validate` for it."
            if suffix in RDF_SUFFIXES
            else f"Save it as one of {', '.join(sorted(DOCUMENT_SUFFIXES))}.",
        )
    data = read_bytes(path)
    if suffix in _READERS:
        page = _READERS[suffix](data, path)
    else:
        text, warnings = decode(data, path)
        page = Page(text, warnings=warnings)
    if not page.text.strip():
        raise _empty(path)
    return page


def _raw(document_id: str, path: Path, page: Page) -> RawDocument:
    return RawDocument(
        id=document_id,
        file=path.name,
        sha256=hashlib.sha256(page.text.encode()).hexdigest(),
        text=page.text,
        title=page.title,
        issued=page.issued,
        source=page.source,
        warnings=page.warnings,
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is there, readable, not empty and within the limit.

    Raises:
        InputError: it is not.
    """
    limit = reading_settings().max_bytes
    try:
        if not path.is_file():
            missing = "this is not a regular file" if path.exists() else "there is no such file"
            raise InputError(missing, place=str(path), remedy="Check the path.")
        size = path.stat().st_size
        if size > limit:
            raise InputError(
                f"the file has {size:,} bytes; the limit is {limit:,}",
                place=str(path),
                remedy=f"Split it, or raise the limit: ONCOGRAPH_MAX_BYTES={size}.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"the file cannot be read ({error.strerror or error})",
            place=str(path),
            remedy="Give yourself the right to read it.",
        ) from error
    if not data.strip():
        raise _empty(path)
    return data


def _empty(path: Path) -> InputError:
    return InputError("the file is empty", place=str(path), remedy="Put the document's text in it, or leave it out.")
