"""Who did what with whom: pure functions over events, reports, or lists of them.

A tie goes from who acts to whom: visitor to host and destination, issuer to target, supplier to recipient. Counting by
country, an actor counts for the state that it belongs to or speaks for; by actor, who is told by a surname counts as
the one person in the events who bears it in full (`dipevents.parties.in_full`). What is only planned, possible,
negotiated, cancelled or denied is no tie unless its `status` is asked for; "any" takes all. Reports count each telling;
give the story that `dipevents.merge` makes of them to count each happening once, by the status that all its articles
come to.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from dipevents.errors import InputError
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.event import Event
from dipevents.models.record import record
from dipevents.models.statement import statements_of
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.parties import By, Party, belongs_to, in_full, key_of, pairs, parties_of, party_of, stage_of
from dipevents.sameness import fold
from dipevents.selection import country_code, has_status, opinions_about, select, visits_between, warnings_about
from dipevents.timeline import chronology

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from dipevents.models.actor import Actor
    from dipevents.models.statement import Events
    from dipevents.parties import Key

__all__ = [
    "Reciprocity",
    "Tie",
    "armed",
    "counterparts",
    "dyads",
    "opinions_about",
    "paths",
    "reciprocity",
    "select",
    "visited",
    "visits_between",
    "warned",
    "warnings_about",
]


@record
class Tie:
    """What one party did to another, or with it.

    Attributes:
        source: Who visits, warns, supplies.
        target: Who is visited, warned, supplied.
        events: The events, in order of time, undated last.

    Example:
        >>> tie = Tie(source=Party(name="CHN"), target=Party(name="NOR"), events=(Visit(), Visit(), Warning()))
        >>> tie.count, tie.counts, tie.dates
        (3, {'visit': 2, 'warning': 1}, ())
    """

    source: Party
    target: Party
    events: tuple[Event, ...]

    @property
    def count(self) -> int:
        """How many events."""
        return len(self.events)

    @property
    def counts(self) -> dict[str, int]:
        """How many events of each type, by the name of the type."""
        found: dict[str, int] = {}
        for event in self.events:
            found[event.type_name()] = found.get(event.type_name(), 0) + 1
        return dict(sorted(found.items()))

    @property
    def dates(self) -> tuple[str, ...]:
        """The EDTF strings of the dated events, in order of time."""
        return tuple(event.when.edtf for event in self.events if event.when)


@record
class Reciprocity:
    """The visits of two parties to one another; `a` is the one whose name sorts first.

    Attributes:
        a: One party.
        b: The other.
        to_b: The visits of `a` to `b`, in order of time.
        to_a: The visits of `b` to `a`, in order of time.

    Example:
        >>> Reciprocity(a=Party(name="CHN"), b=Party(name="NOR"), to_b=(Visit(),)).is_mutual
        False
    """

    a: Party
    b: Party
    to_b: tuple[Event, ...] = ()
    to_a: tuple[Event, ...] = ()

    @property
    def is_mutual(self) -> bool:
        """Whether each has visited the other."""
        return bool(self.to_a and self.to_b)


def _ties(events: Events, by: By | str, kind: type[Event], status: Collection[str] | None) -> tuple[Tie, ...]:
    if by not in list(By):
        raise InputError(f"by={by!r}: take one of {', '.join(By)}")
    given = statements_of(events)
    # A status that only an earlier telling has is known, too, and stands for nothing any more.
    keep = _is_firm if status is None else has_status(status, [told.event for one in given for told in one.tellings])
    kept = {id(one.event) for one in given if keep(one.event)}
    told = [event for event in chronology(given) if isinstance(event, kind) and id(event) in kept]
    full = in_full(one.event for one in given)
    seen: dict[Key, Party] = {}
    found: dict[tuple[Key, Key], list[Event]] = {}
    for event in told:
        for source, target in parties_of(event, By(by), full):
            a, b = key_of(source), key_of(target)
            seen.setdefault(a, source)
            seen.setdefault(b, target)
            known = found.setdefault((a, b), [])
            if event not in known[-1:]:
                known.append(event)
    ties = [Tie(source=seen[a], target=seen[b], events=tuple(known)) for (a, b), known in found.items()]
    return tuple(sorted(ties, key=lambda t: (-t.count, t.source.name, t.target.name, repr(t.source), repr(t.target))))


def _is_firm(event: Event) -> bool:
    return stage_of(event) == "firm"


def visited(events: Events, *, by: By | str = By.COUNTRY, status: Collection[str] | None = None) -> tuple[Tie, ...]:
    """Who visited whom: from the visitors to the hosts and the places, most visits first, then by name.

    Args:
        events: Events, reports, or lists of them.
        by: By `country` (states), `actor`, or `body` (organisations, and the affiliations of persons).
        status: The statuses that count; by default only visits that occurred. "any" takes all.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor, Place
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> [tie] = visited([Visit(visitors=(wang,), destinations=(oslo,))])
        >>> tie.source.name, tie.target.name, tie.count
        ('CHN', 'NOR', 1)
    """
    return _ties(events, by, Visit, status)


def warned(events: Events, *, by: By | str = By.COUNTRY, status: Collection[str] | None = None) -> tuple[Tie, ...]:
    """Who warned whom; by default only warnings that were issued. Otherwise as `visited`.

    A warning without a known target is no tie.

    Args:
        events: Events, reports, or lists of them.
        by: By `country`, `actor` or `body`.
        status: The statuses that count.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor
        >>> a, b = (Actor(name=n, kind="state", country=n) for n in ("AAA", "BBB"))
        >>> [(tie.source.name, tie.target.name) for tie in warned([Warning(issuers=(a,), targets=(b,))])]
        [('AAA', 'BBB')]
    """
    return _ties(events, by, Warning, status)


def armed(events: Events, *, by: By | str = By.COUNTRY, status: Collection[str] | None = None) -> tuple[Tie, ...]:
    """Who armed whom; by default only deals delivered or agreed. Otherwise as `visited`.

    A deal of which one side is unknown is no tie.

    Args:
        events: Events, reports, or lists of them.
        by: By `country`, `actor` or `body`.
        status: The statuses that count.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor
        >>> a, b = (Actor(name=n, kind="state", country=n) for n in ("AAA", "BBB"))
        >>> talks = [ArmsDeal(suppliers=(a,), recipients=(b,), status="negotiating")]
        >>> len(armed(talks)), len(armed(talks, status="negotiating"))
        (0, 1)
    """
    return _ties(events, by, ArmsDeal, status)


def dyads(events: Events, *, by: By | str = By.COUNTRY, status: Collection[str] | None = None) -> tuple[Tie, ...]:
    """All ties, of events of every type, from who acts to whom; most events first. Otherwise as `visited`.

    `Tie.counts` has the number for each type, `Tie.dates` the dates. Ties of as many events are in order of names.

    Args:
        events: Events, reports, stories, or lists of them.
        by: By `country`, `actor` or `body`.
        status: The statuses that count; by default what is stated: visits that occurred, warnings issued, deals
            delivered or agreed, and events without a status. "any" takes all.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor
        >>> a, b = (Actor(name=n, kind="state", country=n) for n in ("AAA", "BBB"))
        >>> told = [Warning(issuers=(a,), targets=(b,)), ArmsDeal(suppliers=(b,), recipients=(a,))]
        >>> [(tie.source.name, tie.target.name, tie.counts) for tie in dyads(told)]
        [('AAA', 'BBB', {'warning': 1}), ('BBB', 'AAA', {'arms_deal': 1})]
    """
    return _ties(events, by, Event, status)


def counterparts(
    events: Events, who: Actor | str, *, by: By | str = By.COUNTRY, status: Collection[str] | None = None
) -> tuple[Tie, ...]:
    """The ties, in either direction, of the events in which somebody acts or is acted on; most events first.

    Args:
        events: Events, reports, or lists of them.
        who: An actor; a state and all that belongs to it, by its ISO 3166 alpha-3 code or its name; or a full name.
        by: What counts as one counterpart: `country`, `actor` or `body`.
        status: As for `dyads`.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor
        >>> a, b, c = (Actor(name=n, kind="state", country=n) for n in ("AAA", "BBB", "CCC"))
        >>> told = [Warning(issuers=(a,), targets=(b,)), Warning(issuers=(c,), targets=(b,))]
        >>> [(tie.source.name, tie.target.name) for tie in counterparts(told, "AAA")]
        [('AAA', 'BBB')]
    """
    given = statements_of(events)
    full = in_full(one.event for one in given)
    wanted = (country_code(who) or who) if isinstance(who, str) else who

    def is_at(tie: Tie, event: Event) -> bool:
        ends = [(tie.source, a) for a, _ in pairs(event)] + [(tie.target, b) for _, b in pairs(event)]
        near = [(end, party_of(full(one.who), By(by))) for end, one in ends if belongs_to(full(one.who), wanted)]
        return any(party and key_of(party) == key_of(end) for end, party in near)

    found = []
    for tie in dyads(given, by=by, status=status):
        kept = tuple(event for event in tie.events if is_at(tie, event))
        found += [Tie(source=tie.source, target=tie.target, events=kept)] if kept else []
    return tuple(sorted(found, key=lambda tie: -tie.count))


def reciprocity(
    events: Events, *, by: By | str = By.COUNTRY, status: Collection[str] | None = None
) -> tuple[Reciprocity, ...]:
    """For each two parties the visits in both directions, by name; by default only visits that occurred.

    Args:
        events: Events, reports, or lists of them.
        by: By `country`, `actor` or `body`.
        status: The statuses that count.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor, Place
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> [one] = reciprocity([Visit(visitors=(wang,), destinations=(oslo,))])
        >>> one.a.name, one.b.name, len(one.to_b), len(one.to_a), one.is_mutual
        ('CHN', 'NOR', 1, 0, False)
    """
    ties = {(key_of(t.source), key_of(t.target)): t for t in visited(events, by=by, status=status)}
    found = []
    for (a, b), tie in ties.items():
        back = ties.get((b, a))
        if back and _sorts_first(tie.target, tie.source):
            continue
        first, second = (tie, back) if _sorts_first(tie.source, tie.target) else (back, tie)
        found.append(
            Reciprocity(
                a=min(tie.source, tie.target, key=_name_order),
                b=max(tie.source, tie.target, key=_name_order),
                to_b=first.events if first else (),
                to_a=second.events if second else (),
            )
        )
    return tuple(sorted(found, key=lambda one: (_name_order(one.a), _name_order(one.b))))


def _name_order(party: Party) -> tuple[str, str]:
    return party.name, repr(party)


def _sorts_first(a: Party, b: Party) -> bool:
    return _name_order(a) < _name_order(b)


def paths(
    events: Events,
    a: str,
    b: str,
    *,
    by: By | str = By.COUNTRY,
    status: Collection[str] | None = None,
    longest: int = 4,
    at_most: int = 100,
) -> tuple[tuple[Tie, ...], ...]:
    """The shortest chains of ties from one party to another, whatever the direction of each tie, in a fixed order.

    Args:
        events: Events, reports, or lists of them.
        a: Name of the first party as `dyads` gives it: for states the ISO 3166 code.
        b: Name of the other.
        by: What counts as one party: `country`, `actor` or `body`.
        status: As for `dyads`.
        longest: The most ties in a chain.
        at_most: The most chains to give.

    Raises:
        dipevents.errors.InputError: If there is no such `by` or `status`.

    Example:
        >>> from dipevents.models import Actor
        >>> a, b, c = (Actor(name=n, kind="state", country=n) for n in ("AAA", "BBB", "CCC"))
        >>> deals = [ArmsDeal(suppliers=(a,), recipients=(b,)), ArmsDeal(suppliers=(c,), recipients=(b,))]
        >>> [[(tie.source.name, tie.target.name) for tie in path] for path in paths(deals, "AAA", "CCC")]
        [[('AAA', 'BBB'), ('CCC', 'BBB')]]
    """
    steps: dict[Key, list[tuple[Key, Tie]]] = {}
    names: dict[Key, tuple[str, ...]] = {}
    for tie in dyads(events, by=by, status=status):
        for here, there in ((tie.source, tie.target), (tie.target, tie.source)):
            steps.setdefault(key_of(here), []).append((key_of(there), tie))
            names[key_of(here)] = fold(here.name)
    goals = {key for key, name in names.items() if name == fold(b)}
    starts = [key for key, name in names.items() if name == fold(a) and key not in goals]
    return tuple(_shortest(steps, starts, goals, longest, at_most))


def _shortest(
    steps: dict[Key, list[tuple[Key, Tie]]], starts: list[Key], goals: set[Key], longest: int, at_most: int
) -> Iterator[tuple[Tie, ...]]:
    """Breadth first: the distance of each party first, then only chains that come one step nearer with each tie."""
    distance = dict.fromkeys(goals, 0)
    queue = deque(sorted(goals, key=repr))
    while queue:
        here = queue.popleft()
        for there, _ in steps.get(here, ()) if distance[here] < longest else ():
            if there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    nearest = min((distance[key] for key in starts if key in distance), default=0)
    open_chains: list[tuple[Key, tuple[Tie, ...]]] = [(k, ()) for k in reversed(starts) if distance.get(k) == nearest]
    while open_chains and at_most:
        here, chain = open_chains.pop()
        if here in goals:
            at_most -= 1
            yield chain
            continue
        nearer = [(there, tie) for there, tie in steps[here] if distance.get(there, longest) == distance[here] - 1]
        open_chains += [(there, (*chain, tie)) for there, tie in reversed(nearer)]
