"""Memory over many articles: `python benchmarks/memory.py [--articles 100000] [--workers 1] [--corpus]`.

Streams short articles, made of the sentences of `seeds/` with other names and figures, so that new words never end,
through `Parser.parse_many` or, with `--corpus`, through `read_corpus` into a folder that is removed afterwards. Prints
the memory that the process holds (resident set, Linux) after every thousandth part and fails if it grows by more than a
quarter between the first fifth of the articles and the last.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipevents.corpus import read_corpus
from dipevents.parser import Failure, Parser
from dipevents.reading.article import split_article

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstvz" for vowel in "aeiou"]
LARGEST_GROWTH = 1.25
"""Bounded stores of words fill and empty, which shows as waves of a tenth; a leak of a kilobyte an article, as 1.4."""


def sentences() -> list[str]:
    """The sentences of the seeds."""
    found = []
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found += [text[s.start : s.end] for p in split_article(text).paragraphs for s in p.sentences]
    return found


def articles(number: int) -> Iterator[dict[str, str]]:
    """Articles of two or three sentences; the same every time."""
    stock, chance = sentences(), random.Random(8)  # noqa: S311 - no secrets
    for i in range(number):
        chosen = " ".join(chance.choice(stock) for _ in range(chance.randint(2, 3)))
        name = "".join(chance.choice(SYLLABLES) for _ in range(3)).title()
        text = re.sub(r"\d+", lambda m: str(chance.randrange(10 ** len(m[0]))), chosen)
        yield {"id": str(i), "text": f"Minister {name} spoke. {text}", "published": "2024-05-09"}


def resident() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def streamed(number: int, workers: int) -> Iterator[int]:
    """The number of articles read so far."""
    stream = ({"text": a["text"], "published": a["published"]} for a in articles(number))
    for count, found in enumerate(Parser().parse_many(stream, workers=workers), 1):
        if isinstance(found, Failure):
            raise SystemExit(f"article {found.index}: {found.reason}")
        yield count


def written(number: int, workers: int) -> Iterator[int]:
    """The same for a corpus."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        with source.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(article) + "\n" for article in articles(number))
        for summary in read_corpus([source], Path(folder) / "out", workers=workers):
            yield summary.articles


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--workers", type=int, default=1)
    arguments.add_argument("--corpus", action="store_true", help="through read_corpus instead of parse_many")
    options: Any = arguments.parse_args()
    sizes: list[float] = []
    step, due = max(1, options.articles // 100), 0
    for count in (written if options.corpus else streamed)(options.articles, options.workers):
        if count >= due:
            due += step
            sizes.append(resident())
            if len(sizes) % 10 == 1:
                print(f"{count:9,} articles {sizes[-1]:8.1f} MB", flush=True)
    fifth = max(1, len(sizes) // 5)
    first, last = max(sizes[:fifth]), max(sizes[-fifth:])
    print(f"most in the first fifth {first:.1f} MB, in the last {last:.1f} MB, ratio {last / first:.3f}")
    sys.exit(last > LARGEST_GROWTH * first)


if __name__ == "__main__":
    main()
