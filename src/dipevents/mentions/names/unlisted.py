"""States that the data do not know: made-up ones of exercises and tests, breakaway ones, new names, odd spellings.

What shows them is read in `stately`. Within the reading such a state has a code of its own from the range that ISO
3166-1 leaves to its users, so that "abroad" and "the same state" are decided as for any other; the records show None.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dipevents.lexicon import read_words
from dipevents.mentions.equipment import find_equipment
from dipevents.mentions.gazetteer import country_code
from dipevents.mentions.names import stately
from dipevents.mentions.words import Name, is_capital, lexicon
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["claim_unlisted", "lent_codes", "without_codes"]

T = TypeVar("T")

MOST = 24
"""States of an article that can be unlisted, from QMB to QMY; regions that rule themselves have QN."""
SHORTEST = 4
"""Letters that a name and its adjective share."""
LONG = frozenset({"ia", "istan", "land", "stan"})
"""What the name of a state may have more than the name of its people."""
OPEN = LONG | {"", "a", "e", "ea", "el", "en", "ien", "is", "mark", "o", "os", "us", "y", "ya"}
"""What stands in the name of a state for the ending of its adjective."""


def lent_codes(actors: Sequence[Actor]) -> dict[str, str]:
    """The codes that an article lent to states that the data do not know, each with the state's name."""
    return {a.country: a.name for a in actors if a.country and a.country.startswith(("QM", "QN")) and a.kind == "state"}


def without_codes(value: T, lent: Mapping[str, str]) -> T:
    """A record, or a tuple of them, without lent codes: a state's country is None, a place's name the state's."""
    return cast("T", _without(value, lent, {})) if lent else value


def _without(value: Any, lent: Mapping[str, str], done: dict[int, Any]) -> Any:
    """The same; `done` holds the records that were met before, by identity: the same actor takes part in many."""
    if isinstance(value, tuple):
        parts = tuple([_without(v, lent, done) for v in value])
        # "the leaders of Arnor and Rohan" are one group of leaders then
        return tuple(dict.fromkeys(parts)) if parts and isinstance(parts[0], Actor) else parts
    if isinstance(value, Evidence) or not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    if id(value) not in done:
        old = {f.name: getattr(value, f.name) for f in dataclasses.fields(value) if f.init}
        new = {name: _without(v, lent, done) for name, v in old.items()}
        if new.get("country") in lent:
            new["country"] = country_code(lent[new["country"]])
            if new["country"] and new.get("kind") is ActorKind.STATE:
                new["kind"] = ActorKind.ORGANIZATION  # "Abkhazia" of GEO is not Georgia
        if new.get("name") in lent:
            new["name"] = lent[new["name"]]
        done[id(value)] = dataclasses.replace(value, **new) if new != old else value
    return done[id(value)]


def claim_unlisted(sentences: Sequence[Sentence], named: Sequence[list[Name]]) -> None:
    """Makes states of the unknown names that an article shows to be states, in place."""
    owner = {word: name for names in named for name in names for word in name.words}
    _claim_self_ruled([name for names in named for name in names], owner)
    unread = [run for s in sentences for run in stately.runs(s, owner)]
    if not unread:
        return
    nowhere = not any(name.country for names in named for name in names)
    persons, full = stately.introduced(named)
    labels = _labels(sentences)
    looking: list[tuple[Name, Word, set[str]]] = []
    for run in unread:
        if run[-1].text not in (persons if len(run) > 1 else full) and not _are_people(run[-1]):
            name = Name(run[0].sentence, run[0].i, run[-1].i, "state")
            looking.append((name, run[-1], labels.get(run[-1].text, set())))
    shown = _shown(looking, owner, nowhere=nowhere)
    if not shown:
        return
    states: list[str] = []
    for text in shown:
        if not any(_is_one(text, state) for state in states) and len(states) < MOST:
            states.append(text)
    forms = {name.text for name, _, _ in looking}
    code = cache(
        lambda text: next((f"QM{chr(66 + i)}" for i, state in enumerate(states) if _is_one(text, state)), None)
    )
    derived = cache(lambda text: any(_is_derived(text, form) for form in forms))
    names_of = dict(zip(sentences, named, strict=True))
    for name, word, _ in looking:
        name.country = code(name.text)
        if name.country:
            signs = (name.text.endswith(stately.ADJECTIVAL), word.dep in stately.MODIFIERS, derived(name.text))
            name.kind = "adjective" if sum(signs) > 1 else "state"
            names = names_of[word.sentence]
            names[:] = [n for n in names if n.last < name.first or name.last < n.first] + [name]
            names.sort(key=lambda n: n.first)
    _settle_seats([(name, word) for name, word, _ in looking if name.country], names_of)


