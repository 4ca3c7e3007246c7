"""Makes `data/skim.csv` from what reading everything finds in articles: `fit_skim.py ARTICLES.jsonl…`.

Each line of the files is an object with `text` and, if known, `published`. No expected events are needed: the skim is
to foresee what the rooms find. Run it again when lists of the lexicons are added or renamed.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import numpy as np

from dipevents.events import ROOMS
from dipevents.parser import Parser
from dipevents.reading.skim import SECOND, features, second_columns

TARGET = Path(__file__).resolve().parent.parent / "src/dipevents/data/skim.csv"


def fit(columns: np.ndarray, found: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of a logistic regression, the constant last (Newton's method)."""
    x = np.hstack([columns, np.ones((len(columns), 1))])
    penalty = np.eye(x.shape[1]) * ridge
    penalty[-1, -1] = 1e-6
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, x.T @ (p - found) + penalty @ weights)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return weights


def main(paths: list[str]) -> None:
    parser, rows, labels, articles = Parser(), [], [], []
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
        labels.append(found)
        articles.extend([number] * len(found))
    names = sorted({name for row in rows for name in row})
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        x[i, [index[name] for name in row]] = 1
    y, of = np.vstack(labels), np.array(articles)
    extra = ("bias", *SECOND, "worth")
    table: dict[str, list[float]] = {name: [] for name in (*names, *extra)}
    total = y.sum(0)
    for k in range(len(kinds)):
        held_out = np.zeros(len(rows))
        for part in range(5):
            test = of % 5 == part
            w = fit(x[~test], y[~test, k], 4.0)
            held_out[test] = x[test] @ w[:-1] + w[-1]
        columns = [row for a in range(of.max() + 1) for row in second_columns(held_out[of == a].tolist())]
        second = fit(np.array(columns), y[:, k], 0.1)
        weights = fit(x, y[:, k], 4.0)
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
