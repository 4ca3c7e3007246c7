"""Where and when the occasions of an article are: summits, talks, ceremonies that others take part in or come for.

The summit opens in Prague on Monday.  Kim will attend the summit.      the place and the day of the one are the other's
Ministers gather in Prague on Monday.  Kim addressed the meeting.       a verb tells of an occasion, too
Kim will attend Monday's meeting.      the talks in Prague              one that another noun may name, and no other day
Kim is due to attend.                                                   the one told last
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.apart import of_other_event
from dipevents.events.visit.coming import as_missed
from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words
from dipevents.events.visit.merge import is_vague
from dipevents.events.visit.nouns import place_modifiers
from dipevents.events.visit.occasion_days import (
    aimed_at,
    days_of_occasion,
    invited_for,
    is_its_own,
    names_occasion,
    tellings,
)
from dipevents.events.visit.places import building, find_dateline, places_of, state_of_rite
from dipevents.events.visit.stays import lowest
from dipevents.mentions.gazetteer import find_names
from dipevents.mentions.timing import date_mentions_of
from dipevents.models.actor import countries_of
from dipevents.models.event_date import EventDate
from dipevents.models.place import Place
from dipevents.reading.clauses import auxiliaries, clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["Occasion", "occasion_for", "placed_occasions"]

NEXT = 3
"""Sentences before one in which the occasion that it leaves out is looked for."""
SOON, EVE = 60, 2
"""Days behind which an occasion is none that a report tells of; and from which it is still to come or over."""
REACH, LEAD = 12, 3
"""Sentences between two mentions of one occasion; up to which one may come before its name: "FOR THE TALKS"."""
PRONOUNS = frozenset({"it", "they"})
"""What means the occasion of the sentence before."""
LOOKED = 60
"""Mentions of occasions that are compared."""


class Tense(Enum):
    """When one is told to take part: before now, still to come, or either."""

    PAST = "past"
    AHEAD = "ahead"
    OPEN = "open"


class Occasion(NamedTuple):
    """One mention of an occasion, with what its own clause tells.

    Attributes:
        sentence: Position of its sentence.
        noun: Its noun, or "meeting" where a verb tells of it.
        names: The names before its noun ("the NATO summit").
        places: Where it is.
        when: When it is.
        definite: Whether it is one that the reader knows: "THE ceremony", "IT will be held".
    """

    sentence: int
    noun: str
    names: frozenset[str]
    places: tuple[Place, ...]
    when: EventDate | None
    definite: bool = False


@dataclass
class _Occasions:
    """The mentions of occasions in an article that tell a place or a day, in text order."""

    told: list[Occasion]


def read_occasions(mentions: Mentions) -> Sequence[Occasion]:
    """All mentions of occasions that tell a place or a day, in text order; worked out once for an article."""
    table = mentions.shared.get(_Occasions)
    if not isinstance(table, _Occasions):
        table = _Occasions([])
        words = visit_words("nouns", "occasion") | visit_words("occasions", "holding", "rites")
        for sentence in mentions.sentences:
            last = table.told[-1] if table.told else None
            for word in sentence.words_among(words):
                told = _told(mentions, word) if names_occasion(word) else _held(mentions, _verb_of(word))
                if told is not None and (told.places or told.when):
                    table.told.append(told)
            if last is not None and last.when is None and sentence.i - last.sentence == 1:
                table.told.extend(_told_again(mentions, it, last) for it in sentence.words_among(PRONOUNS))
        mentions.shared[_Occasions] = table
    return table.told


def occasion_for(mentions: Mentions, frame: Frame, *, ahead: bool) -> Occasion | None:
    """The occasion that a frame speaks of or leaves out, with the place and the day that the article gives for it.

    Args:
        mentions: The article.
        frame: The frame.
        ahead: Whether the visit is to come, so that an occasion that is over is not meant.
    """
    tense = Tense.AHEAD if ahead else _tense_of(frame.trigger)
    if frame.occasion is not None:
        return _same(mentions, frame.occasion, tense)
    if not frame.untold or frame.goals:
        return None
    told, sentence = read_occasions(mentions), frame.trigger.sentence.i
    first, last = (bisect_left(told, i, key=lambda o: o.sentence) for i in (sentence - NEXT, sentence + 1))
    fitting = (o for o in reversed(told[first:last]) if o.places and not _is_of_other_time(mentions, o, tense))
    return next(fitting, None)


def _same(mentions: Mentions, noun: Word, tense: Tense) -> Occasion:
    """The occasion of a noun, with what other mentions of the same one tell of it."""
    own = _told(mentions, noun)
    vague = own.when is not None and is_vague(own.when)
    if (own.places and own.when and not vague) or not (own.places or _points_back(noun)):
        return own
    told = read_occasions(mentions)
    at = bisect_left(told, own.sentence, key=lambda o: o.sentence)
    beside = (o for o in told[max(0, at - LOOKED) : at + LOOKED] if _may_be_one(o, own))
    # "will meet him on Friday. … was attending A MEETING of ministers in Oslo": not the one told before
    new = noun.lemma == "meeting" and any(c.lower in {"a", "an", "another"} for c in noun.children)
    beside = (o for o in beside if not new or o.sentence >= own.sentence or mentions.sentences[o.sentence].heading)
    fitting = [o for o in beside if not _is_of_other_time(mentions, o, tense)]
    same = sorted(fitting, key=lambda o: abs(o.sentence - own.sentence))
    holder = own if own.places else next((o for o in same if countries_of(o.places)), own)
    places, there = holder.places, countries_of(holder.places)
    alike = (o for o in same if o.when and (not there or any(_is_alike(o, one, there) for one in (own, holder))))
    dated = (o.when for o in alike)
    if vague:  # "NEXT WEEK'S summit. … It opens on Friday"
        dated = (when for when in dated if when is not None and not is_vague(when))
    return own._replace(places=places, when=next(dated, own.when) if vague else own.when or next(dated, None))


def _is_alike(other: Occasion, own: Occasion, there: frozenset[str]) -> bool:
    """Whether the day of another mention is that of an occasion in a place: it is there, too, or is called the same."""
    where = countries_of(other.places)
    just_told = other.noun == "rite" and abs(own.sentence - other.sentence) < NEXT
    # "will attend the inauguration. THE CEREMONY is on Friday"
    just_told = just_told or (0 < other.sentence - own.sentence < NEXT and not other.names and other.definite)
    return bool(where & there) if where else just_told or other.noun == own.noun or bool(other.names & own.names)


def _may_be_one(one: Occasion, other: Occasion) -> bool:
    """Whether two mentions can be of one occasion: nouns that fit, no other name, no other day, no other place."""
    sorts = (visit_words("occasions", sort) for sort in ("talks", "summits", "ceremonies", "games"))
    told_later = one.sentence > other.sentence > LEAD  # and under another name
    if one.noun != other.noun and (told_later or not any({one.noun, other.noun} <= sort for sort in sorts)):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    if one.when and other.when and not one.when.may_overlap(other.when):
        return False
    near = abs(one.sentence - other.sentence) <= REACH or bool(one.names & other.names)
    return near or bool(countries_of(one.places) & countries_of(other.places))


def _is_of_other_time(mentions: Mentions, told: Occasion, tense: Tense) -> bool:
    """Whether an occasion is over that somebody will come to, or far off for one who has come."""
    if told.when is None or mentions.published is None or told.when.earliest is None or told.when.latest is None:
        return False
    if tense is Tense.AHEAD:
        return (mentions.published - told.when.latest).days > EVE  # talks that began yesterday go on
    if (mentions.published - told.when.latest).days > SOON:
        return True
    return tense is Tense.PAST and (told.when.earliest - mentions.published).days > EVE


def _tense_of(trigger: Word) -> Tense:
    """Whether a clause tells of the past; what "is attended" or "is sending" may be to come."""
    verbs = (w for w in (trigger, *trigger.ancestors()) if w.is_verb)
    verb = next((v for v in verbs if v.tag != "VBG" or auxiliaries(v)), None)
    if verb is None:
        return Tense.OPEN
    past = verb.tag == "VBD" or any(w.tag == "VBD" or w.lower in {"has", "have"} for w in auxiliaries(verb))
    return Tense.PAST if past else Tense.OPEN


def _points_back(noun: Word) -> bool:
    """Whether a noun may name an occasion told elsewhere: the summit, Monday's summit, talks; not "another summit"."""
    marks = {c.lower for c in noun.children if c.dep in {"det", "amod", "predet"}}
    if marks & visit_words("occasions", "other"):
        return False
    if noun.lemma.lower() in visit_words("occasions", "bodies"):
        return False
    if noun.pos == "PROPN":
        return True
    taking = noun.head.head if noun.dep == "pobj" and noun.head.lower == "in" else noun.head
    if noun.tag == "NNS" and taking.lemma in visit_words("support", "attending") | visit_words("verbs", "absent"):
        return True  # "will take part in talks"
    times = visit_words("support", "times")
    timed = any(c.dep == "poss" and c.lemma.lower() in times for c in noun.children)  # "Monday's summit"
    return timed or bool(marks & {"the", "this", "that"})


