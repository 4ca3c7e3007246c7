"""Verbs of travel that leave their place out: it is that of the trip, or of the scene, told before.

Zeman arrived in Prague. Kim CAME two days earlier, will FOLLOW on Friday      where the other went
Kim was invited to Prague; he plans to GO in June                             where he was invited
Kim GETS IN tonight and STAYS until Friday, said a report from Prague          the place of the report

Only times, company, purposes and vehicles may stand beside such a verb: "came second", "stayed silent", "went to court"
and "came to power" have a complement of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import local_of, visit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.sentence import Word

__all__ = ["is_aimed", "is_elliptic", "is_time", "leaves_out_place"]

YEAR = 4
"""Digits of a year."""
COMPLEMENTS = frozenset({"acomp", "attr", "dobj", "oprd", "ccomp", "expl", "dative", "agent"})
"""Relations of words that make a verb mean something else than motion."""
FREE = frozenset({"with", "without", "from", "since", "until", "till", "by", "aboard", "despite", "alongside", "like"})
"""Prepositions that never lead to a place where somebody goes or is."""
TIMED = frozenset({"on", "in", "at", "for", "during", "after", "before", "throughout", "over", "through", "within"})
"""Prepositions that may tell a time, a purpose or an occasion."""


def is_time(word: Word) -> bool:
    """Whether a word is of a day, a month or a season, or the number of a day ("the 13th"); no year."""
    number = word.lower.rstrip("thndrs")
    return word.lemma.lower() in visit_words("support", "times") or (number.isdigit() and len(number) < YEAR)


def is_aimed(verb: Word) -> bool:
    """Whether a particle or a point of departure leaves the goal of a motion to be told elsewhere: "flew IN"."""
    return any(
        (c.dep == "prep" and not _is_manner(c))
        or c.lower == "back"
        or (c.lower in {"in", "on", "out"} and not list(c.children))
        for c in verb.children
    )


def _is_manner(way: Word) -> bool:
    """Whether it tells but how, or how long, somebody moves: "flew ON the airline's JETS FOR YEARS"."""
    ends = list(way.children)
    borne = all(w.lemma in visit_words("transport", "nouns") for w in ends) and way.lower in {"on", "in", "aboard"}
    return bool(ends) and (borne or (way.lower == "for" and all(map(is_time, ends))))


def is_elliptic(verb: Word, name: str, goals: Iterable[Word]) -> bool:
    """Whether a verb of a list of `data/visit.toml` has nothing but times for its goals, and tells no place."""
    known = verb.lemma in visit_words("ellipsis", name)
    if known and (verb.lemma == "return" or any(c.lower == "back" for c in verb.children)) and name == "go":
        known = verb.dep in {"xcomp", "pcomp"}  # "plans to return"; who "returned on Monday" may have come home
    return known and all(_is_span(w) for w in goals) and not local_of(verb) and leaves_out_place(verb)


def leaves_out_place(verb: Word, *, dated: bool = False) -> bool:
    """Whether only times, company and purposes stand beside a verb, and a time or, of "come" and "follow", a modal.

    Args:
        verb: A verb of travel.
        dated: Whether there must be a time.
    """
    coming = verb.lemma in visit_words("ellipsis", "come")
    if coming and any(c.lower == "back" for c in verb.children):
        return False  # "came back from retirement"
    told = coming and not dated and any(c.dep == "aux" and c.tag == "MD" for c in verb.children)
    told = told or (coming and verb.tag == "VBG" and any(c.lower in {"is", "are"} for c in verb.children))
    told = told or (verb.lemma == "return" and not dated)
    for child in verb.children:
        if child.dep in COMPLEMENTS or (child.dep == "xcomp" and not (coming and child.tag == "VB")):
            return False
        if child.dep == "advcl" and child.tag == "VBG":
            return False
        if child.dep == "prt" and not (coming and child.lower in visit_words("ellipsis", "particles")):
            return False
        if child.dep == "prep":
            if not _is_beside(child):
                return False
            told = told or any(_is_span(c) for c in child.children)
        elif child.dep in {"advmod", "npadvmod"} and child.i > verb.i:
            timed = _is_span(child) or child.lower in visit_words("ellipsis", "adverbs")
            if not timed and child.lower not in visit_words("ellipsis", "vague"):
                return False
            told = told or timed
    return told


def _is_span(word: Word) -> bool:
    """Whether a noun is a length of time or a point of it: "stays THREE DAYS", "until MIDNIGHT"."""
    return word.lemma in visit_words("ellipsis", "spans") or is_time(word)


def _is_beside(prep: Word) -> bool:
    """Whether a phrase tells a time, company, a purpose or where somebody comes from."""
    inner = [c for c in prep.children if c.dep == "pobj"]
    if inner and all(c.lemma in visit_words("goals", "none") for c in inner):
        return True  # "is coming IN SPITE of the row"
    if prep.lower in FREE or not inner:
        return prep.lower in FREE
    purposes = visit_words("presence", "purposes") | visit_words("nouns", "occasion")
    for_it = prep.lower not in {"in", "at"}
    return prep.lower in TIMED and all(_is_span(c) or (for_it and c.lemma in purposes) for c in inner)
