"""Reports as one page: what is shown, what is escaped, and where things lie."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings

from dipevents import testing
from dipevents.errors import InputError
from dipevents.export.page import to_html
from dipevents.export.page_entries import date_words, entries_of
from dipevents.export.page_words import marked
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.place import Place
from dipevents.models.record import record
from dipevents.models.report import Report, Unread
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

TEXT = "Wang Yi flew to Oslo in May. Norway warned China that it would not sell him radars."
FIRST, SECOND = Evidence.of(TEXT, 0, 28), Evidence.of(TEXT, 29, len(TEXT))
WANG = Actor(name="Wang Yi", kind="person", country="CHN", mentions=(Evidence.of(TEXT, 0, 7),))
NORWAY = Actor(name="Norway", kind="state", country="NOR")
CHINA = Actor(name="China", kind="state", country="CHN")
OSLO = Place(name="Oslo", country="NOR", evidence=Evidence.of(TEXT, 16, 20))
MAY = EventDate.from_edtf("2024-05", "May", (Evidence.of(TEXT, 24, 27),))
VISIT = Visit(evidence=(FIRST,), visitors=(WANG,), destinations=(OSLO,), when=MAY)
WARNING = Warning(evidence=(SECOND,), issuers=(NORWAY,), targets=(CHINA,), about="it would not sell", kind="threat")
DEAL = ArmsDeal(
    evidence=(SECOND,), suppliers=(NORWAY,), recipients=(CHINA,), items=(ArmsItem(text="radars"),), status="denied"
)
REPORT = Report(
    text=TEXT,
    published="2024-06-03",
    title="A visit",
    source="The Wire",
    url="https://example.org/1",
    events=(VISIT, WARNING, DEAL),
)


class Page(HTMLParser):
    """What a browser would make of a page: its elements, its attributes, and the text that it shows."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.shown: list[str] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self._hidden: dict[str, str | None] | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._hidden = dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden = None

    def handle_data(self, data: str) -> None:
        if self._hidden is None:
            self.shown.append(data)
        elif self.lasttag == "script":
            self.scripts.append((self._hidden, data))

    def texts(self) -> str:
        return "".join(self.shown)

    def attributes(self, tag: str, name: str) -> list[str]:
        return [value for element, attrs in self.elements if element == tag and (value := attrs.get(name)) is not None]

    def data(self) -> dict[str, Any]:
        [found] = [words for attrs, words in self.scripts if attrs.get("type") == "application/json"]
        data: dict[str, Any] = json.loads(found)
        return data


def article(page: str) -> str:
    """The text of the first article as a browser shows it, without the numbers that lead to the events."""
    [inside] = re.findall(r'<div class="text">(.*?)</div>', page, re.S)[:1]
    return "".join(Page(re.sub(r'<a class="ref".*?</a>', "", inside)).shown)


def test_the_article_is_shown_letter_for_letter() -> None:
    assert article(to_html(REPORT)) == TEXT


def test_every_event_has_its_line_its_words_and_links_both_ways() -> None:
    page = Page(to_html(REPORT))
    ids = {attrs["id"] for _, attrs in page.elements if "id" in attrs}
    links = page.attributes("a", "href")
    for number in (1, 2, 3):
        assert {f"e{number}", f"w{number}"} <= ids
        assert f"#e{number}" in links
        assert f"#w{number}" in links
    assert "Wang Yi (CHN) → Oslo" in page.texts()
    assert [event["n"] for event in page.data()["events"]] == [1, 2, 3]


def test_no_id_is_given_twice() -> None:
    page = Page(to_html([REPORT, REPORT]))
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert sorted(ids) == sorted(set(ids))


def test_one_sentence_with_two_events_is_one_mark_of_both() -> None:
    html = marked(TEXT, entries_of([REPORT]))
    kinds = {e.kind: e.number for e in entries_of([REPORT])}
    both = " ".join(str(n) for n in sorted((kinds["warning"], kinds["arms_deal"])))
    assert f'data-e="{both}">Norway' in html
    assert html.count("<mark") == html.count("</mark>") == 2


