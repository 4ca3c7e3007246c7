from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

import dipevents
from dipevents.errors import DateError
from dipevents.lexicon import read_table, read_words
from dipevents.mentions.dates import DateMention, find_dates, publication_day, read_dates
from dipevents.mentions.dates.grammar import matches
from dipevents.mentions.dates.period import Period, holding, holiday
from dipevents.mentions.dates.words import _entries, fold, segments


def only(text: str, published: str | None = "2023-09-13") -> DateMention:
    (found,) = find_dates(text, published=published)
    return found


def test_find_dates_is_public() -> None:
    assert dipevents.find_dates is find_dates
    assert dipevents.DateMention is DateMention


def test_dates_do_not_load_the_language_model() -> None:
    code = "import sys, dipevents; dipevents.find_dates('on May 4'); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


@pytest.mark.parametrize("published", ["soon", "2023-13-01", "12/9/2023", "", 2023, ["2023-09-12"], 1.5, b"2023-09-12"])
def test_a_wrong_publication_day_says_what_was_given_and_what_is_accepted(published: object) -> None:
    with pytest.raises(DateError) as caught:
        find_dates("on May 4", published=published)  # type: ignore[arg-type]
    assert repr(published) in str(caught.value)
    assert "2023-09-12" in str(caught.value)


def test_every_form_of_a_publication_day_is_accepted() -> None:
    day = date(2023, 9, 12)
    for given in (
        day,
        "2023-09-12",
        datetime(2023, 9, 12, 23, 59, tzinfo=UTC),
        "2023-09-12T08:00:00+02:00",
        " 2023-09-12 ",
    ):
        assert publication_day(given) == day
    assert publication_day(None) is None


def test_there_is_never_a_silent_publication_date() -> None:
    assert find_dates("The minister visited Ghana.", published="2023-09-13") == ()
    assert only("He recently resigned.").when is None
    assert only("He spoke on Monday.", None).when is None


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800 on May 4", "\x00May 4", "İİİ on May 4, 2020", "ſept. 4", "on Ⅻ May", "１２ May ２０２０"]
)
def test_any_string_is_read_with_right_offsets(text: str) -> None:
    for found in find_dates(text, published="2023-09-13"):
        assert text[found.start : found.end] == found.text


def test_letters_that_grow_in_lower_case_keep_their_place() -> None:
    text = "İstanbul, İzmir: on May 4, 2020"
    assert len(fold(text)) == len(text)
    assert only(text).text == "May 4, 2020"


def test_a_word_inside_another_is_no_date() -> None:
    assert find_dates("mayé Mayé éMonday 5May2020x Mondays_ dismay 1999x", published="2023-09-13") == ()


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-05", "9999-12-31", "9999-12-28"])
@pytest.mark.parametrize(
    "text",
    ["last week", "next week", "last century", "next decade", "2000 years ago", "in the past 9999 years", "next Monday",
     "last Monday", "next weekend", "last winter", "in winter", "on Easter", "yesterday and tomorrow",
     "the past two weeks", "a three-day visit from Monday", "May 4", "the year after the Soviet collapse", "overnight",
     "the 9999th anniversary of the end of the Korean War", "last quarter", "the third quarter", "on the 12th", "'99"],
)  # fmt: skip
def test_no_year_leaves_the_calendar(text: str, published: str) -> None:
    for found in find_dates(f"It was {text}.", published=published):
        if found.when and found.when.earliest:
            assert 1 <= found.when.earliest.year <= 9999


def test_leap_days_and_month_ends_are_right() -> None:
    assert only("They met on Feb. 29, 2024.").when is not None
    assert find_dates("They met on Feb. 29, 2023.", published="2023-09-13") == ()
    assert only("They will meet on Feb. 29.").timex_value == "2024-02-29"
    assert only("They met a month ago.", "2024-03-31").timex_value == "2024-02"
    assert str(only("They met in February 2023.").when.latest) == "2023-02-28"  # type: ignore[union-attr]


