"""Laws that need no gold: what a change of the words must change in the events, and what it must leave."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings, strategies as st

from dipevents.parser import Parser
from dipevents.parties import participants, status_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.models.event import Event
    from dipevents.models.report import Report

PARSER = Parser()
PUBLISHED = date(2024, 5, 15)
# Countries whose name and demonym are one plain word and nothing else.
COUNTRIES = {
    "France": ("FRA", "French"),
    "Norway": ("NOR", "Norwegian"),
    "Japan": ("JPN", "Japanese"),
    "Egypt": ("EGY", "Egyptian"),
    "Brazil": ("BRA", "Brazilian"),
    "Kenya": ("KEN", "Kenyan"),
    "Vietnam": ("VNM", "Vietnamese"),
    "Germany": ("DEU", "German"),
}
NAMES = ("Zbigniew Korda", "Hana Novak", "Pedro Alvarez", "Amina Yusuf", "Li Wei", "Ivan Petrov")
SENTENCES = {
    "visit": "{a_adj} Foreign Minister {person} visited {b} on Tuesday.",
    "planned visit": "{a_adj} President {person} will travel to {b} next week.",
    "warning": "{a} warned {b} that it would close the border.",
    "deal": "{a} sold 24 fighter jets to {b} last month.",
    "deal of the other side": "{b} agreed to buy six submarines from {a} for $2 billion.",
}
NEUTRAL = (
    "The harvest was good.",
    "Shares closed a little higher.",
    "Rain is expected in the mountains.",
    "The museum reopened after two years of work.",
    "Nobody was hurt.",
)


def facts_of(event: Event) -> dict[str, Any]:
    """What an event says, without where it says it."""
    return {
        "type": event.type_name(),
        "status": str(status_of(event)),
        "kind": str(getattr(event, "kind", "")),
        "when": event.when.edtf if event.when else None,
        "parts": sorted(f"{p.role}: {p.who.name} ({p.who.country})" for p in participants(event)),
        "items": [item.text for item in getattr(event, "items", ())],
    }


def facts(report: Report) -> list[dict[str, Any]]:
    return [facts_of(event) for event in report.events]


def read(text: str, published: date = PUBLISHED) -> Report:
    return PARSER.parse(text, published=published)


def filled(kind: str, a: str, b: str, person: str) -> str:
    return SENTENCES[kind].format(a=a, b=b, a_adj=COUNTRIES[a][1], person=person)


def masked(found: list[dict[str, Any]], names: Mapping[str, str]) -> str:
    """The facts as text in which every name is its place in the sentence."""
    told = json.dumps(found)
    for name, mark in names.items():
        told = told.replace(name, mark)
    return told


PAIRS = st.lists(st.sampled_from(sorted(COUNTRIES)), min_size=2, max_size=2, unique=True)


class TestReplacing:
    @given(kind=st.sampled_from(sorted(SENTENCES)), pair=PAIRS, person=st.sampled_from(NAMES))
    @settings(max_examples=60, deadline=None)
    def test_another_country_or_name_changes_that_alone(self, kind: str, pair: list[str], person: str) -> None:
        """Events of the sentence are those of the same sentence with other names, but for the names."""
        here = facts(read(filled(kind, *pair, person)))
        there = facts(read(filled(kind, "France", "Norway", "Hana Novak")))
        assert here
        one, other = pair
        shown = masked(here, {person: "<person>", f"({COUNTRIES[one][0]})": "<a>", f"({COUNTRIES[other][0]})": "<b>"})
        expected = masked(there, {"Hana Novak": "<person>", "(FRA)": "<a>", "(NOR)": "<b>"})
        assert shown.replace(one, "<A>").replace(other, "<B>") == expected.replace("France", "<A>").replace(
            "Norway", "<B>"
        )


class TestAdding:
    @given(
        kinds=st.lists(st.sampled_from(sorted(SENTENCES)), min_size=1, max_size=3, unique=True),
        pair=PAIRS,
        neutral=st.sampled_from(NEUTRAL),
        gap=st.sampled_from([" ", "\n\n"]),
    )
    @settings(max_examples=40, deadline=None)
    def test_a_neutral_sentence_adds_no_event_and_changes_none(
        self, kinds: list[str], pair: list[str], neutral: str, gap: str
    ) -> None:
        text = gap.join(filled(kind, *pair, "Hana Novak") for kind in kinds)
        before = read(text)
        after = read(f"{text}{gap}{neutral}")
        assert facts(after) == facts(before)
        assert [e.evidence for e in after.events] == [e.evidence for e in before.events]
        assert facts(read(f"{neutral}\n\n{text}")) == facts(before)

    @given(st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=5).map(" ".join))
    @settings(max_examples=20, deadline=None)
    def test_neutral_sentences_alone_have_no_event(self, text: str) -> None:
        assert not read(text).events


VOICES = [
    (
        "Polish President Jan Mazur received Norwegian Foreign Minister Hana Novak in Warsaw.",
        "Norwegian Foreign Minister Hana Novak was received by Polish President Jan Mazur in Warsaw.",
    ),
    ("France sold Egypt 24 fighter jets.", "24 fighter jets were sold to Egypt by France."),
    ("China warned Japan on Monday.", "Japan was warned by China on Monday."),
    ("Norway will deliver six submarines to Brazil.", "Six submarines will be delivered to Brazil by Norway."),
]
NEGATED = [
    (
        "Norwegian Foreign Minister Hana Novak visited Kenya.",
        "Norwegian Foreign Minister Hana Novak did not visit Kenya.",
    ),
    (
        "Norwegian President Hana Novak will travel to Kenya.",
        "Norwegian President Hana Novak will not travel to Kenya.",
    ),
    ("France sold 24 fighter jets to Egypt.", "France did not sell 24 fighter jets to Egypt."),
    ("France will sell fighter jets to Egypt.", "France will never sell fighter jets to Egypt."),
    ("China warned Japan that it would act.", "China did not warn Japan that it would act."),
]


class TestRewording:
    @pytest.mark.parametrize(("active", "passive"), VOICES)
    def test_the_passive_keeps_the_roles(self, active: str, passive: str) -> None:
        one, other = facts(read(active)), facts(read(passive))
        assert one
        assert [(f["type"], f["status"], f["parts"]) for f in one] == [
            (f["type"], f["status"], f["parts"]) for f in other
        ]

    @pytest.mark.parametrize(("said", "denied"), NEGATED)
    def test_a_negated_verb_changes_the_status(self, said: str, denied: str) -> None:
        """Nothing that was told keeps its status: the event is gone or denied."""
        (told,) = facts(read(said))
        assert told["status"] not in {found["status"] for found in facts(read(denied)) if found["type"] == told["type"]}


class TestShifting:
    @given(kind=st.sampled_from(["visit", "planned visit"]), weeks=st.integers(-500, 500))
    @settings(max_examples=30, deadline=None)
    def test_whole_weeks_shift_the_dates_by_as_much(self, kind: str, weeks: int) -> None:
        text = filled(kind, "France", "Norway", "Hana Novak")
        shift = timedelta(7 * weeks)
        (here,) = read(text).events
        (there,) = read(text, PUBLISHED + shift).events
        assert here.when is not None
        assert there.when is not None
        assert here.when.earliest is not None
        assert here.when.latest is not None
        assert (there.when.earliest, there.when.latest) == (here.when.earliest + shift, here.when.latest + shift)

    @given(days=st.integers(-5000, 5000), word=st.sampled_from(["yesterday", "today", "two days ago"]))
    @settings(max_examples=30, deadline=None)
    def test_days_shift_days(self, days: int, word: str) -> None:
        (found,) = read(f"French President Hana Novak arrived in Oslo {word}.", PUBLISHED + timedelta(days)).visits
        back = {"yesterday": 1, "today": 0, "two days ago": 2}[word]
        assert found.when is not None
        assert found.when.earliest == found.when.latest == PUBLISHED + timedelta(days - back)
