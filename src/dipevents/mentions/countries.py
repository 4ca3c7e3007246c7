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
    bodies = [e for e in registry.entries if e.kind in {"organization", "group"}]
    for entry in bodies:
        if entry.country is None and entry.known_id is None:
            entry.country = _beside_body(registry, entry)
    persons = [e for e in registry.entries if e.kind == "person"]
    unplaced = []
    for entry in persons:
        code, bound = _told(registry, homes, entry)
        known = leader(entry.name, registry.year) if code is None else None
        entry.country = code or (known.country if known else entry.country)
        if entry.country is None and not bound:
            unplaced.append(entry)
    for entry in unplaced:
        entry.country = _related(registry, entry) or homes.likely(entry)
    for entry in bodies:
        if entry.country is None and entry.known_id is None:
            entry.country = homes.likely(entry)
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
    """The states of an article: which is named last before an offset, and to which an actor without one belongs.

    An office without a state ("Finance Minister Lee") is one of the state that the article is written in or about. The
    weights were fitted to annotated articles; they find the state of seven such offices in ten.
    """

    SHARE, FIRST, DATELINE, SAME, NEAR, SUBJECT = 2.2, 0.9, 1.9, 2.5, 0.8, 1.0
    UNKNOWN = {"office": 0.9, "person": 2.2, "body": 2.0}
    """What a state must weigh at least; offices are surest to belong to one that the article names."""

    def __init__(self, registry: Registry, dateline: str | None) -> None:
        self.named = [n for n in registry.names_in_order() if n.country and n.kind in STATES]
        self.counts = Counter(n.country for n in self.named if n.country)
        self.dateline = dateline

    def before(self, name: Name, reach: int = 3) -> str | None:
        """The state named last before a name, within some sentences."""
        found = None
        for other in self.named:
            if other.start >= name.start:
                break
            if name.sentence.i - other.sentence.i <= reach:
                found = other.country
        return found

    def likely(self, entry: Entry) -> str | None:
        """The state that an actor most likely belongs to, or None where none stands out."""
        name = entry.names[0]
        weights: dict[str, float] = {code: self.SHARE * n / len(self.named) for code, n in self.counts.items()}
        if self.dateline:
            weights[self.dateline] = weights.get(self.dateline, 0.0) + self.DATELINE
        if self.named and (first := self.named[0].country):
            weights[first] += self.FIRST
        i = name.sentence.i
        near = [n for n in self.named if i - 2 <= n.sentence.i <= i + 1]
        same = [n.country for n in near if n.sentence.i == i and n.start < name.start]
        lately = [n.country for n in near if n.sentence.i < i]
        subjects = {n.country for n in near if n.head.dep in {"nsubj", "nsubjpass"} and n.sentence.i >= i - 1}
        for code, gain in ((same[-1:], self.SAME), (lately[-1:], self.NEAR), (subjects, self.SUBJECT)):
            for found in sorted(c for c in code if c):
                weights[found] += gain
        if not weights:
            return None
        best = max(weights, key=lambda c: (weights[c], c))
        role = entry.titles[0].noun.lower if entry.titles else ""
        sort = "body" if entry.kind != "person" else "office" if role in lexicon("offices") else "person"
        return best if weights[best] > self.UNKNOWN[sort] else None


def _told(registry: Registry, homes: _Homes, entry: Entry) -> tuple[str | None, bool]:
    """The state that the words beside a person's names tell, and whether they bind it to a body of no known state."""
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
    bound = [n for t in entry.titles for n in (*t.belonging, *t.placing)] + entry.affiliations
    return None, any(n.kind in {"organization", "igo"} for n in bound)


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


def _beside_body(registry: Registry, entry: Entry) -> str | None:
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
    return None
