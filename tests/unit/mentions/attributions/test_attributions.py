from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.mentions.attributions import Attribution, AttributionKind
from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from dipevents.parser import Parser


def attributions(parser: Parser, text: str) -> list[Attribution]:
    return list(parser.read(text).attributions)


def test_every_part_points_at_its_words(parser: Parser) -> None:
    text = "“The dam is safe,” Ada Holt said. “It was built in May.”\n\nOslo warned that Rome believes it will break."
    for top in attributions(parser, text):
        for attribution in top.walk():
            for part in (*attribution.source, *attribution.cue, *attribution.content):
                assert text[part.start : part.end] == part.text


def test_what_stands_in_a_content_is_inside_its_attribution(parser: Parser) -> None:
    text = "Maria Lopez said that Iran had warned that Iraq knows that Syria lied."
    (outer,) = attributions(parser, text)
    assert [(a.depth, a.cue[0].text) for a in outer.walk()] == [(0, "said"), (1, "had warned"), (2, "knows")]


def test_two_people_speak_with_one_voice(parser: Parser) -> None:
    (found,) = attributions(parser, "Maria Lopez and Vladimir Putin said that the dam is safe.")
    assert [a.name for a in found.speakers] == ["Maria Lopez", "Vladimir Putin"]
    assert found.speaker == found.speakers[0]


def test_a_role_is_the_person_named_beside_it(parser: Parser) -> None:
    (found,) = attributions(parser, "“It is safe,” said the retired general Peter Miller.")
    assert [a.name for a in found.speakers] == ["Peter Miller"]


def test_a_quotation_of_its_own_paragraph_goes_on_with_the_speaker_before(parser: Parser) -> None:
    text = "“The dam is safe,” said Maria Lopez.\n\n“It was built in May.”\n\nThe queen left."
    (found,) = attributions(parser, text)
    assert len(found.content) == 2
    assert found.kind is AttributionKind.DIRECT


def test_a_quotation_is_not_taken_from_the_speaker_behind_it(parser: Parser) -> None:
    text = "“The dam is safe,” said Maria Lopez.\n\n“It will break,” said Peter Miller. “We know it.”"
    first, second = attributions(parser, text)
    assert [a.name for a in first.speakers] == ["Maria Lopez"]
    assert [a.name for a in second.speakers] == ["Peter Miller"]
    assert len(second.content) == 2


@pytest.mark.parametrize(
    "text", ["", " ", "”", "said", '"', '"said', "\ud800 said: “\ud800”", "\0", "“" * 50, "He said " * 200]
)
def test_any_text_is_read(parser: Parser, text: str) -> None:
    for top in attributions(parser, text):
        for attribution in top.walk():
            assert attribution.content


def test_without_a_named_source_nobody_speaks(parser: Parser) -> None:
    (found,) = attributions(parser, "The ship reportedly sank in May.")
    assert found.source == ()
    assert found.speaker is None


def test_walk_gives_the_outer_before_the_inner() -> None:
    part = (Evidence(start=0, end=1, text="x"),)
    inner = Attribution(content=part, depth=1)
    outer = Attribution(content=part, inner=(inner,))
    assert list(outer.walk()) == [outer, inner]
