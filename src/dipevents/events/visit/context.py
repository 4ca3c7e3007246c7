"""What one account of a visit leaves out and another gives: whose "the trip" is, where "he arrived", who was host."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.merge import REACH, union
from dipevents.events.visit.coming import is_long_past
from dipevents.events.visit.company import goes_along
from dipevents.events.visit.described import name_described
from dipevents.events.visit.details import count_of
from dipevents.events.visit.drafts import Draft, explain, is_left
from dipevents.events.visit.frames import Kind, is_in_return, is_of_sport, visit_words
from dipevents.events.visit.goals import at_host, comes_back, guests_land, is_where_told, partner_of
from dipevents.events.visit.legs import leads_on
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.nearest import is_of_guest, is_off, received_by, told_nearest, was_elsewhere
from dipevents.events.visit.occasions import occasion_for
from dipevents.events.visit.people import is_of_nowhere, known_home, led_by, speaks_for_igo
from dipevents.events.visit.places import (
    are_abroad,
    country_counts,
    find_dateline,
    foreign_places,
    home_of,
    main_country,
    place_of_item,
    places_of,
)
from dipevents.events.visit.public import has_office
from dipevents.events.visit.redated import redate
from dipevents.events.visit.stages import is_ownerless
from dipevents.events.visit.travellers import counts_one_of_a_kind
from dipevents.mentions.timing import is_day
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.visit import VisitStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.place import Place

__all__ = ["complete", "place_open"]

BACK = 12
"""How many sentences back "the trip" may point."""
LEAD = 3
"""How many sentences an article leads with, whose visit "the trip" may be wherever it is spoken of."""
ROUND = 6
"""How many sentences apart two stages of a tour, or a scene and who arrives on it, may be told."""
NEXT = 2
"""How many sentences behind a told visit a site of unknown state belongs to it."""
LAST = 1
"""Sentences back to who is meant by a trip that nobody is told to make."""
OFTEN = 4
"""How often an article speaks at least of the country that a visit without a place is taken to lead to."""
HOSTED = frozenset({Kind.RECEIVE, Kind.INVITE})
"""Frames whose host may be the place."""
LOCAL = frozenset({Kind.RECEIVE, Kind.ARRIVE, Kind.NOUN, Kind.VISITING, Kind.DUE})
"""Frames that mean the place of the dateline where they name none."""


def complete(mentions: Mentions, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the visitors and places that their own words leave out; without those that stay incomplete."""
    for at, draft in enumerate(drafts):
        if is_of_guest(draft, drafts[max(0, at - REACH) : at]):
            draft.visitors = ()
        if not draft.visitors or counts_one_of_a_kind(draft.frame):
            _point_back(mentions, draft, drafts[max(0, at - REACH) : at])
        name_described(mentions, draft, drafts[max(0, at - REACH) : at])
        near = mentions.sentences[draft.at : draft.at + NEXT + 1]
        draft.visitors = led_by(mentions, draft.visitors, near) or draft.visitors
    counts = country_counts(mentions)
    for at, draft in enumerate(drafts):
        draft.places = draft.places or place_of_item(mentions, draft.frame.trigger, draft.visitors)
        placed = are_abroad(draft.places) or _are_several(draft)
        if draft.visitors and not placed and draft.frame.kind is not Kind.ATTEND:
            before, beside = drafts[max(0, at - REACH) : at], drafts[max(0, at - REACH) : at + REACH]
            if _goes_home(mentions, draft, before) or _looks_round_at_home(mentions, draft, beside):
                draft.visitors = ()
            draft.places = _place_elsewhere(mentions, draft, beside, counts) or draft.places
            draft.stage = VisitStatus.PLANNED if goes_along(mentions, draft, before) else draft.stage
    redate(mentions, drafts)
    _lead_on(mentions, drafts)
    kept = []
    for draft in drafts:
        abroad = countries_of(draft.places) or _is_abroad(draft) or _hosted(draft) or is_where_told(mentions, draft)
        if draft.visitors and abroad:
            kept.append(draft)
        elif draft.visitors:
            draft.doubt = "nowhere"
        else:
            explain(mentions, draft.frame, "no destination abroad")
    return kept


def place_open(mentions: Mentions, draft: Draft, told: Sequence[Draft]) -> None:
    """Gives a draft that is open a place that others tell, where its own words name none."""
    draft.places = draft.places or place_of_item(mentions, draft.frame.trigger, draft.visitors)
    if are_abroad(draft.places):
        return
    at = bisect_left(told, draft.frame.trigger.start, key=lambda other: other.frame.trigger.start)
    beside = [*told[max(0, at - REACH) : at], draft, *told[at : at + REACH]]
    draft.places = _place_elsewhere(mentions, draft, beside, country_counts(mentions)) or draft.places


