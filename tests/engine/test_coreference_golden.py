from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


GOLDEN = Path(__file__).parents[1] / "golden" / "coreference.md"
LINES = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line.startswith("| ") and "*" in line]
ROWS = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in LINES]
WANTED = 0.85


def meant(parser: Parser, marked: str) -> tuple[str, ...]:
    """The names of the actors that the marked word of a passage means."""
    before, words, after = marked.replace(" ¶ ", "\n\n").split("*")
    mentions = parser.read(before + words + after, date(2023, 9, 12))
    last = len(before) + len(words) - 1
    word = next(w for s in mentions.sentences if s.start <= last < s.end for w in s.words if w.start <= last < w.end)
    return tuple(actor.name for actor in mentions.actors.at(word))


def expected(cell: str) -> tuple[str, ...]:
    return () if cell == "–" else tuple(name.strip() for name in cell.split(";"))


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_word_means_whom_the_golden_says(parser: Parser, row: tuple[str, ...]) -> None:
    if len(row) > 2 and row[2] == "limit":
        assert meant(parser, row[0]) != expected(row[1]), "read right now: take the mark `limit` away"
    else:
        assert meant(parser, row[0]) == expected(row[1])


def test_golden_is_large_and_mostly_right() -> None:
    limits = sum(len(row) > 2 and row[2] == "limit" for row in ROWS)
    assert len(ROWS) >= 120
    assert 1 - limits / len(ROWS) >= WANTED
