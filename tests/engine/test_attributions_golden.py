from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.mentions.attributions import Attribution
    from dipevents.models.evidence import Evidence
    from dipevents.parser import Parser

GOLDEN = Path(__file__).parents[1] / "golden" / "attributions.md"


def passages() -> list[tuple[str, list[tuple[str, ...]]]]:
    """Every passage with its rows; a row without a passage belongs to the one above."""
    found: list[tuple[str, list[tuple[str, ...]]]] = []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("| ") or line.startswith(("| passage", "| ---")):
            continue
        passage, *cells = (cell.strip() for cell in line.strip().strip("|").split("|"))
        if passage:
            found.append((passage, []))
        if cells[0] != "none":
            found[-1][1].append(tuple(cells))
    return found


def words(parts: tuple[Evidence, ...]) -> str:
    return " … ".join(" ".join(part.text.split()) for part in parts)


def row(attribution: Attribution) -> tuple[str, ...]:
    source, cue, content = (words(p) for p in (attribution.source, attribution.cue, attribution.content))
    return (str(attribution.depth), attribution.kind.value, source, cue, content)


@pytest.mark.parametrize(("passage", "rows"), passages(), ids=[p for p, _ in passages()])
def test_attributions_are_what_the_golden_says(parser: Parser, passage: str, rows: list[tuple[str, ...]]) -> None:
    found = parser.read(passage.replace(" ¶ ", "\n")).attributions
    assert [row(a) for top in found for a in top.walk()] == rows
