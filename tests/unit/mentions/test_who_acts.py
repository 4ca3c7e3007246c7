"""Who of those named in an article acts in it, as one, under which name and for which state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.models.actor import ActorKind

if TYPE_CHECKING:
    from dipevents.parser import Parser


def named(parser: Parser, text: str, year: int = 2015) -> dict[str, str | None]:
    """The actors but for states, with their states."""
    found = parser.read(text, date(year, 3, 4)).actors.actors
    return {a.name: a.country for a in found if a.kind is not ActorKind.STATE}


@pytest.mark.parametrize(
    "text",
    [
        "Israel's tanks went to Palestinian police stations in the city.",
        "It is held at an American army base near Lima.",
        "Pakistani embassy staff would be confined to New Delhi.",
        "U.S. Military bases were shut, Iran said.",
        "Anti-Taliban forces were searching for fighters.",
        "The carrier Silver Hawk left Oslo. The Silver Hawk is at sea.",
        "The Aircraft Carrier Silver Hawk left Oslo.",
        "He sent the frigate Anna Holt to the Gulf.",
        "U.S. Industry wants Japan to open its markets.",
        "The Federal Government says that it has sent troops to Kabul.",
        "The Government denied it.",
        "The retired Marine Corps general said that he was late.",
        "Attacks on the World Trade Centre killed many.",
        "The Lower House passed the budget in Tokyo.",
        "The GNP of Japan grew by two pct.",
        "Moreover, Japan denied it.",
        'Appearing on the program, "Meet Ada Holt," the Polish senator said so.',
        "The radical Islamic movement denied it.",
    ],
)
def test_who_only_describes_or_is_none_is_no_actor(parser: Parser, text: str) -> None:
    assert named(parser, text, 1987) == {}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Israeli military said the two were armed.", {"Israeli military": "ISR"}),
        ("U.S. Navy ships left. The U.S. Navy said so.", {"U.S. Navy": "USA"}),
        ("US Treasury Secretary Ada Holt left Bonn.", {"Ada Holt": "USA"}),
        ("The US Treasury left Bonn.", {"US Treasury": "USA"}),
        ("The Puntland government denied it.", {"Puntland government": "SOM"}),
        ("Iranian frigate captain Ada Holt said so.", {"Ada Holt": "IRN"}),
        ("Saudi Crown Prince Abdullah bin Abdul-Aziz al-Saud left.", {"Abdullah bin Abdul-Aziz al-Saud": "SAU"}),
        ("Sultan Al Jaber, the UAE's minister of industry, left.", {"Sultan Al Jaber": "ARE"}),
        ("Sultan Qaboos of Oman left.", {"Qaboos": "OMN"}),
        ("Somali Islamists threatened to attack Chad.", {}),
        ("The Dalai Lama will visit the United States.", {"Dalai Lama": None}),
        ("The Omdurman League (OL-N) left. The OL-N denied it.", {"Omdurman League": "SDN"}),
        (
            "EU foreign policy chief Javier Solana is in Skopje. Solana's spokeswoman Ada Holt declined to comment.",
            {"EU": None, "Javier Solana": None, "Ada Holt": None},
        ),
        ("Chinese Vice Premier Wu Yi left Tokyo. Wu will stop in Chad.", {"Wu Yi": "CHN"}),
        ("Al Qaeda's network fled. Members of the Al Qaeda network left.", {"Al Qaeda": None}),
        ("Japan's Rimdal Semiconductor Corp. left. Rimdal denied it.", {"Rimdal Semiconductor Corp.": "JPN"}),
        ("Zubqa and Wireless Plc of Britain left.", {"Zubqa and Wireless Plc": "GBR"}),
        ("Zubqa and Rimdal Trading Corp left.", {"Zubqa": None, "Rimdal Trading Corp": None}),
        ("Toshiba Corp left. Toshiba said so.", {"Toshiba Corp": "JPN"}),
        ("Al-Qaeda leader Osama bin Laden was in Pakistan.", {"Al-Qaeda": None, "Osama bin Laden": None}),
        ("Soto and Victor Kos met Governor Ana Ruiz.", {"Soto": None, "Victor Kos": None, "Ana Ruiz": None}),
        ("Victor Paz Soto left. They met Paz Soto.", {"Victor Paz Soto": None}),
        ("Ada Dawn left Oslo. Dawn said so.", {"Ada Dawn": None}),
        ("Rep. Jim Jordan of Ohio left. Jordan said so.", {"Jim Jordan": "USA"}),
        ("Both Jan Kos and Detective Ada Holt left.", {"Jan Kos": None, "Ada Holt": None}),
        ("Former Sen. Adam Tower left. Tower said so.", {"Adam Tower": None}),
        ("The AFP agency left. The Australian Federal Police said so.", {"Australian Federal Police": "AUS"}),
        ("The G-7 met. The Group of Seven said so.", {"Group of Seven": None}),
        ("In the paper Ada Holt wrote, it was late.", {"Ada Holt": None}),
    ],
)
def test_an_actor_is_one_under_its_fullest_name(parser: Parser, text: str, actors: dict[str, str | None]) -> None:
    found = named(parser, text)
    assert {name: found.get(name) for name in actors} == actors
    assert set(found) - set(actors) <= {"AFP"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The United States warned Japan. The Foreign Ministry said the US was wrong.", "Foreign Ministry", "JPN"),
        ("The US and Japan met. Japan was late. Foreign Minister Kenji Sato told the US so.", "Kenji Sato", "JPN"),
        ("West German Finance Minister Gerd Stoltenberg left. Stoltenberg spoke.", "Gerd Stoltenberg", "DEU"),
        ("Israel protested. Palestinians left. King Harun of Saudi Arabia spoke.", "Harun", "SAU"),
        ("Pope John Paul went to Peru.", "John Paul", "VAT"),
        (
            "Japan waited. The Reagan Administration's Trade Council met.",
            "Reagan Administration's Trade Council",
            "USA",
        ),
        (
            "Mr Kos, the Israeli minister, met Palestinian leaders in Palestine. He called in his Workers' Party.",
            "Workers' Party",
            "ISR",
        ),
    ],
)
def test_an_actor_is_of_a_state_that_has_such_an_office(
    parser: Parser, text: str, name: str, country: str | None
) -> None:
    assert named(parser, text, 1987)[name] == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("“It is over,” said Ada Holt, who commands Chile's southern fleet. Peru waited.", "Ada Holt", "CHL"),
        ("Stefan Wojcik, who runs the Polish part of the drill in Sweden, left.", "Stefan Wojcik", "POL"),
        ("The council's president, Ada Holt of Chile, told Peru so.", "Ada Holt", "CHL"),
        (
            "Chad Minister Ada Holt left. Her New Zealand counterpart, Don Kiely, blamed Peru.",
            "Don Kiely",
            "NZL",
        ),
        ("Ada Holt went to Basra. Iraq waited. Chad was silent.", "Ada Holt", None),
        ("SEOUL - Ada Holt of North Korea left, the Unification Ministry said.", "Unification Ministry", "KOR"),
    ],
)
def test_what_stands_beside_somebody_tells_a_state(parser: Parser, text: str, name: str, country: str | None) -> None:
    assert named(parser, text)[name] == country


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("For the first time Pope Francis spoke of Peru.", "Pope"),
        ("Peru is sending Deputy Premier Ana Ruiz to Lima.", "Deputy Premier"),
        ("In a televised address President Ana Ruiz said no.", "President"),
        ("Jan Kos, editor of the Lima-based daily Correo, said no.", "editor"),
        ("Jan Kos, editor-in-chief of the daily Correo, said no.", "editor-in-chief of the daily Correo"),
    ],
)
def test_a_role_ends_where_the_clause_around_it_begins(parser: Parser, text: str, role: str) -> None:
    assert [actor.role for actor in parser.parse(text).actors if actor.kind == "person"] == [role]


def test_a_make_a_ship_and_an_airport_are_no_actors(parser: Parser) -> None:
    for text in (
        "Two Boeing 737s landed.",
        "A white Antonov was unloading beans.",
        "A destroyer, the Holt, kept watch.",
        "The plane landed at Jan Kos airport.",
    ):
        assert not named(parser, text)


@pytest.mark.parametrize(
    ("text", "year", "country"),
    [
        ("LIMA, Peru - President Bush met Iraq's prime minister here.", 2006, "USA"),
        ("LIMA, Peru - President Bush met Iraq's prime minister here.", 1990, "USA"),
        ("LIMA, Peru - Acme Motors President Bush met Iraq's prime minister here.", 2006, "PER"),
    ],
)
def test_the_holder_of_an_office_in_its_years_is_of_his_state(
    parser: Parser, text: str, year: int, country: str | None
) -> None:
    assert named(parser, text, year)["Bush"] == country
