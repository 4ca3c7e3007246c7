"""What leads to an evil, by its verb and what that verb has.

would lead to WAR; will bring more DISPLACEMENT      an evil by its noun
could lead to LIMA CLOSING the strait                  what somebody does in anger
threatens to UNDERMINE it, to BRING about a war         what is feared of whoever "threatens"
the QUOTAS threaten to ruin our fishermen               nor does a thing threaten anybody: who says so warns
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.bounds import condition_on
from dipevents.events.warning.business import is_of_business
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.scope import is_absent
from dipevents.events.warning.stakes import leads_to, leads_to_blow, ruins
from dipevents.reading.clauses import clause, is_negated, is_passive, with_conjuncts

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["bodes_ill", "brings_calamity", "is_feared"]


def bodes_ill(mentions: Mentions, verb: Word) -> bool:
    """Whether a thing is said to "threaten to" do harm: "these MEASURES threaten to RUIN our fishermen"."""
    args = clause(verb)
    things = args.subjects if verb.lemma == "threaten" and not is_negated(verb) else ()
    if not things or any(w.pos != "NOUN" or mentions.actors.who(w) for w in things):
        return False
    harm = lexicon("content", "harm", "hurts", "menaces")
    acts = [c for c in args.complements if c.dep == "xcomp" and not is_of_business(c)]
    return any(c.lemma in harm or brings_calamity(c) or ruins(c) for c in acts)


def is_feared(act: Word | None) -> bool:
    """Whether what somebody "threatens" is feared of him: "threatens to UNDERMINE it", "to BRING about a war"."""
    if act is None or act.dep != "xcomp" or condition_on(act) is not None:
        return False
    if is_of(act, "slowing") and any(w.lemma in lexicon("content", "endangered") for w in clause(act).objects):
        return True  # "it threatened to HAMPER economic GROWTH"
    return act.lemma in lexicon("content", "menaces", "overtaking") or (is_of(act, "dragging") and brings_calamity(act))


def brings_calamity(verb: Word) -> bool:
    """Whether what a verb leads to is an evil: "would lead to WAR", "will bring more DISPLACEMENT"."""
    if leads_to_blow(verb):
        return True
    args = clause(verb)
    objects = args.objects if verb.lemma not in lexicon("content", "averting") else ()  # "can END the war"
    ends = [*objects, *args.oblique("to", "in", "into", "towards", "toward")]
    ends += [c for c in verb.children if c.dep == "attr"]
    ends = [w for w in ends if not is_absent(w)]  # "posed NO threat"
    ends += [p for w in ends if w.lemma in lexicon("content", "ways") for p in leads_to(w)]
    ends += [p for w in ends if w.lemma in lexicon("content", "outbreaks") for p in clause(w).oblique("of")]
    if verb.lemma == "mean":
        ends += args.complements
    if verb.lemma == "result" and any(_costs_dear(c) for p in verb.children if p.lower == "in" for c in p.children):
        return True
    if verb.lemma in {"be", "mean"} and any(map(_yields, args.complements)):
        return True
    return any(
        w.lemma in lexicon("content", "calamity")
        or w.lemma == "risk"
        or (w.lemma in lexicon("content", "folly") and w.lemma != "crime" and verb.lemma in {"amount", "mean"})
        or any({c.lemma, f"{c.lower} {w.lemma}"} & lexicon("content", "calamity") for c in w.children)
        or (is_of(w, "troubles") and any(is_of(c, "weighty") for c in w.children))  # "SERIOUS PROBLEMS"
        or (
            w.lemma in {"brink", "edge", "verge", "be"}
            and any(c.lemma in lexicon("content", "calamity") for c in w.subtree())
        )
        for w in ends
    )


def _costs_dear(act: Word) -> bool:
    """Whether an act is a loss, or is forced on somebody: "in Oslo LOSING its trade", "in its BEING FORCED"."""
    forced = is_passive(act) and act.lemma in {"compel", "force", "oblige"}
    return act.tag in {"VBG", "VBN"} and any(
        forced or w.lemma in lexicon("content", "losses") for w in with_conjuncts([act])
    )


def _yields(act: Word) -> bool:
    """Whether an act gives somebody up: "would mean ABANDONING the town", "HANDING it to the rebels"."""
    if is_of(act, "forsaking") and clause(act).objects:
        return True
    given = act.lemma in {"give", "hand", "leave", "deliver"}
    return given and any(w.lemma in lexicon("content", "evildoers") for w in clause(act).oblique("to"))
