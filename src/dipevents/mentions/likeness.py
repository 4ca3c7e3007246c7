"""Which names can mean the same body or person: short forms, fuller forms, letters for words, spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import country_of_adjective
from dipevents.mentions.name_index import near
from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from dipevents.mentions.identity import Entry
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name

__all__ = [
    "are_apart",
    "initials",
    "is_acronym",
    "is_by_name",
    "is_doubtful",
    "is_fuller",
    "is_letters_of_office",
    "is_same_person",
    "is_short_for",
    "letters_of",
]


def is_acronym(entry: Entry, name: Name) -> bool:
    """Whether a body is called by letters so far and by words now: "G-6 … the GROUP OF SIX"."""
    return entry.name.upper() == entry.name and name.text.upper() != name.text and len(name.text) > len(entry.name)


def initials(entry: Entry) -> str:
    """The first letters of the words of its name."""
    return "".join(t[0] for t in entry.tokens)


def is_doubtful(names: Iterable[Name]) -> bool:
    """Whether only a name that bodies of several states bear tells of a body: "CONGRESS", "the SENATE"."""
    known = [name.known for name in names]
    return bool(known) and all(one is not None and one.ambiguous for one in known)


def are_apart(entry: Entry, name: Name, stated: Container[str]) -> bool:
    """Whether a body and a name are of two states; what is known of a doubtful name counts where its state is named.

    "Chile's parliament … CONGRESS" is that of Chile unless Americans were told of before.
    """
    own, other = name.country, entry.country
    if own is None or other is None or own == other:
        return False
    if is_doubtful([name]):
        national = country_of_adjective(entry.name.split()[0]) is not None  # "Nepali Congress"
        return entry.tokens[-1:] != ("party",) and not (entry.known_id and national) and own in stated
    return other in stated or not is_doubtful(entry.names)


def is_short_for(tokens: tuple[str, ...], entry: Entry, name: Name, stated: Container[str]) -> bool:
    """Whether a body's name is a shorter or longer form of another: "Lockheed", "the Foreign Ministry"."""
    short, long = sorted((tokens, entry.tokens), key=len)
    if len(short) == len(long) or not short:
        return False
    if entry.kind == "igo" and tokens == entry.tokens[-1:] and name.text[0].isupper():
        return True  # "the Commission" of the EU
    if entry.known_id and (entry.kind != "organization" or len(tokens) > len(entry.tokens)):
        return False
    if are_apart(entry, name, stated):
        return False
    if long[-len(short) :] == short:
        return True
    heading = name.sentence.heading or any(n.sentence.heading for n in entry.names)
    if heading and len(short) == 2 and (short[0], short[-1]) == (long[0], long[-1]) and name.country:
        return True  # "PERU MINISTRY WARNS" heads a piece on Peru's Trade Ministry
    company = long[-1] in lexicon("companies")  # "ZUBQA Semiconductor Corp"
    return long[: len(short)] == short and (len(short) > 1 or len(long) == 2 or company)


def is_fuller(tokens: tuple[str, ...], entry: Entry, name: Name) -> bool:
    """Whether a known body's name gives another its beginning, or is the short form of a company's.

    "the Air Force … the U.S. AIR FORCE", "Lemma Bank … LEMMA", "Airbus Leasing Corp … AIRBUS".
    """
    if name.country and entry.country and name.country != entry.country:
        return False
    if entry.known_id is None and 1 < len(entry.tokens) < len(tokens):
        return tokens[-len(entry.tokens) :] == entry.tokens
    if entry.known_id is None and entry.tokens[-1] not in lexicon("companies"):
        return False
    return entry.kind == "organization" and len(tokens) == 1 < len(entry.tokens) and entry.tokens[0] == tokens[0]


def is_by_name(name: Name) -> bool:
    """Whether a name is another one that somebody is told to go by: "Juan Soto, known as JUANCHO"."""
    words = name.sentence.words
    return [w.lower for w in words[max(name.first - 2, 0) : name.first]] == ["known", "as"]


def is_letters_of_office(name: Name, following: Name | None) -> bool:
    """Whether letters are the office of whose name stands right behind: "NSA | Juan Soto"."""
    beside = following is not None and following.kind == "person" and following.first == name.last + 1
    return beside and name.text.isupper() and name.text.lower() in lexicon("office_letters")


def letters_of(titles: Iterable[Title]) -> Iterator[str]:
    """The letters by which offices are called that have such: "NSA" of a national security adviser."""
    for title in titles:
        letters = "".join(word[0] for word in title.role.split()).upper()
        if letters.lower() in lexicon("office_letters"):
            yield letters


def is_same_person(known: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two names of persons can be one: all words of the shorter are in the longer, surnames agreeing."""
    short, long = sorted((known, new), key=len)
    if len(short) == len(long):
        return len(short) > 1 and near(short, long)
    return set(short) <= set(long)
