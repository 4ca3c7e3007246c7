"""What a date is read against: the publication day, the dates before it, the tense of its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.dates.period import Period, holding
from dipevents.mentions.dates.tense import direction, distance, neighbours

if TYPE_CHECKING:
    from dipevents.mentions.dates.grammar import Match, Reading

__all__ = ["Context"]

_REACH = 220
NEAR = 1500
"""Characters behind a date in which "the same day" means it."""
OLD = 31
"""Days after which a date that names an event is no longer the one that an article is at."""
LATELY = 5
"""Years around publication whose number beside a plural is the year, not how many: "the group's total 1987 exports"."""
EDGE = 12  # characters around a date in which words are looked for that share its line
_SENTENCE_END = re.compile(r"[.!?;:][\"'”’)]*\s+(?=[A-Z\"“‘'(])|\n\s{0,40}\n|\n(?=[A-Z])")
# One line break may stand between the words of a sentence; two end a paragraph.
_AS = (
    "as early as ",
    "as late as ",
    "as recently as ",
    "as soon as ",
    "as far back as ",
    "as long ago as ",
    "earlier than ",
    "later than ",
)
_OPENS = re.compile(r"\W*(?:(?:but|and|then|back|later|early|earlier|late)\s+)*(?:in|during)?\s*", re.I)
# "Last year he came in May", "In 2014 …"
_LISTS = re.compile(r", (?:in|on|first in) ")  # "twice last year, in May and in June"
_WORDS = re.compile(r"\w")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(?:[ \t'’(]{0,3}|[ \t]?\n)$")
_ENTRY = re.compile(r"[)\]]{0,2}(?::|\s[-–—]\s|\s?[–—]\s?)")
"""Between the date that heads an entry of a chronology and what it dates."""
_NAME_BEHIND = re.compile(r"-(?:[a-z]{1,3}-)?([A-Z][^\W\d_]{1,20})\b")
_WORD_BEHIND = re.compile(r"(?:[ \t]{0,3}|[ \t]?\n)([^\W\d_]+)")


_UPSHOT = ("wake of ", "aftermath of ", "victims of ", "results of ")
_PEOPLE = ("people", "men", "women")
_COUNTED = (*_PEOPLE, "percent", "km", "tons", "tonnes", "hours")
_NOUN_BEHIND = re.compile(r" (?!(?:and|or|to|for|in|at|with|by|of|on|from|as)\b)\w")
_WHOSE = frozenset(("their", "its", "his", "her", "our", "whose", "s"))
_WAS_SET = re.compile(r"\bhad (?:\w+ )?been (?:billed|due|planned|scheduled|set|slated)\b(?: \w+){0,6} $")
"""What had been planned for a day may as well be over: "HAD BEEN SET FOR June but was put off"."""
_TOLD = re.compile(r"\b(?:says|announces|claims|confirms|declares|insists|promises|reports|reveals|tells|vows|warns)\b")
"""Verbs behind which somebody speaks of another time than that of an entry."""
_TO_DO = re.compile(r"\s+to (?!(?:an?|the|his|her|its|their|one|two|three|four|five|six|seven|ten|\d+)\b)[a-z]")


@dataclass(slots=True)
class Context:
    """The state of one walk through a text; it holds only what stands before the date that is read."""

    text: str
    low: str
    today: date | None
    last: Period | None = None
    last_end: int = -1
    past: Period | None = None
    past_end: int = -1
    latest: Period | None = None
    latest_end: int = -1
    coming: Period | None = None
    coming_end: int = -1
    quarter: Period | None = None
    compared: Period | None = None
    quarters_ahead: dict[tuple[str, int], Period] = field(default_factory=dict)
    british: bool = False
    year: int | None = None
    year_end: int = -1
    framing: tuple[int, int] | None = None
    headed: int | None = None
    entry: Period | None = None
    _directions: dict[tuple[int, int], int] = field(default_factory=dict)

    def note(self, reading: Reading, start: int, end: int) -> None:
        """Keeps a date as the one that "the same day" after it means, and a year that what follows is in."""
        period = reading.period
        if period and reading.kind in ("DATE", "TIME"):
            if period.unit == "Y":
                if self._heads(start) and not _WORDS.search(self.text[end : end + EDGE].partition("\n")[0]):
                    self.headed = period.first.year  # "1999", and below it "March 3 - …"
                frames = _OPENS.fullmatch(self.sentence(start, end)[0]) or _LISTS.match(self.text, end)
                self.framing = (period.first.year, start) if frames else None
            if not self._only_names(period, start, end):
                self.last, self.last_end = period, end
            if self.today is None or period.first <= self.today:
                self.past, self.past_end = period, end
                stale = end - self.latest_end > NEAR
                if period.unit == "D" and (stale or not self.latest or period.first >= self.latest.first):
                    self.latest, self.latest_end = period, end
            else:
                self.coming, self.coming_end = period, end
            if (reading.full or self.entry) and self._opens_entry(start, end):
                self.entry = period
            if reading.full and period.unit in ("D", "M"):
                self.year, self.year_end = period.first.year, end

    def about_quarter(self, quarter: Period | None) -> None:
        """Keeps the quarter that the text reports on, so that "a year earlier" and "the quarter" mean it."""
        if quarter and (not self.today or quarter.last < self.today):
            self.quarter = self.compared = quarter

    def near(self, start: int) -> Period | None:
        """The date named before, if it stands in the same or a neighbouring paragraph; else None."""
        return self.last if self.last and start - self.last_end < NEAR else None

    def near_told(self, match: Match) -> Period | None:
        """As `near`, of what has happened: no day to come is meant by "had flown in THAT MORNING".

        What is to come before a day comes before one that is ahead: "will leave Oslo A DAY EARLIER".
        """
        near, start = self.near(match.span[0]), match.span[0]
        if near is None or self.today is None:
            return near
        tense = self.direction(match)
        if near.first <= self.today:
            return self.coming if tense > 0 and self.coming and start - self.coming_end < NEAR else near
        if tense >= 0:
            return near
        return self.past if self.past and start - self.past_end < NEAR else None

    def in_sentence(self, match: Match) -> bool:
        """Whether the date named before stands in the sentence of this one."""
        return self.last is not None and match.span[0] - self.last_end < len(self.sentence(*match.span)[0])

    def day_of_news(self, match: Match) -> Period | None:
        """The day that an article is at where what is to be done still that day is told in a sentence of its own."""
        near = self.near_told(match)
        if self.today is None or self.in_sentence(match) or self.direction(match) <= 0:
            return near
        fresh = self.latest is not None and match.span[0] - self.latest_end < NEAR
        return self.latest if fresh else near

    def _only_names(self, period: Period, start: int, end: int) -> bool:
        """Whether an old date only tells which event is meant, beside a day: "flew in on Monday … the May 7 ATTACK"."""
        old = self.today is not None and (self.today - period.last).days > OLD
        beside = self.last is not None and self.last.unit == "D" and start - self.last_end < NEAR
        if not old or not beside:
            return False
        return self.previous(start).lower() == "the" and self.following(end) in neighbours("occasion")

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and behind a date in its sentence, cut to a bounded length."""
        low = self.text[max(0, start - _REACH) : start + 1]  # the date may open a sentence itself
        left = _SENTENCE_END.split(low)[-1][:-1]
        right = self.text[end : end + _REACH]
        stop = _SENTENCE_END.search(right)
        if stop and right.startswith(":") and not any(c.isalnum() for c in left.rpartition("\n")[2]):
            left, stop = "", _SENTENCE_END.search(right, 1)  # "Tuesday: Kim flies to Oslo" heads what it dates
            stop = _TOLD.search(right, 1, stop.start() if stop else len(right)) or stop  # "May 2: Oslo SAYS it will go"
        return left, right[: stop.start()] if stop else right

    def _heads(self, start: int) -> bool:
        """Whether only signs stand before an offset in its line."""
        return not _WORDS.search(self.text[max(0, start - EDGE) : start].rpartition("\n")[2])

    def _opens_entry(self, start: int, end: int) -> bool:
        """Whether a date heads an entry of a chronology: "- March 9: Kim meets Zeman"."""
        return self._heads(start) and _ENTRY.match(self.text, end) is not None

    def _year_of_entry(self, match: Match) -> int | None:
        """The year of the entry before, or the next: "May 3, 2001: … June 9: … January 4: …"; None without one."""
        before, month = self.entry, match.get("MONTH")
        if before is None or month is None or not self._opens_entry(*match.span):
            return None
        year = before.first.year
        turns = before.unit != "Y" and month < before.first.month
        return year + 1 if turns and (self.today is None or date(year + 1, month, 1) <= self.today) else year

    def previous(self, start: int) -> str:
        """The word before an offset, as the text has it; "" where a sign stands between."""
        found = _WORD_BEFORE.search(self.text[max(0, start - 24) : start])
        return found[1] if found else ""

    def following(self, end: int) -> str:
        """The word behind an offset, as the text has it; "" where a sign stands between."""
        found = _WORD_BEHIND.match(self.text[end : end + 24])
        return found[1] if found else ""

    def led_to(self, match: Match) -> bool:
        """Whether the word before is one that leads to a time: "in May", "since spring", "as early as June"."""
        if self.low[max(0, match.span[0] - 20) : match.span[0]].endswith(_AS):
            return True
        shaded = match.first > 1 and "SHADE" in match.words[match.first - 2].values  # "mid-June"
        return self.previous(match.span[0]).lower() in neighbours("time") or (
            shaded and "HYPHEN" in match.words[match.first - 1].values
        )

    def of_figures(self, match: Match) -> bool:
        """Whether it tells which figures are meant: "March exports fell"."""
        return self.following(match.span[1]) in neighbours("figures")

    def in_list(self, match: Match) -> bool:
        """Whether another month stands beside a month: "in May, JUNE and July"."""
        for step in (-1, 1):
            at = (match.first if step < 0 else match.last) + step
            while 0 <= at < len(match.words) and match.words[at].values.keys() & {"COMMA", "and", "or"}:
                at += step
            away = abs(at - (match.first if step < 0 else match.last))
            if 1 < away < 4 and 0 <= at < len(match.words) and "MONTH" in match.words[at].values:
                return True
        return False

    def surname_follows(self, match: Match) -> bool:
        """Whether a name stands behind what leads to a person as well as to a time: "a letter from Jan Kowal"."""
        behind = self.following(match.span[1])
        return behind[:1].isupper() and self.previous(match.span[0]).lower() in neighbours("person")

    def is_given(self, match: Match) -> bool:
        """Whether it is the given name of somebody with a title: "Foreign Minister January Holt"."""
        return self.following(match.span[1])[:1].isupper() and self.previous(match.span[0]).lower() in neighbours(
            "title"
        )

    def of_occasion(self, match: Match) -> bool:
        """Whether it tells which of several occasions is meant: "a May summit", "the March vote"."""
        led = self.previous(match.span[0]).lower() in neighbours("determiner")
        return led and self.following(match.span[1]) in neighbours("occasion")

    def in_name(self, match: Match) -> bool:
        """Whether it is the first part of a name with a hyphen: "Mar-a-Lago", "Jan-Erik"; not of "Jan-Mar"."""
        joined = _NAME_BEHIND.match(self.text, match.span[1])
        return joined is not None and joined[1].lower() not in read_words("dates")["month"]

    def named(self, match: Match) -> bool:
        """Whether it is part of a name: "Prague Spring"."""
        word = self.previous(match.span[0])
        return word[:1].isupper() and word.lower() not in neighbours("time")

    def noun_follows(self, match: Match) -> bool:
        """Whether a noun may follow, which the words then belong to: "on the 12th floor"."""
        word = self.following(match.span[1])
        return word[:1].islower() and word not in neighbours("no_noun")

    def leads_to(self, match: Match) -> bool:
        """Whether something else stands behind "to": "in two weeks TO THREE"; not "in two weeks TO SIGN it"."""
        return self.following(match.span[1]) == "to" and not _TO_DO.match(self.text, match.span[1])

    def counts(self, match: Match, number: int) -> bool:
        """Whether four digits count something rather than name a year."""
        start, end = match.span
        before, behind = self.previous(start).lower(), self.following(end)
        if before in neighbours("year"):
            return False
        sign = self.text[start - 1] if start else ""
        if sign == "-" and match.before and match.first > 1 and "SHADE" in match.words[match.first - 2].values:
            return False
        if (
            sign in ("-", "–", "#", "/", "+", ".")
            or self.text[end : end + 1] in ("/", "%")
            or self.text[end : end + 2] in (".0",)
        ):
            return True
        if not 1900 <= number <= 2099 or before in neighbours("counting"):
            return True
        if before in ("the", "a", "an", "its", "their", "his", "of", "our"):
            return False
        plural = self.counts_plural(match)
        lately = self.today is not None and abs(self.today.year - number) <= LATELY and number % 100
        return (plural and not lately) or behind in _COUNTED

    def counts_plural(self, match: Match) -> bool:
        """Whether a plural stands behind, which a number may count."""
        behind = self.following(match.span[1])
        if behind in _PEOPLE:
            return True
        return behind.endswith("s") and behind[:1].islower() and behind not in neighbours("no_noun")

    def deadline(self, match: Match) -> bool:
        """Whether it is the end of a time limit: "by Friday"."""
        start = match.span[0]
        return (
            self.previous(start).lower() in ("by", "until", "till", "through")
            and " had " not in self.low[max(0, start - 60) : start]
            and not self.low[max(0, start - 13) : start].endswith("year through ")  # "rose this year through August"
        )

    def rate(self, match: Match) -> bool:
        """Whether "a year" is what something is counted by: "twice a year", "$5 a day", "two visits a month"."""
        start = match.span[0]
        word = self.previous(start).lower()
        if self.following(match.span[1]) in {"after", "before", "of", "long"} or match.has("long"):
            return False  # "the trip comes A MONTH AFTER his", "starts A WEEK OF talks"
        if not word:
            sign = self.text[start - 2] if start > 1 else ""
            return sign.isdigit() or sign == "%"
        counted = word in ("once", "twice", "million", "billion", "thousand", "hundred", "percent")
        return counted or (
            word.endswith("s") and word not in neighbours("no_noun") and word not in neighbours("no_rate")
        )

    def year_near(self, match: Match) -> int | None:
        """The year that the sentence opens with, or that a text without publication day gave in the same paragraph."""
        start = match.span[0]
        if self.headed and self._heads(start):
            return self.headed
        if (year := self._year_of_entry(match)) is not None:
            return year
        if self.framing and start - len(self.sentence(*match.span)[0]) <= self.framing[1]:
            year, over = self.framing[0], self.today is not None and self.framing[0] < self.today.year
            return None if over and self.direction(match) > 0 else year  # "In 2019 he left, and in May he will be back"
        near = self.year is not None and start - self.year_end < 400 and "\n" not in self.text[self.year_end : start]
        return self.year if near and not self.today else None

    def direction(self, match: Match) -> int:
        """As `tense.direction`, and -3 where the words allow the past alone: "since May", "the year ended May 31"."""
        span = match.span
        lead = self.previous(span[0]).lower()
        if lead in ("ended", "since"):
            return -3
        if lead == "ending":
            return 1  # "the year ENDING June 30"
        if lead in ("the", "a") and match.has("MONTH") and self.following(span[1]) in neighbours("bygone"):
            return -1  # "will not keep the DECEMBER pact"
        if self.deadline(match):
            return 1
        if self.low.startswith(("'s", "’s"), span[1]) and lead not in ("of", "before", "for", "after"):
            return -1  # "Monday's talks"
        if lead == "of" and self.low.startswith(("'s", "’s"), span[1]) and self.low.endswith(_UPSHOT, 0, span[0]):
            return -1  # "the wake of MONDAY'S attack"
        if lead in _WHOSE and match.has("MONTH") and _NOUN_BEHIND.match(self.text, span[1]):
            return 0  # "will review their MARCH 3 pact": the month belongs to the noun
        if span not in self._directions:
            found = direction(*self.sentence(*span))
            near = self._opens_entry(*span) or _WAS_SET.search(self.sentence(*span)[0]) is not None
            told = found == 1 and not match.has("WEEKDAY") and near  # "March 9: Kim FLIES to Oslo"
            self._directions[span] = 0 if told else found
        return self._directions[span]

    def weekday(self, number: int, direction: int) -> Period | None:
        """The day that a weekday means: the most recent one up to publication, or from then on if ahead."""
        if not self.today:
            return None
        back = (self.today.isoweekday() - number) % 7
        return Period("D", self.today - timedelta(back) if direction <= 0 else self.today + timedelta((-back) % 7))

    def month(self, number: int, direction: int, unit: str = "M") -> Period | None:
        """The month, quarter or season that a bare name means: the one that fits the tense best."""
        if not self.today:
            return None
        now = holding(unit, self.today)
        year = self.today.year
        candidates = [Period(unit, date(y, number, 1)) for y in (year - 1, year, year + 1) if 1 <= y <= 9999]
        return min(candidates, key=lambda c: distance((c.first - now.first).days, direction))

    def day(self, month: int, day: int, direction: int) -> Period | None:
        """The day that "May 4" means, by tense; the nearest one where no tense is known."""
        if not self.today:
            return None
        found = []
        for year in (
            self.today.year - 1,
            self.today.year,
            self.today.year + 1,
            self.today.year - 4,
            self.today.year + 4,
        ):
            try:
                found.append(date(year, month, day))
            except ValueError:
                continue
        if not found:
            return None
        return Period("D", self.nearest(found, direction))

    def nearest(self, days: list[date], direction: int) -> date:
        """The one of the days that fits the tense best."""
        today = self.today or days[0]
        return min(days, key=lambda day: distance((day - today).days, direction))

    def abbreviated(self, match: Match) -> bool:
        """Whether it is a short form without its full stop: "Sun" may be a company."""
        start, end = match.span
        return self.low[start:end] in read_words("dates")["spelling"]["short"]
