"""What a step by somebody else will bring, by how the speaker says it will be taken.

any landing will be treated as an act of war            treated: the name under which it will be answered
if Oslo cuts the cable, the ports will close            provoked: a hostile step, and what follows
to sack the judges would be a mistake                    folly: what a step would be
it would send the wrong signal                           folly: what it would tell
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer, is_abroad, is_future, is_of_issuer
from dipevents.events.warning.bounds import marks_of
from dipevents.events.warning.business import is_of_business
from dipevents.events.warning.fates import is_sweeping
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.outcomes import ends_a_blow, is_stern
from dipevents.events.warning.peaceful import is_offer
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated, is_passive, surface_subjects
from dipevents.reading.grammar import FINITE, is_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = [
    "comes_next",
    "folly_words",
    "is_dared",
    "is_folly",
    "is_who",
    "leads_to",
    "leads_to_blow",
    "ruins",
    "stakes_of",
]

_AGAIN = frozenset({"again", "another", "anew", "even", "further", "more", "single"})
_LABELS = frozenset({"acomp", "amod", "appos", "attr", "ccomp", "oprd", "pobj", "xcomp"})
_ANY = frozenset({"any", "every", "each"})
_DEFINED = frozenset({"any", "each", "every", "next"})
_ITSELF = frozenset({"herself", "himself", "itself", "themselves", "yourself", "yourselves"})
_IN = frozenset({"in", "at", "with", "on", "before", "under", "outside", "behind", "against"})
_SIGNALS = frozenset({"message", "precedent", "signal"})


def _is_side(mentions: Mentions, subject: Word, issuers: Sequence[Actor]) -> bool:
    """Whether somebody is of the issuers, or somebody of a state: who answers, or is answered."""
    return is_of_issuer(mentions, subject, issuers) or mentions.actors.country_of(subject) is not None


def stakes_of(mentions: Mentions, verb: Word, bound: Word | None, issuers: Sequence[Actor]) -> Iterator[str]:
    """What one verb of a content signals of how a step will be answered, `bound` being the condition on it."""
    if _is_treated(mentions, verb, issuers):
        aimed = any(c.lemma in {"prey", "target"} for c in verb.children if c.dep == "attr")
        people = verb.lemma != "be" or aimed or any(is_who(c) or c.dep == "csubj" for c in verb.children)
        yield "treated" if people else "danger"  # "any attempt to seize it IS an occupation"
    if bound is not None and not (is_offer(verb) or ends_a_blow(verb)) and _is_provoked(mentions, verb, bound, issuers):
        acts = is_passive(verb) or any(_is_side(mentions, w, issuers) for w in surface_subjects(verb))
        yield "provoked" if acts else "followed"  # "if it comes, OSLO will act"; "if it goes on, MANY will starve"
    elif (
        bound is not None and is_future(verb) and not is_negated(verb) and _is_answered(mentions, verb, bound, issuers)
    ):
        yield "answered"
    if bound is not None and _is_granted(verb, bound):
        yield "treated"
    if (
        is_of(verb, "resting")
        and is_future(verb)
        and any(is_of(c, "blames") for c in verb.children if c.dep == "nsubj")
    ):
        yield "caution_said"  # "RESPONSIBILITY for it WILL REST with Oslo"


def _is_granted(verb: Word, bound: Word) -> bool:
    """Whether somebody is to have the war that he wants: "if they WANT war, they will GET it"."""
    ills = lexicon("content", "calamity", "hostile_acts")
    sought = is_of(bound, "seeking") and any(w.lemma in ills for w in clause(bound).objects)
    given = verb.lemma in {"find", "get", "give", "have"} and not is_negated(verb) and is_future(verb)
    return sought and given and any(c.lower in {"it", "one", "that"} for c in verb.children if c.dep == "dobj")


def _is_treated(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether an act is to be answered under a hostile name: "will be REGARDED as an act of war"."""
    if verb.lemma == "be" and not is_negated(verb):  # "WHOEVER feeds them IS our ENEMY"
        named = [c for c in verb.children if c.dep == "attr" and c.lemma in lexicon("content", "hostile_labels")]
        aims = (c for w in named for c in w.children if w.lemma in {"prey", "target"})
        if any(c.lower in lexicon("asked", "lawful") for c in aims):
            return True  # "the convoys are LEGITIMATE TARGETS"
        every = any(g.lower in _ANY for c in verb.children if c.dep == "nsubj" for g in c.children)
        aimed = every and any(w.lemma == "target" and all(c.dep == "det" for c in w.children) for w in named)
        return aimed or (bool(named) and any(is_dared(c) for c in verb.children if c.dep in {"nsubj", "csubj"}))
    if verb.lemma not in lexicon("content", "treating") or is_negated(verb):
        return False
    themes = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"}]
    if any(t.dep == "nsubjpass" and is_of_issuer(mentions, t, issuers) for t in themes):
        return False  # "said he would be seen as a traitor"
    sweeping = verb.tag in {"VBP", "VBZ"} and any(c.lower in _ANY for t in themes for c in t.children)
    return (sweeping or is_future(verb)) and any(_is_label(w, verb) for w in verb.subtree() if w.i > verb.i)


