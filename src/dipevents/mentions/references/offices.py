"""What offices there are, and who holds one: a premier is a leader, a foreign minister none; "minister of defence"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import leader
from dipevents.mentions.references.holders import owners_of
from dipevents.mentions.references.qualities import FORMS
from dipevents.mentions.words import lexicon, ranks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.title import Title
    from dipevents.reading.sentence import Word

__all__ = ["bodies_of", "complement_of", "has_office", "has_rank", "meant_by", "office_words"]

EMPTY = frozenset({"of", "the", "for", "to", "in", "and", "affairs"})
_SECOND = frozenset({"deputy", "vice"})
_WIDE = frozenset({"premier", "analyst", "diplomat"})
"""Among the offices that a noun may stand for, these show that the words before it need not be theirs."""


def office_words(registry: Registry, words: Iterable[Word]) -> frozenset[str]:
    """The words that tell an office: "foreign" and "minister" of "Peru's minister of foreign affairs"."""
    lower = (w.lower for w in words if w not in registry.names)
    parts = (part for low in lower for part in (("prime", "minister") if low == "pm" else (low,)))
    return frozenset(p for p in parts if p.isalpha() and p not in EMPTY and p not in lexicon("passing"))


def complement_of(registry: Registry, word: Word) -> list[Word]:
    """What belongs to an office behind its noun: "secretary OF STATE"; whose office it is does not."""
    words, last = word.sentence.words, word.i
    while last + 1 < len(words) and last - word.i < 5 and words[last + 1] not in registry.names:
        low = words[last + 1].lower
        if low not in EMPTY and low not in lexicon("state_body_fields"):
            break
        last += 1
    return words[word.i + 1 : last + 1]


def bodies_of(registry: Registry, entry: Entry) -> set[Entry]:
    """The bodies to which somebody's titles and affiliations belong."""
    names = [n for t in entry.titles for n in (*t.belonging, *t.placing)] + entry.affiliations
    return {body for n in names if (body := registry.by_name.get(n)) is not None}


@cache
def meant_by(noun: str, modifiers: frozenset[str] = frozenset()) -> frozenset[str]:
    """The offices that a noun may stand for: a president is a leader and an official; a chief needs his field."""
    if noun in {"leader", "ruler", "strongman"}:
        return lexicon("leaders")
    if noun == "diplomat":
        return lexicon("officials") | {"diplomat", "minister"}
    if noun in {"official", "politician", "statesman", "stateswoman"}:
        return lexicon("leaders", "officials")
    if noun in lexicon("experts") and noun != "professor":
        return lexicon("experts")
    kin = () if noun == "chief" and not modifiers else read_words("actors")["kin"].get(noun, ())
    return frozenset((noun, *kin))


def has_office(
    registry: Registry, entry: Entry, nouns: frozenset[str], modifiers: frozenset[str], code: str | None
) -> bool:
    """Whether a person holds such an office by the article's words, or by what is known of the year."""
    for title in _with_those_of_peers(registry, entry):
        if title.office in nouns:
            said = {FORMS.get(w, w) for w in title.role.lower().replace("-", " ").split()}
            said |= {"foreign"} if {"secretary", "state"} <= said else set()
            strict = nouns.isdisjoint(_WIDE)
            if strict and (said - modifiers) & _SECOND:
                continue  # a vice president is no president
            if code and _is_of_firm(title):
                continue  # "the Peruvian PRESIDENT" is not the president of a thinktank
            if title.office == "minister" and "premier" in nouns and "secretary" not in nouns and "prime" not in said:
                continue  # a foreign minister is no leader
            if modifiers <= said or not strict:
                return True
    if not modifiers and has_rank(entry, nouns):
        return True
    if not nouns & lexicon("leaders"):
        return False
    known = leader(entry.name, registry.year)
    if known is None or (code and known.country != code):
        return False
    year = registry.year
    held = {office for office, first, last in known.offices if year is None or first <= year <= (last or 9999)}
    words = [set(office.replace("_", " ").split()) for office in held]
    if "diplomat" in nouns and "premier" not in nouns:
        words = [office for office in words if "prime" not in office]
    elif "premier" in nouns and "secretary" not in nouns:
        words = [office for office in words if "minister" not in office or "prime" in office]
    offices = {word for office in words if not (office - modifiers) & _SECOND for word in office}
    return bool(offices & nouns) and (modifiers <= offices or not modifiers)


def _is_of_firm(title: Title) -> bool:
    """Whether one presides over a body that is no state: "the PRESIDENT of a thinktank"."""
    behind = title.role.lower().partition(" of ")[2].split()
    return title.office in {"president", "leader", "chairman"} and behind[:1] in (["a"], ["an"])


def _with_those_of_peers(registry: Registry, entry: Entry) -> list[Title]:
    """The titles of a person; "her COUNTERPART" holds the office that she holds."""
    peers = (owner for title in entry.titles if title.office == "counterpart" for owner in owners_of(registry, title))
    theirs = (title for peer in peers if peer is not None and peer is not entry for title in peer.titles)
    return [*entry.titles, *(title for title in theirs if title.office != "counterpart")]


def has_rank(entry: Entry, nouns: frozenset[str]) -> bool:
    """Whether one of the offices is told by a rank before the name: "GENERAL Holt"."""
    told = {part for t in entry.titles for part in t.office.split("-")}  # a "Secretary General", a "Vice President"
    held = {(name.honorific or "").rstrip(".") for name in entry.names} - told
    return any(rank in nouns or ranks().get(rank) in nouns for rank in held)
