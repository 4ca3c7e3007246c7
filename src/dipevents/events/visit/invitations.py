"""What is told of an invitation: by whom, not extended, not answered as yet, to be accepted if it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words
from dipevents.events.visit.of_whom import bears_office
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import (
    appositions,
    auxiliaries,
    clause,
    conjuncts,
    fillers,
    is_negated,
    support_verb,
    verb_above,
)
from dipevents.reading.grammar import is_of, is_yet_to_be

if TYPE_CHECKING:
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["as_answered", "invitation", "inviters", "is_answered", "is_unanswered"]


_ANSWERS = {
    "acceptance": VisitStatus.PLANNED,
    "refusal": VisitStatus.CANCELLED,
    "rejection": VisitStatus.CANCELLED,
}
"""Nouns of what is done with an invitation."""


def _invitation_of(trigger: Word) -> tuple[Word, Word] | None:
    """An invitation, or the one to do what a verb says, and the verb that tells what becomes of it."""
    noun = trigger.head if trigger.is_verb and trigger.dep in {"acl", "relcl"} else trigger
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "to" else noun.head
    return (noun, verb) if noun.lemma == "invitation" and verb.is_verb else None


def is_uninvited(trigger: Word) -> bool:
    """Whether nobody was invited: "has NOT EXTENDED an invitation", "received NO INVITATION"."""
    told = _invitation_of(trigger)
    if told is None or told[1].lemma in visit_words("support", "accepting", "declining"):
        return False
    noun, verb = told
    return is_negated(verb) or any(c.lower == "no" for c in noun.children)


def is_answered(noun: Word) -> bool:
    """Whether an invitation told before was accepted or declined: "The INVITATION was accepted with pleasure"."""
    told = noun.dep == "nsubjpass" and noun.lemma == "invitation"
    told = told and noun.head.lemma in visit_words("support", "accepting", "declining")
    return told and any(c.lower in {"the", "this"} for c in noun.children)


def is_unanswered(trigger: Word) -> bool:
    """Whether it is open if the guest comes: "has NOT YET ACCEPTED an invitation", "WOULD ACCEPT one IF it came".

    Also "IF she were to ACCEPT it".
    """
    told = _invitation_of(trigger)
    if told is None:
        return False
    noun, verb = told
    if verb.lemma in visit_words("support", "answering"):
        return is_negated(verb) or is_yet_to_be(verb)
    if verb.lemma not in visit_words("support", "accepting") or noun.dep not in {"dobj", "nsubjpass"}:
        return False
    helpers = {h.lower for h in auxiliaries(verb)}
    if is_negated(verb) and not is_yet_to_be(verb):
        return bool(helpers & {"has", "have", "'ve"})
    terms = (m.lower for c in verb.children if c.dep == "advcl" for m in c.children if m.dep == "mark")
    asked = any(m.lower == "if" for v in (verb, verb.head) if v.dep == "advcl" for m in v.children if m.dep == "mark")
    return is_yet_to_be(verb) or asked or bool({"if", "unless"} & set(terms) and helpers)


def as_answered(invitation: Word) -> VisitStatus:
    """An invitation is possible until it is accepted or declined, or another is sent: "had been invited but SENT"."""
    answer = _ANSWERS.get(invitation.head.head.lemma) if invitation.dep == "pobj" else None
    if answer is not None:
        return answer
    joined = {c.lemma for c in invitation.children if c.dep == "conj"}
    above = set() if invitation.dep == "conj" else {invitation.head.lemma}  # "REJECTED the charge and invited Kim"
    verbs = above | joined
    if verbs & visit_words("support", "accepting") or any(map(_promises, invitation.children)):
        return VisitStatus.PLANNED
    off = "send" in joined or verbs & visit_words("support", "declining")
    return VisitStatus.CANCELLED if off else VisitStatus.POSSIBLE


def _promises(verb: Word) -> bool:
    """Whether a guest says that he will come: "has been invited and HAS SAID HE WILL GO"."""
    moves = visit_words("verbs", "go") | visit_words("verbs", "arrive") | {"attend", "come", "visit"}
    told = [c for c in verb.children if c.dep == "ccomp" and c.lemma in moves and not is_negated(c)]
    will = any(w.lower in {"will", "would"} for c in told for w in auxiliaries(c))
    own = not any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children)
    return verb.dep == "conj" and own and is_of(verb, "report_verbs") and will


def inviters(trigger: Word) -> list[Word]:
    """Who invites beside a trigger: "at the invitation of X", "as the guest of X"."""
    found: list[Word] = []
    words = trigger.sentence.words
    for word in (*words[:4], *words[trigger.i : trigger.i + 40]):  # "AT THE INVITATION of Zeman, Kim will"
        if word.lemma not in visit_words("hosting", "of") or word.dep != "pobj" or _is_of_another(word, trigger):
            continue
        found.extend(c for c in word.children if c.dep == "poss")
        of = [p for c in word.children if c.dep == "prep" and c.lower == "of" for p in c.children]
        found.extend(w for p in of for w in (p, *conjuncts(p)))
    return [*found, *(a for w in found for a in appositions(w))]  # "the guest of the number two, KIM"


def _is_of_another(invitation: Word, trigger: Word) -> bool:
    """Whether somebody else was invited: "the visit comes a month after KIM WENT to Oslo at the invitation of"."""
    verb = verb_above(invitation)
    if verb is None or verb.dep != "advcl" or verb is trigger or trigger.is_under(verb):
        return False
    return any(c.dep in {"nsubj", "nsubjpass"} and c.pos != "PRON" for c in verb.children)


def invitation(noun: Word) -> Frame:
    """Kim's INVITATION to Prague: who is asked there, and by whom."""
    found = clause(noun)
    support = support_verb(noun) or (noun.head if noun.dep in {"dobj", "nsubjpass"} and noun.head.is_verb else None)
    visitors, hosts = _guests_and_hosts(noun, found, support)
    if not hosts and visitors:  # "a SAUDI invitation"
        hosts = tuple(c for c in noun.children if c.dep == "amod" and c.text[:1].isupper())
    goals = [w for w in found.oblique("to", "in") if not bears_office(w)]
    if any(w.lemma in visit_words("nouns", "feast") and not clause(w).oblique("in", "at") for w in goals):
        return Frame(noun, Kind.INVITE)  # who "declined an invitation to a DINNER" may be there all the same
    return Frame(noun, Kind.INVITE, visitors, tuple(goals), hosts, local=local_of(noun))


