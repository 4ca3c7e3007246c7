"""The command `dipevents`: reads articles, shows or writes what they report; a subcommand is a file of `commands`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from dipevents import __version__, lexicon
from dipevents.commands import COMMANDS
from dipevents.commands.terminal import complain
from dipevents.errors import DipeventsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dipevents.parser import Parser

__all__ = ["arguments", "main"]

EXAMPLES = """examples:
  dipevents parse article.txt --published 2023-09-12
  dipevents timeline --manifest seeds/manifest.json --since 2024
  dipevents view reports.jsonl --open

`dipevents COMMAND --help` has examples of each command.
"""


def main(given: Sequence[str] | None = None, *, make_parser: Callable[..., Parser] | None = None) -> int:
    """Runs the command; gives the exit code.

    That is 0 if all went well, 1 if some input could not be read, 2 for misuse, and 130 if it was stopped by Ctrl-C.

    Args:
        given: The arguments; by default those of the process.
        make_parser: Called as `Parser` is, for whoever has a parser at hand already.
    """
    options = arguments().parse_args(given)
    options.make_parser = make_parser
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without the letters of a name is no reason to fail
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()  # the reader (head, less) has gone: nothing more to say
        return 0
    except DipeventsError as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(str(error))
        _drop_output()
        return 2
    except KeyboardInterrupt:
        complain("stopped")
        return 130
    return code


def _drop_output() -> None:
    """What nobody can be given is dropped, so that Python does not try again, and complain, at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def arguments() -> argparse.ArgumentParser:
    """The whole tree of arguments: for parsing, for `--help`, and for tab-completion."""
    parser = argparse.ArgumentParser(
        prog="dipevents",
        description="Visits, warnings, arms deals and expert opinions out of diplomatic news.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made = "" if lexicon.__file__.endswith(".py") else " (compiled)"
    parser.add_argument("--version", action="version", version=f"dipevents {__version__}{made}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        added = commands.add_parser(
            name,
            help=command.HELP,
            description=command.DESCRIPTION,
            epilog=command.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_options(added)
        added.set_defaults(run=command.run, tree=arguments)
    return parser


if __name__ == "__main__":
    sys.exit(main())
