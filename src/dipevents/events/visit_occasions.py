"""Where and when the occasions of an article are: summits, talks, ceremonies that others attend or come for.

The summit opens in Prague on Monday.  Kim will attend the summit.      the place and the day of the one are the other's
Kim is expected in Prague for the conference, which opens on Monday     told in the phrase itself
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.visit_frames import Kind, visit_words
from dipevents.events.visit_nouns import place_modifiers
from dipevents.events.visit_places import countries_of, places_of
from dipevents.mentions.gazetteer import find_names
from dipevents.mentions.timing import date_mentions_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dipevents.events.visit_frames import Frame
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.place import Place
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Word

__all__ = ["Occasion", "occasion_before", "occasion_in", "occasion_of", "read_occasions", "with_occasions"]

NEXT = 3
"""Sentences before one in which the occasion that it leaves out is looked for."""
WEEK = 7
SOON, EVE, STAY = 60, 2, 4
"""Days ahead of which an occasion dates who will come, and who has come; and the days that it lasts at most."""
BEHIND = 9
"""Words behind an occasion's noun in which a participle on its day is looked for."""
REACH = 12
"""Sentences between two mentions of one occasion."""
PHRASE = 40
"""Words of the phrase of an occasion in which a clause on its day is looked for."""
LOOKED = 60
"""Mentions of occasions that are compared."""
FOR = frozenset(
    {Kind.ATTEND, Kind.ABSENT, Kind.ARRIVE, Kind.DUE, Kind.GO, Kind.INVITE, Kind.VISIT, Kind.SEND, Kind.NOUN}
)
"""Frames of those who come for an occasion."""


class Occasion(NamedTuple):
    """One mention of an occasion, with what its own clause tells."""

    sentence: int
    noun: str
    places: tuple[Place, ...]
    when: EventDate | None


class _Occasions(list[Occasion]):
    """The mentions of occasions in an article that tell a place or a day, in text order."""


def read_occasions(mentions: Mentions) -> Sequence[Occasion]:
    """All mentions of occasions that tell a place or a day, in text order; worked out once for an article."""
    table = mentions.shared.get(_Occasions)
    if not isinstance(table, _Occasions):
        table = _Occasions()
        for sentence in mentions.sentences:
            for word in sentence.words_among(visit_words("nouns", "occasion")):
                told = _told(mentions, word) if _is_occasion(word) else None
                if told is not None and (told.places or told.when):
                    table.append(told)
        mentions.shared[_Occasions] = table
    return table


def occasion_in(frame: Frame) -> Word | None:
    """The noun of the occasion that a frame speaks of, or None."""
    if frame.kind not in FOR:
        return None
    verb = clause(frame.trigger)
    words = (*verb.objects, *verb.oblique("for", "to", "at", "in", "from"))
    return next((w for w in words if _is_occasion(w)), None)


def occasion_before(frame: Frame, told: Sequence[Occasion]) -> Occasion | None:
    """The occasion told last before those who "are due to attend", which leaves it out; None where none is near."""
    if frame.goals:
        return None
    sentence = frame.trigger.sentence.i
    first, last = (bisect_left(told, i, key=lambda o: o.sentence) for i in (sentence - NEXT, sentence + 1))
    return next((o for o in reversed(told[first:last]) if o.places), None)


def _sort_of(noun: str) -> str:
    """What several nouns of occasions have in common: "the discussions" may be the talks told before."""
    return next((sort for sort in ("talks", "summits") if noun in visit_words("occasions", sort)), noun)


def occasion_of(mentions: Mentions, noun: Word, told: Sequence[Occasion]) -> Occasion:
    """The occasion that a noun names, with the place and the day that the article gives for it anywhere near."""
    own = _told(mentions, noun)
    at = bisect_left(told, own.sentence, key=lambda o: o.sentence)
    there = countries_of(own.places)
    beside = (o for o in told[max(0, at - LOOKED) : at + LOOKED] if _sort_of(o.noun) == _sort_of(own.noun))
    near = [o for o in beside if abs(o.sentence - own.sentence) <= REACH or countries_of(o.places) & there]
    same = sorted(near, key=lambda o: abs(o.sentence - own.sentence))
    places = own.places or next((o.places for o in same if o.places), ())
    there = countries_of(places)
    fitting = (o for o in same if o.when and not (there and countries_of(o.places) - there))
    return own._replace(places=places, when=own.when or next((o.when for o in fitting), None))


