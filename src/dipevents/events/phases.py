"""What a governing word says of what stands under it, by its class in `data/status.toml`; and deeds not done.

plans to visit; called off the visit              a word, or a verb with its particle
is able to visit; the visit hangs in the balance  a word of being with its adjective, its noun or its phrase
on the point of leaving; in the event of a visit  a noun in its phrase

NEARLY sold; ALMOST flew                          not done, with no word of negation: an adverb
stopped SHORT OF selling; came CLOSE TO flying    a gerund behind an adverb of another verb
WITHOUT, INSTEAD OF visiting; RATHER THAN visit   what was done in its place stands beside it
PRETENDED to fly; IN HER NOVEL Oslo sells         make-believe, or a work of fiction
NEITHER Oslo nor Lima sold; NO country sold       a subject that is nobody
HAD Oslo sold them, it WOULD HAVE been rich       a condition that was not met
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.clauses import auxiliaries, is_negated
from dipevents.reading.grammar import SUBJECTS, is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Word

__all__ = [
    "Phase",
    "class_of",
    "conditional",
    "contrary",
    "hardly_anybody",
    "has_aim",
    "is_among",
    "is_asked_about",
    "is_back",
    "is_of_effect",
    "is_off",
    "nobody",
    "phases",
    "talked_over",
    "tells_what",
    "unreal",
    "words_of",
]


_MISSED = frozenset({"would", "'d", "’d", "could", "might"})
NEGATED = frozenset({"det", "preconj", "cc"})
"""Relations of "no" and "neither" to the noun that they deny."""


class Phase(StrEnum):
    """How real an event is; each room maps it to its own status."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    NEGOTIATING = "negotiating"
    POSSIBLE = "possible"
    DENIED = "denied"


