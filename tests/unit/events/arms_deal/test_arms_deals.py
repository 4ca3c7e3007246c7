from __future__ import annotations

import pytest

from dipevents.events.arms_deal.headlines import with_headlines
from dipevents.events.arms_deal.lexicon import kinds_of
from dipevents.events.arms_deal.merge import join_deals, same_deal
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.parser import Parser

PERU = Actor(name="Peru", kind="state", country="PER")
LIMA = Actor(name="Lima", kind="state", country="PER")
CHAD = Actor(name="Chad", kind="state", country="TCD")
ITALY = Actor(name="Italy", kind="state", country="ITA")
JETS = ArmsItem(text="12 M-346 jets", designation="M-346", category="Aircraft", quantity=12)
MORE_JETS = ArmsItem(text="six M-346 jets", designation="M-346", category="Aircraft", quantity=6)
SOME_JETS = ArmsItem(text="jets", category="Aircraft")
BOATS = ArmsItem(text="two patrol boats", category="Ships", quantity=2)
ARMS = ArmsItem(text="arms", category="Other")


def deal(
    *items: ArmsItem,
    by: Actor | None = ITALY,
    to: Actor | None = PERU,
    status: str = "agreed",
    when: str | None = None,
    cue: Evidence | None = None,
) -> ArmsDeal:
    return ArmsDeal(
        suppliers=(by,) if by else (),
        recipients=(to,) if to else (),
        items=items or (JETS,),
        status=DealStatus(status),
        when=EventDate.from_edtf(when) if when else None,
        status_evidence=cue,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (deal(), deal(to=LIMA), True),
        (deal(), deal(SOME_JETS), True),
        (deal(), deal(MORE_JETS), False),
        (deal(), deal(BOATS), False),
        (deal(), deal(to=CHAD), False),
        (deal(), deal(by=CHAD, to=LIMA), False),
        (deal(), deal(by=None), True),
        (deal(), deal(BOATS, by=None), False),
        (deal(when="2019"), deal(when="2023"), False),
        (deal(), deal(status="delivered"), True),
        (deal(), deal(status="possible"), True),
        (deal(status="delivered"), deal(status="negotiating"), False),
        (deal(ARMS, status="delivered"), deal(status="agreed"), False),
    ],
)
def test_deals_with_other_parties_numbers_or_equipment_stay_apart(one: ArmsDeal, other: ArmsDeal, same: bool) -> None:
    assert same_deal(one, other) is same


def test_a_bare_deal_does_not_make_negotiations_an_agreement() -> None:
    signed = Evidence(start=0, end=6, text="signed")
    talks = deal(status="negotiating")
    assert join_deals(talks, deal()).status is DealStatus.NEGOTIATING
    assert join_deals(talks, deal(cue=signed)).status is DealStatus.AGREED


def test_joined_deals_name_each_thing_once_in_its_fullest_wording() -> None:
    assert join_deals(deal(SOME_JETS), deal()).items == (JETS,)
    assert join_deals(deal(JETS), deal(BOATS)).items == (JETS, BOATS)


def test_a_headline_joins_the_deals_of_its_sides_and_keeps_to_itself_otherwise() -> None:
    headline = deal(SOME_JETS, by=None)
    (joined,) = with_headlines([headline], [deal()])
    assert joined.items == (JETS,)
    assert len(with_headlines([headline], [deal(to=CHAD)])) == 2


def test_the_contract_adds_its_value_and_end_to_the_deal_told_before(parser: Parser) -> None:
    text = "Peru ordered 12 M-346 jets from Italy in 2021. The contract, worth $900 million, was cancelled last week."
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert found.status is DealStatus.DENIED
    assert found.value is not None
    assert (found.value.currency, int(found.value.amount)) == ("USD", 900_000_000)
    assert len(found.evidence) == 2
    assert found.when is not None
    assert found.when.edtf == "2021"


def test_a_deal_without_recipient_goes_to_the_one_told_before(parser: Parser) -> None:
    text = "Kenya bought four frigates from Spain. Italy sold six howitzers."
    deals = parser.parse(text, published="2024-05-15").arms_deals
    assert [{a.name for a in d.recipients} for d in deals] == [{"Kenya"}, {"Kenya"}]
    assert [{a.name for a in d.suppliers} for d in deals] == [{"Spain"}, {"Italy"}]


