"""Names of persons behind the body that they lead: "the head of the Centre for Polar Studies ADA HOLT"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import given_name_gender
from dipevents.mentions.names.persons import is_name_part, titles
from dipevents.mentions.words import is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["leading"]

LONGEST_BODY = 12
"""Words between somebody's role and his name in which a body's name may stand."""

_CHAMBERS = frozenset(
    {"assembly", "committee", "congress", "conference", "council", "duma", "house", "parliament", "senate", "soviet"}
)
"""Bodies that somebody presides over, with no name of their own behind them."""


def leading(owner: Sequence[Name | None], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Names behind a body that their bearer leads, where both look like one name.

    "The head of the Centre for Polar Studies ADA HOLT said": behind "head of", a given name before a verb of persons;
    "Speaker of the National Assembly HENG SOKHA met": behind a chamber or its state, any name before a verb.
    """
    words = sentence.words
    for verb in [w for w in words[4:] if w.is_verb or w.pos == "AUX"]:
        last = verb.i - 1
        while last > 4 and (words[last].lower in {"also", "here"} or words[last].lower in lexicon("calendar")):
            last -= 1  # "the Centre for Polar Studies Ada Holt FRIDAY said"
        if not is_name_part(words[last]) or given_name_gender(words[last].text):
            continue  # of more than one word none ends so
        first = last
        while first > max(3, last - 3) and is_name_part(words[first]) and not given_name_gender(words[first].text):
            if _is_headed(owner, words, first, last):
                break
            first -= 1
        span, before = words[first : last + 1], words[first - 1]
        headed = _is_headed(owner, words, first, last)
        named = verb.lemma in lexicon("human_verbs") and given_name_gender(words[first].text)
        if first == last or not (named or headed) or any(w.lower in lexicon("bodies") for w in span):
            continue
        if not is_capital(before) or before.lower.rstrip(".") in titles() or given_name_gender(before.text):
            continue
        known = any(n is not None and n.known is not None for n in owner[first - (not headed) : last + 1])
        if not known and _leads(words, first - 2):
            yield first, last


def _is_headed(owner: Sequence[Name | None], words: list[Word], first: int, last: int) -> bool:
    """Whether a name stands right behind a chamber or its state: "of the Senate of Chad | ADA HOLT"."""
    before, held = words[first - 1], owner[first - 1]
    if first == last or not all(map(is_name_part, words[first : last + 1])):
        return False
    if before.lower in _CHAMBERS:
        return is_capital(before)
    of = (
        words[held.first - 1 - (words[held.first - 1].lower == "the")]
        if held is not None and held.first > 2
        else before
    )
    chamber = words[of.i - 1].lower
    return (
        held is not None and held.kind == "state" and of.lower == "of" and chamber in _CHAMBERS | {"party", "republic"}
    )


def _leads(words: list[Word], i: int) -> bool:
    """Whether a body's name goes back from here to the role of somebody: "head of the Centre for POLAR"."""
    for at in range(i, max(0, i - LONGEST_BODY), -1):
        if words[at].lower in {"of", "for"} and is_role(words[at - 1]):
            return True
        if not is_capital(words[at]) and words[at].lower not in {"of", "for", "the", "and", "'s", "’s"}:
            return False
    return False
