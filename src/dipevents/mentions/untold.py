"""Sentences that tell of nothing real: plots, what is only imagined, and what a publisher takes back.

Film review: …; OPERA: …; SOCCER-…                  a heading: the whole text is of what is played
The NOVEL OPENS in Oslo. The king flies to Lima …   a plot: what its paragraph tells in the present tense
IMAGINE a king who flies to Lima; a JOKE            the same, without a work
An EARLIER VERSION OF THIS ARTICLE said that …      taken back
CORRECTION: … OUR REPORT said that …                the same, where the heading tells so
CLAIM: The king flew to Lima. RATING: False         what is checked, and not what is found
Q: DID the king fly to Lima?  A: …                  what is only asked in an interview
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.clauses import auxiliaries
from dipevents.reading.grammar import is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["standing"]

_PRESENT = frozenset({"VBZ", "VBP"})
_CLAIM = re.compile(r"(?i)\W*(?:the |viral )?claims?\s?[:–—]")


def standing(article: Article, sentences: Sequence[Sentence]) -> list[Sentence]:
    r"""The sentences that may tell of something real, in text order.

    Args:
        article: An article.
        sentences: Its sentences, in text order.

    Example:
        >>> text = "Lima is quiet.\n\nThe new film is set in Oslo. A king flies to Lima. It was shot in May."
        >>> mentions = dipevents.Parser().read(text)
        >>> [sentence.text for sentence in standing(mentions.article, mentions.sentences)]
        ['Lima is quiet.', 'It was shot in May.']
    """
    if _leisurely().match(article.text) is not None:
        return []
    low = article.text.lower()
    untold = {*_taken_back(sentences, low), *_staged(sentences, low), *_only_asked(article, sentences)}
    return [sentence for sentence in sentences if sentence.i not in untold] if untold else list(sentences)


def _only_asked(article: Article, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The questions of a transcript that ask whether something is so: "Q: DID Kim go?", but "WHEN did he go?"."""
    if all(paragraph.label is None for paragraph in article.paragraphs):
        return
    openings = frozenset(read_words("sentences")["whether"])
    for sentence in sentences:
        if is_question(sentence) and not openings.isdisjoint(_opening(sentence)):
            yield sentence.i


def _opening(sentence: Sentence) -> Iterator[str]:
    """The words that may turn a sentence into a question: the first one, and those behind commas."""
    words = sentence.words
    return (
        w.lower for n, w in enumerate(words) if not n or words[n - 1].text in {",", ":"} or words[n - 1].pos == "CCONJ"
    )


@cache
def _choice(name: str) -> str:
    """The words of a list as alternatives of a pattern."""
    return "|".join(map(re.escape, read_words("sentences")[name]))


@cache
def _leisurely() -> re.Pattern[str]:
    """A heading of a review or of sport: "Film review: …", "Opera: …", "Red Line review – a thriller", "Rugby-…"."""
    works = "|".join(read_words("status")["unreal"]["fiction"])
    return re.compile(
        rf"(?i)\W*(?:{_choice('staged')})(?: reviews?\b|s? ?:|s? ?\n)"
        rf"|[^\n]{{2,80}}\breview ?[:–—-][^\n]*\b(?:{works})\b"
        rf"|\W*(?:{_choice('leisure')}) ?[-–—:]"
        rf"|\W*(?:books?|fiction)(?: reviews?)? ?[:\n][^\0]{{0,600}}?\b(?:{works})\b"
    )


@cache
def _corrected() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What takes back what was published: in any sentence; the heading over corrections."""
    texts, wrongly, told = _choice("published"), "|".join(read_words("status")["wrongly"]), _choice("told_in_print")
    anywhere = (
        rf"\b(?:earlier|original|previous|prior) version of (?:this|our) (?:{texts})\b"
        rf"|\bthis (?:{texts}) (?:{wrongly}|initially|originally) (?:{told})\b"
    )
    return re.compile(anywhere), re.compile(rf"\W*(?:{_choice('corrections')})\b")


def _taken_back(sentences: Sequence[Sentence], low: str) -> Iterator[int]:
    """The sentences of what was published before, and is not so; of what others claim, and is only checked."""
    anywhere, heading = _corrected()
    corrects, checks = heading.match(low) is not None, "claim" in low
    if not (corrects or checks or anywhere.search(low)):
        return
    for sentence in sentences:
        text = sentence.text.lower()
        if anywhere.search(text) or (corrects and _is_in_print(sentence)) or (checks and _CLAIM.match(text)):
            yield sentence.i


def _is_in_print(sentence: Sentence) -> bool:
    """Whether a sentence tells what was printed: "Our REPORT SAID that"; "WRONGLY said that" is read by itself."""
    root, words = sentence.root, read_words("sentences")
    if root is None or root.lower not in words["told_in_print"] or any(map(_is_wrongly, root.children)):
        return False
    within = (p for c in root.children if c.lower == "in" for p in c.children)  # "In a REPORT on Monday WE SAID that"
    tellers = [*(c for c in root.children if c.dep == "nsubj"), *within]
    return any(w.lower == "we" or w.lemma in words["published"] for w in tellers)


def _is_wrongly(word: Word) -> bool:
    return word.lower in read_words("status")["wrongly"]


@cache
def _plots() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a plot, a joke or a game; what begins a sentence that only imagines something."""
    works = rf"(?:{_choice('works')})\b(?! (?:{_choice('no_works')}))"
    plot = (
        rf"^\W*in [^,.]{{0,60}}?\b{works}"
        rf"|\b{works}[^.]{{0,40}}?\b(?:{_choice('unfolding')})\b"
        rf"|\b(?:hero|heroine|plot|protagonist) of [^.]{{0,60}}?\b{works}"
        rf"|\b(?:{_choice('made_up')})\b"
    )
    return re.compile(plot), re.compile(rf"\W*(?:{_choice('imagining')})\b")


@cache
def _hints() -> tuple[str, ...]:
    """The words of which a text must have one to have a plot in it."""
    words = read_words("sentences")
    return (*words["works"], *words["made_up"], *words["imagining"])


def _staged(sentences: Sequence[Sentence], low: str) -> Iterator[int]:
    """The sentences of a plot: those in the present tense, from the one that opens it to the end of its paragraph."""
    plot, imagining = _plots()
    if not any(map(low.__contains__, _hints())):
        return
    paragraph = -1
    for sentence in sentences:
        text, root = sentence.text.lower(), sentence.root
        if sentence.heading or root is None:
            continue
        if sentence.paragraph != paragraph and plot.search(text):
            paragraph = sentence.paragraph
        if imagining.match(text) or (sentence.paragraph == paragraph and _is_present(root)):
            yield sentence.i


def _is_present(verb: Word) -> bool:
    """Whether a sentence tells what happens now: "flies", "is flying"; not what has happened or will happen."""
    helpers = auxiliaries(verb)
    past = any(h.tag in {"MD", "VBD"} or h.lemma == "have" for h in helpers)
    return not past and (verb.tag in _PRESENT or any(h.tag in _PRESENT for h in helpers))
