"""Which names of an article mean the same: short names, acronyms, spellings; and namesakes kept apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.mentions import likeness
from dipevents.mentions.affiliations import read_affiliation
from dipevents.mentions.gazetteer import country_name, country_of_name, find_names
from dipevents.mentions.likeness import initials, is_acronym, is_fuller, is_same_person, is_short_for
from dipevents.mentions.name_index import folded
from dipevents.mentions.scenes import is_locative, is_of_government, is_scene, only_describes
from dipevents.mentions.shared_titles import read_shared
from dipevents.mentions.title import Title
from dipevents.mentions.titles import read_titles
from dipevents.mentions.told_beside import gender_of, is_royal, states_beside
from dipevents.mentions.words import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dipevents.reading.sentence import Word

__all__ = ["Entry", "Registry", "stands_for_state"]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset({"the", "of", "for", "and", "in", "on", "a", "an", "&", "de", "la", "s"})
BODIES = frozenset({"organization", "igo", "group"})
NEAR = 8
"""Names before one among which its bearer's other one is looked for."""
RIVALS = 40
"""Actors of one word that are compared: a word that more share tells nobody."""


@dataclass(slots=True, eq=False)
class Entry:
    """An actor in the making.

    Attributes:
        kind: person, organization, igo, group or state.
        name: The fullest form so far.
        tokens: Its words in lower case, without diacritics, titles and small words.
        names: The names that mean it, in text order.
        titles: What stands beside a person's names, in text order; `titled_names` has the name of each.
        country: Its state, or None.
        guessed: Whether nothing tells its state, so that it was guessed.
        hint: The state of the best known body of a name that bodies of many states bear, or None.
        owned: Whether "its" or "the country's" before the office told the state.
        gender: "f", "m" or None.
        leaning: The gender that pronouns gave it so far, where nothing else tells.
        mentions: Stretches that mean it, as offsets.
        told: The states that stand beside a person's names, which keep namesakes apart.
        letters: Those by which a person's offices are called.
        order: Position among all actors by first mention.
    """

    kind: str
    name: str
    tokens: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    titled_names: list[Name] = field(default_factory=list)
    country: str | None = None
    affiliations: list[Name] = field(default_factory=list)
    gender: str | None = None
    leaning: str | None = None
    known_id: str | None = None
    order: int = 0
    mentions: dict[tuple[int, int], None] = field(default_factory=dict)
    surfaces: dict[str, None] = field(default_factory=dict)
    guessed: bool = False
    hint: str | None = None
    owned: bool = False
    called: set[tuple[str, ...]] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)

    def titled(self) -> Iterator[tuple[Name, Title]]:
        """Each title with the name that it stands beside."""
        return zip(self.titled_names, self.titles, strict=True)

    def add(self, name: Name) -> None:
        """Takes in a name that means it."""
        self.names.append(name)
        self.called.add(tokens_of(name.text))
        self.mentions[name.start, name.end] = None
        self.surfaces[name.text] = None


@lru_cache(maxsize=1 << 14)
def tokens_of(text: str) -> tuple[str, ...]:
    """Words that count in a comparison."""
    found = (t.lower() for t in _TOKEN.findall(folded(text).replace("’", "'").replace(".", "")))
    return tuple("al" if t == "el" else t.removesuffix("'s") for t in found if t not in _SMALL)


