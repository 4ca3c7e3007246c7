"""An attribution in the making, and what its makers share: the lexicon of cues, and stretches of words.

A stretch is a pair of words, first and last. Contents are found as stretches and become offsets in `make_draft`, which
also ends them where the speaker's own clause goes on ("said X, ADDING that …").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.clauses import phrase, surface_subjects
from dipevents.reading.grammar import has_subject
from dipevents.reading.sentence import Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    Stretch = tuple[Word, Word]

__all__ = [
    "COLONS",
    "IMPERSONAL",
    "Draft",
    "comma_before",
    "cue_classes",
    "cue_lemmas",
    "is_judge",
    "is_of_another",
    "is_person_name",
    "joint",
    "lexical_classes",
    "lexicon",
    "make_draft",
    "marker",
    "noun_before",
    "senders",
    "weighs",
    "without",
]

SEPARATORS = frozenset({",", ";", "-", "--", "–", "—"})
COLONS = frozenset({":", "):"})
"""A colon as the tokenizer has it, behind a bracket as well: "HOLT (on tape): …"."""
IMPERSONAL = frozenset({"it", "that", "this", "what", "there"})
"""Subjects that say nothing."""
_WEIGHING = ("revising", "slighting")
_KINDS = (
    "say",
    "think",
    "show",
    "ask",
    "infinitive",
    "label",
    "object",
    "quotation",
    "judge",
    "prepositions",
    *_WEIGHING,
)
_NONE: frozenset[str] = frozenset()
_SAYING = frozenset({"say"})
_PLURALS = frozenset({"NNS", "NNPS"})
_AMID = frozenset({"amid", "amidst", "despite"})
_MARKS = frozenset({'"', "“", "”", "``", "''"})


@dataclass(slots=True)
class Draft:
    """An attribution in the making.

    Attributes:
        sentence: Where the cue stands.
        trigger: The cue's main word.
        cue: First and last word of the cue.
        source: Heads of the source's phrases.
        content: Offsets of the content's parts, in text order.
        goes_on: A later cue of the same speaker in the same sentence, or None.
    """

    sentence: Sentence
    trigger: Word
    cue: Stretch
    source: list[Word]
    content: list[tuple[int, int]] = field(default_factory=list)
    goes_on: Word | None = None


@cache
def _classes() -> dict[str, frozenset[str]]:
    words = read_words("attributions")
    found: dict[str, set[str]] = {}
    for kind in _KINDS:
        for lemma in words[kind]:
            found.setdefault(lemma, set()).add(kind)
    return {lemma: frozenset(kinds) for lemma, kinds in found.items()}


@cache
def lexicon(*names: str) -> frozenset[str]:
    """A list of `data/attributions.toml`, or several together."""
    return frozenset(chain.from_iterable(read_words("attributions")[name] for name in names))


def cue_lemmas() -> Collection[str]:
    """The dictionary forms of all verbs that attribute."""
    return _classes().keys()


def lexical_classes(lemma: str) -> frozenset[str]:
    """What a verb of this dictionary form attributes and how, whatever the tagger made of the word."""
    return _classes().get(lemma, _NONE)


def cue_classes(word: Word) -> frozenset[str]:
    """What a verb attributes and how; empty for other verbs, adjectival participles ("the alleged spy") and nouns."""
    reading = _IDIOMS.get(word.lemma)
    idiom = reading is not None and reading(word)
    found = _SAYING if idiom else _classes().get(word.lemma, _NONE)
    if not found or not word.is_verb or word.dep in {"amod", "aux", "auxpass", "compound", "case", "prep"}:
        return _NONE
    return _NONE if found.issubset(_WEIGHING) and not weighs(word) else found


def weighs(verb: Word) -> bool:
    """Whether a verb judges by what it does to a thing: "SHRUGGED OFF the threat", "CUT their forecasts"."""
    thing = next((c for c in verb.children if c.dep == "dobj"), None)
    if thing is None or any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return False
    owned = any(c.tag == "PRP$" for c in thing.children)
    if verb.lemma in lexicon("revising"):
        bare = thing.tag in _PLURALS and all(c.dep not in {"det", "poss"} for c in thing.children)
        told = thing.lemma in lexicon("noun_judging", "outlooks") and verb.dep != "relcl"
        return told and (owned or bare)  # "cut THEIR forecasts", "cut forecasts"
    waved = any(c.lower in lexicon("slighting_with") and c.i > verb.i for c in verb.children)
    slighted = waved and not owned and verb.lemma in lexicon("slighting")  # not "shrugged off their coats"
    return (slighted or verb.lemma in lexicon("remarking")) and any(map(is_judge, surface_subjects(verb)))


def is_judge(noun: Word) -> bool:
    """Whether a noun or a title beside it tells of people who judge: "ANALYSTS", "HISTORIAN Ada Holt"."""
    beside = [c for c in noun.children if c.dep in {"appos", "compound", "nmod"}]
    beside += [c for w in beside for c in w.children if c.dep in {"compound", "nmod"}]
    return any(w.lemma.lower() in lexicon("judges") for w in (noun, *beside))


def _puts_it(verb: Word) -> bool:
    """Whether "put" is said of words: "as Holt PUTS it, …", "Holt PUT it more bluntly: …"."""
    behind = verb.sentence.words[verb.i + 1 : verb.i + 7]
    if not behind or behind[0].lower != "it" or any(c.dep == "prt" for c in verb.children):
        return False  # "Holt PUT it OFF: …"
    told = next((w for colon, w in pairwise(behind) if colon.text == ":"), None)  # quotations are joined by their marks
    if told is not None:
        return told.pos != "PUNCT"
    return marker(verb) == "as" and all(w.pos == "PUNCT" for w in behind[1:2])


def _sees_it(verb: Word) -> bool:
    """Whether "see" is said of somebody's view: "AS Holt SEES it, …"."""
    behind = verb.sentence.words[verb.i + 1 : verb.i + 3]
    return marker(verb) == "as" and [w.lower for w in behind[:1]] in (["it"], ["things"]) and behind[-1].pos == "PUNCT"


