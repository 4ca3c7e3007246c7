"""Demands that a verb or a noun makes of what is held back or granted.

REFUSED to talk until Lima left; RULED OUT talks until …       what is held back until somebody else moves
WILL NOT reopen it until Lima leaves                             what the article itself tells so
agreed ON CONDITION that Lima leave                              what is granted if somebody else moves
was ADAMANT, its POSITION is that Lima should leave              what somebody holds to
made the withdrawal A CONDITION for talks; TIED aid to it        what has to come first
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.acts import is_own
from dipevents.events.warning.issuers import reporters_above, speaker_of
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.tasks import is_that
from dipevents.events.warning.terms import holds_out, withheld_until
from dipevents.events.warning.triggers import Trigger
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["BOUNDS", "CONDITIONS", "find_held", "find_terms"]

BOUNDS = frozenset({"until", "unless"})
_SURE = frozenset({"will", "wo", "would", "shall", "'ll", "’ll"})
CONDITIONS = frozenset({"condition", "precondition", "prerequisite"})


def find_terms(mentions: Mentions, word: Word) -> Trigger | None:
    """The trigger of a demand that a verb or a noun makes of terms, or None."""
    if word.is_verb:
        return _refusal(mentions, word) if is_of(word, "withholding") else _tied(mentions, word)
    if word.lemma not in CONDITIONS:
        return _stance(mentions, word)
    return _agreed(mentions, word) or _made(mentions, word)


def find_held(mentions: Mentions, mark: Word) -> Trigger | None:
    """The trigger of terms that the article tells: "Oslo WILL NOT reopen it UNTIL Lima leaves", or None."""
    move, verb = mark.head, mark.head.head
    if mark.dep != "mark" or move.dep != "advcl" or not verb.is_verb or mentions.said_at(verb):
        return None
    if is_of(move, "silent") or move.lemma in lexicon("content", "agreed", "procedures") | {"report", "rule", "vote"}:
        return None  # "will not sign until the court RULES"
    issuers = speaker_of(mentions, clause(verb).subjects)
    sure = _SURE & {h.lower for h in auxiliaries(verb)}
    if not sure or not is_negated(verb) or not holds_out(mentions, verb, issuers, own=True):
        return None
    return Trigger(verb, WarningKind.DEMAND, issuers, (), None, (move,), lexical=False, sentence=verb.sentence)


def _stance(mentions: Mentions, word: Word) -> Trigger | None:
    """The trigger of what somebody holds to: "was ADAMANT that Lima should go", "its POSITION is that", or None."""
    verb = word.head
    firm = is_of(word, "firm") and word.dep in {"acomp", "attr"}
    held = is_of(word, "stances") and word.dep == "nsubj"
    if not (firm or held) or verb.lemma != "be" or is_negated(verb):
        return None
    told = [c for w in (verb, word) for c in w.children if c.dep == "ccomp" and is_that(c)]
    issuers = speaker_of(mentions, clause(verb).subjects if firm else [c for c in word.children if c.dep == "poss"])
    if not told or not issuers:
        return None
    return Trigger(word, None, issuers, (), None, (told[0],), lexical=False, sentence=word.sentence)


def _refusal(mentions: Mentions, verb: Word) -> Trigger | None:
    """The trigger of "REFUSED to talk until Lima left", of "SUSPENDED aid until it had left", or None."""
    issuers = reporters_above(mentions, verb) or speaker_of(mentions, clause(verb).subjects)
    move = withheld_until(mentions, verb, issuers)
    if move is None:
        return None
    moving = any(mentions.actors.who(w) for w in clause(move).subjects)
    talks = () if moving else (c for w in clause(verb).objects for c in w.children if c.lower == "with")
    whom = tuple(fillers(talks))  # "ruled out talks WITH OSLO as long as one tractor stands there"
    return Trigger(verb, WarningKind.DEMAND, issuers, whom, None, (move,), sentence=verb.sentence)


def _tied(mentions: Mentions, verb: Word) -> Trigger | None:
    """The trigger of "TIED aid TO the release", "made it CONDITIONAL ON the withdrawal", or None."""
    bound = next((c for c in verb.children if c.lower in {"conditional", "contingent", "dependent"}), None)
    if (verb.lemma != "make" or bound is None) and not is_of(verb, "tying"):
        return None
    tops = (verb,) if bound is None else (verb, bound)
    held = [c for w in tops for c in w.children if c.dep in {"dobj", "nsubj"} and c.i > verb.i]
    good = lexicon("content", "blessings", "favours", "welcome")
    near = [w for top in tops for w in clause(top).oblique("on", "to", "upon")]
    asked = [w for w in near if w.lemma in lexicon("content", "called_for")]
    if not asked or is_negated(verb) or not any(w.lemma in good for w in held):
        return None
    issuers = speaker_of(mentions, clause(verb).subjects)
    return Trigger(verb, WarningKind.DEMAND, issuers, (), None, (asked[0],), lexical=False, sentence=verb.sentence)


def _agreed(mentions: Mentions, noun: Word) -> Trigger | None:
    """The trigger of "agreed to talks ON CONDITION that Lima leave", or None; not of "that HE not be named"."""
    told = [c for c in noun.children if c.dep in {"acl", "ccomp", "relcl"} and is_that(c)]
    verb = noun.head.head
    verb = verb if verb.is_verb and verb.dep != "xcomp" else verb.head
    if noun.dep != "pobj" or noun.head.lower != "on" or not told or not verb.is_verb:
        return None
    issuers = speaker_of(mentions, clause(verb).subjects)
    others = [w for w in clause(told[0]).subjects if mentions.actors.who(w) and not is_own(mentions, w, issuers)]
    if not others or all(w.pos == "PRON" for w in others):
        return None
    return Trigger(noun, WarningKind.DEMAND, issuers, (), None, (told[0],), lexical=False, sentence=noun.sentence)


def _made(mentions: Mentions, noun: Word) -> Trigger | None:
    """The trigger of "made the WITHDRAWAL a condition for talks", or None."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "as" else noun.head
    near = (*verb.children, *noun.children)  # "made THE PULLOUT a condition", read as a clause
    first = [c for c in near if c.dep in {"dobj", "nsubj"} and verb.i < c.i < noun.i]
    behind = {c.lower for c in noun.children if c.dep == "prep"}
    asked = lexicon("content", "called_for", "suffered")
    named = [w for w in first if w.lemma in asked or (verb.lemma == "make" and w.pos == "NOUN")]
    if verb.lemma not in {"lay", "make", "name", "set"} or not named or not behind & {"for", "of", "to"}:
        return None
    if is_negated(verb):
        return None
    issuers = speaker_of(mentions, clause(verb).subjects)
    return Trigger(noun, WarningKind.DEMAND, issuers, (), None, (named[0],), sentence=noun.sentence)
