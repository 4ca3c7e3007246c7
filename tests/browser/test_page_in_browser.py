"""The page in a real browser: nothing runs that should not, nothing is fetched, and clicks, keys and filters work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chromium import Chromium, find_chromium

from dipevents.export.page import to_html, to_notebook_html
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report, Unread
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Wang Yi flew to Oslo in May. Norway warned China that it would not sell him radars."
FIRST, SECOND = Evidence.of(TEXT, 0, 28), Evidence.of(TEXT, 29, len(TEXT))
WANG = Actor(name="Wang Yi", kind="person", country="CHN", mentions=(Evidence.of(TEXT, 0, 7),))
NORWAY = Actor(name="Norway", kind="state", country="NOR")
CHINA = Actor(name="China", kind="state", country="CHN")
OSLO = Place(name="Oslo", country="NOR")
MAY = EventDate.from_edtf("2024-05", "May", (Evidence.of(TEXT, 24, 27),))
JUNE = EventDate.from_edtf("2024-06-02")
REPORT = Report(
    text=TEXT,
    published="2024-06-03",
    title="A visit",
    events=(
        Visit(evidence=(FIRST,), visitors=(WANG,), destinations=(OSLO,), when=MAY),
        Warning(evidence=(SECOND,), issuers=(NORWAY,), targets=(CHINA,), about="no radars", when=JUNE),
        ArmsDeal(
            evidence=(SECOND,),
            suppliers=(NORWAY,),
            recipients=(CHINA,),
            items=(ArmsItem(text="radars"),),
            status="denied",
        ),
    ),
)
# In order of time: 1 the visit, 2 the warning, 3 the deal, which is undated.


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium is installed")
    with Chromium(program, tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture
def page(browser: Chromium, tmp_path: Path) -> Chromium:
    (tmp_path / "page.html").write_text(to_html([REPORT, Report(text="Nothing.")]), encoding="utf-8")
    browser.open(tmp_path / "page.html")
    return browser


def shown(page: Chromium) -> list[str]:
    return page.run("[...document.querySelectorAll('.event:not([hidden])')].map(e => e.id)")


def selected(page: Chromium) -> list[str]:
    return page.run("[...document.querySelectorAll('[aria-current]')].map(e => e.id)")


def focused(page: Chromium) -> str:
    return page.run("document.activeElement.id || document.activeElement.getAttribute('href')")


def test_the_page_fetches_nothing_and_breaks_no_rule_of_its_own(page: Chromium) -> None:
    shown(page)
    outside = [url for url in page.requests if not url.startswith(("file:", "data:image/svg+xml"))]
    assert outside == []  # Chromium draws its own date picker with an SVG
    assert page.complaints == []


def test_nothing_in_an_article_runs(browser: Chromium, tmp_path: Path) -> None:
    for words in (
        "<script>window.hit = 1</script>",
        "</script><script>window.hit = 1</script>",
        "</title></style></textarea><img src=x onerror='window.hit = 1'>",
        '"><svg onload="window.hit = 1">',
        "' autofocus onfocus='window.hit = 1' x='",
    ):
        quote = Evidence.of(words, 0, len(words))
        actor = Actor(name=words, kind="person", country="PRK", mentions=(quote,))
        visit = Visit(evidence=(quote,), visitors=(actor,), destinations=(Place(name=words),), when=MAY)
        unread = (Unread(evidence=quote, reason=words),)
        evil = Report(
            text=words, title=words, source=words, url="javascript:window.hit=1", events=(visit,), unread=unread
        )
        (tmp_path / "evil.html").write_text(to_html(evil), encoding="utf-8")
        browser.open(tmp_path / "evil.html")
        browser.click("#e1 .line")
        assert browser.run("window.hit") is None
        assert browser.run("document.querySelector('.text').textContent.replace(/^1/, '')") == words
        assert browser.complaints == []


def test_a_script_that_slipped_in_would_not_run(browser: Chromium, tmp_path: Path) -> None:
    page = to_html(REPORT).replace("</main>", "</main><script>window.hit = 1</script><p onclick='window.hit = 1'>x</p>")
    (tmp_path / "slip.html").write_text(page, encoding="utf-8")
    browser.open(tmp_path / "slip.html")
    assert browser.run("window.hit") is None
    assert any("Content Security Policy" in complaint for complaint in browser.complaints)


def test_a_click_on_an_event_leads_to_its_words_and_back(page: Chromium) -> None:
    page.click("#e1 .line")
    assert selected(page) == ["e1", "w1"]
    assert focused(page) == "w1"
    assert page.run("[...document.querySelectorAll('mark.sel')].map(m => m.textContent)") == [FIRST.text]
    assert page.run("[...document.querySelectorAll('b.sel')].map(m => m.textContent)") == ["Wang Yi", "May"]
    page.click("#w1")
    assert focused(page) == "#w1"
    assert page.run("location.hash") == "#e1"


def test_a_click_on_words_of_two_events_leads_to_one_after_the_other(page: Chromium) -> None:
    page.click("mark.warning")
    assert selected(page) == ["e2", "w2"]
    page.click("mark.warning")
    assert selected(page) == ["e3", "w3"]
    page.click("mark.warning")
    assert selected(page) == ["e2", "w2"]


def test_the_keyboard_does_what_the_mouse_does(page: Chromium) -> None:
    page.press("Tab")
    assert focused(page) == "#events"
    page.press("Enter")
    assert focused(page) == "events"
    page.run("document.querySelector('#e1 .line').focus()")
    page.press("ArrowDown")
    assert focused(page) == "#w2"
    page.press("ArrowUp")
    assert focused(page) == "#w1"
    page.press("Enter")
    assert focused(page) == "w1"
    page.press("Enter")
    assert focused(page) == "#w1"
    page.press("Escape")
    assert selected(page) == []


@pytest.mark.parametrize(
    ("choices", "left"),
    [
        ({"type": "visit"}, ["e1"]),
        ({"status": "denied"}, ["e3"]),
        ({"country": "NOR"}, ["e1", "e2", "e3"]),
        ({"country": "CHN", "type": "warning"}, ["e2"]),
        ({"from": "2024-05-31"}, ["e1", "e2"]),
        ({"from": "2024-06-01"}, ["e2"]),
        ({"to": "2024-05-01"}, ["e1"]),
        ({"from": "2025-01-01"}, []),
    ],
)
def test_filters_leave_the_events_that_meet_them(page: Chromium, choices: dict[str, str], left: list[str]) -> None:
    for name, value in choices.items():
        page.choose(name, value)
    assert shown(page) == left
    assert page.run("document.getElementById('count').value") == f"{len(left)} of 3 events shown"
    page.click("button[type=reset]")
    page.run("new Promise(done => setTimeout(done, 20))")
    assert shown(page) == ["e1", "e2", "e3"]


def test_a_filter_by_actor_takes_words_and_relations_along(page: Chromium) -> None:
    number = page.run("[...document.forms[0].actor.options].find(o => o.text === 'Wang Yi').value")
    page.choose("actor", number)
    assert shown(page) == ["e1"]
    assert page.run("[...document.querySelectorAll('mark:not(.out)')].length") == 1
    assert page.run("[...document.querySelectorAll('.edge:not(.out)')].every(e => e.dataset.e === '1')")
    assert page.run("document.querySelectorAll('tr[data-e]:not([hidden])').length") == 2


def test_a_relation_shows_its_own_events_until_it_is_removed(page: Chromium) -> None:
    page.run("for (const d of document.querySelectorAll('figure details')) d.open = true")
    page.click("#relations tr[data-e='3'] button")
    assert shown(page) == ["e3"]
    assert page.run("document.getElementById('only').hidden") is False
    page.click("#only")
    assert shown(page) == ["e1", "e2", "e3"]


def test_a_link_to_a_hidden_event_shows_it(page: Chromium) -> None:
    page.choose("type", "visit")
    page.run("document.querySelector('#w3').click()")
    assert selected(page) == ["e3", "w3"]
    assert shown(page) == ["e1", "e2", "e3"]


def test_without_scripts_all_can_be_read(browser: Chromium, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(to_html(REPORT), encoding="utf-8")
    browser.open(tmp_path / "page.html", scripts=False)
    roles = [node["role"]["value"] for node in browser("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    assert roles.count("listitem") >= 3
    assert "combobox" not in roles, "filters that cannot work are shown"
    words = browser.run("[...document.querySelectorAll('mark')].map(mark => mark.innerText).join(' ')")
    assert words == TEXT


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
def test_no_width_makes_the_page_scroll_sideways(browser: Chromium, tmp_path: Path, width: int) -> None:
    long = Report(text="x" * 500, title="y" * 300, source="z" * 200, published="2024-06-03")
    (tmp_path / "page.html").write_text(to_html([REPORT, long]), encoding="utf-8")
    browser.open(tmp_path / "page.html", width=width)
    assert browser.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
def test_words_are_readable_in_light_and_dark(browser: Chromium, tmp_path: Path, dark: bool) -> None:
    (tmp_path / "page.html").write_text(to_html(REPORT), encoding="utf-8")
    browser.open(tmp_path / "page.html", dark=dark)
    # WCAG 2.1, 1.4.3: at least 4.5 to 1 for text.
    contrasts = browser.run(
        """(() => {
          const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(v => v / 255)
            .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return .2126*r + .7152*g + .0722*b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
            if (c !== 'rgba(0, 0, 0, 0)') return c; } };
          return ['h1', '#count', '.event b', '.event .line', '.event i', '.status', '.imprint', '.text', '.ref',
            'label', 'select', 'figcaption', 'summary'].map(css => { const e = document.querySelector(css);
            const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
            return [css, (a + .05) / (b + .05)]; });
        })()"""
    )
    assert [pair for pair in contrasts if pair[1] < 4.5] == []
    assert browser.run("getComputedStyle(document.body).backgroundColor").startswith("rgb(2" if not dark else "rgb(21")


def test_everything_that_is_used_has_a_name(page: Chromium) -> None:
    nodes = page("Accessibility.getFullAXTree")["nodes"]
    used = {"link", "button", "combobox", "textbox", "Date", "image", "form", "region"}
    nameless = [
        node["role"]["value"]
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in used and not node.get("name", {}).get("value")
    ]
    assert nameless == []


def test_in_a_notebooks_frame_clicks_work_too(browser: Chromium, tmp_path: Path) -> None:
    frame = to_notebook_html(REPORT).replace("allow-scripts", "allow-scripts allow-same-origin")
    (tmp_path / "book.html").write_text(f"<!DOCTYPE html><meta charset=utf-8>{frame}", encoding="utf-8")
    browser.open(tmp_path / "book.html")
    inside = "document.querySelector('iframe').contentDocument"
    browser.run(f"{inside}.querySelector('#e1 .line').click()")
    assert browser.run(f"{inside}.activeElement.id") == "w1"
    assert browser.run(f"{inside}.querySelectorAll('.event').length") == 3
