"""The lexicon of actors, and the name: what the reading of names, titles and references share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from dipevents.lexicon import Remembered, read_words
from dipevents.mentions.gazetteer import NameHit
from dipevents.reading.sentence import Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


__all__ = [
    "CHOSEN",
    "Name",
    "in_title_case",
    "is_capital",
    "is_retired",
    "is_role",
    "is_sided_with",
    "lexicon",
    "long_titles",
    "office_of",
    "ranks",
    "shared_role",
]

_OPPOSITE = ("number", "counterpart")
"""The form of "his opposite NUMBER", and the dictionary form that it is given."""
CHOSEN = frozenset({"designate", "elect"})
"""Behind an office and a hyphen: who does not hold it yet."""
SUFFIXES = frozenset({"Jr", "Sr", "MP", "MEP", "QC", "KC", "OBE", "CBE"})
"""What a person's name may end in that is no part of it."""


STATELY = ("state", "military", "international", "party", "religious")
"""The classes of `data/offices.toml` that are offices; the other classes are trades."""
_TELLING = frozenset({"ADJ", "ADV", "AUX", "NOUN", "PRON", "PROPN", "VERB"})
"""Kinds of words that a headline in capitals writes with one."""
_RETIRED = re.compile(r"(?:\s+[A-Z][^\s()]*){0,4}\s*\((?i:ret|retd|ret'd|retired|rtd)\.?\)")
_BEHIND = re.compile(r"\s(?:of|for|at|in|on|to)\s")


@cache
def lexicon(*tables: str) -> frozenset[str]:
    """A list of `data/actors.toml` as a set, with what `data/offices.toml` adds to it; or several together."""
    own = (read_words("actors").get(table, ()) for table in tables)
    return frozenset(chain(*own, *(_from_offices().get(table, ()) for table in tables)))


@cache
def _from_offices() -> dict[str, frozenset[str]]:
    """The head words of titles ("minister" of "defence minister", "secretary" of "secretary of state"), and titles."""
    words = read_words("offices")
    ties, gender, honorifics = words["ties"], words["gender"], words["honorifics"]
    offices = [title for name in STATELY for title in words["offices"][name]]
    trades = [title for name, titles in words["offices"].items() if name not in STATELY for title in titles]
    return {
        "offices": _heads([*offices, *ties["speakers"], *ties["attendants"]]),
        "persons": _heads(trades),
        "offices_of_state": _heads(words["offices"]["state"]),
        "speakers": frozenset(ties["speakers"]),
        "attendants": frozenset(ties["attendants"]),
        "honorifics": frozenset(part for sex in honorifics.values() for title in sex for part in title.split()),
        "female": frozenset([*gender["woman"], *honorifics["woman"]]),
        "male": frozenset([*gender["man"], *honorifics["man"]]),
        "former": frozenset(word.rstrip("-") for word in words["modifiers"]["past"]),
    }


