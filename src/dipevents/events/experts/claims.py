"""What of the words that an article credits to experts is a judgement at all.

analysts decide WHETHER it is real              nothing is said yet
what economists call spending, call it olfaction    something is only named
the bankers agreed TO WAIT, asked him to go     what they do themselves
the columnist wrote "The Long War"              a work's title
"I turned it down", said the retired envoy      what who has left an office tells of himself
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.nouns import PLURALS
from dipevents.reading.grammar import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.experts.experts import Expert
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["is_claim", "is_judged", "is_of_own_doings", "is_title"]

_OPEN = re.compile(r"(?:whether|if|how|what|when|where|which|who|why)\b")
_TO = re.compile(r"to\s+\W?\w")
_RELATIVES = frozenset({"who", "which", "that"})
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under", "with"}
)
"""The words that a title may leave without a capital."""
_TITLE = re.compile(r"""["“«']+(?P<words>[^"”»]+?)[.,]?["”»']+""")


def is_claim(mentions: Mentions, attribution: Attribution) -> bool:
    """Whether experts say something there, and do not ask, name or undertake it."""
    text, start = mentions.article.text, attribution.content[0].start
    verbs = [w for w in mentions.words_in(attribution.cue[0]) if w.is_verb]
    lemmas = {w.lemma for w in verbs}
    if any(map(_names, verbs)):
        return False
    if lemmas & lexicon("undertaking") and (_TO.match(text, start) or not _tells(mentions, attribution)):
        return False
    return not (_OPEN.match(text, start) and lemmas & lexicon("settling"))


def _tells(mentions: Mentions, attribution: Attribution) -> bool:
    """Whether a content holds a clause: "agreed THAT it was dead", not "offered a truce"."""
    finite = (w for part in attribution.content for w in mentions.words_in(part) if w.tag in FINITE)
    return any((w.head if w.dep in {"aux", "auxpass"} else w).dep != "relcl" for w in finite)


def _names(verb: Word) -> bool:
    """Whether a verb only tells what something is called.

    "WHAT economists call spending"; "psychologists call this olfaction", "refer to it as olfaction": by many, always.
    """
    if verb.lemma not in lexicon("naming"):
        return False
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    if any(c.lower == "what" for c in verb.children):
        told = verb.head.lemma == "be" and verb.head.i < verb.i  # "folly is WHAT HOLT CALLS it"
        return not told or subject is None or subject.tag in PLURALS
    if subject is None or subject.tag not in PLURALS or verb.tag != "VBP":
        return False
    if verb.lemma == "refer":
        return True
    called = [c for c in verb.children if c.dep in {"oprd", "xcomp", "ccomp"} and c.i > verb.i]
    return any(c.tag == "NN" and all(w.dep in {"nsubj", "compound"} for w in c.children) for c in called)


def is_title(text: str) -> bool:
    """Whether a stretch is the title of a work in quotation marks.

    Example:
        >>> is_title('"A Short Guide to Lima"'), is_title('"The guide is short,"'), is_title("A Short Guide")
        (True, False, False)
    """
    found = _TITLE.fullmatch(text.strip())
    words = found["words"].split() if found else []
    return len(words) > 1 and words[0][:1].isupper() and all(w[:1].isupper() or w in _SMALL for w in words)


def is_judged(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a turn tells what is, may or will be, and does not only recall ("They left at dawn") or ask for it."""
    return any(w.tag in {"MD", "VBP", "VBZ"} for w in sentence.words_between(start, end))


def is_of_own_doings(mentions: Mentions, sentence: Sentence, start: int, end: int, own: Sequence[Expert]) -> bool:
    """Whether who has left an office speaks of himself alone: "I turned it down", "he would be paid by the day"."""
    words = sentence.words_between(start, end)
    subjects = [w for w in words if w.dep in {"nsubj", "nsubjpass"} and w.lower not in _RELATIVES]
    speakers = {e.actor for e in own}
    for subject in subjects:
        if subject.lower == "i" and (subject.head.lemma in lexicon("opining") or subject.head.text == "am"):
            return False
        himself = subject.lower in {"he", "she"} and bool(speakers & set(mentions.actors.at(subject)))
        if not himself and subject.lower != "i":
            return False
    return bool(subjects)
