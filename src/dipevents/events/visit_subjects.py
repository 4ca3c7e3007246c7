"""Who travels where the parse hides the subject of a verb of travel.

Still to come are KIM and Zeman                 the complement of an infinitive that stands first
There are no plans for KIM to visit Prague      the plan's "for" phrase
Zeman barred KIM from entering the country      whoever is kept from it
On Tuesday KIM will go on to Prague             a name that the parser reads as part of the date
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit_frames import visit_words
from dipevents.reading.clauses import auxiliaries, clause, with_conjuncts

if TYPE_CHECKING:
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["doers"]


def doers(found: Clause) -> tuple[Word, ...]:
    """The subjects of a verb, or whom its surroundings tell to do it; for a passive the agents alone."""
    verb = found.trigger
    kept = _kept_from(verb) or _own_before(verb)
    if kept or found.subjects or found.passive:
        return kept or found.subjects
    for reader in (_inverted, _planned_for, _beside_auxiliary, _behind_participle):
        if who := reader(verb):
            return who
    return ()


def _own_before(verb: Word) -> tuple[Word, ...]:
    """The noun right before the auxiliary of a verb that seems to share the subject of another.

    "He says it is a start and the other TROOPS will come": the parser takes them for a complement.
    """
    helpers = [w for w in auxiliaries(verb) if w.tag == "MD"]
    if verb.dep != "conj" or not helpers or any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children):
        return ()
    before = verb.sentence.words[helpers[0].i - 1]
    plain = before.is_noun and before.lower not in visit_words("support", "times")
    return (before,) if plain and before.i > verb.head.i and not before.is_under(verb) else ()


def _inverted(verb: Word) -> tuple[Word, ...]:
    """Still to come ARE THE MINISTERS of Peru; first to arrive WAS KIM."""
    link = verb.head
    if link.lemma != "be" or verb.i > link.i or verb.dep not in {"csubj", "advcl", "xcomp", "nsubj", "ccomp"}:
        return ()
    return with_conjuncts(c for c in link.children if c.dep in {"attr", "nsubj"} and c.i > link.i)


def _planned_for(verb: Word) -> tuple[Word, ...]:
    if verb.dep not in {"acl", "relcl", "xcomp"} or verb.tag != "VB":
        return ()
    phrases = (c for c in verb.head.children if c.dep == "prep" and c.lower == "for" and c.i < verb.i)
    return with_conjuncts(p for c in phrases for p in c.children if p.dep == "pobj")


def _kept_from(verb: Word) -> tuple[Word, ...]:
    if verb.dep != "pcomp" or verb.head.lower != "from":
        return ()
    above = verb.head.head
    return clause(above).objects if above.is_verb and above.lemma in visit_words("support", "keeping") else ()


def _beside_auxiliary(verb: Word) -> tuple[Word, ...]:
    """The name right before a finite verb, whatever it hangs on."""
    helpers = [w for w in auxiliaries(verb) if w.lower != "to"]
    if not helpers and verb.tag not in {"VBD", "VBZ"}:
        return ()
    at = min((w.i for w in (*helpers, verb)), default=verb.i) - 1
    words = verb.sentence.words
    while at >= 0 and words[at].pos == "ADV":
        at -= 1
    if at < 0 or words[at].pos != "PROPN" or words[at].lower in visit_words("support", "times"):
        return ()
    return (words[at],) if words[at].head.i <= words[at].i or words[at].head is verb else ()


def _behind_participle(verb: Word) -> tuple[Word, ...]:
    """Concluding a trip to Prague, the MINISTER …: read as a phrase of the participle."""
    if verb.tag != "VBG" or verb.sentence.root is not verb:
        return ()
    words = verb.sentence.words
    found = (c for c in verb.children if c.dep in {"npadvmod", "dobj", "appos"} and c.i > verb.i)
    return tuple(c for c in found if any(words[i].text == "," for i in range(verb.i, c.i)))[:1]
