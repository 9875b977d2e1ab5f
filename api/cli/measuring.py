"""How well documents are read: evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli import console
from api.texts import t

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.scores import Count, Evaluation

Json = Annotated[bool, typer.Option("--json", help=t("option.json"))]


def evaluate(
    gold: Annotated[Path, typer.Argument(help=t("evaluate.gold"), metavar=t("metavar.gold"), show_default=False)],
    errors: Annotated[bool, typer.Option("--errors", help=t("evaluate.errors"))] = False,
    as_json: Json = False,
) -> None:
    """Hold what is read against what careful readers found."""
    from loaders.evaluation import evaluate as measure
    from loaders.gold import read_gold

    result = measure(read_gold(gold))
    if as_json:
        console.as_json(result.to_json(errors=errors))
        return
    _show(result)
    if errors:
        _show_errors(result)


def _show(result: Evaluation) -> None:
    fields = {t(f"evaluate.field.{name}"): count for name, count in result.counts.items()}
    _table(t("evaluate.fields"), fields)
    _table(t("evaluate.by-language"), result.by_language)
    _table(t("evaluate.by-genre"), result.by_genre)
    tiers = [(tier, count.right + count.false, _precision(count)) for tier, count in sorted(result.by_tier.items())]
    console.table(t("evaluate.by-tier"), (t("evaluate.tier"), t("evaluate.claims"), t("evaluate.precision")), tiers)
    console.line(t("evaluate.alarms", alarms=result.alarms, silent=result.silent, texts=result.texts))
    console.line(t("evaluate.explained"))


def _table(title: str, counts: Mapping[str, Count]) -> None:
    columns = ("", *(t(f"evaluate.{name}") for name in ("right", "false", "missed", "precision", "recall")), "F")
    rows = [
        (name, count.right, count.false, count.missed, _precision(count), _recall(count), _share(count.f))
        for name, count in counts.items()
    ]
    console.table(title, columns, rows)


def _precision(count: Count) -> str:
    return _share(count.precision, count.precision_interval)


def _recall(count: Count) -> str:
    return _share(count.recall, count.recall_interval)


def _share(share: float | None, interval: tuple[float, float] | None = None) -> str:
    if share is None:
        return "–"
    bounds = f" [{interval[0]:.2f}–{interval[1]:.2f}]" if interval else ""
    return f"{share:.2f}{bounds}"


def _show_errors(result: Evaluation) -> None:
    for mistake in result.mistakes:
        said = t(f"evaluate.error.{mistake.fault}", found=mistake.found or "–", true=mistake.true or "–")
        console.line(f"{mistake.document} · {t(f'evaluate.field.{mistake.field}')} · {said}")
        if mistake.sentence:
            console.line(f"    « {' '.join(mistake.sentence.split())} »")


COMMANDS = {"evaluate": evaluate}
