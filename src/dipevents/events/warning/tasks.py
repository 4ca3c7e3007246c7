"""What somebody is told to do: the infinitive or the clause that a verb governs.

urged Oslo TO LEAVE; called on the parties involved TO STOP   an infinitive, also hung on the addressee
the plan calls FOR OSLO TO LEAVE                                a clause
insists that Oslo LEAVE, that no dam BE BUILT                   a subjunctive
wants his men FREED, the frigates OUT, an INQUIRY               a state or an act that is wanted
gave the soldiers two days TO LEAVE                             a deadline
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import lexicon
from dipevents.reading.clauses import Clause, clause, fillers, is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.reading.sentence import Word

__all__ = [
    "TIMES",
    "asked_for",
    "borne",
    "called",
    "called_for",
    "called_too",
    "deadline_task",
    "is_clause",
    "is_infinitive",
    "is_subjunctive",
    "is_that",
    "tasks_of",
    "unwanted",
    "wanted",
    "wanted_from",
    "wanted_so",
]

TIMES = frozenset({"deadline", "day", "fortnight", "hour", "minute", "month", "week", "year"})
"""Nouns of a time that is set."""
_MEASURED = frozenset({"ccomp", "dobj", "npadvmod"})


def is_that(verb: Word) -> bool:
    """Whether a clause begins with the conjunction "that"."""
    return any(c.lower == "that" and c.dep == "mark" for c in verb.children)


def is_clause(verb: Word) -> bool:
    """Whether it is an infinitive or a that-clause, not a relative clause."""
    return is_to(verb) or is_that(verb)


def called_for(verb: Word) -> Word | None:
    """What is called for, read as a clause: "calls FOR OSLO TO LEAVE", "called for the talks TO BE CANCELLED"."""
    for task in (c for c in verb.children if c.dep in {"ccomp", "advcl"} and c.is_verb and c.i > verb.i):
        helpers = {c.lower for c in task.children if c.dep in {"aux", "mark"}}
        behind = any(c.lower == "for" and c.dep == "prep" for c in verb.children)
        if "to" in helpers and ("for" in helpers or (behind and is_passive(task))):
            return task
    whom = fillers(c for c in verb.children if c.lower == "for")
    below = (t for w in whom for c in w.children if c.dep == "amod" for t in c.children if t.dep == "xcomp")
    return next((t for t in below if is_passive(t)), None)  # "called for those responsible TO BE PUNISHED"


def called(args: Clause) -> tuple[Word, ...]:
    """What is called for by a noun: "called for SANCTIONS", "SANCTIONS were called for by Oslo"."""
    stranded = args.passive and any(c.lower == "for" and not c.children for c in args.trigger.children)
    return args.oblique("for") or (args.objects if stranded else ())


def wanted_from(args: Clause) -> tuple[Word, ...]:
    """From whom what is wanted is to come: "wants an apology FROM OSLO"."""
    asked = (w for w in args.objects if w.lemma in lexicon("content", "called_for"))
    return tuple(fillers(c for w in asked for c in w.children if c.lower == "from"))


def wanted(args: Clause) -> tuple[Word, ...]:
    """What is wanted by its own noun: "wants an early ELECTION", "a DATE for the withdrawal"."""
    asked = lexicon("content", "called_for")
    held = (s for s in args.complements if s.tag == "VBN" and not _is_end(s))  # but "wants the sanctions LIFTED"
    told = (c for s in held for c in s.children if c.dep in {"nsubj", "nsubjpass"})
    for word in (*args.objects, *told) if args.trigger.lemma == "want" else ():  # "wants AN APOLOGY read out on air"
        topics = (p for c in word.children if c.lower == "for" for p in c.children)
        vague = word.lemma in lexicon("content", "vague") and all(c.dep in {"det", "punct"} for c in word.children)
        if (word.lemma in asked and not vague) or any(p.lemma in asked for p in topics):
            return (word,)
    return ()


def wanted_so(verb: Word) -> tuple[Word, ...]:
    """How somebody wants something to be: "wants his men FREED", "the FRIGATES out of its waters"."""
    seen = next((c for c in verb.children if c.dep == "xcomp" and c.lemma == "see"), None)
    if verb.lemma != "want" and (verb.lemma != "like" or seen is None):
        return ()
    top = verb if seen is None else seen  # "wants to SEE the men freed"
    for state in (c for c in top.children if c.dep in {"ccomp", "xcomp", "oprd", "acl"} and c.i > verb.i):
        pronoun = any(c.dep == "nsubj" and c.pos == "PRON" for c in state.children)
        helpers = state.tag == "VBD" and top is seen and pronoun
        helpers = helpers or any(c.dep in {"aux", "mark"} for c in state.children)
        bearer = any(c.dep in {"nsubj", "nsubjpass"} and c.i < state.i for c in state.children)
        beside = (c for c in state.children if c.dep == "advmod" and c.lower in lexicon("content", "wanted_away"))
        if bearer and not helpers and any(map(_is_end, (state, *beside))):  # "wants the pilots BACK unharmed"
            return (state,)
    things = tuple(c for c in verb.children if c.dep in {"dobj", "nsubj"} and c.i > verb.i)[:1]
    below = (c for w in (verb, *things) for c in w.children if things and c.i > things[0].i)
    sent = any(_is_end(c) for c in below if c.dep in {"acl", "advmod", "dep", "prep", "prt"})
    return things if sent else ()


def unwanted(verb: Word) -> Word | None:
    """What somebody wants another not to do: "does not want Chad TO STAY", or None."""
    if verb.lemma != "want" or not is_negated(verb):
        return None
    tasks = (c for c in verb.children if is_to(c) and any(s.dep in {"nsubj", "nsubjpass"} for s in c.children))
    harmed = lexicon("asked", "failing") | lexicon("content", "losses", "losing_heart")
    return next((c for c in tasks if c.lemma not in harmed), None)  # "did not want Chad TO SUFFER"


def _is_end(state: Word) -> bool:
    """Whether a state ends something: "FREED", "OUT of its waters"; not "on time"."""
    if state.lemma == "set" and any(c.lower == "free" for c in state.children):
        return True
    if state.tag in {"VBN", "VBD"} or state.lemma == "let" or (state.tag == "VB" and state.head.lemma == "see"):
        ends = lexicon("content", "desist", "enforce", "wanted_done")
        return state.lemma in ends
    return state.lower in lexicon("content", "wanted_away")


def is_subjunctive(verb: Word) -> bool:
    """Whether a clause demands: "insist that Doha close the network", "insist that he must"."""
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    if verb.tag in {"VBN", "VBD"} and any(c.lower == "be" and c.dep == "auxpass" for c in verb.children):
        return not helpers - lexicon("content", "obligation")  # "that no dam BE BUILT"
    singular = any(
        c.dep == "nsubj" and (c.tag in {"NN", "NNP"} or c.lower in {"he", "it", "she"}) for c in verb.children
    )
    governor = verb.head
    told = governor.tag == "VBD" and governor.lemma in lexicon("frames", "subjunctive") | {"insist"}
    if told and governor.i < verb.i and verb.lemma != "be":  # "INSISTED the allies PAY"
        singular = singular or any(c.dep == "nsubj" for c in verb.children)
    return bool(helpers & lexicon("content", "obligation")) or (verb.tag in {"VB", "VBP"} and not helpers and singular)


def borne(args: Clause) -> tuple[Word, ...]:
    """The subject of an infinitive: "expects TURKEY to leave", "called for HIM to go"."""
    return tuple(
        c for word in args.complements if is_to(word) for c in word.children if c.dep in {"nsubj", "nsubjpass"}
    )


def is_infinitive(args: Clause) -> bool:
    """Whether an infinitive belongs to it, if need be hung on the addressee: "called on the rebels to disarm"."""
    return any(
        is_to(word) and not any(c.lower in {"how", "what", "when", "where", "which", "whom"} for c in word.children)
        for word in tasks_of(args)
    )


def tasks_of(args: Clause) -> tuple[Word, ...]:
    """The verbs of what somebody is to do."""
    below = [c for _, word in args.obliques for c in word.children if c.dep in {"acl", "relcl", "advcl"}]
    below += [c for w in below if w.tag == "VBN" for c in w.children if c.dep == "xcomp"]  # "parties INVOLVED to"
    own = [c for c in args.trigger.children if c.dep == "advcl" and c.tag == "VB"]
    return (*args.complements, *below, *own)


def asked_for(asked: Word) -> tuple[Word, ...]:
    """The nouns that are asked for: "seek A HALT", "demand an end", "agree to THE RELEASE"."""
    return (asked,) if asked.is_noun else (*clause(asked).objects, *clause(asked).oblique("to", "for"))


def deadline_task(verb: Word) -> Word | None:
    """What is to be done in an ultimatum: "gave the soldiers 48 hours TO LEAVE", "set Chad a deadline for LEAVING"."""
    for task in (c for c in verb.children if c.dep == "advcl" and c.tag == "VB"):
        if any(c.lower == "until" and c.i < task.i for c in task.children):
            return task  # "gave Chad UNTIL MONDAY to let them in", as it is often parsed
    for task in (c for c in verb.children if c.dep in {"advcl", "xcomp"} and is_to(c)):
        to = next(c for c in task.children if c.lower == "to")
        time = verb.sentence.words[to.i - 1]
        if time.i > verb.i and time.lemma in TIMES and not _is_gone_by(time):
            return task  # "gave envoys from Chad two DAYS TO LEAVE", the days hung on Chad
    near = [verb, *(c for c in verb.children if c.dep in {"dative", "dobj"})]  # "gave the men two HOURS", hung on them
    given = [c for w in near for c in w.children if c.i > verb.i and c.dep in _MEASURED and c.lemma in TIMES]
    given = [c for c in given if not _is_gone_by(c)]
    given += [verb.head] if verb.dep == "relcl" and verb.head.lemma in TIMES else []
    until = [c for c in verb.children if c.dep == "prep" and (c.lower in {"till", "until"} or _is_up_to(c))]
    until += [c for c in verb.children if c.dep == "prt" and _is_up_to(c)]
    if not given and not until:
        return None
    ends = [w for p in until for w in p.subtree()]  # "until the END of the month TO LEAVE"
    below = [c for w in (verb, *given, *ends) for c in w.children]
    clausal = {"acl", "xcomp", "advcl", "relcl", "ccomp"}
    tasks = [c for c in below if c.is_verb and c.tag == "VB" and c.dep in clausal]
    tasks += [c for p in below if p.lower == "for" for c in p.children if c.dep == "pcomp" and c.tag == "VBG"]
    return next(iter(tasks), None)


def _is_up_to(word: Word) -> bool:
    """Whether a word opens "UP to Friday", by which a time is set too."""
    behind = word.sentence.words[word.i + 1 : word.i + 2]
    return word.lower == "up" and any(w.lower == "to" and not is_to(w.head) for w in behind)


def _is_gone_by(time: Word) -> bool:
    """Whether a time only tells when something was given: "was given powers LAST YEAR to buy grain"."""
    return any(c.lower == "last" for c in time.children)


def called_too(verb: Word) -> Iterator[tuple[Word, Word]]:
    """On whom one calls besides, and to do what: "called on Oslo to go and on LIMA to PAY"."""
    for on in (c for c in verb.children if c.dep == "conj" and c.lower in {"on", "upon"}):
        whom = next((c for c in on.children if c.dep == "pobj"), on)
        yield from ((whom, task) for task in whom.children if task.dep == "acl" and is_to(task))