def _is_label(word: Word, verb: Word) -> bool:
    """Whether a word is the hostile name that something is given by a verb: "as an ENEMY", "an act of WAR"."""
    if word.lemma not in lexicon("content", "hostile_labels") or word.dep not in _LABELS:
        return False
    top = word.head if word.dep in {"amod", "compound"} else word  # "as ENEMY forces"
    if top.dep == "pobj" and top.head.lower == "as":
        return True
    up = word
    while up.head is not verb and up.head is not up and (up.dep in _LABELS or up.dep == "prep"):
        if up.lower in {"against", "by", "for", "from", "in", "on"}:
            return False
        up = up.head
    named = any(w.lower == "as" for w in verb.children) or verb.lemma in {"consider", "deem", "declare", "judge"}
    return named and up.head is verb and up.dep in _LABELS | {"dobj", "prep"}


def _is_provoked(mentions: Mentions, verb: Word, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether something bad follows from what somebody else does: "if the convoy CROSSES, our guns will speak"."""
    if is_negated(verb) or not is_future(verb) or _is_welcome(verb):
        return False
    marks = marks_of(bound)
    if not (bound.dep == "relcl" or marks & {"if", "should", "unless", "once", "whenever"}) or "even" in marks:
        return False
    if bound.lemma in lexicon("content", "states") or is_of_business(bound) or by_issuer(mentions, bound, issuers):
        return False
    return _is_adverse(mentions, bound, issuers)


def _is_answered(mentions: Mentions, verb: Word, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether it hangs on what another state does, and is no good: "if LIMA recognises them, the firms would leave"."""
    if not is_future(verb) or is_negated(verb) or _is_welcome(verb) or is_of_business(bound) or is_of_business(verb):
        return False
    if bound.lemma in lexicon("content", "states") | {verb.lemma} or verb.lemma == "be" or "even" in marks_of(bound):
        return False
    maybe = any(h.lower in {"can", "could", "may", "might"} for h in auxiliaries(verb))
    if maybe and by_issuer(mentions, verb, issuers):
        return False
    granted = lexicon("content", "agreed", "benign", "conceded", "desist", "mild_acts", "permit")
    if bound.lemma in granted and not is_negated(bound):
        return False  # "would fly to Lima if PERU AGREES"
    mild = lexicon("content", "desist", "averting", "peaceful") - {"leave", "lose", "quit", "withdraw"}
    return verb.lemma not in mild and is_abroad(mentions, bound, issuers)


def _is_adverse(mentions: Mentions, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a condition is a step against the speaker: harm, ills that go on, something done again or left undone."""
    subjects = [c for c in bound.children if c.dep in {"nsubj", "nsubjpass"}]
    if any(is_of_issuer(mentions, c, issuers) and c.lower != "it" for c in subjects):
        return False
    if bound.lemma in {"fail", "refuse"} or is_negated(bound):
        bearers = clause(bound).subjects
        due = lexicon("content", "desist", "conceded")
        return any(mentions.actors.who(w) for w in bearers) or (is_passive(bound) and bound.lemma in due)
    if bound.lemma in lexicon("content", "harm", "trespass", "hurts") or is_of(bound, "defying"):
        return True
    ills = lexicon("content", "arms", "calamity", "hostile_acts", "ills")
    ill = any(c.lemma in ills or c.lower in ills for c in subjects)
    agreed = lexicon("content", "desist", "averting")
    if ill and bound.lemma not in agreed and bound.lemma not in {"be", "have"}:
        return True
    on = bound.lemma not in {"go", "start"} or any(c.lower in {"on", "again"} for c in bound.children)
    if is_of(bound, "lasting") and on and any(c.lower in {"it", "this", "that"} for c in subjects):
        return True
    again = any(w.lower in _AGAIN for w in bound.subtree() if w.dep in {"advmod", "amod", "det"})
    plain = lexicon("content", "benign") - {"come", "continue", "visit"} | lexicon("content", "mild_acts")
    return again and bound.lemma not in plain | agreed | lexicon("content", "states", "conceded")


def _is_welcome(verb: Word) -> bool:
    """Whether what would follow is good or plain: "it would HELP", "we would be GLAD", "they would DISCUSS it"."""
    if any(s.lemma in lexicon("content", "hardware") or s.lemma == "army" for s in clause(verb).subjects):
        return False  # "our GUNS will speak"
    plain = lexicon("content", "benign") - {"be"} | lexicon("content", "mild_acts", "procedures")
    if any(h.lower in {"could", "can", "may", "might"} for h in auxiliaries(verb)):
        return not any(w.lemma in lexicon("content", "calamity") for w in verb.subtree())
    if verb.lemma in plain:
        return True
    said = [c for c in verb.children if c.dep in {"acomp", "advmod", "attr", "dobj", "oprd", "xcomp"}]
    said += [g for c in said for g in c.children if g.dep in {"amod", "acomp"}]
    return any(w.lemma in lexicon("content", "good") or w.lower in lexicon("content", "good") for w in said)


def ruins(verb: Word) -> bool:
    """Whether somebody is turned into something bad, or left so: "turn it INTO RUBBLE", "LEAVE them IN CHAINS"."""
    if is_negated(verb):
        return False
    args = clause(verb)
    if verb.lemma in {"become", "convert", "make", "reduce", "transform", "turn"}:
        ends = [*args.oblique("into", "to"), *(c for c in verb.children if c.dep in {"attr", "ccomp", "oprd"})]
        return any(w.lemma in lexicon("content", "bad_ends") for w in ends)
    below = [c for w in (verb, *args.objects) for c in w.children]
    found = (*args.objects, *(g for c in below if c.dep == "ccomp" for g in c.children))
    itself = verb.lemma == "find" and any(w.lower in _ITSELF for w in found) and is_future(verb)
    if verb.lemma not in {"leave", "render"} and not itself:
        return False
    ends = [c for c in below if c.dep in {"acomp", "amod", "oprd", "xcomp", "ccomp", "advcl"}]
    ends += [p for c in below if c.lower in _IN for p in c.children]
    # "will FIND itself ALONE", "BEFORE the court"
    return any({w.lemma, w.lower} & lexicon("content", "forlorn", *(("summoned",) if itself else ())) for w in ends)


@cache
def folly_words() -> frozenset[str]:
    """The nouns and adjectives that may name a folly."""
    return _SIGNALS | {"act", "declaration"} | lexicon("content", "ways", "folly") | lexicon("asked", "unwise")


def is_folly(word: Word) -> bool:
    """Whether a step is said to be a grave mistake, or to tell something bad: "would be a BLUNDER"."""
    if word.lemma not in folly_words():
        return False
    if word.lemma in _SIGNALS:
        bad = any(c.lower in lexicon("content", "bad") for c in word.children)
        return bad and word.dep == "dobj" and is_future(word.head) and not is_negated(word.head)
    if word.lemma in lexicon("content", "ways"):
        evils = lexicon("content", "calamity", "evildoers", "hostile_acts")
        # "calls it A STEP towards war", "a STEP", read as an object
        named = word.dep in {"dobj", "oprd"} and word.head.lemma in lexicon("content", "naming")
        said = (word.dep == "attr" or named) and not is_negated(word.head)
        return said and any(p.lemma in evils for p in leads_to(word))
    if word.dep == "acomp":
        return _is_unwise(word)
    acts = word.lemma in {"act", "declaration"} and word.dep == "attr"  # "any boarding would be an ACT of PIRACY"
    if acts and any(p.lemma in lexicon("content", "hostile_labels") for p in clause(word).oblique("of")):
        return any(is_sweeping(s) for s in surface_subjects(word.head)) and is_future(word.head)
    if word.lemma not in lexicon("content", "folly"):
        return False
    while word.dep == "conj" and word.head.pos == word.pos:
        word = word.head
    verb = word.head
    if word.dep not in {"attr", "oprd"} or not verb.is_verb or verb.dep == "relcl":
        return False
    personal = any(c.lower in {"he", "i", "she", "we"} for c in verb.children if c.dep == "nsubj")
    sure = {"will", "would", "'ll", "’ll", "'d", "’d"} & {h.lower for h in auxiliaries(verb)}
    return not personal and bool(sure) and is_future(verb) and not is_negated(verb)


def _is_unwise(word: Word) -> bool:
    """Whether it would be unwise of somebody else to do something: "it would be FOOLISH for Oslo to strike back"."""
    verb = word.head
    if not is_of(word, "unwise") or "would" not in {h.lower for h in auxiliaries(verb)} or is_negated(verb):
        return False
    tasks = (t for w in (verb, word) for t in w.children if t.tag == "VB" and is_to(t))
    bearers = [c for t in tasks for c in t.children if c.dep in {"nsubj", "nsubjpass"}]
    return any(c.pos in {"NOUN", "PROPN"} or c.lower in {"it", "he", "she", "them", "him", "her"} for c in bearers)


def leads_to(way: Word) -> list[Word]:
    """Where a way goes: "a step TOWARDS WAR", "the door TO TERROR"."""
    ends = {"for", "into", "to", "toward", "towards"}
    return fillers(c for c in way.children if c.lower in ends)


def leads_to_blow(verb: Word) -> bool:
    """Whether an act leads to what somebody does in anger: "could lead to LIMA CLOSING the strait"."""
    preps = [c for c in verb.children if c.lower in {"in", "to"}] if verb.lemma in {"lead", "result"} else []
    acts = [c for p in preps for c in p.children if c.dep == "pcomp" and any(s.dep == "nsubj" for s in c.children)]
    doers = [w for p in preps for w in p.children if w.dep == "pobj"]
    acts += [c for w in doers for c in (*w.children, *verb.children) if c.i == w.i + 1 and c.tag == "VBG"]
    return any(_is_blow(act) and not is_of_business(act) for act in acts)


def _is_blow(act: Word) -> bool:
    """Whether an act harms by its verb or by its object: "CLOSING the strait", "taking REPRISALS"."""
    measures = lexicon("content", "outcome_sure", "imposed")
    objects = clause(act).objects
    return act.lemma in lexicon("content", "harm") or any(w.lemma in measures or is_stern(w) for w in objects)


def is_dared(subject: Word) -> bool:
    """A subject that is defined by the deed: "WHOEVER refuses", "ANYONE WHO crosses", "ANY MORE shells"."""
    sweeping = subject.lower in {"anyone", "anybody", "those"} or any(c.lower in _DEFINED for c in subject.children)
    bid = subject.lemma in lexicon("content", "bids")  # "any ATTEMPT to seize it"
    bid = bid or any(c.lower == "next" for c in subject.children)  # "the NEXT jet to stray over"
    defined = sweeping and any(
        c.dep == "relcl" or (c.dep == "acl" and (bid or c.tag != "VB")) for c in subject.children
    )
    hostile = subject.lemma in lexicon("content", "hostile_acts") and any(c.lower == "any" for c in subject.children)
    more = {c.lower for c in subject.children} | {g.lower for c in subject.children for g in c.children}
    whoever = subject.lower == "whoever" or any(c.lower == "whoever" for c in subject.children if c.dep == "nsubj")
    again = bool(more & {"any", "one", "another"}) and bool(more & {"more", "further", "other", "such"})
    return whoever or defined or hostile or again


def comes_next(verb: Word) -> bool:
    """Whether what is to come follows one deed more: "ONE MORE shell AND the guns will speak", "NEXT TIME it will"."""
    words = verb.sentence.words
    timed = (c for c in verb.children if c.dep == "npadvmod" and c.lemma == "time")
    if any(g.lower == "next" for c in timed for g in c.children):
        return True
    joint = next((w for w in words[::-1] if w.lower == "and" and w.i < verb.i), None)
    if joint is None or any(
        w.is_verb and w.dep != "relcl" for w in words[joint.i : verb.i] if w is not verb and w.pos != "AUX"
    ):
        return False
    before = words[: joint.i]
    starts = next((n for n, w in enumerate(before) if w.lower in {"another", "one"}), None)
    if starts is None or any(w.tag in FINITE or w.lemma in lexicon("content", "welcome") for w in before[starts:]):
        return False  # "one more round of TALKS and it will be signed"
    more = before[starts + 1].lower in _AGAIN if starts + 1 < len(before) else False
    return more or before[starts].lower == "another"


def is_who(subject: Word) -> bool:
    """Whether a subject is people by their deed, of whom a threat tells what they will suffer: "ANYBODY who says"."""
    return subject.lower in {"those", "anybody", "anyone", "whoever"}