def test_the_words_that_decide_an_event_are_marked_within_its_sentence() -> None:
    html = marked(TEXT, entries_of([REPORT]))
    assert re.findall(r'<b data-k="1">(.*?)</b>', html) == ["Wang Yi", "Oslo", "May"]


def test_overlapping_sentences_are_cut_where_either_begins_or_ends() -> None:
    text = "abcdef"
    a, b = Visit(evidence=(Evidence.of(text, 0, 4),)), Warning(evidence=(Evidence.of(text, 2, 6),), about="x")
    html = marked(text, entries_of([Report(text=text, events=(a, b))]))
    pieces = [
        (numbers, re.sub("<.*?>", "", words)) for numbers, words in re.findall(r'data-e="(.*?)">(.*?)</mark>', html)
    ]
    assert [(numbers, words) for numbers, words in pieces] == [("1", "ab"), ("1 2", "cd"), ("2", "ef")]


@settings(max_examples=30, deadline=None)
@given(testing.reports())
def test_any_report_is_shown_with_its_whole_text(report: Report) -> None:
    page = to_html(report)
    page.encode("utf-8")
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", "\ufffd", report.text)
    assert article(page) == clean
    assert len(Page(page).data()["events"]) == len(report.events)


# What events and their relations add to an empty page.
SHOWN = {"b", "circle", "g", "i", "mark", "path", "rect", "svg", "table", "tbody", "td", "text", "th", "thead", "tr"}
EVIL = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<!-- <script>",
    "]]><svg onload=alert(1)>",
    "$script ${data} $$",
    "&lt;script&gt;&#60;b&#62;",
    "\x00<\ud800script>",
]


@pytest.mark.parametrize("words", EVIL)
def test_nothing_from_an_article_becomes_markup(words: str) -> None:
    quote = Evidence.of(words, 0, len(words))
    actor = Actor(name=words, kind="person", country="PRK", role=words, affiliation=words, mentions=(quote,))
    other = Actor(name=words + "2", kind="organization")
    events = (
        Visit(evidence=(quote,), visitors=(actor,), hosts=(other,), destinations=(Place(name=words),), purpose=words),
        Warning(evidence=(quote,), issuers=(other,), targets=(actor,), about=words, condition=words),
        ArmsDeal(evidence=(quote,), suppliers=(actor,), recipients=(other,), items=(ArmsItem(text=words),)),
        ExpertOpinion(evidence=(quote,), experts=(actor,), claim=words, claim_evidence=(quote,)),
    )
    evil = Report(
        text=words, title=words, source=words, url=words, events=events, unread=(Unread(evidence=quote, reason=words),)
    )
    harmless = to_html(
        Report(text="x", title="x", source="x", url="x", unread=(Unread(evidence=Evidence.of("x", 0, 1), reason="x"),))
    )
    page = Page(to_html(evil))
    tags = {tag for tag, _ in page.elements}
    # The words themselves must not bring a tag that no harmless page has.
    assert tags <= {tag for tag, _ in Page(harmless).elements} | SHOWN
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "autofocus"]
    assert page.attributes("a", "href") == [href for href in page.attributes("a", "href") if href.startswith("#")]
    assert len(page.scripts) == 2
    assert words.replace("\x00", "\ufffd").replace("\ud800", "\ufffd") in page.texts()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " JAVASCRIPT:x", "http:", "//x", "http://["]
)
def test_only_addresses_of_the_web_are_linked(url: str) -> None:
    page = Page(to_html(Report(text="x", url=url)))
    assert [href for href in page.attributes("a", "href") if not href.startswith("#")] == []
    assert url.strip() in page.texts()


def test_the_address_of_an_article_is_linked_without_telling_it_who_asks() -> None:
    page = Page(to_html(REPORT))
    [link] = [attrs for tag, attrs in page.elements if tag == "a" and not (attrs["href"] or "#").startswith("#")]
    assert link == {"href": "https://example.org/1", "rel": "noopener noreferrer nofollow"}