def test_iso_weeks_are_right_across_years() -> None:
    assert only("They met last week.", "2021-01-06").timex_value == "2020-W53"
    assert only("They met this week.", "2021-01-02").timex_value == "2020-W53"
    assert only("They meet next week.", "2024-12-28").timex_value == "2025-W01"
    assert str(only("They meet next week.", "2024-12-28").when) == "2024-12-30/2025-01-05"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("He called on Friday evening.", "TIME", "2023-09-08TEV"),
        ("He called at 10 p.m. EST Wednesday.", "TIME", "2023-09-13T22:00"),
        ("He called last night.", "TIME", "2023-09-12TNI"),
        ("They met last week.", "DATE", "2023-W36"),
        ("They met last weekend.", "DATE", "2023-W36-WE"),
        ("They met last summer.", "DATE", "2023-SU"),
        ("In the third quarter of 1984", "DATE", "1984-Q3"),
        ("In the first half of 1984", "DATE", "1984-H1"),
        ("in the 1990s", "DATE", "199"),
        ("in the 19th century", "DATE", "18"),
        ("since 2006", "DATE", "2006"),
        ("every Tuesday", "SET", "XXXX-WXX-2"),
        ("for several months", "DURATION", "PXM"),
        ("for 36 hours", "DURATION", "PT36H"),
        ("for a minute and a half", "DURATION", "PT1M30S"),
    ],
)
def test_timex_values_are_those_of_timeml(text: str, kind: str, value: str) -> None:
    found = only(text)
    assert (found.timex_type, found.timex_value) == (kind, value)


def test_comparisons_take_the_quarter_that_the_text_is_about() -> None:
    text = "Profit fell in the third quarter to $2 million from $3 million a year earlier. For the quarter, sales rose."
    values = [found.timex_value for found in find_dates(text, published="2023-11-02")]
    assert values == ["2023-Q3", "2022-Q3", "2023-Q3"]


def test_an_impossible_day_does_not_become_its_month() -> None:
    assert find_dates("They met on June 31, 2023.", published="2023-09-13") == ()


def test_a_range_across_new_year_has_two_years() -> None:
    first, last = find_dates("The drills run from Dec. 30 to Jan. 2.", published="2023-12-28")
    assert (first.timex_value, last.timex_value) == ("2023-12-30", "2024-01-02")
    assert str(first.when) == str(last.when) == "2023-12-30/2024-01-02"
    assert first.when is not None
    assert first.when.text == "Dec. 30 to Jan. 2"


def test_a_line_break_inside_a_date_is_read_over() -> None:
    assert only("They met on May\n4, 2020.").timex_value == "2020-05-04"
    assert [x.text for x in find_dates("They met in May\n\n4 men came", published="2023-09-13")] == ["May"]


def test_earlier_in_the_day_is_the_day_of_the_story_in_another_paragraph() -> None:
    text = "They met on Friday. It began on Sept. 7.{}Earlier in the day, he had left."
    for apart, day in (("\n\n", "2023-09-08"), (" ", "2023-09-07")):
        assert str(find_dates(text.format(apart), published="2023-09-10")[-1].when) == day


def test_every_anchor_has_a_source_and_days_in_order() -> None:
    rows = read_table("anchors")
    assert len(rows) > 30
    for row in rows:
        assert row["source"]
        start = date.fromisoformat(row["start"])
        assert not row["end"] or start <= date.fromisoformat(row["end"])


def test_every_anchor_can_be_read_by_every_name() -> None:
    for row in read_table("anchors"):
        for name in (row["name"], *filter(None, row["also"].split("|"))):
            found = find_dates(f"They marked the tenth anniversary of the {name}.", published="2023-09-13")
            assert found[-1].text.endswith(name), name
            assert found[-1].timex_value.startswith(str(int(row["start"][:4]) + 10)), name


