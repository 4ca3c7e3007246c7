"""Strategies for events, for the parts that they have, and for reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from dipevents.models.actor import Actor, ActorKind
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus
from dipevents.models.event_date import EventDate
from dipevents.models.expert_opinion import ExpertOpinion, Stance
from dipevents.models.money import Money
from dipevents.models.place import Place
from dipevents.models.report import Report, Unread
from dipevents.models.visit import Visit, VisitStatus
from dipevents.models.warning import Warning, WarningKind, WarningStatus
from dipevents.testing.texts import evidences, quotes_of, texts, words_of

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from dipevents.models.event import Event
    from dipevents.models.evidence import Evidence

__all__ = [
    "actors",
    "arms_deals",
    "arms_items",
    "edtf_strings",
    "event_dates",
    "events",
    "moneys",
    "opinions",
    "places",
    "reports",
    "unreads",
    "visits",
    "warnings",
]

_COUNTRIES = ("PRK", "RUS", "USA", "KOR", "CHN", "FRA", "NOR", "XKX", "SUN")
_NAMES = ("Kim Jong Un", "Kim Jong-un", "Kim", "Sergei Lavrov", "Lavrov", "Wang Yi", "Marie Dubois", "experts", "NATO")
_ROLES = ("foreign minister", "Defense Minister", "professor of history")
_PLACES = (("Moscow", "RUS"), ("Pyongyang", "PRK"), ("Oslo", "NOR"), ("Paris", "FRA"), ("the border", None))
_ITEMS = (("25 MiG-29 fighters", "MiG-29", 25), ("six submarines", None, 6), ("missiles", None, None))


def _edtf_parts() -> SearchStrategy[str]:
    days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
    near = st.dates(date(2023, 8, 25), date(2023, 10, 5))
    return st.one_of(
        near.map(date.isoformat),
        near.map(lambda day: day.isoformat()[:7]),
        days.map(date.isoformat),
        days.map(lambda day: day.isoformat()[:7]),
        days.map(lambda day: f"{day.year}"),
    )


@st.composite
def edtf_strings(draw: DrawFn) -> str:
    """EDTF strings of the forms that `EventDate` knows: days, months, years, decades, intervals, open, approximate."""
    part = draw(_edtf_parts())
    form = draw(
        st.sampled_from(("plain", "plain", "plain", "about", "interval", "from", "until", "decade", "yearless"))
    )
    if form == "interval":
        other = draw(_edtf_parts())
        first, last = sorted((part, other), key=lambda one: EventDate.from_edtf(one).sort_key)
        fits = EventDate.from_edtf(first).latest or date.min
        return f"{first}/{last}" if fits <= (EventDate.from_edtf(last).latest or date.max) else first
    forms = {
        "plain": part,
        "about": f"{part}~",
        "from": f"{part}/..",
        "until": f"../{part}",
        "decade": f"{part[:3]}X",
        "yearless": "XXXX-09-12",
    }
    return forms[form]


def event_dates(text: str | None = None) -> SearchStrategy[EventDate]:
    """Dates of all forms, stretches and frames; with the words that they were read from, if a text is given."""
    quotes = st.just(()) if text is None else quotes_of(text)

    def dated(edtf: str, frame: bool, found: tuple[Evidence, ...]) -> EventDate:
        return EventDate(edtf=edtf, frame=frame).quoting(*found)

    return st.builds(dated, edtf_strings(), st.booleans(), quotes)


def actors(text: str | None = None) -> SearchStrategy[Actor]:
    """Actors of all kinds; with mentions in the text, if one is given."""
    return st.builds(
        Actor,
        name=st.one_of(st.sampled_from(_NAMES), words_of(text)),
        kind=st.sampled_from(ActorKind),
        country=st.none() | st.sampled_from(_COUNTRIES),
        role=st.none() | st.sampled_from(_ROLES),
        affiliation=st.none() | words_of(text),
        former=st.booleans(),
        partisan=st.booleans(),
        aliases=st.lists(st.sampled_from(_NAMES), max_size=2).map(tuple),
        mentions=st.just(()) if text is None else quotes_of(text),
    )


def places(text: str | None = None) -> SearchStrategy[Place]:
    """Places, with and without a country."""
    known = st.sampled_from(_PLACES)
    quote = st.none() if text is None else st.none() | evidences(text)
    return st.builds(lambda place, found: Place(name=place[0], country=place[1], evidence=found), known, quote)


def moneys(text: str | None = None) -> SearchStrategy[Money]:
    """Amounts of money, exact, with and without a currency."""
    return st.builds(
        Money,
        amount=st.decimals(0, Decimal(10) ** 13, places=2, allow_nan=False) | st.integers(0, 10**13).map(Decimal),
        currency=st.none() | st.sampled_from(("USD", "EUR", "RUB")),
        text=words_of(text),
        evidence=st.none() if text is None else st.none() | evidences(text),
    )


def arms_items(text: str | None = None) -> SearchStrategy[ArmsItem]:
    """Equipment, with and without designation, category and number."""
    known = st.sampled_from(_ITEMS)
    category = st.none() | st.sampled_from(("Aircraft", "Missiles"))
    quote = st.none() if text is None else st.none() | evidences(text)
    return st.builds(
        lambda item, kind, found: ArmsItem(
            text=item[0], designation=item[1], quantity=item[2], category=kind, evidence=found
        ),
        known,
        category,
        quote,
    )


def _some(one: SearchStrategy[Any], least: int = 0) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, min_size=least, max_size=2).map(tuple)


def _shared(text: str, who: SearchStrategy[Actor]) -> dict[str, SearchStrategy[Any]]:
    return {
        "evidence": quotes_of(text, 1),
        "when": st.none() | event_dates(text),
        "reported_by": _some(who),
        "chance": st.none() | st.floats(0, 1),
    }


def _article(text: str | None) -> SearchStrategy[str]:
    return texts() if text is None else st.just(text)


def visits(text: str | None = None, who: SearchStrategy[Actor] | None = None) -> SearchStrategy[Visit]:
    """Visits that an article states.

    Args:
        text: The article, not empty; drawn if None.
        who: The actors to take from; drawn if None.
    """
    return _article(text).flatmap(lambda article: _visits(article, who or actors(article)))


def _visits(text: str, who: SearchStrategy[Actor]) -> SearchStrategy[Visit]:
    return st.builds(
        Visit,
        **_shared(text, who),
        visitors=_some(who, 1),
        hosts=_some(who),
        destinations=_some(places(text)),
        origin=st.none() | places(text),
        purpose=st.none() | words_of(text),
        transport=st.none() | words_of(text),
        count=st.none() | st.integers(2, 10),
        status=st.sampled_from(VisitStatus),
        status_evidence=st.none() | evidences(text),
    )


def warnings(text: str | None = None, who: SearchStrategy[Actor] | None = None) -> SearchStrategy[Warning]:
    """Warnings that an article states; the arguments are those of `visits`."""
    return _article(text).flatmap(lambda article: _warnings(article, who or actors(article)))


def _warnings(text: str, who: SearchStrategy[Actor]) -> SearchStrategy[Warning]:
    return st.builds(
        Warning,
        **_shared(text, who),
        issuers=_some(who, 1),
        targets=_some(who),
        kind=st.sampled_from(WarningKind),
        about=words_of(text),
        condition=st.none() | words_of(text),
        deadline=st.none() | event_dates(text),
        status=st.sampled_from(WarningStatus),
        status_evidence=st.none() | evidences(text),
    )


def arms_deals(text: str | None = None, who: SearchStrategy[Actor] | None = None) -> SearchStrategy[ArmsDeal]:
    """Arms deals that an article states, with at least a supplier; the arguments are those of `visits`."""
    return _article(text).flatmap(lambda article: _arms_deals(article, who or actors(article)))


def _arms_deals(text: str, who: SearchStrategy[Actor]) -> SearchStrategy[ArmsDeal]:
    return st.builds(
        ArmsDeal,
        **_shared(text, who),
        suppliers=_some(who, 1),
        recipients=_some(who),
        items=_some(arms_items(text)),
        value=st.none() | moneys(text),
        ordered=st.none() | event_dates(text),
        delivered=st.none() | event_dates(text),
        status=st.sampled_from(DealStatus),
        status_evidence=st.none() | evidences(text),
    )


def opinions(
    text: str | None = None, who: SearchStrategy[Actor] | None = None, about: tuple[str, ...] = ()
) -> SearchStrategy[ExpertOpinion]:
    """Expert opinions that an article states.

    Args:
        text: The article, not empty; drawn if None.
        who: The actors to take from; drawn if None.
        about: Ids of events that they may speak of.
    """
    return _article(text).flatmap(lambda article: _opinions(article, who or actors(article), about))


def _opinions(text: str, who: SearchStrategy[Actor], about: tuple[str, ...]) -> SearchStrategy[ExpertOpinion]:
    return st.builds(
        ExpertOpinion,
        **_shared(text, who),
        experts=_some(who, 1),
        affiliation=st.none() | words_of(text),
        claim=words_of(text),
        claim_evidence=quotes_of(text, 1),
        stance=st.none() | st.sampled_from(Stance),
        hedges=_some(words_of(text)),
        about=st.lists(st.sampled_from(about), unique=True, max_size=2).map(tuple) if about else st.just(()),
    )


def events(text: str | None = None, who: SearchStrategy[Actor] | None = None) -> SearchStrategy[Event]:
    """Events of the four types; the arguments are those of `visits`."""
    return st.one_of(visits(text, who), warnings(text, who), arms_deals(text, who), opinions(text, who))


def unreads(text: str | None = None) -> SearchStrategy[Unread]:
    """Stretches that could not be read, with the reason."""
    return st.builds(Unread, evidence=evidences(text), reason=st.sampled_from(("not English", "not English (French)")))


@st.composite
def reports(draw: DrawFn, max_events: int = 4) -> Report:
    """Reports of one article: events in text order whose actors are mostly the report's own.

    Args:
        draw: Given by Hypothesis.
        max_events: The most events, opinions not counted.
    """
    text = draw(texts())
    named = tuple(draw(st.lists(actors(text), max_size=3)))
    who = st.sampled_from(named) | actors(text) if named else actors(text)
    facts = draw(
        st.lists(st.one_of(_visits(text, who), _warnings(text, who), _arms_deals(text, who)), max_size=max_events)
    )
    said = draw(st.lists(_opinions(text, who, tuple(event.id for event in facts)), max_size=1))
    unread = draw(st.lists(unreads(text), max_size=1))
    return Report(
        text=text,
        published=draw(st.none() | st.dates(date(2023, 8, 25), date(2023, 10, 5))),
        title=draw(st.none() | texts()),
        source=draw(st.none() | st.sampled_from(("The Northern Post", "Daily Example"))),
        url=draw(st.none() | st.sampled_from(("https://example.org/1", "https://example.org/2"))),
        actors=named,
        events=tuple(sorted([*facts, *said], key=lambda event: event.start)),
        unread=tuple(unread),
    )
