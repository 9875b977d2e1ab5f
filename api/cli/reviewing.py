"""Curation: the queue as a table, and the decisions in one taken in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli import console
from api.cli.framework import Command, Group
from api.texts import current, t
from ontology.errors import InputError

if TYPE_CHECKING:
    from loaders.review.decisions import Decision

review = typer.Typer(cls=Group, no_args_is_help=True, help=t("review.help"))


def export(
    out: Annotated[Path | None, typer.Option("--out", help=t("review.out"), metavar=t("metavar.file"))] = None,
    everything: Annotated[bool, typer.Option("--all", help=t("review.all"))] = False,
) -> None:
    """Write the queue as a table for a spreadsheet."""
    from api.cli.files import write_whole
    from graph.settings import StoreSettings
    from graph.store import Store
    from loaders.review.decisions import decisions_file, read
    from loaders.review.queue import Queue
    from loaders.review.sheet import to_csv

    decisions = read(decisions_file())
    with Store.open(StoreSettings(), read_only=True) as store:
        queue = Queue.of(store, decisions)
    rows = queue.rows(everything=everything)
    content = (line.encode() for line in to_csv(rows, queue.gone, current()))
    if out is None:
        for line in content:
            sys.stdout.buffer.write(line)
    else:
        write_whole(out, content)
    console.note(t("review.exported", n=len(rows), gone=len(queue.gone)))


def apply(
    file: Annotated[Path, typer.Argument(help=t("review.file"), metavar=t("metavar.file"), show_default=False)],
) -> None:
    """Take in the decisions of a table."""
    from graph.settings import StoreSettings
    from graph.store import Store
    from loaders.review.decisions import append, decisions_file, read, same
    from loaders.review.queue import Queue
    from loaders.review.sheet import read_verdicts

    verdicts = read_verdicts(file)
    path = decisions_file()
    known = read(path)
    with Store.open(StoreSettings(), read_only=True) as store:
        queue = Queue.of(store, known)
    fresh: list[Decision] = []
    refused = 0
    for number, verdict in verdicts:
        try:
            decision = queue.decide(verdict)
        except InputError as error:
            refused += 1
            console.note(t("review.refused", line=number, reason=error.told(current())))
            continue
        if not same(decision, (*known, *fresh)):
            fresh.append(decision)
    if fresh:
        append(path, fresh)
    console.line(t("review.applied", n=len(fresh), file=path, already=len(verdicts) - refused - len(fresh)))
    if fresh:
        console.note(t("review.next"))
    if refused:
        raise typer.Exit(1)


COMMANDS: dict[str, Any] = {"export": export, "apply": apply}
for name, function in COMMANDS.items():
    lines = [t("cli.examples"), *t(f"review.{name}.examples").splitlines()]
    review.command(name, cls=Command, help=t(f"review.{name}.help"), epilog="\n\n".join(lines))(function)
