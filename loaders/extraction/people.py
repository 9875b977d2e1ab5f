"""Persons in public roles: their names, and who is quoted."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.authority import authority
from loaders.extraction.lexicon import words
from loaders.extraction.roles import ROLE, SAYS
from loaders.extraction.text import word_key
from loaders.folding import key

_PART = r"[A-Z][a-zA-Z]*(?:['-][A-Z]?[a-zA-Z]+)*"
_PARTICLE = r"(?:(?:de la|de|du|des|d'|le|la|van der|van den|van|von|di|da|del|el|al|bin|ben|dos) ?)"
_NAME = rf"{_PART}(?: (?:[A-Z]\.(?:-?[A-Z]\.)?|{_PARTICLE}?{_PART})){{1,3}}"
_TITLED = re.compile(
    rf"\b(?:Drs?|Prs?|Prof|Professor|Professeure?|Docteure?|Doctor|Mr|Mrs|Ms|Mme|Mlle|Madame|Monsieur|M|Sir|MM)\b\.? {{1,2}}"
    rf"(?P<name>{_NAME}|{_PART})"
)
_BARE = re.compile(rf"(?<![\w'@/-])(?P<name>{_NAME})(?![\w@])")
_SAYING = sorted((word for word in words("people", "saying")), key=len, reverse=True)
_SAID_BEFORE = re.compile(
    r"(?:\b(?:" + "|".join(map(re.escape, _SAYING)) + r")\b)[ ,:]{1,3}(?:(?:le|la|the|m\.|mme) )?(?:[a-z.-]+ ){0,3}$"
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
    if len(parts) > 1 and parts[-1] in words("people", "particles") and " " in folded[start:end]:  # `Dr Martin du ...`
        end = start + folded[start:end].rindex(" ")
        parts = parts[:-1]
        single = single or len(parts) == 1
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


_GRADE = re.compile(r" \((?:dr|cr|ir|pu-?ph|mcu-?ph|ph|mcf|pr|md|phd)\b[ ,)]")  # of researchers and hospital doctors


@cache
def _namesakes() -> frozenset[str]:
    """Persons whose names known institutions bear: alone, such a name means the institution or nobody living."""
    heads = words("organisations", "unit_heads") | {
        "hopital",
        "clinique",
        "hospital",
        "universite",
        "university",
        "center",
    }
    bearers = (name.split() for name in authority().keys)
    return frozenset(" ".join(parts[1:]) for parts in bearers if len(parts) == 3 and parts[0] in heads)


def _looks_personal(folded: str, low: str, start: int, end: int) -> bool:
    first = word_key(re.match(r"[A-Za-z'-]+", folded[start:end])[0])  # type: ignore[index]
    given = first in words("people", "given") or (first.split("-")[0] in words("people", "given") and "-" in first)
    before = low[max(0, start - 60) : start]
    if _NAMED_AFTER.search(before) or key(folded[start:end]) in _namesakes():
        return False
    if given or _ROLE_BEFORE.search(before):
        return True
    following = low[end : end + 90]
    if _GRADE.match(following):
        return True
    if following.startswith(", ") and ROLE.search(following[:70].split(" of ")[0].split(" de ")[0]):
        return True
    return bool(_SAID_BEFORE.search(before)) and bool(re.match(r"\s*[,.(]", following))


def speaker_of(
    low: str, quote: tuple[int, int], people: Sequence[tuple[int, int]], paragraph: tuple[int, int]
) -> tuple[int, int] | None:
    """The person to whom a quotation is attributed: the nearest name with a verb of saying, else the nearest after it."""
    start, end = quote
    after = [person for person in people if end <= person[0] < min(paragraph[1], end + 200)]
    if after:
        between = low[end : after[0][0]]
        if (SAYS.search(between) or SAYS.search(low[after[0][1] : after[0][1] + 260])) and "." not in between.strip(
            " ."
        )[:-2]:
            return after[0]
    before = [person for person in people if paragraph[0] <= person[1] <= start]
    if before:
        between = low[before[-1][1] : start]
        lead = low[max(paragraph[0], before[-1][0] - 30) : before[-1][0]]
        if (
            SAYS.search(between)
            or re.search(r"\b(?:pour|selon|according to|for)[ ,](?:le |la |the |dr |pr |m\. |mme )*$", lead)
            or ":" in between
        ):
            return before[-1]
    return None
