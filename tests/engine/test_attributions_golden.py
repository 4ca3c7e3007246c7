from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import passages

if TYPE_CHECKING:
    from dipevents.mentions.attributions import Attribution
    from dipevents.models.evidence import Evidence
    from dipevents.parser import Parser


def words(parts: tuple[Evidence, ...]) -> str:
    return " … ".join(" ".join(part.text.split()) for part in parts)


def row(attribution: Attribution) -> tuple[str, ...]:
    source, cue, content = (words(p) for p in (attribution.source, attribution.cue, attribution.content))
    return (str(attribution.depth), attribution.kind.value, source, cue, content)


@pytest.mark.parametrize(("passage", "rows"), passages("attributions"), ids=[p for p, _ in passages("attributions")])
def test_attributions_are_what_the_golden_says(parser: Parser, passage: str, rows: list[tuple[str, ...]]) -> None:
    found = parser.read(passage.replace(" ¶ ", "\n")).attributions
    assert [row(a) for top in found for a in top.walk()] == rows