def _told(mentions: Mentions, word: Word) -> Occasion:
    """What the phrase and the clause of an occasion's noun tell of it."""
    found = clause(word)
    whole = word
    if word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in visit_words("support", "rounds"):
        whole = word.head.head  # "the second round of talks opens"
    verb = whole.head if whole.dep in {"nsubj", "nsubjpass"} and whole.head.is_verb else None
    verb = lowest(verb) if verb is not None else None
    beside = clause(verb).oblique("in", "at") if verb is not None else ()
    receives = visit_words("verbs", "receive")
    happens = visit_words("support", "taking_place", "ends") | receives
    acts = happens | visit_words("support", "attending") | visit_words("occasions", "acts")
    acts |= visit_words("verbs", "absent")
    hosting = whole.head if whole.dep == "dobj" and whole.head.lemma in acts else None
    beneath = (up if up.lemma in happens else lowest(up) for up in tellings(word))
    told = [below for below in beneath if below.lemma in happens]
    hostings = (*([hosting] if hosting is not None else []), *told, *map(lowest, told))
    hosts = tuple(p for v in hostings for p in clause(v).oblique("in", "at"))
    hosts = (*hosts, *(w for v in hostings if v.lemma in receives for w in clause(v).subjects if w is not word))
    margin = word.head.head if word.dep == "pobj" and word.head.lower == "of" else word
    margins = clause(margin).oblique("in") if margin.lemma in visit_words("places", "margins") else ()
    own_words = (*found.oblique("in", "at"), *_within(word), *beside, *margins)
    elsewhere = (hosts, _gone_to(word))
    places = places_of(mentions, own_words) or _seats_of(mentions, word)
    places = places or next((p for words in elsewhere if (p := places_of(mentions, words, sites=False))), ())
    leads = verb is not None and verb.lemma in happens
    places = places or _here(mentions, word, verb or hosting, leads=leads) or state_of_rite(mentions, word)
    opens = verb if verb is not None and verb.lemma in happens else hosting
    if opens is not None and opens.lemma not in happens | {"chair"} and read_status(opens).phase is Phase.PLANNED:
        opens = None  # "will address a forum on Friday"
    dated = [*date_mentions_of(mentions, word), *(date_mentions_of(mentions, opens) if opens is not None else ())]
    frame = Frame(word, Kind.NOUN)
    own = [m for m in dated if is_its_own(m.start, word, opens)]
    own = [m for m in own if _names(mentions, m, word) or not of_other_event(m, word, frame)]
    own.extend(m for below in told for m in date_mentions_of(mentions, below))
    gathers = word.head.head if word.dep == "pobj" and word.head.lower == "for" else None
    if gathers is not None and gathers.lemma in visit_words("occasions", "holding"):
        own.extend(date_mentions_of(mentions, gathers))  # "leaders GATHERED ON MONDAY for a two-day summit"
    own = as_missed(mentions, word, own) or invited_for(mentions, word)
    days = [m for m in dated if m.start < word.start]  # "the OCT. 28-29 talks"
    called = (w for w in place_modifiers(word) if not any(m.start <= w.start < m.end for m in days))
    names = frozenset(w.lower for w in called) - visit_words("support", "times")
    own = aimed_at(mentions, hosting, own)
    opened = any(date_mentions_of(mentions, below) for below in told if below.lemma in visit_words("support", "begins"))
    day = days_of_occasion(mentions, whole, own, verb or hosting or next(iter(told), None), opened=opened)
    definite = any(c.lower in {"the", "this"} for c in word.children)
    return Occasion(word.sentence.i, word.lemma.lower(), names, places, day, definite)


