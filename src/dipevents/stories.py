"""Across articles: one happening for all the statements of it, with its history and what the articles disagree on.

A story is a set of reports, and its happenings follow from that set alone. Merging is therefore associative,
commutative and idempotent: merging stories merges their reports and joins their events anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

from dipevents.errors import InputError
from dipevents.mentions.gazetteer import country_of_name
from dipevents.models.event_date import EventDate
from dipevents.models.record import record
from dipevents.models.report import Report
from dipevents.models.serial import to_json
from dipevents.models.statement import Source, Statement
from dipevents.models.visit import Visit
from dipevents.progress import has_happened, last_status, status_of
from dipevents.sameness import Index, is_told_by_office, likeness
from dipevents.timeline import Chronology, chronology

if TYPE_CHECKING:
    from dipevents.models.event import Event

__all__ = ["Contradiction", "Happening", "Step", "Story", "merge"]

# Statuses of which only one can be true of one thing; and those that follow one another unless said on one day.
_EXCLUDE = {frozenset(p) for p in (("occurred", "cancelled"), ("delivered", "denied"), ("issued", "denied"))}
_EXCLUDE_ON_ONE_DAY = {
    frozenset(p) for p in (("planned", "cancelled"), ("negotiating", "denied"), ("agreed", "denied"))
}


@record
class Step:
    """What one article says of how far a thing has come.

    Attributes:
        published: The publication day of the article, or None.
        status: The event's status ("planned"), or None for a type without one.
        statement: The event as that article states it.

    Example: see `merge`.
    """

    published: date | None
    status: str | None
    statement: Statement


@record
class Contradiction:
    """Two articles that cannot both be right about one thing, the one published first coming first.

    Attributes:
        field: The field of the event on which they disagree.
        first: What one article states.
        second: What the other states.
    """

    field: str
    first: Statement
    second: Statement


@record
class Happening:
    """One thing in the world, as all articles of a story state it.

    Attributes:
        statements: The events that speak of it, each with its article: in order of publication, unknown days last.

    Example:
        >>> from dipevents.models import Visit
        >>> told = [("2023-09-01", "occurred"), ("2023-09-02", "cancelled")]
        >>> one = Happening(
        ...     statements=tuple(Statement(event=Visit(status=s), source=Source(published=day)) for day, s in told)
        ... )
        >>> [(clash.first.event.status.value, clash.second.event.status.value) for clash in one.contradictions]
        [('occurred', 'cancelled')]
        >>> one.when is None
        True
    """

    statements: tuple[Statement, ...]

    @property
    def status(self) -> str | None:
        """How far it has come by all that is told, or None for a type without status.

        The last article decides: a plan that is cancelled is `cancelled`, an order that is cancelled `denied`, and a
        visit that is planned anew after that `planned`. What has happened is undone by no article; see
        `contradictions`. Of one day, the cancellation is the later news; articles of unknown day come first.
        """
        return last_status((_published(one), status_of(one.event)) for one in self.statements)

    @property
    def telling(self) -> Statement:
        """The statement in whose words it is told, as its article gives it.

        It is the one that dates it most exactly, of those that tell its status; among these, one that names who
        travels and a place within a country, and the last.
        """
        status = self.status
        telling = [one for one in reversed(self.statements) if status_of(one.event) == status]
        return min(telling, key=lambda one: (_vagueness(one.event.when), _unnamed(one.event)))

    @property
    def statement(self) -> Statement:
        """The statement that stands for it: `telling`, its event dated by `when`; `merged` has all statements."""
        one = self.telling
        if len(self.statements) == 1:
            return one
        when = self.when
        event = one.event if when == one.event.when else replace(one.event, when=when)
        return replace(one, event=event, merged=self.statements)

    def as_statements(self) -> tuple[Statement, ...]:
        """The statement that stands for it: so tables, relations and chronologies take a happening as one event."""
        return (self.statement,)

    @property
    def event(self) -> Event:
        """The event with the status and the date that all articles together give, in the words of one of them."""
        return self.statement.event

    @property
    def when(self) -> EventDate | None:
        """The most exact date that any article gives, or None.

        A visit that has taken place lasted over all exact days that the articles tell of it: of its arrival in one, of
        its talks in another. A date of another article than `telling` has its words, but no evidence.
        """
        own = self.telling.event.when
        stay = [when for one in self.statements if (when := _days_of_stay(one.event))]
        if self.status == "occurred" and stay:
            whole: EventDate | None = EventDate.spanning(*stay)
        else:
            whole = min((own, *(one.event.when for one in reversed(self.statements))), key=_vagueness)
        return own if whole is None or whole == own else EventDate(edtf=whole.edtf, frame=whole.frame, text=whole.text)

    @property
    def history(self) -> tuple[Step, ...]:
        """What the articles say of its status, in order of publication."""
        return tuple(
            Step(published=_published(one), status=status_of(one.event), statement=one) for one in self.statements
        )

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The pairs of statements that cannot both be true: a visit that occurred and was cancelled, and the like.

        A thing that was possible and is later denied, planned and later cancelled, or ordered and later denied (as a
        cancelled order is) has a history, not a contradiction; said on one day, planned and cancelled are one, and
        ordered and denied.
        """
        return tuple(
            Contradiction(field="status", first=a, second=b)
            for a, b in combinations(self.statements, 2)
            if _exclude_each_other(a, b)
        )


