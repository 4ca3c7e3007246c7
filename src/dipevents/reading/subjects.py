"""The subject of a verb that has none of its own: by control, coordination, participles and relative clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import fillers, governor, is_of, is_passive, is_to, own_subjects

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["is_asked", "is_brink", "surface_subjects"]

CONTROLLED = frozenset({"of", "from", "into", "for", "against"})
DEPTH = 12
"""How many inheritances are followed: deeper chains are parse errors, and the bound ends every walk."""


def surface_subjects(verb: Word) -> list[Word]:
    """Heads of the subject that stands with a verb or is inherited: control, coordination, participles, relatives.

    For a passive this is who undergoes it.
    """
    current = verb
    for _ in range(DEPTH):
        own = own_subjects(current)
        if own:
            if own[0].tag == "EX" or (own[0].lower in {"it", "there"} and _is_dummy(current)):
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
        if is_passive(above) and not own_subjects(above) and above.dep in {"acl", "relcl"}:
            return [above.head]
        current = above
    return []


def _is_dummy(verb: Word) -> bool:
    """Whether the "it" or "there" of a verb only stands for what comes."""
    return verb.lemma in {"seem", "appear", "be"} and any(c.dep == "ccomp" for c in verb.children)


def _inherit(verb: Word) -> tuple[list[Word], Word | None] | None:
    """Where a verb without a subject of its own gets one: nouns, or the verb whose subject it shares."""
    head = verb.head
    if head is verb:
        return None
    if verb.dep in {"relcl", "acl"}:
        return _from_noun(verb, head)
    if verb.dep in {"acomp", "conj", "dep", "parataxis", "aux", "auxpass"}:  # "Kim looks SET to go"
        return ([], head) if head.is_verb else _from_nominal_conjunct(head)
    if verb.dep in {"xcomp", "ccomp", "oprd"}:
        return _from_control(head)
    if verb.dep == "advcl" and is_asked(verb, head):
        return _from_control(head)
    if verb.dep == "advcl":
        return [], head.head if head.pos == "ADV" else head  # "went so FAR as TO SELL them"
    if verb.dep == "pcomp":
        return _from_preposition(head)
    return None


def _from_nominal_conjunct(head: Word) -> tuple[list[Word], Word | None] | None:
    return ([], head) if head.pos == "ADJ" else None


def _from_noun(verb: Word, noun: Word) -> tuple[list[Word], Word | None] | None:
    """The subject of a clause that hangs on a noun."""
    if (verb.tag in {"VBG", "VBN"} or verb.dep == "relcl") and not is_to(verb):
        return [noun], None
    # "Kim's plan to visit", "a plan by Kim to visit", "Kim has plans to visit", "the first leader to visit"
    owners = [c for c in noun.children if c.dep == "poss"]
    by = (c for c in noun.children if c.lower == "by" and not is_of(noun, "petitions"))
    of = (c for c in noun.children if c.lower == "of" and is_of(noun, "resolves"))  # "the decision OF KIM to visit"
    owners = _bearers(verb, noun) or owners or fillers(by) or fillers(of)
    if owners:
        return owners, None
    if noun.dep == "attr" and noun.head.lemma in {"be", "become"}:
        return [], noun.head  # "KIM became the latest leader to urge"
    if is_of(noun, "bearers") or noun.pos == "PROPN" or any(is_of(c, "ordinals") for c in noun.children):
        return [noun], None
    if is_passive(verb) and any(c.dep == "nummod" for c in noun.children):
        return [noun], None  # "six Peruvian JETS to be delivered"
    modifiers = [c for c in noun.children if c.dep in {"amod", "compound", "nmod"} and c.text[:1].isupper()]
    if modifiers:
        return modifiers, None
    above = governor(noun)
    for _ in range(2):  # "is CLOSE TO a deal to sell", "is on the VERGE of one", "in TALKS on one"
        leading = above is not None and (is_brink(above) or (above.is_noun and is_of(above, "talks")))
        above = governor(above) if above is not None and leading else above
    itself = noun.dep in {"nsubj", "nsubjpass"}  # "PLANS to buy jets were scrapped"
    return ([], above) if above is not None and above.is_verb and not itself else None


def _bearers(infinitive: Word, noun: Word) -> list[Word]:
    """Who is to do it by "for" right before it: "a deal FOR PERU to buy jets"."""
    to = next((c.i for c in infinitive.children if c.lower == "to"), 0)
    before = infinitive.sentence.words[to - 1]
    told = fillers(c for c in noun.children if c.lower == "for" and c.i < to)
    return [w for w in told if w.pos == "PROPN" and (w is before or before.is_under(w))]


def is_brink(word: Word) -> bool:
    """Whether somebody is close to what a word leads to: "is CLOSE to a deal", "is on the VERGE of a deal"."""
    return not word.is_verb and is_of(word, "brinks")


def _from_control(head: Word) -> tuple[list[Word], Word | None] | None:
    """The subject of an infinitive: whom one urges, calls on or appeals to, else the subject of the verb above."""
    objects = [c for c in head.children if c.dep in {"dobj", "dative"} and c.is_noun]
    if objects and is_of(head, "object_control"):
        return objects, None
    if head.lemma in {"call", "appeal"}:
        called = {"on", "upon"} if head.lemma == "call" else {"to"}
        asked = fillers(c for c in head.children if c.lower in called)
        if asked:
            return asked[:1], None
    if head.pos == "ADJ" and not own_subjects(head) and head.head is not head:
        return [], head.head
    return [], head


def _from_preposition(prep: Word) -> tuple[list[Word], Word | None] | None:
    """The object in "accused Iran of sending", "quoted Kim as saying"; the subject in "after a visit, Kim left"."""
    above = prep.head
    judge = above.head if above.dep == "dobj" else above  # "fined two FIRMS FOR selling": the parse hangs it on them
    given = [c for c in judge.children if c.dep == "dative" and c.is_noun]  # "fined SAAB $2 million for selling"
    objects = given or [c for c in judge.children if c.dep == "dobj"]
    if objects and prep.lower in {"for", "over"} and is_of(judge, "judging") and not is_passive(judge):
        return objects, None
    if above.is_verb:
        controlled = prep.lower == "as" or (prep.lower in CONTROLLED and is_of(above, "object_control"))
        controlled = controlled or (prep.lower == "with" and above.lemma == "charge")  # "charged KIM WITH selling"
        if objects and controlled:
            return objects, None
        if is_passive(above) and prep.lower == "by":
            return None
        if above.lemma == "join" and prep.lower == "in" and own_subjects(above):
            return [*own_subjects(above), *objects], None  # "OSLO joined LIMA IN urging them to go"
        return [], above
    if above.is_noun:
        owners = [c for c in above.children if c.dep == "poss"]
        if owners:
            return owners, None
        higher = governor(above)
        return ([], higher) if higher is not None and higher.is_verb else None
    return ([], above.head) if above.head is not above else None


def is_asked(infinitive: Word, verb: Word) -> bool:
    """Whether in "called on Peru to give" the infinitive is asked for, though the parse takes it for a purpose."""
    return infinitive.dep == "advcl" and is_of(verb, "object_control") and is_to(infinitive)
