"""The account of a visit that one without a place means: the nearest of the same visitor, at the time that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.coming import is_later, is_long_past
from dipevents.events.visit.frames import Kind, visit_words
from dipevents.events.visit.goals import comes_back
from dipevents.events.visit.legs import leads_on
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.people import known_home
from dipevents.events.visit.places import are_abroad, find_dateline, home_of, places_of, states_of_regions
from dipevents.events.visit.public import has_office
from dipevents.mentions.timing import is_ahead
from dipevents.models.actor import countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import auxiliaries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.place import Place
    from dipevents.reading.sentence import Word

__all__ = ["is_of_guest", "is_off", "place_by_meetings", "received_by", "told_nearest", "was_elsewhere"]

BACK = 12
"""How many sentences back a verb without a place may point."""
LEAD = 1
"""Sentences of a report that tell of where it is from."""
NEXT = 2
"""How many sentences behind a told visit a site of unknown state belongs to it."""


def is_of_guest(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether only a host has part in "the visit": "Kim flies to Prague. Zeman hopes to sign it DURING THE VISIT"."""
    noun = draft.frame.trigger
    within = draft.frame.kind is Kind.NOUN and noun.dep == "pobj" and noun.head.lower in {"during", "on"}
    alone = within and draft.frame.definite and not (draft.places or draft.frame.local)
    told = next((o for o in reversed(before) if o.visitors and countries_of(o.places)), None) if alone else None
    own = countries_of(draft.visitors)
    return told is not None and bool(own) and own <= countries_of(told.places) - countries_of(told.visitors)


