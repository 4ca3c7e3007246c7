"""Known names are found letter for letter, in the light of the year, and never by likeness."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from dipevents.mentions.gazetteer import (
    body,
    country_code,
    country_name,
    country_of_adjective,
    country_of_capital,
    country_of_name,
    find_names,
    given_name_gender,
    group,
    is_ambiguous,
    leader,
    place,
    seat,
)


def found(text: str, year: int | None = None) -> list[tuple[str, str, str | None]]:
    return [(hit.text, hit.kind, hit.country) for hit in find_names(text, year)]


@pytest.mark.parametrize(
    "text",
    [
        "They told us that the turkey came from a chad in the china cabinet.",  # words, not states
        "Omanisation and Malian-ness apart, Romanos wrote of Iranology.",  # longer words
        "Hamasi, Bahamian-like, Irann, Swedenborg",  # likeness is nothing
        "",
        "\x00\ud800 \n\n",
    ],
)
def test_traps_yield_no_country(text: str) -> None:
    assert [hit for hit in find_names(text) if hit.kind == "country"] == []


def test_hamas_is_never_the_bahamas() -> None:
    assert country_of_name("Hamas") is None
    assert country_of_name("Bahama") is None
    assert group("Bahamas") is None
    assert country_code("Hamas") is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("the DPRK", "PRK"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("U.S.", "USA"),
        ("U.S", "USA"),
        ("US", "USA"),
        ("the UK", "GBR"),
        ("U.K.", "GBR"),
        ("Britain", "GBR"),
        ("PRC", "CHN"),
        ("Holland", "NLD"),
        ("the Netherlands", "NLD"),
        ("The Gambia", "GMB"),
        ("UAE", "ARE"),
        ("Zaire", "COD"),
        ("Persia", "IRN"),
        ("Turkiye", "TUR"),
        ("SOUTH KOREA", "KOR"),
        ("Iran's", "IRN"),
        ("Kosovo", "XKX"),
        ("Hong Kong", "HKG"),
        ("Palestinian Authority", "PSE"),
        ("Soviet Union", "SUN"),
        ("East Germany", "DDR"),
        ("South Yemen", "YMD"),
        ("Papua New\nGuinea", "PNG"),
        ("us", None),
        ("Us", None),
        ("iran", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_names_of_countries_old_and_new_lead_to_their_code(words: str, code: str | None) -> None:
    assert country_of_name(words) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russian", "RUS"),
        ("Russians", "RUS"),
        ("Saudi", "SAU"),
        ("Emirati", "ARE"),
        ("Briton", "GBR"),
        ("Filipino", "PHL"),
        ("Philippine", "PHL"),
        ("Kyrgyz", "KGZ"),
        ("South Korean", "KOR"),
        ("North Koreans", "PRK"),
        ("Soviet", "SUN"),
        ("Yugoslav", "YUG"),
        ("Bosnian Serb", "BIH"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Guinean", "GIN"),
        ("Dominican", "DOM"),
        ("Kiwi", None),
        ("russian", None),
    ],
)
def test_adjectives_and_demonyms_lead_to_their_code(word: str, code: str | None) -> None:
    assert country_of_adjective(word) == code


@pytest.mark.parametrize(
    ("words", "year", "code"),
    [
        ("Moscow", 1990, "SUN"),
        ("Moscow", 1992, "RUS"),
        ("Moscow", None, "RUS"),
        ("Belgrade", 1999, "YUG"),
        ("Belgrade", 2004, "SCG"),
        ("Belgrade", 2010, "SRB"),
        ("Prague", 1992, "CSK"),
        ("Prague", 1993, "CZE"),
        ("Bonn", 1995, "DEU"),
        ("Bonn", 2010, None),
        ("Almaty", 1996, "KAZ"),
        ("Almaty", 2015, None),
        ("Yangon", 2000, "MMR"),
        ("Naypyidaw", 2010, "MMR"),
        ("Gotham", None, None),
    ],
)
def test_a_capital_stands_for_the_state_that_held_it_in_the_year(
    words: str, year: int | None, code: str | None
) -> None:
    assert country_of_capital(words, year) == code


def test_a_former_name_means_its_state_later_on() -> None:
    assert country_of_name("Soviet Union", 2010) == "SUN"
    assert country_of_name("Yugoslavia", 2010) == "YUG"
    assert country_of_name("Congo", 1995) == "COG"
    assert country_of_name("Congo", 2010) == "COD"


@pytest.mark.parametrize(
    ("name", "year", "held"),
    [
        ("the Kremlin", 2005, ("RUS", "government")),
        ("the Kremlin", 1985, ("SUN", "government")),
        ("Blue House", 2010, ("KOR", "government")),
        ("Blue House", 2023, None),
        ("Los Pinos", 2019, None),
        ("Élysée", None, ("FRA", "government")),
        ("Elysee Palace", None, ("FRA", "government")),
        ("Quai d’Orsay", None, ("FRA", "ministry")),
        ("Pentagon", None, ("USA", "military")),
        ("Knesset", None, ("ISR", "legislature")),
        ("Moon Palace", None, None),
    ],
)
def test_a_seat_stands_for_its_government_while_it_is_one(
    name: str, year: int | None, held: tuple[str, str] | None
) -> None:
    assert seat(name, year) == held


def test_bodies_are_found_by_name_acronym_and_alias() -> None:
    for words in ("UN", "U.N.", "the United Nations"):
        assert (known := body(words)) is not None
        assert known.name == "United Nations"
    assert (nato := body("Nato")) is not None
    assert (nato.kind, nato.country) == ("igo", "BEL")
    assert body("United Nothing") is None


def test_groups_are_told_from_organizations() -> None:
    for words, kind, category, country in (
        ("Hizbollah", "group", "armed_group", "LBN"),
        ("al-Qaida", "group", "armed_group", None),
        ("African National Congress", "organization", "party", "ZAF"),
        ("FSB", "organization", "service", "RUS"),
        ("KCNA", "organization", "news", "PRK"),
        ("Chatham House", "organization", "think_tank", "GBR"),
        ("Lockheed Martin", "organization", "arms_company", "USA"),
        ("Amnesty International", "organization", "ngo", None),
    ):
        assert (known := group(words)) is not None, words
        assert (known.kind, known.category, known.country) == (kind, category, country)


def test_leaders_carry_their_terms() -> None:
    assert (putin := leader("Putin")) is not None
    assert putin.name == "Vladimir Putin"
    assert ("prime minister", 2008, 2012) in putin.offices
    assert putin.offices[-1] == ("president", 2012, None)
    assert leader("Vladimir Nobody") is None


def test_places_lie_in_countries_and_waters_in_none() -> None:
    assert place("Grozny") == ("RUS", "region")
    assert place("Goma") == ("COD", "region")
    assert place("Moscow") == ("RUS", "region")
    assert place("South China Sea") == (None, "water")
    assert place("Kashmir") == (None, "area")
    assert place("Erewhon") is None


def test_display_names_are_short() -> None:
    assert [country_name(code) for code in ("PRK", "USA", "CIV", "SUN", "???")] == [
        *("North Korea", "United States", "Côte d'Ivoire", "Soviet Union", None),
    ]


def test_given_names_tell_gender_where_they_do() -> None:
    assert [given_name_gender(name) for name in ("Olga", "IVAN", "Kim", "Hrzbrk", "")] == ["f", "m", "u", None, None]


def test_what_is_often_something_else_is_marked() -> None:
    assert is_ambiguous("Jordan")
    assert is_ambiguous("Georgia")
    assert is_ambiguous("Washington")
    assert is_ambiguous("Belgrade")
    assert not is_ambiguous("Belgrade", 2010)
    assert not is_ambiguous("Pakistan")
    assert not is_ambiguous("no such words")


def test_the_longest_name_wins() -> None:
    assert found("New Zealand, Papua New Guinea, Guinea-Bissau and Guinea") == [
        ("New Zealand", "country", "NZL"),
        ("Papua New Guinea", "country", "PNG"),
        ("Guinea-Bissau", "country", "GNB"),
        ("Guinea", "country", "GIN"),
    ]
    assert found("the Persian Gulf") == [("Persian Gulf", "place", None)]
    assert found("the UN Security Council") == [("UN Security Council", "body", None)]
    assert found("Jordan Valley") == [("Jordan Valley", "place", None)]


def test_names_are_found_before_hyphens_and_possessives_and_full_stops() -> None:
    assert found("Russian-made, US-led, al-Qaeda-linked; Iran's; the U.S.") == [
        ("Russian", "adjective", "RUS"),
        ("US", "country", "USA"),
        ("al-Qaeda", "group", None),
        ("Iran", "country", "IRN"),
        ("U.S.", "country", "USA"),
    ]


def test_a_name_runs_over_a_line_break_but_not_over_a_blank_line() -> None:
    assert found("North\nKorea") == [("North\nKorea", "country", "PRK")]
    assert ("North\n\nKorea", "country", "PRK") not in found("North\n\nKorea")


def test_hits_point_into_the_text_in_order_and_do_not_overlap() -> None:
    text = "WASHINGTON (AP) — Élysée aides told Sergei Lavrov’s team in Addis Ababa that NATO, the IMF and Hamas …"
    hits = find_names(text, 2010)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert all(before.end <= after.start for before, after in pairwise(hits))
    assert [hit.kind for hit in hits] == ["capital", "group", "seat", "leader", "capital", "body", "body", "group"]


def test_who_is_latin_american_is_of_no_single_state() -> None:
    assert found("South American and Latin-American leaders") == [
        ("South American", "place", None),
        ("Latin-American", "place", None),
    ]
    assert found("an American leader") == [("American", "adjective", "USA")]


def test_the_year_decides_in_a_text_as_well() -> None:
    assert found("Moscow", 1990) == [("Moscow", "capital", "SUN")]
    assert found("the Blue House", 2010) == [("Blue House", "seat", "KOR")]
    assert found("the Blue House", 2023) == []


def test_a_hit_tells_whether_its_spelling_may_be_something_else() -> None:
    (hit,) = find_names("Georgia")
    assert (hit.kind, hit.ambiguous) == ("country", True)


def test_reading_names_needs_neither_model_nor_pydantic() -> None:
    code = (
        "import sys; from dipevents.mentions.gazetteer import find_names; find_names('Iran');"
        "sys.exit(any(name in sys.modules for name in ('spacy', 'pydantic')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
