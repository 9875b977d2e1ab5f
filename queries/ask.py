"""A sentence in French or English, answered by a question of the catalogue, or honestly refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.runner import Answer


@dataclass(frozen=True)
class Alternative:
    """A question that may be meant, in words, with its parameters as understood so far."""

    id: str
    wording: str
    parameters: Mapping[str, str]
    confidence: float


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
        raise NotImplementedError


def ask(store: Store, sentence: str, lang: str | None = None) -> AskResult:
    """Route a sentence to a question and answer it."""
    raise NotImplementedError
