"""Who goes where, in words: the frame that a trigger of travel opens, before anybody is identified.

Kim visited / toured Prague                     visit: subject, object
Kim flew to, arrived in, crossed into, left for Prague
                                                motion: subject, goal; "from" is the origin
Kim left Prague                                 leaving: the object was visited
Zeman received / hosted Kim                     receive: object travels, subject is the host
Kim met Zeman in Prague                         meet: two sides and a place
Seoul sent Kim to Prague                        send: the object travels
Zeman invited Kim to Prague                     invite: the same
Kim attended the summit in Prague               attend: subject, occasion (see `attendance.py`)
Kim told reporters here / in Prague             speak: subject, place
Kim told / urged Zeman                          tell: two sides that may be guest and host
Kim stayed / spent a week / is in Prague        stay: subject, place
Kim is due / expected in Prague                 due: the same
visiting Korean minister Kim                    visiting: the noun travels
Kim's visit to Prague, a trip by Kim            noun: owner, goal
talks with Zeman in Prague                      meeting: two sides and a place
an invitation to Prague                         invitation
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.clauses import clause, fillers
from dipevents.reading.grammar import phrase
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Sentence

__all__ = [
    "Frame",
    "Kind",
    "goals_of",
    "is_in_return",
    "is_of_sport",
    "local_above",
    "local_of",
    "region_of",
    "soil_of",
    "visit_words",
    "where_discussed",
    "where_of",
]


class Kind(StrEnum):
    """What sort of frame a trigger opens; the finder treats them differently."""

    VISIT = "visit"
    ARRIVE = "arrive"
    GO = "go"
    LEAVE = "leave"
    STAY = "stay"
    DUE = "due"
    VISITING = "visiting"
    RECEIVE = "receive"
    MEET = "meet"
    SEND = "send"
    INVITE = "invite"
    ATTEND = "attend"
    NOUN = "noun"
    STOP = "stop"
    MEETING = "meeting"
    SPEAK = "speak"
    TELL = "tell"
    ABSENT = "absent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that fill the places of one trigger.

    Attributes:
        trigger: The verb, noun or adjective.
        kind: The sort of frame.
        visitors: Heads of who travels; of one side of a meeting.
        goals: Heads of what may be the destination.
        hosts: Heads of who receives; of the other side of a meeting.
        origins: Heads of where they come from.
        local: "here" or "there" where the place is only pointed at, "home" for a way back, or empty.
        definite: Whether a noun points at a visit told before ("the trip").
        elliptic: Whether the place is left out that was told before ("sent his deputy instead", "will come in June").
        summit: Whether a state hosts others, which then count as visitors ("hosts a summit with Turkey").
        occasion: The noun of the occasion that is spoken of: "attended the SUMMIT", "is due in Prague for TALKS".
        untold: Whether an occasion is left out that was told before: "will attend", "was among the guests".
        bound: Whether somebody who leaves is said to go on to something ("left for a trip").
    """

    trigger: Word
    kind: Kind
    visitors: tuple[Word, ...] = ()
    goals: tuple[Word, ...] = ()
    hosts: tuple[Word, ...] = ()
    origins: tuple[Word, ...] = ()
    local: str = ""
    definite: bool = False
    bound: bool = False
    elliptic: bool = False
    summit: bool = False
    occasion: Word | None = None
    untold: bool = False


@cache
def visit_words(table: str, *names: str) -> frozenset[str]:
    """A list of `data/visit.toml` as a set, or several of one table together."""
    return frozenset(chain.from_iterable(read_words("visit")[table][name] for name in names))


def is_of_sport(sentence: Sentence) -> bool:
    """Whether a sentence tells of sport or a show, where a state's team or "Peru's Kim" travels for no office."""
    return bool(sentence.words_among(visit_words("people", "sport")))


