"""The days of a stay that an article tells one by one: arriving, leaving, and what the guest does in between.

He arrived on Monday. … He was due to leave on Thursday.           Monday to Thursday
He has just made a four-day visit. … He met the king on Sunday.    four days, of which Sunday is the last
He arrived on Monday. … On Tuesday he met the king.                Monday: the stated day of arrival is firmer

What a guest does elsewhere, or at another time, dates nothing here.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.merge import union
from dipevents.events.status import Phase, read_status
from dipevents.events.visit_coming import is_ahead, week_later
from dipevents.events.visit_endings import ending_of, leads_on, left_by, since_of
from dipevents.events.visit_frames import Frame, Kind
from dipevents.events.visit_merge import is_week, same_party
from dipevents.events.visit_occasions import occasion_for
from dipevents.events.visit_people import identify
from dipevents.events.visit_places import countries_of, find_dateline, places_of
from dipevents.events.visit_stays import stay_of
from dipevents.events.visit_time import both_days_of, day_of
from dipevents.events.visit_triggers import opening_words, read_frame, travellers
from dipevents.lexicon import read_words
from dipevents.models.actor import ActorKind
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dipevents.events.visit_drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.place import Place
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["with_days"]

LEAVING = frozenset({Kind.LEAVE, Kind.GO, Kind.ARRIVE, Kind.STAY, Kind.DUE, Kind.STOP, Kind.NOUN})
"""Frames that may tell the end of a stay."""
COMING = frozenset({Kind.ARRIVE, Kind.GO, Kind.LEAVE, Kind.SEND, Kind.DUE})
"""Frames that tell its first day."""
MEETINGS = frozenset({Kind.MEET, Kind.MEETING, Kind.RECEIVE, Kind.ATTEND})
"""Frames of what a guest is in a place for: without any word of place they are where the visit is."""
UNTOLD = frozenset({Kind.ABSENT, Kind.REFUSED, Kind.INVITE, Kind.NOUN})
"""Frames whose day is none of a stay, or that the account of the visit has read."""
NEAR = 2500
"""Characters between the account of a visit and that of one of its days."""
BREATH = 700
"""The same where the words name no place."""
UP = 3
"""Verbs above the word for a meeting whose subjects may be a side of it."""
LOOKED = 100
"""How many days are looked at for one visit."""
BESIDE = 50
"""Visits around one that a day may belong to instead."""
STAY = 21
"""Days from arrival to leaving."""
WEEK = 7
"""Days of what is told day by day."""


class Sign(IntEnum):
    """What a day is of a stay; of what is only said on it, the place is told elsewhere, if at all.

    A day of going back home, or on to the next place, ends a stay whose first day is told, and dates none alone.
    """

    WITHIN = 0
    FIRST = 1
    LAST = 2
    SAID = 3
    BACK = 4
    ONWARD = 5


ENDS = frozenset({Sign.LAST, Sign.BACK, Sign.ONWARD})
"""What ends a stay."""


class Day(NamedTuple):
    """One day on which somebody is told to come, to go, or to do something.

    Attributes:
        at: Where its sentence starts.
        who: All who take part.
        when: The day, with its words.
        sign: What it is of a stay.
        there: The states that its words of place name, and those of the others that take part.
        placed: Whether its words name a place at all, or must do so to count.
        ahead: Whether it is told as a plan.
        vague: Whether who takes part is only a pronoun that no name was found for.
    """

    at: int
    who: tuple[Actor, ...]
    when: EventDate
    sign: Sign
    there: frozenset[str]
    placed: bool
    ahead: bool
    vague: bool = False

    @property
    def on(self) -> date:
        """The day itself; only days are kept."""
        return self.when.earliest or date.max


def with_days(mentions: Mentions, visits: Sequence[Visit], drafts: Sequence[Draft]) -> list[Visit]:
    """The visits, dated by their days, by the length of the stay, and by both."""
    if not visits:
        return []
    owners = {d.frame.trigger.start: d.visitors for d in drafts}
    days = [day for sentence in mentions.sentences for day in _days_in(mentions, sentence, owners)]
    lengths: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.days and draft.days > 1:
            lengths.setdefault(draft.frame.trigger.sentence.start, []).append(draft)
    spoken = {d.frame.trigger.sentence.start for d in drafts if d.frame.kind is Kind.SPEAK}
    found = []
    for at, visit in enumerate(visits):
        own = _days_of(visit, visits[max(0, at - BESIDE) : at + BESIDE], days)
        if any(d.sign is not Sign.SAID for d in own) or not any(e.start in spoken for e in visit.evidence):
            own = [d for d in own if d.sign is not Sign.SAID]
        found.append(_dated(mentions, visit, own, _length_of(visit, lengths)))
    return found


# --- reading


def _days_in(mentions: Mentions, sentence: Sentence, owners: Mapping[int, tuple[Actor, ...]]) -> list[Day]:
    dates = [m.when for m in mentions.dates_in(sentence.body, sentence.end) if m.when is not None]
    if not any(when.is_day or when.earliest is None or when.latest is None for when in dates):
        return []
    found: list[Day] = []
    opening = opening_words()
    for word in sentence.words:
        opens = word.lemma in opening or word.lower in opening
        frame = read_frame(word) if opens else None
        told = _of_frame(mentions, frame, owners) if frame is not None else []
        if not told and word.is_verb and word.dep not in {"aux", "auxpass"}:
            told = _of_verb(mentions, word)
        found.extend(told)
    return found


def _of_frame(mentions: Mentions, frame: Frame, owners: Mapping[int, tuple[Actor, ...]]) -> list[Day]:
    trigger = frame.trigger
    visitors = tuple(a for w in travellers(frame.visitors) for a in identify(mentions, w))
    visitors = visitors or owners.get(trigger.start, ()) or (identify(mentions, w) if (w := left_by(frame)) else ())
    others = tuple(a for w in frame.hosts for a in identify(mentions, w))
    phase = read_status(trigger).phase
    occasion = occasion_for(mentions, frame, ahead=phase is Phase.PLANNED)
    told = places_of(mentions, frame.goals, occasions=True)
    places = _proper(told or (occasion.places if occasion is not None else ()))
    at, ahead = mentions.sentence_evidence(trigger.sentence).start, phase is Phase.PLANNED
    if phase is Phase.DENIED or (frame.kind in UNTOLD and frame.kind is not Kind.NOUN):
        return []
    if frame.kind in LEAVING and visitors:
        homes = {a.country for a in visitors if a.country}
        goals = {p.country for p in places_of(mentions, frame.goals, sites=False)}
        last = ending_of(mentions, frame, homeward=bool(goals) and goals <= homes)
        if last is not None:
            back = frame.kind in {Kind.GO, Kind.ARRIVE} and not ahead
            sign = Sign.BACK if back else Sign.LAST
            left = _names(places_of(mentions, frame.goals if frame.kind is Kind.STAY else frame.origins, sites=False))
            return [Day(at, visitors, last, sign, left, True, ahead, _is_vague(mentions, frame, visitors))]
    since = since_of(mentions, frame)
    when = since or day_of(mentions, frame, ahead=ahead)
    if when is None or frame.kind in UNTOLD:
        return []
    if frame.kind is Kind.MEETING and not visitors:
        return _of_parties(mentions, frame, when)
    who = union(visitors, others) if frame.kind in {*MEETINGS, Kind.TELL} else visitors
    if not who or (frame.kind is Kind.SPEAK and not (places or frame.local == "here")):
        return []
    there = _names(places) | {a.country for a in others if a.country}
    if not there and frame.kind is Kind.RECEIVE:  # "his Norwegian hosts, who received him on Friday"
        there = frozenset(c for w in frame.hosts if (c := mentions.actors.country_of(w)))
    if frame.local == "here" and (here := find_dateline(mentions)) is not None and here.country:
        there |= {here.country}
    sign = Sign.FIRST if frame.kind in COMING or since else Sign.WITHIN
    placed = bool(there or places) or frame.kind is Kind.TELL
    found = [Day(at, who, day, sign, there, placed, ahead) for day in _all_days(mentions, frame, when)]
    return [*found, Day(at, who, when, Sign.ONWARD, there, True, ahead)] if there and leads_on(frame) else found


def _of_parties(mentions: Mentions, frame: Frame, when: EventDate) -> list[Day]:
    """Talks whose one side is told elsewhere: "HIS talks with leaders", "he was content with the talks on Thursday"."""
    others = tuple(a for w in frame.hosts for a in identify(mentions, w))
    owners = tuple(a for c in frame.trigger.children if c.dep == "poss" for a in identify(mentions, c))
    verbs = [up for up in frame.trigger.ancestors() if up.is_verb][:UP] if others and not owners else []
    who = owners or next((w for v in verbs if (w := union(*(identify(mentions, s) for s in clause(v).subjects)))), ())
    if not who and len({a.country for a in others}) > 1:
        who = others  # "the talks between Kim and Zeman"
    if not who:
        return []
    there = frozenset(a.country for a in others if a.country)
    at, ahead = mentions.sentence_evidence(frame.trigger.sentence).start, _is_plan(frame.trigger)
    both = _all_days(mentions, frame, when)
    return [Day(at, union(who, others), day, Sign.WITHIN, there, bool(there), ahead) for day in both]


def _all_days(mentions: Mentions, frame: Frame, when: EventDate) -> list[EventDate]:
    """The day of a frame, or both where it is of a meeting "on Sunday and Monday"."""
    both = both_days_of(mentions, frame) if frame.kind in MEETINGS else None
    ends = (both.earliest, both.latest) if both is not None else ()
    return [EventDate.on(day) for day in ends if day is not None] or [when]


def _of_verb(mentions: Mentions, verb: Word) -> list[Day]:
    """Any other deed: in a place, or together with somebody of the place."""
    found = clause(verb)
    when = day_of(mentions, Frame(verb, Kind.MEET), ahead=_is_plan(verb))
    if when is None or read_status(verb).phase is Phase.DENIED:
        return []
    says = verb.lemma in read_words("grammar")["report_verbs"]
    who = union(*(identify(mentions, w) for w in found.subjects))
    shared = (w for o in found.objects for w in clause(o).oblique("with"))  # "signed a treaty with Zeman"
    others = () if says else union(*(identify(mentions, w) for w in (*found.objects, *found.oblique("with"), *shared)))
    there = _names(_proper(places_of(mentions, found.oblique("in", "at")))) | {a.country for a in others if a.country}
    at = mentions.sentence_evidence(verb.sentence).start
    if not who or not (there or (says and not _is_plan(verb))):
        return []
    return [Day(at, who, when, Sign.WITHIN if there else Sign.SAID, there, bool(there), _is_plan(verb))]


def _is_vague(mentions: Mentions, frame: Frame, visitors: Sequence[Actor]) -> bool:
    pronoun = any(w.pos == "PRON" for w in frame.visitors)
    return pronoun and not any(mentions.actors.lists(v) for v in visitors)


def _proper(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places that have a name: "at the ministry" leaves open whose."""
    return tuple(p for p in places if not p.name.islower())


