from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


def told(parser: Parser, text: str) -> dict[str, tuple[str | None, str | None]]:
    found = parser.read(text, date(2023, 9, 12)).actors.actors
    return {a.name: (a.role, a.country) for a in found if a.kind.value == "person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "US Senators Ada Holt and Pavel Dorin warned Moscow.",
            {"Ada Holt": ("Senator", "USA"), "Pavel Dorin": ("Senator", "USA")},
        ),
        (
            "Two Polish ministers, Pavel Dorin and Ada Holt, warned Russia.",
            {"Pavel Dorin": ("minister", "POL"), "Ada Holt": ("minister", "POL")},
        ),
        (
            "The foreign ministers of Poland and Lithuania, Ada Holt and Jonas Petrulis, flew to Kyiv.",
            {"Ada Holt": ("foreign minister", "POL"), "Jonas Petrulis": ("foreign minister", "LTU")},
        ),
        (
            "Foreign ministers Ada Holt of Poland and Jonas Petrulis of Lithuania flew to Kyiv.",
            {"Ada Holt": ("Foreign minister", "POL"), "Jonas Petrulis": ("Foreign minister", "LTU")},
        ),
        (
            "Foreign Ministers Jan Kos, Idris Sow and Omar Deby arrived in Lima.",
            dict.fromkeys(("Jan Kos", "Idris Sow", "Omar Deby"), ("Foreign Minister", None)),
        ),
        ("MPs Ada Holt and Pavel Dorin spoke.", {"Ada Holt": ("MP", None), "Pavel Dorin": ("MP", None)}),
        ("Historians Pavel Dorin and Ada Holt spoke.", dict.fromkeys(("Pavel Dorin", "Ada Holt"), ("Historian", None))),
    ],
)
def test_a_title_in_the_plural_is_each_ones(
    parser: Parser, text: str, expected: dict[str, tuple[str | None, str | None]]
) -> None:
    assert told(parser, text) == expected


def test_two_presidents_are_not_guessed_to_be_of_one_state(parser: Parser) -> None:
    found = told(parser, "The two presidents, Jan Kos and Idris Sow, met in Lima.")
    assert found == {"Jan Kos": ("president", None), "Idris Sow": ("president", None)}


@pytest.mark.parametrize(
    "text",
    [
        "After talks with ministers, Jan Kos and Ada Holt left for Oslo.",
        "Ministers met. Jan Kos and Ada Holt left for Oslo.",
        "The ministers thanked Jan Kos and Ada Holt.",
    ],
)
def test_names_near_a_plural_do_not_share_it(parser: Parser, text: str) -> None:
    assert {role for role, _ in told(parser, text).values()} == {None}


def test_the_noun_that_names_explain_means_them_all(parser: Parser) -> None:
    mentions = parser.read("The two ministers, Jan Kos and Ada Holt, warned Oslo. They left.", None)
    words = {w.text: w for s in mentions.sentences for w in s.words}
    for text in ("ministers", "They"):
        assert [a.name for a in mentions.actors.at(words[text])] == ["Jan Kos", "Ada Holt"]


def test_who_is_named_alone_shares_no_title(parser: Parser) -> None:
    assert told(parser, "Ministers Jan Kos met Ada Holt.")["Ada Holt"] == (None, None)
