"""Persons in public roles: their names, the functions printed beside them, and who is quoted."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.extraction.lexicon import words
from loaders.extraction.mentions import Mention
from loaders.extraction.text import word_key

_PART = r"[A-Z][a-zA-Z]*(?:['-][A-Z]?[a-zA-Z]+)*"
_PARTICLE = r"(?:(?:de la|de|du|des|d'|le|la|van der|van den|van|von|di|da|del|el|al|bin|ben|dos) ?)"
_NAME = rf"{_PART}(?: (?:[A-Z]\.(?:-?[A-Z]\.)?|{_PARTICLE}?{_PART})){{1,3}}"
_TITLED = re.compile(
    rf"\b(?:Drs?|Prs?|Prof|Professor|Professeure?|Docteure?|Doctor|Mr|Mrs|Ms|Mme|Mlle|Madame|Monsieur|M|Sir|MM)\b\.? {{1,2}}"
    rf"(?P<name>{_NAME}|{_PART})"
)
_BARE = re.compile(rf"(?<![\w'@/-])(?P<name>{_NAME})(?![\w@])")
_DEGREES = re.compile(r"(?:, ?| )(?:MD|M\.D\.|PhD|Ph\.D\.?|PharmD|MSc\.?|MBA|MPH|DSc|FRCP)(?=[\W_])")
_SAYING = sorted((word for word in words("people", "saying")), key=len, reverse=True)
_SAYS = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in _SAYING if word not in ("pour", "selon")) + r")\b")
_SAID_BEFORE = re.compile(
    r"(?:\b(?:" + "|".join(map(re.escape, _SAYING)) + r")\b)[ ,:]{1,3}(?:(?:le|la|the|m\.|mme) )?(?:[a-z.-]+ ){0,3}$"
)
_ROLE = re.compile(
    r"\b(?:" + "|".join(map(re.escape, sorted(words("people", "roles"), key=len, reverse=True))) + r")\b"
)
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


@dataclass(slots=True)
class PersonDraft:
    """A person as found; spans exclude titles."""

    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    roles: list[tuple[int, int, str]] = field(default_factory=list)  # title span, actor id
    quoted: bool = False

    @property
    def key(self) -> str:
        """What tells the person from others in the document."""
        return person_key(self.name)


def person_key(name: str) -> str:
    """Folded first and last name: what makes two spellings one person inside a document."""
    return " ".join(word_key(word) for word in re.findall(r"[^\W_]+", name))


def find_people(folded: str, low: str, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of personal names: titled, opened by a given name, or speaking, or with a function behind them."""
    blocked = bytearray(len(folded) + 1)
    for start, end in taken:
        blocked[start:end] = b"\x01" * (end - start)
    found: dict[int, int] = {}
    for match in _TITLED.finditer(folded):
        _keep(folded, match.span("name"), blocked, found, single=match["name"].count(" ") == 0)
    for match in _BARE.finditer(folded):
        for start, end in _runs(folded, *match.span("name")):
            if start in found or blocked.find(1, start, end) >= 0:
                continue
            if _looks_personal(folded, low, start, end):
                _keep(folded, (start, end), blocked, found)
    return sorted(found.items())


