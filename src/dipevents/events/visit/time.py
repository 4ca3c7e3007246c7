"""When a visit is: the dates of its trigger, without those of other events in the same clause.

his first trip since the coup in March          the coup's
a visit ahead of Tuesday's talks                the talks'
on Tuesday, Kim said during a visit to Seoul    the visit's too
Kim spent Monday and Tuesday in Seoul           both days
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.apart import (
    at_saying,
    before_where,
    in_where,
    month_behind,
    of_other_event,
    own_saying,
    right_behind,
    where_above,
)
from dipevents.events.visit.around import last_day, or_date_around
from dipevents.events.visit.coming import (
    around_now,
    as_awaited,
    at_latest,
    coming,
    is_later,
    is_of_inviting,
    last_of_name,
    moved_to,
    week_later,
)
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.missed import between, fell_through, is_off_by_now
from dipevents.events.visit.now import ends_now, goes_away, just_now, weekend_of
from dipevents.events.visit.nth_day import by_distance, start_by_day
from dipevents.events.visit.one_of_several import both_days, closest_first, either_of
from dipevents.events.visit.since import is_repeated, since_then
from dipevents.events.visit.stays import (
    before_leaving,
    is_come_for,
    is_left_after,
    length_of,
    lowest,
    own_length,
    spent,
    stay_begun,
    stay_of,
    whole_tour,
)
from dipevents.mentions.distances import day_before, hours_from
from dipevents.mentions.timing import (
    before_when,
    by_when,
    date_mentions_of,
    is_ahead,
    is_inside,
)
from dipevents.models.event_date import EventDate, Precision
from dipevents.reading.clauses import is_negated
from dipevents.reading.grammar import is_in_time, verb_above

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["both_days_of", "dates_of", "day_of", "is_there_now", "time_of"]

GENERATIONS = 150
"""Years that an article may look back at a visit."""
PHRASE = 40
"""Words of the phrase of a visit in which a clause on its day is looked for."""
UP = 4
"""Words above a visit within the clause that tells of it."""
NEXT = frozenset({"after", "before", "following"})
"""What leads to the journey before or after another one."""
STAGES = frozenset({"start", "beginning", "outset"})
"""The first stage of a visit, as in "at the START of a visit"."""


def time_of(mentions: Mentions, frame: Frame, *, ahead: bool = False) -> tuple[EventDate | None, int | None]:
    """The date that the clause of a frame gives for the visit, and the days that it lasts; None where it gives none.

    Args:
        mentions: The article.
        frame: The frame.
        ahead: Whether the visit is to come: "will arrive on Tuesday" is next Tuesday.
    """
    trigger = frame.trigger
    found = [m for m in date_mentions_of(mentions, trigger) if not _is_of_other(mentions, m, frame)]
    found = [m for m in found if not is_of_inviting(mentions, frame, m)]
    if _is_beside(trigger):  # "ahead of the trip, the ministry said on Sunday"
        own = [m for m in found if is_inside(m, trigger)] or right_behind(mentions, trigger)
        near = trigger.lemma in {"way", "route"} or trigger.head.lower in NEXT
        found = own or [m for m in found if near and _is_month(m)]
    elif (carrier := _carrier(trigger)) is not None and (not found or _only_lengths(found, trigger)):
        held = date_mentions_of(mentions, carrier)
        found = [*found, *(m for m in held if not of_other_event(m, carrier, frame))]
    if all(m.when is None for m in found):
        told_there = before_where(mentions, trigger) or before_when(mentions, trigger)
        told_there = told_there or in_where(mentions, frame, ahead=ahead) or month_behind(mentions, trigger)
        told_there = told_there or hours_from(mentions, trigger) or _month_beside(mentions, trigger)
        found = [*found, *(told_there or _scheduled(mentions, trigger) or at_saying(mentions, frame))]
    found = found if _is_beside(trigger) else or_date_around(mentions, frame, found)
    if (begun := since_then(mentions, frame, found)) is not None:
        return begun, None
    found = [replace(m, when=due) if ahead and (due := by_when(mentions, m)) else m for m in found]
    found = [at_latest(mentions, m) if ahead else m for m in found]
    if (told := _told_outright(mentions, frame, found)) is not None:
        return told
    dated = closest_first([m for m in found if _usable(mentions, m)])
    days = None if is_come_for(trigger) else length_of(trigger, found) or own_length(mentions, trigger)
    start = None if ahead and not dated else start_by_day(mentions, trigger, dated[0].when if dated else None, days)
    if start is not None:
        return (start.lasting(days) if days and days > 1 else start), days
    if not dated and days and days > 1 and (last := last_day(found) or ends_now(mentions, frame)) is not None:
        return last.ending(days), days
    if not dated:
        begun = stay_begun(mentions, frame, days or 0, just_now(mentions, frame, found))
        return weekend_of(mentions, trigger, ahead=ahead) or begun, days
    ahead = ahead and not _is_of_leaving(trigger, dated[0])
    when = as_awaited(mentions, frame, dated[0], ahead=ahead)
    plan = trigger.head if frame.kind is Kind.ABSENT and trigger.dep == "conj" else trigger
    if fell_through(plan) and not is_off_by_now(plan):  # "was due there ON FRIDAY but fell ill, but CRIED OFF"
        when = _not_before_off(mentions, plan, last_of_name(mentions, dated[0].when))
    if when is None or not when.is_day:
        return around_now(mentions, frame, when), days or spent(trigger, dated[0])
    if stayed := before_leaving(mentions, frame):
        return when.ending(stayed), stayed
    dated = [replace(m, when=coming(mentions, m)) for m in dated] if ahead else dated
    stay = _from_day(mentions, frame, dated, when, days)
    return stay, days or _days_named(stay)


def _is_of_other(mentions: Mentions, mention: DateMention, frame: Frame) -> bool:
    """Whether a date stands in a phrase that relates a visit to something else; not what can only be to come."""
    when = mention.when
    ahead = is_ahead(mentions, when) or (when is not None and is_later(when))  # "is planned LATER THIS MONTH"
    return of_other_event(mention, frame.trigger, frame, ahead=ahead)


def _not_before_off(mentions: Mentions, plan: Word, when: EventDate | None) -> EventDate | None:
    """The day of a plan, not over when it is called off: "was due on SATURDAY but called it off on Wednesday"."""
    verb = between(plan)
    told = [m for m in date_mentions_of(mentions, verb) if m.start > verb.start] if verb is not None else []
    off = next((m.when for m in told if m.when is not None and m.when.is_day), None)
    return week_later(when) or when if when is not None and off is not None and when.ended_before(off) else when


def _days_named(when: EventDate | None) -> int | None:
    """How many days a stay has of which each is named: "visited Prague ON MONDAY AND TUESDAY"; None for one."""
    return when.days if when is not None and not when.is_day else None


def _told_outright(mentions: Mentions, frame: Frame, found: list[DateMention]) -> tuple[EventDate, int | None] | None:
    """The date of a visit by its distance from another event, or by words that leave no choice; None without such."""
    trigger = frame.trigger
    stay = where_above(trigger) or trigger  # "a day after he WOUND UP THREE DAYS in Prague, where he was shown a tank"
    if (apart := day_before(mentions, stay, beyond=True)) is not None:
        found = found if stay is trigger else date_mentions_of(mentions, stay)
        days = length_of(stay, found) or own_length(mentions, stay)
        if days and days > 1:
            return stay_of(stay, apart, days), days
        return apart, None  # "flew in on Friday, two days after ENDING A VISIT to Oslo"
    told = _from_now_on(mentions, frame) or moved_to(mentions, trigger)
    told = told or _not_until(mentions, trigger) or whole_tour(found)
    told = told or by_distance(mentions, trigger, found)
    told = told or either_of(mentions, [m for m in found if _usable(mentions, m)])
    return (told, None) if told is not None else None


def _from_day(
    mentions: Mentions, frame: Frame, dated: list[DateMention], when: EventDate, days: int | None
) -> EventDate | None:
    """The days that a visit lasts from the one that its clause gives; None for one of which only the end is to come."""
    if goes_away(frame) and (is_ahead(mentions, when) or is_later(when)):
        return None  # "RETURNS from Oslo later today": the visit goes on
    if days and days > 1 and frame.kind is not Kind.LEAVE:
        return stay_of(frame.trigger, when, days)
    return both_days(mentions, dated) or when


def day_of(mentions: Mentions, frame: Frame, *, ahead: bool) -> EventDate | None:
    """The day that the clause of a frame gives, or None where it gives none or something vaguer.

    Args:
        mentions: The article.
        frame: The frame.
        ahead: Whether it is to come.
    """
    found = dates_of(mentions, frame.trigger)
    found = [m for m in found if "anniversary" not in m.text.lower().split()]  # the day of a feast is not the deed's
    if _is_beside(frame.trigger):  # "came on Wednesday ahead of the summit next week"
        found = [m for m in found if is_inside(m, frame.trigger)]
    day = next((m for m in found if m.when is not None and m.when.is_day), None)
    if day is None or not _usable(mentions, day) or of_other_event(day, frame.trigger, frame):
        return None
    return by_distance(mentions, frame.trigger, [day]) or (coming(mentions, day) if ahead else day.when)


def both_days_of(mentions: Mentions, frame: Frame) -> EventDate | None:
    """The interval of two days that a clause names in one breath, or None."""
    return both_days(mentions, dates_of(mentions, frame.trigger))


def dates_of(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The dates of a trigger, or of the rounds of talks that it is part of: "two ROUNDS of talks, set for Friday"."""
    above = trigger.head.head
    rounds = trigger.dep == "pobj" and trigger.head.lower == "of" and above.lemma in visit_words("support", "rounds")
    found = date_mentions_of(mentions, trigger)
    dated = any(m.when is not None and m.when.is_day for m in found)
    return date_mentions_of(mentions, above) if rounds and not dated else found


