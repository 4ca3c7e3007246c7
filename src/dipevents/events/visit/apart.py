"""Which dates in the clause of a visit are those of another event.

his first trip since the coup in March                     the coup's
a visit ahead of Tuesday's talks                           the talks'
the trip followed a vote on Monday                         the vote's
the trip, which was called off on Monday                   the decision's
they had met in Oslo, he said in an interview on Monday    the interview's
she agreed on Monday to visit Oslo                         the agreement's
came to prepare for the king's visit in May                the king's
praised the April 3 accord in Oslo                         the accord's
his first tour of 2024                                     nobody's
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.goals import comes_back
from dipevents.mentions.timing import date_mentions_of, is_ahead, top_of
from dipevents.reading.clauses import auxiliaries, clause, fillers, governor
from dipevents.reading.grammar import is_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = [
    "at_saying",
    "before_where",
    "in_where",
    "lasts",
    "month_behind",
    "names_a_thing",
    "of_other_event",
    "own_saying",
    "right_behind",
    "where_above",
]

UP = 5
"""Words above a stay up to the verb by which one tells of it."""
YEAR, MONTH = 4, 7
"""Lengths of TIMEX3 values: what happens after an event of a year is mostly of that year."""
GUEST = frozenset({"he", "she", "they", "him", "her", "them"})
"""What stands for who came, in a clause with "where"."""
PHRASE = 40
"""Words of a phrase in which a clause with "where", or the end, is looked for."""
COUNTED = frozenset({"first", "second", "third", "last", "final", "only"})
"""With these a year tells within what one counts."""
HAPPENING = tuple(
    ("nouns", name) for name in ("occasion", "meeting", "visit", "stop", "attendance", "gesture", "audience")
)
"""What happens on a day that it is called by: "a May 3 MEETING"."""
AT_ONCE = frozenset({"before", "after", "on", "upon", "as", "when", "while"})
"""Before what was done on the day of a saying: "said on Monday BEFORE leaving", "AS he arrived"."""


def of_other_event(mention: DateMention, trigger: Word, frame: Frame, *, ahead: bool = False) -> bool:
    """Whether a date stands in a phrase that relates the visit to something else.

    Args:
        mention: The date.
        trigger: The word of the visit, or the verb that has it.
        frame: The frame.
        ahead: Whether the date lies behind the publication day, and so is that of no decision told.
    """
    word = trigger.sentence.word_at(mention.start)
    if word is None or _is_denied(word):
        return True
    joint = (c for c in trigger.children if c.dep == "conj" and c.pos == "PROPN" and trigger.pos == "NOUN")
    another = any(c.i < word.i for c in joint)  # "ahead of the trip and KALNS ON FRIDAY sought to"
    another = another or (len(mention.timex_value) == YEAR and _counts_within(word))
    if another or names_a_thing(mention, word, trigger) or _is_remembered(mention, word, trigger):
        return True
    through = list(takewhile(lambda up: up is not trigger and not up.is_verb, word.ancestors()))
    verb = next(islice(word.ancestors(), len(through), None), trigger)
    said = visit_words("nouns", "statements") if frame.kind not in {Kind.SPEAK, Kind.TELL} else frozenset()
    inside = {w.i for w in trigger.sentence.words_between(mention.start, mention.end)}
    for up in through:
        if up.i in inside:
            continue
        if up.lemma in said:
            return True  # "that they had met in Prague, he said in an INTERVIEW on Friday"
        if any(c.dep == "pobj" and _is_hour(c, mention) for c in up.children):
            continue  # "shortly after dawn on Tuesday", "after four in the afternoon"
        stays = lasts(frame) and up.head.lemma not in visit_words("nouns", "visit")  # not "on his first VISIT since"
        if up.lower in visit_words("support", "relations") and not (up.lower in {"since", "until"} and stays):
            by_the_end = up.lower in {"before", "until"} and (" end of " in mention.text or "weekend" in mention.text)
            in_the_year = up.lower in {"after", "following"} and mention.timex_value in mention.text
            return not (by_the_end or (in_the_year and len(mention.timex_value) == YEAR))
    if verb is not trigger and trigger.dep == "pobj" and _is_apart(trigger):
        return True
    if verb is not trigger and (
        (not (ahead and word.i > trigger.i) and _of_decision(mention, verb, trigger, frame))
        or _of_next_leg(verb, trigger)
        or _of_deed_before(verb, trigger)
        or (verb.dep == "advcl" and any(c.lower == "having" for c in verb.children))  # "HAVING LANDED on Tuesday"
        or _of_forerunner(word, verb, trigger)
    ):
        return True
    out = verb is trigger and not ahead and _of_pulling_out(mention, frame)
    out = out or (trigger.lower != "since" and _of_what_is_beside(word, verb))
    if out or _of_others_plan(mention, through, verb, trigger):
        return True
    above = list(takewhile(lambda up: up is not trigger, word.ancestors()))
    once = {c.lower for c in verb.children if verb.tag == "VBN" or c.lower != "first"} & visit_words("support", "once")
    if once and read_status(trigger).phase is Phase.PLANNED:
        return True  # "was ORIGINALLY planned for May"
    beside = (up for up in above if not trigger.is_under(up))  # not "SINCE Kim began a visit on Friday"
    since = any(c.lower == "since" and c.dep == "mark" for up in beside for c in up.children)
    return since or (not lasts(frame) and any(up.lower == "since" for up in above))


def _is_denied(word: Word) -> bool:
    """Whether a date is the one that is not meant: "on Friday, NOT ON THURSDAY", "rather than", "instead of"."""
    led = [w.lower for w in word.sentence.words[max(word.i - 3, 0) : word.i]]
    led = led[:-1] if led[-1:] in (["on"], ["in"]) else led
    return led[-1:] == ["not"] or led[-2:] in (["rather", "than"], ["instead", "of"])


def _is_apart(noun: Word) -> bool:
    """Whether a visit stands in a phrase that is of another time than its verb."""
    if noun.head.lower in {"against", "over", "about"}:
        return True  # "marched on Monday AGAINST a visit by Kim"
    # "flies to Oslo on Monday, WITH A POSSIBLE VISIT to Riga"
    return noun.head.lower == "with" and noun.head.head.is_verb and read_status(noun).phase is Phase.POSSIBLE


def _of_pulling_out(mention: DateMention, frame: Frame) -> bool:
    """Whether a past day stands right behind a verb of deciding not to come: "PULLED OUT on Friday, without a word"."""
    between = frame.trigger.sentence.words_between(frame.trigger.end, mention.start)
    out = frame.kind is Kind.ABSENT and frame.trigger.lemma in visit_words("support", "staying") - {"stay"}
    return out and not any(w.lower in {"of", "from"} for w in between)


def _of_what_is_beside(word: Word, verb: Word) -> bool:
    """Whether a date is of what stands before it: "AHEAD of elections on June 3", "SINCE KIM in May"."""
    at = word.head if word.dep == "pobj" else word
    last = word.sentence.words[at.i - 1]
    above = takewhile(lambda up: up is not verb, (last, *last.ancestors()))
    led = {up.lower for up in above if up.i < at.i - 1}
    return "ahead" in led or ("since" in led and at.lower == "in" and last.pos in {"NOUN", "PROPN"})


def _is_hour(word: Word, mention: DateMention) -> bool:
    """Whether a word is an hour of the day, by its name or by its number."""
    clock = mention.timex_type == "TIME" and word.tag == "CD"
    clock = clock or (word.lower in {"a.m.", "p.m.", "am", "pm"} and any(c.tag == "CD" for c in word.children))
    return clock or word.lemma in visit_words("support", "hours")


def _of_forerunner(word: Word, verb: Word, trigger: Word) -> bool:
    """Whether a day is that of what a visit comes after: "her visit FOLLOWED a vote on Friday", "on the heels of"."""
    if verb.i > word.i or not any(c.dep == "nsubj" and (c is trigger or trigger.is_under(c)) for c in verb.children):
        return False
    if verb.lemma in {"follow", "precede"}:
        return any(c.dep == "dobj" and c.i < word.i for c in verb.children)
    phrases = fillers(c for c in verb.children if c.dep == "prep" and c.i < word.i)
    return any(p.lower in {"heels", "back", "wake"} for p in phrases)


def lasts(frame: Frame) -> bool:
    """Whether a frame tells of being somewhere, which may be SINCE a day: also of being a guest, or ON A VISIT."""
    trigger = frame.trigger
    on = trigger.dep == "pobj" and trigger.head.lower == "on" and trigger.head.head.lemma == "be"
    verb = trigger.head.head if on else trigger
    going_on = on or (frame.kind is Kind.VISIT and verb.tag == "VBG")  # "has been VISITING Prague since Monday"
    perfect = going_on and any(w.lower in {"has", "have", "had"} for w in auxiliaries(verb))
    return perfect or frame.kind is Kind.STAY or trigger.lemma == "be"


def _counts_within(year: Word) -> bool:
    """Whether a year only tells within what one counts: "his FIRST tour OF 2017"."""
    noun = year.head.head
    of = year.dep == "pobj" and year.head.lower == "of"
    return of and any(c.lower in COUNTED for c in noun.children)


def names_a_thing(mention: DateMention, word: Word, trigger: Word) -> bool:
    """Whether a date belongs to the name of a thing, "the 2001 PRIZE", "the May 3 ACCORD"; an occasion's is its day."""
    last = top_of(mention, word)
    noun, named = last.head, last.dep in {"nummod", "compound", "nmod", "amod"}
    if not named or noun is trigger or not noun.is_noun or noun.lemma.lower() in visit_words("support", "times"):
        return False
    if len(mention.timex_value) == YEAR:
        return noun.lemma.lower() not in visit_words("nouns", "occasion")
    happens = noun.head.lemma in visit_words("verbs", "deed")  # "SIGNED a May 3 accord"
    happens = happens or any(noun.lemma in visit_words(*name) for name in HAPPENING)
    return noun.pos == "NOUN" and last.i < noun.i and not happens


