from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from dipevents.mentions.amounts import find_amounts, number_in_words


@pytest.mark.parametrize(
    ("text", "amount", "currency", "words"),
    [
        ("worth $2.5 billion.", "2500000000", "USD", "$2.5 billion"),
        ("a US$4.86bn order", "4860000000", "USD", "US$4.86bn"),
        ("an A$35 billion order", "35000000000", "AUD", "A$35 billion"),
        ("some €500m", "500000000", "EUR", "€500m"),
        ("the £3.15bn", "3150000000", "GBP", "£3.15bn"),
        ("3 trillion won", "3000000000000", "KRW", "3 trillion won"),
        ("3.5 million euros", "3500000", "EUR", "3.5 million euros"),
        ("a 70-billion-pound deal", "70000000000", "GBP", "70-billion-pound"),
        ("CZK41.2 billion", "41200000000", "CZK", "CZK41.2 billion"),
        ("NOK 1.7 billion", "1700000000", "NOK", "NOK 1.7 billion"),
        ("300 million USD", "300000000", "USD", "300 million USD"),
        ("185,000 US dollars apiece", "185000", "USD", "185,000 US dollars"),
        ("one billion dollars", "1000000000", "USD", "one billion dollars"),
        ("half a million euros", "500000", "EUR", "half a million euros"),
        ("two and a half billion dollars", "2500000000", "USD", "two and a half billion dollars"),
        ("EUR 1 333 000", "1333000", "EUR", "EUR 1 333 000"),
        ("1.333.000 euros", "1333000", "EUR", "1.333.000 euros"),
        ("zł15.8 billion", "15800000000", "PLN", "zł15.8 billion"),
        ("MXN 300 million", "300000000", "MXN", "MXN 300 million"),
        ("twenty-five million dollars", "25000000", "USD", "twenty-five million dollars"),
        ("2 1/2 billion dollars", "2500000000", "USD", "2 1/2 billion dollars"),
        ("$2-3 billion", "3000000000", "USD", "$2-3 billion"),
        ("$2 billion to $3 billion", "3000000000", "USD", "$2 billion to $3 billion"),
        ("12 million Swiss francs", "12000000", "CHF", "12 million Swiss francs"),
        ("$1,250,000.50", "1250000.50", "USD", "$1,250,000.50"),
        ("19 billion yuan", "19000000000", "CNY", "19 billion yuan"),
    ],
)
def test_amounts_are_read_with_their_currency(text: str, amount: str, currency: str, words: str) -> None:
    (money,) = find_amounts(text)
    assert (money.amount, money.currency, money.text) == (Decimal(amount), currency, words)


@pytest.mark.parametrize(
    "text",
    [
        "500 pounds of explosives",
        "on 12 June for 315 vehicles",
        "a multi-billion-dollar deal",
        "the year 2013",
        "two won the race",
        "5,000 soldiers",
        "",
    ],
)
def test_other_numbers_are_no_money(text: str) -> None:
    assert find_amounts(text) == ()


def test_a_shared_sign_has_no_currency_of_its_own() -> None:
    assert find_amounts("Rs 6.67 billion")[0].currency is None
    assert find_amounts("Rs 6.67 billion", countries={"IND", "FRA"})[0].currency == "INR"
    assert find_amounts("Rs 6.67 billion", countries={"IND", "PAK"})[0].currency is None
    assert find_amounts("40 million crowns", countries={"CZE"})[0].currency == "CZK"


def test_amounts_come_in_text_order_from_the_stretch_alone() -> None:
    text = "first $1m, then 2 million euros, then £3m"
    assert [m.currency for m in find_amounts(text)] == ["USD", "EUR", "GBP"]
    assert [m.currency for m in find_amounts(text, 10, 32)] == ["EUR"]


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [("twenty-eight fighters", 28, 12), ("two dozen jets", 24, 9), ("three hundred and five men", 305, 22)],
)
def test_numbers_in_words_end_where_the_number_does(text: str, value: int, length: int) -> None:
    assert number_in_words(text) == (Decimal(value), length)


@given(st.text(alphabet=st.sampled_from("$€1234567890,. milonbdarseuohtywkxRC\u00a0½-\ud800\0"), max_size=60))
def test_any_string_is_read_and_every_amount_points_at_its_words(text: str) -> None:
    for money in find_amounts(text):
        assert money.evidence is not None
        assert text[money.evidence.start : money.evidence.end] == money.text
        assert money.amount >= 0


def test_a_single_letter_is_a_sign_of_large_sums_only() -> None:
    assert find_amounts("R77 missiles and N95 masks") == ()
    assert find_amounts("N9.6 billion", countries={"NGA"})[0].currency == "NGN"


def test_what_lies_between_two_sums_is_a_range() -> None:
    (money,) = find_amounts("between $2 billion and $3 billion")
    assert (money.amount, money.text) == (Decimal("3000000000"), "$2 billion and $3 billion")
    assert len(find_amounts("$2 billion and $3 billion")) == 2
