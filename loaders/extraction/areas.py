"""Therapeutic areas and approaches named in a text, by the wording of the area scheme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.extraction.text import Token, word_key
from loaders.folding import fold
from loaders.model import Language
from ontology.areas import ROOT, AreaConcept, areas


@dataclass(frozen=True, slots=True)
class AreaMention:
    """An area named in the text."""

    start: int
    end: int
    slug: str


@cache
def _index() -> tuple[dict[tuple[str, ...], tuple[str, str | None]], dict[str, int]]:
    """Words of a wording → (slug, exact spelling for acronyms), and the longest wording by first word."""
    import re

    index: dict[tuple[str, ...], tuple[str, str | None]] = {}
    longest: dict[str, int] = {}
    for concept in areas().values():
        for language in ("en", "fr"):
            for wording in _labels(concept, language):
                words = tuple(word_key(word) for word in re.findall(r"[^\W_]+|&", fold(wording)))
                if not words:
                    continue
                exact = wording if wording.isupper() and len(wording) <= 6 else None
                index.setdefault(words, (concept.slug, exact))
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return index, longest


def _labels(concept: AreaConcept, language: Language) -> tuple[str, ...]:
    return concept.labels(language) if language in concept.pref_labels else concept.alt_labels.get(language, ())


def find_areas(folded: str, tokens: Sequence[Token], blocked: bytearray) -> list[AreaMention]:
    """Areas in order, longest wording first; none inside the name of an organisation."""
    index, longest = _index()
    found: list[AreaMention] = []
    position = 0
    while position < len(tokens):
        step = 1
        reach = longest.get(tokens[position].key, 0)
        if reach and not blocked[tokens[position].start]:
            words = tuple(token.key for token in tokens[position : position + reach])
            for length in range(min(reach, len(words)), 0, -1):
                span = tokens[position : position + length]
                hit = index.get(words[:length])
                if not hit or not _joined(folded, span) or any(blocked[token.start] for token in span):
                    continue
                if hit[1] and folded[span[0].start : span[-1].end] != fold(hit[1]):
                    continue
                found.append(AreaMention(span[0].start, span[-1].end, hit[0]))
                step = length
                break
        position += step
    return found


def _joined(folded: str, span: Sequence[Token]) -> bool:
    return all(
        folded[left.end : right.start].strip(" -'/&") == "" and right.start - left.end <= 3
        for left, right in pairwise(span)
    )


def most_specific(slugs: Sequence[str]) -> list[str]:
    """Areas without those that are above another one of the list, and without the root when others are there."""
    above = {ancestor for slug in slugs for ancestor in _ancestors(slug)}
    kept = [slug for slug in dict.fromkeys(slugs) if slug not in above]
    return [slug for slug in kept if slug != ROOT or len(kept) == 1]


@cache
def _ancestors(slug: str) -> frozenset[str]:
    concept = areas().get(slug)
    return frozenset(
        ancestor for broader in (concept.broader if concept else ()) for ancestor in (broader, *_ancestors(broader))
    )
