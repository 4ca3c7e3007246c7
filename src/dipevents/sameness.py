"""When two articles speak of the same thing: names, parties, places and dates that agree and nothing that contradicts.

`likeness` grades two statements; 0 means that they may well speak of two things. It is cautious: deals with other
items or numbers, persons of other names and undated events of articles far apart are not the same. Each event type has
its own rule in `_RULES`; an event of a type without one, such as one of your own, is the same as no other. To add a
rule: write a function like `_visits`, put it in `_RULES`, give its limits in `_LIMITS` and its keys in `blocks`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from dipevents.models.actor import Actor, ActorKind
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.progress import has_happened, status_of
from dipevents.wording import fold, is_other_spelling, stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dipevents.models.arms_deal import ArmsItem
    from dipevents.models.event import Event
    from dipevents.models.place import Place
    from dipevents.models.statement import Statement

__all__ = ["Index", "blocks", "fold", "is_told_by_office", "likeness", "same_actor"]


class _Limits(NamedTuple):
    """How far apart dates may lie.

    Attributes:
        slack: Days between two stated dates: a visit of some days is dated by its arrival here, by its talks there.
        horizon: Days between an article without a date for the event and the date, or the article, it is joined to.
    """

    slack: int
    horizon: int


_LIMITS: Mapping[type[Event], _Limits] = {
    Visit: _Limits(slack=3, horizon=60),
    ArmsDeal: _Limits(slack=31, horizon=180),
    Warning: _Limits(slack=1, horizon=3),
    ExpertOpinion: _Limits(slack=1, horizon=3),
}
_AHEAD = {"planned": 3, "possible": 3, "cancelled": 14}
"""Days before an article on which a visit of this status and of no date may lie at most."""
_NAMED = 4
_BY_OFFICE = 3
_SAME_TYPE = 3
_MANY_MONTHS = 24
_ABOUT_SHARED = 0.3
_CLAIM_SHARED = 0.5
_OFFICE = {"defence": "defense", "premier": "prime minister", "pm": "prime minister", "fm": "foreign minister"}
_AROUND = frozenset(
    {"acting", "affairs", "current", "for", "incoming", "interim", "new", "newly", "of", "the", "visiting"}
)
"""What an office is told with or without: "MINISTER OF DEFENCE", "the NEW defence minister"."""


def _names(actor: Actor) -> list[tuple[str, ...]]:
    return [words for name in (actor.name, *actor.aliases) if (words := fold(name))]


def same_actor(a: Actor, b: Actor) -> bool:
    """Whether two articles' actors are one, by name: a full name and a part of it agree within one country.

    Example:
        >>> kim = Actor(name="Kim Jong Un", kind="person", country="PRK")
        >>> same_actor(kim, Actor(name="Kim", kind="person", country="PRK"))
        True
        >>> same_actor(kim, Actor(name="Kim", kind="person", country="KOR"))
        False
    """
    if a.kind != b.kind or (a.country and b.country and a.country != b.country):
        return False
    if a.kind is ActorKind.STATE and a.country and b.country:
        return True
    if a.kind is not ActorKind.PERSON:
        return any(name in _names(b) for name in _names(a))
    first, second = fold(a.name), fold(b.name)
    short, long = sorted((first, second), key=len)
    known = a.country is not None and a.country == b.country
    if known and len(short) > 1 and is_other_spelling(a.name, b.name, a.country):
        return True
    return bool(short) and (short == long or (set(short) <= set(long) and (len(short) > 1 or known)))


def _alike(a: Actor, b: Actor) -> int:
    """4 for one actor, 1 for two of one country of whom at most one is a named person or body, else 0."""
    if same_actor(a, b):
        return _NAMED
    if a.country is None or a.country != b.country:
        return 0
    first, second = _body(a), _body(b)
    if first and second:
        return int(first == second)  # "Peru's NAVY", "the Peruvian NAVY"
    return int(bool(first or second) or not {a.kind, b.kind}.isdisjoint({ActorKind.STATE, ActorKind.GROUP}))


def _body(actor: Actor) -> str:
    """The noun of a body that is told without a name: "yard" of "a Spanish yard"; empty for all else."""
    noun = actor.name.rpartition(" ")[2]
    return noun if actor.kind is ActorKind.ORGANIZATION and noun.islower() else ""


def _sides(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> int:
    return max((_alike(one, other) for one in a for other in b), default=0)


def _opposed(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether both articles name this side and name others."""
    return bool(a and b) and not _sides(a, b)