def _is_remembered(mention: DateMention, word: Word, trigger: Word) -> bool:
    """Whether a date is that of what a feast is held for: "a parade MARKING the end of the war IN 1945"."""
    wordy = mention.text.split()
    of_old = any((len(w) == YEAR and w.isdigit()) or w == "War" for w in wordy)
    marking = visit_words("support", "marking")
    above = takewhile(lambda up: up is not trigger, (word, *word.ancestors()))
    return of_old and any(up.lemma in marking and word.i > up.i for up in above)


def _of_others_plan(mention: DateMention, through: Iterable[Word], verb: Word, trigger: Word) -> bool:
    """Whether a day is that of what others do and one comes about: "to brief him on THE KING'S VISIT in May"."""
    about = verb.lemma in visit_words("support", "preparing")
    if verb is trigger and not about:
        return False
    last = next((w for w in reversed(trigger.sentence.words) if w.end <= mention.start and w.pos != "ADP"), verb)
    beside = takewhile(lambda up: up is not verb, (last, *last.ancestors())) if about and last.is_under(verb) else ()
    nouns = visit_words("nouns", "visit") | (visit_words("nouns", "meeting") if about else frozenset()) | {"that"}
    return any(up is not trigger and up.lemma in nouns and _is_owned(up) for up in (*through, *beside))


