"""Speed: `python benchmarks/run.py [--texts FILE.jsonl …] [--articles N]`, by default over the articles of `seeds/`.

Prints, as the tables of docs/explanation/speed.md, words a second (white-space words) for stock spaCy (`nlp.pipe` with
its defaults), for reading everything and for the skim, over the same articles, a few at a time in turn, so that a busy
machine slows all alike; the share of our own code beside the model's; scaling over workers; the cost by length of the
article; and memory. Times are those of the processor, but for the workers, which are timed by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipevents import lexicon
from dipevents.parser import Parser
from dipevents.reading.engine import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
TOGETHER = 40
"""Articles that each reader gets before it is the next one's turn."""


class Timed(Parser):
    """A parser that knows how long its engine took, and for how many words; `named` are those read for names alone."""

    model_time = 0.0
    words = 0
    named = 0

    def _engine_reads(self, chosen: Sequence[Any]) -> None:
        start = time.process_time()
        super()._engine_reads(chosen)
        self.model_time += time.process_time() - start
        self.words += words_of(sentence for one in chosen for sentence in one.read)
        self.named += words_of(sentence for one in chosen for sentence in one.named)


def words_of(sentences: Iterable[Any]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


def load(paths: list[Path], limit: int | None) -> list[dict[str, Any]]:
    """Text and day of the articles."""
    if not paths:
        return [{"text": path.read_text(encoding="utf-8")} for path in sorted(SEEDS.glob("*.txt"))]
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    step = max(1, len(rows) // limit) if limit else 1
    return [{"text": row["text"], "published": row.get("published")} for row in rows[::step]]


def words(articles: list[dict[str, Any]]) -> int:
    return sum(len(article["text"].split()) for article in articles)


def readers(articles: list[dict[str, Any]], least: list[float]) -> None:
    """Stock spaCy, reading everything and the skim, in turn."""
    import spacy

    nlp = spacy.load(DEFAULT_MODEL)
    parsers = {"reading everything": Timed(), "`skim=True`": Timed(skim=True)}
    parsers |= {f"`skim={value}`": Timed(skim=value) for value in least}
    times = dict.fromkeys(("stock spaCy, `nlp.pipe` with its defaults", *parsers), 0.0)
    stock = next(iter(times))
    list(nlp.pipe(article["text"] for article in articles[:TOGETHER]))
    for parser in parsers.values():
        for _ in parser.parse_many(articles[:TOGETHER]):
            pass
        parser.model_time, parser.words, parser.named = 0.0, 0, 0
    for at in range(0, len(articles), TOGETHER):
        some = articles[at : at + TOGETHER]
        start = time.process_time()
        for _ in nlp.pipe(article["text"] for article in some):
            pass
        times[stock] += time.process_time() - start
        for name, parser in parsers.items():
            start = time.process_time()
            for _ in parser.parse_many(some):
                pass
            times[name] += time.process_time() - start
    count = words(articles)
    made = "plain Python" if lexicon.__file__.endswith(".py") else "compiled"
    print(f"{len(articles)} articles, {count:,} words; processor time in one process, {made}\n")
    print("| reader | words/s | of stock spaCy | words that the model reads | for names alone | own code | of stock |")
    print("|---|---|---|---|---|---|---|")
    for name, seconds in times.items():
        row = f"| {name} | {count / seconds:,.0f} | {times[stock] / seconds:.2f} |"
        if name in parsers:
            own = seconds - parsers[name].model_time
            read, named = parsers[name].words, parsers[name].named
            row += f" {read / count:.0%} | {named / count:.0%} | {own / seconds:.0%} | {own / times[stock]:.0%} |"
        else:
            row += " | | | |"
        print(row, flush=True)


def workers(articles: list[dict[str, Any]]) -> None:
    """Wall-clock time with one and with two processes, each time in a new one that has met no article.

    Once over a quarter of the articles and once over all: the difference is three quarters without the start-up.
    """
    print(f"\n{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; by the clock\n")
    print("| workers | words/s, start-up left out | of one | words/s, start-up counted |\n|---|---|---|---|")
    few = articles[::4]
    rates: list[float] = []
    for number in (1, 2):
        times = []
        for some in (few, few + [article for at, article in enumerate(articles) if at % 4]):
            with ProcessPoolExecutor(1, get_context("spawn")) as new:
                times.append(new.submit(seconds_of, some, number).result())
        rates.append((words(articles) - words(few)) / (times[1] - times[0]))
        whole = words(articles) / times[1]
        print(f"| {number} | {rates[-1]:,.0f} | {rates[-1] / rates[0]:.2f} | {whole:,.0f} |", flush=True)


def seconds_of(articles: list[dict[str, Any]], number: int) -> float:
    start = time.perf_counter()
    for _ in Parser().parse_many(articles, workers=number):
        pass
    return time.perf_counter() - start


def lengths(articles: list[dict[str, Any]]) -> None:
    """Cost by length: articles put together until they have so many characters."""
    print("\n| characters of one article | ms a kB |\n|---|---|")
    whole = "\n\n".join(article["text"] for article in articles)
    whole *= 1 + 1_000_000 // max(1, len(whole))
    parser = Parser()
    parser.parse(whole[:1000])
    for size in (1_000, 10_000, 100_000, 1_000_000):
        start = time.process_time()
        rounds = max(1, 100_000 // size)
        for at in range(rounds):
            parser.parse(whole[at * size : (at + 1) * size])
        print(f"| {size:,} | {(time.process_time() - start) / rounds / size * 1e6:.1f} |", flush=True)


def peak() -> float:
    """The most memory that this process has held, in MB (Linux counts it in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", nargs="*", type=Path, default=[], help="JSONL files with `text` and `published`")
    arguments.add_argument("--articles", type=int, help="read about so many of them, evenly spread")
    arguments.add_argument("--least", nargs="*", type=float, default=[0.03, 0.15, 0.2], help="further skims")
    options = arguments.parse_args()
    articles = load(options.texts, options.articles)
    readers(articles, options.least)
    print(f"\npeak memory {peak():,.0f} MB, all the above in one process")
    workers(articles)
    lengths(articles)
    print(f"peak memory {peak():,.0f} MB")


if __name__ == "__main__":
    main()
