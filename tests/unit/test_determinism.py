"""The same article gives the same report, whatever the process, the hash seed, and what was read before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dipevents.parser import Parser

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ("kim-train", "berlin-howitzers", "august-roundup", "delhi-radar")
CODE = f"""
from pathlib import Path
import dipevents
for name in {NAMES!r}:
    text = (Path({str(SEEDS)!r}) / f"{{name}}.txt").read_text(encoding="utf-8")
    print(dipevents.parse(text, published="2023-09-13").to_json())
"""


def started(seed: str, locale: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
    return subprocess.Popen([sys.executable, "-c", CODE], env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603


def test_reports_are_the_same_under_every_hash_seed_locale_and_zone_and_in_any_order(parser: Parser) -> None:
    running = [started("0", "C"), started("1", "C.UTF-8")]
    here = []
    for name in reversed(NAMES):
        text = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
        here.append(parser.parse(text, published="2023-09-13").to_json())
    told = [process.communicate(timeout=600)[0].splitlines() for process in running]
    assert told[0] == told[1] == here[::-1]


def test_what_was_read_before_changes_nothing(parser: Parser) -> None:
    text = (SEEDS / f"{NAMES[0]}.txt").read_text(encoding="utf-8")
    before = parser.parse(text).to_json()
    parser.parse("Wang Yi visited Oslo. He warned Kim. " * 40)
    assert parser.parse(text).to_json() == before
