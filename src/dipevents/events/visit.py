"""Visits: somebody official goes to another country, will or may go there, or is received there.

Patterns (the words are in `data/visit.toml`, the argument places in `visit_frames.py`):

    Kim visited / arrived in / flew to / left for / stayed in Prague        a verb with its subject and a place abroad
    Zeman received Kim; Kim was welcomed by Zeman                           the guest visits the host's country
    Kim's trip to Prague; a visit by Kim; Kim is on a tour of Europe        a noun with its owner
    visiting minister Kim; Kim, in Prague for talks; Kim is due in Prague   presence
    Kim was invited to Prague                                               possible, unless accepted
    Kim met Zeman in Prague; talks between Kim and Zeman in Geneva          a meeting abroad, and hosts of a told visit
    the trip, during the visit, he arrived on Monday                        further words of a visit told elsewhere

What yields nothing: travel inside one's own country; tourists, migrants, troops, ships and goods; places that are no
places ("came to power"). A country that is only guessed never rules a visit out.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.merge import merge
from dipevents.events.status import Phase
from dipevents.events.visit_context import complete
from dipevents.events.visit_details import count_of, purpose_of, transport_of
from dipevents.events.visit_drafts import SIDES, Draft, read_drafts
from dipevents.events.visit_frames import Kind, visit_words
from dipevents.events.visit_meetings import attach_meetings
from dipevents.events.visit_merge import is_week, join_visits, same_party, same_visit
from dipevents.events.visit_people import identify
from dipevents.events.visit_places import home_of, places_of
from dipevents.events.visit_time import ending_of, ends_stay, is_ahead
from dipevents.events.visit_triggers import opening_words, read_frame, travellers
from dipevents.models.event_date import EventDate
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dipevents.events.visit_frames import Frame
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor

__all__ = ["find_visits"]

LEAVING = frozenset({Kind.LEAVE, Kind.GO, Kind.ARRIVE, Kind.STAY, Kind.DUE, Kind.STOP, Kind.NOUN})
"""Frames that may tell the end of a stay."""
NEAR = 2500
"""Characters between the account of a visit and that of its end."""
REACH = 100
"""How many accounts of leaving are looked at for one visit."""
STAY = 21
"""Days from arrival to leaving."""


def find_visits(mentions: Mentions) -> list[Visit]:
    """The visits that an article tells of, in text order."""
    drafts: list[Draft] = []
    meetings: list[Draft] = []
    endings: list[Ending] = []
    for sentence in mentions.sentences:
        for word in sentence.words_among(opening_words()):
            frame = read_frame(word)
            if frame is not None:
                (meetings if frame.kind in SIDES else drafts).extend(read_drafts(mentions, frame))
                endings.extend(_endings(mentions, frame))
    told = complete(mentions, drafts)
    visits = merge((make_visit(mentions, draft) for draft in told), same_visit, join_visits)
    visits = attach_meetings(mentions, visits, meetings, make_visit)
    lengths: dict[int, list[Draft]] = {}
    for draft in told:
        if draft.days and draft.days > 1:
            lengths.setdefault(draft.frame.trigger.sentence.start, []).append(draft)
    whole = (_until(_with_length(visit, lengths), endings) for visit in visits)
    return sorted((_settled(mentions, visit) for visit in whole), key=lambda v: v.start)


def make_visit(mentions: Mentions, draft: Draft) -> Visit:
    """A draft as a visit of its own."""
    trigger = draft.frame.trigger
    origins = places_of(mentions, draft.frame.origins)
    places = draft.places or tuple(home_of(host) for host in draft.hosts[:1] if host.country)
    return Visit(
        visitors=draft.visitors,
        hosts=draft.hosts,
        destinations=places,
        origin=next((o for o in origins if o not in places), None),
        purpose=purpose_of(mentions, trigger),
        transport=transport_of(mentions, draft.frame),
        count=count_of(trigger),
        when=draft.when,
        status=_status(mentions, draft),
        status_evidence=draft.status.evidence(mentions),
        evidence=(mentions.sentence_evidence(trigger.sentence),),
    )


def _status(mentions: Mentions, draft: Draft) -> VisitStatus:
    """The stage of a visit; what is told of a day to come is planned, whatever its tense."""
    if draft.stage is not VisitStatus.OCCURRED:
        return draft.stage
    announced = draft.frame.trigger.tag in {"VBZ", "VBP"} and draft.frame.kind is not Kind.STAY
    if announced and draft.when and mentions.published and draft.when.earliest == mentions.published:
        return VisitStatus.PLANNED  # "hosts a summit on Friday", in a report of that Friday
    going = draft.frame.trigger.lemma in visit_words("support", "soon") and draft.status.phase is Phase.ONGOING
    return VisitStatus.PLANNED if going or is_ahead(mentions, draft.when) else VisitStatus.OCCURRED


def _settled(mentions: Mentions, visit: Visit) -> Visit:
    """What all accounts together put into the future has not occurred."""
    ahead = visit.status is VisitStatus.OCCURRED and is_ahead(mentions, visit.when)
    return replace(visit, status=VisitStatus.PLANNED) if ahead else visit


class Ending(NamedTuple):
    """Who leaves when, and where the article says so."""

    visitors: tuple[Actor, ...]
    when: EventDate
    sentence: int


def _endings(mentions: Mentions, frame: Frame) -> list[Ending]:
    sentence = frame.trigger.sentence
    if frame.kind not in LEAVING or not mentions.dates_in(sentence.body, sentence.end):
        return []
    when = ending_of(mentions, frame, lambda: _leads_home(mentions, frame))
    if when is None:
        return []
    who = _movers(mentions, frame)
    return [Ending(who, when, sentence.start)] if who else []


def _movers(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    return tuple(a for w in travellers(frame.visitors) for a in identify(mentions, w))


def _leads_home(mentions: Mentions, frame: Frame) -> bool:
    """Whether the goal is in the country of those who move."""
    homes = {a.country for a in _movers(mentions, frame) if a.country} if frame.goals else set()
    return bool(homes) and {p.country for p in places_of(mentions, frame.goals, sites=False)} <= homes


def _until(visit: Visit, endings: Sequence[Ending]) -> Visit:
    """With the day of leaving, where the article tells that of arrival, too."""
    when = visit.when
    if when is None or (when.days or STAY) > STAY or visit.status is VisitStatus.CANCELLED or is_week(when):
        return visit
    first, last = visit.evidence[0].start - NEAR, visit.evidence[-1].start + NEAR
    low = bisect_left(endings, first, key=lambda e: e.sentence)
    for ending in endings[low : low + REACH]:
        if ending.sentence > last or not same_party(visit.visitors, ending.visitors) or ending.when.earliest is None:
            continue
        if when.latest is not None and 0 < (ending.when.earliest - when.latest).days <= STAY:
            return replace(visit, when=EventDate.spanning(when, ending.when))
    return visit


def _with_length(visit: Visit, lengths: Mapping[int, Sequence[Draft]]) -> Visit:
    """With the length of the stay where another account of it gives that: the drafts by the start of their sentence."""
    when = visit.when
    if when is None or not when.is_day:
        return visit
    for draft in (d for e in visit.evidence for d in lengths.get(e.start, ())):
        if draft.days and same_party(visit.visitors, draft.visitors):
            ends = draft.frame.kind in {Kind.NOUN, Kind.STOP} and ends_stay(draft.frame.trigger)
            return replace(visit, when=when.ending(draft.days) if ends else when.lasting(draft.days))
    return visit
