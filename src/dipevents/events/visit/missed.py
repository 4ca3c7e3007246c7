"""Plans that came to nothing: "was to have come", "was due there but fell ill", "has put off a trip"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.phases import Phase, class_of
from dipevents.events.visit.frames import visit_words
from dipevents.reading.clauses import auxiliaries, is_negated
from dipevents.reading.grammar import is_of

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["between", "came_not", "fell_through", "is_dropped_next", "is_off_by_now", "never_was", "was_due"]

ALONE = frozenset({"aux", "auxpass", "mark", "nsubj", "nsubjpass"})
"""Words of a verb beside another that has none of that one's."""


def never_was(verb: Word) -> bool:
    """Whether something was to have been done and was not: "was to have flown to Prague"."""
    if verb.head.lemma == "let" and _is_not_let(verb):
        return True
    if verb.tag in {"VBD", "VBN"} and verb.dep == "conj" and not any(c.dep in ALONE for c in verb.children):
        verb = verb.head  # "was to have left on Monday and RETURNED on Friday"
    if not verb.is_verb or verb.dep == "ccomp" or verb.head.lower not in {"was", "were", "due", "supposed"}:
        return False
    return {"to", "have"} <= {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}


def was_due(trigger: Word) -> Word | None:
    """The past verb of what had been planned: "WAS due there on Monday", "WAS to fly there"; else None."""
    inner = {"xcomp", "acomp"}
    above = trigger.ancestors() if trigger.dep in inner else ()
    verb = next((up for up in above if up.dep not in inner), trigger)
    due = verb is not trigger or trigger.lower in visit_words("presence", "due")
    due = due or trigger.lower in {"expected", "scheduled"} or trigger.lemma in visit_words("verbs", "due")
    return verb if due and any(c.lower in {"was", "were", "had"} for c in (verb, *auxiliaries(verb))) else None


def came_not(verb: Word) -> bool:
    """Whether somebody is told not to have come: "DID NOT COME", "FAILED to appear", "has STAYED at home"."""
    moves = visit_words("verbs", "arrive", "go") | {"appear", "come", "show", "turn"}
    home = any(w.lower in {"away", "behind", "home"} for c in verb.children for w in (c, *c.children))
    failed = verb.lemma == "fail" and any(c.lemma in moves for c in verb.children)
    return failed or (verb.lemma in {"remain", "stay"} and home) or (verb.lemma in moves and is_negated(verb))


def fell_through(trigger: Word) -> bool:
    """Whether something came between: "WAS due there BUT fell ill", "WAS ON HIS WAY WHEN he was called back"."""
    above = trigger.head.head if trigger.lemma == "way" else trigger
    turned = visit_words("support", "turned")
    turns = (v for c in above.children if c.dep == "advcl" for v in (c, *c.children) if v.lemma in turned)
    on_way = above.dep == "ROOT" and (above is not trigger or trigger.tag in {"VBG", "VBN"})
    if on_way and any(w.lower in {"back", "home"} for v in turns for w in v.children):
        return True
    verb = was_due(trigger)
    if verb is None:
        return False
    # "a delegation that WAS TO FLY there STAYED AT HOME", "FAILED to appear"
    main = verb.head.head if verb.dep == "relcl" else verb
    if came_not(main):
        return True
    come = between(trigger)
    if come is None:
        return False
    if come.lemma in {"decline", "refuse"} or is_of(come, "report_verbs"):
        return False
    subjects = [c.lemma for c in come.children if c.dep in {"nsubj", "nsubjpass"}]
    named = {"flight", "plane", "visit", "trip", "journey"} & set(subjects)
    return came_not(come) or bool(named) or (not subjects and come.tag != "VB")


def is_dropped_next(noun: Word) -> bool:
    """Whether what is told of a visit goes on with its end: "a visit was planned AND HAS BEEN CANCELLED"."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or not verb.is_verb:
        return False
    chain = [verb, *(c for c in verb.children if c.dep == "parataxis")]  # "was planned, officials SAID, and"
    later = (c for v in chain for c in v.children if c.dep == "conj" and c.is_verb and c.i > verb.i)
    own = (v for v in later if not any(c.dep in {"nsubj", "nsubjpass", "dobj"} for c in v.children))
    return any(v.tag in {"VBD", "VBN"} and class_of(v) is Phase.DENIED and not is_negated(v) for v in own)


def between(trigger: Word) -> Word | None:
    """What came between, of a plan: "was due there on Friday BUT the trip was CALLED OFF"; else None."""
    verb = was_due(trigger)
    if verb is None:
        return None
    above = verb.head
    if never_was(trigger) and verb.dep == "parataxis" and above.tag == "VBD" and verb.i < above.i:
        return above  # "was to have spoken there on Monday; the plane BROKE down"
    beside = [c for w in (verb, *([] if verb is trigger else [trigger])) for c in w.children]
    come = next((c for c in beside if c.dep == "conj" and (c.tag in {"VBD", "VBN"} or is_negated(c))), None)
    return come if any(c.lower == "but" for c in beside) else None


def is_off_by_now(trigger: Word) -> bool:
    """Whether what is or will be, and nothing past, tells that a plan is off: "HAS put off a trip", "WILL NOT come"."""
    above = (w for up in (trigger, *trigger.ancestors()) for w in (up, *(c for c in up.children if c.dep == "conj")))
    told = [verb for verb in above if verb.is_verb and not is_of(verb, "report_verbs")]
    return any(w.lower in {"has", "have", "will", "wo"} and w.tag != "VB" for verb in told for w in auxiliaries(verb))


def _is_not_let(verb: Word) -> bool:
    """Whether somebody is kept from it: "refused to LET Kim enter", "did not LET Kim enter"."""
    let = verb.head
    return let.lemma == "let" and verb.is_verb and (is_negated(let) or let.head.lemma in {"refuse", "decline"})
