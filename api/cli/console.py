"""What the commands write: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from api.texts import current, t
from ontology.errors import OncographError, ParametersError

if TYPE_CHECKING:
    from rich.console import Console


def out() -> Console:
    """Standard output; as wide as it needs to be where it is not a terminal."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 160, highlight=False, soft_wrap=False)


def err() -> Console:
    """Standard error, for progress, notes and refusals."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())


def fail(error: OncographError) -> NoReturn:
    """Show an error and exit: 2 for wrong use, else 1."""
    from rich.text import Text

    console = err()
    console.print(Text.assemble((t("cli.error") + " ", "bold red"), error.message_in(current())))
    if error.place:
        console.print(Text.assemble((t("cli.place") + " ", "dim"), error.place))
    if remedy := error.remedy_in(current()):
        console.print(Text.assemble((t("cli.remedy") + " ", "green"), remedy))
    sys.exit(2 if isinstance(error, ParametersError) else 1)


def note(message: str) -> None:
    """A line for the person, on standard error."""
    from rich.text import Text

    err().print(Text(message))


def line(message: str = "") -> None:
    """A line of the result, as it is."""
    sys.stdout.write(message + "\n")


def as_json(value: object, *, one_line: bool = False) -> None:
    """A result for a program."""
    line(json.dumps(value, ensure_ascii=False, indent=None if one_line else 2, default=str))


def table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table of the result."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold", header_style="bold")
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(cell if isinstance(cell, Text) else Text("" if cell is None else str(cell)) for cell in row))
    out().print(drawn)


def pairs(title: str | None, values: Mapping[str, object]) -> None:
    """Names and values, one a line."""
    table(title, ("", ""), list(values.items()))


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int, str], None]]:
    """Progress of long work: a bar on a terminal, one plain line an item otherwise.

    Yields:
        a function taking how many are done, how many there are, and the name of the last one.
    """
    if not sys.stderr.isatty():

        def plain(done: int, total: int, name: str) -> None:
            sys.stderr.write(f"[{done}/{total}] {name}\n")
            sys.stderr.flush()

        yield plain
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("[dim]{task.fields[name]}"), console=err(), transient=True) as bar:
        task = bar.add_task(label, total=None, name="")

        def draw(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=name)

        yield draw
