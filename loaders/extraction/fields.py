"""Project and trial pages: lines such as *Partners: A, B* that state an agreement without a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.extraction.claims import Claim
from loaders.extraction.dates import find_dates
from loaders.extraction.page import Page, Sentence
from loaders.model import AgreementDate, PartyRole

_LABEL = re.compile(r"(?P<label>[a-z][a-z' -]{2,28}?)\s{0,2}:\s")
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("partner", re.compile(r"partenaires?\b|partners?\b|consortium|members?\b|membres?\b|collabora")),
    ("coordinator", re.compile(r"coordinat|porteur|lead\b|lead partner|project lead")),
    ("sponsor", re.compile(r"sponsor|promoteur")),
    ("duration", re.compile(r"dur[ae]|period|dates")),
    ("start", re.compile(r"(?:study )?start|debut|date de debut")),
    ("end", re.compile(r"end\b|end date|fin\b|date de fin")),
)


@dataclass
class _Sheet:
    parties: dict[str, list[str]] = field(default_factory=dict)
    dates: list[AgreementDate] = field(default_factory=list)
    sentence: int = -1


def field_claims(page: Page) -> list[Claim]:
    """The agreement that the labelled lines of a page describe: at least two parties beside funders and sites."""
    sheet = _Sheet()
    for sentence in page.sentences:
        if sentence.kind == "body":
            match = _LABEL.match(page.low, sentence.start, sentence.end)
            if match:
                _read(page, sentence, match["label"], match.end(), sheet)
    partners = sheet.parties.get("partner", [])
    heads = [*sheet.parties.get("coordinator", []), *sheet.parties.get("sponsor", [])]
    parties: dict[str, PartyRole] = {
        **dict.fromkeys([*heads, *partners], "party"),
        **dict.fromkeys(sheet.parties.get("coordinator", []), "coordinator"),
    }
    if len(parties) < 2 or not partners:
        return []
    kind = "ClinicalTrialCollaboration" if "sponsor" in sheet.parties else "ResearchCollaboration"
    return [Claim(parties, kind, 0, "fields", sheet.sentence, dates=sheet.dates)]


def _read(page: Page, sentence: Sentence, label: str, begin: int, sheet: _Sheet) -> None:
    role = next((name for name, words in _ROLES if words.match(label)), None)
    if role in ("partner", "coordinator", "sponsor"):
        actors = [m.actor for m in page.cast.within(begin, sentence.end) if not m.anaphor]
        sheet.parties.setdefault(role or "", []).extend(actors)
        if actors and (sheet.sentence < 0 or role == "partner"):
            sheet.sentence = sentence.number
        for match in re.finditer(r"\((?:coordinat\w*|lead|porteur)\)", page.low[begin : sentence.end]):
            before = [m.actor for m in page.cast.within(begin, begin + match.start())]
            sheet.parties.setdefault("coordinator", []).extend(before[-1:])
    evidence = page.evidence(sentence, "fields")
    for date in find_dates(page.low, begin, sentence.end) if role in ("duration", "start", "end") else []:
        event = "end" if role == "end" else "start"
        if all(given.event != event for given in sheet.dates):
            sheet.dates.append(AgreementDate(event, date.date, "stated", evidence))  # type: ignore[arg-type]
            if date.until and event == "start":
                sheet.dates.append(AgreementDate("end", date.until, "stated", evidence))
        if role == "start":
            break
