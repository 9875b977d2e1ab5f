"""Sections of a document: which part a paragraph belongs to, and with it which claims it may make."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.extraction.dates import find_dates
from loaders.extraction.lexicon import pattern, words
from loaders.model import SectionKind
from ontology.dates import PartialDate

_NAVIGATION = re.compile(pattern("furniture", "navigation").replace("[a-z'-]{0,14}", ".{0,80}") + r"\s*[>»►:]?\Z")
_RELATED = re.compile(pattern("furniture", "related_headings").replace("[a-z'-]{0,14}", ".{0,60}") + r"\s*:?\Z")
_CONTACTS = re.compile(pattern("furniture", "contact_headings").replace("[a-z'-]{0,14}", ".{0,160}") + r"\s*:?\Z")
_ABOUT = re.compile(
    r"(?:"
    + pattern("furniture", "about")
    + r")\s{0,2}(?P<owner>[^:.\n]{2,90}?)\s*(?:\([^)]{1,30}\)\s*)?(?P<colon>[:-]\s.*|:)?\Z"
)
_ABOUT_TAIL = re.compile(r"(?P<owner>.{2,60}?)\s*[:,-]?\s+" + pattern("furniture", "about_tails") + r"\Z")
_ADDRESS = re.compile(r"https?://\S+")
_SOURCE = re.compile(pattern("furniture", "source_lines") + r"\s*(?P<name>.{2,90})\Z")
_FOOTNOTE = re.compile(r"\s*(?P<marker>\(\d{1,2}\)|\[\d{1,2}\])(?:\s*\[\d{1,2}\])?\s*(?P<colon>:)?")
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.|(?:\+\d{2}|\btel\b|\bphone\b)[\s.:()\d-]{8}|\b0\d(?:[\s.]\d\d){4}")
_PLACE_WORD = re.compile(
    r"[A-Z]|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$|(?:le|the|and|et|de|en|on|du|la|ce|a|sur|des|les|of)$|\d{1,2}$|[&/-]+$"
)
_POSTED = re.compile(
    r"(?:publiee?s?|published|posted|mise? a jour|mise? en ligne|updated|communique|communique de presse|press release|news|actualites?|date|issued|released)"
    r"[a-z :,|-]{0,24}$"
)
_DATED = re.compile(
    r"(?:(?:page|article|fiche|contenu|document|content|text) )?(?:publiee?|published|posted|mise? a jour|mise? en ligne|derniere modification|last modified|(?:last )?updated?)(?: (?:le|on))? ?:? ?$"
)  # the words before a date that stands under the text
_BEFORE_HEADER_DATE = re.compile(
    r"(?:^|.*[^a-z0-9]-{1,2}|.*[|/,;(•·:]|.*\.)\s*(?:(?:le|du|of|the) )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday),? )?(?:le |the )?$"
)
_AFTER_HEADER_DATE = re.compile(r"\s*(?:[,-] *)?(?:(?:a |at )?\d{1,2}[:hH]\d{0,2} ?(?:am|pm)?)?\s*[)\].|-]{0,2}\s*\Z")
_OF_ANOTHER = re.compile(
    r"(?:\b(?:depuis|since|des|from|until|avant|before|apres|after|d'ici)(?: le| the)? $)|\b(?:jusqu'\w+|en vigueur|deadline|date limite|"
    + pattern("organisations", "event_words")
    + r"|agenda|webinar\w*|webinaire|seminaire|seminar|atelier|workshop|soiree|conseil d'administration|assemblee|reunion)\b"
)  # a line that dates something else than the document
_AFTER_DATE = re.compile(
    r"(?:, [^.\n@]{5,60}(?= - ))?(?:,? (?:a |at )?\d{1,2}[:hH.]\d{0,2} ?(?:[ap]\.?m\b\.?|h)?(?: ?[a-z]{2,4}\b)?)?(?:[ ,]*\([^)]{1,30}\))?"
    r"(?: */ *[a-z ]{2,30})?\s*(?:-{1,2}\s|-{2}|[:|.]\s|[.:)|-]?\s*\Z|/\s)"
)
_FIELD = re.compile(pattern("furniture", "field_labels") + r"\s{0,2}:\s*\S")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Paragraph:
    """A line of the unwrapped text with its section; `owner` is the span of the name in an About heading."""

    kind: SectionKind
    start: int
    end: int
    owner: tuple[int, int] | None = None
    marker: str | None = None  # of a footnote


@dataclass
class Layout:
    """The sections of a document and the date that stands above its text."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    issued: PartialDate | None = None
    titles: list[str] = field(default_factory=list)
    source: tuple[int, int] | None = None  # span of the name in a source line


