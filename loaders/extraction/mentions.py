"""Organisations of the authority file in a text: longest names first, acronyms, weak aliases, named units."""

# ruff: noqa: E501 (patterns and tables of words are read better whole)
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.authority import Authority, Entry, authority
from loaders.extraction.lexicon import words
from loaders.extraction.text import Token
from loaders.folding import key

_GAP = re.compile(r"[ '.&/-]{1,4}\Z|, {1,2}\Z")
_UNIT_GAP = re.compile(r"[ -]{1,3}\Z")
_ACRONYM = re.compile(r"(?<![\w@.])[A-Z0-9][\w&+-]{0,14}[A-Z0-9²](?![\w@])")
_INTRODUCED = re.compile(
    r"\s{0,2}[(\[](?:(?:ci-apres|hereafter|hereinafter|the|le|la|l'|dit|:|\")\s{0,2}){0,3}\"?(?P<short>[A-Z][\w&'-]{1,14}(?: [A-Z][\w-]{1,12}){0,2})\"?"
    r"(?P<rest>[,;/] [^()\[\]]{1,60})?[)\]]"
)
_TICKER = re.compile(r"(?:Euronext|NASDAQ|Nasdaq|NYSE|Alternext)(?: [A-Z][a-z]+){0,2}\s?(?::|\)|-)")
_LEGAL = re.compile(
    r",? (?:Inc|Ltd|Limited|LLC|Corp|Corporation|plc|PLC|S\.?A\.?S?|SARL|GmbH|AG|BV|B\.V|NV|N\.V|SpA|S\.p\.A|AB|A/S|Co)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an organisation; `actor` is the id of the actor that it means."""

    start: int
    end: int
    actor: str
    anaphor: bool = False  # a description (the Institute), never a name


@dataclass(frozen=True, slots=True)
class Unit:
    """A named part of a known actor."""

    name: str
    parent: Entry


@cache
def _first_words() -> dict[str, int]:
    """First word of every name, with the length of the longest name that it opens."""
    lengths: dict[str, int] = {}
    for name in authority().keys | authority().weak_keys:
        parts = name.split()
        lengths[parts[0]] = max(lengths.get(parts[0], 0), len(parts))
    return lengths


@dataclass(slots=True)
class Found:
    """What the authority file knows of a text.

    Attributes:
        spans: (start, end, entry), in order, never overlapping.
        ambiguous: (start, end, entries) that share a spelling.
    """

    spans: list[tuple[int, int, Entry]]
    ambiguous: list[tuple[int, int, tuple[Entry, ...]]]


def find_known(folded: str, tokens: Sequence[Token]) -> Found:
    """Every mention of an entry of the authority file."""
    who = authority()
    found = Found([], [])
    weak: list[tuple[int, int, tuple[Entry, ...]]] = []
    taken = [False] * len(tokens)
    index = 0
    while index < len(tokens):
        length, entries, is_weak = _longest(folded, tokens, index, who)
        if not entries:
            index += 1
            continue
        start, end = tokens[index].start, tokens[index + length - 1].end
        if is_weak:
            weak.append((start, end, entries))
        elif len(entries) == 1:
            found.spans.append((start, end, entries[0]))
        else:
            found.ambiguous.append((start, end, entries))
        for position in range(index, index + length):
            taken[position] = True
        index += length
    _acronyms(folded, found, weak, who)
    _settle(found, weak)
    found.spans = [span for span in _without_overlap(found.spans) if not _TICKER.match(folded, span[0])]
    return found


def _longest(folded: str, tokens: Sequence[Token], index: int, who: Authority) -> tuple[int, tuple[Entry, ...], bool]:
    longest = _first_words().get(tokens[index].key, 0)
    if not longest:
        return 0, (), False
    parts = [tokens[index].key]
    reach = 1
    while reach < longest and index + reach < len(tokens):
        left, right = tokens[index + reach - 1], tokens[index + reach]
        if not _GAP.match(folded[left.end : right.start]) and right.key != "and":
            break
        parts.append(right.key)
        reach += 1
    for length in range(reach, 0, -1):
        name = " ".join(parts[:length])
        entries, is_weak = who.lookup(name), False
        if not entries:
            text = folded[tokens[index].start : tokens[index + length - 1].end]
            entries, is_weak = who.weak(name, text), True
        if entries and _is_name(folded, tokens[index : index + length], entries):
            return length, entries, is_weak
    return 0, (), False


def _is_name(folded: str, span: Sequence[Token], entries: tuple[Entry, ...]) -> bool:
    """Whether the spelling has the capitals of a name, and no comma that the entry's own name lacks."""
    text = folded[span[0].start : span[-1].end]
    if "," in text and not any("," in name for entry in entries for name in entry.names):
        return False
    capitals = [token for token in span if not folded[token.start : token.end].islower()]
    return bool(capitals) and (len(span) == 1 or len(span) > 2 or folded[span[0].start].isupper() or len(capitals) > 1)


def _acronyms(folded: str, found: Found, weak: list[tuple[int, int, tuple[Entry, ...]]], who: Authority) -> None:
    covered = bytearray(len(folded) + 1)
    for start, end, _ in found.spans:
        covered[start:end] = b"\x01" * (end - start)
    for match in _ACRONYM.finditer(folded):
        if covered[match.start()]:
            continue
        entries = who.acronym(match[0])
        if not entries:
            weakly = who.weak(key(match[0]), match[0])
            if weakly:
                weak.append((match.start(), match.end(), weakly))
        else:
            if len(entries) == 1:
                found.spans.append((match.start(), match.end(), entries[0]))
            else:
                found.ambiguous.append((match.start(), match.end(), entries))


def _settle(found: Found, weak: list[tuple[int, int, tuple[Entry, ...]]]) -> None:
    """Weak and ambiguous spellings mean the one entry that the document names in full."""
    named = {entry.id for _, _, entry in found.spans}
    for start, end, entries in [*found.ambiguous, *weak]:
        fitting = [entry for entry in entries if entry.id in named]
        if len(fitting) == 1:
            found.spans.append((start, end, fitting[0]))
    found.ambiguous = [row for row in found.ambiguous if not any(entry.id in named for entry in row[2])]


def _without_overlap(spans: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    kept: list[tuple[int, int, Entry]] = []
    for span in sorted(spans, key=lambda row: (row[0], -row[1], row[2].id)):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def introduced(folded: str, end: int) -> tuple[str, int, int] | None:
    """The short form that a bracket right after a name introduces: its text and span."""
    match = _INTRODUCED.match(folded, end)
    if not match or key(match["short"]) in words("organisations", "not_names"):
        return None
    return match["short"], match.start("short"), match.end("short")


def legal_form(folded: str, end: int) -> int:
    """Where a name ends when the legal form behind it counts as part of it."""
    match = _LEGAL.match(folded, end)
    return match.end() if match else end


def unit_around(folded: str, tokens: Sequence[Token], first: int, last: int) -> tuple[int, int, bool]:
    """The span of tokens of a name grown by unit words around it, and whether they make it a named part.

    `first` is the index of the name's first token, `last` the one behind its last.
    """
    is_unit = False
    while last < len(tokens) and _UNIT_GAP.match(folded[tokens[last - 1].end : tokens[last].start]):
        word = tokens[last]
        text = folded[word.start : word.end]
        if not text[0].isupper() or word.key not in words("organisations", "units"):
            break
        is_unit = True
        last += 1
    position = first - 1
    while (
        position >= 0
        and first - position <= 5
        and tokens[position].key in ("de", "d", "la", "l", "recherche", "research")
    ):
        position -= 1
    if position >= 0 and re.fullmatch(r"[ '-]{1,2}", folded[tokens[position].end : tokens[position + 1].start]):
        word = tokens[position]
        if folded[word.start].isupper() and word.key in words("organisations", "unit_heads"):
            joined = first - position - 1
            sentence_start = position == 0 or folded[max(0, word.start - 2) : word.start].strip() in (".", "\n", "")
            if joined == 0 or not sentence_start or word.key in ("fondation", "institut", "chaire", "fonds"):
                return position, last, True
    return first, last, is_unit
