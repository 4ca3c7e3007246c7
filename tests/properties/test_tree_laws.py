"""Laws of the trees that the mends leave, for sentences that are cut and joined anywhere."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from dipevents.parser import Parser
from goldens import rows

PARSER = Parser()
WORDS = [row[0].split() for name in ("visit", "warning", "arms_deal") for row in rows(name) if row[0]]


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """The beginning of one sentence with the end of another."""
    one, other = draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS))
    first, last = draw(st.integers(0, len(one))), draw(st.integers(0, len(other) - 1))
    return " ".join((*one[:first], *other[last:]))


@given(st.lists(spliced(), min_size=4, max_size=8))
@settings(max_examples=80, deadline=None)
def test_every_word_hangs_on_the_root_and_on_what_governs_it(parts: list[str]) -> None:
    for sentence in PARSER.read(" ".join(parts)).sentences:
        for word in sentence.words:
            top, steps = word, 0
            while top.head is not top and steps <= len(sentence.words):
                top, steps = top.head, steps + 1
            assert top.head is top
            assert word.head is word or word in word.head.children
