"""The date of an account of a visit: that of its clause, read as the stage bids, or of the occasion it is for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dipevents.events.visit.coming import last_of_name
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.merge import is_vague
from dipevents.events.visit.missed import is_off_by_now, never_was, was_due
from dipevents.events.visit.stays import verbs_of
from dipevents.events.visit.time import time_of
from dipevents.mentions.timing import is_ahead, is_day
from dipevents.models.actor import countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import auxiliaries, support_verb

if TYPE_CHECKING:
    from dipevents.events.visit.occasions import Occasion
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.place import Place
    from dipevents.reading.sentence import Word

__all__ = ["date_told", "or_of_occasion"]


def or_of_occasion(
    mentions: Mentions,
    frame: Frame,
    occasion: Occasion | None,
    stage: VisitStatus,
    places: tuple[Place, ...],
    *,
    own: EventDate | None,
) -> EventDate | None:
    """The date of a clause, or the days of the occasion, if it is where they go, and told more closely.

    They are still to come for those who have arrived before.
    """
    if occasion is None or occasion.when is None or not countries_of(occasion.places) & countries_of(places):
        return own
    if own is not None and not (is_vague(own) and own.may_overlap(occasion.when)):
        return own
    come = frame.kind is Kind.ARRIVE and stage is VisitStatus.OCCURRED
    return own if come and is_ahead(mentions, occasion.when) else occasion.when


def date_told(mentions: Mentions, frame: Frame, stage: VisitStatus) -> tuple[EventDate | None, int | None]:
    """The date that the clause of a frame gives, and the days that the stay lasts; None where it gives none.

    Args:
        mentions: The article.
        frame: The frame.
        stage: How far the visit has come.
    """
    told = (frame.trigger, *(verb for verb, _ in verbs_of(frame.trigger)))  # "the trip that he WAS TO HAVE MADE"
    dropped = any(c.dep == "poss" and is_day(mentions, c) for c in frame.trigger.children)  # "scrapped FRIDAY'S trip"
    dropped = dropped or (frame.kind is not Kind.ABSENT and is_off_by_now(told[0]))
    off = stage is VisitStatus.CANCELLED and (dropped or any(never_was(verb) for verb in told))
    asked = frame.kind is Kind.INVITE
    ahead = stage is VisitStatus.PLANNED or off
    ahead = ahead or (stage is VisitStatus.POSSIBLE and (asked or _may_yet(frame.trigger)))
    will = frame.kind is Kind.ABSENT and any(w.lower == "will" for w in auxiliaries(frame.trigger))
    present = frame.kind is Kind.STAY and frame.trigger.lemma == "be" and frame.trigger.tag in {"VBZ", "VBP"}
    ahead = ahead or will or present  # "will miss Friday's summit", "is in Oslo on Friday"
    when, days = time_of(mentions, frame, ahead=ahead)
    if stage is VisitStatus.CANCELLED and was_due(frame.trigger) and mentions.published is not None:
        last = last_of_name(mentions, when)  # "had been due on Monday", in a report of Tuesday
        when = last if last and last.is_day and last.latest == mentions.published - timedelta(1) else when
    return when, days


def _may_yet(trigger: Word) -> bool:
    """Whether a bare form tells what is still open: "COULD VISIT Prague on Friday", "wants to PAY a visit"."""
    verb = trigger if trigger.is_verb else support_verb(trigger) or trigger
    helpers = auxiliaries(verb)
    bare = verb.tag in {"VB", "VBG"} or any(w.lower in {"be", "being"} for w in helpers)
    tried = verb.dep == "xcomp" and verb.head.tag == "VBD"  # "ATTEMPTED to enter Prague on Friday"
    open_still = visit_words("verbs", "invite") | visit_words("support", "intending")
    tried = tried and verb.head.lemma not in open_still  # not "HOPED to come on Friday"
    return bare and not tried and all(w.lemma != "have" for w in helpers)
