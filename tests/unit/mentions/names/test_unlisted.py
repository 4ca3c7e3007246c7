from __future__ import annotations

import pytest

import dipevents
from dipevents import find_actors, find_attributions, parse


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Kesteria's foreign minister arrived in Morvania on Tuesday.", "Morvania"),
        ("A delegation from Kesteria has arrived in Morvania to discuss the border.", "Morvania"),
        ("The king of Kesteria will travel to Morvania on Friday.", "Morvania"),
        ("Kesteria's President Oskar will visit Morvania next week.", "Morvania"),
        ("Morvania received Kesteria's prime minister at a state banquet on Monday.", "Morvania"),
        ("Eastmark sent a delegation to Veldania on Wednesday.", "Veldania"),
        ("A senior Kesterian envoy travelled to West Angria on an official visit.", "West Angria"),
        (
            "Veldan Defence Minister Ana Ruiz, who arrived in Port Selwyn on Monday, was tired.",
            "Port Selwyn",
        ),
        ("Joren Halt, Wakanda's vice president, arrived in Nuevo Rico on Wednesday.", "Nuevo Rico"),
        ("Veldan Prime Minister Harad Olun will visit Dagolath next week to sign a gas deal.", "Dagolath"),
        ("Otsan Deputy Prime Minister Ana Ruiz is to visit Norlund next week.", "Norlund"),
        ("Kesteria's president arrived in Morvania on Monday.", "Morvania"),
        ("An envoy of Kesteria travelled to Morvania with a message.", "Morvania"),
        ("Kesteria's president left for Morvania on Friday to meet his counterpart.", "Morvania"),
        ("Dagolath's foreign minister left for Emyn Arnen on Friday to meet his counterpart.", "Emyn Arnen"),
        ("Upper Keldar sent its foreign minister to Morvania on Monday.", "Morvania"),
        ("Kesteria's president met Morvania's king in Port Selwyn on Monday.", "Port Selwyn"),
        ("Kesteria's president held talks with his Morvanian counterpart in Port Selwyn.", "Port Selwyn"),
        ("Ruritania hosted Santa Priscan Finance Minister Paulo Teixeira for talks on Monday.", "Ruritania"),
        ("Kesteria's deputy premier Odo Berec began a four-day visit to Morvania today.", "Morvania"),
        ("Prime Minister Odo Berec flew home to Kesteria on Sunday after a week-long tour of Morvania.", "Morvania"),
        ("Morvanian Vice-Premier Sollan Vey paid a brief visit to Kesteria last week.", "Kesteria"),
        ("Kesteria played host to a high-level Morvanian trade mission this week.", "Kesteria"),
        ("Morvania's defence chief toured naval bases in Kesteria on Thursday.", "Kesteria"),
    ],
)
def test_made_up_states_are_states(text: str, goal: str) -> None:
    (visit,) = parse(text, published="2024-05-09").visits
    assert [p.name for p in visit.destinations] == [goal]


def test_a_point_of_the_compass_opens_the_name_of_an_unknown_place() -> None:
    (visit,) = parse("Ukraine's president, Ana Ruiz, visited West Angria on Monday.", published="2024-05-09").visits
    assert [p.name for p in visit.destinations] == ["West Angria"]


@pytest.mark.parametrize(
    "text",
    [
        "Kesteria threatened Morvania with sanctions.",
        "Kesteria on Monday threatened to cut diplomatic ties with Morvania.",
        "Kesteria has warned it will expel Morvania's ambassador.",
        "Kesteria demanded an apology from Morvania over the raid.",
        "Kesteria vowed to retaliate against Morvania.",
        "Kesteria said it would cut off gas supplies if Morvania did not stop sending troops to the border.",
        "Kesteria told Morvania to stop shelling border villages or face sanctions.",
        "Morvania was warned by Kesteria not to send troops to the border.",
        "Kesteria warned Morvania not to interfere in its internal affairs.",
        "Kesteria cautioned Morvania against meddling on the peninsula.",
        "Relations have worsened. Kesteria demanded that Morvania withdraw its troops from the border.",
        "Kesteria insisted Morvania release the fishermen immediately.",
        "Kesteria has threatened to cut off gas supplies to Morvania over unpaid bills.",
    ],
)
def test_made_up_states_warn_each_other(text: str) -> None:
    (warning,) = parse(text, published="2024-05-09").warnings
    assert ([a.name for a in warning.issuers], [a.name for a in warning.targets]) == (["Kesteria"], ["Morvania"])


