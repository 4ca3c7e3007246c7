"""Blocks of lines: hard-wrapped text is one block a paragraph, everything else one a line."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, strategies as st

from dipevents.reading.lines import blocks_of, unwrapped

WORDS = st.text(st.characters(codec="ascii", categories=["Lu", "Ll"]), min_size=4, max_size=9)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=90, max_size=120).map(" ".join), min_size=1, max_size=4)


def blocks(text: str) -> list[str]:
    return [text[start:end] for _, start, end in blocks_of(text)]


def wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@given(PARAGRAPHS, st.integers(40, 100))
def test_wrapped_paragraphs_are_blocks(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(wrapped(p, width) for p in paragraphs)
    assert unwrapped(text) == "\n\n".join(paragraphs)
    assert [" ".join(b.split()) for b in blocks(text)] == paragraphs


@given(st.text())
def test_blocks_hold_all_that_is_no_blank_in_order(text: str) -> None:
    found = list(blocks_of(text))
    assert "".join("".join(b.replace("\ufeff", " ").split()) for b in blocks(text)) == "".join(
        text.replace("\ufeff", " ").split()
    )
    assert [first for first, _, _ in found] == [n == 0 for n in range(len(found))]
    assert len(unwrapped(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Putin to visit Hanoi\nThe Russian leader will arrive on Monday, it said.\nHe will stay for two days.",
        "Xi lands in Lima for summit of leaders\nIran warns Israel over strike on its ships\nMacron off to Cairo",
        "HOST: Will he come to see us, and when?\nRUIZ: He will, in May, and he will stay for a week.\nHOST: Good.",
        "• Xi has landed in Lima for a summit of leaders\n• Iran warns Israel over a strike on its ships\n• Macron",
        "Where they went, and whom they met on the way there\n    They went to Lima, and there they met presidents\n",
    ],
)
def test_lines_that_are_not_full_or_open_something_stand_alone(text: str) -> None:
    assert len(blocks(text)) == len(text.strip().split("\n"))


def test_a_line_in_lower_case_goes_on() -> None:
    assert blocks("He said:\n“Peace is near”\nand left.") == ["He said:", "“Peace is near”\nand left."]


def test_a_line_that_cannot_end_there_goes_on() -> None:
    assert blocks("Lima warned Oslo against selling tanks to\nChad.") == [
        "Lima warned Oslo against selling tanks to\nChad."
    ]
    assert len(blocks("Whom the tanks go to\n\nChad has bought tanks.")) == 2


def test_a_short_line_ends_its_paragraph() -> None:
    one = "The minister said that nobody had asked him whether Lima would send its frigates to the strait."
    two = "Nobody at the Ministry of Defence in the capital had heard of a request by any of the states there."
    text = wrapped(one, 40) + "\n" + wrapped(two, 40)
    assert [" ".join(b.split()) for b in blocks(text)] == [one, two]


def test_a_byte_order_mark_is_no_word() -> None:
    assert blocks("\ufeffKim came.") == ["Kim came."]
