# ruff: noqa: E501 (patterns and tables of words are read better whole)
"""The functions printed beside a person's name, each with its organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extraction.lexicon import words
from loaders.extraction.mentions import Mention

_SAYING = sorted((word for word in words("people", "saying")), key=len, reverse=True)
_DEGREES = re.compile(r"(?:, ?| )(?:MD|M\.D\.|PhD|Ph\.D\.?|PharmD|MSc\.?|MBA|MPH|DSc|FRCP)(?=[\W_])")
SAYS = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in _SAYING if word not in ("pour", "selon")) + r")\b")
ROLE = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words("people", "roles"), key=len, reverse=True))) + r")\b")
_LINK = re.compile(
    r"[\s,]*\b(?:of the|of|at the|at|for the|for|with|de la|de l'|de|du|des|d'|chez|au sein de l'|au sein de la|au sein du|"
    r"au sein de|within|a la|a l'|au|the|l'|le|la|in|en|pour|and|et|/|-|,)\s*$|[\s,(/-]+$"
)
_CLAUSE_END = re.compile(r"[.;:\"](?:\s|$)|\)|\n|(?<=[a-z]),? (?:who|qui|which|whose|dont)\b")
_AFFILIATION = frozenset(
    (
        "a l'",
        "a la",
        "a",
        "au",
        "at",
        "at the",
        "de l'",
        "de la",
        "du",
        "de",
        "of",
        "of the",
        "and",
        "et",
        "et a l'",
        "et de l'",
        "and at",
        "et au",
        "et du",
        "chez",
        "/",
        "-",
    )
)  # between two organisations of one function
_UNIT = re.compile(
    r"\b(?:department|departement|service|unit|unite|division|laboratory|laboratoire|team|equipe|pole|institute)\b"
)


def find_roles(
    folded: str, low: str, people: Sequence[tuple[int, int]], mentions: Sequence[Mention], sentence: tuple[int, int]
) -> dict[tuple[int, int], list[tuple[int, int, str]]]:
    """The functions printed beside each person of a sentence: spans of the titles, with the organisation's id."""
    start, end = sentence
    inside = [mention for mention in mentions if start <= mention.start < end]
    result: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    for position, person in enumerate(people):
        limit = people[position + 1][0] if position + 1 < len(people) else end
        roles = _after(folded, low, person[1], min(limit, end), inside)
        if not roles:
            floor = people[position - 1][1] if position else start
            roles = _before(low, floor, person[0], inside)
        result[person] = roles
    return result


def _after(folded: str, low: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """`Name, title of ORG, title at ORG` and `Name, ORG title`."""
    degrees = _DEGREES.match(folded, begin)
    while degrees:
        begin = degrees.end()
        degrees = _DEGREES.match(folded, begin)
    opening = re.match(r"\s*(?:,|\(|-|:)\s*", low[begin:end])
    if not opening:
        return []
    begin += opening.end()
    stop = _stop(low, begin, end, mentions)
    roles: list[tuple[int, int, str]] = []
    cursor = begin
    chain = [mention for mention in mentions if begin <= mention.start < stop]
    for index, mention in enumerate(chain):
        if mention.start < cursor:
            continue
        span = find_title(low, cursor, mention.start)
        if span:
            if not _LINK.search(low[span[0] : mention.start]) or len(low[span[0] : span[1]]) > 140:
                break
            roles.append((*span, mention.actor))
            cursor = mention.end
        elif roles and low[cursor : mention.start].strip(" ,") in _AFFILIATION:
            roles.append((roles[-1][0], roles[-1][1], mention.actor))
            cursor = mention.end
        elif not low[cursor : mention.start].strip(" ,('\"") or low[cursor : mention.start].strip() in (
            "l'",
            "the",
            "la",
            "le",
            "a",
            "an",
            "un",
            "une",
            "notre",
            "our",
        ):
            following = chain[index + 1].start if index + 1 < len(chain) else stop
            behind = find_title(low, mention.end, following, anywhere=False)
            if behind and not roles:
                roles.append((*behind, mention.actor))
                cursor = behind[1]
            else:
                cursor = mention.end
        else:
            break
    if roles:
        tail = find_title(low, cursor, stop)
        if (
            tail
            and _UNIT.search(low[tail[0] : tail[1]])
            and not low[cursor : tail[0]].replace("and", "").replace("et", "").strip(" ,")
        ):
            roles.append((*tail, roles[-1][2]))
    return roles


def _before(low: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """`the director of ORG, Name` and `ORG CEO Name`."""
    gap = low[begin:end]
    inside = [mention for mention in mentions if begin <= mention.start and mention.end <= end]
    if not inside:
        return []
    last = inside[-1]
    between = re.sub(r"\b(?:dr|pr|prof|professor|professeure?|m|mme|mr|ms)\b\.? *$", "", low[last.end : end]).strip(
        " ,"
    )
    roles_before = list(ROLE.finditer(low, max(begin, last.start - 90), last.start))
    if not between and roles_before:
        head = low[max(begin, last.start - 90) : last.start]
        cut = max((head.rfind(mark) for mark in (". ", "; ", '"', ", ")), default=-1)
        span = find_title(low, max(begin, last.start - 90) + cut + 1, last.start)
        if span and not SAYS.search(low[span[0] : span[1]]):
            return [(*span, last.actor)]
    if between and len(between) < 70 and ROLE.search(between) and "," not in between and gap:
        return [(low.index(between, last.end), low.index(between, last.end) + len(between), last.actor)]
    return []


def _stop(low: str, begin: int, end: int, mentions: Sequence[Mention]) -> int:
    """Where the functions behind a name end: a sentence end, a verb of saying, a quotation mark."""
    stop = min(end, begin + 320)
    for match in _CLAUSE_END.finditer(low, begin, stop):
        if match[0][0] == "." and re.search(
            r"\b(?:dr|pr|inc|st|m|ltd|corp|\w)$", low[max(begin, match.start() - 4) : match.start()]
        ):
            continue
        if not any(mention.start <= match.start() < mention.end for mention in mentions):
            stop = match.start()
            break
    for says in SAYS.finditer(low, begin, stop):
        if not any(mention.start <= says.start() < mention.end for mention in mentions):
            return says.start()
    return stop


_LEADING = re.compile(
    r"[\s,(]*(?:(?:and|et|puis|also|as well as|ainsi que|who is|is|est|as|en tant que|the|le|la|l'|a|an|un|une|notre|our|its)\b[\s']*)*"
)


def find_title(low: str, start: int, end: int, *, anywhere: bool = True) -> tuple[int, int] | None:
    """The title inside a stretch of text, trimmed of articles and links; None without a word of function."""
    lead = _LEADING.match(low, start, end)
    if lead:
        start = lead.end()
    text = low[start:end]
    for _ in range(4):
        link = _LINK.search(text)
        if not link or not link[0]:
            break
        text = text[: link.start()]
    text = text.rstrip(" ,;.(")
    if not text or not ROLE.search(text) or len(text) > 160 or (not anywhere and len(text) > 90):
        return None
    return start, start + len(text)
