"""States that the data do not know: made-up ones of exercises and tests, breakaway ones, new names, odd spellings.

Gondor's foreign minister, the Arnor embassy, the king of Rohan      an office or body that states alone have
in Gondor, Gondorian troops                                          the same name, and its adjective, elsewhere
arrived in Osgiliath                                                 where one such state is told, other unknown places

Within the reading such a state has a code of its own from the range that ISO 3166-1 leaves to its users, so that
"abroad" and "the same state" are decided as for any other; the records show None.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dipevents.mentions.words import Name, is_capital, is_role, lexicon
from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["claim_unlisted", "lent_codes", "without_codes"]

T = TypeVar("T")

NAMING = frozenset({"PROPN", "ADJ"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})

MOST = 24
"""States of an article that can be unlisted: from QMB to QMY."""
ACRONYM = 5
"""Capitals alone that a body's short name may have."""
SHORTEST = 4
"""Letters that a name must have for a longer word to be its adjective."""
ENDINGS = ("ian", "ean", "an", "ish", "ese", "ic", "i", "ians", "eans", "ans")
GEOGRAPHIC = frozenset({"GPE", "NORP", "LOC"})
PASSED = frozenset({"PERSON", "DATE", "TIME", "EVENT", "LAW", "LANGUAGE"})
"""What the model takes a name for that is no state's."""
FREE = frozenset({"person", "organization", "place", "thing"})
"""Kinds that a name has by the model's guess alone."""


def lent_codes(actors: Sequence[Actor]) -> dict[str, str]:
    """The codes that an article lent to states that the data do not know, each with the state's name."""
    return {a.country: a.name for a in actors if a.country and a.country.startswith("QM") and a.kind == "state"}


def without_codes(value: T, lent: Mapping[str, str]) -> T:
    """A record, or a tuple of them, without lent codes: its countries are None, a place's name is the state's."""
    return cast("T", _without(value, lent, {})) if lent else value


def _without(value: Any, lent: Mapping[str, str], done: dict[int, Any]) -> Any:
    """The same; `done` holds the records that were met before, by identity: the same actor takes part in many."""
    if isinstance(value, tuple):
        return tuple([_without(v, lent, done) for v in value])
    if isinstance(value, Evidence) or not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    if id(value) not in done:
        old = {f.name: getattr(value, f.name) for f in dataclasses.fields(value) if f.init}
        new = {name: _without(v, lent, done) for name, v in old.items()}
        if new.get("country") in lent:
            new["country"] = None
        if new.get("name") in lent:
            new["name"] = lent[new["name"]]
        done[id(value)] = dataclasses.replace(value, **new) if new != old else value
    return done[id(value)]


def claim_unlisted(sentences: Sequence[Sentence], named: Sequence[list[Name]]) -> None:
    """Makes states of the unknown names that an article shows to be states, in place."""
    nowhere = not any(name.country or name.known for names in named for name in names)
    capitals = [w for s in sentences for w in s.words if w.pos in NAMING and is_capital(w) and len(w.text) > 2]
    owning = capitals if nowhere else [w for w in capitals if _is_owner(w)]
    if not owning:
        return
    owner = {word: name for names in named for name in names for word in name.words}
    labels = _labels(sentences)
    states: dict[str, str] = {}
    for word in owning:
        if _is_free(word, owner) and (_is_state(word, labels) or (nowhere and _is_likely(word, labels))):
            _enter(states, word.text)
    if not states:
        return
    for word in capitals:
        if _is_free(word, owner) and _is_place(word, labels, nowhere=nowhere):
            _enter(states, word.text)
    stem = cache(lambda text: _stem(text, states))
    for sentence, names in zip(sentences, named, strict=True):
        _name(sentence, names, states, owner, stem)


def _labels(sentences: Sequence[Sentence]) -> dict[str, set[str]]:
    """What the model takes each word for, anywhere in the article."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for entity in sentence.entities:
            for word in sentence.words[entity.first : entity.last + 1]:
                found.setdefault(word.text, set()).add(entity.label)
    return found


def _enter(states: dict[str, str], text: str) -> None:
    if _stem(text, states) is None and len(states) < MOST:
        states[text] = f"QM{chr(ord('B') + len(states))}"


def _is_free(word: Word, owner: dict[Word, Name]) -> bool:
    """Whether nothing is known of a word's name but what the model guesses."""
    name = owner.get(word)
    if word.text.isupper() and len(word.text) <= ACRONYM and not word.sentence.text.isupper():
        return False  # "president of NAI"
    if is_role(word) or word.lower in lexicon("honorifics") or word.lower in lexicon("states"):
        return False
    return name is None or (name.known is None and name.country is None and name.kind in FREE and _is_short(name))


