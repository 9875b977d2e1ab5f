"""What a question is: its wording, what it asks for, what its columns mean; read from the header of a .cypher file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from queries import vocabulary

Language = Literal["fr", "en"]
Texts: TypeAlias = Mapping[str, str]  # language → text
ParameterType = Literal["actor", "person", "area", "agreement", "document", "thing", "kind", "date", "integer", "text"]
ColumnType = Literal[
    "thing",
    "things",
    "kind",
    "date",
    "duration",
    "relation",
    "statements",
    "text",
    "choice",
    "integer",
    "decimal",
    "money",
]
AnswerKind = Literal["table", "value", "path", "timeline"]

LANGUAGES: tuple[Language, ...] = ("fr", "en")
PARAMETER_TYPES: tuple[str, ...] = ParameterType.__args__  # type: ignore[attr-defined]
COLUMN_TYPES: tuple[str, ...] = ColumnType.__args__  # type: ignore[attr-defined]
ANSWER_KINDS: tuple[str, ...] = AnswerKind.__args__  # type: ignore[attr-defined]
SLOT = re.compile(r"\{(\w+)\}")
_PART = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")  # [with its parameters|without them]


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

    def shown_without_value(self, lang: str) -> str:
        """What stands for a value in the wording: the example, the default of a kind, else what is asked for."""
        if self.type == "kind" and self.default:
            return vocabulary.kinds()[self.default][lang]
        return self.example or self.label[lang]


@dataclass(frozen=True)
class Column:
    """One column of an answer.

    Attributes:
        unknown: what the absence of a value means: `not stated`, `not disclosed`, or `none` where none is due.
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
        template: the question with its slots in braces: `Who founded {actor}?`; a part in square brackets is said only
            where its slots are filled: `Which figures[ of {actor}]?`, `[Is {actor} created|Which bodies are created]?`.
        phrasings: other ways to say it, by language; `ask` learns from them.
        empty: what an answer without rows means.
        cypher: the query, comments of the header taken off.
        file: where it was read.
    """

    id: str
    group: str
    answer: AnswerKind
    template: Texts
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

    @property
    def wording(self) -> Texts:
        """The template with all its parts."""
        return {lang: _PART.sub(lambda part: part[1], text) for lang, text in self.template.items()}

    def worded(self, lang: str, values: Mapping[str, str] | None = None) -> str:
        """The question with names in its slots.

        Args:
            lang: language of the words.
            values: the names by parameter; parts that have none for their slots are left out. Without `values`, the
                examples are taken for them.
        """

        def fill(match: re.Match[str]) -> str:
            parameter = self.parameter(match[1])
            given = (values or {}).get(match[1])
            return given or (parameter.shown_without_value(lang) if parameter else match[1])

        def told(part: re.Match[str]) -> str:
            slots = SLOT.findall(part[1])
            known = values if values is not None else {each.name for each in self.parameters if each.example}
            return part[1] if all(slot in known for slot in slots) else part[2] or ""

        return SLOT.sub(fill, _PART.sub(told, self.template[lang]))

    def to_json(self, lang: str) -> dict[str, object]:
        """The question as the catalogue route shows it, in one language."""
        return {
            "id": self.id,
            "group": self.group,
            "answer": self.answer,
            "wording": self.worded(lang),
            "template": self.template[lang],
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
