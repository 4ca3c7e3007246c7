"""Where: countries, cities, regions and sites that a phrase names, with their states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.descriptions import country_beside
from dipevents.mentions.former import state_in
from dipevents.mentions.words import lexicon
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.record import trusted
from dipevents.reading.clauses import phrase

if TYPE_CHECKING:
    from dipevents.mentions.identity import Registry
    from dipevents.reading.sentence import Word

__all__ = ["read_place"]

NEAR = 6
"""Words between a place and the state that is named beside it."""


def read_place(registry: Registry, word: Word, article: str) -> Place | None:
    """The place that a word gives, with its state where the name or its neighbours tell it."""
    name = registry.names.get(word)
    if name is not None:
        if name.kind not in {"state", "capital", "place"}:
            return None
        evidence = Evidence.of(article, name.start, name.end)
        code = name.country or _neighbour(registry, word)
        country = code if name.kind == "state" else state_in(code, registry.year)
        return trusted(Place, name=name.text, country=country, evidence=evidence)
    states = [e for e in registry.links.get(word, ()) if e.kind == "state"]
    if len(states) == 1 and word.pos != "PRON":
        return Place(
            name=states[0].name, country=states[0].country, evidence=Evidence.of(article, word.start, word.end)
        )
    if word.lemma in lexicon("place_nouns") and (code := country_beside(registry, word)):
        first, _ = phrase(word, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct", "det"))
        quoted = Evidence.of(article, first.start, word.end)
        return Place(name=" ".join(quoted.text.split()), country=code, evidence=quoted)
    return None


def _neighbour(registry: Registry, word: Word) -> str | None:
    """The state behind a comma or before it ("Goma, Congo", "the Turkish city of Adana", "Sanaa in Yemen")."""
    words = word.sentence.words
    name = registry.names[word]
    for i in range(name.last + 1, min(name.last + 4, len(words))):
        other = registry.names.get(words[i])
        if other is not None and other.kind == "state":
            return other.country
        if words[i].text not in {",", "in", "(", "of"} and other is None:
            break
    for i in range(name.first - 1, max(name.first - NEAR, -1), -1):
        other = registry.names.get(words[i])
        if other is not None and other.kind in {"state", "adjective"}:
            return other.country
        if words[i].is_verb or words[i].text in {",", ";"}:
            break
    return None
