from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import passages

if TYPE_CHECKING:
    from dipevents.models.expert_opinion import ExpertOpinion
    from dipevents.parser import Parser


def row(opinion: ExpertOpinion) -> tuple[str, ...]:
    return (
        "+".join(a.name for a in opinion.experts),
        opinion.affiliation or "",
        opinion.claim,
        opinion.stance.value if opinion.stance else "",
        "+".join(opinion.hedges),
    )


@pytest.mark.parametrize(
    ("passage", "rows"), passages("expert_opinion"), ids=[p for p, _ in passages("expert_opinion")]
)
def test_opinions_are_what_the_golden_says(parser: Parser, passage: str, rows: list[tuple[str, ...]]) -> None:
    assert [row(o) for o in parser.parse(passage.replace(" ¶ ", "\n")).opinions] == rows
