"""Writes `src/dipevents/data/given_names.csv`: given names with the gender that they tell.

Sources: the name lists of `Faker` (MIT) for its locales in Latin script, `given_names_overlay.csv` beside this script
for names that Faker has in other scripts only, for corrections, and for names that are words.
Run it in an environment of its own:

    pip install Faker==40.63.0
    python scripts/make_given_names.py

A name counts if two locales have it, or one with a list short enough to hold usual names only. It is `u` where both
genders bear it about as often. `flag` says `word` for names that are usual English words, titles or places as well.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
from collections import defaultdict
from pathlib import Path

import faker.providers.person

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "dipevents" / "data" / "given_names.csv"
SHORT_LIST = 260
LATIN = re.compile(r"[A-ZÀ-Ž][a-zß-ž'’-]{1,18}(?:-[A-ZÀ-Ž][a-zß-ž]+)?")
SKIPPED = frozenset({"sw"})  # words and cartoon names among the Swahili names


def names_of(provider: type, gender: str) -> set[str]:
    """The names of one locale for one gender that are written in Latin letters."""
    found: set[str] = set()
    for table in (f"first_names_{gender}", f"first_romanized_names_{gender}"):
        found |= {name.replace("’", "'") for name in getattr(provider, table, ()) if LATIN.fullmatch(name)}
    return found


def counted() -> dict[str, dict[str, int]]:
    """For each name how many locales have it for women and for men; long lists give half a vote only."""
    votes: dict[str, dict[str, int]] = defaultdict(lambda: {"f": 0, "m": 0})
    for module in sorted(pkgutil.iter_modules(faker.providers.person.__path__), key=lambda module: module.name):
        if module.name in SKIPPED:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, letter in (("female", "f"), ("male", "m")):
            names = names_of(provider, gender)
            for name in names:
                votes[name][letter] += 2 if len(names) <= SHORT_LIST else 1
    return votes


def main() -> None:
    rows: dict[str, str] = {}
    for name, votes in counted().items():
        more, less = max(votes.values()), min(votes.values())
        if more < 2:
            continue
        rows[name] = "u" if less * 2 >= more else max(votes, key=lambda letter: votes[letter])
    words: frozenset[str] = frozenset()
    with (HERE / "given_names_overlay.csv").open(encoding="utf-8", newline="") as overlay:
        for line in csv.DictReader(overlay):
            if line["gender"] == "word":
                words |= frozenset(line["names"].split())
            else:
                rows |= dict.fromkeys(line["names"].split(), line["gender"])
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("name", "gender", "flag"))
        writer.writerows((name, rows[name], "word" if name in words else "") for name in sorted(rows))
    print(f"{len(rows)} names")


if __name__ == "__main__":
    main()
