"""What the commands read: article texts, reports, and manifests that give many articles their own days; and filters."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipevents.commands.terminal import complain
from dipevents.errors import DataError, DipeventsError, InputError
from dipevents.models.report import Report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.mentions import Skipped  # noqa: TC004 - nothing asks for the types of Reading's fields
    from dipevents.models.statement import Statement
    from dipevents.parser import Parser

__all__ = ["Inputs", "Reading", "add_filters", "add_inputs", "add_merge", "choose", "in_time", "named_by"]

_KNOWN = ("published", "title", "source", "url")
# What a manifest of articles with annotations has for `dipevents evaluate`, and a name for each article.
_ALSO = ("file", "story", "expected", "id")
TYPES = ("visit", "warning", "arms_deal", "expert_opinion")
# No article begins so, and all that `dipevents parse` writes does.
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*["}]|\s*\[\s*\]\s*\Z')
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """The options that say what to read."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="an article (UTF-8 text), or reports that `dipevents parse` wrote as JSON or JSON Lines; - for standard "
        "input",
    )
    parser.add_argument(
        "--published",
        metavar="DATE",
        help="publication day of the article texts, YYYY-MM-DD; in a manifest, of those without a day of their own",
    )
    parser.add_argument(
        "--manifest",
        metavar="FILE",
        help="JSON list of articles, each with file (in the folder of the manifest) and, where known, published, "
        "title, source, url, story",
    )
    parser.add_argument("--story", metavar="NAME", help="only the articles of this story in the manifest")
    parser.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline instead of the default one")


def add_merge(parser: argparse.ArgumentParser) -> None:
    """The option that joins what several articles say."""
    parser.add_argument(
        "--merge", action="store_true", help="one event for each thing that happened, however many articles tell of it"
    )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options that say which events count."""
    group = parser.add_argument_group("which events")
    group.add_argument("--type", choices=TYPES, help="only events of this type")
    group.add_argument("--actor", metavar="NAME", help="only events in which somebody of this full name has a part")
    group.add_argument("--country", metavar="CODE", help="only events with this country: its code (PRK), or its name")
    group.add_argument(
        "--status", metavar="STATUS", action="append", help="only events of this status, or any; repeatable"
    )
    group.add_argument(
        "--least-chance",
        metavar="CHANCE",
        type=float,
        default=0,
        help="only events at least so likely, 0 to 1; 1: the sure ones",
    )
    group.add_argument("--since", metavar="DATE", help="only events that may lie on or after this day, month or year")
    group.add_argument("--until", metavar="DATE", help="only events that may lie on or before this day, month or year")


@dataclass(frozen=True, slots=True)
class Reading:
    """One report, and where it comes from.

    Attributes:
        name: The file as the user named it.
        report: The report.
        skipped: Why trigger words yielded no event; empty unless asked for.
    """

    name: str
    report: Report
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class _Article:
    """One article to read; `problem` says why it cannot be."""

    file: str
    known: dict[str, str | None]
    problem: str | None = None


class Inputs:
    """The reports of all that is to be read, in order; what cannot be read is complained of and left out.

    Attributes:
        failed: How many files could not be read, so far.

    Raises:
        DipeventsError: If the options contradict themselves, or there is nothing to read: misuse.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        if options.published is not None:
            from dipevents.mentions.dates import publication_day

            publication_day(options.published)
        if options.story and not options.manifest:
            raise InputError("--story names a story of a manifest: give --manifest, too")
        self._articles = _listed(options.manifest, options.story, options.published) if options.manifest else []
        self._articles += [_Article(name, {"published": options.published}) for name in options.files]
        if not self._articles:
            raise InputError("nothing to read: name files, - for standard input, or --manifest")
        self.failed = 0
        self._options = options

    @cached_property
    def _parser(self) -> Parser:
        """The parser, made for the first article: who shows reports need not load what reads."""
        from dipevents.parser import Parser
        from dipevents.reading.engine import DEFAULT_MODEL

        make: Any = self._options.make_parser or Parser
        parser: Parser = make(self._options.model or DEFAULT_MODEL, explain=getattr(self._options, "explain", False))
        return parser

    def __iter__(self) -> Iterator[Reading]:
        for article in self._articles:
            try:
                text = _read(article)
                reports = _reports(article.file, text)
            except InputError as error:
                complain(str(error))
                self.failed += 1
                continue
            if reports is not None:
                yield from (Reading(article.file, report) for report in reports)
                continue
            if article.known.get("published") is None:
                _complain_of_open_dates(article.file, text)
            # The name of its file says where an article comes from, unless the manifest does.
            source = {} if article.file == "-" else {"source": Path(article.file).name}
            report = self._parser.parse(text, **(source | article.known))
            yield Reading(article.file, report, self._parser.skipped)

    def reports(self) -> list[Report]:
        """All reports at once."""
        return [reading.report for reading in self]

    def code(self) -> int:
        """The exit code, after saying how many of several files could not be read."""
        if self.failed and len(self._articles) > 1:
            complain(f"{self.failed} of {len(self._articles)} files could not be read")
        return 1 if self.failed else 0


