from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dipevents.parser import Parser

INTERVIEW = """The foreign minister of Norway, Ana Holm, spoke to the Morning Post.

Post: What do you want of Peru?

Ana Holm: Peru must leave the island. It has no right to be there.

The whole world sees that.

Post: Will you go to Lima?

Ana Holm: I have not been asked. Nobody has.

The Post is a daily of Oslo."""
STATEMENT = """A spokesman for the Norwegian foreign ministry issued the following statement on Monday.

Peru has landed on the island. It must leave.

Norway will not stand idly by."""
RADIO = """HOST: Good morning. Anna Kell reports from Lima.

KELL: The Norwegian foreign minister, Ana van Holm, told reporters that Peru must leave the island.

VAN HOLM (on tape): If they stay, we will answer within the hour.

KELL: With me is Omar Kane of the Oslo Institute.

KANE: It is a bluff. I think nobody will go.

HOST: Thank you."""
HEADLINES = """Ana Holm: I will stay

The minister arrived on Monday. She met nobody.

The harbour was closed.

Rain fell.

Ana Holm: I will go

The minister left on Tuesday."""


def said(parser: Parser, text: str) -> list[tuple[str, str]]:
    found = parser.read(text).attributions
    return [(a.speaker.name if a.speaker else "", " ".join(c.text for c in a.content)) for a in found]


def test_a_turn_goes_on_to_the_next_one_and_the_last_one_to_the_end_of_its_paragraph(parser: Parser) -> None:
    turns = [" ".join(content.split()) for speaker, content in said(parser, INTERVIEW) if speaker == "Ana Holm"]
    assert turns[0] == "Peru must leave the island. It has no right to be there. The whole world sees that."
    assert turns[1] == "I have not been asked. Nobody has."


def test_a_statement_that_is_given_whole_is_its_authors(parser: Parser) -> None:
    (_, content), *_ = said(parser, STATEMENT)
    assert content.startswith("Peru has landed")
    assert content.endswith("idly by.")
    warnings = parser.parse(STATEMENT, published="2024-05-09").warnings
    assert {issuer.country for warning in warnings for issuer in warning.issuers} == {"NOR"}
    assert {warning.kind.value for warning in warnings} == {"demand", "threat"}


def test_names_before_a_colon_that_stand_far_apart_are_no_turns(parser: Parser) -> None:
    assert all("arrived" not in content and "left" not in content for _, content in said(parser, HEADLINES))


def test_names_in_capitals_are_turns_where_somebody_has_two(parser: Parser) -> None:
    report = parser.parse(RADIO, published="2024-05-09")
    assert [(w.kind.value, [a.name for a in w.issuers]) for w in report.warnings] == [
        ("demand", ["Ana van Holm"]),
        ("threat", ["Ana van Holm"]),
    ]
    assert [(o.claim, [a.name for a in o.experts]) for o in report.opinions] == [
        ("It is a bluff.", ["Omar Kane"]),
        ("I think nobody will go.", ["Omar Kane"]),
    ]


def test_one_name_in_capitals_is_a_dateline(parser: Parser) -> None:
    (first, _) = parser.read("LIMA: The minister came. She met nobody.").sentences
    assert first.body > first.start