def is_there_now(frame: Frame) -> bool:
    """Whether the present tells that somebody is there as one reads: "IS in Prague", "IS visiting Prague"."""
    verb, beside = frame.trigger, {c.lower for c in frame.trigger.children}
    if verb.tag == "VBG":
        return frame.kind in {Kind.VISIT, Kind.ATTEND, Kind.STAY} and bool(beside & {"is", "are"})
    there = verb.lemma in {"be", "spend"} or bool(beside & visit_words("presence", "now"))
    return there and frame.kind is Kind.STAY and verb.tag in {"VBZ", "VBP"} and not is_repeated(verb)


def _from_now_on(mentions: Mentions, frame: Frame) -> EventDate | None:
    """The days from the publication up to that until which somebody is there: "is touring Peru until Saturday"."""
    noun = frame.kind is Kind.NOUN and frame.trigger.dep == "pobj" and frame.trigger.head.lower == "on"
    verb = frame.trigger.head.head if noun else frame.trigger  # "is ON A VISIT to Peru until Saturday"
    there = verb.tag in {"VBZ", "VBP"} and (frame.kind is Kind.STAY or (noun and verb.lemma == "be"))
    there = there or is_there_now(frame)
    if not there or mentions.published is None:
        return None
    for mention in date_mentions_of(mentions, frame.trigger):
        when = mention.when
        if when is not None and when.earliest is None and when.latest and when.latest > mentions.published:
            days = length_of(frame.trigger, date_mentions_of(mentions, frame.trigger))
            last = EventDate.on(when.latest)
            first = _day_of_coming(mentions, verb) or EventDate.on(mentions.published)
            return last.ending(days) if days else EventDate.spanning(first, last)
    return None


