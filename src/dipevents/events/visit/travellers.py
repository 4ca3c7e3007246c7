"""Who really travels by a frame: passengers of vehicles, leaders of delegations, those who are named of several.

KIM's plane, the train carrying KIM                         whose it is, whom it carries
a delegation led by KIM; KIM, at the head of a delegation   the leader
ministers, including KIM                                    those who are named
KIM was among the guests visiting                           who they are
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.of_whom import bears_office
from dipevents.reading.clauses import antecedent, appositions, clause, fillers, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.sentence import Word

__all__ = ["counts_one_of_a_kind", "guests", "travellers"]

LISTING = frozenset({"including"})
"""What names some of several."""


def travellers(words: Iterable[Word]) -> tuple[Word, ...]:
    """Who really travels: the owner of a vehicle, the leader of a delegation where the text names one."""
    found: dict[int, Word] = {}
    for word in words:
        for item in (*(_leaders(word) or _passengers(word) or _named_by_copula(word) or (word,)), *_included(word)):
            found[item.i] = item
    return tuple(found[i] for i in sorted(found))


def guests(frame: Frame) -> tuple[Word, ...]:
    """Who travels or takes part by a frame; of "sixteen leaders, including Kim and Zeman" only those who are named."""
    whole = {w.i for w in frame.visitors if any(n.pos == "PROPN" for n in _included(w))}
    return tuple(w for w in travellers(frame.visitors) if w.i not in whole)


def _included(word: Word) -> tuple[Word, ...]:
    """Who is named of several: "ministers, including KIM"; "ministers will attend the talks, including KIM"."""
    such = any(c.lower == "such" for p in word.children if p.lower == "as" for c in p.children)
    listing = LISTING | {"as"} if such else LISTING
    inside = [c for c in word.children if c.lower in listing and c.dep == "prep"]
    if not inside and word.dep in {"nsubj", "nsubjpass"} and word.tag == "NNS":
        after = word.sentence.words[word.i + 1 :]
        inside = [w for w in after if w.lower in LISTING and w.dep == "prep" and w.is_under(word.head)]
    if not inside:
        return ()
    named = with_conjuncts(fillers(inside))
    named = (*named, *(a for w in named for a in appositions(w) if a.lemma in visit_words("people", "bearers")))
    known = (w for w in named if w.pos == "PROPN" or w.lemma in visit_words("people", "bearers"))
    return tuple(w for w in known if not any(c.dep == "nummod" for c in w.children))  # no "41 ministers"


def _named_by_copula(word: Word) -> tuple[Word, ...]:
    """KIM is the first leader to visit; KIM was among the guests visiting; the last leader to visit was KIM."""
    if word.dep == "pobj" and word.head.lower == "among" and word.head.head.lemma == "be":
        verb = word.head.head  # also "among those who came WAS KIM"
        return clause(verb).subjects or with_conjuncts(c for c in verb.children if c.dep == "attr" and c.i > verb.i)
    one = word.head.head if word.dep == "pobj" and word.head.lower == "of" and word.head.head.lower == "one" else word
    if one.head.lemma not in {"be", "become"} or one.pos == "PROPN":
        return ()
    if one.dep == "nsubj" and one.lemma in visit_words("people", "bearers"):
        return with_conjuncts(c for c in one.head.children if c.dep == "attr" and c.pos == "PROPN")
    if one.dep != "attr":
        return ()
    word = one  # "Kim was one of several ministers visiting"
    return tuple(w for w in clause(word.head).subjects if w.lower not in {"it", "this", "that"} and not w.is_verb)


def _passengers(word: Word) -> tuple[Word, ...]:
    """Who travels in a vehicle: KIM's plane, the train carrying KIM; Air Force One landed with KIM on board."""
    named = word.text == "One" and any(c.text == "Force" for c in word.children)
    if named and word.head.is_verb:
        return clause(word.head).oblique("with") or (word,)
    if word.lemma == "mission" and word.head.lemma not in visit_words("verbs", "lead"):  # "KIM's mission to Prague"
        people = {e.last for e in word.sentence.entities if e.label == "PERSON"}
        return tuple(c for c in word.children if c.dep == "poss" and c.i in people)
    if word.lemma not in visit_words("nouns", "vehicle") or word.lemma in {"delegation", "entourage"}:
        return ()
    owners = [antecedent(c) or c for c in word.children if c.dep == "poss"]
    owners = owners or [w for w in clause(word).oblique("of") if bears_office(w)]  # "the plane of PRESIDENT KIM"
    carried = [
        p for c in word.children if c.dep == "acl" and c.lemma in {"carry", "bring", "take"} for p in clause(c).objects
    ]
    return with_conjuncts(owners or carried)


def _leaders(word: Word) -> tuple[Word, ...]:
    """Who leads: "a delegation led / headed by Kim", "a team of the ministry under Kim"."""
    if word.pos not in {"NOUN", "PROPN"} or word.lemma in {"thousand", "hundred", "crowd"}:
        return ()
    team = word.lemma in visit_words("people", "teams")
    if team and (at_head := _at_head(word)):
        return at_head
    if team and word.dep == "dobj" and word.head.lemma in visit_words("verbs", "lead"):
        return clause(word.head).subjects
    if team and word.dep == "dobj" and word.head.lemma in {"bring", "take"}:  # "will TAKE a cabinet party to Prague"
        named = {i for e in word.sentence.entities if e.label == "PERSON" for i in range(e.first, e.last + 1)}
        heads = visit_words("people", "heads") | {"he", "she"}
        return tuple(w for w in clause(word.head).subjects if w.i in named or w.lemma in heads)
    inside = [word, *appositions(word)]
    for part in inside:  # grows: "a delegation of the ministry of culture of Peru headed by Kim"
        inside.extend(p for c in part.children if c.dep == "prep" and c.lower in {"of", "from"} for p in c.children)
    for child in (c for part in inside for c in part.children):
        if child.dep in {"acl", "relcl", "conj"} and child.is_verb and child.lemma in {"lead", "head", "chair"}:
            return clause(child).subjects
    under = (c for c in word.children if team and c.dep == "prep" and c.lower == "under")
    return with_conjuncts(p for c in under for p in c.children)


def _at_head(team: Word) -> tuple[Word, ...]:
    """KIM left at the head of a delegation; KIM, at the head of a delegation, left."""
    head = team.head.head if team.dep == "pobj" and team.head.lower == "of" else team
    if head.lemma != "head" or head.dep != "pobj" or head.head.lower != "at":
        return ()
    above = head.head.head
    return clause(above).subjects if above.is_verb else (above,) if above.is_noun else ()


def counts_one_of_a_kind(frame: Frame) -> bool:
    """Whether a visit is counted among those of a kind: "the FIRST trip by AN Asian leader", "the first to come"."""
    ranks = visit_words("support", "ranks")
    counted = frame.kind is Kind.NOUN and any(c.lower in ranks for c in frame.trigger.children)
    wanted = {"a", "an"} if counted else ranks
    words = guests(frame)
    return bool(words) and all(w.pos != "PROPN" and any(c.lower in wanted for c in w.children) for w in words)