def layout(folded: str, low: str) -> Layout:
    """Reads the lines of a text in order and gives each its section."""
    result = Layout()
    mode: SectionKind = "title"
    owner: tuple[int, int] | None = None
    posted: PartialDate | None = None
    header: PartialDate | None = None
    footer: PartialDate | None = None
    start = 0
    seen_body = 0
    shouted = False
    for line in folded.split("\n"):
        begin = start + len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        start += len(line) + 1
        if begin >= end:
            continue
        lowered = low[begin:end]
        heading = _heading(lowered, folded[begin:end])
        if heading is None and mode == "navigation" and shouted and _is_shouted(folded[begin:end]):
            mode = "body"  # the next heading of a letter whose headings are in capitals
        if heading:
            mode, span = heading
            shouted = _is_shouted(folded[begin:end])
            owner = (begin + span[0], begin + span[1]) if span else None
            result.paragraphs.append(Paragraph(mode, begin, end, owner))
            continue
        kind = _kind(lowered, folded, low, begin, mode)
        if kind == "source":
            match = _SOURCE.match(lowered)
            if match and result.source is None:
                result.source = (begin + match.start("name"), begin + match.end("name"))
        if kind == "contacts" and mode == "contacts" and _is_prose(lowered):
            kind = mode = "body"
        footer = footer or _footer_date(low, begin, end)
        if kind in ("title", "source", "navigation") and not seen_body and header is None:
            dated = _header_date(low, begin, end)
            header = dated[0] if dated else None
        if kind == "title":
            date = _dateline(folded, low, begin, end)
            if date:
                found, stop, placed = date
                if placed and result.issued is None:
                    result.issued = found
                elif not placed and posted is None:
                    posted = found
                result.paragraphs.append(Paragraph("dateline", begin, stop))
                begin = stop
                if not _LETTER.search(folded[begin:end]):
                    continue
                lowered = low[begin:end].strip()
            if _ends_sentence(lowered) or len(lowered) > 300 or seen_body:
                kind = mode = "body"
        elif kind == "body" and seen_body < 12 and not _FIELD.match(lowered):
            date = _dateline(folded, low, begin, end)
            if date:
                if date[2] and result.issued is None:
                    result.issued = date[0]
                elif not date[2] and posted is None:
                    posted = date[0]
                result.paragraphs.append(Paragraph("dateline", begin, date[1]))
                begin = date[1]
                if not _LETTER.search(folded[begin:end]):
                    continue
        text = folded[begin:end].strip()
        if kind == "title" and len(text.split()) < 3:
            kind = "navigation" if len(text) < 3 else "source"
        if kind == "title":
            result.titles.append(text)
        elif kind == "body":
            seen_body += 1
            if text in result.titles:
                kind = "title"
        marker = _FOOTNOTE.match(lowered) if kind == "footnote" else None
        result.paragraphs.append(
            Paragraph(kind, begin, end, owner if kind == "about" else None, marker["marker"] if marker else None)
        )
    result.issued = result.issued or posted or header or footer
    return result


def _heading(lowered: str, folded: str) -> tuple[SectionKind, tuple[int, int] | None] | None:
    """The section that a line opens, with the span of its owner inside the line."""
    if len(lowered) > 200 and not lowered.startswith(("about ", "a propos ")):
        return None
    if len(lowered) <= 60 and lowered.rstrip(" :") in words("furniture", "about_us"):
        return "about", None
    match = _ABOUT.match(lowered) or (_ABOUT_TAIL.match(lowered) if len(lowered) < 80 else None)
    if match and not _ends_sentence(match["owner"]):
        name = folded[match.start("owner") : match.end("owner")]
        if name[:1].isupper() and not re.search(r"\d{3}", name):
            return "about", match.span("owner")
    if len(lowered) <= 200 and _CONTACTS.match(lowered):
        return "contacts", None
    if len(lowered) <= 80 and _RELATED.match(lowered):
        return "navigation", None
    return None