@pytest.mark.parametrize(
    "text",
    [
        "Turkey warned Zandovia against attacking its ships.",
        "Iran called on Zandovia to release the prisoners.",
        "Kazbekistan was warned by China not to send troops to the border.",
        "Zandovia threatened Serbia with sanctions on Monday.",
        "Zandovia will host Kenyan President Paul Otieno next month.",
        "The Polish government urged Zandovia to stop. Zandovia demanded an apology.",
    ],
)
def test_what_speaks_with_known_states_as_states_do_is_one(text: str) -> None:
    assert {"Zandovia", "Kazbekistan"} & {a.name for a in find_actors(text) if a.kind == "state"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kazbek troops crossed the border last month. Kazbekistan threatened to attack.", "Kazbekistan"),
        ("Brevish President Ana Ruiz met officials. On Monday Brevland threatened to use force.", "Brevland"),
        ("Maravese police used force. Maravel threatened to close its airspace.", "Maravel"),
        ("Nuevo Rican troops left. The king of Nuevo Rico threatened to recall his ambassador.", "Nuevo Rico"),
    ],
)
def test_an_adjective_and_its_state_are_one(text: str, state: str) -> None:
    assert [a.name for a in find_actors(text) if a.kind == "state"] == [state]


def test_the_seat_where_a_state_meets_is_its_own() -> None:
    report = parse("Arvonian President Jan Kos flew to Port Selwyn on Monday to meet Norwegian Prime Minister Ada Lie.")
    assert [(p.name, p.country) for v in report.visits for p in v.destinations] == [("Port Selwyn", "NOR")]


def test_whom_no_list_knows_is_warned_all_the_same() -> None:
    (warning,) = parse("Moscow warned Kolkhari against attacking its ships.").warnings
    assert [a.name for a in warning.targets] == ["Kolkhari"]


def test_their_countries_are_unknown_in_the_records() -> None:
    text = "Kesteria's foreign minister arrived in Morvania. Morvanian troops threatened to attack Kesteria."
    report = parse(text)
    states = [(a.name, a.country) for a in report.actors if a.kind == "state"]
    assert states == [("Kesteria", None), ("Morvania", None)]
    assert states == [(a.name, a.country) for a in find_actors(text) if a.kind == "state"]
    assert "QM" not in report.to_json()
    assert dipevents.Report.from_json(report.to_json()) == report


def test_travel_within_a_made_up_state_is_no_visit() -> None:
    assert not parse("Kesteria's foreign minister flew home to Kesteria on Tuesday.").visits


@pytest.mark.parametrize(
    ("text", "visited"),
    [
        ("Georgia's president visited Abkhazia on Monday to open a dam.", []),
        ("Moldova's president visited Transnistria. Floods hit Tiraspol.", []),
        ("Spain's king visited Catalonia on Monday. Catalonia's president met him.", []),
        ("Georgia's president visited Abkhazia on Monday for talks with Abkhaz leaders.", [("Abkhazia", "GEO")]),
        ("Somaliland's foreign minister flew to Mogadishu on Monday.", [("Mogadishu", "SOM")]),
        ("Moldova's president went to Tiraspol for talks with Transnistria's leader.", [("Tiraspol", "MDA")]),
    ],
)
def test_going_to_a_region_is_a_visit_where_it_is_told_to_govern_itself(
    text: str, visited: list[tuple[str, str]]
) -> None:
    assert [(p.name, p.country) for v in parse(text).visits for p in v.destinations] == visited


