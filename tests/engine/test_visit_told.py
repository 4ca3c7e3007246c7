"""Visits of which one sentence leaves out what another tells: who is public, and where one goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.models.visit import Visit

if TYPE_CHECKING:
    from dipevents.parser import Parser

DAY = date(2024, 5, 15)


def told(parser: Parser, text: str) -> set[tuple[str, str]]:
    """Who goes where: the visitor's name and the state."""
    visits = (e for e in parser.parse(text, published=DAY).events if isinstance(e, Visit))
    return {(a.name, p.country or "") for v in visits for a in v.visitors for p in v.destinations}


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            "The Danish minister, Lise Holm, arrived in Lima on Monday. The weather will stay cold until Friday.",
            {("Lise Holm", "PER")},
        ),
        (
            "Peruvian Foreign Minister Ana Ruiz came to Oslo on Monday. Her aide came second in the vote.",
            {("Ana Ruiz", "NOR")},
        ),
        (
            "Peruvian Foreign Minister Ana Ruiz came to Oslo on Monday. The Norwegian premier will return the visit.",
            {("Ana Ruiz", "NOR"), ("Norwegian premier", "PER")},
        ),
        (
            "The Peruvian premier, Ana Ruiz, is in Sofia. The Croatian president, Ivo Babic, came two days earlier.",
            {("Ana Ruiz", "BGR"), ("Ivo Babic", "BGR")},
        ),
        (
            "Vice FM to visit Peru next week\n\nNorwegian Vice Foreign Minister Lars Vik will be in Lima on Monday.",
            {("Lars Vik", "PER")},
        ),
        (
            "Holm, the Danish premier, will go to Lima. Five ministers had been due in Quito, but the trip was off.",
            {("Holm", "PER"), ("Five ministers", "ECU")},
        ),
        (
            "Chad hosted Sudanese leaders in May 2023. Sudan's army chief, Ali Sow, was in Mali on a tour of Niger.",
            {("Sudanese leaders", "TCD"), ("Ali Sow", "MLI"), ("Ali Sow", "NER")},
        ),
        (
            "Premier Lise Holm of Denmark will miss a summit in Lima. Her minister, Ida Vik, will go instead.",
            {("Lise Holm", "PER"), ("Ida Vik", "PER")},
        ),
        (
            "Danish Premier Lise Holm arrived in Lima on Monday. Trade Minister Jens Vik will join her on Friday.",
            {("Lise Holm", "PER"), ("Jens Vik", "PER")},
        ),
        (
            "Danish Premier Lise Holm arrived in Lima on Monday. Trade Minister Jens Vik joined her in the appeal.",
            {("Lise Holm", "PER")},
        ),
        (
            "Danish Premier Lise Holm arrived in Lima on Monday. A planned stop in Quito was dropped.",
            {("Lise Holm", "PER"), ("Lise Holm", "ECU")},
        ),
        (
            "Danish Premier Lise Holm is in Lima. Jens Vik, the Danish minister, was to have accompanied her.",
            {("Lise Holm", "PER"), ("Jens Vik", "PER")},
        ),
        (
            "Minister Ana Ruiz of Peru will host her Danish counterpart Lise Holm. The Danish minister will see Cuzco.",
            {("Lise Holm", "PER")},
        ),
        (
            "Danish Premier Lise Holm will fly to Lima. President Ana Ruiz of Peru has refused to receive her.",
            {("Lise Holm", "PER")},
        ),
        (
            "The Peruvian premier flies to Ankara on Thursday. The Norwegian president follows a day later.",
            {("Peruvian premier", "TUR"), ("Norwegian president", "TUR")},
        ),
    ],
)
def test_what_one_sentence_leaves_out_is_told_by_another(
    parser: Parser, text: str, visits: set[tuple[str, str]]
) -> None:
    assert told(parser, text) == visits


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        (
            "Danish Prime Minister Lise Holm left Lima for Quito on Monday after a two-day visit.",
            {(("PER",), "2024-05-12/2024-05-13"), (("ECU",), "2024-05-13")},
        ),
        (
            "Omani minister Salim Amri was in Riga on Monday and in Oslo on Tuesday.",
            {(("LVA", "NOR"), "2024-05-13/2024-05-14")},
        ),
        (
            "Omani minister Salim Amri goes to Riga tomorrow, then to Oslo.",
            {(("LVA",), "2024-05-16"), (("NOR",), "-")},
        ),
        (
            "Omani minister Salim Amri is expected in Riga on Thursday and Oslo on Friday.",
            {(("LVA", "NOR"), "2024-05-16/2024-05-17")},
        ),
        (
            "Omani minister Salim Amri is expected in Riga on Thursday and Oslo on Sunday.",
            {(("LVA",), "2024-05-16"), (("NOR",), "2024-05-19")},
        ),
        (
            "Omani minister Salim Amri saw President Edgars Rinkevics in Riga on Monday and was in Oslo on Tuesday.",
            {(("LVA",), "2024-05-13"), (("NOR",), "2024-05-14")},
        ),
        (
            "Omani minister Salim Amri was in Riga and Oslo last week.",
            {(("LVA", "NOR"), "2024-05-06/2024-05-12")},
        ),
        (
            "Omani minister Salim Amri flew to Riga on Monday for talks with King Harald of Norway on Tuesday.",
            {(("LVA",), "2024-05-13")},
        ),
        (
            "Omani minister Salim Amri visited Latvia in 2013, 2016 and last year.",
            {(("LVA",), "2013"), (("LVA",), "2016"), (("LVA",), "2023")},
        ),
        (
            "Omani minister Salim Amri paid visits to Latvia in June and in September last year.",
            {(("LVA",), "2023-06"), (("LVA",), "2023-09")},
        ),
        ("Omani minister Salim Amri visited Latvia in 2015, and in 2016 he resigned.", {(("LVA",), "2015")}),
        (
            "RIGA, May 15 - Omani minister Salim Amri, who arrived on Monday, is to fly to Oslo on Friday.",
            {(("LVA",), "2024-05-13"), (("NOR",), "2024-05-17")},
        ),
        (
            "RIGA, May 15 - Omani minister Salim Amri is on a three-day visit. He was due to fly to Oslo on Friday.",
            {(("LVA",), "2024-05-15/2024-05-17"), (("NOR",), "2024-05-17")},
        ),
        ("Omani minister Salim Amri visited Latvia between 2013 and 2016.", {(("LVA",), "2013/2016")}),
    ],
)
def test_places_with_a_day_each_are_visits_of_their_own(
    parser: Parser, text: str, journeys: set[tuple[tuple[str, ...], str]]
) -> None:
    found = parser.parse(text, published=DAY).visits
    told_of = {(tuple(p.country or "" for p in v.destinations), v.when.edtf if v.when else "-") for v in found}
    assert told_of == journeys


