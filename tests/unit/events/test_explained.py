"""Why words yielded no event: each once, the telling ones always, the others only where they say something."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from dipevents.events.explained import UNREAD, telling_words

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.fixture
def explaining(parser: Parser) -> Parser:
    made = copy.copy(parser)  # shares the loaded model
    made.explain = True
    return made


def reasons(parser: Parser, text: str) -> list[tuple[str, str, str]]:
    parser.parse(text, published="2026-03-10")
    return [(one.room, one.trigger.text, one.reason) for one in parser.skipped]


def test_a_telling_word_that_opens_nothing_is_not_passed_over_in_silence(explaining: Parser) -> None:
    assert ("visit", "summit", UNREAD) in reasons(explaining, "The summit was a success, nobody knew for whom.")


def test_the_words_of_an_event_need_no_reason(explaining: Parser) -> None:
    assert reasons(explaining, "Lavrov visited Ankara on Monday.") == []


def test_words_that_hardly_tell_of_an_event_are_not_explained(explaining: Parser) -> None:
    text = "The talks took an hour. Officials said that they would go to lunch, and said that it was good."
    assert {room for room, _, _ in reasons(explaining, text)} <= {"visit"}


def test_each_reason_is_given_once_a_sentence(explaining: Parser) -> None:
    found = reasons(explaining, "Peru did not warn Chile, and Peru did not warn Brazil, he said.")
    assert len(found) == len(set(found))


def test_every_type_has_words_that_tell_of_it() -> None:
    for lexicon in ("visit", "warning", "arms_deal", "expert_opinion"):
        assert telling_words(lexicon)
