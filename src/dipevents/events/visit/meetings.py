"""Meetings: they give a told visit its hosts, and are visits of their own where somebody meets abroad.

Kim arrived in Prague. Kim met Zeman.            Zeman is host of the visit
Kim and Zeman met in Geneva.                     two visits to Switzerland
Talks between Kim and Zeman opened in Prague     a visit of Kim, whose host is Zeman
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.merge import REACH, merge, union, with_evidence
from dipevents.events.visit.coming import is_long_past
from dipevents.events.visit.company import parties
from dipevents.events.visit.frames import Kind, visit_words
from dipevents.events.visit.merge import fuller_party, join_visits, same_party, same_visit
from dipevents.events.visit.people import (
    identify,
    is_at_seat,
    is_private,
    is_resident,
    known_home,
    of_many,
    speaks_for_igo,
)
from dipevents.events.visit.places import find_dateline, home_of, is_of_state, states_of_regions
from dipevents.events.visit.public import has_office
from dipevents.events.visit.travellers import guests as guests_of
from dipevents.mentions.timing import is_ahead
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.visit import Visit, VisitStatus
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.event_date import EventDate
    from dipevents.models.place import Place
    from dipevents.reading.sentence import Word

__all__ = ["attach_meetings"]

DURING = frozenset({"at", "during", "after", "following"})
"""Prepositions before talks that the subject of the sentence takes part in."""
BREATH = 600
"""Characters between a visit and the words to a host."""


def attach_meetings(
    mentions: Mentions,
    visits: list[Visit],
    meetings: Iterable[Draft],
    make: Callable[[Mentions, Draft], Visit],
    left_open: list[Draft],
) -> list[Visit]:
    """Meetings give a told visit its hosts; a meeting abroad is a visit of its own, or is added to what is open."""

    def one(earlier: Visit, later: Visit) -> bool:
        return same_visit(earlier, later) and (later.when is not None or not is_long_past(mentions, earlier.when))

    found = list(visits)
    told: dict[str, list[int]] = {}
    known = 0
    for meeting in meetings:
        known = _index(told, found, known)
        attached = False
        sides = [(party, other, _told_of(told, found, party, meeting)) for party, other in _sides(meeting)]
        near = [(party, other, [i for i in at if _is_told_in(found[i], meeting)]) for party, other, at in sides]
        for party, other, at_hand in [side for side in near if side[2]] or sides:  # on whose trip they met: on no other
            if any(_is_in_cancelled(found[i], meeting) for i in at_hand):
                attached = True  # "was to have flown to Prague for talks with Zeman": they are off as well
                continue
            if meeting.when is None:
                at_hand = [i for i in at_hand if not is_long_past(mentions, found[i].when)] or at_hand
            at = _nearest(found, at_hand, other, meeting)
            if at is None:
                continue
            hosts = tuple(h for h in other if _may_host(h, found[at], meeting))
            there, known_towns = countries_of(found[at].destinations), {d.name.lower() for d in found[at].destinations}
            towns = tuple(p for p in meeting.places if p.country in there and p.name.lower() not in known_towns)
            seen = replace(found[at], hosts=union(found[at].hosts, hosts), when=_met_when(mentions, found[at], meeting))
            whole = fuller_party(seen.visitors, party)  # "met a Japanese team. THE TEAM came on Monday"
            towns = towns or _homes(hosts, found[at], meeting)
            seen = replace(seen, visitors=whole, destinations=union(seen.destinations, towns))
            said = Visit(evidence=(mentions.sentence_evidence(meeting.frame.trigger.sentence),))
            found[at] = seen if meeting.frame.kind is Kind.TELL else with_evidence(seen, found[at], said)
            attached = True
        if not attached and meeting.frame.kind is not Kind.TELL and not _is_only_met(meeting):
            abroad = _abroad(mentions, meeting) if not meeting.doubt else []
            left_open.extend(_perhaps_abroad(mentions, meeting, abroad))
            found = merge((make(mentions, d) for d in abroad), one, join_visits, told=found)
    return found


def _perhaps_abroad(mentions: Mentions, meeting: Draft, told: Sequence[Draft]) -> list[Draft]:
    """The drafts of others who may have met away from home: where the meeting, or the report, is not of their state."""
    here = find_dateline(mentions, meeting.frame.trigger)
    where = countries_of(meeting.places or ((here,) if here is not None else ()))
    if meeting.frame.local == "here" and not where:
        return []  # either of them may be at home where the report is from
    everybody = union(meeting.visitors, meeting.hosts)
    known = {guest.name for draft in told for guest in draft.visitors}
    guests = [
        a
        for a in everybody
        if a.kind is not ActorKind.STATE and a.name not in known and a.country not in {None, *where}
    ]
    return [
        replace(
            meeting,
            visitors=party,
            hosts=tuple(a for a in everybody if a not in party and (a.country in where or not where)),
            doubt="met" if any(a in meeting.visitors for a in party) else "was met",
        )
        for party in parties(guests)
    ]


def _is_only_met(meeting: Draft) -> bool:
    """Whether one person is told who is met by somebody told before: "THE MEETING with Kim in Prague"."""
    alone = not meeting.visitors and len(meeting.hosts) == 1
    return alone and any(c.lower == "the" for c in meeting.frame.trigger.children)


def _is_in_cancelled(visit: Visit, meeting: Draft) -> bool:
    """Whether a meeting is told in a sentence of a visit that was called off, and not told to have taken place."""
    if meeting.frame.trigger.tag == "VBD" and meeting.stage is VisitStatus.OCCURRED:
        return False
    return visit.status is VisitStatus.CANCELLED and _is_told_in(visit, meeting)


def _is_told_in(visit: Visit, meeting: Draft) -> bool:
    """Whether a meeting is told in a sentence of a visit."""
    return any(e.start <= meeting.frame.trigger.start < e.end for e in visit.evidence)


def _met_when(mentions: Mentions, visit: Visit, meeting: Draft) -> EventDate | None:
    """A visit without a date has that of its meeting; what is still to come does not date what has begun."""
    when = meeting.when
    if visit.when is not None or when is None or meeting.frame.kind is Kind.TELL:
        return visit.when
    if visit.status in {VisitStatus.PLANNED, VisitStatus.POSSIBLE} and meeting.stage is VisitStatus.OCCURRED:
        return (
            when if is_ahead(mentions, when) else None
        )  # who is invited at a meeting has not come to it on this visit
    return None if visit.status is VisitStatus.OCCURRED and is_ahead(mentions, when) else when


def _sides(meeting: Draft) -> list[tuple[tuple[Actor, ...], tuple[Actor, ...]]]:
    one, other = meeting.visitors, meeting.hosts
    if not one:
        return [((actor,), tuple(a for a in other if a is not actor)) for actor in other]
    return [(one, other), (other, one)]


def _may_host(actor: Actor, visit: Visit, meeting: Draft) -> bool:
    countries = countries_of(visit.destinations)
    if actor.name in {v.name for v in visit.visitors} or actor.kind is ActorKind.STATE:
        return False
    unknown = actor.country is None or (actor.country_guessed and meeting.frame.local == "here")
    stateless = unknown and actor.kind is ActorKind.PERSON
    foreign = actor.country not in countries_of(visit.visitors)
    there = actor.country in countries or is_at_seat(actor, countries) or _is_on_tour(actor, visit, meeting)
    return there or stateless or (not countries and foreign)


def _homes(hosts: Iterable[Actor], visit: Visit, meeting: Draft) -> tuple[Place, ...]:
    """The state of who is met on a visit to no place that is told, or on a tour: "arrived here … met PERU'S minister".

    On a tour of Asia, who meets Japan's premier goes to Japan.
    """
    homes = {known_home(h): home_of(h) for h in hosts if known_home(h)}
    stage = any(_is_on_tour(h, visit, meeting) for h in hosts)
    return tuple(homes.values()) if len(homes) == 1 and (stage or not visit.destinations) else ()


def _is_on_tour(actor: Actor, visit: Visit, meeting: Draft) -> bool:
    """Whether somebody of a state of a toured region is met, and not elsewhere."""
    if visit.when is None or meeting.when is None or meeting.places:
        return False
    return known_home(actor) in states_of_regions(visit.destinations)


def _index(told: dict[str, list[int]], visits: Sequence[Visit], known: int) -> int:
    """Adds the visits from a position on to the positions by visitor, and gives the next position."""
    for at in range(known, len(visits)):
        for name in dict.fromkeys(v.name for v in visits[at].visitors):
            told.setdefault(name, []).append(at)
    return len(visits)


def _told_of(told: dict[str, list[int]], visits: Sequence[Visit], party: Sequence[Actor], meeting: Draft) -> list[int]:
    """Positions of the visits of a party that are told around a meeting."""
    found: dict[int, None] = {}
    for actor in party:
        positions = told.get(actor.name, [])
        if not positions and actor.name.lower() in visit_words("people", "teams"):  # "the delegation"
            teams = (i for i, v in enumerate(visits) if any(a.kind is ActorKind.GROUP for a in v.visitors))
            positions = [i for i in teams if same_party((actor,), visits[i].visitors)]
        at = bisect_left(positions, meeting.frame.trigger.start, key=lambda p: visits[p].start)
        found.update(dict.fromkeys(positions[max(0, at - REACH) : at + REACH]))
    return sorted(found)


def _nearest(visits: Sequence[Visit], at_hand: Sequence[int], other: Sequence[Actor], meeting: Draft) -> int | None:
    """Of the told visits of one side, the one that a meeting belongs to: that told closest to it."""
    where = countries_of(meeting.places)
    best, best_gap = None, (0, 0)
    for at in at_hand:
        visit = visits[at]
        if visit.status is VisitStatus.CANCELLED:
            continue
        countries = countries_of(visit.destinations)
        if (where and countries and not where & countries) or not any(_may_host(h, visit, meeting) for h in other):
            continue
        if visit.when and meeting.when and not same_visit(visit, replace(visit, when=meeting.when)):
            continue
        told = min(abs(e.start - meeting.frame.trigger.start) for e in visit.evidence)
        if meeting.frame.kind is Kind.TELL and told > BREATH:
            continue
        last = visit.when.latest if visit.when is not None else None
        gap = (told, -last.toordinal() if last is not None else 0)  # of two in one sentence the later one
        if best is None or gap < best_gap:
            best, best_gap = at, gap
    return best


def _has_company(meeting: Draft) -> bool:
    """Whether there is somebody to meet, named or not: another side, or several of one that are of different states."""
    bearers = visit_words("people", "bearers")
    if meeting.hosts or any(w.lemma in bearers or w.pos == "PROPN" for w in meeting.frame.hosts):
        return True
    whole = meeting.frame.trigger
    if whole.dep == "pobj" and whole.head.lower == "of" and whole.head.head.lemma in visit_words("support", "rounds"):
        whole = whole.head.head
    if meeting.frame.kind is Kind.MEETING and whole.dep == "pobj" and whole.head.lower in DURING:
        return True  # "at a meeting in Prague, Kim accepted"; "during two days of talks in Prague"
    if whole is not meeting.frame.trigger and whole.dep == "dobj" and meeting.visitors:
        return True  # "ended two days of talks in Prague"
    if meeting.frame.kind is Kind.MEETING and whole.dep == "dobj" and meeting.visitors and meeting.frame.goals:
        return all(has_office(v) for v in meeting.visitors)  # "will hold talks in Prague"
    holding = meeting.frame.kind is Kind.MEET or whole.dep == "dobj"
    many = any(v.kind is ActorKind.GROUP for v in meeting.visitors) and holding
    return many or len({v.country for v in meeting.visitors}) > 1


def _of_many_states(mentions: Mentions, meeting: Draft) -> list[Actor]:
    """Groups whose people come from many states: "EU leaders", "ministers from 20 countries"."""
    frame = meeting.frame
    if any(c.dep == "poss" for c in frame.trigger.children):
        return []  # "the G7 leaders' meeting" is called so
    mixed = [w for w in (*frame.visitors, *frame.hosts) if _is_of_many(mentions, w)]
    if frame.visitors and frame.visitors[-1] in mixed and all(c.dep != "prep" for c in frame.visitors[0].children):
        mixed.extend(w for w in frame.visitors if w.tag == "NNS")  # "MINISTERS and bankers of twelve countries"
    named = (a for w in mixed for a in identify(mentions, w))
    groups = [a for a in (*meeting.visitors, *meeting.hosts) if a.kind is ActorKind.GROUP and of_many(mentions, a)]
    return [*groups, *named]


def _is_of_many(mentions: Mentions, word: Word) -> bool:
    """Whether a noun is for people from many states: of "twelve COUNTRIES"; "ministers of the African UNION"."""
    wholes = clause(word).oblique("of", "from")
    if any(w.lemma in visit_words("people", "of_states") for w in wholes):
        return True
    sent = word.tag == "NNS" and word.lemma in visit_words("people", "heads") - {"envoy"} | {"governor"}
    return sent and any(a.kind is ActorKind.IGO for w in wholes for a in mentions.actors.at(w))


def _is_envoy(mentions: Mentions, actor: Actor) -> bool:
    """Whether a person speaks for an intergovernmental body."""
    return actor.kind is ActorKind.PERSON and speaks_for_igo(mentions, actor)


def _abroad(mentions: Mentions, meeting: Draft) -> list[Draft]:
    """The drafts of those who meet in a country that is not their own."""
    where = countries_of(meeting.places)
    if len(where) != 1 or not _has_company(meeting) or (meeting.frame.kind is Kind.MEET and not meeting.visitors):
        return []
    if (
        len(meeting.hosts) == 1
        and not meeting.visitors
        and any(c.lower == "the" for c in meeting.frame.trigger.children)
    ):
        return []  # "THE MEETING with Kim in Prague": of those who were told of, he is met there
    everybody = union(meeting.visitors, meeting.hosts)
    kinds = {ActorKind.PERSON, ActorKind.GROUP}
    foreign = [a for a in everybody if a.kind in kinds and not is_of_state(a, where)]
    many = _of_many_states(mentions, meeting)
    guests = [a for a in foreign if a.country or a in many or _is_envoy(mentions, a)]
    guests = [g for g in guests if not is_resident(g) and not is_private(g) and not is_at_seat(g, where)]
    named = {w.i for w in guests_of(meeting.frame)}  # of "ministers, including Kim", Kim
    whole = [a for w in meeting.frame.visitors if w.i not in named for a in identify(mentions, w)]
    guests = [g for g in guests if g not in whole] or guests
    told = [g for g in guests if g.kind is not ActorKind.PERSON or known_home(g) or g.country is None]
    side = {(g.country, g in meeting.visitors) for g in told}
    told += [g for g in guests if g not in told and (g.country, g in meeting.visitors) in side]  # "led by Kim and LEE"
    guests, guessed = (told, [g for g in guests if g not in told]) if told else (guests, [])
    unknown = [a for a in everybody if known_home(a) is None and a.kind is ActorKind.PERSON and has_office(a)]
    unknown = [a for a in unknown if told and a not in guests and len(told) < len(everybody)]  # "PRESIDENT RUIZ met"
    at_home = [a for a in everybody if is_of_state(a, where) or a in guessed or a in unknown]
    hosts = tuple(a for a in at_home if a.kind is not ActorKind.STATE)
    return [replace(meeting, visitors=party, hosts=hosts) for party in parties(guests)]