def _listed(manifest: str, story: str | None, published: str | None) -> list[_Article]:
    from dipevents.models.serial import MAX_CHARS, parse_json

    try:
        entries = parse_json(_read(_Article(manifest, {})), MAX_CHARS)
    except DataError as error:
        raise InputError(f"{manifest}: {error}") from None
    if not isinstance(entries, list):
        raise InputError(f"{manifest}: a manifest is a JSON list of articles")
    found, stories, unread = [], set(), set()
    for number, entry in enumerate(entries, 1):
        where = f"{manifest}: article {number}"
        if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
            raise InputError(f"{where}: it needs a file")
        unread |= entry.keys() - {*_KNOWN, *_ALSO}
        told = entry.get("story")
        stories |= {told} if isinstance(told, str) else set()
        if story is None or (isinstance(told, str) and told.casefold() == story.casefold()):
            found.append(_entry(where, named_by(manifest, entry["file"]), {"published": published} | entry))
    if story is not None and not found:
        raise InputError(f"{manifest}: no story {story!r}; it has {', '.join(sorted(stories)) or 'none'}")
    if unread:
        complain(f"{manifest}: keys that are not read: {', '.join(map(_with_hint, sorted(unread)))}")
    return found


def _entry(where: str, file: str, entry: dict[str, Any]) -> _Article:
    """An article of a manifest; what is wrong with it is a problem of its own."""
    from dipevents.mentions.dates import publication_day

    known = {key: entry[key] for key in _KNOWN if entry.get(key) is not None}
    if wrong := [key for key, value in known.items() if not isinstance(value, str)]:
        return _Article(file, {}, f"{where}: {wrong[0]} is no string")
    try:
        publication_day(known.get("published"))
    except DipeventsError as error:
        return _Article(file, {}, f"{where}: {error}")
    return _Article(file, known)


def _with_hint(key: str) -> str:
    """An unknown key, and the one that may be meant."""
    near = get_close_matches(key.lower(), (*_KNOWN, *_ALSO), n=1)
    return f"{key} (is {near[0]} meant?)" if near else key


def _complain_of_open_dates(name: str, text: str) -> None:
    """Says that "on Monday" means no day, where nobody has told on which day the article appeared."""
    from dipevents.mentions.dates import find_dates

    left = [one.text for one in find_dates(text) if "XXXX" in one.timex_value]
    if left:
        dates = f"{len(left)} dates stay" if len(left) > 1 else "a date stays"
        complain(f"{name}: without its publication day (--published) {dates} open, such as {left[0]!r}")


def named_by(manifest: str, name: object) -> str:
    """The path of a file that a manifest names: manifests may come from strangers, and read in their own folder alone.

    Raises:
        InputError: If it lies elsewhere, by its name or by a symbolic link, or is no name of a file.
    """
    folder = Path(manifest).parent
    try:
        path = folder / str(name)
        inside = isinstance(name, str) and path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # too long, links in a circle, a NUL
        inside = False
    if not inside:
        raise InputError(f"{manifest}: {str(name)[:200]!r} names no file in the folder of the manifest")
    return f"./{path}" if str(path) == "-" else str(path)  # "-" alone is standard input


