"""Allen's relations between vague dates."""

from __future__ import annotations

import pytest

from dipevents.intervals import Certainty, Relation, allen
from dipevents.models.event_date import EventDate


def possible(a: str, b: str) -> set[str]:
    said = allen(EventDate.from_edtf(a), EventDate.from_edtf(b))
    assert list(said) == list(Relation)
    return {str(relation) for relation, certainty in said.items() if certainty is not Certainty.IMPOSSIBLE}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("2023-09-10", "2023-09-12", "before"),
        ("2023-09-11", "2023-09-12", "meets"),
        ("2023-09-12", "2023-09-12", "equals"),
        ("2023-09-10/2023-09-13", "2023-09-12/2023-09-15", "overlaps"),
        ("2023-09-12", "2023-09-12/2023-09-15", "starts"),
        ("2023-09-13", "2023-09-12/2023-09-15", "during"),
        ("2023-09-15", "2023-09-12/2023-09-15", "finishes"),
        ("2023-09-12/2023-09-15", "2023-09-15", "finished_by"),
        ("2023-09-12/2023-09-15", "2023-09-14", "contains"),
        ("2023-09-12/2023-09-15", "2023-09-12", "started_by"),
        ("2023-09-12/2023-09-15", "2023-09-10/2023-09-13", "overlapped_by"),
        ("2023-09-13", "2023-09-12", "met_by"),
        ("2024", "2022", "after"),
        ("2024/..", "2022", "after"),
    ],
)
def test_dates_that_leave_no_choice_have_one_certain_relation(a: str, b: str, relation: str) -> None:
    assert possible(a, b) == {relation}
    assert allen(EventDate.from_edtf(a), EventDate.from_edtf(b))[Relation(relation)] is Certainty.CERTAIN


def test_neighbouring_months_may_meet_or_lie_apart() -> None:
    assert possible("2023-08", "2023-09") == {"before", "meets"}


def test_a_day_within_a_vague_month_rules_out_only_what_cannot_be() -> None:
    excluded = {str(r) for r in Relation} - possible("2023-09-12", "2023-09")
    assert excluded == {"overlaps", "contains", "overlapped_by", "started_by", "finished_by"}


def test_open_and_unknown_dates_leave_everything_possible() -> None:
    assert possible("../..", "2020/2021") == {str(relation) for relation in Relation}
    assert possible("2024/..", "../2022") == {"after"}


def test_an_interval_reaches_from_its_first_part_to_its_last() -> None:
    assert "during" not in possible("2018/2021", "2019/2020")
    assert "contains" in possible("2018/2021", "2019/2020")


def test_a_frame_is_not_filled() -> None:
    week, days = EventDate(edtf="2025-11-24/2025-11-30", frame=True), EventDate.from_edtf("2025-11-24/2025-11-30")
    day = EventDate.from_edtf("2025-11-26")
    assert allen(days, day)[Relation.CONTAINS] is Certainty.CERTAIN
    said = allen(week, day)
    assert said == allen(EventDate.from_edtf("2025-11"), day)
    assert {said[r] for r in (Relation.CONTAINS, Relation.EQUALS, Relation.BEFORE)} == {Certainty.POSSIBLE}
    assert allen(week, EventDate.from_edtf("2025-12-02"))[Relation.BEFORE] is Certainty.CERTAIN
