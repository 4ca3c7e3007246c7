"""Known names in text: countries, capitals, seats of government, bodies, groups, leaders and places, by exact look-up.

Pattern: a name stands in one of the tables of `data/` letter for letter, or with a straight for a curly apostrophe,
without its diacritics, or in capitals ("SOUTH KOREA"). Nothing is guessed from likeness: Hamas is never the Bahamas.
Capitals matter ("US" is a state, "us" is not; "Turkey" is one, "turkey" is not).

A country is told in the light of the article's year where one is given: "Moscow" stands for the Soviet Union in 1990
and for Russia in 2000. Capitals and seats count only in the years when they held; a former name or adjective still
means its state later on ("the Soviet Union" in an article of 2010).

To add a name, add a line to the table that `data/README.md` names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dipevents.lexicon import Remembered, read_table, read_words
from dipevents.mentions.name_index import (
    NameClass,
    candidates,
    chosen,
    display_names,
    doubtful,
    entries_of,
    folded,
    longest_name,
    name_index,
    opening,
    plain,
    reading,
    trie,
    year_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "OPENINGS",
    "Body",
    "Group",
    "Leader",
    "NameHit",
    "body",
    "capital_of",
    "country_code",
    "country_name",
    "country_of_adjective",
    "country_of_capital",
    "country_of_name",
    "find_names",
    "given_name_gender",
    "group",
    "is_ambiguous",
    "is_called",
    "is_combining",
    "leader",
    "name_at",
    "place",
    "seat",
    "terms_of",
]


@dataclass(frozen=True, slots=True)
class Body:
    """An intergovernmental body or alliance; `country` is the state of its seat, not a state that it acts for."""

    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """A known non-state body: `kind` is `group` or `organization`, `category` the finer sort (armed_group, news…)."""

    name: str
    kind: str
    category: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Leader:
    """A known holder of a state office; `offices` is (office, first year, last year or None) in order of time."""

    name: str
    country: str
    gender: str | None
    offices: tuple[tuple[str, int, int | None], ...]


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name in a text: `text[start:end]` is its spelling there.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character; a possessive ending and a leading "the" are outside.
        text: The spelling in the text.
        kind: What the name is taken for: the most likely class that has this spelling.
        name: The canonical name (display name of the country for countries, adjectives and capitals' states alike).
        country: Code of its state, or None.
        ambiguous: Whether the spelling is often something else ("Jordan") or its classes disagree about the state.
    """

    start: int
    end: int
    text: str
    kind: NameClass
    name: str
    country: str | None
    ambiguous: bool


def _country(words: str, kind: NameClass, year: int | None) -> str | None:
    entry = chosen(entries_of(words, kind), year)
    return entry.country if entry else None


def country_name(code: str) -> str | None:
    """The display name of an ISO 3166 alpha-3 code, or None for a code that is not in the table.

    Example:
        >>> country_name("PRK"), country_name("XXX")
        ('North Korea', None)
    """
    return display_names().get(code)


def country_of_name(words: str, year: int | None = None) -> str | None:
    """The state or territory of this name, present, former, official or short; a leading "the" is ignored.

    Example:
        >>> country_of_name("the DPRK"), country_of_name("Burma"), country_of_name("us")
        ('PRK', 'MMR', None)
        >>> country_of_name("Congo", 1995), country_of_name("Congo", 2010)
        ('COG', 'COD')
    """
    return _country(words, "country", year)


def country_of_adjective(word: str) -> str | None:
    """The state of an adjective or demonym, singular or plural.

    Example:
        >>> country_of_adjective("South Korean"), country_of_adjective("Britons"), country_of_adjective("Soviet")
        ('KOR', 'GBR', 'SUN')
    """
    return _country(word, "adjective", None)


def is_combining(word: str) -> bool:
    """Whether an adjective of a state is one only before a hyphen: "Franco-German", but "Franco Rossi".

    Example:
        >>> is_combining("Franco"), is_combining("French")
        (True, False)
    """
    return word.endswith("o") and any(entry.flag == "combining" for entry in entries_of(word, "adjective"))


def country_of_capital(words: str, year: int | None = None) -> str | None:
    """The state whose capital this is (or was, in the year given); without a year, whose capital it is now.

    Example:
        >>> country_of_capital("Pyongyang"), country_of_capital("Moscow", 1990), country_of_capital("Bonn")
        ('PRK', 'SUN', None)
    """
    return _country(words, "capital", year)


