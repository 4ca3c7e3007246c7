"""Who goes where, in words: the frame that a trigger of travel opens, before anybody is identified.

    Kim visited / toured Prague                     visit: subject, object
    Kim flew to, arrived in, crossed into, left for Prague
                                                    motion: subject, goal; "from" is the origin
    Kim left Prague                                 leaving: the object was visited
    Zeman received / hosted Kim                     receive: object travels, subject is the host
    Kim met Zeman in Prague                         meet: two sides and a place
    Seoul sent Kim to Prague                        send: the object travels
    Zeman invited Kim to Prague                     invite: the same
    Kim attended the summit in Prague               attend: subject, place of the occasion
    Kim told reporters here / in Prague             speak: subject, place
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
from typing import TYPE_CHECKING, Any

from dipevents.lexicon import read_words
from dipevents.reading.clauses import antecedent, appositions, clause, governor, support_verb, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["Frame", "Kind", "read_frame", "travellers", "visit_words"]


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
        elliptic: Whether the place of a sending is left out ("sent his deputy instead").
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


@cache
def visit_words(table: str, name: str) -> frozenset[str]:
    """A list of `data/visit.toml` as a set."""
    return frozenset(read_words("visit")[table][name])


@cache
def _table(name: str) -> Mapping[str, str]:
    table: Mapping[str, Any] = read_words("visit")[name]
    readers: Mapping[str, object] = _VERBS if name == "verbs" else _NOUNS
    return {word: kind for kind in readers for word in table.get(kind, ())}


def read_frame(word: Word) -> Frame | None:
    """The frame that a word opens, or None where it is no trigger of travel."""
    if word.is_verb:
        if word.dep in {"aux", "auxpass"}:
            return None
        kind = _verb_kind(word)
        guest = _visiting(word)
        if guest is not None:
            return Frame(word, Kind.VISITING, visitors=(guest,))
        if kind is not None and not (word.tag == "VBG" and word.dep in {"amod", "compound"}):
            return _VERBS[kind](word, clause(word))
        if word.lemma == "be":
            return _be(word)
    if word.lower == "visiting" and (guest := _visiting(word)) is not None:
        return Frame(word, Kind.VISITING, visitors=(guest,))
    if word.pos in {"NOUN", "PROPN"} and (kind := _table("nouns").get(word.lemma)):
        return _NOUNS[kind](word)
    if word.pos == "ADJ" and word.lemma == "due":
        return _due_adjective(word)
    if word.pos == "ADP" and word.lower == "in":
        return _bare_presence(word)
    return None


def _visiting(word: Word) -> Word | None:
    """The guest of "visiting French minister Kim", also where the parser takes "visiting" for a verb with an object."""
    if word.lower != "visiting":
        return None
    if word.dep in {"amod", "compound", "nmod"} and word.head.is_noun:
        return word.head
    before = word.sentence.words[word.i - 1] if word.i else None
    if before is not None and (before.lower in visit_words("presence", "before_gerund") or before.pos in {"AUX", "PUNCT", "ADV"}):
        return None
    guest = next((c for c in word.children if c.dep == "dobj"), None)
    if guest is None or guest.i == word.i + 1 or any(c.dep in {"det", "poss"} for c in guest.children):
        return None
    return guest


def _verb_kind(verb: Word) -> str | None:
    table = _table("verbs")
    for child in verb.children:
        if child.dep in {"prt", "advmod", "prep"} and (kind := table.get(f"{verb.lemma} {child.lower}")):
            return kind
    kind = table.get(verb.lemma)
    if kind == "lead" and verb.lemma == "head" and not any(c.dep in {"dobj", "agent"} for c in verb.children):
        return "go"
    if verb.lemma == "expect" and verb.tag == "VBN":
        return "due"
    return kind


def _local(word: Word) -> str:
    """An adverb of place beside a word ("arrived here", "flew home")."""
    for child in word.children:
        if child.dep in {"advmod", "npadvmod", "dobj", "prep", "acomp", "attr", "prt"}:
            for name in ("here", "there", "home"):
                if child.lower in visit_words("places", name):
                    return name
            if child.dep == "prep":
                for inner in child.children:
                    if inner.lower in {"here", "there"}:
                        return inner.lower
    return ""


def _goals(found: Clause, table: str) -> tuple[Word, ...]:
    return found.oblique(*read_words("visit")["goals"][table])


def _visit(verb: Word, found: Clause) -> Frame:
    goals = (*found.objects, *_goals(found, "visit"))
    return Frame(verb, Kind.VISIT, found.subjects, goals, local=_local(verb))


def _arrive(verb: Word, found: Clause) -> Frame:
    return Frame(verb, Kind.ARRIVE, _movers(found), _goals(found, "arrive"), (), found.oblique("from"), _local(verb))


def _go(verb: Word, found: Clause) -> Frame:
    goals = _goals(found, "head" if verb.lemma == "head" else "go")
    if verb.lemma in visit_words("support", "transitive"):
        goals = (*found.objects, *goals)
    elif not found.passive and any(w.lemma not in visit_words("support", _ways(verb)) for w in found.objects):
        return Frame(verb, Kind.GO)
    return Frame(verb, Kind.GO, _movers(found), goals, (), found.oblique("from"), _local(verb))


def _ways(verb: Word) -> str:
    """Which objects leave a verb one of motion: "made IT to", "continued his JOURNEY to"."""
    return "goals_made" if verb.lemma == "make" else "ways"


def _movers(found: Clause) -> tuple[Word, ...]:
    """Who moves: the subject of "flew to", the object of "flew him to"; nothing that "was passed to"."""
    if found.passive:
        return found.objects if found.trigger.lemma in visit_words("support", "carried") else ()
    if found.objects and found.trigger.lemma in visit_words("support", "carried"):
        return found.objects
    return found.subjects


def _leave(verb: Word, found: Clause) -> Frame:
    origins = (*found.objects, *found.oblique("from"))
    bound = bool(found.oblique("for", "to"))
    return Frame(verb, Kind.LEAVE, found.subjects, _goals(found, "leave"), (), origins, _local(verb), bound=bound)


def _stay(verb: Word, found: Clause) -> Frame:
    return Frame(verb, Kind.STAY, found.subjects, _goals(found, "stay"), local=_local(verb))


def _receive(verb: Word, found: Clause) -> Frame:
    goals = found.oblique("in", "at", "to")
    return Frame(verb, Kind.RECEIVE, found.objects, goals, found.subjects, local=_local(verb))


def _meet(verb: Word, found: Clause) -> Frame:
    others = (*found.objects, *found.oblique("with", "to"))
    if any(w.lemma in visit_words("support", "remote") for w in found.oblique()):
        return Frame(verb, Kind.MEET)
    return Frame(verb, Kind.MEET, found.subjects, found.oblique("in", "at"), others, local=_local(verb))


def _send(verb: Word, found: Clause) -> Frame:
    goals = found.oblique("to", "into")
    if verb.lemma in visit_words("verbs", "lead"):
        for sent in found.objects:
            goals = (*goals, *clause(sent).oblique("to", "in"))
        movers = () if found.passive else found.subjects
        return Frame(verb, Kind.SEND, movers, goals if movers else (), local=_local(verb))
    movers = (*found.subjects, *found.objects) if verb.lemma == "bring" and not found.passive else found.objects
    instead = any(c.lower == "instead" for c in verb.children) or any(w.lemma == "place" for w in found.oblique("in"))
    return Frame(verb, Kind.SEND, movers, goals, local=_local(verb), elliptic=instead)


def _invite(verb: Word, found: Clause) -> Frame:
    return Frame(verb, Kind.INVITE, found.objects, found.oblique("to", "in"), found.subjects, local=_local(verb))


def _attend(verb: Word, found: Clause) -> Frame:
    occasions = [w for w in (*found.objects, *found.oblique("in", "at", "for", "to")) if _is_occasion(w)]
    goals = [*found.oblique("in", "at")]
    for occasion in occasions:
        goals.extend(clause(occasion).oblique("in", "at"))
        goals.extend(_place_modifiers(occasion))
    own = [w for w in goals if w not in occasions]
    return Frame(verb, Kind.ATTEND, found.subjects if occasions else (), tuple(own), local=_local(verb))


def _is_occasion(word: Word) -> bool:
    occasions = visit_words("nouns", "occasion")
    return word.lemma in occasions or word.lower in occasions or word.lower.removesuffix("s") in occasions


def _due(verb: Word, found: Clause) -> Frame:
    goals, local = _goals(found, "stay"), _local(verb)
    to_do = found.complements and not goals and not local
    return Frame(verb, Kind.DUE, () if to_do else found.objects, goals, local=local)


def _speak(verb: Word, found: Clause) -> Frame:
    """"told reporters here", "said at a news conference in Prague": who speaks there is there."""
    local = _local(verb)
    audience = [w for w in (*found.objects, *found.oblique("in", "at", "to")) if w.lemma in visit_words("nouns", "audience")]
    goals = [w for word in audience for w in clause(word).oblique("in", "at")]
    if audience:
        goals.extend(w for w in found.oblique("in", "at") if w not in audience)
    return Frame(verb, Kind.SPEAK, found.subjects if goals or local == "here" else (), tuple(goals), local=local)


def _be(verb: Word) -> Frame | None:
    """"Kim is in Prague", "was here for talks"."""
    local = "" if verb.tag == "VBG" else _local(verb)
    found = clause(verb)
    goals = found.oblique("in", "at")
    if not goals and local not in {"here", "there"}:
        return None
    return Frame(verb, Kind.STAY, found.subjects, goals, local=local)


def _due_adjective(word: Word) -> Frame | None:
    verb = word.head
    subjects = clause(verb).subjects if verb.is_verb else ((verb,) if verb.is_noun else ())
    goals = [p for c in word.children if c.dep == "prep" and c.lower in {"in", "at"} for p in c.children]
    if verb.is_verb and not goals:
        goals = list(clause(verb).oblique("in", "at"))
    local = _local(word) or (_local(verb) if verb.is_verb else "")
    return Frame(word, Kind.DUE, subjects, with_conjuncts(goals), local=local) if goals or local else None


def _bare_presence(prep: Word) -> Frame | None:
    """"Kim, in Prague for talks, said": a phrase between commas after its noun."""
    words = prep.sentence.words
    place = next((c for c in prep.children if c.dep == "pobj"), None)
    before = words[prep.i - 1] if prep.i else None
    if place is None or place.pos != "PROPN" or before is None or before.text != ",":
        return None
    last = max(w.i for w in place.subtree())
    marks = {c.lower for c in (*prep.children, *place.children, *prep.head.children) if c.dep in {"prep", "mark"}}
    if not marks & {"for", "since", "on"} and not (last + 1 < len(words) and words[last + 1].lower in {"for", "since"}):
        return None
    head = prep.head
    if head.is_verb:
        return Frame(prep, Kind.STAY, tuple(w for w in clause(head).subjects if w.i < prep.i), (place,))
    return Frame(prep, Kind.STAY, (head,), (place,)) if head.is_noun else None


def _noun(noun: Word) -> Frame:
    return _visit_noun(noun, Kind.NOUN)


def _stop(noun: Word) -> Frame:
    return _visit_noun(noun, Kind.STOP)


def _visit_noun(noun: Word, kind: Kind) -> Frame:
    found = clause(noun)
    places = _place_modifiers(noun)
    goals = (*_noun_goals(noun, found), *places)
    visitors = _noun_visitors(noun, found)
    if noun.lemma in {"tour", "mission"} or any(c.dep == "poss" for c in noun.children):
        goals = (*goals, *found.objects)
    visitors = tuple(w for w in visitors if w not in goals)
    definite = any(c.dep == "det" and c.lower in {"the", "this", "that"} for c in noun.children)
    return Frame(noun, kind, visitors, goals, (), found.oblique("from"), _local(noun), definite)


def _noun_goals(noun: Word, found: Clause) -> tuple[Word, ...]:
    """Places that a noun's own phrases name, and those of its support verb."""
    return tuple(_goals(found, "noun"))