def _places(a: Place, b: Place) -> int:
    if fold(a.name) == fold(b.name):
        return 0 if a.country and b.country and a.country != b.country else 3
    return 2 if a.country and a.country == b.country else 0


def is_told_by_office(actor: Actor) -> bool:
    """Whether a person is told without a name: "Poland's foreign minister".

    Example:
        >>> is_told_by_office(Actor(name="Poland's foreign minister", kind="person", country="POL"))
        True
    """
    return actor.kind is ActorKind.PERSON and actor.role is None and actor.name.rpartition(" ")[2].islower()


def _office(actor: Actor) -> frozenset[str]:
    """The words of the office: the role, or the last words of who is told by it that are in lower case."""
    words = actor.name.split() if is_told_by_office(actor) else []
    first = next((at + 1 for at in range(len(words) - 1, -1, -1) if not words[at].islower()), 0)
    told = fold(" ".join(words[first:]) if words else actor.role or "")
    return frozenset(" ".join(_OFFICE.get(word, word) for word in told).split()) - _AROUND


def _offices(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> int:
    """3 if somebody is told by an office in one article, and has that office of that state in the other; else 0."""
    for one, other in ((x, y) for x in a for y in b):
        nameless = is_told_by_office(one) or is_told_by_office(other)
        if nameless and one.country and one.country == other.country and _office(one) == _office(other) != frozenset():
            return _BY_OFFICE
    return 0


def _in_one_place_and_day(a: Visit, b: Visit) -> bool:
    if not (a.when and b.when and a.when.is_exact and b.when.is_exact and a.when.may_overlap(b.when)):
        return False
    return not {fold(place.name) for place in a.destinations}.isdisjoint(fold(place.name) for place in b.destinations)


def _visits(a: Visit, b: Visit) -> int:
    who = _sides(a.visitors, b.visitors)
    if not who and _in_one_place_and_day(a, b):
        who = _offices(a.visitors, b.visitors)
    where = max((_places(one, other) for one in a.destinations for other in b.destinations), default=0)
    return who + where if who and where and a.count == b.count else 0


def _head(item: ArmsItem) -> str:
    words = fold(item.text)
    return words[-1].removesuffix("s") if words else ""


def _is_variant(a: str, b: str) -> bool:
    """Whether two designations are one, or one with a variant: "Polonez-M", "F-16C"; but "F-1" is no "F-16"."""
    short, long = sorted(("".join(fold(a)), "".join(fold(b))), key=len)
    number = short[-1:].isdigit() and long[len(short) : len(short) + 1].isdigit()
    return long.startswith(short) and not number


def _items(a: ArmsItem, b: ArmsItem) -> int:
    """2 or 3 for one kind of equipment; -1 for one kind in two numbers; 0 for two kinds, or for what may be two."""
    if a.designation and b.designation:
        kind = _SAME_TYPE if _is_variant(a.designation, b.designation) else 0
    else:
        kind = 2 if _head(a) and _head(a) == _head(b) else 0
    return -1 if kind and a.quantity and b.quantity and a.quantity != b.quantity else kind


def _deals(a: ArmsDeal, b: ArmsDeal) -> int:
    if _opposed(a.suppliers, b.suppliers) or _opposed(a.recipients, b.recipients):
        return 0
    sides = [_sides(a.suppliers, b.suppliers), _sides(a.recipients, b.recipients)]
    grades = [_items(one, other) for one in a.items for other in b.items]
    items = max(grades, default=0)
    if items == 0 and (grades or not all(sides)):
        return 0
    other_sum = a.value and b.value and a.value.currency == b.value.currency and a.value.amount != b.value.amount
    other_number = -1 in grades and items < _SAME_TYPE  # twelve launchers, and four Polonez of the Polonez told there
    return 0 if other_number or other_sum or not any(sides) else sum(sides) + items


def _shared(a: str, b: str) -> float:
    first, second = stems(a), stems(b)
    return len(first & second) / len(first | second) if first and second else 0.0


def _warnings(a: Warning, b: Warning) -> int:
    who = _sides(a.issuers, b.issuers)
    if not who or a.kind != b.kind or _opposed(a.targets, b.targets):
        return 0
    shared = _shared(a.about, b.about)
    return who + _sides(a.targets, b.targets) + round(4 * shared) if shared >= _ABOUT_SHARED else 0


def _opinions(a: ExpertOpinion, b: ExpertOpinion) -> int:
    who, shared = _sides(a.experts, b.experts), _shared(a.claim, b.claim)
    return who + round(4 * shared) if who == _NAMED and shared >= _CLAIM_SHARED else 0


_RULES: Mapping[type[Event], Callable[[Any, Any], int]] = {
    Visit: _visits,
    ArmsDeal: _deals,
    Warning: _warnings,
    ExpertOpinion: _opinions,
}


def likeness(a: Statement, b: Statement) -> int:
    """How well two statements fit one thing in the world; 0 if they do not, or if too little is known.

    The order of the two does not matter. Two events of one article are compared like any others.

    Example:
        >>> from dipevents.models import EventDate, Place
        >>> from dipevents.models.statement import Statement
        >>> def trip(day: str) -> Statement:
        ...     wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        ...     visit = Visit(visitors=(wang,), destinations=(oslo,), when=EventDate.from_edtf(day))
        ...     return Statement(event=visit)
        >>> likeness(trip("2023-09-12"), trip("2023-09")) > 0, likeness(trip("2023-09-12"), trip("2023-11"))
        (True, 0)
    """
    kind = type(a.event)
    if kind is not type(b.event) or kind not in _RULES:
        return 0
    near = _near(a, b, _LIMITS[kind])
    grade = _RULES[kind](a.event, b.event) if near else 0
    return grade + near + _ends_plan(a, b) + _ends_plan(b, a) if grade else 0


def _ends_plan(end: Statement, plan: Statement) -> int:
    """2 if one article calls off what another has planned before: rather that visit than one that took place later."""
    ended, planned = status_of(end.event) == "cancelled", status_of(plan.event) in {"planned", "possible"}
    day, before = (one.source.published if one.source else None for one in (end, plan))
    return 2 * bool(ended and planned and day and before and before <= day)


def _near(a: Statement, b: Statement, limits: _Limits) -> int:
    """3 if the dates certainly agree, 2 if they may, 1 if they lie close, 0 if they do not or nothing is known."""
    first, second = _span(a, limits.horizon), _span(b, limits.horizon)
    if first is None or second is None:
        return 0
    apart = max(first.start, second.start) - min(first.end, second.end)
    if not first.stated and not second.stated:  # the articles tell when, and nothing else does
        return int(abs(first.published - second.published) <= limits.horizon)
    if apart > (limits.slack if first.is_bound and second.is_bound else 0):
        return 0
    when, other = a.event.when, b.event.when
    if when and other and when.surely_overlaps(other):
        return 3
    return 2 if apart <= 0 else 1


class _Span(NamedTuple):
    start: int
    end: int
    stated: bool
    is_bound: bool
    published: int


def _span(statement: Statement, horizon: int) -> _Span | None:
    """The days in which the event can lie: those stated or, on a side where none is, those around the article.

    No article tells that something has happened before it has: what happened lies, or has begun, by its day. Nor is a
    visit planned when it is over, or called off long after its day; and when an order comes in, it has long been one.
    """
    when = statement.event.when
    if isinstance(statement.event, ArmsDeal) and statement.event.delivered is not None:
        when = statement.event.ordered if not has_happened(statement.event) else when
    published = statement.source.published if statement.source else None
    earliest, latest = (when.earliest, when.latest) if when else (None, None)
    if earliest is None and latest is None and published is None:
        return None
    back = _AHEAD.get(status_of(statement.event) or "", horizon) if isinstance(statement.event, Visit) else horizon
    start = earliest or (published - timedelta(min(back, published.toordinal() - 1)) if published else date.min)
    end = latest or (published + timedelta(min(horizon, (date.max - published).days)) if published else date.max)
    is_over = published is not None and has_happened(statement.event)
    if published and is_over and not (when and when.is_exact):
        end = min(end, published)
    stated, day = bool(earliest or latest), published.toordinal() if published else 0
    return _Span(start.toordinal(), max(start, end).toordinal(), stated, stated or is_over, day)


def blocks(event: Event) -> frozenset[tuple[str, str]]:
    """Keys of which two events of a likeness above 0 share at least one: compare within these, not all with all."""
    if isinstance(event, Visit):
        keys = {("place", " ".join(fold(p.name))) for p in event.destinations}
        return frozenset(keys | {("in", p.country) for p in event.destinations if p.country})
    if isinstance(event, ArmsDeal):
        return _actor_keys("supplier", event.suppliers) | _actor_keys("recipient", event.recipients)
    if isinstance(event, Warning):
        return _actor_keys("issuer", event.issuers)
    return _actor_keys("expert", event.experts) if isinstance(event, ExpertOpinion) else frozenset()


def _actor_keys(side: str, actors: Iterable[Actor]) -> frozenset[tuple[str, str]]:
    found = {(f"{side} of", a.country) for a in actors if a.country}
    return frozenset(found | {(side, word) for a in actors for name in _names(a) for word in name})


class Index:
    """Numbered statements, found by block and by time: what keeps comparing many articles from growing with the square.

    A statement that spans many months is compared with its whole blocks, all others within their months only.
    """

    def __init__(self) -> None:
        self._narrow: dict[tuple[object, ...], list[int]] = {}
        self._wide: dict[tuple[object, ...], list[int]] = {}
        self._all: dict[tuple[object, ...], list[int]] = {}

    def add(self, statement: Statement, number: int) -> None:
        """Puts a number where `near` finds it."""
        months = _months(statement)
        if months is None:
            return
        for key in _typed_blocks(statement.event):
            places = [(self._all, key)]
            places += [(self._narrow, (*key, month)) for month in months] if months else [(self._wide, key)]
            for table, place in places:
                known = table.setdefault(place, [])
                if number not in known[-1:]:
                    known.append(number)

    def near(self, statement: Statement) -> list[int]:
        """The numbers of all statements added of a likeness above 0 to this one, and some more, in order."""
        months = _months(statement)
        found: set[int] = set()
        if months is None:
            return []
        for key in _typed_blocks(statement.event):
            found.update(self._wide.get(key, ()) if months else self._all.get(key, ()))
            for month in months:
                found.update(self._narrow.get((*key, month), ()))
        return sorted(found)


def _typed_blocks(event: Event) -> list[tuple[object, ...]]:
    return [(type(event), *key) for key in blocks(event)]


def _months(statement: Statement) -> range | None:
    """Numbers of the stretches of 30 days shared with whatever is alike; empty if there are many, None if unknown."""
    limits = _LIMITS.get(type(statement.event))
    span = _span(statement, limits.horizon) if limits else None
    if limits is None or span is None:
        return None
    months = range((span.start - limits.slack) // 30, (span.end + limits.slack) // 30 + 1)
    return months if len(months) <= _MANY_MONTHS else range(0)
