"""Frames of who speaks, or hands something over, in a place.

Kim told reporters in Prague, said in Prague that           the audience's place, or the one right behind the verb
Kim blamed them at a summit in Prague, told them there      the occasion's, or that of a relative clause
Kim signed a treaty with Zeman in Prague                    the place of a deed, and who shares it
In Prague, Kim said                                         none: it may only lead over to other news
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.attendance import attend, is_occasion, is_remote, occasion_among
from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words, where_of
from dipevents.events.visit.hosting import may_travel
from dipevents.reading.clauses import appositions, clause
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["deed", "hand", "remark", "speak", "speaks_there"]

DATING = frozenset({"early", "late", "on"})
"""Words before a day."""


def _next_place(verb: Word) -> Word | None:
    """The place right behind a verb: "said in Prague that"; "in Prague, Kim said" may only lead over to other news."""
    words = verb.sentence.words
    at = verb.i + 1
    while at < len(words) and (words[at].lower in DATING or is_time(words[at])):  # "said late on 3 May in Prague"
        at += 1
    after = words[at] if at < len(words) else verb
    if after.lower != "in" or not (after.head is verb or (after.head.i > verb.i and is_time(after.head))):
        return None
    return next((c for c in after.children if c.dep == "pobj" and (c.pos == "PROPN" or c.lemma == "capital")), None)


def speak(verb: Word, found: Clause) -> Frame:
    """Who speaks there is there: "told reporters here", "said at a news conference in Prague"."""
    local = local_of(verb)
    if is_remote(found):
        return Frame(verb, Kind.SPEAK)
    if found.passive and verb.lemma in {"brief", "tell"} and (place := _next_place(verb)) is not None:
        return Frame(verb, Kind.STAY, found.objects, (place,))  # "was briefed in Prague"
    margins = (w for w in found.oblique("on") if w.lemma in visit_words("places", "margins"))
    press = any(w.lemma in visit_words("nouns", "press") for w in found.objects)
    spoken_to = () if verb.lemma in visit_words("support", "reporting") else found.objects  # not "ANNOUNCED a summit"
    occasion = occasion_among(
        (*spoken_to, *found.oblique("at", "to", "during", *(("after",) if press else ())), *margins)
    )
    if occasion is not None and occasion.lemma.lower() not in visit_words("occasions", "bodies"):
        places = tuple(w for w in found.oblique("in") if w.pos == "PROPN")
        return Frame(verb, Kind.SPEAK, found.subjects, places, local=local, occasion=occasion)
    audience = [
        w for w in (*found.objects, *found.oblique("in", "at", "to")) if w.lemma in visit_words("nouns", "audience")
    ]
    goals = [w for word in audience for w in clause(word).oblique("in", "at")]
    if audience or verb.lemma == "speak":
        goals.extend(w for w in found.oblique("in", "at") if w not in audience)
    elif (place := _next_place(verb)) is not None:
        return Frame(verb, Kind.SPEAK, tuple(w for w in found.subjects if _is_named(w)), (place,))
    elif there := _before_whom(verb, found):
        who = tuple(w for w in found.subjects if _is_named(w) or w.lower in {"he", "she"})
        return Frame(verb, Kind.SPEAK, who, there, found.objects)
    elif verb.lemma in visit_words("support", "telling"):
        whom = found.oblique("with", "before") if verb.lemma == "plead" else found.objects  # "PLEADED with Zeman"
        return Frame(verb, Kind.TELL, found.subjects, (), whom) if whom else _told_where(verb, found)
    if not goals and local != "here":
        return _told_where(verb, found)
    return Frame(verb, Kind.SPEAK, found.subjects, tuple(goals), local=local)


def speaks_there(found: Clause) -> bool:
    """Whether somebody speaks to an audience, or with a name in a town and to nobody: "will SPEAK IN PRAGUE"."""
    if any(w.lemma in visit_words("nouns", "audience") for w in found.oblique("to")):
        return True  # "spoke to REPORTERS in Prague"
    alone = not found.oblique("to", "by", "from", "for") and all(w.pos == "PROPN" for w in found.subjects)
    return alone and any(is_within(w, "FAC", "GPE", "LOC") for w in found.oblique("in", "at"))


def _before_whom(verb: Word, found: Clause) -> tuple[Word, ...]:
    """The place where a person is told something to his face: "told ZEMAN in Prague"; none of a news agency."""
    ends = {e.last for e in verb.sentence.entities if e.label == "PERSON"}
    # "told the MINISTER, ZEMAN, in Prague"
    named = all(w.i in ends or any(a.pos == "PROPN" for a in appositions(w)) for w in found.objects)
    told = bool(found.objects) and named and not found.passive
    if not told or verb.lemma not in visit_words("support", "telling"):
        return ()
    within = (*found.oblique("in"), *(p for w in found.objects for p in clause(w).oblique("in")))
    return tuple(w for w in within if w.pos == "PROPN" and not is_time(w))[:1]


def _told_where(verb: Word, found: Clause) -> Frame:
    """Who speaks in a place that a relative clause tells of: "came from Prague, WHERE HE TOLD them"."""
    goals = where_of(verb)
    return Frame(
        verb, Kind.SPEAK, tuple(w for w in found.subjects if w.pos in {"PROPN", "PRON"}) if goals else (), goals
    )


def remark(verb: Word, found: Clause) -> Frame:
    """Who says something of others at an occasion, or right there: "blamed them IN PRAGUE" may tell where they are."""
    occasion = None if is_remote(found) else occasion_among(found.oblique("at", "during"))
    place = _next_place(verb) or _in_person(found)
    if occasion is None and place is None:
        return _told_where(verb, found)
    goals = found.oblique("in") if occasion is not None or place is None else (place,)
    who = tuple(w for w in found.subjects if _is_named(w))
    return Frame(verb, Kind.SPEAK, who, tuple(w for w in goals if w.pos == "PROPN"), occasion=occasion)


def _in_person(found: Clause) -> Word | None:
    """Where something is said in person: "was to have explained it IN PERSON IN PRAGUE"."""
    inward = found.oblique("in")
    bodily = [w for w in inward if w.lemma == "person"]
    within = (*inward, *(p for w in bodily for p in clause(w).oblique("in", "at")))
    return next((w for w in within if bodily and w.pos == "PROPN" and not is_time(w)), None)


def hand(verb: Word, found: Clause) -> Frame:
    """Who hands something over in a place, or speaks of it there, is there: "sealed the loan in Prague"."""
    whom = found.oblique("to")
    within = [p for f in (found, *map(clause, (*found.objects, *whom))) for p in f.oblique("in", "at")]
    effect = verb.tag == "VBG" and verb.lemma in visit_words("presence", "afar")  # "…, RAISING doubts in Prague"
    who = tuple(w for w in found.subjects if _is_named(w)) if found.objects and not (found.passive or effect) else ()
    places = tuple(w for w in within if w.pos == "PROPN" and not is_time(w))[:1]
    if not places and (whom := whom or found.recipients):
        return Frame(verb, Kind.TELL, found.subjects, (), whom)  # "laid out her plan TO ZEMAN", "handed ZEMAN a note"
    return Frame(verb, Kind.SPEAK, who, places, tuple(w for w in whom if places and may_travel(w)))


def _is_named(word: Word) -> bool:
    """Whether somebody has a name, or an office that few have: "the PREMIER said in Prague", but no "official"."""
    heads = visit_words("people", "heads") - {"envoy"}
    held = word.tag == "NN" and word.lemma in heads
    return word.pos == "PROPN" or held or any(w.pos == "PROPN" for w in appositions(word))


def _signed(verb: Word, found: Clause) -> tuple[Word, ...]:
    """What is signed by other words: "SIGNED FOR the weapons", "PUT his NAME TO the purchase"."""
    pen = [w for w in found.objects if w.lemma in visit_words("support", "pens")]
    signs = verb.lemma in visit_words("support", "signing") and not found.objects
    signs = signs and all(c.dep != "prt" for c in verb.children)  # no "SIGNED UP for a course"
    ways = ("to",) if pen else ("for", "on") if signs else ()
    return tuple(w for w in found.oblique(*ways) if not is_time(w)) if ways and not found.passive else ()


def deed(verb: Word, found: Clause) -> Frame:
    """Who signs a treaty or accepts a prize in a place is there; as who attends the occasion."""
    if any(is_occasion(w) for w in found.objects):
        return attend(verb, found)
    deeds = visit_words("nouns", "deed", "gesture", "venue")
    things = [w for w in found.objects if w.lemma in deeds] or [*_signed(verb, found)]
    sites = [w for w in found.oblique("at") if w.lemma in visit_words("places", "sites")]
    calls = [w for w in things if w.lemma == "call" and verb.lemma == "pay"]
    called = (p for w in calls for f in (clause(w), found) for p in f.oblique("on", "upon", "to"))
    if hosts := tuple(w for w in called if may_travel(w) and not is_time(w)):
        within = (w for f in (found, *map(clause, hosts)) for w in f.oblique("in", "at"))
        return Frame(verb, Kind.RECEIVE, found.subjects, tuple(within), hosts)  # "paid a call on ZEMAN"
    borne = verb.lemma == "deliver" and any(w.lemma in visit_words("support", "borne") for w in things)
    ways = ("with", "to") if borne else ("with",)
    partners = (w for f in (found, *map(clause, things)) for w in f.oblique(*ways))
    hosts = tuple(w for w in partners if may_travel(w))  # "signed a pact with ZEMAN", "delivered a note to ZEMAN"
    named = (w for w in found.oblique("at") if w.pos == "PROPN")
    where = (
        *found.oblique("in"),
        *named,
        *(w for thing in (*things, *sites, *hosts) for w in clause(thing).oblique("in")),
    )
    goals = tuple(w for w in where if w.pos == "PROPN" or w.lemma == "capital")
    occasion = occasion_among(
        (*found.oblique("at"), *(w for thing in things for w in clause(thing).oblique("at", "to")))
    )
    who = found.subjects if things and (goals or occasion is not None) else ()
    return Frame(verb, Kind.SPEAK, who, goals, hosts, occasion=occasion)
