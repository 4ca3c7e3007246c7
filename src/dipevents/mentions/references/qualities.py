"""What the words around an office or a body say of whom it means: "the PERUVIAN minister", "the head OF THE COURT"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.mentions.identity import BODIES, Entry
from dipevents.mentions.words import CHOSEN, is_role, lexicon
from dipevents.reading.clauses import phrase

if TYPE_CHECKING:
    from dipevents.mentions.identity import Registry
    from dipevents.reading.sentence import Word

__all__ = ["FORMS", "Qualities", "qualities_of", "unnamed_sort"]

NEW = frozenset({"a", "an", "another"})
PHRASES = frozenset({"of", "for", "at", "from", "in"})
"""Prepositions of what tells one of several apart: "the minister OF FINANCE", "the envoy IN LIMA"."""
ANYWHERE = frozenset({"chancellor", "emir", "king", "minister", "monarch", "premier", "president", "queen", "sultan"})
"""Offices that are held at no post abroad."""
FORMS = {"defense": "defence", "labor": "labour"}


@dataclass(frozen=True, slots=True)
class Qualities:
    """What the words around a role noun say: state, bodies, further modifiers, and whether a phrase tells it apart."""

    country: str | None
    bodies: frozenset[Entry]
    modifiers: frozenset[str]
    told: bool


def qualities_of(registry: Registry, word: Word) -> Qualities:
    """What stands with a noun, and in its phrases with "of"."""
    country, bodies, modifiers = None, set(), set()
    owners = {c: c if c.dep in {"amod", "compound", "poss", "nmod"} else _owner(registry, c) for c in word.children}
    for child in (owner for owner in owners.values() if owner is not None):
        held = registry.names.get(child)
        linked = registry.links.get(child, ()) if child.tag != "PRP$" else ()
        entry = registry.by_name.get(held) if held is not None else linked[0] if len(linked) == 1 else None
        if entry is not None and entry.kind in BODIES:
            bodies.add(entry)
        elif held is not None:
            country = held.country or country
        elif entry is not None:
            country = entry.country or country
        elif child.text.isalpha() and child.dep != "poss":
            modifiers.add(FORMS.get(child.lower, child.lower))
    told = any(
        (c.dep in {"relcl", "acl", "appos"} and not _is_added(c) and not _is_said(c))
        or (c.dep == "prep" and c.lower in PHRASES and owners[c] is None and not _is_scene(word, c))
        for c in word.children
    )
    return Qualities(country, frozenset(bodies), frozenset(modifiers), told)


def _owner(registry: Registry, prep: Word) -> Word | None:
    """The state or body that an office is of: "the president OF PERU", "the head OF THE COURT OF ARBITRATION"."""
    if prep.dep != "prep" or prep.lower != "of":
        return None
    inner = next((c for c in prep.children if c.dep == "pobj"), None)
    held = registry.names.get(inner) if inner is not None else None
    entry = registry.by_name.get(held) if held is not None else None
    alone = inner is not None and not any(c.dep == "conj" for c in inner.children)
    return inner if alone and entry is not None and entry.kind in BODIES | {"state"} else None


def _is_scene(office: Word, prep: Word) -> bool:
    """Whether a phrase only tells where somebody is met: "will receive the president IN LIMA"."""
    where = prep.lower == "in" and office.lemma in ANYWHERE
    return where and any(c.dep == "pobj" and c.pos == "PROPN" for c in prep.children)


def _is_added(clause: Word) -> bool:
    """Whether a relative clause only adds to who is known already: "the envoy, WHO CAME FROM OSLO, …"."""
    first, _ = phrase(clause)
    words = clause.sentence.words
    return clause.dep == "relcl" and first.lower in {"which", "who", "whose"} and words[first.i - 1].text == ","


def _is_said(noun: Word) -> bool:
    """Whether an apposition only says what somebody is, too: "the general, AN engineer by training, …"."""
    return noun.dep == "appos" and any(c.lower in {"a", "an"} for c in noun.children)


def unnamed_sort(word: Word) -> str | None:
    """What an unnamed noun phrase is: "person", "body", "many", or None for what cannot act."""
    if word.pos not in {"NOUN", "PROPN"}:
        return None
    plural = word.tag in {"NNS", "NNPS"}
    if word.lower in lexicon("groups") or word.lemma in lexicon("groups"):
        return "many" if plural else "body"
    chosen = word.lower in CHOSEN and is_role(word)  # "the president-ELECT"
    if chosen or word.lemma in lexicon("offices") or word.lemma in lexicon("persons"):
        return "many" if plural else "person"
    if word.lemma in lexicon("bodies"):
        return "many" if plural else "body"
    if plural:
        return "many" if word.lemma in lexicon("crowds") else None
    return "person" if _is_stranger(word) else None


def _is_stranger(word: Word) -> bool:
    """Whether a noun brings in somebody unknown and private: "a carpenter", "another driver"."""
    new = any(c.dep == "det" and c.lower in NEW for c in word.children)
    return new and any(word.lemma in lexicon(name) for name in ("callings", "crowds", "strangers"))
