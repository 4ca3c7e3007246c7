"""Strategies for texts and for stretches of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["articles", "evidences", "quotes_of", "texts", "words_of"]

_ARTICLE = (
    "Kim Jong Un arrived in Moscow on Tuesday. France warned that it would act. Experts doubt the missile deal.\n\n"
)
_WHO = ("Kim Jong Un", "French President Marie Dubois", "Foreign Minister Jonas Lunde of Norway", "Wang Yi", "NATO")
_STATES = ("France", "Norway", "Japan", "Egypt", "the United States", "North Korea")
_DAYS = ("on Tuesday", "last week", "in September 2023", "on May 9, 2019", "yesterday", "next month", "")
_SENTENCES = (
    "{who} arrived in {state} {day}.",
    "{who} will visit {state} {day}, officials said.",
    "{who} met {other} {day}.",
    "{state} warned {rival} that it would close the border {day}.",
    "{state} agreed to sell {rival} 24 fighter jets for $2 billion {day}.",
    "“The plan may fail,” said {who} {day}.",
    "Experts at the Oslo Institute doubt that {state} needs missiles.",
    "The harvest was good.",
    "He did not say why.",
)
_DATELINES = ("", "", "OSLO, May 9 -- ", "SEOUL (The Wire) — ")
_HEADLINES = ("", "Talks open in Oslo\n\n", "LIVE: envoys arrive\n\n")


def texts() -> SearchStrategy[str]:
    """Texts of at least one character, from all of Unicode: control characters and lone surrogates too."""
    anything = st.text(st.characters(exclude_categories=()), min_size=1, max_size=60)
    return st.one_of(st.just(_ARTICLE), anything, st.builds(_ARTICLE.__add__, anything))


@st.composite
def evidences(draw: DrawFn, text: str | None = None) -> Evidence:
    """Stretches of a text, of one character or more.

    Args:
        draw: Given by Hypothesis.
        text: The text that is quoted, not empty; drawn if None.

    Example:
        >>> from hypothesis import find
        >>> find(evidences("Kim came."), lambda quote: quote.end == 9).end
        9
    """
    article = draw(texts()) if text is None else text
    start = draw(st.integers(0, len(article) - 1))
    return Evidence.of(article, start, draw(st.integers(start + 1, min(len(article), start + 40))))


def quotes_of(text: str | None, least: int = 0) -> SearchStrategy[tuple[Evidence, ...]]:
    """Up to two stretches of a text, in text order."""
    quotes = st.lists(evidences(text), min_size=least, max_size=2, unique=True)
    return quotes.map(lambda found: tuple(sorted(found, key=lambda one: (one.start, one.end))))


def words_of(text: str | None) -> SearchStrategy[str]:
    """Words of a text, or any if None."""
    return texts() if text is None else evidences(text).map(lambda quote: quote.text)


@st.composite
def _sentences(draw: DrawFn) -> str:
    state, rival = draw(st.permutations(_STATES))[:2]
    names = {"who": draw(st.sampled_from(_WHO)), "other": draw(st.sampled_from(_WHO)), "state": state, "rival": rival}
    said = draw(st.sampled_from(_SENTENCES)).format(**names, day=draw(st.sampled_from(_DAYS)))
    return said.replace(" .", ".").replace(" ,", ",")


@st.composite
def articles(draw: DrawFn) -> str:
    """English articles, such as a parser has something to find in: headline, dateline, paragraphs, quotations.

    For texts that no parser expects, mix them with `texts`.
    """
    paragraphs = st.lists(st.lists(_sentences(), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3)
    return draw(st.sampled_from(_HEADLINES)) + draw(st.sampled_from(_DATELINES)) + "\n\n".join(draw(paragraphs))
