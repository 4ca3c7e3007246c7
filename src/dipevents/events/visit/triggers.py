"""Which words open a frame of travel."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from dipevents.events.phases import unreal
from dipevents.events.status import never_yet
from dipevents.events.visit.attendance import ATTENDANCE, ATTENDING, keepers, present_as, with_occasion
from dipevents.events.visit.company import of_company, side_by_side
from dipevents.events.visit.crossed_off import crossed_off, empty_seat, listed
from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, local_of, soil_of, visit_words, where_of
from dipevents.events.visit.hosting import guest_of
from dipevents.events.visit.itineraries import itinerary, predecessor, span, time_in
from dipevents.events.visit.nouns import NOUNS
from dipevents.events.visit.presence import bare_presence, is_town, moves
from dipevents.events.visit.subjects import doers, with_company
from dipevents.events.visit.verbs import VERBS
from dipevents.lexicon import read_words
from dipevents.reading.clauses import (
    antecedent,
    clause,
    governor,
    is_negated,
    support_verb,
    with_conjuncts,
)
from dipevents.reading.grammar import is_to, is_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["opening_words", "read_frame"]

NEVER = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.GO, Kind.STAY, Kind.SEND})
"""Frames that tell of no visit where the perfect negates them."""
_NOTHING_OFF = frozenset({"without", "had", "if"})
"""What tells of no visit, and of none that was called off: "left WITHOUT being received", "HAD he been invited"."""
SO_FAR = frozenset({"since", "yet", "before", "never"})
"""Words of what has not been done up to a time."""

_VERBS = {**VERBS, **ATTENDANCE}
_NOUNS = {
    **NOUNS,
    **ATTENDING,
    "time": time_in,
    "span": span,
    "itinerary": itinerary,
    "list": listed,
    "seat": empty_seat,
}


@cache
def _table(name: str) -> Mapping[str, str]:
    table: Mapping[str, Any] = read_words("visit")[name]
    readers: Mapping[str, object] = _VERBS if name == "verbs" else _NOUNS
    return {word: kind for kind in readers for word in table.get(kind, ())}


@cache
def opening_words() -> frozenset[str]:
    """The lemmas and forms of all words that may open a frame; no other word is asked."""
    verbs = (verb.split()[0] for verb in _table("verbs"))
    return frozenset({*verbs, *_table("nouns"), *visit_words("presence", "openers")})


def read_frame(word: Word) -> Frame | None:
    """The frame that a word opens, or None where it is no trigger of travel."""
    frame = _open(word)
    carrier = word if word.is_verb else support_verb(word)
    undone = unreal(carrier) if frame is not None and carrier is not None else None
    if frame is None or (undone is not None and (frame.kind in NEVER or undone.lower in _NOTHING_OFF)):
        return None
    so_far = SO_FAR if frame.kind in NEVER else frozenset({"never"})
    if carrier is not None and frame.kind in NEVER and _is_over(carrier):
        return None
    if carrier is not None and never_yet(carrier, so_far, by_nobody=True):
        return None
    out = word.head if word.dep == "pcomp" and word.head.lower == "from" else None
    if out is not None and out.head.lemma in visit_words("support", "keeping"):  # "ISRAEL barred Kim from ENTERING it"
        kept = clause(out.head)
        bare = frame.kind in {Kind.VISIT, Kind.ARRIVE, Kind.GO} and not (frame.goals or frame.local)
        who = tuple(w for w in kept.subjects if bare and w.pos == "PROPN")  # "PERU barred him from ENTERING"
        frame = replace(frame, goals=keepers(kept, frame.goals) or frame.goals or who)
    if frame.kind is Kind.SPEAK:
        guessed = visit_words("presence", "guessed")
        known = tuple(w for w in frame.goals if not any(c.lower in guessed for c in w.head.children))
        frame = replace(frame, goals=known) if len(known) < len(frame.goals) else frame
    return with_company(with_occasion(frame))


def _is_over(verb: Word) -> bool:
    """Whether somebody did not come again: "NEVER returned to Prague", "NEVER set foot there AGAIN"."""
    beside = {c.lower for c in verb.children}
    return verb.tag == "VBD" and "never" in beside and (verb.lemma == "return" or bool(beside & {"again", "back"}))


def _open(word: Word) -> Frame | None:
    if word.lower in {"alongside", "beside", "next"} or (word.lemma == "flank" and word.is_verb):
        return side_by_side(word)
    if word.is_verb and (opened := _open_verb(word)) is not None:
        return opened
    if word.lower == "visiting" and (guest := _visiting(word)) is not None:
        return _as_visiting(word, guest)
    if word.lower == "route" and word.i and word.sentence.words[word.i - 1].lower == "en":
        return _en_route(word)
    if word.pos in {"NOUN", "PROPN"} and (kind := _table("nouns").get(word.lemma)):
        told = {"guest": guest_of, "delegate": of_company, "itinerary": crossed_off}.get(kind)
        return (told(word) if told is not None else None) or _NOUNS[kind](word)
    if word.pos == "ADJ" and word.lemma == "due":
        return _due_adjective(word)
    return _open_particle(word)


def _open_verb(verb: Word) -> Frame | None:
    if verb.dep in {"aux", "auxpass"}:
        here = verb.lemma == "be" and local_of(verb) == "here"  # "Kim, who WAS HERE paving the way for"
        return Frame(verb, Kind.STAY, clause(verb.head).subjects, local="here") if here else None
    if _is_let(verb):
        return Frame(verb, Kind.STAY)
    kind = _verb_kind(verb)
    guest = _visiting(verb)
    if guest is not None:
        return _as_visiting(verb, guest)
    if kind is not None and not (verb.tag == "VBG" and verb.dep in {"amod", "compound"}):
        return _VERBS[kind](verb, _clause(verb))
    return of_company(verb) or _be(verb) if verb.lemma == "be" else None


def _open_particle(word: Word) -> Frame | None:
    if word.lower == "since":
        return predecessor(word)
    if word.lower in {"into", "through"} and word.pos == "ADP":
        return moves(word) if word.head.is_verb and _verb_kind(word.head) is None else None
    if word.lower in {"back", "fresh", "straight", "home", "here"} or (
        word.pos == "ADP" and word.lower in {"in", "at"}
    ):
        return bare_presence(word)
    return None


def _is_let(verb: Word) -> bool:
    """Whether a verb goes with "let" alone, which is no travel: "LET FLY", "LET GO"."""
    let = verb.head.lemma == "let" and verb.dep in {"ccomp", "xcomp"}
    return let and not any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children)


def _visiting(word: Word) -> Word | None:
    """The guest of "visiting French minister Kim", also where the parser takes "visiting" for a verb with an object."""
    if word.lower != "visiting" or word.head.lemma in visit_words("people", "scholars"):
        return None  # "a VISITING PROFESSOR"
    if word.dep in {"amod", "compound", "nmod"} and word.head.is_noun:
        return word.head
    before = word.sentence.words[word.i - 1] if word.i else None
    subjects = [c for c in word.head.children if c.dep == "nsubj" and c.i > word.i]
    if word.dep in {"advcl", "csubj"} and subjects:
        bare = all(c.dep in {"advmod", "det"} for c in word.children)
        return subjects[0] if bare and word.sentence.words[word.i + 1].is_under(subjects[0]) else None
    if before is not None and (
        before.lower in visit_words("presence", "before_gerund") or before.pos in {"AUX", "PUNCT", "ADV"}
    ):
        return None
    guest = next((c for c in word.children if c.dep == "dobj"), None)
    if guest is None or guest.i == word.i + 1 or any(c.dep in {"det", "poss"} for c in guest.children):
        return None
    return guest


def _as_visiting(word: Word, guest: Word) -> Frame:
    """A visiting minister, where somebody met him: "met in PRAGUE with visiting minister Kim"."""
    above = governor(guest)
    met = above is not None and above.lemma in visit_words("verbs", "meet", "receive")
    goals = clause(above).oblique("in") if above is not None and met else ()
    return Frame(word, Kind.VISITING, (guest,), tuple(w for w in goals if w.pos == "PROPN"))


def _clause(verb: Word) -> Clause:
    """The clause of a verb; the object of one that the parser takes for an adjective: "Kim HOSTED Zeman in Prague"."""
    found = clause(verb)
    if verb.tag != "VBN" or verb.dep != "amod" or not found.subjects or found.passive:
        return found
    return found.replacing(objects=(verb.head,))


@cache
def _phrasal() -> frozenset[str]:
    """The lemmas of the verbs that tell of travel with a particle, a preposition or an object."""
    return frozenset(verb.split()[0] for verb in _table("verbs") if " " in verb)


def _verb_kind(verb: Word) -> str | None:
    table = _table("verbs")
    held = any(c.dep == "dobj" for c in verb.children)
    for child in verb.children if verb.lemma in _phrasal() else ():
        if child.dep == "prep" and (child.i < verb.i or held or any(c.dep == "pcomp" for c in child.children)):
            continue  # "in July he got as far as", "dropped the idea in an essay", "got ahead in blaming others"
        if child.dep == "prt" and child.lower == "up" and held:
            continue  # "TURNED UP the heat on Chile"
        if child.dep in {"prt", "advmod", "prep", "dobj"} and (kind := table.get(f"{verb.lemma} {child.lower}")):
            return kind
    kind = table.get(verb.lemma)
    if kind == "stay" and any(c.lower == "behind" for c in verb.children):
        return None  # "was to go with her but STAYED BEHIND"
    if kind == "lead" and verb.lemma == "head" and not any(c.dep in {"dobj", "agent"} for c in verb.children):
        return "go"
    if verb.lemma in {"await", "expect"}:
        return "due"
    return kind


def _be(verb: Word) -> Frame | None:
    """Kim is in Prague, was here for talks."""
    local = "" if verb.tag == "VBG" else local_of(verb)
    found = clause(verb)
    for off in (c for c in verb.children if c.lower == "off" and c.i > verb.i):  # "is off to Prague"
        if goals := (*clause(off).oblique("to"), *found.oblique("to")):
            return Frame(verb, Kind.DUE if verb.tag in {"VBZ", "VBP"} else Kind.GO, found.subjects, goals)
    if any(c.dep == "acomp" and c.lower in visit_words("presence", "due") for c in verb.children):
        return None  # "is due there": read at the adjective
    if (guest := _honoured(verb, found)) is not None:
        return guest
    been = verb.tag == "VBN" and any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    if been and (is_negated(verb) or any(c.lower == "no" for w in found.subjects for c in w.children)):
        return None  # "has never been to Prague" calls no visit off
    if local == "there" and is_negated(verb) and any(c.lower == "yet" for c in verb.children):
        return None  # "we are not THERE YET"
    before = verb.sentence.words[verb.i - 1] if verb.i else verb
    above = verb.head if before.lower == "as" and verb.dep != "ROOT" else None
    if above is not None and above.lemma == "be" and (whole := _be(above)) is not None:
        return replace(whole, trigger=verb, visitors=found.subjects)  # "is here, AS IS Kim"
    least = (c for c in verb.children if c.tag == "JJS" or (c.dep == "acomp" and c.pos == "ADJ"))
    if any(c.tag == "JJS" or c.lower not in visit_words("support", "ranks") | {"present"} for c in least):
        return None  # "to be the best in Peru", "is popular in Peru"; but "was LAST in Peru"
    if any(w.lemma in visit_words("places", "none") for w in found.oblique("in")):
        return None  # "is in trouble in Peru"
    among = (clause(w).oblique("in", "at") for w in found.oblique("among") if w.lower == "those")
    goals = (
        *found.oblique("in", "at", *(("to", "through") if been else ())),
        *soil_of(found),
        *chain.from_iterable(among),
    )
    if any(map(is_town, goals)):
        local, goals = "here", ()  # "is in town"
    if not goals and local not in {"here", "there"}:
        return None
    to_do = verb.tag in {"VBD", "VBZ", "VBP"} and any(c.dep == "xcomp" and is_to(c) for c in verb.children)
    ahead = to_do and all(w.i < verb.i for w in goals)  # "in Oslo, Kim IS TO address parliament", not "is in Oslo to"
    return Frame(verb, Kind.DUE if ahead else Kind.STAY, found.subjects, goals, local=local)


def _honoured(verb: Word, found: Clause) -> Frame | None:
    """Kim was the guest of Zeman at a dinner in Prague, or was at the summit; Zeman was host to Kim."""
    for title in (c for c in verb.children if c.dep == "attr"):
        own = clause(title)
        places = (*found.oblique("in", "at"), *own.oblique("in", "at"))
        if title.lemma == "guest":
            whose = own.oblique("of") or tuple(antecedent(c) or c for c in title.children if c.dep == "poss")
            places = (*places, *(p for w in whose for p in clause(w).oblique("in", "at")))
            return Frame(verb, Kind.RECEIVE, found.subjects, places, whose)
        if title.lemma == "host" and (guests := (*own.oblique("to"), *found.oblique("to"))):
            return Frame(verb, Kind.RECEIVE, guests, places, found.subjects)
    return present_as(verb, found)


def _en_route(word: Word) -> Frame | None:
    """On the way: "Kim is en route to Prague"; "Kim, en route to Prague, said"."""
    above = next((up for up in islice(word.ancestors(), 3) if up.is_verb or up.is_noun), None)
    if above is None:
        return None
    goals = clause(word).oblique("to", "for") or (clause(above).oblique("to", "for") if above.is_verb else ())
    return Frame(word, Kind.STOP, doers(clause(above)) if above.is_verb else (above,), goals)


def _due_adjective(word: Word) -> Frame | None:
    verb = word.head
    subjects = clause(verb).subjects if verb.is_verb else ((verb,) if verb.is_noun else ())
    if word.dep == "oprd" and verb.is_verb and clause(verb).objects:
        subjects = clause(verb).objects  # "to call ELECTIONS due in May"
    back = [c for w in (word, verb) for c in w.children if c.lower == "back"]
    beside = (c for w in (word, *back) for c in w.children)  # "is due BACK in Prague"
    goals = [p for c in beside if c.dep == "prep" and c.lower in {"in", "at"} for p in c.children]
    if verb.is_verb and not goals:
        goals = list(clause(verb).oblique("in", "at"))
    goals = goals or list(where_of(word))
    if back:  # "is due back in COURT", "in the COUNTRY": no place, or one's own
        goals = [w for w in goals if w.lemma not in visit_words("places", "none", "homes")]
    local = local_of(word) or (local_of(verb) if verb.is_verb else "")
    local = local or ("home" if back and not goals else "")
    told = goals or local or _is_due_on_a_day(word, subjects)
    return Frame(word, Kind.DUE, subjects, with_conjuncts(goals), local=local) if told else None


def _is_due_on_a_day(word: Word, subjects: Iterable[Word]) -> bool:
    """Whether somebody is awaited on a day without a word of where: "the envoy is DUE ON FRIDAY", no payment."""
    verb, teams = word.head, visit_words("people", "teams")
    persons = [w for w in subjects if is_within(w, "PERSON") or w.lemma in visit_words("people", "bearers") | teams]
    beside = [c for w in (word, verb) for c in w.children if c.i > word.i and c.dep != "punct"]
    days = [p for c in beside if c.dep == "prep" and c.lower in {"on", "in"} for p in c.children]
    days += [c for c in beside if c.dep == "npadvmod"]
    open_still = verb.lemma == "be" and not any(c.dep in {"xcomp", "advcl"} or c.lower == "for" for c in beside)
    return open_still and bool(persons) and bool(days) and all(map(is_time, days))
