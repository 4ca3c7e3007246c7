"""How much disapproval a demand carries: by the force of its word, by what is asked, and of whom.

demanded that Lima withdraw          a firm word, and an end: much
asked its members to send aid        a mild word, and one's own people: little

The weights stand in `data/warning.toml`, under `demand_weights`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.business import is_dealing
from dipevents.events.warning.citizens import is_abroad
from dipevents.events.warning.content import bearers
from dipevents.events.warning.duty import ends_jointly, is_public_at_home
from dipevents.events.warning.issuers import at_home
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.tasks import (
    asked_for,
    is_subjunctive,
    wanted,
    wanted_so,
)
from dipevents.events.warning.wishes import ends
from dipevents.lexicon import read_words
from dipevents.reading.clauses import clause, is_negated, surface_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["strength_of"]

_APART: frozenset[str] = frozenset({"out", "away", "off", "clear"})


def strength_of(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> float:
    """How much disapproval a demand carries: the force of its word, what is asked, and of whom."""
    weights = read_words("warning")["demand_weights"]
    lemma = trigger.word.lemma
    force = next((name for name in ("firm", "weak", "mild", "faint") if lemma in lexicon("force", name)), "plain")
    score: float = weights[force]
    told = () if trigger.about else trigger.clause.complements  # "they had FOUND a voice: Ruiz asked Lima to GO"
    asked = next((c for c in told if c.i > trigger.word.i), next(iter(told), content.head))
    if asked is not None:
        private = asked.lemma in lexicon("content", "private") and all(c.dep != "prt" for c in asked.children)
        unnamed = is_negated(asked) and any(is_of(w, "signature") for w in surface_subjects(asked))
        said = [c for c in asked.children if c.dep in {"acomp", "advmod"} and asked.lemma == "be"]
        firmer = any(c.tag == "JJR" or any(g.lower == "more" for g in c.children) for c in said)  # "to be MORE open"
        firmer = firmer or any(c.lower in {"gone", "out"} for c in said)
        if private or unnamed or (asked.lemma == "be" and len(asked.children) <= 2 and not firmer):
            return 0.0  # "asked not to be named", "that HIS NAME not be used"
        calm = any(c.lower == "calm" for c in asked.children)
        gone = asked.lemma == "return" and not clause(asked).objects  # "asked him to RETURN there"
        opposed = asked.lemma in lexicon("content", "desist") and not (calm or gone)
        on = asked.lemma == "keep" and any(c.tag == "VBG" for c in asked.children)  # "urged them to KEEP GOING"
        on = on or (
            asked.lemma == "keep" and any(w.lemma in {"mind", "step", "touch"} for w in clause(asked).oblique("in"))
        )
        opposed = (opposed and not on) or (is_negated(asked) and asked.lemma not in lexicon("content", "losing_heart"))
        opposed = opposed or (asked.lemma == "stay" and any(c.lower in _APART for c in asked.children))
        opposed = opposed or (asked.lemma == "set" and any(c.lower == "free" for c in asked.children))
        opposed = opposed or any(w.lemma in lexicon("content", "called_for") for w in asked_for(asked))
        opposed = opposed or bool(wanted_so(trigger.word) or wanted(trigger.clause)) or ends_jointly(asked)
        opposed = opposed or (asked.dep == "advcl" and is_of(asked, "keeping"))  # "no talks while they REMAIN"
        opposed = opposed or (force == "mild" and asked.lemma in lexicon("content", "enforce"))
        opposed = opposed or firmer
        means = (c for p in asked.children if p.lower == "by" for c in p.children if c.dep == "pcomp")
        opposed = opposed or any(c.lemma in lexicon("content", "desist") for c in means)  # "to help BY LEAVING"
        if is_subjunctive(asked):
            opposed = opposed or asked.lemma in lexicon("content", "permit", "enforce")
            score += weights["formal"] if force != "faint" else 0
        if opposed:
            score += weights["desist"]
        elif _is_routine(asked):
            score += weights["benign"]
    near = (g.lower for c in trigger.word.children if c.dep == "advmod" for g in c.subtree())
    if force == "mild" and score and not {"again", "repeatedly", "more"}.isdisjoint(near):
        score += weights["formal"]  # "I ask them ONCE MORE to take it away"
    whom = bearers(trigger, content)
    if whom and all(map(is_dealing, whom)):
        return 0.0  # "expected PRICES to drop"
    if not wanted_so(trigger.word) and any(
        is_public_at_home(mentions, w)
        # "urged PARENTS to vaccinate their children"
        or (w.lemma in lexicon("frames", "private") and not is_abroad(mentions, w, issuers))
        or (w.pos == "PRON" and w.lower in {"you", "we", "us", "me"})
        or (w.lemma not in lexicon("frames", "peers") and any(c.dep == "poss" and c.pos == "PRON" for c in w.children))
        for w in whom
    ):
        score += weights["own"]
    lower = lexicon("content", "subordinate")
    local = any(i.name.split()[0] in lower for i in issuers)  # "LOCAL OFFICIALS told the fishermen to keep away"
    if local or any(c.lower in lower for w in whom for c in w.children):
        score += weights["own"]
    actors = [a for w in whom for a in mentions.actors.who(w)]
    if (
        trigger.word.lemma in lexicon("force", "weak")
        and actors
        and all(any(at_home(a, i) for i in issuers) for a in actors)
    ):
        score += weights["own"]  # "ordered French troops to leave the base"
    states = [a for w in whom for a in mentions.actors.who(w) if a.country]
    if states and not local and not any(at_home(a, i) for a in states for i in issuers):
        score += weights["foreign"]
    return score


def _is_routine(asked: Word) -> bool:
    """Routine by its verb ("cooperate", not "speak OUT") or its object ("make joint EFFORTS"), if it ends nothing."""
    if asked.lemma == "improve" and any(c.tag == "PRP$" for w in clause(asked).objects for c in w.children):
        return any(is_of(w, "dealings") for w in clause(asked).objects)  # "to improve ITS record", not "its ties"
    # "SPEAK OUT", "COME UP with a plan"
    out = any(c.dep == "prt" and (c.lower == "out" or asked.lemma == "come") for c in asked.children)
    reminded = asked.lemma == "remember" and any(c.dep == "ccomp" for c in asked.children)  # "to REMEMBER THAT"
    if asked.lemma in lexicon("content", "benign") and not (out or reminded):
        return True
    if asked.lemma in {"give", "grant"} and any(w.lemma in {"part", "role"} for w in clause(asked).objects):
        return False  # "to GIVE our banks a bigger ROLE"
    objects = (asked,) if asked.is_noun else clause(asked).objects
    if not any(w.lemma in lexicon("content", "routine_objects") for w in objects):
        return False
    return not ends(asked)
