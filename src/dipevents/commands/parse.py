"""`dipevents parse`: articles in, reports out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dipevents.commands.inputs import Inputs, add_inputs
from dipevents.commands.terminal import add_color_option, colored, say
from dipevents.export.text import render_skipped, render_text

if TYPE_CHECKING:
    import argparse

    from dipevents.models.report import Report

HELP = "read articles into reports"
DESCRIPTION = "Reads articles (UTF-8 text) and prints what they report."
EXAMPLES = """examples:
  dipevents parse article.txt --published 2023-09-12
  dipevents parse seeds/*.txt --format jsonl > reports.jsonl
  dipevents parse --manifest seeds/manifest.json --format jsonl > reports.jsonl
  cat article.txt | dipevents parse - --published 2023-09-12 --explain
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_inputs(parser)
    parser.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help="default: text")
    parser.add_argument("--explain", action="store_true", help="also say why trigger words yielded no event (text)")
    add_color_option(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the reports, each as soon as it is read, except for JSON of several."""
    inputs = Inputs(options)
    color = colored(options.color)
    reports: list[Report] = []
    for number, reading in enumerate(inputs):
        if options.format == "jsonl":
            say(reading.report.to_json())
        elif options.format == "json":
            reports.append(reading.report)
        else:
            say(("\n" if number else "") + render_text(reading.report, color=color, name=reading.name))
            if options.explain and (notes := render_skipped(reading.skipped, color=color)):
                say(notes)
    if reports:
        found = [report.to_dict() for report in reports]
        say(json.dumps(found[0] if len(found) == 1 else found, indent=2))
    return inputs.code()
