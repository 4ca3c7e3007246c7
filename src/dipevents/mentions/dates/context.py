"""What a date is read against: the publication day, the dates before it, the tense of its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.dates.period import Period, holding

if TYPE_CHECKING:
    from dipevents.mentions.dates.grammar import Match, Reading

__all__ = ["Context"]

_REACH = 220
_SENTENCE_END = re.compile(r"[.!?;:][\"'”’)]*\s+(?=[A-Z\"“‘'(])|\n\s{0,40}\n|\n(?=[A-Z])")
_CLAUSE_WORD = re.compile(r"[a-z]+(?:['’](?:ll|d|s|re|t))?")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s'’(]{0,3}$")
_WORD_BEHIND = re.compile(r"\s{0,3}([^\W\d_]+)")
_LEADING = frozenset(
    "in of since by until till from to through during between and or last this next early late mid before after for every "
    "each around about past coming on per throughout beginning starting ending ended following earlier later".split()
)
_YEAR_LEADS = frozenset("in since by until till from year circa before after between during early late mid fiscal through to and".split())
_COUNTING = frozenset("some nearly almost than least most number no page room route flight highway only just another these those over".split())
# What may follow a date that stands by itself.
_NO_NOUN = frozenset(
    "and or to for in at with by of on from as that which who when while if but is was has had will would were are be been "
    "after before because during he she they it its his this than versus said says also about against into over between "
    "the a an where so not their we i there since until".split()
)
_RATE_NOT = frozenset("lasts takes plus minus perhaps less spends spans always yes us sometimes afterwards towards".split())
_NOT_YET = frozenset({"is", "are", "was", "were"})
_BE = frozenset({"be", "been", "is", "are", "being"})
_LEADS = frozenset("on in by at the early late next this of from for".split())
# A participle behind these describes a noun ("the disputed region") and says nothing about the clause.
_ATTRIBUTIVE = frozenset("the a an its his her their our this that these those of in for with most two three still newly previously recently".split())


@dataclass(slots=True)
class Context:
    """The state of one walk through a text; it holds only what stands before the date that is read."""

    text: str
    low: str
    today: date | None
    last: Period | None = None
    last_end: int = -1
    quarter: Period | None = None
    compared: Period | None = None
    british: bool = False
    year: int | None = None
    year_end: int = -1
    _directions: dict[tuple[int, int], int] = field(default_factory=dict)

    def note(self, reading: Reading, end: int) -> None:
        """Keeps a date as the one that "the same day" after it means."""
        period = reading.period
        if period and reading.kind in ("DATE", "TIME"):
            self.last, self.last_end = period, end
            if reading.full and period.unit in ("D", "M"):
                self.year, self.year_end = period.first.year, end

    def about_quarter(self, quarter: Period | None) -> None:
        """Keeps the quarter that the text reports on, so that "a year earlier" and "the quarter" mean it."""
        if quarter and (not self.today or quarter.last < self.today):
            self.quarter = self.compared = quarter

    def near(self, start: int) -> Period | None:
        """The date named before, if it stands in the same or a neighbouring paragraph; else None."""
        return self.last if self.last and start - self.last_end < 1500 else None

    def sentence(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and behind a date in its sentence, cut to a bounded length."""
        low = self.text[max(0, start - _REACH) : start]
        left = _SENTENCE_END.split(low)[-1]
        right = self.text[end : end + _REACH]
        stop = _SENTENCE_END.search(right)
        return left, right[: stop.start()] if stop else right

    def previous(self, start: int) -> str:
        """The word before an offset, as the text has it; "" where a sign stands between."""
        found = _WORD_BEFORE.search(self.text[max(0, start - 24) : start])
        return found[1] if found else ""

    def following(self, end: int) -> str:
        """The word behind an offset, as the text has it; "" where a sign stands between."""
        found = _WORD_BEHIND.match(self.text[end : end + 24])
        return found[1] if found else ""

    def led_to(self, match: Match) -> bool:
        """Whether the word before is one that leads to a time: "in May", "since spring"."""
        return self.previous(match.span[0]).lower() in _LEADING

    def named(self, match: Match) -> bool:
        """Whether it is part of a name: "Prague Spring"."""
        word = self.previous(match.span[0])
        return word[:1].isupper() and word.lower() not in _LEADING

    def noun_follows(self, match: Match) -> bool:
        """Whether a noun may follow, which the words then belong to: "on the 12th floor"."""
        word = self.following(match.span[1])
        return word[:1].islower() and word not in _NO_NOUN

    def counts(self, match: Match, number: int) -> bool:
        """Whether four digits count something rather than name a year."""
        start, end = match.span
        before, behind = self.previous(start).lower(), self.following(end)
        if before in _YEAR_LEADS:
            return False
        sign = self.text[start - 1 : start]
        if sign == "-" and match.before and match.first > 1 and "SHADE" in match.words[match.first - 2].values:
            return False
        if sign in ("-", "–", "#", "/", "+", ".") or self.text[end : end + 1] in ("/", "%") or self.text[end : end + 2] in (".0",):
            return True
        if not 1900 <= number <= 2099 or before in _COUNTING:
            return True
        if before in ("the", "a", "an", "its", "their", "his", "of", "our"):
            return False
        plural = behind.endswith("s") and behind[:1].islower() and behind not in _NO_NOUN
        return plural or behind in ("people", "men", "women", "percent", "km", "tons", "tonnes", "hours")

    def deadline(self, match: Match) -> bool:
        """Whether it is the end of a time limit: "by Friday"."""
        start = match.span[0]
        return self.previous(start).lower() in ("by", "until", "till") and " had " not in self.low[max(0, start - 60) : start]

    def rate(self, match: Match) -> bool:
        """Whether "a year" is what something is counted by: "twice a year", "$5 a day", "two visits a month"."""
        start = match.span[0]
        word = self.previous(start).lower()
        if not word:
            return self.text[start - 2 : start - 1].isdigit() or self.text[start - 2 : start - 1] == "%"
        counted = word in ("once", "twice", "million", "billion", "thousand", "hundred", "percent")
        return counted or (word.endswith("s") and word not in _NO_NOUN and word not in _RATE_NOT)

    def year_near(self, match: Match) -> int | None:
        """The year that a text without publication day gave shortly before, in the same paragraph."""
        start = match.span[0]
        near = self.year is not None and start - self.year_end < 400 and "\n" not in self.text[self.year_end : start]
        return self.year if near and not self.today else None

    def direction(self, match: Match) -> int:
        """+1 where the clause of a date speaks of the future, -1 of the past, 0 where it does not say."""
        span = match.span
        if self.previous(span[0]).lower() == "ended":
            return -2
        if self.deadline(match):
            return 1
        if span not in self._directions:
            self._directions[span] = _direction(*self.sentence(*span))
        return self._directions[span]

    def weekday(self, number: int, direction: int) -> Period | None:
        """The day that a weekday means: the most recent one up to publication, or from then on if ahead."""
        if not self.today:
            return None
        back = (self.today.isoweekday() - number) % 7
        return Period("D", self.today - timedelta(back) if direction <= 0 else self.today + timedelta((-back) % 7))

    def month(self, number: int, direction: int, unit: str = "M") -> Period | None:
        """The month (or quarter, season) that a bare name means: the latest up to now, or the next from now on if ahead."""
        if not self.today:
            return None
        now = holding(unit, self.today)
        year = self.today.year - (1 if now.first > self.today else 0)
        candidates = [Period(unit, date(y, number, 1)) for y in (year - 1, year, year + 1) if 1 <= y <= 9999]
        return min(candidates, key=lambda c: _distance((c.first - now.first).days, direction))

    def day(self, month: int, day: int, direction: int) -> Period | None:
        """The day that "May 4" means, by tense; the nearest one where no tense is known."""
        if not self.today:
            return None
        found = []
        for year in (self.today.year - 1, self.today.year, self.today.year + 1, self.today.year - 4, self.today.year + 4):
            try:
                found.append(date(year, month, day))
            except ValueError:
                continue
        if not found:
            return None
        today = self.today
        return Period("D", min(found, key=lambda d: _distance((d - today).days, direction)))

    def quarter_named(self, number: int, direction: int, unit: str) -> Period | None:
        """The quarter or half year that "the third quarter" means: the latest begun, unless it is long over and the clause ahead."""
        if not self.today:
            return None
        found = self.month(number, -1, unit)
        if found and direction > 0 and (self.today - found.last).days > 100:
            return found.shift(4 if unit == "Q" else 2)
        return found

    def abbreviated(self, match: Match) -> bool:
        """Whether it is a short form without its full stop: "Sun" may be a company."""
        start, end = match.span
        return end - start < 6 and self.low[end - 1] != "." and not self.low.startswith("day", end - 3)


