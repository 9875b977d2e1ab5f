"""The commands of `oncograph`, in the order of their use."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli import asking, documents, graph, measuring, reviewing, serving
from api.cli.framework import Command, Group
from api.texts import LANGUAGES, Language, t


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"oncograph {version('oncograph')}")
        raise typer.Exit


def _root(
    lang: Annotated[Language | None, typer.Option("--lang", help=t("option.lang"), metavar="|".join(LANGUAGES))] = None,
    version: Annotated[
        bool, typer.Option("--version", help=t("option.version"), callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the program itself: `--lang` was already heeded, before these texts were read."""


app = typer.Typer(
    name="oncograph",
    cls=Group,
    help=t("app.help"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.callback(epilog="\n\n".join(t("app.examples").splitlines()))(_root)
for module in (documents, asking, graph, measuring, serving):
    for name, function in module.COMMANDS.items():
        examples = "\n\n".join([t("cli.examples"), *t(f"{name}.examples").splitlines()])
        app.command(name, cls=Command, help=t(f"{name}.help"), epilog=examples)(function)
app.add_typer(reviewing.review, name="review")
