"""The days of a stay that an article tells one by one: arriving, leaving, and what the guest does in between.

He arrived on Monday. … He was due to leave on Thursday.           Monday to Thursday
He has just made a four-day visit. … He met the king on Sunday.    four days, of which Sunday is the last
He arrived on Monday. … On Tuesday he met the king.                Monday: the stated day of arrival is firmer
He leaves on Monday. … On Tuesday he will meet the king.           Monday and Tuesday

What a guest does elsewhere, or at another time, dates nothing here.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.visit.coming import is_later, week_later
from dipevents.events.visit.day_signs import ENDS, Away, Day, Sign, aways_in, days_in, names_of
from dipevents.events.visit.drafts import is_left
from dipevents.events.visit.frames import Kind
from dipevents.events.visit.merge import is_week, same_party
from dipevents.events.visit.now import waits
from dipevents.events.visit.places import find_dateline
from dipevents.events.visit.stays import stay_of
from dipevents.events.visit.time import is_there_now
from dipevents.mentions.timing import is_ahead
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.events.visit.frames import Frame
    from dipevents.mentions.mentions import Mentions

__all__ = ["with_days"]

NEAR = 2500
"""Characters between the account of a visit and that of one of its days."""
BREATH = 700
"""The same where the words name no place."""
LOOKED = 100
"""How many days are looked at for one visit."""
BESIDE = 50
"""Visits around one that a day may belong to instead."""
STAY = 21
"""Days from arrival to leaving."""
WEEK = 7
"""Days of what is told day by day."""


def with_days(
    mentions: Mentions, visits: Sequence[Visit], drafts: Sequence[Draft], frames: Mapping[int, Frame]
) -> list[Visit]:
    """The visits, dated by their days, by the length of the stay, and by both.

    Args:
        mentions: The article.
        visits: Its visits.
        drafts: The accounts that they were made of.
        frames: All frames of the article by where their words start.
    """
    if not visits:
        return []
    owners = {d.frame.trigger.start: d.visitors for d in drafts}
    first, last = min(v.evidence[0].start for v in visits), max(v.evidence[-1].start for v in visits)
    around = [s for s in mentions.sentences if s.end >= first - NEAR and s.start <= last + NEAR]
    days = [day for sentence in around for day in days_in(mentions, sentence, owners, frames)]
    lengths: dict[int, list[Draft]] = {}
    present: dict[int, list[Draft]] = {}
    for draft in drafts:
        if is_there_now(draft.frame) or (draft.frame.trigger.pos == "ADP" and waits(draft.frame.trigger)):
            present.setdefault(draft.frame.trigger.sentence.start, []).append(draft)
        if draft.days and draft.days > 1:
            lengths.setdefault(draft.frame.trigger.sentence.start, []).append(draft)
    aways = [away for sentence in around for away in aways_in(mentions, sentence)]
    left = {d.frame.trigger.sentence.start: d.when for d in drafts if is_left(d.frame)}
    spoken = {d.frame.trigger.sentence.start for d in drafts if d.frame.kind is Kind.SPEAK}
    found = []
    for at, visit in enumerate(visits):
        near = visits[max(0, at - BESIDE) : at + BESIDE]
        own = _days_of(visit, near, days)
        said = any(e.start in spoken for e in visit.evidence) or _is_told_from(mentions, visit)
        if any(d.sign is not Sign.SAID for d in own) or not said:
            own = [d for d in own if d.sign is not Sign.SAID]
        length = _account_of(visit, lengths)
        if visit.status is VisitStatus.OCCURRED and any(e.start in left for e in visit.evidence):
            own = [d for d in own if not d.ahead]  # "RETURNED FROM a tour … will fly to Oslo on Friday"
            if length is not None:  # "said on Monday after returning … During his three-day stay he met"
                own = [d._replace(sign=Sign.LAST) if d.sign is Sign.SAID else d for d in own]
        back = visit.when is not None and any(left.get(e.start) == visit.when for e in visit.evidence)
        if back and length is not None and length.days and visit.when is not None and visit.when.is_day:
            visit = replace(visit, when=visit.when.ending(length.days))  # "said on Monday after returning"
        dated = _dated(mentions, visit, own, length)
        if length is None and (count := _away(visit, near, aways)) and dated.when is not None and dated.when.is_day:
            dated = replace(dated, when=dated.when.lasting(count))
        here = dated.when is None and dated.status is VisitStatus.OCCURRED and _account_of(visit, present) is not None
        if here and mentions.published:  # "is in Prague … will stay until Friday"
            stays = (d.when for d in own if d.sign in ENDS and d.on > mentions.published)
            dated = replace(dated, when=EventDate.spanning(EventDate.on(mentions.published), *islice(stays, 1)))
        found.append(dated)
    return found


# --- belonging


def _is_told_from(mentions: Mentions, visit: Visit) -> bool:
    """Whether an undated visit is to where the report comes from, so that what the guest did lately he did there."""
    if visit.when is not None or visit.status is not VisitStatus.OCCURRED:
        return False
    sentence = mentions.sentence_at(visit.start)
    dateline = find_dateline(mentions, sentence.words[0] if sentence is not None and sentence.words else None)
    return dateline is not None and dateline.country in countries_of(visit.destinations)


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
    """Whether a visit is told near a day, and no other's: then the pronoun, or "the visitors", means its guest."""
    if day.there and not day.there & (names_of(visit.destinations) | countries_of(visit.hosts)):
        return False
    if len(visit.visitors) != 1 or visit.visitors[0].kind is not ActorKind.PERSON or _gap(visit, day) > BREATH:
        return False
    return all(same_party(v.visitors, visit.visitors) for v in visits if _gap(v, day) <= BREATH)