def _hosted(draft: Draft) -> bool:
    """Whether the host alone tells the country: another one than the guest's."""
    own = {v.country for v in draft.visitors}
    stateless = None in own and not any(v.kind is ActorKind.IGO for v in draft.visitors)
    return not draft.places and not stateless and any(h.country and h.country not in own for h in draft.hosts[:1])


def _is_abroad(draft: Draft) -> bool:
    """Whether a place without a single state is abroad all the same: "Africa", "a foreign trip"."""
    trigger = draft.frame.trigger
    marks = {c.lemma for c in trigger.children if c.dep in {"amod", "compound", "nmod", "advmod"}}
    marks.update(w.lemma for w in trigger.sentence.words[trigger.i + 1 : trigger.i + 2])  # "made trips ABROAD"
    if marks & visit_words("places", "foreign") or any(m.endswith(("-nation", "-country")) for m in marks):
        return True
    return are_abroad(draft.places)


def _are_several(draft: Draft) -> bool:
    """Whether trips to nowhere named are counted: "has made EIGHT TRIPS ABROAD. Last month she was in Prague"."""
    trips = draft.frame.trigger
    return trips.tag == "NNS" and bool(count_of(trips)) and not draft.frame.definite and _is_abroad(draft)


def _point_back(mentions: Mentions, draft: Draft, before: Sequence[Draft]) -> None:
    """Lets "the trip", and "the first trip by an Asian leader", be the visit that was told last."""
    own = countries_of(draft.visitors)
    another = not draft.visitors and is_ownerless(draft.frame)  # of the only traveller of the story, or just before
    if another:
        near = [other for other in before if draft.at - other.at <= LAST]
        before = before if len({v.name for told in before for v in told.visitors[:1]}) == 1 else near
        if len({v.name for told in before for v in told.visitors[:1]}) != 1:
            return
    if not draft.visitors and draft.frame.definite and count_of(draft.frame.trigger):
        return  # "said that THE TWO TRIPS were unrelated"
    here = frozenset(a for w in draft.frame.trigger.sentence.words for a in mentions.actors.at(w))

    never = {"would", "have"} <= {c.lower for c in draft.frame.trigger.head.children}  # "WOULD HAVE BEEN the first"
    unmade = VisitStatus.CANCELLED if never else None

    def rank(told: Draft) -> tuple[bool, int, bool, int]:
        off = told.stage is VisitStatus.CANCELLED is not before[0].stage and draft.stage is VisitStatus.OCCURRED
        near = _distance_of(draft, told, here)
        next_to = near == 0 and draft.at - told.at == 1  # "She came in 2004. THE JOURNEY was overshadowed by"
        passing = (
            off or (_is_in_passing(mentions, told) and not next_to) or (unmade is not None and told.stage is not unmade)
        )
        afar = draft.at - told.at > NEXT and not _is_news(told, before[0])
        return passing, near, afar, -told.frame.trigger.start

    for other in sorted(before, key=rank):
        bound = (draft.visitors and not draft.places) or _is_in_passing(mentions, other)
        if draft.at - other.at > (NEXT if bound else BACK) and (bound or other.at > LEAD):
            continue
        there = another or countries_of(draft.places) & countries_of(other.places)
        if not other.visitors or (draft.places and not there):
            continue
        if own and not any(v.country in own for v in other.visitors):
            continue
        apart = draft.when and other.when and not draft.when.may_overlap(other.when)
        # "will come in May … The visit had been set for March, but was put off"
        apart = apart and not (draft.stage is VisitStatus.CANCELLED and other.stage is VisitStatus.PLANNED)
        if apart and (own or not (another or _within_weeks(other, draft))):
            continue  # "will come next year … The last visit by a Czech minister took place in 2011"
        draft.visitors, draft.places = other.visitors, draft.places or other.places
        draft.meant = meant = other.meant or other  # of "the trip, once put off" it tells nothing how far it has come
        would = any(c.lower == "would" for c in draft.frame.trigger.head.children)  # "the trip WOULD be the first"
        open_still = would and meant.stage is VisitStatus.POSSIBLE
        told = open_still or draft.stage in {VisitStatus.OCCURRED, VisitStatus.POSSIBLE}
        if told and not is_long_past(mentions, draft.when):
            draft.stage, draft.status = meant.stage, meant.status
        if draft.stage is not VisitStatus.CANCELLED:
            draft.when = draft.when or other.when
        return


