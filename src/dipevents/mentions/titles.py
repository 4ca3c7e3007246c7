"""What stands beside a person's name and tells who it is: titles, appositions, affiliations.

    South Korean Vice Defense Minister | Hwang Kyu-sik      title before the name
    Easley, | a professor of international studies at …     apposition behind it
    the defence minister, | Zbigniew Korda                  the name itself as apposition
    Jens Aasland | of the Bergen Institute                  affiliation
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.mentions.words import is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["Title", "read_title"]

REACH = 14
"""Words that a title or an apposition may have."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the words beside a person's name tell.

    Attributes:
        first: First and last word of the role words.
        noun: The office or trade ("minister").
        names: Names inside the description, in text order: owners, adjectives, bodies.
        former: Whether the office is a past one.
    """

    first: Word
    last: Word
    noun: Word
    names: tuple[Name, ...]
    former: bool

    @property
    def role(self) -> str:
        """The role words, letter for letter."""
        sentence = self.first.sentence
        return sentence.text[self.first.start - sentence.start : self.last.end - sentence.start]


def read_title(name: Name, names: Mapping[Word, Name]) -> list[Title]:
    """Descriptions of a person beside its name: the one before it first."""
    found = [_before(name, names), _behind(name, names), _governing(name, names)]
    return [title for title in found if title is not None]


def _before(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The title directly before a name, from the left end of its noun phrase."""
    words = name.sentence.words
    last = name.first - 1
    while last >= 0 and words[last].lower.rstrip(".") in lexicon("honorifics") and not is_role(words[last]):
        last -= 1
    if last >= 0 and words[last].text == "," and last > 0 and is_role(words[last - 1]) and name.head.dep == "appos":
        last -= 1
    if last < 0:
        return None
    first = last
    while first >= 0 and last - first < REACH and _in_title(words[first], names):
        first -= 1
    return _title(words[first + 1 : last + 1], names, ends=True)


def _in_title(word: Word, names: Mapping[Word, Name]) -> bool:
    if word in names:
        return names[word].kind != "person" or True
    if word.text in {"'s", "’s", "-", "'", "’", "."} or word.lower in {"of", "for", "and", "&"}:
        return True
    return word.pos in {"NOUN", "PROPN", "ADJ", "NUM", "ADV"} or word.tag in {"VBN", "JJ"}


def _behind(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The apposition behind a name and a comma: ", the country's defence minister"; also "(a) … who is"."""
    words = name.sentence.words
    at = name.last + 1
    if at + 1 < len(words) and words[at].text in {"'s", "’s"}:
        return None
    if at + 1 >= len(words) or words[at].text not in {",", "(", "--", "–", "—"}:
        return None
    at += 1
    while at < len(words) and words[at].text.isdigit():
        at += 2
    first = at
    if at < len(words) and words[at].pos == "DET":
        first = at + 1
    end = first
    while end < len(words) and end - first < REACH and (_in_title(words[end], names) or words[end].lower in {"the", "to", "on", "in", "at"}):
        end += 1
    if end == first or (end < len(words) and words[end].is_verb and words[end].text not in {",", ")"}):
        pass
    return _title(words[first:end], names, ends=False)


def _governing(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The noun that a name is an apposition of: "the Minister for Defence, Mr Asante"."""
    head = name.head
    noun = head.head
    if head.dep != "appos" or not is_role(noun) or noun.i >= name.first or noun in names:
        return None
    words = name.sentence.words
    first = noun.i
    while first > 0 and noun.i - first < REACH and _in_title(words[first - 1], names):
        first -= 1
    end = noun.i + 1
    while end < name.first and words[end].text != ",":
        end += 1
    return _title(words[first:end], names, ends=False)


def _title(words: list[Word], names: Mapping[Word, Name], ends: bool) -> Title | None:
    """The role in a run of words: from behind its owner to its noun, with "of …" and "for …"."""
    roles = [w for w in words if is_role(w) and (w not in names or names[w].kind not in {"person"})]
    if not roles:
        return None
    noun = roles[-1] if ends else roles[0]
    if ends:
        joined = [w for w in words if w.lower in {"of", "for"} and w.i < noun.i]
        if joined and any(r.i < joined[0].i for r in roles):
            noun = next(r for r in reversed(roles) if r.i < joined[0].i)
        elif noun is not words[-1] and not any(w.lower in {"of", "for"} for w in words[noun.i - words[0].i :]):
            return None
    else:
        while noun.i + 1 <= words[-1].i and (nxt := words[noun.i + 1 - words[0].i]) in roles:
            noun = nxt
    before = [w for w in words if w.i < noun.i]
    first = noun
    for word in reversed(before):
        if word.text in {"'s", "’s", "'", "’"} or word.lower in {"and", "of"}:
            break
        if word in names and names[word].kind in {"state", "adjective", "capital", "person"}:
            break
        first = word
    last = noun
    for word in words[noun.i + 1 - words[0].i :]:
        if word.lower in {"in", "at", "the"} or (word.text in {"'s", "’s"}):
            if word.lower != "the":
                break
            continue
        last = word
    found: list[Name] = []
    for word in words:
        name = names.get(word)
        if name is not None and name not in found:
            found.append(name)
    former = any(w.lower in lexicon("former") for w in words if w.i <= noun.i)
    while first.i < noun.i and first.text in {"-", ".", ","}:
        first = words[first.i + 1 - words[0].i]
    return Title(first, last, noun, tuple(found), former)
