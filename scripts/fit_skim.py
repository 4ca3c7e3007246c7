"""Makes `data/skim.csv` from what reading everything finds in articles: `fit_skim.py ARTICLES.jsonl…`.

Each line of the files is an object with `text` and, if known, `published`. No expected events are needed: the skim is
to foresee what the rooms find. Run it again when lists of the lexicons are added or renamed.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from logistic import Columns, Rows, common_words, fit

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


def known_words(texts: Iterable[str], rows: Sequence[AbstractSet[str]]) -> set[str]:
    """The features that are words: those that are frequent, and no names."""
    common = common_words(texts)
    seen = Counter(name for row in rows for name in row if name.startswith("word "))
    return {name for name, number in seen.items() if number >= OFTEN and name.removeprefix("word ") in common}


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
