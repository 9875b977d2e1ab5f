"""The catalogue: one .cypher file for each question, its header read and checked when the program starts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import QuestionError
from queries.header import read_question
from queries.question import Question

FOLDER = Path(__file__).with_name("catalogue")


@dataclass(frozen=True)
class Catalogue:
    """All questions, by id in natural order (A2 before A10)."""

    questions: Mapping[str, Question]

    def get(self, question_id: str) -> Question:
        """The question of that id, in any case of letters.

        Raises:
            QuestionError: there is none; the message names those of the same group.
        """
        found = self.questions.get(question_id.strip().upper())
        if found is None:
            near = [each for each in self.questions if each[:1] == question_id.strip().upper()[:1]] or self.questions
            raise QuestionError(
                f"no question {question_id!r}", place="question", remedy=f"choose one of {', '.join(near)}"
            )
        return found


@cache
def catalogue() -> Catalogue:
    """The questions that the program ships, read once.

    Raises:
        QuestionError: a header is wrong; names file and line.
    """
    return load(sorted(FOLDER.glob("*.cypher")))


def load(files: Iterable[Path]) -> Catalogue:
    """A catalogue of the given files.

    Raises:
        QuestionError: a header is wrong or an id is used twice; names file and line.
    """
    questions: dict[str, Question] = {}
    for file in files:
        question = read_question(file)
        if question.id in questions:
            raise QuestionError(
                f"id {question.id} is used twice", place=str(file), remedy=f"the other is {questions[question.id].file}"
            )
        questions[question.id] = question
    return Catalogue(dict(sorted(questions.items(), key=lambda item: _natural(item[0]))))


def _natural(question_id: str) -> tuple[str, int]:
    letters, digits = re.match(r"([A-Z]+)(\d+)", question_id).groups()  # type: ignore[union-attr]
    return letters, int(digits)
