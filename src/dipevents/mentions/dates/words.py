"""Text -> the words that dates are made of, in segments between all other words.

A word's classes are the tables of `data/dates.toml` that it stands in (MONTH, UNIT …), what its digits may mean (DAY,
YEAR …) and, for words that a rule names ("of", "ago"), the word itself. Each set of classes is one character, so that
rules are regular expressions over short strings, and a text is walked through once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from dipevents.lexicon import Remembered, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["LITERALS", "Quantity", "Segment", "Word", "fold", "made", "segments", "symbols_with"]

# Every alternative is bounded or one run of one class of characters: the scan is linear in the text. The blank is there
# for speed alone: no alternative has to fail on it.
_TOKEN = re.compile(
    r" ?(?:(?P<WORD>[a-z]+(?:['’]clock)?)"
    r"|(?P<ISO>\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d)?z?)?(?![\d-]))"
    r"|(?P<SLASH>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\.?\d)|\d{4}/\d\d/\d\d(?![\d/]))"
    r"|(?P<CLOCK>[012]?\d:\s?[0-5]\d(?::[0-5]\d)?(?![\d:]))"
    r"|(?P<HALVES>\d{1,3}(?:[ -]1/2(?!\d)|½|\.5(?!\d)))"
    r"|(?P<DECADE>['’‘`]?\d0['’]?s\b|\d{3}0['’]?s\b)"
    r"|(?P<SHORTYEAR>['’‘`]\d\d\b(?!['’]))"
    r"|(?P<NTH>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<AMOUNT>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)"
    r"|(?P<NUMBER>\d+)"
    r"|(?P<POSS>['’]s?(?![^\W\d_]))"
    r"|(?P<DASH>--|[-–—])"
    r"|(?P<COMMA>,)"
    r"|(?P<STROKE>/)"
    r"|(?P<OTHER>[^\s]))"
)
# Letters that take signs or digits after them; they begin where `_TOKEN` sees a word.
_LETTERED = re.compile(r"(?P<MERIDIEM>[ap]\.\s?m\b\.?)|(?P<QUARTERNAME>[qh][1-4]\b)|(?P<FISCAL>fy(?=\d))")
_LETTERED_FIRST = frozenset("apqhf")
_TABLES = {
    "month": "MONTH",
    "weekday": "WEEKDAY",
    "weekdays": "WEEKDAYS",
    "unit": "UNIT",
    "units": "UNITS",
    "season": "SEASON",
    "part": "PART",
    "parts": "PARTS",
    "number": "NUM",
    "ordinal": "ORD",
    "decade": "DECADE",
    "step": "STEP",
    "day": "RELDAY",
    "vague": "VAGUE",
    "reference": "REF",
    "repeated": "REPEATED",
}
_LISTS = {"approximate": "APPROX", "shade": "SHADE", "zone": "ZONE"}
# Only what holds one of these may be a date; the rest ("of the last two") cannot.
_NUCLEI_NAMES = """
MONTH WEEKDAY WEEKDAYS UNIT UNITS SEASON PART PARTS DECADE RELDAY REF REPEATED LONG HOLIDAYWORD YEAR SHORTYEAR ISO SLASH
CLOCK HHMM MERIDIEM NTH QUARTERNAME FISCAL am pm fiscal future past moment present recent current period term
press writing
nineteen eighteen twenty
"""
_NO_NUMBER_BEFORE = frozenset("$£€#¥₹&@")
# What digits and signs may be, and what `chunks` makes: known beforehand, as rules are compiled from symbols.
_KINDS = """
ISO; SLASH; CLOCK; DECADE; SHORTYEAR; NTH ORD; MERIDIEM; QUARTERNAME; FISCAL; POSS; DASH; HYPHEN DASH; COMMA; STROKE;
QTY; QTY NUM; QTY NUM YEAR; QTY NUM HHMM; QTY NUM YEAR HHMM; QTY NUM TWO; QTY NUM TWO DAY; QTY NUM DAY; YEAR; HOLIDAY;
ORD
"""
_Entry = tuple[str, "Mapping[str, Any]"]
LITERALS: set[str] = set()
"""Words that rules name; filled while the rules are read."""


class Quantity(NamedTuple):
    """How many: a number, or None for "several"; whether it is approximate."""

    number: float | None
    about: bool = False


class Word(NamedTuple):
    """A word or a sign of the text; `values` has what each of its classes makes of it."""

    start: int
    end: int
    symbol: str
    values: Mapping[str, Any]


class Segment(NamedTuple):
    """Neighbouring words that may make up dates."""

    words: list[Word]

    @property
    def symbols(self) -> str:
        """One character a word."""
        return "".join([word.symbol for word in self.words])


def fold(text: str) -> str:
    """The text in lower case, with every offset kept: a letter whose lower case is longer stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join([low if len(low := c.lower()) == 1 else c for c in text])


