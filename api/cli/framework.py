"""The words of the command-line framework itself, in French where it lets them be said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from api.texts import t

if TYPE_CHECKING:
    from typer.core import TyperOption

rich_utils.ARGUMENTS_PANEL_TITLE = t("framework.arguments")
rich_utils.OPTIONS_PANEL_TITLE = t("framework.options")
rich_utils.COMMANDS_PANEL_TITLE = t("framework.commands")
rich_utils.ERRORS_PANEL_TITLE = t("framework.error")
rich_utils.ABORTED_TEXT = t("framework.aborted")
rich_utils.DEFAULT_STRING = t("framework.default")
rich_utils.REQUIRED_LONG_STRING = t("framework.required")
rich_utils.RICH_HELP = t("framework.try-help")


class Command(TyperCommand):
    """A command whose `--help` is explained in the reader's language."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option `--help`."""
        return _explained(super().get_help_option(ctx))


class Group(TyperGroup):
    """A group of commands whose `--help` is explained in the reader's language."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option `--help`."""
        return _explained(super().get_help_option(ctx))


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = t("framework.help")
    return option
