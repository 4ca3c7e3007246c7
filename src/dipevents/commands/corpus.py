"""`dipevents corpus`: many articles into tables, shard by shard; run again after a kill it goes on where it was."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

HELP = "read many articles into tables"
DESCRIPTION = """Reads files and folders of articles into shards of reports. Stopped or killed, the same command goes on
where it was. Columns read: id, text, published, title, source, url."""
EXAMPLES = """examples:
  dipevents corpus articles.jsonl --out reports
  dipevents corpus pages/ more.parquet --out reports --format parquet jsonl --workers 4 --skim
  dipevents corpus articles.jsonl --out /shared/reports --engine dask --scheduler tcp://10.0.0.1:8786
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "inputs", nargs="+", metavar="INPUT", type=Path, help="JSONL, CSV, Parquet, text or HTML; a folder"
    )
    parser.add_argument("--out", required=True, metavar="DIR", type=Path, help="the folder of the shards")
    parser.add_argument(
        "--format", nargs="+", choices=("parquet", "jsonl"), default=["parquet"], help="default: parquet"
    )
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read (default: 1)")
    parser.add_argument("--shard", type=int, metavar="N", help="articles a shard (default: 512)")
    parser.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline instead of the default one")
    parser.add_argument(
        "--skim",
        nargs="?",
        type=float,
        const=True,
        default=False,
        metavar="LEAST",
        help="pass over sentences that can hardly state an event, or whose chance is below LEAST",
    )
    parser.add_argument("--engine", choices=("local", "dask"), default="local", help="default: local")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster; default: one on this machine")


def run(options: argparse.Namespace) -> int:
    """Reads the inputs, and says on standard error how many there were."""
    from dipevents.corpus import SHARD, Settings, read_corpus
    from dipevents.export.text import counted
    from dipevents.reading.engine import DEFAULT_MODEL

    summary = None
    steps = read_corpus(
        options.inputs,
        options.out,
        formats=options.format,
        workers=options.workers,
        shard=SHARD if options.shard is None else options.shard,
        settings=Settings(options.model or DEFAULT_MODEL, options.skim),
        scheduler=options.scheduler,
        engine=options.engine,
    )
    for summary in steps:
        if sys.stderr.isatty():
            _say(f"\r{summary.articles:,} articles, {summary.failures:,} failed", end="")
    if summary is None:
        return 1
    resumed = f", {summary.resumed:,} of them from before" if summary.resumed else ""
    counts = f"{counted(summary.articles, 'article')} in {counted(summary.shards, 'shard')}"
    _say(f"\r{counts}{resumed}; {summary.failures:,} could not be read")
    return 1 if summary.failures else 0


def _say(message: str, end: str = "\n") -> None:
    print(message, end=end, file=sys.stderr, flush=True)  # noqa: T201 - the command's progress
