"""Who travels where the parse hides the subject of a verb of travel, and in whose company.

There are no plans for KIM to visit Prague      the plan's "for" phrase
Zeman barred KIM from entering the country      whoever is kept from it
Zeman gave KIM leave to enter the country       whoever is given it
A delegation arrived. It is led by KIM.         who leads those told before
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words, where_of
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import clause, fillers, with_conjuncts
from dipevents.reading.grammar import is_question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "are_visited",
    "doers",
    "follows",
    "in_company",
    "is_added",
    "is_headline",
    "is_named",
    "is_nobody",
    "is_only_told",
    "is_who",
    "leaders_told",
    "with_company",
]


def doers(found: Clause) -> tuple[Word, ...]:
    """The subjects of a verb, or whom its surroundings tell to do it; for a passive the agents alone."""
    verb = found.trigger
    kept = _kept_from(verb) or ((verb.head,) if is_headline(verb) else ())  # "KIM to visit Prague"
    if verb.dep == "acl" and verb.head.lemma in visit_words("support", "asked"):
        kept = _planned_for(verb)
    if kept or found.subjects or found.passive:
        return kept or _whole_named(verb, found.subjects)
    for reader in (_planned_for, _beside_adjective, _behind_participle):
        if who := reader(verb):
            return who
    return ()


def are_visited(verb: Word) -> bool:
    """Whether a participle stands behind the places themselves: "met officials of the COUNTRIES visited"."""
    before = verb.sentence.words[verb.i - 1] if verb.i else verb
    places = before.tag == "NNS" and before.lemma in visit_words("places", "again") and before.head is not verb
    return places and verb.tag in {"VBN", "VBD"} and all(c.dep not in {"dobj", "agent"} for c in verb.children)


def in_company(verb: Word, found: Clause) -> Frame:
    """Kim accompanied Lee to Prague: both went; without a goal, on the journey that the article tells of Lee.

    A company without a name ("accompanied by 40 businessmen") only goes along.
    """
    goals = found.oblique("to", "into") or tuple(w for o in found.objects for w in clause(o).oblique("to"))
    if found.passive and verb.lemma == "join":
        goals = goals or tuple(w for w in found.oblique("in") if w.pos == "PROPN" and not is_time(w))
    visits = visit_words("nouns", "visit")
    trips = [w for f in (found, *map(clause, found.objects)) for w in f.oblique("on", "during") if w.lemma in visits]
    goals = goals or tuple(w for trip in trips for w in clause(trip).oblique("to", "in"))
    beside = tuple(w for w in (found.subjects if found.passive else doers(found)) if is_named(w))
    there = where_of(verb) if not goals else ()
    if not goals and (there or trips):
        return Frame(verb, Kind.SEND, beside, there)  # "in Prague, where she accompanies the king"
    # "left on a visit ACCOMPANIED by the queen"
    whom = tuple(s for w in found.objects for s in (clause(w).subjects if w.lemma in visits else (w,)))
    ways = (p for c in verb.children if c.dep in {"prep", "npadvmod"} for p in (c, *c.children))
    # "was JOINED on Friday BY LEE", who came later
    met = found.passive and not goals and verb.lemma == "join" and any(map(is_time, ways))
    movers = beside if met else (*whom, *beside) if found.passive else (*beside, *whom)
    due = verb.dep == "xcomp" and verb.head.lemma in {"due", "expect", "schedule", "suppose"}
    due = due and any(w.lower in {"had", "was"} for up in (verb.head, verb.head.head) for w in up.children)
    if read_status(verb).phase is Phase.DENIED or due:
        movers = beside  # "will NOT accompany Kim", "HAD BEEN DUE to accompany her": who may go all the same
    return Frame(verb, Kind.SEND, movers, goals, local=local_of(verb), elliptic=not goals)


def is_named(word: Word) -> bool:
    """Whether a word is a name or a pronoun, or explained by a name: "the MINISTER, Kim"."""
    return word.pos in {"PROPN", "PRON"} or any(c.dep == "appos" and c.pos == "PROPN" for c in word.children)


def follows(verb: Word, joined: Iterable[Word]) -> bool:
    """Whether somebody comes to where another is: "will JOIN HIM on Monday", no "joined him in the fight, on stage"."""
    ways = (p for c in verb.children if c.dep == "prep" for p in c.children)
    heads = visit_words("people", "heads")
    told = all(
        w.lower in {"him", "her", "them"} or (w.lemma in heads and any(c.lower == "the" for c in w.children))
        for w in joined
    )
    return told and all(is_time(p) for p in ways)


def with_company(frame: Frame) -> Frame:
    """A frame of motion with those who come along: "arrived together with ZEMAN", "with ZEMAN at his side"."""
    verb, moves = frame.trigger, frame.kind in {Kind.VISIT, Kind.ARRIVE, Kind.GO, Kind.LEAVE}
    if not (moves and verb.is_verb and frame.visitors):
        return frame
    phrases = [c for w in (verb, *verb.children) for c in w.children if c.lower == "with" and c.dep == "prep"]
    phrases = [p for p in phrases if p.head is verb or p.head.lower in visit_words("presence", "beside")]
    named = with_conjuncts(fillers(phrases))
    known = visit_words("people", "heads") | {"counterpart"}
    held = [w for w in named if (w.tag == "NN" and w.lemma in known) or any(c.lower in known for c in w.children)]
    along = any(c.lower in {"along", "together"} for p in phrases for c in p.children)
    told = held if frame.goals or frame.local or along else []
    told.extend(w for w in named if w.lower in {"him", "her", "them"})  # "the minister travelled with HIM"
    beside = tuple(w for w in told if w not in frame.visitors)
    placed = bool(frame.goals or frame.origins or frame.local or frame.occasion)
    behind = next((verb.sentence.words[c.i + 1] for c in verb.children if c.lower == "along"), verb)
    if not placed and behind is not verb and behind.lower != "with":
        return replace(frame, kind=Kind.SEND, elliptic=True)  # "her deputy is going ALONG"
    if not beside:
        return frame
    lone = frame.kind is Kind.GO and not placed and any(w.pos == "PRON" for w in beside)
    return replace(frame, visitors=(*frame.visitors, *beside), elliptic=frame.elliptic or lone)


def leaders_told(sentence: Sentence) -> tuple[Word, tuple[Word, ...]] | None:
    """The delegation told before, and who leads, or is one of it: "It is led by KIM", "the team includes KIM"."""
    leading = visit_words("verbs", "lead")
    for verb in sentence.words_among(leading | visit_words("presence", "including") - {"be"}):
        found = clause(verb)
        who, whole = (found.subjects, found.objects) if verb.lemma in leading else (found.objects, found.subjects)
        new = verb.dep != "relcl" and any(c.lower in {"a", "an"} for w in whole for c in w.children)
        team = next((w for w in whole if w.lower == "it" or w.lemma in visit_words("people", "teams")), None)
        if verb.is_verb and not new and team is not None:
            return team, with_conjuncts(who)
    return None


def spoken_for(word: Word) -> tuple[Word, ...]:
    """Whose trip somebody's spokesman tells of: "HER spokesman confirmed the trip"; of others, themselves."""
    if word.lemma not in lexicon("speakers"):
        return (word,)
    return tuple(c for c in word.children if c.dep == "poss") or clause(word).oblique("for") or (word,)


