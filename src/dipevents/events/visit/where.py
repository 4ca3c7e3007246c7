"""Dates told beside a place that a clause with "where" explains.

on May 3 Kim flew to Prague, where he was received      the visit's too
in Prague, where he arrived on May 3, Kim said          of coming to speak there
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.goals import comes_back
from dipevents.mentions.timing import date_mentions_of
from dipevents.reading.clauses import governor

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["before_where", "come_where"]


def before_where(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The dates of the clause that a clause with "where" explains: "on May 3 in Prague, WHERE he arrived by train"."""
    if trigger.dep != "relcl" or not any(c.lower == "where" for c in trigger.children):
        return []
    above = governor(trigger.head)
    if above is None or not above.is_verb or trigger.head.head.head is not above or comes_back(above):
        return []
    return [m for m in date_mentions_of(mentions, above) if m.timex_type != "DURATION"]


def come_where(mentions: Mentions, frame: Frame) -> list[DateMention]:
    """The dates on which who speaks came to a place: "in Prague, WHERE HE ARRIVED on May 3, Kim said"."""
    comes = visit_words("verbs", "arrive") | visit_words("verbs", "go")
    below = (c for goal in frame.goals for c in goal.children if c.dep == "relcl" and c.lemma in comes)
    verbs = (v for v in below if any(c.lower == "where" for c in v.children) and frame.kind is Kind.SPEAK)
    return [m for v in verbs for m in date_mentions_of(mentions, v) if m.timex_type != "DURATION"]
