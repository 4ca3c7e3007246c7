"""Small facts about a word in its tree: coordination, passives, negation, antecedents, the extent of a phrase."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "FINITE",
    "RELATIVE",
    "antecedent",
    "appositions",
    "auxiliaries",
    "closed_class",
    "conjuncts",
    "fillers",
    "first_of",
    "governor",
    "has_subject",
    "is_apart",
    "is_in_time",
    "is_negated",
    "is_of",
    "is_over",
    "is_passive",
    "is_question",
    "is_subjunctive",
    "is_to",
    "is_within",
    "is_yet_to_be",
    "own_subjects",
    "phrase",
    "verb_above",
    "was_before",
    "with_conjuncts",
]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
"""Tags of the verbs that a clause needs."""
LATER = frozenset({"after", "afterwards", "by", "later", "since", "soon", "then", "within"})
PASSIVE = frozenset({"auxpass", "nsubjpass", "csubjpass", "agent"})
BEFORE = frozenset({"det", "advmod", "preconj", "cc"})
NEITHER = frozenset({"neither"})
EDGES = frozenset({"PUNCT", "SPACE"})

_position = attrgetter("i")


@cache
def closed_class(name: str) -> frozenset[str]:
    """A list of `data/grammar.toml`."""
    return frozenset(read_words("grammar")[name])


def is_of(word: Word, name: str) -> bool:
    """Whether the dictionary form of a word stands in a list of `data/grammar.toml`."""
    return word.lemma in closed_class(name)


def conjuncts(word: Word) -> list[Word]:
    """The words coordinated after a word ("Kim, Lee and Park": Lee and Park of Kim), in text order."""
    found = [c for c in word.children if c.dep == "conj"]
    if not found:
        return found
    queue = found.copy()
    while queue and len(found) < 50:
        current = queue.pop(0)
        for child in current.children:
            if child.dep == "conj":
                found.append(child)
                queue.append(child)
    return sorted(found, key=_position)


def with_conjuncts(words: Iterable[Word]) -> tuple[Word, ...]:
    """Words and those coordinated after them, each once, in text order."""
    found: dict[int, Word] = {}
    for word in words:
        found[word.i] = word
        for child in word.children:
            if child.dep == "conj":
                for item in conjuncts(word):
                    found[item.i] = item
                break
    return tuple([found[i] for i in sorted(found)]) if len(found) > 1 else tuple(found.values())


def fillers(prepositions: Iterable[Word]) -> list[Word]:
    """The objects of prepositions."""
    return [p for c in prepositions for p in c.children if p.dep == "pobj"]


def first_of(noun: Word) -> Word:
    """The first of the nouns that one stands in a row with: KIM, of Park in "Kim, Lee and Park"."""
    while noun.dep == "conj" and noun.head.is_noun and noun.head is not noun:
        noun = noun.head
    return noun


def appositions(word: Word) -> list[Word]:
    """Heads of the appositions of a noun ("Easley, a PROFESSOR of …"), in text order."""
    return [c for c in word.children if c.dep == "appos"]


def antecedent(word: Word) -> Word | None:
    """The noun that a relative pronoun stands for, or None where the word is none."""
    if word.lower not in RELATIVE or word.tag not in {"WP", "WDT", "WP$", "IN"}:
        return None
    for up in word.ancestors():
        if up.dep == "relcl":
            return _bearer(up.head) if word.lower == "who" else up.head
        if up.dep == "acl" and up.is_verb:
            return up.head
        if up.dep == "ccomp" and up.head.lemma == "be" and word.head is up:  # "it was OSLO that demanded it"
            return next((c for c in up.head.children if c.dep == "attr" and c.i == word.i - 1), None)
    return None


def _bearer(body: Word) -> Word:
    """Whom "who" means behind a body in what tells somebody's office: "HOLT, head of the Oslo Institute, who said".

    Also behind one that no person is: "HOLT, a critic close to the court, who said".
    """
    if is_within(body, "PERSON") or not (body.pos == "PROPN" or is_of(body, "impersonal")):
        return body
    up = body
    for _ in range(8):
        if up.dep == "appos" and up.head.pos == "PROPN":
            return up.head
        if up.dep not in {"pobj", "prep", "pcomp", "dobj", "amod"} or (up.dep == "dobj" and up.head.dep != "pcomp"):
            return body
        up = up.head
    return body


def auxiliaries(verb: Word) -> list[Word]:
    """Auxiliaries and modals of a verb, in text order; those of its first conjunct where it has none of its own."""
    own = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if not own and verb.dep == "conj" and verb.head.is_verb and verb.tag == verb.head.tag and not own_subjects(verb):
        return auxiliaries(verb.head)
    return own


def is_subjunctive(verb: Word) -> bool:
    """Whether a clause only says what is to be: "suggested that Oslo BUY tanks", "that it BE TORN up": a bare form."""
    helpers = auxiliaries(verb)
    if verb.tag == "VBN" and helpers and all(c.lower == "be" for c in helpers):
        return any(c.dep == "mark" and c.lower == "that" for c in verb.children)
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    single = subject is not None and subject.tag in {"NN", "NNP"} and all(c.dep != "conj" for c in subject.children)
    bare = verb.tag in {"VB", "VBP"} and verb.lower == verb.lemma and not helpers
    return single and bare and any(c.dep == "mark" and c.lower == "that" for c in verb.children)


def was_before(verb: Word) -> bool:
    """Whether a verb tells what was before what is told: "the sale HAD been FROZEN", not "had SOON frozen it"."""
    behind = any(c.lower in LATER for c in verb.children)
    return verb.dep != "ccomp" and not behind and any(c.lower == "had" for c in auxiliaries(verb))


def is_passive(verb: Word) -> bool:
    """Whether a verb is passive: with an auxiliary ("was hosted"), or a reduced relative ("tanks sold by")."""
    for child in verb.children:
        if child.dep in PASSIVE:
            return True
    if verb.tag != "VBN":
        return False
    if verb.dep in {"acl", "advcl"} and not any(c.dep in {"aux", "dobj"} for c in verb.children):
        return True
    return verb.dep == "conj" and verb.head.tag == "VBN" and not own_subjects(verb) and is_passive(verb.head)


def is_negated(word: Word) -> bool:
    """Whether "not", "never" or "no" hangs on a word, its auxiliaries or its determiner; or "yet to" before it."""
    for child in word.children:
        dep = child.dep
        negative = dep == "neg" or (dep in BEFORE and child.lower in closed_class("negatives"))
        if negative and not _adds(child):
            return True
        if child.children and (dep == "aux" or child.lower == "longer") and any(c.dep == "neg" for c in child.children):
            return True
    handed_on = is_yet_to_be(word) if word.dep == "xcomp" else word.dep == "conj" and _shares_negation(word)
    return handed_on or (word.is_verb and _has_neither(word))


def _shares_negation(verb: Word) -> bool:
    """Whether an "or" hands on the negation of the verb before: "NOT confirm OR deny it", "NEITHER sold NOR gave"."""
    above = verb.head
    if not verb.is_verb or not above.is_verb or own_subjects(verb):
        return False
    joined = any(c.dep == "cc" and c.lower in {"or", "nor"} and above.i < c.i < verb.i for c in above.children)
    return joined and is_negated(above)


def _has_neither(verb: Word) -> bool:
    """Whether what a verb is said of is neither of two: "visited NEITHER Oslo nor Riga", "NEITHER is on the list".

    Or where it is done: "flew NEITHER to Oslo nor to Riga", "to NEITHER Oslo nor Riga".
    """
    if not verb.sentence.words_among(NEITHER):
        return False
    led = [c for c in verb.children if c.dep in {"prep", "agent"} and c.i > verb.i]
    sides = [c for c in verb.children if c.dep == "dobj" or (c.dep == "nsubj" and verb.lemma == "be")]
    told = (*sides, *led, *(p for c in led for p in c.children if p.dep == "pobj"))
    return any(w.lower == "neither" and w.i < max(side.i, verb.i + 2) for side in told for w in side.children)


def _adds(negative: Word) -> bool:
    """Whether a negative only leads to more of the like: "NOT ONLY sold them tanks but", "did NOT JUST sell tanks"."""
    behind = negative.sentence.words[negative.i + 1 : negative.i + 2]
    return negative.lower in {"not", "n't", "n’t"} and any(w.lower in closed_class("adding") for w in behind)


def is_yet_to_be(verb: Word) -> bool:
    """Whether an infinitive tells what has not been done so far: "has yet TO DELIVER the jets"."""
    if verb.dep != "xcomp" or verb.tag != "VB" or verb.head.lemma not in {"be", "have"}:
        return False
    return any(c.lower == "yet" and c.i < verb.i for c in verb.head.children)


def governor(word: Word) -> Word | None:
    """The next verb or noun above that takes the word's clause or phrase; None above the root."""
    for up in word.ancestors():
        if up.is_verb or up.pos in {"NOUN", "PROPN", "ADJ"}:
            return up
    return None


