"""The index behind the gazetteer: every spelling of every table of names, and a tree of words to scan with.

A spelling leads to all that it can be, each with the years when it held; `chosen` picks one in the light of a year.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from dipevents.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NameClass: TypeAlias = Literal["country", "capital", "seat", "body", "group", "adjective", "leader", "place"]


class Entry(NamedTuple):
    """What a spelling can be: its class, canonical name, state, finer kind, first and last year, and flag."""

    kind: NameClass
    name: str
    country: str | None
    detail: str
    first: int | None
    last: int | None
    flag: str

    def holds(self, year: int) -> bool:
        """Whether the year lies within the entry's years, both inclusive."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


# the order decides when one spelling is several things: "Singapore" is the state, "Kuwait" never the city
ORDER: tuple[NameClass, ...] = ("country", "capital", "seat", "body", "group", "adjective", "leader", "place")
CAPITALISED = frozenset({"country", "capital"})  # datelines: "WASHINGTON", "GEORGIA", but not "CHAD"
ADJECTIVES = frozenset({"adjective", "demonym", "people"})
STRAIGHT = str.maketrans("’‘ʼ`‐‑–−", "''''----")
_SPACES = re.compile(r"\s+")


def plain(words: str) -> str:
    """With straight apostrophes, plain hyphens and single spaces."""
    return _SPACES.sub(" ", words.translate(STRAIGHT)).strip()


def folded(words: str) -> str:
    """Without diacritics: agencies write "Elysee" and "Sao Tome"."""
    if words.isascii():
        return words
    decomposed = unicodedata.normalize("NFD", words.translate(str.maketrans("łŁøØđĐıßæ", "lLoOdDisa")))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def year_of(cell: str) -> int | None:
    """A year, or None for an empty cell: open."""
    return int(cell) if cell else None


EARLY = 10
"""Years before an office in which the name of its holder may be his."""


def split(cell: str) -> tuple[str, ...]:
    """The spellings of a cell that holds several."""
    return tuple(cell.split("|")) if cell else ()


def _country_entries() -> Iterator[tuple[str, Entry]]:
    shown = display_names()
    for row in read_table("countries"):
        kind: NameClass = (
            "adjective" if row["kind"] in ADJECTIVES else "capital" if row["kind"] == "capital" else "country"
        )
        years = year_of(row["from"]), year_of(row["to"])
        yield row["words"], Entry(kind, shown[row["code"]], row["code"], row["kind"], *years, row["flag"])


def _aliased(table: str, kind: NameClass, detail: str, country: str | None) -> Iterator[tuple[str, Entry]]:
    for row in read_table(table):
        doubtful = split(row["ambiguous"])
        code = row[country] or None if country else None
        for words in (row["name"], *split(row.get("acronyms", "")), *split(row["aliases"])):
            flag = "ambiguous" if "*" in doubtful or words in doubtful else ""
            yield words, Entry(kind, row["name"], code, row[detail], year_of(row["from"]), year_of(row["to"]), flag)


def _place_entries() -> Iterator[tuple[str, Entry]]:
    for row in read_table("places"):
        yield row["name"], Entry("place", row["name"], row["country"] or None, row["kind"], None, None, row["flag"])


_SMALL_ENDINGS = frozenset(
    ("Alliance", "Army", "Assembly", "Commission", "Congress", "Council", "Front", "Movement", "Parliament")
)
"""The nouns at the end of a body's name that some papers write small."""


def _spellings(words: str, entry: Entry) -> Iterable[str]:
    """The spelling itself, without diacritics, with a small noun at its end, and in capitals.

    Not in capitals where it is short, an acronym or often another word.
    """
    straight = plain(words)
    found = [straight, folded(straight)]
    shouted = len(straight) > 3 and (entry.flag != "ambiguous" or (entry.kind in CAPITALISED and len(straight) > 4))
    head, _, last = straight.rpartition(" ")
    told = last in _SMALL_ENDINGS if last != "Party" else " " in head  # "Democratic party" may be anybody's
    if head and told and entry.kind in {"body", "group"} and entry.flag != "ambiguous":
        found += [f"{spelling.rpartition(' ')[0]} {last.lower()}" for spelling in found]  # "the European parliament"
    if shouted and straight.upper() != straight:
        found += [spelling.upper() for spelling in found]
    return dict.fromkeys(found)


@cache
def name_index() -> Mapping[str, tuple[Entry, ...]]:
    """Every spelling of every table with what it can be, in the tables' order."""
    index: dict[str, dict[Entry, None]] = {}
    sources = (
        _country_entries(),
        _aliased("governments", "seat", "kind", "country"),
        _aliased("bodies", "body", "kind", None),
        _aliased("groups", "group", "class", "country"),
        _aliased("leaders", "leader", "office", "country"),
        _place_entries(),
    )
    for source in sources:
        for words, entry in source:
            for spelling in _spellings(words, entry):
                index.setdefault(spelling, {})[entry] = None
    ranked = {
        spelling: sorted(entries, key=lambda entry: ORDER.index(entry.kind)) for spelling, entries in index.items()
    }
    return {spelling: tuple(entries) for spelling, entries in ranked.items()}


