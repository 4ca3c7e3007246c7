"""Amounts of money in a text.

    $2.5 billion, US$4.86bn, A$35 billion, CZK41.2 billion      a sign or a code before the number
    €500m, 3 trillion won, 70-billion-pound, 300 million USD    a magnitude, a currency behind it
    one billion dollars, half a million euros                   numbers in words
    $2-3 billion, between $2 billion and $3 billion             a range: the upper end

A sign that several states share ("Rs", "crowns") has no currency unless the reader names one of these states.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_table
from dipevents.models.evidence import Evidence
from dipevents.models.money import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["find_amounts", "number_in_words"]

MAGNITUDES: Mapping[str, int] = {
    "hundred": 100,
    "k": 1_000,
    "thousand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "mio": 1_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "billion": 1_000_000_000,
    "billions": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
    "trillion": 1_000_000_000_000,
}
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL: Mapping[str, int] = {word: n for n, word in enumerate(UNITS)} | {w: 20 + 10 * n for n, w in enumerate(TENS)}
SCALES: Mapping[str, int] = {"dozen": 12} | {
    word: MAGNITUDES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")
}

DIGITS = re.compile(r"(?<![\w.,])(?=\d)|(?<=[$€£¥₩₹₽₺₴₪₦₫₱฿A-Za-zł.])(?=\d)")
NUMBER = re.compile(
    r"\d{1,3}(?:[, \u00a0\u202f]\d{3}(?!\d)){1,6}(?:\.\d{1,6})?|\d{1,3}(?:\.\d{3}(?!\d)){2,6}|\d{1,18}(?:\.\d{1,6})?"
)
HALF = re.compile(r"[ -]1/2\b|½")
MAGNITUDE = re.compile(r"[\s\u00a0-]?([A-Za-z]{1,8})(?![A-Za-z])")
RANGE = re.compile(r"\s?(?:-|–|to|and|or)\s?(?=[^\d\s]{0,4}\d)")
BOTH = re.compile(r"\bbetween\s[^\d\s]{0,4}\s?\Z", re.IGNORECASE)
LONGEST_BOTH = 16
BETWEEN = re.compile(r"[\s\u00a0-](?:in\s|of\s)?")
WORDS = re.compile(r"[A-Za-z.]{1,12}(?:[\s\u00a0-]+[A-Za-z.]{1,12}){0,3}")
SPELLED = re.compile(
    r"\b(?:(?:[Hh]alf|[Qq]uarter of) an?|[Aa](?=[\s-](?:hundred|thousand|million|billion|trillion)\b)|"
    r"[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|"
    r"[Tt]en|[Ee]leven|[Tt]welve|[A-Za-z]{3,5}teen|[A-Za-z]{3,5}ty)\b"
)
LETTERS = re.compile(r"[A-Za-z]+")
GAP = re.compile(r"[\s\u00a0-]{1,2}(?:and )?")
SHARE = re.compile(r"(?:half|(quarter) of)\s+an?\s", re.IGNORECASE)
AND_HALF = re.compile(r"and a half(?= [a-z])")
WEIGHT = re.compile(
    r"\s+of\s|[\s-](?:laser-guided |guided |glide |aerial )?(?:bomb|shell|warhead|torpedo|gun|missile|mine|charge)s?\b"
)
"""Behind pounds that weigh: "500 pounds of explosives", "2,000-pound bombs"."""
LONGEST_SIGN = 6


def find_amounts(
    text: str, start: int = 0, end: int | None = None, countries: Collection[str] = ()
) -> tuple[Money, ...]:
    """The amounts of money between two offsets of a text, in text order.

    Args:
        text: Any string.
        start: Where to begin.
        end: Where to stop (exclusive); the end of the text by default.
        countries: States (ISO 3166-1 alpha-3) whose currencies a shared sign can mean: "Rs" beside India is INR.

    Example:
        >>> [(str(m.amount), m.currency) for m in find_amounts("The A$35 billion order, or 3.5 million euros a day")]
        [('35000000000', 'AUD'), ('3500000', 'EUR')]
        >>> find_amounts("Rs 6.67 billion")[0].currency is None
        True
        >>> find_amounts("Rs 6.67 billion", countries={"IND"})[0].currency
        'INR'
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Money] = []
    behind = start
    for at in _candidates(text, start, stop):
        if at < behind:
            continue
        money, behind = _amount_at(text, at, start, stop, countries)
        if money is not None:
            found.append(money)
    return tuple(found)


