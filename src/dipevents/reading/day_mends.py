"""Days and months that the model hangs where English grammar rules it out, mended in place.

warned on Monday OF WAR                     no day is of anything but a week: the verb is
On Monday ANA HOLT flew home                nobody is called by a day: the subject
President HOLT Monday flew home            nor does a day fly: so is the name before it
On 1 May the COUNCIL, in a note, urged Oslo  nor explains one: the subject of the verb that has none
the party called FRIDAY for a strike        nor named as a day: a time
the council said Friday its CHIEF would go  nor is a day a chief: who does what is said
to Oslo on 5 March and LIMA on 7 March      no place is told beside a month: beside the place before it
who flew in unannounced ON MONDAY           nobody is unannounced on a day: he flies in on it
gave them UNTIL MONDAY to leave             no clause begins with a day: so long they have
the first to come since Kim IN MAY 2005     Kim came then, who comes now does not
jets to be delivered BY 2030                 no year delivers anything: until then it is done
a day AFTER a visit there, he resigned      nor does a day lead to what it is counted from: "after" does
Oslo paid, a day BEFORE he WAS to come      nor is a clause behind "before" a main one, which "and" would join
leaves on a trip, a ten-day TOUR of Peru    nobody leaves a tour: it is what the trip is
a delegation LEFT here on Saturday          nobody is left somewhere by himself: a past
came on Monday and LEAVES on Friday         no bare noun goes on with a verb
a trip to Oslo, STARTING on 5 March, was    no verb behind dates what begins: the noun before does
warned Peru on Monday IT WOULD act          nor does what somebody is told, without a comma: he is told on it
flew to LIMA Monday for talks               no day is called by a place or a person: the preposition has it
will meet HOLT April 12                     nor is a date: he is met then
received on Monday ANA HOLT                 nobody is called by a day: who is received
met Holt on 12 April IN LIMA                nor is a date anywhere: where it happened
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.grammar import has_subject, is_of, is_within, verb_above
from dipevents.reading.main_mends import predicate
from dipevents.reading.tails import hang, hang_subject, make_verb
from dipevents.reading.verb_mends import OF_NOUNS

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "DAYS",
    "act_on",
    "allow_until",
    "begin_then",
    "call_on",
    "come_before",
    "count_from",
    "explain_day",
    "fall_due",
    "is_date",
    "leave_here",
    "leave_then",
    "off_date",
    "off_day",
    "off_manner",
    "off_month",
    "own_day",
    "part_day",
    "since_then",
    "sum_up",
    "tell_on",
]

_PERIODS = frozenset({"week", "month", "year", "may", "march", "weeks"})
DAYS: frozenset[str] = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_FEASTS = frozenset({"ash", "black", "bloody", "cyber", "easter", "giving", "good", "holy", "palm", "super", "whit"})
_MANNERS = frozenset({"alone", "unannounced", "unarmed", "unheralded", "uninvited", "unnoticed", "unseen"})
_LENGTHS = frozenset({"day", "week", "fortnight", "month", "year", "decade", "hour", "minute"})
_TIMED = frozenset({"on", "from", "in", "between", "until"})


def off_day(phrase: Word) -> None:
    """Hangs a phrase on what stands before the day that it was hung on: "warned on Monday OF WAR"."""
    day = phrase.head
    if day.lower not in DAYS or day.dep != "pobj" or phrase.i < day.i or not day.head.i:
        return
    before = phrase.sentence.words[day.head.i - 1]
    of_noun = before.is_noun and phrase.lower == "of"
    counted = any(c.i < day.i for c in day.children)  # "on THE FIRST Monday of April"
    within = counted or any(c.lower in _PERIODS for c in phrase.children)  # "on Monday OF LAST WEEK"
    own_verb = before.is_verb and before is day.head.head
    if (own_verb or of_noun) and not within and not before.is_under(phrase):
        hang([phrase], before)


def off_date(phrase: Word) -> None:
    """Hangs a place on what happened at a date, not on the date: "met Holt on 12 April IN LIMA"."""
    date = phrase.head
    if not is_within(date, "DATE") or not _is_of_calendar(date) or phrase.i < date.i:
        return
    if not any(is_within(c, "FAC", "GPE", "LOC") and not is_within(c, "DATE") for c in phrase.children):
        return
    while is_within(date.head, "DATE") and date.head.i < date.i:
        date = date.head
    timed = date.head if date.dep == "pobj" else date
    if timed.dep in {"npadvmod", "prep"} and timed.i < phrase.i and not timed.is_under(phrase):
        hang([phrase], timed.head)


def _is_of_calendar(date: Word) -> bool:
    """Whether a word is a day, month or year of the calendar, or a part of it: "APRIL", "2023", "the END of June"."""
    if is_date(date) or date.lower == "weekend" or (len(date.text) == len("2023") and date.text.isdigit()):
        return True
    return any(c.lower == "of" and any(_is_of_calendar(d) for d in c.children) for c in date.children)


def part_day(day: Word) -> None:
    """Parts from a date the name before it that it was taken to be called by: "flew to LIMA Monday for talks"."""
    before = [c for c in day.children if c.i < day.i]
    if not before or before[-1].i != day.i - 1 or not is_date(day):
        return
    name = before.pop()
    if name.dep != "compound" or name.pos != "PROPN" or name.lower in _FEASTS or is_date(name):
        return
    opens = day.sentence.words[min(w.i for c in (name, *before) for w in c.subtree()) - 1]
    relation = "pobj" if opens.dep == "prep" else "dobj" if opens.is_verb else ""
    if opens.i > name.i or not relation or any(c.dep == relation and c is not day for c in opens.children):
        return
    hang([*before, *(c for c in day.children if c.dep in {"cc", "conj"})], name)
    hang([name], opens)
    if day.head is opens and relation == "pobj":
        hang([day], opens.head)
    name.dep, day.dep = relation, "npadvmod"


def is_date(word: Word) -> bool:
    """Whether a word is the name of a day or a month: "MONDAY", "APRIL"."""
    return word.lower in DAYS or word.lower in read_words("dates")["month"]


def since_then(phrase: Word) -> None:
    """Hangs a time on whom it was "since": "the first minister to come since Kim IN MAY 2005"."""
    before = phrase.sentence.words[phrase.i - 1] if phrase.i else phrase
    named = before.dep == "pobj" and before.pos == "PROPN" and before.head.lower == "since"
    timed = named and phrase.lower == "in" and any(is_within(c, "DATE") for c in phrase.children)
    if timed and not is_within(before, "DATE") and not before.is_under(phrase):
        hang([phrase], before.head)


def come_before(joint: Word) -> None:
    """Makes a clause of time of what was taken for one more main clause: "a day BEFORE he WAS to come"."""
    verb = joint.head
    if joint.lower not in {"after", "before"} or verb.dep != "conj" or not verb.is_verb:
        return
    if not any(c.dep == "cc" and verb.head.i < c.i < joint.i for c in verb.head.children):
        verb.dep = "advcl"


def count_from(phrase: Word) -> None:
    """Hangs a length on what it counts from, and that on the verb: "a day AFTER a visit there, he resigned"."""
    length = phrase.head
    counted = length.dep == "npadvmod" and length.lemma in _LENGTHS and length.i + 1 == phrase.i
    if phrase.lower in {"after", "before", "following"} and counted and length.head.is_verb:
        hang([phrase], length.head)
        hang([length], phrase)


def tell_on(phrase: Word) -> None:
    """Hangs a day on who tells, not on what he tells without a comma: "warned Peru ON MONDAY it would act"."""
    told, words = phrase.head, phrase.sentence.words
    day = next((c for c in phrase.children if c.dep == "pobj"), None) if phrase.lower == "on" else None
    says = told.head
    if day is None or day.lower not in DAYS or not says.i < phrase.i < day.i < told.i:
        return
    whom = next((c for c in says.children if c.dep in {"dobj", "dative"} and c.i < phrase.i), None)
    behind = words[day.i + 1]
    subject = next((c for c in told.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if whom is None or subject is None or subject not in {behind, behind.head} or not is_of(says, "saying"):
        return
    if told.dep in {"advcl", "ccomp", "xcomp"} and all(c.dep != "mark" for c in told.children):
        hang([phrase], says)
        told.dep = "ccomp"


def off_manner(phrase: Word) -> None:
    """Hangs a day on the verb, not on how somebody comes: "was Kim, who FLEW in unannounced ON MONDAY"."""
    manner = phrase.head
    if manner.lower not in _MANNERS or phrase.lower != "on" or phrase.i < manner.i or not manner.i:
        return
    verb = verb_above(phrase.sentence.words[manner.i - 1])
    if verb is not None and verb is not manner and any(c.lower in DAYS for c in phrase.children):
        hang([phrase], verb)


def own_day(name: Word) -> None:
    """Makes the subject of a name that was taken for what a day of the week is called: "On Monday ANA HOLT flew".

    Or the object of a verb before it that has none: "received on Monday ANA HOLT, the minister".
    """
    on = name.head  # "In a statement on Monday OSLO said"
    verb = verb_above(name) if on.lower == "on" and name.pos == "PROPN" else None
    day = name.sentence.words[on.i + 1] if verb is not None else name
    if verb is None or day.lower not in DAYS or day.head is not name:
        return
    if on.i < name.i < verb.i and not has_subject(verb):
        hang([day], on)
        hang_subject(name, verb)
    elif verb.i < on.i and on.head is verb and _awaits_object(verb):
        hang([day], on)
        hang([name], verb)
        name.dep = "dobj"
    else:
        return
    day.dep = "pobj"


def _awaits_object(verb: Word) -> bool:
    """Whether an active verb has no object, but somebody who does it, or is one of receiving."""
    if any(c.dep in {"auxpass", "dobj"} for c in verb.children):
        return False
    return has_subject(verb) or is_of(verb, "hosting")


def act_on(day: Word) -> None:
    """Makes the subject of a name that was taken for part of a day's: "President REAGAN MONDAY pressed Lima"."""
    verb, before = day.head, [c for c in day.children if c.i < day.i]
    joined = next((c for c in before if c.dep == "nmod" and c.pos == "PROPN"), None)  # "CHAD AND PERU Monday signed"
    name = joined or next((c for c in before if c.i == day.i - 1 and c.dep == "compound"), None)
    free = verb.is_verb and day.i < verb.i and all(w.head is verb for w in day.sentence.words[day.i + 1 : verb.i])
    if name is None or not free or name.pos != "PROPN" or name.lower in _FEASTS:
        return
    if day.dep == "nsubj" or not has_subject(verb):
        hang([c for c in before if c is not name], name)
        hang_subject(name, verb)
        day.dep = "npadvmod"


