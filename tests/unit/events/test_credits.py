from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dipevents.parser import Parser


def test_who_reports_an_event_is_credited(parser: Parser) -> None:
    (visit,) = parser.parse("Kim Jong Un arrived in Moscow on Monday, the BBC reported.").visits
    assert [a.name for a in visit.reported_by] == ["BBC"]


def test_who_warns_is_not_credited_for_the_warning(parser: Parser) -> None:
    (warning,) = parser.parse("Norway warned that the drills would raise tension.").warnings
    assert warning.reported_by == ()


def test_an_event_that_nobody_is_quoted_for_credits_nobody(parser: Parser) -> None:
    (visit,) = parser.parse("Kim Jong Un arrived in Moscow on Monday.").visits
    assert visit.reported_by == ()
