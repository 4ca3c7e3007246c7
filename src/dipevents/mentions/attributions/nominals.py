"""Cues that are no verbs, and what each credits to whom.

a warning that …, its fear is that …    a noun; its possessor, of-phrase or support verb is the source
concern over …                          the same, with what it is about
is worried that …                       an adjective; the subject is the source
according to X, in X's view, for X, …   a preposition: the rest of the sentence; so "in a poll, …"
reportedly …                            an adverb: nobody is named
Kim: talks are dead                     a colon behind a short name
talks are dead: Kim                     or before it, in a headline
Kim had a message for Lima: …           or behind a clause that only announces it
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions.draft import (
    COLONS,
    IMPERSONAL,
    cue_classes,
    is_judge,
    is_person_name,
    lexicon,
    make_draft,
    marker,
    without,
)
from dipevents.mentions.attributions.verbs import cue_of
from dipevents.mentions.words import is_role
from dipevents.reading.clauses import clause, is_negated, phrase, surface_subjects
from dipevents.reading.grammar import FINITE, has_subject, is_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.attributions.draft import Draft, Stretch
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "LEADING",
    "read_adjective",
    "read_adverb",
    "read_close",
    "read_colon",
    "read_declared",
    "read_noun",
    "read_preposition",
]

LEADING = frozenset({"according", "by", "for", "from", "in", "to"})
"""The prepositions that `read_preposition` reads."""
_THAT = frozenset({"that", "whether"})
_ABOUT = frozenset({"about", "over"})
_ATTITUDE = frozenset({"about", "as", "of", "on", "over"})
_SHE = frozenset({"her", "him"})
_CAST = _ABOUT | {"on", "upon"}
"""What leads to what is doubted where somebody casts or throws doubt."""
COLON_WITHIN = 9
"""Words before a colon that may be a name with its role."""
NAME = 5
"""Words that a person's name has less than."""
_DASHES = frozenset({"-", "–", "—"})
_CLAUSE = 3
"""Words of a headline that may stand without a finite verb."""
_TELLING = frozenset({"ADJ", "ADV", "AUX", "VERB"})
CLOSING = 4  # words behind the colon of a headline that may be one


def read_noun(noun: Word) -> Draft | None:
    """Reads "a warning that …", "his claim that …", "the fear is that …", "concern over …"."""
    undoubted = noun.lemma in {"doubt", "illusion"} and is_negated(noun)  # "has NO DOUBT that"
    if noun.lemma not in lexicon("noun") or (is_negated(noun) and not undoubted):
        return None
    stretches: list[Stretch] = []
    args = clause(noun)
    holding = (noun, *args.oblique("among", "by", "from", "of"))  # "a consensus AMONG ANALYSTS that", as it is parsed
    for child in (c for w in holding for c in w.children):
        if child.dep in {"acl", "relcl", "ccomp"} and child.i > noun.i and (marker(child) in _THAT or _is_bare(child)):
            stretches.append(phrase(child))
            break
    if not stretches and noun.dep in {"nsubj", "attr"} and noun.head.lemma == "be":
        stretches = [
            phrase(c) for c in noun.head.children if c.dep in {"ccomp", "advcl"} and marker(c) in _THAT and c.i > noun.i
        ][:1]
    if not stretches and noun.dep == "nsubj" and noun.lemma in lexicon("noun_judging") and args.owners:
        stretches = _told_of(noun)
    if not stretches and noun.lemma in lexicon("noun_about"):
        cast = noun.dep == "dobj" and noun.head.lemma in {"cast", "throw"}
        stretches = [
            phrase(p)
            for c in (*noun.children, *(noun.head.children if cast else ()))
            if c.dep == "prep" and c.i > noun.i and c.lower in (_CAST if cast else _ABOUT)
            for p in c.children
            if p.dep in {"pobj", "pcomp"}
        ][:1]
    voicing = noun.dep == "dobj" and noun.head.lemma in lexicon("voicing")  # "HOLT reached the conclusion that"
    holders = (
        args.oblique("among")
        or args.subjects
        or args.oblique("from")
        or args.owners
        or (surface_subjects(noun.head) if voicing else ())
    )
    source = [w for w in holders if all(not low.i <= w.i <= high.i for low, high in stretches)]
    if not source and noun.dep == "pobj" and noun.head.lower in {"of", "under"} and noun.head.head.lemma == "be":
        be = noun.head.head
        source = surface_subjects(be)  # "is OF THE VIEW that", "is OF THE VIEW, she wrote, that"
        told = (c for c in be.children if c.dep in {"ccomp", "advcl"} and marker(c) in _THAT and c.i > noun.i)
        stretches = stretches or [phrase(c) for c in told][:1]
    if not source and noun.dep == "pcomp" and noun.lower.endswith("ing"):
        source = surface_subjects(noun)  # "critics are right IN WARNING that", as it is tagged
    if not source and (undoubted or noun.lemma in lexicon("noun_held")):
        return None
    return make_draft(noun, (noun, noun), source, stretches)


