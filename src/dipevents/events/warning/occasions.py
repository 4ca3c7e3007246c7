"""What stands behind the words of a warning in its sentence, and is none of them: where and on what occasion they fell.

warned that it would strike, IN REMARKS that a paper carried        where it was said
…, A DAY AFTER Oslo struck; …, AS gangs FOUGHT in the streets       what happened beside it
…, IN THE LATEST SIGN of a rift; …, DEEPENING A CRISIS; …, AS DID LIMA  what the article makes of it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Word

__all__ = ["without_occasion", "without_setting"]

_MARKS = '"“”„«»'
_LIKEWISE = ([",", "as", "did"], [",", "as", "had"], [",", "as", "has"])
_SHORT = 4
"""Words of the day on which something was said: "late on Monday evening"."""
_TELLER = 8
"""Words of who tells of a warning behind a comma, and the verb."""
_LEAD = 3
"""Sentences in which an article tells what its news means: "…, RAISING THE STAKES in a long feud"."""
_BESIDE = frozenset({"as", "while"})
_ARTICLES = frozenset({"a", "an", "the"})


def without_setting(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The content without where it was said: "warned that it would strike, IN REMARKS that a paper carried"."""
    papers = lexicon("frames", "documents") | lexicon("asked", "speeches")
    for k, word in enumerate(words[1:], 1):
        if word.lower != "in" or word.dep != "prep":
            continue
        after, last = words[k - 1].text == ",", words[-1]
        said = [c for c in word.children if c.lemma in papers and (last.is_under(c) or last.i - c.i <= _SHORT)]
        if any(after or is_of(c, "speeches") for c in said):  # "would pay, IN A LETTER", "would pay IN A SPEECH"
            return words[: k - after]
    return words


def without_occasion(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The content without on what occasion it was said: a title's "AS row deepens"; "…, A DAY AFTER Oslo struck"."""
    for k, word in enumerate(words[1:], 1):
        if word.lower == "as" and word.sentence.heading and word.dep == "mark" and word.head.dep == "advcl":
            return words[:k]
        if word.text == "," and (_names_it(words[k + 1 : k + 5]) or _is_beside(words[k + 1 :])):
            return words[:k]  # "…, A THREAT that Lima shrugged off", "…, AS gangs FOUGHT in the streets"
        if [w.lower for w in words[k - 1 : k + 2]] in _LIKEWISE:
            return words[: k - 1]  # "…, AS DID LIMA"
        if word.lower == "without" and words[k - 1].text in {",", *_MARKS} and words[-1].i <= word.i + 2:
            return words[:k]  # "…, WITHOUT ELABORATING"
        told = next((w for w in words[k + 2 : k + _TELLER] if w.is_verb), word) if word.text == "," else word
        if told.lemma == "report" and told.tag in {"VBD", "VBN"}:
            return words[:k]  # "warned Lima against a raid, THE STATE AGENCY REPORTED"
        near = {"after", "before"} & {w.lower for w in words[k + 2 : k + 4]}
        if word.text == "," and near and {"day", "hour", "week", "month"} & {w.lemma for w in words[k + 1 : k + 3]}:
            return words[:k]
    return words


def _names_it(words: Sequence[Word]) -> bool:
    """Whether words only go on to call what is said something: "a THREAT that Lima shrugged off"; "ALTHOUGH Lima"."""
    conceded = bool(words) and words[0].lower in {"although", "though"} and words[0].head.head.i < words[0].i
    told = (w for w in words if is_of(w, "called")) if words and words[0].lower in {"a", "an"} else ()
    return conceded or any(c.dep == "relcl" for w in told for c in w.children)


def _is_beside(behind: Sequence[Word]) -> bool:
    """Whether words tell what happened meanwhile, or what the story makes of it: "IN THE LATEST SIGN that"."""
    if len(behind) < _SHORT:
        return False
    mark, verb = behind[0], behind[0].head
    if mark.lower in _BESIDE and mark.dep == "mark" and verb.dep == "advcl" and verb.tag == "VBD":
        subject = next((c for c in verb.children if c.dep == "nsubj"), None)
        return subject is not None and subject.pos in {"NOUN", "PROPN"} and verb.lemma != "be"
    if mark.tag == "VBG" and mark.dep == "advcl":
        heightens = mark.sentence.i < _LEAD and is_of(mark, "heightening")
        tense = heightens and any(c.dep == "dobj" and is_of(c, "tensions") for c in mark.children)
        return tense or is_of(mark, "reasoning")  # "…, ACCUSING Lima of spying"
    noun = next((w for w in behind[2:] if w.is_noun and w.head is mark), None) if behind[1].lower in _ARTICLES else None
    return mark.lower == "in" and noun is not None and is_of(noun, "turns")
