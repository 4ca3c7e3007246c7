"""For which state an actor stands: what the article says first, then what is known, then where it is written.

    Russian President …, Russia's …, the minister of Russia     the words beside the name
    Pentagon spokesman …, … of the Bergen Institute             the state of a body there
    Vladimir Putin                                               a known holder of an office
    its foreign minister                                         the state named last
    Finance Minister Lee                                         an office of the state that the article is about
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import country_code, leader
from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.titles import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.article import Article

__all__ = ["settle_countries"]

STATES = ("state", "adjective", "capital")
ABROAD = frozenset({"ambassador", "envoy", "consul", "correspondent", "attaché", "representative", "commander", "emissary"})
"""Offices that are held away from home: the place where they sit tells no state."""


def settle_countries(registry: Registry, article: Article) -> str | None:
    """Gives the actors their states, and the state of the dateline, or None."""
    dateline = _dateline(registry, article)
    homes = _Homes(registry, dateline)
    for entry in registry.entries:
        if entry.kind in {"organization", "group"} and entry.country is None and not entry.known_id:
            entry.country = _of_body(registry, homes, entry)
    persons = [e for e in registry.entries if e.kind == "person"]
    told = {entry: _told(registry, homes, entry) for entry in persons}
    for entry in persons:
        known = leader(entry.name, registry.year)
        code, international = told[entry]
        entry.country = code or (None if international else (known.country if known else entry.country))
        if entry.country is None and not international:
            entry.country = _related(registry, entry) or homes.at(entry.names[0], bool(entry.titles))
    return dateline


def _dateline(registry: Registry, article: Article) -> str | None:
    for paragraph in article.paragraphs:
        if paragraph.place is not None:
            words = article.text[paragraph.place.start : paragraph.place.end]
            for part in reversed(words.split(",")):
                name = part.strip()
                code = country_code(name, registry.year) or country_code(name.title(), registry.year)
                if code:
                    return code
    return None


class _Homes:
    """The states of an article: which is named last before an offset, and which one the article is about."""

    def __init__(self, registry: Registry, dateline: str | None) -> None:
        self.named = [n for n in registry.names_in_order() if n.country and n.kind in STATES]
        counts = Counter(n.country for n in self.named)
        self.dateline = dateline
        self.main: str | None = None
        if counts:
            (code, most), *rest = counts.most_common(2)
            if not rest or most >= 2 * rest[0][1]:
                self.main = code

    def before(self, name: Name, reach: int = 3) -> str | None:
        """The state named last before a name, within some sentences."""
        found = None
        for other in self.named:
            if other.start >= name.start:
                break
            if name.sentence.i - other.sentence.i <= reach and other.kind in {"state", "capital", "adjective"}:
                found = other.country
        return found

    def at(self, name: Name, titled: bool) -> str | None:
        """The state that the article is about; for an office else the one named last, then the dateline's."""
        if self.main:
            return self.main
        return (self.before(name) or self.dateline) if titled else None


def _told(registry: Registry, homes: _Homes, entry: Entry) -> tuple[str | None, bool]:
    """The state that the words beside a person's names tell, and whether they tell that it serves no state."""
    for title in entry.titles:
        for name in title.belonging:
            if name.kind in STATES and name.country:
                return name.country, False
    for title in entry.titles:
        for name in title.belonging:
            body = registry.by_name.get(name)
            if body is not None and body.kind == "igo":
                return None, True
            if body is not None and body.kind != "state" and body.country:
                return body.country, False
    for title in entry.titles:
        if title.owner is not None and (code := _owner(registry, homes, title, entry)):
            return code, False
    for body_name in entry.affiliations:
        body = registry.by_name.get(body_name)
        if body is not None and body.kind == "igo":
            return None, True
        if body is not None and body.country:
            return body.country, False
    for title in entry.titles:
        if title.noun.lower not in ABROAD:
            for name in title.placing:
                body = registry.by_name.get(name)
                code = body.country if body is not None and body.kind != "person" else name.country
                if code:
                    return code, False
    return None, False


def _owner(registry: Registry, homes: _Homes, title: Title, entry: Entry) -> str | None:
    """The state of "its minister", "the country's minister"."""
    owner = title.owner
    if owner is None:
        return None
    held = registry.names.get(owner)
    if held is not None:
        other = registry.by_name.get(held)
        return other.country if other is not None else None
    if owner.lower in {"its", "their"} or owner.lemma in lexicon("states"):
        return homes.before(entry.names[0])
    return None


def _related(registry: Registry, entry: Entry) -> str | None:
    """The state of the person whose spokesman, envoy or kin somebody is."""
    for title in entry.titles:
        for name in title.belonging:
            other = registry.by_name.get(name)
            if other is not None and other is not entry and other.kind == "person" and other.country:
                return other.country
    return None


def _of_body(registry: Registry, homes: _Homes, entry: Entry) -> str | None:
    """The state beside a body's name: "Rosatom of Russia", "Swiss group RUAG", "Rosoboronexport, a Russian company"."""
    for name in entry.names:
        words = name.sentence.words
        for i in range(name.first - 1, max(name.first - 5, -1), -1):
            held = registry.names.get(words[i])
            if held is not None:
                if held.kind in {"state", "adjective"} and (words[i].dep in {"amod", "poss", "compound", "nmod"}):
                    return held.country
                break
            if words[i].pos not in {"NOUN", "ADJ", "PROPN"} and words[i].text not in {"-", "'s", "’s"}:
                break
        if name.last + 2 < len(words) and words[name.last + 1].lower in {"of", "in"}:
            held = registry.names.get(words[name.last + 2])
            if held is not None and held.kind in {"state", "capital", "place"} and held.country:
                return held.country
    return homes.main
