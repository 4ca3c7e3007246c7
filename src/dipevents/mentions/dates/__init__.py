"""Temporal expressions of English news, each with the stretch of the calendar that it means.

"On Monday Kim will …", "the past two weeks", "Nov. 12-15", "since 2006". The text is walked through once: words
(`words`), groups that count as one (`chunks`), rules (`grammar`, with the rules in `absolute`, `relative`, `amounts`),
neighbours that are one date (`joining`). To read a new construction, add a rule with its pattern; a new word is a line
of `data/dates.toml`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from dipevents.errors import DateError
from dipevents.mentions.dates import absolute, amounts, counted, elided, months, quarters, relative, weekdays
from dipevents.mentions.dates.anchors import find_anchored, with_years
from dipevents.mentions.dates.archive import archived, on_this_day
from dipevents.mentions.dates.bounds import bounded
from dipevents.mentions.dates.chunks import chunked
from dipevents.mentions.dates.context import Context
from dipevents.mentions.dates.grammar import NOTHING, matches
from dipevents.mentions.dates.joining import Found, ends_of, joined
from dipevents.mentions.dates.mention import DateMention
from dipevents.mentions.dates.trips import dated_hours, dated_trips
from dipevents.mentions.dates.words import fold, segments
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.record import trusted
from dipevents.reading.lines import unwrapped
from dipevents.reading.marks import text_of, without_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.dates.words import Segment, Word

__all__ = ["DateMention", "find_dates", "publication_day", "read_dates"]
_RULES = (
    absolute,
    amounts,
    counted,
    elided,
    months,
    quarters,
    relative,
    weekdays,
)  # importing them registers their rules, in this order


def find_dates(text: str, published: date | str | None = None) -> tuple[DateMention, ...]:
    """The temporal expressions of a text, in text order; they do not overlap.

    Works on the raw text, without a language model, in time linear in its length. Any string is valid input.

    Args:
        text: English news text.
        published: The day of publication, by which "Tuesday" and "next month" are reckoned: a date or an ISO string
            ("2023-09-12"). Without it such words have no `when`, and days without a year keep it unknown
            (`XXXX-09-12`).

    Raises:
        DateError: If `published` is neither a date nor an ISO day.
        InputError: If the text is no string.

    Example:
        >>> for found in find_dates("On Sept. 12 Kim arrived; he will leave on Friday.", published="2023-09-13"):
        ...     print(found.text, found.when)
        Sept. 12 2023-09-12
        Friday 2023-09-15
    """
    read, marked = without_marks(text_of(text))
    found = tuple(read_dates(read, publication_day(published), [(0, len(read))], apart=True))
    return marked.restored(found) if marked else found


def read_dates(
    text: str, today: date | None, spans: Sequence[tuple[int, int]], *, apart: bool = False
) -> list[DateMention]:
    """The temporal expressions of a text that share a character with one of the spans, which are in text order.

    A few others may be there, and what stands outside tells nothing about those inside. `apart` makes two of "from May
    3 to June 5", as TIMEX3 does, each with the whole as `when`.
    """
    flat = unwrapped(text)
    found = _on_days(flat, today, spans, apart=apart)
    return found if flat == text else [_as_written(text, one) for one in found]


def _on_days(text: str, today: date | None, spans: Sequence[tuple[int, int]], *, apart: bool) -> list[DateMention]:
    """The mentions, those in items of old papers as read on their own days."""
    items = list(archived(text, _calendar_day))
    if not items:
        return on_this_day(text, today, _dates(text, today, spans, apart=apart))
    ends = [0, *(end for _, end, _ in items)]
    between = [(at, start, today) for at, (start, _, _) in zip(ends, items, strict=False)]
    found: list[DateMention] = []
    for start, end, day in sorted([*items, *between, (ends[-1], len(text), today)], key=lambda part: part[:2]):
        within = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
        found += [one for one in _dates(text, day, within, apart=apart) if start <= one.start < end]
    return found


def _calendar_day(words: str) -> date | None:
    found = _dates(words, None, [(0, len(words))], apart=False)
    when = found[0].when if found else None
    return when.earliest if when is not None and when.is_day else None


def _as_written(text: str, mention: DateMention) -> DateMention:
    """A mention with the line breaks that its words have."""
    if text[mention.start : mention.end] == mention.text:
        return mention
    when = mention.when and mention.when.quoting(*(Evidence.of(text, e.start, e.end) for e in mention.when.evidence))
    return replace(mention, text=text[mention.start : mention.end], when=when)


def _dates(text: str, today: date | None, spans: Sequence[tuple[int, int]], *, apart: bool) -> list[DateMention]:
    low = fold(text)
    context = Context(text, low, today, british=absolute.is_day_first(text, today))
    out: list[DateMention] = []
    for segment in segments(text, low, spans):
        whole = chunked(segment)
        for found in _read(whole, context):
            ends = ends_of(whole.words, found) if apart else (found,)
            out.extend(_mention(text, whole.words, end, found) for end in ends)
    anchored = list(find_anchored(text, low))
    if anchored:
        out = sorted([*anchored, *_apart(out, anchored)], key=lambda one: one.start)
        if today is None:
            out = with_years(text, out)
    return list(bounded(low, dated_trips(text, dated_hours(text, out))))


def _apart(mentions: list[DateMention], taken: list[DateMention]) -> list[DateMention]:
    """The mentions that share no character with those taken, both in text order."""
    out, i = [], 0
    for one in mentions:
        while i < len(taken) and taken[i].end <= one.start:
            i += 1
        if i == len(taken) or one.end <= taken[i].start:
            out.append(one)
    return out


def publication_day(published: date | str | None) -> date | None:
    """The day that `published` means; a time of day is cut off.

    Raises:
        DateError: If it is neither a date nor an ISO day.
    """
    if published is None:
        return None
    if isinstance(published, date) and published == published:  # pandas' NaT is a date that is not equal to itself
        return published.date() if isinstance(published, datetime) else published
    if isinstance(published, str):
        try:
            return datetime.fromisoformat(published.strip()).date()
        except ValueError:
            pass
    raise DateError(
        f"published={published!r} is no date: give a datetime.date, an ISO string such as '2023-09-12', or None"
    )


def _read(segment: Segment, context: Context) -> list[Found]:
    words, symbols = segment.words, segment.symbols
    found: list[Found] = []
    i = 0
    while i < len(words):
        one = _first(words, symbols, i, context)
        if one and one.reading is not NOTHING:
            found.append(one)
            context.note(one.reading, words[one.first].start, words[one.last].end)
        i = one.last + 1 if one else i + 1
    return joined(words, found) if found else found


def _first(words: list[Word], symbols: str, i: int, context: Context) -> Found | None:
    candidates = matches(words, symbols, i)
    if not candidates:
        return None
    later = {m.first for m in candidates if m.first > i}
    for start in sorted(later):
        candidates += matches(words, symbols, start)
    candidates.sort(key=lambda m: (-m.last, m.first))
    for match in candidates:
        try:
            reading = match.rule.read(match, context)
        except (ValueError, OverflowError):  # no such day ("Feb. 30"), or a year outside 1 to 9999
            return Found(match.first, match.last, NOTHING)
        if reading:
            return Found(match.first, match.last, reading)
    return None


def _mention(text: str, words: list[Word], found: Found, whole: Found) -> DateMention:
    start, end = words[found.first].start, words[found.last].end
    reading = found.reading
    when = None
    if reading.edtf:
        quote = Evidence.of(text, words[whole.first].start, words[whole.last].end)
        # A week, a season or a quarter is an interval in EDTF, and yet a frame; only a range is told by its two ends.
        when = EventDate(edtf=reading.edtf, frame=reading.form != "range", text=quote.text, evidence=(quote,))
    return trusted(
        DateMention,
        start=start,
        end=end,
        text=text[start:end],
        when=when,
        timex_type=reading.kind,
        timex_value=reading.timex,
    )