def _distance(days: int, direction: int) -> tuple[bool, int, int]:
    """How badly a day so far off fits: news that looks back seldom looks back ten months without naming the year."""
    if direction == -2:
        return days > 0, abs(days), days
    wrong = direction and (days < 0 if direction > 0 else days > 0)
    return abs(days) > 290, abs(days) + ((240 if direction > 0 else 185) if wrong else 0), days


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    tense = read_words("dates")["tense"]
    return tuple(frozenset(tense[name]) for name in ("forward", "scheduled", "past", "neutral", "openers"))  # type: ignore[return-value]


def _cue(words: list[str], i: int) -> int:
    """What the word at i says about time: +1 ahead, -1 past, 0 nothing."""
    forward, scheduled, past, neutral, _ = _cues()
    word = words[i]
    before = words[i - 1] if i else ""
    if word == "set" and words[i + 1 : i + 2] not in (["to"], ["for"]):
        return 0
    if word in forward:
        return -1 if word in ("could", "may", "might") and words[i + 1 : i + 2] == ["not"] else 1
    if word.endswith(("'ll", "’ll")) or (word == "to" and before in _NOT_YET):
        return 1
    if word in scheduled:
        return 0 if before == "to" else 1
    if word in past or (word.endswith("ed") and len(word) > 4 and word not in neutral):
        return -1
    return 0


