"""Companies whose names the model cuts at "and", or behind a state's adjective, so that a trade and a form are left.

Zubqa | and Wireless Plc, Rimdal | American | Manufacturing Co

Also the societies that go by a state and a name of many: the Chadian | Red Cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.names.no_names import FORMS
from dipevents.mentions.words import Name, is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["whole_companies", "with_form"]

_EMBLEMS = frozenset({"crescent", "cross"})
LONGEST = 5
"""Words before the trade that a name may have."""


def whole_companies(sentence: Sentence, owner: Sequence[Name | None]) -> list[Name]:
    """The names that end in a trade and a form: "ZUBQA AND WIRELESS PLC"."""
    found, words = [], sentence.words
    for word in [w for w in words[2:] if w.lower.rstrip(".") in FORMS and is_capital(w) and owner[w.i] is None]:
        trade = word.i
        while trade > 1 and words[trade - 1].lower in lexicon("trades") and is_capital(words[trade - 1]):
            trade -= 1
        at = trade - 1
        joined = words[at].lower in {"and", "&"}
        if trade == word.i or not (joined or _is_adjective(owner, at)):
            continue
        first = at - joined
        while first > max(0, trade - LONGEST) and _is_part(words, owner, first - 1):
            first -= 1
        if _is_part(words, owner, first):
            inside = (n.country for n in owner[first : word.i] if n is not None and n.kind != "adjective")
            found.append(Name(sentence, first, word.i, "organization", next(inside, None)))
    return [*found, *_relief_societies(sentence, owner)]


def _relief_societies(sentence: Sentence, owner: Sequence[Name | None]) -> Iterator[Name]:
    """A state's own society of a movement that many have one of: "the CHADIAN RED CROSS"."""
    words = sentence.words
    for emblem in sentence.words_among(_EMBLEMS):
        at = emblem.i - 2 - (emblem.i > 2 and words[emblem.i - 2].text == "Arab")
        held = owner[at] if at >= 0 and words[emblem.i - 1].text == "Red" and is_capital(emblem) else None
        if held is not None and held.kind == "adjective":
            society = words[min(emblem.i + 1, len(words) - 1)].text == "Society"
            yield Name(sentence, held.first, emblem.i + society, "organization", held.country)


def with_form(words: Sequence[Word], last: int) -> int:
    """The end of a known company's name with its legal form: "Lemma CORP", "Lemma CO LTD"."""
    while last + 1 < len(words) and is_capital(words[last + 1]) and words[last + 1].lower.rstrip(".") in FORMS:
        last += 1
    return last


def _is_adjective(owner: Sequence[Name | None], at: int) -> bool:
    held, before = owner[at], owner[at - 1] if at else None
    return held is not None and held.kind == "adjective" and before is not None and before.kind == "organization"


def _is_part(words: Sequence[Word], owner: Sequence[Name | None], at: int) -> bool:
    """Whether a word may belong to a company's name: with a capital, and no office, day, noun for bodies or state."""
    word, held = words[at], owner[at]
    if not is_capital(word) or is_role(word) or word.pos not in {"ADJ", "NOUN", "PROPN"}:
        return False
    common = word.lower in lexicon("calendar") or word.lower in lexicon("bodies")
    return not common and (held is None or held.kind in {"adjective", "organization", "place"})
