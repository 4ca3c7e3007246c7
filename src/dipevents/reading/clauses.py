"""The arguments of a word: who does what to whom, wherever English puts them.

One mechanism for verbs and nouns serves every event type:

    Kim visited Russia                 subject Kim, object Russia
    Russia was visited by Kim          the same (agent of a passive)
    Kim, who visited Russia            relative clause: the antecedent
    Kim wants / is expected to visit   control: the subject is inherited
    Kim flew in and visited Putin      coordination: the same
    after visiting Russia, Kim …       participles and gerunds: the same
    the tanks sold by Russia           reduced relative: the object is the antecedent
    Kim's visit to Russia              possessor of a noun is its subject
    the Russian visit, a visit by Kim  modifier and by-phrase are, too
    Kim paid a visit to Russia         a support verb lends subject and obliques to its noun

Everything is given as head words, in text order; conjoined fillers ("Kim and Putin") are all there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dipevents.reading.grammar import (
    RELATIVE,
    antecedent,
    appositions,
    auxiliaries,
    closed_class,
    conjuncts,
    fillers,
    governor,
    is_negated,
    is_passive,
    own_subjects,
    phrase,
    verb_above,
    with_conjuncts,
)
from dipevents.reading.subjects import is_asked, surface_subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dipevents.reading.sentence import Word

__all__ = [
    "Clause",
    "antecedent",
    "appositions",
    "auxiliaries",
    "clause",
    "conjuncts",
    "fillers",
    "governor",
    "is_negated",
    "is_passive",
    "phrase",
    "support_verb",
    "surface_subjects",
    "verb_above",
    "with_conjuncts",
]


T = TypeVar("T")

OBLIQUE = frozenset({"prep", "agent", "dative", "advmod", "prt", "npadvmod", "ccomp", "mark"})
"""Relations of the words that may lead to a prepositional phrase."""
OCCASION = frozenset({"any", "each", "every", "first", "last", "next", "only", "second", "third"})
"""Before "time" these make an occasion of it, on which something was done."""
CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})


class _Asked(Generic[T]):
    """A property that is worked out when it is first asked for, and then known: most are never asked for."""

    def __init__(self, of: Callable[[Any], T]) -> None:
        self._of = of
        self._name = of.__name__
        self.__doc__ = of.__doc__

    def __get__(self, clause: Any, owner: type) -> T:
        known, name = clause.known, self._name
        if name not in known:
            known[name] = self._of(clause)
        found: T = known[name]
        return found


class Clause:
    """The arguments of one trigger word, a verb or a noun; `known` holds those that were asked for."""

    __slots__ = ("known", "trigger")

    def __init__(self, trigger: Word) -> None:
        self.trigger = trigger
        self.known: dict[str, object] = {}

    @_Asked
    def passive(self) -> bool:
        """Whether the verb is passive."""
        return self.trigger.is_verb and is_passive(self.trigger)

    @_Asked
    def subjects(self) -> tuple[Word, ...]:
        """Who does it: surface subject of an active, agent of a passive, possessor or by-phrase of a noun."""
        word = self.trigger
        if not word.is_verb:
            return _agents(word) or self._possessors or _capital_modifiers(word) or self._surface
        if self.passive:
            return _resolve(fillers([c for c in word.children if c.dep == "agent"]))
        return self._surface

    @_Asked
    def objects(self) -> tuple[Word, ...]:
        """Whom or what it is done to.

        The object of an active, the subject of a passive, the of-phrase of a noun whose subject is known otherwise.
        """
        word = self.trigger
        if not word.is_verb:
            return self._genitives if self.subjects else ()
        undergoing = self._surface if self.passive else ()
        return undergoing or _resolve(_objects(word, [c for c in word.children if c.dep == "dobj"]))

    @_Asked
    def recipients(self) -> tuple[Word, ...]:
        """The dative ("sold Iran tanks")."""
        datives = [c for c in self.trigger.children if c.dep == "dative"] if self.trigger.is_verb else []
        return _resolve([c for c in datives if c.is_noun] + fillers(datives))

    @_Asked
    def obliques(self) -> tuple[tuple[str, Word], ...]:
        """Prepositional phrases as (preposition, head word), in text order; "by" of a passive is not one."""
        found = _obliques(self.trigger)
        if self._support is None:
            return found
        beside = [pair for pair in _obliques(self._support) if pair[1] is not self.trigger]
        return tuple(sorted([*found, *beside], key=lambda item: item[1].i)) if beside else found

    @_Asked
    def complements(self) -> tuple[Word, ...]:
        """Heads of clauses that the word governs ("urged Iran to STOP", "warned that it WOULD …")."""
        if self.trigger.is_verb:
            return _complements(self.trigger)
        return tuple([c for c in self.trigger.children if c.dep in {"acl", "ccomp", "relcl"} and c.is_verb])

    @_Asked
    def owners(self) -> tuple[Word, ...]:
        """Possessors and genitives of a noun ("Turkey's purchase", "the visit of the minister")."""
        if self.trigger.is_verb:
            return ()
        return (*self._possessors, *(g for g in self._genitives if g not in self._possessors))

    @_Asked
    def _support(self) -> Word | None:
        return None if self.trigger.is_verb else support_verb(self.trigger)

    @_Asked
    def _surface(self) -> tuple[Word, ...]:
        """The subject that stands with the verb, or with the one that carries the noun."""
        verb = self.trigger if self.trigger.is_verb else self._support
        return _resolve(surface_subjects(verb)) if verb is not None else ()

    @_Asked
    def _possessors(self) -> tuple[Word, ...]:
        return with_conjuncts(_resolve(_owners(self.trigger)))

    @_Asked
    def _genitives(self) -> tuple[Word, ...]:
        return _resolve(fillers([c for c in self.trigger.children if c.dep == "prep" and c.lower == "of"]))

    def replacing(self, **told: tuple[Word, ...]) -> Clause:
        """The same arguments but for those given by name, which are told otherwise."""
        told.setdefault("objects", self.objects)  # those of a noun hang on its subjects
        other = Clause(self.trigger)
        other.known.update(self.known, **told)
        return other

    def oblique(self, *prepositions: str) -> tuple[Word, ...]:
        """Heads of the phrases with one of these prepositions, in text order; all phrases where none is named."""
        found = self.obliques
        return tuple([word for prep, word in found if not prepositions or prep in prepositions]) if found else ()


def clause(trigger: Word) -> Clause:
    """The arguments of a verb or a noun, found locally or inherited; empty tuples where there are none."""
    found = trigger.arguments
    if found is None:
        found = trigger.arguments = Clause(trigger)
    return found


def support_verb(noun: Word) -> Word | None:
    """The light verb that carries a noun ("paid a visit", "is on a trip", "plans a visit", "began a tour"), or None.

    A light verb's object or its phrase with "on", "for" or "during" names the act; its subject is the act's.
    """
    top = noun
    while top.dep == "conj" and top.head.is_noun and top.i - top.head.i < 12:
        top = top.head
    light = closed_class("support_verbs")
    if top.dep == "dobj" and top.head.lemma in light and not is_passive(top.head):
        return top.head
    if top.dep == "pobj" and top.head.lower in closed_class("support_prepositions"):
        above = top.head.head
        if above.is_verb and not any(c.dep == "dobj" and top.head.i < c.i for c in above.children):
            return above
    return None


def _resolve(words: Sequence[Word]) -> tuple[Word, ...]:
    """Relative pronouns replaced by their antecedents, conjuncts added, but for those behind the relative clause."""
    if not words:
        return ()
    meant = {w.i: bearer for w in words if w.lower in RELATIVE and (bearer := antecedent(w)) is not None}
    found = with_conjuncts([meant.get(w.i, w) for w in words])
    # "met KIM, who was in Oslo, and OTHER OFFICIALS"
    return tuple([w for w in found if w.i < max(meant)]) if meant and len(found) > len(words) else found


def _objects(verb: Word, found: list[Word]) -> list[Word]:
    """The direct objects found, else what the clause leaves out because it hangs on it."""
    if found:
        return found
    if verb.dep in {"acl", "relcl"} and verb.tag == "VBN" and is_passive(verb):
        return [verb.head]
    if verb.dep == "relcl" and own_subjects(verb) and not _gap_filled(verb):
        # "the country (that) he visited": the relative pronoun may be left out
        return [verb.head]
    return found


def _gap_filled(verb: Word) -> bool:
    """Whether the antecedent of a relative clause is its subject or an oblique, not its object."""
    if verb.head.lemma == "time" and any(c.lower in OCCASION for c in verb.head.children):
        return True  # "the LAST TIME he went to Oslo"
    for word in verb.subtree():
        if word.lower in RELATIVE and word.tag in {"WP", "WDT", "WP$"} and antecedent(word) is verb.head:
            return True
        if word.lower in {"where", "when", "why"} and word.head is verb:
            return True
    return any(c.dep in {"ccomp", "xcomp"} for c in verb.children)


def _obliques(word: Word) -> tuple[tuple[str, Word], ...]:
    """Prepositional phrases of a word, nested prepositions ("from across", "ahead of") named by their last."""
    found: list[tuple[str, Word]] = []
    stack = [c for c in word.children if c.dep in OBLIQUE]
    if not stack and word.dep not in {"relcl", "acl"}:
        return ()
    while stack and len(found) < 60:
        prep = stack.pop(0)
        if prep.lower == "according":
            continue  # whose words it is, not to whom
        if prep.dep in {"ccomp", "mark", "prt", "npadvmod", "advmod"} and prep.pos not in {"ADP", "SCONJ", "ADV"}:
            continue
        stack.extend([c for c in prep.children if c.dep == "prep"])
        if prep.dep == "agent" and word.is_verb:
            continue
        fillers = [c for c in prep.children if c.dep in {"pobj", "npadvmod"} and c.is_noun] or [
            c for c in prep.children if c.dep == "pcomp" and c.is_noun
        ]
        found.extend([(prep.lower, filler) for filler in _resolve(fillers)])
        stack.extend([c for c in prep.children if c.dep == "conj" and c.pos == "ADP"])
    if word.dep in {"relcl", "acl"}:
        found.extend(_stranded(word))
    return tuple(sorted(found, key=lambda item: item[1].i)) if len(found) > 1 else tuple(found)


def _stranded(verb: Word) -> list[tuple[str, Word]]:
    """The antecedent of a preposition left alone ("the country he flew to"); "where" is "in"."""
    out = [("in", verb.head) for c in verb.children if c.lower == "where"]
    out += [(c.lower, verb.head) for c in verb.children if c.dep == "prep" and not c.children and c.i > verb.i]
    return out


def _complements(verb: Word) -> tuple[Word, ...]:
    found = [c for c in verb.children if (c.dep in {"xcomp", "ccomp"} and c.pos in CLAUSAL) or is_asked(c, verb)]
    for child in verb.children:
        if child.dep in {"prep", "agent"}:
            found.extend([c for c in child.children if c.dep == "pcomp"])
    return with_conjuncts(found)


def _agents(noun: Word) -> tuple[Word, ...]:
    return _resolve(fillers([c for c in noun.children if c.dep in {"prep", "agent"} and c.lower == "by"]))


def _capital_modifiers(noun: Word) -> tuple[Word, ...]:
    return tuple([c for c in noun.children if c.dep in {"amod", "compound", "nmod"} and c.text[:1].isupper()])


def _owners(noun: Word) -> list[Word]:
    own = [c for c in noun.children if c.dep == "poss"]
    if own:
        return own
    if noun.dep == "conj" and noun.head.is_noun and not any(c.dep in {"det", "poss"} for c in noun.children):
        return [c for c in noun.head.children if c.dep == "poss"]
    return []