def _takes_it(verb: Word) -> bool:
    """Whether something is taken for true: "Holt TAKES it FOR GRANTED that", "TOOK it AS READ that"."""
    behind = [w.lower for w in verb.sentence.words[verb.i + 1 : verb.i + 4]]
    return behind in (["it", "for", "granted"], ["it", "as", "read"], ["it", "as", "given"], ["it", "as", "certain"])


_IDIOMS = {"put": _puts_it, "see": _sees_it, "take": _takes_it}


def is_person_name(noun: Word) -> bool:
    """Whether a noun heads the name of a person, as far as the model and the form of the name tell."""
    labels = {e.label for e in noun.sentence.entities if e.first <= noun.i <= e.last}
    if labels or noun.pos != "PROPN":
        return "PERSON" in labels
    return any(c.dep == "compound" and c.pos == "PROPN" for c in noun.children)


def marker(verb: Word) -> str | None:
    """The conjunction of a subordinate clause ("that", "whether", "as"), or None."""
    return next((c.lower for c in verb.children if c.dep == "mark"), None)


def make_draft(trigger: Word, cue: Stretch, source: Iterable[Word], stretches: Iterable[Stretch]) -> Draft | None:
    """A draft of stretches of content; None where there are none."""
    draft = Draft(trigger.sentence, trigger, cue, list(source))
    for first, end in stretches:
        if first.i > trigger.i and first.sentence.words[first.i - 1].text == ";":
            continue  # "the dam is safe, he said; THE MAYOR DENIED IT"
        last = _with_more(first, end)
        while last.i > first.i and (last.pos == "CCONJ" or last.text in SEPARATORS):
            last = last.sentence.words[last.i - 1]  # "said THE DAM IS SAFE and added"
        span, goes_on = _end(trigger, first, last) if first.i > trigger.i else ((first.start, last.end), None)
        draft.content.append(span)
        draft.goes_on = draft.goes_on or goes_on
    draft.content.sort()
    return draft if draft.content else None


def _with_more(first: Word, last: Word) -> Word:
    """The end of a clause with the next "that" behind a comma: "said THAT it was dead, THAT it had to go"."""
    words = first.sentence.words
    while first.dep == "mark" and first.lower == "that" and last.i + 2 < len(words):
        comma, that = words[last.i + 1 : last.i + 3]
        end = phrase(that.head)[1] if that.lower == "that" and that.dep == "mark" else last
        if comma.text != "," or end.i <= that.i:
            break
        last = end
    return last


