"""On which day a stay ends: of leaving, of going home or on, of what is told of the stay itself.

Kim left on Friday; flew home on Friday; is due back on Friday       leaving without a goal, or for home
Kim is in Prague until Friday; was still there on Friday             the last day that is told
the visit ends on Friday, runs until Friday; Kim ended his stay on   the noun of the stay, its verb and its day
Kim was put out on Friday; will be gone on Friday; is back on Friday       states and deeds of others that tell it
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.apart import of_other_event
from dipevents.events.visit.coming import coming, last_of_name
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.missed import was_due
from dipevents.events.visit.places import places_of
from dipevents.events.visit.stays import verbs_of
from dipevents.mentions.timing import date_mentions_of, is_ahead
from dipevents.models.actor import countries_of
from dipevents.models.event_date import EventDate
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Word

__all__ = ["ending_of", "flies_out", "goes_on", "is_home", "is_put_out", "sees_off", "takes_home", "up_to_end"]

WAYS = frozenset({"prt", "advmod", "prep", "acomp"})
"""Relations of "out", "home" and "back" beside their verb."""
WEEK = 7
"""Days back to the last day of a name."""


def ending_of(mentions: Mentions, frame: Frame, visitors: Sequence[Actor]) -> EventDate | None:
    """The day on which a stay ends: of leaving without a goal or for home, of going back, and behind "until".

    Args:
        mentions: The article.
        frame: The frame.
        visitors: Those who move.
    """
    trigger = frame.trigger
    if frame.kind in {Kind.NOUN, Kind.STOP}:
        return _of_stay(mentions, trigger)
    found = [m for m in date_mentions_of(mentions, trigger) if m.when is not None]
    for mention in found:
        when = mention.when
        if when is not None and when.earliest is None and when.latest is not None and (when.end or when).is_day:
            return _not_later(mentions, trigger, EventDate.on(when.latest)).quoting(*when.evidence)
    if frame.kind is Kind.STAY and any(c.lower == "still" for c in trigger.children):
        return next((m.when for m in found if m.when is not None and m.when.is_day), None)
    home = countries_of(places_of(mentions, frame.origins, sites=False))
    away = bool(home) and home <= countries_of(visitors)  # "LEFT LIMA on Monday", of who is at home there
    leaves = (frame.kind is Kind.LEAVE or flies_out(frame)) and not frame.goals and not frame.bound and not away
    days = [m for m in found if m.when is not None and m.when.is_day and not of_other_event(m, trigger, frame)]
    if not days or not (leaves or _is_way_back(frame) or _is_homeward(mentions, frame, visitors)):
        return None
    if read_status(trigger).phase is not Phase.PLANNED:
        return days[0].when
    return _just_missed(mentions, trigger, days[0]) or coming(mentions, days[0])


def is_put_out(verb: Word) -> bool:
    """Whether a verb tells that somebody is gone, or is made to go: "was PUT out on Friday", "will be GONE"."""
    helpers = {c.lemma for c in verb.children if c.dep in {"aux", "auxpass"}}
    if verb.tag != "VBN" or "be" not in helpers:
        return False
    told = {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in WAYS)}
    return bool(told & visit_words("verbs", "oust")) or (verb.lemma == "go" and "have" not in helpers)


def sees_off(verb: Word) -> bool:
    """Whether a host tells the end of a stay: "SAW her OFF on Friday"."""
    return verb.lemma == "see" and any(c.lower == "off" and c.dep in WAYS for c in verb.children)


def flies_out(frame: Frame) -> bool:
    """Whether somebody goes by air from where he is: "FLIES OUT this evening"; nobody "out to Lima"."""
    out = any(c.lower == "out" and c.dep in WAYS and not any(c.children) for c in frame.trigger.children)
    return frame.kind is Kind.ARRIVE and out and not (frame.goals or frame.local)


def goes_on(verb: Word) -> bool:
    """Whether a journey goes on from where one is: "flies ON to Riga on Friday", not "flies on Friday".

    So does that of who leaves where he is just told to come: "LANDED in Oslo on Monday and LEAVES for Riga on Friday".
    """
    before = [verb.head] if verb.dep == "conj" else [c for w in clause(verb).subjects for c in w.children]
    comes = any(w.dep != "acl" and w.lemma in visit_words("verbs", "arrive") for w in before)
    if comes and verb.lemma in visit_words("verbs", "leave"):
        return True
    ways = (c for c in verb.children if c.lower == "on" and c.i > verb.i)
    return any(c.dep in {"prt", "advmod"} or any(k.lower in {"to", "for"} for k in c.children) for c in ways)


def is_home(verb: Word) -> bool:
    """Whether a verb tells that somebody is at home again: "will BE back in Lima on Friday", "RETURNS on Friday"."""
    if verb.lemma == "return":
        return not any(c.dep in {"dobj", "prep", "advmod"} and c.lower != "on" for c in verb.children)
    return verb.lemma == "be" and any(c.lower in {"back", "home"} and c.dep in WAYS for c in verb.children)


def takes_home(verb: Word) -> bool:
    """Whether somebody is taken home: "the jet will BRING him HOME on Friday"."""
    carries = verb.lemma in {"bring", "carry", "fly", "take"} and any(c.dep == "dobj" for c in verb.children)
    return carries and any(c.lower in {"back", "home"} and c.dep in WAYS for c in verb.children)


def _just_missed(mentions: Mentions, verb: Word, day: DateMention) -> EventDate | None:
    """The day before the report, of "arrived on Monday and WAS TO LEAVE on Thursday" on a Friday."""
    last = last_of_name(mentions, coming(mentions, day)) if was_due(verb) is not None else None
    if last is None or last.latest is None or mentions.published is None:
        return None
    return last if mentions.published - last.latest == timedelta(1) else None


def _is_homeward(mentions: Mentions, frame: Frame, visitors: Iterable[Actor]) -> bool:
    """Whether a frame leads home, or all its goals are in states of those who move."""
    if frame.local == "home":
        return True
    goals = countries_of(places_of(mentions, frame.goals, sites=False))
    return bool(goals) and goals <= countries_of(visitors)


def _not_later(mentions: Mentions, verb: Word, day: EventDate) -> EventDate:
    """The day of "was there until Sunday", which is past."""
    if verb.tag != "VBD" or read_status(verb).phase is not Phase.HAPPENED or not is_ahead(mentions, day):
        return day
    earlier = day.shifted(-WEEK)
    past = mentions.published is not None and earlier.ended_before(EventDate.on(mentions.published))
    return earlier if past else day


def _is_way_back(frame: Frame) -> bool:
    """He will return on Friday, is due back on Friday, came back from Oslo on Friday."""
    if any(w.lemma not in visit_words("places", "homes") for w in frame.goals):
        return False
    trigger = frame.trigger
    back = any(c.lower == "back" for c in (*trigger.children, *trigger.head.children))
    if frame.origins:
        return frame.kind is Kind.GO and (trigger.lemma == "return" or back)
    if frame.local in {"here", "there"}:
        return False
    return trigger.lemma == "return" or (back and frame.kind in {Kind.GO, Kind.DUE})


# --- the stay itself


def _of_stay(mentions: Mentions, noun: Word) -> EventDate | None:
    """The last day that is told of the noun of a stay: "the visit ENDS on Friday", "his stay RUNS TO Friday"."""
    lasts = visit_words("support", "lasting")
    for verb, acts in verbs_of(noun):
        ends = _ends(verb)
        if read_status(verb).phase is Phase.DENIED or not (ends or (acts and verb.lemma in lasts)):
            continue
        ahead = verb.tag in {"VBZ", "VBP", "VB"} or read_status(verb).phase is Phase.PLANNED
        for mention in date_mentions_of(mentions, verb):
            when = mention.when
            if when is None or when.latest is None or not (when.is_day or when.earliest is None):
                continue
            if ends or when.earliest is None:
                told = coming(mentions, mention) if ahead and when.is_day else EventDate.on(when.latest)
                return told.quoting(*when.evidence) if told is not None else None
    return None


def _ends(verb: Word) -> bool:
    """Whether a verb ends a stay: "ENDED his visit", "CUT SHORT his visit"."""
    told = {f"{verb.lemma} {c.lower}" for c in verb.children} | {verb.lemma}
    return bool(told & visit_words("support", "ends", "curtailing"))


def _begun(mentions: Mentions, noun: Word) -> EventDate | None:
    """The first day that is told of the noun of a stay: "cut short his visit, which BEGAN ON MONDAY"."""
    verbs = (verb for verb, acts in verbs_of(noun) if acts and verb.lemma in visit_words("support", "begins"))
    days = (m.when for verb in verbs for m in date_mentions_of(mentions, verb))
    return next((day for day in days if day is not None and day.is_day), None)


def up_to_end(mentions: Mentions, visits: Iterable[Visit], drafts: Iterable[Draft]) -> list[Visit]:
    """The visits; those of which the last day is told beside the first with all days: "cut short his visit BEGUN ON".

    Args:
        mentions: The article.
        visits: Its visits, with their dates.
        drafts: The accounts that visits were made of.
    """
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.when is not None:
            told.setdefault(mentions.sentence_evidence(draft.frame.trigger.sentence).start, []).append(draft)
    return [_up_to_end(mentions, v, [d for e in v.evidence for d in told.get(e.start, ())]) for v in visits]


def _up_to_end(mentions: Mentions, visit: Visit, told: Iterable[Draft]) -> Visit:
    """A visit with the days from its first to its last one, where the dated accounts in its sentences tell both."""
    when = visit.when
    if when is None or not when.is_day or visit.status is VisitStatus.CANCELLED:
        return visit
    own = [d for d in told if same_party(d.visitors, visit.visitors)]
    first = next((day for d in own if (day := _begun(mentions, d.frame.trigger)) and day.ended_before(when)), None)
    lasts = (ending_of(mentions, d.frame, d.visitors) for d in own) if first is not None else ()
    if first is None or not any(last is not None and last.latest == when.latest for last in lasts):
        return visit
    return replace(visit, when=EventDate.spanning(first, when).quoting(*when.evidence))
