"""A sentence in French or English, answered by a question of the catalogue, or honestly refused.

No language model: names are linked to the graph, the other words read as concepts and compared with the phrasings of
the catalogue. A wrong answer is worse than a refusal, so a sentence with words that no question uses, with a name that
no question can take, or that two questions fit equally well is refused, and the nearest questions are named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.store import Store
from queries.intents import Candidate, candidates, lexicon
from queries.linking import Mention, Token, mentions, tokens
from queries.names import NameIndex, index_of
from queries.runner import Answer, answer

THRESHOLD = 0.62  # confidence from which a sentence is answered
_SURE = 0.9  # confidence from which a near second does not matter
_MARGIN = 0.03  # two questions nearer than this are not told apart
_LONGEST = 500  # characters of a sentence
_REASONS = {
    "unfit": {
        "fr": "Aucune question du catalogue ne correspond assez bien à cette phrase.",
        "en": "No question of the catalogue fits this sentence well enough.",
    },
    "rivals": {"fr": "Plusieurs choses portent ce nom : {}.", "en": "Several things have this name: {}."},
    "close": {
        "fr": "Deux questions conviennent aussi bien l'une que l'autre.",
        "en": "Two questions fit equally well.",
    },
}


@dataclass(frozen=True)
class Alternative:
    """A question that may be meant, in words, with its parameters as understood so far."""

    id: str
    wording: str
    parameters: Mapping[str, str]
    confidence: float
    missing: Sequence[str] = ()

    def to_json(self) -> dict[str, Any]:
        """The alternative as the interface shows it."""
        return {
            "id": self.id,
            "wording": self.wording,
            "parameters": dict(self.parameters),
            "confidence": self.confidence,
            "missing": list(self.missing),
        }


@dataclass(frozen=True)
class AskResult:
    """What became of a sentence.

    Attributes:
        question: the question chosen, None below the threshold.
        parameters: what goes into it, as a person would write it.
        confidence: 0 to 1.
        alternatives: the nearest other questions; the three nearest where none was chosen.
        answer: None below the threshold.
        reason: why there is no answer, in the language of the sentence; None when there is one.
    """

    sentence: str
    lang: str
    question: Alternative | None
    parameters: Mapping[str, str]
    confidence: float
    alternatives: Sequence[Alternative]
    answer: Answer | None
    reason: str | None

    def to_json(self) -> dict[str, Any]:
        """The result as the interface promises it."""
        return {
            "sentence": self.sentence,
            "lang": self.lang,
            "question": self.question.to_json() if self.question else None,
            "parameters": dict(self.answer.parameters) if self.answer else dict(self.parameters),
            "confidence": self.confidence,
            "alternatives": [each.to_json() for each in self.alternatives],
            "answer": self.answer.to_json() if self.answer else None,
            "reason": self.reason,
        }


def ask(store: Store, sentence: str, lang: str | None = None) -> AskResult:
    """Route a sentence to a question and answer it.

    Args:
        store: the graph.
        sentence: a question in French or English.
        lang: language of the answer; None takes that of the sentence.

    Raises:
        StoreError: the database did not answer.
    """
    understood = understand(index_of(store), sentence, lang)
    if understood.question is None:
        return understood
    answered = answer(store, understood.question.id, understood.parameters, understood.lang)
    return replace(understood, answer=answered)


def understand(index: NameIndex, sentence: str, lang: str | None = None) -> AskResult:
    """Route a sentence to a question without asking it: `answer` stays None.

    Args:
        index: the names of the graph.
        sentence: a question in French or English.
        lang: language of the reasons and names; None takes that of the sentence.
    """
    words = tokens(sentence[:_LONGEST])
    language = lang or language_of(words)
    ranked = candidates(words, _mentions(words, index, language))
    best, second = ranked[0], ranked[1]
    reason = _refusal(best, second, language)
    if reason:
        nearest = [_alternative(each, language) for each in ranked[:3]]
        return AskResult(sentence, language, None, {}, best.score, nearest, None, reason)
    others = [_alternative(each, language) for each in ranked[1:4] if each.score > 0]
    return AskResult(sentence, language, _alternative(best, language), best.parameters, best.score, others, None, None)


def language_of(words: Sequence[Token]) -> str:
    """French or English, by the small words; English where they say nothing."""
    fillers = lexicon().fillers
    french, english = (sum(1 for word in words if word.folded in fillers[lang]) for lang in ("fr", "en"))
    accents = any(not word.text.isascii() for word in words)
    return "fr" if french > english or (french == english and accents) else "en"


def _mentions(words: Sequence[Token], index: NameIndex, lang: str) -> list[Mention]:
    usual = lexicon().usual([word.folded for word in words])
    return mentions(words, index, usual, lang)


def _refusal(best: Candidate, second: Candidate, lang: str) -> str | None:
    if best.score < THRESHOLD or best.missing:
        return _REASONS["unfit"][lang]
    if best.ambiguous is not None:
        names = [best.ambiguous.name, *(entry.name(lang) for entry in best.ambiguous.rivals)]
        return _REASONS["rivals"][lang].format(", ".join(names))
    told_apart = best.score - second.score >= _MARGIN or best.score >= _SURE or best.bound > second.bound
    if not told_apart and not second.missing:
        return _REASONS["close"][lang]
    return None


def _alternative(candidate: Candidate, lang: str) -> Alternative:
    return Alternative(
        candidate.question.id,
        candidate.question.worded(lang, candidate.names),
        candidate.parameters,
        candidate.score,
        candidate.missing,
    )
