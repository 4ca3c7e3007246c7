"""Journeys that one verb tells together, each with a day of its own.

was in Kyiv on Monday and in Moscow on Sunday          two visits; one, if the days follow one another: `tours`
goes to Oslo tomorrow and then to Riga                 two: the second has no date
a tour to Lima on Monday and Quito on Tuesday          one: it is declared to be
visited Oslo in 2013 and again in 2016                 two
Kim came in 1967 and Lee in 1981                       two, of two guests
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.models.actor import ActorKind
from dipevents.models.event_date import Precision

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Word

__all__ = ["each_of", "leads_on", "legs_of"]

GOING = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.GO, Kind.STAY, Kind.DUE, Kind.LEAVE})
"""Frames whose verb may have several places, each with its day."""
BESIDE = frozenset(
    {"in", "to", "for", "and", "then", "on", "the", "at", ",", "next", "later", "off", "after", "that", "it"}
)
"""What may stand between a place, its day and the next place."""
LISTED = frozenset({",", "and", "in", "on", "again", "then", "once", "more"})
"""What may stand between the dates of several journeys."""
APART = 7
"""Days behind a journey from which somebody may come "again"."""
TITLES = 12
"""Words from a day to the next one, between which another guest is named."""
BEFORE = len("from the ")
"""Characters from "from" to the day that a stay lasts from."""
THEN = frozenset({"then", "later", "next", "it", "that"})
"""What leads to a journey that has no date: "and after IT to Oslo", but not "on Monday after Oslo"."""


def legs_of(mentions: Mentions, frame: Frame) -> list[tuple[tuple[Word, ...], DateMention | None]]:
    """The places of each journey with the date that stands behind them, if any; empty for one journey."""
    trigger = frame.trigger
    sentence = trigger.sentence
    if times := _times_of(mentions, frame):
        goals = tuple(w for w in frame.goals if w.start < times[0].start)  # "to Peru in 2013 and 2016, and to Chile"
        return [(goals or frame.goals, mention) for mention in times]
    if frame.kind not in GOING or trigger.is_noun or not frame.visitors:
        return []
    behind = sentence.words[trigger.i + 1 :]
    if [w.pos for w in behind].count("PROPN") < 2 or sentence.words_among(visit_words("support", "tours")):
        return []
    dates = [m for m in mentions.dates_in(trigger.end, sentence.end) if m.timex_type in {"DATE", "TIME"}]
    found: list[tuple[tuple[Word, ...], DateMention | None]] = []
    places: list[Word] = []
    for word in behind if dates else ():
        date = next((m for m in dates if m.start <= word.start < m.end), None)
        if date is not None:
            if places:
                found.append((tuple(places), date))
                places = []
            elif not found or found[-1][1] is not date:
                break
        elif word.pos == "PROPN" and (place := mentions.actors.place_at(word)) is not None and place.country:
            places.append(word)
        elif word.lower == "from" and any(0 < m.start - word.start <= BEFORE for m in dates):
            continue  # "to Prague FROM 3 to 5 May and Riga"
        elif word.lower not in BESIDE and word.dep not in {"compound", "amod", "nmod"}:
            break
    last = found[-1][1] if found else None
    between = sentence.words_between(last.end, places[0].start) if last is not None and places else ()
    if any(w.lower in THEN for w in between):
        found.append((tuple(places), None))
    states = [{p.country for w in goals if (p := mentions.actors.place_at(w)) is not None} for goals, _ in found]
    apart = all(not one & other for at, one in enumerate(states) for other in states[at + 1 :])
    return found if len(found) > 1 and apart else []


def _times_of(mentions: Mentions, frame: Frame) -> list[DateMention]:
    """The years, or months apart, of several journeys: "visited Oslo IN 1996, 2003 AND LAST YEAR"; else none."""
    trigger = frame.trigger
    several = trigger.is_verb and frame.kind in GOING and frame.kind is not Kind.STAY
    if not several and trigger.tag != "NNS":
        return []
    found: list[DateMention] = []
    heads = () if trigger.is_verb else (trigger.head,)  # "PAID visits"
    dates = mentions.dates_in(trigger.end, trigger.sentence.end)
    for mention in dates if len(dates) > 1 else ():
        between = trigger.sentence.words_between(found[-1].end, mention.start) if found else ()
        again = any(w.lower in {"again", "then", "more"} for w in between)
        apart = not found or (mention.when and found[-1].when and _are_apart(found[-1].when, mention.when, again=again))
        word = trigger.sentence.word_at(mention.start)
        told = next((up for up in word.ancestors() if up is trigger or up.is_verb), None) if word is not None else None
        if mention.timex_type != "DATE" or not apart or told not in {trigger, *heads}:
            break
        if any(w.lower not in LISTED for w in between):
            break
        found.append(mention)
    return found if len(found) > 1 else []


def each_of(mentions: Mentions, frame: Frame) -> list[tuple[Frame, DateMention]]:
    """The frames of the guests of one verb, each with a day: "Kim CAME in 1967 AND LEE IN 1981", "and Lee to Riga in".

    An empty list for one guest, as in "visited the king on Monday and the queen on Tuesday".
    """
    trigger, sentence = frame.trigger, frame.trigger.sentence
    if frame.kind not in GOING or not trigger.is_verb or not frame.visitors:
        return []
    dates = [m for m in mentions.dates_in(trigger.end, sentence.end) if m.when is not None]
    goals = tuple(w for w in frame.goals if dates and w.start < dates[0].start)
    if len(dates) < 2 or any(_is_person(mentions, w) for w in goals):
        return []
    words = sentence.words_between(trigger.end, dates[0].start)
    found = [(replace(frame, goals=goals), dates[0])]
    for one, other in pairwise(dates):
        words = [*words, *(behind := sentence.words_between(one.end, other.start))]
        who = [w for w in behind if w.pos == "PROPN" and _is_person(mentions, w)]
        joint = behind[:1] and behind[0].lower in {"and", ","} and len(behind) < TITLES
        if not who or not joint or any(w.is_verb for w in words):
            break
        apart = (w for w in behind if w.i > who[-1].i and w.head.lower != "of")
        there = tuple(w for w in apart if (p := mentions.actors.place_at(w)) is not None and p.country)
        found.append((replace(frame, visitors=(who[-1],), goals=there or goals), other))
    after = next(iter(sentence.words_between(found[-1][1].end, sentence.end)), None)
    ends = after is None or after.pos == "PUNCT" or after.lower == "and"
    return found if len(found) > 1 and ends else []


def _is_person(mentions: Mentions, word: Word) -> bool:
    return any(a.kind is ActorKind.PERSON for a in mentions.actors.at(word))


def _are_apart(one: EventDate, other: EventDate, *, again: bool) -> bool:
    """Whether two dates are years, months that do not follow one another, or any far apart: "and AGAIN on June 3"."""
    if one.latest is None or other.earliest is None:
        return False
    if again and abs((other.earliest - one.latest).days) > APART:
        return not one.may_overlap(other)
    if one.precision is not other.precision:
        return False
    if one.precision is Precision.YEAR:
        return one != other
    return one.precision is Precision.MONTH and (other.earliest - one.latest).days > 1


def leads_on(trigger: Word) -> bool:
    """Whether a verb leads on to the next stop: "went ON to"; no day ("left ON Monday")."""
    verb = trigger.head if trigger.pos == "ADJ" else trigger  # "IS due in Prague next"
    beside = (c for c in verb.children if c.dep in {"prt", "advmod", "prep"})
    onward = visit_words("support", "onward")
    if trigger.lemma in {"proceed", "continue"}:
        return not any(c.dep == "nsubj" for c in trigger.children)
    return any(c.lower in onward and not any(p.dep == "pobj" for p in c.children) for c in beside)
