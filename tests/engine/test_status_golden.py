from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.events.status import read_status
from goldens import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence

ROWS = rows("status")


@pytest.mark.parametrize(("marked", "phase"), ROWS, ids=[row[0] for row in ROWS])
def test_status_is_what_the_golden_says(read: Callable[[str], Sentence], marked: str, phase: str) -> None:
    before, trigger, after = marked.split("*")
    sentence = read(before + trigger + after)
    word = sentence.word_at(len(before))
    assert word is not None
    assert read_status(word).phase.value == phase
