"""To which state an actor most likely belongs whose state nobody tells: a guess, by what stands around the name.

An office without a state ("Finance Minister Lee") is one of the state that the article is written in or about, or that
was named just before; rather of one where such names are borne; never of the one to which its holder travels.
The weights were fitted to 935 actors of annotated articles; what experts, institutes and other bodies must weigh was
set by hand, and higher, as who judges a state or sells to it from outside is not of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import country_of_capital, is_called
from dipevents.mentions.homes.counterparts import across, addressed, sole_offices, spoken, visited
from dipevents.mentions.homes.origins import origin
from dipevents.mentions.words import lexicon
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["Homes", "sort_of"]

STATES = frozenset({"state", "adjective", "capital"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STATELY = frozenset({"national", "state"})
_REMOTE = frozenset({"share", "goal", "across", "taken"})
"""The signs that do not tie an actor to a state."""
_PLEDGING = frozenset({"announce", "pledge", "promise", "say", "tell", "vow"})
_OWN = frozenset({"army", "country", "government", "nation"})
_DUTIES = frozenset({"must", "should"})
FEW = 1
"""Names of states that an article is reckoned to have besides: one that names a state once is hardly about it."""
SELDOM = 0.2
"""The share of an article's names of states below which a state that nothing ties to an actor is rather not his."""
LONG = 12
"""Sentences of a paragraph that are looked at."""
STRANGE = 0.4
"""A name that fits no state of the article better than this does not tell them apart."""