def is_only_told(noun: Word) -> bool:
    """Whether somebody but tells of a visit: "the minister CONFIRMED THE VISIT", "announced plans for THE VISIT"."""
    plans = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else noun
    told = plans.dep == "dobj" and (plans is noun or plans.lemma in visit_words("support", "plans"))
    return told and plans.head.lemma in visit_words("support", "reporting")


def _planned_for(verb: Word) -> tuple[Word, ...]:
    if verb.dep not in {"acl", "relcl", "xcomp"} or verb.tag != "VB":
        return ()
    ways = {"for", "by", "from"} if verb.head.lemma in visit_words("support", "asked") else {"for"}
    phrases = (c for c in verb.head.children if c.dep == "prep" and c.lower in ways and c.i < verb.i)
    return with_conjuncts(fillers(phrases))


def _whole_named(verb: Word, subjects: tuple[Word, ...]) -> tuple[Word, ...]:
    """KIM of Peru, MINISTERS of five states who visited Prague: the parser hangs the clause on what stands next."""
    if verb.dep != "relcl" or subjects != (verb.head,) or verb.head.dep != "pobj" or verb.head.head.lower != "of":
        return subjects
    above = verb.head.head.head
    of_states = verb.head.lemma in visit_words("people", "of_states") and above.lemma in visit_words(
        "people", "bearers"
    )
    whole = of_states or above.lemma == "member" or above.pos == verb.head.pos == "PROPN"
    return (above,) if whole and any(c.lower == "who" for c in verb.children) else subjects


