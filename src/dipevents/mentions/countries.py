"""For which state an actor stands: what the article says first, then what is known, then where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import country_code, leader

if TYPE_CHECKING:
    from dipevents.mentions.identity import Entry, Registry
    from dipevents.reading.article import Article

__all__ = ["settle_countries"]


def settle_countries(registry: Registry, article: Article) -> str | None:
    """Gives the actors their states, and the state of the dateline, or None."""
    dateline = _dateline(registry, article)
    for entry in registry.entries:
        if entry.kind == "person":
            entry.country = _of_person(registry, entry) or entry.country
    return dateline


def _dateline(registry: Registry, article: Article) -> str | None:
    for paragraph in article.paragraphs:
        if paragraph.place is not None:
            words = article.text[paragraph.place.start : paragraph.place.end]
            for part in reversed(words.split(",")):
                code = country_code(part.strip(), registry.year) or country_code(part.strip().title(), registry.year)
                if code:
                    return code
    return None


def _of_person(registry: Registry, entry: Entry) -> str | None:
    for title in entry.titles:
        for name in title.names:
            if name.kind in {"state", "adjective", "capital"} and name.country:
                return name.country
    for title in entry.titles:
        for name in title.names:
            body = registry.by_name.get(name)
            if body is not None and body.country:
                return body.country
    known = leader(entry.name, registry.year)
    return known.country if known else None
