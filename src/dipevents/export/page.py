"""Reports as one self-contained HTML page: timeline, marked articles, relation graph, and filters.

The page loads nothing and sends nothing: its own style and script are inline, and a Content-Security-Policy with their
hashes forbids everything else. All of it can be read without scripts; the script filters, and leads from an event to
its words and back. Whatever comes from the articles is escaped.

- `page_entries`: what is shown of an event. `page_words`: the marked text. `page_timeline`, `page_graph`: the pictures.
- `assets/`: the frame, the style and the script, plain files.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dipevents.errors import InputError
from dipevents.export.lost import Lost
from dipevents.export.page_entries import date_words, entries_of, safe
from dipevents.export.page_graph import draw_graph, draw_table, links_between
from dipevents.export.page_timeline import axis_of, draw_axis, draw_grid, draw_lane
from dipevents.export.page_words import marked
from dipevents.export.text import counted
from dipevents.mentions.gazetteer import country_name
from dipevents.models.event_date import EventDate
from dipevents.models.report import Report
from dipevents.parties import stage_of, status_of
from dipevents.stories import Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dipevents.export.page_entries import Entry
    from dipevents.export.page_timeline import Axis

__all__ = ["LOST", "to_html", "to_notebook_html"]

LOST = (
    Lost("fields that no reader asks for", "the page shows an event's line, status, date, words and parties"),
    Lost("control characters and lone surrogates", "HTML cannot hold them; they become U+FFFD"),
)
"""What this form loses, and why: a tuple of `Lost`."""
_KIND_NAMES = {
    "visit": "Visit",
    "warning": "Warning",
    "arms_deal": "Arms deal",
    "expert_opinion": "Expert opinion",
}
_HISTORY = 6
"""Other tellings of one thing that are linked from an event, at most."""


def to_html(reports: Report | Story | Iterable[Report], *, title: str | None = None) -> str:
    """One HTML page that shows the reports; it can be written as UTF-8 and opened from anywhere.

    Args:
        reports: A report, or several, shown in the order given; or their story, of which each happening is one event.
        title: The page's title; by default the article's own, or the number of articles.

    Raises:
        InputError: If something else is given.

    Example:
        >>> page = to_html(Report(text="Kim <arrived>.", title="A & B"))
        >>> "Kim &lt;arrived&gt;." in page, "<title>A &amp; B</title>" in page
        (True, True)
    """
    story = reports if isinstance(reports, Story) else None
    given = reports.reports if isinstance(reports, Story) else reports
    shown = list(given) if isinstance(given, Iterable) else [given]
    for report in shown:
        if not isinstance(report, Report):
            raise InputError(f"a page shows reports, not {type(report).__name__}")
    entries = entries_of(shown, story)
    axis = axis_of(entries)
    names = _index(name for entry in entries for name in entry.names)
    states, actors = links_between(entries, states=True), links_between(entries, states=False)
    style, script = _asset("page.css"), _asset("page.js")
    heading = (
        title or (shown[0].title if len(shown) == 1 and shown[0].title else None) or counted(len(shown), "article")
    )
    return Template(_asset("page.html")).substitute(
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'",
        style=style,
        script=script,
        title=safe(" ".join(heading.split())),
        summary=f"{counted(len(shown), 'article')}, {counted(len(entries), 'event')}",
        kinds=_options((kind, _kind_name(kind)) for kind in dict.fromkeys(e.event.type_name() for e in entries)),
        statuses=_options((one, one) for one in sorted({status_of(e.event) or "" for e in entries} - {""})),
        countries=_options(
            sorted(
                ((c, country_name(c) or c) for c in {c for e in entries for c in e.countries}), key=lambda c: c[::-1]
            )
        ),
        actors=_options((str(number), name) for name, number in sorted(names.items(), key=lambda n: n[0].casefold())),
        axis=draw_axis(axis) if axis else "",
        grid=draw_grid(axis) if axis else "",
        events="".join(_event(entry, axis, entries) for entry in entries) or "<li>No events were found.</li>",
        articles="".join(
            _article(number, report, [t for e in entries for t in e.tellings(number)], several=len(shown) > 1)
            for number, report in enumerate(shown, 1)
        ),
        states=draw_graph(states, "What states and other parties do to one another; the table says the same"),
        people=draw_graph(actors, "What actors do to one another; the table says the same"),
        states_table=draw_table(states),
        people_table=draw_table(actors),
        data=_json({"events": [_facts(entry, names) for entry in entries]}),
    )


def to_notebook_html(report: Report) -> str:
    """The page in a frame of its own, for notebooks: neither can touch the other.

    Example:
        >>> to_notebook_html(Report(text="Kim arrived.")).startswith("<iframe title=")
        True
    """
    return (
        f'<iframe title="{safe(report.title or "dipevents report")}" sandbox="allow-scripts" width="100%" height="640" '
        f'style="border:0" srcdoc="{escape(to_html(report))}"></iframe>'
    )


@cache
def _asset(name: str) -> str:
    return files("dipevents.export").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")


def _json(data: object) -> str:
    """JSON in ASCII that no HTML parser can take for markup."""
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _index(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _kind_name(type_name: str) -> str:
    return _KIND_NAMES.get(type_name, type_name.replace("_", " ").capitalize())


def _options(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{safe(value)}">{safe(words)}</option>' for value, words in pairs)


def _facts(entry: Entry, names: Mapping[str, int]) -> dict[str, Any]:
    """What the filters ask for."""
    when = entry.event.when
    return {
        "n": entry.number,
        "t": entry.event.type_name(),
        "s": status_of(entry.event),
        "a": [names[name] for name in entry.names],
        "c": entry.countries,
        "f": when.earliest.isoformat() if when and when.earliest else None,
        "u": when.latest.isoformat() if when and when.latest else None,
    }


def _event(entry: Entry, axis: Axis | None, entries: Sequence[Entry]) -> str:
    status = status_of(entry.event)
    told = ", ".join(filter(None, (status, entry.label if entry.label != status else "")))
    stage = stage_of(entry.event)
    cross = '<use href="#m-cross" class="cross"/>' if stage == "off" else ""
    chip = f'<span class="status {stage}">{safe(told)}</span>' if told else ""
    return (
        f'<li id="e{entry.number}" class="event {entry.kind}">'
        f'<svg class="icon" aria-hidden="true" viewBox="-9 -9 18 18">'
        f'<use href="#m-{entry.kind}" class="m {stage}"/>{cross}</svg>'
        f"<p><i>{entry.number}</i> <b>{safe(_kind_name(entry.event.type_name()))}</b> {chip} "
        f"{_when(entry.event.when)}</p>"
        f'<a class="line" href="#w{entry.number}">{safe(entry.line)}</a>'
        f"{draw_lane(entry, axis) if axis else ''}{_history(entry, entries)}</li>"
    )


def _when(when: EventDate | None) -> str:
    edtf = f' title="{safe(when.edtf)}"' if when else ""
    return f'<span class="when"{edtf}>{safe(date_words(when))}</span>'


def _history(entry: Entry, entries: Sequence[Entry]) -> str:
    """Links to what other articles say of the same thing, in order of publication."""
    if entry.happening is None:
        return ""
    places = {(other.source, other.event.id): (f"e{other.number}", str(other.number)) for other in entries}
    told = {id(event): (f"h{article}", f"article {article}") for article, event in entry.others}
    steps = []
    for step in entry.happening.history:
        one = step.statement
        place = told.get(id(one.event)) or places.get((one.source or entry.source, one.event.id))
        if place and place[0] != f"e{entry.number}":
            day = f" {date_words(EventDate.on(step.published))}" if step.published else ""
            steps.append(f'<a href="#{place[0]}">{place[1]}</a> {safe(step.status or "told")}{day}')
    more = f" and {len(steps) - _HISTORY} more" if len(steps) > _HISTORY else ""
    clash = ' <strong class="clash">articles disagree</strong>' if entry.happening.contradictions else ""
    return f'<p class="also">Also told: {", ".join(steps[:_HISTORY])}{more}{clash}</p>' if steps else ""


def _article(number: int, report: Report, entries: Sequence[Entry], *, several: bool) -> str:
    name = report.title or (f"Article {number}" if several else "Article")
    imprint = " · ".join(_imprint(report))
    unread = "".join(
        f"<li>characters {one.evidence.start}–{one.evidence.end}: {safe(one.reason)}</li>" for one in report.unread
    )
    return (
        f'<article aria-labelledby="h{number}"><h3 id="h{number}">{safe(name)}</h3>'
        f"{f'<p class=imprint>{imprint}</p>' if imprint else ''}"
        f'<div class="text">{marked(report.text, entries)}</div>'
        f"{f'<p>Not read:</p><ul>{unread}</ul>' if unread else ''}</article>"
    )


def _imprint(report: Report) -> Iterator[str]:
    if report.source:
        yield safe(report.source)
    if report.published:
        yield date_words(EventDate.on(report.published))
    if report.url and _is_link(report.url):
        yield f'<a href="{safe(report.url)}" rel="noopener noreferrer nofollow">original</a>'
    elif report.url:
        yield safe(report.url)


def _is_link(url: str) -> bool:
    """Whether it leads to a web page, and does nothing else: `javascript:` and `data:` do."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