@record
class Story:
    """Reports, and the things that happened in them.

    Attributes:
        reports: The reports, each once, in order of publication, unknown days last.
        happenings: What they tell, in order of time, undated last; every event of every report is in exactly one.

    Whatever takes events takes a story, as one event for each happening: chronologies, relations, tables and the other
    exports. There the article is the one whose statement stands for the happening; `Statement.merged` has all.

    Example:
        >>> from dipevents.models import Visit
        >>> story = merge(Report(text="One.", events=(Visit(),)), Report(text="Two."))
        >>> len(story.chronology), len(story.to_dict()["reports"])
        (1, 2)
    """

    reports: tuple[Report, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def chronology(self) -> Chronology:
        """One event for each happening, in order of time."""
        return chronology(self)

    def as_statements(self) -> tuple[Statement, ...]:
        """The statements that stand for the happenings, in order of time."""
        return tuple(happening.statement for happening in self.happenings)

    def to_dict(self) -> dict[str, Any]:
        """The story as plain dicts, lists, strings and numbers that JSON can hold.

        `reports` are those of `Report.to_dict`, and hold all: `merge(map(Report.from_dict, data["reports"]))` is the
        story again. `happenings` have `when`, `status`, `event` (the id of the event of `Happening.telling`),
        `statements` (each with the number of its report, from 0, and the id of its event) and `contradictions` (each
        the two ids).
        """
        numbers = {id(event): number for number, report in enumerate(self.reports) for event in report.events}
        happenings = [
            {
                "when": one.when.edtf if one.when else None,
                "status": one.status,
                "event": one.telling.event.id,
                "statements": [{"report": numbers.get(id(s.event)), "event": s.event.id} for s in one.statements],
                "contradictions": [[clash.first.event.id, clash.second.event.id] for clash in one.contradictions],
            }
            for one in self.happenings
        ]
        return {
            "schema": "dipevents.story/1",
            "reports": [report.to_dict() for report in self.reports],
            "happenings": happenings,
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The same as JSON in ASCII.

        Args:
            indent: Blanks of indentation a level; None for one line.
        """
        return to_json(self.to_dict(), indent)


Stories: TypeAlias = "Report | Story | Iterable[Stories]"


def merge(*given: Stories) -> Story:
    """Joins what several articles say of the same things.

    Events are joined by type, actors, place and compatible dates, as `dipevents.sameness.likeness` grades them; events
    of one report are never joined with one another, for the reading of that article has kept them apart. Exactly dated
    events come first, and each event joins the happening that it fits best, if it fits all events of that happening.
    One that fits two equally well stays alone.

    Args:
        given: Reports, stories, or lists of them.

    Raises:
        dipevents.errors.InputError: If something else is given.

    Example:
        >>> from dipevents.models import Actor, Place, Visit
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> def article(published: str, status: str) -> Report:
        ...     visit = Visit(visitors=(wang,), destinations=(oslo,), status=status)
        ...     return Report(published=published, events=(visit,))
        >>> story = merge(article("2023-09-12", "occurred"), article("2023-09-01", "planned"))
        >>> [(str(step.published), step.status) for step in story.happenings[0].history]
        [('2023-09-01', 'planned'), ('2023-09-12', 'occurred')]
    """
    unique = {_identity(report): report for report in _reports(given, 8)}
    reports = tuple(report for _, report in sorted(unique.items(), key=lambda pair: pair[0]))
    groups = _grouped(reports)
    happenings = [Happening(statements=tuple(one for _, one in sorted(group, key=lambda p: p[0]))) for group in groups]
    return Story(reports=reports, happenings=_in_time(happenings))


def _reports(given: object, depth: int) -> Iterator[Report]:
    if isinstance(given, Report):
        yield given
    elif isinstance(given, Story):
        yield from given.reports
    elif isinstance(given, Iterable) and not isinstance(given, str | bytes | dict) and depth:
        for item in given:
            yield from _reports(item, depth - 1)
    else:
        raise InputError(f"reports, stories or lists of them are needed, not {type(given).__name__}")


def _identity(report: Report) -> tuple[bool, date, str]:
    """Equal for reports of equal content, and an order: by day of publication, then by content."""
    digest = hashlib.blake2b(report.to_json().encode("ascii"), digest_size=16).hexdigest()
    return report.published is None, report.published or date.max, digest


def _vagueness(when: EventDate | None) -> tuple[int, int]:
    """Less for what is more exact: by whether both bounds, one or none is known, then by days."""
    if when is None:
        return 3, 0
    unknown = (when.earliest is None) + (when.latest is None)
    return unknown, when.days or 0


def _days_of_stay(event: Event) -> EventDate | None:
    """The days of a visit that has taken place, where they are told."""
    if not isinstance(event, Visit) or not has_happened(event):
        return None
    return event.when if event.when and event.when.is_exact else None


def _unnamed(event: Event) -> int:
    """How much a visit leaves without a name: who travels, and where in the country."""
    if not isinstance(event, Visit):
        return 0
    within = any(country_of_name(place.name) is None for place in event.destinations)
    return any(is_told_by_office(one) for one in event.visitors) + (not within)


_Group = list[tuple[tuple[int, int], Statement]]


def _grouped(reports: tuple[Report, ...]) -> list[_Group]:
    entries: _Group = []
    for number, report in enumerate(reports):
        source = Source.of(report)
        entries += [((number, i), Statement(event=e, source=source)) for i, e in enumerate(report.events)]
    groups: list[_Group] = []
    index = Index()
    for entry in sorted(entries, key=lambda entry: (_vagueness(entry[1].event.when), entry[0])):
        best = _best_group(entry, groups, index.near(entry[1]))
        number = len(groups) if best is None else best
        if best is None:
            groups.append([])
        groups[number].append(entry)
        index.add(entry[1], number)
    return groups


def _best_group(entry: tuple[tuple[int, int], Statement], groups: list[_Group], near: list[int]) -> int | None:
    best, found = 0, []
    for number in near:
        grade = _fit(entry, groups[number])
        if grade > best:
            best, found = grade, [number]
        elif grade and grade == best:
            found.append(number)
    return found[0] if len(found) == 1 else None


def _fit(entry: tuple[tuple[int, int], Statement], group: _Group) -> int:
    """How well a statement fits the member it is most like; 0 if it does not fit one, or one is of the same report."""
    grades = []
    for (report, _), member in group:
        grade = 0 if report == entry[0][0] else likeness(entry[1], member)
        if not grade:
            return 0
        grades.append(grade)
    return max(grades)


def _in_time(happenings: list[Happening]) -> tuple[Happening, ...]:
    """In the order of `chronology`; happenings whose events are equal keep the order of their articles."""
    waiting: dict[str, list[Happening]] = {}
    for happening in happenings:
        waiting.setdefault(happening.event.id, []).append(happening)
    return tuple(waiting[event.id].pop(0) for event in chronology([one.event for one in happenings]))


def _published(statement: Statement) -> date | None:
    return statement.source.published if statement.source else None


def _exclude_each_other(a: Statement, b: Statement) -> bool:
    pair = frozenset((status_of(a.event) or "", status_of(b.event) or ""))
    one_day = _published(a) is not None and _published(a) == _published(b)
    return pair in _EXCLUDE or (one_day and pair in _EXCLUDE_ON_ONE_DAY)
