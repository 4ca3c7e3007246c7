"""From the words of a frame to those who travel: identified, sorted by state, and checked for what is no visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dipevents.events.explained import telling_words
from dipevents.events.merge import union
from dipevents.events.moods import is_customary
from dipevents.events.phases import is_among, words_of
from dipevents.events.status import Phase, Status, read_status
from dipevents.events.visit.attendance import is_occasion
from dipevents.events.visit.coming import as_awaited, in_turn, is_put_back, moved_to, put_back
from dipevents.events.visit.company import parties
from dipevents.events.visit.draft_dates import date_told, or_of_occasion
from dipevents.events.visit.frames import Frame, Kind, is_of_sport, visit_words
from dipevents.events.visit.goals import comes_back, without_idle_guess
from dipevents.events.visit.hosts import hosts_of, unnamed_guests
from dipevents.events.visit.legs import each_of, legs_of
from dipevents.events.visit.now import is_meanwhile
from dipevents.events.visit.occasions import occasion_for
from dipevents.events.visit.people import identify, known_home, of_sender, official
from dipevents.events.visit.places import find_dateline, is_of_state, last_named, places_of, state_of_sites
from dipevents.events.visit.refusals import OPEN, why_not
from dipevents.events.visit.stages import needs_no_guest, stage_by, stage_of, teller_of
from dipevents.events.visit.stays import is_of_purpose, is_of_stay, stays_behind
from dipevents.events.visit.subjects import is_nobody
from dipevents.events.visit.time import is_there_now
from dipevents.events.visit.travellers import guests, travellers
from dipevents.mentions.timing import is_ahead
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.models.event_date import EventDate
from dipevents.models.place import Place
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import auxiliaries, conjuncts, is_negated, support_verb
from dipevents.reading.grammar import is_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.events.visit.occasions import Occasion
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["SIDES", "Draft", "explain", "is_left", "is_to_return", "read_drafts"]

NARROW = frozenset({Kind.STAY, Kind.GO, Kind.ARRIVE, Kind.LEAVE, Kind.DUE, Kind.SEND})
"""Frames of motion and presence, whose goal is a place and not whatever has one."""
GONE = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.GO, Kind.STAY})
"""Frames whose past tells that they are there: a day to come is another event's."""
HABIT, NOBODY = "a habit", "nobody official travels"
"""Why a frame is no visit: it tells what always or seldom is done, or has no guests."""
SIDES = frozenset({Kind.MEET, Kind.MEETING, Kind.TELL})
"""Frames with two sides, neither of which is said to travel."""


@dataclass(slots=True)
class Draft:
    """A frame whose words are identified.

    Attributes:
        frame: The frame.
        visitors: Who travels, of one state; one side of a meeting.
        hosts: Who receives; the other side of a meeting.
        places: Where they go, outside their own country.
        when: The date that the clause gives.
        days: The length of the stay that the clause gives.
        status: How real it is, with its cue.
        stage: The same in terms of visits.
        doubt: What leaves it open whether it is a visit; empty where nothing does.
        meant: The account that "the trip" means, where it means one.
    """

    frame: Frame
    visitors: tuple[Actor, ...]
    hosts: tuple[Actor, ...]
    places: tuple[Place, ...]
    when: EventDate | None
    days: int | None
    status: Status
    stage: VisitStatus
    doubt: str = ""
    meant: Draft | None = None

    @property
    def at(self) -> int:
        """Position of its sentence."""
        return self.frame.trigger.sentence.i


def read_drafts(mentions: Mentions, frame: Frame) -> list[Draft]:
    """One draft for each state whose people travel; none where the frame is no visit."""
    if frame.kind in SIDES:
        return _read_meeting(mentions, frame, travellers(frame.visitors))
    if not frame.visitors and not needs_no_guest(frame):
        if mentions.skipped is not None:
            explain(mentions, frame, HABIT if _is_generic(frame, ()) else NOBODY)
        return []
    if legs := legs_of(mentions, frame):
        return _read_legs(mentions, frame, legs)
    if each := each_of(mentions, frame):
        return _read_each(mentions, each)
    if frame.kind is Kind.LEAVE and frame.origins and frame.goals:
        far = frame.trigger.tag in {"VBD", "VBN"} and _is_far_off(mentions, frame)
        if far or stays_behind(frame.trigger):
            return _read_both_ends(mentions, frame)
    also = [w for w in conjuncts(frame.occasion) if is_occasion(w)] if frame.occasion is not None else []
    found = _read_visits(mentions, frame)
    for other in also:  # "will attend the summit in Prague and the forum in Oslo"
        found.extend(_read_visits(mentions, replace(frame, occasion=other, goals=()), later=True))
    return found