def _is_owned(noun: Word) -> bool:
    """Whether a noun tells whose it is by more than a pronoun: "the KING'S visit", "a visit BY the king"."""
    named = any(c.dep == "poss" and c.pos != "PRON" for c in noun.children)
    of = (c for c in noun.children if c.dep == "prep" and c.lower in {"of", "by", "between"})
    return named or any(w.pos == "PROPN" or c.lower != "of" for c in of for w in c.children)


def _of_next_leg(verb: Word, trigger: Word) -> bool:
    """Whether a day is that of going on or back: "is in Oslo and FLIES to Prague on Friday", "RETURNED on Friday"."""
    own = trigger if trigger.is_verb or trigger.dep != "dobj" else trigger.head  # "CUT short a stay and is due back"
    while own.dep == "xcomp" and verb.head is not own:
        own = own.head  # "WAS to stay until Friday but flew home on Monday"
    beside = verb.dep == "conj" and verb.head is own and verb.i > own.i
    guest = trigger.head if trigger.dep == "relcl" else None  # "Kim, who was in Oslo, was DUE in Prague on Friday"
    if not beside and (guest is None or guest.head is not verb or guest.dep not in {"nsubj", "nsubjpass"}):
        return False
    leaves = verb.lemma == "return" or (beside and verb.lemma in visit_words("verbs", "leave"))
    if leaves or any(c.lower == "home" for c in verb.children):
        return True
    moves = visit_words("verbs", "arrive", "go") | {"be"}
    ahead = (c for c in verb.children if c.dep == "acomp" and c.lower in visit_words("presence", "due"))
    goals = (w for above in (verb, *ahead) for w in clause(above).oblique("to", "into", "in"))
    times = visit_words("support", "times")  # "the last time he was in Oslo was in APRIL"
    return verb.lemma in moves and any(w.pos == "PROPN" and w.lower not in times for w in goals)


