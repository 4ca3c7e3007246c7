"""Makes `data/skim.csv` from what reading everything finds in articles: `fit_skim.py ARTICLES.jsonl…`.

Each line of the files is an object with `text` and, if known, `published`. No expected events are needed: the skim is
to foresee what the rooms find. Run it again when lists of the lexicons are added or renamed.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dipevents.events import ROOMS
from dipevents.parser import Parser
from dipevents.reading.skim import SECOND, features, second_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set as AbstractSet

TARGET = Path(__file__).resolve().parent.parent / "src/dipevents/data/skim.csv"


RIDGE = 10.0
"""What holds the weights of features small."""
OFTEN = 40
"""Sentences in which a word must stand to have a weight of its own."""
LOWER = 0.9
"""Share of a word's uses in small letters below which it may be a name, and has none."""
_WRITTEN = re.compile(r"[^\W_]+")


class Rows:
    """A matrix: of zeros and ones, given as the columns that have a one in each row; a column of ones is added."""

    def __init__(self, rows: Sequence[Sequence[int]], width: int) -> None:
        self.columns = np.array([c for row in rows for c in (*row, width)])
        self.firsts = np.cumsum([0, *(len(row) + 1 for row in rows[:-1])])
        self.of = np.repeat(np.arange(len(rows)), [len(row) + 1 for row in rows])
        self.width = width + 1

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Its product with a column."""
        return np.add.reduceat(weights[self.columns], self.firsts)

    def turned_times(self, values: np.ndarray) -> np.ndarray:
        """The product of its transpose with a column."""
        return np.bincount(self.columns, values[self.of], self.width)


class Columns(Rows):
    """The same of any numbers."""

    def __init__(self, columns: np.ndarray) -> None:
        self.x = np.hstack([columns, np.ones((len(columns), 1))])
        self.width = self.x.shape[1]

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Its product with a column."""
        return self.x @ weights

    def turned_times(self, values: np.ndarray) -> np.ndarray:
        """The product of its transpose with a column."""
        return self.x.T @ values


def fit(x: Rows, found: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of a logistic regression, the constant last (Newton's method, its steps by conjugate gradients)."""
    weights = np.zeros(x.width)
    penalty = np.full(x.width, ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x.times(weights), -30, 30)))
        left = -(x.turned_times(p - found) + penalty * weights)
        curve = p * (1 - p)
        step, way, size = np.zeros(x.width), left, left @ left
        for _ in range(60):
            bent = x.turned_times(curve * x.times(way)) + penalty * way
            far = size / (way @ bent)
            step, left = step + far * way, left - far * bent
            before, size = size, left @ left
            if size < 1e-9:
                break
            way = left + size / before * way
        weights += step
        if abs(step).max() < 1e-4:
            break
    return weights


def known_words(texts: Iterable[str], rows: Sequence[AbstractSet[str]]) -> set[str]:
    """The features that are words: those that are frequent, and no names."""
    written = Counter(word for text in texts for word in _WRITTEN.findall(text))
    small = Counter({word: number for word, number in written.items() if word.islower()})
    uses = Counter[str]()
    for word, number in written.items():
        uses[word.lower()] += number
    seen = Counter(name for row in rows for name in row if name.startswith("word "))
    return {
        name
        for name, number in seen.items()
        if number >= OFTEN and (word := name.removeprefix("word ")).isalpha() and small[word] >= LOWER * uses[word]
    }


def main(paths: list[str]) -> None:
    parser, rows, labels, articles, texts = Parser(), [], [], [], []
    kinds = [room.kind for room in ROOMS]
    lines = [line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    for number, line in enumerate(lines):
        record = json.loads(line)
        mentions = parser.read(record["text"], None)
        report = parser.parse(record["text"], published=record.get("published"))
        place = {s.start: s.i for s in mentions.sentences}
        found = np.zeros((len(mentions.sentences), len(kinds)))
        for event in report.events:
            for evidence in event.evidence:
                if evidence.start in place and type(event) in kinds:
                    found[place[evidence.start], kinds.index(type(event))] = 1
        rows.extend(features(mentions.sentences))
        texts.append(record["text"])
        labels.append(found)
        articles.extend([number] * len(found))
    kept = known_words(texts, rows)
    names = sorted({name for row in rows for name in row if name in kept or not name.startswith("word ")})
    index = {name: i for i, name in enumerate(names)}
    ones = [sorted(index[name] for name in row if name in index) for row in rows]
    y, of = np.vstack(labels), np.array(articles)
    extra = ("bias", *SECOND, "worth")
    table: dict[str, list[float]] = {name: [] for name in (*names, *extra)}
    total = y.sum(0)
    for k in range(len(kinds)):
        held_out = np.zeros(len(rows))
        for part in range(5):
            test = of % 5 == part
            w = fit(Rows([ones[i] for i in np.flatnonzero(~test)], len(names)), y[~test, k], RIDGE)
            held_out[test] = Rows([ones[i] for i in np.flatnonzero(test)], len(names)).times(w)
        columns = np.vstack([second_columns(held_out[of == a]) for a in np.unique(of)])
        second = fit(Columns(columns), y[:, k], 0.1)
        weights = fit(Rows(ones, len(names)), y[:, k], RIDGE)
        worth = total.mean() / total[k]
        for name, value in zip((*names, *extra), (*weights, *second, worth), strict=True):
            table[name].append(round(float(value), 2))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", *(room.lexicon for room in ROOMS)])
        writer.writerows([name, *values] for name, values in table.items())
    print(f"{TARGET}: {len(table)} rows from {of.max() + 1} articles")


if __name__ == "__main__":
    main(sys.argv[1:])