class Homes:
    """The states of an article, and to which of them an actor without one belongs."""

    WEIGHTS: ClassVar[Mapping[str, float]] = {
        "share": 3.8,
        "places": 1.1,
        "dateline": 1.5,
        "heading": 1.1,
        "same": 1.4,
        "fronted": 2.3,
        "told": 1.8,
        "subject": 0.7,
        "topic": 0.9,
        "voiced": 2.2,
        "paragraph": 0.4,
        "main": 0.5,
        "speaker": 1.0,
        "neighbour": 1.0,
        "placed": 1.2,
        "goal": -2.1,
        "across": -2.5,
        "visited": 2.5,
        "spoken": 4.0,
        "addressed": 2.5,
        "taken": -1.5,
        "fit": 4.1,
        "hint": 2.6,
        "office": 1.5,
        "lone": -1.4,
    }
    UNKNOWN: ClassVar[Mapping[str, float]] = {
        "office": 1.1,
        "person": 2.3,
        "expert": 5.8,
        "state_body": 0.3,
        "body": 2.9,
        "institute": 5.8,
    }
    """What a state must weigh at least.

    Offices and bodies of a state are surest to belong to one that is named; who judges it from outside is least sure.
    """

    def __init__(
        self, registry: Registry, sections: Mapping[int, tuple[str | None, str | None]], labels: Mapping[int, str]
    ) -> None:
        """Takes the state of dateline and heading that hold from an offset on, and those of labelled paragraphs."""
        self._labels = labels
        self._registry = registry
        self._held: dict[str, set[str]] = {}
        in_order = registry.names_in_order()
        self.named = [n for n in in_order if n.country and n.kind in STATES and not _owns_press(registry, n)]
        self._starts = [n.start for n in self.named]
        self._sentences = [n.sentence.i for n in self.named]
        placing = (n for n in in_order if n.country and n.kind == "place" and n.text not in lexicon("union_seats"))
        places = [n for n in placing if not (n.known and n.known.ambiguous)]
        self._places = Counter(n.country for n in places)
        self._placed: dict[int, list[Name]] = {}
        for place in places:
            self._placed.setdefault(place.sentence.i, []).append(place)
        self.counts = Counter(n.country for n in self.named if n.country)
        of_unions = {country_of_capital(seat) for seat in lexicon("union_seats")} - self.counts.keys()
        self._sections = sorted(sections)
        self._section = {
            at: (None if place in of_unions else place, about) for at, (place, about) in sections.items()
        }  # who speaks in Brussels is of any state
        self._neighbours: dict[int, set[str]] = {}
        self._ahead: dict[int, set[str]] = {}
        self.members: dict[Entry, list[str]] = {}

    def written_at(self, offset: int) -> tuple[str | None, int]:
        """The state of the dateline that holds at an offset, and from where on."""
        at = bisect_right(self._sections, offset) - 1
        place = self._section[self._sections[at]][0]
        while at > 0 and self._section[self._sections[at - 1]][0] == place:
            at -= 1
        return place, self._sections[at]

    def count(self, entry: Entry) -> None:
        """Takes an actor whose state is told as a sign of what the article is about."""
        if entry.country:
            self.counts[entry.country] += 1
            for office in sole_offices(entry):
                self._held.setdefault(office, set()).add(entry.country)
            # who "told CNN" need not be American
            for name in () if is_called(entry.name, "news") else entry.names:
                for i in (name.sentence.i, name.sentence.i + 1):
                    self._neighbours.setdefault(i, set()).add(entry.country)
                self._ahead.setdefault(name.sentence.i - 1, set()).add(entry.country)

    def before(self, name: Name, reach: int = 3) -> str | None:
        """The state named last before a name, within some sentences; rather a subject."""
        i = bisect_left(self._starts, name.start) - 1
        if i < 0 or name.sentence.i - self._sentences[i] > reach:
            return None
        for other in reversed(self.named[max(i - 8, 0) : i + 1]):
            if name.sentence.i - other.sentence.i <= 1 and other.head.dep in SUBJECTS:
                return other.country
        return self.named[i].country

    def likely(self, entry: Entry, without: Collection[str] = ()) -> str | None:
        """The state that an actor most likely belongs to, or None where none stands out."""
        label = self._labels.get(entry.names[0].sentence.paragraph)
        if label is not None and label not in without:
            return label  # "OSLO: …", an item of a round-up
        weights = {
            code: sum(self.WEIGHTS[sign] * value for sign, value in signs.items())
            for code, signs in self.signs(entry, without).items()
        }
        if not weights:
            return None
        best = max(weights, key=lambda c: (weights[c], c))
        return best if weights[best] > self.UNKNOWN[sort_of(entry)] else None

    def signs(self, entry: Entry, without: Collection[str] = ()) -> dict[str, dict[str, float]]:
        """For each state of the article what speaks for it, as figures from 0 to 1 (a name's fit also below 0)."""
        total, places = self.counts.total() + FEW, self._places.total()
        found: dict[str, dict[str, float]] = {code: {"share": n / total} for code, n in self.counts.items()}
        for code, n in self._places.items():
            found.setdefault(str(code), {})["places"] = n / places
        for sign, codes in self._told(entry):
            for code in codes:
                if code:
                    found.setdefault(code, {})[sign] = 1.0
        for own in found.values():
            if own.keys() <= _REMOTE and own.get("share", 0.0) < SELDOM:
                own["lone"] = 1.0
        fits = self._fits(entry)
        if any(fits.get(code, 0.0) > STRANGE for code in found):
            for code, own in found.items():
                own["fit"] = fits.get(code, 0.0) - 0.5
        abroad = [title for title in entry.titles if title.office in lexicon("abroad")]
        elsewhere = {placed.country for title in abroad for placed in (*title.placing, *title.topics)} | _without(entry)
        alone = _having(entry)
        return {
            code: own
            for code, own in found.items()
            if code not in elsewhere
            and code not in without
            and (not alone or code in alone)
            and not own.keys() >= {"across", "taken"}  # who meets a state's president is not its other one
        }

    def _told(self, entry: Entry) -> list[tuple[str, Iterable[str | None]]]:
        """The states for or against which each sign in the words around an actor's first name speaks."""
        name = entry.names[0]
        i = name.sentence.i
        near = self._near(i - 1, i)
        same = [n for n in near if n.sentence.i == i and n.start < name.start]
        front = [n for n in same if _is_fronted(n)]
        paragraph = [n for n in self._near(i - LONG, i - 1) if n.sentence.paragraph == name.sentence.paragraph]
        dateline, heading = self._section_at(name)
        speakers = {e.country for e in _speakers(self._registry, name) if e is not entry}
        before = [] if front or speakers else [n for n in near if n.sentence.i < i]  # else another state is spoken of
        subjects = {n.country for n in before if n.head.dep in SUBJECTS}
        answered = bool(subjects) and sort_of(entry) == "office"  # who answers a state's minister is of another
        ahead = set() if answered else self._ahead.get(i, set())
        placed, seen = self._placed.get(i, []), visited(self._registry, name, dateline)
        goals = {n.country for n in (*near, *placed) if n.sentence.i == i and _is_goal(n, name)}
        here = [n for n in near if n.sentence.i == i]
        others = {n.country for n in here if _is_reproached(n, name, dateline) or _is_dealt_with(n, name)}
        return [
            ("dateline", [dateline]),
            ("heading", [heading]),
            ("same", [n.country for n in same if n not in front][-1:]),
            ("fronted", [n.country for n in front[-1:]]),
            ("told", {n.country for n in here if _is_told_of(n, name)} - others),
            ("subject", subjects),
            ("topic", [n.country for n in paragraph[: 1 if before else 0] if _is_main_subject(n)]),
            ("voiced", {n.country for n in before if n in paragraph and _speaks(n)}),
            ("paragraph", {n.country for n in paragraph}),
            ("main", {n.country for n in same if _is_main_subject(n)}),
            ("speaker", speakers),
            ("neighbour", self._neighbours.get(i, set()) | ahead),
            ("placed", {n.country for n in placed if not _is_goal(n, name)}),
            ("hint", [entry.hint] if entry.hint in self.counts else []),
            ("office", _by_office(entry, self.counts)),
            ("goal", goals - seen),
            ("across", across(self._registry, name) | others),
            ("visited", seen),
            ("spoken", spoken(self._registry, name)),
            ("addressed", addressed(self._registry, name)),
            ("taken", {code for office in sole_offices(entry) for code in self._held.get(office, ())}),
        ]

    def _fits(self, entry: Entry) -> Mapping[str, float]:
        """How far each state fits a person's name, or the names of those who belong to a body."""
        if entry.kind == "person":
            return origin(entry.name)
        found: dict[str, float] = {}
        fits = [fit for name in self.members.get(entry, ()) if (fit := origin(name))]
        for fit in fits:
            for code, value in fit.items():
                found[code] = found.get(code, 0.0) + value / len(fits)
        return found

    def _near(self, first: int, last: int) -> list[Name]:
        return self.named[bisect_left(self._sentences, first) : bisect_right(self._sentences, last)]

    def _section_at(self, name: Name) -> tuple[str | None, str | None]:
        i = bisect_right(self._sections, name.sentence.start) - 1
        return self._section[self._sections[i]] if i >= 0 else (None, None)


