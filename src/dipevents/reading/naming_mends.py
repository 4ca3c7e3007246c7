"""Clauses with "what" that only name a thing, of which the sentence tells as of the thing itself, mended in place.

began what his office called A VISIT to Lima       not the naming is begun, but the visit
left on what was described as A TOUR of Asia       the same behind a preposition
got what is thought to be A BATCH of rifles        nor is it the thinking that is got
met his opposite NUMBER                            no number, but his counterpart
is at KOPING until Friday                          nor does anybody do what has a capital letter: a town
a Peruvian ARMY tank order                         no army is part of a tank: it is Peru's that orders
PERU’s navy                                        no attribute has "’s": whose it is
plans for HOLT to fly to Oslo                      what marks a clause has no object: the clause's subject
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import has_subject, is_of
from dipevents.reading.tails import hang, hang_subject, make_noun

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["be_town", "lead_forces", "let", "oppose", "own", "stand_for"]

_NAMED = frozenset({"attr", "dobj", "oprd"})
FORCES = ("army", "force", "guard", "navy", "police")
_BEING = frozenset({"ccomp", "xcomp"})


def stand_for(verb: Word) -> None:
    """Hangs the thing named on what governs the clause, and the clause on the thing."""
    above = verb.head
    able = above.is_verb and above.lemma != "be"  # "“A joke” is what Holt calls the truce"
    told = verb.dep == "ccomp" and able and all(c.dep != "dobj" or c.i > verb.i for c in above.children)
    noun = _named(verb) if told or (verb.dep == "pcomp" and is_of(above, "namable")) else None
    if noun is None:
        return
    tails = [c for w in dict.fromkeys((noun.head, verb)) for c in w.children if c.dep == "prep" and c.i > noun.i]
    joint = noun.head if noun.head.lower == "as" else None
    for tail in tails:
        hang([tail], noun)
    hang([noun], above)
    if joint is not None:
        hang([joint], noun)
    noun.dep = "dobj" if told else "pobj"
    hang([verb], noun)
    verb.dep = "relcl"


def oppose(number: Word) -> None:
    """Gives "opposite number" the dictionary form of what it means."""
    if number.i and number.sentence.words[number.i - 1].lower == "opposite":
        number.lemma = "counterpart"


def _named(verb: Word) -> Word | None:
    """The noun by which a clause with "what" names a thing; None of any other clause."""
    inner = (verb, *(c for c in verb.children if c.dep in _BEING and c.lemma == "be"))
    if not any(w.lower == "what" and w.dep[:5] in {"dobj", "nsubj"} for v in inner for w in v.children):
        return None
    if is_of(verb, "naming"):
        found = [c for c in verb.children if c.dep in _NAMED]
        found += [p for c in verb.children if c.lower == "as" for p in c.children if c.i > verb.i]
    else:
        found = [c for v in inner[1:] for c in v.children if c.dep == "attr"] if is_of(verb, "taking_for") else []
    return next((w for w in found if w.is_noun and w.tag[:2] == "NN" and w.i > verb.i), None)


def own(noun: Word) -> None:
    """Makes an owner of what has "’s" and was taken for an attribute: "modernise PERU’s tanks"."""
    if noun.i < noun.head.i and any(c.tag == "POS" and c.dep == "case" for c in noun.children):
        noun.dep = "poss"


def lead_forces(force: Word) -> None:
    """Hangs forces on the noun that their state stands before, and it on them: "a Peruvian ARMY tank order"."""
    thing = force.head
    before, above = force.sentence.words[: force.i], thing.head
    state = next((w for w in reversed(before) if w.tag != "POS"), force)  # "Peru's ARMY tank order"
    between = thing.i == force.i + 1 and thing.dep in {"compound", "nmod"} and state.dep in {"amod", "poss"}
    if between and state.head is above and state.text[:1].isupper():
        hang([force], above)
        hang([state], force)


def be_town(gerund: Word) -> None:
    """Makes a name of a gerund with a capital letter behind a preposition of place: "is at KOPING until Friday"."""
    near = gerund.head.lower in {"at", "in", "near", "from"} and gerund.i == gerund.head.i + 1
    if not near or gerund.sentence.heading or gerund.text.isupper() or not gerund.text[:1].isupper():
        return
    if any(c.dep in {"dobj", "aux", "prt"} for c in gerund.children):
        return
    make_noun(gerund, "NNP")
    gerund.dep = "pobj"
    hang([c for c in gerund.children if c.i > gerund.i], gerund.head.head)


def let(mark: Word) -> None:
    """Makes the subject of an infinitive of what was taken for an object of its mark: "no plans for HOLT to fly"."""
    noun = next((c for c in mark.children if c.dep == "pobj"), None)
    if noun is not None and mark.i < noun.i < mark.head.i and not has_subject(mark.head):
        hang_subject(noun, mark.head)
