"""When two accounts are one visit: the same visitor, places that agree, dates and stages that can be one.

headline, lead and later mentions                      one
2019 and 2023                                          two
Monday's visit to Beirut, and a plan to go back        two
the visit to Cuba, then on to Mexico                   two, unless one tour is declared
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dipevents.events.merge import union
from dipevents.events.visit.frames import visit_words
from dipevents.events.visit.places import states_of_regions
from dipevents.mentions.gazetteer import country_code
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from dipevents.models.place import Place

__all__ = ["STAY", "fuller_party", "is_vague", "is_week", "join_visits", "same_party", "same_visit"]

STAY = 6
"""Days between two dates that may lie in one stay."""
EVE = 2
"""Days between a week and one on which somebody came for it."""
LONGEST = 31
"""Days of a stay at most."""
WEEKEND, SATURDAY = 2, 5
PARTIES = frozenset({ActorKind.GROUP, ActorKind.IGO, ActorKind.ORGANIZATION})
"""What "the delegation" may mean, where it is no person that leads it."""
SHORT = {"fm": ("foreign", "minister"), "pm": ("prime", "minister")}
"""Offices as headlines shorten them."""
FIRMNESS = (VisitStatus.POSSIBLE, VisitStatus.PLANNED, VisitStatus.CANCELLED, VisitStatus.OCCURRED)


def same_visit(earlier: Visit, later: Visit, *, opening: bool = False) -> bool:
    """Whether two accounts are of one visit.

    Args:
        earlier: The first account.
        later: The second.
        opening: Whether the first is the title or the lead and the second stands right behind it.
    """
    one, other = earlier.visitors, later.visitors
    return (
        _dates_agree(earlier.when, later.when)  # the cheapest first: each visit is compared with many
        and _places_agree(earlier, later)
        and (same_party(one, other) or (opening and bool(one) and all(_is_named_next(a, other) for a in one)))
        and _stages_agree(earlier, later)
        and (earlier.count or 1) == (later.count or 1)
    )


def same_party(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    """Whether two sets of visitors share somebody, or one of them is only told by its state."""
    names = {a.name for a in one}
    if any(b.name in names for b in other):
        return True
    if any(_may_be(a, b) or _are_one_team(a, b) for a in one for b in other):
        return True
    if any(_may_be(b, a) and not _is_new(b, a) for a in one for b in other):
        return True
    vague = all(a.kind is ActorKind.STATE for a in one) or all(b.kind is ActorKind.STATE for b in other)
    countries = countries_of(one)
    return vague and any(b.country in countries for b in other)


def _is_named_next(vague: Actor, others: tuple[Actor, ...]) -> bool:
    """Whether a title or a lead calls somebody by what he is whom the text then names: "US envoy in Oslo", "Holt"."""
    noun = _bearer(vague.name)
    if noun is None:
        return False
    told = {w for w in vague.name.split() if w.islower()} - visit_words("support", "vague")  # "PRIME minister"
    called = {*SHORT.get(noun, (noun,)), *told}
    loose = visit_words("people", "anybody", "openers")
    for actor in others:
        again = _bearer(actor.name)
        if vague.country not in {None, actor.country} or (again and actor.country is None):
            continue
        if called <= {*(actor.role or actor.name).lower().split()} or (noun in loose and again in {None, *loose}):
            return True
        if noun in visit_words("people", "teams") and not again and actor.kind is ActorKind.PERSON:
            return True
    return False


def _is_new(vague: Actor, named: Actor) -> bool:
    """Whether a party is told of anew behind those named: "A Czech TECHNICAL team", "Czech OFFICERS"."""
    first, *words = vague.name.split()
    if vague.kind is ActorKind.PERSON or not words or first in named.name:
        return False
    several = words[-1].endswith("s") and words[-1].lower().removesuffix("s") not in visit_words("people", "teams")
    told = [w for w in words[:-1] if w.islower() and w not in visit_words("support", "vague")]
    return several or (first.lower() in {"a", "an"} and bool(told))


def _may_be(vague: Actor, named: Actor) -> bool:
    """Whether an unnamed visitor may be a named one, or the party that the named one leads.

    Where no state is told, that is only so of "the team" and "the prime minister"; "a minister" may be any.
    """
    noun = _bearer(vague.name)
    if vague.name.lower().endswith("head of state"):
        offices = set((named.role or "").lower().split())
        return vague.country in {None, named.country} and bool(offices & visit_words("people", "sole"))
    if noun is None or named.kind is not ActorKind.PERSON or _bearer(named.name) is not None:
        return False
    own = named.role.lower().split() if named.role else []
    office = [*(words := vague.name.lower().split())[:-1], *SHORT.get(words[-1], words[-1:])]
    if len(office) > 1 and own[: len(office)] == office and vague.country in {None, named.country}:
        return True  # "Vice FM to visit Peru"
    spoken_of = vague.name.lower() in visit_words("people", "leaders") | {noun} or _team_again(vague) is not None
    if vague.country != named.country and not (vague.country is None and spoken_of):
        return False
    if vague.kind is not ActorKind.PERSON:
        return bool(vague.country) or spoken_of
    if vague.name.lower() in {"guest", "visitor"}:
        return True
    if not own and noun in visit_words("people", "royal"):
        return False  # "THE PRINCE arrived", beside somebody of no told office
    if not own and vague.name.lower().startswith(("his ", "her ", "their ")):
        return False  # "the president … HIS MINISTER"
    if not own or (vague.country and noun in visit_words("people", "anybody")):
        return bool(vague.country) or named.country_guessed or named.country is None
    head = next((i for i, w in enumerate(own) if w in {"of", "for", "to", "on", "in", "at"}), len(own))
    told = {w.lower() for w in vague.name.split() if not (w.isupper() or country_code(w))}
    same = noun in own[max(0, head - 1) : head] or (noun == "premier" and own[:head][-2:] == ["prime", "minister"])
    return same and told - visit_words("support", "vague") <= {*own, noun}


@lru_cache(maxsize=1 << 13)
def _bearer(name: str) -> str | None:
    """The noun of an actor without a name, in the singular: "team", "minister"; None where it is counted or named."""
    *before, noun = name.lower().split()
    if "of" in before or any(w in visit_words("people", "counted") or w.isdigit() for w in before):
        return None
    known = visit_words("people", "bearers", "teams", "anybody")
    return next((form for form in (noun, noun.removesuffix("s")) if form in known), None)


def _are_one_team(one: Actor, other: Actor) -> bool:
    """Whether two phrases are of an unnamed party of one state: "a Syrian delegation", "the Damascus delegation".

    Without any state that is only so of the noun alone: "a Syrian medical team", "the team".
    """
    for bearer, told in ((one, other), (other, one)):
        if (noun := _team_again(bearer)) and told.kind in PARTIES and _team_again(told) in {None, noun}:
            return True
    if None in {one.country, other.country} and (one.country or other.country):
        full, bare = (one, other) if one.country else (other, one)
        words, again = full.name.lower().split(), bare.name.lower()
        return again in visit_words("people", "teams") and (
            again in words or (again in {"group", "party"} and words[-1] in visit_words("people", "teams"))
        )
    if one.country is None or one.country != other.country:
        return False
    nouns = [{w.lower().removesuffix("s") for w in actor.name.split() if w.islower()} for actor in (one, other)]
    teams = visit_words("people", "teams")
    unnamed = all(found & (teams | visit_words("people", "bearers")) for found in nouns)
    kinds = {one.kind, other.kind} <= {ActorKind.GROUP, ActorKind.ORGANIZATION}
    return kinds and unnamed and bool(nouns[0] & teams or nouns[1] & teams)


def _team_again(actor: Actor) -> str | None:
    """The noun by which those are told again who were told before: "the team", "THE FOUR-MEMBER MISSION"."""
    *size, noun = actor.name.lower().split()
    again = noun in visit_words("people", "summed_up") and actor.country is None
    sized = not size or (len(size) == 1 and size[0].endswith(("-man", "-member", "-person", "-strong", "-woman")))
    return noun if again and sized else None


def _places_agree(earlier: Visit, later: Visit) -> bool:
    one, other = countries_of(earlier.destinations), countries_of(later.destinations)
    if one and other:
        return bool(one & other)
    toured = states_of_regions((*earlier.destinations, *later.destinations))
    return not toured or not (one or other) or bool((one or other) & toured)  # "a tour of Asia" is no visit to Spain


def _dates_agree(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None:
        return True
    return one.may_overlap(other) or _close(one, other)


def _close(one: EventDate, other: EventDate) -> bool:
    """Whether two days are near enough to be days of one stay."""
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return False
    first, second = (one, other) if one.earliest <= other.earliest else (other, one)
    gap = (second.earliest - first.latest).days if second.earliest and first.latest else 99
    near = EVE if is_week(one) or is_week(other) else STAY
    return gap <= near and {one.precision, other.precision} <= {Precision.DAY, Precision.INTERVAL}


def _stages_agree(earlier: Visit, later: Visit) -> bool:
    stages = {earlier.status, later.status}
    if len(stages) == 1:
        return True
    dated = earlier.when is not None and later.when is not None
    if earlier.status is VisitStatus.CANCELLED and later.status is VisitStatus.POSSIBLE and later.when:
        return earlier.when is not None and earlier.when.may_overlap(later.when)  # "was put off … may go in May"
    if VisitStatus.CANCELLED in stages:
        overlap = earlier.when and later.when and earlier.when.may_overlap(later.when)
        return VisitStatus.OCCURRED not in stages and (not dated or bool(overlap))
    return dated or stages != {VisitStatus.OCCURRED, VisitStatus.POSSIBLE}


def join_visits(earlier: Visit, later: Visit) -> Visit:
    """One visit from two accounts: all that take part, the firmest stage, the most specific date and place."""
    firm = max(earlier, later, key=lambda v: FIRMNESS.index(v.status))
    return replace(
        earlier,
        visitors=_united_party(earlier.visitors, later.visitors),
        hosts=union(earlier.hosts, later.hosts),
        destinations=_united_places(earlier.destinations, later.destinations),
        origin=earlier.origin or later.origin,
        purpose=earlier.purpose or later.purpose,
        transport=earlier.transport or later.transport,
        count=earlier.count or later.count,
        when=_joined_date(earlier.when, later.when),
        status=firm.status,
        status_evidence=firm.status_evidence,
    )


def fuller_party(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The visitors, an unnamed team with the state that it is told of elsewhere: "the team", "a SYRIAN team"."""
    return tuple(next((b for b in other if b.country and a.country is None and _are_one_team(a, b)), a) for a in one)


