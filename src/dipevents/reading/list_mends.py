"""Names that tell whom, or what, a noun in the plural means, made appositions to it in place.

to three allies: PERU, Chad and Fiji        what a colon spells out is the plural before it, nobody's time or fellow
two scholars, HOLT and Kos, say so          names between commas tell whom the noun before them means
the Gripen rather than THE RAFALE           what is not meant stands in no row
ministers of Chile and THE CONGO            a second state was hung on those who are of the first
Ole Holm of Chile and ANA RUIZ of Peru      and a second person on the state of the first

It is her first visit this year and HER THIRD   what "and" joins to a noun was hung on the verb
a visit by Holt and KOS ended                   no verb has two subjects: one more of those before "and"
flew to Peru and then TO Chad                   a second phrase was taken for a second verb
recalled its envoy and THREATENED sanctions     nobody recalls sanctions: a second verb was taken for an adjective
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import is_passive, is_within, phrase
from dipevents.reading.tails import hang, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "belong",
    "close_off",
    "come_with",
    "do_besides",
    "join",
    "lead_on",
    "spell_out",
    "stand_aside",
    "stand_beside",
]


def spell_out(name: Word) -> None:
    """Makes an apposition to a plural of the names behind its colon: "to three allies: PERU, Chad and Fiji"."""
    words = name.sentence.words
    first = min((c.i for c in name.children if c.i < name.i), default=name.i)
    whole = words[first - 2] if first > 1 and words[first - 1].text == ":" else name
    if name.pos == "PROPN" and whole.tag == "NNS" and name.head is not whole and not whole.is_under(name):
        hang([name], whole)
        name.dep = "appos"


def stand_beside(name: Word) -> None:
    """Puts into a row what was taken for a second subject of its verb: "a visit by Holt and Minister KOS ended".

    A name behind a hyphen is one with what is before it: "Kim MIN-HO".
    """
    others = [c for c in name.head.children if c.dep == name.dep and c.i < name.i]
    named = name.pos == "PROPN" and len(others) > 1 and others[-1].text == "-" and others[-2].pos == "PROPN"
    if named and [w.i for w in others[-2:]] == [name.i - 2, name.i - 1]:
        hang(others[-2:], name)
        others[-1].dep = others[-2].dep = "compound"
        return
    first = phrase(name)[0].i if others else 0
    joint = name.sentence.words[first - 1] if first else name
    row = joint.head
    joined = joint.dep == "cc" and joint.lower == "and" and row.pos == "PROPN" and name.pos == "PROPN"
    if joined and row.i < joint.i and (row is others[-1] or row.is_under(others[-1])):
        hang([name], row)
        name.dep = "conj"


def close_off(name: Word) -> None:
    """Makes an apposition of names that close with a comma before the verb: "two scholars, HOLT AND KOS, say so"."""
    several, words = name.head, name.sentence.words
    if several.tag != "NNS" or name.pos != "PROPN":
        return
    first, last = phrase(name)
    behind = words[last.i + 1 : last.i + 3]
    closed = len(behind) > 1 and behind[0].text == "," and behind[1] is several.head
    if closed and first.i and words[first.i - 1].text == ",":
        name.dep = "appos"


def belong(state: Word) -> None:
    """Puts into the row of states one that was hung on those who are of them: "ministers of Chile and THE CONGO"."""
    several = state.head
    of = next((c for c in several.children if c.lower == "of" and c.i == several.i + 1), None)
    first = next((c for c in of.children if c.dep == "pobj"), None) if of is not None else None
    if several.tag != "NNS" or first is None or not (is_within(state, "GPE") and is_within(first, "GPE")):
        return
    between = (w for w in state.sentence.words[first.i + 1 : phrase(state)[0].i] if not w.is_under(first))
    if all(w.lower in {",", "and", "or"} for w in between):
        joined = {"cc", "punct"}
        hang([c for c in several.children if c is state or (first.i < c.i < state.i and c.dep in joined)], first)


def come_with(name: Word) -> None:
    """Puts beside a person one who was hung on his state: "Ole Holm of Chile and ANA RUIZ of Peru"."""
    state, of = name.head, name.head.head
    first = of.head
    if state.dep != "pobj" or of.lower not in {"from", "of"} or not is_within(state, "GPE"):
        return
    named = is_within(name, "PERSON") or (
        any(c.dep == "compound" for c in name.children) and any(c.lower == of.lower for c in name.children)
    )
    if name.pos == "PROPN" and named and not is_within(name, "GPE", "ORG") and is_within(first, "PERSON"):
        hang([*(c for c in state.children if c.dep == "cc" and c.i < name.i), name], first)


def join(noun: Word) -> None:
    """Hangs on the noun before what was taken for a part of the verb: "is her first visit this year and HER THIRD"."""
    verb = noun.head
    if not noun.is_noun or not verb.is_verb:
        return
    before = [c for c in verb.children if c.dep in {"attr", "dobj"} and verb.i < c.i < noun.i]
    owned = next((c for c in noun.children if c.dep == "poss" and c.pos == "PRON"), None)
    if before and owned is not None and noun.sentence.words[owned.i - 1].lower == "and":
        hang([noun], before[-1])


def lead_on(way: Word) -> None:
    """Makes a phrase of its verb of what was taken for a second verb: "flew to Peru and then TO Chad"."""
    told = way.tag in {"IN", "TO"} and any(c.dep == "pobj" for c in way.children)
    told = told or (way.lower == "on" and any(c.lower == "to" for c in way.children))  # "and then ON to Chad"
    verb = way.head
    moves = verb.is_verb and not is_passive(verb) and all(c.dep != "dobj" for c in verb.children)
    if told and moves and any(c.dep == "prep" and c.i < way.i for c in verb.children):
        way.dep = "prep"


def stand_aside(noun: Word) -> None:
    """Takes out of a row what is not meant: "bought the Gripen rather than THE RAFALE, instead of THE RAFALE"."""
    if not noun.is_noun:
        return
    first = phrase(noun)[0].i
    words = noun.sentence.words[max(first - 2, 0) : first]
    if tuple(w.lower for w in words) in {("rather", "than"), ("instead", "of")}:
        hang([noun], words[1])
        words[1].dep, noun.dep = "prep", "pobj"


def do_besides(deed: Word) -> None:
    """Makes a second verb of "threatened" behind a noun and "and": "recalled its envoy and THREATENED sanctions"."""
    words, noun = deed.sentence.words, deed.head
    if deed.lower != "threatened" or deed.i < 3 or words[deed.i - 1].lower not in {"and", "but"}:
        return
    verb = next((up for up in noun.ancestors() if up.tag == "VBD" and up.is_verb and up.i < deed.i), None)
    before = words[deed.i - 2]  # "accused Oslo of LYING and threatened sanctions", too
    if verb is None or noun.dep not in {"conj", "dobj"} or not (before.is_noun or before.tag == "VBG"):
        return
    first = next((c for c in noun.children if c.dep in {"compound", "nmod"} and c.i < deed.i), None)
    if first is not None and noun.dep == "dobj":
        hang([first], verb)
        first.dep = "dobj"
    hang([words[deed.i - 1]], verb)
    hang([deed], verb)
    hang([noun], deed)
    make_verb(deed, "VBD")
    deed.lemma, deed.dep, noun.dep = "threaten", "conj", "dobj"
