"""Which bodies employ experts, and which speak as experts themselves.

the Oslo Institute, Lagos University            a word of its name
the Atlantic Council                            known by its whole name
Nordvakt, a think tank in Oslo                  said of it
ship brokers Dahl Ruiz                          the trade of its people before its name
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.nouns import PLURALS
from dipevents.mentions.gazetteer import is_called
from dipevents.mentions.words import lexicon as actor_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.sentence import Word

__all__ = ["institution", "is_called_think_tank", "is_company", "is_tank", "is_think_tank", "is_unplaced", "text_of"]

_CAPITALS = re.compile(r"(?:[A-Z][\w.&'-]*\s+)+$")
_RATING = frozenset({"rating", "ratings"})
_REACH = 8
"""Words of an apposition in which "think tank" is looked for."""


def is_company(words: Iterable[str]) -> bool:
    """Whether the words of a name are those of a company: "Holt Research Inc."."""
    return any(w.lower().strip(".,") in lexicon("companies") for w in words)


def is_think_tank(name: str) -> bool:
    """Whether a body of this name judges when it speaks itself."""
    words = name.lower()
    if not lexicon("periodicals").isdisjoint(words.split()):
        return False
    if _by_name("institutes").search(name):
        return True
    if is_company(words.split()) or not lexicon("unplaced").isdisjoint(words.split()):
        return False
    if any(f"{trade} institute" in words for trade in lexicon("trades")):
        return False
    return any(w in words.split() or (" " in w and w in words) for w in lexicon("think_tanks"))


def is_called_think_tank(first: Word, last: Word) -> bool:
    """Whether a body's name stands beside what it is: "the Nordvakt think tank", "Nordvakt, a research firm"."""
    words = first.sentence.words
    before, behind = words[max(0, first.i - 1) : first.i], words[last.i + 1 : last.i + 2 + _REACH]
    if len(behind) > 1 and behind[0].text in {",", "("}:
        closed = (n for n, w in enumerate(behind) if n and (w.text in {",", ")"} or (w.is_verb and w.tag != "VBN")))
        stop = next(closed, len(behind))
        return behind[1].lower in {"a", "an", "the", "one"} and any(map(is_tank, behind[1:stop]))
    return any(map(is_tank, (*before, *behind[:2])))


def is_tank(word: Word) -> bool:
    """Whether a noun tells a body that judges: "think TANK", "ratings AGENCY", "research FIRM", "CONSULTANCY"."""
    before = word.sentence.words[word.i - 1].lower if word.i else ""
    if word.lower == "tank":
        return before in {"think", "-"}
    if word.lower in {"agency", "company", "firm", "group", "house"}:
        return before in lexicon("advising") and (word.lower != "agency" or before in _RATING)
    return word.lower in {"consultancy", "thinktank", "think-tank"}


def institution(words: list[Word], placed: bool) -> str | None:
    """The name of a body that employs experts among words, from its first capital; also without one for a position."""
    known = _known(words, placed) or _of_trade(words)
    if known is not None:
        return known
    named = [w for w in words if (w.lower in lexicon("bodies") and not _is_service(w)) or _is_think(w)]
    named = named if named or placed else [w for w in words if _is_bank(w)]  # a bank's own managers judge their trade
    called = [w for w in words if w.text[:1].isupper() and w.lower != "the"] if not named else []
    if called and is_called_think_tank(called[0], words[-1]):
        return text_of(called[0], words[-1])  # "a partner at NORDVAKT, a consultancy"
    if not named or any(is_unplaced(w) or is_called(w.text, "party") for w in words if w.i < named[0].i):
        return None
    behind = next((w.i for w in words if w.i > named[0].i and w.pos == "ADP"), words[-1].i + 1)
    if any(w.lower in lexicon("unplaced") for w in words if named[0].i < w.i < behind):
        return None  # "the Foreign Relations Committee"
    if placed and is_company(w.text for w in words) and not any(map(_is_department, named)):
        return None
    if not placed and not any(w.text[:1].isupper() or _is_named(w) for w in named):
        return None  # "of the church and school in Ashburn"
    capital = next((w for w in words if w.text[:1].isupper() and w.lower != "the"), None)
    if capital is None and (not placed or len([w for w in words if w.pos != "DET"]) < 2):
        return None  # "director of program"
    return text_of(capital or words[0], words[-1])


def _of_trade(words: list[Word]) -> str | None:
    """The name of a house behind the trade of its people, who judge: "of Peruvian ship BROKERS DAHL RUIZ"."""
    trades = lexicon("experts", "broking")
    for noun, name in pairwise(words):
        if noun.tag in PLURALS and noun.lemma in trades and name.pos == "PROPN" and noun.text.islower():
            return text_of(name, words[-1])
    return None


def _is_service(noun: Word) -> bool:
    """Whether a body serves a firm or a trade: "director of investor RELATIONS", "head of the export INSTITUTE"."""
    served = {"relations": "services", "institute": "trades"}.get(noun.lower)
    return served is not None and noun.i > 0 and noun.sentence.words[noun.i - 1].lower in lexicon(served)


def _is_bank(noun: Word) -> bool:
    """Whether a word of a name is that of a bank or broker, but not of a state's: "Danske BANK", "BROKERAGE Holt"."""
    before = noun.sentence.words[noun.i - 1].lower if noun.i else ""
    return noun.lower in lexicon("banks") and before not in actor_words("state_banks")


def _is_think(noun: Word) -> bool:
    return noun.lower == "tank" and is_tank(noun)


def _is_department(noun: Word) -> bool:
    """Whether a word of a body names what judges in a company: "Holt Bank Ltd's ECONOMICS department"."""
    behind = noun.sentence.words[noun.i + 1 : noun.i + 2]
    return noun.lower in {"economics", "research"} and any(w.lower in lexicon("departments") for w in behind)


def _known(words: list[Word], placed: bool) -> str | None:
    """A body known by its whole name among words, with what begins it: "the INTERNATIONAL CRISIS GROUP"."""
    whole = text_of(words[0], words[-1]) if words else ""
    if is_called(whole.removeprefix("the "), "think_tank"):
        return whole.removeprefix("the ")
    lists = ("institutes", "universities") if placed else ("institutes", "universities", "houses")
    found = next(filter(None, (_by_name(names).search(whole) for names in lists)), None)
    if found is None:
        return None
    start = whole[: found.start()].rpartition("based ")[2]
    title = _CAPITALS.search(start)
    return whole[found.start() - (len(title[0]) if title else 0) :].partition('"')[0].strip()


@cache
def _by_name(names: str) -> re.Pattern[str]:
    ordered = sorted(lexicon(names), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def is_unplaced(noun: Word) -> bool:
    """Whether a noun names no institution of experts: "the Relations Committee", "a delegation to the Forum"."""
    common = noun.text.islower() and noun.lemma in lexicon("unplaced_common")
    return common or noun.lemma in lexicon("unplaced") or noun.lower in lexicon("unplaced")


def _is_named(noun: Word) -> bool:
    """Whether a common noun stands beside the name of a body: "consultancy Holt & Co.", "consulting firm Holt"."""
    words = noun.sentence.words
    behind = words[noun.i + 1 : noun.i + 3]
    if behind and behind[0].pos == "NOUN":
        behind = behind[1:]
    beside = [*words[max(0, noun.i - 1) : noun.i], *behind[:1]]
    return any(w.pos == "PROPN" for w in beside)


def text_of(first: Word, last: Word) -> str:
    """The words of a stretch as they are written."""
    sentence = first.sentence
    return sentence.text[first.start - sentence.start : last.end - sentence.start]