def _owns_press(registry: Registry, name: Name) -> bool:
    """Whether a state only tells whose a news agency is: "told JAPAN's NHK"."""
    other = registry.names.get(name.head.head) if name.head.dep in {"poss", "compound", "amod"} else None
    return other is not None and other is not name and is_called(other.text, "news")


def _by_office(entry: Entry, named: Collection[str]) -> list[str]:
    """The states of an office that only one or two have ("Secretary of State"), as far as the article names them."""
    roles = [t.role.lower().replace(".", "") for t in entry.titles] + [n.honorific for n in entry.names if n.honorific]
    return [
        code
        for code, words in read_words("actors")["offices_of"].items()
        if code in named and any(f" {word} " in f" {role} " for word in words for role in roles)
    ]


def _having(entry: Entry) -> set[str]:
    """The few states that have a body of this name: no HOUSE OF LORDS but that in London; empty where many may."""
    name = entry.name.lower().removeprefix("the ") if entry.kind != "person" else ""
    return {code for code, names in read_words("actors")["bodies_of"].items() if name in names}


def _without(entry: Entry) -> set[str | None]:
    """The states that have no such office or body: no MINISTER and no MINISTRY is American, no KING is French."""
    table, of_roles = (read_words("actors")[key] for key in ("lacking", "lacking_role"))
    roles = [t.role.lower() for t in entry.titles if not t.shared]
    words = entry.tokens if entry.kind != "person" else [word for role in roles for word in role.split()]
    called = [n.honorific for n in entry.names if n.honorific] if entry.kind == "person" else []
    whole = {code for role in roles for code in of_roles.get(role, ())}
    return whole | {code for word in (*words, *called) for code in table.get(word, ())}


def _preposition(name: Name) -> Word | None:
    head = name.head
    return head.head if head.dep == "pobj" and head.head.pos == "ADP" else None


def _is_fronted(name: Name) -> bool:
    """Whether a state or capital opens its sentence as a place: "In TALLINN on Monday the foreign minister …"."""
    at = _preposition(name)
    return at is not None and at.lower in {"in", "from", "at"} and at.i <= 1 and at.head.i > name.last


def _is_main_subject(name: Name) -> bool:
    """Whether a state is the subject of its sentence: "PERU has not been appeased"."""
    return name.head.dep in SUBJECTS and name.head.head.dep == "ROOT"