def _is_far_off(mentions: Mentions, frame: Frame) -> bool:
    """Whether somebody leaves a state that is known not to be his own: "Peru's Kim left PRAGUE for Riga"."""
    homes = {known_home(a) for w in guests(frame) for a in identify(mentions, w)}
    left = countries_of(places_of(mentions, frame.origins, sites=False))
    return len(homes) == 1 and None not in homes and bool(left) and not homes & left


def explain(mentions: Mentions, frame: Frame, reason: str) -> None:
    """Keeps why a frame is no visit, where its trigger is a word of travel for any reader."""
    mentions.skip(frame.trigger, "visit", reason, of=telling_words("visit"))


def _read_legs(
    mentions: Mentions, frame: Frame, legs: Iterable[tuple[tuple[Word, ...], DateMention | None]]
) -> list[Draft]:
    """The drafts of journeys that have a day each."""
    found: list[Draft] = []
    for goals, mention in legs:
        for draft in _read_visits(mentions, replace(frame, goals=goals, occasion=None), later=True):
            if mention is not None:
                draft.when = as_awaited(mentions, frame, mention, ahead=draft.stage is VisitStatus.PLANNED)
            elif any(is_ahead(mentions, other.when) for other in found):
                draft.stage = VisitStatus.PLANNED
            found.append(draft)
    if all(draft.stage is VisitStatus.OCCURRED for draft in found):
        for draft, when in zip(found, in_turn([draft.when for draft in found]), strict=True):
            draft.when = when
    return found


def _read_each(mentions: Mentions, each: Iterable[tuple[Frame, DateMention]]) -> list[Draft]:
    """The drafts of guests who have a day each."""
    found: list[Draft] = []
    for frame, mention in each:
        for draft in _read_visits(mentions, frame, later=True):
            draft.when = as_awaited(mentions, frame, mention, ahead=draft.stage is VisitStatus.PLANNED)
            found.append(draft)
    return found


def _read_both_ends(mentions: Mentions, frame: Frame) -> list[Draft]:
    """Who leaves one state abroad for another after a stay: "left PRAGUE on Monday FOR RIGA after talks"."""
    going = _read_visits(mentions, frame)
    left = _read_visits(mentions, replace(frame, goals=(), bound=False))
    for draft in going if left else ():
        if draft.when is not None and draft.when.latest is not None:
            draft.when, draft.days = EventDate.on(draft.when.latest), None  # that of leaving ends the stay
    return [*left, *going]


def _read_visits(mentions: Mentions, frame: Frame, *, later: bool = False) -> list[Draft]:
    """The drafts of one goal or occasion; `later` where the days of the clause are those of one told before it."""
    words = guests(frame)
    visitors = without_idle_guess(mentions, frame, official(mentions, frame, words)) if words else ()
    if _is_generic(frame, words):
        explain(mentions, frame, HABIT)
        return []
    doubt = ""
    if not visitors and not needs_no_guest(frame):
        visitors, doubt = _perhaps_official(mentions, frame, words), NOBODY
        if not visitors:
            explain(mentions, frame, doubt)
            return []
    status = read_status(teller_of(frame.trigger))
    stage = stage_of(frame, status)
    moved = moved_to(mentions, frame.trigger) is not None or is_put_back(mentions, frame.trigger)
    if stage is VisitStatus.CANCELLED and moved:
        stage = VisitStatus.PLANNED  # "POSTPONED the trip to June", "DELAYED the trip by a day"
    occasion = occasion_for(mentions, frame, ahead=stage is not VisitStatus.OCCURRED)
    places = _goals(mentions, frame, occasion)
    hosts = hosts_of(mentions, frame)
    there = countries_of(places)
    homes = {known_home(v) for v in visitors} - {None}
    if len(homes) == 1 and not homes & there and frame.kind in NARROW - {Kind.STAY}:  # "Kim flew with MINISTER LEE"
        visitors = tuple(of_sender(v, *homes) if is_of_state(v, there) else v for v in visitors)
    at_home = tuple(v for v in visitors if is_of_state(v, there) and v.kind is ActorKind.PERSON)
    if len(at_home) < len(visitors):  # "Kim and his Czech colleague opened the plant in Brno": that one is the host
        hosts, visitors = union(hosts, at_home), tuple(v for v in visitors if v not in at_home)
        foreign = tuple(v for v in visitors if v.country or v.kind is not ActorKind.PERSON)
        visitors = foreign if at_home else visitors  # beside who is at home, nobody of unknown state is a guest
    met = _met_of_no_state(frame, visitors)
    hosts, visitors = union(hosts, met), tuple(v for v in visitors if v not in met)
    found = []
    for party in parties(visitors) or [()]:
        hosting = tuple(h for h in hosts if h not in party)
        draft = Draft(frame, party, hosting, places, None, None, status, stage, doubt)
        if _counts(mentions, draft):
            found.append(draft)
    if found:
        when, days = (None, None) if later else date_told(mentions, frame, stage)
        if frame.local == "there" and not when and not frame.goals:  # "was sworn in on Monday. Kim WAS THERE"
            occasion = occasion_for(mentions, replace(frame, untold=True), ahead=stage is not VisitStatus.OCCURRED)
        when = or_of_occasion(mentions, frame, occasion, stage, places, own=when)
        gone = frame.kind in GONE and frame.trigger.tag == "VBD" and stage is VisitStatus.OCCURRED
        stays_on = is_there_now(frame) and stage is VisitStatus.OCCURRED
        gone = gone or (stays_on and is_of_purpose(frame.trigger, when))
        gone = gone or (status.phase is Phase.HAPPENED and is_meanwhile(frame.trigger, when))
        when = None if gone and is_ahead(mentions, when) else when  # "WENT to Prague ahead of a summit next week"
        left = is_left(frame) and status.phase is Phase.HAPPENED
        stage = VisitStatus.OCCURRED if left else stage
        last = when.latest if left and when is not None else None
        when = None if last and mentions.published and last >= mentions.published else when
        for draft in found:
            draft.when, draft.days = put_back(mentions, frame.trigger, when), days
            draft.stage = VisitStatus.OCCURRED if _is_only_topic(mentions, draft) else stage
    return found