def region_of(word: Word) -> str:
    """The region that an adjective tells ("an ASIAN tour", "a Latin AMERICAN trip"), or an empty string."""
    table: Mapping[str, str] = read_words("visit")["region_adjectives"]
    before = word.sentence.words[word.i - 1].lower if word.i else ""
    return table.get(f"{before} {word.lower}") or table.get(word.lower, "")


@cache
def _local_words() -> Mapping[str, str]:
    names = ("home", "there", "here")
    return {word: name for name in names for word in visit_words("places", name)}


def local_of(word: Word) -> str:
    """An adverb of place beside a word ("arrived here", "flew home")."""
    for child in word.children:
        if child.dep in {"advmod", "npadvmod", "dobj", "prep", "acomp", "attr", "prt"}:
            if name := _local_words().get(child.lower):
                return name
            if child.dep == "prep" and child.lower != "from":
                for inner in child.children:
                    if inner.lower in {"here", "there", "home"}:
                        return inner.lower
    return ""


def local_above(noun: Word) -> str:
    """Kim is HERE on a visit; Kim, HERE on a visit, said."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "on" else noun
    beside = (above, *above.children) if above.lemma == "be" else (above,)
    return "here" if above is not noun and any(w.lower == "here" for w in beside) else ""


def goals_of(found: Clause, table: str) -> tuple[Word, ...]:
    """What the phrases of a clause name as the place, by the prepositions of a table; else what "where" stands for."""
    ways = read_words("visit")["goals"][table]
    borne = (w for w in found.oblique("by") if w.lemma in visit_words("transport", "nouns"))
    beyond = tuple(p for w in borne for p in clause(w).oblique("to", "into", "for"))  # "by train to PRAGUE"
    told = tuple(w for w in (*found.oblique(*ways), *soil_of(found)) if w.lemma not in visit_words("goals", "none"))
    return told or beyond or where_of(found.trigger)


def soil_of(found: Clause) -> tuple[Word, ...]:
    """The ground of a state that somebody is on: "set foot ON PERUVIAN SOIL", "was IN AND OUT OF Prague"."""
    on = found.oblique("on")
    falls = found.trigger.lemma in {"converge", "descend"}  # "converged ON PRAGUE"
    soil = [w for w in on if w.lemma in visit_words("places", "grounds") or (falls and w.pos == "PROPN")]
    within = [p for w in on if w.lemma in {"ground", "tarmac"} for p in clause(w).oblique("in", "at")]
    out = (o for c in found.trigger.children if c.lower == "in" for o in c.children if o.lower == "out")
    return (*soil, *within, *fillers(of for o in out for of in o.children))  # "an hour on the ground IN PRAGUE"


def where_of(word: Word) -> tuple[Word, ...]:
    """The place of a relative clause that a word stands in: "Prague, WHERE Zeman is to receive him"."""
    current = word
    for _ in range(4):
        if current.dep == "relcl":
            marked = any(c.lower == "where" for c in current.children)
            return (current.head,) if marked else ()
        if current.dep not in {"xcomp", "acomp", "conj", "ccomp"}:
            return ()
        current = current.head
    return ()


def where_discussed(verb: Word, found: Clause) -> tuple[Word, ...]:
    """Where something is discussed; what stands right behind the topic is its own: "the war in Sudan with Kim"."""
    topics = [c for c in verb.children if c.dep == "dobj"]
    ends = {phrase(topic, skip=("prep",))[1].i + 1 for topic in topics}
    behind = [c for c in verb.children if c.dep == "prep" and c.i in ends]
    own = [*topics, *behind] if found.oblique("with") else []
    return tuple(w for w in found.oblique("in", "at") if not any(w.is_under(word) for word in own))


def is_in_return(noun: Word) -> bool:
    """Whether a visit answers another: "will RETURN the visit", "a RETURN visit", "a RECIPROCAL trip"."""
    return not noun.is_verb and (_is_paid_back(noun) or any(c.lower in {"return", "reciprocal"} for c in noun.children))


def _is_paid_back(noun: Word) -> bool:
    return noun.dep == "dobj" and noun.head.lemma in {"return", "repay", "reciprocate"}
