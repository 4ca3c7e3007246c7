"""Where a visit goes: from the words of its goal to a place, and from "here" or the host to a country.

to Hanoi, to the Vietnamese capital, to the country       a place, a description, the place told before
to the shipyard in Kure, at Brussels airport              a site: the place in its phrase
to Putin, to NATO headquarters                            a host: the place is where the host is at home
here                                                      the dateline
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import region_of, visit_words
from dipevents.events.visit.people import identify, known_home
from dipevents.events.visit.public import has_office
from dipevents.lexicon import read_words
from dipevents.mentions.entries import is_listed
from dipevents.mentions.former import WHOLES, state_in
from dipevents.mentions.gazetteer import country_code, country_name, find_names
from dipevents.mentions.regions import states_of_region
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.place import Place
from dipevents.models.record import trusted
from dipevents.reading.clauses import appositions, clause, phrase, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = [
    "are_abroad",
    "building",
    "country_counts",
    "find_dateline",
    "foreign_places",
    "home_of",
    "is_of_state",
    "last_named",
    "main_country",
    "place_of_item",
    "places_of",
    "state_of_rite",
    "state_of_sites",
    "states_of_regions",
]

BYLINE = re.compile(r"(?:by|from)\b", re.IGNORECASE)
LINE = 60
"""Characters of a line that is only a byline, or only a place."""
TOP = 4
"""Paragraphs in which it may stand."""
SKIPPED = ("det", "prep", "relcl", "acl", "appos", "conj", "cc", "punct", "case")
SIDES_OF = frozenset({"against", "between", "with"})
"""Prepositions of the sides of a war or of talks."""
DEPTH = 4
"""How many phrases a place may be nested in ("a plant in the city of Torzhok")."""


def places_of(
    mentions: Mentions, goals: Iterable[Word], *, sites: bool = True, occasions: bool = False
) -> tuple[Place, ...]:
    """The places that the goal words name, each once, in text order.

    Args:
        mentions: The article.
        goals: Heads of phrases.
        sites: Whether any noun may be a site that has its place in its own phrase ("the drills in Ghana"), or only
            nouns of places ("the port of Busan").
        occasions: Whether those of occasions may be, too ("the summit in Oslo").
    """
    found: dict[str, Place] = {}
    for goal in goals:
        bounded = goal.lemma in visit_words("places", "sites") or (
            occasions and goal.lemma in visit_words("nouns", "occasion")
        )
        if not sites and goal.pos == "NOUN" and not bounded and not (goal.i and goal.text[:1].isupper()):
            continue  # a town that the tagger knows as no name has its capital
        if goal.lower in visit_words("places", "papers"):
            continue  # "said in the Lima TIMES"
        for place in _resolve(mentions, goal, DEPTH):
            if not sites and goal.pos == "NOUN" and not are_abroad((place,)):
                continue  # "at a hotel near Lower Wick"
            if place.country is None and (region := read_words("visit")["region_adjectives"].get(place.name.lower())):
                place = replace(place, name=region)  # "a LATIN AMERICAN tour"
            known = found.get(place.name)
            if known is None or known.country is None:
                wide = place.name.lower() in visit_words("places", "regions")  # "visited ASIA, Peru and Chile"
                found[place.name] = replace(place, country=None) if wide else place
    return tuple(found.values())


def _resolve(mentions: Mentions, word: Word, depth: int) -> tuple[Place, ...]:
    if depth <= 0 or not {word.lower, word.lemma}.isdisjoint(visit_words("places", "none")):
        seat = _seat(mentions, word) if word.pos == "PROPN" else None  # "the Oval OFFICE"
        return (seat,) if seat is not None else ()
    if several := _several(mentions, word):
        return several
    place = mentions.actors.place_at(word)
    if place is not None and place.name.lower() in {"north", "south", "east"} and place.country not in {"KOR", "PRK"}:
        return ()  # "barracks in the North-East"; not "returned from the NORTH"
    if place is not None and place.country is None:
        known = (building(mentions, word), *_inside(mentions, word, depth))
        around = next((p.country for p in known if p is not None and p.country), None)
        return (Place(name=place.name, country=around, evidence=place.evidence),)
    if place is not None and word.pos == "NOUN" and (there := _inside(mentions, word, depth, behind=True)):
        return tuple(there)
    if place is not None and word.pos == "NOUN" and (called := _called(mentions, word)):
        return called
    if place is not None:
        return _within(mentions, word, place)
    if word.pos == "PROPN" and (seat := _seat(mentions, word)) is not None:
        return (seat,)
    inner = _inside(mentions, word, depth)
    if not inner and word.dep == "appos":
        above = mentions.actors.place_at(word.head)
        inner = [above] if above is not None else []
    if inner:
        return tuple(inner)
    if word.lemma in visit_words("places", "again") and (country := mentions.actors.country_of(word)):
        return (Place(name=mentions.word_evidence(word).text, country=country),)
    return ()


def _several(mentions: Mentions, word: Word) -> tuple[Place, ...]:
    """The region or state of an adjective ("an ASIAN tour", "Kim's CZECH visit"), or those of "both COUNTRIES"."""
    if word.pos == "ADJ" and (region := region_of(word)):
        return (Place(name=region, evidence=mentions.word_evidence(word)),)
    if word.pos == "ADJ" and (code := mentions.actors.country_of(word)):
        return (Place(name=country_name(code) or code, country=code, evidence=mentions.word_evidence(word)),)
    states = [a for a in mentions.actors.at(word) if a.kind is ActorKind.STATE and a.country]
    if word.tag in {"NNS", "DT", "PRP"} and len(states) > 1:
        return tuple(map(home_of, states))
    return _of_region(mentions, word) if word.tag == "NNS" and word.lemma in visit_words("places", "lands") else ()


def _of_region(mentions: Mentions, lands: Word) -> tuple[Place, ...]:
    """The states named of several, else their region: "eight AFRICAN countries, including SUDAN and CHAD"."""
    region = next((name for c in lands.subtree() if c.i < lands.i and (name := region_of(c))), "")
    around = Place(name=region, evidence=mentions.word_evidence(lands))
    known = states_of_regions((around,)) if region else frozenset()
    listing = next((w for w in lands.sentence.words[lands.i + 1 :] if w.lower == "including"), None)
    listed = with_conjuncts([c for c in listing.children if c.dep == "pobj"]) if listing is not None else ()
    named = [p for w in listed if (p := mentions.actors.place_at(w)) is not None and p.country]
    if named and all(not known or p.country in known for p in named):
        return tuple(named)
    beside = [p for w in with_conjuncts(appositions(lands)) if (p := mentions.actors.place_at(w)) is not None]
    if known and all(p.country not in known for p in beside):
        return (around, *beside)  # "the three BALTIC states, SWEDEN and Britain"
    return (around,) if region and not beside else ()


def _called(mentions: Mentions, word: Word) -> tuple[Place, ...]:
    """The name of a town behind its noun: "the port city OF HAIPHONG", but not "the capital of Vietnam"."""
    fillers = (w for w in clause(word).oblique("of") if w.is_under(word))
    named = [p for w in fillers if (p := mentions.actors.place_at(w)) is not None and p.country]
    return tuple(p for p in named if country_name(p.country or "") != p.name)


def _within(mentions: Mentions, word: Word, place: Place) -> tuple[Place, ...]:
    """A place in the state that stands behind its comma, "Manchester, IOWA"; both of "heads for SEOUL, PYONGYANG"."""
    if word.lemma in visit_words("places", "grounds") and (land := country_name(place.country or "")):
        return (Place(name=land, country=place.country, evidence=place.evidence),)  # "on Peruvian SOIL"
    words = word.sentence.words
    if word.i + 2 >= len(words) or words[word.i + 1].text != ",":
        return (place,)
    above = mentions.actors.place_at(words[word.i + 2])
    beside = words[word.i + 2].dep == "appos" and words[word.i + 2].head is word
    if not beside or above is None or above.country in {None, place.country}:
        return (place,)
    if country_name(place.country or "") == place.name:
        return (place,)  # "to visit SINGAPORE, Thailand and Laos"
    kinds = {"capital", "country"} if word.sentence.heading else {"capital"}  # "Kim to visit PARIS, Turkey"
    named = find_names(place.name) if word.sentence.heading else ()
    if any(hit.kind in kinds for hit in find_names(above.name)) and all(hit.kind == "capital" for hit in named):
        return (place, above)
    return (Place(name=place.name, country=above.country, evidence=place.evidence),)


def _inside(mentions: Mentions, word: Word, depth: int, *, behind: bool = False) -> list[Place]:
    """Places in the phrase of a site: before it, behind it, in apposition; or only those that it is told to be in."""
    found: list[Place] = []
    before: list[Place] = []
    for child in word.children:
        if child.dep == "prep" and child.lower == "on" and word.lemma in visit_words("nouns", "meeting"):
            within = (w for f in child.children for w in clause(f).oblique("in", "at"))  # "the talks on Peru in PRAGUE"
            found.extend(p for w in within for p in _resolve(mentions, w, depth - 1))
        elif child.dep == "prep" and child.lower in (
            {"in", "at", "near", "outside"} if behind else {"in", "of", "at", "near", "outside", "on"}
        ):
            joined = (w for c in child.children if c.dep == "conj" and c.pos == "ADP" for w in c.children)
            for filler in (*child.children, *joined):  # "in and around Prague"
                if filler.dep == "pobj":
                    found.extend(_resolve(mentions, filler, depth - 1))
        elif child.lower == "with" and word.lemma in {"border", "frontier", "boundary"}:
            found.extend(p for f in child.children if f.dep == "pobj" for p in _resolve(mentions, f, depth - 1))
        elif child.dep in {"compound", "nmod", "amod"} and child.text[:1].isupper():
            beside = mentions.actors.place_at(child)
            before.extend([beside] if beside is not None else [])
    owners = (c for c in word.children if c.dep == "poss" and {c.pos, word.pos} == {"PROPN"})
    seat = next((s for c in owners if (s := _seat(mentions, c)) is not None), None)  # "Downing Street's garden"
    before = [seat] if seat is not None else before
    if behind:
        return [p for p in found if p.country]
    there = countries_of(found)  # "the Peruvian consulate in Prague" is in Prague
    found.extend(p for p in before if not there or p.country in there)
    for other in with_conjuncts(appositions(word)):
        found.extend(_resolve(mentions, other, depth - 1))
    return found


def states_of_regions(places: Iterable[Place]) -> frozenset[str]:
    """The states of the regions among some places; empty where none is a region whose states are known."""
    names = [name for p in places if (name := p.name.lower()) in visit_words("places", "regions")]
    return frozenset(code for name in names for code in states_of_region(name))


def are_abroad(places: Iterable[Place]) -> bool:
    """Whether one of some places that are not at home is known to be abroad: its state is known, or it is a region."""
    return any(p.country or p.name.lower() in visit_words("places", "regions") for p in places)


def foreign_places(places: Iterable[Place], visitors: Iterable[Actor]) -> tuple[Place, ...]:
    """The places that are not in the visitors' own country."""
    own = [v for v in visitors if v.country and v.kind is not ActorKind.IGO]
    return tuple(p for p in places if p.country is None or not any(is_of_state(v, {p.country}) for v in own))