def test_every_holiday_can_be_read_by_its_name() -> None:
    for name, rule in read_words("dates")["holiday"].items():
        found = only(f"They met on {name.title().replace(chr(39) + 'S', chr(39) + 's')} 2019.")
        assert found.timex_value == str(holiday(rule, 2019)), name


def test_periods_hold_their_day_and_touch_their_neighbours() -> None:
    day = date(2024, 2, 29)
    for unit in "DWMQHSYEC":
        here = holding(unit, day)
        assert here.first <= day <= here.last
        assert (here.shift(1).first - here.last).days == 1 or unit == "S"
        assert here.shift(1).shift(-1) == here
    assert Period("S", date(2023, 12, 1)).last == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks, held at 9 p. m. Monday in a hall, ended.", ["9 p. m. Monday"]),
        ("They left at the end of May; nobody came in the month.", ["the end of May", "the month"]),
        ("It began (on Monday) and said, Tuesday was too late.", ["Monday", "Tuesday"]),
        ("He said no. On the 5th of May, 2023 he came.", ["the 5th of May, 2023"]),
        ("Nothing here is a date, of the or in a.", []),
        ("  on   Sept.   12  ", ["Sept.   12"]),
    ],
)
def test_a_date_is_whole_whatever_stands_around_its_nucleus(text: str, found: list[str]) -> None:
    assert [one.text for one in find_dates(text, published="2023-09-13")] == found


def test_stretches_hold_all_that_the_whole_text_holds() -> None:
    text = "Talks begin on May 4, he said, and go on for two weeks until the end of the month. She may come at 5 p.m."
    whole = [(start, end) for start, end, entry in _entries(text.lower(), text, 0, len(text)) if entry]
    cut = [(w.start, w.end) for segment in segments(text, text.lower(), [(0, len(text))]) for w in segment.words]
    assert set(cut) <= set(whole)
    assert {text[start:end] for start, end in cut} >= {"May", "4", "two", "weeks", "until", "month", "5", "p.m."}


def test_dates_are_read_where_they_are_asked_for() -> None:
    text = "It fell on Monday, they said. Kim came on Tuesday, they said. It fell on Friday."
    assert [one.text for one in read_dates(text, date(2023, 9, 13), [(30, 62)])] == ["Tuesday"]
    assert read_dates(text, None, []) == []


def test_rules_of_a_segment_are_tried_longest_first() -> None:
    text = "Monday, May 4, 2020"
    (segment,) = segments(text, text.lower(), [(0, len(text))])
    lengths = [match.last for match in matches(segment.words, segment.symbols, 0)]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("words", "frame"),
    [
        ("last week", True),
        ("at the weekend", True),
        ("in the spring", True),
        ("in the second quarter", True),
        ("in the second half of April", True),
        ("over the past three days", True),
        ("in May", True),
        ("on Monday", False),
        ("from May 3 to 5", False),
        ("from May to July", False),
    ],
)
def test_a_frame_is_told_from_a_stretch(words: str, frame: bool) -> None:
    found, *_ = find_dates(f"Ministers met {words}.", published="2025-12-02")
    assert found.when is not None
    assert found.when.frame is frame


def test_an_item_of_an_old_paper_is_read_as_on_its_own_day() -> None:
    text = "He came yesterday.\n10 YEARS AGO (June 10, 1994): He flew yesterday.\nHe left yesterday."
    found = [one.when.edtf for one in find_dates(text, published="2004-06-10") if one.when and one.text == "yesterday"]
    assert found == ["2004-06-09", "1994-06-09", "2004-06-09"]


def test_the_years_of_a_list_of_what_a_day_has_seen_are_that_day() -> None:
    text = "ON THIS DAY\n\n1972: Nixon came.\nIn 1995, he wrote of 1972."
    found = [one.when.edtf for one in find_dates(text, published="2022-02-21") if one.when]
    assert found == ["1972-02-21", "1995-02-21", "1972"]
    assert [one.when.edtf for one in find_dates("1972: Nixon came.", published="2022-02-21") if one.when] == ["1972"]
