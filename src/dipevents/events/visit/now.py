"""What tells that a visit is of the day of the report.

has just landed; left for Prague hours earlier     that day
has landed, a day after a stop in Oslo             that day
has just returned from Prague                      no day: he may have been back since yesterday
is now in Prague, is currently on a visit          that day
is about to leave for Prague                       about that day
Kim, in Prague, will fly home on Friday            no day: that is when he leaves
is winding up a two-day visit to Prague            that day is its last
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.goals import comes_back
from dipevents.mentions.timing import days_of
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.reading.clauses import auxiliaries

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["ends_now", "goes_away", "is_meanwhile", "just_now", "waits", "weekend_of"]

WEEK, SATURDAY = 7, 5
LEAST_BEFORE = 3
"""Words before "to" in "Kim is about to leave"."""
AFTER = len(" after ")
"""Characters behind a distance that lead to what it counts from."""
HOURS = frozenset({"hours", "hour", "minutes", "moments"})
"""Of "hours earlier", which is still the same day."""


def just_now(mentions: Mentions, frame: Frame, found: list[DateMention]) -> EventDate | None:
    """The publication day, where "now" tells that a stay goes on; about that day, where somebody "is about to" go."""
    if mentions.published is None:
        return None
    today = _is_now(frame) and any(m.timex_value == "PRESENT_REF" for m in found)
    if today or _was_just_now(mentions, frame, found):
        return EventDate.on(mentions.published)
    about = _about_to(frame.trigger)
    if about is None:
        return None
    words = Evidence.of(mentions.article.text, about.start, frame.trigger.end)
    return EventDate.from_edtf(f"{mentions.published}~").quoting(words)


def ends_now(mentions: Mentions, frame: Frame) -> EventDate | None:
    """The publication day, where somebody is ending a visit: "IS WINDING UP a two-day visit to Prague"."""
    verb = frame.trigger.head
    ends = frame.trigger.dep == "dobj" and verb.lemma in visit_words("support", "ends") and verb.tag == "VBG"
    if mentions.published is None or not ends or all(c.lower not in {"is", "are"} for c in verb.children):
        return None
    return EventDate.on(mentions.published)


def weekend_of(mentions: Mentions, trigger: Word, *, ahead: bool) -> EventDate | None:
    """The weekend of "paid a brief WEEKEND visit": the last one, or the next of a visit to come."""
    word = next((c for c in trigger.children if c.lower == "weekend" and c.dep in {"compound", "amod", "nmod"}), None)
    if word is None or mentions.published is None:
        return None
    gap = (mentions.published.weekday() - SATURDAY) % WEEK
    first = EventDate.on(mentions.published).shifted((WEEK - gap if gap else 0) if ahead else -gap)
    return first.lasting(2).quoting(Evidence.of(mentions.article.text, word.start, word.end))


def _was_just_now(mentions: Mentions, frame: Frame, found: list[DateMention]) -> bool:
    """Whether somebody came on the publication day: "has JUST landed", "left for Prague HOURS EARLIER".

    Who "has JUST RETURNED from Prague" may have been back for days.
    """
    if frame.kind not in {Kind.ARRIVE, Kind.GO, Kind.LEAVE}:
        return False
    beside = {c.lower for c in frame.trigger.children}
    just = "just" in beside or _is_apart(mentions, frame.trigger)
    just = just and bool(beside & {"has", "have"}) and not goes_away(frame)
    if not just and not any(m.timex_value == "PAST_REF" and HOURS & set(m.text.lower().split()) for m in found):
        return False
    days = (m.when for m in found if m.when is not None)
    happened = read_status(frame.trigger).phase is Phase.HAPPENED
    return happened and all(d.earliest == d.latest == mentions.published for d in days)


def _is_apart(mentions: Mentions, verb: Word) -> bool:
    """Whether a verb is so many days from something before it: "has landed in Prague, A DAY AFTER a stop in Oslo"."""
    counts = [m for m in mentions.dates_in(verb.end, verb.sentence.end) if days_of(m)]
    return any(mentions.article.text[m.end : m.end + AFTER].lstrip().startswith("after ") for m in counts)


def goes_away(frame: Frame) -> bool:
    """Whether a frame tells only that somebody leaves or comes back, of no day on which he came or stayed."""
    away = (frame.kind is Kind.LEAVE and not frame.bound) or comes_back(frame.trigger)
    return away and not frame.goals


def _is_now(frame: Frame) -> bool:
    """Whether "now" tells that a stay goes on: is now in, is currently on a visit; not the current visit."""
    trigger = frame.trigger
    if frame.kind is Kind.NOUN:
        above = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower in {"on", "in"} else trigger
        return above.lemma == "be" and above.tag in {"VBZ", "VBP"}
    return frame.kind is Kind.STAY or (frame.kind is Kind.VISIT and read_status(trigger).phase is Phase.ONGOING)


def _about_to(verb: Word) -> Word | None:
    """The word of "is ABOUT to leave", which nearly says now, or None."""
    words = verb.sentence.words
    to = next((c.i for c in verb.children if c.lower == "to" and c.i < verb.i), 0)
    if to < LEAST_BEFORE or words[to - 1].lower != "about":
        return None
    return words[to - 1] if any(w.lower in {"is", "are"} for w in words[to - 3 : to - 1]) else None


def is_meanwhile(trigger: Word, when: EventDate | None) -> bool:
    """Whether a day is of what somebody will do who is there now: "Kim, now IN Prague, WILL go home on FRIDAY"."""
    if when is None or not when.evidence or not waits(trigger):
        return False
    place = trigger.head if trigger.dep == "pobj" else trigger
    return all(e.start > place.head.head.start for e in when.evidence)


def waits(trigger: Word) -> bool:
    """Whether a phrase tells where somebody is who will do something: "Kim, now IN PRAGUE, WAS TO LEAVE on Friday"."""
    place = trigger.head if trigger.dep == "pobj" else trigger
    who, words, at = place.head, trigger.sentence.words, place.i - 1
    if place.dep != "prep" or who.dep != "nsubj":
        return False
    at -= words[at].lower in {"currently", "now", "already", "still"}
    verb = who.head
    is_to = verb.lemma == "be" and any(c.dep == "xcomp" and c.tag == "VB" for c in verb.children)
    ahead = is_to or any(w.tag == "MD" for w in auxiliaries(verb))
    return ahead and words[at].text == ","
