"""What a step would do that nobody has taken: said of somebody, it warns him off, in whatever words.

a REFUSAL would make many question the pact       what is left undone
any REFERRAL would force us to resume it           a step that is only supposed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.business import is_dealing, is_of_business
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive, surface_subjects

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["is_supposed"]

_ANY = frozenset({"another", "any", "further", "such"})
_WOULD = frozenset({"can", "could", "may", "might", "will", "would"})


def is_supposed(mentions: Mentions, verb: Word) -> bool:
    """Whether a verb tells what comes of a step that is only supposed, and nothing good."""
    if not _WOULD & {h.lower for h in auxiliaries(verb)} or is_passive(verb):
        return False
    if is_negated(verb):  # "unilateral MOVES WOULD not HELP its bid"
        helps = is_of(verb, "helping") and all(s.lower not in {"it", "this", "that"} for s in surface_subjects(verb))
        return helps and any(
            s.dep == "csubj" or _is_step(mentions, s) or is_of(s, "moves") for s in surface_subjects(verb)
        )
    if _is_good(verb) or _is_equal(verb):
        return False
    if verb.lemma in {"be", "have"} or is_of(verb, "failing") or is_of_business(verb):
        return False  # "any attempt to seize it will FAIL" is a threat
    return any(_is_step(mentions, subject) for subject in surface_subjects(verb))


def _is_step(mentions: Mentions, subject: Word) -> bool:
    if is_of(subject, "omissions"):
        return True
    known = lexicon("content", "welcome", "blessings") | lexicon("frames", "public", "private", "unofficial")
    supposed = subject.is_noun and any(c.lower in _ANY for c in subject.children)
    return supposed and subject.lemma not in known and not mentions.actors.who(subject)


def _is_equal(verb: Word) -> bool:
    """Whether something is only said to be something else, that is no evil: "any gap would CONSTITUTE a subsidy"."""
    evils = lexicon("content", "calamity", "outcome", "hostile_acts") | lexicon("asked", "offences")
    return is_of(verb, "equating") and not any(
        w.lemma in evils for w in (*clause(verb).objects, *clause(verb).oblique("to"))
    )


def _is_good(verb: Word) -> bool:
    """Whether what comes of it is good or plain: "a delay would HELP", "would bring PEACE", "would REQUIRE it"."""
    plain = lexicon("content", "benign", "mild_acts", "averting", "procedures", "peaceful")
    if verb.lemma in plain - {"continue", "see", "have", "show"} or is_of(verb, "formalities"):
        return True
    if verb.lemma in {"free", "open"} and any(map(is_dealing, clause(verb).objects)):
        return True  # "such a step would OPEN their MARKETS"
    ends = (*clause(verb).objects, *(c for c in verb.children if c.dep in {"acomp", "attr"}))
    good = lexicon("content", "blessings", "welcome", "good", "averting")
    return any(w.lemma in good for w in ends)
