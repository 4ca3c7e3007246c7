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

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.sentence import Word

__all__ = [
    "Clause",
    "antecedent",
    "appositions",
    "auxiliaries",
    "clause",
    "conjuncts",
    "governor",
    "is_negated",
    "is_passive",
    "phrase",
    "with_conjuncts",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
DEPTH = 12
"""How many inheritances are followed: deeper chains are parse errors, and the bound ends every walk."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The arguments of one trigger word.

    Attributes:
        trigger: The verb or noun.
        subjects: Who does it: surface subject of an active, agent of a passive, possessor or by-phrase of a noun.
        objects: Whom or what it is done to: object of an active, subject of a passive, of-phrase of a noun whose
            subject is known otherwise.
        recipients: The dative ("sold Iran tanks").
        obliques: Prepositional phrases as (preposition, head word), in text order; "by" of a passive is not one.
        complements: Heads of clauses that the word governs ("urged Iran to STOP", "warned that it WOULD …").
        particles: Particles of a phrasal verb ("called off": "off").
        passive: Whether the verb is passive.
        owners: Possessors and genitives of a noun ("Turkey's purchase", "the visit of the minister").
    """

    trigger: Word
    subjects: tuple[Word, ...] = ()
    objects: tuple[Word, ...] = ()
    recipients: tuple[Word, ...] = ()
    obliques: tuple[tuple[str, Word], ...] = ()
    complements: tuple[Word, ...] = ()
    particles: tuple[str, ...] = ()
    passive: bool = False
    owners: tuple[Word, ...] = ()

    def oblique(self, *prepositions: str) -> tuple[Word, ...]:
        """Heads of the phrases with one of these prepositions, in text order; all phrases where none is named."""
        return tuple(word for prep, word in self.obliques if not prepositions or prep in prepositions)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_words("grammar")[name])


def clause(trigger: Word) -> Clause:
    """The arguments of a verb or a noun, found locally or inherited; empty tuples where there are none."""
    return _verb(trigger) if trigger.is_verb else _noun(trigger)


def conjuncts(word: Word) -> list[Word]:
    """The words coordinated after a word ("Kim, Lee and Park": Lee and Park of Kim), in text order."""
    found: list[Word] = []
    queue = [word]
    while queue and len(found) < 50:
        current = queue.pop(0)
        for child in current.children:
            if child.dep == "conj":
                found.append(child)
                queue.append(child)
    return sorted(found, key=lambda w: w.i)


def with_conjuncts(words: Iterable[Word]) -> tuple[Word, ...]:
    """Words and those coordinated after them, each once, in text order."""
    found: dict[int, Word] = {}
    for word in words:
        for item in (word, *conjuncts(word)):
            found[item.i] = item
    return tuple(found[i] for i in sorted(found))


def appositions(word: Word) -> list[Word]:
    """Heads of the appositions of a noun ("Easley, a PROFESSOR of …"), in text order."""
    return [c for c in word.children if c.dep == "appos"]


def antecedent(word: Word) -> Word | None:
    """The noun that a relative pronoun stands for, or None where the word is none."""
    if word.lower not in RELATIVE or word.tag not in {"WP", "WDT", "WP$", "IN"}:
        return None
    for up in word.ancestors():
        if up.dep == "relcl":
            return up.head
        if up.dep == "acl" and up.is_verb:
            return up.head
    return None


def auxiliaries(verb: Word) -> list[Word]:
    """Auxiliaries and modals of a verb, in text order; those of its first conjunct where it has none of its own."""
    own = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if not own and verb.dep == "conj" and verb.head.is_verb and verb.tag == verb.head.tag and not _own_subjects(verb):
        return auxiliaries(verb.head)
    return own


