"""Actors without a name: "a Russian delegation", "analysts", "three officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import phrase

if TYPE_CHECKING:
    from dipevents.mentions.identity import Registry
    from dipevents.reading.sentence import Word

__all__ = ["country_beside", "describe"]


def describe(registry: Registry, word: Word) -> tuple[str, str, int, int] | None:
    """Name, kind, start and end of the unnamed actor of a noun phrase; None where its noun cannot act."""
    if word.pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    name = registry.names.get(word)
    plural = word.tag in {"NNS", "NNPS"} or (name is not None and name.kind == "adjective")
    kind = _kind(word, plural)
    if kind is None:
        return None
    first, _ = phrase(word, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct"))
    if first.lower == "the" and first.i < word.i:
        first = word.sentence.words[first.i + 1]
    base = word.sentence.start
    text = " ".join(word.sentence.text[first.start - base : word.end - base].split())
    return text, kind, first.start, word.end


def _kind(word: Word, plural: bool) -> str | None:
    low, lemma = word.lower, word.lemma
    if lemma in lexicon("offices") or lemma in lexicon("persons"):
        return "group" if plural else "person"
    if low in lexicon("groups") or lemma in lexicon("groups"):
        return "group"
    if low in lexicon("bodies") or lemma in lexicon("bodies"):
        return "group" if plural and lemma != "government" else "organization"
    return "group" if plural and word.pos != "NOUN" else None


def country_beside(registry: Registry, word: Word) -> str | None:
    """The state of a noun phrase: its adjective, its owner, its of-phrase."""
    own = registry.names.get(word)
    if own is not None and own.country:
        return own.country
    for child in word.children:
        if child.dep in {"amod", "compound", "nmod", "poss"}:
            found = registry.names.get(child)
            if found is not None and found.country and found.kind != "igo":
                return found.country
            for entry in registry.links.get(child, ()):
                if entry.country:
                    return entry.country
    for child in word.children:
        if child.dep == "prep" and child.lower in {"of", "from"}:
            for inner in child.children:
                found = registry.names.get(inner)
                if found is not None and found.country and found.kind != "igo":
                    return found.country
    return None
