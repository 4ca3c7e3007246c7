"""For which state an actor stands: what the article says first, then what is known, then where it is written.

Russian President …, Russia's …, the minister of Russia     the words beside the name
Pentagon spokesman …, … of the Tromso Institute             the state of a body there
Vladimir Putin                                               a known holder of an office
its foreign minister                                         the state named last
Finance Minister Lee                                         an office of the state that the article is about
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from dipevents.lexicon import read_table, read_words
from dipevents.mentions.gazetteer import country_code, leader
from dipevents.mentions.name_index import folded
from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.titles import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.article import Article

__all__ = ["settle_countries"]

STATES = ("state", "adjective", "capital")
ABROAD = frozenset(
    {"ambassador", "envoy", "consul", "correspondent", "attaché", "representative", "commander", "emissary"}
)
"""Offices that are held away from home: the place where they sit tells no state."""


def settle_countries(registry: Registry, article: Article) -> str | None:
    """Gives the actors their states, and the state of the dateline, or None."""
    dateline = _dateline(registry, article)
    homes = _Homes(registry, dateline)
    bodies = [e for e in registry.entries if e.kind in {"organization", "group"}]
    for entry in bodies:
        _settle_doubtful(homes, entry)
        if entry.country is None and entry.known_id is None:
            entry.country = _beside_body(registry, entry)
        homes.count(entry)
    unplaced = []
    for entry in registry.entries:
        if entry.kind != "person":
            continue
        code, bound = _told(registry, homes, entry)
        known = _leader_country(registry, homes, entry) if code is None and bound != "igo" else None
        entry.country = code or known
        homes.count(entry)
        if entry.country is None and bound != "igo":
            unplaced.append((entry, bound))
    for entry in bodies:
        if entry.country is None and entry.known_id is None:
            entry.country = homes.likely(entry)
    for entry, bound in unplaced:
        entry.country = _related(registry, entry) or (_told(registry, homes, entry)[0] if bound else None)
        if entry.country is None and not (bound == "body" and _sort(entry) == "person"):
            entry.country = _by_office(homes, entry) or homes.likely(entry)
    return dateline


def _settle_doubtful(homes: _Homes, entry: Entry) -> None:
    """A name that bodies of many states bear ("People's Party", "Senate") is one of a state that the article names."""
    known = next((n.known for n in entry.names if n.known is not None), None)
    if known is not None and known.ambiguous and entry.country and entry.country not in homes.counts:
        entry.country, entry.known_id = None, None


def _is_of_a_state(entry: Entry) -> bool:
    """Whether a body is likely one of a state: a ministry, a court, a party; not a company or an institute."""
    words = set(entry.tokens)
    return bool(words & (lexicon("state_bodies") | {"party", "government", "cabinet", "house", "front", "university"}))


def _leader_country(registry: Registry, homes: _Homes, entry: Entry) -> str | None:
    """The state of a known holder of an office: by the full name, or a surname and a state that fits."""
    known = leader(entry.name, registry.year)
    if known is not None:
        return known.country
    codes = {code for code in _surnames().get(entry.tokens[-1] if entry.tokens else "", ()) if code[1] in homes.counts}
    year = registry.year
    fitting = {c for _, c, first, last in codes if year is None or first - 2 <= year <= last + 2}
    return next(iter(fitting)) if len(fitting) == 1 and len(entry.tokens) == 1 else None


@cache
def _surnames() -> dict[str, set[tuple[str, str, int, int]]]:
    found: dict[str, set[tuple[str, str, int, int]]] = {}
    for row in read_table("leaders"):
        last = folded(row["name"]).lower().split()[-1]
        term = (row["name"], row["country"], int(row["from"]), int(row["to"] or 9999))
        found.setdefault(last, set()).add(term)
    return found


def _by_office(homes: _Homes, entry: Entry) -> str | None:
    """The state of an office that only one or two have ("Secretary of State"), where the article names that state."""
    table = read_words("actors")["offices_of"]
    roles = [t.role.lower().replace(".", "") for t in entry.titles] + [n.honorific for n in entry.names if n.honorific]
    for role in dict.fromkeys(roles):
        for code, words in table.items():
            if any(f" {word} " in f" {role} " for word in words) and (code in homes.counts or entry.country == code):
                return str(code)
    return None


def _dateline(registry: Registry, article: Article) -> str | None:
    """The state of the dateline, else of a city that closes a byline ("From Ama Mensah, Tamale")."""
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


_BYLINE = re.compile(
    r"(?:[^,.\n]{3,60},\s(?P<city>[A-Z][\w ’'-]{2,25})$)|(?P<place>[A-Z][\w ’'-]{2,25})\s\([A-Z]{2,6}\)\s?[-–—]"
)


def _state_of(registry: Registry, words: str) -> str | None:
    for part in reversed(words.split(",")):
        name = part.strip()
        code = country_code(name, registry.year) or country_code(name.title(), registry.year)
        if code:
            return code
    return None


class _Homes:
    """The states of an article: which is named last before an offset, and to which an actor without one belongs.

    An office without a state ("Finance Minister Lee") is one of the state that the article is written in or about, or
    that was named just before. The weights were fitted to annotated articles; they find three such offices in four.
    """

    SHARE, FIRST, DATELINE = 2.9, 0.8, 2.1
    SAME, BEHIND, LATELY, SUBJECT, NEIGHBOUR = 2.5, 0.9, 0.5, 0.4, 0.9
    UNKNOWN: ClassVar[dict[str, float]] = {"office": 0.7, "state_body": 1.2, "person": 3.0, "body": 3.6}
    """What a state must weigh at least: offices and bodies of a state are surest to belong to one that is named."""

    def __init__(self, registry: Registry, dateline: str | None) -> None:
        self.named = [n for n in registry.names_in_order() if n.country and n.kind in STATES]
        self._starts = [n.start for n in self.named]
        self._sentences = [n.sentence.i for n in self.named]
        self.counts = Counter(n.country for n in self.named if n.country)
        self.dateline = dateline
        self._neighbours: dict[int, set[str]] = {}

    def count(self, entry: Entry) -> None:
        """Takes an actor whose state is told as a sign of what the article is about."""
        if entry.country:
            self.counts[entry.country] += 1
            for name in entry.names:
                for i in range(name.sentence.i - 1, name.sentence.i + 2):
                    self._neighbours.setdefault(i, set()).add(entry.country)

    def before(self, name: Name, reach: int = 3) -> str | None:
        """The state named last before a name, within some sentences; rather a subject."""
        i = bisect_left(self._starts, name.start) - 1
        if i < 0 or name.sentence.i - self._sentences[i] > reach:
            return None
        for other in reversed(self.named[max(i - 8, 0) : i + 1]):
            if name.sentence.i - other.sentence.i <= 1 and other.head.dep in {"nsubj", "nsubjpass"}:
                return other.country
        return self.named[i].country

    def likely(self, entry: Entry) -> str | None:
        """The state that an actor most likely belongs to, or None where none stands out."""
        name = entry.names[0]
        total = self.counts.total()
        weights: Counter[str] = Counter({code: self.SHARE * n / total for code, n in self.counts.items()})
        i = name.sentence.i
        near = self.named[bisect_left(self._sentences, i - 2) : bisect_right(self._sentences, i)]
        same = [n for n in near if n.sentence.i == i]
        gains: list[tuple[Iterable[str | None], float]] = [
            ([self.dateline], self.DATELINE),
            ([n.country for n in self.named[:1]], self.FIRST),
            ([n.country for n in same if n.start < name.start][-1:], self.SAME),
            ({n.country for n in same if n.start > name.start and _is_subject(n)}, self.BEHIND),
            ([n.country for n in near if n.sentence.i < i][-1:], self.LATELY),
            ({n.country for n in near if n.sentence.i == i - 1 and _is_subject(n)}, self.SUBJECT),
            (self._neighbours.get(i, set()), self.NEIGHBOUR),
        ]
        for codes, gain in gains:
            weights.update({code: gain for code in codes if code})
        for title in entry.titles:
            for placed in title.placing if title.noun.lower in ABROAD else ():
                weights.pop(placed.country or "", None)
        if not weights:
            return None
        best = max(weights, key=lambda c: (weights[c], c))
        return best if weights[best] > self.UNKNOWN[_sort(entry)] else None


def _is_subject(name: Name) -> bool:
    return name.head.dep in {"nsubj", "nsubjpass"}


def _sort(entry: Entry) -> str:
    if entry.kind != "person":
        return "state_body" if _is_of_a_state(entry) else "body"
    return "office" if any(t.noun.lower in lexicon("offices") for t in entry.titles) else "person"


def _told(registry: Registry, homes: _Homes, entry: Entry) -> tuple[str | None, str]:
    """The state that the words beside a person's names tell, and whether they bind it to an "igo" or another "body"."""
    for title in entry.titles:
        for name in title.belonging:
            if name.kind in STATES and name.country and not _is_topic(title, name):
                return name.country, ""
    bound = ""
    for body in _bodies_of(registry, entry):
        if body.kind == "igo":
            return None, "igo"
        if body.country:
            return body.country, ""
        bound = "body"
    for title in entry.titles:
        code = _owner(registry, homes, title, entry)
        if code is None and title.noun.lower not in ABROAD:
            code = next((n.country for n in title.placing if n.country and n.kind in {*STATES, "place"}), None)
        if code is not None:
            return code, ""
    return None, bound


def _bodies_of(registry: Registry, entry: Entry) -> Iterator[Entry]:
    """The bodies and states that a person's titles and "of" tie it to: owners of the office first."""
    owners = [n for t in entry.titles for n in t.belonging if n.kind not in STATES]
    placing = [n for t in entry.titles for n in t.placing if n.kind not in {*STATES, "place"}]
    for name in (*owners, *entry.affiliations, *placing):
        body = registry.by_name.get(name)
        if body is not None and body.kind != "person":
            yield body


def _is_topic(title: Title, name: Name) -> bool:
    """Whether a state is what an expert or envoy deals with ("a China scholar", "a Libya envoy")."""
    if title.noun.lower not in ABROAD and title.noun.lower not in lexicon("persons"):
        return False
    behind = name.sentence.words[name.last + 1] if name.last + 1 < len(name.sentence.words) else None
    if behind is not None and behind.lower in {"affairs", "studies", "policy", "politics", "history"}:
        return True
    bare = name.kind == "state" and behind is not None and behind.pos in {"NOUN", "ADJ"}
    return bare and name.first < title.noun.i and not name.text.replace(".", "").isupper()


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
