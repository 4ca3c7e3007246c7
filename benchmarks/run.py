"""Speed: `python benchmarks/run.py [--texts FILE.jsonl …] [--articles N]`, by default over the articles of `seeds/`.

Prints words a second (white-space words) for stock spaCy (`nlp.pipe` with its defaults), for reading everything and for
the skim, over the same articles, a few at a time in turn, so that a busy machine slows all three alike; the share of
our own code beside the model's; memory; scaling over workers; and the cost by length of the article. Times are those of
the processor, but for the workers, which are timed by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from pathlib import Path
from typing import Any

from dipevents.parser import Parser
from dipevents.reading.engine import DEFAULT_MODEL

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
TOGETHER = 40
"""Articles that each reader gets before it is the next one's turn."""


class Timed(Parser):
    """A parser that knows how long its engine took."""

    model_time = 0.0

    def _engine_reads(self, sentences: list[Any]) -> None:
        start = time.process_time()
        super()._engine_reads(sentences)
        self.model_time += time.process_time() - start


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
    parsers = {"reading everything": Timed(), "the skim": Timed(skim=True)}
    parsers |= {f"the skim from {value}": Timed(skim=value) for value in least}
    times = dict.fromkeys(("stock spaCy", *parsers), 0.0)
    for text in (articles[0]["text"],):
        list(nlp.pipe([text]))
        for parser in parsers.values():
            parser.parse(text)
            parser.model_time = 0.0
    for at in range(0, len(articles), TOGETHER):
        some = articles[at : at + TOGETHER]
        start = time.process_time()
        for _ in nlp.pipe(article["text"] for article in some):
            pass
        times["stock spaCy"] += time.process_time() - start
        for name, parser in parsers.items():
            start = time.process_time()
            for _ in parser.parse_many(some):
                pass
            times[name] += time.process_time() - start
    count = words(articles)
    print(f"{len(articles)} articles, {count:,} words\n\n{'':24}words/s   of stock   own code")
    for name, seconds in times.items():
        own = f"{1 - parsers[name].model_time / seconds:9.0%}" if name in parsers else ""
        print(f"{name:24}{count / seconds:7,.0f} {times['stock spaCy'] / seconds:9.2f}x {own}")


def workers(articles: list[dict[str, Any]]) -> None:
    """Wall-clock time of the same articles with one and with two processes, the loading of the model left out."""
    print(f"\nworkers (by the clock; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f})")
    rates = []
    for number in (1, 2):
        stream = Parser().parse_many(warm_up(number) + articles, workers=number)
        for _ in warm_up(number):
            next(stream)
        start = time.perf_counter()
        for _ in stream:
            pass
        rates.append(words(articles) / (time.perf_counter() - start))
        print(f"{number:3} {rates[-1]:9,.0f} words/s  {rates[-1] / rates[0]:.2f}x")


def warm_up(number: int) -> list[dict[str, Any]]:
    """Enough small articles that each process loads its model."""
    return [{"text": "Kim came to Seoul."}] * (64 * number)


def lengths(articles: list[dict[str, Any]]) -> None:
    """Cost by length: articles put together until they have so many characters."""
    print("\nlength of one article     ms a kB")
    whole = "\n\n".join(article["text"] for article in articles)
    whole *= 1 + 1_000_000 // max(1, len(whole))
    parser = Parser()
    parser.parse(whole[:1000])
    for size in (1_000, 10_000, 100_000, 1_000_000):
        start = time.process_time()
        for _ in range(max(1, 20_000 // size)):
            parser.parse(whole[:size])
        seconds = (time.process_time() - start) / max(1, 20_000 // size)
        print(f"{size:12,} characters {seconds / size * 1e6:10.2f}")


def peak() -> float:
    """The most memory that this process has held, in MB (Linux counts it in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--texts", nargs="*", type=Path, default=[], help="JSONL files with `text` and `published`")
    arguments.add_argument("--articles", type=int, help="read about so many of them, evenly spread")
    arguments.add_argument("--least", nargs="*", type=float, default=[0.05, 0.1, 0.2], help="further skims")
    options = arguments.parse_args()
    articles = load(options.texts, options.articles)
    readers(articles, options.least)
    print(f"\npeak memory {peak():,.0f} MB, all the above in one process")
    workers(articles)
    lengths(articles)
    print(f"peak memory {peak():,.0f} MB")


if __name__ == "__main__":
    main()
