"""Names of companies, papers and armed bands that nothing but a noun beside them tells.

the shipyard ZUBQA, a Greek firm, ZUBQA WORKS,      behind the noun
ZUBQA WORKS, a Greek shipyard                       before it and a comma
the DIÁRIO DO ZUBQA newspaper                       right before it
the rebel group GREEN DAWN                          a band, by a word for those who fight
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import given_name_gender
from dipevents.mentions.words import is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["CALLING", "called", "is_band", "labelled"]

CALLING = frozenset({"called", "dubbed", "named"})
"""Behind a noun, what tells a name."""

_QUOTES = frozenset({'"', "“", "‘", "'"})
_WITHIN = frozenset({"HYPH", "VBN"})
"""Tags of "-" and "based" in "a Lagos-based firm"."""
LABEL = 5
"""Words between "a" and a noun for a company that are looked at."""


def is_band(noun: Word) -> bool:
    """Whether it is a noun for many who fight, as told: "the rebel GROUP Green Dawn", "a MILITIA, Green Dawn,"."""
    before = noun.sentence.words[noun.i - 1].lower if noun.i else ""
    return noun.lower in lexicon("named_bands") and (before in lexicon("fighting") or noun.lower in lexicon("armed"))


def labelled(
    words: list[Word], noun: Word, owner: Sequence[Name | None], entities: Sequence[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """First and last word of the unknown name that a noun for a company or paper tells, or None."""
    found = _behind(words, noun, owner) or _before(words, noun, owner)
    beside = _beside(words, noun, owner) if found is None else None
    people = any((a, b) == beside and label in {"GPE", "NORP"} for a, b, label in entities)
    return found or (None if people else beside)  # "the RURITANIAN firm"


def called(words: list[Word], verb: Word, owner: Sequence[Name | None]) -> tuple[int, int] | None:
    """First and last word of the name that somebody is called by: "a group called GREEN DAWN", or None."""
    first = verb.i + 1
    while first < len(words) and (words[first].lower == "the" or words[first].text in _QUOTES):
        first += 1
    last = first - 1
    while last + 1 < len(words) and (is_capital(words[last + 1]) or (words[last + 1].text == "-" and last >= first)):
        last += 1
    held = {n for n in owner[first : last + 1] if n is not None}
    whole = len(held) == 1 and all(owner[first : last + 1])
    return (first, last) if last >= first and words[last].text != "-" and not whole else None


def _behind(words: list[Word], noun: Word, owner: Sequence[Name | None]) -> tuple[int, int] | None:
    """The unknown name behind a noun for a company or paper: "the shipyard ZUBQA", "a Greek firm, ZUBQA WORKS,"."""
    comma = noun.i + 1 < len(words) and words[noun.i + 1].text == ","
    first = last = noun.i + 1 + comma
    while last < len(words) and _is_of_label(words[last], owner):
        last += 1
    end = words[last - 1]
    if (
        last == first
        or end.head.dep == "relcl"
        or (not comma and not _is_tied(noun, end))
        or not _is_unknown(words, first, last - 1, owner)
    ):
        return None  # "the firm HOLT founded"
    behind, at = words[min(last, len(words) - 1)], _opening(words, noun)
    if not comma:
        return None if is_capital(behind) and is_role(behind) else (first, last - 1)  # "the firm Prime MINISTER …"
    held = words[at].lower == "the" or (at > 1 and is_role(words[at - 2]))  # "the head of a firm, Zubqa,"
    closed = behind.text in {",", "."} or behind.pos in {"ADP", "CCONJ"}
    return (first, last - 1) if closed and not held and words[last - 1].dep == "appos" else None


def _is_tied(noun: Word, end: Word) -> bool:
    """Whether a noun and the name behind it may be of one phrase, unlike "in the paper ADA HOLT wrote"."""
    doing = end.dep in {"nsubj", "nsubjpass"} and end.head.i > end.i
    return not doing or noun.head is end or noun.dep not in {"dobj", "pobj"}


def _before(words: list[Word], noun: Word, owner: Sequence[Name | None]) -> tuple[int, int] | None:
    """The unknown name before a comma and a noun for a company or paper: "ZUBQA WORKS, a Greek shipyard"."""
    behind, at = words[min(noun.i + 1, len(words) - 1)], _opening(words, noun)
    other = behind.text in {"'s", "’s"} or (behind.is_noun and behind is not noun)
    if other or at < 2 or words[at - 1].text != ",":
        return None  # "a NEWSPAPER editor", "fuel, the COMPANY's burden"
    if any(n is not None and n.kind == "organization" for n in owner[at : noun.i]):
        return None  # "said Holt, the ZTV news agency reported"
    last = at - 2
    first = last + 1
    while first > 0 and _is_of_label(words[first - 1], owner):
        first -= 1
    return (first, last) if first <= last and _is_unknown(words, first, last, owner) else None


def _beside(words: list[Word], noun: Word, owner: Sequence[Name | None]) -> tuple[int, int] | None:
    """The unknown name between "the" and a noun for a company or paper: "the DIÁRIO DO ZUBQA newspaper"."""
    behind, last = words[min(noun.i + 1, len(words) - 1)], noun.i - 1
    if last < 1 or words[last].head is not noun or words[last].tag != "NNP" or (behind.is_noun and behind is not noun):
        return None
    first = noun.i
    while first > 0 and (_is_of_label(words[first - 1], owner) or words[first - 1].lower in lexicon("particles")):
        first -= 1
    of_people = words[last].lower in lexicon("peoples")
    told = first > 0 and first <= last and words[first - 1].lower == "the" and not of_people
    return (first, last) if told and _is_unknown(words, first, last, owner) else None


def _opening(words: list[Word], noun: Word) -> int:
    """Where the article of a noun stands, some words before it; 0 where there is none."""
    at = noun.i - 1
    while at > 0 and noun.i - at < LABEL and (words[at].pos in {"ADJ", "NOUN", "PROPN"} or words[at].tag in _WITHIN):
        at -= 1
    return at if at > 0 and words[at].lower in {"a", "an", "the"} else 0


def _is_of_label(word: Word, owner: Sequence[Name | None]) -> bool:
    """Whether a word with a capital may be one of a company's name."""
    held = owner[word.i]
    named = held is None or held.kind in {"place", "state", "adjective"}
    opens = not word.i and word.pos in {"ADP", "SCONJ"}  # "IN Geneva, the refugee agency said"
    return named and is_capital(word) and not (opens or is_role(word) or word.lower in lexicon("calendar"))


def _is_unknown(words: list[Word], first: int, last: int, owner: Sequence[Name | None]) -> bool:
    """Whether a name is neither a person's, by its first word, nor a state's or a place's alone."""
    given = words[first].lower not in lexicon("particles") and given_name_gender(words[first].text) is not None
    return not given and not all(owner[first : last + 1])