def _candidates(text: str, start: int, stop: int) -> list[int]:
    digits = [m.start() for m in DIGITS.finditer(text, start, stop)]
    words = [m.start() for m in SPELLED.finditer(text, start, stop)]
    return sorted({*digits, *words})


def _amount_at(text: str, at: int, start: int, stop: int, countries: Collection[str]) -> tuple[Money | None, int]:
    """The amount whose number begins at an offset, and where it ends."""
    sign, first = _sign_before(text, at, start)
    read = _range_at(text, at, stop)
    if read is None:
        return None, at
    value, last, spelled = read
    code: str | None
    if sign is not None and not spelled:
        if value < MAGNITUDES["thousand"] and at - first == 1 and text[first].isalpha():
            return None, at  # "R77 missiles"
        code = _code(sign, countries)
    else:
        name = _name_behind(text, last, stop)
        if name is None or (value < 1_000 and text[last:stop].lstrip(" \u00a0-")[:3].lower() == "won"):
            return None, last  # "two won the race"
        entries, last = name
        code, first = _code(entries, countries), at
    if (
        WEIGHT.match(text, last, stop)
        and value < MAGNITUDES["million"]
        and text[first:last].endswith(("pound", "pounds"))
    ):
        return None, at
    evidence = Evidence.of(text, first, last)
    return Money(amount=_plain(value), currency=code, text=evidence.text, evidence=evidence), last


