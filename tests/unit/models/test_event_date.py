from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st
from pydantic import TypeAdapter, ValidationError

from dipevents.errors import DateError
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.evidence import Evidence

# EDTF string, earliest, latest, precision; every form that is read. To add one: a line here, then `_part`.
FORMS = [
    ("2023-09-12", "2023-09-12", "2023-09-12", "day"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("2023~", "2023-01-01", "2023-12-31", "year"),
    ("2023-09?", "2023-09-01", "2023-09-30", "month"),
    ("2023-09-12%", "2023-09-12", "2023-09-12", "day"),
    ("199X", "1990-01-01", "1999-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("2023-22", "2023-06-01", "2023-08-31", "season"),
    ("2023-XX", "2023-01-01", "2023-12-31", "month"),
    ("2023-09-XX", "2023-09-01", "2023-09-30", "day"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31", "day"),
    ("XXXX-09-12", None, None, "day"),
    ("XXXX-02-29", None, None, "day"),
    ("XXXX-09", None, None, "month"),
    ("2018/2019", "2018-01-01", "2019-12-31", "interval"),
    ("2023-09-12/2023-09-15", "2023-09-12", "2023-09-15", "interval"),
    ("2006/..", "2006-01-01", None, "interval"),
    ("../2025-06", None, "2025-06-30", "interval"),
    ("2023-11~/2024-01~", "2023-11-01", "2024-01-31", "interval"),
    ("XXXX-09-12/XXXX-09-15", None, None, "interval"),
]
NO_DATES = [
    *(
        "",
        "today",
        "2023-13",
        "2023-02-29",
        "XXXX-02-30",
        "2023-9-1",
        "0000",
        "10000",
        "-0044",
        "2023/2022",
        "2023/2024/2025",
    ),
    *(
        "2023-W37",
        "2023-00",
        "2023-XX-12",
        "199X-05",
        "2023-21-01",
        "٢٠٢٣",
        "2023 ",
        "2023-09-12T10:00",
        "[2023,2024]",
        "Y12345",
    ),
]
EDTFS = st.sampled_from([form[0] for form in FORMS]).map(EventDate.from_edtf)
DAYS = st.dates().map(EventDate.on)
DATES = st.one_of(EDTFS, DAYS, st.tuples(DAYS, DAYS).map(lambda pair: EventDate.spanning(*pair)))


def when(edtf: str) -> EventDate:
    return EventDate.from_edtf(edtf)


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precision"), FORMS)
def test_bounds_and_precision_follow_from_the_string(edtf: str, earliest: str, latest: str, precision: str) -> None:
    one = when(edtf)
    assert one.earliest == (earliest and date.fromisoformat(earliest))
    assert one.latest == (latest and date.fromisoformat(latest))
    assert one.precision is Precision(precision)


@pytest.mark.parametrize(("edtf", "earliest", "latest"), [form[:3] for form in FORMS if form[1] or form[2]])
def test_the_referee_has_the_same_bounds(edtf: str, earliest: str | None, latest: str | None) -> None:
    parsed = pytest.importorskip("edtf", reason="comes with the extra test").parse_edtf(edtf)
    if earliest:
        assert tuple(parsed.lower_strict())[:3] == date.fromisoformat(earliest).timetuple()[:3]
    if latest:
        assert tuple(parsed.upper_strict())[:3] == date.fromisoformat(latest).timetuple()[:3]


@pytest.mark.parametrize("edtf", NO_DATES)
def test_what_is_no_date_says_so(edtf: str) -> None:
    with pytest.raises(DateError, match="is no date in EDTF"):
        when(edtf)
    with pytest.raises(ValidationError):
        EventDate(edtf=edtf)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("2023-02-30", "day "),
        ("2023-13", "month"),
        ("2024/2023", "it ends before it begins"),
        (None, "None is no date in EDTF: give a year"),
        ("2023/2024/2025", "give a year"),
    ],
)
def test_the_reason_is_told(wrong: Any, reason: str) -> None:
    with pytest.raises(DateError, match=reason):
        EventDate.from_edtf(wrong)


def test_bounds_that_contradict_the_string_are_refused() -> None:
    assert EventDate(edtf="2023", earliest=date(2023, 1, 1)).latest == date(2023, 12, 31)
    with pytest.raises(ValidationError, match="contradicts"):
        EventDate(edtf="2023", earliest=date(2022, 1, 1))


@pytest.mark.parametrize("edtf", [form[0] for form in FORMS])
def test_repr_evaluates_to_an_equal_value(edtf: str) -> None:
    plain, quoted = when(edtf), when(edtf).quoting(Evidence(start=3, end=7, text="then"))
    for one in (plain, quoted):
        back = eval(repr(one))  # noqa: S307 - our own repr
        assert back == one
        assert hash(back) == hash(one)
        assert (back.text, back.evidence) == (one.text, one.evidence)


def test_the_words_do_not_count_for_equality() -> None:
    assert when("2023") == when("2023").quoting(Evidence(start=0, end=4, text="then"))
    assert len({when("2023"), EventDate(edtf="2023", text="last year")}) == 1
    assert when("2023") != when("2023~")


def test_dates_have_no_order_but_a_sort_key() -> None:
    with pytest.raises(TypeError):
        _ = when("2023") < when("2024")  # type: ignore[operator]
    mixed = [when(x) for x in ("XXXX-09-12", "2024", "2023-09", "2023", "../2025", "2006/..")]
    assert [x.edtf for x in sorted(mixed, key=lambda x: x.sort_key)] == [
        *("../2025", "2006/..", "2023", "2023-09", "2024", "XXXX-09-12"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "before", "overlap", "contains"),
    [
        ("2023-09-12", "2023-10", True, False, False),
        ("2023-10", "2023-10-31", False, True, True),
        ("2023-09-12/2023-09-15", "2023-09-15", False, True, True),
        ("2023~", "2024", False, True, False),
        ("2023~", "2025", True, False, False),
        ("XXXX-09-12", "2025", False, True, False),
        ("2023", "XXXX-09-12", False, True, False),
        ("../2025-06", "2025-07-01", True, False, False),
        ("../2025-06", "2024", False, True, True),
        ("2006/..", "2005", False, False, False),
        ("2006/..", "2024", False, True, True),
        ("0001~", "9999~", True, False, False),
    ],
)
def test_predicates_name_what_is_certain(one: str, other: str, before: bool, overlap: bool, contains: bool) -> None:
    assert when(one).ended_before(when(other)) is before
    assert when(other).began_after(when(one)) is before
    assert when(one).may_overlap(when(other)) is when(other).may_overlap(when(one)) is overlap
    assert when(one).contains(when(other)) is contains
    if contains:
        assert when(other).surely_overlaps(when(one))


def test_a_visit_of_some_days_is_an_interval() -> None:
    assert when("2023-12-30").lasting(3).edtf == "2023-12-30/2024-01-01"
    assert when("2024-03-01").ending(2).edtf == "2024-02-29/2024-03-01"
    for unchanged in ("2023-09", "XXXX-09-12", "2006/.."):
        assert when(unchanged).lasting(3) == when(unchanged).ending(3) == when(unchanged)
    assert when("9999-12-31").lasting(3) == when("9999-12-31")
    assert when("2023-09-12").lasting(1) == when("2023-09-12").lasting(0) == when("2023-09-12")


def test_spanning_takes_the_outer_ends() -> None:
    assert EventDate.spanning(when("2019-03"), when("2018")).edtf == "2018/2019-03"
    assert EventDate.spanning(when("2006/.."), when("2001-05-04")).edtf == "2001-05-04/.."
    assert EventDate.spanning(when("XXXX-09-12"), when("2023")).edtf == "../.."
    with pytest.raises(DateError):
        EventDate.spanning()


def test_an_interval_gives_its_ends() -> None:
    both = when("2018/2019-03")
    assert (both.begin, both.end) == (when("2018"), when("2019-03"))
    assert (when("2006/..").begin, when("2006/..").end) == (when("2006"), None)
    assert when("2023").begin == when("2023").end == when("2023")


def test_a_date_survives_json() -> None:
    adapter = TypeAdapter(EventDate)
    for edtf, *_ in FORMS:
        one = when(edtf).quoting(Evidence(start=0, end=4, text="then"))
        back = adapter.validate_json(adapter.dump_json(one))
        assert back == one
        assert back.evidence == one.evidence


class TestEventDateIsAPartialOrder:
    @given(a=DATES, b=DATES, c=DATES)
    def test_before_is_transitive(self, a: EventDate, b: EventDate, c: EventDate) -> None:
        """a before b and b before c makes a before c, where b has both ends."""
        if a.ended_before(b) and b.ended_before(c) and b.earliest and b.latest:
            assert a.ended_before(c)

    @given(a=DATES, b=DATES)
    def test_before_and_overlap_exclude_one_another(self, a: EventDate, b: EventDate) -> None:
        """Of before, after and may-overlap exactly one holds."""
        assert [a.ended_before(b), a.began_after(b), a.may_overlap(b)].count(True) == 1

    @given(a=DATES, b=DATES)
    def test_what_surely_overlaps_may_overlap(self, a: EventDate, b: EventDate) -> None:
        """surely_overlaps implies may_overlap and is symmetric."""
        assert a.surely_overlaps(b) == b.surely_overlaps(a)
        if a.surely_overlaps(b):
            assert a.may_overlap(b)

    @given(a=DATES, b=DATES)
    def test_spanning_contains_both_and_forgets_the_order(self, a: EventDate, b: EventDate) -> None:
        """The span of two dates has the outer bounds of both, whichever comes first."""
        span = EventDate.spanning(a, b)
        assert span == EventDate.spanning(b, a)
        for one in (a, b):
            assert span.earliest is None or (one.earliest is not None and span.earliest <= one.earliest)
            assert span.latest is None or (one.latest is not None and span.latest >= one.latest)

    @given(a=DATES)
    def test_replacing_nothing_changes_nothing(self, a: EventDate) -> None:
        """dataclasses.replace(a) == a."""
        assert dataclasses.replace(a) == a


@pytest.mark.parametrize(
    ("edtf", "given", "frame", "exact"),
    [
        ("2023-09-12", True, False, True),
        ("2023-09-12~", False, False, False),
        ("XXXX-09-12", False, False, False),
        ("2023-09", False, True, False),
        ("2023", False, True, False),
        ("2023-09-11/2023-09-17", False, False, True),
        ("2023-09-11/2023-09-17", True, True, False),
        ("2023-09/2023-10", False, False, False),
        ("2023-09-12/..", False, False, False),
    ],
)
def test_only_an_interval_can_be_a_stretch_or_a_frame(edtf: str, given: bool, frame: bool, exact: bool) -> None:
    when = EventDate(edtf=edtf, frame=given)
    assert (when.frame, when.is_exact) == (frame, exact)
    assert when == EventDate.from_edtf(edtf)
    assert when.quoting().frame == frame


def test_what_spans_a_frame_is_one() -> None:
    week, day = EventDate(edtf="2023-09-11/2023-09-17", frame=True), EventDate.from_edtf("2023-09-20")
    assert EventDate.spanning(week, day).frame
    assert EventDate.spanning(week, week).frame
    assert not EventDate.spanning(EventDate.from_edtf("2023-09-11"), day).frame
