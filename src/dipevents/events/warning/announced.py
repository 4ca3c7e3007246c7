"""Measures that somebody lets be known without a word of threat.

Oslo announced SANCTIONS against Lima                    announced
Oslo held out the prospect of TARIFFS                     spoken of
Oslo put a BOYCOTT on the table                           put where it may be taken up
Oslo is preparing SANCTIONS against Lima                  got ready, against somebody or on terms
Oslo is considering CLOSING its port in response          an act so
Oslo voted to RECALL its envoy if Lima goes on            resolved on terms
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.bounds import condition_on, marks_of
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.outcomes import harms_jointly, is_force, measures_in
from dipevents.reading.clauses import auxiliaries, clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["announced"]

_AIMED = frozenset({"against", "if", "reprisal", "response", "retaliation", "should", "unless"})
_OFTEN = frozenset({"cut", "stop", "take"})
"""Measures that are often of use at home: not "is considering CUTTING taxes"."""
_PLACES = frozenset({"agenda", "prospect", "table"})


def announced(verb: Word) -> tuple[Word, ...]:
    """The measure that a verb lets be known; empty where it lets none."""
    args, known = clause(verb), lexicon("content", "announced")
    if is_negated(verb):
        return ()
    if verb.lemma in lexicon("verbs", "announce") and verb.dep == "pcomp":
        return ()  # "in ANNOUNCING the sanctions, he said": told as known
    if verb.lemma in lexicon("verbs", "announce"):
        return tuple(w for w in measures_in(args.objects) if w.lemma in known)[:1] if not args.complements else ()
    if is_of(verb, "raising") and (verb.lemma != "hold" or any(c.lower == "out" for c in verb.children)):
        ahead = [w for w in args.objects if is_of(w, "prospects")]
        dangled = args.objects if verb.lemma in {"brandish", "dangle"} else ()
        own = verb.lemma in {"brandish", "dangle", "hold", "wave"} and verb.dep != "advcl"
        # "held out the prospect of WAR", but "raising the spectre of a WAR"
        forceful = known | lexicon("content", "vowed_acts", "calamity") if own else known
        told_of = (c for w in ahead for p in w.children if p.lower == "of" for c in p.children if c.dep == "pcomp")
        cut = tuple(c for c in told_of if harms_jointly(c) or c.lemma in lexicon("content", "measures") - _OFTEN)
        return (*(w for w in (*measures_in(ahead), *dangled) if w.lemma in forceful or is_force(w)), *cut)[:1]
    if verb.lemma == "put" and not _PLACES.isdisjoint(w.lemma for w in args.oblique("in", "on")):
        return tuple(w for w in args.objects if w.lemma in known)[:1]
    if is_of(verb, "voting"):
        told = (*args.complements, *(c for c in verb.children if c.dep == "advcl" and is_to(c)))
        steps = (c for c in told if c.dep != "ccomp" and c.tag == "VB" and _is_on_terms(c))
        hard = (c for c in steps if harms_jointly(c) or c.lemma in lexicon("content", "measures"))
        return tuple(c for c in hard if not _spares(c))[:1]
    now = is_of(verb, "weighing") and any(h.lemma == "be" for h in auxiliaries(verb)) and verb.tag == "VBG"
    if not now or not any(w.lower in _AIMED for w in verb.subtree()):
        return ()
    blows = lexicon("content", "measures") - _OFTEN
    tasks = (c for c in args.complements if c.tag == "VBG" and (harms_jointly(c) or c.lemma in blows))
    return (*(w for w in measures_in(args.objects) if w.lemma in known), *tasks)[:1]


def _is_on_terms(step: Word) -> bool:
    """Whether something is to be done if another does not yield, and not until then: "RECALL it if Lima goes on"."""
    bound = condition_on(step)
    return bound is not None and "until" not in marks_of(bound)


def _spares(step: Word) -> bool:
    """Whether what is cut or halted is one's own blow: "agreed to suspend ITS STRIKES if Lima withdraws"."""
    blows = (w for w in clause(step).objects if w.lemma in lexicon("content", "announced", "hostile_acts"))
    return any(c.tag == "PRP$" for blow in blows for c in blow.children)