def _names(mentions: Mentions, mention: DateMention, noun: Word) -> bool:
    """Whether a date stands before a noun and what it is called: "the MAY 21 independence celebrations"."""
    the = next((c for c in noun.children if c.dep == "det" and c.end <= mention.start), None)
    return the is not None and not mentions.article.text[the.end : mention.start].strip() and mention.end < noun.start


def _told_again(mentions: Mentions, pronoun: Word, before: Occasion) -> Occasion:
    """The occasion of the sentence before, with the day that a pronoun's clause gives: "IT will be HELD on Friday"."""
    verb = lowest(pronoun.head)
    happens = pronoun.dep in {"nsubj", "nsubjpass"} and verb.lemma in visit_words("support", "taking_place") - {"be"}
    dated = date_mentions_of(mentions, verb) if happens else []
    day = days_of_occasion(mentions, verb, dated, verb) if dated else None
    return before._replace(sentence=pronoun.sentence.i, when=day, definite=True)


def placed_occasions(mentions: Mentions) -> Iterator[tuple[Occasion, tuple[Place, ...]]]:
    """The occasions that have a day, each with its place, or with the one that all others of its name are in.

    "A summit opens on Friday … the Oslo summit": Oslo; not where there is a summit in Lima, too.
    """
    told = read_occasions(mentions)
    for occasion in told:
        if occasion.when is None or occasion.noun == "rite":
            continue
        if occasion.places:
            yield occasion, occasion.places
            continue
        others = [o for o in told if o.noun == occasion.noun and countries_of(o.places)]
        if len({countries_of(o.places) for o in others}) == 1 and all(_may_be_one(o, occasion) for o in others):
            yield occasion, others[0].places


