"""The parser on the project's own articles: no figure may fall below what it has reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dipevents.evaluation import evaluate

if TYPE_CHECKING:
    from dipevents.evaluation import Figures
    from dipevents.models.report import Report
    from dipevents.parser import Parser

SEEDS = Path(__file__).parents[2] / "seeds"
FLOORS = {"visits": 0.70, "warnings": 0.75, "arms_deals": 0.74, "opinions": 0.80, "actors": 0.90}


@pytest.fixture(scope="module")
def read(parser: Parser) -> list[tuple[dict[str, Any], Report]]:
    manifest = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))
    rows = manifest if isinstance(manifest, list) else manifest["articles"]
    found = []
    for row in rows:
        gold = json.loads((SEEDS / Path(row["expected"]).name).read_text(encoding="utf-8"))
        gold["text"] = (SEEDS / Path(row["file"]).name).read_text(encoding="utf-8")
        found.append((gold, parser.parse(gold["text"], published=gold["published"])))
    return found


@pytest.fixture(scope="module")
def figures(read: list[tuple[dict[str, Any], Report]]) -> dict[str, Figures]:
    return evaluate([gold for gold, _ in read], [report for _, report in read])


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_no_figure_falls_below_what_was_reached(figures: dict[str, Figures], kind: str, floor: float) -> None:
    assert figures[kind].f1 >= floor


def test_most_articles_without_events_stay_empty(read: list[tuple[dict[str, Any], Report]]) -> None:
    kinds = ("visits", "warnings", "arms_deals", "opinions")
    empty = [report for gold, report in read if not any(gold[k] for k in kinds)]
    assert len(empty) >= 4
    assert sum(len(report.events) for report in empty) <= 4


def test_every_event_and_actor_quotes_its_article(read: list[tuple[dict[str, Any], Report]]) -> None:
    for gold, report in read:
        quotes = [e for event in report.events for e in event.evidence] + [m for a in report.actors for m in a.mentions]
        assert all(gold["text"][e.start : e.end] == e.text for e in quotes)
