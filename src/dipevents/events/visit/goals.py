"""What the places of a draft mean: a figure of speech, the guest's own state, "the island", a host's "his resort"."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.people import known_home
from dipevents.events.visit.places import (
    country_counts,
    find_dateline,
    foreign_places,
    main_country,
    places_of,
)
from dipevents.events.visit.public import has_office
from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import country_name, country_of_name
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.place import Place
from dipevents.reading.clauses import appositions, clause, conjuncts, governor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = [
    "at_host",
    "comes_back",
    "guests_land",
    "is_figure",
    "is_of_a_state",
    "is_only_guessed_home",
    "is_own_leader",
    "is_where_told",
    "left_after_stay",
    "named_to_guest",
    "partner_of",
    "pointed",
    "without_idle_guess",
]

ABROAD = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.GO, Kind.LEAVE, Kind.NOUN, Kind.SEND, Kind.DUE})
"""Frames that lead to a place: into a state, or to its capital, mostly from abroad."""


ABOVE = 2
"""Words above a trigger among which the verb of its clause is looked for."""
AROUND = frozenset({Kind.STAY, Kind.ARRIVE, Kind.LEAVE, Kind.VISIT})
"""Frames of those who are, come or leave where the report is from."""


def at_host(mentions: Mentions, frame: Frame) -> Place | None:
    """The place that receives, as it is called: "SOFIA welcomed Kim"; None where a named person is the host."""
    for word in frame.hosts:
        place = mentions.actors.place_at(word)
        if place is not None and place.country:
            return place
        unnamed = word.lemma in visit_words("people", "bearers") and not (mentions.actors.at(word) or appositions(word))
        seat = "VAT" if word.lemma in {"pope", "pontiff"} else None
        if unnamed and (code := mentions.actors.country_of(word) or seat):  # "the PREMIER of Bulgaria welcomed Kim"
            return Place(name=country_name(code) or code, country=code)
    return None


def without_idle_guess(mentions: Mentions, frame: Frame, visitors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The visitors; those whose state is guessed from the place alone that they go to are of no known state.

    "Foreign Minister Kim was in Prague" does not tell that she is Czech where the article speaks of no Czechs else.
    """
    if not any(v.country_guessed for v in visitors):
        return tuple(visitors)
    words = (*frame.goals, *frame.origins, *frame.hosts)
    told = {mentions.actors.country_of(w) for w in words} | countries_of(places_of(mentions, words))
    return tuple(
        replace(v, country=None, country_guessed=False)
        if v.country_guessed and has_office(v) and v.country in told and not _is_spoken_of(mentions, v.country, words)
        else v
        for v in visitors
    )


def left_after_stay(frame: Frame) -> bool:
    """Whether somebody leaves where talks or a visit were: "left Prague AFTER THREE DAYS OF TALKS"."""
    stays = visit_words("nouns", "visit", "meeting") | {"stay"}
    ends = clause(frame.trigger).oblique("after", "following")
    return any(w.lemma in stays for end in ends for w in (end, *clause(end).oblique("of")))


def _is_spoken_of(mentions: Mentions, country: str | None, words: Sequence[Word]) -> bool:
    """Whether an article tells of a state beside some words, or is from there."""
    here = find_dateline(mentions, words[0] if words else None)
    if here is not None and here.country == country:
        return True
    known = (a for a in mentions.actors.actors if a.country == country and not a.country_guessed)
    return any(not any(m.start < w.end and w.start < m.end for w in words) for a in known for m in a.mentions)


def pointed(mentions: Mentions, draft: Draft) -> tuple[Place, ...]:
    """What "the island" means, read as the guest's own or as none: the place of the report, or its state."""
    own = {v.country for v in draft.visitors}
    goals = draft.frame.goals
    pointing = visit_words("places", "again") - visit_words("places", "homes")
    here = find_dateline(mentions, draft.frame.trigger)
    abroad = here is not None and here.country is not None and here.country not in own
    around = abroad and None not in own and draft.frame.kind in AROUND and not comes_back(draft.frame.trigger)
    if around:
        pointing |= {"country"}  # "OSLO – The Czech minister, who has been in the COUNTRY since Monday"
    bare = all(w.lemma in pointing and all(c.dep in {"det", "punct"} for c in w.children) for w in goals)
    called = any(w.lemma in read_words("actors")["polities"] for w in goals)
    if not goals or not bare or not (draft.places or around or called) or not countries_of(draft.places) <= own:
        return ()
    if not abroad:
        here = main_country(country_counts(mentions), own)
    return (here,) if here is not None else ()


