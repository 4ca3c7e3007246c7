"""The tables of names are well-formed, sorted, and never let one name mean two countries at once unnoticed."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from dipevents.lexicon import read_table, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COLUMNS = {
    "countries": "code,kind,words,from,to,flag,source",
    "places": "name,country,kind,flag,source",
    "governments": "name,aliases,country,kind,from,to,ambiguous,source",
    "bodies": "name,acronyms,aliases,kind,city,country,from,to,ambiguous,source",
    "groups": "name,aliases,kind,class,country,from,to,ambiguous,source",
    "leaders": "name,aliases,country,office,from,to,gender,ambiguous,source",
    "given_names": "name,gender,flag",
    "universities": "name,country",
}
ALLOWED = {
    ("countries", "kind"): {"name", "full", "adjective", "demonym", "people", "capital"},
    ("countries", "flag"): {"", "ambiguous", "region", "combining"},
    ("places", "kind"): {"region", "city", "water", "area"},
    ("places", "flag"): {"", "ambiguous"},
    ("governments", "kind"): {"government", "ministry", "legislature", "military", "service"},
    ("bodies", "kind"): {"igo"},
    ("groups", "kind"): {"group", "organization"},
    ("groups", "class"): {
        *("armed_group", "party", "service", "military", "news", "think_tank", "university"),
        *("arms_company", "company", "ngo", "agency"),
    },
    ("leaders", "gender"): {"", "f", "m"},
    ("given_names", "gender"): {"f", "m", "u"},
    ("given_names", "flag"): {"", "word"},
}
DISSOLVED = {"SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR", "ANT"}


def spellings(row: Mapping[str, str]) -> tuple[str, ...]:
    """All spellings of a row: name, acronyms, aliases."""
    cells = (row.get("name") or row.get("words") or "", row.get("acronyms", ""), row.get("aliases", ""))
    return tuple(spelling for cell in cells for spelling in cell.split("|") if spelling)


def is_flagged(row: Mapping[str, str], spelling: str) -> bool:
    doubtful = row.get("ambiguous", "").split("|")
    return row.get("flag") == "ambiguous" or "*" in doubtful or spelling in doubtful


def years(row: Mapping[str, str]) -> range:
    return range(int(row["from"] or 1000), int(row["to"] or 2999) + 1)


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_has_the_columns_of_the_readme(table: str) -> None:
    for row in read_table(table):
        assert ",".join(row) == COLUMNS[table]
        assert all(isinstance(cell, str) and cell == cell.strip() for cell in row.values()), dict(row)


@pytest.mark.parametrize("table", COLUMNS)
def test_files_end_lines_as_unix_does_and_hold_no_typographic_apostrophe(table: str) -> None:
    content = files("dipevents.data").joinpath(f"{table}.csv").read_bytes().decode("utf-8")
    assert "\r" not in content
    assert "’" not in content


@pytest.mark.parametrize(("table", "column"), ALLOWED)
def test_closed_columns_hold_only_what_the_readme_lists(table: str, column: str) -> None:
    assert {row[column] for row in read_table(table)} <= ALLOWED[table, column]


@pytest.mark.parametrize("table", [table for table in COLUMNS if table != "given_names"])
def test_codes_are_known(table: str) -> None:
    known = {row["code"] for row in read_table("countries")}
    for row in read_table(table):
        code = row.get("country", row.get("code", ""))
        assert code == "" or code in known, dict(row)


def test_codes_are_alpha_3_and_renamed_states_have_one_only() -> None:
    codes = {row["code"] for row in read_table("countries")}
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert codes >= DISSOLVED | {"XKX", "PSE", "TWN", "HKG"}
    assert not codes & {"ZAR", "BUR", "TMP", "ROM", "RHO", "HVO", "DHY"}


def test_every_country_has_a_display_name_and_states_have_an_adjective_and_a_capital() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in read_table("countries"):
        kinds[row["code"]].add(row["kind"])
    assert all("name" in kinds[code] for code in kinds)
    # a city state, or one whose capital shares its name with something better known, has none
    without = {"ESH", "HKG", "SGP", "STP", "SXM", "SYC"}
    states = {row["country"] for row in read_table("leaders")} - without - {"VAT", ""}  # the UN's have none
    assert {code for code in states if not {"adjective", "capital"} <= kinds[code]} == set()


@pytest.mark.parametrize("table", ["countries", "governments", "bodies", "groups", "leaders"])
def test_years_are_years_and_end_after_they_begin(table: str) -> None:
    for row in read_table(table):
        assert re.fullmatch(r"(1\d{3}|20\d\d)?", row["from"]), dict(row)
        assert re.fullmatch(r"(1\d{3}|20\d\d)?", row["to"]), dict(row)
        assert len(years(row)) > 0, dict(row)


def test_dissolved_states_end() -> None:
    names = [row for row in read_table("countries") if row["code"] in DISSOLVED and row["kind"] == "capital"]
    assert all(row["to"] for row in names)


@pytest.mark.parametrize("table", ["governments", "bodies", "groups", "leaders"])
def test_tables_are_sorted_by_name_without_regard_to_case(table: str) -> None:
    names = [row["name"].casefold() for row in read_table(table)]
    assert names == sorted(names)


def test_countries_are_sorted_by_code_and_generated_tables_by_name() -> None:
    codes = [row["code"] for row in read_table("countries")]
    assert codes == sorted(codes)
    for table in ("places", "given_names"):
        names = [row["name"] for row in read_table(table)]
        assert names == sorted(set(names))


@pytest.mark.parametrize("table", ["governments", "bodies", "groups", "leaders"])
def test_no_row_lists_a_spelling_twice_or_flags_one_that_it_lacks(table: str) -> None:
    for row in read_table(table):
        listed = spellings(row)
        assert len(set(listed)) == len(listed), dict(row)
        assert set(filter(None, row["ambiguous"].split("|"))) <= {*listed, "*"}, dict(row)


def clashes(rows: Iterable[Mapping[str, str]], owner: str) -> list[tuple[str, str, str]]:
    """Spellings that two owners share in the same years though neither row flags them."""
    seen: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    found = []
    for row in rows:
        for spelling in spellings(row):
            for other in seen[spelling]:
                overlap = range(max(years(row)[0], years(other)[0]), min(years(row)[-1], years(other)[-1]) + 1)
                flagged = is_flagged(row, spelling) or is_flagged(other, spelling)
                if row[owner] != other[owner] and overlap and not flagged:
                    found.append((spelling, row[owner], other[owner]))
            seen[spelling].append(row)
    return found


@pytest.mark.parametrize(
    "kinds",
    [("name", "full"), ("adjective", "demonym", "people"), ("capital",)],
    ids=["names", "adjectives", "capitals"],
)
def test_no_name_means_two_countries_in_the_same_years(kinds: tuple[str, ...]) -> None:
    assert clashes((row for row in read_table("countries") if row["kind"] in kinds), "code") == []


@pytest.mark.parametrize("table", ["governments", "bodies", "groups", "leaders"])
def test_no_spelling_means_two_owners_in_the_same_years(table: str) -> None:
    assert clashes(read_table(table), "name" if table != "governments" else "country") == []


def test_a_person_has_one_country_but_for_one_that_is_gone_and_one_gender() -> None:
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in read_table("leaders"):
        if row["country"] not in {"CSK", "DDR", "SUN", "YUG"}:
            facts[row["name"]].add((row["country"], row["gender"]))
    assert {name: fact for name, fact in facts.items() if len(fact) > 1} == {}


def test_office_words_are_lower_case_and_listed_once() -> None:
    words = read_words("offices")
    titles = [title for titles in words["offices"].values() for title in titles]
    assert len(set(titles)) == len(titles)
    for table in words.values():
        for entries in table.values():
            assert len(set(entries)) == len(entries)
            assert all(entry == entry.lower() or entry.split()[0] in {"MP", "EU", "UN"} for entry in entries)


def test_the_tables_stay_small_enough_to_ship() -> None:
    folder = files("dipevents.data")
    size = sum(len(path.read_bytes()) for path in folder.iterdir() if path.name.endswith((".csv", ".toml")))
    assert size < 3_000_000


def test_the_readme_describes_every_table_of_names() -> None:
    readme = files("dipevents.data").joinpath("README.md").read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        assert f"### {table}.csv" in readme
        assert f"`{columns}`" in readme
    assert "CC BY 4.0" in readme