def _direction(left: str, right: str) -> int:
    openers = _cues()[4]
    before = _CLAUSE_WORD.findall(left.lower())[-40:]
    behind = _CLAUSE_WORD.findall(right.lower())[:25]
    trimmed = left.lower().rstrip()
    while before and before[-1] in _LEADS and trimmed.endswith(before[-1]):
        trimmed = trimmed[: -len(before.pop())].rstrip()
    opens = not before or before[-1] in openers or trimmed.endswith((",", "—", "–", "“", '"', "--"))
    if opens and (cue := _first_cue(behind)):
        return cue
    for i in range(len(before) - 1, -1, -1):
        cue = _cue(before, i)
        if not cue or (i and before[i - 1] in _ATTRIBUTIVE and i + 1 < len(before)):
            continue
        if cue < 0 and i and before[i - 1] in _BE:
            return _passive(before, i)
        return 1 if cue < 0 and i and _cue(before, i - 1) > 0 else cue
    scheduled = _cues()[1]
    return _first_cue([word for word in behind if word not in scheduled])


def _first_cue(words: list[str]) -> int:
    return next((cue for i in range(len(words)) if (cue := _cue(words, i))), 0)


def _passive(words: list[str], i: int) -> int:
    """The time of "will be held", "was held": that of the auxiliary."""
    for j in range(i - 1, max(i - 4, -1), -1):
        if words[j] in ("will", "would", "to", "may", "might", "shall"):
            return 1
        if words[j] in ("was", "were", "had", "has", "have"):
            return -1
    return 1 if words[i - 1] in ("be", "is", "are") else -1
