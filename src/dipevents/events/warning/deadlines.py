"""By when the target of a warning is to act.

by noon on Friday; before 1 June                 a day
within ten days; gave Lima 48 hours to …         so long after the warning, or else after the report of it
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from dipevents.events.warning.content import date_of_speech, ending, sets_deadline
from dipevents.events.warning.lexicon import is_of
from dipevents.lexicon import read_words
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, phrase

if TYPE_CHECKING:
    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["deadline_of"]

_BOUNDS = frozenset({"by", "within", "until", "till", "before", "in"})
_DURATION = re.compile(r"P(?:(\d+)([DWM])|T(\d+)H)")
_DAYS = {"D": 1, "W": 7, "M": 30}
_HOURS = 24
WEEK = 7


def deadline_of(mentions: Mentions, trigger: Trigger, content: Content, kind: WarningKind) -> EventDate | None:
    """The date by or within which the target is to act, or None where none is told or it cannot be counted.

    A caution only says by when the danger may come ("could attack by 2029"), unless it names a time limit as such.
    """
    verb = ending(trigger.word)
    if verb is not None:
        over = (m.when for m in mentions.dates_in(verb.end, trigger.word.sentence.end) if m.when is not None)
        if (day := next(over, None)) is not None:
            return day
    if not content.words:
        return None
    sentence = content.words[0].sentence
    own = phrase(trigger.word)[:1] if trigger.word.is_noun else (trigger.word,)  # "a 48-HOUR ultimatum"
    near = (*own, *content.words) if trigger.word.sentence is sentence else content.words
    first, last = min(w.start for w in near), max(w.end for w in near)
    awaited = kind is not WarningKind.CAUTION
    for mention in mentions.dates_in(first, last):
        word = sentence.word_at(mention.start)
        if word is None:
            continue
        limit = sets_deadline(mention, word)
        bound = limit or (awaited and _is_bound(mention, word))
        if mention.when is not None and bound and mention.when != date_of_speech(mentions, trigger, content):
            if not limit and _is_of_past(mentions, mention, word):
                continue
            return _to_come(mentions, mention, mention.when)
        for_so_long = bound and sentence.words[word.i - 1].lower != "by"  # not "delay it BY 48 HOURS"
        if mention.timex_type == "DURATION" and (for_so_long or _is_left(mention, word)):
            return _counted(mentions, trigger, content, mention)
    return None


def _is_of_past(mentions: Mentions, mention: DateMention, word: Word) -> bool:
    """Whether a date tells what was: "the men who SHOT at the guards IN MAY", "the prisoners taken IN 1983"."""
    over = mention.when.latest if mention.when is not None else None
    before = word.sentence.words[word.i - 1].lower if word.i else ""
    gone = over is not None and mentions.published is not None and over < mentions.published and before == "in"
    told = (up for up in word.ancestors() if up.dep == "relcl")
    # "troops who HAD COME in January"
    return gone or any(up.tag == "VBD" or any(h.lower == "had" for h in auxiliaries(up)) for up in told)


def _is_bound(mention: DateMention, word: Word) -> bool:
    """Whether an expression stands behind "by", "within" or the like, or begins so."""
    before = word.sentence.words[word.i - 1].lower if word.i else ""
    return bool(_BOUNDS & {before, mention.text.split()[0].lower()})


def _is_left(mention: DateMention, word: Word) -> bool:
    """Whether it is the time that somebody has to act: "gave Lima 48 HOURS TO leave", "has A WEEK"."""
    head = word
    while head.head.start < mention.end and head.head.i > head.i:
        head = head.head
    verb = head.head.head if head.dep == "appos" else head.head  # "gave the envoy 48 HOURS", hung on him
    return head.dep in {"appos", "dobj", "npadvmod"} and is_of(verb, "leaving")


def _to_come(mentions: Mentions, mention: DateMention, when: EventDate) -> EventDate:
    """The next day of its name: "by Friday" is no Friday that is over."""
    named = any(w in read_words("dates")["weekday"] for w in mention.text.lower().split())
    last, today = when.latest, mentions.published
    if not named or last is None or today is None or not 0 < (today - last).days < WEEK:
        return when
    later = EventDate.on(last).shifted(WEEK).edtf
    return EventDate.from_edtf(f"../{later}" if when.earliest is None else later).quoting(*when.evidence)


def _counted(mentions: Mentions, trigger: Trigger, content: Content, mention: DateMention) -> EventDate | None:
    """The last day of so long a time after the warning; about that day, where only the day of the report is known."""
    told = _DURATION.fullmatch(mention.timex_value)
    if told is None:
        return None
    days = ceil(int(told[3]) / _HOURS) if told[3] else int(told[1]) * _DAYS[told[2]]
    spoken = date_of_speech(mentions, trigger, content)
    begin = spoken.earliest if spoken is not None and spoken.is_day else None
    base, about = (begin, "") if begin is not None else (mentions.published, "~")
    if base is None or days > (date.max - base).days:
        return None
    words = Evidence.of(mentions.article.text, mention.start, mention.end)
    return EventDate.from_edtf(f"../{base + timedelta(days)}{about}").quoting(words)
