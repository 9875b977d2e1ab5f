"""Where a new name ends: the run of capitalised words, with the small words that names hold, that opens at a token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.extraction.lexicon import lexicon, words
from loaders.extraction.text import Token

_JOIN = re.compile(r"(?:[ -]{1,2}| & |'|\. ?|/)\Z")
DESCRIBED = {str(word): str(kind) for kind, group in lexicon("organisations")["descriptors"].items() for word in group}


@cache
def class_of(group: str) -> dict[str, str]:
    """Word → class of organisation, from one group of the vocabulary."""
    return {str(word): str(kind) for kind, entries in lexicon("organisations")[group].items() for word in entries}


def lower_words(folded: str, tokens: Sequence[Token]) -> frozenset[str]:
    """Words that the text also writes without a capital, so that a capital tells nothing of them."""
    return frozenset(token.key for token in tokens if folded[token.start].islower())


def _is_capital(folded: str, token: Token) -> bool:
    first = folded[token.start]
    text = folded[token.start : token.end]
    return (
        first.isupper()
        or (len(text) > 2 and first.islower() and any(ch.isupper() for ch in text[1:]))
        or (first.isdigit() and any(ch.isupper() for ch in text))
    )


def extent(folded: str, tokens: Sequence[Token], index: int, last: int, blocked: bytearray) -> int:
    """Index behind the name that opens at a token; the same index when none does."""
    first = tokens[index]
    if blocked[first.start]:
        return index
    lower_head = (
        first.key in _LOWER_HEADS and folded[first.start].islower() and _opens_lower(folded, tokens, index, last)
    )
    if not lower_head and not _is_capital(folded, first):
        return index
    head = first.key in class_of("heads")
    if first.key in _STARTERS and not head and not _bears_article(folded, tokens, index, last):
        return index
    if (first.key in words("people", "roles") and folded[first.start : first.end].isupper()) or first.key in (
        "us",
        "uk",
        "eu",
    ):
        return index  # `CEO of X`, `the US X`: the name begins later
    stop = index + 1
    reach = stop
    while reach < last and reach - index < 12:
        token = tokens[reach]
        gap = folded[tokens[reach - 1].end : token.start]
        if blocked[token.start] or not _JOIN.match(gap):
            break
        if gap == "/" or (gap.startswith(".") and len(folded[tokens[reach - 1].start : tokens[reach - 1].end]) > 2):
            break
        if token.key in ("and", "e", "y", "und") and any(
            following.key in class_of("heads") and folded[following.start].isupper()
            for following in tokens[reach + 1 : reach + 3]
        ):
            break  # two bodies
        described = head and (
            token.key in words("organisations", "name_words")
            or token.key in words("organisations", "scopes")
            or _FIELD_WORD.match(token.key)
        )
        described = described or (gap == "-" and token.key.isdigit())
        tail = (
            gap == "'" and token.end - token.start < 3 and token.key != "s" and token.key not in CONNECTORS
        )  # Le Floc'h
        if described or tail or _is_capital(folded, token) or folded[token.start] == "&":
            stop = reach + 1
        elif token.key not in (CONNECTORS if head else _LINKS):
            break
        reach += 1
    if head and index + 1 < last and tokens[index + 1].key in _PURPOSE and folded[first.start].isupper():
        stop = max(stop, _purpose_end(folded, tokens, index, last))
    while stop > index + 1 and tokens[stop - 1].key in words("organisations", "legal"):
        stop -= 1
    while stop > index + 1 and (tokens[stop - 1].key in CONNECTORS or tokens[stop - 1].key == "and"):
        stop -= 1
    return stop


def _opens_lower(folded: str, tokens: Sequence[Token], index: int, last: int) -> bool:
    """French writes *universite de X* and *hopital X* with a small letter: the name begins there all the same."""
    links = _LOWER_HEADS[tokens[index].key]
    following = index + 2 if links else index + 1
    if following >= last or (links and tokens[index + 1].key not in links):
        return False
    near = tokens[following].start - tokens[index].end <= 4
    return (
        near
        and folded[tokens[following].start].isupper()
        and folded[tokens[following - 1].end : tokens[following].start] in (" ", "'")
    )


def _bears_article(folded: str, tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether a capital article inside a sentence belongs to the name: *the association Les X*."""
    if tokens[index].key not in ("le", "la", "les", "the", "l") or not index or index + 1 >= last:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    gap = folded[before.end : tokens[index].start]
    ours = gap == ", " and index > 1 and tokens[index - 2].key in ("notre", "our")
    described = before.key in DESCRIBED and (gap == " " or ours)
    return described and folded[after.start].isupper()


def _purpose_end(folded: str, tokens: Sequence[Token], index: int, last: int) -> int:
    """Index behind *Association for the …* when the name runs to a mark of punctuation; else the same index."""
    for reach in range(index + 1, min(last, index + 12)):
        if tokens[reach].key in _VERBS:
            return index
        following = folded[tokens[reach].end : tokens[reach].end + 1]
        if following not in (" ", "'", "-"):
            return reach + 1 if reach - index > 2 and following in ("", ".", ",", ";", ")", "(", "\n") else index
    return index


@cache
def generic() -> frozenset[str]:
    """Words that describe what an organisation is; a name made of nothing else is a description."""
    return (
        CONNECTORS
        | words("organisations", "name_words")
        | words("organisations", "heads")
        | words("organisations", "tails")
    )


CONNECTORS = words("organisations", "connectors") | {"and", "a"}
_LINKS = frozenset(("de", "of", "for", "d", "du", "the"))
_STARTERS = words("organisations", "starters")
BODIES = words("organisations", "bodies")
_FIELD_WORD = re.compile(
    r"[a-z-]{3,}(?:logie|logiques?|iatrie|iatriques?|therapie|graphie|genetique|chirurgie|logy|iatrics?|nomie)\Z|(?:neuro|uro|gyneco|onco|hemato|immuno|radio|cardio|pneumo|gastro|hepato|psycho|soins|supportifs|chirurgie)\Z"
)
_PURPOSE = ("pour", "contre", "for", "against")
_VERBS = frozenset(
    [
        "est",
        "a",
        "ont",
        "sont",
        "sera",
        "seront",
        "qui",
        "que",
        "dont",
        "avec",
        "par",
        "is",
        "has",
        "have",
        "are",
        "will",
        "who",
        "which",
        "with",
        "by",
        "et",
        "and",
        "au",
        "aux",
        "depuis",
        "since",
        "en",
        "in",
        "propose",
        "finance",
        "soutient",
        "organise",
        "supports",
        "funds",
        "annonce",
        "offre",
        "remet",
        "verse",
        "attribue",
        "lance",
        "recoit",
        "signe",
    ]
)
_LOWER_HEADS = {"universite": ("de", "d", "du"), "hopital": (), "clinique": ()}
