"""A title tells the office, its class, and whether it is a past, a passing or a coming one."""

from __future__ import annotations

import pytest

from dipevents.mentions.offices import honorific_gender, is_honorific, office


@pytest.mark.parametrize(
    ("words", "title", "category"),
    [
        ("South Korean Vice Defense Minister", "defense minister", "state"),
        ("Minister for Defence", "minister", "state"),
        ("Secretary of State for Foreign Affairs", "secretary of state", "state"),
        ("PM", "prime minister", "state"),
        ("Chairman of the Joint Chiefs of Staff", "chairman of the joint chiefs of staff", "military"),
        ("Lieutenant General", "lieutenant general", "military"),
        ("UN Secretary-General", "secretary-general", "international"),
        ("opposition leader", "opposition leader", "party"),
        ("Pope", "pope", "religious"),
        ("bureau chief", "bureau chief", "journalist"),
        ("senior fellow at a research institute", "senior fellow", "expert"),
        ("associate professor of international studies", "associate professor", "expert"),
        ("company spokesman", "company spokesman", "business"),
        ("spokeswoman for the ministry", "spokeswoman", "speaker"),
        ("aide to the president", "aide", "attendant"),
        ("human rights lawyer", "human rights lawyer", "civil"),
    ],
)
def test_titles_have_a_class(words: str, title: str, category: str) -> None:
    known = office(words)
    assert known is not None
    assert (known.title, known.category) == (title, category)


@pytest.mark.parametrize("words", ["", " ", "table", "the city of ministers'", "of", "\ud800", "presidential palace"])
def test_what_is_no_title_is_none(words: str) -> None:
    assert office(words) is None


@pytest.mark.parametrize(
    ("words", "former", "acting"),
    [
        ("president", False, False),
        ("former president", True, False),
        ("ex-president", True, False),
        ("then foreign minister", True, False),
        ("acting president", False, True),
        ("interim prime minister", False, True),
        ("president-elect", False, True),
        ("prime minister designate", False, True),
        ("professor emeritus", False, False),
    ],
)
def test_time_words_are_read(words: str, former: bool, acting: bool) -> None:
    known = office(words)
    assert known is not None
    assert (known.former, known.acting) == (former, acting)


def test_rank_words_are_kept_in_order() -> None:
    known = office("Deputy Assistant Secretary of State for African Affairs")
    assert known is not None
    assert known.rank == ("deputy", "assistant")


def test_gendered_words_tell_gender_and_others_do_not() -> None:
    genders = [known.gender for words in ("queen", "spokesman", "minister") if (known := office(words))]
    assert genders == ["f", "m", None]


def test_honorifics_are_known_with_and_without_full_stops() -> None:
    assert all(is_honorific(word) for word in ("Mr", "Mr.", "Gen.", "Lt. Gen.", "Prof"))
    assert not is_honorific("Minister of")
    assert [honorific_gender(word) for word in ("Ms.", "Sir", "Dr.", "Zog")] == ["f", "m", None, None]
