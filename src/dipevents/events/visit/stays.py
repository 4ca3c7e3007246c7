"""How long a stay is, and which of its days is told.

a three-day visit, a week-long tour                 so many days
ended a three-day visit on Tuesday                  the last of them is Tuesday
left on Tuesday after a three-day visit to Prague   the same
midway through a three-day visit                    the one in the middle
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.lexicon import read_words
from dipevents.mentions.timing import days_of, is_ahead
from dipevents.models.event_date import EventDate
from dipevents.reading.clauses import auxiliaries, conjuncts, verb_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = [
    "before_leaving",
    "is_come_for",
    "is_last_day",
    "is_left_after",
    "is_of_purpose",
    "is_of_stay",
    "length_of",
    "lowest",
    "own_length",
    "spent",
    "stay_begun",
    "stay_of",
    "stays_behind",
    "verbs_of",
    "whole_tour",
]

UNITS = {"week": 7, "fortnight": 14}
"""Days of what is "long" of a stay."""
OVERNIGHT = 2
"""Days of a stay over one night."""
WAYS = frozenset({"home", "back", "out", "off"})
"""Beside a verb of motion these tell that somebody goes away: "flew HOME", "came BACK"."""
AFTER = frozenset({"after", "following"})
LEGS, LATER = frozenset({"leg", "stop"}), frozenset({"second", "third", "fourth", "fifth", "last", "final", "next"})
"""Parts of a journey, and which of them do not begin it."""
SUMMIT = 5
"""Words behind a length of which one is the noun that lasts so long."""
BEFORE, BEGUN = 3, 8
"""Sentences back to the day from which a distance counts, and those that a report leads with; to what has begun."""
OPENING = frozenset({"ROOT", "ccomp", "acl", "advcl", "conj", "xcomp"})
"""Relations of verbs that tell what has begun."""
LOWER = 3
"""Verbs under one another of "is due to end"."""


def length_of(trigger: Word, found: Iterable[DateMention]) -> int | None:
    """The days that a stay lasts by the words of its phrase and clause; None where they do not tell it."""
    own = (m for m in found if not (_is_of_summit(m, trigger) or _is_of_others(m, trigger)))
    told = next((n for m in own if (n := days_of(m))), None)
    beside = [c for c in trigger.children if c.dep == "conj" and c.lemma in visit_words("ellipsis", "stay")]
    near = [c for verb in (trigger, *beside) for c in verb.children]  # "came on Friday AND STAYED for two nights"
    nights = (w for c in near if c.lower == "for" for w in c.children)
    return told or next((n for c in (*near, *nights) if (n := _long(c))), None)


def _is_of_summit(mention: DateMention, trigger: Word) -> bool:
    """Whether so many days are those of what one comes for: "is due in Oslo on Monday for a two-day SUMMIT"."""
    words = trigger.sentence.words if mention.timex_type == "DURATION" else ()
    noun = next((w for w in islice((w for w in words if w.start >= mention.end), SUMMIT) if w.head.dep == "prep"), None)
    return noun is not None and noun is not trigger and is_come_for(noun)


def _is_of_others(mention: DateMention, trigger: Word) -> bool:
    """Whether so many days are those of others, or of the stay before: "flew to Oslo as REBELS GAVE him two weeks"."""
    word = trigger.sentence.word_at(mention.start)
    if word is not None and word.i and word.sentence.words[word.i - 1].lower in {"in", "within"}:
        return True  # "on her second mission IN A WEEK"
    if word is not None and any(up.lemma in LEGS and _is_later_leg(up) for up in islice(word.ancestors(), SUMMIT * 2)):
        return True  # "flew to Oslo, the last STOP of a three-week trip"
    verb = verb_above(word) if word is not None else None
    if word is not None and verb is trigger and not _goes_away(trigger):
        former = (c for c in trigger.children if c.lower in {*AFTER, "from"})
        if any(word.is_under(phrase) for phrase in former):
            return True  # "arrived in Oslo AFTER TWO DAYS IN RIGA"
    if word is not None and verb is trigger and any(c.lower == "for" for c in trigger.children):
        return _goes_away(trigger) and any(word.is_under(phrase) for phrase in stays_behind(trigger))
    if verb is None or word is None or verb.dep != "advcl" or verb is trigger or trigger.is_under(verb):
        settles = verb is not None and verb is not trigger and verb.lemma in visit_words("support", "settling")
        return settles and word is not None and not word.is_under(trigger)  # "PUT OFF a trip for ten days"
    return any(c.dep == "nsubj" and c.pos != "PRON" and c.lemma != trigger.lemma for c in verb.children)


def _is_later_leg(leg: Word) -> bool:
    """Whether a part of a journey is not the first of it, so that its days have begun before."""
    return any(c.lower in LATER for c in leg.children)


def is_come_for(noun: Word) -> bool:
    """Whether a noun is a summit or a fair that somebody comes for, which may well last longer than the stay."""
    summits = visit_words("occasions", "summits") - visit_words("occasions", "talks")
    if any(c.lower == "with" for c in noun.children):
        return False  # "for a three-day summit WITH KIM"
    return noun.dep == "pobj" and noun.head.lower == "for" and noun.lemma.lower() in summits


def is_of_stay(noun: Word) -> bool:
    """Whether talks are what somebody is in a place for: "IS in Prague on Friday for TALKS": they are to come."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else noun
    return verb.lemma == "be" and verb.tag in {"VBZ", "VBP"}


