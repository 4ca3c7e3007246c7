from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

SEVERAL = [
    (
        "Norway accounts for half of Togo's arms imports. Oslo sold Togo 400 bombs. Norway will sell Togo 50 jets.",
        [("Norway", "Togo", "arms+400 bombs", "delivered"), ("Norway", "Togo", "50 jets", "agreed")],
    ),
    (
        "Norway has decided not to sell Taiwan destroyers but will let the island buy four frigates.",
        [("Norway", "Taiwan", "destroyers", "denied"), ("Norway", "Taiwan", "four frigates", "agreed")],
    ),
    (
        "Norway said it would not sell submarines to Peru. Norway sold Peru two boats in the 1980s.",
        [("Norway", "Peru", "submarines", "denied"), ("Norway", "Peru", "two boats", "delivered")],
    ),
    (
        "Chad rejected Boeing's F-18 and Sweden's Gripen.",
        [("Boeing", "Chad", "F-18", "denied"), ("Sweden", "Chad", "Gripen", "denied")],
    ),
    (
        "Latvia's army, given 40 howitzers by Norway and 12 mortars by Peru since 2004, is no match for Russia.",
        [
            ("Norway", "Latvia's army", "40 howitzers", "delivered"),
            ("Peru", "Latvia's army", "12 mortars", "delivered"),
        ],
    ),
    (
        "Chad got six tanks from France last year and four more from Norway.",
        [("France", "Chad", "six tanks", "delivered"), ("Norway", "Chad", "four more", "delivered")],
    ),
    (
        "Togo, which bought tanks from Peru in 2004 and more from Norway, is at peace.",
        [("Peru", "Togo", "tanks", "delivered"), ("Norway", "Togo", "more", "delivered")],
    ),
    (
        "Denmark has given Togo six howitzers; Belgium, forty armoured vehicles.",
        [
            ("Denmark", "Togo", "six howitzers", "delivered"),
            ("Belgium", "Togo", "forty armoured vehicles", "delivered"),
        ],
    ),
    (
        "Togo ordered 12 Leopard tanks from Norway. Peru has bought the same tanks.",
        [("Norway", "Togo", "12 Leopard tanks", "agreed"), ("-", "Peru", "tanks", "delivered")],
    ),
    (
        "Togo ordered tanks from Norway in 2012. Chad took up an option on six guns; the order was booked in July.",
        [("Norway", "Togo", "tanks", "agreed"), ("-", "Chad", "six guns", "agreed")],
    ),
    (
        "Oman ordered four corvettes, Qatar two frigates.",
        [("-", "Oman", "four corvettes", "agreed"), ("-", "Qatar", "two frigates", "agreed")],
    ),
    (
        "Rifles imported by Kenya's army were diverted to militias in Somalia.",
        [("-", "Kenya's army", "Rifles", "delivered"), ("Kenya's army", "militias", "Rifles", "delivered")],
    ),
    (
        "Mortars delivered to Jordan were passed on to Syrian rebels.",
        [("-", "Jordan", "Mortars", "delivered"), ("Jordan", "Syrian rebels", "Mortars", "delivered")],
    ),
    (
        "Kenya abandoned a plan to buy Russian tanks and ordered 20 from Serbia.",
        [("Russia", "Kenya", "Russian tanks", "denied"), ("Serbia", "Kenya", "20", "agreed")],
    ),
    (
        "Kenya cancelled its order for jets and bought tanks from Serbia.",
        [("-", "Kenya", "jets", "denied"), ("Serbia", "Kenya", "tanks", "delivered")],
    ),
    (
        "Mitsubishi sold Australia 11 frigates. Indonesia would like frigates too.",
        [
            ("Mitsubishi", "Australia", "11 frigates", "delivered"),
            ("Mitsubishi", "Indonesia", "frigates", "negotiating"),
        ],
    ),
    (
        "Turkey sold Poland 24 Bayraktar drones. Kuwait wants the drones as well.",
        [("Turkey", "Poland", "24 Bayraktar drones", "delivered"), ("Turkey", "Kuwait", "drones", "negotiating")],
    ),
    (
        "Turkey sold Qatar 20 armoured vehicles. Talks on an armed drone go on.",
        [("Turkey", "Qatar", "20 armoured vehicles", "delivered"), ("Turkey", "Qatar", "armed drone", "negotiating")],
    ),
    (
        "Kyiv asked Berlin for tanks. Athens rejected a plea for its missiles.",
        [("Berlin", "Kyiv", "tanks", "negotiating"), ("Athens", "Kyiv", "missiles", "denied")],
    ),
    (
        "Serbia, Oman and Peru halted arms supplies to Chad. “Oman has promised 400 pistols,” said a Chadian officer.",
        [
            ("Serbia+Oman+Peru", "Chad", "arms", "denied"),
            ("Oman", "Chad", "400 pistols", "agreed"),
        ],
    ),
    (
        "Turkey has sent tanks to Chad. Berlin in May accused Ankara of sending new frigates.",
        [("Turkey", "Chad", "tanks", "delivered"), ("Ankara", "Chad", "new frigates", "delivered")],
    ),
    (
        "Norway sold Chad two tanks. It has refused to sell it four more.",
        [("Norway", "Chad", "two tanks", "delivered"), ("Norway", "Chad", "four more", "denied")],
    ),
    (
        "Norway will give Chad 12 tanks. Last week Peru pledged 30 by 2030.",
        [("Norway", "Chad", "12 tanks", "agreed"), ("Peru", "Chad", "30", "agreed")],
    ),
    (
        "Norway will deliver 15 tanks to Peru so that Lima can send 30 howitzers to Chad.",
        [("Norway", "Peru", "15 tanks", "agreed"), ("Lima", "Chad", "30 howitzers", "agreed")],
    ),
    (
        "Peru bought two frigates from Norway in place of a plan to buy Swedish Gripens.",
        [("Norway", "Peru", "two frigates", "delivered"), ("Sweden", "-", "Swedish Gripens", "denied")],
    ),
    (
        "Norway sold 50 tanks to Chad and is negotiating the sale of another 100.",
        [("Norway", "Chad", "50 tanks", "delivered"), ("Norway", "Chad", "another 100", "negotiating")],
    ),
    (
        "A load of Indian mortars sold to Italy ended up in Chad.",
        [("India", "Italy", "Indian mortars", "delivered"), ("India", "Chad", "Indian mortars", "delivered")],
    ),
    (
        "Norway said it would provide 24 F-16s to Chad. Peru said it would provide 12 F-16s.",
        [("Norway", "Chad", "24 F-16s", "agreed"), ("Peru", "Chad", "12 F-16s", "agreed")],
    ),
    (
        "Norway has agreed to sell Chad tanks. A source said that six jets were to follow.",
        [("Norway", "Chad", "tanks", "agreed"), ("Norway", "Chad", "six jets", "agreed")],
    ),
    (
        "Norway sold Chad 12 tanks. Sweden followed suit.",
        [("Norway", "Chad", "12 tanks", "delivered"), ("Sweden", "Chad", "12 tanks", "delivered")],
    ),
    (
        "Norway stopped selling tanks to Chad. Sweden did the same.",
        [("Norway", "Chad", "tanks", "denied"), ("Sweden", "Chad", "tanks", "denied")],
    ),
    (
        "Chad was given ten tanks by Norway; Peru, 24 guns.",
        [("Norway", "Chad", "ten tanks", "delivered"), ("Norway", "Peru", "24 guns", "delivered")],
    ),
    (
        "Norway sent three tanks to Chad, Sweden eight.",
        [("Norway", "Chad", "three tanks", "delivered"), ("Sweden", "Chad", "eight", "delivered")],
    ),
    (
        "Chad narrowed its choice to Saab's Gripen and the Rafale of Dassault.",
        [("Saab", "Chad", "Gripen", "negotiating"), ("Dassault", "Chad", "Rafale", "negotiating")],
    ),
    (
        "Chad ordered 12 tanks from Norway in 2010. Chad ordered 12 tanks from Norway in 2020.",
        [("Norway", "Chad", "12 tanks", "agreed"), ("Norway", "Chad", "12 tanks", "agreed")],
    ),
]
"""Sentences with several deals: suppliers, recipients, equipment, status of each, in text order."""


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_each_deal_of_a_text_has_its_own_sides(
    parser: Parser, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    found = parser.parse(text, published="2024-05-15").arms_deals
    told = [
        (
            "+".join(a.name for a in deal.suppliers) or "-",
            "+".join(a.name for a in deal.recipients) or "-",
            "+".join(item.text for item in deal.items),
            deal.status.value,
        )
        for deal in found
    ]
    assert told == expected
