"""Which of a sentence's dates belongs to a trigger word.

Kim visited Russia on Tuesday.                     its own
The minister said Tuesday that Kim visited Seoul.  the saying's, not the visit's
Kim is expected on Tuesday to visit Seoul.         the governing verb's, through control
his three-day visit, which started Sunday          the relative clause's, with the duration
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from dipevents.mentions.controlling import controls, goes_apart, is_of_rank, uppermost
from dipevents.reading.clauses import governor, support_verb
from dipevents.reading.grammar import closed_class, is_of, is_over, phrase, verb_above

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Word

__all__ = [
    "before_when",
    "by_when",
    "date_mentions_of",
    "date_of",
    "days_of",
    "is_ahead",
    "is_day",
    "is_inside",
    "is_of_saying",
    "top_of",
]


FRONT = 3
"""Words of a date that opens a sentence."""
NOUN = frozenset({"NN", "NNS"})
YEAR = 4
"""Digits of a year."""
SEVERAL = 3
"""Verbs beside one another that are looked through."""


def date_of(mentions: Mentions, trigger: Word) -> EventDate | None:
    """The date that the article gives for the event a word names, or None where it gives none.

    A duration beside the date makes it an interval ("a three-day visit from Monday"); a date that is open at one end
    ("the first since 2006") is none.
    """
    found = date_mentions_of(mentions, trigger)
    dated = [m for m in found if m.when is not None and m.when.earliest is not None and m.when.latest is not None]
    if not dated:
        return None
    when = dated[0].when
    days = next((n for m in found if (n := days_of(m))), None)
    if when is not None and days and days > 1 and when.earliest == when.latest:
        return when.lasting(days)
    return when


def date_mentions_of(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The temporal expressions that belong to a word, the closest in the grammar first; what frames another last."""
    found = mentions.dated.get(trigger)
    if found is None:
        found = mentions.dated[trigger] = _ranked(mentions, trigger)
    return found


def _ranked(mentions: Mentions, trigger: Word) -> list[DateMention]:
    sentence = trigger.sentence
    ranked = []
    for mention in mentions.dates_in(sentence.body, sentence.end):
        word = sentence.word_at(mention.start)
        if word is None or _is_gap(word, mention) or _is_of_another(word, trigger):
            continue
        if _named_by(word, mention) not in {None, trigger}:
            continue
        if (rank := _rank(_head(word, mention.end), trigger)) is not None:
            ranked.append((rank, abs(word.i - trigger.i), mention))
    if explained := before_when(mentions, trigger):
        return [*explained, *(m for _, _, m in sorted(ranked, key=lambda r: r[:2]) if m.start != explained[0].start)]
    if len(ranked) < 2:
        return [m for _, _, m in ranked]
    days = [m.when for _, _, m in ranked if m.when is not None]
    # "IN 2014 Kim came to Oslo in May"
    wide = [m.when is not None and any(m.when != day and m.when.contains(day) for day in days) for _, _, m in ranked]
    order = sorted(range(len(ranked)), key=lambda i: (ranked[i][0], wide[i], ranked[i][1]))
    return [ranked[i][2] for i in order]