def _heads(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(_BEHIND.split(title.lower(), maxsplit=1)[0].split()[-1] for title in titles)


@cache
def _roles() -> frozenset[str]:
    return lexicon("offices", "persons")


@cache
def long_titles() -> frozenset[str]:
    """Offices of several words, in lower case: "secretary of state", "attorney general"."""
    return frozenset(title for titles in read_words("offices")["offices"].values() for title in titles if " " in title)


def is_retired(rank: Word) -> bool:
    """Whether brackets behind a rank or its bearer tell that it is left: "Commodore (RETD) Ada Holt", "Holt (RET.)"."""
    text = rank.sentence.text
    return "(" in text and _RETIRED.match(text, rank.end - rank.sentence.start) is not None


@cache
def ranks() -> dict[str, str]:
    """Ranks and titles by their abbreviations: "gen" for "general"."""
    return {short: rank for rank, forms in read_words("offices")["ranks"].items() for short in forms}


def is_sided_with(words: Sequence[Word], at: int) -> bool:
    """Whether others are for or against whom a word names, rather than his: "pro-ISRAEL", "anti-AMERICAN"."""
    return at > 1 and words[at - 1].text == "-" and words[at - 2].lower in {"pro", "anti"}


def is_capital(word: Word) -> bool:
    """Whether it begins with a capital, also behind the sign of a handle, or a small "d": "@Holt", "d'Holt"."""
    return _CAPITAL[word.text]


def _has_capital(text: str) -> bool:
    text = text.removeprefix("@")
    return (text[2:] if text[:2] in {"d'", "d’"} else text)[:1].isupper()


_CAPITAL = Remembered(_has_capital)


def is_role(word: Word) -> bool:
    """Whether it is a noun for one person's office or trade ("minister", "Professor"); not "the 75-MEMBER council"."""
    if word.lower not in _roles() and (word.lower, word.lemma) != _OPPOSITE:
        return word.lower in CHOSEN and _chosen_for(word) is not None
    if word.pos not in {"NOUN", "PROPN", "ADJ"}:
        return False
    before = word.sentence.words[max(0, word.i - 2) : word.i] if word.lower == "member" else ()
    return len(before) < 2 or before[1].text != "-" or before[0].tag != "CD"


def _chosen_for(word: Word) -> str | None:
    """The office before the hyphen of one who does not hold it yet: "PRESIDENT-elect", "PRIME MINISTER-designate"."""
    before = word.sentence.words[max(0, word.i - 2) : word.i]
    return before[0].lower if len(before) > 1 and before[1].text == "-" and before[0].lower in _roles() else None


def office_of(noun: Word) -> str:
    """The office that a noun gives, in lower case: a "Secretary General" is no general."""
    words, at = noun.sentence.words, noun.i - 1
    if (noun.lower, noun.lemma) == _OPPOSITE:
        return noun.lemma
    if noun.lower in CHOSEN and (office := _chosen_for(noun)) is not None:
        return f"{office}-{noun.lower}"
    if noun.lower != "general" or at < 0:
        return noun.lower
    before = words[at - 1 if words[at].text == "-" and at else at].lower
    return f"{before}-general" if before in lexicon("generals") else noun.lower


def shared_role(word: Word) -> str | None:
    """The office or trade in the singular that a noun in the plural gives to several persons ("ministers"), or None."""
    return _SHARED[word.text] if word.is_noun and word.tag != "PRP" else None


_PLURALS = (("s", ""), ("ies", "y"), ("men", "man"))
"""Endings of the plural with those of the singular."""


def _singular_role(text: str) -> str | None:
    low = read_words("sentences")["many"].get(text, text).lower()  # "SENS. Holt and Kos"
    forms = (low.removesuffix(plural) + singular for plural, singular in _PLURALS if low.endswith(plural))
    return next((form for form in forms if form in _roles()), None)


_SHARED = Remembered(_singular_role)


@dataclass(slots=True, eq=False)
class Name:
    """A name in a sentence: words `first` to `last`, inclusive.

    Attributes:
        sentence: The sentence.
        first: Position of its first word.
        last: Position of its last word.
        kind: person, organization, igo, group, seat (of a government), state, capital, adjective (of a state, or its
            people), place or thing; ship until all names are read.
        country: The state that the name itself tells, or None.
        known: What the gazetteer knows of it, or None.
        honorific: The title directly before a person's name ("mrs"), in lower case, or None.
        sure: Whether the kind stands without further proof: a known name, a title, a body's noun, a full name.
    """

    sentence: Sentence
    first: int
    last: int
    kind: str
    country: str | None = None
    known: NameHit | None = None
    honorific: str | None = None
    sure: bool = True
    _text: str | None = field(default=None, init=False, repr=False)
    _head: Word | None = field(default=None, init=False, repr=False)

    def narrow(self, first: int, last: int) -> None:
        """Takes all words from the name but those from `first` to `last`."""
        self.first, self.last = first, last
        self._text = self._head = None

    @property
    def words(self) -> list[Word]:
        """Its words."""
        return self.sentence.words[self.first : self.last + 1]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.sentence.words[self.last].end

    @property
    def text(self) -> str:
        """Its characters with single blanks, without a bracket that has no other: "(President Ana) Ruiz"."""
        if self._text is None:
            base = self.sentence.start
            text = self.sentence.text[self.start - base : self.end - base]
            self._text = " ".join((text if "(" in text else text.replace(")", "")).split())
        return self._text

    @property
    def suffix(self) -> tuple[Word, ...]:
        """What stands behind a person's name and may head its phrase: "Ferdinand Marcos JR."."""
        words = self.sentence.words
        if (
            self.kind != "person"
            or self.last + 1 >= len(words)
            or words[self.last + 1].text.rstrip(".") not in SUFFIXES
        ):
            return ()
        return (words[self.last + 1],)

    @property
    def behind(self) -> int:
        """Position of the word behind it, and behind what belongs to it."""
        return self.last + 1 + len(self.suffix)

    @property
    def head(self) -> Word:
        """The word that ties it to the sentence."""
        if self._head is None:
            own = [*self.words, *self.suffix]
            outer = (w for w in reversed(own) if not self.first <= w.head.i <= own[-1].i or w.head is w)
            self._head = next(outer, self.sentence.words[self.last])
        return self._head


def in_title_case(sentence: Sentence) -> bool:
    """Whether a headline sets most words in capitals, which tell nothing then; all, where it ends with a full stop."""
    if not sentence.heading:
        told = [w for w in sentence.words if w.pos in _TELLING]
        return len(told) > 3 and all(map(is_capital, told)) and "," not in sentence.text
    plain = [w for w in sentence.words if len(w.text) > 3 and w.text.isalpha()]
    return sum(map(is_capital, plain)) > 0.6 * len(plain)
