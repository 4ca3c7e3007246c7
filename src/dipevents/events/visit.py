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

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dipevents.events.merge import merge, union, with_evidence
from dipevents.events.status import Phase, Status, read_status
from dipevents.events.visit_frames import Frame, Kind, read_frame, travellers, visit_words
from dipevents.events.visit_merge import join_visits, joined_date, same_party, same_visit
from dipevents.events.visit_places import countries_of, find_dateline, foreign_places, places_of
from dipevents.mentions.gazetteer import country_name
from dipevents.mentions.timing import date_mentions_of, date_of
from dipevents.models.actor import ActorKind
from dipevents.models.place import Place
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Word

__all__ = ["find_visits"]

ROOM = "visit"
STATUS = {
    Phase.HAPPENED: VisitStatus.OCCURRED,
    Phase.ONGOING: VisitStatus.OCCURRED,
    Phase.PLANNED: VisitStatus.PLANNED,
    Phase.NEGOTIATING: VisitStatus.POSSIBLE,
    Phase.POSSIBLE: VisitStatus.POSSIBLE,
    Phase.DENIED: VisitStatus.CANCELLED,
}
REACH = 12
"""How many sentences back "the trip" may point."""
FIRM = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.NOUN, Kind.VISITING, Kind.RECEIVE, Kind.DUE, Kind.INVITE})
"""Frames that tell of a visit even where the place must be found elsewhere."""
SIDES = frozenset({Kind.MEET, Kind.MEETING})


@dataclass(slots=True)
class _Draft:
    """A frame whose words are identified."""

    frame: Frame
    visitors: tuple[Actor, ...]
    hosts: tuple[Actor, ...]
    places: tuple[Place, ...]
    origin: Place | None
    when: EventDate | None
    days: int | None
    status: VisitStatus
    cue: Status
    evidence: list[Word] = field(default_factory=list)

    @property
    def at(self) -> int:
        return self.frame.trigger.sentence.i


def find_visits(mentions: Mentions) -> list[Visit]:
    """The visits that an article tells of, in text order."""
    drafts, meetings = [], []
    for sentence in mentions.sentences:
        for word in sentence.words:
            frame = read_frame(word)
            if frame is None:
                continue
            (meetings if frame.kind in SIDES else drafts).extend(_drafts(mentions, frame))
    _complete(mentions, drafts)
    visits = [_visit(mentions, d) for d in drafts if d.visitors and (d.places or d.hosts)]
    merged = merge(visits, same_visit, join_visits)
    merged = _attach_meetings(mentions, merged, meetings)
    merged = [_finished(visit, drafts, mentions) for visit in merged]
    return sorted(merged, key=lambda v: v.start)


def _drafts(mentions: Mentions, frame: Frame) -> list[_Draft]:
    """One draft for each state whose people travel; none where nobody official does."""
    visitors = _official(mentions, frame, travellers(frame.visitors))
    hosts = _people(mentions, frame.hosts)
    named = places_of(mentions, frame.goals)
    if frame.local in {"here", "there"} and not named:
        named = _pointed(mentions, frame)
    hosts = union(hosts, _goal_hosts(mentions, frame))
    status = read_status(frame.trigger)
    when, days = _time(mentions, frame)
    if frame.kind in SIDES:
        everybody = _people(mentions, travellers(frame.visitors))
        return [_Draft(frame, everybody, hosts, named, None, when, days, _stage(status), status)]
    found = []
    for party in _parties(visitors) or [()]:
        hosting = tuple(h for h in hosts if h not in party)
        draft = _Draft(frame, party, hosting, named, None, when, days, _stage(status), status)
        if _counts(mentions, draft):
            found.append(draft)
    return found


def _stage(status: Status) -> VisitStatus:
    """The stage of a visit; to talk about one says nothing of it."""
    if status.phase is Phase.NEGOTIATING and any(w.lemma in visit_words("support", "topics") for w in status.cue):
        return VisitStatus.OCCURRED
    return STATUS[status.phase]


def _pointed(mentions: Mentions, frame: Frame) -> tuple[Place, ...]:
    """The place that "here" points at; "there" is found beside another visit."""
    dateline = find_dateline(mentions) if frame.local == "here" else None
    return (dateline,) if dateline is not None else ()


def _parties(visitors: Sequence[Actor]) -> list[tuple[Actor, ...]]:
    """Visitors by state, as each state's delegation makes a visit of its own; the stateless go with the first."""
    groups: dict[str | None, list[Actor]] = {}
    for actor in visitors:
        groups.setdefault(actor.country, []).append(actor)
    return [tuple(group) for group in groups.values()]


