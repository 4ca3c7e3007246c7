"""The law that what an article tells of arms does not depend on who acts in it: whole stories, each with two fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

STATES = {
    "Kenya": ("Kenyan", "Nairobi", "KEN"),
    "Chile": ("Chilean", "Santiago", "CHL"),
    "Finland": ("Finnish", "Helsinki", "FIN"),
    "Vietnam": ("Vietnamese", "Hanoi", "VNM"),
    "Hungary": ("Hungarian", "Budapest", "HUN"),
    "Angola": ("Angolan", "Luanda", "AGO"),
}
FILLS = [("Kenya", "Chile", "Finland", "howitzers"), ("Vietnam", "Hungary", "Angola", "radar sets")]

STORIES = [
    (
        (
            "{A} signed a contract on Friday to sell {B} 40 {it}.\n\n"
            "{C} is in talks with {A} on buying 12 {it}.\n\n"
            "The contract must still be approved by the {Ba} parliament."
        ),
        ["A>B 40 {it} agreed", "A>C 12 {it} negotiating"],
    ),
    (
        (
            "Five F-16 jets from {A} have arrived in {B}, four years after {Bc} agreed to buy 36 of the planes.\n\n"
            "The jets landed on Wednesday."
        ),
        ["A>B Five F-16 jets delivered"],
    ),
    (
        ("{A} had offered {B} three Type 23 frigates, but the navy said no decision had been taken."),
        ["A>B three Type 23 frigates negotiating"],
    ),
    (
        (
            "{C} warned {A} on Friday that supplying {it} to {B} would have serious consequences.\n\n"
            "{A} is considering sending 40 {it} to {B}, two {Aa} officials said this week.\n\n"
            "The {Aa} foreign ministry declined to comment. {B} asked for the weapons in March."
        ),
        ["A>B 40 {it} negotiating"],
    ),
    (
        (
            "{A} on Friday denied a report that it had sold {it} to {B}.\n\n"
            "The Morning Post newspaper said 40 {it} were shipped to {Bc} in April.\n\n"
            '"There was no such sale," a {Aa} spokesman said.'
        ),
        ["A>B 40 {it} denied"],
    ),
    (
        (
            "{Bc}, May 12 (Reuters) - {A} will supply {B} with 40 {it} under a contract signed on Wednesday, both "
            "governments said.\n\nThe first {it} are to arrive in {Bc} by the end of the year. It is worth $300 "
            "million.\n\nLast year {B} bought 30 mortars from {C}, but that deal drew criticism over delays."
        ),
        ["A>B 40 {it} agreed", "C>B 30 mortars delivered"],
    ),
    (
        (
            "The defence ministry of {A} confirms that it has today transferred 40 {it} to the armed forces of {B}.\n\n"
            "This donation brings the value of {Aa} aid to {B} to 90 million euros.\n\n"
            "The {it} were handed over at a ceremony in {Bc}."
        ),
        ["A>B 40 {it} delivered"],
    ),
    (
        (
            "{B} cancels {Aa} order\n\n{B} has cancelled an order for 40 {it} from {A}, citing the cost, its defence "
            "minister said on Tuesday.\n\nThe order, worth 200 million euros, was placed in 2022 by another government."
        ),
        ["A>B 40 {it} denied"],
    ),
    (
        (
            "{A} in talks to buy {it} from {B}\n\n{A} is in talks with {B} to buy 40 {it}, two people who knew of it "
            "said.\n\nA deal could be signed in {Bc} in June. The talks also cover joint production.\n\n"
            "{A} now relies on mortars that it got from {C} in the 1990s."
        ),
        ["B>A 40 {it} negotiating", "C>A mortars delivered"],
    ),
    (
        (
            "{A}'s parliament has approved the export of 40 {it} to {B}, lawmakers said on Friday.\n\n"
            "The vote clears the way for a sale that {Cc} has tried to block for two years.\n\n"
            "A rival bill to arm the police with new pistols failed."
        ),
        ["A>B 40 {it} agreed"],
    ),
    (
        (
            "The {Ca} navy stopped a dhow on Monday. It was carrying 40 {it} from {A} to {B}.\n\n"
            "Its crew was held. {Ac} said it knew nothing of the cargo."
        ),
        ["A>B 40 {it} denied"],
    ),
    (
        (
            "Rebels in {B} paraded 40 {it} on Friday that they said they had captured from the army.\n\n"
            "A tank museum near {Bc} will reopen in June with a film festival."
        ),
        [],
    ),
]


@pytest.mark.parametrize("fill", FILLS, ids=lambda fill: str(fill[0]))
@pytest.mark.parametrize(("text", "deals"), STORIES, ids=[text[:40] for text, _ in STORIES])
def test_what_an_article_tells_does_not_depend_on_who_acts_in_it(
    parser: Parser, fill: tuple[str, ...], text: str, deals: list[str]
) -> None:
    words, codes = {"it": fill[3]}, {}
    for key, state in zip("ABC", fill, strict=False):
        adjective, capital, code = STATES[state]
        words |= {key: state, f"{key}a": adjective, f"{key}c": capital}
        codes[code] = key
    found = []
    for deal in parser.parse(text.format(**words), published="2024-05-15").arms_deals:
        gives, gets = (
            "".join(sorted({codes.get(a.country or "", "?") for a in side}))
            for side in (deal.suppliers, deal.recipients)
        )
        found.append(f"{gives}>{gets} {deal.items[0].text} {deal.status.value}")
    assert sorted(found) == sorted(deal.format(**words) for deal in deals)
