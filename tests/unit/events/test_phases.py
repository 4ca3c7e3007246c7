"""What is told as not done, without a word of negation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.events.phases import unreal

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "verb", "cue"),
    [
        ("Oslo nearly sold the jets.", "sold", "nearly"),
        ("Oslo stopped short of selling the jets.", "selling", "short"),
        ("Oslo came close to selling the jets.", "selling", "close"),
        ("Instead of selling the jets, Oslo mended them.", "selling", "of"),
        ("Rather than sell the jets, Oslo mended them.", "sell", "Rather"),
        ("Oslo pretended to sell the jets.", "sell", "pretended"),
        ("Oslo sold nearly ten jets.", "sold", None),
        ("Oslo stopped selling the jets.", "selling", None),
    ],
)
def test_the_word_that_tells_it_is_found(
    read: Callable[[str], Sentence], text: str, verb: str, cue: str | None
) -> None:
    word = next(w for w in read(text).words if w.text == verb)
    found = unreal(word)
    assert (found.text if found else None) == cue