def allow_until(until: Word) -> None:
    """Makes a time of what was taken for the head of a clause: "gave them UNTIL MONDAY to leave"."""
    task = until.head
    if any(c.dep == "pobj" for c in until.children) and task.dep in {"advcl", "ccomp", "xcomp"} and task.head.is_verb:
        hang([until], task.head)
        until.dep, until.tag, until.pos = "prep", "IN", "ADP"


def begin_then(verb: Word) -> None:
    """Hangs what begins on a noun before it, not on a verb: "a trip to Oslo, STARTING on 5 March, was the first".

    Without a comma, only on what people do on days of their own: "ready for a VISIT to Oslo STARTING on 5 March".
    """
    words = verb.sentence.words
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.i < len("a,"):
        return
    comma = words[verb.i - 1].text == ","
    before, last = words[verb.i - 1 - comma], max(w.i for w in verb.subtree())
    noun = before
    while noun.dep == "pobj" and noun.head.head.is_noun and noun.head.head.i < noun.i:
        if not comma and is_of(noun, "begun"):
            break
        noun = noun.head.head
    within = noun is not before or last < verb.head.i
    closed = any(w.text == "," for w in words[last + 1 : last + 2])
    begins = (within and closed) if comma else is_of(noun, "begun")
    if before.is_noun and begins and not noun.is_under(verb):
        hang([verb], noun)
        verb.dep = "acl"


