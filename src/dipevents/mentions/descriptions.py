"""Actors without a name: "a Russian delegation", "analysts", "three officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.equipment_words import is_plural_of_type
from dipevents.mentions.gazetteer import terms_of
from dipevents.mentions.words import is_sided_with, lexicon, long_titles
from dipevents.reading.clauses import fillers, phrase, with_conjuncts

if TYPE_CHECKING:
    from dipevents.mentions.identity import Registry
    from dipevents.reading.sentence import Word

__all__ = ["LED", "beside", "country_beside", "describe", "fronted", "states_of"]

_SENT = frozenset({"coordinator", "emissary", "envoy", "mediator", "rapporteur"})
"""Who is sent to a state, and none of its own: "the special ENVOY FOR CHAD"."""
LED = frozenset({"administration", "cabinet", "government", "regime"})
"""What is called by who leads it: "the BUSH administration"."""


def describe(registry: Registry, word: Word) -> tuple[str, str, int, int] | None:
    """Name, kind, start and end of the unnamed actor of a noun phrase; None where its noun cannot act."""
    if word.pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    name = registry.names.get(word)
    plural = word.tag in {"NNS", "NNPS"} or (name is not None and name.kind == "adjective")
    kind = _kind(word, plural)
    if kind is None:
        return None
    first, _ = phrase(word, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct", "dep"))
    if first.lower == "the" and first.i < word.i:
        first = word.sentence.words[first.i + 1]
    base, end = word.sentence.start, _members_end(word)
    text = " ".join(word.sentence.text[first.start - base : end - base].split())
    return text, kind, first.start, end


def _members_end(word: Word) -> int:
    """Where the phrase of a noun ends, with those who make up a party: "a group OF JAPANESE LAWMAKERS".

    An office keeps what belongs to its title: "the Secretary OF STATE", but "the minister" of Peru.
    """
    if word.lemma not in lexicon("parties"):
        return _office_end(word)
    for child in word.children:
        if child.dep == "prep" and child.lower in {"of", "from"} and child.i == word.i + 1:
            for inner in child.children:
                if inner.dep == "pobj":
                    return phrase(inner, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct"))[1].end
    return word.end


def _office_end(word: Word) -> int:
    words = word.sentence.words
    if word.i + 2 >= len(words) or words[word.i + 1].lower != "of":
        return word.end
    for last in range(min(word.i + 4, len(words) - 1), word.i + 1, -1):
        behind = " ".join(w.lower for w in words[word.i + 1 : last + 1])
        if not {f"{word.lower} {behind}", f"{word.lemma} {behind}"}.isdisjoint(long_titles()):  # "heads of state", too
            return words[last].end
    return word.end


def _kind(word: Word, plural: bool) -> str | None:
    low, lemma = word.lower, word.lemma
    if word.text in lexicon("abstract") and not any(_singles_out(c) for c in word.children):
        return None
    chosen = low in {"elect", "designate"} and any(c.lemma in lexicon("offices") for c in word.children)
    if chosen or lemma in lexicon("offices") or lemma in lexicon("persons"):
        return "group" if plural else "person"
    if low in lexicon("groups") or lemma in lexicon("groups"):
        return "group"
    if low in lexicon("bodies") or lemma in lexicon("bodies"):
        return "group" if plural and lemma != "government" else "organization"
    return "group" if plural and word.pos != "NOUN" and not is_plural_of_type(word.text) else None


def _singles_out(word: Word) -> bool:
    return word.dep in {"det", "nummod", "poss"} or (word.dep in {"amod", "compound"} and word.text[:1].isupper())


def country_beside(registry: Registry, word: Word) -> str | None:
    """The state of a noun phrase: its adjective, its owner, or its phrase with "of", "from", "for" or "in"."""
    own = registry.names.get(word)
    if own is not None and own.country and own.kind != "person":
        return own.country
    apart = word.lemma in lexicon("opposites")  # "SYRIA's neighbours" are not of Syria, nor are "rivals of SYRIA"
    for child in word.children:
        if child.dep in {"amod", "compound", "nmod", "poss"} and not (child.dep == "poss" and apart):
            found = _country(registry, child)
            if found:
                return found
    if word.dep == "conj" and word.tag == "NN" and word.lemma in lexicon("offices") and _is_bare(word):
        return country_beside(registry, word.head)  # "Nepal's king and QUEEN"
    prepositions = _telling(registry, word) - ({"of"} if apart else set())
    for child in word.children:
        if child.dep == "prep" and child.lower in prepositions:
            for inner in child.children:
                found = _country(registry, inner)
                his = any(c.tag == "PRP$" for c in inner.children)  # "a lawmaker OF HIS PARTY"
                if found is None and (his or word.lemma in lexicon("parties")) and inner.dep == "pobj":
                    found = country_beside(registry, inner)
                if found:
                    return found
    return _led_by(registry, word)


def fronted(registry: Registry, word: Word) -> str | None:
    """The state of a bare organ behind the place that opens its sentence: "In LIMA, the GOVERNMENT said"."""
    organ = word.dep == "nsubj" and word.tag in {"NN", "NNP"} and word.lemma in lexicon("of_dateline")
    words = word.sentence.words
    if not organ or words[0].lower not in {"at", "from", "in"} or any(c.dep in {"poss", "prep"} for c in word.children):
        return None
    name = registry.names.get(words[1])
    if name is None or name.kind not in {"capital", "state"} or words[0].head is not word.head:
        return None
    return name.country if name.last + 3 >= word.i - len(word.children) else None


def beside(registry: Registry, word: Word) -> str | None:
    """The state beside whose act one of its men speaks: "CHAD protested, with a ministry SPOKESMAN saying"."""
    act = word.head.head.head
    speaks = word.dep == "nsubj" and word.head.dep == "pcomp" and word.head.head.lower == "with" and act.is_verb
    names = (registry.names.get(c) for c in act.children if c.dep == "nsubj") if speaks else ()
    return next((name.country for name in names if name is not None and name.kind in {"capital", "state"}), None)


def _telling(registry: Registry, word: Word) -> set[str]:
    """The prepositions before whose state somebody is."""
    before = (registry.names.get(c) for c in word.children if c.i < word.i)
    if any(name is not None and name.kind == "igo" for name in before):
        return {"of", "from"}  # "the UN mission in Chad" is no state's
    told = {"of", "from"} if word.lemma in _SENT else {"of", "from", "for"}
    return told if word.lemma in lexicon("movers") else told | {"in"}


def _led_by(registry: Registry, word: Word) -> str | None:
    """The state whose government is called by the surname of who leads it, in the article's year, or None."""
    before = [c for c in word.children if c.dep in {"compound", "nmod", "poss"}] if word.lemma in LED else []
    if registry.year is None or len(before) != 1 or not before[0].text[:1].isupper():
        return None
    terms = terms_of(before[0].lower)
    states = {state for _, state, first, last in terms if first - 1 <= registry.year <= last + 1}
    states = states or {state for _, state, _, _ in terms}  # told of long after
    return states.pop() if len(states) == 1 else None


