"""The parser on the project's own articles: no figure may fall below what it has reached."""

from __future__ import annotations

import json
import textwrap
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


@pytest.mark.parametrize("width", [64, 80])
def test_a_hard_wrapped_article_reads_as_any_other(parser: Parser, width: int) -> None:
    text = (SEEDS / "kim-train.txt").read_text(encoding="utf-8")
    lines = (textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    found, wrapped = (parser.parse(t, published="2023-09-12").events for t in (text, "\n".join(lines)))
    words = [[" ".join(e.text.split()) for e in event.evidence] for event in wrapped]
    assert words == [[e.text for e in event.evidence] for event in found]
    assert [event.when and event.when.edtf for event in wrapped] == [e.when and e.when.edtf for e in found]
