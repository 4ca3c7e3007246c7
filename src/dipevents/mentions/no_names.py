"""Words with capitals that name nobody beside a person's name or at the end of a report.

Secretary of | State | Rex Tillerson            a part of the office, which the model takes into the name
Deputy | Prime | Minister Ana Ruiz              a word of the office between two roles
the aircraft carrier | Admiral Holt             a ship
Tor-M2E                                         a designation
(AFP, AP, Reuters)                              who is credited with a whole report does nothing in it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import given_name_gender, group
from dipevents.mentions.words import is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.reading.sentence import Word

__all__ = ["credited", "is_designation", "is_of_office", "is_ship", "without_offices"]

PORTFOLIOS = frozenset({"secretary", "minister", "ministers"})
"""Offices that are "of" a field: "Secretary of State", "Minister of Trade and Industry"."""
CREDITS = 12
"""Words of a list of agencies in brackets."""


def without_offices(words: Sequence[Word], entities: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The entities without the fields of offices; the person of "of STATE REX TILLERSON" is left."""
    for first, last, label in entities:
        if first < 2 or words[first - 1].lower not in {"of", "for"} or words[first - 2].lower not in PORTFOLIOS:
            yield first, last, label
            continue
        fields = lexicon("state_body_fields")
        if label == "GPE" or (label == "ORG" and words[first].lower not in fields):
            yield first, last, label  # "the minister of Peru", "the secretary of Sinn Fein"
            continue
        begin = next((i for i in range(first, last) if given_name_gender(words[i].text)), None)
        if begin is not None:
            yield begin, last, "PERSON"
        elif last > first:
            yield first, last, label  # a person's name may follow, which must not take its words


def is_of_office(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether one word stands between a role and a role: "Deputy PERMANENT Representative", "chief CABINET aide"."""
    if first != last or first == 0 or last + 1 >= len(words) or given_name_gender(words[first].text):
        return False
    return is_role(words[first - 1]) and is_role(words[last + 1])


def is_ship(words: Sequence[Word], first: int) -> bool:
    """Whether a ship is named for a person: a noun of ships stands before the name, or before its rank."""
    at = first - 1
    while at > 0 and words[at].pos == "PROPN" and is_role(words[at]):
        at -= 1
    return at >= 0 and words[at].pos == "NOUN" and words[at].lemma in lexicon("warships")


def is_designation(words: Sequence[Word]) -> bool:
    """Whether letters and digits stand in one word: no name of somebody."""
    return any(any(map(str.isdigit, w.text)) and any(map(str.isalpha, w.text)) for w in words)


def credited(words: Sequence[Word], first: int) -> bool:
    """Whether a name stands in a bracket with nothing but news agencies: "(AFP, AP, Reuters)"."""
    begin = next((i for i in range(first, max(-1, first - CREDITS), -1) if words[i].text == "("), None)
    end = next((i for i in range(first, min(len(words), first + CREDITS)) if words[i].text == ")"), None)
    if begin is None or end is None:
        return False
    pieces = " ".join(w.text for w in words[begin + 1 : end]).split(",")
    known = [group(piece.strip()) for piece in pieces]
    return all(one is None or one.category == "news" for one in known) and sum(
        one is not None for one in known
    ) * 2 > len(pieces)