def told_nearest(mentions: Mentions, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The nearest account with the same visitor and a place; of a verb without a place one that was told before."""
    if _is_left_behind(draft):
        told = (o for o in reversed(drafts[: drafts.index(draft)]) if not same_party(o.visitors, draft.visitors))
        return next((o for o in told if countries_of(o.places)), None)
    left = countries_of(places_of(mentions, draft.frame.origins)) if not draft.places else frozenset()
    trigger = draft.frame.trigger
    holder = trigger.head.head if trigger.lemma == "arrival" and trigger.dep == "pobj" else trigger.head
    past = "VBD" in {trigger.tag, holder.tag}  # "her visit CAME a day later", "TOLD them on arrival"
    clear = draft.stage is VisitStatus.PLANNED or past
    clear = clear and not draft.places and not draft.frame.local
    near: Draft | None = None
    near_by = (False, 0)
    for other in drafts:
        along = draft.frame.elliptic and other.at == draft.at  # "accompanied by Lee, is on a tour OF ASIA"
        placed = are_abroad(other.places) if along else bool(countries_of(other.places))
        if other is draft or not placed or not same_party(draft.visitors, other.visitors):
            continue
        gap = abs(other.at - draft.at)
        if _is_elsewhere(mentions, draft, other, left) or (
            draft.frame.elliptic and (gap > BACK or other.at > draft.at)
        ):
            continue
        if clear and draft.stage is VisitStatus.OCCURRED and _is_to_come(mentions, other):
            continue  # "told reporters ON ARRIVAL that he would visit Prague", "will visit Prague … TOURED a station"
        other_time = clear and (other.stage is VisitStatus.OCCURRED) is not (draft.stage is VisitStatus.OCCURRED)
        open_still = other.stage is VisitStatus.POSSIBLE and draft.stage is VisitStatus.OCCURRED and not draft.places
        other_time = other_time or open_still  # "flew to Prague … is invited to Oslo, too. The TRIP came after"
        other_time = other_time or is_long_past(mentions, other.when) is not is_long_past(mentions, draft.when)
        other_time = other_time or (draft.frame.kind is Kind.NOUN and _was_before(other) and not _was_before(draft))
        if near is None or (other_time, gap) < near_by:
            near, near_by = other, (other_time, gap)
    return near


def _was_before(draft: Draft) -> bool:
    """Whether a journey is told as one before the news: "HAD BEEN in Prague"."""
    return any(w.lower == "had" for w in auxiliaries(draft.frame.trigger))


def _is_left_behind(draft: Draft) -> bool:
    """Whether somebody did not go along with others: "had been due TO ACCOMPANY the king but stayed behind"."""
    return draft.frame.elliptic and draft.frame.kind is Kind.SEND and draft.stage is VisitStatus.CANCELLED


def _is_behind(visit: Word, arrival: Word) -> bool:
    """Whether a visit was over before somebody arrived elsewhere."""
    return visit.dep == "pobj" and visit.head.lower in {"after", "following"} and visit.head.head is arrival


def _is_elsewhere(mentions: Mentions, draft: Draft, other: Draft, left: frozenset[str]) -> bool:
    """Whether an account is of another journey of the same visitor than one that names no place, or a site only."""
    verb, ahead = draft.frame.trigger, other.frame.trigger
    if is_off(other, draft) or (draft.places and (abs(other.at - draft.at) > NEXT or other.at > draft.at)):
        return True
    if ahead.lower == "back" and draft.frame.goals and draft.stage is VisitStatus.PLANNED:
        return True  # "BACK from Lima … on Sunday he will go to the department of Rio Negro"
    if not draft.places and ahead.start > verb.start and (leads_on(ahead) or other.frame.origins):
        return True  # "arrived on Monday … is due in Prague NEXT", "will THEN go on to Prague"
    if not draft.places and ahead.start > verb.start and _is_later_journey(mentions, draft, other):
        return True
    after = draft.frame.kind is Kind.NOUN and comes_back(ahead)
    there = countries_of(other.places)
    if there and there <= left and not after:
        return True  # "arrived FROM PRAGUE, where she had spent two days", but "returned from Prague after a TRIP"
    if other.frame.kind is Kind.LEAVE and other.stage is VisitStatus.PLANNED and draft.stage is not other.stage:
        return True  # "arrived on Monday … before LEAVING FOR PRAGUE"
    only_thought = other.stage is VisitStatus.POSSIBLE and draft.stage is VisitStatus.OCCURRED
    if only_thought and other.frame.trigger.sentence.heading and not draft.places:
        return True  # "Kim ends trip, MAY GO to Prague", above "concluded his first foreign TRIP"
    if draft.frame.kind is Kind.ARRIVE and _is_behind(ahead, verb):
        return True  # "arrived on Monday AFTER A VISIT to Prague"
    return other.at > draft.at and _is_scene(mentions, draft, other)


def _is_scene(mentions: Mentions, draft: Draft, other: Draft) -> bool:
    """Whether somebody came where a report is from: "OSLO – Kim ARRIVED on Friday. … He had been in Riga"."""
    here = find_dateline(mentions, draft.frame.trigger)
    abroad = here is not None and here.country is not None and here.country not in {v.country for v in draft.visitors}
    kinds = {Kind.ARRIVE, Kind.NOUN} if draft.at <= LEAD else {Kind.ARRIVE}  # "OSLO – At the end of a VISIT by Kim"
    bare = draft.frame.kind in kinds and not draft.frame.goals and draft.stage is VisitStatus.OCCURRED
    return bare and abroad and here is not None and here.country not in countries_of(other.places)


def _is_to_come(mentions: Mentions, other: Draft) -> bool:
    """Whether a visit is still to come: by its day, or by what is told of it: "WILL visit Prague"."""
    ahead = is_ahead(mentions, other.when) or (other.when is not None and is_later(other.when))
    will = other.when is None and any(w.lower in {"will", "would"} for w in other.status.cue)
    return other.stage is VisitStatus.PLANNED and (ahead or will)


def is_off(other: Draft, made: Draft) -> bool:
    """Whether somebody's other visit was cancelled: "cut short an Andean tour … SKIPPED a summit in Prague"."""
    off = other.stage is VisitStatus.CANCELLED and made.stage is VisitStatus.OCCURRED
    return off and same_party(other.visitors, made.visitors)


def _is_later_journey(mentions: Mentions, draft: Draft, other: Draft) -> bool:
    """Whether what is told next is another journey: "arrived on Monday … will GO to Prague", "WENT there in 2019".

    So is a stay that is added: "plans to be in Prague, TOO".
    """
    if draft.stage is not VisitStatus.OCCURRED or other.frame.trigger.pos == "NOUN":
        return False
    if draft.at == other.at and draft.when is not None and draft.when == other.when:
        return False  # "makes his first trip ON FRIDAY, when he goes to Prague"
    if is_long_past(mentions, other.when) and draft.when is not None and not is_long_past(mentions, draft.when):
        return True
    goes = other.frame.kind in {Kind.GO, Kind.LEAVE, Kind.ARRIVE, Kind.DUE}
    verbs = (other.frame.trigger, other.frame.trigger.head)
    added = other.frame.kind is Kind.STAY and any(c.lower in {"also", "too"} for w in verbs for c in w.children)
    if added and other.stage is VisitStatus.PLANNED:
        return True
    return goes and (other.stage is VisitStatus.PLANNED or other.frame.trigger.tag in {"VBZ", "VBP"})


def received_by(draft: Draft, drafts: Sequence[Draft]) -> tuple[Place, ...]:
    """The land of who receives those who come, in the same sentence: "ARRIVED on Monday and was received by ZEMAN"."""
    own = {v.country for v in draft.visitors}
    beside = (o for o in drafts if o.at == draft.at and o.frame.kind is Kind.RECEIVE and not (o.places or draft.places))
    hosts = (h for o in beside if same_party(o.visitors, draft.visitors) for h in o.hosts)
    return next(((home_of(h),) for h in hosts if known_home(h) not in {None, *own}), ())


def was_elsewhere(stage: Draft, tour: Draft) -> bool:
    """Whether somebody was out of the region of a tour: "is touring ASIA. … Last week she was in LIMA"."""
    region, there = states_of_regions(tour.places), countries_of(stage.places)
    return bool(region and there) and there.isdisjoint(region | countries_of(tour.places))


def place_by_meetings(drafts: Sequence[Draft], meetings: Sequence[Draft]) -> None:
    """Gives a visit of no told place the state of whom its guest meets: "will meet KIM. … during ZEMAN'S VISIT".

    It is still to come where they are to meet.

    Args:
        drafts: Visits that are left open, which are changed.
        meetings: The meetings of the article; those of a told place tell nothing.
    """
    for draft in drafts:
        owned = draft.frame.kind is Kind.NOUN and draft.frame.trigger.lemma in visit_words("nouns", "visit")
        own = {known_home(v) for v in draft.visitors}
        if not owned or draft.frame.goals or len(own) != 1 or None in own or not all(map(has_office, draft.visitors)):
            continue
        near = [m for m in meetings if abs(m.at - draft.at) <= BACK and not m.places]
        sides = [(m, *pair) for m in near for pair in ((m.visitors, m.hosts), (m.hosts, m.visitors))]
        met = [(m, other) for m, one, other in sides if same_party(one, draft.visitors)]
        homes = {known_home(h): home_of(h) for _, other in met for h in other if has_office(h)}
        homes = {code: place for code, place in homes.items() if code not in {None, *own}}
        if len(homes) != 1:
            continue
        draft.places, draft.doubt = tuple(homes.values()), ""
        if not draft.status.cue and all(m.stage is VisitStatus.PLANNED for m, _ in met):
            draft.stage = VisitStatus.PLANNED
