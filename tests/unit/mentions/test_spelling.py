from __future__ import annotations

from itertools import starmap

import pytest
from hypothesis import given, strategies as st

from dipevents import parse
from dipevents.mentions.spelling import is_titled, respell
from dipevents.reading.sentence import Sentence

WORDS = frozenset(("envoy", "flies", "job", "offer", "over", "talks", "threatens", "urges", "visits", "warns", "xi"))
"""The dictionary of these tests."""


def sentence(i: int, text: str) -> Sentence:
    return Sentence(i, 0, len(text), 0, i, i == 0, text)


def spelled(title: str, *body: str) -> str:
    sentences = list(starmap(sentence, enumerate((title, *body))))
    respell(sentences, WORDS.__contains__)
    assert [s.text for s in sentences[1:]] == list(body)
    return sentences[0].text


@pytest.mark.parametrize(
    ("title", "as_sentence"),
    [
        ("Oslo Urges Lima To Free Its Envoy", "Oslo urges Lima to Free its envoy"),  # no dictionary here has "free"
        ("Norway's Dahl Warns U.S. Over NATO Talks", "Norway's Dahl warns U.S. over NATO talks"),
        ("OSLO THREATENS TO LEAVE NORTH KOREA'S TALKS", "Oslo threatens to leave North Korea's talks"),
        ("President Xi Visits Oslo For Talks", "President Xi visits Oslo for talks"),
        ("Gordon Offer Flies To Oslo", "Gordon Offer flies to Oslo"),
        ("Talks Over Cables Fail", "Talks over Cables Fail"),
        ("UK GOVT WARNS LIMA OVER EU TALKS", "UK govt warns Lima over EU talks"),
    ],
)
def test_a_title_is_spelled_as_a_sentence(title: str, as_sentence: str) -> None:
    assert spelled(title) == as_sentence


@pytest.mark.parametrize("text", ["Oslo urges Lima to free its envoy", "Ana Ruiz Dahl", "Talks", "", "İİİ ẞßẞ ǅ"])
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert not is_titled(text)
    assert spelled(text) == text


def test_the_article_tells_what_is_a_name() -> None:
    assert (
        spelled("Talks With Offer Fail In Oslo", "He met Offer, who leads a party.") == "Talks with Offer Fail in Oslo"
    )
    assert spelled("Notes On What Minister Ruiz Said", "MINISTER RUIZ: No.") == "Notes on what Minister Ruiz said"
    assert spelled("UFD ENVOY VISITS LIMA", "The Union for Democracy (UFD) is new.") == "UFD envoy visits Lima"
    assert spelled("Oslo Ends Cable Talks", "The long cable ends in Oslo.") == "Oslo ends cable talks"


def test_an_article_that_begins_sentences_behind_an_abbreviation_is_spelled_small_there() -> None:
    sentences = list(starmap(sentence, enumerate(("The U.S. Envoy left.", "A U.S. Offer to the U.S. Navy failed."))))
    respell(sentences, WORDS.__contains__)
    assert [s.text for s in sentences] == ["The U.S. envoy left.", "A U.S. offer to the U.S. Navy failed."]


@given(st.text(max_size=60).map(str.title) | st.text(max_size=60).map(str.upper))
def test_every_letter_stays_in_its_place(text: str) -> None:
    found = spelled(text)
    assert len(found) == len(text)
    assert found.casefold() == text.casefold() or found.upper() == text.upper()


@pytest.mark.parametrize(
    "title",
    ["Germany Urges Turkey To Release Jailed Journalists", "GERMANY URGES TURKEY TO RELEASE JAILED JOURNALISTS"],
)
def test_events_of_titles_quote_them_as_they_are(title: str) -> None:
    (warning,) = parse(f"{title}\n\nNothing more was known.").warnings
    assert [a.country for a in (*warning.issuers, *warning.targets)] == ["DEU", "TUR"]
    assert warning.evidence[0].text == title


def test_an_article_in_capitals_is_read() -> None:
    text = "PERU'S MINISTER ANA RUIZ ARRIVED IN OSLO ON TUESDAY FOR TALKS. SHE WARNED NORWAY NOT TO ARM CHAD."
    found = parse(text, published="2024-05-09")
    assert [v.destinations[0].country for v in found.visits] == ["NOR"]
    assert [[a.country for a in w.targets] for w in found.warnings] == [["NOR"]]