def test_two_suppliers_of_one_sentence_are_never_mixed(parser: Parser) -> None:
    text = "Peru bought tanks from Germany and frigates from Italy."
    deals = parser.parse(text, published="2024-05-15").arms_deals
    assert [[a.name for a in d.suppliers] for d in deals] == [["Germany"], ["Italy"]]
    assert [[i.text for i in d.items] for d in deals] == [["tanks"], ["frigates"]]


@pytest.mark.parametrize(
    "text",
    [
        "Peru received six M-346 jets from Italy on Monday under a contract signed in 2021.",
        "Italy delivered six M-346 jets to Peru on Monday as part of a 2021 deal.",
        "Italy will deliver six M-346 jets to Peru on Friday under a 2021 contract.",
    ],
)
def test_the_paper_under_which_goods_pass_tells_when_they_were_ordered(text: str, parser: Parser) -> None:
    (deal,) = parser.parse(text, published="2024-05-15").arms_deals
    assert deal.ordered is not None
    assert deal.ordered.edtf == "2021"
    assert deal.delivered is not None


def test_a_day_to_come_is_that_of_a_delivery(parser: Parser) -> None:
    text = "Peru has ordered six M-346 jets from Italy, with the first due in 2028."
    (deal,) = parser.parse(text, published="2024-05-15").arms_deals
    assert deal.ordered is None
    assert deal.delivered is not None
    assert deal.delivered.edtf == "2028"


@pytest.mark.parametrize(
    ("text", "ordered", "delivered"),
    [
        ("Peru last month took delivery of Italian M-346 jets, ordered in 2019.", "2019", "2024-04"),
        ("Peru received six M-346 jets from Italy on Monday, two years after ordering them.", "2022", "2024-05-13"),
        ("Italy approved in 2019 the sale of six jets to Peru, with deliveries to begin in 2026.", "2019", "2026"),
        ("Peru will take delivery of six jets from Italy by December under a deal signed in 2021.", "2021", "2024-12"),
    ],
)
def test_an_order_and_its_delivery_told_together(text: str, ordered: str, delivered: str, parser: Parser) -> None:
    (deal,) = parser.parse(text, published="2024-05-15").arms_deals
    assert deal.ordered is not None
    assert deal.delivered is not None
    assert (deal.ordered.edtf, deal.delivered.edtf) == (ordered, delivered)


def test_ordered_and_delivered_dates_are_kept_apart(parser: Parser) -> None:
    text = "Peru ordered 12 M-346 jets from Italy in 2021."
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert found.ordered is not None
    assert found.ordered.edtf == "2021"
    assert found.delivered is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Iran is seeking nuclear weapons.", "no supplier"),
        ("Spain sent two frigates to the Gulf.", "moved, not given"),
        ("The rebels agreed to hand over their weapons to the army.", "arms given up"),
        ("Police sold the weapons.", "no party"),
        ("Russia sold gas to Turkey.", "no military equipment"),
    ],
)
def test_triggers_that_yield_nothing_keep_their_reason(sentence: str, reason: str) -> None:
    parser = Parser(explain=True)
    assert not parser.parse(sentence, published="2024-05-15").arms_deals
    assert reason in {s.reason for s in parser.skipped if s.room == "arms_deal"}


def test_a_number_stands_for_the_things_told_before(parser: Parser) -> None:
    text = (
        "Peru showed its Leopard tanks. Chile has asked Berlin for 40 of them. In 2019 it bought 30 horses from Spain."
    )
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert [(i.text, i.quantity) for i in found.items] == [("40 of them", 40)]
    assert [a.name for a in found.suppliers] == ["Berlin"]
    assert [a.name for a in found.recipients] == ["Chile"]


def test_who_was_kept_from_supplying_supplies_nothing_told_behind(parser: Parser) -> None:
    text = "Berlin has stopped the sale of 40 tanks by Spain to Peru. Six helicopters will arrive in May."
    stopped, coming = parser.parse(text, published="2024-05-15").arms_deals
    assert [a.name for a in stopped.suppliers] == ["Spain"]
    assert coming.suppliers == ()
    assert [a.name for a in coming.recipients] == ["Peru"]