def named_to_guest(draft: Draft) -> tuple[Place, ...]:
    """The places, but for one that is called a foreign host's and read as the guest's: "hosted Kim at HIS resort"."""
    if draft.frame.kind is not Kind.RECEIVE or foreign_places(draft.places, draft.visitors):
        return draft.places
    owned = any(c.dep == "poss" and c.pos == "PRON" for w in draft.frame.goals for c in w.children)
    own = {v.country for v in draft.visitors}
    return () if owned and any(h.country and h.country not in own for h in draft.hosts) else draft.places


def is_of_a_state(frame: Frame, named: Sequence[Place]) -> bool:
    """Whether what is done "in" a whole state may be done from afar: "raised the death toll in IRAQ"."""
    loose = frame.trigger.lower in {"in", "at"} or frame.trigger.lemma in visit_words("verbs", "hand")
    return loose and any(country_of_name(p.name) is not None for p in named)


def is_own_leader(mentions: Mentions, draft: Draft, places: Sequence[Place]) -> bool:
    """Whether "the President" of no named state moves within the state that the article is from."""
    here = find_dateline(mentions, draft.frame.trigger)
    if here is None or here.country is None or countries_of(places) != {here.country} or draft.frame.local == "here":
        return False
    if draft.frame.kind in {Kind.VISITING, Kind.RECEIVE, Kind.DUE} or len(draft.visitors) != 1:
        return False
    who = draft.visitors[0]
    return who.country is None and who.kind is ActorKind.PERSON and who.name.lower() in visit_words("people", "leaders")


def is_figure(frame: Frame, named: Sequence[Place]) -> bool:
    """Whether one moves to what is no place: "came to power", "arrived at an answer", "got what it wanted in a way"."""
    verb = frame.trigger
    if frame.kind is Kind.GO:
        return any(w.lemma in visit_words("places", "none") for w in clause(verb).oblique("to", "into", "under"))
    into = clause(verb).oblique("into") if frame.kind is Kind.ARRIVE else ()
    if not (into or verb.lemma in {"arrive", "get", "show", "turn"}) or named or not frame.goals:
        return False
    stays = (("nouns", "visit"), ("nouns", "stop"), ("support", "times"))
    nouns = (("places", "sites"), ("places", "again"), ("nouns", "occasion"), *stays)
    if all(w.lemma == "head" and w.head.lower == "at" for w in frame.goals):
        return False  # "arrived on Monday AT THE HEAD of a delegation"
    return not any(w.pos == "PROPN" or any(w.lemma in visit_words(*noun) for noun in nouns) for w in frame.goals)


def is_only_guessed_home(mentions: Mentions, draft: Draft, places: tuple[Place, ...]) -> bool:
    """Whether the places are at home only by a guess at the visitors' state, which the words do not bear out.

    A state or its capital is named to those who come from elsewhere; whoever travels within it goes to a town.
    """
    there = countries_of(places)
    homes = [known_home(v) for v in draft.visitors]
    if any(home in there for home in homes) or comes_back(draft.frame.trigger):
        return False
    if all(home is not None for home in homes):
        return True
    dateline = find_dateline(mentions, draft.frame.trigger)
    if draft.frame.kind not in ABROAD or (dateline is not None and dateline.country in there):
        return False
    return any(a.kind is ActorKind.STATE for w in draft.frame.goals for a in mentions.actors.at(w))


def comes_back(word: Word) -> bool:
    """Whether somebody goes back to where he was: returned, is back."""
    beside = (*word.children, *word.sentence.words[word.i + 1 : word.i + 2]) if word.lemma != "turn" else ()
    return word.lemma == "return" or any(c.lower == "back" for c in beside)


