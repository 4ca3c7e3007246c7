"""What a title says: the office, its class, rank and time words, and the gender that it tells.

Pattern: [time or rank words] office [of / for / to …], as in "former deputy foreign minister", "Minister for Defence",
"acting President", "professor of international studies". The words come from `data/offices.toml`; whose office it is
(a country's adjective, a body) is not read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Office", "honorific_gender", "is_honorific", "office"]

_TAIL = re.compile(r"\s(?:of|for|to|at|in|on)\s")
_SHORT_NAMES = {"PM": "prime minister", "FM": "foreign minister", "DM": "defense minister"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office or trade as a title names it.

    Attributes:
        title: The office in lower case, without the words before and after it.
        category: Its class: state, military, international, party, religious, journalist, expert, business, civil,
            speaker (acts for whoever it belongs to) or attendant (belongs to another person).
        rank: Words of rank before it ("deputy", "vice"), in order.
        former: Whether it is a past one ("former", "ex-").
        acting: Whether it is held for the time being or not yet ("interim", "designate", "-elect").
        gender: `f` or `m` where the word tells ("spokeswoman", "king"), else None.
    """

    title: str
    category: str
    rank: tuple[str, ...] = ()
    former: bool = False
    acting: bool = False
    gender: str | None = None


@cache
def _categories() -> Mapping[str, str]:
    words = read_words("offices")
    found = {title.casefold(): category for category, titles in words["offices"].items() for title in titles}
    found |= dict.fromkeys(words["ties"]["attendants"], "attendant")
    return found | dict.fromkeys(words["ties"]["speakers"], "speaker")


@cache
def _genders() -> Mapping[str, str]:
    words = read_words("offices")
    return dict.fromkeys(words["gender"]["woman"], "f") | dict.fromkeys(words["gender"]["man"], "m")


@cache
def _honorifics() -> Mapping[str, str | None]:
    words = read_words("offices")["honorifics"]
    either: dict[str, str | None] = dict.fromkeys(words["either"])
    return either | dict.fromkeys(words["woman"], "f") | dict.fromkeys(words["man"], "m")


@cache
def _modifiers(table: str) -> frozenset[str]:
    return frozenset(word.rstrip("-") for word in read_words("offices")["modifiers"][table])


def is_honorific(word: str) -> bool:
    """Whether the word stands before a name and is no part of it, with or without full stops.

    Example:
        >>> is_honorific("Mr."), is_honorific("Lt. Gen."), is_honorific("Kim")
        (True, True, False)
    """
    return word.casefold().replace(".", "").strip() in _honorifics()


def honorific_gender(word: str) -> str | None:
    """`f` or `m` where an honorific tells, else None.

    Example:
        >>> honorific_gender("Mrs."), honorific_gender("Sir"), honorific_gender("Dr")
        ('f', 'm', None)
    """
    return _honorifics().get(word.casefold().replace(".", "").strip())


def _longest_title(words: list[str]) -> int | None:
    """Where the longest office at the end of the words begins."""
    known = _categories()
    starts = range(max(0, len(words) - 7), len(words))
    return next((start for start in starts if " ".join(words[start:]) in known), None)


def _head(words: str) -> tuple[list[str], bool]:
    """The words up to the office's last word, and whether what stands behind it says that it is not yet held."""
    plain = _SHORT_NAMES.get(words.strip(), words)
    whole = re.sub(r"\bex-(?=\w)", "ex ", plain.casefold().strip(" ,;"))
    if whole not in _categories():
        # "secretary of state for defence": an office may hold an "of", so the longest one counts
        ends = [match.start() for match in _TAIL.finditer(whole)][:4]
        whole = next((whole[:end] for end in reversed(ends) if _longest_title(whole[:end].split()) is not None), whole)
    ending = next((end for end in _modifiers("after") if re.search(rf"[-\s]{end}$", whole)), None)
    if ending and whole not in _categories():
        return whole[: -len(ending) - 1].split(), ending != "emeritus"
    return whole.split(), whole.endswith("-elect")


def office(words: str) -> Office | None:
    """The office that a title names, or None where it names none.

    Words that are neither office nor rank nor time (adjectives of countries, names of bodies) are passed over.

    Example:
        >>> office("South Korean Vice Defense Minister")
        Office(title='defense minister', category='state', rank=('vice',), former=False, acting=False, gender=None)
        >>> office("professor of international studies").category, office("former U.S. ambassador to Kyiv").former
        ('expert', True)
        >>> office("Minister for Defence").category, office("president-elect").acting, office("table") is None
        ('state', True, True)
    """
    head, not_yet = _head(words)
    start = _longest_title(head)
    if start is None:
        return None
    title, before = " ".join(head[start:]), head[:start]
    rank = tuple(word for word in before if word in _modifiers("rank"))
    pending = not_yet or any(word in _modifiers(table) for word in before for table in ("temporary", "future"))
    former = any(word in _modifiers("past") for word in before)
    gender = _genders().get(title) or _genders().get(head[-1])
    return Office(title, _categories()[title], rank, former, pending, gender)
