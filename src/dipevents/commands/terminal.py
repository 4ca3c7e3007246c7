"""Writing to the terminal and to files: nothing from an article can steer a terminal, and errors are one line each."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dipevents.errors import InputError
from dipevents.export.text import clean

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

__all__ = ["add_color_option", "colored", "complain", "painted", "say", "write", "writing"]


def add_color_option(parser: argparse.ArgumentParser) -> None:
    """The option that says when to use colours."""
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


def colored(choice: str, stream: TextIO | None = None) -> bool:
    """Whether to use colours: where they are asked for, or on a terminal whose user has not set NO_COLOR."""
    stream = stream or sys.stdout
    return choice == "always" or (choice == "auto" and stream.isatty() and "NO_COLOR" not in os.environ)


def painted(words: str, code: str, color: bool) -> str:
    """The words in an ANSI colour, or as they are."""
    return f"\x1b[{code}m{words}\x1b[0m" if color and words else words


def say(text: str) -> None:
    """Prints lines that are the command's result; words from articles must have been cleaned."""
    print(text)  # noqa: T201 - the command's output


def complain(message: str) -> None:
    """Prints one line on standard error, whatever is in the message."""
    print(f"dipevents: {clean(message)}", file=sys.stderr)  # noqa: T201 - the command's output


def write(content: str | bytes, path: str) -> None:
    """Writes a file, over one that is there, or to standard output if the path is `-`; text as UTF-8.

    Raises:
        InputError: If it cannot be written.
    """
    octets = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(octets)
        return
    with writing(path):
        Path(path).write_bytes(octets)


@contextmanager
def writing(path: str) -> Iterator[None]:
    """What is done within writes a file.

    Raises:
        InputError: If it cannot be written, with the reason.
    """
    try:
        yield
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from None
