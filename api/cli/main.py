"""Entry point of `oncograph`: language first, then the commands; errors are shown as message, place and remedy."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from api import texts
from ontology.errors import OncographError


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 refused or incomplete, 2 wrong use."""
    options, rest = _language_first(list(sys.argv[1:] if arguments is None else arguments))
    for language in texts.LANGUAGES:
        if options[-1:] == [language]:
            texts.use(language)
    from api.cli import console  # the help texts are read when the commands are defined: after the choice of language
    from api.cli.commands import app

    try:
        app([*options, *rest], prog_name="oncograph")
    except OncographError as error:
        console.fail(error)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


def _language_first(arguments: list[str]) -> tuple[list[str], list[str]]:
    """`--lang` may stand anywhere before `--`; it is handed to the program itself."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options: list[str] = []
    rest: list[str] = []
    position = 0
    while position < len(arguments):
        argument = arguments[position]
        if position < end and argument.startswith("--lang="):
            options = ["--lang", argument.removeprefix("--lang=")]
        elif position < end and argument == "--lang" and position + 1 < end:
            options = ["--lang", arguments[position + 1]]
            position += 1
        else:
            rest.append(argument)
        position += 1
    return options, rest


if __name__ == "__main__":
    main()