@pytest.mark.parametrize(
    "answer", ["Lisbon has said no.", "The answer was no.", "Lisbon turned it down.", "Portugal rejected the request."]
)
def test_a_refusal_in_the_next_sentence_denies_what_was_asked_for(parser: Parser, answer: str) -> None:
    (found,) = parser.parse(f"Guinea has asked Lisbon for a patrol boat. {answer}", published="2024-05-15").arms_deals
    assert found.status is DealStatus.DENIED
    assert len(found.evidence) == 2


@pytest.mark.parametrize("answer", ["Lisbon has not said no.", "Norway said no.", "Lisbon will say no more."])
def test_what_is_no_refusal_leaves_the_request_open(parser: Parser, answer: str) -> None:
    (found,) = parser.parse(f"Guinea has asked Lisbon for a patrol boat. {answer}", published="2024-05-15").arms_deals
    assert found.status is DealStatus.NEGOTIATING


def test_the_contract_of_another_year_is_another_contract(parser: Parser) -> None:
    text = "Peru ordered 12 M-346 jets from Italy in 2021. The contract of 2017 was cancelled last week."
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert found.status is DealStatus.AGREED


def test_that_sale_is_the_one_of_its_sentence(parser: Parser) -> None:
    text = "Chad will get six jets from Italy. Peru ordered one frigate from Spain, but that sale was scrapped."
    deals = parser.parse(text, published="2024-05-15").arms_deals
    assert [d.status for d in deals] == [DealStatus.AGREED, DealStatus.DENIED]


def test_the_first_of_an_order_are_a_share_of_it(parser: Parser) -> None:
    text = (
        "France will send Cyprus 36 armoured cars. The first eight vehicles will be unloaded in Limassol in November."
    )
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert [i.text for i in found.items] == ["36 armoured cars"]


def test_a_call_to_scrap_a_sale_does_not_end_it(parser: Parser) -> None:
    text = "France will send Cyprus 36 armoured cars, brushing aside a call from Ankara to scrap the sale."
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert found.status is DealStatus.AGREED


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chad ordered six frigates from Spain. Turkey criticised the frigate deal.", 1),
        ("Spain will give Chad two batteries of guns. The package also includes radars and 60 rifles.", 1),
        ("Italy sold Chad 24 jets in 2019. The first of the jets will be delivered by Rome in 2027.", 1),
        ("Peru signed a contract with Spain for four frigates in 2019. Madrid will deliver the ships in 2026.", 1),
        ("Italy is to build six jets for Chad. Rome has offered to deliver the jets in May. A sale is near.", 1),
        ("Spain will give Chad 50 tanks. France has approved the transfer of the Spanish tanks to Chad.", 1),
        ("Spain will give Chad 50 tanks. The tanks, made by Rheinmetall, will be shipped in May.", 1),
        ("Russia will sell Peru S-300 systems. The missiles will reach Peru in May, the ministry said.", 1),
        ("Chad has sent mortars to the insurgents. Chad denied that it had armed the fighters.", 1),
        ("Chad will buy 24 jets from Italy. The Italian firm Leonardo will deliver three of the jets in May.", 1),
        ("Peru has approved the sale of 90 tanks to Chad. Oman demanded that Peru cancel the tank sale.", 1),
        (
            "Peru received six M-346 jets from Italy. It ordered four more from Rome. The new jets arrive in May.",
            2,
        ),
        ("Peru received six M-346 jets from Italy in 2019 and ordered six more in 2023.", 2),
        ("Spain sold Chad two frigates. Italy, too, has sold Chad a frigate.", 2),
        ("Spain sold Chad rifles. In May it will send Chad two patrol boats.", 2),
        ("Oslo asked Rome for 20 tanks in May. Rome sold Oslo rockets. The rockets reached Oslo in June.", 2),
        ("Chad got 20 Leopard tanks from Spain. Peru turned down a request by Chad for the Gripen.", 2),
        ("Spain sold Chad jets in 1999. Spain sold Chad jets in 2012.", 2),
        ("Reports that Chad has got jets from Spain are untrue. Chad and Spain signed a contract for 100 jets.", 2),
    ],
)
def test_goods_and_deals_that_only_point_back_are_no_deals_of_their_own(parser: Parser, text: str, count: int) -> None:
    assert len(parser.parse(text, published="2024-05-15").arms_deals) == count


