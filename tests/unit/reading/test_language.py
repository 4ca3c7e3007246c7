from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from dipevents.lexicon import read_words
from dipevents.reading.language import unread_reason

FOREIGN = [
    ("French", "Le ministre des Affaires étrangères a rencontré mardi son homologue russe dans la capitale."),
    ("German", "Der Außenminister ist am Dienstag nach Moskau gereist und hat vor neuen Waffenlieferungen gewarnt."),
    ("Spanish", "El ministro de Exteriores viajó el martes a Moscú y advirtió sobre la venta de misiles."),
    ("Italian", "Il ministro degli Esteri è arrivato martedì a Mosca per una visita ufficiale."),
    ("Portuguese", "O ministro das Relações Exteriores chegou a Moscou na terça-feira para uma visita oficial."),
    ("Dutch", "De minister van Buitenlandse Zaken is dinsdag naar Moskou gereisd voor overleg met zijn ambtgenoot."),
    ("Swedish", "Utrikesministern reste på tisdagen till Moskva för att träffa sin kollega, och det är första gången."),
    ("Polish", "Minister przybył we wtorek do Moskwy na rozmowy o dostawach broni, które są w toku."),
    ("Turkish", "Bakan salı günü Moskova'ya gitti ve bir açıklama yaptı, ancak bu daha sonra yalanlandı."),
    ("Indonesian", "Menteri tiba di Moskow pada hari Selasa untuk kunjungan resmi dan akan bertemu dengan presiden."),
    ("Vietnamese", "Bộ trưởng đã đến Moskva trong chuyến thăm chính thức và có cuộc hội đàm với các lãnh đạo."),
    ("Finnish", "Ulkoministeri saapui Moskovaan tiistaina ja hän sanoi, että se on tärkeää, mutta ei uutta."),
    ("Hungarian", "A miniszter kedden Moszkvába érkezett, hogy tárgyaljon az elnökkel, és ez nem az első út volt."),
    ("Romanian", "Ministrul a sosit marți la Moscova pentru o vizită oficială și este așteptat de președinte."),
    ("Swahili", "Waziri wa mambo ya nje aliwasili Moscow kwa ziara rasmi katika juhudi za amani ya kanda hiyo."),
    ("Cyrillic script", "Министр прибыл в Москву."),
    ("Arabic script", "زار الوزير موسكو يوم الثلاثاء"),
    ("Chinese script", "外交部长周二访问莫斯科。"),
    ("Korean script", "외무장관이 화요일 모스크바에 도착했다."),
    ("Greek script", "Ο υπουργός έφτασε στη Μόσχα."),
]
ENGLISH = [
    "",
    "1998 | 12 | $3 million",
    "KIM JONG UN VISITS MOSCOW",
    "Macron, Scholz, Meloni, Tusk meet Zelensky",
    "Luis de la Calle, Maria de los Angeles y Juan del Rio",
    "Van der Bellen, von der Leyen, de Hoop Scheffer meet al-Sudani in El Obeid",
    "“Je ne regrette rien,” he said.",
    "La Stampa e Il Sole 24 Ore",
    "Le Monde: Macron to visit La Paz, Los Angeles, San Salvador in May",
    "Tanks, guns, shells, radars, jets",
    "The ministry, the Министерство иностранных дел, declined to comment.",
    "He quoted the proverb “el que no llora no mama” to the reporters who had followed him to the airport.",
]


@pytest.mark.parametrize(("language", "text"), FOREIGN, ids=[language for language, _ in FOREIGN])
def test_a_paragraph_in_another_language_is_not_read(language: str, text: str) -> None:
    assert unread_reason(text) == f"not English ({language})"


@pytest.mark.parametrize("text", ENGLISH)
def test_what_may_be_english_is_read(text: str) -> None:
    assert unread_reason(text) is None


def test_many_words_without_a_small_english_one_are_not_read_whatever_the_language() -> None:
    assert unread_reason("zaq wesh lomi " * 14) == "not English"
    assert unread_reason("zaq wesh lomi " * 12) is None


@given(st.text(st.characters(exclude_categories=())))
def test_any_string_has_an_answer_and_no_reason_lasts_among_much_english(text: str) -> None:
    assert unread_reason(text) is None or str(unread_reason(text)).startswith("not English")
    assert unread_reason(text + " he said that they had been with the others and would go" * (1 + len(text))) is None


def test_no_small_word_of_english_is_listed_for_another_language_unnoticed() -> None:
    words = read_words("language")
    for language, small in words["languages"].items():
        assert len(set(small) - set(words["english"]["words"]) - set(words["particles"]["words"])) >= 8, language


def test_parts_of_names_are_no_words_of_another_language() -> None:
    assert unread_reason("Kim Jong Un succeeded Kim Jong Il. Kim Jong Il had ruled for 17 years.") is None
