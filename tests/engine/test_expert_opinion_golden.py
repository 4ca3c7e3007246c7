from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.models.expert_opinion import ExpertOpinion
    from dipevents.parser import Parser

GOLDEN = Path(__file__).parents[1] / "golden" / "expert_opinion.md"


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


def row(opinion: ExpertOpinion) -> tuple[str, ...]:
    return (
        "+".join(a.name for a in opinion.experts),
        opinion.affiliation or "",
        opinion.claim,
        opinion.stance.value if opinion.stance else "",
        "+".join(opinion.hedges),
    )


@pytest.mark.parametrize(("passage", "rows"), passages(), ids=[p for p, _ in passages()])
def test_opinions_are_what_the_golden_says(parser: Parser, passage: str, rows: list[tuple[str, ...]]) -> None:
    assert [row(o) for o in parser.parse(passage.replace(" ¶ ", "\n")).opinions] == rows
