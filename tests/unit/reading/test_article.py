from __future__ import annotations

import pytest

from dipevents.reading.article import LONGEST, split_article


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for p in split_article(text).paragraphs for s in p.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Park met Mr. Lee. They left.", ["Gen. Park met Mr. Lee.", "They left."]),
        ("The U.S. Senate voted. It rose.", ["The U.S. Senate voted.", "It rose."]),
        ("He flew to the U.S. The trip was short.", ["He flew to the U.S.", "The trip was short."]),
        ("Talks began on Jan. 4. Nobody came.", ["Talks began on Jan. 4.", "Nobody came."]),
        ("“Leave! We are here.” The crowd left.", ["“Leave!", "We are here.”", "The crowd left."]),
        ('"Stop!" he said. "Now."', ['"Stop!" he said.', '"Now."']),
        ("J. R. Okafor came. So did A. Diallo.", ["J. R. Okafor came.", "So did A. Diallo."]),
        ("It cost 5.5 million. 20 came.", ["It cost 5.5 million.", "20 came."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_in_lower_case_continues_the_line_before() -> None:
    assert sentences("“We go,”\nsaid Ana Ruiz, spokeswoman.") == ["“We go,”\nsaid Ana Ruiz, spokeswoman."]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("NAIROBI, Aug. 21 (Wire) -- The talks failed.", "NAIROBI"),
        ("Lusaka, Sept 15 — The talks failed.", "Lusaka"),
        ("TUNIS: The talks failed.", "TUNIS"),
        ("SAO PAULO, Brazil - The talks failed.", "SAO PAULO, Brazil"),
        ("Ministers -- some of them tired -- met.", None),
        ("The talks failed.", None),
        ("Kowal, NATO - who knows - spoke.", None),
        ("Lima, May 3 (Sunday) was a holiday.", None),
        ("LIMA, 20th May, 2025 (ABC) -- The talks failed.", "LIMA"),
        ("LIMA, May 8. /ABCD/. The talks failed.", "LIMA"),
        ("LIMA. May 8 (Wire) - The talks failed.", "LIMA"),
        ("Lima, May 08, 2024, ABC -- The talks failed.", "Lima"),
        ("Lima, May 8 (ABC) The talks failed.", "Lima"),
        ("LIMA, 8 May (ABCD) The talks failed.", "LIMA"),
        ("Zubqa Corp (NYSE) rose.", None),
        ("Lima, Friday — The talks failed.", "Lima"),
        ("LIMA, Peru (Wire) 08/05/2024 - The talks failed.", "LIMA, Peru"),
        ("LIMA, Peru 8.5.2024 – The talks failed.", "LIMA, Peru"),
        ("Lima 8.5.2024 was a holiday.", None),
        ("BOGOTA, Colombia (AP) _ Rebels freed two engineers.", "BOGOTA, Colombia"),
        ("BISSAU, Guinea-Bissau (AP) _ Rebels freed two engineers.", "BISSAU, Guinea-Bissau"),
        ("ABIDJAN, Cote d'Ivoire (AP) _ Rebels freed two engineers.", "ABIDJAN, Cote d'Ivoire"),
        ("LIMA, May 8, Wire - The talks failed.", "LIMA"),
        ("LIMA, May 8 ABC - The talks failed.", "LIMA"),
    ],
)
def test_a_dateline_is_told_from_a_sentence_with_a_dash(line: str, place: str | None) -> None:
    paragraph = split_article(line).paragraphs[0]
    assert (paragraph.place and line[paragraph.place.start : paragraph.place.end]) == place
    assert (paragraph.body > paragraph.start) == (place is not None)


def test_a_label_in_capitals_is_no_dateline() -> None:
    line = "CORRECTION: the Chadian president is not missing."
    (paragraph,) = split_article(line).paragraphs
    assert paragraph.place is None
    assert line[paragraph.body :].startswith("the Chadian")


def test_headings_are_told_from_sentences() -> None:
    article = split_article("Envoys leave empty-handed\n\nThe envoys left.\nWhat comes next\nNobody knows.")
    assert [p.heading for p in article.paragraphs] == [True, False, True, False]


def test_an_endless_sentence_is_cut_and_nothing_of_it_is_lost() -> None:
    text = "word " * 4000
    parts = sentences(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert "".join(" ".join(parts).split()) == "".join(text.split())
    assert len(sentences("x" * 10 * LONGEST)) == 10


@pytest.mark.parametrize(
    "text",
    [
        "Notes\n\n• PERU – Boats left.\n\nThey are old.",
        "It bought these:\n\n• Twenty tanks.\n\n• Thirty guns.",
        "LIMA – Boats left.\n\nOSLO – Tanks came.",
    ],
)
def test_a_text_is_no_list_of_news_for_a_bullet_or_a_dateline(text: str) -> None:
    assert split_article(text).items() == []
