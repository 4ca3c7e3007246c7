"""Acts that harm nobody, though their words could.

will fight INFLATION; will fire in a DRILL; will respond to the OFFER     against an evil, in an exercise, in peace
will cut its interest RATES; will not allow the KRONE to fall            of figures alone
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.bounds import condition_on, marks_of
from dipevents.events.warning.business import is_dealing, is_of_business
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.outcomes import harms_jointly
from dipevents.reading.clauses import clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["cuts_figures", "is_offer", "is_peaceful", "is_shared", "spares"]

_OWN = frozenset({"her", "his", "its", "our", "their"})


def cuts_figures(verb: Word) -> bool:
    """Whether figures alone are brought down: "could CUT its RATES again"; not "would CUT the aid"."""
    figures = [c for c in verb.children if c.dep == "dobj"] if is_of(verb, "lowering") else []
    return bool(figures) and all(map(is_dealing, figures))


def spares(verb: Word) -> bool:
    """Whether what "will not be let happen" blames nobody, or it is no forbearance: "will not STAND IN the way"."""
    if any(is_of_business(c) or _is_mishap(c) for c in verb.children if c.is_verb):
        return True  # "will not allow THE KRONE to fall", "will not let ONE CRASH spoil the friendship"
    borne = [c for c in verb.children if c.dep == "dobj"]
    if borne and all(map(is_dealing, borne)):
        return True  # "cannot tolerate a further RISE OF THE KRONE"
    return verb.lemma == "stand" and not any(c.lower in {"aside", "by", "for", "idly"} for c in verb.children)


def _is_mishap(verb: Word) -> bool:
    """Whether something happens that nobody does: "will not let a CRASH spoil it", "not allow any bank to GO UNDER"."""
    under = verb.lemma == "go" and any(c.lower in lexicon("content", "forlorn") | {"under"} for c in verb.children)
    if under or is_of(verb, "failing"):
        return True
    return any(s.lemma in lexicon("content", "mishaps") for s in clause(verb).subjects)


def is_offer(verb: Word) -> bool:
    """Whether somebody offers to end what he does: "would HALT its ADVANCE", "will STOP BOMBING it if Oslo stops"."""
    if not is_of(verb, "ceasing") or is_negated(verb):
        return False
    known = lexicon("asked", "hostilities", "waged") | lexicon("content", "hostile_acts")
    done = [c for c in verb.children if c.dep == "dobj" and c.lemma in known]
    gerunds = any(c.tag == "VBG" and c.lemma in lexicon("content", "harm") for c in clause(verb).complements)
    own = any(c.dep == "poss" and c.lower in _OWN for w in done for c in w.children)
    own = own or any(is_of(c, "downed_tools") for c in verb.children if c.dep == "dobj")  # "would SUSPEND the WALKOUT"
    bound = condition_on(verb)
    asked = bound is not None and "if" in marks_of(bound) and not is_negated(bound)
    return own or (asked and (gerunds or bool(done)))


def is_peaceful(verb: Word) -> bool:
    """What harms nobody: to fight an evil, to fire in an exercise, to answer an offer, or merely to respond."""
    if is_offer(verb):
        return True
    args, evils = clause(verb), lexicon("content", "common_evils", "contested")
    fights = not harms_jointly(verb)  # "OPEN FIRE" fights no fire
    if fights and any(w.lemma in evils for w in (*args.objects, *args.oblique("against"))):
        return True
    if any(f"{verb.lemma} {w.lemma}" in lexicon("content", "harmless_joined") for w in args.objects):
        return True
    if any(f"{verb.lemma} {c.lower}" in lexicon("content", "harmless_joined") for c in verb.children):
        return True  # "will HANG ON"
    tasks = [c for c in verb.children if is_to(c)]  # "will fight TO KEEP the tax"; not "to destroy them"
    spared = bool(tasks) and not any(c.lemma in lexicon("content", "harm") for c in tasks)
    if verb.lemma == "fight" and not args.objects and (spared or args.oblique("for", "to", "until")):
        return True  # "we will fight for our rights", "will fight TO THE END"
    if verb.lemma in {"execute", "launch", "pursue"} and args.objects and all(map(is_dealing, args.objects)):
        return True  # "will launch a new series of CERTIFICATES"
    ills = lexicon("content", "hostile_acts", "vowed_acts", "levers") | lexicon("asked", "waged")
    aimed = any(c.lower == "against" for w in (verb, *args.objects) for c in w.children)
    if verb.lemma == "intensify" and args.objects and not (aimed or any(w.lemma in ills for w in args.objects)):
        return True  # "will INTENSIFY its SEARCH for oil"
    if verb.lemma == "close" and not args.objects and all(c.dep not in {"advmod", "prt"} for c in verb.children):
        return True  # "the exchange will CLOSE at noon"
    if is_of(verb, "easing") and args.objects and all(is_of(w, "burdens") for w in args.objects):
        return True  # "will CUT its DUTIES"
    if any(w.lemma in lexicon("content", "exercises") for w in args.oblique("in", "during", "at")):
        return True
    if verb.lemma not in {"respond", "react", "answer"}:
        return False
    ends = (*args.objects, *args.oblique("to"))
    asked = any(w.lemma in lexicon("content", "overtures") for w in ends)
    traded = bool(ends) and all(is_dealing(w) or any(c.lemma == "market" for c in (w, *w.children)) for w in ends)
    return asked or traded or not any(c.dep in {"prep", "dobj"} for c in verb.children)  # "react to MARKET forces"


def is_shared(mentions: Mentions, noun: Word) -> bool:
    """Whether one's own is another's, too: "will close its border WITH CHAD", "will halt its exports TO CHAD"."""
    hung = (p for c in noun.children if c.dep == "prep" and c.lower in {"to", "with"} for p in c.children)
    return any(mentions.actors.who(p) or mentions.actors.at(p) for p in hung)
