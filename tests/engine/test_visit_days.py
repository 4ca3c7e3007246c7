"""A visit is of the day that is told, wherever that stands in the sentence and however it is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

PUBLISHED = date(2026, 5, 6)
"""A Wednesday."""
PAST = (
    "Chadian President Omar Farid visited Peru {}.",
    "Chadian President Omar Farid arrived in Lima {}.",
    "Chadian President Omar Farid arrived in Lima {} for talks with his Peruvian counterpart.",
    "Chadian Foreign Minister Omar Farid held talks in Lima {} with his Peruvian counterpart Ana Ruiz.",
    "Chadian Foreign Minister Omar Farid, who visited Peru {}, praised its schools.",
    "During his visit to Peru {}, Chadian President Omar Farid praised its schools.",
    "Chadian President Omar Farid was received in Lima {} by President Ana Ruiz.",
    "The visit by Chadian President Omar Farid to Peru {} was a success.",
    "Peruvian President Ana Ruiz hosted Chadian President Omar Farid in Lima {}.",
    "Chadian President Omar Farid left {} for Lima.",
    "Chadian President Omar Farid met Peruvian President Ana Ruiz {} in Lima.",
    "When he visited Peru {}, Chadian President Omar Farid promised aid.",
    "Chadian President Omar Farid attended a summit in Lima {}.",
)
OVER = {
    "on Monday": "2026-05-04",
    "Monday": "2026-05-04",
    "early on Tuesday": "2026-05-05",
    "yesterday": "2026-05-05",
    "last week": "2026-04-27/2026-05-03",
    "over the weekend": "2026-05-02/2026-05-03",
    "last month": "2026-04",
    "in March": "2026-03",
    "in 2019": "2019",
    "in late 2023": "2023",
    "on 12 April": "2026-04-12",
    "April 12": "2026-04-12",
    "on April 12, 2024": "2024-04-12",
    "from April 12 to 15": "2026-04-12/2026-04-15",
    "on April 12-15": "2026-04-12/2026-04-15",
    "on Monday and Tuesday": "2026-05-04/2026-05-05",
    "two days ago": "2026-05-04",
}
TO_COME = (
    "Chadian President Omar Farid will visit Peru {}.",
    "Chadian President Omar Farid is to arrive in Lima {}.",
    "Chadian President Omar Farid is due to visit Peru {} for talks with his counterpart.",
    "Chadian President Omar Farid is expected in Lima {}.",
    "Chadian President Omar Farid plans to travel to Peru {}.",
    "Chadian President Omar Farid leaves {} for Lima.",
    "The foreign ministry said Chadian President Omar Farid would visit Peru {}.",
    "Chadian President Omar Farid's visit to Peru {} will be his first.",
    "A visit to Peru by Chadian President Omar Farid is planned {}.",
    "Chadian President Omar Farid accepted an invitation to visit Peru {}.",
    "Chadian President Omar Farid agreed to visit Peru {}.",
    "Chadian President Omar Farid is visiting Peru {}.",
)
AHEAD = {
    "on Monday": "2026-05-11",
    "Monday": "2026-05-11",
    "tomorrow": "2026-05-07",
    "next week": "2026-05-11/2026-05-17",
    "later this month": "2026-05",
    "next month": "2026-06",
    "in July": "2026-07",
    "at the end of June": "2026-06",
    "on 12 June": "2026-06-12",
    "June 12": "2026-06-12",
    "from June 12 to 15": "2026-06-12/2026-06-15",
    "on June 12-15": "2026-06-12/2026-06-15",
    "on Monday and Tuesday": "2026-05-11/2026-05-12",
}


def told(parser: Parser, text: str) -> list[tuple[str, ...]]:
    """The destinations and the date of each visit of a text."""
    visits = parser.parse(text, published=PUBLISHED).visits
    return [(*(str(d.country) for d in v.destinations), v.when.edtf if v.when else "") for v in visits]


@pytest.mark.parametrize("frame", PAST)
def test_a_past_visit_is_of_the_day_told(parser: Parser, frame: str) -> None:
    for words, when in OVER.items():
        text = frame.format(words)
        assert told(parser, text) == [("PER", when)], text


@pytest.mark.parametrize("frame", TO_COME)
def test_a_coming_visit_is_of_the_day_told(parser: Parser, frame: str) -> None:
    for words, when in AHEAD.items():
        text = frame.format(words)
        assert told(parser, text) == [("PER", when)], text