def is_of_state(actor: Actor, states: Collection[str]) -> bool:
    """Whether somebody is of one of some states, or of a part of it as it was: of Serbia in Yugoslavia."""
    return actor.country in states or any(whole in states for whole in WHOLES.get(actor.country or "", ()))


def _seat(mentions: Mentions, word: Word) -> Place | None:
    """A seat of government as a place ("called at the White House")."""
    if word.lemma in visit_words("places", "posts"):
        return None  # a state's, and in another one
    if word.dep == "pobj" and word.sentence.words[max(0, word.head.i - 1)].lemma in visit_words("places", "posts"):
        told = mentions.word_evidence(*phrase(word, skip=SKIPPED))  # within a post's name: "the US Embassy in PRAGUE"
        state = next((hit.country for hit in find_names(told.text) if hit.country), None)
        return Place(name=told.text, country=state, evidence=told) if state is not None else None
    whole = mentions.actors.at(word.head) if word.dep in {"compound", "amod", "nmod"} else ()
    name = mentions.word_evidence(*phrase(word, skip=SKIPPED)).text
    for actor in mentions.actors.at(word):
        if actor in whole and all(hit.country != actor.country for hit in find_names(name)):
            continue  # "the Fourth INTERNATIONAL Forum"
        if actor.kind in {ActorKind.STATE, ActorKind.ORGANIZATION} and actor.country and not actor.partisan:
            called = any(hit.text == name and hit.kind not in {"group", "body"} for hit in find_names(name))
            built = called or actor.kind is ActorKind.STATE or word.lemma.lower() in visit_words("places", "sites")
            return Place(name=name, country=actor.country) if built else home_of(actor)  # of a company, a council
    return building(mentions, word)


