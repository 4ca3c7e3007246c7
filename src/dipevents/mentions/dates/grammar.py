"""How the rules of dates are written, compiled and matched.

A pattern is a line of a class ("MONTH"), a word ("of"), alternatives ("to|through"), `?` behind an element that
may be missing, round brackets about one that must be there but is no part of the date. A hyphen of the text may stand
between any two elements. There is no repetition, so a match takes a bounded number of steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from dipevents.mentions.dates.period import Period
from dipevents.mentions.dates.words import LITERALS, Word, symbols_with

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

__all__ = ["NOTHING", "Match", "Reading", "matches", "reads"]


class Reading(NamedTuple):
    """What a rule makes of its words.

    Attributes:
        kind: DATE, TIME, DURATION or SET.
        timex: The TIMEX3 value.
        edtf: The EDTF string, or None where it means nothing on the calendar.
        period: The stretch of the calendar as a value to reckon with, where it is one unit.
        form: What the words name, for joining neighbours: "day", "month", "year", "weekday", "part", "clock", or "".
        full: Whether the words give the year.
    """

    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    edtf: str | None = None
    period: Period | None = None
    form: str = ""
    full: bool = False


_SIGNS = {",": "COMMA", "/": "STROKE"}
NOTHING = Reading("DATE", "")
"""What words mean that cannot be a date: "Feb. 30"."""

Reader = Callable[["Match", "Context"], "Reading | None"]


class _Rule(NamedTuple):
    elements: tuple[tuple[tuple[str, ...], bool, bool], ...]
    read: Reader


_RULES: list[_Rule] = []


class Match(NamedTuple):
    """The words that a pattern matched, by element."""

    words: list[Word]
    rule: _Rule
    groups: tuple[tuple[int, int], ...]
    first: int
    last: int

    def get(self, name: str, nth: int = 0) -> Any:
        """What the n-th matched word of this class means, or None."""
        for start, _ in self.groups:
            if start >= 0 and name in self.words[start].values:
                if nth == 0:
                    return self.words[start].values[name]
                nth -= 1
        return None

    def has(self, *names: str) -> bool:
        """Whether one of these words or classes was matched."""
        return any(self.get(name) is not None for name in names)

    def begins(self, name: str) -> bool:
        """Whether its first word has this class."""
        return name in self.words[self.first].values

    def position(self, name: str) -> int:
        """Which of the segment's words is the first matched one of this class; -1 if none is."""
        return next((start for start, _ in self.groups if start >= 0 and name in self.words[start].values), -1)

    @property
    def before(self) -> Word | None:
        """The word before the date, if it is one that dates are made of."""
        return self.words[self.first - 1] if self.first else None

    @property
    def after(self) -> Word | None:
        """The word behind the date, if it is one that dates are made of."""
        return self.words[self.last + 1] if self.last + 1 < len(self.words) else None

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets in the text."""
        return self.words[self.first].start, self.words[self.last].end


def reads(*patterns: str) -> Callable[[Reader], Reader]:
    """Makes a function the reader of these patterns; an earlier rule wins over a later one of equal length."""

    def register(read: Reader) -> Reader:
        for pattern in patterns:
            elements = []
            for element in pattern.split():
                inside = not element.startswith("(")
                bare = element.strip("()?")
                names = tuple(_SIGNS.get(name, name) for name in bare.split("|"))
                LITERALS.update(name for name in names if name.islower())
                elements.append((names, element.endswith("?"), inside))
            _RULES.append(_Rule(tuple(elements), read))
        return read

    return register


@cache
def _compiled() -> dict[str, list[tuple[re.Pattern[str], _Rule]]]:
    """The first symbol of a match -> the rules that may begin with it, in order."""
    hyphen = f"[{symbols_with('HYPHEN')}]?"
    table: dict[str, list[tuple[re.Pattern[str], _Rule]]] = {}
    for rule in _RULES:
        pieces, heads, open_head = [], "", True
        for i, (names, optional, _) in enumerate(rule.elements):
            symbols = "".join(symbols_with(name) for name in names)
            joint = hyphen if i and "DASH" not in names else ""
            pieces.append(f"(?:{joint}([{re.escape(symbols)}]))" + ("?" if optional else ""))
            if open_head:
                heads += symbols
                open_head = optional
        pattern = re.compile("".join(pieces))
        for symbol in dict.fromkeys(heads):
            table.setdefault(symbol, []).append((pattern, rule))
    return table


def matches(words: list[Word], symbols: str, position: int) -> list[Match]:
    """All rules' matches from a position of a segment, the longest first."""
    return [
        Match(
            words,
            rule,
            tuple([(start + position, end + position) if start >= 0 else (start, end) for start, end in groups]),
            first + position,
            last + position,
        )
        for rule, groups, first, last in _fitting(symbols[position : position + _longest()])
    ]


@cache
def _longest() -> int:
    """Symbols that a match may have: its elements with a hyphen before each."""
    return 2 * max(len(rule.elements) for rule in _RULES)


@lru_cache(maxsize=1 << 13)  # news has the same few hundred over and over
def _fitting(symbols: str) -> list[tuple[_Rule, tuple[tuple[int, int], ...], int, int]]:
    """The rules that match at the head of these symbols: rule, groups, first and last word; the longest first."""
    found = []
    for pattern, rule in _compiled().get(symbols[0], ()):
        match = pattern.match(symbols)
        if match:
            groups = tuple(match.span(i + 1) for i in range(len(rule.elements)))
            inside = [s for (s, _), (_, _, own) in zip(groups, rule.elements, strict=True) if s >= 0 and own]
            if inside:
                found.append((rule, groups, inside[0], inside[-1]))
    found.sort(key=lambda one: (-one[3], one[2]))
    return found


_GO_ON = frozenset(("and", "but", "for", "to", "with", "at", "by", "in"))
"""What goes on with a clause: "had come the day before FOR talks"."""


def stands_alone(m: Match, c: Context) -> bool:
    """Whether nothing stands behind "the day before" that it may be before."""
    behind = c.following(m.span[1])
    return behind in _GO_ON or (not behind and (not m.after or "COMMA" in m.after.values))
