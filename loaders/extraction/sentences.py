"""Sentences: a splitter of our own with a guard for abbreviations and initials."""

from __future__ import annotations

import re
from itertools import pairwise

LONGEST = 1_200  # characters; a longer sentence is cut, so that no pattern meets an unbounded text
_END = re.compile(r"[.!?…]+[\"')\]]{0,3}(?=\s)|[!?…]\"")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'-])(?:[A-Z]|Dr|Drs|Pr|Prs|Prof|Mr|Mrs|Ms|MM|Mme|Mlle|St|Ste|Inc|Corp|Ltd|Co|Cie|No|Nos|Jr|Sr|vs|etc|al|"
    r"e\.g|i\.e|cf|fig|env|approx|tel|Tel|dept|Univ|art|resp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|fevr|"
    r"avr|juil|[A-Z]\.[A-Z]|U\.S|U\.K|S\.A|Ph\.?D|M\.D|M\.Sc|MSc|p|pp|n|vol|ed)\.$"
)
_NOT_A_START = re.compile(r"\s+[a-z,;)]")
_STAYS = re.compile(r"(?:Inc|Corp|Ltd|Co|Cie|etc|S\.A|U\.S|U\.K|al|PhD|Ph\.D|MSc|M\.D)\.$")


def sentences(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph, trimmed of spaces."""
    cuts = [start]
    for match in _END.finditer(folded, start, end):
        before = folded[max(start, match.start() - 12) : match.start() + 1]
        after = folded[match.end() : match.end() + 3]
        if _NOT_A_START.match(after):
            continue
        if match[0][0] == "." and len(match[0]) == 1 and _ABBREVIATION.search(before):
            following = folded[match.end() : match.end() + 40].lstrip()
            if not (
                _STAYS.search(before)
                and re.match(r"(?:The|This|Under|It|We|In|Le|La|Les|Ce|Cette|Nous|About)\b", following)
            ):
                continue
        cuts.append(match.end())
    cuts.append(end)
    spans: list[tuple[int, int]] = []
    for left, right in pairwise(cuts):
        spans.extend(_bounded(folded, left, right))
    return spans


def _bounded(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    while start < end:
        stop = end
        if end - start > LONGEST:
            space = folded.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = space if space > start else start + LONGEST
        piece = folded[start:stop]
        left, right = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        if left < right:
            spans.append((left, right))
        start = stop
    return spans
