"""`dipevents view`: the picture, as one HTML page."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from dipevents.commands.inputs import Inputs, add_inputs, add_merge
from dipevents.commands.terminal import complain, say, write
from dipevents.export.page import to_html
from dipevents.export.text import clean
from dipevents.stories import merge

if TYPE_CHECKING:
    import argparse

HELP = "a page with timeline, marked articles and relations"
DESCRIPTION = """Writes one HTML page that needs no network: the articles with their events marked, a timeline, the
relations, and filters; and prints where it is."""
EXAMPLES = """examples:
  dipevents view article.txt --published 2023-09-12 --open
  dipevents view reports.jsonl --out september.html
  dipevents view --manifest seeds/manifest.json --story "Rockets for Managua" --open
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_inputs(parser)
    add_merge(parser)
    parser.add_argument("--out", metavar="PATH", default="dipevents.html", help="default: dipevents.html; - for output")
    parser.add_argument("--open", action="store_true", help="also open it in the browser")


def run(options: argparse.Namespace) -> int:
    """Writes the page."""
    inputs = Inputs(options)
    reports = inputs.reports()
    if reports:
        write(to_html(merge(reports) if options.merge else reports, title=options.story), options.out)
        if options.out != "-":
            say(clean(options.out))
            if options.open and not webbrowser.open(Path(options.out).resolve().as_uri()):
                complain(f"no browser was found: open {options.out} yourself")
    return inputs.code()