def _speaks(name: Name) -> bool:
    """Whether a state says or decides something: "CHILE protested. Foreign Minister Ada Holt …" is its minister."""
    return _is_main_subject(name) and name.head.head.lemma in lexicon("human_verbs")


def _speakers(registry: Registry, name: Name) -> Iterator[Entry]:
    """Who says what a name stands in: "the FINNISH MINISTRY said that Trade Minister Ada Holt would come"."""
    for word in (name.head, *name.head.ancestors()):
        said = word.head.children if word.dep == "ccomp" else ()
        speaker = next((e for c in said if c.dep in SUBJECTS and (e := registry.entry_of(c)) is not None), None)
        if speaker is not None:
            yield speaker


def _is_told_of(name: Name, actor: Name) -> bool:
    """Whether what somebody says has a state for its subject: "CHILE will pay for Bolivian gas, the minister said".

    Behind the verb only what his own state pledges: "he said CHILE would pay", not "he warned CHILE would shoot".
    """
    verb, said = name.head.head, actor.head.head
    told = name.head.dep in SUBJECTS and actor.head.dep == "nsubj" and verb.dep == "ccomp" and verb.head is said
    if not told or name.start < actor.start:
        return told
    return said.lemma in _PLEDGING and any(c.lower in {"will", "would"} for c in verb.children if c.dep == "aux")


def _is_reproached(name: Name, actor: Name, here: str | None) -> bool:
    """Whether somebody who speaks in another state says what a state must do: "OSLO - CHILE must withdraw, he said"."""
    if here in {None, name.country} or not _is_told_of(name, actor):
        return False
    return any(c.lower in _DUTIES for c in name.head.head.children)


def _is_dealt_with(name: Name, actor: Name) -> bool:
    """Whether a state is told of as what his own one deals with: "the government will buy gas from CHILE, he said"."""
    said = actor.head.head
    content = next((c for c in said.children if c.dep == "ccomp"), None) if actor.head.dep == "nsubj" else None
    if content is None or not name.head.is_under(content):
        return False
    subject = next((c for c in content.children if c.dep in SUBJECTS), None)
    if subject is None or not (subject.lemma in _OWN or subject.lower == "we"):
        return False
    return [c.lower for c in subject.children] in ([], ["the"]) and not name.head.is_under(subject)


def _is_goal(name: Name, actor: Name) -> bool:
    """Whether somebody travels to a state or comes from it: "will visit TURKEY", "flew into LUANDA"; or to a town."""
    head = first_of(name.head)
    at = head.head if head.dep == "pobj" and head.head.pos == "ADP" else None
    verb = at.head if at is not None else head.head if head.dep == "dobj" else None
    if verb is not None and verb.lemma == "take" and any(c.dep == "dobj" and c.tag == "PRP" for c in verb.children):
        return verb.dep == "relcl" and not actor.head.is_under(verb)  # "a tour that will TAKE her to Israel"
    if verb is None or verb.lemma not in lexicon("travelling"):
        return False
    if name.kind == "place" and (at.lower == "from" if at is not None else verb.lemma == "leave"):
        return False  # who sets out from GOMA may well live there
    subject = next((c for c in verb.children if c.dep in SUBJECTS), None)
    if verb.dep == "relcl" and subject is not None and subject.lower == "who":
        subject = verb.head  # "Ada Holt, WHO LEAVES for Turkey"
    return subject is None or actor.first <= subject.i <= actor.last or actor.head.is_under(subject)


def _is_of_a_state(entry: Entry) -> bool:
    """Whether a body is likely one of a state: a ministry, a court, a party; not a company or an institute."""
    others = {"party", "government", "cabinet", "house", "front"}
    return any(word in lexicon("state_bodies") or word in others for word in entry.tokens)


def sort_of(entry: Entry) -> str:
    """The row of `Homes.UNKNOWN` that an actor falls under."""
    if entry.kind != "person":
        if not lexicon("institutes").isdisjoint(entry.tokens) and _STATELY.isdisjoint(entry.tokens):
            return "institute"
        return "state_body" if _is_of_a_state(entry) else "body"
    nouns = {t.office for t in entry.titles}
    if not nouns.isdisjoint(lexicon("offices")):
        return "office"
    watches = any(c.dep == "relcl" and c.lemma in lexicon("watching") for n in entry.names for c in n.head.children)
    return "expert" if watches or not nouns.isdisjoint(lexicon("experts")) else "person"  # "who TRACKS its army"