def _guests_and_hosts(noun: Word, found: Clause, support: Word | None) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Who is asked, and who asks: by the phrases of an invitation, whose it is, and what is done with it."""
    told = tuple(found.oblique("from", "by"))
    owners = tuple(c for c in noun.children if c.dep == "poss" and c.tag != "PRP$")
    near = (c for c in noun.head.children if noun.dep == "dobj" and c.lower == "to" and c.i == noun.i + 1)
    to = (*found.oblique("to"), *fillers(near))  # the parser hangs it on "criticised"
    asked = tuple(dict.fromkeys(w for w in to if w.pos == "PROPN" and bears_office(w)))
    verb = noun.head if noun.dep == "nsubj" else support
    lent = clause(support) if support is not None else None
    # "Zeman's invitation TO PRESIDENT KIM still stands", "Oslo criticised Prague's invitation TO PRESIDENT KIM"
    if asked and (owners or verb is None or verb.lemma in {"have", "stand"}):
        return asked, (*told, *(owners or (lent.subjects if lent is not None else ())))
    answer = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if answer is not None and answer.lemma in _ANSWERS:  # "her ACCEPTANCE of an invitation to Prague"
        return clause(answer).subjects, (*told, *owners)
    if support is None or lent is None:
        return (), told
    if support.lemma in visit_words("support", "answered", "declining"):
        return lent.subjects, (*told, *(w for w in owners if w not in lent.subjects))  # "accepted KIM'S invitation"
    if support.lemma in {"extend", "issue", "give", "offer", "send", "hand", "make"}:
        return (*lent.recipients, *lent.oblique("to"), *found.oblique("to")), (*told, *lent.subjects)
    if support.lemma in visit_words("verbs", "refuse"):  # "withdrew an invitation to Kim"
        return (*lent.recipients, *found.oblique("to")), lent.subjects
    return (), told
