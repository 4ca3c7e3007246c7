"""Reports and claims, and who says that they are not so. One mechanism for all rooms.

denied REPORTS that Kim went; the report of a sale was dismissed      a verb of denial
claims that he went are UNTRUE; called the sale a FAIRY TALE          what the report, or the thing itself, is called
there is NO TRUTH in reports that he went; NO PROOF that Oslo sold    there is nothing to it
asked about a report that he went, Lee dismissed IT                   taken up by a pronoun
was WRONGLY reported to have gone; FALSELY claimed that Oslo sold     how it was told
Oslo sold tanks, a CLAIM that Lima denies; …, WHICH Lima denies       called a claim behind it, or taken up there

Oslo denied the report. Oslo denied IT. THAT is not true. "No."       a sentence of its own, of what stands before it
He DID NOT. He HAD NOT; it was Lee who went.                          the same, left unsaid
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.phases import Phase, words_of
from dipevents.events.status import read_status
from dipevents.reading.clauses import clause, fillers, governor, is_negated, verb_above
from dipevents.reading.grammar import is_of, is_question
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.reading.sentence import Sentence

__all__ = [
    "Disavowal",
    "called_untrue",
    "denials_behind",
    "denying",
    "disowned",
    "find_disavowals",
    "is_claim",
    "is_denial",
    "is_form_of_denial",
    "is_proof",
    "report_of",
]

CONTENT = frozenset({"ccomp", "acl", "relcl", "pobj", "pcomp"})
BETWEEN = frozenset({"xcomp", "ccomp", "dobj", "attr", "acl", "acomp"})
OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})
TAKEN = OBJECTS | {"nsubj"}
"""Relations in which what is denied stands."""
SAID = frozenset({"acomp", "attr", "oprd", "ccomp", "xcomp"})
BACK = frozenset({"it", "them", "that", "this", "these"})
NO = frozenset({"no", "nope"})
_HELPERS = frozenset({"did", "does", "had", "has", "have", "was", "were"})
_NOT = frozenset({"never", "not", "n't", "n’t"})
DEPTH = 4
"""Words between what is told and the noun of the report: "a REPORT that he HAD PLANNED a VISIT"."""

NAMED = 8
"""Words from a denial to the report, with what it is called between: "dismissed AS IDLE TALK a report"."""


class Disavowal(NamedTuple):
    """The word by which a sentence denies what was told before, who says so, and whether it is a bare answer."""

    cue: Word
    who: tuple[Word, ...]
    answers: bool = False


def is_claim(word: Word) -> bool:
    """Whether a noun means something that is only said: "a REPORT", "the ALLEGATION"."""
    return word.lemma in words_of("claims")


def is_denial(word: Word) -> bool:
    """Whether a verb says that something is not so: "DISMISSED"."""
    return word.lemma in words_of("disowned")


def is_form_of_denial(text: str) -> bool:
    """Whether a word as it stands in a text is of a verb of denial, or calls a report untrue: "denies", "false"."""
    forms = {text, text.removesuffix("s"), text.removesuffix("d"), text.removesuffix("ed"), f"{text[:-3]}y"}
    return bool(forms & words_of("disowned")) or text in words_of("untrue")


def is_proof(word: Word) -> bool:
    """Whether a noun means what would prove something: "EVIDENCE that Oslo sold"."""
    return word.lemma in words_of("proof")


def report_of(trigger: Word) -> Word | None:
    """The report that a clause or a phrase with "of" gives the content of: "REPORTS that he went, of a visit"."""
    word = trigger
    for up in islice(trigger.ancestors(), DEPTH):
        named = up.is_noun or up.dep == "nsubj"  # "said REPORTS that he went are untrue"
        if named and (is_claim(up) or is_proof(up)):
            told = word.dep in {"acl", "ccomp"} or word.lower in {"of", "about"}
            behind = (*word.children, *up.sentence.words[up.i + 1 : up.i + 2])  # "a report THAT he planned to go"
            return up if told or (word.dep == "relcl" and any(c.lower == "that" for c in behind)) else None
        under_way = word.lower == "on" and up.lemma == "be"  # "a report that he IS ON his way"
        if word.dep not in BETWEEN and up.pos != "ADP" and not under_way:
            return None
        word = up
    return None


def disowned(trigger: Word) -> Word | None:
    """The word that says of what a trigger tells, or of the report of it, that it is not so; None where none does."""
    if (word := _added_behind(trigger) or _told_wrongly(trigger)) is not None or (
        trigger.is_noun and (word := called_untrue(trigger)) is not None
    ):
        return word
    report = report_of(trigger)
    if report is None:
        return None
    if (word := called_untrue(report) or _nothing_to(report)) is not None:
        return word
    if report.dep == "pobj":  # who would not comment on it denies nothing
        return _taken_up(report) or denying(report)
    status = read_status(report)
    return status.cue[0] if status.phase is Phase.DENIED and status.cue else denying(report)


def denials_behind(sentences: Sequence[Sentence], at: int) -> Iterator[Disavowal]:
    """What the sentence behind one, told by its place, denies of it."""
    return (denial for sentence in sentences[at + 1 : at + 2] for denial in find_disavowals(sentence))


@cache
def _pointing() -> frozenset[str]:
    """The words that may point back to what was told: "it", "the report"."""
    return words_of("claims") | BACK


def find_disavowals(sentence: Sentence) -> list[Disavowal]:
    """What a sentence denies of what was told before it, in text order."""
    found = [Disavowal(w, (), answers=True) for w in sentence.words[:3] if w.lower in NO and _stands_alone(w)]
    if (left := _left_unsaid(sentence)) is not None:
        found.append(left)
    for word in sentence.words_among(_pointing()):
        if word.dep not in TAKEN:
            continue
        definite = any(c.dep == "det" and c.lower in {"the", "this", "that", "these", "those"} for c in word.children)
        alone = all(c.dep not in CONTENT | {"prep"} for c in word.children)
        alone = alone and not (word.lower == "it" and _stands_in(word))
        if not alone or not (definite or word.lower in BACK) or _is_open(word.head):
            continue
        cue = called_untrue(word) or _called_not_true(word) or denying(word)
        if cue is not None and (word.lower not in BACK or cue is not word.head or cue.lemma in words_of("denials")):
            found.append(Disavowal(cue, tuple(w for w in _speakers(word.head, cue) if w is not word)))
    return found


def _left_unsaid(sentence: Sentence) -> Disavowal | None:
    """What a sentence denies without saying it again: "He DID NOT.", "He HAD NOT; it was his deputy who went"."""
    words = sentence.words
    if len(words) < 3 or words[0].pos != "PRON" or words[1].lower not in _HELPERS or words[2].lower not in _NOT:
        return None
    behind = words[3:4]
    ends = not behind or behind[0].text in {".", ";", ":", "—", "–", "!"}
    return Disavowal(words[2], (words[0],)) if ends else None


def _stands_in(it: Word) -> bool:
    """Whether "it" only stands for a clause behind: "called IT absurd THAT he had been given no date"."""
    clauses = (c for c in it.head.children if c.dep in {"ccomp", "xcomp", "advcl"} and c.i > it.i)
    return any(w.lower in {"that", "to"} and w.dep in {"mark", "aux"} for c in clauses for w in c.children)


def called_untrue(noun: Word) -> Word | None:
    """The word that calls a noun untrue: "the reports are FALSE", "called the sale a FAIRY TALE"."""
    verb = noun.head.head if noun.dep == "pobj" else noun.head  # "described AS UNTRUE reports that he went"
    called = noun.dep in TAKEN and verb.lemma in words_of("calling")
    if is_negated(verb) or not (called or (noun.dep == "nsubj" and verb.lemma in {"be", "prove"})):
        return None
    said = _said(verb, noun)
    if called and is_claim(noun):  # "called reports that it had sold guns a LIE"
        said += [w for w in noun.sentence.words[verb.i :] if w.pos != "VERB" and w.is_under(verb)]
    return next((w for w in said if _is_among(w, "untrue")), None)


def denying(claim: Word) -> Word | None:
    """The verb of denial over a noun or a pronoun: "DENIED the report"."""
    words = claim.sentence.words
    far = (w for w in words[max(0, claim.i - NAMED) : claim.i] if is_denial(w) and words[w.i + 1].lower == "as")
    if is_claim(claim) and (waved_off := next(far, None)) is not None:
        return waved_off  # "DISMISSED as idle talk a report that he went", wherever the parse hangs it
    verb = governor(claim)
    if verb is None or claim.dep not in OBJECTS or is_negated(verb):
        return None
    return verb if is_denial(verb) else _pouring(verb if verb.is_verb else verb.head, claim)


def _pouring(verb: Word, claim: Word) -> Word | None:
    """The verb that denies with a word of its own: "POURED cold WATER on the report", "SHOT DOWN rumours"."""
    beside = (c for c in verb.children if c is not claim and c.dep in {"dobj", "prt", "advmod"})
    poured = any(f"{verb.lemma} {c.lemma}" in words_of("pouring") for c in beside)
    return verb if poured and not is_negated(verb) else None


def _added_behind(trigger: Word) -> Word | None:
    """What says behind it that what is told is not so: "…, a CLAIM that Oslo DENIES", "…, WHICH Oslo denies"."""
    sentence, words, start = trigger.sentence, trigger.sentence.words, trigger.i + 3
    claims = (w for w in sentence.words_among(words_of("claims")) if w.i >= start and is_claim(w))
    added = (w for w in claims if words[w.i - 2].text == "," and words[w.i - 1].lower in {"a", "an"})
    for told in (c for w in added for c in w.children if c.dep in {"relcl", "acl"} and not is_negated(c)):
        if is_denial(told):
            return told
        if (word := next((w for w in told.subtree() if _is_among(w, "untrue")), None)) is not None:
            return word
    denials = (w for w in sentence.words_among(words_of("denials")) if w.i >= start and w.lemma in words_of("denials"))
    return next(filter(_denies_which, denials), None)


def _told_wrongly(trigger: Word) -> Word | None:
    """The word for how it was told that is not so: "was WRONGLY reported to have gone", "FALSELY claimed that"."""
    word = trigger
    for up in islice(trigger.ancestors(), DEPTH):
        if word.dep in {"ccomp", "xcomp"} and is_of(up, "report_verbs") and not is_negated(up):
            return next((c for c in up.children if c.lower in words_of("wrongly")), None)
        if word.dep not in {"dobj", "attr", "xcomp"}:
            return None
        word = up
    return None


def _denies_which(verb: Word) -> bool:
    """Whether a relative clause denies the whole, not the name before it: "sold Peru tanks, WHICH Oslo DENIES"."""
    which = next((c for c in verb.children if c.lower == "which" and c.dep == "dobj"), None)
    return which is not None and verb.dep == "relcl" and verb.head.pos == "PROPN" and not is_negated(verb)


def _called_not_true(subject: Word) -> Word | None:
    """The word of truth that is denied of a subject: "that is NOT TRUE", "this is not the CASE"."""
    verb = subject.head
    if subject.dep != "nsubj" or verb.lemma != "be" or not is_negated(verb):
        return None
    return next((w for w in _said(verb, subject) if _is_among(w, "true")), None)


def _said(verb: Word, of: Word) -> list[Word]:
    """The words of what a verb says that something is."""
    said = [c for c in verb.children if c.dep in SAID and c is not of]
    said += [c for w in said if w.lower == "news" for c in w.children if c.dep == "amod"]  # "are FAKE news"
    return said + fillers(c for c in verb.children if c.dep == "prep" and c.lower == "as")


def _nothing_to(report: Word) -> Word | None:
    """The truth that a report lacks: "there is no TRUTH in reports", "there is no PROOF that Oslo sold"."""
    if is_proof(report) and any(c.dep == "det" and c.lower == "no" for c in report.children):
        return report
    noun = report.head.head
    if report.dep != "pobj" or noun.lemma not in words_of("truths"):
        return None
    none = is_negated(noun.head) or any(c.lower in {"no", "little"} for c in noun.children)
    return noun if none else None


def _taken_up(report: Word) -> Word | None:
    """The verb whose pronoun takes up what was asked about: "asked about REPORTS that he went, Lee denied THEM"."""
    asked = report.head.head
    verb = asked.head
    if asked.dep != "advcl" or not any(c.dep == "dobj" and c.lower in BACK for c in verb.children):
        return None
    return verb if is_denial(verb) and not is_negated(verb) else None


def _speakers(verb: Word, cue: Word) -> tuple[Word, ...]:
    """Who denies: the subject of the verb of denial or, where a thing is called untrue, of the verb of speech."""
    if verb is cue or verb.lemma in words_of("calling"):
        return clause(verb).subjects
    above = verb_above(verb)
    return clause(above).subjects if above is not None and verb.dep in {"ccomp", "parataxis"} else ()


def _is_open(verb: Word) -> bool:
    """Whether a clause asserts nothing: "IF that is not true", "that MAY be false", a question."""
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "mark"}}
    return bool(helpers & {"if", "whether", "may", "might", "could", "would", "should"}) or is_question(verb.sentence)


def _stands_alone(word: Word) -> bool:
    behind = word.sentence.words[word.i + 1 : word.i + 2]
    return not behind or behind[0].text in {".", ",", "!", "—", "–", "-", ":", "”", '"', "“"}


def _is_among(word: Word, name: str) -> bool:
    return word.lemma in words_of(name) or word.lower in words_of(name)