def _united_party(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> tuple[Actor, ...]:
    if not same_party(one, other):
        return other  # whom a title or a lead calls by what he is
    one = fuller_party(one, other)
    other = tuple(a for a in other if not any(_are_one_phrase(a, b) for b in one))
    everybody = union(one, tuple(a for a in other if not any(_are_one_team(a, b) for b in one)))
    everybody = tuple(a for a in everybody if not any(_may_be(a, b) for b in everybody))
    named = tuple(a for a in everybody if a.kind is not ActorKind.STATE)
    return named or everybody


def _are_one_phrase(a: Actor, b: Actor) -> bool:
    """Whether the same words give both, be it with a state that is guessed."""
    unsure = any(one.country is None or one.country_guessed for one in (a, b))
    return a != b and bool(a.mentions) and (a.name, a.mentions) == (b.name, b.mentions) and unsure


def _united_places(one: tuple[Place, ...], other: tuple[Place, ...]) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for place in (*one, *other):
        key = place.name.lower()
        if key not in found or found[key].country is None:
            found[key] = place
    return tuple(found.values())


def _joined_date(one: EventDate | None, other: EventDate | None) -> EventDate | None:
    """The more specific of two dates; an interval that holds a day tells the whole stay.

    So does a stated one beside a day without words: "was there from July 7 to 10 … said on the last day of his stay".
    """
    if one is None or other is None:
        return one or other
    for whole, part in ((one, other), (other, one)):
        stated = bool(whole.text) and part.is_day and not part.text
        held = whole.contains(part) and (whole.days or 99) <= LONGEST
        if whole.precision is Precision.INTERVAL and (held or stated):
            return part if is_week(whole) else whole
    if one.contains(other):
        return other
    for vague, exact in ((one, other), (other, one)):  # "next month … from May 30 to June 2"
        if is_vague(vague) and exact.precision is Precision.INTERVAL and not is_vague(exact):
            return exact if vague.may_overlap(exact) and (exact.days or 99) <= LONGEST else one
    whole_weeks = is_week(one) or is_week(other)
    if whole_weeks and _close(one, other):  # "is here this week … arrived on Sunday", the eve of it
        one = other if other.is_day else one
    if one != other and not whole_weeks and not one.may_overlap(other) and _close(one, other):
        return EventDate.spanning(one, other)
    return one


def is_vague(when: EventDate) -> bool:
    """Whether it is a week, a weekend, a month or a year, in which or from which on days may be told."""
    weekend = when.days == WEEKEND and when.earliest is not None and when.earliest.weekday() == SATURDAY
    return weekend or is_week(when) or when.precision in {Precision.MONTH, Precision.YEAR}


def is_week(when: EventDate) -> bool:
    """Whether it is one calendar week ("this week"), which is vaguer than a day in it."""
    return when.days == 7 and when.earliest is not None and when.earliest.weekday() == 0
