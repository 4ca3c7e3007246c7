"""Demands and warnings that a colon spells out.

Ruiz had a blunt message for Lima: leave the island      a noun of what is said, with whose it is
Oslo agreed, on one condition: no raids                  terms: whatever stands behind them is demanded
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import actors_of, speaker_of
from dipevents.events.warning.lexicon import is_of
from dipevents.events.warning.triggers import Trigger
from dipevents.mentions.attributions import Attribution
from dipevents.models.evidence import Evidence
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["find_spelled"]

REACH = 14
"""Words between the noun of what is said and the colon."""


def find_spelled(mentions: Mentions, sentence: Sentence) -> Trigger | None:
    """The trigger of what the colon of a sentence spells out, or None where nobody says so."""
    colons = [w for w in sentence.words if w.text == ":"]
    if len(colons) != 1 or mentions.said_at(colons[0]):
        return None
    colon = colons[0]
    before = sentence.words[max(0, colon.i - REACH) : colon.i]
    behind = [w for w in sentence.words[colon.i + 1 :] if w.pos != "PUNCT"]
    noun = next((w for w in reversed(before) if _may_open(w)), None)
    if noun is None or len(behind) < 2 or any(mentions.said_at(w) for w in behind):
        return None
    issuers, whom = _sides(mentions, noun)
    if not issuers:
        return None
    terms = is_of(noun, "terms")
    text = mentions.article.text
    said = Attribution(
        cue=(Evidence.of(text, colon.start, colon.end),),
        content=(Evidence.of(text, behind[0].start, behind[-1].end),),
        speakers=issuers,
    )
    kind = WarningKind.DEMAND if terms else None
    return Trigger(colon, kind, issuers, whom, said, lexical=terms, sentence=sentence)


def _may_open(word: Word) -> bool:
    """Whether a word tells that something is said: a "message", "conditions", or that somebody is "adamant"."""
    firm = is_of(word, "firm") and word.dep == "acomp" and word.head.lemma == "be"
    return firm or (word.is_noun and (is_of(word, "messages") or is_of(word, "terms")))


def _sides(mentions: Mentions, noun: Word) -> tuple[tuple[Actor, ...], tuple[Word, ...]]:
    """Whose a message or whose terms are, and whom they reach: "OSLO'S message to LIMA", "RUIZ had one for him"."""
    args = clause(noun)
    if not noun.is_noun:
        return speaker_of(mentions, clause(noun.head).subjects), ()
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "on" else noun.head
    verb = verb.head if verb.dep == "conj" and noun.dep == "pobj" else verb  # hung on the verb behind the colon
    above = clause(verb) if verb.is_verb else None
    whom = args.oblique("to", "for", "of")
    whom = whom or (() if above is None else above.recipients or above.oblique("to", "for"))
    named = [c for c in noun.children if c.dep == "poss"]
    named += [c for c in noun.children if c.dep in {"amod", "compound"} and c.text.istitle()]
    issuers = actors_of(mentions, [*named, *args.oblique("from", "by")])
    if issuers or above is None or noun.dep not in {"dobj", "pobj"}:
        return issuers, whom
    bound = noun.dep == "pobj" or is_of(verb, "bearing")
    return (speaker_of(mentions, above.subjects) if bound else ()), whom