def _end(cue: Word, first: Word, last: Word) -> tuple[tuple[int, int], Word | None]:
    """A content's offsets, without what belongs to the speaker's clause, and the cue there that goes on.

    "said X, ADDING that …", "said X, according to Y", "said X and URGED …".
    """
    words = first.sentence.words
    for i in range(first.i + 2, last.i + 1):
        word, before = words[i], words[i - 1]
        if before.text == ";" and sum(w.text in _MARKS for w in words[first.i : i]) % 2 == 0:
            return (first.start, words[i - 2].end), None  # "said THE DAM IS SAFE; in Lima, the mayor …"
        if before.text == ",":
            if word.lower == "according":
                return (first.start, words[i - 2].end), None
            if word.tag == "VBG" and "say" in cue_classes(word):
                return (first.start, words[i - 2].end), word
        elif before.dep == "cc" and _continues(cue, word):
            end = words[i - 3] if words[i - 2].text == "," and i - 3 > first.i else words[i - 2]
            return (first.start, end.end), word
    return (first.start, last.end), None


def _continues(cue: Word, word: Word) -> bool:
    return word.dep == "conj" and word.tag == cue.tag == "VBD" and "say" in cue_classes(word) and not has_subject(word)


def is_of_another(told: Word, above: Iterable[Word]) -> bool:
    """Whether what is told hangs on another cue: "decided it amid SPECULATION among analysts THAT it would fail"."""
    return any(u.lower in _AMID or (cue_classes(u) and (u.dep == "relcl" or u is not told)) for u in above)


def joint(cue: Word, verb: Word) -> Word | None:
    """The word that joins what another says to what somebody does.

    "said X, WHILE Holt argued that", "said X AND analyst Holt said Y".
    """
    if (
        verb.tag != cue.tag
        or verb.tag not in {"VBD", "VBZ", "VBP"}
        or not cue_classes(verb) & {"say", "infinitive"}
        or not cue_classes(cue) & {"say", "object", "label"}
    ):
        return None
    words = verb.sentence.words
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
    mark = next((c for c in verb.children if c.dep == "mark"), None)
    if mark is None and "say" not in cue_classes(verb):
        return None
    if mark is not None:
        others = subject is not None and subject.pos != "PRON" and words[mark.i - 1].text == ","
        return mark if others and mark.lower in {"while", "whereas"} else None
    for at in (verb.i - 1, phrase(subject)[0].i - 1 if subject is not None and subject.is_noun else 0):
        while at > cue.i and (words[at].is_noun or words[at].pos in {"ADJ", "DET"}):
            at -= 1
        if cue.i < at < verb.i - 1 and words[at].dep == "cc":
            return words[at]
    return None


def without(outer: Stretch, inner: Stretch) -> list[Stretch]:
    """A stretch of words without another in it, and without the commas and dashes around the gap."""
    words = outer[0].sentence.words
    out = []
    for low, high in ((outer[0].i, inner[0].i - 1), (inner[1].i + 1, outer[1].i)):
        while low <= high and (words[low].text in SEPARATORS or words[low].text == ":"):
            low += 1
        while high >= low and words[high].text in SEPARATORS:
            high -= 1
        if any(words[k].pos not in {"PUNCT", "SPACE"} for k in range(low, high + 1)):
            out.append((words[low], words[high]))
    return out


def comma_before(draft: Draft) -> int:
    """Where the comma stands before the source and the cue of a draft; -1 without one."""
    opening = min([draft.cue[0].i, *(phrase(w)[0].i for w in draft.source if w.sentence is draft.sentence)])
    before = draft.sentence.words[max(0, opening - 1)]
    return before.start if before.text == "," else -1


def noun_before(word: Word, words: list[Word]) -> list[Word]:
    """The noun right before a verb that the tagger took for a noun ("…," the LETTER reads)."""
    if word.is_verb:
        return []
    return [w for w in words if w.is_noun and w.i < word.i][-1:]


def senders(words: list[Word]) -> list[Word]:
    """From whom a quotation is told to come: "FROM ADA HOLT of Lund: …", "This from ADA HOLT: …"."""
    prep = next((w for w in words[:2] if w.lower == "from"), None)
    return [c for c in prep.children if c.dep == "pobj" and c.pos == "PROPN"] if prep is not None else []
