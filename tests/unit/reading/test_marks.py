from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

import dipevents
from dipevents.models.evidence import Evidence
from dipevents.reading.marks import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.parser import Parser

PAGE = (
    '<p>Polish Foreign Minister <a href="/kos">Jan Kos</a> arrived in <b>Lima</b> on Monday,&nbsp;May 6.</p>'
    "<ul><li>Peru&#8217;s president received Kos</li><li>Chad warned Peru</li></ul>"
    "<p>&ldquo;The visit was too short,&rdquo; said Ana Ruiz, an analyst at AT&amp;T.<br/>Niger sold Mali 12 tanks.</p>"
)
PLAIN = (
    "Polish Foreign Minister Jan Kos arrived in Lima on Monday,\xa0May 6.\n\n"
    "Peru’s president received Kos\n\nChad warned Peru\n\n"
    "“The visit was too short,” said Ana Ruiz, an analyst at AT&T.\n\nNiger sold Mali 12 tanks."
)


def evidence(value: Any) -> Iterator[Evidence]:
    if isinstance(value, tuple):
        yield from (found for one in value for found in evidence(one))
    elif isinstance(value, Evidence):
        yield value
    elif dataclasses.is_dataclass(value):
        yield from evidence(tuple(getattr(value, field.name) for field in dataclasses.fields(value)))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<p>Kos flew to <b>Lima</b>.</p>", "Kos flew to Lima."),
        ("Peru&#8217;s AT&amp;T &#x26; Co", "Peru’s AT&T & Co"),
        ("Peruâ€™s cafÃ©, â€œKosâ€\x9d", "Peru’s café, “Kos”"),
        ("â€œKos,â€ she said.", "“Kos,” she said."),
        ("Kos<script>if (a) b();</script> left", "Kos\n\n\n\n left"),
        ("Peru=E2=80=99s navy left Li=\nma", "Peru’s navy left Lima"),
        ("Kos left.<sup>1</sup> He is <b>ill</b>.", "Kos left. He is ill."),
        ("Kos <!-- hidden --> left", "Kos \n\n left"),
        ("Kos left on Monday https://a.example/b?c=d pic.twitter.com/xyz", "Kos left on Monday"),
        ("Kos paid a [visit](https://a.example/b) to Lima (www.c.example).", "Kos paid a [visit] to Lima."),
    ],
)
def test_marks_are_not_read(text: str, read: str) -> None:
    assert without_marks(text)[0].strip() == read


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2 > 0",
        "<Kos> left",
        "Conoco <DD>",
        "AT&T; A&B",
        "&nosuchname;",
        "a=20, x=AB=CD",
        "São Paulo, â la carte",
        "Â",
    ],
)
def test_what_only_looks_like_a_mark_is_kept(text: str) -> None:
    assert without_marks(text) == (text, None)


def test_a_page_tells_what_its_text_tells_and_quotes_the_page(parser: Parser) -> None:
    page, plain = (parser.parse(text, published="2024-05-08") for text in (PAGE, PLAIN))
    assert page.text == PAGE
    assert [actor.name for actor in page.actors] == [actor.name for actor in plain.actors]
    assert [(e.type_name(), str(e.when)) for e in page.events] == [(e.type_name(), str(e.when)) for e in plain.events]
    assert [without_marks(e.text)[0] for event in page.events for e in event.evidence] == [
        e.text for event in plain.events for e in event.evidence
    ]
    assert all(PAGE[e.start : e.end] == e.text for e in evidence((page.actors, page.events)))
    assert dipevents.Report.from_json(page.to_json()) == page


def test_dates_and_attributions_quote_the_page() -> None:
    assert [one.text for one in dipevents.find_dates(PAGE)] == ["Monday,&nbsp;May 6"]
    assert all(PAGE[e.start : e.end] == e.text for e in evidence(dipevents.find_attributions(PAGE)))
    assert all(PAGE[e.start : e.end] == e.text for e in evidence(dipevents.find_actors(PAGE)))


def test_many_openings_take_time_as_their_length() -> None:
    assert without_marks("<a " * 100_000)[1] is None
    assert without_marks("<!--" * 100_000)[1] is None