def is_of_purpose(trigger: Word, when: EventDate | None) -> bool:
    """Whether a date stands behind what somebody is there for: "is in Prague FOR TALKS ON FRIDAY"."""
    starts = [e.start for e in when.evidence if e.start > trigger.end] if when is not None else []
    between = trigger.sentence.words_between(trigger.end, starts[0]) if starts else ()
    return any(w.lower == "for" and w.dep == "prep" for w in between)


def _long(word: Word) -> int | None:
    """Days of "week-long", "weeklong", "overnight", "two nights"."""
    if word.lower in {"weeklong", "week-long"}:
        return UNITS["week"]
    if word.lower == "overnight":  # but "ARRIVED overnight"
        return None if word.head.lemma in visit_words("verbs", "arrive") else OVERNIGHT
    if word.lemma == "night":
        numbers = read_words("dates")["number"]
        whole = {"a", "one"} | ({"the"} if word.dep == "dobj" else set())  # "will spend THE NIGHT there"
        nights = (1 if c.lower in whole else numbers.get(c.lower) for c in word.children)
        return next((int(n) + 1 for n in nights if n), None)
    return next((UNITS[c.lower] for c in word.children if c.lower in UNITS), None) if word.lower == "long" else None


def is_left_after(trigger: Word) -> bool:
    """Whether a day of leaving ends a stay: "left for Oslo ON TUESDAY after a three-day visit to Prague"."""
    after = trigger.dep == "pobj" and trigger.head.lower in AFTER
    verb = trigger.head.head
    counted = trigger.lemma in {"day", "week"} or any(c.lemma in {"day", "week"} for c in trigger.children)
    return after and (_goes_away(verb) or (counted and _comes_from(verb))) and verb.tag in {"VBD", "VBN"}


def stay_of(trigger: Word, when: EventDate, days: int) -> EventDate:
    """So many days of which one or more are known: the last of them, the middle, or the first as the words tell."""
    if when.earliest is None or when.latest is None:
        return when
    if _ends_stay(trigger):
        return EventDate.on(when.latest).ending(days)
    before = days // 2 if _is_halfway(trigger) else 0
    first = EventDate.on(when.earliest).ending(before + 1).begin or when
    return first.lasting(days)


