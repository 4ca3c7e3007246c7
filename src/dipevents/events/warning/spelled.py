"""Demands that a colon spells out behind their terms, a sentence or not: "Oslo agreed, on one CONDITION: no raids"."""

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

_COLON = frozenset({":"})
REACH = 14
"""Words between the terms and the colon."""


def find_spelled(mentions: Mentions, sentence: Sentence) -> Trigger | None:
    """The trigger of what the colon of a sentence spells out, or None where nobody says so."""
    colons = sentence.words_among(_COLON)
    if len(colons) != 1 or mentions.said_at(colons[0]):
        return None
    colon = colons[0]
    before = sentence.words[max(0, colon.i - REACH) : colon.i]
    behind = [w for w in sentence.words[colon.i + 1 :] if w.pos != "PUNCT"]
    noun = next((w for w in reversed(before) if w.is_noun and is_of(w, "terms")), None)
    if noun is None or len(behind) < 2 or any(mentions.said_at(w) for w in behind):
        return None
    issuers, whom = _sides(mentions, noun)
    if not issuers or (noun.lemma == "request" and not whom):
        return None  # "had one REQUEST: a glass of water"
    text = mentions.article.text
    said = Attribution(
        cue=(Evidence.of(text, colon.start, colon.end),),
        content=(Evidence.of(text, behind[0].start, behind[-1].end),),
        speakers=issuers,
    )
    return Trigger(colon, WarningKind.DEMAND, issuers, whom, said, sentence=sentence)


def _sides(mentions: Mentions, noun: Word) -> tuple[tuple[Actor, ...], tuple[Word, ...]]:
    """Whose the terms are, and whom they reach: "OSLO'S terms for LIMA", "RUIZ had one for him"."""
    args = clause(noun)
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"on", "with"} else noun.head
    verb = verb.head if verb.dep == "conj" and noun.dep == "pobj" else verb  # hung on the verb behind the colon
    above = clause(verb) if verb.is_verb else None
    whom = args.oblique("to", "for", "of")
    whom = whom or (() if above is None else above.recipients or above.oblique("to", "for"))
    named = [c for c in noun.children if c.dep == "poss"]
    named += [c for c in noun.children if c.dep in {"amod", "compound"} and c.text.istitle()]
    came = noun.dep == "pobj" and noun.head.lower == "with"  # "came home FROM LIMA WITH one demand"
    issuers = actors_of(mentions, [*named, *(args.oblique("from", "by") if not came else ())])
    if issuers or above is None or noun.dep not in {"dobj", "pobj"}:
        return issuers, whom
    bound = noun.dep == "pobj" or is_of(verb, "bearing")
    return (speaker_of(mentions, above.subjects) if bound else ()), whom