def _of_deed_before(verb: Word, trigger: Word) -> bool:
    """Whether a day is that of a deed before a plan: "MET him on Monday and was to FLY on to Oslo"."""
    own = trigger
    while own.dep == "xcomp" and own.head is not own:
        own = own.head
    if own.dep != "conj" or own.head is not verb or read_status(verb).phase is not Phase.HAPPENED:
        return False
    return "to" in {c.lower for c in trigger.children} and own.tag == "VBD" and own is not trigger


def _of_decision(mention: DateMention, verb: Word, trigger: Word, frame: Frame) -> bool:
    """Whether a past day is that of deciding on a visit: "AGREED on Friday to go", "the trip, put off in May"."""
    word, settles = trigger.sentence.word_at(mention.start), visit_words("support", "settling")
    settled = trigger.dep == "dobj" and trigger.head.lemma in settles
    if settled and trigger.head is not verb and trigger.head.is_under(verb):
        return read_status(trigger).phase is Phase.DENIED  # "troops closed in on Friday, as Kim CALLED OFF a trip"
    if word is None or verb.lemma not in settles:
        return False
    if len(mention.timex_value) in {YEAR, MONTH} and read_status(trigger).phase is Phase.DENIED:
        return False  # "called off a trip IN 2021", "scrapped a visit LAST MAY"
    if trigger.is_verb and (trigger is not frame.trigger or word.i > trigger.i or not _is_decided(trigger, verb)):
        return False
    if any(c.lower in {"for", "until", "to"} and word.is_under(c) for c in verb.children):
        return False  # "was put off until May"
    said = verb.dep == "acl" and verb.lemma not in visit_words(
        "support", "scheduling"
    )  # "the visit, ANNOUNCED on Friday"
    return verb.tag == "VBD" or (verb.tag == "VBN" and (said or bool(auxiliaries(verb))))


def _is_decided(trigger: Word, verb: Word) -> bool:
    """Whether an infinitive tells what is decided: "agreed TO VISIT Prague", "accepted an invitation TO VISIT it"."""
    path = (trigger, *takewhile(lambda up: up is not verb, trigger.ancestors()))
    return trigger.tag == "VB" and trigger.is_under(verb) and all(w.dep in {"xcomp", "acl", "dobj"} for w in path)


# --- beside a clause with "where"


