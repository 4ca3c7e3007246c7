"""`dipevents timeline`: the events of any number of articles in order of time."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dipevents.commands.inputs import Inputs, add_filters, add_inputs, add_merge, choose, in_time
from dipevents.commands.terminal import add_color_option, colored, painted, say
from dipevents.export.text import clean, headline
from dipevents.models.statement import Source
from dipevents.stories import Happening
from dipevents.timeline import Unit, group_by

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from dipevents.models.statement import Statement

HELP = "the events in order of time"
DESCRIPTION = """Prints the events of articles or reports in order of time, undated ones last: date (EDTF), type and
status, who and what, and the article that says so."""
EXAMPLES = """examples:
  dipevents timeline article.txt --published 2023-09-12
  dipevents timeline reports.jsonl --type visit --since 2023-09 --group month
  dipevents timeline --manifest seeds/manifest.json --story "Rockets for Managua" --merge
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_inputs(parser)
    add_filters(parser)
    parser.add_argument("--group", choices=[str(unit) for unit in Unit], help="a heading for each day, week, month …")
    add_merge(parser)
    add_color_option(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the timeline."""
    inputs = Inputs(options)
    reports = inputs.reports()
    color = colored(options.color)
    shown = in_time(choose(reports, options))
    width = max((len(_when(one)) for one in shown), default=0)
    for heading, members in _grouped(shown, options.group):
        if heading:
            say(painted(f"{heading} ({len(members)})", "1;36", color))
        for one in members:
            for line in _lines(one, width, color):
                say(line)
    if not shown and reports:
        say("No events found.")
    return inputs.code()


def _when(one: Statement) -> str:
    return one.event.when.edtf if one.event.when else "undated"


def _grouped(statements: Sequence[Statement], unit: str | None) -> Iterator[tuple[str, list[Statement]]]:
    if unit is None:
        yield "", list(statements)
        return
    labels: dict[int, str] = {}
    for label, events in group_by([one.event for one in statements], unit).items():
        labels |= {id(event): label or f"undated, or in no single {unit}" for event in events}
    order = list(dict.fromkeys(labels.values()))
    by_label = sorted(statements, key=lambda one: order.index(labels[id(one.event)]))
    for label, members in groupby(by_label, key=lambda one: labels[id(one.event)]):
        yield label, list(members)


def _lines(one: Statement, width: int, color: bool) -> Iterator[str]:
    line, label = headline(one.event)
    kind = one.event.type_name().replace("_", " ")
    what = f"{kind}, {label}" if label else kind
    yield f"{painted(_when(one).ljust(width), '32', color)}  {what}: {painted(line, '1', color)}"
    indent = " " * (width + 2)
    if not one.merged:
        if told := _told(one.source):
            yield painted(indent + told, "2", color)
        return
    happening = Happening(statements=one.merged)
    for step in happening.history:
        yield painted(f"{indent}{step.status or 'told'}: {_told(step.statement.source)}", "2", color)
    for clash in happening.contradictions:
        says = [f"{getattr(side.event, clash.field)} ({_told(side.source)})" for side in (clash.first, clash.second)]
        yield painted(f"{indent}contradiction: {says[0]}, {says[1]}", "33", color)


def _told(source: Source | None) -> str:
    source = source or Source()
    return ", ".join(clean(str(part)) for part in (source.source or source.url, source.published) if part)
