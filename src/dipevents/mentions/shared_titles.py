"""Titles in the plural, which those who are named together share.

Polish Senators | Jan Kowal and Ada Hora            before the first name
two ministers, | Jan Kowal and Ada Hora,            the noun that the names explain
the ministers of Chad and Peru, | Sow and Soto,     a state each, in their order
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.mentions.titles import REACH, in_title, title_of
from dipevents.mentions.words import shared_role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dipevents.mentions.identity import Entry
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["read_shared", "told_by_noun"]

STATES = frozenset({"state", "adjective", "capital", "place"})
COMPLEMENTING = frozenset({"of", "for"})
APART = frozenset({",", "-", "--", "–", "—"})
JOINING = frozenset({"and", "&"})
BEFORE = frozenset({"amod", "compound", "nmod"})
"""Relations of a title right before its name."""


def read_shared(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The title in the plural that a name shares with those beside it, as each of them holds it; None without one."""
    together = _together(name, names)
    words, first = name.sentence.words, together[0]
    last = first.first - 1
    if len(together) < 2 or last < 0:
        return None
    apposed = words[last].text in APART
    last -= apposed
    begin = last
    while begin >= 0 and last - begin < REACH and _goes_on(words, begin, names):
        begin -= 1
    run = words[begin + 1 : last + 1]
    noun = _office(run)
    if noun is None:
        return None
    title = title_of(run, noun, names, words[begin] if begin >= 0 else None)
    states = [held for held in title.belonging if held.kind in STATES]
    each = len(states) == len(together)
    if apposed and not each and not _explains(first.head, noun):
        return None
    others = [states[together.index(name)]] if each else states if len(states) == 1 else []
    start = next((w for w in run[title.first.i - run[0].i :] if w.pos != "NUM"), noun)
    own = tuple(held for held in title.belonging if held not in states or held in others)
    return replace(title, first=start, last=noun if each else title.last, belonging=own, shared=True)


def told_by_noun(titled: Sequence[tuple[Entry, Name, Title]]) -> dict[Word, tuple[Entry, ...]]:
    """The nouns in the plural that tell several, and whom: "two MINISTERS, Sow and Soto", "RIVALS, Senators Sow and".

    Args:
        titled: Who bears a title, by which name, and the title.
    """
    over = {
        title.noun: name.head.head
        for _, name, title in titled
        if title.noun.head is name.head and name.head.dep == "appos" and name.head.head.tag == "NNS"
    }
    found: dict[Word, tuple[Entry, ...]] = {}
    for holder, _, title in titled:
        noun = over.get(title.noun) if title.noun.dep in BEFORE else title.noun
        if title.shared and noun is not None:
            found[noun] = (*found.get(noun, ()), holder)
    return found


def _explains(name: Word, noun: Word) -> bool:
    """Whether a name behind a comma tells whom a noun means, which both do the same."""
    return name.head is noun if name.dep == "appos" else (name.dep, name.head) == (noun.dep, noun.head)


def _goes_on(words: Sequence[Word], i: int, names: Mapping[Word, Name]) -> bool:
    held = names.get(words[i])
    return in_title(words[i], names) and (held is None or held.kind != "person")


def _office(run: Sequence[Word]) -> Word | None:
    """The noun of a run that ends in one, or goes on with what it is held in: "MINISTERS of Chad and Peru"."""
    for word, behind in zip(reversed(run), (None, *reversed(run)), strict=False):
        if shared_role(word) is not None and (behind is None or behind.lower in COMPLEMENTING):
            return word
    return None


def _together(name: Name, names: Mapping[Word, Name]) -> list[Name]:
    """The persons named in one breath with one, itself included: "Kowal, Hora AND Dudek"; alone where no "and" is."""
    found, ended = [name], False
    while not ended and (step := _next(found[-1], names)) is not None:
        found.append(step[0])
        ended = step[1]
    joined = ended
    while (step := _previous(found[0], names)) is not None and not (step[1] and (joined or found[0] is not name)):
        found.insert(0, step[0])
        joined = joined or step[1]
    return found if joined else [name]


def _next(name: Name, names: Mapping[Word, Name]) -> tuple[Name, bool] | None:
    """The person named right behind another, and whether "and" stands between them."""
    words, at = name.sentence.words, name.last + 1
    if at + 1 < len(words) and words[at].lower == "of" and (held := names.get(words[at + 1])) is not None:
        at = held.last + 1  # "Kowal OF POLAND and Soto"
    begin = at
    while at < len(words) and at - begin < 2 and (words[at].text == "," or words[at].lower in JOINING):
        at += 1
    held = names.get(words[at]) if begin < at < len(words) else None
    if held is None or held.kind != "person":
        return None
    return held, any(w.lower in JOINING for w in words[begin:at])


def _previous(name: Name, names: Mapping[Word, Name]) -> tuple[Name, bool] | None:
    """The person whom another is named right behind, and whether "and" stands between them."""
    words, at = name.sentence.words, name.first - 1
    while at > 0 and name.first - at < 3 and (words[at].text == "," or words[at].lower in JOINING):
        at -= 1
    held = names.get(words[at]) if 0 <= at < name.first - 1 else None
    if held is not None and held.kind in STATES and held.first > 1 and words[held.first - 1].lower == "of":
        held = names.get(words[held.first - 2])
    step = _next(held, names) if held is not None and held.kind == "person" else None
    return (held, step[1]) if held is not None and step is not None and step[0] is name else None
