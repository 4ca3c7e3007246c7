"""`dipevents export`: the events in the forms of other tools, saying what each form leaves out."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from dipevents.commands.inputs import Inputs, add_filters, add_inputs, add_merge, choose
from dipevents.commands.terminal import complain, write, writing
from dipevents.errors import InputError
from dipevents.export import calendar, colt, graph, markdown, page, plover, sipri, tables
from dipevents.export.extras import load_extra
from dipevents.models.event import Event
from dipevents.models.report import Report
from dipevents.models.statement import Statement
from dipevents.stories import Story, merge

HELP = "write events for other tools"
DESCRIPTION = """Writes events as JSON, tables, codings, a graph, a calendar, Markdown or a page; events that a form has
no place for are counted on standard error. json, jsonl and html hold whole reports, and take no filters. With --merge,
json is the story, html shows it, and all others hold one event for each thing that happened."""
EXAMPLES = """examples:
  dipevents export reports.jsonl --to csv --out events.csv
  dipevents export reports.jsonl --to csv --rows participants --country PRK
  dipevents export article.txt --published 2023-09-12 --to plover
  dipevents export reports.jsonl --to parquet --out events.parquet      (extra: tables)
  dipevents export reports.jsonl --to graphml --by country --out g.xml  (extra: graph)
"""
_FILTERS = ("type", "actor", "country", "status", "since", "until", "least_chance")


class _Form(NamedTuple):
    """A form of whole reports, or of events; or one that writes its file itself."""

    reports: Callable[[Sequence[Report] | Story], str] | None = None
    events: Callable[[Sequence[Statement], argparse.Namespace], str] | None = None
    file: Callable[[Sequence[Statement], argparse.Namespace], None] | None = None
    left_out: Callable[[Sequence[Statement]], tuple[tuple[Event, str], ...]] | None = None


def _json(reports: Sequence[Report] | Story) -> str:
    if isinstance(reports, Story):
        return reports.to_json(indent=2) + "\n"
    found = [report.to_dict() for report in reports]
    return json.dumps(found[0] if len(found) == 1 else found, indent=2) + "\n"


def _jsonl(reports: Sequence[Report] | Story) -> str:
    if isinstance(reports, Story):
        raise InputError("--to jsonl holds reports, one a line: it goes without --merge; --to json holds the story")
    return "".join(f"{report.to_json()}\n" for report in reports)


def _write_arrow(statements: Sequence[Statement], options: argparse.Namespace) -> None:
    table: Any = tables.to_arrow(statements, rows=options.rows)
    with load_extra("pyarrow", "tables").ipc.new_file(options.out, table.schema) as file:
        file.write_table(table)


FORMS: dict[str, _Form] = {
    "json": _Form(reports=_json),
    "jsonl": _Form(reports=_jsonl),
    "csv": _Form(events=lambda events, options: tables.to_csv(events, rows=options.rows)),
    "parquet": _Form(file=lambda events, options: tables.write_parquet(events, options.out, rows=options.rows)),
    "arrow": _Form(file=_write_arrow),
    "plover": _Form(events=lambda events, _: plover.to_plover_json(events), left_out=plover.left_out),
    "sipri": _Form(
        events=lambda events, _: tables.rows_to_csv(sipri.COLUMNS, sipri.to_sipri(events)), left_out=sipri.left_out
    ),
    "colt": _Form(
        events=lambda events, _: tables.rows_to_csv(colt.COLUMNS, colt.to_colt(events)), left_out=colt.left_out
    ),
    "graphml": _Form(events=lambda events, options: graph.to_graphml(events, by=options.by)),
    "ics": _Form(events=lambda events, _: calendar.to_ical(events), left_out=calendar.left_out),
    "markdown": _Form(events=lambda events, _: markdown.to_markdown(events)),
    "html": _Form(reports=page.to_html),
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_inputs(parser)
    parser.add_argument("--to", required=True, choices=tuple(FORMS), help="the form")
    parser.add_argument(
        "--out", metavar="PATH", default="-", help="the file to write, over one that is there; default: -"
    )
    parser.add_argument(
        "--rows", choices=("events", "participants"), default="events", help="what a row of a table is; default: events"
    )
    parser.add_argument(
        "--by", choices=("actor", "country", "body"), default="actor", help="what a node of a graph is; default: actor"
    )
    add_merge(parser)
    add_filters(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the file."""
    form = FORMS[options.to]
    if form.reports and (given := [name for name in _FILTERS if getattr(options, name)]):
        raise InputError(f"--to {options.to} holds whole reports: it goes without --{given[0].replace('_', '-')}")
    if form.file and options.out == "-":
        raise InputError(f"--to {options.to} is no text: name a file with --out")
    inputs = Inputs(options)
    reports = inputs.reports()
    if reports:
        _write(form, reports, options)
    return inputs.code()


def _write(form: _Form, reports: Sequence[Report], options: argparse.Namespace) -> None:
    if form.reports:
        write(form.reports(merge(list(reports)) if options.merge else reports), options.out)
        return
    statements = choose(reports, options)
    if form.file:
        with writing(options.out):
            form.file(statements, options)
    if form.events:
        write(form.events(statements, options), options.out)
    left_out = form.left_out(statements) if form.left_out else ()
    if left_out:
        reasons = Counter(reason for _, reason in left_out)
        told = "; ".join(f"{count} × {reason}" for reason, count in sorted(reasons.items()))
        complain(f"{len(left_out)} of {len(statements)} events have no place in {options.to}: {told}")
