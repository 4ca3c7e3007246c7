"""Whom a pronoun means by what is done, or when: the one who is blamed, and not one of whom only the past tells.

Oslo expelled LIMA after it bought jets     what is done to somebody answers what he did
Hora came in 2000. He will fly on           who was there long ago does not travel now
Oslo warned LIMA over its plan to arm       what somebody is warned or thanked for is his
told LIMA that its purchase would hurt ties what would have a price is a deed of the one who is told so
shrugged off OSLO'S warning that it would act  who warns that somebody will act is to act himself
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.references.discourse import SUBJECTS
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import auxiliaries
from dipevents.reading.grammar import is_of

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["WARNING", "is_announced", "is_answered", "is_bygone", "is_taxed", "judging_of"]

WARNING = frozenset({"caution", "threaten", "warn"})
_MAY = frozenset({"could", "may", "might", "will", "would"})
_PROMISING = frozenset({"assure", "promise"})
_WHY = frozenset({"after", "because", "since", "when"})


def is_bygone(at: Word, word: Word, year: int | None) -> bool:
    """Whether somebody is only told of as of a year that is over: "HORA came in 2000. HE WILL fly on to Oslo"."""
    if year is None or at.sentence is word.sentence or not at.sentence.words:
        return False
    verb = next((up for up in word.ancestors() if up.is_verb), word)
    now = verb.tag in {"VBZ", "VBP"} or any(w.tag in {"MD", "VBZ", "VBP"} for w in auxiliaries(verb))
    root = at.sentence.root
    dated = (w.text for w in at.sentence.words if w.dep == "pobj" and w.head.lower == "in" and len(w.text) == 4)
    return now and root is not None and root.tag == "VBD" and any(y.isdigit() and 1900 < int(y) < year for y in dated)


def is_announced(owner: Word, word: Word) -> bool:
    """Whether a pronoun does what the owner of a warning says: "shrugged off OSLO'S warning that IT WOULD act".

    Not what befalls it: "shrugged off Oslo's warning that IT WOULD LOSE its seat".
    """
    act, saying = word.head, owner.head
    told = word.dep == "nsubj" and act.dep in {"acl", "relcl", "ccomp"} and act.head is saying
    told = told and saying.lemma in lexicon("announcing") and act.lemma not in lexicon("befalling")
    return told and any(h.lower in {"will", "would"} for h in auxiliaries(act))


def is_answered(at: Word, word: Word) -> bool:
    """Whether something is done to somebody for what a pronoun did: "expelled OSLO after IT bought jets from"."""
    verb = word.head
    why = verb.dep == "advcl" and any(c.lower in _WHY and c.dep in {"mark", "advmod", "prep"} for c in verb.children)
    if word.dep not in SUBJECTS or not why or verb.head.i > verb.i:
        return False
    done, behind = verb.head, at.dep == "pobj" and at.head.lower in {"against", "from", "on", "to", "with"}
    above = at.head.head if behind else at.head
    what = [done, *(c for c in done.children if c.dep == "dobj")]
    told = any(is_of(w, "answering") or is_of(w, "judging") for w in what)
    return told and above in what and (behind or at.dep in {"dobj", "dative"})


def judging_of(prep: Word) -> Word | None:
    """The verb that judges somebody for what a preposition tells: "THANKED Lima for", "WARNED Lima of war over"."""
    if prep.lower not in {"on", "for", "over", "about"}:
        return None
    noun, known = prep.head, lexicon("judging") | WARNING
    if noun.lemma in known or (noun.is_verb and is_of(noun, "judging")):
        return noun
    threat = noun.dep == "pobj" and noun.head.lower in {"of", "with"} and noun.head.head.lemma in WARNING
    return noun.head.head if threat else None


def is_taxed(at: Word, word: Word) -> bool:
    """Whether somebody is told what a deed of his would lead to: "warned LIMA that ITS PURCHASE would hurt ties"."""
    deed, verb = word.head, word.head.head
    told = word.dep == "poss" and deed.dep in SUBJECTS and deed.lemma in lexicon("deeds")
    if not told or verb.dep != "ccomp" or not any(h.lower in _MAY for h in auxiliaries(verb)):
        return False
    heard = at.head.head if at.dep == "pobj" and at.head.lower == "to" else at.head
    return heard is verb.head and at.dep in {"dobj", "dative", "pobj"} and heard.lemma not in _PROMISING