def _kind(lowered: str, folded: str, low: str, begin: int, mode: SectionKind) -> SectionKind:
    note = _FOOTNOTE.match(lowered)
    if note and (note["colon"] or (begin > len(low) // 3 and low.find(note["marker"], 0, begin) >= 0)):
        return "footnote"
    if _SOURCE.match(_ADDRESS.sub("http", lowered)):  # an address may be long, the rest of the line may not
        return "source"
    if len(lowered) <= 100 and _NAVIGATION.match(lowered):
        return "navigation"
    if _FIELD.match(lowered):
        return "body"
    if len(lowered) <= 160 and _MAIL.search(folded, begin, begin + len(lowered)):
        return "contacts"
    return mode


def _ends_sentence(text: str) -> bool:
    return text.rstrip(" \"')").endswith((".", ";", ":", ","))


def _is_shouted(line: str) -> bool:
    """Whether a line is a short heading in capitals."""
    return line.isupper() and len(line) < 60


def _is_prose(lowered: str) -> bool:
    return len(lowered) > 200 and not _MAIL.search(lowered)


def _dateline(folded: str, low: str, begin: int, end: int) -> tuple[PartialDate, int, bool] | None:
    """The date that opens a line, where the dateline stops, and whether a place stands in it."""
    for mention in find_dates(low, begin, min(end, begin + 130))[:1]:
        before, after = folded[begin : mention.start], low[mention.end : min(end, mention.end + 60)]
        if mention.date.precision == "year" or mention.until or _OF_ANOTHER.search(before.lower()):
            return None
        closed = re.match(r"\)\s*(?:[-:]\s)?", after) if before.strip() == "(" else None
        closed = closed or _AFTER_DATE.match(after)
        if not closed:
            return None
        stop = mention.end + closed.end()
        posted = bool(_POSTED.search(low[begin : mention.start])) and not before.lstrip("([")[:1].isdigit()
        if not posted and not all(_PLACE_WORD.match(word) for word in re.split(r"[\s,().:-]+", before) if word):
            return None
        placed = bool(re.search(r"[A-Z][a-z-]{2}", before)) and not posted and before.strip() not in ("Le", "On")
        return mention.date, stop, placed
    return None


def _header_date(low: str, begin: int, end: int) -> tuple[PartialDate, int] | None:
    """The date at the end of a line above the text, and where its words begin: *The letter, no 12 - March 2020*."""
    if end - begin > 160:
        return None
    for mention in find_dates(low, begin, end)[-1:]:
        before = low[begin : mention.start]
        if mention.date.precision == "year" or mention.until or not _AFTER_HEADER_DATE.match(low[mention.end : end]):
            return None
        if _OF_ANOTHER.search(before):
            return None
        match = _BEFORE_HEADER_DATE.match(before)
        return (mention.date, mention.start) if match else None
    return None


def _footer_date(low: str, begin: int, end: int) -> PartialDate | None:
    """The date of a line that only says when the text was put in place."""
    if end - begin > 100:
        return None
    for mention in find_dates(low, begin, end)[:1]:
        if mention.date.precision != "year" and _DATED.match(low[begin : mention.start]):
            return mention.date
    return None


_MARKS = re.compile(r'["“”„«»‟]')
QUOTE_WORDS = 5  # fewer words between marks are a name or a term, not speech


def quotes(text: str, folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of speech between quotation marks in a paragraph; a closing mark alone ends speech from its beginning."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    first = True
    for match in _MARKS.finditer(text, start, end):
        before, after = text[max(start, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        opening = match[0] in "“«„" or (
            match[0] == '"' and opened is None and not (before.strip() and not after.strip())
        )
        if first and not opening and match.start() - start > 40:
            spans.append((start, match.end()))
        elif opening and opened is None:
            opened = match.start()
        elif opened is not None and (not opening or match[0] == '"'):
            spans.append((opened, match.end()))
            opened = None
        first = False
    if opened is not None and end - opened > 40:
        spans.append((opened, end))
    return [(left, right) for left, right in spans if len(folded[left:right].split()) >= QUOTE_WORDS]
