"""Which state "the country", "the kingdom", "its neighbour", and "the North" or "the mainland" of a parted one mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import lexical_classes
from dipevents.mentions.identity import Entry
from dipevents.mentions.references.discourse import SUBJECTS, Discourse, is_joint
from dipevents.mentions.regions import called_so, share_region, states_of_region
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.identity import Registry
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["BACK", "HALVES", "NEIGHBOURS", "half", "land", "neighbour"]

BACK = 40
"""Sentences that a role noun looks back: a minister stays the minister for long."""
PARTS = frozenset({"north", "south", "east", "west", "interior", "part", "region", "rest", "corner"})
"""Of what somebody tours: his own country as well as another's ("the NORTH of the country")."""
HALVES = {"mainland": ("CHN", "TWN"), "north": ("PRK", "KOR"), "south": ("KOR", "PRK")}
"""By what the parts of a land are called in an article about one of them, and the part that is not called so."""
NEIGHBOURS = frozenset({"neighbor", "neighbour"})
BESIDE = 2
"""Sentences before and behind in which "its neighbour" is looked for."""
_PLACING = frozenset({"adjective", "capital", "place", "state"})
_PARTED = frozenset({"IRL", "NGA", "SDN", "SSD", "VNM", "YEM"})
"""Other states with a North and a South of their own."""
_TOWARDS = frozenset({"against", "on", "to", "towards", "with"})


def half(registry: Registry, word: Word) -> Sequence[Entry]:
    """The state that "the North" or "the mainland" means, where an article tells of its other part."""
    code, other = HALVES[word.lower]
    told = {entry.country for entry in registry.entries}
    named = word.lower == "mainland" or (word.text[:1].isupper() and told.isdisjoint(_PARTED))
    alone = named and all(c.lower == "the" or (c.i > word.i and c.lower != "of") for c in word.children)
    return (registry.state(code),) if alone and not told.isdisjoint((code, other)) else ()


def neighbour(registry: Registry, word: Word) -> Sequence[Entry]:
    """The state that "its neighbour" means: the one other state that the sentence names, or those around it."""
    owner = next((c for c in word.children if c.dep == "poss"), None)
    named = registry.entry_of(owner) if owner is not None else None
    owners = (named,) if named is not None else registry.links.get(owner, ()) if owner is not None else ()
    if len(owners) != 1 or owners[0].country is None or any(c.dep in {"appos", "relcl"} for c in word.children):
        return ()
    near = [n for n in registry.names_in_order() if abs(n.sentence.i - word.sentence.i) <= BESIDE and _acts(n)]
    acting = [(n, e) for n in near if (e := registry.by_name.get(n)) is not None and e.country and not e.guessed]
    for reach in range(BESIDE + 1):
        told = {e.country for n, e in acting if abs(n.sentence.i - word.sentence.i) <= reach} - {owners[0].country}
        if told:
            found = told.pop() or ""
            near_by = reach == 0 or share_region(owners[0].country, found)
            return (registry.state(found),) if not told and near_by else ()
    return ()


def _acts(name: Name) -> bool:
    """Whether a name tells a state itself, or the people or body of one, not the make of things: "PERUVIAN guns"."""
    noun = name.head.head
    if name.kind != "adjective" or name.head.dep not in {"amod", "compound", "nmod"} or noun.pos == "PROPN":
        return True
    acting = ("bodies", "groups", "offices", "persons", "crowds")
    return any(noun.lemma in lexicon(words) or noun.lower in lexicon(words) for words in acting)


def land(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry]:
    """The state that "the country" means: the likeliest of late; "the kingdom", one of those, or of a region."""
    called, there = called_so(word), _of_region(word)
    within = word.dep == "pobj" and word.head.lower == "of" and word.head.head.lemma in PARTS
    plain = (called or within) and not _is_next_door(word)
    others, own = (frozenset(), None) if plain else _told_apart(registry, word)
    called, own = (there, own if own in there else None) if there else (called, own)
    best = (1.0, registry.state(own)) if own is not None else None
    for mention in discourse.back(word, BACK if called else 2):
        entry = mention.target
        if isinstance(entry, Entry) and entry.kind == "state" and entry.country not in others:
            if called and entry.country not in called:
                continue
            value = discourse.score(mention, word) + 2.0 * (entry.country == own)
            value -= 3.0 * is_joint(mention.word)  # "PERU AND CHILE armed Chad. Lima supplied the country with jets"
            value += 3.0 * (within and mention.word.sentence is word.sentence)  # "CHILE's minister toured the north of"
            if best is None or value > best[0]:
                best = (value, entry)
    if best is None and called:  # "in DOHA … the emirate"; "The KINGDOM has bought 12 jets, Riyadh said"
        near = [n for n in registry.names_in_order() if n.kind in _PLACING and n.country in called - others]
        told = {n.country for n in [n for n in near if n.start < word.start][-1:] or near}
        return (registry.state(told.pop() or ""),) if len(told) == 1 else ()
    return (best[1],) if best else ()


def _is_next_door(word: Word) -> bool:
    return any(w.lower in {"neighboring", "neighbouring"} for w in word.subtree() if w.i < word.i)


def _of_region(word: Word) -> frozenset[str]:
    """The states of the region that stands before "country": "the EAST AFRICAN country"; empty where none does."""
    said = " ".join(w.lower for c in word.children if c.i < word.i and c.text[:1].isupper() for w in c.subtree())
    return states_of_region(said) if said != "american" else frozenset()


def _sides_of(registry: Registry, noun: Word, word: Word) -> set[str | None]:
    """Whose stance towards "the country" a noun tells: "PERU'S ties with the nation"."""
    owner = next((registry.entry_of(c) for c in noun.children if c.dep == "poss"), None)
    below = (c for c in noun.children if c.dep == "prep" and c.lower in _TOWARDS)
    return {owner.country} if owner is not None and any(word.is_under(c) for c in below) else set()


def _told_apart(registry: Registry, word: Word) -> tuple[frozenset[str | None], str | None]:
    """The states that "the country" is not, and the one that it likely is, by who does what the sentence tells.

    "PERU urged the country", "CHILE'S envoy arrived in the country": another; "PERU will sink ships that enter the
    country", "PERU said the country was ready": itself.
    """
    others, told, going = set[str | None](), False, False
    next_door = _is_next_door(word)
    for up in word.ancestors():
        going = going or up.lemma in {"trip", "visit", "arrive", "travel", "fly", "come", "tour", "enter"}
        doing = {"poss"} if up.is_noun and going else {*SUBJECTS, "dobj"} if up.is_verb and up.lemma != "be" else ()
        for subject in with_conjuncts(c for c in up.children if c.dep in doing and c is not word):
            noun = registry.unnamed.get(subject, subject)
            entry = next(iter(registry.links.get(noun, ())), None) or registry.entry_of(noun)
            beside = next((registry.names[c] for c in noun.children if c in registry.names), None)
            code = entry.country if entry is not None else beside.country if beside is not None else None
            if told and not next_door and code not in {None, *others} and subject.dep != "dobj":
                return frozenset(others), code
            if going or (entry is not None and entry.kind == "state"):
                others.add(code)
                told = told or (going and not up.is_noun)  # "PERU let the Danish envoy enter the country"
        if up.is_noun and not going and up.dep in {*SUBJECTS, "dobj"}:
            others.update(_sides_of(registry, up, word))
        told = told or up.dep == "relcl" or (up.dep == "ccomp" and "say" in lexical_classes(up.head.lemma))
    return frozenset(others - {None}), None