def building(mentions: Mentions, word: Word) -> Place | None:
    """A building, or a body that always sits in one place, which is known by a name of its own."""
    name = mentions.word_evidence(*phrase(word, skip=SKIPPED)).text
    state = state_in(_buildings().get(name.lower()), mentions.published.year if mentions.published else None)
    return Place(name=name, country=state) if state is not None else None


@cache
def _buildings() -> Mapping[str, str]:
    """The states of buildings that are known by a name of their own."""
    return {name: state for state, names in read_words("visit")["buildings"].items() for name in names}


def state_of_rite(mentions: Mentions, word: Word) -> tuple[Place, ...]:
    """The state of a rite, by whose it is: "the funeral of the SPANISH KING", "PERU'S independence parade"."""
    if word.lemma.lower() not in visit_words("occasions", "of_states"):
        return ()
    whose = (*clause(word).oblique("of", "for"), *(c for c in word.children if c.dep == "poss"))
    meant = (a for w in whose for a in identify(mentions, w) if a.kind is ActorKind.STATE or has_office(a))
    codes = {code for a in meant if (code := known_home(a)) is not None}
    # "the LATVIAN president-elect"
    chosen = (c for w in whose for c in w.children if c.lower in {"designate", "elect"})
    codes |= {code for c in chosen for k in c.children if (code := mentions.actors.country_of(k)) is not None}
    return tuple(Place(name=country_name(code) or code, country=code) for code in codes) if len(codes) == 1 else ()