@cache
def _capitals() -> Mapping[str, str]:
    rows = (row for row in read_table("countries") if row["kind"] == "capital" and not row["to"])
    return {row["code"]: row["words"] for row in reversed(list(rows))}


def capital_of(code: str) -> str | None:
    """The capital that a state has now, or None for a code that is not in the table.

    Example:
        >>> capital_of("CZE"), capital_of("XXX")
        ('Prague', None)
    """
    return _capitals().get(code)


@lru_cache(maxsize=1 << 13)
def country_code(words: str, year: int | None = None) -> str | None:
    """The state of any geographic word: name, capital, adjective, seat of government or place, in this order.

    Example:
        >>> [country_code(words) for words in ("Iran", "Tehran", "Iranians", "the Kremlin", "Isfahan", "Tomorrow")]
        ['IRN', 'IRN', 'IRN', 'RUS', 'IRN', None]
    """
    kinds: tuple[NameClass, ...] = ("country", "capital", "adjective", "seat", "place")
    return next((code for kind in kinds if (code := _country(words, kind, year))), None)


def place(name: str) -> tuple[str | None, str] | None:
    """The state and kind (region, city, water, area…) of a place; the state is None where none or several own it.

    Example:
        >>> place("Chechnya"), place("South China Sea"), place("Nowhere Town")
        (('RUS', 'region'), (None, 'water'), None)
    """
    entry = chosen(entries_of(name, "place"), None)
    return (entry.country, entry.detail) if entry else None


def seat(name: str, year: int | None = None) -> tuple[str, str] | None:
    """The state and kind (government, ministry, legislature, military, service) that a seat or its metonym stands for.

    Example:
        >>> seat("the White House"), seat("the Blue House", 2010), seat("the Blue House", 2023)
        (('USA', 'government'), ('KOR', 'government'), None)
    """
    entry = chosen(entries_of(name, "seat"), year)
    return (entry.country, entry.detail) if entry and entry.country else None


@cache
def _bodies() -> Mapping[str, Body]:
    return {row["name"]: Body(row["name"], row["kind"], row["country"] or None) for row in read_table("bodies")}


@lru_cache(maxsize=1 << 13)
def body(name: str) -> Body | None:
    """The intergovernmental body of this name, acronym or alias.

    Example:
        >>> body("NATO").name, body("Hamas")
        ('North Atlantic Treaty Organization', None)
    """
    entry = chosen(entries_of(name, "body"), None)
    return _bodies()[entry.name] if entry else None


@cache
def _groups() -> Mapping[str, Group]:
    rows = read_table("groups")
    return {row["name"]: Group(row["name"], row["kind"], row["class"], row["country"] or None) for row in rows}


@lru_cache(maxsize=1 << 13)
def group(name: str) -> Group | None:
    """The armed group, party, service, news agency, think tank or company of this name or alias.

    Example:
        >>> group("Hezbollah").kind, group("Xinhua").category, group("Bahamas")
        ('group', 'news', None)
    """
    entry = chosen(entries_of(name, "group"), None) or chosen(entries_of(_without_form(name), "group"), None)
    return _groups()[entry.name] if entry else None


def _without_form(name: str) -> str:
    """A name without the legal form of a company behind it: "Harrow Dynamics" of "Harrow Dynamics CORP."."""
    short, _, form = name.rpartition(" ")
    return short.rstrip(",") if form.rstrip(".").lower() in read_words("actors")["legal_forms"] else ""


def is_called(name: str, *categories: str) -> bool:
    """Whether a name or alias is that of a group of one of the categories.

    Example:
        >>> is_called("Xinhua", "news"), is_called("Xinhua", "party", "ngo"), is_called("Bahamas", "news")
        (True, False, False)
    """
    known = group(name)
    return known is not None and known.category in categories


@cache
def _leaders() -> Mapping[str, Leader]:
    people: dict[str, Leader] = {}
    for row in read_table("leaders"):
        term = (row["office"], int(row["from"]), year_of(row["to"]))
        before = people[row["name"]].offices if row["name"] in people else ()
        terms = tuple(sorted((*before, term), key=lambda held: held[1]))
        people[row["name"]] = Leader(row["name"], row["country"], row["gender"] or None, terms)
    return people


