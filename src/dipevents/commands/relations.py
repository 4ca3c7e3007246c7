"""`dipevents relations`: who does what to whom, as a table of all pairs or as the events of one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dipevents.commands.inputs import Inputs, add_filters, add_inputs, add_merge, choose, in_time
from dipevents.commands.terminal import add_color_option, colored, complain, painted, say
from dipevents.errors import InputError
from dipevents.export.text import clean, headline
from dipevents.parties import By, belongs_to, in_full, leads, participants, stage_of, status_of
from dipevents.relations import dyads
from dipevents.selection import country_code

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from dipevents.models.statement import Statement

HELP = "who does what to whom"
DESCRIPTION = """Prints, for each two parties, how many visits, warnings and arms deals lead from one to the other, and
when; with --between, the events themselves. What is only planned, possible, negotiated, cancelled or denied does not
count, unless --status asks for it; --status any counts all."""
EXAMPLES = """examples:
  dipevents relations reports.jsonl
  dipevents relations reports.jsonl --merge --between PRK RUS
  dipevents relations article.txt --published 2023-09-12 --by actor
  dipevents relations --manifest seeds/manifest.json --type visit --status occurred
"""
_COUNTED = ("visit", "warning", "arms_deal")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_inputs(parser)
    add_merge(parser)
    add_filters(parser)
    parser.add_argument(
        "--between",
        nargs=2,
        metavar=("A", "B"),
        help="only what A does to B and B to A: countries (PRK), or full names of actors or places in the events",
    )
    parser.add_argument("--by", choices=[str(by) for by in By], default="country", help="the parties; default: country")
    add_color_option(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the table, or the events."""
    inputs = Inputs(options)
    reports = inputs.reports()
    statements = choose(reports, options)
    counted = [one for one in statements if options.status or stage_of(one.event) == "firm"]
    color = colored(options.color)
    if options.between:
        a, b = (_party(name, statements) for name in options.between)
        _between(in_time(counted), a, b, color)
    else:
        _table(counted, options.by, color)
    if len(counted) < len(statements):
        left_out = Counter(str(status_of(one.event)) for one in statements)
        left_out -= Counter(str(status_of(one.event)) for one in counted)
        told = ", ".join(f"{count} {status}" for status, count in left_out.items())
        complain(f"not counted: {told} (--status any counts all)")
    return inputs.code()


def _party(name: str, statements: Sequence[Statement]) -> str:
    """The code of a country that is given by its code or name; else the name of somebody or a place in the events.

    Raises:
        InputError: If it is neither.
    """
    if code := country_code(name):
        return code
    if statements and not any(belongs_to(part.who, name) for one in statements for part in participants(one.event)):
        raise InputError(f"--between {name}: is no country's code or name, nor a full name in the events")
    return name


def _between(statements: Sequence[Statement], a: str, b: str, color: bool) -> None:
    full = in_full(one.event for one in statements)
    for source, target in ((a, b), (b, a)):
        found = [one for one in statements if leads(one.event, source, target, full)]
        say(painted(f"{clean(source)} → {clean(target)} ({len(found)})", "1;36", color))
        for one in found:
            line, label = headline(one.event)
            when = one.event.when.edtf if one.event.when else "undated"
            kind = one.event.type_name().replace("_", " ")
            what = f"{kind}, {label}" if label else kind
            say(f"  {painted(when, '32', color)}  {what}: {painted(line, '1', color)}")


def _table(statements: Sequence[Statement], by: str, color: bool) -> None:
    ties = dyads(statements, by=by, status="any")
    if not ties:
        say("No event with two known sides found.")
        return
    rows = [("FROM", "TO", "EVENTS", "VISITS", "WARNINGS", "ARMS DEALS", "DATES")]
    for tie in ties:
        counts = [str(tie.counts.get(name, 0) or "·") for name in _COUNTED]
        dates = tie.dates if len(tie.dates) < 3 else (tie.dates[0], "…", tie.dates[-1])
        names = (clean(tie.source.name), clean(tie.target.name))
        rows.append((*names, str(tie.count), counts[0], counts[1], counts[2], " ".join(dates)))
    widths = [max(len(row[i]) for row in rows) for i in range(6)]
    for number, row in enumerate(rows):
        cells = [row[i].ljust(widths[i]) if i < 2 else row[i].rjust(widths[i]) for i in range(6)]
        say(painted("  ".join((*cells, row[6])).rstrip(), "" if number else "1;36", color and not number))
