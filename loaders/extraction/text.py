"""The text made plain without moving a character: folding, unwrapping of hard-wrapped lines, tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from loaders.extraction.dates import MONTH
from loaders.folding import fold

LONGEST_TEXT = 500_000  # characters read; a longer text is a data dump, not a document
_MARKUP = re.compile(r"\*{1,3}|_{2,3}|(?m:^#{1,6} )")
_PICTOGRAM = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u200b\ufeff\u00ad]")
_WORDS = re.compile(r"[^\W_]+|&")
_SAME_WORD = {"&": "and", "et": "and", "st": "saint", "ste": "sainte"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_BROKEN_DATE = re.compile(
    r"(?P<day>\b\d{1,2}(?:er|st|nd|rd|th)?)[ \t]*\n(?=[ \t]*(?P<month>" + MONTH + r")\b\.?,? \d{4}\b)"
    r"|(?:\b(?:" + MONTH + r")\b\.?(?: \d{1,2},?)?)[ \t]*\n(?=[ \t]*(?:\d{1,2},? )?(?:19|20)\d\d\b(?!\s*:))",
    re.IGNORECASE,
)  # a date that a line end cuts
_ENDS_LINE = re.compile(r"[.!?:;»\"]\s*$")
_STARTS_ITEM = re.compile(r"\s*(?:[-–•·▪◦‣*►]|\(?\d{1,2}[.)]\s|\[\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands and the key that names are compared by."""

    start: int
    end: int
    key: str


def plain(text: str) -> str:
    """The text folded, its markup and pictograms blanked, hard-wrapped lines joined; as long as before."""
    folded = fold(text.replace("\r", " "))
    folded = _MARKUP.sub(lambda m: " " * len(m[0]), folded)
    folded = _PICTOGRAM.sub(" ", folded)
    return _unwrap(_BROKEN_DATE.sub(lambda m: m[0].replace("\n", " "), folded))


def lower(folded: str) -> str:
    """Lower case of the same length."""
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _unwrap(text: str) -> str:
    """Newlines inside a paragraph made spaces, where the next word would not have fitted on the line."""
    lines = text.split("\n")
    blocks = [(first, last, sorted(len(line.rstrip()) for line in lines[first:last])) for first, last in _blocks(lines)]
    column = max((lengths[-1] for _, _, lengths in blocks if len(lengths) > 3 and _even(lengths)), default=0)
    for first, last, lengths in blocks:
        width = lengths[-1]
        short = len(lengths) == 2 and column and 0.75 * column < width <= column + 2
        if len(lengths) < 2 or not 28 <= width <= 130 or (width < 40 and len(lengths) < 5):
            continue
        even = short or _even(lengths)
        width = column if short else width
        for index in range(first, last - 1):
            line, following = lines[index].rstrip(), lines[index + 1]
            word = following.split(maxsplit=1)[0] if following.strip() else ""
            joined = even and len(line) + 1 + len(word) > width - 2 and len(line) > width // 2
            continued = following[:1].islower() and not _ENDS_LINE.search(line) and len(line) > width // 2
            if word and (joined or continued) and not _STARTS_ITEM.match(following):
                lines[index] += "\x00"
    return "\n".join(lines).replace("\x00\n", " ").replace("\x00", " ")


def _even(lengths: Sequence[int]) -> bool:
    """Whether the lines of a paragraph, their lengths in order, are about as long as the longest."""
    return len(lengths) > 2 and lengths[len(lengths) // 2] > 0.8 * lengths[-1] and 40 <= lengths[-1] <= 130


def _blocks(lines: list[str]) -> list[tuple[int, int]]:
    blocks, start = [], 0
    for index, line in enumerate([*lines, ""]):
        if not line.strip():
            if index > start:
                blocks.append((start, index))
            start = index + 1
    return blocks


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The key of one word, as `loaders.folding.key` makes it of a name's words."""
    lowered = word.casefold().translate(_LIGATURES)
    return _SAME_WORD.get(lowered, lowered)


def tokens(folded: str) -> list[Token]:
    """The words of a folded text; `&` counts as the word *and*."""
    return [Token(m.start(), m.end(), word_key(m[0])) for m in _WORDS.finditer(folded)]


class Placed(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int:
        """Its first character."""


P = TypeVar("P", bound=Placed)


class Placements(Generic[P]):
    """Things in the order of the text, found by place without a look at all of them."""

    def __init__(self, things: Iterable[P] = ()) -> None:
        self.things: list[P] = sorted(things, key=lambda thing: thing.start)
        self._starts = [thing.start for thing in self.things]

    def within(self, start: int, end: int) -> Sequence[P]:
        """Those that begin inside a span."""
        return self.things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, position: int) -> P | None:
        """The last one that begins at or before a place."""
        index = bisect_right(self._starts, position) - 1
        return self.things[index] if index >= 0 else None


class Cover:
    """Which characters of a text lie in some spans."""

    def __init__(self, length: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marks = bytearray(length + 1)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Marks a span."""
        self._marks[start:end] = b"\x01" * (min(end, len(self._marks)) - start)

    def __contains__(self, position: object) -> bool:
        return isinstance(position, int) and bool(self._marks[position])