def test_where_somebody_comes_from_is_a_visit_if_he_spoke_there(parser: Parser) -> None:
    text = "Omani minister Salim Amri arrived in Riga from Oslo, where he had warned of war."
    assert told(parser, text) == {("Salim Amri", "LVA"), ("Salim Amri", "NOR")}


def test_as_is_tells_of_a_second_guest(parser: Parser) -> None:
    text = "RIGA, May 14 - The Danish premier is here until Friday, as is Norway's president."
    assert told(parser, text) == {("Danish premier", "LVA"), ("Norway's president", "LVA")}


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        (
            "Omani minister Salim Amri stopped in Riga on his way to Oslo.",
            {("LVA", "-", "occurred"), ("NOR", "-", "planned")},
        ),
        (
            "Omani minister Salim Amri visited Riga on Tuesday, Oslo on Friday and Lima on Monday.",
            {("LVA", "2024-05-07", "occurred"), ("NOR", "2024-05-10", "occurred"), ("PER", "2024-05-13", "occurred")},
        ),
        (
            "Omani minister Salim Amri will visit Riga from 3 to 5 June and Oslo from 6 to 7 June.",
            {("LVA", "2024-06-03/2024-06-05", "planned"), ("NOR", "2024-06-06/2024-06-07", "planned")},
        ),
        (
            "Omani minister Salim Amri is on a visit to Riga. He was there in October 2019.",
            {("LVA", "-", "occurred"), ("LVA", "2019-10", "occurred")},
        ),
        (
            "Omani minister Salim Amri flew to Riga last week and is due there again in June.",
            {("LVA", "2024-05-06/2024-05-12", "occurred"), ("LVA", "2024-06", "planned")},
        ),
        (
            "Omani minister Salim Amri will visit Riga. The visit in March 2019 was his first.",
            {("LVA", "-", "planned"), ("LVA", "2019-03", "occurred")},
        ),
        (
            "Omani minister Salim Amri visited Riga in March 2019. The visit led to a pact.",
            {("LVA", "2019-03", "occurred")},
        ),
        (
            "Omani minister Salim Amri arrived in Riga on Monday. He will return to Muscat on Friday.",
            {("LVA", "2024-05-13/2024-05-17", "occurred")},
        ),
        (
            "Omani minister Salim Amri flew to Riga on Monday. He is due back on Friday. He went to Lima on May 3.",
            {("LVA", "2024-05-13/2024-05-17", "occurred"), ("PER", "2024-05-03", "occurred")},
        ),
        (
            "Omani minister Salim Amri flew to Riga on Monday. A visit to Lima planned for April was called off.",
            {("LVA", "2024-05-13", "occurred"), ("PER", "2024-04", "cancelled")},
        ),
        (
            "Omani minister Salim Amri flew to Riga on Monday. Amri is also invited to Lima. His trip took long.",
            {("LVA", "2024-05-13", "occurred"), ("PER", "-", "possible")},
        ),
        (
            "Omani minister Salim Amri flew to Riga on Monday but had meant to go to Lima. He will instead tour Riga.",
            {("LVA", "2024-05-13", "occurred"), ("PER", "2024-05-13", "cancelled")},
        ),
        (
            "Omani minister Salim Amri went to Riga in January and again on 2 April.",
            {("LVA", "2024-01", "occurred"), ("LVA", "2024-04-02", "occurred")},
        ),
        (
            "Omani minister Salim Amri flew to Riga on Monday, two years after Kenya's Paul Otieno visited Oslo.",
            {("LVA", "2024-05-13", "occurred"), ("NOR", "2022", "occurred")},
        ),
        (
            "Omani minister Salim Amri flew to Riga in May 2023, four months after Kenya's Paul Otieno visited Oslo.",
            {("LVA", "2023-05", "occurred"), ("NOR", "2023-01", "occurred")},
        ),
        (
            "RIGA (AP) – Omani minister Salim Amri arrived on Monday night after a two-day visit to Oslo.",
            {("LVA", "2024-05-13", "occurred"), ("NOR", "2024-05-12/2024-05-13", "occurred")},
        ),
        (
            "RIGA (AP) – Omani minister Salim Amri arrived on Monday. He had spent the weekend in Oslo.",
            {("LVA", "2024-05-13", "occurred"), ("NOR", "2024-05-11/2024-05-12", "occurred")},
        ),
        (
            "Omani minister Salim Amri flew into Riga on Friday, two days after ending a visit to Chile.",
            {("LVA", "2024-05-10", "occurred"), ("CHL", "2024-05-08", "occurred")},
        ),
        (
            "Omani minister Salim Amri will go to Japan next week, but a stop in Riga is not on his itinerary.",
            {("JPN", "2024-05-20/2024-05-26", "planned"), ("LVA", "2024-05-20/2024-05-26", "cancelled")},
        ),
        (
            "Omani minister Salim Amri has put off a trip to Riga indefinitely. He first planned to go last June.",
            {("LVA", "-", "cancelled"), ("LVA", "2023-06", "planned")},
        ),
        (
            "Omani minister Salim Amri visited India in March and will leave on Friday for Japan.",
            {("IND", "2024-03", "occurred"), ("JPN", "2024-05-17", "planned")},
        ),
    ],
)
def test_a_visit_of_another_time_is_another_one(parser: Parser, text: str, journeys: set[tuple[str, str, str]]) -> None:
    found = parser.parse(text, published=DAY).visits
    told_of = [(p.country, v.when.edtf if v.when else "-", v.status.value) for v in found for p in v.destinations]
    assert set(told_of) == journeys
    assert len(told_of) == len(journeys)