def state_of_sites(mentions: Mentions, goals: Iterable[Word]) -> tuple[Place, ...]:
    """The states of sites that are called by them, of which no place is told: "toured INDONESIAN aircraft plants"."""
    venues = visit_words("nouns", "venue") - visit_words("places", "none", "landing")
    known = venues | visit_words("places", "national")
    sites = (w for w in goals if w.pos == "NOUN" and w.lemma in known)
    marks = (c for w in sites for c in w.children if c.dep in {"amod", "compound", "nmod", "poss"})
    codes = dict.fromkeys(code for c in marks if (code := mentions.actors.country_of(c)))
    return tuple(Place(name=country_name(code) or code, country=code) for code in codes)


def country_counts(mentions: Mentions) -> dict[str, int]:
    """How often an article speaks of the people and bodies of each country, and of the country itself."""
    counts: dict[str, int] = {}
    for actor in mentions.actors.actors:
        if actor.country:
            counts[actor.country] = counts.get(actor.country, 0) + len(actor.mentions)
    return counts


def main_country(counts: Mapping[str, int], without: Iterable[str | None]) -> Place | None:
    """The country that is spoken of most, apart from some; None where two are as frequent."""
    apart = frozenset(without)
    ranked = sorted((item for item in counts.items() if item[0] not in apart), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return Place(name=country_name(ranked[0][0]) or ranked[0][0], country=ranked[0][0])


def last_named(mentions: Mentions, word: Word, *, town: bool = False) -> Place | None:
    """What "there" points at: the last place named before a word, in its sentence or the two before.

    A side of talks, and a state that did something in a sentence before, is meant only where no other place is named.
    """
    subjects = [c for c in word.children if c.dep in {"nsubj", "nsubjpass"}]
    sentences = mentions.sentences[max(0, word.sentence.i - 2) : word.sentence.i + 1]
    side: Place | None = None
    for sentence in reversed(sentences):
        words = sentence.words
        for other in reversed(words):
            if sentence is word.sentence and (other.i >= word.i or any(other.is_under(w) for w in subjects)):
                told = any(up.dep == "relcl" for up in other.ancestors())
                if other.i >= word.i or not told:
                    continue  # "the president of Peru is there", but "Kim, who knows PRAGUE, was there"
            hosts = other.dep == "nsubj" and other.head.lemma in visit_words("verbs", "receive")
            does = (town or sentence is not word.sentence) and other.dep in {"nsubj", "nsubjpass"}
            capital = other.lemma == "capital" and not town  # "the Turkish CAPITAL"
            if not (other.pos == "PROPN" or capital) or not (hosts or does or other.dep in {"pobj", "dobj", "appos"}):
                continue
            place = next(iter(_resolve(mentions, other, DEPTH)), None) if capital else mentions.actors.place_at(other)
            if place is None and f"{words[other.i - 1].lower} {other.lower}" in _buildings():
                place = _seat(mentions, other)  # "visited the WHITE HOUSE in May and met Kim THERE"
            if place is None or place.country is None or (town and place.name == country_name(place.country)):
                continue
            if (town or hosts or not does) and (other.dep != "pobj" or other.head.lower not in SIDES_OF):
                return place
            side = side or place
    return side


def home_of(host: Actor) -> Place:
    """The country of a host as the place of a visit to them."""
    name = country_name(host.country or "") or host.name
    return trusted(Place, name=name, country=host.country, evidence=None)


def find_dateline(mentions: Mentions, word: Word | None = None) -> Place | None:
    """The place of the last dateline before a word, else of the first, or of a byline ("From our man in Oslo")."""
    text, paragraphs = mentions.article.text, mentions.article.paragraphs
    at = word.sentence.paragraph + 1 if word is not None else 0
    for paragraph in (*reversed(paragraphs[max(0, at - 40) : at]), *paragraphs[:40]):
        if paragraph.place is not None:
            words = text[paragraph.place.start : paragraph.place.end]
            return Place(name=words, country=_country_of(mentions, words))
    for paragraph in mentions.article.paragraphs[:TOP]:
        line = text[paragraph.start : paragraph.end]
        if len(line) > LINE:
            continue
        signed = BYLINE.match(line) is not None
        words = line.replace(",", " in ").rpartition(" in ")[2].strip() if signed else line
        if (signed or (line.isupper() and _is_named_alone(line))) and (code := _country_of(mentions, words)):
            return Place(name=words, country=code)
    return None


def place_of_item(mentions: Mentions, word: Word, visitors: Iterable[Actor]) -> tuple[Place, ...]:
    """The place that heads an item of a list, abroad for those it tells of: "OSLO: Kim attends the talks"."""
    here = find_dateline(mentions, word) if is_listed(mentions, word.sentence) else None
    return foreign_places((here,), visitors) if here is not None else ()


def _is_named_alone(line: str) -> bool:
    """Whether a line in capitals is nothing but places: "NEW DELHI, INDIA", not "FIVE TO MEET IN LIMA"."""
    return all(
        any(hit.start == 0 and hit.end == len(part) for hit in find_names(part)) for part in line.title().split(", ")
    )


def _country_of(mentions: Mentions, words: str) -> str | None:
    """The state of a dateline; none of one that names two: "LIMA/OSLO"."""
    year = mentions.published.year if mentions.published else None
    codes = set()
    for part in words.split("/"):
        code = country_code(part, year) or country_code(part.title(), year)
        code = code or next((hit.country for hit in find_names(part.title(), year) if hit.country), None)
        codes.add(state_in(code, year))
    return codes.pop() if len(codes) == 1 else None