def _beside_adjective(verb: Word) -> tuple[Word, ...]:
    """KIM, due to visit Prague, said."""
    due = verb.head
    aside = verb.dep == "xcomp" and due.lower in visit_words("presence", "due") and due.dep in {"amod", "acl", "advcl"}
    return ((due.head,) if due.head.is_noun else clause(due.head).subjects) if aside else ()


def is_headline(verb: Word) -> bool:
    """Whether an infinitive is all that a sentence tells of its noun: "Kim TO VISIT Prague"."""
    bare = verb.tag == "VB" and verb.dep in {"acl", "relcl"} and any(c.lower == "to" for c in verb.children)
    return bare and verb.head.is_noun and verb.head is verb.sentence.root


def is_added(verb: Word) -> bool:
    """Whether an infinitive tells what else a headline announces: "Kim puts off trip, TO VISIT Prague instead".

    Or what something is dropped for: "Kim SKIPS summit to visit Prague".
    """
    to = next((c for c in verb.children if c.lower == "to" and 0 < c.i < verb.i), None) if verb.tag == "VB" else None
    if to is None or not verb.sentence.heading:
        return False
    told = {verb.head.lemma, *(f"{verb.head.lemma} {w.lower}" for w in verb.sentence.words[verb.head.i + 1 : to.i])}
    dropped = {"cancel"}.union(*(visit_words("support", name) for name in ("curtailing", "deferring", "skipping")))
    return verb.sentence.words[to.i - 1].text in {",", ";"} or bool(told & dropped)


def _kept_from(verb: Word) -> tuple[Word, ...]:
    if verb.dep != "pcomp" or verb.head.lower != "from":
        return ()
    above = verb.head.head
    return clause(above).objects if above.is_verb and above.lemma in visit_words("support", "keeping") else ()


def _behind_participle(verb: Word) -> tuple[Word, ...]:
    """Concluding a trip to Prague, the MINISTER …: read as a phrase of the participle."""
    if verb.tag != "VBG" or verb.sentence.root is not verb:
        return ()
    words = verb.sentence.words
    found = (c for c in verb.children if c.dep in {"npadvmod", "dobj", "appos"} and c.i > verb.i)
    return tuple(c for c in found if any(words[i].text == "," for i in range(verb.i, c.i)))[:1]


def is_nobody(word: Word) -> bool:
    """Whether a determiner makes a noun nobody: "NO minister has been there since"; not "NEITHER Kim NOR Lee".

    Or somebody who is asked for: "WHICH minister flew to Prague?".
    """
    beside = {c.lower for c in word.children}
    asked = not beside.isdisjoint({"what", "which"}) and is_question(word.sentence)
    return "no" in beside or ("neither" in beside and "nor" not in beside) or asked


def is_who(word: Word) -> bool:
    """Whether a clause with "who" hangs on a word: if a body, on the person behind it: "the head of Z, KIM, WHO"."""
    clauses = (c for c in word.children if c.dep == "relcl")
    return any(w.lower == "who" and w.dep == "nsubj" for c in clauses for w in c.children)
