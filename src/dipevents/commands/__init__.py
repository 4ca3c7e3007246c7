"""The subcommands, one a file: its help, its options, and what it does.

To add one: a module with `HELP`, `DESCRIPTION`, `EXAMPLES`, `add_options(parser)` and `run(options)`, which gives the
exit code, and a line in `COMMANDS`. What several share is in `inputs` (files, manifests, filters) and `terminal`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dipevents.commands import completion, corpus, evaluate, export, parse, relations, timeline, view

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

__all__ = ["COMMANDS", "Command"]


class Command(Protocol):
    """What a module of this package has."""

    HELP: str
    DESCRIPTION: str
    EXAMPLES: str

    def add_options(self, parser: argparse.ArgumentParser, /) -> None:
        """Adds its options."""

    def run(self, options: argparse.Namespace, /) -> int:
        """Does it, and gives the exit code."""


COMMANDS: Mapping[str, Command] = {
    "parse": parse,
    "timeline": timeline,
    "relations": relations,
    "export": export,
    "view": view,
    "evaluate": evaluate,
    "corpus": corpus,
    "completion": completion,
}
