"""Visits that are only listed or counted: places on an itinerary, a first time in a place, who was there before.

Prague is on Kim's itinerary; Kim has Prague on her itinerary; with Prague on her itinerary      places to come
Kim's first time in Prague, her three days in Prague                                              a time that is counted
a journey that will take in Prague and Riga, with stops in Prague                                the route of a trip
the first minister to visit Prague since Kim in 1968, since Kim came in 1968                      who was there before
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.phases import nobody
from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, goals_of, local_of, soil_of, visit_words
from dipevents.reading.clauses import antecedent, clause, with_conjuncts

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["itinerary", "predecessor", "route", "span", "time_in"]

CLAUSE = 25
"""Words of a clause before "since"."""
SPENT = frozenset({"on", "in", "during", "for", "after", "with"})
"""Prepositions of a part of a stay."""


def _owners(noun: Word) -> tuple[Word, ...]:
    return with_conjuncts(antecedent(c) or c for c in noun.children if c.dep == "poss")


def time_in(noun: Word) -> Frame:
    """It was Kim's FIRST TIME in Prague; Kim's last time in Prague was in May."""
    ranked = any(c.lower in visit_words("support", "ranks") for c in noun.children)
    found = clause(noun)
    goals = (*found.oblique("in", "at"), *soil_of(found))
    return Frame(noun, Kind.STAY, _owners(noun) if ranked and goals else (), goals)


def span(noun: Word) -> Frame:
    """On her second DAY in Prague, Kim toured a school; Kim's five DAYS in Prague brought no deal."""
    whose = tuple(c for c in noun.children if c.dep == "poss" and c.lemma not in visit_words("support", "times"))
    counted = any(c.dep == "nummod" or c.lower in {"first", "last"} for c in noun.children)
    counted = counted or (noun.tag == "NN" and noun.lemma in {"week", "weekend"})
    where = clause(noun).oblique("in", "at") if whose and counted else ()
    if where and (noun.dep != "pobj" or noun.head.lower not in SPENT or any(c.pos == "PROPN" for c in whose)):
        return Frame(noun, Kind.STAY, whose, where)
    owned = any(c.pos == "PRON" for c in whose)
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower in SPENT else None
    owned = owned or (noun.dep == "pobj" and noun.head.lower in {"after", "with"})  # "AFTER A NIGHT in Prague"
    goals = clause(noun).oblique("in", "at") if owned and above is not None and above.is_verb else ()
    goals = tuple(w for w in goals if w.i > noun.i)  # "was IN RIGA, straight after two days in Prague"
    if above is None or not goals:
        return Frame(noun, Kind.STAY)
    found = clause(above)
    occasion = next((w for w in goals if w.lemma in visit_words("nouns", "occasion")), None)  # "at the SUMMIT"
    hosts = tuple(w for w in clause(noun).oblique("with") if w.pos == "PROPN")  # "after an hour with ZEMAN in Prague"
    who = found.objects if found.passive else found.subjects
    return Frame(noun, Kind.STAY, who, goals, hosts, occasion=occasion)


def itinerary(noun: Word) -> Frame:
    """Prague is on Kim's ITINERARY, Kim has Prague on her itinerary; the itinerary includes Prague."""
    owners, above = _owners(noun), noun.head
    if noun.dep == "nsubj" and above.lemma in visit_words("support", "taking_in"):
        return Frame(noun, Kind.DUE, owners, clause(above).objects)
    if noun.dep != "pobj" or above.lower != "on":
        return Frame(noun, Kind.DUE)
    holder = above.head
    found = clause(holder)
    if not holder.is_verb:
        places = with_conjuncts((holder,))
    elif holder.lemma == "be":
        stops = visit_words("nouns", "visit", "stop")
        whole = ((clause(w).oblique("in", "to", "at") if w.lemma in stops else (w,)) for w in found.subjects)
        places = tuple(w for words in whole for w in words)  # "a STOP IN PRAGUE is on his itinerary"
    else:
        places = found.objects if holder.lemma in {"have", "put", "place"} else ()
        places = tuple(w for w in places if w.pos == "PROPN") or found.oblique("with")
        owners = found.subjects or owners
    return Frame(noun, Kind.DUE, owners, tuple(w for w in places if w.pos == "PROPN"))


