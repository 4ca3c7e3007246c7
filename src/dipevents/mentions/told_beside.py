"""What a person's name and the words beside it tell of the person: the states, the gender, and whether one is royal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import given_name_gender, leader
from dipevents.mentions.words import is_role, lexicon

if TYPE_CHECKING:
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name

__all__ = ["gender_of", "is_royal", "states_beside"]


def states_beside(name: Name, titles: list[Title], body: Name | None) -> set[str]:
    """The states of a person by the words beside one of its names, or by what is known of the name."""
    if name.known is not None and name.known.kind == "leader" and name.country:
        return {name.country}
    beside = [n for t in titles if (t.shared or is_role(t.noun)) for n in t.belonging] + (
        [body] if body is not None else []
    )
    return {n.country for n in beside if n.country and n.kind in {"state", "adjective"}}


def is_royal(name: Name, titles: list[Title]) -> bool:
    """Whether a name is that of a king, a queen, or their like, who go by first names."""
    known = name.known.name.split()[0].lower() if name.known is not None else ""
    return not lexicon("royal").isdisjoint([known, name.honorific or "", *(t.office for t in titles)])


def gender_of(name: Name, titles: list[Title]) -> str | None:
    """The gender of a person ("f", "m") by the words beside a name, or by the name; None where neither tells."""
    words = [name.honorific or "", *(t.office for t in titles)]
    if any(w in lexicon("female") for w in words):
        return "f"
    if any(w in lexicon("male") for w in words):
        return "m"
    if name.known is not None and name.known.kind == "leader" and (known := leader(name.known.name)) is not None:
        return known.gender
    surname_first = (
        len(name.words) > 2 and name.words[-2].text == "-" and name.words[-1].text.islower()
    )  # "Lee Soo-jin"
    first = given_name_gender(name.words[0].text) if len(name.words) > 1 and not surname_first else None
    return first if first in {"f", "m"} else None