def _distance_of(draft: Draft, told: Draft, here: frozenset[Actor]) -> int:
    """How near a visit is to "the trip": told in its paragraph or its guest named there, its states named, neither."""
    beside = told.frame.trigger.sentence.paragraph == draft.frame.trigger.sentence.paragraph
    if beside or any(v in here and v.kind is not ActorKind.STATE for v in told.visitors):
        return 0
    return 1 if countries_of(here) & countries_of((*told.visitors, *told.places)) else 2


def _is_news(told: Draft, first: Draft) -> bool:
    """Whether an account is of the visit that an article tells of first."""
    where = countries_of(first.places)
    return same_party(told.visitors, first.visitors) and (not where or bool(where & countries_of(told.places)))


def _is_in_passing(mentions: Mentions, draft: Draft) -> bool:
    """Whether a visit is told beside the news: long ago, or to describe somebody: "Kim, WHO CALLED OFF a trip".

    So is that of company: "will be JOINED by Lee".
    """
    trigger = draft.frame.trigger
    if draft.frame.kind is Kind.SEND and draft.frame.elliptic and draft.frame.trigger.lemma == "join":
        return True
    aside = any(up.dep == "relcl" and not up.head.is_verb for up in (trigger, *islice(trigger.ancestors(), ROUND)))
    return (aside and draft.stage is VisitStatus.CANCELLED) or is_long_past(mentions, draft.when)


def _place_elsewhere(
    mentions: Mentions, draft: Draft, drafts: Sequence[Draft], counts: Mapping[str, int]
) -> tuple[Place, ...]:
    """The places of the nearest account with the same visitor, else the partner's country, else the dateline."""
    if not draft.places and is_in_return(draft.frame.trigger):
        return guests_land(draft, drafts)
    own = {v.country for v in draft.visitors}
    place = at_host(mentions, draft.frame) if not draft.places and draft.frame.kind in HOSTED else None
    official = all(has_office(v) and not is_of_nowhere(mentions, v) for v in draft.visitors)
    if place is not None and place.country not in own and (None not in own or official):
        return (place,)  # whom a state receives is no native
    host = next((h for h in draft.hosts if draft.frame.kind in HOSTED and known_home(h) not in {None, *own}), None)
    near = told_nearest(mentions, draft, drafts)
    if host is not None and not draft.places and not (near and host.country in countries_of(near.places)):
        return (home_of(host),)
    refused = draft.stage is VisitStatus.CANCELLED and (bool(draft.frame.goals) or draft.frame.kind is Kind.ABSENT)
    if near is not None and refused and near.stage is VisitStatus.OCCURRED:
        return draft.places  # "is in Kenya …, but would not visit the camps"
    if near is not None:
        return (*draft.places, *near.places) if draft.places else near.places
    if draft.places or (draft.hosts and draft.frame.kind is not Kind.RECEIVE):
        return ()
    left = countries_of(places_of(mentions, draft.frame.origins))  # "the arrival of officers FROM TEXAS"
    partner = tuple(p for p in partner_of(mentions, draft) if p.country not in left) or received_by(draft, drafts)
    if partner or (None in own and not draft.frame.elliptic and not _comes_from_elsewhere(draft)):
        here = find_dateline(mentions, draft.frame.trigger) if draft.frame.kind is Kind.VISITING else None
        return (here,) if here is not None and here.country in countries_of(partner) else partner
    scene = next((o for o in reversed(drafts[: drafts.index(draft)]) if countries_of(o.places)), None)
    if draft.frame.elliptic:
        return _here(mentions, draft, drafts) or _scene_of(mentions, draft, scene)
    bare = draft.frame.kind is Kind.VISIT and draft.frame.trigger.lemma == "visit" and not draft.frame.goals
    stays = draft.frame.trigger.lemma in {"stop", "stay", "sojourn"} and bool(draft.frame.visitors)
    local = bare or stays or draft.frame.local == "here" or (draft.frame.kind in LOCAL and not _goes_out(draft))
    if not local or _names_goal(draft) or (scene and is_off(scene, draft)):
        return ()
    here = find_dateline(mentions, draft.frame.trigger)
    # "led a team to Oslo, days after Kim's VISIT"
    beside = scene is not None and scene.at == draft.at and scene.frame.trigger.dep != "relcl"
    beside = beside and draft.frame.kind in {Kind.NOUN, Kind.DUE}
    if here is not None and here.country and not beside:
        return foreign_places((here,), draft.visitors)
    if scene is not None and draft.at - scene.at <= ROUND:
        return foreign_places(scene.places[:1], draft.visitors)
    return _scene_or_only(mentions, draft, counts, bare=bare)


