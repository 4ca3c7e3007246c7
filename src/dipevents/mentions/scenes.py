"""Names of states and bodies that only place or describe something, and do nothing themselves.

at Oslo, in the Kremlin                     where something happens
Chadian police stations                     a thing that is theirs
Treasury Secretary Ana Ruiz                 the field of an office
anti-Zubqa forces                           who is against them
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import seat
from dipevents.mentions.names.no_names import PORTFOLIOS
from dipevents.mentions.words import is_capital, is_role, is_sided_with, lexicon, shared_role

if TYPE_CHECKING:
    from dipevents.mentions.words import Name

__all__ = ["is_locative", "is_of_government", "is_scene", "only_describes"]


def is_of_government(name: Name) -> bool:
    """Whether it is the seat of a government."""
    known = seat(name.known.name) if name.known is not None else None
    return known is not None and known[1] == "government"


def is_scene(name: Name) -> bool:
    """Whether a seat of government is only where something happens: "IN THE KREMLIN"; a chamber acts by those in it."""
    if name.kind != "seat" or name.head.dep != "pobj":
        return False
    before = name.head.head.lower
    if name.known is not None and name.known.name.lower() in lexicon("house_sites"):
        return before in {"from", "on", "to"} or before in lexicon("locative")
    return before in {"in", "near", "outside", "inside"} and is_of_government(name)


def is_locative(name: Name) -> bool:
    """Whether a capital is only a place: "AT Oslo", but not "hit back AT Oslo"."""
    prep = name.head.head
    if name.head.dep != "pobj" or (prep.lower == "at" and prep.head.lemma in lexicon("aimed_at")):
        return False
    around = {"around", "across", "inside", "into", "near", "outside", "through", "throughout", "via"}
    return prep.lower in around | {"at", "in"}


def only_describes(name: Name) -> bool:
    """Whether a body is only told beside a thing, an office or its foes: "POLICE stations", "TREASURY Secretary"."""
    words, last = name.sentence.words, name.words[-1]
    if is_sided_with(words, name.first):
        return True
    at = name.last + 1
    while at + 1 < len(words) and words[at].lower in lexicon("ranking"):
        at += 1
    if last.lower in lexicon("state_body_fields") and at < len(words) and words[at].lower in PORTFOLIOS:
        return True
    noun = name.head.head
    if (
        name.kind == "igo"
        or last.lower not in lexicon("state_bodies")
        or name.head.dep not in {"amod", "compound", "nmod"}
    ):
        return False
    lent = name.known is None and name.words[0].text[-1] == "."  # "U.S. Military bases"
    if noun.i <= name.last or is_capital(noun) or (is_capital(last) and not lent):
        return False
    acting = any(noun.lemma in lexicon(acts) for acts in ("body_acts", "selling", "trading"))
    return not (is_role(noun) or shared_role(noun) or noun.lemma in lexicon("groups") or acting)
