"""Which dates beside a warning tell when something else is, and not when it is voiced.

warned Lima despite last week's decision            the decision's
called a strike for next Friday                     what is to come dates no word that was spoken
warned of war if Lima answers the raid of Monday    the raid's: it stands in what is only thought of
a ship that Oslo had threatened left on Monday      the day of leaving: the threat came before
said the raid on Monday was a crime and warned      the raid's
threatened a strike from Monday                     nobody speaks from a day on: the strike's
papers released on Monday show that Oslo warned     the papers' alone, which tell of older things
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.warning.lexicon import lexicon
from dipevents.mentions.timing import is_ahead, top_of
from dipevents.reading.clauses import auxiliaries, clause
from dipevents.reading.grammar import verb_above

if TYPE_CHECKING:
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["tells_else"]

_OPEN = frozenset({"if", "unless", "should", "once", "whenever", "until"})
_NAMING = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_BOUNDS = frozenset({"by", "from", "since", "till", "until"})
_WITHIN = frozenset({"at", "during", "in", "on"})
_LARGE = frozenset({"billion", "bln", "million", "mln", "trillion"})
_LATER = ("later this ", "later in ", "later next ")


def tells_else(mentions: Mentions, mention: DateMention, word: Word, trigger: Trigger) -> bool:
    """Whether a date in the sentence of a warning is that of something else.

    Args:
        mentions: The article.
        mention: The date.
        word: Its first word.
        trigger: What voices the warning.
    """
    voice = trigger.word
    spoken = read_status(voice).phase in {Phase.HAPPENED, Phase.ONGOING}
    if spoken and (is_ahead(mentions, mention.when) or mention.text.lower().startswith(_LATER)):
        return True
    if top_of(mention, word).head.lower in _BOUNDS or _is_of_told(mentions, mention, word, trigger):
        return True
    thing = _is_of_thing(mention, word, voice) or _is_of_papers(word, voice)
    return thing or _is_in_condition(word, voice) or _is_beside(word, voice)


def _is_of_thing(mention: DateMention, word: Word, voice: Word) -> bool:
    """Whether a date is part of a thing's name: "last week's DECISION", "its DECISION last week to leave"."""
    last = top_of(mention, word)
    of = last.head.lower == "of"  # "broke the ACCORD OF 2018"
    noun = last.head.head if of else last.head
    before = word.sentence.words[max(0, word.i - 3) : word.i]
    before = before[:-1] if before and before[-1].lower == "in" else before
    if (before and before[-1].pos == "NUM") or (len(before) > 1 and before[-2].lower in _LARGE):
        return True  # "a fall to 2 MILLION IN 1986", "2 MILLION dollars THIS YEAR"
    counted = noun.pos == "PROPN" and mention.text.isdigit()  # "the 1987 Nobel PRIZE"
    if noun is voice or not (noun.pos == "NOUN" or counted) or noun.lemma in lexicon("frames", "documents", "talks"):
        return False
    if of or last.dep in _NAMING:
        return of or noun.i > last.i
    decided = any(c.dep == "poss" for c in noun.children) and any(c.dep in {"acl", "relcl"} for c in noun.children)
    return last.dep == "npadvmod" and noun.i < last.i and decided


def _is_of_papers(word: Word, voice: Word) -> bool:
    """Whether a date tells when papers, or a book, came out that tell of older things: "RELEASED ON MONDAY"."""
    out = verb_above(word)
    told = next((up for up in (voice, *voice.ancestors()) if up.dep != "conj"), voice)
    unearthed = told.dep == "ccomp" and told.head.lemma in lexicon("frames", "unearthing")
    return unearthed and out is not None and out.tag == "VBN" and out.lemma in lexicon("frames", "releasing")


def _is_of_told(mentions: Mentions, mention: DateMention, word: Word, trigger: Trigger) -> bool:
    """Whether a date is of what somebody tells of beside a warning: "said the RAID on Monday was vile and warned"."""
    told = verb_above(word)
    if told is None or told is trigger.word or told.dep != "ccomp":
        return False
    joined = trigger.word.dep == "conj" and trigger.word.head in {told, told.head}
    if word.i > told.i:
        # "said its troops LEFT IN MARCH and WARNED Lima", but "said it was unhappy Monday and warned Lima"
        return joined and top_of(mention, word).head.lower in _WITHIN and told.i < word.i < trigger.word.i
    does = clause(told).subjects
    return bool(does) and not any(a in trigger.issuers for w in does for a in mentions.actors.who(w))


def _is_in_condition(word: Word, voice: Word) -> bool:
    """Whether a date stands in a clause that is only thought of: "warned of war IF Lima ANSWERS Monday's raid"."""
    between = list(takewhile(lambda up: up is not voice and not voice.is_under(up), word.ancestors()))
    return any(up.dep == "advcl" and any(c.lower in _OPEN for c in up.children) for up in between)


def _is_beside(word: Word, voice: Word) -> bool:
    """Whether a warning is only told beside what a date belongs to: "which Oslo HAD THREATENED, left ON MONDAY"."""
    for up in takewhile(lambda up: not word.is_under(up), (voice, *voice.ancestors())):
        if up.dep == "relcl":
            named = takewhile(lambda above: not above.is_verb or above.dep == "acl", up.head.ancestors())
            # not "on Monday, when Oslo warned", "remarks made on Monday by Ruiz, who warned"
            return not any(word is above or word.is_under(above) for above in (up.head, *named))
        told = up.dep == "advcl" and any(c.lower == "as" for c in up.children)
        if told and any(w.lemma == "have" for w in auxiliaries(up)):
            return True  # "may act on Monday, AS IT HAS THREATENED"
    return False