def _read(article: _Article) -> str:
    from dipevents.corpus_inputs import decoded

    if article.problem:
        raise InputError(article.problem)
    name = article.file
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a directory; name the files in it") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from None
    except ValueError:  # a NUL in the name
        raise InputError(f"{name}: is no name of a file") from None
    if content.startswith(b"PAR1"):
        raise InputError(f"{name}: is Parquet; give the JSONL that `dipevents corpus --format jsonl` writes")
    try:
        text = decoded(content)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    if _HTML.match(text):
        raise InputError(f"{name}: is HTML; save the article as text, or read pages with `dipevents corpus`")
    return text


def _reports(name: str, text: str) -> list[Report] | None:
    """The reports that a file holds as JSON or JSON Lines; None for an article."""
    from dipevents.models.report import Report
    from dipevents.models.serial import MAX_CHARS, parse_json

    if not _JSON.match(text):
        return None
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    try:
        if len(lines) > 1 and _is_json(lines[0][1]):
            return [one for number, line in lines for one in _at_line(number, line)]
        data = parse_json(text, MAX_CHARS)
        if isinstance(data, list) and any(isinstance(one, dict) and "file" in one for one in data):
            raise InputError(f"{name}: is a manifest; give it as --manifest {name}")
        found = data if isinstance(data, list) else [data]
        return [Report.from_dict(one) for one in map(_unwrapped, found) if one is not None]
    except DataError as error:
        raise InputError(f"{name}: {error}") from None


def _is_json(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _at_line(number: int, line: str) -> list[Report]:
    from dipevents.models.report import Report
    from dipevents.models.serial import MAX_CHARS, parse_json

    try:
        data = _unwrapped(parse_json(line, MAX_CHARS))
        return [] if data is None else [Report.from_dict(data)]
    except DataError as error:
        raise DataError(f"line {number}: {error}") from None


def _unwrapped(data: Any) -> Any:
    """The report in a row of `dipevents corpus`, or None for an article that could not be read; else what is given.

    Raises:
        DataError: If it is an article that has yet to be read.
    """
    if isinstance(data, dict) and "text" in data and "schema" not in data:
        raise DataError("is an article, not a report: read files of articles with `dipevents corpus`")
    return data["report"] if isinstance(data, dict) and data.keys() >= {"report", "error"} else data


def choose(reports: Sequence[Report], options: argparse.Namespace) -> list[Statement]:
    """The events that pass the filters, each with its article, in the order of the reports.

    With --merge they are the happenings, in order of time, that have come to the status, may lie in the window by the
    date that all articles together give, and of which a telling passes all other filters.
    """
    from dipevents.models.statement import events_of, statements_of
    from dipevents.selection import has_status, select
    from dipevents.stories import merge

    stands = has_status(options.status or "any", events_of(reports))
    window = {"since": options.since, "until": options.until}
    kept = select(
        reports,
        type=options.type,
        actor=options.actor,
        country=options.country,
        least_chance=options.least_chance,
        **({} if options.merge else window),
    )
    chosen = {id(event) for event in kept}
    if options.merge:
        happenings = merge(list(reports)).happenings
        told = [one.statement for one in happenings if any(id(each.event) in chosen for each in one.statements)]
        within = {id(event) for event in select([one.event for one in told], **window)}
        return [one for one in told if id(one.event) in within and stands(one.event)]
    return [one for one in statements_of(reports) if id(one.event) in chosen and stands(one.event)]


def in_time(statements: Sequence[Statement]) -> list[Statement]:
    """The statements in the order of `dipevents.chronology`, undated ones last."""
    from dipevents.timeline import chronology

    waiting: dict[int, list[Statement]] = {}
    for one in statements:
        waiting.setdefault(id(one.event), []).append(one)
    return [waiting[id(event)].pop(0) for event in chronology([one.event for one in statements])]