def _scene_or_only(mentions: Mentions, draft: Draft, counts: Mapping[str, int], *, bare: bool) -> tuple[Place, ...]:
    """Where an occasion just told is, "A summit opens in Oslo. Kim ARRIVES"; else the one other state of an article."""
    own = {v.country for v in draft.visitors}
    coming = draft.frame.kind in {Kind.ARRIVE, Kind.DUE}
    if coming and not draft.frame.goals:
        near = occasion_for(mentions, replace(draft.frame, untold=True), ahead=draft.stage is VisitStatus.PLANNED)
        if near is not None:
            return foreign_places(near.places, draft.visitors)
    told = draft.frame.kind is not Kind.NOUN or not draft.frame.definite or bool(draft.frame.visitors)
    owned = told and not bare
    kinds = {ActorKind.PERSON, ActorKind.GROUP} if coming else {ActorKind.PERSON}
    certain = owned and any(v.kind in kinds for v in draft.visitors)
    certain = certain and not draft.frame.goals and not is_of_sport(draft.frame.trigger.sentence)
    guess = main_country(counts, own) if certain and draft.frame.kind is not Kind.RECEIVE else None
    return (guess,) if guess is not None and counts[guess.country or ""] >= OFTEN else ()


def _looks_round_at_home(mentions: Mentions, draft: Draft, beside: Sequence[Draft]) -> bool:
    """Whether, in a report from home, somebody sees what no place is told of, far from any journey of his.

    "OSLO – The premier was in Prague in May. … On Friday she toured a factory in Fjordby."
    """
    sees = draft.frame.kind is Kind.VISIT and draft.frame.trigger.is_verb and bool(draft.frame.goals)
    here = find_dateline(mentions, draft.frame.trigger) if sees and not (draft.hosts or draft.places) else None
    if here is None or here.country not in {v.country for v in draft.visitors}:
        return False
    near = (o for o in beside if o is not draft and countries_of(o.places) and abs(o.at - draft.at) <= NEXT)
    return not any(same_party(o.visitors, draft.visitors) for o in near)


