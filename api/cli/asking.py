"""Questions: the catalogue, one question, a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli import console
from api.texts import current, t

if TYPE_CHECKING:
    from rich.text import Text

    from queries.runner import Answer

Json = Annotated[bool, typer.Option("--json", help=t("option.json"))]


def questions(as_json: Json = False) -> None:
    """List the questions that can be asked."""
    from queries.catalogue import catalogue

    listed = catalogue().questions.values()
    if as_json:
        console.as_json([question.to_json(current()) for question in listed])
        return
    rows = [
        (
            question.id,
            question.worded(current()),
            ", ".join(f"{each.name}{'' if each.required else '?'}" for each in question.parameters),
        )
        for question in listed
    ]
    console.table(None, (t("column.id"), t("column.question"), t("column.parameters")), rows)


def question(
    question_id: Annotated[str, typer.Argument(help=t("argument.question"), metavar="ID", show_default=False)],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help=t("question.param"), metavar=t("question.param-form"))
    ] = None,
    as_json: Json = False,
) -> None:
    """Answer one question of the catalogue."""
    from graph.settings import StoreSettings
    from graph.store import Store
    from queries.catalogue import catalogue
    from queries.runner import answer

    asked = catalogue().get(question_id)
    given = dict(_pair(each) for each in param or ())
    with Store.open(StoreSettings(), read_only=True) as store:
        found = answer(store, asked.id, given, current())
    if as_json:
        console.as_json(found.to_json())
    else:
        show_answer(found)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise typer.BadParameter(t("question.param-bad", text=text))
    return name, value


def ask(
    words: Annotated[list[str], typer.Argument(help=t("argument.sentence"), metavar="…", show_default=False)],
    as_json: Json = False,
) -> None:
    """Route a sentence to a question and answer it, or say that it cannot."""
    from graph.settings import StoreSettings
    from graph.store import Store
    from queries.ask import ask as route

    with Store.open(StoreSettings(), read_only=True) as store:
        result = route(store, " ".join(words))
    if as_json:
        console.as_json(result.to_json())
    elif result.answer:
        console.note(
            t(
                "ask.understood",
                result.answer.lang,
                question=result.answer.wording,
                confidence=round(result.confidence * 100),
            )
        )
        show_answer(result.answer)
    else:
        console.note(result.reason or t("ask.refused"))
        for near in result.alternatives:
            console.line(f"  {near.id}  {near.wording}")
    if result.answer is None:
        raise typer.Exit(1)


def show_answer(found: Answer) -> None:
    """An answer as a table with the sentences of each row below it."""
    from api.tables import each_once

    if not found.rows:
        console.line(found.wording)
        console.line(t("answer.none", found.lang, reason=found.question.empty[found.lang]))
        return
    sentences = each_once(found.evidence)
    numbers = {_place(sentence): number for number, sentence in enumerate(sentences, 1)}
    columns = [column.label[found.lang] for column in found.question.columns]
    rows = [
        [_cell(row[column.name], found.lang) for column in found.question.columns] + [_cited(row, numbers, found.lang)]
        for row in found.rows
    ]
    console.table(found.wording, [*columns, t("column.sources", found.lang)], rows)
    for number, sentence in enumerate(sentences, 1):
        console.line(f"[{number}] {_where(sentence, found.lang)}")
        console.line(f"    « {' '.join(str(sentence['quote']).split())} »")


def _place(sentence: Any) -> tuple[str, int, int]:
    return sentence["document"]["iri"], sentence["start"], sentence["end"]


def _cited(row: dict[str, Any], numbers: dict[tuple[str, int, int], int], lang: str) -> Text:
    from rich.text import Text

    cited = Text(", ".join(map(str, sorted({numbers[_place(sentence)] for sentence in row["evidence"]}))))
    if row["pending"]:
        cited.append(f" {t('answer.pending', lang)}", style="yellow")
    return cited


def _where(sentence: Any, lang: str) -> str:
    parts = [sentence["document"]["name"]]
    if "value" in sentence["issued"]:
        parts.append(sentence["issued"]["value"])
    if sentence["section"]:
        parts.append(t(f"section.{sentence['section']}", lang))
    return " · ".join([*parts, f"{sentence['start']}–{sentence['end']}"])


def _cell(value: Any, lang: str) -> Text:
    from rich.text import Text

    if value is None:
        return Text("–", style="dim")
    if isinstance(value, list):
        return Text("\n").join(_cell(each, lang) for each in value)
    if not isinstance(value, dict):
        return Text(str(value))
    if "unknown" in value:
        return Text(t(f"unknown.{value['unknown']}", lang), style="dim italic")
    if "precision" in value:
        stated = value["basis"] == "stated"
        return (
            Text(value["value"])
            if stated
            else Text(f"{value['value']} ({t('basis.' + value['basis'], lang)})", "italic")
        )
    role = f" ({value['role']['name']})" if value.get("role") else ""
    return Text(f"{value['name']}{role}")


COMMANDS = {"questions": questions, "question": question, "ask": ask}