def _ends_stay(trigger: Word) -> bool:
    """Whether the words date the end of a stay: "winding up a three-day visit", "left after a three-day visit"."""
    ends = visit_words("support", "ends")
    before = trigger.dep == "relcl" and {"where", "had"} <= {c.lower for c in trigger.children}
    if before:
        return True  # "arrived on Sunday from Prague, WHERE HE HAD SPENT two days"
    verb = trigger.head
    if any(c.lower == "before" and (c is verb.head or c.dep == "mark") for c in (verb.head, *verb.children)):
        return False  # "leaves on Friday BEFORE ENDING a ten-day tour in Riga"
    if trigger.lower == "back" or any(c.tag == "VBG" and c.lemma in ends for c in trigger.children):
        return True  # "BACK on Sunday from three days in Prague", "spends a week there ENDING on Sunday"
    if (
        trigger.head.lemma in ends
        or (trigger.is_verb and trigger.lemma in ends)
        or _is_done(trigger)
        or any(verb.lemma in ends for verb, _ in verbs_of(trigger))
    ):
        return True
    preposition = trigger.head.lower if trigger.dep == "pobj" else ""
    if preposition == "of":
        stage = trigger.head.head
        ended = stage.dep in {"dobj", "nsubj"} and stage.head.lemma in ends  # "concluded two days OF TALKS"
        return ended or stage.lemma in visit_words("support", "last_stage") or is_last_day(stage)
    verb = trigger.head.head
    return preposition in {*AFTER, "from"} and (_goes_away(verb) or _comes_from(verb))


def _comes_from(verb: Word) -> bool:
    """Whether somebody comes from elsewhere: "ARRIVED in Oslo after two days in Riga", "FLEW to Oslo"."""
    return verb.lemma in {"fly", "go", "come"} or verb.lemma in visit_words("verbs", "arrive")


def stay_begun(mentions: Mentions, frame: Frame, days: int, today: EventDate | None) -> EventDate | None:
    """The days from the report on, where it leads with who came for so many: "ARRIVED in Oslo for a two-day visit".

    So does who begins one further down: "the talks OPENED a two-day visit", "STARTING a two-day visit, Kim said".
    Of who is "ENDING a two-day visit" that day is the last.
    """
    if days <= 1 or today is not None:
        return today.lasting(days) if today is not None and days > 1 else today
    trigger = frame.trigger
    begins, closes = _begun_by(trigger), _closed_by(trigger)
    edge = begins or closes
    verb = edge or trigger
    comes = edge is not None or (frame.kind is Kind.ARRIVE and verb.tag in {"VBD", "VBZ"})
    if mentions.published is None or not comes or verb.dep not in OPENING:
        return None
    sentence = trigger.sentence
    dates = mentions.dates_in(sentence.start, sentence.end)
    dates = [m for m in dates if not (closes and _is_beside_stay(mentions, m, verb))]
    leads = sentence.i <= (BEGUN if edge is not None else BEFORE)
    if not (leads or frame.local == "here") or len(dates) != 1 or dates[0].timex_type != "DURATION":
        return None
    length = sentence.word_at(dates[0].start)
    if length is None or verb_above(length) is not verb:
        return None
    led = {"a", "an", "his", "her", "their", "for"}  # not "WITHIN two days he arrived", "president for three weeks"
    led |= {closes.lower, "up"} if closes is not None else set()  # "WINDING UP two days in Oslo"
    if length.i < verb.i or sentence.words[length.i - 1].lower not in led:
        return None
    today = EventDate.on(mentions.published)
    return today.ending(days) if closes and begins is None else today.lasting(days)


def _is_beside_stay(mentions: Mentions, mention: DateMention, verb: Word) -> bool:
    """Whether a date is that of the report or of what comes next: "ending a visit BEFORE a stop in Oslo ON MONDAY"."""
    when, word = mention.when, verb.sentence.word_at(mention.start)
    told = when is not None and when.is_day and when.earliest == mentions.published
    above = islice(word.ancestors(), SUMMIT) if word is not None else ()
    dateline = told and mention.start < verb.sentence.body
    return dateline or is_ahead(mentions, when) or any(up.lower == "before" and up.head is verb for up in above)


def _closed_by(noun: Word) -> Word | None:
    """The participle by which a stay is just over: "WINDING up two days in Oslo, she said", "ENDING a visit"."""
    verb = noun if noun.is_verb else noun.head  # "WINDING up two days in Oslo" is a stay by itself
    ends = verb.tag == "VBG" and verb.lemma in visit_words("support", "ends") and noun.dep in {"dobj", verb.dep}
    told = ends and verb.dep in {"acl", "advcl"} and not auxiliaries(verb)
    above = verb.head if verb.dep == "advcl" else verb
    return verb if told and read_status(above).phase in {Phase.HAPPENED, Phase.ONGOING} else None