_SYMBOLS: dict[frozenset[str], str] = {}


def _symbol(classes: frozenset[str]) -> str:
    return _SYMBOLS.setdefault(classes, chr(0xE000 + len(_SYMBOLS)))


def symbols_with(name: str) -> str:
    """The symbols of all words that have this class, for the inside of a regular expression's brackets."""
    _lexicon()
    return _symbols_among(name, len(_SYMBOLS))


@cache
def _symbols_among(name: str, count: int) -> str:
    """The same among the first so many symbols: new ones are rare."""
    return "".join([symbol for classes, symbol in islice(_SYMBOLS.items(), count) if name in classes])


def made(words: list[Word], values: Mapping[str, Any]) -> Word:
    """One word out of several, with other classes."""
    return Word(words[0].start, words[-1].end, _SYMBOLS[frozenset(values)], values)


@cache
def _lexicon() -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Every word that means something in a date -> its symbol and values."""
    values: dict[str, dict[str, Any]] = {word: {word: word} for word in sorted(LITERALS)}
    tables = read_words("dates")
    for table, name in _TABLES.items():
        for key, value in tables[table].items():
            values.setdefault(key, {})[name] = value
    for table, name in _LISTS.items():
        for key in tables[table]["words"]:
            values.setdefault(key, {})[name] = key
    for unit, value in (*tables["unit"].items(), *tables["units"].items()):
        values[f"{unit}long"] = {"LONG": value}  # "a weeklong strike"
    for holiday in tables["holiday"]:
        for part in re.findall(r"[a-z]{2,}", holiday):
            values.setdefault(part, {})["HOLIDAYWORD"] = part
    for key, number in (*tables["number"].items(), *dict.fromkeys(tables["vague"]).items(), ("a", 1), ("an", 1)):
        values.setdefault(key, {})["QTY"] = Quantity(number)
    for kind in _KINDS.split(";"):
        _symbol(frozenset(kind.split()))
    return {key: (_symbol(frozenset(value)), value) for key, value in values.items()}


@cache
def _nuclei() -> frozenset[str]:
    _lexicon()
    names = frozenset(_NUCLEI_NAMES.split())
    return frozenset(symbol for classes, symbol in _SYMBOLS.items() if classes & names)


def _digits(digits: str, alone: bool) -> dict[str, Any] | None:
    number = int(digits)
    if not alone:
        return None
    values: dict[str, Any] = {"QTY": Quantity(number), "NUM": number}
    if len(digits) == 4 and 1000 <= number <= 2199:
        values["YEAR"] = number
    if len(digits) == 4 and number < 2400 and number % 100 < 60:
        values["HHMM"] = f"{digits[:2]}:{digits[2:]}"
    elif len(digits) <= 2:
        if len(digits) == 2:
            values["TWO"] = number
        if 1 <= number <= 31:
            values["DAY"] = number
    return values


def _signs(kind: str, sign: str, alone: bool) -> dict[str, Any] | None:
    """What a sign of digits or signs may be; None for a number that cannot be part of a date."""
    match kind:
        case "NUMBER":
            return _digits(sign, alone) if len(sign) < 5 else None
        case "AMOUNT":
            whole = sign.replace(",", "")
            return {"QTY": Quantity(float(whole)), "NUM": float(whole)} if alone and len(whole) < 9 else None
        case "HALVES":
            return {"QTY": Quantity(int(re.match(r"\d+", sign)[0]) + 0.5)} if alone else None  # type: ignore[index]
        case "NTH":
            number = int(sign[:-2])
            return {"NTH": number, "ORD": number}
        case "DECADE":
            if not alone:  # "DC10s"
                return None
            number = int(re.sub(r"\D", "", sign))
            return {"DECADE": number // 10 if number > 99 else 100 + number // 10 if number < 20 else number // 10}
        case "SHORTYEAR":
            return {"SHORTYEAR": int(sign[1:])}
        case "DASH":
            return {"HYPHEN": sign, "DASH": sign} if sign == "-" else {"DASH": sign}
    return {kind: sign}


def segments(text: str, low: str, spans: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """The stretches of the text that may hold dates and touch one of the spans, all in text order."""
    nuclei = _nuclei()
    at = 0
    for first, last in _stretches(low):
        while at < len(spans) and spans[at][1] <= first:
            at += 1
        if at == len(spans):
            return
        if last <= spans[at][0]:
            continue
        words: list[Word] = []
        found = False
        before = first
        for start, end, entry in _entries(low, text, first, last):
            if words and (entry is None or not _joins(low[before:start], text[start])):
                if found:
                    yield Segment(words)
                words, found = [], False
            if entry is not None:
                words.append(Word(start, end, *entry))
                found = found or entry[0] in nuclei
            before = end
        if found:
            yield Segment(words)


def _entries(low: str, text: str, first: int, last: int) -> Iterator[tuple[int, int, _Entry | None]]:
    """Start, end and meaning of every word and sign of a stretch, in order; None for those that no date is made of."""
    get = _lexicon().get
    capital, short = _spellings()
    before = first
    for match in _TOKEN.finditer(low, first, last):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        if start < before:  # the sign belongs to the word before: "Nov.", "p.m."
            continue
        if kind == "WORD":
            token = low[start:end]
            entry = get(token)
            if end - start < 3 and token[0] in _LETTERED_FIRST:
                end, entry = _lettered(low, start, end, entry)
            elif entry and token in capital and not text[start].isupper():
                entry = None
            elif entry and token in short and low.startswith(".", end):
                end += 1
            if entry and _inner(low, start, end):
                entry = None
        else:
            entry = _number(kind, start, end, low) if kind != "OTHER" else None
        yield start, end, entry
        before = end


@cache
def _spellings() -> tuple[frozenset[str], frozenset[str]]:
    """The words that a capital makes dates of ("May"), and those that take a full stop ("Nov.")."""
    spelling = read_words("dates")["spelling"]
    return frozenset(spelling["capital"]), frozenset(spelling["short"])


_OUTSIDE, _JOINT, _NUCLEUS = "012"
_RUN = re.compile(f"(?<![{_JOINT}{_NUCLEUS}]){_JOINT}*+{_NUCLEUS}[{_JOINT}{_NUCLEUS}]*")
_HALF_MERIDIEM = re.compile(r"m\b|(?:.*[^a-z])?[ap]\.$", re.DOTALL)
_NO_DIGITS = frozenset(("WORD", "OTHER", "POSS", "DASH", "COMMA", "STROKE"))


def _sort(piece: str) -> str:
    """Whether what stands between two blanks may hold the nucleus of a date, may join one, or parts two dates."""
    if len(piece) > 2 and piece.isascii() and piece.isalpha():  # most pieces: a word without signs
        entry = _lexicon().get(piece)
        return _OUTSIDE if entry is None else _NUCLEUS if entry[0] in _nuclei() else _JOINT
    entries = [entry for _, _, entry in _entries(piece, piece.upper(), 0, len(piece))]
    numbers = any(match.lastgroup not in _NO_DIGITS for match in _TOKEN.finditer(piece))
    if numbers or _HALF_MERIDIEM.match(piece) or any(entry and entry[0] in _nuclei() for entry in entries):
        return _NUCLEUS
    return _OUTSIDE if None in entries else _JOINT


_SORTS = Remembered(_sort)


def _stretches(low: str) -> Iterator[tuple[int, int]]:
    """The stretches between blanks around every nucleus, from the piece that no date goes beyond to the next one."""
    pieces = low.split(" ")
    marks = "".join(map(_SORTS.__getitem__, pieces))
    if _NUCLEUS not in marks:
        return
    ends = list(accumulate(map(len, pieces)))  # the blanks not counted
    for run in _RUN.finditer(marks):
        first, behind = max(run.start() - 1, 0), min(run.end(), len(pieces) - 1)
        yield (ends[first - 1] + first if first else 0), ends[behind] + behind


def _lettered(low: str, start: int, end: int, entry: _Entry | None) -> tuple[int, _Entry | None]:
    """The word at a place where one or two letters stand: "p.m.", "Q3", "FY2019", or the word itself."""
    match = _LETTERED.match(low, start)
    if not match or not match.lastgroup:
        return end, entry
    values = {match.lastgroup: match.group()}
    return match.end(), (_SYMBOLS[frozenset(values)], values)


def _inner(low: str, start: int, end: int) -> bool:
    """Whether it is part of a longer word ("mayé", "mondays_", "5may"); hours stand at their number ("5pm")."""
    before, behind = low[start - 1] if start else " ", low[end : end + 1]
    if before.isalnum() or before == "_":
        return not (before.isdigit() and low[start:end] in ("am", "pm"))
    return (behind.isalnum() or behind == "_") and low[start:end] != "fy"


def _measures(low: str, end: int) -> bool:
    """Whether letters or a per cent sign at a number make it a measure: "10km", "5%"."""
    behind = low[end : end + 1]
    return behind == "%" or (behind.isalpha() and not low.startswith(("am", "pm"), end))


def _number(kind: str, start: int, end: int, low: str) -> _Entry | None:
    alone = (
        not (start and (low[start - 1] in _NO_NUMBER_BEFORE or low[start - 1].isalnum()))
        or low[max(0, start - 2) : start] == "fy"
    )
    values = _signs(kind, low[start:end], alone and not _measures(low, end))
    return (_SYMBOLS[frozenset(values)], values) if values is not None else None


def _joins(gap: str, letter: str) -> bool:
    """Whether what stands between two words keeps them together: blanks, or a line break inside a sentence."""
    if not gap or gap == " ":
        return True
    return gap.isspace() and ("\n" not in gap or (gap.count("\n") == 1 and not letter.isupper()))
