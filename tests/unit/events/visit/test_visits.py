from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.events.visit.merge import join_visits, same_visit
from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.place import Place
from dipevents.models.visit import Visit, VisitStatus
from dipevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable

KIM = Actor(name="Ana Kim", kind="person", country="KOR", role="Foreign Minister")
LEE = Actor(name="Bo Lee", kind="person", country="KOR", role="President")
KENYA = Place(name="Kenya", country="KEN")
NAIROBI = Place(name="Nairobi", country="KEN")
PERU = Place(name="Peru", country="PER")


def visit(*, who: Actor = KIM, to: Place = KENYA, when: str | None = None, status: str = "occurred") -> Visit:
    date = EventDate.from_edtf(when) if when else None
    return Visit(visitors=(who,), destinations=(to,), when=date, status=VisitStatus(status))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (visit(), visit(to=NAIROBI), True),
        (visit(), visit(who=LEE), False),
        (visit(), visit(to=PERU), False),
        (visit(when="2019"), visit(when="2023"), False),
        (visit(when="2024-05-13"), visit(when="2024-05-14"), True),
        (visit(when="2024-05-13"), visit(when="2024-06-14"), False),
        (visit(when="2024-05"), visit(when="2024-05-14"), True),
        (visit(), visit(status="planned"), True),
        (visit(), visit(status="cancelled"), False),
        (visit(), visit(status="possible"), False),
        (visit(status="planned"), visit(status="cancelled"), True),
        (visit(status="planned", when="2024-05-20"), visit(status="cancelled", when="2024-05-13"), False),
    ],
)
def test_one_visit_is_told_apart_from_two(one: Visit, other: Visit, *, same: bool) -> None:
    assert same_visit(one, other) is same


def test_a_joined_visit_keeps_the_firmest_stage_and_the_finest_date() -> None:
    joined = join_visits(visit(status="planned", when="2024-05"), visit(to=NAIROBI, when="2024-05-13"))
    assert joined.status is VisitStatus.OCCURRED
    assert joined.when == EventDate.from_edtf("2024-05-13")
    assert joined.destinations == (KENYA, NAIROBI)


def test_a_joined_visit_keeps_a_day_rather_than_its_week() -> None:
    joined = join_visits(visit(when="2024-05-13/2024-05-19"), visit(when="2024-05-15"))
    assert joined.when == EventDate.from_edtf("2024-05-15")


def test_a_joined_visit_keeps_the_stay_rather_than_a_day_of_it() -> None:
    joined = join_visits(visit(when="2024-05-14/2024-05-17"), visit(when="2024-05-15"))
    assert joined.when == EventDate.from_edtf("2024-05-14/2024-05-17")


@pytest.fixture(scope="module")
def visits(parser: Parser) -> Callable[[str], tuple[Visit, ...]]:
    return lambda text: parser.parse(text, published="2024-05-15").visits


