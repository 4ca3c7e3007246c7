"""What a day beside it dates: the length of "a three-day visit from Monday", the hour "6 p.m. (1600 GMT) on Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from dipevents.mentions.dates.mention import DateMention

__all__ = ["dated_hours", "dated_trips"]

_DAYS = re.compile(r"P(\d{1,3})([DW])")
_ON = re.compile(r"\s?(?:\([^()]{3,30}\)|(?:[\w.]+\s){0,2}time|\))?,?\son\s", re.IGNORECASE)
"""Between an hour and its day: its zone."""
_DATELINE = re.compile(r"\s?(?:\([^()]*\)\s?)?[-–—]+\s")
"""Behind the day of a report, which ends no journey."""
_FOR = "for "
_FROM = frozenset((" from ", " starting ", " beginning ", " starting on ", " beginning on "))
"""Between a length and its first day: "for two days FROM Tuesday"."""


def dated_trips(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, with the interval as `when` of every "N-day visit" whose first or last day stands beside it.

    The day itself becomes the interval only where the words say so outright ("a five-day visit that started Sunday");
    in "arrived on Monday for a five-day visit" it stays the day of arrival.
    """
    out = list(mentions)
    for i, one in enumerate(mentions):
        following = mentions[i + 1] if i + 1 < len(mentions) else None
        length = _length(text, one, following)
        if not length:
            continue
        before = mentions[i - 1] if i else None
        behind = following is not None and _links(text, one.end, following.start, "begins")
        if behind and following and following.when and following.when.is_day:
            when = following.when.lasting(length)
            out[i], out[i + 1] = replace(one, when=when), replace(following, when=when)
        elif before and before.when and before.when.is_day and (day := before.when):
            if _links(text, before.end, one.start, "leads"):
                out[i] = replace(one, when=day.lasting(length))
            elif _links(text, before.end, one.start, "ends"):
                out[i] = replace(one, when=day.ending(length))
    return out


def dated_hours(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, with the day of every hour behind whose zone it stands."""
    out = list(mentions)
    for i, hour in enumerate(mentions):
        for day in mentions[i + 1 : i + 3] if hour.timex_type == "TIME" else ():
            if day.timex_type == "DATE" and day.when and day.when.is_day and _ON.fullmatch(text, hour.end, day.start):
                value = f"{day.timex_value}T{hour.timex_value.rpartition('T')[2]}"
                out[i] = replace(hour, when=day.when, timex_value=value)
    return out


def _length(text: str, one: DateMention, following: DateMention | None) -> int:
    """How many days a trip lasts, or 0 where the words are no trip's duration."""
    match = _DAYS.fullmatch(one.timex_value) if one.timex_type == "DURATION" else None
    if not match:
        return 0
    lasts = following is not None and text[max(0, one.start - len(_FOR)) : one.start].lower() == _FOR
    told = lasts and following is not None and text[one.end : following.start].lower() in _FROM
    if not told and not _patterns()["nouns"].match(text[one.end : one.end + 70].lower()):
        return 0
    return int(match[1]) * (7 if match[2] == "W" else 1)


def _links(text: str, start: int, end: int, kind: str) -> bool:
    between = text[start:end].lower() if end - start < 100 else "\n\n"
    if kind != "begins" and " before " in between:
        return False  # "will speak on Thursday BEFORE ending his ten-day tour in Oslo"
    if kind == "ends" and _DATELINE.match(between):
        return False  # "OSLO, May 15 - Kim wound up a two-day visit on Monday"
    return between.count("\n") < 2 and bool(_patterns()[kind].fullmatch(between))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = read_words("dates")["trip"]
    choice = {name: "|".join(words[name]) for name in words}
    return {
        "nouns": re.compile(rf"[-\s](?:[a-z]+\s){{0,3}}(?:{choice['nouns']})\b"),
        "begins": re.compile(rf"[^.;:?!]{{0,70}}\b(?:{choice['begins']})\s(?:in\s\w+\s)?(?:on\s)?(?:early\s|late\s)?"),
        "leads": re.compile(rf"[^.;:?!]{{0,60}}\b(?:{choice['leads']})\s(?:an?|his|her|their|its|the)\s(?:[a-z]+\s)?"),
        "ends": re.compile(rf"[^.;:?!]{{0,60}}\b(?:{choice['ends']})\s(?:an?|his|her|their|its|the)\s(?:[a-z]+\s)?"),
    }
