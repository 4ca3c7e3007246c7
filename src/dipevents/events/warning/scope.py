"""What takes a warning back before it is one: a question, a denial, something put off.

will ask Oslo to go                                        what is only to be voiced
asked whether it would lead to war; “will they go?”        a question
stopped short of calling for; rather than urging           what was not voiced
expressed little concern; does not have any worry          what is not felt
does not think Oslo should go; it is wrong to expect war   what is not thought
would reduce the risk of war; zero chaos                   an evil that is put off, or is not there
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.claims import disowned, report_of
from dipevents.events.moods import is_customary
from dipevents.events.warning.bounds import condition_on
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.reading.sentence import Word

__all__ = [
    "is_absent",
    "is_averted",
    "is_denied",
    "is_hoped",
    "is_left_out",
    "is_put_off",
    "is_queried",
    "is_told",
    "without_denied",
]

_ASKING = frozenset({"ask", "question", "wonder", "query"})
_OPEN = frozenset({"whether", "if"})
_NONE = frozenset({"no", "zero", "little", "few", "neither"})
_LETTING = frozenset({"allow", "bind", "enable", "entitle", "oblige", "permit", "require"})
_SHORT = frozenset({"enough", "less", "little", "nothing"})
"""What is done of it by who fails to warn: "did too LITTLE to press Oslo"."""
_TOLD = frozenset({"acl", "ccomp", "relcl"})
_THOUGHTS = _TOLD | {"xcomp"}
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "conj", "pcomp", "advcl"})


def is_queried(word: Word) -> bool:
    """Whether a word stands in what is only asked: "asked if it left him CONCERNED"."""
    for up in (word, *word.ancestors()):
        if any(c.lower in _OPEN and c.dep == "mark" for c in up.children) and up.head.lemma in _ASKING:
            return True
    return False


def is_put_off(verb: Word, kind: WarningKind | None) -> bool:
    """Whether a mere request is only to be voiced: "WILL ASK Oslo to go"; not "will URGE Oslo", which is news."""
    if kind is WarningKind.CAUTION or not verb.is_verb or verb.head.lemma in {"continue", "keep"}:
        return False
    if verb.lemma not in lexicon("force", "weak", "mild", "faint"):
        return False
    if auxiliaries(verb) and any(w.lower in {"i", "we"} for w in clause(verb).subjects):
        return False  # "I WOULD ASK Oslo to go"
    ends = any(c.dep == "xcomp" and c.lemma in lexicon("content", "desist") for c in verb.children)
    if ends and verb.tag == "VB" and "will" in {h.lower for h in auxiliaries(verb)}:
        return False  # "will ask Oslo to LIFT its quotas"
    return verb.dep != "ROOT" or not is_to(verb)  # a headline: "Danish PM TO URGE Oslo to go"


def is_left_out(word: Word) -> bool:
    """Whether a warning is told as not voiced: "without CALLING for", "no right to DEMAND", "little CONCERN"."""
    before = [w.lower for w in word.sentence.words[max(0, word.i - 3) : word.i]]
    if word.is_verb and (
        before[-1:] == ["without"] or before[-2:] in (["rather", "than"], ["instead", "of"], ["short", "of"])
    ):
        return True
    bids = kinds("verbs").get(word.lemma) is WarningKind.DEMAND  # "China ALWAYS URGES the parties to talk" urges them
    if _is_unfelt(word) if word.is_noun else is_customary(word, always=not bids):
        return True
    if word.dep == "pcomp" and word.head.head.tag == "VB" and is_to(word.head.head):
        above = word.head.head.head
        if any(c.dep == "nsubj" and c.i > above.i for c in word.head.head.children):
            return True  # "the way out is FOR OSLO TO JOIN Lima IN PRESSING for peace"
    up = word.head if word.is_noun and word.dep == "dobj" else word
    for _ in range(4):
        head = up.head
        if head is up or up.dep not in _GOVERNED:
            return False
        held = up.dep == "ccomp" and head.lemma in lexicon("frames", "held")
        if held and any(c.dep == "nsubj" and c.lower in {"few", "nobody"} for c in head.children):
            return True  # "NOBODY believes that Oslo will THREATEN Lima"
        bid = kinds("verbs").get(head.lemma) is WarningKind.DEMAND and head.lemma != "summon" and clause(head).objects
        modal = any(c.tag == "MD" for c in up.children)  # "told us that Oslo WOULD not YIELD, while Lima URGED"
        if up.tag == "VB" and not modal and (bid or head.lemma in _LETTING | lexicon("frames", "persuading")):
            return True  # "ALLOWS us to RAISE concerns", "ASKED Peru to PRESS Chile"
        short = any(c.lower in _SHORT and c.i < up.i and c.dep in {"advmod", "dobj"} for c in head.children)
        if short and up.tag == "VB" and up.dep in {"advcl", "xcomp"}:
            return True
        lacking = (c for c in head.children if c.dep == "dobj" and up.dep == "advcl" and up.tag == "VB")
        if (head.is_noun and up.dep == "acl" and is_absent(head)) or any(is_absent(c) for c in lacking):
            return True
        up = head
    return False


def _is_unfelt(noun: Word) -> bool:
    """Whether a noun is not there: "LITTLE concern", "does not have any WORRY", "has yet to voice CONCERN"."""
    if is_absent(noun):
        return True
    verb = noun.head
    named = any(c.dep in {"amod", "compound", "poss"} and c.text[:1].isupper() for c in noun.children)
    eased = noun.dep == "dobj" and verb.lemma in lexicon("content", "averting") and not named  # not "ease OSLO'S worry"
    if eased and noun.lemma in kinds("nouns"):
        return kinds("nouns")[noun.lemma] is WarningKind.CONCERN
    voicing = (
        verb.is_verb
        and noun.dep in {"dobj", "nsubjpass"}
        and verb.lemma in lexicon("frames", "express") | {"have", "make"}
    )
    return voicing and is_negated(verb)


def is_absent(noun: Word) -> bool:
    """Whether there is none of it: "NO threat", "ZERO chaos", "little concern" (not "a little")."""
    return any(
        c.lower in _NONE and not any(d.lower in {"a", "the"} for d in (*c.children, *noun.children) if d.i < c.i)
        for c in noun.children
    )


def is_averted(evil: Word) -> bool:
    """Whether an evil is to end or not to come: "the end of the WAR", "would reduce the risk of an ATTACK"."""
    up = evil
    for _ in range(3):
        up = up.head.head if up.dep in {"pobj", "pcomp"} else up.head
        if up.lemma in lexicon("content", "averting"):
            return True
        if not up.is_noun:
            return False
    return False


def is_hoped(verb: Word) -> bool:
    """Whether what would be harm is hoped for, left or done for duty's sake: "HOPES it will SHATTER the myth"."""
    if verb.dep in {"acl", "ccomp"} and verb.head.lemma in {"hop", "hope", "wish"}:
        return True
    words = verb.sentence.words
    return [w.lower for w in words[max(0, verb.i - 4) : verb.i] if w.lower in {"rather", "than"}] == ["rather", "than"]


