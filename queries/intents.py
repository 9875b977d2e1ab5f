"""Which question a sentence puts: the concepts in it, compared with those in the phrasings of the catalogue."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from ontology.vocab import is_a
from queries.catalogue import catalogue
from queries.linking import Mention, Token, tokens
from queries.question import LANGUAGES, SLOT, Question

_LIGHT = 0.15  # weight of a concept that only says how a question is put
_UNKNOWN = 1.2  # weight of a word that no question uses
_NAME = 2.0  # weight of such a word where it is written as a name
_SIZES = range(5, 0, -1)  # words in an expression, the longest first
_PLAIN = 0.5  # weight of a word that is no concept but stands in a phrasing
_HEARTLESS = 0.7  # what is left of a fit when the concept that tells most of a phrasing is not in the sentence
_TURNED = 0.5  # what is left of a fit when the sentence says "not" and the phrasing does not
_ELSEWHERE = 0.75  # a concept of another phrasing of the same question


@dataclass(frozen=True)
class Lexicon:
    """The words of `concepts.yaml`: expression (folded words) → concept; stems end in `*`."""

    exact: Mapping[tuple[str, ...], str]
    stems: tuple[tuple[tuple[str, ...], str], ...]
    light: frozenset[str]
    turns: frozenset[str]
    fillers: Mapping[str, frozenset[str]]

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words that say nothing of what is asked, in any language."""
        return frozenset().union(*self.fillers.values())

    def concept(self, words: tuple[str, ...]) -> str | None:
        """The concept that an expression stands for."""
        if words in self.exact:
            return self.exact[words]
        for pattern, concept in self.stems:
            if len(pattern) == len(words) and all(
                word.startswith(part[:-1]) if part.endswith("*") else word == part
                for part, word in zip(pattern, words, strict=True)
            ):
                return concept
        return None

    def expressions(self, words: Sequence[str | None]) -> Iterator[tuple[int, int, str]]:
        """The expressions in a sentence, the longest first at each place: start, end, concept; None is a slot."""
        place = 0
        while place < len(words):
            for size in _SIZES:
                piece = tuple(word for word in words[place : place + size] if word is not None)
                concept = self.concept(piece) if len(piece) == size else None
                if concept:
                    yield place, place + size, concept
                    place += size
                    break
            else:
                place += 1

    def usual(self, words: Sequence[str]) -> frozenset[int]:
        """The places of the words by which questions are put, rather than what they are about."""
        inside = {place for start, end, _ in self.expressions(words) for place in range(start, end)}
        return frozenset(inside | {place for place, word in enumerate(words) if word in self.stop})

    def read(self, words: Sequence[str | None]) -> tuple[frozenset[str], tuple[str, ...]]:
        """The concepts of a sentence, and the words that are neither concept nor filler; None is a slot."""
        found = list(self.expressions(words))
        inside = {place for start, end, _ in found for place in range(start, end)}
        unknown = [
            word
            for place, word in enumerate(words)
            if word is not None and place not in inside and word not in self.stop and not word.isdigit()
        ]
        return frozenset(concept for _, _, concept in found), tuple(unknown)