def verb_above(word: Word) -> Word | None:
    """The next verb above a word; None where there is none."""
    for up in word.ancestors():
        if up.is_verb:
            return up
    return None


def phrase(word: Word, skip: Collection[str] = ()) -> tuple[Word, Word]:
    """First and last word of the phrase of a head, without punctuation at its ends and the relations to skip."""
    first = last = word
    stack = [c for c in word.children if c.dep not in skip]
    while stack:
        below = stack.pop()
        if below.children:
            stack += below.children
        if below.i < first.i:
            if below.pos not in EDGES:
                first = below
        elif below.i > last.i and below.pos not in EDGES:
            last = below
    return first, last


def own_subjects(verb: Word) -> list[Word]:
    """The subjects that stand with a verb itself; who is only marked as speaking is none ("Kim: LI went to Prague")."""
    found = [c for c in verb.children if c.dep in SUBJECTS]
    if not found:  # "PERU has for its part bought": the parse hangs Peru on the helper
        found = [s for c in verb.children if c.dep == "aux" for s in c.children if s.dep in SUBJECTS]
    if len(found) < 2:
        return found
    words = verb.sentence.words
    return [c for c in found if c is found[-1] or words[c.i + 1].text != ":"]


def has_subject(verb: Word) -> bool:
    """Whether a subject of any sort hangs on a verb, "it" and "there" included."""
    for child in verb.children:  # noqa: SIM110 - a loop takes half the time, and this is asked often
        if child.dep in SUBJECTS or child.dep == "expl":
            return True
    return False