def route(noun: Word) -> tuple[Word, ...]:
    """A journey that will TAKE IN Prague, opens in Riga and ends in Prague; a trip including Prague."""
    found: list[Word] = []
    above = [noun.head] if noun.dep == "nsubj" and noun.head.is_verb else []  # "her last trip TOOK IN Prague"
    for verb in (*above, *(c for c in noun.children if c.dep in {"relcl", "acl"} and c.is_verb)):
        for told in (w for w in with_conjuncts((verb,)) if w.is_verb):
            own = clause(told)
            takes = told.lemma == "take" and any(c.lower == "in" and c.dep == "prt" for c in told.children)
            if takes or told.lemma in visit_words("support", "taking_in"):
                found.extend(own.objects)
            inside = told.lemma == "take" or told.lemma in visit_words("support", "spanning")
            found.extend(own.oblique("in", "to") if inside else ())
    return tuple(w for w in found if w.pos == "PROPN")


def predecessor(since: Word) -> Frame | None:
    """Who was there before: "the first minister to visit Prague SINCE KIM in 1968", NO minister has."""
    if since.dep == "mark":
        return _who_came(since)
    who = next((c for c in since.children if c.dep == "pobj"), None)
    people = {i for e in since.sentence.entities if e.label == "PERSON" for i in range(e.first, e.last + 1)}
    above = since.head
    holder = above.head if above.is_verb and above.dep in {"acl", "relcl", "advcl", "xcomp"} else above
    near = [c for w in (above, holder) for c in w.children]  # also "the HIGHEST-ranking minister"
    ranked = any(c.lower in visit_words("support", "ranks") for w in near for c in (w, *w.children))
    ranked = ranked or (above.is_verb and nobody(above) is not None)
    if who is None or not ranked or who.pos != "PROPN" or is_time(who):
        return None
    if who.i not in people and not any(c.dep == "compound" and c.pos == "PROPN" for c in who.children):
        return None
    goals, local = tuple(w for w in _goals_above(above) if w is not who), local_of(above)
    there = bool(goals) or local in {"here", "there"}  # "to come HERE since Kim"
    return Frame(since, Kind.VISIT, (who,), goals, local=local) if there else None


def _goals_above(above: Word) -> tuple[Word, ...]:
    found = clause(above)
    if above.is_verb:
        return (*(found.objects if above.lemma in visit_words("verbs", "visit") else ()), *goals_of(found, "go"))
    return found.oblique("in", "to", "at")


def _who_came(since: Word) -> Frame | None:
    """Who came to a place that is told right before: "the first visit to Prague SINCE KIM CAME in 1968"."""
    verb, before = since.head, since.sentence.words[max(since.i - CLAUSE, 0) : since.i]
    who = tuple(w for w in clause(verb).subjects if w.pos == "PROPN")
    bare = verb.tag == "VBD" and not any(_tells_more(c) for c in verb.children)
    if not who or not bare or verb.lemma not in {"come", "do", "go"}:
        return None
    if not any(w.lower in visit_words("support", "ranks") or w.lower == "no" for w in before):
        return None
    visits = visit_words("nouns", "visit") | visit_words("verbs", "visit")
    told = (_goals_above(w) for w in reversed(before) if w.lemma in visits)
    near = (w for w in reversed(before) if w.dep == "pobj" and w.head.lower in {"in", "to"} and w.pos == "PROPN")
    goals = next((goals for goals in told if goals), tuple(islice((w for w in near if not is_time(w)), 1)))
    return Frame(since, Kind.VISIT, who, goals) if goals else None


def _tells_more(word: Word) -> bool:
    """Whether a word beside a verb of coming tells where or to what: "came TO POWER", "came THIRD"."""
    inner = [c for c in word.children if c.dep == "pobj"]
    if word.dep == "prep":
        return word.lower not in {"in", "on", "with"} or not all(is_time(c) or c.text.isdigit() for c in inner)
    if word.dep == "advmod":
        return word.lower in visit_words("support", "ranks") - {"last"}
    return word.dep in {"acomp", "attr", "oprd", "prt"} or (word.dep == "dobj" and word.lower != "so")