def _are_people(word: Word) -> bool:
    """Whether a name is that of people of one mind: "Somali ISLAMISTS", "the NATIONALISTS"."""
    return word.lower.endswith("ists") or word.lower.removesuffix("s") in lexicon("groups")


@cache
def _self_ruled() -> dict[str, tuple[str, str]]:
    """The code and the kind of every name of a region that rules itself, of its seat and its people."""
    rows = [zip(("state", "capital", "adjective"), r, strict=True) for r in read_words("actors")["self_ruled"].values()]
    return {form: (f"QN{chr(65 + i)}", kind) for i, row in enumerate(rows) for kind, forms in row for form in forms}


def _claim_self_ruled(names: Sequence[Name], owner: Mapping[Word, Name]) -> None:
    """Makes such a region another state where it is told to rule itself: no longer a part of "Georgia" in Georgia."""
    found = [(n, n.kind, *_self_ruled()[n.text]) for n in names if n.country and n.text in _self_ruled()]
    for name, *_ in found:
        name.kind = "region"  # one that deals with another
    shown = {code for name, _, code, _ in found if stately.is_ruling(name.head, owner)}
    for name, before, code, kind in found:
        name.kind, name.sure = (kind, True) if code in shown else (before, name.sure)
        name.country = code if code in shown else name.country


def _shown(looking: Sequence[tuple[Name, Word, set[str]]], owner: Mapping[Word, Name], *, nowhere: bool) -> list[str]:
    """The names that are shown to be states': by what they own and do, then as their goals and scenes."""
    affairs, found = cache(_is_affair), list[str]()
    for name, word, told in looking:
        dealing = affairs(word.sentence)
        read = stately.is_side(word, told, affairs=dealing) if nowhere else None
        if read or (read is None and stately.is_party(word, told, owner, affairs=dealing)):
            found.append(name.text)
    acting = {word.sentence for name, word, _ in looking if nowhere or name.text in found}
    for name, word, told in looking if found else ():
        if word.sentence in acting and stately.is_place(word, told, nowhere=nowhere, affairs=affairs(word.sentence)):
            found.append(name.text)
    return found


def _settle_seats(states: Sequence[tuple[Name, Word]], names_of: Mapping[Sentence, list[Name]]) -> None:
    """Makes places in the host's state of what is only ever a scene: "met his Gondorian counterpart in EDORAS"."""
    uses: dict[str, list[tuple[Name, Word]]] = {}
    for name, word in states:
        uses.setdefault(name.text, []).append((name, word))
    for same in uses.values():
        if not all(stately.is_scene(word) for _, word in same):
            continue
        beside = [n for _, word in same for n in names_of[word.sentence] if n.country and stately.is_host(n.head)]
        codes = {n.country for n in beside} - {same[0][0].country}
        for name, _ in same if len(codes) == 1 else ():
            name.kind, name.country = "place", next(iter(codes))


def _labels(sentences: Sequence[Sentence]) -> dict[str, set[str]]:
    """What the model takes each word for, anywhere in the article; no date: "DAGOLATH next week"."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for entity in sentence.entities:
            span = sentence.words[entity.first : entity.last + 1]
            dated = entity.label == "DATE" and not is_capital(span[-1])
            for word in span[dated:]:
                found.setdefault(word.text, set()).add(entity.label)
    return found


def _is_affair(sentence: Sentence) -> bool:
    """Whether a sentence is about affairs of state, or what the model sees in it are places alone."""
    told = [e.label for e in sentence.entities if e.label not in {"DATE", "TIME", "CARDINAL"}]
    placed = len(told) > 1 and stately.GEOGRAPHIC.issuperset(told)
    placed = placed or any(stately.is_dealing(sentence.words[e.last]) for e in sentence.entities if e.label == "GPE")
    if placed or sentence.words_among(lexicon("affairs")):
        return True
    return any(item.use == "military" for item in find_equipment(sentence))


def _is_one(text: str, state: str) -> bool:
    """Whether two names are those of one state, or its adjective's."""
    return text == state or _is_derived(text, state) or _is_derived(state, text)


def _is_derived(adjective: str, state: str) -> bool:
    """Whether one is made of the other's stem: "Kazbek" and "Brevish" of "Kazbekistan" and "Brevland"."""
    for ending in (*stately.ADJECTIVAL, "n", "er", "ers", ""):
        stem = adjective.removesuffix(ending)
        rest = state.removeprefix(stem) if adjective.endswith(ending) and state.startswith(stem) else None
        if adjective != state and len(stem) >= SHORTEST and rest in (OPEN if ending else LONG):
            return True
    return False
