"""Where an article, or a part of it, was written or is about: datelines, bylines and headings that name a state.

SEOUL, Nov 3 (Agency) - …                 a dateline holds until the next one
From Ama Mensah, Tamale                   a byline that closes with a city
Haiti: rebels keep rifles                 a heading holds until the next one
HAITI: The ministry said …                an item of a round-up, whose own state it names
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.mentions.former import state_in
from dipevents.mentions.gazetteer import country_code, find_names

if TYPE_CHECKING:
    from dipevents.mentions.identity import Registry
    from dipevents.reading.article import Article, Paragraph

__all__ = ["dateline_of", "labels_of", "sections_of"]

_BYLINE = re.compile(
    r"(?:[^,.\n]{3,60},\s(?P<city>[A-Z][\w ’'-]{2,25})$)|(?P<place>[A-Z][\w ’'-]{2,25})\s\([A-Z]{2,6}\)\s?[-–—]"
)
HEADING = 90
"""Characters that a heading may have."""


def dateline_of(registry: Registry, article: Article) -> str | None:
    """The state of the first dateline, else of a city that closes a byline ("From Ama Mensah, Tamale")."""
    for paragraph in article.paragraphs:
        if paragraph.place is not None:
            return _state_of(registry, article.text[paragraph.place.start : paragraph.place.end])
    for paragraph in article.paragraphs[:4]:
        line = article.text[paragraph.start : paragraph.end]
        found = _BYLINE.match(line)
        code = _state_of(registry, found["place"] or found["city"]) if found else None
        if code:
            return code
    return None


def sections_of(registry: Registry, article: Article, dateline: str | None) -> dict[int, tuple[str | None, str | None]]:
    """From which offset on which dateline's and which heading's state hold."""
    sections: dict[int, tuple[str | None, str | None]] = {0: (dateline, None)}
    place, heading = dateline, None
    for i, paragraph in enumerate(article.paragraphs):
        if paragraph.place is not None:
            code = _state_of(registry, article.text[paragraph.place.start : paragraph.place.end])
            place, heading = code or place, None
        elif i and _is_heading(paragraph):
            line = article.text[paragraph.start : paragraph.end]
            heading = _state_in(registry, line.partition(":")[0]) or _state_in(registry, line)
        else:
            continue
        sections[paragraph.start] = (place, heading)
    return sections


def labels_of(registry: Registry, article: Article) -> dict[int, str]:
    """The states by which paragraphs are headed within themselves, by their number: "HAITI: The ministry said".

    Empty where one alone is: a dateline may have a colon.
    """
    labelled = {
        i: _state_of(registry, article.text[p.place.start : p.place.end])
        for i, p in enumerate(article.paragraphs)
        if p.place is not None and article.text[p.place.end : p.body].strip() == ":"
    }
    known = {i: code for i, code in labelled.items() if code is not None}
    return known if len(set(known.values())) > 1 else {}


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.heading and paragraph.end - paragraph.start <= HEADING


def _state_in(registry: Registry, line: str) -> str | None:
    """The only state that a heading names, also in capitals."""
    codes = {hit.country for hit in find_names(line, registry.year) if hit.kind in {"country", "capital", "adjective"}}
    codes.discard(None)
    return next(iter(codes)) if len(codes) == 1 else None


def _state_of(registry: Registry, words: str) -> str | None:
    for part in reversed(words.split(",")):
        name = part.strip()
        code = country_code(name, registry.year) or country_code(name.title(), registry.year)
        if code:
            return state_in(code, registry.year)
    return None