def _place_modifiers(noun: Word) -> tuple[Word, ...]:
    """"the Prague summit", "a Gulf tour": nouns before the noun; adjectives tell who travels."""
    return tuple(
        c for c in noun.children if c.dep in {"compound", "nmod"} and c.pos == "PROPN" or (c.dep == "amod" and c.pos == "PROPN")
    )


def _noun_visitors(noun: Word, found: Clause) -> tuple[Word, ...]:
    """Who makes the visit: by-phrase, owner, who "made" it, whoever is "on" it, the adjective's state."""
    agents = [p for c in noun.children if c.dep in {"prep", "agent"} and c.lower == "by" for p in c.children if p.dep == "pobj"]
    for child in noun.children if not agents else ():
        if child.dep == "prep":  # "a visit to Prague by Kim", where the parser hangs "by" on Prague
            below = [g for p in child.children if p.dep == "pobj" for g in p.children]
            agents += [p for g in below if g.dep in {"prep", "agent"} and g.lower == "by" for p in g.children if p.dep == "pobj"]
    if agents:
        return with_conjuncts(agents)
    owners = [c for c in noun.children if c.dep == "poss" and c.lemma not in visit_words("support", "times")]
    if owners and owners[0].lower == "latter":
        above = governor(noun)
        return clause(above).objects if above is not None and above.is_verb else ()
    if owners:
        return with_conjuncts(antecedent(w) or w for w in owners)
    for child in noun.children:
        if child.dep in {"acl", "relcl"} and child.is_verb:
            made = clause(child)
            who = tuple(w for w in made.subjects if w is not noun)
            carriers = {child.lemma, *(c.lemma for c in child.children if c.dep == "xcomp")}
            if who and carriers & visit_words("support", "verbs"):
                return who
    support = support_verb(noun)
    if support is not None:
        lent = clause(support)
        who = lent.subjects or (lent.objects if lent.passive else ())
        if lent.objects and support.lemma in {"receive", "welcome", "host", "send", "invite", "take"} and noun not in lent.objects:
            who = lent.objects
        if support.lemma in visit_words("verbs", "lead") and not lent.passive:
            who = with_conjuncts((*lent.subjects, *lent.objects))
        if who and noun not in who:
            return who
    if noun.dep == "dobj" and noun.head.lemma in visit_words("support", "verbs"):
        return tuple(w for w in clause(noun.head).subjects if w is not noun)
    if noun.dep == "pobj":
        above = noun.head.head
        if above.is_noun and noun.head.lower in {"on", "during", "for"}:
            return (above,)
    of = [p for c in noun.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"]
    if of and noun.lemma in {"visit", "arrival", "departure", "return", "presence", "mission"}:
        return with_conjuncts(of)
    return tuple(c for c in noun.children if c.dep == "amod" and c.tag == "JJ" and c.text[:1].isupper())


def _meeting(noun: Word) -> Frame:
    found = clause(noun)
    sides = found.oblique("with", "between", "among")
    goals = (*found.oblique("in", "at"), *_place_modifiers(noun))
    subjects = tuple(w for w in found.subjects if w not in goals)
    if not subjects and noun.dep == "pobj":
        above = governor(noun)
        if above is not None and above.is_verb:
            subjects = clause(above).subjects
    return Frame(noun, Kind.MEETING, subjects, goals, sides, local=_local(noun))


def _invitation(noun: Word) -> Frame:
    found = clause(noun)
    support = support_verb(noun) or (noun.head if noun.dep in {"dobj", "nsubjpass"} and noun.head.is_verb else None)
    visitors: tuple[Word, ...] = ()
    hosts: tuple[Word, ...] = tuple(found.oblique("from", "by"))
    if support is not None:
        lent = clause(support)
        if support.lemma in {"accept", "receive", "decline", "reject", "refuse", "have", "get", "consider", "weigh", "turn", "take"}:
            visitors = lent.subjects
        elif support.lemma in {"extend", "issue", "give", "offer", "send", "hand", "make"}:
            visitors, hosts = (*lent.recipients, *lent.oblique("to")), (*hosts, *lent.subjects)
    return Frame(noun, Kind.INVITE, visitors, found.oblique("to", "in"), hosts, local=_local(noun))


_VERBS: Mapping[str, Callable[[Word, Clause], Frame]] = {
    "visit": _visit,
    "inspect": _visit,
    "arrive": _arrive,
    "go": _go,
    "leave": _leave,
    "stay": _stay,
    "receive": _receive,
    "meet": _meet,
    "send": _send,
    "lead": _send,
    "invite": _invite,
    "attend": _attend,
    "due": _due,
    "speak": _speak,
}
_NOUNS: Mapping[str, Callable[[Word], Frame]] = {
    "visit": _noun,
    "stop": _stop,
    "meeting": _meeting,
    "invitation": _invitation,
}


def travellers(words: Iterable[Word]) -> tuple[Word, ...]:
    """Who really travels: the owner of a vehicle, the leader of a delegation where the text names one."""
    found: dict[int, Word] = {}
    for word in words:
        for item in _leaders(word) or _passengers(word) or _named_by_copula(word) or (word,):
            found[item.i] = item
    return tuple(found[i] for i in sorted(found))


def _named_by_copula(word: Word) -> tuple[Word, ...]:
    """"Kim is the first leader to visit": Kim."""
    if word.dep != "attr" or word.head.lemma != "be":
        return ()
    return tuple(w for w in clause(word.head).subjects if w.lower not in {"it", "this", "that"})


def _passengers(word: Word) -> tuple[Word, ...]:
    if word.lemma not in visit_words("nouns", "vehicle") or word.lemma in {"delegation", "entourage"}:
        return ()
    owners = [c for c in word.children if c.dep == "poss"]
    carried = [p for c in word.children if c.dep == "acl" and c.lemma in {"carry", "bring", "take"} for p in clause(c).objects]
    return with_conjuncts(owners or carried)


def _leaders(word: Word) -> tuple[Word, ...]:
    """"a delegation led / headed by Kim", "a team of the ministry under Kim"."""
    if word.lemma not in visit_words("people", "teams"):
        return ()
    inside = [word, *appositions(word)]
    for part in list(inside):
        inside.extend(p for c in part.children if c.dep == "prep" and c.lower in {"of", "from"} for p in c.children)
    for child in (c for part in inside for c in part.children):
        if child.dep in {"acl", "relcl", "conj"} and child.is_verb and child.lemma in {"lead", "head", "chair"}:
            return clause(child).subjects
    return with_conjuncts(p for c in word.children if c.dep == "prep" and c.lower == "under" for p in c.children)
