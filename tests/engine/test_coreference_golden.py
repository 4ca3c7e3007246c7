from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dipevents.mentions.actors import read_actors
from dipevents.reading.article import split_article
from dipevents.reading.sentence import Sentence

if TYPE_CHECKING:
    from dipevents.reading.engine import Engine

GOLDEN = Path(__file__).parents[1] / "golden" / "coreference.md"
LINES = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line.startswith("| ") and "*" in line]
ROWS = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in LINES]
WANTED = 0.85


def meant(engine: Engine, marked: str) -> tuple[str, ...]:
    """The names of the actors that the marked word of a passage means."""
    before, words, after = marked.replace(" ¶ ", "\n\n").split("*")
    article = split_article(before + words + after)
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(article.paragraphs):
        for i, span in enumerate(paragraph.sentences):
            body = paragraph.body if i == 0 else span.start
            text = article.text[span.start : span.end]
            sentences.append(Sentence(len(sentences), span.start, span.end, body, number, paragraph.heading, text))
    table = read_actors(article, list(engine.read(sentences)), date(2023, 9, 12))
    last = len(before) + len(words) - 1
    word = next(w for s in sentences if s.start <= last < s.end for w in s.words if w.start <= last < w.end)
    return tuple(actor.name for actor in table.at(word))


def expected(cell: str) -> tuple[str, ...]:
    return () if cell == "–" else tuple(name.strip() for name in cell.split(";"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{i}" for i in range(len(ROWS))])
def test_word_means_whom_the_golden_says(engine: Engine, row: tuple[str, ...]) -> None:
    if len(row) > 2 and row[2] == "limit":
        assert meant(engine, row[0]) != expected(row[1]), "read right now: take the mark `limit` away"
    else:
        assert meant(engine, row[0]) == expected(row[1])


def test_golden_is_large_and_mostly_right() -> None:
    limits = sum(len(row) > 2 and row[2] == "limit" for row in ROWS)
    assert len(ROWS) >= 120
    assert 1 - limits / len(ROWS) >= WANTED