def test_a_day_that_means_the_next_one_keeps_its_words(parser: Parser) -> None:
    (visit,) = parser.parse("Omani minister Salim Amri was flying to Riga on Tuesday.", published=DAY).visits
    assert visit.when is not None
    assert (visit.when.edtf, visit.when.text) == ("2024-05-21", "Tuesday")


def test_a_heading_in_capitals_is_no_place_where_it_says_more(parser: Parser) -> None:
    text = "MINISTERS TO MEET IN LIMA\nOmani minister Salim Amri is expected here on Friday."
    assert [p.name for v in parser.parse(text, published=DAY).visits for p in v.destinations] != [text.split("\n")[0]]
    named = text.replace("MINISTERS TO MEET IN LIMA", "LIMA, PERU")
    assert [p.country for v in parser.parse(named, published=DAY).visits for p in v.destinations] == ["PER"]


def test_a_region_in_a_list_is_in_none_of_its_states(parser: Parser) -> None:
    (visit,) = parser.parse("Omani minister Salim Amri will also visit Asia, Latvia and Peru.", published=DAY).visits
    assert {(p.name, p.country) for p in visit.destinations} == {("Asia", None), ("Latvia", "LVA"), ("Peru", "PER")}


def test_later_stops_with_days_of_their_own_are_apart(parser: Parser) -> None:
    text = "Omani minister Salim Amri flew to Riga on Friday and will go on to Tallinn on Sunday."
    found = parser.parse(text, published=DAY).visits
    assert [(p.country, v.status.value) for v in found for p in v.destinations] == [
        ("LVA", "occurred"),
        ("EST", "planned"),
    ]


