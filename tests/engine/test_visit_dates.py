"""Visits of several guests in one sentence: each has the day that is told of it, and no other's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            "Sultan Qais of Oman visited Latvia in 1967 and Sultan Tariq in 1981.",
            {("Qais", "LVA", "1967"), ("Tariq", "LVA", "1981")},
        ),
        (
            "Omani Foreign Minister Said Harthi flew to Riga on Monday and Finance Minister Tariq Bashir on Tuesday.",
            {("Said Harthi", "LVA", "2024-05-13"), ("Tariq Bashir", "LVA", "2024-05-14")},
        ),
        (
            "Omani Premier Said Harthi will visit Riga on Monday and Finance Minister Tariq Bashir Oslo on Tuesday.",
            {("Said Harthi", "LVA", "2024-05-20"), ("Tariq Bashir", "NOR", "2024-05-21")},
        ),
        (
            "Omani Foreign Minister Said Harthi visited King Janis of Latvia on Monday and Queen Ilze on Tuesday.",
            {("Said Harthi", "LVA", "2024-05-13")},
        ),
        (
            "Said Harthi of Oman made a visit to Latvia to pave the way for King Tariq's visit starting on Monday.",
            {("Said Harthi", "LVA", "-"), ("Tariq", "LVA", "2024-05-20")},
        ),
        (
            "Omani Minister Said Harthi flew to Riga to brief officials on King Tariq's visit to Peru last week.",
            {("Said Harthi", "LVA", "-"), ("Tariq", "PER", "2024-05-06/2024-05-12")},
        ),
        (
            "Omani Foreign Minister Said Harthi is in Riga to prepare a visit by Sultan Tariq next month.",
            {("Said Harthi", "LVA", "2024-05-15"), ("Tariq", "LVA", "2024-06")},
        ),
        (
            "Omani Minister Said Harthi ended a visit to Latvia on May 3, and will go to Oslo on Sunday for talks.",
            {("Said Harthi", "LVA", "2024-05-03"), ("Said Harthi", "NOR", "2024-05-19")},
        ),
        (
            "Omani Sultan Tariq will not fly to Riga on Friday. Foreign Minister Said Harthi is going in his place.",
            {("Tariq", "LVA", "2024-05-17"), ("Said Harthi", "LVA", "2024-05-17")},
        ),
        (
            "Sultan Tariq of Oman was in Riga in April, straight after two days in Oslo.",
            {("Tariq", "LVA", "2024-04"), ("Tariq", "NOR", "2024-04")},
        ),
        (
            "OSLO - Omani Minister Said Harthi came to Riga on Monday, and Sultan Tariq was expected on Thursday.",
            {("Said Harthi", "LVA", "2024-05-13"), ("Tariq", "LVA", "2024-05-16")},
        ),
        (
            "Sultan Tariq of Oman will arrive in Riga on Saturday, June 8. He will leave for Oslo on Tuesday.",
            {("Tariq", "LVA", "2024-06-08"), ("Tariq", "NOR", "2024-06-11")},
        ),
        (
            "Omani Minister Said Harthi toured Peru in May. Sultan Tariq himself accepted an invitation to Riga.",
            {("Said Harthi", "PER", "2024-05"), ("Tariq", "LVA", "-")},
        ),
        (
            "RIGA, May 15 - Omani Minister Said Harthi arrived on Monday. He leaves on Friday for Oslo.",
            {("Said Harthi", "LVA", "2024-05-13/2024-05-17"), ("Said Harthi", "NOR", "2024-05-17")},
        ),
        (
            "Chilean leader Ana Soto is due in Riga for the May 18-19 summit. Oman's Tariq may skip the summit.",
            {("Ana Soto", "LVA", "2024-05-18/2024-05-19"), ("Tariq", "LVA", "2024-05-18/2024-05-19")},
        ),
        (
            "Sultan Tariq of Oman will lead a team to Riga on Friday. Finance Minister Said Harthi will join him.",
            {("Tariq", "LVA", "2024-05-17"), ("Said Harthi", "LVA", "2024-05-17")},
        ),
        (
            "Oman's Said Harthi flew to Oslo on Tuesday to join a summit on Sunday. Sultan Tariq is due at the summit.",
            {("Said Harthi", "NOR", "2024-05-14"), ("Tariq", "NOR", "2024-05-19")},
        ),
        (
            "An Omani delegation arrived in Riga on Monday. A five-member Chilean mission arrives on Friday.",
            {("An Omani delegation", "LVA", "2024-05-13"), ("A five-member Chilean mission", "LVA", "2024-05-17")},
        ),
        (
            "RIGA, May 15 - Visiting Omani Minister Said Harthi met President Ilze Ozola here today. He left for Peru.",
            {("Said Harthi", "LVA", "2024-05-15"), ("Said Harthi", "PER", "2024-05-15")},
        ),
        (
            "Omani Sultan Tariq is on a tour of Europe. He flew to Riga on Monday. He visited Lima last week.",
            {("Tariq", "LVA", "2024-05-13"), ("Tariq", "PER", "2024-05-06/2024-05-12"), ("Tariq", None, "2024-05-13")},
        ),
        (
            "Omani Sultan Tariq is on a tour of Europe. He flew to Riga on Monday. He was in Lima on May 6.",
            {("Tariq", "LVA", "2024-05-13"), ("Tariq", "PER", "2024-05-06"), ("Tariq", None, "2024-05-13")},
        ),
        (
            "Omani Sultan Tariq leaves on Saturday on a 10-day Asian tour. He meets Thai Premier Som Jit on May 28.",
            {("Tariq", None, "2024-05-18/2024-05-27"), ("Tariq", "THA", "2024-05-18/2024-05-27")},
        ),
        (
            "Sultan Tariq of Oman flies to Riga on Monday. He will meet President Ilze Ozola during the visit.",
            {("Tariq", "LVA", "2024-05-20")},
        ),
        (
            "Omani Sultan Tariq leaves on Saturday on a 10-day trip to the Far East. He will stop in Hanoi.",
            {("Tariq", None, "2024-05-18/2024-05-27"), ("Tariq", "VNM", "2024-05-18/2024-05-27")},
        ),
        (
            "Omani Sultan Tariq leaves on Saturday on a 10-day Asian tour. He meets Thai Premier Som Jit on Monday.",
            {("Tariq", None, "2024-05-18/2024-05-27"), ("Tariq", "THA", "2024-05-18/2024-05-27")},
        ),
    ],
)
def test_each_guest_has_a_day_of_his_own(parser: Parser, text: str, visits: set[tuple[str, str, str]]) -> None:
    found = parser.parse(text, published="2024-05-15").visits
    told = [
        (a.name, p.country, v.when.edtf if v.when else "-") for v in found for a in v.visitors for p in v.destinations
    ]
    assert set(told) == visits