def _day_of_coming(mentions: Mentions, verb: Word) -> EventDate | None:
    """The day of the verb before, where it is to come: "ARRIVES ON WEDNESDAY and stays until Friday"."""
    before = date_mentions_of(mentions, verb.head) if verb.dep in {"conj", "dep"} else []
    return next((m.when for m in before if m.when is not None and m.when.is_day and is_ahead(mentions, m.when)), None)


def _is_beside(trigger: Word) -> bool:
    """Whether a visit is only what another event is dated by: "ahead of the visit", "after his trip"."""
    if trigger.lower in {"back", "fresh", "return"} and not trigger.is_verb:
        return True  # "BACK from Oslo, he said on Monday", "said on Monday on his RETURN"
    if trigger.lemma in {"way", "route"} and trigger.head.head.lemma != "be":
        return True  # "landed in Oslo on Monday ON HER WAY to Prague"
    above = {trigger.head.lower, trigger.head.head.lower} & visit_words("support", "relations")
    related = bool(above) or is_in_time(trigger.head)
    return related and trigger.dep == "pobj" and not is_left_after(trigger)


def _month_beside(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The month of the journey beside which another is told: "was in Oslo IN MAY before GOING to Riga"."""
    led = trigger.head if trigger.dep == "pcomp" else trigger
    above = led.head if led is not trigger and led.lower in NEXT and led.head.is_verb else None
    return [m for m in date_mentions_of(mentions, above) if _is_month(m)] if above is not None else []


def _is_month(mention: DateMention) -> bool:
    """Whether a date is wide enough for two stops: "was in Oslo IN MAY on her way from, after a visit to Prague"."""
    return mention.when is not None and mention.when.precision in {Precision.MONTH, Precision.YEAR}


def _is_of_leaving(trigger: Word, mention: DateMention) -> bool:
    """Whether a date is that of a deed before the visit: "left ON MONDAY for Prague, where he is to meet Zeman"."""
    word = trigger.sentence.word_at(mention.start)
    verb = verb_above(word) if word is not None else None
    if (says := own_saying(trigger)) is not None and mention.start > says.end:
        return True  # "'I am in Prague,' she said ON MONDAY"
    if verb is None or read_status(verb).phase is not Phase.HAPPENED:
        return False
    if verb.tag == "VBD" and verb.dep == "relcl" and verb.head is trigger:
        return True  # "is due there on a tour that BEGAN ON SATURDAY"
    if not trigger.is_under(verb):
        return False
    between = (trigger, *islice(trigger.ancestors(), UP))
    return any(up.dep == "relcl" and up.is_under(verb) for up in between)


def _scheduled(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The dates of the plan that hang on the guest, or on "a trip" behind: "a visit by Kim, PLANNED for Sunday"."""
    for below in islice(trigger.subtree(), PHRASE):
        takes_place = below.lemma == "take" and any(c.lower == "place" for c in below.children)
        led = below.tag == "VBN" and below.lemma in visit_words("verbs", "lead")
        scheduled = takes_place or led or below.lemma in visit_words("support", "scheduling")
        summed = below.head.dep == "appos" and below.head.lemma in visit_words("nouns", "visit")
        due = below.lower == "due" and below.dep == "prep"  # "a visit by Kim, DUE to begin on Sunday"
        if (due or (below.dep in {"acl", "relcl"} and scheduled)) and (summed or not trigger.is_verb):
            if any(up.is_verb for up in takewhile(lambda up: up is not trigger, below.ancestors())):
                continue  # "a visit to pave the way for the king's visit STARTING on Sunday"
            told = date_mentions_of(mentions, lowest(below) if due else below)
            return [m for m in told if m.timex_type != "DURATION"]
    return []


def _not_until(mentions: Mentions, trigger: Word) -> EventDate | None:
    """The day before which somebody will not come: "will NOT come UNTIL FRIDAY", or None."""
    above = trigger.head if trigger.dep == "xcomp" else trigger  # "is NOT EXPECTED to come until Friday"
    if not trigger.is_verb or not (is_negated(trigger) or is_negated(above)):
        return None
    ends = (m.when for m in date_mentions_of(mentions, trigger) if m.when is not None and m.when.earliest is None)
    return next((when.end for when in ends if when.latest), None)


def _usable(mentions: Mentions, mention: DateMention) -> bool:
    when = mention.when
    if when is None or when.latest is None or when.earliest is None:
        return False
    return mentions.published is None or mentions.published.year - when.latest.year <= GENERATIONS


def _carrier(trigger: Word) -> Word | None:
    """The verb of which a visit is only the occasion: "said during a visit", "said AT THE END OF a visit"."""
    if trigger.dep == "relcl" and trigger.head.lemma == "time" and trigger.head.dep == "nsubj":
        return trigger.head.head  # "the last time he was in Prague WAS in May"
    if trigger.is_verb or trigger.dep != "pobj" or trigger.head.lower not in {"during", "on", "of"}:
        return None
    above = trigger.head.head
    if trigger.head.lower == "of":
        stage = above.head.lower == "at" and above.lemma in STAGES | visit_words("support", "last_stage")
        return above.head.head if stage and above.head.head.is_verb else None
    talk = above.is_noun and above.lemma in visit_words("support", "talking_at")  # "in an INTERVIEW on Monday during"
    return above if above.is_verb or talk else None


def _only_lengths(found: list[DateMention], trigger: Word) -> bool:
    """Whether a visit told with "at the end of" has only its length in its own phrase."""
    return trigger.head.lower == "of" and all(m.timex_type == "DURATION" for m in found)