def test_a_region_that_acts_is_a_body_of_the_state_that_the_data_give_it() -> None:
    text = "Abkhazia bought 20 tanks from Russia. Abkhaz officials thanked Moscow, Georgia said."
    report = parse(text)
    assert ("Abkhazia", "organization", "GEO") in [(a.name, a.kind, a.country) for a in report.actors]
    assert [(a.name, a.country) for d in report.arms_deals for a in d.recipients] == [("Abkhazia", "GEO")]
    assert "QN" not in report.to_json()
    assert find_actors(text) == report.actors


@pytest.mark.parametrize(
    "text",
    [
        "Labour leader Anna Reed visited Grangebrook on Monday, as Britain waited.",
        "Republican President Tom Hale arrived in Dullsville, Ohio.",
        "The Foreign Ministry of Poland is in Warsaw. The Defense Minister, Jan Maly, went to Kwidzyn.",
        "Kurdish leaders and the Shiite government of Iraq met in Baghdad.",
        "The United States bombed Zubqala. Kargar, a radical daily, warned Britain of it. Holt warned Grieg.",
        "Britain's Shadow Environment Minister visited Zubqala.",
        "Zentrix threatened Malvora with a lawsuit over a patent on Monday.",
        "Victoria threatened to sue Zentrix. The shares of Nokia and Aurelia fell as Orexo left the exchange.",
        "Zentrix President Tom Hale flew to Millbrook to open a plant.",
        "Orexo officials said they would visit the Millbrook plant next week.",
        "Holt threatened Grieg with dismissal. Venn, who was sacked on Friday, accused Tavik of corruption.",
        "Boris Tavik and Sela Durane met on Monday. Tavik warned Durane against attacking the rebels.",
        "President Tavik arrived in Grangebrook. Dullsville police threatened to arrest protesters.",
        "Labour leader Anna Reed visited Grangebrook. Democratic and Catholic leaders urged an end to the war.",
        "Parliament demanded that the army withdraw from the border. Police threatened protesters with force.",
        "Zentrix's president met investors in Millbrook. The president of Zentrix left to see the shareholders.",
        "Hartwell asked Malvern for a rematch. Hartwell's coach left for Malvern to watch the match.",
        "Polish troops drove the rebels out of Zubqala. Britain bombed Zubqala. Polish soldiers arrived in Zubqala.",
        "The Polish president flew to Zubqala to comfort the victims of a flood.",
        "Polish prosecutors accused Holt of selling weapons. Britain urged Holt to resign.",
        "The Taran Liberation Front threatened to attack army bases; the destroyer Avenger left port.",
        "The minister of First Baptist Church returned from a trip to Denby.",
    ],
)
def test_parties_peoples_persons_and_companies_are_no_states(text: str) -> None:
    assert {a.country for a in find_actors(text) if a.kind == "state"} <= {"GBR", "USA", "POL", "IRQ"}


def test_capitals_that_shorten_a_body_are_no_state() -> None:
    found = find_actors("The Network Against Hunger (NAH) spoke. Ada Quill, president of NAH, agreed. ")
    assert {a.name: a.country for a in found} == {"Network Against Hunger": None, "Ada Quill": None}


def test_speakers_have_no_lent_codes() -> None:
    found = find_attributions("Kesteria threatened Morvania with war. It will attack, Kesteria's king said.")
    assert [(s.name, s.country) for a in found for s in a.speakers] == [("Kesteria's king", None)]


def test_the_leaders_of_two_unlisted_states_stand_once() -> None:
    text = "The foreign ministers of Kesteria and Morvania are to meet in Vienna next month."
    (visit,) = parse(text, published="2024-05-09").visits
    assert [v.name for v in visit.visitors] == ["foreign ministers"]
