"""Sentences with what they ask for, held against what the program understands."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ontology import iris
from queries.ask import AskResult, understand
from queries.catalogue import catalogue
from queries.names import NameIndex
from queries.question import Parameter, Question

REFUSED = "refused"
# Of these pairs the answer is the same whichever comes first.
_EITHER_WAY = (("actor", "other"), ("thing", "other"))


@dataclass(frozen=True)
class Paraphrase:
    """A sentence and the questions, with parameters by name, that are right for it; none when it is to be refused."""

    sentence: str
    lang: str
    expected: tuple[tuple[str, Mapping[str, str]], ...]


@dataclass(frozen=True)
class Outcome:
    """What became of a paraphrase."""

    paraphrase: Paraphrase
    result: AskResult
    question: str
    right_question: bool
    exact: bool


@dataclass(frozen=True)
class Score:
    """The figures of a set of sentences.

    Attributes:
        intent: share of the sentences in scope that reached a right question.
        exact: share of them that reached it with the right parameters.
        false_answers: share of the sentences out of scope that were answered.
        median_ms: time to understand a sentence, milliseconds.
    """

    outcomes: Sequence[Outcome]
    intent: float
    exact: float
    false_answers: float
    median_ms: float

    @property
    def confusion(self) -> Counter[tuple[str, str]]:
        """Question expected and question chosen, with how often, where they differ."""
        return Counter((_expected(each), each.question) for each in self.outcomes if not each.right_question)

    @property
    def wrong(self) -> list[Outcome]:
        """What was not understood exactly."""
        return [each for each in self.outcomes if not each.exact]


def read(file: Path) -> list[Paraphrase]:
    """The paraphrases of a file."""
    return [
        Paraphrase(
            each["sentence"],
            each["lang"],
            tuple((question, given) for right in each.get("expect", ()) for question, given in right.items()),
        )
        for each in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def measure(index: NameIndex, paraphrases: Sequence[Paraphrase]) -> Score:
    """Understand every sentence and compare.

    Raises:
        ValueError: a paraphrase expects a thing that the graph does not name, or names twice.
    """
    understand(index, paraphrases[0].sentence)  # what is made once is not counted
    outcomes, times = [], []
    for paraphrase in paraphrases:
        started = time.perf_counter()
        result = understand(index, paraphrase.sentence)
        times.append((time.perf_counter() - started) * 1000)
        outcomes.append(_outcome(index, paraphrase, result))
    inside = [each for each in outcomes if each.paraphrase.expected]
    outside = [each for each in outcomes if not each.paraphrase.expected]
    return Score(
        outcomes,
        _share([each.right_question for each in inside]),
        _share([each.exact for each in inside]),
        _share([not each.exact for each in outside]),
        sorted(times)[len(times) // 2],
    )


def _outcome(index: NameIndex, paraphrase: Paraphrase, result: AskResult) -> Outcome:
    chosen = result.question.id if result.question else REFUSED
    if not paraphrase.expected:
        return Outcome(paraphrase, result, chosen, chosen == REFUSED, chosen == REFUSED)
    rights = [given for question, given in paraphrase.expected if question == chosen]
    exact = any(_same(index, catalogue().questions[chosen], given, result.parameters) for given in rights)
    return Outcome(paraphrase, result, chosen, bool(rights), exact)


def _same(index: NameIndex, question: Question, wanted: Mapping[str, str], given: Mapping[str, str]) -> bool:
    right, found = (
        {each.name: _value(index, each, values.get(each.name)) for each in question.parameters}
        for values in (wanted, given)
    )
    turned = dict(found)
    for one, two in _EITHER_WAY:
        if one in found and two in found:
            turned[one], turned[two] = found[two], found[one]
    return right in (found, turned)


def _value(index: NameIndex, parameter: Parameter, text: str | None) -> str | None:
    """A parameter as it is compared: the IRI of what it names, its default where it is not given."""
    if text is None or parameter.type in ("kind", "date", "integer", "text"):
        return text or parameter.default
    if text.startswith(iris.base()):
        return text
    groups = ("area",) if parameter.type == "area" else ("actor", "person")
    named = index.exact(text, groups)
    if len(named) != 1:
        raise ValueError(f"{text!r} names {len(named)} things")
    return named[0].iri


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4) if hits else 0.0


def _expected(outcome: Outcome) -> str:
    return outcome.paraphrase.expected[0][0] if outcome.paraphrase.expected else REFUSED
