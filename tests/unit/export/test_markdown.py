"""A chronology in Markdown."""

from __future__ import annotations

import pytest

from dipevents.export.markdown import to_markdown
from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit

WANG = Actor(name="Wang Yi", kind="person", country="CHN")
HOST = Actor(name="Jonas Støre", kind="person", country="NOR")
TEXT = "Wang Yi met Støre in Oslo."


def test_events_stand_under_their_years_and_undated_ones_last() -> None:
    visit = Visit(
        evidence=(Evidence.of(TEXT, 0, len(TEXT)),),
        visitors=(WANG,),
        hosts=(HOST,),
        destinations=(Place(name="Oslo", country="NOR"),),
        when=EventDate.from_edtf("2023-09"),
    )
    report = Report(text=TEXT, source="The Wire", published="2023-09-13", events=(Visit(status="planned"), visit))
    assert to_markdown(report) == (
        "## 2023\n\n"
        "- **2023-09** visit (occurred) — Wang Yi → Jonas Støre → Oslo: “Wang Yi met Støre in Oslo\\.”"
        " (The Wire, 2023\\-09\\-13)\n\n"
        "## Undated\n\n"
        "- visit (planned) (The Wire, 2023\\-09\\-13)\n"
    )


def test_nothing_gives_nothing() -> None:
    assert to_markdown([]) == ""


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<https://example.org>",
        "`code` *bold* _em_ ~~gone~~",
        "a\n\n# heading\n- item\n1. one\n> quote",
        "a | b & amp; &lt; \\<b>",
        "\x00 \ud800",
    ],
)
def test_words_show_as_words_and_as_nothing_else(words: str) -> None:
    reader = pytest.importorskip("markdown_it", reason="comes with the extra test").MarkdownIt()
    event = Visit(visitors=(Actor(name=words, kind="person"),), evidence=(Evidence.of(words, 0, len(words)),))
    tokens = reader.enable("strikethrough").parse(to_markdown(Report(text=words, source=words, events=(event,))))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}
    shown = "".join(child.content for token in tokens for child in token.children or ())
    clean = " ".join(words.replace("\x00", "�").replace("\ud800", "�").split())
    assert f"— {clean}: “{clean}” ({clean})" in shown