def _names(places: Iterable[Place]) -> frozenset[str]:
    """The states of places, and the names of those of no single state."""
    return frozenset(p.country or p.name for p in places)


def _is_plan(word: Word) -> bool:
    return read_status(word).phase is Phase.PLANNED


# --- belonging


def _days_of(visit: Visit, visits: Sequence[Visit], days: Sequence[Day]) -> list[Day]:
    """The days of one visit, in order."""
    first, last = visit.evidence[0].start - NEAR, visit.evidence[-1].start + NEAR
    low = bisect_left(days, first, key=lambda d: d.at)
    own = []
    for day in islice(days, low, low + LOOKED):
        if day.at > last:
            break
        if _is_of(visit, visits, day) or (day.vague and _is_alone(visit, visits, day)):
            own.append(day)
    return own


def _is_alone(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    """Whether a visit is told near a day, and no other's: then the pronoun means its guest."""
    if len(visit.visitors) != 1 or visit.visitors[0].kind is not ActorKind.PERSON or _gap(visit, day) > BREATH:
        return False
    return all(same_party(v.visitors, visit.visitors) for v in visits if _gap(v, day) <= BREATH)


def _gap(visit: Visit, day: Day) -> int:
    return min(abs(e.start - day.at) for e in visit.evidence)


def _is_of(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    if not same_party(visit.visitors, day.who):
        return False
    there = _names(visit.destinations) | {h.country for h in visit.hosts if h.country}
    if day.sign is Sign.ONWARD:
        return not day.there & there and _is_left(visit, visits, day)
    if day.there & there:
        return True
    if day.sign in ENDS:
        return not day.there
    return not day.placed and _gap(visit, day) <= BREATH and _is_nearest(visit, visits, day)


def _is_nearest(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    """Whether no other visit of the same guest is told nearer to a day whose place is left out."""
    gap = _gap(visit, day)
    return all(_gap(v, day) >= gap for v in visits if v is not visit and same_party(v.visitors, visit.visitors))


def _is_left(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    """Whether a visit is the one told last before its guest goes on to another place."""
    others = (v for v in visits if same_party(v.visitors, day.who) and not day.there & _names(v.destinations))
    before = [(e.start, v is visit) for v in others for e in v.evidence if day.at - BREATH <= e.start <= day.at]
    return bool(before) and max(before)[1]


def _length_of(visit: Visit, lengths: Mapping[int, Sequence[Draft]]) -> Draft | None:
    """The account of a visit that gives the length of the stay."""
    told = (d for e in visit.evidence for d in lengths.get(e.start, ()))
    return next((d for d in told if same_party(visit.visitors, d.visitors)), None)


# --- dating


def _dated(mentions: Mentions, visit: Visit, days: Sequence[Day], length: Draft | None) -> Visit:
    if visit.status is VisitStatus.CANCELLED or (visit.when is not None and is_week(visit.when)):
        return visit
    when = visit.when
    if when is not None and length is not None and _is_whole(visit, length):
        return replace(visit, when=length.when)
    if visit.status in {VisitStatus.PLANNED, VisitStatus.POSSIBLE}:  # past days are of something else
        days = [d for d in days if d.ahead or (mentions.published is not None and d.on > mentions.published)]
    if when is not None and any(d.ahead and d.when == week_later(when) for d in days):
        when = week_later(when)
    elif when is None or when.precision in {Precision.MONTH, Precision.YEAR}:
        when = _from_days(mentions, visit, days, length) or when
    elif when.is_day and not any(d.sign is Sign.FIRST and d.on == when.earliest for d in days):
        when = _widened(when, days)
    elif (
        length is None
        and visit.status is VisitStatus.OCCURRED
        and (first := _arrival(mentions, when, days)) is not None
    ):
        when = first
    if when is None or (when.days or STAY) > STAY:
        return replace(visit, when=when)
    told = (
        1 if length is not None and visit.when is not None and not when.is_day else 0
    )  # a three-day visit has its end
    came = length is not None or any(d.sign is Sign.FIRST and d.on == when.earliest for d in days)
    signs = ENDS if came else ENDS - {Sign.BACK}
    ends = (d for d in days if d.sign in signs and when.latest and told < (d.on - when.latest).days <= STAY)
    end = next(ends, None)
    if end is not None:
        return replace(visit, when=EventDate.spanning(when, end.when))
    if length is not None and length.days and (when.days or STAY) < length.days:
        when = stay_of(length.frame.trigger, when, length.days)
    return replace(visit, when=when)


def _is_whole(visit: Visit, length: Draft) -> bool:
    """Whether one account tells all days of a visit, which has no other stops."""
    told = length.when is not None and length.when.days == length.days
    return told and len(countries_of(visit.destinations)) <= 1


def _from_days(mentions: Mentions, visit: Visit, days: Sequence[Day], length: Draft | None) -> EventDate | None:
    """A date for a visit that has none, or a vague one; a plan alone does not date what has begun."""
    fitting = [d for d in days if visit.when is None or visit.when.contains(d.when)]
    told = [d for d in fitting if mentions.published is None or abs((d.on - mentions.published).days) <= WEEK]
    near = [d for d in told if d.sign not in ENDS]
    begun = visit.status is VisitStatus.OCCURRED
    firm = [d for d in near if not (begun and d.ahead and d.on != mentions.published)]
    ends = {Sign.LAST} if length is None else {Sign.LAST, Sign.BACK}  # "came home on Friday after three days there"
    last = next((d.when for d in told if d.sign in ends and not is_ahead(mentions, d.when)), None)
    if last is not None and (not firm or (length is not None and all(d.when == last for d in firm))):
        return last.ending(length.days) if length is not None and length.days else last
    if not firm:
        return None
    first = next((d for d in firm if d.sign is Sign.FIRST), None)
    if first is not None:
        return first.when
    return _span([d.when for d in near], firm[0].when)


def _arrival(mentions: Mentions, when: EventDate, days: Sequence[Day]) -> EventDate | None:
    """The day of arrival of an interval that only spans it and a day on which something was done."""
    ahead = any(d.ahead or is_ahead(mentions, d.when) for d in days if d.on == when.latest)
    if when.is_day or ahead or not any(d.sign is Sign.WITHIN and d.on == when.latest for d in days):
        return None
    return next((d.when for d in days if d.sign is Sign.FIRST and d.on == when.earliest), None)


def _widened(when: EventDate, days: Sequence[Day]) -> EventDate:
    within = [d.when for d in days if d.sign is Sign.WITHIN]
    return _span([when, *within], when)


def _span(days: Sequence[EventDate], anchor: EventDate) -> EventDate:
    """The days around one, as long as each is in the same week's reach."""
    base = anchor.earliest
    near = [d for d in days if base is not None and d.earliest is not None and abs((d.earliest - base).days) <= WEEK]
    return EventDate.spanning(*near) if near else anchor
