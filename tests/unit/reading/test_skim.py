from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from dipevents.lexicon import read_table
from dipevents.reading.article import split_article
from dipevents.reading.sentence import Sentence
from dipevents.reading.skim import SECOND, features, second_columns, select

ROOMS = ["visit", "warning", "arms_deal", "expert_opinion"]
SEEDS = Path(__file__).parents[3] / "seeds"


def sentences(*texts: str) -> list[Sentence]:
    return [Sentence(i, 0, len(t), 0, i, False, t) for i, t in enumerate(texts)]


@pytest.mark.parametrize(
    "stated",
    [
        "Lavrov will visit Ankara next week.",
        "Tehran warned Baku that it would respond to any attack.",
        "Poland signed a contract with South Korea for 180 tanks.",
        '"The truce will not last," said Ada Holt, an analyst at the Oslo Institute.',
    ],
)
def test_a_plain_event_is_read(stated: str) -> None:
    kept = select(sentences("Rain", "It rained.", "Umbrellas sold well.", stated), ROOMS, 0.05).read
    assert [s.text for s in kept][-1] == stated


def test_the_headline_and_the_first_sentence_are_read_where_anything_is() -> None:
    rain = ["Rain", "It fell.", "More fell.", "And more."]
    warning = "Moscow warned Ankara that it would respond with force."
    assert select(sentences(*rain), ROOMS, 0.1).read == select([], ROOMS).read == []
    found = select(sentences(*rain, warning), ROOMS, 0.1).read
    assert [s.text for s in found] == [*rain[:2], warning]


def test_what_a_pronoun_points_back_to_is_read() -> None:
    texts = ("Rain", "It fell.", "Wang had slept.", "He will visit Moscow for talks with Putin on Tuesday.")
    assert "Wang had slept." in [s.text for s in select(sentences(*texts), ["visit"], 0.1).read]


@pytest.mark.parametrize("again", ["Rain is rare, Holt said.", "Rain is rare, said Holt."])
def test_who_likely_spoke_as_an_expert_is_read_where_he_speaks_again(again: str) -> None:
    expert = '"The truce will not last," said Ada Holt, an analyst at the Oslo Institute.'
    texts = ("Rain", "It fell.", expert, "Holt slept.", "Rain is rare, Rask said.", again)
    found = [s.text for s in select(sentences(*texts), ["expert_opinion"], 0.5).read]
    assert found == [*texts[:3], again]
    assert again not in [s.text for s in select(sentences(*texts), ["visit"], 0.5).read]


def test_a_room_looks_at_no_sentence_that_hardly_tells_of_its_events() -> None:
    article = sentences("Moscow warned Ankara that it would respond.", "Lavrov will visit Ankara next week.")
    faint = select(article, ROOMS, 0.1).faint
    assert faint.keys() == set(ROOMS)
    assert 0 in faint["visit"] - faint["warning"]
    assert 1 in faint["arms_deal"] - faint["visit"]


def test_nothing_is_passed_over_without_a_threshold_or_for_an_unknown_room() -> None:
    article = sentences("Rain", "It fell.", "Umbrellas sold well.", "Nobody came.")
    assert select(article, ROOMS, 0.0) == (article, {})
    assert select(article, ["visit", None]) == (article, {})
    assert select(article, ["harvest"]) == (article, {})


def test_a_higher_threshold_reads_no_sentence_that_a_lower_one_leaves_out() -> None:
    for path in sorted(SEEDS.glob("*.txt"))[:12]:
        cut = [s for p in split_article(path.read_text(encoding="utf-8")).paragraphs for s in p.sentences]
        text = path.read_text(encoding="utf-8")
        article = sentences(*(text[s.start : s.end] for s in cut))
        low, high = (set(select(article, ROOMS, least).read) for least in (0.02, 0.2))
        assert high <= low


@pytest.mark.parametrize("text", ["", "İİİ ẞ", "\ud800 visit", "\0", "visit " * 5000, "’s 's"])
def test_any_string_has_features(text: str) -> None:
    assert len(features(sentences(text))) == 1
    article = sentences("", text, text)
    assert set(select(article, ROOMS).read) <= set(article)


def test_the_weights_have_the_four_rooms_and_a_constant() -> None:
    rows = {row["feature"]: row for row in read_table("skim")}
    assert set(rows["bias"]) == {"feature", *ROOMS}
    assert {"worth", *SECOND} <= rows.keys()


def test_what_weighs_a_sentence_among_others_is_bounded() -> None:
    rows = second_columns(np.array([50.0, -50.0, 0.0]))
    assert rows.shape == (3, len(SECOND) - 1)
    assert abs(rows).max() < 10


def test_the_skim_loses_few_expected_events_of_our_own_articles() -> None:
    seen = total = 0
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        spans = [s for p in split_article(text).paragraphs for s in p.sentences]
        article = [Sentence(i, s.start, s.end, s.start, i, False, text[s.start : s.end]) for i, s in enumerate(spans)]
        kept = {(s.start, s.end) for s in select(article, ROOMS).read}
        for quoted in _evidence(json.loads(path.with_suffix("").with_suffix(".expected.json").read_text("utf-8"))):
            at = text.find(quoted)
            total += 1
            seen += any(a < at + len(quoted) and at < b for a, b in kept)
    assert total > 50
    assert seen >= 0.95 * total  # most of the others are stated in a sentence that is read as well


def _evidence(value: object) -> list[str]:
    if isinstance(value, dict):
        own = value.get("evidence")
        here = [e["text"] if isinstance(e, dict) else e for e in own] if isinstance(own, list) else []
        return [h for h in here if isinstance(h, str)] + [e for v in value.values() for e in _evidence(v)]
    return [e for item in value for e in _evidence(item)] if isinstance(value, list) else []
