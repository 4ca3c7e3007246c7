"""The day of what has been told, where the next sentences tell it by its noun.

Oslo will buy ten jets. … The contract was signed in May.             May
Lima gave Oslo two days to yield. … The ultimatum came on Monday.     Monday
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.timing import date_of, is_ahead
from dipevents.reading.grammar import verb_above

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.evidence import Evidence
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["day_behind"]

NEXT = 2
"""Sentences behind an event in which its noun is looked for."""
DEFINITE = frozenset({"the", "this", "that"})


def day_behind(
    mentions: Mentions, evidence: Evidence, nouns: AbstractSet[str], verbs: AbstractSet[str], others: AbstractSet[int]
) -> EventDate | None:
    """The one date that the next sentences tell of an event by its noun, or None.

    Args:
        mentions: The article.
        evidence: The sentence that tells of the event last.
        nouns: What it may be called there: "the CONTRACT".
        verbs: What is done with it on its day: "was SIGNED".
        others: Where the sentences of other events start, behind which the noun is theirs.

    Example:
        >>> mentions = dipevents.Parser().read("Oslo will buy ten jets. The contract was signed in May 2004.")
        >>> first = mentions.sentence_evidence(mentions.sentences[0])
        >>> str(day_behind(mentions, first, {"contract"}, {"sign"}, set()))
        '2004-05'
    """
    behind = [s for s in mentions.sentences if s.start >= evidence.end][:NEXT]
    for sentence in behind:
        if mentions.sentence_evidence(sentence).start in others:
            return None
        days = {day for verb in _tellers(sentence, nouns, verbs) if (day := date_of(mentions, verb)) is not None}
        if days:
            day = days.pop()
            return None if days or is_ahead(mentions, day) else day
    return None


def _tellers(sentence: Sentence, nouns: AbstractSet[str], verbs: AbstractSet[str]) -> list[Word]:
    """The verbs that tell what was done with the subject of a sentence, in its own clauses."""
    for noun in sentence.words:
        named = noun.lemma in nouns and any(c.lower in DEFINITE for c in noun.children)
        sides = (p for c in noun.children if c.lower in {"with", "between"} for p in c.children)
        if not named or noun.dep not in {"nsubj", "nsubjpass"} or any(p.pos == "PROPN" for p in sides):
            continue  # also "the deal WITH CHAD"
        top = verb_above(noun)
        below = (w for w in sentence.words if w.is_verb and w.lemma in verbs)
        return [w for w in below if w is top or w.is_under(noun) or (w.dep in {"conj", "relcl"} and w.tag != "VBG")]
    return []
