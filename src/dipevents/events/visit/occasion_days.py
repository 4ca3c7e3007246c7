"""On which days an occasion is, from the words of its phrase and of its clause.

the two-day summit opened on Monday           Monday and Tuesday
flew in on Friday to attend it on Sunday      the Sunday behind that Friday
an invitation to a summit in Oslo on May 21   that day, though the parser may hang it elsewhere
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.coming import coming, week_later
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.missed import is_off_by_now
from dipevents.events.visit.one_of_several import both_days, either_of
from dipevents.events.visit.stays import length_of, stay_of
from dipevents.events.visit.time import both_days_of
from dipevents.mentions.timing import date_mentions_of
from dipevents.models.event_date import EventDate
from dipevents.reading.clauses import auxiliaries, verb_above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["aimed_at", "days_of_occasion", "invited_for", "is_its_own", "names_occasion", "tellings"]

BEHIND = 9
"""Words behind an occasion's noun in which a participle on its day is looked for."""
PHRASE = 40
"""Words of the phrase of an occasion in which a clause on its day is looked for."""


def names_occasion(word: Word) -> bool:
    """Whether a word may name an occasion."""
    return word.is_noun and word.lemma.lower() in visit_words("nouns", "occasion")


def days_of_occasion(
    mentions: Mentions, word: Word, dated: Sequence[DateMention], verb: Word | None, *, opened: bool = False
) -> EventDate | None:
    """The day of an occasion, or the days from its first to its last: "the TWO-DAY summit opened on Monday".

    Args:
        mentions: The article.
        word: Its noun, or the verb that tells of it.
        dated: The dates of both.
        verb: The verb of its clause.
        opened: Whether the day is told to be the first: "the two-day summit THAT OPENED on Monday has ended".
    """
    will = verb is not None and any(w.lower in {"will", "wo"} for w in auxiliaries(verb))  # "will miss Friday's summit"
    ahead = verb is not None and (will or verb.tag in {"VBZ", "VBP"} or read_status(verb).phase is Phase.PLANNED)
    if ahead and verb is not None and verb.lemma in visit_words("support", "ends"):
        return None  # "is to end on Friday"
    told = (coming(mentions, m) if ahead else m.when for m in dated if m.when and m.timex_type != "DURATION")
    days = [d for d in told if d is not None and d.latest is not None]
    first = next((d for d in days if d.earliest is not None), None)
    named = [m for m in dated if m.timex_type != "DURATION"]
    named = [replace(m, when=coming(mentions, m)) for m in named] if ahead else named
    either = either_of(mentions, named)
    if first is not None and either is not None and either.contains(first):
        return either  # "the summit in JUNE OR JULY"
    if first is None or not first.is_day:
        return first
    last = next((d.latest for d in days if d.earliest is None), None)  # "and runs until Friday"
    if last is not None and first.latest is not None and last > first.latest:
        return EventDate.spanning(first, EventDate.on(last))
    both = (both_days_of(mentions, Frame(verb or word, Kind.NOUN)), both_days(mentions, named))
    if (whole := next((days for days in both if days is not None and days.contains(first)), None)) is not None:
        return whole
    count = length_of(word, dated)
    if not count or count == 1:
        return first
    return first.lasting(count) if opened else stay_of(word, first, count)


def aimed_at(mentions: Mentions, verb: Word | None, dated: list[DateMention]) -> list[DateMention]:
    """The days of what somebody has come for, none before he came: "FLEW IN on Friday TO ATTEND it ON SUNDAY"."""
    aim = verb is not None and verb.tag == "VB" and verb.head.is_verb and any(c.lower == "to" for c in verb.children)
    if verb is None or not aim or read_status(verb.head).phase is not Phase.HAPPENED:
        return dated
    own = {m.start for m in dated}
    came = next(
        (m.when for m in date_mentions_of(mentions, verb.head) if m.start not in own and m.when is not None), None
    )
    later = [replace(m, when=week_later(m.when)) if m.when and came and m.when.ended_before(came) else m for m in dated]
    return [one if one.when is not None else m for one, m in zip(later, dated, strict=True)]


def invited_for(mentions: Mentions, word: Word) -> list[DateMention]:
    """The day right behind an occasion to which somebody is invited, or that opens: "to a summit in Oslo ON MAY 21".

    So is one behind where somebody is: "will be AT THE HANDOVER ON JULY 1".
    """
    verb = verb_above(word)
    if word.dep == "pobj" and word.head.lower == "at":
        behind = mentions.dates_in(word.end, word.sentence.end)[:1]
        return [m for m in behind if mentions.article.text[word.end : m.start].strip() == "on"]
    asked = word.dep == "pobj" and word.head.head.lemma in visit_words("nouns", "invitation")
    if verb is None or not (asked or verb.lemma in visit_words("verbs", "invite") or word.lemma == "opening"):
        return []
    sentence = word.sentence
    day = next(iter(mentions.dates_in(word.end, sentence.end)), None)
    between = sentence.words_between(word.end, day.start) if day is not None else ()
    near = all(w.pos in {"PROPN", "ADP", "DET", "PUNCT"} or w.dep in {"compound", "amod"} for w in between)
    if day is not None and asked and is_off_by_now(word):
        day = replace(day, when=coming(mentions, day))  # "HAS declined an invitation to a ceremony on Monday"
    return [day] if day is not None and near else []


def tellings(word: Word) -> Iterator[Word]:
    """Words that tell of an occasion when it is: "the talks in Prague, which OPEN on Monday", "DUE to open".

    A participle right behind its phrase counts, whatever it hangs on: "will miss a summit STARTING on Monday".
    """
    for below in islice(word.subtree(), PHRASE):
        if below.dep in {"relcl", "acl"} or below.lower in {"due", "scheduled"}:
            yield below
    for behind in word.sentence.words[word.i + 1 : word.i + BEHIND]:
        if behind.text == ",":
            return
        if behind.tag == "VBG" and behind.dep == "advcl" and behind.lemma in {"start", "begin", "open"}:
            yield behind


def is_its_own(start: int, word: Word, opens: Word | None) -> bool:
    """Whether a day stands in the occasion's phrase, or beside the verb that tells that it takes place."""
    day = word.sentence.word_at(start)
    if day is None or opens is None:
        return day is not None and day.is_under(word)
    between = takewhile(lambda up: up is not opens, day.ancestors())  # "is part of work for A SUMMIT in May"
    other = any(names_occasion(up) and up is not word and up.dep == "pobj" for up in between)
    return not (other and opens.lemma == "be")