def is_passive(verb: Word) -> bool:
    """Whether a verb is passive: with an auxiliary ("was hosted"), or a reduced relative ("tanks sold by")."""
    if any(c.dep in {"auxpass", "nsubjpass", "csubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep in {"acl", "advcl"} and not any(c.dep in {"aux", "dobj"} for c in verb.children):
        return True
    return verb.dep == "conj" and verb.head.tag == "VBN" and not _own_subjects(verb) and is_passive(verb.head)


def is_negated(word: Word) -> bool:
    """Whether "not", "never", "no" or "nor" hangs on a word, its auxiliaries or its determiner."""
    negatives = _words("negatives")
    for child in word.children:
        if child.dep == "neg" or (child.dep in {"det", "advmod", "preconj", "cc"} and child.lower in negatives):
            return True
        if child.dep == "aux" and any(c.dep == "neg" for c in child.children):
            return True
    return False


def governor(word: Word) -> Word | None:
    """The next verb or noun above that takes the word's clause or phrase; None above the root."""
    for up in word.ancestors():
        if up.is_verb or up.pos in {"NOUN", "PROPN", "ADJ"}:
            return up
    return None


def phrase(word: Word, skip: Iterable[str] = ()) -> tuple[Word, Word]:
    """First and last word of the phrase of a head, without punctuation at its ends and the relations to skip."""
    left_out = frozenset(skip)
    kept = [word]
    stack = [c for c in word.children if c.dep not in left_out]
    while stack:
        item = stack.pop()
        kept.append(item)
        stack.extend(item.children)
    kept.sort(key=lambda w: w.i)
    low, high = 0, len(kept) - 1
    while low < high and kept[low].pos in {"PUNCT", "SPACE"} and kept[low] is not word:
        low += 1
    while high > low and kept[high].pos in {"PUNCT", "SPACE"} and kept[high] is not word:
        high -= 1
    return kept[low], kept[high]


def _own_subjects(verb: Word) -> list[Word]:
    return [c for c in verb.children if c.dep in SUBJECTS]


def _resolve(words: Iterable[Word]) -> tuple[Word, ...]:
    """Relative pronouns replaced by their antecedents, conjuncts added."""
    return with_conjuncts(antecedent(w) or w for w in words)


def _verb(verb: Word) -> Clause:
    passive = is_passive(verb)
    subjects = _resolve(surface_subjects(verb))
    objects = _resolve(_objects(verb))
    if passive:
        agents = _resolve(p for c in verb.children if c.dep == "agent" for p in c.children if p.dep == "pobj")
        subjects, objects = agents, (subjects or objects)
    return Clause(
        trigger=verb,
        subjects=subjects,
        objects=objects,
        recipients=_resolve(
            [c for c in verb.children if c.dep == "dative" and c.is_noun]
            + [p for c in verb.children if c.dep == "dative" for p in c.children if p.dep == "pobj"]
        ),
        obliques=_obliques(verb),
        complements=tuple(_complements(verb)),
        particles=tuple(c.lower for c in verb.children if c.dep == "prt"),
        passive=passive,
    )


def _objects(verb: Word) -> list[Word]:
    found = [c for c in verb.children if c.dep == "dobj"]
    if not found and verb.dep in {"acl", "relcl"} and verb.tag == "VBN" and is_passive(verb):
        return [verb.head]
    if not found and verb.dep == "relcl" and _own_subjects(verb) and not _gap_filled(verb):
        # "the country (that) he visited": the relative pronoun may be left out
        return [verb.head]
    return found


def _gap_filled(verb: Word) -> bool:
    """Whether the antecedent of a relative clause is its subject or an oblique, not its object."""
    for word in verb.subtree():
        if word.lower in RELATIVE and word.tag in {"WP", "WDT"} and antecedent(word) is verb.head:
            return True
        if word.lower in {"where", "when", "why"} and word.head is verb:
            return True
    return any(c.dep in {"ccomp", "xcomp"} for c in verb.children)


def surface_subjects(verb: Word) -> list[Word]:
    """Heads of the subject that stands with a verb or is inherited: control, coordination, participles, relatives.

    For a passive this is who undergoes it.
    """
    current = verb
    for _ in range(DEPTH):
        own = _own_subjects(current)
        if own:
            if own[0].tag == "EX" or (own[0].lower in {"it", "there"} and _is_dummy(current, own[0])):
                return []
            return own
        step = _inherit(current)
        if step is None:
            return []
        nouns, above = step
        if nouns:
            return nouns
        if above is None:
            return []
        if is_passive(above) and not _own_subjects(above) and above.dep in {"acl", "relcl"}:
            return [above.head]
        current = above
    return []


def _is_dummy(verb: Word, subject: Word) -> bool:
    return subject.dep == "expl" or (
        verb.lemma in {"seem", "appear", "be"} and any(c.dep == "ccomp" for c in verb.children)
    )


def _inherit(verb: Word) -> tuple[list[Word], Word | None] | None:
    """Where a verb without a subject of its own gets one: nouns, or the verb whose subject it shares."""
    head = verb.head
    if head is verb:
        return None
    if verb.dep in {"relcl", "acl"}:
        return _from_noun(verb, head)
    if verb.dep in {"conj", "dep", "parataxis", "aux", "auxpass"}:
        return ([], head) if head.is_verb else _from_nominal_conjunct(head)
    if verb.dep in {"xcomp", "ccomp", "oprd"}:
        return _from_control(head)
    if verb.dep == "advcl" and _is_asked(verb, head):
        return _from_control(head)
    if verb.dep == "advcl":
        return [], head
    if verb.dep == "pcomp":
        return _from_preposition(head)
    return None


def _from_nominal_conjunct(head: Word) -> tuple[list[Word], Word | None] | None:
    return ([], head) if head.pos == "ADJ" else None


def _from_noun(verb: Word, noun: Word) -> tuple[list[Word], Word | None] | None:
    """The subject of a clause that hangs on a noun."""
    if verb.tag in {"VBG", "VBN"} or verb.dep == "relcl":
        marked = any(c.lower == "to" and c.dep == "aux" for c in verb.children)
        if not marked:
            return [noun], None
    # "Kim's plan to visit", "Kim has plans to visit", "the first leader to visit"
    owners = [c for c in noun.children if c.dep == "poss"]
    if owners:
        return owners, None
    if (
        noun.lemma in _words("bearers")
        or noun.pos == "PROPN"
        or any(c.lemma in _words("ordinals") for c in noun.children)
    ):
        return [noun], None
    modifiers = [c for c in noun.children if c.dep in {"amod", "compound", "nmod"} and c.text[:1].isupper()]
    if modifiers:
        return modifiers, None
    above = governor(noun)
    return ([], above) if above is not None and above.is_verb else None


def _from_control(head: Word) -> tuple[list[Word], Word | None] | None:
    """The subject of an infinitive: the object of "urge", else the subject of the verb above."""
    objects = [c for c in head.children if c.dep in {"dobj", "dative"} and c.is_noun]
    if objects and head.lemma in _words("object_control"):
        return objects, None
    if head.lemma == "call":
        asked = [p for c in head.children if c.lower in {"on", "upon"} for p in c.children if p.dep == "pobj"]
        if asked:
            return asked[:1], None
    if head.pos == "ADJ" and not _own_subjects(head) and head.head is not head:
        return [], head.head
    return [], head


def _from_preposition(prep: Word) -> tuple[list[Word], Word | None] | None:
    """The object in "accused Iran of sending", the subject of the verb above in "after visiting Iran, Kim left"."""
    above = prep.head
    if above.is_verb:
        objects = [c for c in above.children if c.dep == "dobj"]
        if objects and prep.lower in {"of", "from", "into", "for", "against"} and above.lemma in _words("object_control"):
            return objects, None
        if is_passive(above) and prep.lower == "by":
            return None
        return [], above
    if above.is_noun:
        owners = [c for c in above.children if c.dep == "poss"]
        if owners:
            return owners, None
        higher = governor(above)
        return ([], higher) if higher is not None and higher.is_verb else None
    return ([], above.head) if above.head is not above else None


def _obliques(word: Word) -> tuple[tuple[str, Word], ...]:
    """Prepositional phrases of a word, nested prepositions ("from across", "ahead of") named by their last."""
    found: list[tuple[str, Word]] = []
    stack = [
        c for c in word.children if c.dep in {"prep", "agent", "dative", "advmod", "prt", "npadvmod", "ccomp", "mark"}
    ]
    while stack and len(found) < 60:
        prep = stack.pop(0)
        if prep.dep in {"ccomp", "mark", "prt", "npadvmod", "advmod"} and prep.pos not in {"ADP", "SCONJ", "ADV"}:
            continue
        inner = [c for c in prep.children if c.dep in {"prep"}]
        stack.extend(inner)
        if prep.dep == "agent" and word.is_verb:
            continue
        fillers = [c for c in prep.children if c.dep in {"pobj", "npadvmod"} and c.is_noun] or [
            c for c in prep.children if c.dep == "pcomp" and c.is_noun
        ]
        found.extend((prep.lower, filler) for filler in _resolve(fillers))
        stack.extend(c for c in prep.children if c.dep == "conj" and c.pos == "ADP")
    if word.dep in {"relcl", "acl"}:
        found.extend(_stranded(word))
    return tuple(sorted(found, key=lambda item: item[1].i))


def _stranded(verb: Word) -> list[tuple[str, Word]]:
    """The antecedent of a preposition left alone ("the country he flew to"); "where" is "in"."""
    out = [("in", verb.head) for c in verb.children if c.lower == "where"]
    out += [(c.lower, verb.head) for c in verb.children if c.dep == "prep" and not c.children and c.i > verb.i]
    return out


def _is_asked(infinitive: Word, verb: Word) -> bool:
    """Whether in "called on Peru to give" the infinitive is asked for, though the parse takes it for a purpose."""
    return (
        infinitive.dep == "advcl"
        and verb.lemma in _words("object_control")
        and any(c.dep == "aux" and c.lower == "to" for c in infinitive.children)
    )


def _complements(verb: Word) -> list[Word]:
    clausal = {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}
    found = [c for c in verb.children if (c.dep in {"xcomp", "ccomp"} and c.pos in clausal) or _is_asked(c, verb)]
    for child in verb.children:
        if child.dep in {"prep", "agent"}:
            found.extend(c for c in child.children if c.dep == "pcomp")
    return sorted({w.i: w for c in found for w in (c, *conjuncts(c))}.values(), key=lambda w: w.i)


def _noun(noun: Word) -> Clause:
    owners = with_conjuncts(_resolve(_owners(noun)))
    genitives = _resolve(
        p for c in noun.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"
    )
    agents = _resolve(
        p
        for c in noun.children
        if c.dep in {"prep", "agent"} and c.lower == "by"
        for p in c.children
        if p.dep == "pobj"
    )
    modifiers = tuple(c for c in noun.children if c.dep in {"amod", "compound", "nmod"} and c.text[:1].isupper())
    subjects = agents or owners or modifiers
    support = support_verb(noun)
    obliques = list(_obliques(noun))
    if support is not None:
        if not subjects:
            subjects = _resolve(surface_subjects(support))
        obliques += [pair for pair in _obliques(support) if pair[1] is not noun]
    complements = [c for c in noun.children if c.dep in {"acl", "ccomp", "relcl"} and c.is_verb]
    return Clause(
        trigger=noun,
        subjects=subjects,
        objects=genitives if subjects else (),
        obliques=tuple(sorted(obliques, key=lambda item: item[1].i)),
        complements=tuple(complements),
        owners=(*owners, *(g for g in genitives if g not in owners)),
    )


def _owners(noun: Word) -> list[Word]:
    own = [c for c in noun.children if c.dep == "poss"]
    if own:
        return own
    if noun.dep == "conj" and noun.head.is_noun and not any(c.dep in {"det", "poss"} for c in noun.children):
        return [c for c in noun.head.children if c.dep == "poss"]
    return []


def support_verb(noun: Word) -> Word | None:
    """The light verb that carries a noun ("paid a visit", "is on a trip", "plans a visit", "began a tour"), or None.

    A light verb's object or its phrase with "on", "for" or "during" names the act; its subject is the act's.
    """
    top = noun
    while top.dep == "conj" and top.head.is_noun and top.i - top.head.i < 12:
        top = top.head
    light = _words("support_verbs")
    if top.dep == "dobj" and top.head.lemma in light and not is_passive(top.head):
        return top.head
    if top.dep == "pobj" and top.head.lower in _words("support_prepositions"):
        above = top.head.head
        if above.is_verb and not any(c.dep == "dobj" and top.head.i < c.i for c in above.children):
            return above
    if top.dep in {"attr", "oprd"} and top.head.is_verb:
        return None
    return None
