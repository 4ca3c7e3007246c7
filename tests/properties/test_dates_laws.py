from __future__ import annotations

import calendar
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from dipevents.mentions.dates import find_dates
from dipevents.models.event_date import EventDate

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NEWS_DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
WEEKDAYS = st.sampled_from(list(calendar.day_name))
WORDS = """
the a an last next this past coming previous following same every each early late mid of in on by since until from to
between and about around ago later earlier before after now recently day days week weeks weekend month months quarter
year years decade century hour minutes morning night noon Monday Tuesday Friday Mondays January May March Sept. 30 31
29 1 2 12 1989 2023 2024 9999 1000 '90s 1990s 80s first second 12th 31st third half fiscal spring fall winter summer
Q3 couple few several two twenty hundred thousand nineteen ninety dozen more than at least Easter Christmas Eve New
Year's today yesterday tomorrow tonight 2023-02-29 2023-12-31 12/9/2023 10:30 p.m. EST , . - – / ( ) " will said
anniversary Korean War three-day visit
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
SENTENCES = st.lists(PIECES, max_size=14).map(" ".join)
TEXTS = st.one_of(
    SENTENCES, st.text(max_size=60), st.lists(st.one_of(SENTENCES, st.text(max_size=10)), max_size=4).map("".join)
)


class TestDatesOfAnyText:
    @given(text=TEXTS, published=st.none() | DAYS)
    @settings(max_examples=400, deadline=None)
    def test_mentions_quote_the_text_in_order_without_overlap(self, text: str, published: date | None) -> None:
        """`text[m.start:m.end] == m.text`, and each begins where the one before has ended, or later."""
        free = 0
        for found in find_dates(text, published=published):
            assert free <= found.start < found.end
            assert text[found.start : found.end] == found.text
            free = found.end

    @given(text=TEXTS, published=st.none() | DAYS)
    @settings(max_examples=200, deadline=None)
    def test_bounds_follow_from_the_edtf_string(self, text: str, published: date | None) -> None:
        """`when == EventDate.from_edtf(when.edtf)`, and its words are those of the mention."""
        for found in find_dates(text, published=published):
            if found.when:
                assert found.when == EventDate.from_edtf(found.when.edtf)
                assert found.when.text == found.text

    def test_the_referee_reads_every_edtf_string_with_our_bounds(self) -> None:
        """The `edtf` library parses what is emitted, and its strict bounds are ours."""
        parse_edtf = pytest.importorskip("edtf", reason="comes with the extra test").parse_edtf

        @given(text=SENTENCES, published=NEWS_DAYS)
        @settings(max_examples=40, deadline=None)
        def has_our_bounds(text: str, published: date) -> None:
            for when in (found.when for found in find_dates(text, published=published) if found.when):
                parsed = parse_edtf(when.edtf)
                if when.earliest and when.earliest.year > 1:
                    assert tuple(parsed.lower_strict())[:3] == when.earliest.timetuple()[:3]
                if when.latest:
                    assert tuple(parsed.upper_strict())[:3] == when.latest.timetuple()[:3]

        has_our_bounds()

    @given(text=SENTENCES, more=SENTENCES, published=st.none() | NEWS_DAYS)
    @settings(max_examples=200, deadline=None)
    def test_a_further_paragraph_changes_nothing_before_it(self, text: str, more: str, published: date | None) -> None:
        """`find_dates(text + "\\n\\n" + more)` begins with `find_dates(text)`."""
        alone = find_dates(text, published=published)
        assert find_dates(f"{text}\n\n{more}", published=published)[: len(alone)] == alone

    @given(text=SENTENCES, published=NEWS_DAYS)
    @settings(max_examples=100, deadline=None)
    def test_the_day_may_be_a_string(self, text: str, published: date) -> None:
        """A date and its ISO string are the same publication day."""
        assert find_dates(text, published=published) == find_dates(text, published=published.isoformat())


class TestDatesAreReadBack:
    @given(day=st.dates(date(1000, 1, 1), date(2199, 12, 31)), published=NEWS_DAYS)
    def test_a_printed_day_reads_back(self, day: date, published: date) -> None:
        """Every way to print a day gives that day, whatever the publication day is."""
        month = calendar.month_name[day.month]
        for printed in (
            f"{month} {day.day}, {day.year:04}",
            f"{day.day} {month} {day.year:04}",
            f"{month[:3]}. {day.day}, {day.year:04}" if len(month) > 4 else f"{month} {day.day}, {day.year:04}",
            f"{day:%A}, {month} {day.day}, {day.year:04}",
            day.isoformat(),
        ):
            found = find_dates(f"They met on {printed}.", published=published)
            assert [one.when.edtf for one in found if one.when] == [day.isoformat()], printed

    @given(weekday=WEEKDAYS, published=NEWS_DAYS, weeks=st.integers(-200, 200))
    def test_whole_weeks_shift_weekdays_by_as_much(self, weekday: str, published: date, weeks: int) -> None:
        """Shifting the publication day by whole weeks shifts the answer by as much."""
        shift = timedelta(7 * weeks)
        for sentence in (
            f"He spoke on {weekday}.",
            f"He will speak on {weekday}.",
            f"He spoke last {weekday}.",
            f"He returns next {weekday}.",
        ):
            (here,) = find_dates(sentence, published=published)
            (there,) = find_dates(sentence, published=published + shift)
            assert here.when is not None
            assert there.when is not None
            assert here.when.earliest is not None
            assert there.when.earliest == here.when.earliest + shift

    @given(weekday=WEEKDAYS, published=NEWS_DAYS)
    def test_a_bare_weekday_is_the_latest_one(self, weekday: str, published: date) -> None:
        """It has that name and lies 0 to 6 days before publication; with "will", 0 to 6 days after it."""
        (past,) = find_dates(f"He spoke on {weekday}.", published=published)
        (ahead,) = find_dates(f"He will speak on {weekday}.", published=published)
        assert past.when is not None
        assert ahead.when is not None
        assert past.when.earliest is not None
        assert ahead.when.earliest is not None
        assert f"{past.when.earliest:%A}" == f"{ahead.when.earliest:%A}" == weekday
        assert 0 <= (published - past.when.earliest).days <= 6
        assert 0 <= (ahead.when.earliest - published).days <= 6

    @given(published=NEWS_DAYS)
    def test_weeks_run_from_monday_to_sunday(self, published: date) -> None:
        """ "This week" has seven days and the ISO number of the publication day, on a Sunday of the next day."""
        (found,) = find_dates("They meet this week.", published=published)
        assert found.when is not None
        assert found.when.earliest is not None
        assert found.when.earliest.isoweekday() == 1
        assert found.when.days == 7
        within = published + timedelta(published.isoweekday() == 7)
        assert found.when.contains(EventDate.on(within))
        year, week, _ = within.isocalendar()
        assert found.timex_value == f"{year:04}-W{week:02}"


# What could send a careless reader into quadratic time: digits, months, blanks, and what opens a pattern without end.
THINGS = [
    *("1", "1 ", "May ", " ", "\n", "1,", "1,111", "12-", "'9", "1/", "2 1/2", "p.m. ", "- ", "Nov. 12-", "Monday to "),
    *("last ", "the ", "a few ", "two ", "at least ", "of the ", "one hundred and ", "since ", "Korean War "),
]


class TestDatesTakeLinearTime:
    @pytest.mark.parametrize("thing", THINGS)
    def test_one_thing_over_and_over_is_read_in_seconds(self, thing: str) -> None:
        """100,000 characters of it take seconds of the processor; what is quadratic takes many minutes."""
        assert seconds(thing * (100_000 // len(thing))) < 20

    def test_a_megabyte_of_digits_months_and_blanks_is_read_in_seconds(self) -> None:
        """1 MB of it as well."""
        assert seconds(("1" * 99 + " " * 99 + "May " * 9 + "1 2 3 4,5 1989 12-" + "\n" * 9) * 4000) < 60


def seconds(text: str) -> float:
    assert len(text) <= 1_200_000
    began = time.process_time()
    find_dates(text, published="2023-09-12")
    return time.process_time() - began