def before_where(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """The dates of the clause that a clause with "where" explains: "on May 3 in Prague, WHERE he arrived by train"."""
    above, hung = where_above(trigger), trigger.head.head.head
    if above is None or comes_back(above):
        return []
    if hung is not above and not mentions.dates_in(hung.start, hung.end):  # "on May 3-4 in Prague, where"
        return []
    return [m for m in date_mentions_of(mentions, above) if m.timex_type != "DURATION"]


def where_above(trigger: Word) -> Word | None:
    """The verb of the place that a clause with "where" explains: "FLEW to Prague, where he met Zeman"; or None."""
    if trigger.dep != "relcl" or not any(c.lower == "where" for c in trigger.children):
        return None
    above = governor(trigger.head)
    return above if above is not None and above.is_verb else None


def in_where(mentions: Mentions, frame: Frame, *, ahead: bool) -> list[DateMention]:
    """The one day to come of what will be done in the place: "flies to Oslo, WHERE Zeman EXPECTS him ON MONDAY".

    Of a journey that is over it is that of what befell the guest: "went to Oslo, WHERE Zeman GAVE HIM tea ON MONDAY".
    """
    trigger, sentence = frame.trigger, frame.trigger.sentence
    present = trigger.tag in {"VBZ", "VBP"}
    if present and trigger.lemma == "be":
        return []  # "IS in Oslo, where he will speak on Monday"
    below = (c for goal in frame.goals for c in goal.children if c.dep == "relcl" and c.i > trigger.i)
    clauses = [c for c in below if any(w.lower == "where" for w in islice(c.subtree(), PHRASE))]
    over = not (ahead or present)
    if over:
        clauses = [c for c in clauses if c.tag == "VBD" and any(w.lower in GUEST for w in c.children)]
    told = [m for m in mentions.dates_in(trigger.end, sentence.end) if m.when is not None and m.when.is_day]
    days = [m for m in told if (w := sentence.word_at(m.start)) and any(w.is_under(c) for c in clauses)]
    same = len({m.when for m in days}) == 1
    return [m for m in days[:1] if same and is_ahead(mentions, m.when) is not over]


def right_behind(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """A date right behind the phrase of a visit, whatever it hangs on: "ahead of her visit NEXT MONTH"; no day past."""
    end = max(w.end for w in islice(trigger.subtree(), PHRASE))
    behind = mentions.dates_in(end, trigger.sentence.end)[:1]
    gap = mentions.article.text[end : behind[0].start].strip() if behind else ","
    told = [m for m in behind if gap in {"", "on", "in"} and m.when is not None]
    return [m for m in told if is_ahead(mentions, m.when) or not (m.when is None or m.when.is_day)]


def month_behind(mentions: Mentions, trigger: Word) -> list[DateMention]:
    """A month or a year right behind a visit that somebody speaks of: "recalled his trip to Oslo IN MARCH"."""
    settled = trigger.head.lemma in visit_words("support", "settling")  # "ANNOUNCED a trip in March"
    if trigger.dep != "dobj" or settled or trigger.lemma not in visit_words("nouns", "visit"):
        return []
    end = max(w.end for w in islice(trigger.subtree(), PHRASE))
    behind = mentions.dates_in(end, trigger.sentence.end)[:1]
    text = mentions.article.text
    return [m for m in behind if len(m.timex_value) in {YEAR, MONTH} and text[end : m.start].strip() == "in"]


def at_saying(mentions: Mentions, frame: Frame) -> list[DateMention]:
    """The day of a saying right before or after a deed: "said ON MONDAY before LEAVING for Oslo", "on ARRIVAL".

    A stay that somebody speaks after may have been long before: "said on Monday, after visiting Oslo". Of where one
    is as one speaks, it is that day: "'I AM in Oslo to listen,' he said ON MONDAY".
    """
    trigger, above = frame.trigger, frame.trigger.head
    if (own := own_saying(trigger)) is not None:
        return [
            m for m in date_mentions_of(mentions, own) if m.start > own.end and m.when is not None and m.when.is_day
        ]
    if trigger.dep == "pobj" and above.lower in {"on", "for"} and above.head.tag == "VBG":
        trigger, above = above.head, above.head.head  # "before leaving ON A TRIP to Oslo"
    if trigger.dep == "advcl":
        led = next((c for c in trigger.children if c.dep in {"mark", "advmod"} and c.lower in AT_ONCE), None)
        says = above
    else:
        deed = trigger.tag == "VBG" or trigger.lemma in {"arrival", "departure"}
        led = above if deed and trigger.dep in {"pcomp", "pobj"} and above.lower in AT_ONCE else None
        says = above.head
    stayed = frame.kind in {Kind.VISIT, Kind.STAY} and led is not None and led.lower == "after"
    if led is None or stayed or not is_of(says, "report_verbs"):
        return []
    found = date_mentions_of(mentions, says)
    return [m for m in found if m.end < led.start and m.when is not None and m.when.is_day]


def own_saying(trigger: Word) -> Word | None:
    """The verb by which somebody tells that he is or has come somewhere: "'WE HAVE COME to Oslo,' he SAID"; or None."""
    path = [trigger, *islice(trigger.ancestors(), UP)] if trigger.is_verb else []
    tells = next((up for up in path if any(c.lower in {"i", "we"} and c.dep == "nsubj" for c in up.children)), None)
    if tells is None or any(up.dep not in {"xcomp", "acomp"} for up in takewhile(lambda up: up is not tells, path)):
        return None
    if tells.lemma not in {"be", "come"} | visit_words("verbs", "arrive"):
        return None  # "we want to visit it"
    now = tells.tag == "VBP" or any(c.tag == "VBP" and c.dep == "aux" and c.lemma == "have" for c in tells.children)
    told = [up.head for up in path if up.dep == "ccomp" and (is_of(up.head, "report_verbs") or up.head.tag == "VBD")]
    return told[-1] if now and told else None