def test_the_policy_allows_the_page_its_own_style_and_script_and_nothing_else() -> None:
    page = to_html(REPORT)
    [policy] = [attrs["content"] for tag, attrs in Page(page).elements if attrs.get("http-equiv")]
    [style] = re.findall(r"<style>(.*?)</style>", page, re.S)
    [script] = re.findall(r"<script>(.*?)</script>", page, re.S)
    hashes = [
        "'sha256-" + base64.b64encode(hashlib.sha256(c.encode()).digest()).decode() + "'" for c in (style, script)
    ]
    assert policy == (
        f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_no_address_but_the_articles() -> None:
    page = to_html(REPORT)
    assert re.findall(r"https?://[^\s\"'<]+", page) == ["https://example.org/1"]
    assert not re.search(r"\bsrc\s*=|@import|url\((?!#)", page)


def test_twenty_articles_of_news_length_are_under_300_kilobytes() -> None:
    reports = []
    for number in range(20):
        text = " ".join(
            f"Minister {number}-{i} flew to Oslo in May to talk about the radars of the north." for i in range(60)
        )
        sentence = len(text) // 60
        events = []
        for i in range(8):
            quote = Evidence.of(text, i * sentence, (i + 1) * sentence)
            actor = Actor(name=f"Minister Number {number}-{i}", kind="person", country="CHN", mentions=(quote,))
            events.append(Visit(evidence=(quote,), visitors=(actor,), destinations=(OSLO,), when=MAY))
        reports.append(Report(text=text, title=f"Article {number}", published="2024-06-03", events=tuple(events)))
    assert sum(len(report.text) for report in reports) > 80_000
    assert len(to_html(reports).encode()) < 300_000


def test_the_same_reports_give_the_same_page() -> None:
    assert to_html([REPORT, Report(text="x")]) == to_html((REPORT, Report(text="x")))


def test_nothing_gives_a_page_that_says_so() -> None:
    page = Page(to_html([]))
    assert "0 articles, 0 events" in page.texts()
    assert "No events were found." in page.texts()
    assert "No event here has two known sides." in page.texts()


def test_something_else_than_reports_is_refused() -> None:
    with pytest.raises(InputError, match="a page shows reports, not Visit"):
        to_html([VISIT])  # type: ignore[list-item]
    with pytest.raises(InputError, match="a page shows reports, not Visit"):
        to_html(VISIT)  # type: ignore[arg-type]


def test_a_report_has_a_page_and_a_frame_for_notebooks() -> None:
    assert REPORT.to_html() == to_html(REPORT)
    frame = REPORT._repr_html_()
    [(tag, attrs)] = Page(frame).elements
    assert tag == "iframe"
    assert attrs["sandbox"] == "allow-scripts"
    assert attrs["srcdoc"] == to_html(REPORT)


def test_what_other_articles_say_of_the_same_thing_is_linked_and_a_contradiction_named() -> None:
    later = Visit(visitors=(WANG,), destinations=(OSLO,), when=EventDate.from_edtf("2024-05-20"), status="cancelled")
    other = Report(text="No.", published="2024-06-10", source="The Post", events=(later,))
    page = to_html([REPORT, other])
    assert (
        'Also told: <a href="#e2">2</a> cancelled 10 Jun 2024 <strong class="clash">articles disagree</strong>' in page
    )


def test_an_event_type_of_your_own_is_shown() -> None:
    @record
    class Truce(Event):
        parties: tuple[Actor, ...] = ()

    page = Page(to_html(Report(text=TEXT, events=(Truce(evidence=(FIRST,), parties=(WANG,)),))))
    assert "Truce" in page.texts()
    assert page.data()["events"][0]["a"] == [0]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-05-20", "20 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2024-22", "summer 2024"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2024~", "about 2024"),
        ("2024-05?", "May 2024 (?)"),
        ("XXXX-09-12", "12 Sep"),
        ("2024-05-20/2024-05-22", "20 May – 22 May 2024"),
        ("2023-12/2024-01", "Dec 2023 – Jan 2024"),
        ("2018/2019", "2018 – 2019"),
        ("2018/2018-05", "2018 – May 2018"),
        ("2006/..", "since 2006"),
        ("../2025-06", "until Jun 2025"),
        ("../..", "undated"),
    ],
)
def test_a_date_is_said_no_more_exactly_than_it_is(edtf: str, words: str) -> None:
    assert date_words(EventDate.from_edtf(edtf)) == words


def test_no_date_is_undated() -> None:
    assert date_words(None) == "undated"