def _met_of_no_state(frame: Frame, visitors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who is met by guests of a known state, and of none himself: "will meet PRESIDENT RUIZ during a visit to Lima"."""
    meets = support_verb(frame.trigger) if frame.kind is Kind.NOUN else None
    if meets is None or meets.lemma != "meet" or all(known_home(v) is None for v in visitors):
        return ()
    return tuple(v for v in visitors if v.country is None and v.kind is ActorKind.PERSON)


def is_left(frame: Frame) -> bool:
    """Whether somebody comes back from where he was: "RETURNS FROM Prague today", "returning FROM A VISIT there"."""
    trigger = frame.trigger
    back = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower == "from" else trigger
    back = back.head if back.lower == "back" else back  # "has come BACK from a tour"
    return back.is_verb and comes_back(back) and (back is not trigger or (bool(frame.origins) and not frame.goals))


def _is_only_topic(mentions: Mentions, draft: Draft) -> bool:
    """Whether a visit that is over is what something planned is about: "was to brief her ON last week's VISIT"."""
    trigger, when = draft.frame.trigger, draft.when
    about = trigger.dep == "pobj" and trigger.head.lower in {"on", "about"}
    about = about and (trigger.head.head.is_verb or trigger.head.head.dep == "dobj")
    over = when is not None and when.latest and mentions.published and when.latest < mentions.published
    return bool(over) and about and draft.stage is VisitStatus.PLANNED and trigger not in draft.status.cue


def _is_generic(frame: Frame, words: Sequence[Word]) -> bool:
    """Whether what some always or seldom do is told: "Kenyan leaders SELDOM undertake such tours"."""
    verb = frame.trigger if frame.trigger.is_verb else support_verb(frame.trigger)
    habit = verb is not None and any(c.lower in visit_words("support", "habits") for c in verb.children)
    if verb is not None and (_is_liked(verb) or is_customary(verb, always=False)):
        return True  # "WHENEVER he is ill, he flies to Prague"
    above = frame.trigger.head if frame.trigger.dep == "dobj" else frame.trigger
    again = frame.definite and any(c.lower in words_of("often") for c in above.children)
    if again and is_among(above, "calling_off"):
        return True  # "is due on Monday. He has TWICE PUT OFF the trip"
    bare = any(c.lower == "to" for c in frame.trigger.children)  # "NOT TO RECEIVE foreign delegations"
    habit = habit or (bare and frame.kind is Kind.RECEIVE and is_negated(frame.trigger))
    if verb is not None and (verb.tag in {"VBZ", "VBP"} or frame.kind is Kind.LEAVE):
        return habit  # "RARELY TRAVELS to summits", "SELDOM LEFT the country"
    return habit and all(w.tag == "NNS" and not any(c.dep in {"det", "nummod"} for c in w.children) for w in words)


def _is_liked(verb: Word) -> bool:
    """Whether somebody does so as a rule: "LIKES TO TRAVEL to Prague", but "would like to"; "the HABIT OF GOING"."""
    if is_question(verb.sentence) and any(c.lower == "ever" for c in verb.children):
        return any(h.tag == "MD" for h in auxiliaries(verb))  # "WILL he EVER VISIT a friendly country?"
    if verb.dep == "pcomp":
        return verb.head.lower == "of" and verb.head.head.lemma in visit_words("support", "customs")
    liking = verb.head.lemma in visit_words("support", "liking") and verb.head.tag in {"VBP", "VBZ"}
    return liking and verb.dep == "xcomp"


def _read_meeting(mentions: Mentions, frame: Frame, words: Iterable[Word]) -> list[Draft]:
    """The draft of a meeting, which has two sides or a place abroad, and has taken or will take place."""
    sides = without_idle_guess(mentions, frame, union(*(identify(mentions, w) for w in words)))
    hosts = hosts_of(mentions, frame)
    if not (sides or hosts or frame.hosts):
        return []
    beside = frame.trigger.pos == "ADV" and frame.trigger.head.is_verb  # "WAS TO HAVE STOOD next to Zeman"
    status = read_status(frame.trigger.head if beside else frame.trigger)
    occasion = occasion_for(mentions, frame, ahead=stage_by(status) is VisitStatus.PLANNED)
    places = _goals(mentions, frame, occasion)
    hosts = union(hosts, unnamed_guests(mentions, frame, places))
    meets = bool(hosts) and len(sides) + len(hosts) > 1
    moves = frame.kind is not Kind.TELL and len(countries_of(places)) == 1 and bool(sides or hosts)
    if not meets and not moves:
        return []
    stage = stage_of(frame, status)
    if stage is VisitStatus.CANCELLED or stage_by(status) in {VisitStatus.POSSIBLE, VisitStatus.CANCELLED}:
        return []
    when, days = date_told(mentions, frame, VisitStatus.PLANNED if is_of_stay(frame.trigger) else stage)
    when = or_of_occasion(mentions, frame, occasion, stage_by(status), places, own=when)
    return [Draft(frame, sides, hosts, places, when, days, status, stage_by(status))]


def _goals(mentions: Mentions, frame: Frame, occasion: Occasion | None) -> tuple[Place, ...]:
    """The places that the goals of a frame name, that "here" and "there" point at, or where its occasion is."""
    here = find_dateline(mentions, frame.trigger) if frame.local == "here" else None
    if here is not None and here.country and all(w.pos == "NOUN" for w in frame.goals):
        return (here,)  # "arrived HERE for talks on the war in Africa"
    places = places_of(mentions, frame.goals, sites=frame.kind not in NARROW, occasions=frame.kind is not Kind.STAY)
    if places:
        return places
    if occasion is not None and occasion.places:
        return occasion.places
    if frame.kind is Kind.VISIT and (places := state_of_sites(mentions, frame.goals)):
        return places
    if any(c.lower == "this" for w in frame.goals if w.lemma in visit_words("places", "again") for c in w.children):
        return (here,) if (here := find_dateline(mentions, frame.trigger)) is not None else ()
    town = any(w.lemma in {"city", "town"} and [c.lower for c in w.children] == ["the"] for w in frame.goals)
    if town and frame.kind is not Kind.GO and (pointed := last_named(mentions, frame.trigger, town=True)) is not None:
        return (pointed,)
    if frame.local not in {"here", "there"}:
        return ()
    pointed = (find_dateline if frame.local == "here" else last_named)(mentions, frame.trigger)
    if pointed is None and frame.local == "there" and not is_negated(frame.trigger):
        scene = occasion_for(mentions, replace(frame, untold=True), ahead=False)
        return scene.places if scene is not None else ()
    return (pointed,) if pointed is not None else ()


def _counts(mentions: Mentions, draft: Draft) -> bool:
    """Whether a draft may be a visit; keeps the reason where it is none. Leaves only its places abroad."""
    reason = why_not(mentions, draft)
    if reason and reason not in OPEN:
        explain(mentions, draft.frame, reason)
        return False
    draft.doubt = draft.doubt or reason
    return True


def _perhaps_official(mentions: Mentions, frame: Frame, words: Iterable[Word]) -> tuple[Actor, ...]:
    """Whoever a frame names, though no rule tells that they travel for an office; no "SINGER Ana Ruiz"."""
    if (frame.kind is Kind.ABSENT and not frame.goals) or is_of_sport(frame.trigger.sentence):
        return ()
    private, somebody = visit_words("people", "others"), [w for w in words if w.is_noun and not is_nobody(w)]
    somebody = [w for w in somebody if not any(c.dep == "compound" and c.lemma in private for c in w.children)]
    found = union(*(identify(mentions, w) for w in somebody))
    return without_idle_guess(mentions, frame, tuple(a for a in found if a.kind is not ActorKind.STATE))


def is_to_return(draft: Draft) -> bool:
    """Whether somebody will come to a place once more: "is due there AGAIN on Monday", "will RETURN to Prague"."""
    trigger = draft.frame.trigger
    near = [c for verb in (trigger, *([trigger.head] if trigger.pos == "ADJ" else [])) for c in verb.children]
    beside = any(c.lower in {"again", "back"} for w in near for c in (w, *w.children))
    return draft.stage is not VisitStatus.OCCURRED and trigger.pos != "NOUN" and (trigger.lemma == "return" or beside)