@cache
def lexicon() -> Lexicon:
    """The words that the program ships."""
    text = Path(__file__).with_name("concepts.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # all scalars stay text: `on` and `no` are words
    exact: dict[tuple[str, ...], str] = {}
    stems: list[tuple[tuple[str, ...], str]] = []
    for group in ("light", "content", "turns"):
        for concept, expressions in data[group].items():
            for expression in expressions:
                words = tuple(expression.split())
                if any(word.endswith("*") for word in words):
                    stems.append((words, concept))
                else:
                    exact[words] = concept
    # the longer the stem, the more it says
    stems.sort(key=lambda item: -sum(map(len, item[0])))
    return Lexicon(
        exact,
        tuple(stems),
        frozenset(data["light"]),
        frozenset(data["turns"]),
        {lang: frozenset(words) for lang, words in data["stop"].items()},
    )


@dataclass(frozen=True)
class Candidate:
    """A question that a sentence may put: how well it fits, and what its parameters would be.

    Attributes:
        missing: required parameters that the sentence does not name.
        rivals: a mention that names several things, where there is one.
    """

    question: Question
    score: float
    parameters: Mapping[str, str]
    names: Mapping[str, str]
    missing: tuple[str, ...]
    ambiguous: Mention | None = None


def candidates(words: Sequence[Token], found: Sequence[Mention]) -> list[Candidate]:
    """All questions, the best fitting first."""
    inside = {
        place
        for mention in found
        if mention.type not in ("kind", "integer")  # a number is a filler anyway, and may be part of an expression
        for place in range(mention.start, mention.end)
    }
    # the words of a kind may be how the question is put as well ("pharma companies"): they count where they are usual
    kinds = {place for mention in found if mention.type == "kind" for place in range(mention.start, mention.end)}
    usual = lexicon().usual([word.folded for word in words])
    plain: list[str | None] = [
        None if place in inside or (place in kinds and place not in usual) else word.folded
        for place, word in enumerate(words)
    ]
    concepts, unknown = lexicon().read(plain)
    names = {word.folded for word in words[1:] if word.text[0].isupper()}  # the first word is written so anyway
    concepts |= {word for word in unknown if word in _weights()}
    strange = sum(_NAME if word in names else _UNKNOWN for word in unknown if word not in concepts)
    ranked = [_candidate(question, concepts, strange, found) for question in catalogue().questions.values()]
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _candidate(question: Question, concepts: frozenset[str], strange: float, found: Sequence[Mention]) -> Candidate:
    parameters, names, unplaced = _assign(question, found)
    missing = tuple(each.name for each in question.parameters if each.required and each.name not in parameters)
    fit = max(_fit(concepts, phrasing, strange, question) for phrasing in _phrasings(question))
    for mention in unplaced:
        fit *= _UNPLACED[mention.type] if not mention.general else 0.97
    for mention in found:
        fit *= mention.certainty
    if missing:
        fit *= 0.5
    filled = sum(1 for mention in found if mention not in unplaced and mention.type in ("actor", "area", "agreement"))
    fit += 0.02 * filled
    ambiguous = next((mention for mention in found if mention.rivals and mention not in unplaced), None)
    return Candidate(question, round(min(fit, 1.0), 3), parameters, names, missing, ambiguous)


# How much of a fit is left when a question cannot use something that the sentence names.
_UNPLACED = {
    "actor": 0.5,
    "person": 0.5,
    "area": 0.55,
    "agreement": 0.5,
    "document": 0.6,
    "kind": 0.85,
    "date": 0.75,
    "integer": 0.95,
}


def _assign(question: Question, found: Sequence[Mention]) -> tuple[dict[str, str], dict[str, str], list[Mention]]:
    """What is named put into the parameters that take it, in the order of the sentence."""
    parameters: dict[str, str] = {}
    names: dict[str, str] = {}
    unplaced: list[Mention] = []
    for mention in found:
        place = next(
            (
                each
                for each in question.parameters
                if each.name not in parameters
                and (each.type == mention.type or (each.type == "thing" and mention.type in _THINGS))
                and (mention.type != "kind" or _kind_fits(mention.value, each.suggests))
            ),
            None,
        )
        if place is None:
            if mention.value not in parameters.values():
                unplaced.append(mention)
        elif mention.value not in parameters.values():
            parameters[place.name] = mention.value
            names[place.name] = mention.name
    return parameters, names, unplaced


_THINGS = ("actor", "person", "agreement", "area", "document")


def _kind_fits(kind: str, root: str | None) -> bool:
    return root is None or is_a(kind, root)


def _fit(concepts: frozenset[str], phrasing: frozenset[str], strange: float, question: Question) -> float:
    weights = _weights()
    light = lexicon().light
    elsewhere = frozenset().union(*_phrasings(question))
    asked = sum(weights.get(each, _UNKNOWN) for each in concepts) + strange
    said = sum(weights[each] for each in phrasing)
    shared = sum(weights[each] for each in concepts & phrasing)
    near = sum(_ELSEWHERE * weights[each] for each in (concepts & elsewhere) - phrasing)
    if not (concepts & elsewhere) - light or not asked or not said:
        return 0.0  # only how it is put, nothing of what it asks
    turned = _TURNED if (concepts & lexicon().turns) - phrasing else 1.0
    heart = max(phrasing, key=lambda concept: (weights[concept], concept))
    if heart not in concepts:
        turned *= _HEARTLESS
    return turned * (0.7 * (shared + near) / asked + 0.3 * shared / said)


@cache
def _phrasings(question: Question) -> tuple[frozenset[str], ...]:
    return tuple(dict.fromkeys(_concepts_of(question)))


def _concepts_of(question: Question) -> Iterator[frozenset[str]]:
    for language in LANGUAGES:
        for phrasing in (question.wording[language], *question.phrasings[language]):
            words: list[str | None] = []
            for piece in SLOT.split(phrasing)[::1]:
                if question.parameter(piece) is not None:
                    words.append(None)
                else:
                    words.extend(token.folded for token in tokens(piece))
            concepts, others = lexicon().read(words)
            if concepts - lexicon().light:
                yield concepts | frozenset(others)


@cache
def _weights() -> Mapping[str, float]:
    """How much a concept tells: the fewer questions use it, the more."""
    questions = catalogue().questions.values()
    used: dict[str, int] = {}
    for question in questions:
        for concept in frozenset().union(*_phrasings(question)):
            used[concept] = used.get(concept, 0) + 1
    total = len(questions)
    weights = {concept: 0.4 + math.log(total / count) / math.log(total) for concept, count in used.items()}
    return {**weights, **dict.fromkeys(lexicon().light, _LIGHT)}
