from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dipevents.reading import encoder
from dipevents.reading.article import split_article
from dipevents.reading.encoder import Encoder
from dipevents.reading.network import Network, Tagger
from dipevents.reading.recogniser import Recogniser
from dipevents.reading.steps import Steps

if TYPE_CHECKING:
    from dipevents.reading.engine import Engine

SEEDS = Path(__file__).parents[3] / "seeds"
HARD = ["x", "...", "U.S.", "\u00a0", "a \u00a0 b", "Kim Jong Un", "New York New York New York", "in March of 1999 ,"]


def sentences() -> list[str]:
    found = list(HARD)
    for path in sorted(SEEDS.glob("*.txt"))[:20]:
        text = path.read_text(encoding="utf-8")
        found += [text[s.start : s.end] for p in split_article(text).paragraphs for s in p.sentences]
    return found


def networks(engine: Engine) -> Network:
    found = Network.of(engine._nlp)
    assert found is not None
    return found


def test_the_networks_say_what_the_components_say(engine: Engine) -> None:
    texts = sentences()
    ours, theirs = ([engine._whole(text) for text in texts] for _ in range(2))
    found = networks(engine).read(ours)
    theirs = list(engine._nlp.pipe(theirs, disable=engine._left_out))
    for text, doc, want, names in zip(texts, ours, theirs, found, strict=True):
        columns = ["TAG", "HEAD", "DEP"]
        assert (doc.to_array(columns) == want.to_array(columns)).all(), text
        assert names == [(e.start, e.end - 1, e.label_) for e in want.ents], text


def test_forgetting_words_changes_nothing(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, texts = networks(engine), sentences()
    first = [reader.read([engine._whole(text)]) for text in texts]
    monkeypatch.setattr(encoder, "KEPT", 50)
    monkeypatch.setattr(encoder, "EARLY", 20)
    assert [reader.read([engine._whole(text)]) for text in texts] == first
    assert len(reader._words._known) < 200


def test_memory_does_not_grow_with_the_words_that_have_been_met(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "KEPT", 50)
    monkeypatch.setattr(encoder, "EARLY", 20)
    reader = networks(engine)
    for at in range(0, 3000, 10):
        reader.read([engine._whole(f"Word{n} and word{n} ran") for n in range(at, at + 10)])
    for part in (reader._encoder, reader._recogniser.encoder):
        assert len(part._table) <= 2 * encoder.KEPT + 1024
        assert all(len(side) <= 1024 for side in part._sides)


def test_no_sentence_has_no_names(engine: Engine) -> None:
    assert networks(engine).read([]) == []


def test_no_name_begins_with_a_blank_or_runs_over_the_end(engine: Engine) -> None:
    texts = ["Kim \u00a0 Jong", "\u00a0", "Met Kim Jong", "Kim"]
    docs = [engine._whole(text) for text in texts]
    for doc, names in zip(docs, networks(engine).read(docs), strict=True):
        for first, last, _ in names:
            assert first <= last < len(doc)
            assert not doc[first].is_space


def test_a_pipeline_of_another_make_is_left_to_its_components() -> None:
    spacy = pytest.importorskip("spacy")
    plain = spacy.blank("en")
    plain.add_pipe("ner").add_label("PERSON")
    plain.add_pipe("parser").add_label("nsubj")
    plain.initialize()
    assert Network.of(plain) is None
    beam = spacy.blank("en")
    beam.add_pipe("beam_ner").add_label("PERSON")
    beam.initialize()
    assert Recogniser.of(beam.get_pipe("beam_ner")) is None
    assert Steps.of(beam.get_pipe("beam_ner")) is None
    assert Encoder.of(beam.get_pipe("beam_ner").model) is None
    plain.add_pipe("tagger").add_label("NN")
    plain.initialize()
    assert Tagger.of(plain.get_pipe("tagger")) is None
