"""Visits as iCalendar."""

from __future__ import annotations

import pytest

from dipevents.export.calendar import left_out, to_ical
from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

WANG = Actor(name="Wang Yi", kind="person", country="CHN")


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def trip(edtf: str, **fields: object) -> Visit:
    return Visit(visitors=(WANG,), when=EventDate.from_edtf(edtf), **fields)


def test_a_visit_is_an_all_day_entry_whose_end_is_the_day_after() -> None:
    lines = unfolded(to_ical(Report(published="2023-09-01", events=(trip("2023-09-12/2023-09-14"),))))
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dipevents//dipevents//EN", "CALSCALE:GREGORIAN"]
    assert lines[-1] == "END:VCALENDAR"
    for line in (
        "DTSTART;VALUE=DATE:20230912",
        "DTEND;VALUE=DATE:20230915",
        "DTSTAMP:20230901T000000Z",
        "STATUS:CONFIRMED",
    ):
        assert line in lines


@pytest.mark.parametrize(
    ("visit", "status"),
    [
        (trip("2023-09-12", status="planned"), "CONFIRMED"),
        (trip("2023-09-12", status="possible"), "TENTATIVE"),
        (trip("2023-09-12", status="cancelled"), "CANCELLED"),
        (trip("2023-09"), "TENTATIVE"),
        (trip("2023-09-12~"), "TENTATIVE"),
        (trip("2023-09", status="cancelled"), "CANCELLED"),
    ],
)
def test_doubt_and_vagueness_are_tentative(visit: Visit, status: str) -> None:
    assert f"STATUS:{status}" in unfolded(to_ical(visit))


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut() -> None:
    words = "Zürich — 東京 😀 " * 30
    visit = trip("2023-09-12", evidence=(Evidence.of(words, 0, len(words)),))
    text = to_ical(visit)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert f"DESCRIPTION:{words}" in unfolded(text)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b", "\x00"])
def test_no_words_can_begin_a_property(end: str) -> None:
    words = f"a{end}END:VEVENT{end}ATTACH:file:///x; b, c\\"
    hostile = Visit(
        visitors=(Actor(name=words, kind="person"),),
        destinations=(Place(name=words),),
        when=EventDate.from_edtf("2023-09-12"),
        evidence=(Evidence.of(words, 0, len(words)),),
    )
    lines = unfolded(to_ical(Report(text=words, url=words, events=(hostile,))))
    assert lines.count("END:VEVENT") == 1
    assert not [line for text in lines for line in text.splitlines() if line.startswith("ATTACH")]
    assert any("\\; b\\, c\\\\" in line for line in lines)


def test_the_calendars_last_day_has_no_end() -> None:
    assert "DTEND" not in to_ical(trip("9999-12-31"))


def test_one_event_of_two_articles_has_two_uids() -> None:
    lines = unfolded(to_ical([trip("2023-09-12"), trip("2023-09-12")]))
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 2


def test_visits_without_two_bounds_and_other_events_are_left_out_and_told() -> None:
    undated, open_end, warning = Visit(), trip("2023/.."), Warning()
    assert "BEGIN:VEVENT" not in to_ical([undated, open_end, warning])
    assert [reason for _, reason in left_out([undated, open_end, warning, trip("2023")])] == [
        "its first or last day is unknown",
        "its first or last day is unknown",
        "no visit",
    ]
