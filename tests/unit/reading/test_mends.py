from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "word", "dep"),
    [
        ('"All our ships should stay at home," May said, adding that they would.', "May", "nsubj"),
        ("It may rain.", "may", "aux"),
        ("May I go?", "May", "aux"),
        ("She is wary; she's voiced alarm over the drills in Chile.", "'s", "aux"),
        ("He's given a choice.", "'s", "auxpass"),
        ("He's accused of fraud.", "'s", "auxpass"),
    ],
)
def test_what_grammar_rules_out_is_mended(read: Callable[[str], Sentence], text: str, word: str, dep: str) -> None:
    assert next(w.dep for w in read(text).words if w.text == word) == dep


def test_a_name_that_is_spelt_as_a_modal_is_a_noun(read: Callable[[str], Sentence]) -> None:
    name = next(w for w in read('"All our ships should stay at home," May said.').words if w.text == "May")
    assert (name.pos, name.is_noun, name.is_verb) == ("PROPN", True, False)


def test_a_perfect_has_its_own_subject(read: Callable[[str], Sentence]) -> None:
    sentence = read("She is wary; she's voiced alarm over the drills in Chile.")
    voiced = next(w for w in sentence.words if w.text == "voiced")
    assert [c.dep for c in voiced.children if c.lower == "she"] == ["nsubj"]
