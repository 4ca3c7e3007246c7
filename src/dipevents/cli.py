"""The command `dipevents`: read articles from files or standard input."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dipevents import __version__
from dipevents.errors import DipeventsError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.models.report import Report

__all__ = ["main"]

EXAMPLES = """examples:
  dipevents parse article.txt --published 2023-09-12
  dipevents parse seeds/*.txt --format jsonl > reports.jsonl
  cat article.txt | dipevents parse - --published 2023-09-12 --explain
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; gives the exit code: 0 if all went well, 1 if some input could not be read, 2 for misuse."""
    options = _arguments().parse_args(arguments)
    try:
        code: int = options.run(options)
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing more to say, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DipeventsError as error:
        _complain(str(error))
        return 2
    return code


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dipevents",
        description="Visits, warnings, arms deals and expert opinions out of diplomatic news.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"dipevents {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    parse = commands.add_parser(
        "parse",
        help="read articles into reports",
        description="Reads articles (UTF-8 text) and prints what they report.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parse.add_argument("files", nargs="+", metavar="FILE", help="a text file, or - for standard input")
    parse.add_argument("--published", metavar="DATE", help="publication day of the articles, YYYY-MM-DD")
    parse.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="default: text")
    parse.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline instead of the default one")
    parse.add_argument("--explain", action="store_true", help="also say why trigger words yielded no event (text)")
    parse.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    parse.set_defaults(run=_parse)
    return parser


def _parse(options: argparse.Namespace) -> int:
    from dipevents.export.text import render_skipped, render_text
    from dipevents.parser import DEFAULT_MODEL, Parser, read_day

    published = read_day(options.published)
    parser = Parser(options.model or DEFAULT_MODEL, explain=options.explain)
    color = _colored(options.color, sys.stdout)
    reports: list[Report] = []
    done = failed = 0
    for name, text in _texts(options.files):
        if text is None:
            failed += 1
            continue
        report = parser.parse(text, published=published, source=None if name == "-" else Path(name).name)
        if options.format == "text":
            if done:
                print()  # noqa: T201 - the command's output
            print(render_text(report, color=color, name=name))  # noqa: T201
            if options.explain and (notes := render_skipped(parser.skipped, color=color)):
                print(notes)  # noqa: T201
        elif options.format == "jsonl":
            print(report.to_json())  # noqa: T201
        else:
            reports.append(report)
        done += 1
    if options.format == "json" and reports:
        _print_json(reports)
    if failed and len(options.files) > 1:
        _complain(f"{failed} of {len(options.files)} files could not be read")
    return 1 if failed else 0


def _print_json(reports: Sequence[Report]) -> None:
    import json

    found = [report.to_dict() for report in reports]
    print(json.dumps(found[0] if len(found) == 1 else found, indent=2))  # noqa: T201


def _texts(files: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Name and text of every file; None in place of a text that cannot be read, after saying why."""
    for name in files:
        try:
            yield name, _read(name)
        except InputError as error:
            _complain(str(error))
            yield name, None


def _read(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a directory; name the files in it") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start}); convert it first") from None
    if not text.strip():
        raise InputError(f"{name}: is empty")
    return text


def _colored(choice: str, stream: TextIO) -> bool:
    return choice == "always" or (choice == "auto" and stream.isatty() and "NO_COLOR" not in os.environ)


def _complain(message: str) -> None:
    print(f"dipevents: {message}", file=sys.stderr)  # noqa: T201 - the command's output


if __name__ == "__main__":
    sys.exit(main())