def _goes_home(mentions: Mentions, draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether one who left, or whom the report is from home of, is awaited back: "left for Oslo … is DUE BACK on"."""
    verb, here = draft.frame.trigger, find_dateline(mentions, draft.frame.trigger)
    back = draft.frame.kind in {Kind.DUE, Kind.GO} and (comes_back(verb) or comes_back(verb.head))
    if not back or any(not is_day(mentions, w) for w in draft.frame.goals) or draft.frame.local or draft.frame.origins:
        return False
    left = (o for o in before if o.frame.kind is Kind.LEAVE and o.frame.goals and o.stage is not VisitStatus.CANCELLED)
    at_home = here is not None and here.country in {v.country for v in draft.visitors}
    return at_home or any(same_party(other.visitors, draft.visitors) for other in left)


def _scene_of(mentions: Mentions, draft: Draft, scene: Draft | None) -> tuple[Place, ...]:
    """Where a verb without a place leads: where somebody else was just said to go, or to the place of the report."""
    stateless = any(v.country is None and not speaks_for_igo(mentions, v) for v in draft.visitors)
    stateless = stateless and not _comes_from_elsewhere(draft)
    if draft.frame.kind is Kind.GO or stateless or any(w.lower in {"i", "we"} for w in draft.frame.visitors):
        return ()
    if scene is not None and draft.at - scene.at <= NEXT:
        return foreign_places(scene.places[:1], draft.visitors)
    deictic = draft.frame.kind in {Kind.ARRIVE, Kind.STAY} or draft.frame.trigger.lemma == "cancel"
    here = find_dateline(mentions, draft.frame.trigger) if deictic else None
    return foreign_places((here,), draft.visitors) if here is not None and here.country else ()


def _here(mentions: Mentions, draft: Draft, drafts: Sequence[Draft]) -> tuple[Place, ...]:
    """Where a report is from, of who comes where others were just told to come: "Kim WILL NOT BE COMING"."""
    here = find_dateline(mentions, draft.frame.trigger) if draft.frame.kind is Kind.ARRIVE else None
    if here is None or here.country is None or any(v.country is None for v in draft.visitors):
        return ()
    near = (o for o in drafts if 0 <= draft.at - o.at <= NEXT and not same_party(o.visitors, draft.visitors))
    told = any(here.country in countries_of(o.places) for o in near)
    return foreign_places((here,), draft.visitors) if told else ()


def _comes_from_elsewhere(draft: Draft) -> bool:
    """Whether visitors of unknown state are foreign by the words alone: guests, delegations, officials on their way."""
    if draft.frame.kind is Kind.RECEIVE and not any(h.country for h in draft.hosts):
        return False
    if draft.frame.kind is Kind.VISITING or all(v.kind is ActorKind.GROUP for v in draft.visitors):
        return True
    if draft.frame.kind is Kind.ARRIVE and draft.frame.local == "here":
        return True
    return draft.frame.kind in {Kind.DUE, Kind.ARRIVE} and all(v.role for v in draft.visitors)


def _goes_out(draft: Draft) -> bool:
    """Whether somebody leaves the place that is not told: "had been due to FLY OUT on Monday"."""
    return draft.frame.kind is Kind.ARRIVE and any(c.lower == "out" for c in draft.frame.trigger.children)


def _names_goal(draft: Draft) -> bool:
    """Whether the words do name a place, though an unknown one: then it is not that of the dateline."""
    times = visit_words("support", "times")
    if draft.frame.kind is Kind.NOUN:
        return any(w.lemma not in times for w in draft.frame.goals)
    return any(w.pos == "PROPN" and w.lower not in times for w in draft.frame.goals)


def _lead_on(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """One declared tour is one visit: its stages share their places; "last visited Riga in 1992" is none of them."""
    for at, draft in enumerate(drafts):
        if not draft.visitors or not draft.places:
            continue
        for other in drafts[max(0, at - 8) : at]:
            past = [is_long_past(mentions, told.when) for told in (other, draft)]  # "flew to one of them IN 2019"
            if past[0] is not past[1] or not (other.places and same_party(other.visitors, draft.visitors)):
                continue
            apart = was_elsewhere(draft, other) or was_elsewhere(other, draft)
            if not apart and _next_stage(other, draft):
                draft.places = other.places = union(other.places, draft.places)


def _next_stage(earlier: Draft, later: Draft) -> bool:
    """Whether a later account leads on from an earlier one in one sentence, or both are of a declared tour."""
    stages = {earlier.stage, later.stage}
    left_open = len(stages) > 1 and VisitStatus.POSSIBLE in stages  # "is on a Gulf tour … could fly to Ankara"
    if VisitStatus.CANCELLED in stages or left_open or later.hosts or later.frame.kind is Kind.STAY:
        return False
    if earlier.frame.trigger is later.frame.trigger:
        return False  # told with a day each
    if len(stages) > 1 and (is_left(earlier.frame) or is_left(later.frame)):
        return False  # "is due in Oslo. She has just come BACK FROM a tour of Asia"
    if len(stages) > 1 and any(d.stage is VisitStatus.OCCURRED and _is_ended(d) for d in (earlier, later)):
        return False  # "will visit Oslo. She ENDED A TOUR of Asia on Monday"
    if earlier.when and later.when and not _within_weeks(earlier, later):
        return False
    if len(stages) > 1 and earlier.when and later.when and not _tells_tour(later):
        return False  # "flew to Oslo on Friday and will go on to Riga on Sunday"
    if earlier.at == later.at:
        before = any(c.lower == "since" for c in later.frame.trigger.children)  # "his first tour SINCE HE WENT to Oslo"
        return not before and (leads_on(later.frame.trigger) or _tells_tour(later))
    same = {v.name for v in earlier.visitors} & {v.name for v in later.visitors}
    return bool(same) and later.at - earlier.at <= ROUND and (_tells_tour(earlier) or _tells_tour(later))


def _is_ended(draft: Draft) -> bool:
    """Whether a journey is told to be over."""
    noun = draft.frame.trigger
    return noun.dep == "dobj" and noun.head.tag in {"VBD", "VBN"} and noun.head.lemma in visit_words("support", "ends")


def _tells_tour(draft: Draft) -> bool:
    tours = visit_words("support", "tours")
    return any(w.lemma in tours and w.pos == "NOUN" for w in draft.frame.trigger.sentence.words)


def _within_weeks(earlier: Draft, later: Draft) -> bool:
    if not earlier.when or not later.when or not earlier.when.latest or not later.when.earliest:
        return True
    return abs((later.when.earliest - earlier.when.latest).days) <= 21