def leader(name: str, year: int | None = None) -> Leader | None:
    """The known leader or minister of this name; a bare surname only where it is in the table as an alias.

    With a year, somebody in office then goes before somebody of the same name who was not.

    Example:
        >>> leader("Vladimir Putin").country, leader("Nobody Atall")
        ('RUS', None)
    """
    entry = chosen(entries_of(name, "leader"), year)
    return _leaders()[entry.name] if entry else None


_UNGOVERNING = (
    *("adviser", "aide", "ambassador", "commander", "coordinator", "dissident", "envoy", "negotiator", "opposition"),
    *("representative", "senator", "spokes", "writer"),
)
"""What is said of offices after whose holders no government is called."""


@cache
def _terms() -> Mapping[str, frozenset[tuple[str, str, int, int]]]:
    found: dict[str, set[tuple[str, str, int, int]]] = {}
    for row in read_table("leaders"):
        if any(office in row["office"] for office in _UNGOVERNING):
            continue
        last = folded(row["name"]).lower().split()[-1]
        term = (row["name"], row["country"], int(row["from"]), int(row["to"] or 9999))
        found.setdefault(last, set()).add(term)
    return {last: frozenset(terms) for last, terms in found.items()}


def terms_of(surname: str) -> frozenset[tuple[str, str, int, int]]:
    """Name, state, first and last year of each term of a known leader or minister of this surname, in lower case.

    Example:
        >>> {country for _, country, first, last in terms_of("reagan")}, terms_of("atall")
        ({'USA'}, frozenset())
    """
    return _terms().get(surname, frozenset())


@cache
def _given_names() -> Mapping[str, str]:
    return {
        spelling: row["gender"] for row in read_table("given_names") for spelling in (row["name"], folded(row["name"]))
    }


def given_name_gender(name: str) -> str | None:
    """`f`, `m`, or `u` for a given name that both bear; None for a name that is not in the table.

    Example:
        >>> given_name_gender("Angela"), given_name_gender("BORIS"), given_name_gender("Zxq")
        ('f', 'm', None)
    """
    straight = plain(name)
    return _given_names().get(straight.title() if straight.isupper() else straight)


def is_ambiguous(words: str, year: int | None = None) -> bool:
    """Whether the spelling is flagged as often something else, or stands for several states in the year (or ever).

    Example:
        >>> is_ambiguous("Jordan"), is_ambiguous("Pakistan"), is_ambiguous("Moscow"), is_ambiguous("Moscow", 2000)
        (True, False, True, False)
    """
    index = name_index()
    return any(doubtful(index[spelling], year) for spelling in candidates(words) if spelling in index)


def find_names(text: str, year: int | None = None) -> tuple[NameHit, ...]:
    """All known names in the text, in text order, the longest first where they overlap; one linear scan.

    Whole words only, so "Omani" does not hold "Oman", and "Persian Gulf" does not hold "Persian". A capital or seat
    outside its years is left to its other classes, or to nobody.

    Example:
        >>> [(hit.text, hit.kind, hit.country) for hit in find_names("South Korean officials flew to Bahrain.")]
        [('South Korean', 'adjective', 'KOR'), ('Bahrain', 'country', 'BHR')]
        >>> find_names("Nobody told us about the turkey.")
        ()
    """
    hits: list[NameHit] = []
    done = 0
    for word in opening().finditer(text):
        hit = name_at(text, *word.span(), year) if word.start() >= done else None
        if hit is not None:
            hits.append(hit)
            done = hit.end
    return tuple(hits)


def name_at(text: str, start: int, end: int, year: int | None = None) -> NameHit | None:
    """The longest known name that begins with the word `text[start:end]`, or None."""
    longest = longest_name(text, start, end)
    read = reading(longest[1], year) if longest is not None else None
    return NameHit(start, longest[0], text[start : longest[0]], *read) if longest is not None and read else None


def _opening_of(token: str) -> int:
    word = opening().match(token)
    return word.end() if word is not None and word[0] in trie() else 0


OPENINGS = Remembered(_opening_of)
"""Letters of the word that a name may begin with, at the head of a token; 0 where none may."""
