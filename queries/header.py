"""Reading the header of a question: YAML in the `//` comment lines at the top of its .cypher file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn, cast

import yaml

from ontology.dates import PartialDate
from ontology.errors import QuestionError
from queries.question import (
    ANSWER_KINDS,
    COLUMN_TYPES,
    LANGUAGES,
    PARAMETER_TYPES,
    SLOT,
    Column,
    Parameter,
    Question,
    Texts,
)

_ID = re.compile(r"[A-Z]\d{1,2}\Z")
_NAME = re.compile(r"[a-z][a-z_]*\Z")
_USED = re.compile(r"\$(\w+)")
_KEYS = {"id", "group", "answer", "wording", "description", "phrasings", "parameters", "columns", "empty"}
_PARAMETER_KEYS = {"type", "label", "required", "default", "values", "suggests", "example"}
_COLUMN_KEYS = {"type", "label", "meaning", "unknown", "choices"}
_RESERVED = {"lang"}  # parameters that every query gets
_UNKNOWNS = ("not stated", "not disclosed", "none")
_BOUNDS = ("first", "last")  # a date $x also comes as its first and last possible day, $x_first and $x_last
ROW_KEYS = ("evidence", "tier")  # what a query returns beside its columns


class _Header:
    """The header as data, with the line of the file on which each key stands."""

    def __init__(self, file: Path) -> None:
        self.file = file
        lines = file.read_text(encoding="utf-8").splitlines()
        length = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
        self.cypher = "\n".join(lines[length:]).strip()
        text = "\n".join(line.removeprefix("//").removeprefix(" ") for line in lines[:length])
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
            data = yaml.safe_load(text)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._refuse(mark.line + 1 if mark else 1, f"the header is not YAML: {error.problem}")
        if not isinstance(data, dict) or root is None:
            self._refuse(1, "the file does not begin with a header in // comment lines")
        self.data: Mapping[str, Any] = data
        self.lines = dict(_positions(root))

    def fail(self, path: tuple[str, ...], message: str) -> NoReturn:
        """Refuse the file, at the line of the nearest key that exists."""
        while path and path not in self.lines:
            path = path[:-1]
        self._refuse(self.lines.get(path, 1), message)

    def _refuse(self, line: int, message: str) -> NoReturn:
        raise QuestionError(
            message, place=f"{self.file}:{line}", remedy="mend the header; the other files of the folder show its form"
        )

    def texts(self, path: tuple[str, ...], value: object) -> Texts:
        """A text in both languages."""
        if not isinstance(value, dict) or set(value) != set(LANGUAGES) or not all(_is_text(v) for v in value.values()):
            self.fail(path, f"{'.'.join(path)} needs a text in French (fr) and in English (en)")
        return {language: value[language].strip() for language in LANGUAGES}

    def mapping(self, path: tuple[str, ...], value: object, keys: set[str]) -> Mapping[str, Any]:
        """A mapping that has no other keys than these."""
        if not isinstance(value, dict):
            self.fail(path, f"{'.'.join(path)} must be a mapping")
        for key in value:
            if key not in keys:
                self.fail((*path, str(key)), f"{key!r} is no key here; {', '.join(sorted(keys))} are")
        return value

    def one_of(self, path: tuple[str, ...], value: object, allowed: tuple[str, ...]) -> Any:
        """One of a closed list of words."""
        if value not in allowed:
            self.fail(path, f"{'.'.join(path)} is {value!r}; it may be {', '.join(allowed)}")
        return value


def read_question(file: Path) -> Question:
    """The question in a file.

    Raises:
        QuestionError: the header is wrong, or the query and the header do not fit; names file and line.
    """
    header = _Header(file)
    data = header.mapping((), header.data, _KEYS)
    for key in _KEYS - {"parameters"}:
        if key not in data:
            header.fail((), f"the header has no {key!r}")
    if not isinstance(data["id"], str) or not _ID.match(data["id"]):
        header.fail(("id",), "an id is a letter and a number: A4")
    if not _is_text(data["group"]):
        header.fail(("group",), "group must be a word")
    parameters = tuple(_parameter(header, name, value) for name, value in (data.get("parameters") or {}).items())
    columns = tuple(_column(header, name, value) for name, value in data["columns"].items())
    question = Question(
        id=data["id"],
        group=data["group"],
        answer=header.one_of(("answer",), data["answer"], ANSWER_KINDS),
        template=header.texts(("wording",), data["wording"]),
        description=header.texts(("description",), data["description"]),
        phrasings=_phrasings(header, data["phrasings"]),
        parameters=parameters,
        columns=columns,
        empty=header.texts(("empty",), data["empty"]),
        cypher=header.cypher,
        file=str(file),
    )
    _check_slots(header, question)
    _check_query(header, question)
    return question


def _parameter(header: _Header, name: str, value: object) -> Parameter:
    path = ("parameters", name)
    if not _NAME.match(name) or name in _RESERVED:
        header.fail(path, f"{name!r} cannot name a parameter")
    data = header.mapping(path, value, _PARAMETER_KEYS)
    kind = header.one_of((*path, "type"), data.get("type"), PARAMETER_TYPES)
    values = tuple(str(each) for each in data.get("values", ()))
    if values and kind != "text":
        header.fail((*path, "values"), "only a text has a list of values")
    parameter = Parameter(
        name=name,
        type=kind,
        label=header.texts((*path, "label"), data.get("label")),
        required=data.get("required") is True,
        default=str(data["default"]) if "default" in data else None,
        values=values,
        suggests=data.get("suggests"),
        example=str(data["example"]) if "example" in data else None,
    )
    if parameter.required and parameter.default is not None:
        header.fail((*path, "default"), "a required parameter has no default")
    if parameter.required and not parameter.example:
        header.fail(path, "a required parameter needs an example")
    for given in (parameter.default, parameter.example):
        if given is not None and given != "today" and not _fits(given, parameter):
            header.fail(path, f"{given!r} is no {parameter.type} that this parameter takes")
    return parameter


def _fits(text: str, parameter: Parameter) -> bool:
    if parameter.type == "integer":
        return text.isdigit()
    if parameter.type == "date":
        try:
            PartialDate(text)
        except ValueError:
            return False
    return not parameter.values or text in parameter.values


def _column(header: _Header, name: str, value: object) -> Column:
    path = ("columns", name)
    if not _NAME.match(name) or name in ROW_KEYS:
        header.fail(path, f"{name!r} cannot name a column")
    data = header.mapping(path, value, _COLUMN_KEYS)
    kind = header.one_of((*path, "type"), data.get("type"), COLUMN_TYPES)
    choices = data.get("choices")
    if (kind == "choice") != bool(choices):
        header.fail(path, "a column of type choice, and only that, lists its choices")
    return Column(
        name=name,
        type=kind,
        label=header.texts((*path, "label"), data.get("label")),
        meaning=header.texts((*path, "meaning"), data.get("meaning")),
        unknown=header.one_of((*path, "unknown"), data.get("unknown", "not stated"), _UNKNOWNS),
        choices={key: header.texts((*path, "choices", key), text) for key, text in choices.items()}
        if choices
        else None,
    )


def _phrasings(header: _Header, value: object) -> Mapping[str, tuple[str, ...]]:
    data = header.mapping(("phrasings",), value, set(LANGUAGES))
    found: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        given = data.get(language)
        if not isinstance(given, list) or len(given) < 2 or not all(_is_text(each) for each in given):
            header.fail(("phrasings", language), f"at least two other ways to ask in {language!r} are needed")
        found[language] = tuple(each.strip() for each in given)
    return found


def _check_slots(header: _Header, question: Question) -> None:
    names = {parameter.name for parameter in question.parameters}
    for language in LANGUAGES:
        for path, text in [
            (("wording", language), question.wording[language]),
            *((("phrasings", language), phrasing) for phrasing in question.phrasings[language]),
        ]:
            for slot in SLOT.findall(text):
                if slot not in names:
                    header.fail(path, f"{{{slot}}} in {text!r} is no parameter")


def _check_query(header: _Header, question: Question) -> None:
    bounds = {f"{each.name}_{end}": each.name for each in question.parameters if each.type == "date" for end in _BOUNDS}
    used = {bounds.get(name, name) for name in _USED.findall(question.cypher)} - _RESERVED
    names = {parameter.name for parameter in question.parameters}
    if used != names:
        what = ", ".join(sorted(used ^ names))
        header.fail(("parameters",), f"header and query do not name the same parameters: {what}")
    for name in (*(column.name for column in question.columns), "evidence"):
        if not re.search(rf"\b{name}\b", question.cypher):
            header.fail(("columns", name), f"the query returns no {name!r}")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _positions(node: yaml.Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """The line of each key, counted from 1 as editors do."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, cast(str, key.value))
            yield here, key.start_mark.line + 1
            yield from _positions(value, here)
