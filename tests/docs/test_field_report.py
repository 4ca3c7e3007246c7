"""The field report speaks of the errors that its table counts."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "field-report.md").read_text(encoding="utf-8")
with (ROOT / "scripts" / "error_kinds.csv").open(encoding="utf-8", newline="") as _lines:
    ERRORS = list(csv.DictReader(_lines))
SEEDS: dict[str, dict[str, str]] = {
    row["id"]: row for row in json.loads((ROOT / "seeds" / "manifest.json").read_text(encoding="utf-8"))
}


def script() -> Any:
    spec = importlib.util.spec_from_file_location("make_field_report", ROOT / "scripts" / "make_field_report.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_ten_largest_kinds_have_an_example_each() -> None:
    count = Counter(row["kind"] for row in ERRORS if row["kind"] != "other")
    largest = sorted(count, key=lambda kind: (-count[kind], kind))[:10]
    told = re.findall(r"^\d+\. \*\*(.+?)\.\*\* ", PAGE.partition("an example each")[2].partition("\n## ")[0], re.M)
    assert [kind.lower() for kind in told] == largest


def test_the_examples_are_of_the_own_articles() -> None:
    texts = " ".join(
        " ".join((ROOT / "seeds" / row["file"]).read_text(encoding="utf-8").split()) for row in SEEDS.values()
    )
    part = PAGE.partition("an example each")[2].partition("\n## ")[0]
    quotes = [" ".join(quote.split()) for quote in re.findall(r'"([^"]*)"', part) if len(quote) > 25]
    assert len(quotes) >= 10
    pieces = [piece.strip(" .,") for quote in quotes for piece in re.split(r"…|'", quote) if len(piece.strip()) > 12]
    assert [piece for piece in pieces if piece not in texts] == []


def test_every_error_of_the_first_reading_stands_in_its_article() -> None:
    for row in ERRORS:
        text = (ROOT / "seeds" / SEEDS[row["article"]]["file"]).read_text(encoding="utf-8")
        assert row["words"] in " ".join(text.split())


def test_every_table_has_its_place_on_the_page() -> None:
    for name in script().TABLES:
        assert f"<!-- figures: {name} -->" in PAGE
        assert f"<!-- end: {name} -->" in PAGE
