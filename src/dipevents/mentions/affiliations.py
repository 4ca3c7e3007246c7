"""The body that stands beside a person's name: "Lars Hovland of the Tromso Institute"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.title import POSSESSIVE
from dipevents.mentions.titles import BODIES, REACH
from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["read_affiliation"]


def read_affiliation(name: Name, names: Mapping[Word, Name]) -> Name | None:
    """The body behind a person's name: "Lars Hovland of THE TROMSO INSTITUTE", "who teaches at LAGOS UNIVERSITY"."""
    words = name.sentence.words
    for clause in name.head.children:
        if clause.dep == "relcl" and clause.lemma in lexicon("working"):
            return _workplace(words, clause.i + 1, names)
    at = name.behind
    if at < len(words) and words[at].text in {",", "("}:
        at += 1
    if at + 1 < len(words) and words[at].lower == "who" and words[at + 1].lemma in lexicon("working"):
        return _workplace(words, at + 2, names)
    if at < len(words) and words[at].lower in {"of", "from", "at", "with"}:
        if words[at].lower == "at" and name.head.dep == "dobj" and name.head.head.lemma in lexicon("meetings"):
            return None  # "received Dudek at THE WHITE HOUSE"
        at += 1
        if at < len(words) and words[at].lower in {"the", "a"}:
            at += 1
        if (told := _told(words, at, names)) is not None:
            return told
        found = names.get(words[at]) if at < len(words) else None
        behind = words[found.last + 1] if found is not None and found.last + 1 < len(words) else None
        meeting = behind is not None and behind.is_noun and behind.lemma in lexicon("meetings")
        other = meeting or (behind is not None and behind.text in POSSESSIVE)
        if found is not None and found.kind in BODIES | {"state", "place"} and not other:
            return found  # not "a letter to Dudek from NORWAY's envoy", "met Dudek at the NATO summit"
    return None


def _told(words: list[Word], at: int, names: Mapping[Word, Name]) -> Name | None:
    """The body behind what it is told to be, and where: "of the Oslo think tank NORDVAKT", "of brokerage HOLT"."""
    for word in words[at : at + REACH]:
        held = names.get(word)
        if held is not None and held.kind in BODIES:
            before = words[word.i - 1]
            return held if word.i > at and before.tag == "NN" and before.text.islower() else None
        if held is None and not (word.pos in {"NOUN", "ADJ"} or word.text == "-" or word.lower == "based"):
            return None
    return None


def _workplace(words: list[Word], first: int, names: Mapping[Word, Name]) -> Name | None:
    """The first body behind "who heads", "who tracks missiles FOR", within the clause."""
    watched = words[first - 1].lemma in lexicon("watching")
    for word in words[first : first + REACH]:
        if word.text in {",", ";", ".", ")"} or word.text[0] in '"“”':
            return None
        held = names.get(word)
        watched = watched and word.lower not in {"at", "for", "with"}
        if held is not None and held.kind in BODIES and not watched:
            return held
    return None