def _runs(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """A row of capitalised words cut at the words that are no names: *Zorgal CEO Anna Leroy*."""
    runs: list[list[re.Match[str]]] = [[]]
    for part in re.finditer(r"[^\W_]+(?:[-'][^\W_]+)*\.?", folded[start:end]):
        word = word_key(part[0].rstrip("."))
        if word not in words("people", "particles") and _is_common(word):
            runs.append([])
        else:
            runs[-1].append(part)
    return [(start + run[0].start(), start + run[-1].end()) for run in runs if len(run) > 1]


def _keep(
    folded: str, span: tuple[int, int], blocked: bytearray, found: dict[int, int], *, single: bool = False
) -> None:
    start, end = span
    name = folded[start:end]
    parts = [word_key(part) for part in re.findall(r"[^\W_]+(?:-[^\W_]+)*", name)]
    while parts and _is_common(parts[0]) and name.count(" "):
        lead = re.match(r"[^\W_]+(?:['-][^\W_]+)*[\s.']+", name)
        if not lead:
            break
        start += lead.end()
        name, parts = folded[start:end], parts[1:]
    stop = next(
        (i for i, part in enumerate(parts) if i and part not in words("people", "particles") and _is_common(part)),
        len(parts),
    )
    if stop < len(parts):
        pieces = list(re.finditer(r"[^\W_]+(?:-[^\W_]+)*", name))
        end = start + pieces[stop - 1].end()
        parts = parts[:stop]
    if (len(parts) < 2 and not single) or any(blocked[start:end]) or _is_common(parts[0]):
        return
    blocked[start:end] = b"\x01" * (end - start)
    found[start] = end


def _is_common(word: str) -> bool:
    return (
        word in words("organisations", "not_names")
        or word in words("organisations", "tails") - {"union", "innovation"}
        or word in words("organisations", "heads") - {"pole", "ville"}
        or word in words("organisations", "name_words")
        or word in words("people", "function_words")
        or word in words("people", "titles")
        or word in words("people", "roles") - {"dean", "principal", "major"}
        or word
        in (
            "the",
            "this",
            "in",
            "le",
            "la",
            "les",
            "un",
            "une",
            "ce",
            "cette",
            "notre",
            "our",
            "we",
            "il",
            "elle",
            "a",
            "contact",
            "pour",
            "selon",
            "avec",
            "dr",
            "pr",
            "et",
            "and",
            "with",
            "for",
        )
    )


_ROLE_BEFORE = re.compile(
    r"\b(?:ceo|cso|cmo|cfo|pdg|president|presidente|chairman|chairwoman|officer|directeur|directrice|general|generale|director|founder|fondateur|fondatrice|"
    r"minister|ministre|spokesperson|porte-parole|oncologist|oncologue|maire|mayor|scientifique|commissaire|investigator)s?,? $"
)
_NAMED_AFTER = re.compile(
    r"\b(?:fondation|foundation|institut|institute|centre|center|hopital|hospital|rue|avenue|universite|university|campus|prix|prize|lycee|"
    r"clinique|boulevard|place|ecole|amphitheatre|laboratoire|association|salle) (?:de |d')?$"
)


def _looks_personal(folded: str, low: str, start: int, end: int) -> bool:
    first = word_key(re.match(r"[A-Za-z'-]+", folded[start:end])[0])  # type: ignore[index]
    given = first in words("people", "given") or (first.split("-")[0] in words("people", "given") and "-" in first)
    before = low[max(0, start - 60) : start]
    if _NAMED_AFTER.search(before):
        return False
    if given or _ROLE_BEFORE.search(before):
        return True
    following = low[end : end + 90]
    if following.startswith(", ") and _ROLE.search(following[:70].split(" of ")[0].split(" de ")[0]):
        return True
    return bool(_SAID_BEFORE.search(before)) and bool(re.match(r"\s*[,.(]", following))


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
        span = _title(low, cursor, mention.start)
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
        ):
            following = chain[index + 1].start if index + 1 < len(chain) else stop
            behind = _title(low, mention.end, following, anywhere=False)
            if behind and not roles:
                roles.append((*behind, mention.actor))
                cursor = behind[1]
            else:
                cursor = mention.end
        else:
            break
    if roles:
        tail = _title(low, cursor, stop)
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
    roles_before = list(_ROLE.finditer(low, max(begin, last.start - 90), last.start))
    if not between and roles_before:
        head = low[max(begin, last.start - 90) : last.start]
        cut = max((head.rfind(mark) for mark in (". ", "; ", '"', ", ")), default=-1)
        span = _title(low, max(begin, last.start - 90) + cut + 1, last.start)
        if span and not _SAYS.search(low[span[0] : span[1]]):
            return [(*span, last.actor)]
    if between and len(between) < 70 and _ROLE.search(between) and "," not in between and gap:
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
    for says in _SAYS.finditer(low, begin, stop):
        if not any(mention.start <= says.start() < mention.end for mention in mentions):
            return says.start()
    return stop


_LEADING = re.compile(
    r"[\s,(]*(?:(?:and|et|puis|also|as well as|ainsi que|who is|is|est|as|en tant que|the|le|la|l'|a|an|un|une|notre|our|its)\b[\s']*)*"
)


def _title(low: str, start: int, end: int, *, anywhere: bool = True) -> tuple[int, int] | None:
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
    if not text or not _ROLE.search(text) or len(text) > 160 or (not anywhere and len(text) > 90):
        return None
    return start, start + len(text)


def speaker_of(
    low: str, quote: tuple[int, int], people: Sequence[tuple[int, int]], paragraph: tuple[int, int]
) -> tuple[int, int] | None:
    """The person to whom a quotation is attributed: the nearest name with a verb of saying, else the nearest after it."""
    start, end = quote
    after = [person for person in people if end <= person[0] < min(paragraph[1], end + 200)]
    if after:
        between = low[end : after[0][0]]
        if (_SAYS.search(between) or _SAYS.search(low[after[0][1] : after[0][1] + 260])) and "." not in between.strip(
            " ."
        )[:-2]:
            return after[0]
    before = [person for person in people if paragraph[0] <= person[1] <= start]
    if before:
        between = low[before[-1][1] : start]
        lead = low[max(paragraph[0], before[-1][0] - 30) : before[-1][0]]
        if (
            _SAYS.search(between)
            or re.search(r"\b(?:pour|selon|according to|for)[ ,](?:le |la |the |dr |pr |m\. |mme )*$", lead)
            or ":" in between
        ):
            return before[-1]
    return None
