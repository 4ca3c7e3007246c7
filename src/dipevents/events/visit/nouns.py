"""Frames of nouns: Kim's visit to Prague, a trip by Kim, talks with Zeman in Prague, an invitation to Prague."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, goals_of, local_above, local_of, region_of, visit_words
from dipevents.events.visit.invitations import invitation
from dipevents.events.visit.itineraries import route
from dipevents.events.visit.of_whom import bearers, bears_office, hung_low, of_whom, phrases_of
from dipevents.events.visit.subjects import is_only_told
from dipevents.events.visit.whose import agents_of, told_by, visitors_of
from dipevents.reading.clauses import (
    auxiliaries,
    clause,
    fillers,
    governor,
    with_conjuncts,
)
from dipevents.reading.grammar import closed_class, is_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["NOUNS", "hung_on_verb", "place_modifiers"]


def _noun(noun: Word) -> Frame:
    if any(w.lower == "de" for w in noun.sentence.words[noun.i + 1 : noun.i + 2]):
        return Frame(noun, Kind.NOUN)  # "a tour de force"
    return _visit_noun(noun, Kind.NOUN)


def _stop(noun: Word) -> Frame:
    home = local_of(noun) == "home" and not any(c.lower == "from" for c in noun.subtree())
    if noun.lemma == "way" and (home or noun.dep != "pobj" or noun.head.lower != "on"):
        return Frame(noun, Kind.STOP)
    riding = noun.lemma in {"plane", "jet", "train"} and not phrases_of(noun, "to")  # "his plane to Prague"
    if riding or (noun.lemma.lower() == "mission" and (noun.pos == "PROPN" or _is_standing(noun))):
        return Frame(noun, Kind.STOP)  # "a spokesman for the Chilean Mission to the United Nations"
    found = _visit_noun(noun, Kind.STOP)
    if noun.lemma == "departure" and not found.goals:
        return replace(found, kind=Kind.LEAVE)
    if noun.lemma == "stop" and noun.dep == "nsubj" and noun.head.lemma == "be" and not found.goals:
        named = with_conjuncts(c for c in noun.head.children if c.dep == "attr" and c.pos == "PROPN")
        return replace(found, goals=named)  # "his next stop is Prague"
    return found


def _is_standing(mission: Word) -> bool:
    owned = any(c.dep in {"amod", "compound", "poss"} for c in mission.children) and mission.dep.startswith("nsubj")
    posted = [w.lower for w in phrases_of(mission, "to")] if owned else []
    standing = visit_words("nouns", "standing", "posted_to")
    return not standing.isdisjoint([*posted, *(c.lower for c in mission.children)])


def _visit_noun(noun: Word, kind: Kind) -> Frame:
    if noun.tag == "NNS" and noun.dep == "nsubj" and noun.head.lemma in visit_words("nouns", "counted"):
        return Frame(noun, kind)  # "Danish VISITS to Latvia rise"
    moved = noun.dep == "dobj" and told_by(noun.head) & visit_words("support", "moved")
    if noun.dep == "dobj" and noun.head.lemma in visit_words("verbs", "send") and not moved:
        return Frame(noun, kind)  # "sent a mission to Prague" is read at the verb
    found = clause(noun)
    met = (p for w in found.oblique("with") if w.is_noun for p in clause(w).oblique("in", "at"))
    whom = of_whom(noun)
    borne = bearers(noun) or whom
    ways = ("in", "to", "at", *(("for",) if noun.lemma == "departure" else ()))
    beside = [p for w in borne for p in clause(w).oblique(*ways)]  # hung on him by the parser
    beside = beside or hung_low(borne, *ways)
    agents = (w for w in agents_of(noun) if w.lemma not in visit_words("people", "residents"))
    made = (c for c in noun.children if c.dep in {"relcl", "acl"} and c.lemma in closed_class("making"))
    told_of = noun.children if noun.dep in {"dobj", "pobj"} else ()
    summed = (c for c in told_of if c.dep == "appos" and c.lemma in visit_words("nouns", "visit"))
    inner = (  # "trip AS PRESIDENT to Prague", "a trip that he MADE TO PRAGUE"
        *(p for w in found.oblique("as") for p in clause(w).oblique("to", "in")),
        *(p for c in made for p in clause(c).oblique("to")),
        *(p for c in summed for p in goals_of(clause(c), "noun")),  # "her first trip abroad, a TOUR OF PERU"
    )
    by = (*(p for w in agents for p in _goals_below(w)), *inner)
    named = (*(w for w in goals_of(found, "noun") if w not in borne), *beside, *by) or tuple(met)
    onward = noun.lemma == "way"
    named = tuple(phrases_of(noun, "to", "for")) if onward else named or hung_on_verb(noun, "to", "through", "across")
    if _is_when(noun):
        named = tuple(w for w in named if w.is_under(noun))  # "arrived in Prague AFTER STOPS in Oslo and Riga"
    told = (w for w in named or _scene(noun) if w.lemma not in visit_words("people", "teams"))
    times = visit_words("support", "times")  # "the MAY 3 visit"
    goals = (*told, *(w for w in place_modifiers(noun) if w.lower not in times), *route(noun))
    skips = any(up.lemma in visit_words("support", "skipping") for up in islice(noun.ancestors(), 3))
    if not skips and (noun.lemma in {"tour", "mission"} or any(c.dep == "poss" for c in noun.children)):
        goals = (*goals, *found.objects)
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"as", "for"} else noun
    if above.lemma in {"choose", "pick", "select"}:  # "chose PRAGUE over Oslo for her first visit"
        chosen = (w for w in clause(above).objects if w.pos == "PROPN" and not bears_office(w))
        goals = tuple(chosen) or goals
    definite = any(c.dep in {"det", "predet"} and c.lower in {"the", "this", "that", "such"} for c in noun.children)
    aside = _is_when(noun) or is_only_told(noun)
    whose = goals or whom or not (definite and aside)
    visitors = tuple(w for w in visitors_of(noun) if w not in goals) if whose else ()
    back = (w for c in noun.children if c.lower in {"back", "home"} for w in phrases_of(c, "from"))  # "back from"
    local = local_of(noun) or local_above(noun)
    goals = goals or _state_visited(noun, visitors)
    return Frame(noun, kind, visitors, goals, (), (*found.oblique("from"), *back), local, definite)


def _state_visited(noun: Word, visitors: Sequence[Word]) -> tuple[Word, ...]:
    """The state of an adjective where it is told otherwise who goes: "Kim's CZECH visit"; not "the Czech visit"."""
    states = (c for c in noun.children if c.dep == "amod" and c.tag == "JJ" and c.text[:1].isupper())
    return tuple(c for c in states if visitors and c not in visitors)


def _is_when(noun: Word) -> bool:
    """Whether a visit told before only dates what somebody does: "an aide, briefing reporters BEFORE THE TRIP"."""
    before = noun.head if noun.dep == "pobj" else None
    ahead = before is not None and before.lower == "of" and before.head.lower in {"ahead", "advance"}
    return ahead or (before is not None and before.lower in {"before", "after", "following"})


def _scene(noun: Word) -> tuple[Word, ...]:
    """Where somebody acts on a day of a visit: "met Zeman in PRAGUE on the first day of a visit"."""
    day = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    staged = day.lemma in visit_words("support", "stages") - {"eve"} and day.dep == "pobj" and day.head.head.is_verb
    return tuple(w for w in clause(day.head.head).oblique("in") if w.pos == "PROPN") if staged else ()


def hung_on_verb(noun: Word, *prepositions: str) -> tuple[Word, ...]:
    """What stands right behind the phrase of a noun, and is its own: "arranged a visit by Kim TO PRAGUE"."""
    carrier = {"dobj": noun.head, "pobj": noun.head.head}.get(noun.dep)
    if carrier is None:
        return ()
    last = max(w.i for w in noun.subtree())
    behind = (c for c in carrier.children if c.dep in {"prep", "dative"} and c.lower in prepositions)
    return with_conjuncts(fillers(c for c in behind if c.i in {noun.i + 1, last + 1}))


def place_modifiers(noun: Word) -> tuple[Word, ...]:
    """Names before a noun: "the Prague summit", "a Gulf tour"; adjectives of states tell who travels instead."""
    before = (c for c in noun.children if c.dep in {"compound", "nmod", "amod"})
    joined = (c for c in before if not any(p.tag == "HYPH" for p in c.children))  # "the Kenyan-Polish talks"
    return tuple(c for c in joined if c.pos == "PROPN" or region_of(c))


def _goals_below(word: Word) -> list[Word]:
    """The objects of "to" in a phrase, but for those of an office: "the AMBASSADOR to Prague"."""
    offices = visit_words("people", "residents") | {"envoy", "representative", "emissary"}
    return fillers(w for w in word.subtree() if w.lower == "to" and w.dep == "prep" and w.head.lemma not in offices)


def _meeting(noun: Word) -> Frame:
    talks = noun
    if noun.dep == "pobj" and noun.head.lower == "for" and noun.head.head.lemma in visit_words("support", "asking"):
        return Frame(noun, Kind.MEETING)  # "called for talks in Prague"
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in visit_words("support", "rounds"):
        noun = noun.head.head  # "held a first round of talks in Prague"
    found = clause(noun)
    if noun.lemma == "audience" and (granted := _audience(noun, found)) is not None:
        return granted
    brokers = (w for c in talks.children if c.lemma in visit_words("support", "brokering") for w in clause(c).subjects)
    beside = found.oblique("with") if noun is not talks else ()
    sides = (*clause(talks).oblique("with", "between", "among"), *beside, *brokers)
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass", "dobj"} and noun.head.is_verb else None
    held = clause(verb) if verb is not None and noun.dep != "dobj" else None
    scene = held.oblique("in", "at") if held is not None else ()
    if held is not None and not sides and verb is not None and verb.lemma in visit_words("support", "taking_place"):
        sides = held.oblique("between", "among")  # "talks will be held in Prague BETWEEN Kim and Zeman"
    own = clause(talks).oblique("in", "at") if noun is not talks else ()
    within = tuple(p for w in sides if w.pos == "NOUN" for p in clause(w).oblique("in", "at"))  # "leaders in Prague"
    margins = tuple(w for w in found.oblique("on") if w.lemma in visit_words("places", "margins"))
    goals = (*found.oblique("in", "at"), *own, *place_modifiers(talks), *scene, *within, *margins)
    subjects = tuple(w for w in found.subjects if w not in goals)
    local = local_of(noun) or (local_of(verb) if verb is not None else "")
    above = governor(noun) if noun.dep == "pobj" else None
    if above is not None and above.is_verb:
        subjects = () if _is_apart(noun, above) else subjects or clause(above).subjects
    if not goals and noun.dep == "pobj" and noun.head.lower == "after" and noun.head.head.is_verb:
        goals = clause(noun.head.head).oblique("from")  # "flew from Prague after talks with Zeman"
    return Frame(talks, Kind.MEETING, subjects, goals, sides, local=local)


def _audience(noun: Word, found: Clause) -> Frame | None:
    """Kim had an AUDIENCE with the pope: who grants one is at home."""
    verb = noun.head if noun.dep == "dobj" else None
    hosts = tuple(
        w for w in found.oblique("with", "of") if w.pos == "PROPN" or w.lemma in visit_words("people", "heads")
    )
    if verb is None or not hosts or verb.lemma not in visit_words("support", "answered") | {"win", "hold"}:
        return None
    return Frame(noun, Kind.RECEIVE, clause(verb).subjects, found.oblique("in", "at"), hosts)


def _is_apart(noun: Word, verb: Word) -> bool:
    """Whether talks are not those of who does something: who "MIGHT resign after the Prague summit", "THINKS at one".

    Nor are those of who SAYS something BEFORE the summit, nor what is only quoted: "After the Prague summit it ends".
    """
    unsure = noun.head.lower == "after" and any(w.lower in {"may", "might", "could"} for w in auxiliaries(verb))
    before = {"ahead", "before"} & {noun.head.lower, noun.head.head.lower} and is_of(verb, "report_verbs")
    opened, closed = (sum(w.tag in {"``", "''"} for w in noun.sentence.words[: word.i]) % 2 for word in (noun, verb))
    nobody = any(c.dep == "expl" for c in verb.children)
    return bool(unsure or before) or nobody or opened > closed or verb.lemma in visit_words("support", "musing")


NOUNS: Mapping[str, Callable[[Word], Frame]] = {
    "visit": _noun,
    "stop": _stop,
    "meeting": _meeting,
    "invitation": invitation,
}