def call_on(day: Word) -> None:
    """Makes a time of a day that somebody was taken to be named: "the party called FRIDAY for a strike"."""
    verb = day.head
    if day.lower in DAYS and verb.lemma == "call":
        day.dep, verb.tag = "npadvmod", "VBD" if verb.dep == "acl" else verb.tag
        predicate(verb)


def fall_due(by: Word) -> None:
    """Makes a time of a date that was taken for who does something: "jets to be delivered BY 2030"."""
    date = next((c for c in by.children if c.dep == "pobj"), None)
    year = date is not None and len(date.text) == 4 and date.text.isdigit()
    if date is not None and (year or is_within(date, "DATE")):
        by.dep = "prep"


def explain_day(noun: Word) -> None:
    """Makes the subject of what is said of a noun taken to explain a day: "the council said Friday ITS CHIEF would".

    And of the verb that a day at the front dates: "On 1 May the COUNCIL, in a note, urged Oslo".
    """
    day, says = noun.head, noun.head.head
    if day.dep == "pobj" and is_date(day):
        verb = says.head
        if verb.is_verb and says.lower in {"on", "in"} and noun.i < verb.i and not has_subject(verb):
            hang_subject(noun, verb)
        return
    if day.lower in DAYS and is_of(says, "report_verbs"):
        told = next((c for c in says.children if c.dep == "ccomp" and c.i > noun.i), None)
        if told is not None and not has_subject(told):
            hang_subject(noun, told)


