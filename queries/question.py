"""What a question is: its wording, what it asks for, what its columns mean; read from the header of a .cypher file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Language = Literal["fr", "en"]
Texts: TypeAlias = Mapping[str, str]  # language → text
ParameterType = Literal["actor", "person", "area", "agreement", "document", "thing", "kind", "date", "integer", "text"]
ColumnType = Literal["thing", "things", "kind", "date", "duration", "relation", "text", "choice", "integer", "decimal"]
AnswerKind = Literal["table", "value", "path", "timeline"]

LANGUAGES: tuple[Language, ...] = ("fr", "en")
PARAMETER_TYPES: tuple[str, ...] = ParameterType.__args__  # type: ignore[attr-defined]
COLUMN_TYPES: tuple[str, ...] = ColumnType.__args__  # type: ignore[attr-defined]
ANSWER_KINDS: tuple[str, ...] = AnswerKind.__args__  # type: ignore[attr-defined]
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Parameter:
    """One thing a question asks for.

    Attributes:
        type: what it names: an actor, person, area, agreement, document (or any thing), a kind of agreement or actor,
            an ISO date of any precision, an integer or a text.
        default: the value without an answer of the user; `today` stands for the current day.
        values: for a text, the only values it may take.
        suggests: class whose things a form may offer (`Cluster`); empty where any fits.
    """

    name: str
    type: ParameterType
    label: Texts
    required: bool = False
    default: str | None = None
    values: tuple[str, ...] = ()
    suggests: str | None = None
    example: str | None = None


@dataclass(frozen=True)
class Column:
    """One column of an answer.

    Attributes:
        unknown: what the absence of a value means: `not stated`, `not disclosed`, or `none` where absence is no gap.
        choices: for a `choice`, the words shown for each value the query gives.
    """

    name: str
    type: ColumnType
    label: Texts
    meaning: Texts
    unknown: str = "not stated"
    choices: Mapping[str, Texts] | None = None

    def to_json(self, lang: str) -> dict[str, object]:
        """The column as the interface shows it."""
        return {"name": self.name, "type": self.type, "label": self.label[lang], "meaning": self.meaning[lang]}


@dataclass(frozen=True, eq=False)  # the catalogue holds each once
class Question:
    """A question of the catalogue; the file is its documentation, its route and its test in one.

    Attributes:
        wording: the question with its slots in braces: `Who founded {cluster}?`.
        phrasings: other ways to say it, by language; `ask` learns from them.
        empty: what an answer without rows means.
        cypher: the query, comments of the header taken off.
        file: where it was read.
    """

    id: str
    group: str
    answer: AnswerKind
    wording: Texts
    description: Texts
    phrasings: Mapping[str, tuple[str, ...]]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    empty: Texts
    cypher: str
    file: str

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, None when the question has none such."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def worded(self, lang: str, values: Mapping[str, str] | None = None) -> str:
        """The wording with names in its slots: the values given, else the examples, else what is asked for."""

        def fill(match: re.Match[str]) -> str:
            parameter = self.parameter(match[1])
            given = (values or {}).get(match[1])
            if parameter is None:
                return given or match[1]
            return given or parameter.example or parameter.label[lang]

        return SLOT.sub(fill, self.wording[lang])

    def to_json(self, lang: str) -> dict[str, object]:
        """The question as the catalogue route shows it, in one language."""
        return {
            "id": self.id,
            "group": self.group,
            "answer": self.answer,
            "wording": self.worded(lang),
            "template": self.wording[lang],
            "description": self.description[lang],
            "parameters": [_parameter_json(parameter, lang) for parameter in self.parameters],
            "columns": [column.to_json(lang) for column in self.columns],
            "empty": self.empty[lang],
        }


def _parameter_json(parameter: Parameter, lang: str) -> dict[str, Any]:
    given = {
        "name": parameter.name,
        "type": parameter.type,
        "label": parameter.label[lang],
        "required": parameter.required,
        "default": parameter.default,
        "values": list(parameter.values),
        "suggests": parameter.suggests,
        "example": parameter.example,
    }
    return {key: value for key, value in given.items() if value not in (None, [])}