def _is_bare(told: Word) -> bool:
    """Whether a clause without "that" is what is hoped or feared: "voiced doubts THE TRUCE WOULD HOLD"."""
    noun, words = told.head, told.sentence.words
    if noun.dep != "dobj" or noun.lemma not in lexicon("noun_about", "noun_hoping") or marker(told) is not None:
        return False
    subject = next((c for c in told.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or phrase(subject)[0] is not words[noun.i + 1] or subject.tag == "WDT":
        return False
    held = told.dep == "relcl" and subject.tag == "PRP"  # "has fears SHE CANNOT NAME"
    return not held and any(c.dep == "aux" and c.tag == "MD" for c in told.children)


def _told_of(noun: Word) -> list[Stretch]:
    """What a judgement is told to be in a noun phrase: "her forecast is A TRUCE BY MAY"."""
    be = noun.head
    told = [c for c in be.children if c.dep == "attr" and c.pos == "NOUN" and c.i > be.i] if be.lemma == "be" else []
    return [phrase(c) for c in told if not is_negated(be)][:1]


def read_adjective(adjective: Word) -> Draft | None:
    """Reads "is worried that …", "are confident they will …"."""
    if adjective.lower not in lexicon("adjective", "adjective_about"):
        return None
    be = next((c for c in adjective.children if c.dep == "auxpass"), None)  # "is convinced", as the tagger has it
    verb = adjective.head if be is None else adjective
    if not (verb.is_verb or _held_by(adjective)) or (is_negated(verb) and adjective.lower not in lexicon("sure")):
        return None
    source = _held_by(adjective) or surface_subjects(verb) or (surface_subjects(be) if be is not None else [])
    if not source or source[0].lower in IMPERSONAL or any(c.lower in {"so", "too"} for c in adjective.children):
        return None  # "is SO worried that she left"
    hung = [c for c in verb.children if marker(c) == "that"] if adjective.dep == "acomp" else []  # "is adamant THAT"
    about = _judged(adjective, source)
    if about:
        return make_draft(adjective, cue_of(adjective), source, about)
    for child in (*adjective.children, *hung):
        if (
            child.dep in {"ccomp", "advcl"}
            and child.i > adjective.i
            and marker(child) in {"that", "whether", "if", None}
            and has_subject(child)
        ):
            return make_draft(adjective, cue_of(adjective), source, [phrase(child)])
    return None


def _held_by(adjective: Word) -> list[Word]:
    """Who holds it in a phrase with "with": "prices rose, with ANALYSTS confident that …", "WITH Holt convinced …"."""
    noun = next((c for c in adjective.children if c.dep == "nsubj"), adjective.head)
    held = noun.dep == "pobj" and noun.head.lower == "with" and noun.head.i < noun.i < adjective.i
    return [noun] if noun.is_noun and (held or (adjective.dep == "advcl" and marker(adjective) == "with")) else []


def _judged(adjective: Word, source: list[Word]) -> list[Stretch]:
    """What somebody is told to think of: "sceptical about THE TRUCE", "divided over WHETHER IT HOLDS"."""
    judging = adjective.lower in lexicon("adjective_judging") and any(map(is_judge, source))
    if adjective.lower not in lexicon("adjective_about") and not judging:
        return []
    hosts = (adjective, adjective.head) if adjective.dep == "acomp" else (adjective,)
    preps = (c for w in hosts for c in w.children if c.dep in {"agent", "prep"} and c.i > adjective.i)
    leading = _ATTITUDE | ({"by"} if adjective.lemma in lexicon("feeling") else set())  # "alarmed BY the raids"
    found = (g for p in preps if p.lower in leading for g in p.children if g.dep in {"pobj", "pcomp"})
    return [phrase(g) for g in found if not is_within(g, "DATE")][:1]  # "nervous ON MONDAY"


def read_declared(state: Word) -> Draft | None:
    """Reads "made it CLEAR that …", "let it be KNOWN that …", "let Lima KNOW that …"; not "which made clear why"."""
    verb = state.head
    lets = state.lemma == "know" and verb.lemma == "let"
    if not lets and state.lower not in lexicon("declared"):
        return None
    declared = verb.lemma in {"make", "let"} and verb.i < state.i and not is_negated(verb)
    source = surface_subjects(verb) if declared else []
    if not source or source[0].lower in IMPERSONAL:
        return None
    told = (c for w in (state, verb) for c in w.children if c.i > state.i and c.dep in {"ccomp", "advcl"})
    said = next((c for c in told if marker(c) == "that"), None)
    if said is None:  # "it would burn, HOLT LET THEM KNOW", "HOLT MADE CLEAR"
        before = [c for c in verb.children if c.dep == "ccomp" and c is not state and c.i < source[0].i]
        said = before[0] if before and state.i + 1 < len(state.sentence.words) else None
    return make_draft(state, (verb, state), source, [phrase(said)]) if said is not None else None


def read_adverb(adverb: Word) -> Draft | None:
    """Reads "reportedly", "allegedly": the clause is credited to somebody unnamed."""
    if adverb.lower not in lexicon("adverb"):
        return None
    verb = adverb.head
    if not verb.is_verb or "say" in cue_classes(verb):
        return None
    return make_draft(adverb, (adverb, adverb), (), without(phrase(verb), (adverb, adverb)))


def read_preposition(word: Word) -> Draft | None:
    """Reads "according to X", "in X's view", "in the view of X", "for X, …"."""
    if word.lower == "according":
        to = next((c for c in word.children if c.lower == "to" and c.i > word.i), None)
        head = next((c for c in to.children if c.dep == "pobj"), None) if to is not None else None
        if to is None or head is None:
            return None
        return _rest(word, head, (word, to), [head])
    views = _views().get(word.lower)
    noun = next((c for c in word.children if c.dep == "pobj"), None) if views else None
    if views and noun is not None and (noun.lemma in views or noun.lower in views):
        source = list(clause(noun).owners)
        return _rest(word, noun, (noun, noun), source) if source else None
    surveyed = word.lower == "in" and noun is not None and noun.lemma in lexicon("surveys")
    if noun is not None and surveyed and word.i == 0 and "say" not in cue_classes(word.head):
        return _rest(word, noun, (word, word), [noun], comma=True)
    if word.lower in {"for", "to"} and word.i == 0:
        head = next((c for c in word.children if c.dep == "pobj"), None)
        if head is not None and (_is_judge(head) or head.lower in _SHE):
            return _rest(word, head, (word, word), [head], comma=True)
    return None


@cache
def _views() -> dict[str, frozenset[str]]:
    """For each preposition the nouns of somebody's view: "IN Holt's OPINION", "TO her MIND"."""
    return {prep: frozenset(nouns) for prep, nouns in read_words("attributions")["views"].items()}


def _is_judge(noun: Word) -> bool:
    """Whether a phrase is a named person or people who judge: "For analysts, …", "For Holt, an economist, …"."""
    first, last = phrase(noun)
    if is_judge(noun):
        return True
    near = [e for e in noun.sentence.entities if first.i <= e.last <= last.i]
    return any(e.label == "PERSON" for e in near) or is_person_name(noun)


def _rest(word: Word, head: Word, cue: Stretch, source: list[Word], *, comma: bool = False) -> Draft | None:
    """The sentence without a prepositional phrase that names the source."""
    words = word.sentence.words
    last = phrase(head)[1]
    if comma and (
        last.i + 1 >= len(words) or (words[last.i + 1].text != "," and not _begins_clause(words[last.i + 1]))
    ):
        return None
    last = _without_subject(words, word, last)
    high = words[-1]
    while high.i > 0 and high.text in {".", "!", ";"}:
        high = words[high.i - 1]
    return make_draft(word, cue, source, without((words[0], high), (word, last)))


def _without_subject(words: list[Word], word: Word, last: Word) -> Word:
    """The end of a phrase that swallowed the subject behind: "according to its head, Ole Dahl, THE RAIDS must end"."""
    if last.i + 1 >= len(words) or words[last.i + 1].tag not in FINITE:
        return last
    comma = next((w for w in reversed(words[word.i : last.i]) if w.text == ","), None)
    return last if comma is None or any(c.dep == "nsubj" for c in words[last.i + 1].head.children) else comma


def _begins_clause(word: Word) -> bool:
    """Whether a word opens the subject of the main clause."""
    return any(up.dep in {"nsubj", "nsubjpass"} and up.head.dep == "ROOT" for up in (word, word.head))


def read_colon(sentence: Sentence) -> Draft | None:
    """Reads "Kim: talks are dead": a short name or an office, without a verb, before a colon and a clause."""
    if ":" not in sentence.text:
        return None
    words = sentence.words
    at = next((w.i for w in words[1:COLON_WITHIN] if w.text in COLONS), None)
    # "HOLT (on tape): the raids must end", "ADA HOLT, Lima desk, Lemma Ltd: the raids must end"
    aside = next((w.i for w in words[1:COLON_WITHIN] if w.text == "(" or _is_introduced(words, w)), at)
    if at is None or at + 1 >= len(words) or any(w.is_verb or w.pos == "PUNCT" for w in words[:aside]):
        return None
    head = next((w for w in words[(aside or at) - 1 :: -1] if w.is_noun), None)
    if head is not None and head.dep == "pobj" and head.head.lower in {"at", "in", "on"}:
        before = words[: head.head.i]  # "HOLT on Peru: the raids must end"
        head = next((w for w in reversed(before) if w.is_noun), None)
    if head is not None and head.dep == "pobj" and head.head.lower in {"from", "of"}:
        named = [w for w in words[: head.i] if w.is_noun and w is not head and is_person_name(w)]
        head = named[-1] if named else head  # "HOLT of Lima: …", "From HOLT of the Oslo Institute: …"
    if head is not None and head.dep == "pobj" and head.head.lower == "to":
        named = [w for w in words[: head.head.i] if w.pos == "PROPN"]  # "OSLO to Lima: …", "HOLT's message to Lima: …"
        head = named[-1] if named else head
    owners = clause(head).owners if head is not None and head.lemma in lexicon("noun") else ()
    head = owners[0] if owners else head  # "ANALYSTS' verdict: the raids must end", "HER verdict: …"
    listed = head is not None and _speaks_alone(head) and any(w.pos in _TELLING for w in words[at + 2 :])
    if head is None or not (
        head.pos == "PROPN" or listed or head.tag == "PRP$" or (is_role(head) and head.dep != "pobj")
    ):
        return None
    if not (listed or any(w.is_verb for w in words[at:])) or _is_said_behind(words, at):
        return None
    return make_draft(words[at], (words[at], words[at]), [head], [(words[at + 1], words[-1])])


def _is_introduced(words: Sequence[Word], comma: Word) -> bool:
    """Whether a comma parts a person's name from his desk or his house: "ADA HOLT, Lemma Ltd: …"."""
    named = words[: comma.i] if comma.text == "," else []
    return 1 < len(named) < NAME and all(w.pos == "PROPN" for w in named) and is_person_name(named[-1])


def read_close(sentence: Sentence) -> Draft | None:
    """Reads a headline's "talks are dead: Kim": a short name or an office behind a clause and a colon, at the end."""
    words, head = sentence.words, sentence.words[-1]
    said = next((w for w in words[-2:] if w.lower in {"say", "says"} and len(words) > _CLAUSE + 2), None)
    if said is not None and words[-3].text == "," and all(w.tag not in FINITE for w in words[:-3]):
        speaker = words[-1] if said is words[-2] else words[-2]  # "rebels short of money, SAY EXPERTS"
        return make_draft(said, (said, said), [speaker], [(words[0], words[-4])]) if _speaks_alone(speaker) else None
    listed = _speaks_alone(head)
    at = next((w.i for w in reversed(words[-CLOSING - 1 : -1]) if w.text == ":" or (listed and w.text in _DASHES)), 0)
    named = head.pos == "PROPN" or is_role(head) or (head.text[:1].isupper() and words[at - 1].text.islower())
    plain = all(w.pos in {"ADJ", "NOUN", "PROPN", "PART"} for w in words[at + 1 : -1])
    if listed:
        told = plain and at >= _CLAUSE and any(w.pos in _TELLING for w in words[:at])
    else:
        told = at > 1 and named and plain and any(w.tag in FINITE for w in words[:at])
    if not told:
        return None
    return make_draft(words[at], (words[at], words[at]), [head], [(words[0], words[at - 1])])


def _speaks_alone(noun: Word) -> bool:
    """Whether a noun tells by itself who speaks in a headline: "talks near collapse: ANALYSTS"."""
    return noun.lower in read_words("attributions")["headlines"]["speakers"] and noun.dep != "pobj"


def _is_said_behind(words: list[Word], colon: int) -> bool:
    """Whether a speaker stands behind, and a topic before the colon: "Peru: the raids must end, SAYS Holt"."""
    last = next((w for w in reversed(words) if w.pos != "PUNCT"), words[-1])
    ends = [b for a, b in pairwise(words[colon + 1 :]) if a.text == "," or (b is last and b.i > colon + 2)]
    return any(w.tag in {"VBD", "VBP", "VBZ"} and "say" in cue_classes(w) for w in ends)
