from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, strategies as st

from dipevents.reading.article import split_article
from dipevents.reading.quotes import read_quotes

PIECES = st.sampled_from(
    ['"', "''", "``", "“", "”", "„", "«", "»", "‘", "’", "'", ",", ".", " ", "\n", "\ud800", "No", "it's", "boys'"]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))


class TestAnyTextHasQuotations:
    @given(TEXTS)
    def test_quotations_are_in_order_and_do_not_overlap(self, text: str) -> None:
        quotes = read_quotes(split_article(text))
        assert all(a.end <= b.start for a, b in pairwise(quotes))

    @given(TEXTS)
    def test_every_quotation_holds_words_within_its_marks_and_its_paragraph(self, text: str) -> None:
        article = split_article(text)
        for quote in read_quotes(article):
            paragraph = article.paragraphs[quote.paragraph]
            assert paragraph.start <= quote.start < quote.inner_start < quote.inner_end <= quote.end <= paragraph.end
            assert text[quote.inner_start : quote.inner_end].strip()

    @given(TEXTS)
    def test_only_a_quotation_that_goes_on_or_breaks_off_is_unclosed(self, text: str) -> None:
        for quote in read_quotes(split_article(text)):
            assert quote.closed or quote.inner_end == quote.end

    @given(TEXTS)
    def test_a_quotation_goes_on_only_from_an_open_one_before_it(self, text: str) -> None:
        quotes = read_quotes(split_article(text))
        assert not any(q.continued for q in quotes[:1])
        for before, quote in pairwise(quotes):
            if quote.continued:
                assert not before.closed
                assert before.paragraph in {quote.paragraph - 1, quote.paragraph}

    @given(TEXTS, TEXTS)
    def test_a_later_paragraph_changes_no_closed_quotation(self, text: str, later: str) -> None:
        article = split_article(text)
        longer = split_article(f"{text}\n\nX{later}")
        if longer.paragraphs[: len(article.paragraphs)] != article.paragraphs:
            return
        closed = [q for q in read_quotes(article) if q.closed]
        assert closed == [q for q in read_quotes(longer) if q.closed and q.paragraph < len(article.paragraphs)]


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(n: int) -> float:
        article = split_article(" \"a 'b ''c “d" * n)
        began = time.process_time()
        read_quotes(article)
        return time.process_time() - began

    seconds(1000)
    assert seconds(40_000) < 60 * max(seconds(4_000), 0.004)