def candidates(words: str) -> Iterator[str]:
    """The words as they stand, then without the article, then without a possessive ending."""
    straight = plain(words)
    yield straight
    bare = straight[4:] if straight[:4] in {"the ", "The ", "THE "} else straight
    yield bare
    for ending in ("'s", "'S", "'"):
        if bare.endswith(ending):
            yield bare.removesuffix(ending)


@lru_cache(maxsize=1 << 15)
def entries_of(words: str, kind: NameClass) -> tuple[Entry, ...]:
    """What the words can be in one class; the first of their `candidates` that is known there counts."""
    index = name_index()
    for spelling in candidates(words):
        if found := tuple(entry for entry in index.get(spelling, ()) if entry.kind == kind):
            return found
    return ()


def chosen(entries: tuple[Entry, ...], year: int | None) -> Entry | None:
    """The entry that holds in the year, or still holds where no year is given; a name that held once means it ever.

    Long before somebody's first office another may bear his name.
    """
    if year is not None:
        entries = tuple(e for e in entries if e.kind != "leader" or e.first is None or e.first <= year + EARLY)
    held = [entry for entry in entries if (entry.last is None if year is None else entry.holds(year))]
    if not held and entries and entries[0].kind not in {"capital", "seat"}:
        held = list(entries)
    return min(held, key=lambda entry: entry.flag == "ambiguous", default=None)


@cache
def display_names() -> Mapping[str, str]:
    """The first name of each code in the table."""
    shown: dict[str, str] = {}
    for row in read_table("countries"):
        if row["kind"] == "name":
            shown.setdefault(row["code"], row["words"])
    return shown


# a name may run over one line break, not over a blank line
_STEP = re.compile(r"([^\S\n]{0,8}(?:\n[^\S\n]{0,8})?)(\w+|[^\w\s])")
_END = ""  # no token is empty: the key of a finished name


@cache
def trie() -> Mapping[str, object]:
    """The spellings as a tree of words; a word that follows a space carries it, so "U.S." is not "U. S."."""
    root: dict[str, object] = {}
    for spelling in name_index():
        node = root
        for space, token in _STEP.findall(spelling):
            child = node.setdefault((" " if space else "") + token, {})
            node = child if isinstance(child, dict) else {}
        node[_END] = spelling
    return root


@cache
def opening() -> re.Pattern[str]:
    """The words that a name may begin with: a few in lower case ("al", "north"), and all others."""
    small = sorted(word for word in trie() if "a" <= word[:1] <= "z")
    return re.compile(rf"\b(?:[^\Wa-z]\w*|(?:{'|'.join(map(re.escape, small))})(?!\w))")


def doubtful(entries: Iterable[Entry], year: int | None) -> bool:
    """Whether one of the entries that hold is flagged, or they disagree about the state."""
    held = [entry for entry in entries if year is None or entry.holds(year)]
    return any(entry.flag == "ambiguous" for entry in held) or len({entry.country for entry in held}) > 1


class Reading(NamedTuple):
    """What an indexed spelling is taken for in a year, by its first class."""

    kind: NameClass
    name: str
    country: str | None
    ambiguous: bool


@lru_cache(maxsize=1 << 16)
def reading(spelling: str, year: int | None) -> Reading | None:
    """The reading of an indexed spelling, its most likely class first; None where nothing holds in the year."""
    entries = name_index()[spelling]
    by_class = [
        chosen(tuple(entry for entry in entries if entry.kind == kind), year)
        for kind in dict.fromkeys(entry.kind for entry in entries)
    ]
    held = [entry for entry in by_class if entry is not None]
    if not held:
        return None
    first = held[0]
    return Reading(first.kind, first.name, first.country, doubtful(held, None))


def longest_name(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the longest known name that begins with the word `text[start:end]` ends, and its spelling in the index."""
    node: object = trie().get(text[start:end])
    found: tuple[int, str] | None = None
    while isinstance(node, dict):
        if _END in node:
            found = (end, node[_END])
            if len(node) == 1:
                break
        step = _STEP.match(text, end)
        if step is None:
            break
        token = step[2] if step[2].isalpha() and step[2].isascii() else step[2].translate(STRAIGHT)
        node = node.get(" " + token if step[1] else token)
        end = step.end()
    return found


def near(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names differ in one spelling only: "Sergei" and "Sergey", "Gaddafi" and "Kadhafi"."""
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(different) == 1 and _one_edit(*different[0])


def _one_edit(a: str, b: str) -> bool:
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + (len(a) >= len(b)) :] == b[start + (len(b) >= len(a)) :]
