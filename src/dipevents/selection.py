"""Which events: those that meet conditions, that join two parties, or that speak of another event.

Pure functions over events, reports, or lists of them; what they give is in order of time, undated events last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.errors import InputError
from dipevents.mentions.gazetteer import country_name, country_of_name
from dipevents.models.actor import Actor
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.serial import EVENT_TYPES
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.parties import STATUSES, belongs_to, in_full, leads, participants, status_of
from dipevents.sameness import fold, same_actor
from dipevents.timeline import Chronology, between, chronology

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.models.event import Event
    from dipevents.models.statement import Events
    from dipevents.timeline import When

__all__ = ["country_code", "has_status", "opinions_about", "select", "visits_between", "warnings_about"]


def select(
    events: Events,
    *,
    type: type[Event] | str | None = None,  # noqa: A002 - the word that users look for
    actor: Actor | str | None = None,
    country: str | None = None,
    status: str | Collection[str] | None = None,
    since: When | None = None,
    until: When | None = None,
    least_chance: float = 0,
) -> Chronology:
    """The events that meet every condition given, in order of time, undated last.

    Args:
        events: Events, reports, or lists of them.
        type: A class (its subclasses count), or its name in JSON ("arms_deal").
        actor: Somebody with any part in it: an actor, or a full name or alias; who is told by the surname alone counts
            as the one person in the events who bears it in full.
        country: The country of an actor or a place in it: its ISO 3166 alpha-3 code ("PRK") or its name.
        status: One status, or several; "any" is all.
        since: First day, inclusive; an event that may lie before it and after it is kept, an undated one is not.
        until: Last day, inclusive, likewise.
        least_chance: The least chance that the words state the event; 1 keeps those alone of which grammar decides.

    Raises:
        DateError: If `since` or `until` is no date, or they are in the wrong order.
        InputError: If there is no such type, country or status, known or in the events, or the chance is not 0 to 1.

    Example:
        >>> trips = [Visit(), Visit(status="planned")]
        >>> len(select(trips, type="visit", status="planned"))
        1
        >>> select(trips, status="plannd")
        Traceback (most recent call last):
        dipevents.errors.InputError: status='plannd': take any, occurred, planned, possible, cancelled, issued, ...
    """
    given = chronology(events)
    full = in_full(given)
    stands = has_status("any" if status is None else status, given)
    code = None if country is None else _known_country(country, given)
    types = (*(kind.type_name() for kind in EVENT_TYPES), *(event.type_name() for event in given))
    if isinstance(type, str):
        _known("type", type, types)
    if not 0 <= least_chance <= 1:
        raise InputError(f"least_chance={least_chance}: a chance is between 0 and 1")

    def meets(event: Event) -> bool:
        if isinstance(type, str) and event.type_name() != type:
            return False
        if type is not None and not isinstance(type, str) and not isinstance(event, type):
            return False
        who = [one.who for one in participants(event)]
        return (
            (actor is None or any(isinstance(one, Actor) and belongs_to(full(one), actor) for one in who))
            and (code is None or any(one.country == code for one in who))
            and stands(event)
            and (event.chance is None or event.chance >= least_chance)
        )

    kept = Chronology(event for event in given if meets(event))
    return kept if since is None and until is None else between(kept, since, until)


def has_status(status: str | Collection[str], given: Iterable[Event]) -> Callable[[Event], bool]:
    """Whether an event has one of the statuses, or any; one that is neither known nor in what is given is refused.

    Raises:
        InputError: If it is refused.

    Example:
        >>> stands = has_status(["planned", "possible"], [])
        >>> stands(Visit(status="planned")), stands(Visit())
        (True, False)
    """
    wanted = {str(status)} if isinstance(status, str) else {str(one) for one in status}
    if "any" in wanted:
        return lambda _: True
    for one in sorted(wanted):
        _known("status", one, ("any", *STATUSES, *(found for event in given if (found := status_of(event)))))
    return lambda event: status_of(event) in wanted


def _known(name: str, value: str, known: Iterable[str]) -> None:
    choices = dict.fromkeys(known)
    if value not in choices:
        raise InputError(f"{name}={value!r}: take {', '.join(choices)}")


def country_code(words: str) -> str | None:
    """The ISO 3166 alpha-3 code of a country that is given by its code or its name, or None if there is none.

    Example:
        >>> country_code("prk"), country_code("North Korea"), country_code("north korea"), country_code("Atlantis")
        ('PRK', 'PRK', 'PRK', None)
    """
    loud = words.upper()
    return loud if country_name(loud) else next(filter(None, map(country_of_name, (words, words.title(), loud))), None)


def _known_country(country: str, given: Iterable[Event]) -> str:
    if any(part.who.country == country for event in given for part in participants(event)):
        return country
    if code := country_code(country):
        return code
    raise InputError(f"country={country!r}: take an ISO 3166 alpha-3 code such as PRK, or a country's name")


def visits_between(events: Events, a: Actor | str, b: Actor | str) -> Chronology:
    """The visits of `a` to `b` and of `b` to `a`, of whatever status, in order of time.

    Args:
        events: Events, reports, or lists of them.
        a: An actor; a state and all that belongs to it, by its ISO 3166 alpha-3 code or its name; or a full name.
        b: Likewise; also the name of a place.

    Example:
        >>> from dipevents.models import Place
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> trip = Visit(visitors=(wang,), destinations=(oslo,))
        >>> visits_between([trip], "NOR", "China") == visits_between([trip], "Wang Yi", "Oslo") == (trip,)
        True
    """
    given = chronology(events)
    a, b = ((country_code(one) or one) if isinstance(one, str) else one for one in (a, b))
    full = in_full(given)
    visits = (event for event in given if isinstance(event, Visit))
    return Chronology(visit for visit in visits if leads(visit, a, b, full) or leads(visit, b, a, full))


def opinions_about(events: Events, event: Event) -> tuple[ExpertOpinion, ...]:
    """The expert opinions that speak of an event, in order of time; ids hold across articles of equal content only.

    Args:
        events: Where to look: events, reports, or lists of them.
        event: The event that is spoken of.

    Example:
        >>> trip = Visit()
        >>> len(opinions_about([trip, ExpertOpinion(about=(trip.id,)), ExpertOpinion()], trip))
        1
    """
    return tuple(e for e in chronology(events) if isinstance(e, ExpertOpinion) and event.id in e.about)


def warnings_about(events: Events, deal: ArmsDeal) -> tuple[Warning, ...]:
    """The warnings that concern an arms deal, in order of time.

    A warning does if it addresses or comes from a party of the deal or somebody of a party's state, and if its words
    name an item of the deal, by its designation or by the last word of its noun phrase.

    Args:
        events: Where to look: events, reports, or lists of them.
        deal: The deal.

    Example:
        >>> from dipevents.models import Actor, ArmsDeal, ArmsItem
        >>> a, b = (Actor(name=n, kind="state", country=n) for n in ("AAA", "BBB"))
        >>> deal = ArmsDeal(suppliers=(a,), recipients=(b,), items=(ArmsItem(text="12 jets"),))
        >>> told = Warning(issuers=(b,), targets=(a,), about="the sale of a jet")
        >>> len(warnings_about([told, Warning(issuers=(b,), targets=(a,), about="grain")], deal))
        1
    """
    words = {one for item in deal.items for one in (fold(item.designation or ""), fold(item.text)[-1:]) if one}
    parties = (*deal.suppliers, *deal.recipients)

    def concerns(warning: Warning) -> bool:
        told = f" {' '.join((*fold(warning.about), *fold(warning.condition or '')))} "
        near = any(
            same_actor(a, b) or (a.country and a.country == b.country)
            for a in (*warning.targets, *warning.issuers)
            for b in parties
        )
        return near and any(_names_it(told, one) for one in words)

    return tuple(e for e in chronology(events) if isinstance(e, Warning) and concerns(e))


def _names_it(told: str, words: tuple[str, ...]) -> bool:
    """Whether the folded words stand in the text, in the singular or the plural."""
    phrase = " ".join(words).removesuffix("s")
    return f" {phrase} " in told or f" {phrase}s " in told