def with_occasions(mentions: Mentions, visits: Sequence[Visit]) -> list[Visit]:
    """The visits; those without a date have that of the one occasion, just past or to come, where they lead.

    After "the talks in Oslo on Monday", a minister who "is in Norway" is dated by the talks.
    """
    if mentions.published is None or not any(map(_lacks_a_day, visits)):
        return list(visits)
    told: dict[tuple[str, bool], dict[EventDate, None]] = {}
    for occasion in read_occasions(mentions):
        if occasion.when is not None and (ahead := _is_ahead(occasion.when, mentions.published)) is not None:
            for country in countries_of(occasion.places):
                told.setdefault((country, ahead), {})[occasion.when] = None
    found = []
    for visit in visits:
        there = sorted(countries_of(visit.destinations)) if _lacks_a_day(visit) else ()
        ahead = visit.status is not VisitStatus.OCCURRED
        days = [*dict.fromkeys(day for country in there for day in told.get((country, ahead), ()))]
        if not days and not ahead:  # "have arrived for the summit", which opens tomorrow
            coming = dict.fromkeys(day for country in there for day in told.get((country, True), ()))
            days = [day for day in coming if day.earliest and (day.earliest - mentions.published).days <= EVE]
        found.append(replace(visit, when=days[0]) if len(days) == 1 else visit)
    return found


def _lacks_a_day(visit: Visit) -> bool:
    return visit.when is None and visit.status is not VisitStatus.CANCELLED and not visit.count


def _is_ahead(when: EventDate, published: date) -> bool | None:
    """Whether an occasion of some days is to come soon; False if it was in the last days, None if neither."""
    if when.earliest is None or when.latest is None or (when.days or WEEK) > STAY:
        return None
    gap = (published - when.earliest).days
    if -SOON <= gap < 0:
        return True
    return False if 0 <= gap < WEEK and when.is_day else None


def _is_occasion(word: Word) -> bool:
    return word.is_noun and word.lemma.lower() in visit_words("nouns", "occasion")


def _told(mentions: Mentions, word: Word) -> Occasion:
    found = clause(word)
    whole = word
    if word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in visit_words("support", "rounds"):
        whole = word.head.head  # "the second round of talks opens"
    verb = whole.head if whole.dep in {"nsubj", "nsubjpass"} and whole.head.is_verb else None
    verb = _lowest(verb) if verb is not None else None
    beside = clause(verb).oblique("in", "at") if verb is not None else ()
    hosting = word.head if word.dep == "dobj" and word.head.lemma in visit_words("verbs", "receive") else None
    hosts = clause(hosting).subjects if hosting is not None else ()  # "Oslo will host a summit"
    happens = visit_words("support", "taking_place")
    beneath = (up if up.lemma in happens else _lowest(up) for up in _tellings(word))
    told = [below for below in beneath if below.lemma in happens]
    places = places_of(mentions, (*found.oblique("in", "at"), *_seats(word), *beside, *hosts))
    opens = verb if verb is not None and verb.lemma in happens else hosting
    dated = [*date_mentions_of(mentions, word), *(date_mentions_of(mentions, opens) if opens is not None else ())]
    own = [m for m in dated if _is_its_own(m.start, word, opens)]
    own.extend(m for below in told for m in date_mentions_of(mentions, below))
    day = next((m.when for m in own if m.when is not None and m.timex_type == "DATE"), None)
    return Occasion(word.sentence.i, word.lemma.lower(), places, day)


def _seats(word: Word) -> tuple[Word, ...]:
    """Names before an occasion's noun that may be its place; of "the Kenyan Peace Congress" none is."""
    return tuple(w for w in place_modifiers(word) if not any(h.kind == "adjective" for h in find_names(w.text)))


def _tellings(word: Word) -> Iterator[Word]:
    """Words that tell of an occasion when it is: "the talks in Prague, which OPEN on Monday", "DUE to open".

    A participle right behind its phrase counts, whatever it hangs on: "will miss a summit STARTING on Monday".
    """
    for below in islice(word.subtree(), PHRASE):
        if below.dep in {"relcl", "acl"} or below.lower in {"due", "scheduled"}:
            yield below
    for behind in word.sentence.words[word.i + 1 : word.i + BEHIND]:
        if behind.text == ",":
            return
        if behind.tag == "VBG" and behind.dep == "advcl" and behind.lemma in {"start", "begin", "open"}:
            yield behind


def _lowest(verb: Word) -> Word:
    """The verb that tells what happens to an occasion: of "the talks are due to RESUME", the infinitive."""
    for _ in range(3):
        below = next((c for c in verb.children if c.dep in {"xcomp", "acomp"} and c.i > verb.i), None)
        if below is None or not (below.is_verb or below.pos == "ADJ"):
            break
        verb = below
    return verb


def _is_its_own(start: int, word: Word, opens: Word | None) -> bool:
    """Whether a day stands in the occasion's phrase, or beside the verb that tells that it takes place."""
    day = word.sentence.word_at(start)
    return day is not None and (opens is not None or day.is_under(word))