def without_denied(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a content without what it says is not thought, or not so: "reports THAT IT WOULD GO are untrue"."""
    dropped = {w.i for governor in words if _denies(governor) for c in _thoughts(governor) for w in c.subtree()}
    dropped |= {w.i for governor in words for c in _open(governor) for w in c.subtree()}
    told = (c for c in words if c.is_verb and c.dep in _TOLD and report_of(c) is not None and disowned(c) is not None)
    dropped |= {w.i for clause_told in told for w in clause_told.subtree()}
    return tuple(w for w in words if w.i not in dropped)


def _open(asking: Word) -> Iterable[Word]:
    """The clauses that are only asked: "“no,” she said when asked IF he SHOULD GO", "too early to say WHETHER"."""
    if asking.lemma in _ASKING:
        return [c for c in asking.children if any(m.lower in _OPEN and m.dep == "mark" for m in c.children)]
    below = [c for c in asking.children if c.dep in {"ccomp", "pcomp", "xcomp"}]
    return [c for c in below if any(m.lower == "whether" and m.dep == "mark" for m in c.children)]


def _denies(word: Word) -> bool:
    """Whether what a word governs is held to be false, or open: "does not THINK", "is WRONG to expect", "not SURE".

    Or hardly likely: "there is little CHANCE that it will", "the CHANCES that it will are slim".
    """
    if is_of(word, "likelihoods"):
        beside = word.head.children if word.dep == "nsubj" else ()
        return is_absent(word) or any(c.dep == "acomp" and is_of(c, "slight") for c in beside)
    if word.is_verb and word.lemma in lexicon("frames", "held"):
        return is_negated(word)
    if word.lemma == "accept" and {"do", "does"} & {h.lower for h in auxiliaries(word)}:
        return is_negated(word)  # "I DO NOT ACCEPT that we are heading for war"
    unsure = word.lower in lexicon("asked", "sure") and is_negated(word.head)
    return word.pos == "ADJ" and (unsure or word.lemma in lexicon("frames", "false"))


def _thoughts(governor: Word) -> Iterable[Word]:
    """The clauses that a verb or an adjective governs, also across its verb: "it is WRONG to EXPECT"."""
    near = (governor,) if governor.is_verb or governor.is_noun else (governor, governor.head)
    return (c for w in near for c in w.children if c.dep in _THOUGHTS and c.is_verb and c is not governor)


def is_told(verb: Word) -> bool:
    """Whether a verb is no aside: not in a relative clause, but for "the DAY will come when we STRIKE", "a VOW to"."""
    if verb.dep == "ccomp" and verb.head.lemma in lexicon("frames", "persuading") and is_to(verb.head):
        return False  # "had to CONVINCE his party that it SHOULD agree"
    if verb.dep in {"ccomp", "xcomp"} and verb.head.dep == "advcl" and verb.head.lemma in _LETTING:
        return False  # "asked for a report TO ENABLE it TO ACT"
    return verb.dep != "relcl" or verb.head.lemma in {"day", "hour", "moment", "time", "vow"}


def is_denied(verb: Word) -> bool:
    """Whether an act will not be: "will NOT strike", "is NOT going to STRIKE", "will NOT be forced to STRIKE"."""
    carried = verb.dep == "xcomp" and (verb.head.lower == "going" or is_of(verb.head, "forcing"))
    return is_negated(verb) or (carried and is_negated(verb.head)) or _is_unreal(verb)


def _is_unreal(verb: Word) -> bool:
    """Whether an act would be another's: "if I WERE the minister, I would close it"."""
    first = verb.head if verb.dep == "conj" and verb.head.is_verb else verb
    bound = condition_on(first)
    return bound is not None and bound.lower == "were" and any(c.lower == "i" for c in bound.children)