def _begun_by(noun: Word) -> Word | None:
    """The verb by which a visit has just begun: "has OPENED a visit", "STARTING a tour", "KICKED OFF a tour"."""
    verb = noun.head
    beside = {c.lower for c in verb.children}
    opens = verb.lemma in visit_words("support", "begins") or (verb.lemma == "kick" and "off" in beside)
    helped = {w.lower for w in auxiliaries(verb)}
    told = verb.tag in {"VBD", "VBZ"} or (verb.tag == "VBN" and helped in ({"has"}, {"have"}))
    told = told or (verb.tag == "VBG" and not helped and verb.dep in {"acl", "advcl"})
    told = told or (verb.tag == "VB" and verb.head.lemma in visit_words("verbs", "arrive"))  # "ARRIVED to begin a tour"
    clause = verb.head if verb.dep in {"advcl", "xcomp"} else verb  # "WILL FLY there, starting a tour"
    begun = noun.dep == "dobj" and opens and told
    return verb if begun and read_status(clause).phase in {Phase.HAPPENED, Phase.ONGOING} else None


def whole_tour(found: list[DateMention]) -> EventDate | None:
    """The days of a tour on which a guest comes later: "came on Tuesday on a six-day tour BEGUN ON SATURDAY"."""
    day = next((m.when for m in found if m.when is not None and m.when.is_day), None)
    tours = (m.when for m in found if m.timex_type == "DURATION" and m.when is not None)
    return next((t for t in tours if day is not None and t.contains(day) and t.earliest != day.earliest), None)


def is_last_day(word: Word) -> bool:
    """Whether a word is the day of "on the LAST day of a three-day visit"."""
    return word.lemma == "day" and any(c.lower in {"last", "final", "closing"} for c in word.children)


def _is_done(trigger: Word) -> bool:
    """Whether the perfect tells a stay as done: "has just made a four-day visit", "during the visit he has praised"."""
    stayed = trigger.is_verb and trigger.lemma in {"be", "spend", "stay"}  # "HAS BEEN in Oslo for three days"
    verb = trigger if stayed else next((up for up in islice(trigger.ancestors(), 3) if up.is_verb), None)
    if verb is None or verb.tag != "VBN" or not (stayed or trigger.head is verb or trigger.head.lower == "during"):
        return False
    if verb.lemma in visit_words("support", "begins"):
        return False  # "HAS BEGUN a two-day visit"
    helpers = auxiliaries(verb)
    return any(w.lemma == "have" for w in helpers) and not any(w.lower in {"been", "to"} for w in helpers)


def _is_halfway(trigger: Word) -> bool:
    """Whether the words tell the middle of a stay: "midway through a three-day visit"."""
    preposition = trigger.head
    if trigger.dep != "pobj" or preposition.lower != "through" or not preposition.i:
        return False
    return trigger.sentence.words[preposition.i - 1].lower in visit_words("support", "midway")


def own_length(mentions: Mentions, trigger: Word) -> int | None:
    """The days of a stay whose noun counts them itself, or that is summed up: "after THREE DAYS in Prague".

    "leaves on her first foreign trip, A TEN-DAY TOUR of Asia"
    """
    dates = mentions.dates_in(trigger.sentence.body, trigger.sentence.end)
    if trigger.is_verb or trigger.lemma not in {"day", "week"}:
        return next((n for m in dates if _sums_up(m, trigger) and (n := days_of(m))), None)
    return next((n for m in dates if m.start <= trigger.start < m.end and (n := days_of(m))), None)


def _sums_up(mention: DateMention, trigger: Word) -> bool:
    """Whether so many days are those of a second noun for what a trigger tells, however the parse hangs it."""
    words, count = trigger.sentence.words, trigger.sentence.word_at(mention.start)
    if mention.timex_type != "DURATION" or count is None or not trigger.i + 1 < count.i:
        return False
    opens = words[count.i - 2].text == "," and words[count.i - 1].lower in {"a", "an"}
    noun = next((w for w in words[count.i :] if w.start >= mention.end), None)
    named = noun is not None and noun.lemma in visit_words("nouns", "visit")
    return opens and named and not any(w.is_verb for w in words[trigger.i + 1 : count.i])