def is_apart(verb: Word) -> bool:
    """Whether a past verb that the parse coordinates with an infinitive is none of it: "did not go but WARNED".

    Nor does it share what a copula tells: "was not happy and WARNED".
    """
    helpers = {c.lower for c in verb.head.children if c.dep == "aux"}
    infinitive = verb.head.tag == "VB" and not helpers.isdisjoint({"to", "did"})
    said = any(c.dep in {"acomp", "attr"} for c in verb.head.children) and verb.head.lemma == "be"
    return verb.dep == "conj" and verb.tag == "VBD" and (infinitive or said)


def is_question(sentence: Sentence) -> bool:
    """Whether a sentence ends in a question mark, in quotation marks or brackets as well."""
    return sentence.text.rstrip("\"'”’) ").endswith("?")


def is_asked_ahead(word: Word) -> bool:
    """Whether a question asks what is to come: "WILL Kim go to Prague?"."""
    words = word.sentence.words
    return words[0].tag == "MD" and words[-1].text == "?"


def is_to(verb: Word) -> bool:
    """Whether it is an infinitive with "to"."""
    for child in verb.children:  # noqa: SIM110 - a loop takes half the time, and this is asked often
        if child.lower == "to" and child.dep == "aux":
            return True
    return False


def is_over(verb: Word, later: Word) -> bool:
    """Whether a past clause goes on to a present one, whose day is another: "came on Monday and IS DEMANDING"."""
    if later.dep != "conj" or later.head is not verb or verb.tag != "VBD":
        return False
    now = any(c.dep == "aux" and c.lower in {"is", "are", "will"} for c in later.children)
    return now or later.tag in {"VBZ", "VBP"}


def is_within(word: Word, *labels: str) -> bool:
    """Whether a word stands in what the model takes for a name, or a stretch, of one of some labels."""
    at = word.i
    for entity in word.sentence.entities:  # noqa: SIM110 - a loop takes half the time, and this is asked often
        if entity.first <= at <= entity.last and entity.label in labels:
            return True
    return False


def is_in_time(prep: Word) -> bool:
    """Whether a preposition tells what something is done before: "will be built IN TIME FOR the visit"."""
    words = prep.sentence.words[max(0, prep.i - 2) : prep.i]
    return prep.lower == "for" and [w.lower for w in words] == ["in", "time"]
