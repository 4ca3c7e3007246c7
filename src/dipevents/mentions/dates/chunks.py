"""Words that count as one: "twenty-four", "at least 20", "a couple of", "two to three", "New Year's Eve"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.dates.words import LITERALS, Quantity, Segment, Word, made, symbols_with

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["chunked"]

# What goes before a number and makes it approximate.
_BOUNDS = (
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("no", "more", "than"),
    ("no", "less", "than"),
    ("not", "more", "than"),
    ("as", "many", "as"),
    ("as", "long", "as"),
    ("up", "to"),
    ("over",),
    ("just", "over"),
    ("just", "under"),
)
_LASTING = frozenset(
    ("for", "in", "after", "of", "last", "just", "take", "takes", "took", "spent", "by", "within", "COMMA")
)
"""Before "over" these say that it bounds the number behind it."""
LITERALS.update(word for bound in _BOUNDS for word in bound)
LITERALS.update(
    ("a", "an", "and", "nineteen", "eighteen", "twenty", "couple", "of", "half", "to", "or", "dozen", "good", "few")
)


def chunked(segment: Segment) -> Segment:
    """The segment with such groups as single words."""
    words = segment.words
    for step in _steps(segment.symbols):
        words = step(words)
    return Segment(words) if words is not segment.words else segment


@lru_cache(maxsize=1 << 13)  # news has the same few hundred over and over
def _steps(symbols: str) -> list[Callable[[list[Word]], list[Word]]]:
    """The steps that may change words with these symbols."""
    return [step for classes, step in _STEPS if any(s in symbols for name in classes for s in symbols_with(name))]


@cache
def _holiday_table() -> Mapping[tuple[str, ...], str]:
    return {tuple(re.findall(r"[a-z]{2,}", name)): rule for name, rule in read_words("dates")["holiday"].items()}


_HOLIDAY_PARTS = frozenset(("HOLIDAYWORD", "POSS"))


def _holidays(words: list[Word]) -> list[Word]:
    table = _holiday_table()
    out: list[Word] = []
    i = 0
    while i < len(words):
        run = i
        while run < len(words) and run - i < 5 and not words[run].values.keys().isdisjoint(_HOLIDAY_PARTS):
            run += 1
        for end in range(run, i, -1):
            group = words[i:end]
            names = tuple(w.values["HOLIDAYWORD"] for w in group if "HOLIDAYWORD" in w.values)
            if "POSS" not in group[-1].values and names in table:
                out.append(made(group, {"HOLIDAY": table[names]}))
                i = end
                break
        else:
            out.append(words[i])
            i += 1
    return out


def _spelled(words: list[Word], i: int) -> int:
    """Where the run of number words that begins at i ends; hyphens and an inner "and" belong to it."""
    end = i
    j = i
    while j < len(words):
        values = words[j].values
        if "NUM" in values and "DAY" not in values and "YEAR" not in values and "TWO" not in values:
            j += 1
            end = j
        elif j > i and ("HYPHEN" in values or ("and" in values and words[j - 1].values.get("NUM") in (100, 1000))):
            j += 1
        else:
            break
    return end


def _number(parts: list[int]) -> tuple[float, bool]:
    """The number that number words make, and whether they are a year ("nineteen ninety-seven")."""
    if len(parts) >= 2 and 13 <= parts[0] <= 20 and parts[1] >= 10 and parts[1] < 100 and len(parts) <= 3:
        return parts[0] * 100 + sum(parts[1:]), True
    total, current = 0, 0
    for part in parts:
        if part in (100, 1000):
            current = max(current, 1) * part
            if part == 1000:
                total, current = total + current, 0
        else:
            current += part
    return total + current, len(parts) > 2 and parts[:2] == [2, 1000]


def _numbers(words: list[Word]) -> list[Word]:
    out: list[Word] = []
    i = 0
    while i < len(words):
        end = _spelled(words, i)
        size = end - i
        if size > 1 or (
            size == 1 and i and out and out[-1].values.get("QTY") == Quantity(1) and words[i].values["NUM"] >= 100
        ):
            parts = [int(w.values["NUM"]) for w in words[i:end] if "NUM" in w.values][:8]
            number, year = _number(parts)
            group = words[i:end]
            if out and "a" in out[-1].values:
                group = [out.pop(), *group]
            out.append(made(group, {"YEAR": int(number)} if year else {"QTY": Quantity(number), "NUM": number}))
            i = end
        elif _tens(words, i):
            out.append(made(words[i : i + 2 + _hyphen(words, i + 1)], {"ORD": _tens(words, i)}))
            i += 2 + _hyphen(words, i + 1)
        else:
            out.append(words[i])
            i += 1
    return out


def _hyphen(words: list[Word], i: int) -> int:
    return int(i < len(words) and "HYPHEN" in words[i].values)


def _tens(words: list[Word], i: int) -> int:
    """The value of "twenty-first" at i, or 0."""
    tens = words[i].values.get("NUM", 0)
    j = i + 1 + _hyphen(words, i + 1)
    if tens in (20, 30, 40, 50, 60, 70, 80, 90) and j < len(words) and words[j].values.get("ORD", 10) < 10:
        return int(tens + words[j].values["ORD"])
    return 0


def _quantities(words: list[Word]) -> list[Word]:
    out: list[Word] = []
    i = 0
    while i < len(words):
        size, value = _quantity(words, i) if words[i].values.keys() & _HEADS else (0, Quantity(None))
        if size > 1:
            out.append(made(words[i : i + size], {"QTY": value}))
        else:
            out.append(words[i])
        i += max(size, 1)
    return out


def _is(words: list[Word], i: int, *names: str) -> bool:
    return i < len(words) and any(name in words[i].values for name in names)


def _quantity(words: list[Word], i: int) -> tuple[int, Quantity]:
    """How many words at i are one quantity, and which."""
    if "NUM" in words[i].values:
        return _span(words, i)
    if _is(words, i, "a", "an") and _is(words, i + 1, "couple", "dozen", "few", "good"):
        number = {"couple": 2, "dozen": 12}.get(next(iter(words[i + 1].values.keys() & {"couple", "dozen"}), ""))
        more = 2 if _is(words, i + 2, "of") else 1
        more += 1 if _is(words, i + 1, "good") and _is(words, i + 2, "few") else 0
        return 1 + more, Quantity(number, about=True)
    if _is(words, i, "couple", "dozen", "few") and not _is(words, i, "VAGUE"):
        return (2 if _is(words, i + 1, "of") else 1), Quantity(12 if _is(words, i, "dozen") else 2, about=True)
    if _is(words, i, "couple") and _is(words, i + 1, "of"):
        return 2, Quantity(2, about=True)
    if _is(words, i, "half") and _is(words, i + 1, "a", "an"):
        return 2, Quantity(0.5)
    return _span(words, i)


def _span(words: list[Word], i: int) -> tuple[int, Quantity]:
    """How many words at i are two numbers and what stands between: "two to three weeks" counts as two, about."""
    if _is(words, i + 1, "to", "or", "DASH") and _is(words, i, "QTY") and _is(words, i + 2, "QTY"):
        low, high = words[i].values["QTY"].number, words[i + 2].values["QTY"].number
        if (
            low
            and high
            and low < high
            and not _is(words, i + 2, "YEAR")
            and _is(words, i + 3, "UNITS", "HYPHEN", "more")
        ):
            return 3, Quantity(low, about=True)
    return 0, Quantity(None)


def _bounds(words: list[Word]) -> list[Word]:
    out: list[Word] = []
    for i, word in enumerate(words):
        size = _bound(out) if "QTY" in word.values and out and _counts(words, i) else 0
        if size:
            group = [*out[-size:], word]
            del out[-size:]
            out.append(made(group, {"QTY": Quantity(word.values["QTY"].number, about=True)}))
        else:
            out.append(word)
    return out


def _bound(before: list[Word]) -> int:
    """How many of the last words bound a number ("at least", "about")."""
    if "APPROX" in before[-1].values and before[-1].end - before[-1].start > 3:
        return 1
    for size in (3, 2, 1):
        if len(before) >= size and any(
            len(bound) == size and all(name in w.values for name, w in zip(bound, before[-size:], strict=True))
            for bound in _BOUNDS
        ):
            spread = size == 1 and (len(before) < 2 or before[-2].values.keys().isdisjoint(_LASTING))
            return 0 if spread else size  # "to be paid OVER three years", but "to last OVER three years"
    return 0


def _counts(words: list[Word], i: int) -> bool:
    """Whether the word at i counts the unit behind it."""
    j = i + 1 + _hyphen(words, i + 1)
    while _is(words, j, "more", "full", "consecutive", "straight") and j < i + 3:
        j += 1
    return _is(words, i, "QTY") and _is(words, j, "UNIT", "UNITS")


_HEADS = frozenset(("QTY", "couple", "dozen", "few", "half"))
# What must be there for a step to find anything -> the step, in order.
_STEPS = (
    (("HOLIDAYWORD",), _holidays),
    (("NUM",), _numbers),
    (tuple(sorted(_HEADS)), _quantities),
    (("QTY",), _bounds),
)
