"""Since when somebody is in a place, or how often he has been there since.

has been in Prague since Monday, is holed up there since Monday      Monday
has been there twice since May                                       from May up to the report
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.apart import lasts
from dipevents.events.visit.details import count_of
from dipevents.mentions.timing import date_mentions_of
from dipevents.models.event_date import EventDate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.visit.frames import Frame
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["is_repeated", "since_of", "since_then"]


def since_then(mentions: Mentions, frame: Frame, found: list[DateMention]) -> EventDate | None:
    """The day since which somebody is there; up to the report where he came often: "has been there TWICE SINCE MAY"."""
    several = count_of(frame.trigger) is not None or is_repeated(frame.trigger)
    if not several:
        beside = [c for c in frame.trigger.children if c.tag == "VBN" and c.dep in {"acl", "advcl", "conj"}]
        held = [m for c in beside for m in date_mentions_of(mentions, c)]  # "is in Oslo, HOLED UP there since Monday"
        return since_of([*found, *held]) if lasts(frame) else None
    begun = since_of(date_mentions_of(mentions, frame.trigger))
    if begun is None or mentions.published is None:
        return None
    today = EventDate.from_edtf(str(mentions.published)[: len(begun.edtf)])
    return EventDate.spanning(begun, today).quoting(*begun.evidence)


def is_repeated(trigger: Word) -> bool:
    """Whether somebody has been in a place more than once: "has been there six TIMES since 1994"."""
    beside = [w for c in trigger.children for w in (c, *c.children)]
    often = {"twice", "thrice", "often", "repeatedly", "regularly"}
    return any(w.lower in often or (w.lower == "times" and w.i > trigger.i) for w in beside)


def since_of(found: Iterable[DateMention]) -> EventDate | None:
    """The beginning of a date that has no end: "has been in Prague SINCE MONDAY"."""
    open_ended = (m.when for m in found if m.when is not None and m.when.earliest is not None and m.when.latest is None)
    return next((when.begin for when in open_ended if "/" in when.edtf), None)