def _people(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    return union(*(mentions.actors.who(w) for w in words))


def _official(mentions: Mentions, frame: Frame, words: Iterable[Word]) -> tuple[Actor, ...]:
    """Those of the words that can be on a visit."""
    found: list[Actor] = []
    for word in words:
        if word.lemma in visit_words("people", "others") or word.lemma in visit_words("metaphors", "subjects"):
            continue
        for actor in mentions.actors.who(word):
            if _can_visit(actor, frame, word) and actor not in found:
                found.append(actor)
    return tuple(found)


def _can_visit(actor: Actor, frame: Frame, word: Word) -> bool:
    if actor.kind is ActorKind.STATE:
        return frame.kind is Kind.NOUN and word.dep == "amod"
    if actor.kind in {ActorKind.ORGANIZATION, ActorKind.IGO}:
        return frame.kind not in {Kind.GO, Kind.STAY, Kind.LEAVE, Kind.MEET, Kind.MEETING}
    if actor.kind is ActorKind.GROUP and not word.pos == "PROPN":
        return word.lemma in visit_words("people", "bearers")
    return True


def _goal_hosts(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """People as goals ("visited the king") and the bearers of an invitation are hosts."""
    found: list[Actor] = []
    for word in frame.goals:
        for actor in mentions.actors.at(word):
            if actor.kind is ActorKind.PERSON and frame.kind in {Kind.VISIT, Kind.NOUN}:
                found.append(actor)
    return tuple(found)


def _time(mentions: Mentions, frame: Frame) -> tuple[EventDate | None, int | None]:
    when = date_of(mentions, frame.trigger)
    days = None
    for mention in date_mentions_of(mentions, frame.trigger):
        value = mention.timex_value
        if mention.timex_type == "DURATION" and value[:1] == "P" and value[-1:] in {"D", "W"} and value[1:-1].isdigit():
            days = int(value[1:-1][:3]) * (7 if value[-1] == "W" else 1)
            break
    return when, days


def _counts(mentions: Mentions, draft: _Draft) -> bool:
    """Whether a draft may be a visit; says why where it is none."""
    frame = draft.frame
    word = frame.trigger
    if frame.kind in SIDES:
        return bool(draft.visitors or draft.hosts)
    if not draft.visitors:
        if frame.kind is Kind.NOUN and frame.definite:
            return True
        mentions.skip(word, ROOM, "nobody official travels")
        return False
    if frame.local == "home" and not draft.places:
        mentions.skip(word, ROOM, "the way home")
        return False
    abroad = foreign_places(draft.places, draft.visitors)
    if _goes_back(word) and not any(v.country for v in draft.visitors):
        mentions.skip(word, ROOM, "perhaps the way home")
        return False
    if frame.kind is Kind.LEAVE and not draft.places:
        abroad = foreign_places(places_of(mentions, frame.origins), draft.visitors)
        if not abroad or draft.status is not VisitStatus.OCCURRED:
            mentions.skip(word, ROOM, "no destination")
            return False
    if draft.places and not abroad:
        mentions.skip(word, ROOM, "domestic")
        return False
    draft.places = abroad
    if not abroad and frame.kind is Kind.RECEIVE:
        return _received_abroad(mentions, draft)
    if not abroad and frame.kind not in FIRM:
        mentions.skip(word, ROOM, "no destination")
        return False
    if frame.kind in {Kind.STAY, Kind.ATTEND} and draft.status is VisitStatus.POSSIBLE:
        mentions.skip(word, ROOM, "presence that is only possible")
        return False
    if frame.kind not in FIRM and not any(p.country for p in abroad):
        mentions.skip(word, ROOM, "no foreign destination")
        return False
    return True


def _goes_back(word: Word) -> bool:
    return word.lemma == "return" or any(c.lower == "back" for c in word.children)


def _received_abroad(mentions: Mentions, draft: _Draft) -> bool:
    """A guest is on a visit where host and guest are of different states."""
    guests = {v.country for v in draft.visitors}
    hosts = {h.country for h in draft.hosts if h.country}
    if not hosts or guests & hosts or (None in guests and not any(v.kind is ActorKind.IGO for v in draft.visitors)):
        mentions.skip(draft.frame.trigger, ROOM, "guest and host are not of two states")
        return False
    return True


def _complete(mentions: Mentions, drafts: list[_Draft]) -> None:
    """Finds visitors and places that a frame leaves out in the other accounts of the article."""
    for draft in drafts:
        if not draft.visitors:
            _point_back(draft, drafts)
    for draft in drafts:
        if draft.visitors and not draft.places:
            _find_place(mentions, draft, drafts)


def _point_back(draft: _Draft, drafts: Sequence[_Draft]) -> None:
    """"the trip" is the visit that was told last."""
    for other in reversed([d for d in drafts if d.frame.trigger.start < draft.frame.trigger.start]):
        if draft.at - other.at > REACH:
            return
        if other.visitors and (other.places or other.hosts) and (not draft.places or _agree(draft, other)):
            draft.visitors, draft.places = other.visitors, draft.places or other.places
            if draft.status is VisitStatus.OCCURRED:
                draft.status, draft.cue = other.status, other.cue
            return


def _agree(one: _Draft, other: _Draft) -> bool:
    return bool(countries_of(one.places) & countries_of(other.places))


def _find_place(mentions: Mentions, draft: _Draft, drafts: Sequence[_Draft]) -> None:
    best: _Draft | None = None
    for other in drafts:
        if other is draft or not other.places or not same_party(draft.visitors, other.visitors):
            continue
        if best is None or abs(other.at - draft.at) < abs(best.at - draft.at):
            best = other
    if best is not None:
        draft.places = best.places
        return
    here = find_dateline(mentions) if draft.frame.kind in {Kind.ARRIVE, Kind.NOUN, Kind.VISITING, Kind.DUE} else None
    if here is not None and here.country and foreign_places((here,), draft.visitors):
        draft.places = (here,)


def _visit(mentions: Mentions, draft: _Draft) -> Visit:
    frame = draft.frame
    origins = places_of(mentions, frame.origins)
    status, when = draft.status, draft.when
    if status is VisitStatus.OCCURRED and when and mentions.published and when.earliest and when.earliest > mentions.published:
        status = VisitStatus.PLANNED
    places = draft.places
    if not places:
        places = tuple(
            _home(mentions, host) for host in draft.hosts[:1] if host.country and frame.kind in {Kind.RECEIVE, Kind.VISIT, Kind.NOUN, Kind.INVITE}
        )
    return Visit(
        visitors=draft.visitors,
        hosts=draft.hosts,
        destinations=places,
        origin=origins[0] if origins else None,
        when=when,
        status=status,
        status_evidence=draft.cue.evidence(mentions),
        evidence=(mentions.sentence_evidence(frame.trigger.sentence),),
    )


def _home(mentions: Mentions, host: Actor) -> Place:
    return Place(name=country_name(host.country or "") or host.name, country=host.country)


def _attach_meetings(mentions: Mentions, visits: list[Visit], meetings: Iterable[_Draft]) -> list[Visit]:
    """Meetings give a told visit its hosts; a meeting abroad is a visit of its own."""
    found = list(visits)
    for meeting in meetings:
        if meeting.status in {VisitStatus.POSSIBLE, VisitStatus.CANCELLED}:
            continue
        attached = False
        for one, other in _sides(meeting):
            at = _nearest(found, one, other, meeting)
            if at is not None:
                hosts = tuple(h for h in other if _may_host(h, found[at]))
                seen = replace(found[at], hosts=union(found[at].hosts, hosts), when=found[at].when or meeting.when)
                mine = Visit(evidence=(mentions.sentence_evidence(meeting.frame.trigger.sentence),))
                found[at] = with_evidence(seen, found[at], mine)
                attached = True
        if not attached:
            for visit in _meeting_abroad(mentions, meeting):
                found = merge([*found, visit], same_visit, join_visits)
    return found


def _sides(meeting: _Draft) -> list[tuple[tuple[Actor, ...], tuple[Actor, ...]]]:
    one, other = meeting.visitors, meeting.hosts
    if not one:
        return [((actor,), tuple(a for a in other if a is not actor)) for actor in other]
    return [(one, other), (other, one)]


def _may_host(actor: Actor, visit: Visit) -> bool:
    countries = countries_of(visit.destinations)
    if actor.name in {v.name for v in visit.visitors} or actor.kind is ActorKind.STATE:
        return False
    return actor.country in countries or (actor.country is None and actor.kind is ActorKind.PERSON) or not countries


def _nearest(visits: Sequence[Visit], one: Sequence[Actor], other: Sequence[Actor], meeting: _Draft) -> int | None:
    """The told visit of one side that a meeting belongs to: the one told closest to it."""
    names = {a.name for a in one}
    where = countries_of(meeting.places)
    best, best_gap = None, 10**9
    for at, visit in enumerate(visits):
        if visit.status is VisitStatus.CANCELLED or not any(v.name in names for v in visit.visitors):
            continue
        countries = countries_of(visit.destinations)
        if where and countries and not where & countries:
            continue
        if not any(_may_host(h, visit) for h in other):
            continue
        if visit.when and meeting.when and not same_visit(visit, replace(visit, when=meeting.when)):
            continue
        gap = min(abs(e.start - meeting.frame.trigger.start) for e in visit.evidence)
        if gap < best_gap:
            best, best_gap = at, gap
    return best


def _meeting_abroad(mentions: Mentions, meeting: _Draft) -> list[Visit]:
    """Visits of those who meet in a country that is not their own."""
    where = countries_of(meeting.places)
    if len(where) != 1:
        return []
    everybody = union(meeting.visitors, meeting.hosts)
    guests = [a for a in everybody if a.country not in where and (a.country or a.kind is ActorKind.IGO)]
    hosts = tuple(a for a in everybody if a.country in where)
    return [
        _visit(mentions, replace(meeting, visitors=party, hosts=hosts, places=meeting.places))
        for party in _parties([g for g in guests if g.kind in {ActorKind.PERSON, ActorKind.GROUP}])
    ]


def _finished(visit: Visit, drafts: Sequence[_Draft], mentions: Mentions) -> Visit:
    """With the length of the stay where another account of it gives it."""
    when = visit.when
    if when is None or not when.is_day:
        return visit
    starts = {e.start for e in visit.evidence}
    for draft in drafts:
        if draft.days and draft.days > 1 and draft.frame.trigger.sentence.start in starts and same_party(visit.visitors, draft.visitors):
            return replace(visit, when=when.lasting(draft.days))
    return visit