def partner_of(mentions: Mentions, draft: Draft) -> tuple[Place, ...]:
    """The state of the other side: "Mubarak met visiting Lavrov", "Brazil and Russia agreed during Lavrov's visit"."""
    trigger = draft.frame.trigger
    hosting = visit_words("hosting", "deciding", "expecting")
    told_of = next((w for w in (trigger, *islice(trigger.ancestors(), ABOVE)) if w.dep == "relcl"), trigger)
    awaits = told_of.head.head.head if told_of.head.dep == "pobj" else told_of.head.head
    if told_of.dep == "relcl" and awaits.lemma in visit_words("hosting", "expecting"):  # "Lima AWAITS Kim, who comes"
        above: Word | None = awaits.head if awaits.pos == "ADJ" else awaits
    elif draft.frame.kind is Kind.VISITING:
        above = governor(draft.frame.visitors[0]) if draft.frame.visitors else None
        above = trigger.head if above is trigger else above
        if above is not None and any(c.lower == "here" for c in above.children):
            return ()  # "VISITING minister Kim met President Zeman HERE": where the report is from
    elif draft.frame.kind is Kind.ARRIVE:  # "Lavrov arrived on Monday and MET Silva", "arrived for TALKS with Silva"
        acts = (w for c in trigger.children if c.dep in {"conj", "advcl", "xcomp", "prep"} for w in (c, *c.children))
        meeting = visit_words("verbs", "meet") | visit_words("nouns", "meeting")
        above = next((w for w in acts if w.lemma in meeting), None)
        bidden = trigger.dep == "xcomp" and trigger.lemma == "come" and trigger.head.lemma in hosting
        above = trigger.head if above is None and bidden else above  # "PERU ASKED him not to come"
    elif trigger.is_verb or trigger.dep == "dobj":
        asked = trigger.is_verb and trigger.head.dep == "dobj" and trigger.head.lemma in visit_words("support", "asked")
        above = trigger.head.head if asked else trigger.head  # "rejected a request by Kim TO VISIT"
        told = asked or trigger.dep in ({"ccomp", "xcomp"} if trigger.is_verb else {"dobj"})
        above = above if told and above.lemma in hosting else None
        if above is not None and above.dep == "xcomp" and above.head.lemma in hosting and not draft.frame.definite:
            above = above.head  # "PERU ASKED him to put off a visit"
    else:
        above = trigger.head.head if trigger.dep == "pobj" else None
        if above is not None and trigger.head.lower in {"for", "of"} and above.lemma not in hosting:
            above = None  # "came with Kim FOR a tour", not "Peru is PREPARING FOR a visit"
    if above is None or any(w.lemma in visit_words("support", "skipping") for w in (above, above.head)):
        return ()
    own = {v.country for v in draft.visitors}
    if above.lemma in visit_words("hosting", "expecting"):
        own = {known_home(v) for v in draft.visitors}
    found = clause(above)
    mine = any(c.lower == "their" for c in trigger.children)  # "Kim and Peru's Ruiz cancelled THEIR trips"
    sides = () if mine else (*found.subjects, *found.objects)
    states: dict[str, Place] = {}
    talks = (p for w in sides for p in clause(w).oblique("with"))  # "held TALKS with Silva"
    called = found.oblique("on") if above.lemma == "call" else ()
    for word in (*sides, *talks, *called, *found.oblique("between", "by", "to", "with"), *conjuncts(above)):
        code = mentions.actors.country_of(word)
        if code and code not in own:
            place = mentions.actors.place_at(word)
            known = place if place is not None and place.country == code else None
            states.setdefault(code, known or Place(name=country_name(code) or code, country=code))
    return tuple(states.values()) if len(states) == 1 else ()


def is_where_told(mentions: Mentions, draft: Draft) -> bool:
    """Whether somebody of a known state is on a visit HERE, in a report that does not tell where it is from."""
    frame, trigger = draft.frame, draft.frame.trigger
    attends = any(c.lemma in visit_words("support", "attending") for c in trigger.children)
    now = trigger.lower == "here" or (trigger.lemma == "be" and trigger.tag != "VBN" and not attends)
    visits = frame.kind in {Kind.VISIT, Kind.DUE} or (frame.kind is Kind.STAY and now)
    visits = visits or (frame.kind is Kind.NOUN and trigger.lemma in visit_words("nouns", "visit"))
    talks = visit_words("nouns", "meeting", "visit")
    visits = visits or (frame.kind is Kind.ARRIVE and any(w.lemma in talks for w in clause(trigger).oblique("for")))
    if frame.local != "here" or not visits or draft.places or comes_back(trigger):
        return False
    known = all(known_home(v) for v in draft.visitors)
    return known and bool(draft.visitors) and find_dateline(mentions, trigger) is None


def guests_land(draft: Draft, drafts: Sequence[Draft]) -> tuple[Place, ...]:
    """The state of the one whose visit is returned: "Kim of Peru was in Prague. The premier is to RETURN THE VISIT"."""
    own = countries_of(draft.visitors)
    paid = (o for o in reversed(drafts) if o.frame.trigger.start < draft.frame.trigger.start and o.visitors)
    told = next((o for o in paid if countries_of(o.places) & own), None)
    codes = {known_home(v) for v in told.visitors} - own if told is not None else set()
    return tuple(Place(name=country_name(code) or code, country=code) for code in codes if code)
