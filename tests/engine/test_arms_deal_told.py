"""Deals of which a clause or a sentence before has told the goods or a side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

TOLD = [
    (
        "Norway sold Gripens to Peru. Chad picked six used ones over new F-16s and Russian jets.",
        ["NOR>PER Gripens delivered"],
    ),
    (
        "Chad will order 54 Leopards from Germany with an option for a further 18. The first will arrive in 2026.",
        ["DEU>TCD 54 Leopards further 18 agreed"],
    ),
    (
        "Norway chose the German Leopard. Some wondered if Norway needed tanks. Poland gave Ukraine 14 Leopards.",
        ["DEU>NOR German Leopard agreed", "POL>UKR 14 Leopards delivered"],
    ),
    (
        "Peru asked Norway for jets. Norway banned the sale of fighters to Latin America in 1977.",
        ["NOR> fighters denied", "NOR>PER jets negotiating"],
    ),
    (
        "Norway sold 12 tanks to Togo and made its first sale of arms to Chad.",
        ["NOR>TGO 12 tanks delivered", "NOR>TCD arms agreed"],
    ),
    (
        "Norway will sell tanks to Chad. Norway sold arms to the Gulf monarchies in the past.",
        ["NOR>TCD tanks agreed", "NOR> arms delivered"],
    ),
    (
        "Norway halted the sale of 400 bombs to Chad. A bill on buyers of rifles passed in May.",
        ["NOR>TCD 400 bombs denied"],
    ),
    (
        "Norway sent guns to Chad. These guns end up with bandits in Niger.",
        ["NOR>TCD guns delivered"],
    ),
    (
        "Norway will sell conventional weapons to Chad. Oslo will not sell Chad missiles.",
        ["NOR>TCD conventional weapons agreed", "NOR>TCD missiles denied"],
    ),
    (
        "India signed a contract with IAI for anti-aircraft missiles. India will not buy Spike missiles from Rafael.",
        ["ISR>IND anti-aircraft missiles agreed", "ISR>IND Spike missiles denied"],
    ),
    (
        "Peru's minister said that the navy had ordered two frigates from Norway. Peru will pay in cash.",
        ["NOR>PER two frigates agreed"],
    ),
    (
        "Peru has bought eight Gripen fighters from Sweden. Four more are planned.",
        ["SWE>PER eight Gripen fighters delivered", "SWE>PER Four more negotiating"],
    ),
    (
        "Peru has bought eight Gripen fighters from Sweden. Another twelve are on option.",
        ["SWE>PER eight Gripen fighters delivered", "SWE>PER Another twelve negotiating"],
    ),
    (
        "Chile has 46 F-16s, thirty-six of which the Netherlands sold it in 2005.",
        ["NLD>CHL thirty-six delivered"],
    ),
    (
        "Jordan was given 12 Cobra helicopters by Israel. Sixteen more arrived in spring from the United States.",
        ["ISR>JOR 12 Cobra helicopters delivered", "USA>JOR Sixteen more delivered"],
    ),
    (
        "The Czech Republic sold Iraq 15 L-159 planes, and Ghana bought three.",
        ["CZE>IRQ 15 L-159 planes delivered", "CZE>GHA three delivered"],
    ),
    (
        "Russia no longer supplies Armenia with missiles. Howitzers from India and sonars from Italy fill the gap.",
        ["RUS>ARM missiles denied", "IND>ARM Howitzers delivered", "ITA>ARM sonars delivered"],
    ),
    (
        "Germany sold rifles to Turkey last year. In October Berlin imposed an embargo on Ankara.",
        ["DEU>TUR rifles delivered", "DEU>TUR denied"],
    ),
    (
        "Denmark sold rifles to Peru last year. No more licences were granted for Lima since.",
        ["DNK>PER rifles delivered", "DNK>PER denied"],
    ),
    (
        "Ukraine has asked Switzerland for Oerlikon guns. No licence has been granted for Kyiv so far.",
        ["CHE>UKR Oerlikon guns denied"],
    ),
    (
        "Spain sold Venezuela four frigates and Colombia two patrol aircraft.",
        ["ESP>VEN four frigates delivered", "ESP>COL two patrol aircraft delivered"],
    ),
    (
        "Mali has bought drones from Turkey. On the table, too, are four patrol boats.",
        ["TUR>MLI drones delivered", "TUR>MLI four patrol boats negotiating"],
    ),
    (
        "Italy needs money. The two corvettes it had refused to give to Libya will go to Chad.",
        ["ITA>LBY two corvettes denied", "ITA>TCD two corvettes agreed"],
    ),
    (
        "Germany sold tanks to Qatar in 2014. In May it granted no new licences for Ankara.",
        ["DEU>QAT tanks delivered", "DEU>TUR denied"],
    ),
    (
        "Malta bought three patrol planes from Italy in 2010. A fourth is on order.",
        ["ITA>MLT three patrol planes delivered", "ITA>MLT fourth agreed"],
    ),
    (
        "Britain sold Chile three frigates. Two of them sailed to Peru for an exercise.",
        ["GBR>CHL three frigates delivered"],
    ),
    (
        "Lithuania bought 88 Boxers from Germany in 2016. It plans to buy 30 more.",
        ["DEU>LTU 88 Boxers delivered", "DEU>LTU 30 more negotiating"],
    ),
    (
        "Germany has cleared 43 torpedoes for Turkey. Five earlier licences for Ankara had been revoked in 2019.",
        ["DEU>TUR 43 torpedoes agreed", "DEU>TUR denied"],
    ),
    # what only looks like it
    (
        "The Netherlands halted deliveries of tanks to Israel. Britain refused to do likewise.",
        ["NLD>ISR tanks denied"],
    ),
    (
        "Malaysia has six submarines, for which it is negotiating with Seoul.",
        ["KOR>MYS six submarines negotiating"],
    ),
    (
        "Norway gave Latvia 12 howitzers in March. In Ghana, Norway's defence minister handed over two patrol boats.",
        ["NOR>LVA 12 howitzers delivered", "NOR>GHA two patrol boats delivered"],
    ),
    (
        "Chile has agreed to buy 46 tanks from Norway. Santiago gets $13 million in Norwegian military aid a year.",
        ["NOR>CHL 46 tanks agreed", "NOR>CHL Norwegian military aid delivered"],
    ),
    (
        "Nepal looks abroad for arms\n\nNepal is negotiating with Norway to buy six Leopard tanks.",
        ["NOR>NPL six Leopard tanks negotiating"],
    ),
    (
        "China denied that it had sold rifles to Nepal. China is prudent in its arms exports, a spokesman said.",
        ["CHN>NPL rifles denied", "CHN> arms delivered"],
    ),
    ("Why does Togo need 40 howitzers? The bishop asked who arms the generals.", []),
    ("Oman has deployed Patriot missiles on the border. Two more batteries are planned, a general said.", []),
    ("Norway sent two frigates to the Gulf. Denmark did likewise.", []),
    ("The army lost ten tanks in the fighting. Four more were damaged.", []),
    ("Israel fired 40 missiles at the depot. Thirty of them were shot down by Syrian batteries.", []),
    ("Syria used chemical weapons in April. Since then the European Union has extended its embargo on oil.", []),
    (
        "Norway has sold howitzers to Estonia. It has also halted gas deliveries to Germany.",
        ["NOR>EST howitzers delivered"],
    ),
    (
        "Serbia sold Iraq mortars in 2008. Exports of Serbian raspberries to Iraq were halted in 2012.",
        ["SRB>IRQ mortars delivered"],
    ),
    (
        "Peru has sold rifles to Bolivia. The president planned a second visit to La Paz.",
        ["PER>BOL rifles delivered"],
    ),
]


@pytest.mark.parametrize(("text", "deals"), TOLD)
def test_what_was_told_before_completes_a_deal(parser: Parser, text: str, deals: list[str]) -> None:
    found = []
    for deal in parser.parse(text, published="2019-07-11").arms_deals:
        sides = [",".join(sorted(a.country or a.name for a in side)) for side in (deal.suppliers, deal.recipients)]
        found.append(" ".join([">".join(sides), *(i.text for i in deal.items), deal.status.value]))
    assert sorted(found) == sorted(deals)


@pytest.mark.parametrize(
    ("sentence", "ordered", "delivered"),
    [
        ("Peru is to supply Chad with 50 tanks from 2027 under an accord.", None, "2027"),
        ("Peru will send 50 tanks to Chad in 2027.", None, "2027"),
        ("Peru will sell 50 tanks to Chad in 2027.", "2027", None),
        ("Peru agreed in April to supply Chad with 50 tanks.", "2024-04", None),
        ("Chad has ordered 50 tanks from Peru for delivery in 2027.", None, "2027"),
        ("Chad ordered 50 tanks from Peru in 2021 for delivery by 2027.", "2021", "2027"),
        ("Chad signed a contract with Peru in April for 50 tanks, to be delivered in 2027.", "2024-04", "2027"),
        ("Chad got 50 tanks from Peru under a contract signed in 2021.", "2021", None),
        ("Chad received 12 of 50 tanks ordered from Peru in 2021.", "2021", None),
        ("Chad signed a contract with Peru in 2021 for 50 tanks and cancelled it in 2023.", "2021", None),
        ("Peru in 2023 rejected Chad's request to buy 50 tanks.", None, None),
        ("In May Chad cancelled an order for 50 tanks from Peru.", None, None),
        ("Chad was in talks with Peru on 50 tanks in 2023.", None, None),
        ("The 50 tanks, ordered by Chad from Peru in 2012 and delivered in 2020, are old.", "2012", "2020"),
        ("Chad ordered 50 tanks from Peru in 2021. Deliveries will begin in 2026.", "2021", "2026"),
        ("Chad ordered 40 F-18 aircraft from Peru in 2021, and the first will be delivered in 2026.", "2021", "2026"),
        ("The Pentagon notified Congress in April of a possible sale of 50 tanks to Chad.", None, None),
    ],
)
def test_what_will_be_handed_over_is_delivered_on_its_day(
    parser: Parser, sentence: str, ordered: str | None, delivered: str | None
) -> None:
    (deal,) = parser.parse(sentence, published="2024-05-15").arms_deals
    assert (deal.ordered and deal.ordered.edtf, deal.delivered and deal.delivered.edtf) == (ordered, delivered)


def test_lots_of_other_years_are_deals_of_their_own(parser: Parser) -> None:
    text = "Peru will deliver 50 tanks to Chad this year and a further ten by the end of 2026."
    deals = parser.parse(text, published="2024-05-15").arms_deals
    assert [(d.items[0].text, d.when and d.when.edtf) for d in deals] == [("50 tanks", "2024"), ("further ten", "2026")]
    text = "Chad bought 12 Gripen jets from Sweden in 2011 and a further eight the following year."
    deals = parser.parse(text, published="2024-05-15").arms_deals
    assert [(d.items[0].text, d.when and d.when.edtf) for d in deals] == [
        ("12 Gripen jets", "2011"),
        ("further eight", "2012"),
    ]


def test_the_items_of_a_list_of_news_lend_each_other_nothing(parser: Parser) -> None:
    text = (
        "Arms notes\n\n• PERU/ITALY – Lima has opened talks on a credit that would pay for M-346 trainers.\n\n"
        "• SUDAN – Minsk has delivered six Yak-130 trainers to Khartoum.\n\n"
        "• GREECE – The order for six FREMM frigates, agreed in January 2009, is still alive."
    )
    told = [(d.suppliers[0].country, d.recipients[0].country) for d in parser.parse(text).arms_deals]
    assert told == [("BLR", "SDN")]