def test_what_was_delivered_first_is_not_what_is_ordered_on_top(parser: Parser) -> None:
    text = "Chad exercised an option for six additional TB2 drones from Baykar. The first six aircraft were delivered."
    assert [deal.status for deal in parser.parse(text).arms_deals] == [DealStatus.AGREED, DealStatus.DELIVERED]


def test_what_a_headline_says_is_bought_is_ordered(parser: Parser) -> None:
    (found,) = parser.parse("Peru buys 12 jets from Norway\n\nIt rained in Lima on Monday.").arms_deals
    assert found.status is DealStatus.AGREED


def test_a_request_with_goods_of_its_own_ends_no_purchase_told_before(parser: Parser) -> None:
    text = "Chad flies 11 Gripens, which it bought from Saab in 2008. Norway rejected Chad's request to buy F-35 jets."
    (gripens, *_) = parser.parse(text, published="2024-05-15").arms_deals
    assert gripens.status is DealStatus.DELIVERED


def test_a_deal_between_two_sides_goes_the_way_that_the_article_tells_elsewhere(parser: Parser) -> None:
    text = "Talks between Oman and Spain on ten tanks are going on. Oman would sell the tanks to the Spanish army."
    (found,) = parser.parse(text, published="2024-05-15").arms_deals
    assert {a.country for a in found.suppliers} == {"OMN"}


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Oslo delivered the first of eight missile batteries to Togo.", (8, 1)),
        ("Togo has so far received three of the ten Patriot batteries promised by Norway.", (10, 3)),
        ("Togo received the third of five S-400 regiments from Russia.", (5, 3)),
        ("Togo received the second and third of five S-400 regiments from Russia.", (5, 3)),
        ("Togo received the last of five S-400 regiments from Russia.", (5, None)),
        ("Togo received 14 of 24 jets from Norway.", (24, 14)),
        ("Togo received half of the 24 jets it ordered from Norway.", (24, 12)),
        ("Togo received all but ten of the 24 jets it ordered from Norway.", (24, 14)),
        ("Two of the 24 jets that Togo ordered from Norway have arrived in Lome.", (24, 2)),
        ("Togo received two of eight batteries of the S-400 system from Russia.", (8, 2)),
        ("Togo bought eight batteries of the S-400 system from Russia.", (8, None)),
        ("Togo bought three squadrons of F-16s from Norway.", (None, None)),
        ("Togo bought two batches of 12 jets from Norway.", (12, None)),
        ("Togo ordered 24 jets from Norway. The first two jets were delivered in March.", (24, 2)),
        ("Togo received 24 jets from Norway. The first two jets were delivered in March.", (24, None)),
        ("Togo ordered eight boats from Norway's navy. The first boat was delivered in March.", (8, 1)),
        ("Togo ordered eight boats from Norway's navy. The first batch was delivered in March.", (8, None)),
        ("Togo ordered eight S-400 batteries from Russia. Togo has received two batteries.", (8, 2)),
        ("Togo ordered S-400 batteries from Russia. Togo has received two batteries.", (None, 2)),
        ("Togo cancelled 12 of the 24 jets it had ordered from Norway.", (24, 12)),
        ("Togo lost 12 of the 24 jets it had bought from Norway.", (24, None)),
        ("Togo wants to cancel 12 of the 24 jets it ordered from Norway.", (24, None)),
    ],
)
def test_a_part_is_counted_beside_its_whole(parser: Parser, text: str, counted: tuple[int | None, int | None]) -> None:
    [deal] = parser.parse(text, published="2024-05-15").arms_deals
    [item] = deal.items
    assert (item.quantity, item.part) == counted


def test_a_word_opens_frames_of_one_kind() -> None:
    assert kinds_of({"give": ["sell"], "get": ["buy"]}) == {"sell": "give", "buy": "get"}
    with pytest.raises(ValueError, match="'pour' stands twice: in 'give' and in 'come'"):
        kinds_of({"give": ["sell", "pour"], "come": ["pour"]})