def test_another_meeting_has_a_day_of_its_own(parser: Parser) -> None:
    text = (
        "Omani minister Salim Amri will meet Latvian Premier Janis Ozols in Riga on Friday. Peruvian minister Ana Ruiz "
        "spoke in Brussels, where she was attending a meeting of EU ministers."
    )
    found = parser.parse(text, published=DAY).visits
    assert [(v.visitors[0].name, v.status.value) for v in found if v.when is None] == [("Ana Ruiz", "occurred")]


def test_nobody_is_his_own_host(parser: Parser) -> None:
    text = (
        "Omani ministers met on Monday, among them Defence Minister Salim Amri, who last week was in Riga for talks "
        "with his counterpart."
    )
    for visit in parser.parse(text, published=DAY).visits:
        assert not set(visit.hosts) & set(visit.visitors)


@pytest.mark.parametrize(
    "text",
    ["As was the minister.", "As are those in Oslo.", "As is, the treaty was.", "Deputy told minister met aides."],
)
def test_a_sentence_that_begins_with_its_verb_has_nothing_above_it(parser: Parser, text: str) -> None:
    assert parser.parse(text, published="2024-05-14").visits == ()


def test_ministers_of_several_states_are_several(parser: Parser) -> None:
    (visit,) = parser.parse("After visits by the Peruvian and Chilean foreign ministers, Iran closed the plant.").visits
    assert sorted(str(v.country) for v in visit.visitors) == ["CHL", "PER"]
    (visit,) = parser.parse("Peru and Ecuador's presidents met in Oslo on Monday.").visits
    assert sorted(str(v.country) for v in visit.visitors) == ["ECU", "PER"]


def test_a_visitor_of_no_told_state_comes_once(parser: Parser) -> None:
    text = "The visit that Defence Minister Viktar Lukin is to make to Nicaragua in May is directed against nobody."
    (visit,) = parser.parse(text, published="2024-04-22").visits
    assert [v.name for v in visit.visitors] == ["Viktar Lukin"]