class Registry:
    """All names of an article and the actors that they mean."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.entries: list[Entry] = []
        self.names: dict[Word, Name] = {}
        self.by_name: dict[Name, Entry] = {}
        self.links: dict[Word, tuple[Entry, ...]] = {}
        self.unnamed: dict[Word, Word] = {}
        self._order: list[Name] = []
        self._acronyms: dict[str, Entry] = {}
        self._states: dict[str, Entry] = {}
        self._known: dict[str, Entry] = {}
        self._by_token: dict[str, list[Entry]] = {}

    def add(self, names: Sequence[Name]) -> None:
        """Takes in the names of the next sentence."""
        self._order.extend(names)
        for named in names:
            for word in (*named.words, *named.suffix):
                self.names[word] = named
        before: Name | None = None
        for name, following in pairwise([*names, None]):
            if name is None or likeness.is_letters_of_office(name, following):
                before = name  # "NSA | Juan Soto"
                continue
            entry = self._bracketed(name, before) or self._called(name, before) or self._entry(name)
            if entry is not None:
                self.by_name[name] = entry
                self._acronyms.update(dict.fromkeys(_letters(entry, name, before), entry))
            before = name

    def _bracketed(self, name: Name, before: Name | None) -> Entry | None:
        """The body whose acronym stands in brackets behind its name: "Lugano Rescue Committee (LRC)"."""
        entry = self._acronyms.get(name.text)
        if entry is None and before is not None and name.text.isupper() and " " not in name.text:
            bracket = name.sentence.words[name.first - 1].text
            body = self.by_name.get(before)
            if bracket == "(" and before.last == name.first - 2 and body is not None and body.kind in BODIES:
                entry = self._acronyms[name.text] = body
        return self._take(entry, name) if entry is not None else None

    def _called(self, name: Name, before: Name | None) -> Entry | None:
        """The person who is told to go by another name: "Juan Soto, known as JUANCHO", "JUANCHO, as he is known"."""
        words, named = name.sentence.words, [before] if before is not None else []
        if name.kind != "person":
            return None
        if [w.lower for w in words[name.behind : name.behind + 2]] == [",", "as"]:
            known = {w.lower for w in words[name.behind + 2 : name.behind + 7]}
            if not ({"he", "she"} & known and "known" in known):
                return None
            index = bisect_left(self._order, name.start, key=lambda other: other.start)
            named = [n for n in self._order[max(index - NEAR, 0) : index] if n.head.dep == "nsubj"][::-1]
        elif before is None or words[before.behind].text != "," or not likeness.is_by_name(name):
            return None
        told = next((n for n in named if n.kind == "person" and name.sentence.i - n.sentence.i < 2), None)
        entry = self.by_name.get(told) if told is not None else None
        return self._take(entry, name) if entry is not None else None

    def names_in_order(self) -> list[Name]:
        """All names of the article, in text order."""
        return self._order

    def entry_of(self, word: Word) -> Entry | None:
        """The actor that the name around a word means, or None."""
        name = self.names.get(word)
        return self.by_name.get(name) if name is not None else None

    def link(self, word: Word, entries: Sequence[Entry], start: int, end: int) -> None:
        """Notes that a pronoun or a role noun means these actors."""
        self.links[word] = tuple(entries)
        for entry in entries:
            entry.mentions[start, end] = None

    def state(self, code: str) -> Entry:
        """The actor of a state, made at its first mention."""
        found = self._states.get(code)
        if found is None:
            name = country_name(code) or code
            found = self._states[code] = self._new(Entry("state", name, tokens_of(name), country=code))
        return found

    def _new(self, entry: Entry) -> Entry:
        entry.order = len(self.entries)
        self.entries.append(entry)
        self._index(entry)
        return entry

    def _index(self, entry: Entry) -> None:
        """Makes an actor findable by each word of its name, and by its initials."""
        for token in (*entry.tokens, "".join(t[0] for t in entry.tokens)):
            found = self._by_token.setdefault(token, [])
            if entry not in found[-RIVALS:]:
                found.append(entry)

    def _sharing(self, tokens: Iterable[str], fits: Callable[[Entry], bool]) -> list[Entry]:
        """The actors that share a word with a name, in order of first mention."""
        found = {id(e): e for token in tokens for e in self._by_token.get(token, [])[-RIVALS:] if fits(e)}
        return sorted(found.values(), key=lambda e: e.order)

    def _entry(self, name: Name) -> Entry | None:
        if name.kind in {"state", "capital", "adjective"}:
            return self._state_name(name)
        if name.kind == "person":
            return self._person(name)
        if name.kind in {"organization", "igo", "group", "seat"}:
            return self._body(name)
        return self._half(name) if name.kind == "place" else None

    def _half(self, name: Name) -> Entry | None:
        """The state that "the North" and "the South" mean where the article names North Korea or South Sudan."""
        if (
            name.text not in {"North", "South"}
            or name.first == 0
            or name.words[0].sentence.words[name.first - 1].lower != "the"
        ):
            return None
        other = {"North": "South ", "South": "North "}[name.text]
        for entry in reversed(self._states.values()):
            if entry.name.startswith((name.text + " ", other)):
                code = country_of_name(f"{name.text} {entry.name.split(maxsplit=1)[1]}", self.year)
                if code is not None:
                    name.kind, name.country = "state", code
                    return self._take(self.state(code), name)
        return None

    def _take(self, entry: Entry, name: Name) -> Entry:
        entry.add(name)
        return entry

    def _state_name(self, name: Name) -> Entry | None:
        if name.country is None:
            return None
        entry = self.state(name.country)
        first = not any(n.kind == "state" for n in entry.names)
        fuller = name.text == country_name(name.country) and _is_byname(entry.name)
        if (name.kind == "state" and (first or fuller)) or entry.name == name.country:
            entry.name = name.text
        if name.kind == "capital" and is_locative(name):
            return entry
        return self._take(entry, name)

    def _person(self, name: Name) -> Entry:
        titles = read_titles(name, self.names)
        if not titles and (shared := read_shared(name, self.names)) is not None:
            titles = [shared]
        tokens = tokens_of(name.text)
        gender = gender_of(name, titles)
        body = read_affiliation(name, self.names)
        told = states_beside(name, titles, body)
        bare = len(tokens) == 1 and name.known is not None and not titles and name.honorific is None
        bearers = [e for e in self._sharing(tokens, _is_person) if e.tokens[-1:] == tokens] if bare else []
        if any(len(e.tokens) > 1 and e.told and e.told.isdisjoint(told) for e in bearers):
            gender, told = None, set()  # a surname of somebody in the article, which a leader of elsewhere has, too
        entry = self._find_person(tokens, gender, titles, told, royal=is_royal(name, titles))
        if entry is None:
            entry = self._new(Entry("person", name.text, tokens))
        elif len(tokens) > len(entry.tokens) or (
            len(tokens) == len(entry.tokens) and len(name.text) > len(entry.name) + 3
        ):
            entry.name, entry.tokens = name.text, tokens
            self._index(entry)
        entry.gender = entry.gender or gender
        entry.titles.extend(titles)
        entry.titled_names.extend([name] * len(titles))
        entry.letters.update(likeness.letters_of(titles))
        entry.told |= told
        if body is not None:
            entry.affiliations.append(body)
        if name.known is not None and entry.country is None and name.known.kind == "leader":
            entry.country = name.known.country
        return self._take(entry, name)

    def _find_person(
        self, tokens: tuple[str, ...], gender: str | None, titles: list[Title], told: set[str], *, royal: bool
    ) -> Entry | None:
        if not tokens:
            return None
        persons = self._sharing(tokens, _is_person)
        exact = [e for e in persons if e.tokens == tokens]
        if exact:
            return exact[-1]
        found = [e for e in persons if is_same_person(e.tokens, tokens)]
        ends = len(tokens) > 1  # "Paz Soto" of "Victor Paz Soto" begins with no given name
        agreeing = [
            e
            for e in found
            if not (gender and e.gender and gender != e.gender) or (ends and e.tokens[-len(tokens) :] == tokens)
        ]
        agreeing = [e for e in agreeing if not (told and e.told and told.isdisjoint(e.told))]
        if royal and len(tokens) == 1:  # a king goes by his first name: "King Hussein" is not Saddam Hussein
            agreeing = [e for e in agreeing if e.tokens[0] == tokens[0] or any(is_royal(n, []) for n in e.names)]
        if len(agreeing) > 1 and titles:
            nouns = {t.office for t in titles}
            titled = [e for e in agreeing if any(t.office in nouns for t in e.titles)]
            agreeing = titled or agreeing
        # "Bush" is George W. Bush even where Laura Bush was named last: whom the article called so, or named most
        return max(agreeing, key=lambda e: (tokens in e.called, len(e.names)), default=None)

    def _body(self, name: Name) -> Entry:
        kind = "organization" if name.kind == "seat" else name.kind
        tokens = tokens_of(name.text)
        known = name.known.name if name.known is not None and name.known.kind in {"body", "group", "seat"} else None
        entry = self._known.get(known) if known else None
        if entry is None and kind == "igo" and (entry := self._national(tokens)) is not None:
            name.kind, name.country = entry.kind, entry.country
            return self._take(entry, name)
        if entry is None:
            entry = self._find_body(tokens, known, name)
        if entry is None:
            entry = self._new(Entry(kind, name.text, tokens, country=name.country))
        elif len(tokens) > len(entry.tokens) or (len(tokens) == len(entry.tokens) and is_acronym(entry, name)):
            entry.name, entry.tokens = name.text, tokens
            self._index(entry)
        if entry.country is None or (name.known is None and name.country and likeness.is_doubtful(entry.names)):
            entry.country = name.country
        if known:
            entry.known_id = known
            self._known[known] = entry
            entry.country = None if kind == "igo" else entry.country
        return entry if is_scene(name) or only_describes(name) else self._take(entry, name)

    def _national(self, tokens: tuple[str, ...]) -> Entry | None:
        """The one body of a state for which a name is short that one of many states has, too: "Chad's | Council"."""
        bodies = self._sharing(tokens, lambda e: e.kind == "organization" and e.country is not None)
        found = [e for e in bodies if len(e.tokens) > len(tokens) > 1 and e.tokens[-len(tokens) :] == tokens]
        return found[0] if len(found) == 1 else None

    def _find_body(self, tokens: tuple[str, ...], known: str | None, name: Name) -> Entry | None:
        bodies = self._sharing((*tokens, "".join(t[0] for t in tokens)), lambda e: e.kind in BODIES)
        owned = _owned(name.text) if name.country else None
        for entry in reversed(bodies):
            if entry.tokens == tokens or (len(tokens) > 1 and sorted(entry.tokens) == sorted(tokens)):
                return entry
            if owned is not None and entry.country == name.country and _owned(entry.name) == owned:
                return entry  # "the Chilean navy … CHILE'S NAVY"
            if (
                owned == entry.tokens
                and likeness.is_doubtful(entry.names)
                and not likeness.are_apart(entry, name, self._states)
            ):
                return entry  # "the Congress … the CHILEAN CONGRESS"
        if not tokens:
            return None
        for entry in reversed(bodies):
            if known and entry.known_id and not (name.known and name.known.ambiguous):
                continue  # "AFP" is not the Australian Federal Police where both are known
            if len(tokens) == 1 and len(tokens[0]) > 1 and name.text.isupper() and tokens[0] == initials(entry):
                return entry
            if len(entry.tokens) == 1 and entry.name.isupper() and entry.tokens[0] == "".join(t[0] for t in tokens):
                return entry
            if (not known or (name.known and name.known.ambiguous)) and is_short_for(tokens, entry, name, self._states):
                return entry
            if known and is_fuller(tokens, entry, name):
                return entry
        return None


@lru_cache(maxsize=1 << 12)
def _owned(text: str) -> tuple[str, ...] | None:
    """The words of a body's name behind the state that it begins with, or None where it begins with none."""
    state = next(iter(find_names(text)), None)
    if state is None or state.start > 0 or state.kind not in {"country", "adjective"}:
        return None
    return tokens_of(text[state.end :].removeprefix("'s").removeprefix("’s")) or None


def _is_byname(name: str) -> bool:
    """Whether a state goes by its initials or a paraphrase, so that its name tells more: "U.S.", "Jewish state"."""
    return name.isupper() or name.split()[-1].islower()


def _is_person(entry: Entry) -> bool:
    return entry.kind == "person"


def _letters(entry: Entry, name: Name, before: Name | None) -> list[str]:
    """The letters that mean a person by office from here on; in the United States the NSA is an agency."""
    own = [before.text] if before is not None and likeness.is_letters_of_office(before, name) else []
    return [*own, *(sorted(entry.letters) if entry.told and "USA" not in entry.told else ())]


def stands_for_state(entry: Entry) -> bool:
    """Whether it is a seat of government that stands for a state as its capital does: "the KREMLIN"."""
    return any(name.kind == "seat" and is_of_government(name) for name in entry.names[:1])
