"""Days that only stand beside a visit: what dates one where nothing in the article dates it more closely.

the ministers arrived in Oslo on Friday. … their envoy in Oslo   guests of one state in one place

The day of publication alone dates no visit, and what is still to come none that has begun.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.visit.occasions import placed_occasions, read_occasions
from dipevents.events.visit.places import countries_of
from dipevents.models.visit import VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Sentence

__all__ = ["with_hints", "with_occasions"]

WEEK = 7
"""Days back from the publication in which a hint is looked for."""
SOON, EVE, LASTING = 60, 2, 7
"""Days ahead of which an occasion dates who will come, and who has come; and the days that it lasts at most."""


def with_hints(mentions: Mentions, visits: Sequence[Visit]) -> list[Visit]:
    """The visits; those that have begun and have no date have the one day that is told beside them, if it is one."""
    published = mentions.published
    if published is None or not any(map(_lacks_a_day, visits)):
        return list(visits)
    arrivals = _arrivals(visits, published)
    found = []
    for visit in visits:
        days = (day for way in _ways(visit) for day in arrivals.get(way, ()))
        when = _only(days) if _lacks_a_day(visit) else None
        found.append(replace(visit, when=when) if when is not None else visit)
    return found


def _lacks_a_day(visit: Visit) -> bool:
    return visit.when is None and visit.status is VisitStatus.OCCURRED and not visit.count


def _only(days: Iterable[EventDate]) -> EventDate | None:
    """The one day of several words for it; None where they are of different days."""
    found = {day.edtf: day for day in days}
    return next(iter(found.values())) if len(found) == 1 else None


def _dates(mentions: Mentions, sentence: Sentence) -> list[DateMention]:
    return mentions.dates_in(sentence.body, sentence.end)


def _ways(visit: Visit) -> list[tuple[str, str]]:
    """From which states to which a visit leads."""
    homes = {a.country for a in visit.visitors if a.country}
    return sorted((home, there) for home in homes for there in countries_of(visit.destinations))


def _arrivals(visits: Sequence[Visit], published: date) -> Mapping[tuple[str, str], list[EventDate]]:
    """The days of the last week on which somebody of a state has come to another."""
    found: dict[tuple[str, str], list[EventDate]] = {}
    for visit in visits:
        when = visit.when
        if visit.status is not VisitStatus.OCCURRED or when is None or when.earliest is None:
            continue
        if 0 <= (published - when.earliest).days < WEEK and (when.days or WEEK) < WEEK:
            for way in _ways(visit):
                found.setdefault(way, []).append(when)
    return found


# --- occasions where a visit leads


def with_occasions(mentions: Mentions, visits: Sequence[Visit]) -> list[Visit]:
    """The visits; those without a date have that of the one occasion, just past or to come, where they lead.

    After "the talks in Oslo on Monday", a minister who "is in Norway" is dated by the talks.
    """
    if mentions.published is None or not any(map(_may_take_a_day, visits)):
        return list(visits)
    told: dict[tuple[str, bool], dict[EventDate, None]] = {}
    eves: dict[str, dict[EventDate, None]] = {}
    for occasion in read_occasions(mentions):
        if occasion.when is not None and (ahead := _is_ahead(occasion.when, mentions.published)) is not None:
            told.setdefault(("", ahead), {})[occasion.when] = None
    for occasion, places in placed_occasions(mentions):
        if occasion.when is not None and (ahead := _is_ahead(occasion.when, mentions.published)) is not None:
            for country in countries_of(places):
                told.setdefault((country, ahead), {})[occasion.when] = None
                if ahead and occasion.noun != "meeting":  # which guest and host may hold on any day
                    eves.setdefault(country, {})[occasion.when] = None
    found = []
    for visit in visits:
        there = (sorted(countries_of(visit.destinations)) or [""]) if _may_take_a_day(visit) else ()
        ahead = visit.status is not VisitStatus.OCCURRED
        days = [*dict.fromkeys(day for country in there for day in told.get((country, ahead), ()))]
        will = any(" will " in e.text for e in visit.evidence)
        if visit.status is VisitStatus.CANCELLED and not will:  # "stayed away"
            days.extend(day for country in there for day in told.get((country, False), ()))
        if not days and not ahead:  # "have arrived for the summit", which opens tomorrow
            coming = dict.fromkeys(day for country in there for day in eves.get(country, ()))
            days = [day for day in coming if day.earliest and (day.earliest - mentions.published).days <= EVE]
        found.append(replace(visit, when=days[0]) if len(days) == 1 else visit)
    return found


def _may_take_a_day(visit: Visit) -> bool:
    return visit.when is None and not visit.count


def _is_ahead(when: EventDate, published: date) -> bool | None:
    """Whether an occasion of some days is to come soon; False if it was in the last days, None if neither."""
    if when.earliest is None or when.latest is None or (when.days or WEEK) > LASTING:
        return None
    gap = (published - when.earliest).days
    if -SOON <= gap < 0:
        return True
    return False if 0 <= gap < WEEK else None