def spent(verb: Word, mention: DateMention) -> int | None:
    """The days that somebody stays all through, told by their name: "is SPENDING THE WEEK there"."""
    whole = any(c.dep in {"dobj", "npadvmod"} and mention.start <= c.start < mention.end for c in verb.children)
    return mention.when.days if verb.lemma == "spend" and whole and mention.when is not None else None


def before_leaving(mentions: Mentions, frame: Frame) -> int | None:
    """The days after which somebody leaves or goes home: "left on Tuesday AFTER three days of talks"."""
    verb = frame.trigger
    if not _goes_away(verb) or (frame.kind is Kind.LEAVE and frame.goals):
        return None
    for child in stays_behind(verb):
        if any(w.lower == "overnight" and w.head.is_noun for w in child.subtree()):
            return OVERNIGHT
        for mention in mentions.dates_in(verb.sentence.body, verb.sentence.end):
            word = verb.sentence.word_at(mention.start)
            if word is not None and word.is_under(child) and (days := days_of(mention)):
                return days
    return None


def stays_behind(verb: Word) -> list[Word]:
    """The phrases of stays that are over: "left Oslo AFTER three days of talks", "AT THE END of a five-day mission"."""
    last = visit_words("support", "last_stage")
    phrases = (c for c in verb.children if c.dep == "prep" or (c.dep == "advcl" and c.lemma == "show"))
    return [
        c
        for c in phrases
        if c.lower in AFTER
        or (c.lower == "at" and any(p.lemma in last for p in c.children))
        or (c.lower in {"with", "show"} and any(map(_is_of_talks, islice(c.subtree(), SUMMIT * 2))))
    ]


def _is_of_talks(word: Word) -> bool:
    """Whether a word is the days of "flew home with little to show for two DAYS of talks"."""
    of = (p for c in word.children if c.lower == "of" for p in c.children)
    return word.lemma in {"day", "week"} and any(p.lemma in visit_words("nouns", "meeting") for p in of)


def _goes_away(verb: Word) -> bool:
    """Whether somebody leaves or goes back: left, returned, flew home, came back."""
    if not verb.is_verb:
        return False
    leaving = verb.lemma in visit_words("verbs", "leave") or verb.lemma == "return"
    return leaving or any(c.lower in WAYS and c.dep in {"advmod", "prt", "prep", "dobj"} for c in verb.children)


def verbs_of(noun: Word) -> Iterator[tuple[Word, bool]]:
    """The verbs that tell of a stay, and whether it is their subject: "the visit ends", "ended his visit"."""
    if noun.dep in {"nsubj", "nsubjpass"} and noun.head.is_verb:
        yield from ((verb, True) for verb in _in_turn(noun.head))
    if noun.dep == "dobj" and noun.head.is_verb:
        yield noun.head, False
    for below in noun.children:
        if below.dep in {"relcl", "acl"} and below.is_verb:
            yield from ((verb, True) for verb in _in_turn(below))
    for named in (p for c in noun.children if c.dep == "prep" for p in c.children if p.pos == "PROPN"):
        for below in named.children:  # "his visit to Prague, which ended on Friday"
            if below.dep == "relcl" and below.is_verb and any(c.lower in {"which", "that"} for c in below.children):
                yield from ((verb, True) for verb in _in_turn(below))


def _in_turn(verb: Word) -> Iterator[Word]:
    """What happens, and what happens next of the same: "will BEGIN on Monday and END on Friday"."""
    yield lowest(verb)
    for also in conjuncts(lowest(verb)):
        if also.is_verb and not any(c.dep in {"nsubj", "nsubjpass"} for c in also.children):
            yield lowest(also)


def lowest(verb: Word) -> Word:
    """The verb of what happens: of "is due to END", the infinitive."""
    for _ in range(LOWER):
        below = next((c for c in verb.children if c.dep in {"xcomp", "acomp"} and c.i > verb.i), None)
        if below is None or not (below.is_verb or below.pos == "ADJ" or any(c.lower == "to" for c in below.children)):
            break
        verb = below
    return verb