def _plain(value: Decimal) -> Decimal:
    """Without idle zeros: 2.50 billion is 2500000000."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _sign_before(text: str, at: int, start: int) -> tuple[tuple[tuple[str, str], ...] | None, int]:
    """The currency sign right before a number, and where it begins; longest first ("US$" before "$")."""
    signs = _signs()
    for gap in (0, 1):
        edge = at - gap
        if gap and (edge <= start or text[edge] not in " \u00a0"):
            break
        for length in range(LONGEST_SIGN, 0, -1):
            first = edge - length
            if first < start or (entries := signs.get(text[first:edge])) is None:
                continue
            alphabetic = text[first].isalpha()
            if alphabetic and first > 0 and (text[first - 1].isalnum() or text[first - 1] in "-."):
                continue
            if gap and length == 1 and alphabetic:
                continue
            return entries, first
    return None, at


def _range_at(text: str, at: int, stop: int) -> tuple[Decimal, int, bool] | None:
    """The number at an offset, or the upper end of a range; its end; whether it is in words."""
    read = _number_at(text, at, stop)
    if read is None:
        return None
    value, last, spelled = read
    if not spelled and (joint := RANGE.match(text, last, stop)) is not None:
        upper = joint.end()
        while upper < stop and not text[upper].isdigit():
            upper += 1
        second = _number_at(text, upper, stop)
        marked = upper > joint.end()
        between = BOTH.search(text, max(0, at - LONGEST_BOTH), at) is not None
        joined = joint.group().strip() in ({"and"} if between else {"-", "–", "to"})
        if second is not None and joined and second[0] > value and (marked or second[1] > last):
            return second[0], second[1], False
    return value, last, spelled


def _number_at(text: str, at: int, stop: int) -> tuple[Decimal, int, bool] | None:
    digits = NUMBER.match(text, at, stop)
    if digits is None:
        spelled = number_in_words(text[at : min(stop, at + 60)])
        return None if spelled is None else (spelled[0], at + spelled[1], True)
    plain = re.sub(r"[^\d.]", "", digits.group())
    value, last = Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain), digits.end()
    if half := HALF.match(text, last, stop):
        value, last = value + Decimal("0.5"), half.end()
    for _ in range(2):
        unit = MAGNITUDE.match(text, last, stop)
        if unit is None or unit.group(1).lower() not in MAGNITUDES:
            break
        value, last = value * MAGNITUDES[unit.group(1).lower()], unit.end()
    return value, last, False


def number_in_words(text: str) -> tuple[Decimal, int] | None:
    """The number in words that a text begins with, and its length; None where there is none.

    Example:
        >>> number_in_words("twenty-eight fighters")
        (Decimal('28'), 12)
        >>> number_in_words("half a billion dollars")
        (Decimal('500000000.0'), 14)
    """
    total, current, share, last = Decimal(0), Decimal(0), Decimal(1), 0
    if part := SHARE.match(text):
        current, last = Decimal(1), part.end() - 1
        share = Decimal("0.25" if part.group(1) else "0.5")
    for match in LETTERS.finditer(text, last):
        word = match.group().lower()
        if match.start() < last:
            continue  # within "and a half"
        if not (GAP.fullmatch(text, last, match.start()) if last else match.start() == 0):
            break
        if word == "and" and current and (half := AND_HALF.match(text, match.start())):
            current, last = current + Decimal("0.5"), half.end()  # "two AND A HALF billion"
            continue
        if word in SMALL or (word in {"a", "an"} and not last):
            current += SMALL.get(word, 1)
        elif word in {"hundred", "dozen"} and current:
            current *= SCALES[word]
        elif word in SCALES and current:
            total, current = total + current * SCALES[word], Decimal(0)
        elif word != "and" or not last:
            break
        if word != "and":
            last = match.end()
    value = (total + current) * share
    return (value, last) if value else None


def _name_behind(text: str, last: int, stop: int) -> tuple[tuple[tuple[str, str], ...], int] | None:
    """The currency's name or code behind a number, and where it ends: the longest that is known."""
    gap = BETWEEN.match(text, last, stop)
    if gap is None:
        return None
    words = WORDS.match(text, gap.end(), stop)
    if words is None:
        return None
    names = _names()
    phrase = words.group()
    ends = [m.start() for m in re.finditer(r"[\s\u00a0-]+", phrase)] + [len(phrase)]
    for end in sorted(ends, reverse=True):
        if text.startswith("-class", gap.end() + end):
            continue  # "six YUAN-class submarines"
        shown = re.sub(r"[\s\u00a0-]+", " ", phrase[:end]).rstrip(".")
        size = len(phrase[:end].rstrip("."))
        for key in (shown, shown.removesuffix("s")):
            if entries := names.get(key.lower()) or (_signs().get(key) if len(key) == 3 and key.isupper() else None):
                return entries, gap.end() + size
    return None


def _code(entries: tuple[tuple[str, str], ...], countries: Collection[str]) -> str | None:
    """The one currency that a sign means, among the given states where several share it."""
    if len(entries) == 1 and not entries[0][1]:
        return entries[0][0]
    plain = [code for code, country in entries if not country]
    near = {code for code, country in entries if country in countries}
    if len(near) == 1:
        return near.pop()
    return plain[0] if len(plain) == 1 and not near else None


@cache
def _signs() -> dict[str, tuple[tuple[str, str], ...]]:
    return _table("sign")


@cache
def _names() -> dict[str, tuple[tuple[str, str], ...]]:
    return _table("name")


def _table(place: str) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_table("currencies"):
        if row["place"] == place:
            key = row["words"] if place == "sign" else row["words"].lower()
            found[key] = (*found.get(key, ()), (row["code"], row["country"]))
    return found
