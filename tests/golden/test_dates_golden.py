from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from dipevents.mentions.dates import find_dates

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("dates.md").read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    lines = [
        line for line in GOLDEN.splitlines() if line.startswith("| ") and not line.startswith(("| sentence", "| ---"))
    ]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


@pytest.mark.parametrize(("sentence", "published", "words", "answer"), rows())
def test_the_sentence_has_these_dates(sentence: str, published: str, words: str, answer: str) -> None:
    found = find_dates(sentence, published=None if published == "-" else published)
    assert (" + ".join(one.text for one in found) or "none") == words
    assert " + ".join(one.when.edtf if one.when else f"({one.timex_value})" for one in found) == answer


def test_the_page_is_made_of_the_golden_table() -> None:
    spec = importlib.util.spec_from_file_location("make_dates_page", ROOT / "scripts" / "make_dates_page.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    page = (ROOT / "docs" / "how-to" / "dates.md").read_text(encoding="utf-8")
    assert page == script.page(GOLDEN), "run: python scripts/make_dates_page.py"
