"""Frames of hosts and guests: who receives, is visited, or has somebody with him for days.

Zeman received Kim, hosted a summit with Kim        the object, or whom the occasion is with, travels
Zeman gave Kim a welcome, played host to Kim        the same
Kim spent two days (closeted) with Zeman            who is for days with somebody of another state is there
Zeman had Kim as a guest; Zeman told Kim, his guest in Prague, that
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.attendance import attend, is_occasion, is_remote
from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words, where_of
from dipevents.reading.clauses import antecedent, appositions, auxiliaries, clause, fillers, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["as_guest", "guest_of", "honour", "host", "looked_up", "may_travel", "receive", "with_host", "within"]


COURTEOUS = frozenset({"courtesy", "farewell", "introductory"})
"""Calls that are paid in person."""


def may_travel(word: Word) -> bool:
    """Whether a word can mean somebody: who brings stability, gas or a draft need not come along."""
    return word.pos in {"PROPN", "PRON"} or word.lemma in visit_words("people", "bearers")


def receive(verb: Word, found: Clause) -> Frame:
    """Zeman received Kim, or a courtesy call from Kim, was host of a summit with Kim; Kim was greeted by Zeman."""
    before = verb.sentence.words[max(0, verb.i - 2) : verb.i]
    if any(w.lower.rstrip("-") == "co" for w in before):  # "will co-host the forum in Prague"
        return attend(verb, found)
    if found.objects and all(is_occasion(w) for w in found.objects):
        return _summit(verb, found)
    if found.passive and is_negated(verb) and any(h.lower in {"was", "were", "been"} for h in auxiliaries(verb)):
        return Frame(verb, Kind.RECEIVE)  # "was in Prague but was not received"
    shunned = verb.dep == "xcomp" and verb.head.lemma in {"decline", "refuse"}
    if shunned and any(w.pos == "PRON" for w in found.objects):
        return Frame(verb, Kind.RECEIVE)  # "REFUSED TO RECEIVE HIM", who may come all the same
    if _moves_to(verb):
        return Frame(verb, Kind.RECEIVE)  # "will fly in TO GREET Kim"
    calls = [w for w in found.objects if w.lemma == "call" and any(c.lower in COURTEOUS for c in w.children)]
    if calls and not found.passive:
        guests = tuple(w for f in (found, *map(clause, calls)) for w in f.oblique("from") if may_travel(w))
        return Frame(verb, Kind.RECEIVE, guests, found.oblique("in", "at"), found.subjects)
    goals = found.oblique("in", "at", "to") or _places_of((*found.objects, *found.subjects)) or where_of(verb)
    return Frame(verb, Kind.RECEIVE, found.objects, goals, found.subjects, local=local_of(verb))


def _moves_to(verb: Word) -> bool:
    """Whether who receives is told to come for it, and not only to an airport: "will FLY IN to greet Kim"."""
    above = verb.head
    if verb.dep not in {"advcl", "xcomp"} or not is_to(verb):
        return False
    moves = above.lemma in visit_words("verbs", "arrive", "go")
    return moves and all(w.lemma not in visit_words("places", "landing") for w in clause(above).oblique("to", "at"))


def honour(verb: Word, found: Clause) -> Frame | None:
    """Prague played HOST to Kim, gave Kim a warm WELCOME; Kim was given a WELCOME by Zeman."""
    given = [c for c in verb.children if c.dep in {"dobj", "npadvmod"} and c.i > verb.i]
    things = [c for c in given if c.dep == "dobj" and c.lemma in visit_words("support", "honours")]
    if not things and verb.lemma in visit_words("support", "sparing"):  # "GAVE the minister AN HOUR of her time"
        things = [c for c in given if c.lemma in visit_words("support", "brief") and not _is_term(verb, c)]
    givers = found.subjects or tuple(p for w in things for p in clause(w).oblique("by"))
    if not things or (found.passive and not givers):
        return None
    honoured = [h for f in (found, *map(clause, things)) for h in f.oblique("in") if h.lemma in {"honour", "honor"}]
    whom = (*found.oblique("to", "for"), *(p for w in things for p in clause(w).oblique("to", "for")))
    whom = (
        *whom,
        *(p for h in honoured for w in (h, *things) for p in clause(w).oblique("of")),
        *(c for h in honoured for c in h.children if c.dep == "poss"),  # "a dinner in HIS honour"
    )  # "gave a dinner IN HONOUR OF Kim"
    guests = (*found.recipients, *(w for w in found.objects if w not in things), *whom)
    where = found.oblique("in", "at") + _places_of(things) or _places_of(whom)
    return Frame(verb, Kind.RECEIVE, guests, where, givers)


def _places_of(nouns: Iterable[Word]) -> tuple[Word, ...]:
    """The places that the model hangs on nouns or who explains them: "played host to his guest Kim IN PRAGUE"."""
    return tuple(p for n in nouns for w in (n, *appositions(n)) for p in clause(w).oblique("in", "at"))


def _is_term(verb: Word, time: Word) -> bool:
    """Whether it is the time left to do something: "gave Oslo 12 HOURS", "gave it a WEEK before the raids"."""
    if any(c.dep == "nummod" for c in time.children) and all(c.lower != "of" for c in time.children):
        return True
    behind = (c for w in (verb, time) for c in w.children if c.i > time.i)
    return any(is_to(c) or c.lower in {"before", "or", "until"} for c in behind)


def host(verb: Word, found: Clause) -> Frame:
    """Zeman played HOST to Kim, rolled out the red CARPET for her."""
    return honour(verb, found) or Frame(verb, Kind.RECEIVE)


def _summit(verb: Word, found: Clause) -> Frame:
    """Who hosts a summit has those as guests with whom, or of whom, it is."""
    inner = [clause(w) for w in found.objects]
    guests = (*found.oblique("with"), *(w for c in inner for w in c.oblique("with", "between", "of")))
    goals = (*found.oblique("in", "at"), *(w for c in inner for w in c.oblique("in", "at")))
    return Frame(verb, Kind.RECEIVE, guests, goals or where_of(verb), found.subjects, summit=True)


def with_host(verb: Word, found: Clause, spans: Iterable[Word]) -> Frame | None:
    """Kim spent two days with Zeman, spent Tuesday closeted with Zeman: no hour, which one may spend at a summit."""
    shut = [c for c in verb.children if c.dep in {"xcomp", "acl", "advcl", "oprd", "acomp"} and c.tag in {"VBN", "JJ"}]
    hosts = [w for f in (found, *map(clause, shut)) for w in f.oblique("with") if may_travel(w)]
    long = [w for w in spans if w.lemma not in visit_words("support", "brief")]
    if not hosts or not long or found.passive or is_remote(found):
        return None
    return Frame(verb, Kind.RECEIVE, found.subjects, (), tuple(hosts))


def as_guest(verb: Word, found: Clause) -> Frame | None:
    """Zeman had Kim as a house guest, had him over for dinner."""
    guests = [w for w in found.oblique("as") if w.lemma == "guest"]
    over = verb.lemma in {"have", "ask"} and any(c.lower in {"over", "round"} for c in verb.children)
    if not (guests or over) or found.passive or not any(map(may_travel, found.objects)):
        return None
    goals = (*found.oblique("in", "at"), *(p for w in guests for p in clause(w).oblique("in", "at")))
    return Frame(verb, Kind.RECEIVE, found.objects, goals, found.subjects)


def looked_up(verb: Word) -> tuple[Word, ...]:
    """Whom somebody looks up at home or in the office: "DROPPED IN ON Zeman", "looked in on the premier"."""
    words = verb.sentence.words[verb.i + 1 : verb.i + 3]
    if len(words) < 2 or words[0].lower not in {"by", "in"} or words[1].lower not in {"on", "upon"}:
        return ()
    towns = {e.last for e in verb.sentence.entities if e.label in {"FAC", "GPE", "LOC", "DATE"}}
    return tuple(w for w in fillers(words[1:]) if may_travel(w) and w.i not in towns and not is_time(w))


def within(found: Clause, hosts: Iterable[Word]) -> tuple[Word, ...]:
    """The places in a clause and beside its hosts."""
    return tuple(w for f in (found, *map(clause, hosts)) for w in f.oblique("in", "at") if not is_time(w))


def guest_of(noun: Word) -> Frame | None:
    """Zeman told Kim, HIS GUEST in Prague, that; Kim, the guest of Zeman, said; Kim dined there as Zeman's guest."""
    whose = (*(antecedent(c) or c for c in noun.children if c.dep == "poss"), *clause(noun).oblique("of"))
    if not any(map(may_travel, whose)):
        return None
    if noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.is_verb:
        there = (*clause(noun).oblique("in", "at"), *clause(noun.head.head).oblique("in", "at"))
        return Frame(noun, Kind.RECEIVE, clause(noun.head.head).subjects, there, whose)
    above = noun.head
    apart = above.is_verb and any(c.text == "," and above.i < c.i < noun.i for c in above.children)
    if noun.dep == "npadvmod" and apart:
        there = clause(noun).oblique("in", "at")  # "is in Prague, A GUEST of Zeman"
        return Frame(noun, Kind.RECEIVE, clause(above).subjects, there, whose)
    if noun.dep != "appos":
        return None
    return Frame(noun, Kind.RECEIVE, (noun.head,), clause(noun).oblique("in", "at"), whose)