def _is_short(name: Name) -> bool:
    return sum(is_capital(w) for w in name.words) == 1


def _is_owner(word: Word) -> bool:
    """Whether a word stands where `_is_state` looks for the state that owns something."""
    if word.dep == "pobj":
        return word.head.lower in {"of", "to"} and _is_national(word.head.head)
    if word.dep == "poss":
        return _is_national(word.head) or word.head.lemma in lexicon("national_mostly")
    return word.dep in MODIFIERS and _is_national(word.head)


def _is_state(word: Word, labels: dict[str, set[str]]) -> bool:
    """Whether a name owns an office or a body that states alone have."""
    told, head = labels.get(word.text, set()), word.head
    if word.lower in lexicon("national_ministers") or told & PASSED:
        return False
    if word.dep == "poss":
        return _is_national(head) or (head.lemma in lexicon("national_mostly") and told == {"GPE"})
    if word.dep == "pobj" and head.lower in {"of", "to"}:
        return _is_national(head.head) and bool(told & GEOGRAPHIC)
    return word.dep in MODIFIERS and _is_national(head) and bool(told & GEOGRAPHIC)


def _is_likely(word: Word, labels: dict[str, set[str]]) -> bool:
    """Whether a name may be a state's in an article that names no place of this world."""
    if word.lower in lexicon("national_ministers") or labels.get(word.text, set()) & PASSED:
        return False
    head = word.head
    if word.dep == "conj" and word.head.dep in {"compound", "poss", "nmod"}:
        head = word.head.head
    elif word.dep == "pobj" and head.lower in {"of", "from"}:
        head = head.head
    elif word.dep in {"nsubj", "dobj"}:
        return head.lemma in lexicon("interstate")
    elif word.dep not in {"poss", "compound", "amod", "nmod"}:
        return False
    return _is_mostly_national(head)


def _is_mostly_national(noun: Word) -> bool:
    """Whether a noun, or a title before a name, is an office or a body that mostly states have: "PRESIDENT Holt"."""
    named = noun.pos == "PROPN" and not is_role(noun)
    offices = [c for c in noun.children if c.dep == "compound" and is_role(c)] if named else [noun]
    return any(_is_national(office) or office.lemma in lexicon("national_mostly") for office in offices)


def _is_national(noun: Word) -> bool:
    if noun.lemma not in {"minister", "ministry"}:
        return noun.lemma in lexicon("national")
    kinds = {c.lower for c in noun.children if c.dep in {"compound", "amod"}}
    return noun.lemma in lexicon("national") or not kinds.isdisjoint(lexicon("national_ministers"))


def _is_place(word: Word, labels: dict[str, set[str]], *, nowhere: bool) -> bool:
    """Whether a name is a goal, a scene, or visited; where there are made-up states alone, also one that acts."""
    told = labels.get(word.text, set())
    if told & PASSED - {"PERSON"} or any(c.dep == "compound" for c in word.children):
        return False
    if word.dep == "conj":
        word = word.head
    if word.dep == "pobj":
        return word.head.lower in ({"in", "to", "into", "against", "from", "with"} if nowhere else {"in", "to", "into"})
    if nowhere and word.dep in {"nsubj", "dobj"}:
        return "PERSON" not in told
    return word.dep == "dobj" and word.head.lemma == "visit"


def _stem(text: str, states: dict[str, str]) -> str | None:
    """The state that a word names or is the adjective of."""
    if text in states:
        return text
    for state in states:
        short, long = sorted((text, state), key=len)
        stem = short.rstrip("aeiou")
        if len(stem) >= SHORTEST and long.startswith(stem) and long[len(stem) :].lstrip("aeo") in {"", *ENDINGS, "n"}:
            return state
    return None


def _name(
    sentence: Sentence,
    names: list[Name],
    states: dict[str, str],
    owner: dict[Word, Name],
    stem: Callable[[str], str | None],
) -> None:
    """Gives the words of a sentence that name such a state to it."""
    for word in sentence.words:
        state = stem(word.text) if is_capital(word) else None
        if state is None or not _is_free(word, owner):
            continue
        name = owner.get(word)
        if name is None:
            name = Name(sentence, word.i, word.i, "state")
            names.append(name)
        name.narrow(word.i, word.i)
        name.kind = "adjective" if word.text != state and word.text.endswith(ENDINGS) else "state"
        name.country, name.sure = states[state], True
    names.sort(key=lambda n: n.first)
