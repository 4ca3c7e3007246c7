from __future__ import annotations

import pytest

from dipevents.reading.article import split_article
from dipevents.reading.quotes import Quote, read_quotes


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in read_quotes(split_article(text))]


TRAPS = [
    "The soldiers' pay isn't what it's been since the '90s.",
    "They let 'em go 'til the boys' club closed.",
    'A 16" gun and a 5\'10" man.',
    "Rock 'n' roll isn’t the workers’ choice.",
    '""',
    "''",
    "“”",
    "‘",
]


@pytest.mark.parametrize("text", TRAPS)
def test_apostrophes_inches_and_empty_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


MARKS = [
    ('He said "no" twice.', ['"no"']),
    ("He said “no” twice.", ["“no”"]),
    ("He said ''no'' twice.", ["''no''"]),
    ("He said ``no'' twice.", ["``no''"]),
    ("He said «no» twice.", ["«no»"]),
    ("He said »no« twice.", ["»no«"]),
    ("He said „no“ twice.", ["„no“"]),
    ("He said ”no” twice.", ["”no”"]),
    ("He said ‘no’ twice.", ["‘no’"]),
    ("He said 'no' twice.", ["'no'"]),
    ("'The soldiers' lost faith', he said.", ["'The soldiers' lost faith'"]),
    ("‘I won’t,’ he said.", ["‘I won’t,’"]),
    ("“He said ‘go’ to «me»,” she said.", ["“He said ‘go’ to «me»,”"]),
    ("“We go,'' he said. “Now.”", ["“We go,''", "“Now.”"]),
    ('"We go." "Now."', ['"We go."', '"Now."']),
    ('" We go " he said, " now "', ['" We go "', '" now "']),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_every_kind_of_mark_opens_and_closes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_of_several_paragraphs_opens_again_and_closes_once() -> None:
    quotes = read_quotes(split_article("“One.\n\n“Two.\n\n“Three,” he said."))
    assert [(q.paragraph, q.closed, q.continued) for q in quotes] == [
        (0, False, False),
        (1, False, True),
        (2, True, True),
    ]


def test_an_unclosed_quotation_ends_with_its_sentence_or_its_paragraph() -> None:
    assert quoted('He called it "absurd and left. He met Kim.') == ['"absurd and left.']
    assert quoted('He said, "I go. I stay.\n\nNobody came.') == ['"I go. I stay.']


def test_an_unclosed_quotation_ends_before_the_article_reports_again() -> None:
    assert quoted('"We wait. It is late. A spokesman said the road was open. He left.') == ['"We wait. It is late. ']
    text = '"Patience has an end, he said on Sunday. "We wait," he added.'
    assert quoted(text) == ['"Patience has an end,', '"We wait,"']


def test_a_quotation_of_several_paragraphs_may_itself_report() -> None:
    assert quoted("“We left. He told us to go. It was late.\n\n“We ran,” she said.") == [
        "“We left. He told us to go. It was late.",
        "“We ran,”",
    ]


def test_a_quotation_goes_on_with_the_next_mark_where_paragraphs_were_run_together() -> None:
    quotes = read_quotes(split_article('"One is gone. Two are gone. "Three are gone," he said. "Four."'))
    assert [(q.closed, q.continued) for q in quotes] == [(False, False), (True, True), (True, False)]


def test_the_words_of_a_quotation_are_without_its_marks() -> None:
    text = "He said ''no''."
    (quote,) = read_quotes(split_article(text))
    assert isinstance(quote, Quote)
    assert text[quote.inner_start : quote.inner_end] == "no"
