"""What a report tells, in a form that two reports are compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from dipevents import Actor, Parser, Report


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


def same_is_told(parser: Parser, plain: str, others: Iterable[str], published: date, *, dated: bool = True) -> None:
    """Fails unless a sentence tells something, and each of the others the same."""
    expected = told(parser.parse(plain, published=published), dated=dated)
    assert any(expected)
    for text in others:
        assert told(parser.parse(text, published=published), dated=dated) == expected, text


def _states(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(sorted(str(a.country) for a in actors))