@cache
def phases() -> dict[str, Phase]:
    """The words of all classes."""
    words = read_words("status")
    return {word: phase for phase in Phase for word in words["words"].get(phase.value, ())}


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of `data/status.toml`."""
    return frozenset(read_words("status")[name])


def class_of(word: Word) -> Phase | None:
    """The class of a governing word, its particle, its phrase or its adjective counted in, or None."""
    table = phases()
    if word.dep == "pobj" and (found := table.get(f"{word.head.lower} {word.lower}")):
        return found
    for child in word.children:
        particle = child.dep in {"prt", "advmod", "dobj", "npadvmod"} or child.tag == "RP"  # also "fell VICTIM to"
        if particle and (found := table.get(f"{word.lemma} {child.lower}")):
            return found
    if word.lemma == "like" and any(c.lower in {"would", "'d", "’d"} for c in word.children):
        performed = any(c.lower in {"i", "we"} for c in word.children)  # "I would like to call on Peru to"
        return None if performed else Phase.POSSIBLE
    if word.lemma in words_of("never_verbs" if word.is_verb else "verbs_alone"):
        return None  # the first stop of a tour; talks opened
    if word.lower in {"thought", "held"} and any(c.dep == "auxpass" for c in word.children):
        done = any(d.lemma == "have" and d.dep == "aux" for c in word.children for d in c.children)
        if word.lower == "thought" or done:
            return None  # "is thought, held to have sold", as "is believed"
    if word.lemma in words_of("heard") and word.tag != "VB" and all(h.tag != "MD" for h in auxiliaries(word)):
        told = any(c.dep in {"dobj", "nsubjpass"} for c in word.children) and all(
            c.dep != "xcomp" for c in word.children
        )
        return None if told else table.get(word.lower)  # "WELCOMED a visit", but "WOULD welcome a visit"
    if word.lower == "going" and not any(c.dep == "xcomp" for c in word.children):
        return None  # "was going according to plan"
    return table.get(word.lemma) or table.get(word.lower) or _predicate(word)


def _predicate(verb: Word) -> Phase | None:
    """The class of what a verb of being or becoming leads to: "is LIKELY", "hangs IN THE BALANCE", "OUT OF REACH"."""
    linking = verb.lemma in words_of("linking")
    for child in verb.children if linking or verb.lemma in words_of("ending") else ():
        if child.lower in words_of("verbs_alone") or (
            child.dep == "attr" and child.lemma not in words_of("open_still")
        ):
            continue  # "was the last STOP", "is a THREAT to peace"
        if linking and child.dep in {"acomp", "attr", "oprd", "prep"} and (found := phases().get(child.lower)):
            return found
        for inner in child.children if child.dep == "prep" else ():
            nouns = [inner, *(p for p in inner.children if inner.lower == "of")]
            if found := next((c for n in nouns if (c := phases().get(f"{child.lower} {n.lower}"))), None):
                return found
    return None


def is_among(word: Word, name: str) -> bool:
    """Whether a verb, alone or with its particle, is of a list of `data/status.toml`."""
    particles = (f"{word.lemma} {c.lower}" for c in word.children if c.dep in {"prt", "advmod"})
    return word.lemma in words_of(name) or any(p in words_of(name) for p in particles)


def is_asked_about(report: Word) -> bool:
    """Whether somebody is only asked about a report: "ASKED ABOUT A REPORT that Kim would go"."""
    about = report.dep == "pobj" and report.lemma in words_of("claims") and report.head.lower in {"about", "on"}
    return about and report.head.head.lemma in words_of("questioning")


def conditional(verb: Word) -> Word | None:
    """The word that makes a clause a condition, or None."""
    for child in verb.children:
        if child.dep in {"mark", "advmod"} and child.lower in words_of("conditions"):
            return child
    if verb.dep != "advcl" and (verb.dep != "ccomp" or verb.i > verb.head.i):
        return None
    first = max((c.i for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), default=0)
    # "HAD she been invited", "WERE he to go"
    return next((c for c in auxiliaries(verb) if c.lower in {"had", "were"} and c.i < first), None)


def contrary(verb: Word) -> Word | None:
    """The word of a condition that was not met: "HAD she gone", "IF he had gone, it WOULD HAVE helped", or None."""
    if verb.tag not in {"VBD", "VBN"} or all(h.lower != "had" for h in auxiliaries(verb)):
        return None
    if (mark := conditional(verb)) is None:
        return None
    main = {h.lower for h in auxiliaries(verb.head)}
    missed = mark.lower == "had" or (mark.lower == "if" and "have" in main and not main.isdisjoint(_MISSED))
    return mark if missed else None


def unreal(verb: Word) -> Word | None:
    """The word that tells that what a verb says was not done, or None."""
    if (mark := contrary(verb)) is not None:
        return None if is_negated(verb) else mark
    table = read_words("status")["unreal"]
    told = [c for c in verb.children if c.dep == "advmod" and c.i < verb.i and c.lower in table["nearly"]]
    told = told or [p for c in verb.children if c.lower == "in" for p in c.children if p.lemma in table["fiction"]]
    if told:
        return told[0]
    if verb.dep == "pcomp":
        prep, above = verb.head, verb.head.head
        if prep.lower == "without":
            return prep
        if above.is_verb and any(c.lower == "instead" for c in prep.children):
            return prep
        if above.lemma in table["margins"] and above.head.lower == "within":
            return above  # "came WITHIN A WHISKER of selling"
        moved = above.head.is_verb and above.head.lemma != "be"  # who IS close to selling may do so yet
        return above if moved and f"{above.lower} {prep.lower}" in table["short_of"] else None
    words, at = verb.sentence.words, verb.i
    if at > 1 and words[at - 1].lower == "than" and words[at - 2].lower == "rather":
        return words[at - 2]
    return verb.head if verb.dep == "xcomp" and verb.head.lemma in table["pretending"] else None


def is_back(noun: Word, verb: Word, cue: Sequence[Word]) -> bool:
    """Whether what was off once is on again: "the visit, CALLED OFF in May, is planned for June", "will take place"."""
    once = all(w.dep == "acl" and w.head is noun and w.tag == "VBN" for w in cue)
    helpers = {h.lower for h in auxiliaries(verb)}
    now = verb.tag in {"VBZ", "VBP"} or bool(helpers & {"is", "are", "will", "may", "might", "could", "can"})
    told = verb.lemma in words_of("occurring") or class_of(verb) in {Phase.PLANNED, Phase.NEGOTIATING, Phase.POSSIBLE}
    return once and now and told and verb.lemma != "be" and "have" not in helpers and not is_negated(verb)


def talked_over(being: Word) -> Phase | None:
    """The phase of what talks are about that are going on: "TALKS are under way on it", "they are IN TALKS on it"."""
    within = (p for c in being.children if c.lower == "in" for p in c.children)
    talks = (*(c for c in being.children if c.dep == "nsubj"), *within)
    return next((Phase.NEGOTIATING for w in talks if class_of(w) is Phase.NEGOTIATING), None)


def tells_what(verb: Word) -> bool:
    """Whether "be" tells what a thing is, of which it may be unsure: "the visit MAY BE a forerunner of talks"."""
    ranks = {"first", "second", "third", "last"}
    named = (c for c in verb.children if c.dep == "attr" and c.pos == "NOUN" and c.lemma not in words_of("open_still"))
    return verb.lemma == "be" and any(ranks.isdisjoint(w.lower for w in c.children) for c in named)


def nobody(verb: Word) -> Word | None:
    """The word by which a verb's subject is nobody, or None: "NO country", "NEITHER side"; not "no fewer", "No 10"."""
    for subject in (c for c in verb.children if c.dep in SUBJECTS):
        if subject.lower in {"neither", "nobody", "none", "nothing"}:
            return subject
        titles = (c for c in subject.children if c.dep == "compound")  # "NEITHER President Kim nor"
        before = (c for w in (subject, *titles) for c in w.children if c.dep in NEGATED and c.i < subject.i)
        if (cue := next((c for c in before if c.lower in {"no", "neither"} and subject.tag != "CD"), None)) is not None:
            return cue
    return None


def hardly_anybody(verb: Word) -> Word | None:
    """The word by which next to nobody is a verb's subject, or None: "FEW expect", "HARDLY anyone"; not "a few"."""
    for subject in (c for c in verb.children if c.dep in SUBJECTS):
        near = [subject, *subject.children]
        if any(c.lower in {"a", "the", "his", "her", "their"} for c in subject.children):
            continue
        if (cue := next((c for c in near if c.lower in {"few", "hardly", "scarcely"}), None)) is not None:
            return cue
    return None


def is_off(verb: Word) -> bool:
    """Whether a passive calls off what its subject, told before it, is."""
    return is_passive(verb) and verb.tag == "VBN" and class_of(verb) is Phase.DENIED and not is_negated(verb)


def has_aim(noun: Word, verb: Word) -> bool:
    """Whether a verb tells what something is for: "the visit AIMS to ease tension", but not "is INTENDED to begin"."""
    return noun.dep in {"nsubj", "nsubjpass"} and verb.lemma in words_of("aiming") and is_of_effect(verb)


def is_of_effect(verb: Word) -> bool:
    """Whether a verb leads to what comes of something: "is NOT EXPECTED TO EASE tension" denies no visit."""
    aims = [c for c in verb.children if c.dep in {"xcomp", "ccomp"} or c.lower == "at"]
    return bool(aims) and all(c.lemma not in words_of("occurring") for c in aims)
