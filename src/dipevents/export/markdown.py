r"""A chronology to read, in Markdown (CommonMark): dated events under their years, undated ones last.

Example:
    >>> [one.what for one in LOST]
    ['everything but what a reader needs', 'line ends, control characters and lone surrogates']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.export.lost import Lost
from dipevents.models.place import Place
from dipevents.models.statement import Statement, statements_of
from dipevents.parties import acting, status_of
from dipevents.timeline import chronology

if TYPE_CHECKING:
    from dipevents.models.event import Event
    from dipevents.models.statement import Events

__all__ = ["LOST", "to_markdown"]

LOST = (
    Lost("everything but what a reader needs", "a line has date, type, status, names, places, words and article only"),
    Lost(
        "line ends, control characters and lone surrogates", "a line is one line of UTF-8; they become blanks or U+FFFD"
    ),
)
"""What this form loses, and why: a tuple of `Lost`."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&:])")


def _plain(text: str) -> str:
    """Text that Markdown shows letter for letter: every mark is escaped, HTML and bare links included."""
    clean = re.sub("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]", "�", text)
    return _SPECIAL.sub(r"\\\1", " ".join(clean.split()))


def to_markdown(events: Events) -> str:
    """One list item for each event, in order of time, undated events last under a heading of their own.

    Everything from the articles is escaped: none of it can become a link, an image or HTML.

    Example:
        >>> from dipevents.models import EventDate, Visit
        >>> print(to_markdown([Visit(when=EventDate.from_edtf("2023-09"), status="planned")]), end="")
        ## 2023
        <BLANKLINE>
        - **2023-09** visit (planned)
    """
    sources: dict[str, list[Statement]] = {}
    for one in statements_of(events):
        sources.setdefault(one.event.id, []).append(one)
    lines: list[str] = []
    heading = ""
    for event in chronology(events):
        if (here := _heading(event)) != heading:
            lines += ["", f"## {here}", ""]
            heading = here
        lines.append(_item(sources[event.id].pop(0)))
    return "\n".join(lines[1:]) + "\n" if lines else ""


def _heading(event: Event) -> str:
    day = (event.when.earliest or event.when.latest) if event.when else None
    return f"{day.year:04}" if day else "Undated"


def _item(one: Statement) -> str:
    event = one.event
    who = ", ".join(part.who.name for part in acting(event, 0))
    whom = ", ".join(dict.fromkeys(part.who.name for part in acting(event, 1) if not isinstance(part.who, Place)))
    where = ", ".join(part.who.name for part in acting(event, 1) if isinstance(part.who, Place))
    ends = " → ".join(_plain(end) for end in (who, whom, where) if end)
    words = " … ".join(quote.text for quote in event.evidence)
    told = "; ".join(
        dict.fromkeys(", ".join(filter(None, (s.source or s.url, str(s.published or "")))) for s in one.sources)
    )
    name = event.type_name().replace("_", " ")
    parts = [
        f"**{event.when.edtf.replace('~', chr(92) + '~')}**" if event.when else "",
        f"{name} ({status_of(event)})" if status_of(event) else name,
        f"— {ends}" if ends else "",
        f": “{_plain(words)}”" if words else "",
        f"({_plain(told)})" if told else "",
    ]
    return "- " + " ".join(filter(None, parts)).replace(" : “", ": “")
