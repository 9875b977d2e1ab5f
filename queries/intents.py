"""Which question a sentence puts: the concepts in it, compared with those in the phrasings of the catalogue."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

import yaml
from rapidfuzz.distance import Levenshtein

from ontology.vocab import is_a
from queries.catalogue import catalogue
from queries.linking import Mention, Token, tokens
from queries.question import LANGUAGES, SLOT, Question

_LIGHT = 0.15  # weight of a concept that only says how a question is put
_SIZES = range(5, 0, -1)  # words in an expression, the longest first
_HEARTLESS = 0.7  # what is left of a fit when the concept that tells most of a phrasing is not in the sentence
_TURNED = 0.5  # what is left of a fit when the sentence says "not" and the phrasing does not
_ELSEWHERE = 0.75  # a concept of another phrasing of the same question
_FOREIGN = 1.2  # weight of a concept that no question uses
_SLOT = 0.6  # weight of a thing that is named
_UNCOVERED = 0.8  # what is left of a fit for each concept that no phrasing of the question has
_UNSAID = 0.35  # share of it that counts for a thing that the sentence names and the phrasing does not
# What is left of a fit for each word that is not understood.
_OUTSIDE = 0.2  # it speaks of something that the graph has no notion of
_NAME = 0.3  # it is written as a name, and the graph has no such name
_ASKED = 0.45  # it stands where the thing asked for, or a name, is expected
_WORD = 0.6
_MANNER = 0.95  # an adverb
_FEWEST = 2  # words that are understood, in a question
_MISSPELT = 0.97  # it is near to a word that is understood
_OPENERS = frozenset(
    [
        "what",
        "which",
        "many",
        "of",
        "with",
        "between",
        "and",
        "at",
        "for",
        "by",
        "quel",
        "quels",
        "quelle",
        "quelles",
        "who",
        "qui",
    ]
) | frozenset(["de", "d", "des", "du", "avec", "entre", "et", "chez", "pour"])
_BETWEEN = frozenset(  # what may stand between such a word and what it opens: articles, auxiliaries
    ["the", "a", "an", "le", "la", "les", "l", "un", "une", "is", "are", "was", "were", "has", "have", "had", "did"]
) | frozenset(["est", "sont", "ont", "ete", "etait", "been", "s", "se"])


@dataclass(frozen=True)
class Lexicon:
    """The words of `concepts.yaml`: expression (folded words) → concept; stems end in `*`."""

    exact: Mapping[tuple[str, ...], str]
    stems: tuple[tuple[tuple[str, ...], str], ...]
    light: frozenset[str]
    turns: frozenset[str]
    outside: frozenset[str]
    fillers: Mapping[str, frozenset[str]]

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words that say nothing of what is asked, in any language."""
        return frozenset().union(*self.fillers.values())

    @cached_property
    def _stems_at(self) -> Mapping[tuple[int, str], Sequence[tuple[tuple[str, ...], str]]]:
        """The stems by their number of words and first letter, in the same order."""
        found: dict[tuple[int, str], list[tuple[tuple[str, ...], str]]] = {}
        for pattern, concept in self.stems:
            found.setdefault((len(pattern), pattern[0][:1]), []).append((pattern, concept))
        return found

    def concept(self, words: tuple[str, ...]) -> str | None:
        """The concept that an expression stands for."""
        if words in self.exact:
            return self.exact[words]
        for pattern, concept in self._stems_at.get((len(words), words[0][:1]), ()) if words else ():
            if all(
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

    def read(self, words: Sequence[str | None]) -> tuple[frozenset[str], tuple[int, ...]]:
        """The concepts of a sentence, and the places of words that are neither concept nor filler; None is a slot."""
        found = list(self.expressions(words))
        inside = {place for start, end, _ in found for place in range(start, end)}
        unknown = tuple(
            place
            for place, word in enumerate(words)
            if word is not None and place not in inside and word not in self.stop and not word.isdigit()
        )
        concepts = frozenset(concept for _, _, concept in found)
        if sum(1 for start, _, _ in found if (words[start] or "").startswith(_PARTNER)) > 1:
            concepts |= {"SECOND_HAND"}  # "partners of its partners", whatever stands between
        return concepts, unknown

    @cached_property
    def _spellings(self) -> tuple[tuple[str, str | None], ...]:
        """The single words and the concept of each, None for a filler; those too short to be guessed are left out."""
        known = [(words[0], concept) for words, concept in self.exact.items() if len(words) == 1]
        known += [(words[0][:-1], concept) for words, concept in self.stems if len(words) == 1]
        return tuple((word, concept) for word, concept in known if len(word) >= _GUESSABLE)

    def misspelt(self, word: str) -> str | None:
        """The concept of the word that a misspelt one stands for: one letter away, two in a long word."""
        if len(word) < _GUESSABLE:
            return None
        errors = 1 if len(word) < _LONG else 2
        best: tuple[int, str | None] = (errors + 1, None)
        for known, concept in self._spellings:
            if known[0] == word[0] and abs(len(known) - len(word)) <= errors + 2:
                for beginning in (word, word[: len(known)], word[: len(known) - 1], word[: len(known) + 1]):
                    if len(beginning) * 4 >= len(word) * 3:
                        best = min(best, (Levenshtein.distance(beginning, known), concept), key=lambda pair: pair[0])
        return best[1]


_PARTNER = ("partner", "partenaire")
_GUESSABLE = 6  # letters from which a word may be misspelt
_LONG = 9  # letters from which it may be by two


@cache
def lexicon() -> Lexicon:
    """The words that the program ships."""
    text = Path(__file__).with_name("concepts.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # all scalars stay text: `on` and `no` are words
    exact: dict[tuple[str, ...], str] = {}
    stems: list[tuple[tuple[str, ...], str]] = []
    for group in ("light", "content", "turns", "outside"):
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
        frozenset(data["outside"]),
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

    @property
    def bound(self) -> int:
        """How many parameters that the question never goes without are in the sentence.

        A question about a thing is meant sooner than one that the thing merely narrows.
        """
        always = {each.name for each in self.question.parameters if each.required or each.default}
        return len(always & set(self.parameters))


@dataclass(frozen=True)
class Reading:
    """A sentence as it is compared: its concepts, what it names, and what is left for the words not understood."""

    concepts: frozenset[str]
    found: Sequence[Mention]
    heard: Mapping[int, frozenset[str]]  # what the words of a kind say beside naming it, by where they begin
    understood: float
    unknown: tuple[str, ...]


def candidates(words: Sequence[Token], found: Sequence[Mention]) -> list[Candidate]:
    """All questions, the best fitting first."""
    reading = _read(words, _meant(words, found))
    ranked = [_candidate(question, reading) for question in catalogue().questions.values()]
    return sorted(ranked, key=lambda candidate: (-candidate.score, -candidate.bound))


def _meant(words: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """What is named, but for the kinds and areas that are named to be left out: "sponsorship rather than licence"."""
    spoken = list(lexicon().expressions([word.folded for word in words]))
    rather = next((end for _, end, concept in spoken if concept == "RATHER"), len(words))
    ends = any(concept == "END" for _, _, concept in spoken)
    kept = [each for each in found if each.start < rather or each.type not in ("kind", "area")]
    # what ended before a date had ended by that date; of nothing else does a limit make a date
    return [replace(each, type="date", value=each.name) if ends and each.early else each for each in kept]


def _read(words: Sequence[Token], found: Sequence[Mention]) -> Reading:
    # a number is a filler anyway, and may be part of an expression
    inside = {place for each in found if each.type != "integer" for place in range(each.start, each.end)}
    # the words of a kind may be how the question is put as well ("pharma companies"): they count where they are usual
    kinds = {place for mention in found if mention.type == "kind" for place in range(mention.start, mention.end)}
    folded = [word.folded for word in words]
    usual = lexicon().usual(folded)
    plain: list[str | None] = [
        None if place in inside and not (place in kinds and place in usual) else word
        for place, word in enumerate(folded)
    ]
    concepts, strange = lexicon().read(plain)
    concepts = _negated(concepts, folded)
    strange += _capitals(words, plain)
    understood = 1.0
    unknown: list[str] = []
    for place in strange:
        word = folded[place]
        meant = lexicon().misspelt(word) if words[place].text.islower() or place == 0 else None
        if word in _weights():
            concepts |= {word}
        elif meant:
            concepts |= {meant}
            understood *= _MISSPELT
        else:
            unknown.append(words[place].text)
            understood *= _strangeness(words, place)
    said = sum(1 for place, word in enumerate(folded) if word.isalpha() and (place in usual or place in inside))
    if said < _FEWEST and not any(each.type == "kind" for each in found):
        understood *= _WORD  # one word is no question
    if concepts & lexicon().outside:
        understood *= _OUTSIDE
    heard = {
        each.start: frozenset(concept for _, _, concept in lexicon().expressions(folded[each.start : each.end]))
        for each in found
        if each.type == "kind"
    }
    return Reading(concepts - lexicon().outside, found, heard, understood, tuple(unknown))


def _capitals(words: Sequence[Token], plain: Sequence[str | None]) -> tuple[int, ...]:
    """The places of small words in capitals, in a sentence that is not: `UN` is a name where `un` is an article."""
    if all(word.text.isupper() for word in words):
        return ()
    return tuple(
        place
        for place, word in enumerate(plain)
        if word in lexicon().stop and len(word) > 1 and words[place].text.isupper()
    )


def _negated(concepts: frozenset[str], words: Sequence[str]) -> frozenset[str]:
    """French says "no longer" and "only" in two words that stand apart: ne … plus, ne … que."""
    for place, word in enumerate(words):
        if word in ("ne", "n") and not concepts & lexicon().turns:
            after = words[place + 1 :]
            if "plus" in after and after[after.index("plus") + 1 : after.index("plus") + 2] != ["de"]:
                return concepts | {"NOT"}
            if "que" in after or "qu" in after:
                return concepts | {"ONLY"}
    return concepts


def _strangeness(words: Sequence[Token], place: int) -> float:
    """What is left of a fit for a word that is not understood, by how it is written and where it stands."""
    word = words[place]
    if place and (word.text[0].isupper() or any(letter.isdigit() for letter in word.text)):
        return _NAME
    before = [each.folded for each in words[:place]]
    noun = bool(before) and before[-1] in _OPENERS | _BETWEEN | lexicon().stop
    if word.folded.endswith(("ement", "amment", "emment", "ly")) and not noun:
        return _MANNER
    while before and before[-1] in _BETWEEN:
        before.pop()
    return _ASKED if not before or before[-1] in _OPENERS else _WORD


def _candidate(question: Question, reading: Reading) -> Candidate:
    parameters, names, unplaced = _assign(question, reading.found)
    missing = tuple(each.name for each in question.parameters if each.required and each.name not in parameters)
    placed = Counter(mention.type for mention in reading.found if mention not in unplaced)
    concepts = reading.concepts
    for mention in reading.found:
        if mention.type == "kind" and (mention not in unplaced or _told(mention, placed)):
            # its words say which agreements, not what is asked of them
            concepts -= reading.heard.get(mention.start, frozenset()) - _vocabulary(question)
    fit = max((_fit(concepts, phrasing, placed, question) for phrasing in _phrasings(question)), default=0.0)
    fit *= reading.understood
    for mention in unplaced:
        if mention.general:
            fit *= _GENERAL
        elif _told(mention, placed):
            fit *= _TOLD
        elif mention.type != "kind" or not _heard(mention, reading, question):
            fit *= _UNPLACED[mention.type]
    for mention in reading.found:
        fit *= mention.certainty
    if missing:
        fit *= _LACKING
    ambiguous = next((mention for mention in reading.found if mention.rivals and mention not in unplaced), None)
    return Candidate(question, round(min(fit, 1.0), 3), parameters, names, missing, ambiguous)


def _told(mention: Mention, placed: Mapping[str, int]) -> bool:
    """Whether a kind is named beside the parties, which tell already what agreement is meant."""
    return mention.type == "kind" and placed["actor"] > 1 and is_a(mention.value, "Agreement")


def _heard(mention: Mention, reading: Reading, question: Question) -> bool:
    """Whether the words of a kind are part of how the question is put."""
    heard = reading.heard.get(mention.start, frozenset()) - _ANY_AGREEMENT
    return bool(heard & _vocabulary(question))


_ANY_AGREEMENT = frozenset(["AGREEMENT", "PARTNER", "SIGN"])  # said of every kind of agreement
_GENERAL = 0.97
_TOLD = 0.9
_LACKING = 0.5
# How much of a fit is left when a question cannot use something that the sentence names.
_UNPLACED = {
    "actor": 0.5,
    "person": 0.5,
    "area": 0.55,
    "agreement": 0.5,
    "document": 0.6,
    "kind": 0.7,
    "date": 0.6,
    "span": 0.5,
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


@dataclass(frozen=True)
class Phrasing:
    """One way to put a question: its concepts, and how many things of each type it names."""

    concepts: frozenset[str]
    slots: Mapping[str, int]


def _fit(concepts: frozenset[str], phrasing: Phrasing, placed: Mapping[str, int], question: Question) -> float:
    weights, light = _weights(), lexicon().light | lexicon().turns
    elsewhere = _vocabulary(question)
    named = sum(_SLOT * min(placed[type_], count) for type_, count in phrasing.slots.items())
    bare = not phrasing.concepts - light and all(placed[type_] >= count for type_, count in phrasing.slots.items())
    if not (concepts or placed["kind"]) or not ((concepts & elsewhere) - light - {"HOWMUCH"} or bare):
        return 0.0  # only how it is put, nothing of what it asks
    asked = sum(weights.get(each, _FOREIGN) for each in concepts) + named
    said = sum(weights[each] for each in phrasing.concepts) + named
    shared = sum(weights[each] for each in concepts & phrasing.concepts) + named
    near = sum(_ELSEWHERE * weights[each] for each in (concepts & elsewhere) - phrasing.concepts)
    for type_ in {*phrasing.slots, *placed} - {"integer", "date"}:
        less = phrasing.slots.get(type_, 0) - placed[type_]
        said += _SLOT * (less if less > 0 else -less * _UNSAID)
    fit = 0.65 * (shared + near) / asked + 0.35 * shared / said
    fit *= _UNCOVERED ** len(concepts - elsewhere - light)
    if (concepts & lexicon().turns) - phrasing.concepts:
        fit *= _TURNED
    heart = max(phrasing.concepts, key=lambda concept: (weights[concept], concept), default=None)
    if heart is not None and heart not in concepts:
        fit *= _HEARTLESS
    return fit


@cache
def _vocabulary(question: Question) -> frozenset[str]:
    return frozenset().union(*(phrasing.concepts for phrasing in _phrasings(question)))


@cache
def _phrasings(question: Question) -> tuple[Phrasing, ...]:
    read = [
        _phrasing(question, text)
        for language in LANGUAGES
        for text in (question.wording[language], *question.phrasings[language])
    ]
    return tuple({(each.concepts, tuple(sorted(each.slots.items()))): each for each in read}.values())


def _phrasing(question: Question, text: str) -> Phrasing:
    words: list[str | None] = []
    slots: Counter[str] = Counter()
    for piece in SLOT.split(text):
        parameter = question.parameter(piece)
        if parameter is not None:
            words.append(None)
            slots["actor" if parameter.type == "thing" else parameter.type] += 1
        else:
            words.extend(token.folded for token in tokens(piece))
    concepts, others = lexicon().read(words)
    plain = frozenset(word for place in others if (word := words[place]) is not None)
    return Phrasing(_negated(concepts, [word or "" for word in words]) | plain, slots)


@cache
def _weights() -> Mapping[str, float]:
    """How much a concept tells: the fewer questions use it, the more."""
    questions = catalogue().questions.values()
    used = Counter(concept for question in questions for concept in _vocabulary(question))
    total = len(questions)
    weights = {concept: 0.4 + math.log(total / count) / math.log(total) for concept, count in used.items()}
    return {**weights, **dict.fromkeys(lexicon().light | lexicon().turns, _LIGHT)}
