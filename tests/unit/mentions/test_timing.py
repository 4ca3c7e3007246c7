from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.mentions.timing import date_of

if TYPE_CHECKING:
    from dipevents.parser import Parser

# Thursday 9 May 2024
ROWS = [
    ("Kim *visited* Russia on Tuesday.", "2024-05-07"),
    ("The minister said Tuesday that Kim *visited* Seoul.", None),
    ("Kim is expected on Monday to *visit* Seoul.", "2024-05-13"),
    ("Kim *visited* Seoul, which burned on Tuesday.", None),
    ("His three-day *visit* from Tuesday went well.", "2024-05-07/2024-05-09"),
    ("Kim *warned* Seoul.", None),
    ("Kim, who *arrived* on Tuesday, spoke on Wednesday.", "2024-05-07"),
    ("It was his first *visit* since 2006.", None),
    ("Ties have been cold since March, when Kim *warned* Seoul.", "2024-03"),
    ("Ties have been cold since March, but Kim *warned* Seoul.", None),
    ("In 2022, when he was ill, Kim *visited* Seoul in May.", "2022-05"),
]


@pytest.mark.parametrize(("marked", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_date_belongs_to_the_right_word(parser: Parser, marked: str, expected: str | None) -> None:
    before, trigger, after = marked.split("*")
    from datetime import date

    mentions = parser.read(before + trigger + after, date(2024, 5, 9))
    word = mentions.sentences[0].word_at(len(before))
    assert word is not None
    found = date_of(mentions, word)
    assert (found and found.edtf) == expected
