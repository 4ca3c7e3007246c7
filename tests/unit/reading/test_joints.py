from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.reading.article import split_article
from dipevents.reading.joints import parted

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.mark.parametrize(
    "text",
    [
        "The Oslo-based, Anglo-Irish firm of my mother-in-law won the by-election.",
        "The U.S.-led force and the U.S.-Russian talks took place in Kalamazoo, Mich.-based firms said.",
        "Moon Jae-in read An-Nahar and an-Nahar to a has-been.",
        "It was an as-is, over-the-counter, state-of-the-art deal in Port-au-Prince.",
        'A "lone wolf"-style attack - a drill - hit T-72s and F-16s.',
        "- and -the",
    ],
)
def test_a_compound_stays_whole(text: str) -> None:
    assert parted(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mr Orlov-said that Norway-and Chad agree.", "Mr Orlov said that Norway and Chad agree."),
        ("the-envoy of a-landmark firm, according to-Orlov", "the envoy of a landmark firm, according to Orlov"),
        ("Jan Kowal,-Poland's envoy", "Jan Kowal, Poland's envoy"),
        ('"No,"-Orlov said; the "ban"-was lifted (DUF)-and', '"No," Orlov said; the "ban" was lifted (DUF) and'),
        ("It failed.-He left in 2015.-Norway waits.", "It failed. He left in 2015. Norway waits."),
        ("former Sen.-Ada Holt", "former Sen. Ada Holt"),
    ],
)
def test_a_hyphen_in_the_place_of_a_blank_goes(text: str, plain: str) -> None:
    assert parted(text) == plain
    assert len(plain) == len(text)


def test_a_sentence_ends_before_such_a_hyphen() -> None:
    article = split_article("The talks failed.-Mr Orlov left.")
    assert [article.text[s.start : s.end] for p in article.paragraphs for s in p.sentences] == [
        "The talks failed.",
        "Mr Orlov left.",
    ]


def test_a_name_ends_before_such_a_hyphen_and_is_quoted_letter_for_letter(parser: Parser) -> None:
    text = "Polish Defence Minister Marek Dudek-said the-envoy, Jan Kowal,-was ill."
    found = {a.name: [m.text for m in a.mentions] for a in parser.read(text).actors.actors}
    assert (found["Marek Dudek"], found["Jan Kowal"]) == (["Marek Dudek"], ["Jan Kowal"])
