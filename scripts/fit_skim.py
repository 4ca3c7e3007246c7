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
from dipevents.reading.skim import features

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
    table: dict[str, list[float]] = {name: [] for name in (*names, "bias", "own", "article", "offset")}
    for k in range(len(kinds)):
        held_out = np.zeros(len(rows))
        for part in range(5):
            test = of % 5 == part
            w = fit(x[~test], y[~test, k], 2.0)
            held_out[test] = x[test] @ w[:-1] + w[-1]
        chance = 1 / (1 + np.exp(-held_out))
        mean = np.array([chance[of == a].mean() for a in range(of.max() + 1)])[of].clip(1e-4, 1 - 1e-4)
        own = held_out.clip(np.log(1e-4), -np.log(1e-4))
        second = fit(np.stack([own, np.log(mean / (1 - mean))], 1), y[:, k], 0.1)
        weights = fit(x, y[:, k], 2.0)
        for name, value in zip((*names, "bias", "own", "article", "offset"), (*weights, *second), strict=True):
            table[name].append(round(float(value), 2))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", *(room.lexicon for room in ROOMS)])
        writer.writerows([name, *values] for name, values in table.items())
    print(f"{TARGET}: {len(table)} rows from {of.max() + 1} articles")


if __name__ == "__main__":
    main(sys.argv[1:])
