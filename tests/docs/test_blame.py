"""The script that looks for the condition to blame finds the one that a wrong annotation is at odds with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = "The French president visited Lyon on Monday."
"""A journey at home, of which the annotation below says that it is a visit."""
VISIT = {
    "visitors": ["president"],
    "visitor_countries": ["FRA"],
    "hosts": [],
    "destination_countries": ["FRA"],
    "when": "2024-05-06",
    "status": "occurred",
    "evidence": [TEXT],
}


def blame(folder: Path, visits: list[object], *options: str) -> str:
    article = {"id": "lyon", "published": "2024-05-09", "text": TEXT, "visits": visits}
    gold = folder / "gold.jsonl"
    gold.write_text(json.dumps(article), encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "blame.py"), str(gold), "--within", "events/visit/refusals.py"]
    command += options
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout  # noqa: S603


def test_the_refusal_of_a_journey_at_home_is_blamed(tmp_path: Path) -> None:
    told = blame(tmp_path, [VISIT])
    assert "visits of lyon: +1 matched, +0 spurious" in told
    assert "never true   events/visit/refusals.py" in told
    assert "_is_domestic" in told


def test_where_nothing_is_wrong_nothing_is_blamed(tmp_path: Path) -> None:
    assert not blame(tmp_path, [])


def test_conditions_that_no_article_meets_are_listed(tmp_path: Path) -> None:
    told = blame(tmp_path, [], "--unmet").splitlines()
    assert any(line.startswith("never true   events/visit/refusals.py:") for line in told)
    assert any(line.startswith("never false  events/visit/refusals.py:") for line in told)