def test_later_mentions_are_further_evidence_of_one_visit(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = (
        "Polish President Andrzej Duda arrived in Kenya on Monday for a three-day visit.\n\n"
        "Duda met Kenyan President William Ruto on Tuesday.\n\nThe visit will end on Wednesday."
    )
    (found,) = visits(text)
    assert len(found.evidence) == 3
    assert [h.name for h in found.hosts] == ["William Ruto"]


def test_visits_of_different_years_stay_apart(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = "Polish President Andrzej Duda visited Kenya on Monday. Duda had visited Kenya in 2019."
    assert [v.when.edtf if v.when else None for v in visits(text)] == ["2024-05-13", "2019"]


def test_people_of_two_states_make_two_visits(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = "Polish President Andrzej Duda and French President Emmanuel Macron arrived in Kenya on Monday."
    assert sorted(v.visitors[0].country or "" for v in visits(text)) == ["FRA", "POL"]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Polish President Andrzej Duda and French President Emmanuel Macron opened in Kampala on Monday.",
        "Polish President Andrzej Duda and French President Emmanuel Macron met in Kampala on Monday.",
    ],
)
def test_a_meeting_in_a_third_state_makes_a_visit_of_each(
    text: str, visits: Callable[[str], tuple[Visit, ...]]
) -> None:
    assert sorted((v.visitors[0].country, v.when.edtf if v.when else "") for v in visits(text)) == [
        ("FRA", "2024-05-13"),
        ("POL", "2024-05-13"),
    ]


def test_a_day_before_a_week_is_of_another_visit(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = "Omani Foreign Minister Said Harthi was in Riga on Monday and is due in Tallinn later this week."
    assert [v.when.edtf if v.when else None for v in visits(text)] == ["2024-05-13", "2024-05-13/2024-05-19"]


def test_who_comes_along_comes_to_the_same_place_on_the_same_day(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = (
        "Omani Foreign Minister Said Harthi paid a visit to Riga on Tuesday. Harthi, who arrived by train from Poland "
        "together with Kenyan Foreign Minister Ada Otieno, promised help."
    )
    found = visits(text)
    assert [v.visitors[0].name for v in found] == ["Said Harthi", "Ada Otieno"]
    assert [(v.when.edtf, v.destinations[0].country) for v in found if v.when] == [("2024-05-14", "LVA")] * 2


def test_a_guess_at_the_state_of_a_visitor_rules_no_visit_out(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Home Affairs Commissioner Janis Berzins will travel to Spain on Friday to calm Spanish farmers.")
    assert [p.country for p in found.destinations] == ["ESP"]


def test_a_summit_gives_its_place_and_day_to_those_who_attend_it(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = (
        "A regional summit opens in Kampala on Friday.\n\n"
        "Polish President Andrzej Duda confirmed that he would attend the summit."
    )
    (found,) = visits(text)
    assert [p.name for p in found.destinations] == ["Kampala"]
    assert found.when == EventDate.from_edtf("2024-05-17")


def test_a_surname_at_the_head_of_a_sentence_is_the_person_named_before(
    visits: Callable[[str], tuple[Visit, ...]],
) -> None:
    text = "Polish President Ewa Wilkowa spoke first.\n\nWilkowa leaves on Friday for Nairobi."
    (found,) = visits(text)
    assert found.visitors[0].name == "Ewa Wilkowa"


def test_the_deputy_who_is_sent_instead_is_not_whom_the_office_describes(
    visits: Callable[[str], tuple[Visit, ...]],
) -> None:
    text = (
        "Poland's prime minister pulled out of a summit in Nairobi. "
        "Instead he is sending Foreign Minister Jan Kowalski to Nairobi."
    )
    assert {v.status.value for v in visits(text)} == {"cancelled", "planned"}


def test_the_day_of_leaving_for_home_ends_a_stay(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = "Polish President Andrzej Duda arrived in Kenya on Monday. Duda will leave Kenya for Poland on Thursday."
    (found,) = visits(text)
    assert found.when == EventDate.from_edtf("2024-05-13/2024-05-16")


def test_the_day_of_a_stop_before_a_visit_is_not_its_own(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    norway, malta = visits("Before travelling to Norway, Kenyan President William Ruto will be in Malta on May 20.")
    assert malta.when is not None
    assert norway.when is None


def test_the_vehicle_and_the_purpose_are_told(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Polish President Andrzej Duda travelled to Ukraine by train to discuss aid.")
    assert (found.transport, found.purpose) == ("train", "to discuss aid")


def test_the_origin_is_no_destination(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Polish President Andrzej Duda flew to Kenya from Ethiopia on Monday.")
    assert found.origin is not None
    assert found.origin.country == "ETH"
    assert {p.country for p in found.destinations} == {"KEN"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("French President Emmanuel Macron visited Lyon on Monday.", "domestic"),
        ("Thousands of tourists visited Thailand.", "nobody official travels"),
    ],
)
def test_a_trigger_without_a_visit_tells_why(text: str, reason: str) -> None:
    parser = Parser(explain=True)
    assert not parser.parse(text, published="2024-05-15").visits
    assert reason in {s.reason for s in parser.skipped if s.room == "visit"}


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("Polish President Andrzej Duda's African trip began on Monday.", "Africa"),
        ("Polish President Andrzej Duda's East Asian tour has been overshadowed by fears of war in Chad.", "East Asia"),
        ("Polish President Andrzej Duda ended a Latin American tour.", "Latin America"),
    ],
)
def test_an_adjective_of_a_region_tells_where_a_tour_goes(
    words: str, region: str, visits: Callable[[str], tuple[Visit, ...]]
) -> None:
    (found,) = visits(words)
    assert [place.name for place in found.destinations] == [region]


def test_the_day_of_an_interview_is_not_that_of_what_is_told_in_it(
    visits: Callable[[str], tuple[Visit, ...]],
) -> None:
    words = "Norway's Foreign Minister Espen Barth Eide met Ruto in Cairo, he told a daily in an interview on Monday."
    assert {found.when for found in visits(words)} == {None}


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("0001-01-02", "Norway's Foreign Minister Espen Barth Eide is on the fourth day of a visit to Cairo."),
        ("9999-12-30", "Norway's Foreign Minister Espen Barth Eide will visit Cairo on 3 March."),
    ],
)
def test_days_beyond_the_calendar_are_not_reckoned(published: str, words: str, parser: Parser) -> None:
    assert [place.country for v in parser.parse(words, published=published).visits for place in v.destinations] == [
        "EGY"
    ]


def test_a_tour_of_a_region_and_its_legs_are_one_visit(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (tour,) = visits(
        "Peruvian President Ana Ruiz is on a tour of Asia. She arrived in Japan on Monday. "
        "She will fly on to Vietnam on Friday."
    )
    assert [place.name for place in tour.destinations] == ["Asia", "Japan", "Vietnam"]


def test_a_meeting_belongs_to_the_present_visit_and_not_to_one_of_years_ago(
    visits: Callable[[str], tuple[Visit, ...]],
) -> None:
    present, past = visits(
        "Chadian President Idriss Abakar flew to Riga on Monday. The last time he was in Latvia was in April 2019. "
        "Abakar met President Janis Ozols."
    )
    assert [host.name for host in present.hosts] == ["Janis Ozols"]
    assert past.hosts == ()


def test_talks_of_a_visit_that_was_called_off_are_no_part_of_another(
    visits: Callable[[str], tuple[Visit, ...]],
) -> None:
    found = visits(
        "Chadian President Idriss Abakar has put off a tour of Alberta because of a fever. Abakar was to have flown to "
        "Calgary today for talks with the province's premier, Dan Hill. Canadian hosts said Abakar had slept little "
        "since his arrival in Ottawa on Thursday."
    )
    told = {v.status.value: {e.text[:7] for e in v.evidence} for v in found}
    assert "Abakar " in told["cancelled"]
    assert "Abakar " not in told["occurred"]


def test_the_words_of_the_name_of_a_forum_are_no_places(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits(
        "Polish Foreign Minister Jan Kowal will take part in the Vienna International Economic Forum on Friday."
    )
    assert [place.country for place in found.destinations] == ["AUT"]


def test_the_country_of_what_a_meeting_is_about_is_no_destination(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Kenyan ministers travelled on Monday to the international meeting on Yemen in Muscat.")
    assert [place.country for place in found.destinations] == ["OMN"]


def test_a_firm_is_named_by_its_state_where_somebody_visits_it(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Brazilian President Ana Lima visited the gas giant Gazprom on Monday.")
    assert [(place.name, place.country) for place in found.destinations] == [("Russia", "RUS")]
