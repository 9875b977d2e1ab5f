"""Lists under a heading line: the partners of a project, or contracts told one a line."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.claims import Claim
from loaders.extraction.dates import find_dates
from loaders.extraction.kinds import kind_of
from loaders.extraction.lexicon import pattern
from loaders.extraction.page import SILENT, Page, Sentence
from loaders.model import AgreementDate

_HEADING = re.compile(
    r"\b(?:consortium|partenaires?|partners?|participants?|beneficiaires|beneficiaries|(?:br(?:ings?|inging)|brought) together|reuni\w+|rassembl\w+|regroup\w+|associe\w*)\b"
)
_CONTRACTS = re.compile(
    rf"\b(?:{pattern('agreements', 'nouns')})(?![a-z])[^:]{{0,40}}\b(?:sign\w*|conclu\w*|pass\w+|en cours|noue\w*|entered|concluded|under way|reached)\b|"
    rf"\b(?:sign\w*|conclu\w*|noue\w*|concluded|entered into)\b[^:]{{0,60}}\b(?:{pattern('agreements', 'nouns')})(?![a-z])"
)
_ITEM = re.compile(r"\s*(?:[-–—•*·▪►]|\(?\d{1,2}[.)]|[a-z]\))\s*")
_WITH = re.compile(r"(?:avec|with) ")
_NOUN = re.compile(rf"\b(?:{pattern('agreements', 'nouns')})(?![a-z])")
_LEADS = re.compile(r"\b(?:coordinat\w*|coordonnat\w*|chef de file|lead partner|porteur)\b")
_PEERS = re.compile(r"\b(?:our|nos|financial|financiers?|sponsors?|media|industrial|industriels)\b")
MOST_ITEMS = 40


@dataclass(slots=True)
class _Item:
    start: int
    end: int
    actors: list[str]
    text: str


def listed_claims(page: Page) -> Iterator[Claim]:
    """The agreements that a heading ending in a colon and the lines below it state together."""
    for sentence in page.sentences:
        if sentence.kind in SILENT or not page.low[sentence.start : sentence.end].rstrip().endswith(":"):
            continue
        heading = page.low[sentence.start : sentence.end]
        items = list(_items(page, sentence.end))
        named = [m.actor for m in page.cast.within(sentence.start, sentence.end)]
        if _CONTRACTS.search(heading):
            owner = named[0] if named else sentence.we or page.publisher
            yield from _contracts(page, sentence, owner, items)
        elif _HEADING.search(heading) and not _PEERS.search(heading):
            yield from _consortium(page, sentence, named, items)


def _items(page: Page, position: int) -> Iterator[_Item]:
    """The lines of the list that begins behind a heading; a line that is no item ends it."""
    count = 0
    while position < len(page.low) and count < MOST_ITEMS:
        end = page.low.find("\n", position)
        end = len(page.low) if end < 0 else end
        line = page.low[position:end]
        if line.strip():
            bullet = _ITEM.match(line)
            inside = page.cast.within(position, end)
            opens = bool(inside) and inside[0].start - position <= 4 and len(line) < 120
            if not bullet and not opens:
                return
            begin = position + (bullet.end() if bullet else 0)
            count += 1
            yield _Item(begin, end, [m.actor for m in inside], page.low[begin:end])
        position = end + 1


def _contracts(page: Page, sentence: Sentence, owner: str | None, items: list[_Item]) -> Iterator[Claim]:
    """*Contracts signed by X: - with A, …; - with B, …*: an agreement a line."""
    for item in items:
        noun = _NOUN.search(item.text)
        if owner is None or not item.actors or not (noun or _WITH.match(item.text)):
            continue
        parties = [owner, *(actor for actor in item.actors if actor != owner)]
        if len(set(parties)) < 2:
            continue
        own = page.sentence_at(item.start) or sentence
        claim = Claim(dict.fromkeys(parties, "party"), kind_of(item.text), 0, "listed", own.number)
        date = next(iter(find_dates(page.low, item.start, item.end)), None)
        if date:
            claim.dates.append(AgreementDate("signed", date.date, "stated", page.evidence(own, "listed")))
        yield claim


def _consortium(page: Page, sentence: Sentence, named: list[str], items: list[_Item]) -> Iterator[Claim]:
    """*The consortium: - A (coordinator) - B - C*: one agreement of all."""
    heads = [item.actors[0] for item in items if item.actors]
    if len(items) < 2 or len(heads) < 2:
        return
    leaders = {item.actors[0] for item in items if item.actors and _LEADS.search(item.text)}
    if _LEADS.search(page.low[sentence.start : sentence.end]):
        leaders.update(named[:1])
    parties = dict.fromkeys([*(actor for actor in named if actor in leaders), *heads], "party")
    parties.update(dict.fromkeys(leaders & parties.keys(), "coordinator"))
    yield Claim(parties, "ResearchCollaboration", 0, "listed", sentence.number)  # type: ignore[arg-type]
