"""What a report tells, in a form that two reports are compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents import Actor, Report


def told(report: Report, *, dated: bool = True) -> tuple[object, ...]:
    """Who does what to whom, by states; with the days of visits and how real visits and deals are, or without."""
    visits = [
        (
            _states(v.visitors),
            tuple(str(d.country) for d in v.destinations),
            dated and (v.status, v.when and v.when.edtf),
        )
        for v in report.visits
    ]
    warnings = [(_states(w.issuers), _states(w.targets), w.kind) for w in report.warnings]
    deals = [(_states(d.suppliers), _states(d.recipients), dated and d.status) for d in report.arms_deals]
    return visits, warnings, deals


def _states(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(sorted(str(a.country) for a in actors))