def states_of(registry: Registry, word: Word) -> tuple[str, ...]:
    """The states whose people one noun names together, "US and PERUVIAN officials"; none where it is not several."""
    if word.tag not in {"NNS", "NNPS"}:
        return ()
    before = [c for c in word.children if c.i < word.i and c.dep in {"amod", "compound", "nmod"}]
    row = next((i for i, c in enumerate(before) if any(g.dep == "conj" for g in c.children)), None)
    named = [c for c in before[: row + 1] if c in registry.names] if row is not None else []
    if row is not None and before[row] not in named:
        named = [before[row]]
    if not named and word.lemma in lexicon("offices", "bodies"):  # "the ministers OF PERU AND CHILE"
        named = fillers(c for c in word.children if c.lower == "of" and c.i == word.i + 1)
        named = named if any(c.dep == "conj" for w in named for c in w.children) else []
    states = dict.fromkeys(_country(registry, name) for name in with_conjuncts(named))
    return tuple(state for state in states if state) if len(states) > 1 and None not in states else ()


def _is_bare(word: Word) -> bool:
    """Whether a noun has no words of its own before it, and no phrase, so that it shares those of the one before."""
    own = {"det", "poss", "nummod", "prep", "relcl", "appos"}
    return not any(c.dep in own or (c.dep in {"amod", "compound"} and c.text[:1].isupper()) for c in word.children)


def _country(registry: Registry, word: Word) -> str | None:
    """The state that a word inside a phrase tells: by its name, its actor, or what it stands for."""
    name, entry = registry.names.get(word), registry.entry_of(word)
    if is_sided_with(word.sentence.words, word.i):
        return None
    if name is not None:
        return entry.country if entry is not None else name.country
    return next((e.country for e in registry.links.get(word, ()) if e.country), None)
