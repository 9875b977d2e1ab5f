"""Personal contact details as they are written in French and English texts: none of them enters the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMAIL = re.compile(r"[\w.+%-]+(?: ?@|\s?[\[(](?:at|arobase)[\])]\s?)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_GAP = r"[ .\u00a0\u202f-]"
_GROUPS = r"(?:[ .\u00a0\u202f()-]{1,2}\d{1,5}){2,6}"
_PHONE = re.compile(
    r"(?<![\w+-])(?<!\d[.,])(?:(?<!/)|(?<=[ .\u00a0-]\d\d/))(?:"  # after a slash only where a number stands before it
    rf"(?:\+|00)33{_GAP}?\(?0?\)?{_GAP}?[1-9](?:{_GAP}?\d{{2}}){{4}}"  # +33 (0)1 23 45 67 89
    rf"|0[1-9](?:{_GAP}?\d{{2}}){{4}}"  # 01 23 45 67 89
    rf"|\+(?!\d{{1,3}}(?:[ .,\u00a0\u202f]\d{{3}})+(?![ .,\u00a0\u202f]?\d))\d{{1,3}}{_GROUPS}"  # but not +100 000
    rf"|00[1-9]\d{{0,2}}{_GROUPS}"  # 0044 20 7946 0958
    rf"|\(\d{{3}}\)\s?\d{{3}}[.-]\d{{4}}|\d{{3}}[.-]\d{{3}}[.-]\d{{4}}"  # (617) 555-0123
    r")(?![\w-]|[.,]\d)"
)


def emails(text: str) -> Iterator[re.Match[str]]:
    """The e-mail addresses of a text."""
    return _EMAIL.finditer(text)


def phones(text: str) -> Iterator[re.Match[str]]:
    """The telephone numbers of a text."""
    return _PHONE.finditer(text)


def has_contact_details(text: str) -> bool:
    """Whether a text holds an e-mail address or a telephone number."""
    return bool(_EMAIL.search(text) or _PHONE.search(text))
