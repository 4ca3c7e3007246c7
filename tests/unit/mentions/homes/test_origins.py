from __future__ import annotations

import pytest

from dipevents.mentions.homes.origins import origin


@pytest.mark.parametrize(
    ("name", "country", "other"),
    [
        ("Danute Grigaite", "LTU", "RUS"),
        ("Park Jin-ho", "KOR", "JPN"),
        ("Giorgi Beridzeshvili", "GEO", "ARM"),
        ("Aram Sargsyan", "ARM", "AZE"),
        ("Nguyen Van Hung", "VNM", "CHN"),
    ],
)
def test_a_name_speaks_for_the_states_where_it_is_borne(name: str, country: str, other: str) -> None:
    fits = origin(name)
    assert fits[country] > fits.get(other, 0.0)


@pytest.mark.parametrize("name", ["", "Q", "Xqz", "de la", "...", "\ud800"])
def test_other_names_tell_nothing(name: str) -> None:
    assert origin(name) == {}