def _verb_of(word: Word) -> Word:
    """The verb that "together" belongs to: "were BROUGHT together in Prague"."""
    return word.head if word.lower == "together" else word


def _held(mentions: Mentions, verb: Word) -> Occasion | None:
    """The occasion that a verb tells of: ministers GATHER in Prague on Monday, a president IS SWORN IN there."""
    together, found = any(c.lower == "together" for c in verb.children), clause(verb)
    near = found.oblique("in", "at", "near", "outside", *(("on",) if verb.lemma == "converge" else ()))
    sides = (*found.subjects, *found.objects)
    rite = verb.is_verb and verb.lemma in visit_words("occasions", "rites")
    if rite:
        things = (*found.objects, *(c for c in verb.children if verb.lemma == "swear"))  # IN
        named = any(w.pos == "PROPN" for w in found.objects) and verb.lemma not in visit_words("occasions", "nameless")
        if not named and not any(w.lemma in visit_words("occasions", "rite_things") for w in things):
            return None
        near = (*near, *(p for w in (*things, *found.oblique("with", "of")) for p in clause(w).oblique("in")))
    elif not (verb.is_verb or together) or (len(sides) < 2 and all(w.tag not in {"NNS", "NNPS"} for w in sides)):
        return None
    places = places_of(mentions, near, sites=False) or _here(mentions, verb, None, leads=not (rite or near))
    day = days_of_occasion(mentions, verb, date_mentions_of(mentions, verb), verb)
    return Occasion(verb.sentence.i, "rite" if rite else "meeting", frozenset(), places, day)


def _within(word: Word) -> tuple[Word, ...]:
    """The place that the parser hangs on what an occasion is about or of: "a conference on Peru IN PRAGUE"."""
    inner = (p for c in word.children if c.dep == "prep" and c.lower not in {"in", "at"} for p in c.children)
    borne = (
        p for p in inner if p.pos == "PROPN" or p.head.lower == "of" or p.lemma in visit_words("people", "bearers")
    )
    regions = visit_words("places", "regions")  # "a meeting of the Club for Trade in ASIA"
    within = (w for p in borne for w in clause(p).oblique("in", "at") if w.pos == "PROPN")
    return tuple(w for w in within if w.lower not in regions)


def _here(mentions: Mentions, word: Word, verb: Word | None, *, leads: bool = False) -> tuple[Place, ...]:
    """The dateline, where "here" tells that an occasion is there, or the report begins with it: "a summit ended"."""
    leads = leads and word.sentence.body > word.sentence.start
    here = local_of(word) == "here" or (verb is not None and local_of(verb) == "here")
    place = find_dateline(mentions, word) if here or leads else None
    return (place,) if place is not None else ()


def _seats_of(mentions: Mentions, word: Word) -> tuple[Place, ...]:
    """Names before an occasion's noun that are its place, or before that of the whole: "the opening of the Oslo fair".

    Of "the Kenyan Peace Congress" none is, nor a state of "the US Congress" or "the Libya talks".
    """
    hall = building(mentions, word) if not clause(word).oblique("of") else None  # not "the assembly OF the bank"
    if hall is not None:
        return (hall,)  # "the UN General ASSEMBLY"
    about = visit_words("occasions", "bodies", "talks")
    states = {"adjective", *(["country"] if word.lemma.lower() in about else ())}
    wholes = (w for w in clause(word).oblique("of") if names_occasion(w))
    seats = (w for noun in (word, *wholes) for w in (*place_modifiers(noun), *noun.children) if w.text[:1].isupper())
    kinds = ((w, {hit.kind for hit in find_names(w.text)}) for w in seats)
    named = places_of(mentions, (w for w, kind in kinds if not states & kind and (kind or w.pos == "PROPN")))
    return tuple(p for p in named if p.country)


def _gone_to(word: Word) -> tuple[Word, ...]:
    """Where those go or are who come for it: "travelled TO PRAGUE for the summit", "Kim in Prague for the talks"."""
    if word.dep == "dobj" and word.head.tag == "VB" and word.head.lemma in visit_words("support", "attending"):
        comes = (up for up in islice(word.head.ancestors(), 3) if up.lemma in visit_words("verbs", "arrive", "go"))
        return next((clause(up).oblique("to", "in") for up in comes), ())  # "arrived IN PRAGUE to attend it"
    if word.dep != "pobj" or word.head.lower not in {"for", "at"}:
        return ()
    above = word.head.head
    if above.is_verb:
        moves = visit_words("verbs", "arrive", "go", "invite", "send") | visit_words("occasions", "holding") | {"be"}
        return clause(above).oblique("to", "in", "near", "on") if above.lemma in moves else ()
    return tuple(w for w in (above, *clause(above).oblique("in")) if w.pos == "PROPN")