def before_when(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The date that a clause explains: "have not met since MAY, WHEN he flew to Oslo", "in 2022, WHEN he was there".

    Of days that go on from one it is that one. An empty list where no date stands right before "when".
    """
    verb = trigger if trigger.is_verb else governor(trigger)
    when = next((c for c in verb.children if c.lower == "when"), None) if verb is not None else None
    before = mentions.dates_in(trigger.sentence.body, when.start) if when is not None else []
    if when is None or not before or mentions.article.text[before[-1].end : when.start].strip() != ",":
        return []
    told = before[-1]
    return [replace(told, when=told.when.begin if told.when and told.when.latest is None else told.when)]


def by_when(mentions: Mentions, mention: DateMention) -> EventDate | None:
    """The week, month or year in which something is to be at the latest: "by December", "BY THE END OF THE YEAR".

    None for a day, for what is over on the day of publication, and where no "by" stands before the words.

    Args:
        mentions: The article.
        mention: One of its dates, open to the past.

    Example:
        >>> from datetime import date
        >>> from dipevents import Parser
        >>> mentions = Parser().read("The jets are due by December.", date(2024, 5, 15))
        >>> [str(by_when(mentions, mention)) for mention in mentions.dates]
        ['2024-12']
    """
    when = mention.when
    if when is None or when.earliest is not None or when.latest is None or when.end is None or when.end.is_day:
        return None
    led = mentions.article.text[max(0, mention.start - 4) : mention.start].lower().split()
    over = mentions.published is not None and when.latest < mentions.published
    return when.end if led[-1:] == ["by"] and not over else None


def is_day(mentions: Mentions, word: Word) -> bool:
    """Whether a noun only tells when: "on TUESDAY", "over the WEEKEND"; no "hungry WINTER"."""
    before = word.sentence.words[phrase(word)[0].i : word.i + 1]
    start = next((w.start for w in before if w.pos != "DET"), word.start)
    return any(m.start <= start and word.end <= m.end for m in mentions.dates_in(before[0].start, word.end))


def is_inside(mention: DateMention, word: Word) -> bool:
    """Whether a temporal expression stands in the phrase of a word: "the visit IN MAY".

    Example:
        >>> mentions = dipevents.Parser().read("The visit in May was announced on Monday.")
        >>> visit = mentions.sentences[0].words[1]
        >>> [is_inside(mention, visit) for mention in mentions.dates]
        [True, False]
    """
    at = word.sentence.word_at(mention.start)
    return at is not None and at.is_under(word)


def is_ahead(mentions: Mentions, when: EventDate | None) -> bool:
    """Whether a date lies after the day of publication; False where either is unknown."""
    return bool(when and mentions.published and when.earliest and when.earliest > mentions.published)


def top_of(mention: DateMention, word: Word) -> Word:
    """The word by which a temporal expression hangs on what stands around it, `word` being one of its own."""
    inside = {w.i for w in word.sentence.words_between(mention.start, mention.end)}
    return next((up for up in (word, *word.ancestors()) if up.head.i not in inside), word)


def _is_gap(word: Word, mention: DateMention) -> bool:
    """Whether so many days only part two events: "came on Friday, NINE DAYS AFTER the vote", but "stayed nine days"."""
    if mention.timex_type != "DURATION":
        return False
    words = word.sentence.words
    behind = next((w for w in words[word.i : word.i + 6] if w.start >= mention.end), None)
    lasts = words[word.i - 1].lower == "for" or any(up.lemma in {"spend", "stay"} for up in word.ancestors())
    before = behind is not None and behind.lower == "to" and any(c.pos == "NOUN" for c in behind.children)
    gap = before and words[word.i - 1].lower != "of"  # "three weeks TO THE VOTE", not "a visit of three days to a port"
    return behind is not None and (behind.lower in closed_class("gaps") or gap) and not lasts


def _is_of_another(year: Word, trigger: Word) -> bool:
    """Whether a year is part of another noun's name: "the sale would breach the 2005 ACCORD"."""
    noun = year.head
    inside = year.dep == "nummod" and year.text.isdigit() and len(year.text) == YEAR and noun.is_noun
    return inside and noun is not trigger and not trigger.is_under(noun)


def _named_by(word: Word, mention: DateMention) -> Word | None:
    """What a date names, which something else comes after: "AFTER THE October 7, 2023 ATTACKS"."""
    words = word.sentence.words
    led = [w.lower for w in words[max(word.i - 2, 0) : word.i]]
    behind = next((w for w in words[word.i : word.i + 6] if w.start >= mention.end), None)
    names = led[-1:] == ["the"] and led[0] in closed_class("apart") and behind is not None and behind.tag in NOUN
    return behind if names else None


def _head(word: Word, end: int) -> Word:
    """The head word of an expression that begins at a word and ends at an offset."""
    for _ in range(6):
        if word.head is word or not (word.head.start < end and word.head.i > word.i and word.head.is_noun):
            break
        word = word.head
    return word


def _rank(date: Word, trigger: Word) -> int | None:
    """How closely a date belongs to a trigger: 0 is its own; None where it belongs to something else."""
    holder = date.head if date.dep == "pobj" else date
    behind = trigger.pos == "ADP" and trigger.head.is_noun and holder.i > trigger.i
    # "Kim, in Prague LAST WEEK, said"
    behind = behind and (trigger.head in {holder, holder.head} or _is_next(holder, trigger))
    if date is trigger or behind or (trigger.dep == "relcl" and trigger.head is date):
        return None if date is trigger else 0  # "on Friday, when Iran hosts a summit"
    verb, clause_head = _holder(date, trigger), _clause_verb(trigger)
    if clause_head.dep == "relcl" and clause_head.head is date:
        return 1  # "from 2015, when he paid a visit"
    if verb is trigger:
        return None if is_of_saying(date, trigger) else 0
    if verb is None:
        return None if trigger.sentence.root is not date else 4
    if is_of_saying(date, verb):  # "said ON TUESDAY she hopes to go"
        return 0 if verb.head is trigger else None
    if verb is clause_head or verb is support_verb(trigger):
        return 1 if not is_of(verb, "report_verbs") or verb is trigger else None
    if _tells_of(verb, trigger) or is_of_rank(verb, trigger):
        return 1
    if is_over(verb, clause_head):
        return None
    if verb.i < date.i < clause_head.i and clause_head.dep == "conj" and clause_head.head is verb:
        return None if goes_apart(clause_head) else 3  # "said ON FRIDAY it would not, and SENT an envoy"
    if is_of(verb, "report_verbs"):
        return 1 if _is_before_saying(date, verb, clause_head) else 3 if _is_fronted(date, verb, clause_head) else None
    return 2 if controls(verb, clause_head) else 3 if _is_beside(verb, clause_head) else None


def _holder(date: Word, trigger: Word) -> Word | None:
    """The word that a date hangs on, if it is the trigger, or else the verb."""
    for up in date.ancestors():
        later = _beside_last(up, date) if up.is_verb else up
        aux = up.head is trigger and up.dep in {"aux", "auxpass"}  # "HAD ON WEDNESDAY flown"
        if up is trigger or later is not up or (up.is_verb and not aux):
            return later
    return None


def _beside_last(verb: Word, date: Word) -> Word:
    """The last verb beside another that stands before a date: "landed on Monday and LEAVES for Oslo ON FRIDAY"."""
    for _ in range(SEVERAL):
        beside = [c for c in verb.children if c.dep == "conj" and c.is_verb and verb.i < c.i < date.i]
        if not beside or is_of(beside[-1], "report_verbs"):
            break
        verb = beside[-1]
    return verb


def _is_next(holder: Word, phrase: Word) -> bool:
    """Whether a time stands right behind a phrase."""
    first = min((c.i for c in holder.children if c.i < holder.i), default=holder.i)
    return max(w.i for w in phrase.subtree()) == first - 1


def _is_beside(verb: Word, clause_head: Word) -> bool:
    """Whether the clauses of two verbs stand beside one another and tell of one time."""
    begins = verb.dep == "prep" and is_of(verb, "beginning")  # "spends a week there BEGINNING on Monday"
    there = clause_head.lemma == "be" and clause_head.tag in {"VBP", "VBZ"}
    ahead = {"back", "will"} if all(c.dep != "acomp" for c in clause_head.children) else {"back"}
    if there and any(c.lower in ahead for c in verb.children):
        return False  # "IS in Prague and is expected BACK on Friday", "IS in Prague and WILL meet Lie on Friday"
    if (begins or verb.dep in {"conj", "advcl", "xcomp"}) and verb.head is clause_head:
        return not _is_apart(verb) and not (verb.dep == "conj" and goes_apart(verb))
    return clause_head.dep == "advcl" and clause_head.head is verb and _shares_time(clause_head)


def _is_before_saying(date: Word, verb: Word, told: Word) -> bool:
    """Whether a date that hangs on a saying ends what is said before it: "will tour Peru NEXT WEEK, officials said"."""
    speaker = min(verb.i, *(c.i for c in verb.children if c.dep == "nsubj"), verb.i)
    first = told
    while told is not verb and told.dep in {"xcomp", "acomp", "conj"} and told.head is not told:
        told = told.head
    said = verb.dep == "conj" and verb.head is told  # as the parser has some
    return (said or (told.dep == "ccomp" and told.head is verb)) and first.i < date.i < speaker


def _is_fronted(date: Word, verb: Word, clause_head: Word) -> bool:
    """Whether a date opens a sentence, apart from a saying put in: "On Friday, AN AGENCY SAID, Kim came to Oslo"."""
    behind = date.sentence.words[date.i + 1 : date.i + 3]
    return (
        verb.head is clause_head
        and verb.dep in {"advcl", "parataxis", "ccomp"}
        and date.i < verb.i
        and date.i <= FRONT
        and any(w.text == "," for w in behind)
    )


def _shares_time(verb: Word) -> bool:
    """Whether a clause tells of the time of the verb it hangs on: "left on Sunday, CONCLUDING a visit", "WHEN"."""
    led = [c.lower for c in verb.children if c.dep in {"mark", "prep", "advmod"} and c.i < verb.i]
    meanwhile = verb.tag in {"VBD", "VBG", "VBN"} and led[:1] in (["when"], ["while"]) and not _is_set_against(verb)
    return (verb.tag == "VBG" and not any(c.dep in {"mark", "prep", "advmod"} for c in verb.children)) or meanwhile


def _is_set_against(verb: Word) -> bool:
    """Whether a clause tells of somebody else: "wound up a visit on Monday, WHILE KIM is expected on Friday"."""
    joint = next((c for c in verb.children if c.lower == "while" and c.dep == "mark"), None)
    others = any(c.dep in {"nsubj", "nsubjpass"} and c.pos != "PRON" for c in verb.children)
    return joint is not None and others and joint.i > 0 and verb.sentence.words[joint.i - 1].text == ","


def _is_apart(verb: Word) -> bool:
    """Whether a clause tells of another time than the verb it hangs on: "BECAUSE an envoy was there last month"."""
    return verb.dep == "advcl" and any(
        c.dep in {"mark", "prep"} and c.lower in closed_class("apart") for c in verb.children
    )


def is_of_saying(date: Word, verb: Word) -> bool:
    """Whether a date that the parser hangs on what is said stands beside the saying: "said ON TUESDAY she would go"."""
    above = verb.head
    if verb.dep != "ccomp" or not is_of(above, "report_verbs") or not above.i < date.i:
        return False
    start = min((c.i for c in verb.children if c.dep in {"nsubj", "nsubjpass", "mark", "expl", "csubj"}), default=-1)
    return date.i < start


def _tells_of(verb: Word, noun: Word) -> bool:
    """Whether a clause is about a noun: "the visit, WHICH began"; "a visit to Prague BEGINNING", "which RUNS to"."""
    word = uppermost(verb)
    begins = is_of(verb, "beginning") or is_of(word, "beginning")
    begins = begins or (is_of(verb, "lasting") and not any(c.dep == "dobj" for c in verb.children))
    if begins and noun.dep in {"nsubj", "nsubjpass"} and noun.head is word and word is not verb:
        return True  # "the visit WAS due to begin"
    if noun.is_verb or word.dep not in {"relcl", "acl", "amod"}:
        return False
    between = takewhile(lambda up: up is not noun, word.head.ancestors())
    return word.head is noun or (begins and word.head.is_under(noun) and not any(up.is_verb for up in between))


def _clause_verb(word: Word) -> Word:
    if word.is_verb:
        return word
    return verb_above(word) or word


def days_of(mention: DateMention) -> int | None:
    """Days of a duration with a TIMEX3 value such as P3D or P1W; None for other values and more than 999 of them.

    Example:
        >>> from dipevents import find_dates
        >>> [days_of(mention) for mention in find_dates("He stayed for three days, then for two weeks.")]
        [3, 14]
    """
    value = mention.timex_value
    if mention.timex_type != "DURATION" or value[-1:] not in {"D", "W"} or not value[1:-1].isdigit() or len(value) > 5:
        return None
    return int(value[1:-1]) * (7 if value[-1] == "W" else 1)