def _gap(visit: Visit, told: Day | Away | Visit) -> int:
    at = told.start if isinstance(told, Visit) else told.at
    return min(abs(e.start - at) for e in visit.evidence)


def _is_of(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    if day.off and not day.who:  # "it was to have begun on Monday"
        return visit.status is VisitStatus.CANCELLED and _gap(visit, day) <= BREATH
    if not same_party(visit.visitors, day.who):
        return False
    there = names_of(visit.destinations) | countries_of(visit.hosts)
    if day.there & there:
        return True
    if all(v.kind is ActorKind.GROUP for v in visit.visitors) and all(a.kind is ActorKind.PERSON for a in day.who):
        return False  # "The premier speaks on Monday. NEGOTIATORS will go to Oslo"
    if day.sign in ENDS:
        later = visit.start > day.at and not _is_nearest(visit, visits, day)  # told of another journey before it
        later = later or (not day.leaves and _is_of_another_here(visit, visits, day))
        return not day.there and not later and not _has_gone_on(visit, visits, day)
    return not day.placed and _gap(visit, day) <= BREATH and _is_nearest(visit, visits, day)


def _is_of_another_here(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    """Whether a day of leaving stands in the account of another visit: "will sleep IN RIGA and FLY HOME on Friday"."""
    others = (v for v in visits if v is not visit and v.status is not VisitStatus.CANCELLED and _gap(v, day) == 0)
    return _gap(visit, day) > 0 and any(same_party(v.visitors, visit.visitors) for v in others)


def _has_gone_on(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    """Whether the guest has begun another visit before a day of leaving, which then ends that one."""
    last = visit.when.latest if visit.when is not None else None
    others = [v for v in visits if v.status is not VisitStatus.CANCELLED and same_party(v.visitors, visit.visitors)]
    # not "goes home on Friday via Riga, WHERE HE STOPS"
    dated = [v for v in others if v.when is not None and not (v.when.earliest == day.on and _gap(v, day) == 0)]
    starts = [v.when.earliest for v in dated if v.when is not None and v.when.earliest is not None]
    until = [start for start in starts if start < day.on or (start == day.on and not day.leaves)]  # "flies ON to Riga"
    behind = [v.when.earliest for v in others if v.start > visit.start and v.when is not None and v.when.is_day]
    # "in Oslo, and Riga that night"
    same = any(last == start for start in behind if start in until and start != day.on)
    return last is not None and (same or any(last < start for start in until))


def _is_nearest(visit: Visit, visits: Sequence[Visit], day: Day) -> bool:
    """Whether no other visit of the same guest is told nearer to a day whose place is left out."""
    gap = _gap(visit, day)
    return all(_gap(v, day) >= gap for v in visits if v is not visit and same_party(v.visitors, visit.visitors))


def _account_of(visit: Visit, accounts: Mapping[int, Sequence[Draft]]) -> Draft | None:
    """The one of some accounts by sentence that is of a visit; not of one elsewhere; of a tour the longest."""
    there = countries_of(visit.destinations)
    told = [d for e in visit.evidence for d in accounts.get(e.start, ()) if same_party(visit.visitors, d.visitors)]
    if len(there) > 1:
        told.sort(key=lambda d: d.days or 0, reverse=True)
    return next((d for d in told if not there or not (own := countries_of(d.places)) or own & there), None)


def _away(visit: Visit, visits: Sequence[Visit], aways: Sequence[Away]) -> int | None:
    """The days that the guest of a visit is told to be away, if he makes no other near by."""
    others = (v for v in visits if v is not visit and _gap(v, visit) <= BREATH)
    if any(same_party(v.visitors, visit.visitors) for v in others):
        return None
    return next((a.days for a in aways if _gap(visit, a) <= BREATH and same_party(a.who, visit.visitors)), None)


# --- dating


def _dated(mentions: Mentions, visit: Visit, days: Sequence[Day], length: Draft | None) -> Visit:
    when = visit.when
    if visit.status is VisitStatus.CANCELLED:
        return replace(visit, when=_dropped(when, days, length))
    days = [d for d in days if not d.off]
    if when is not None and is_week(when):
        return replace(visit, when=_within_week(when, days))
    if when is not None and length is not None and _is_whole(visit, length):
        return replace(visit, when=length.when)
    if visit.status in {VisitStatus.PLANNED, VisitStatus.POSSIBLE}:  # past days are of something else
        days = [d for d in days if d.ahead or (mentions.published is not None and d.on > mentions.published)]
    if when is not None and any(d.ahead and d.when == week_later(when) for d in days):
        when = week_later(when)
    elif when is None or when.precision in {Precision.MONTH, Precision.YEAR}:
        when = _from_days(mentions, visit, days, length) or when
    elif when.is_day:
        when = _around_day(visit, when, days)
    elif length is None and visit.status is VisitStatus.OCCURRED:
        when = _arrival(mentions, visit, when, days) or when
    if when is None or (when.days or STAY) > STAY:
        return replace(visit, when=when)
    told = int(length is not None and visit.when is not None and not when.is_day)  # a three-day visit has its end
    told_last = [d for d in sorted(days, key=lambda d: d.ahead) if d.sign in ENDS]
    later = (
        (d.when, week_later(d.when) if (d.ahead or is_ahead(mentions, d.when)) and not when.contains(d.when) else None)
        for d in told_last
    )
    lasts = [day for both in later for day in both if day]
    end = next((d for d in lasts if d.latest and when.latest and told < (d.latest - when.latest).days <= STAY), None)
    stay = EventDate.spanning(when, end) if end is not None else None
    stops = len(countries_of(visit.destinations)) > 1 and length is not None  # "leaves on Monday": for the next one
    if stay is not None and not (stops and length and (length.days or 0) > (stay.days or 0)):
        return replace(visit, when=stay)
    if length is not None and length.days and (when.days or STAY) < length.days:
        inside = range(length.frame.trigger.sentence.start, length.frame.trigger.sentence.end)
        come = any(d.sign is Sign.FIRST and d.when == when for d in days)  # "flies in ON MONDAY … AFTER FOUR DAYS"
        come = come or (visit.status is VisitStatus.PLANNED and not any(e.start in inside for e in when.evidence))
        when = when.lasting(length.days) if come else stay_of(length.frame.trigger, when, length.days)
    return replace(visit, when=when)


def _dropped(when: EventDate | None, days: Sequence[Day], length: Draft | None) -> EventDate | None:
    """The days on which a visit was to have been: "was TO HAVE LEFT on Monday and RETURNED on Friday"."""
    off = [d for d in days if d.off]
    exact = (d.when for d in off if when is None or (when.contains(d.when) and not when.is_day))
    when = next(exact, when)
    if when is None or not when.is_day:
        return when
    told = {d.at for d in off}
    last = next((d.when for d in days if d.at in told and d.sign in ENDS and when.ended_before(d.when)), None)
    if last is not None and last.latest and when.latest and (last.latest - when.latest).days <= STAY:
        return EventDate.spanning(when, last)
    return when.lasting(length.days) if length is not None and length.days else when


def _around_day(visit: Visit, when: EventDate, days: Sequence[Day]) -> EventDate:
    """A day with those around it, unless it is that of arrival; that of setting out has what is to be done later."""
    if first := [d for d in days if d.sign is Sign.FIRST and d.on == when.earliest]:
        later = [d for d in days if d.ahead and d.on > first[0].on]
        return _widened(when, later) if all(d.leaves for d in first) else when
    # "Kim spoke on Monday. He visited Prague on Tuesday": he need not have been there
    fitting = [d for d in days if d.there or d.at >= visit.start or when.earliest is None or d.on >= when.earliest]
    return _arrived_before(when, fitting) or _widened(when, fitting)


def _within_week(week: EventDate, days: Sequence[Day]) -> EventDate:
    """The days from leaving to coming back that are told of "next week": "is to leave on MONDAY … back on THURSDAY".

    Where only the last of them is told, the week up to it.
    """
    ends = [d for d in days if d.sign is not Sign.WITHIN and d.sign is not Sign.SAID]
    told = [w for d in ends for w in (d.when, week_later(d.when) if d.ahead else None) if w and week.contains(w)]
    if any(w != told[0] for w in told):
        return EventDate.spanning(*told)
    last = next((d.when for d in ends if d.sign is Sign.LAST and week.contains(d.when)), None)
    return EventDate.spanning(week.begin, last) if last is not None and week.begin is not None else week


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
    ends = (d for d in told if d.sign in ENDS and not (d.sign is Sign.BACK and d.ahead) and not visit.count)
    lasts = sorted(ends, key=lambda d: d.sign)
    last = next((d for d in lasts if not (is_ahead(mentions, d.when) or is_later(d.when))), None)
    if last is not None and (not firm or (length is not None and all(d.when == last.when for d in firm))):
        count = (length.days if length is not None else None) or last.days
        return last.when.ending(count) if count else last.when
    if not firm:
        # "will go to Prague. He LEAVES ON MONDAY"
        leaves = [d for d in told if d.sign in ENDS and is_ahead(mentions, d.when)]
        if not begun and length is not None and length.days and any(not d.out for d in leaves):
            return next(d.when.ending(length.days) for d in leaves if not d.out)  # "spends TWO DAYS there before"
        return None if begun else next((d.when for d in leaves if d.sign is Sign.LAST and d.out), None)
    first = next((d for d in firm if d.sign is Sign.FIRST), None)
    if first is not None:
        return first.when
    return _span([d.when for d in near], firm[0].when)


def _arrival(mentions: Mentions, visit: Visit, when: EventDate, days: Sequence[Day]) -> EventDate | None:
    """The day of arrival of an interval that only spans it and a day on which something was done.

    So is one of going from town to town within the state: "arrived on Saturday … returned TO OSLO on Monday".
    """
    ahead = any(d.ahead or is_ahead(mentions, d.when) for d in days if d.on == when.latest)
    moves = Sign.FIRST if len(countries_of(visit.destinations)) == 1 else Sign.WITHIN
    if when.is_day or ahead or not any(d.sign in {Sign.WITHIN, moves} and d.on == when.latest for d in days):
        return None
    return next((d.when for d in days if d.sign is Sign.FIRST and d.on == when.earliest), None)


def _arrived_before(when: EventDate, days: Sequence[Day]) -> EventDate | None:
    """The day of arrival told beside that of a meeting: "met him on Tuesday. He had flown in THE DAY BEFORE"."""
    firsts = (d for d in days if d.sign is Sign.FIRST and not d.ahead and d.when.ended_before(when))
    return next((d.when for d in firsts if when.earliest and (when.earliest - d.on).days < WEEK), None)


def _widened(when: EventDate, days: Sequence[Day]) -> EventDate:
    within = [d.when for d in days if d.sign is Sign.WITHIN]
    return _span([when, *within], when)


def _span(days: Sequence[EventDate], anchor: EventDate) -> EventDate:
    """The days around one, as long as each is in the same week's reach."""
    base = anchor.earliest
    near = [d for d in days if base is not None and d.earliest is not None and abs((d.earliest - base).days) <= WEEK]
    return EventDate.spanning(*near) if near else anchor
