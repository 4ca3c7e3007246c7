"""Makes `data/odds.csv` from articles annotated by hand: `fit_odds.py ANNOTATED.jsonl…`.

Each line of the files is an annotated article in the shape of those in `seeds/`. The rooms read it, and what their
grammar leaves open is compared with what the annotator found. Run it again when a room's features, or the lists of the
lexicons, change; the rest of the library needs no annotated article.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from logistic import Rows, common_words, fit

from dipevents.evaluation import KINDS, Figures, evaluate, to_annotation
from dipevents.events import ROOMS
from dipevents.events.odds import CONSTANT
from dipevents.models.report import Report
from dipevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.models.event import Event

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))
from goldens import rows  # noqa: E402 - the goldens are no package

TARGET = ROOT / "src/dipevents/data/odds.csv"
RIDGE = 3.0
"""What holds the weights of features small."""
OFTEN = 10
"""Candidates of a room that must have a feature for it to have a weight."""
TRAPS = 3
"""Times that a trap of the goldens counts for."""
AGAIN = frozenset({"arms_deal"})
"""Rooms that weigh whether anything is told at all, and leave out themselves what is told elsewhere."""
GUESSED = frozenset({"warning"})
"""Rooms in which the kind, too, is weighed where it is open."""
SMALL = 0.1
"""Weights nearer to zero are left out."""
FIELDS = {"visit": "visits", "warning": "warnings", "arms_deal": "arms_deals", "expert_opinion": "opinions"}


@dataclass(frozen=True)
class Candidate:
    """What a room left open: its features, the annotated event that it is, if any, and its article."""

    room: str
    features: frozenset[str]
    event: Mapping[str, Any] | None
    article: str


def candidates(articles: Sequence[Mapping[str, Any]]) -> Iterator[Candidate]:
    """What the rooms leave open in annotated articles, without what the annotators call doubtful."""
    parser = Parser()
    for article in articles:
        day = article.get("published")
        mentions = parser.read(article["text"], date.fromisoformat(day) if day else None)
        mentions.weighed = []
        sure = [event for room in ROOMS for event in room.find(mentions)]
        told = _compared(article, sure)
        for weighed in mentions.weighed:
            room = weighed.event.type_name()
            figures = _compared(article, [weighed.event])[FIELDS[room]]
            event = figures.pairs[0][1] if figures.pairs else None
            if weighed.sure and FIELDS[room] not in article:
                continue
            known = any(event is gold for _, gold, _ in told[FIELDS[room]].pairs)
            if not weighed.sure and event is not None and known and room not in AGAIN:
                continue
            if figures.pairs or figures.spurious:
                yield Candidate(room, weighed.features, event, article["text"])


def traps() -> list[Candidate]:
    """What the rooms leave open in the sentences of the goldens that must yield nothing, several times each."""
    found: list[Candidate] = []
    for name in ("visit", "warning", "arms_deal"):
        articles = [{"text": row[0], "published": "2024-05-15"} for row in rows(name) if row[1] == "none"]
        found += [candidate for candidate in candidates(articles) if candidate.room == name]
    return found * TRAPS


def _compared(article: Mapping[str, Any], events: Iterable[Event]) -> dict[str, Figures]:
    return evaluate([article], [to_annotation(Report(text=article["text"], events=tuple(events)))])


def known(own: Iterable[Candidate], words: set[str]) -> list[str]:
    """The features that are frequent and hold no names, in order."""
    seen = Counter(name for row in own for name in row.features)
    return sorted(name for name, n in seen.items() if n >= OFTEN and _is_common(name, words))


def _is_common(feature: str, words: set[str]) -> bool:
    last = feature.rpartition(" ")[2]
    return not last.isalpha() or last.isupper() or " in " in feature or last in words


def weights(own: Sequence[Candidate], names: Sequence[str], found: np.ndarray) -> dict[str, float]:
    """The weights of features by which rows are found, those of nothing left out."""
    index = {name: i for i, name in enumerate(names)}
    ones = [sorted(index[name] for name in row.features if name in index) for row in own]
    fitted = fit(Rows(ones, len(names)), found, RIDGE)
    table = {name: round(float(w), 2) for name, w in zip(names, fitted, strict=False)}
    table[CONSTANT] = round(float(fitted[-1]), 2)
    return {name: weight for name, weight in table.items() if abs(weight) >= SMALL}


def main(paths: list[str]) -> None:
    lines = [line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    articles = [json.loads(line) for line in lines]
    found = [*candidates(articles), *traps()]
    words = common_words(article["text"] for article in articles)
    table: dict[str, dict[str, float]] = {}
    for room, field in FIELDS.items():
        own = [row for row in found if row.room == room]
        if not own:
            continue
        names = known(own, words)
        table[room] = weights(own, names, np.array([row.event is not None for row in own], dtype=float))
        label = KINDS[field].label if room in GUESSED else None
        real = [row for row in own if row.event is not None]
        for value in sorted({str(row.event[label]) for row in real if row.event and label}):
            said = np.array([row.event is not None and row.event[label] == value for row in real], dtype=float)
            table[f"{room}.{value}"] = weights(real, names, said)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["column", "feature", "weight"])
        writer.writerows([column, *row] for column, fitted in table.items() for row in sorted(fitted.items()))
    print(f"{TARGET}: {sum(map(len, table.values()))} weights from {len(found)} candidates of {len(articles)} articles")


if __name__ == "__main__":
    main(sys.argv[1:])