def off_month(place: Word) -> None:
    """Hangs a place beside the one before it, not beside a month: "to Oslo on 5 March and LIMA on 7 March"."""
    month, known = place.head, read_words("dates")["month"]
    if month.dep != "pobj" or month.lower not in known or place.lower in known:
        return
    held = {e.label for e in place.sentence.entities if e.first <= place.i <= e.last}
    if not held & {"FAC", "GPE", "LOC"}:
        return
    behind = place.sentence.words[place.i + 1 : place.i + 2]
    goals = [c for c in month.head.head.children if c.dep in {"dobj", "prep"} and c.i < month.head.i]
    if not behind or behind[0].lower not in _TIMED or not goals:
        return
    goal = next((c for c in goals[-1].children if c.dep == "pobj"), goals[-1])
    joints = [c for c in month.children if c.dep == "cc" and c.i < place.i]
    if goal.pos == "PROPN" and joints:
        hang([*joints, place], goal)
        if behind[0].head is goals[-1].head:
            hang(behind, place)


def sum_up(noun: Word) -> None:
    """Makes what explains the noun before it of one with its length: "leaves on a trip, A TEN-DAY TOUR of Peru"."""
    length = next((c for c in noun.children if c.lemma in _LENGTHS and c.dep in {"compound", "nmod"}), None)
    words, start = noun.sentence.words, min((c.i for c in noun.children), default=noun.i)
    if length is None or start < len("a,") or words[start].lower not in {"a", "an"} or words[start - 1].text != ",":
        return
    before = words[start - 2].head if words[start - 2].lower == "abroad" else words[start - 2]
    if before.is_noun and before.pos != "PROPN" and before.dep in {"dobj", "pobj"} and not before.is_under(noun):
        hang([noun], before)
        noun.dep = "appos"


def leave_here(word: Word) -> None:
    """Makes a verb of "left" with a subject that was taken for a way: "A delegation LEFT here on Saturday to visit"."""
    if word.tag == "RB" and any(c.dep == "nsubj" and c.i < word.i for c in word.children):
        make_verb(word, "VBD")
        word.lemma = "leave"
        hang([c for w in word.children if w.lower == "here" for c in w.children if c.dep == "prep"], word)


def leave_then(noun: Word) -> None:
    """Makes a verb of bare "leaves" that stands beside a verb: "arrived on Monday and LEAVES on Friday", "RETURNS"."""
    going = noun.tag == "NNS" and noun.lower in {"leaves", "returns"} and noun.head.is_verb
    then = any(w.lower in {"for", "on", "today", "tomorrow"} for w in noun.sentence.words[noun.i + 1 : noun.i + 2])
    beside = not then and any(c.dep == "dobj" for c in noun.head.children if c.i < noun.i)  # "picked fruit and LEAVES"
    if going and not beside and not any(c.dep in OF_NOUNS for c in noun.children):
        make_verb(noun, "VBZ")
        noun.lemma = noun.lower.removesuffix("s")
        hang([c for c in noun.head.children if c.i > noun.i and c.dep in {"prep", "npadvmod"}], noun)
