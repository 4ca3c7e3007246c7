from __future__ import annotations

import pytest

from dipevents.errors import ModelError
from dipevents.reading.engine import Engine
from dipevents.reading.sentence import Sentence


def sentence(text: str, start: int = 0, body: int | None = None) -> Sentence:
    return Sentence(0, start, start + len(text), start if body is None else body, 0, False, text)


def test_a_missing_model_names_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError, match="python -m spacy download en_core_web_xx"):
        Engine("en_core_web_xx")


@pytest.mark.parametrize(
    "text", ["Kim  came\nto\tSeoul .", "A\ud800B came.", "Ä\u0301 zero\u200bwidth", "nul\0nul", "\u2028x"]
)
def test_words_quote_the_text_whatever_blanks_it_holds(engine: Engine, text: str) -> None:
    article = "xx" + text
    (read,) = engine.read([sentence(text, start=2)])
    assert all(article[w.start : w.end] == w.text for w in read.words)
    assert [w.start for w in read.words] == sorted(w.start for w in read.words)


def test_every_sentence_is_one_tree(engine: Engine) -> None:
    (read,) = engine.read([sentence("He came. He saw. He left; and the talks, nobody knows why, went on.")])
    assert sum(w.head is w for w in read.words) == 1


def test_a_dateline_is_not_parsed(engine: Engine) -> None:
    (read,) = engine.read([sentence("LIMA -- Ana came.", body=8)])
    assert [w.text for w in read.words] == ["Ana", "came", "."]


def test_a_brief_engine_finds_the_names_near_capitals_whatever_stands_beside(engine: Engine) -> None:
    texts = [
        "Go.",
        "Today Kim met two envoys of the UN who had come for no reason that anybody knew of yesterday.",
        "Or not.",
    ]

    def names(*read: str) -> list[list[str]]:
        return [[repr(e) for e in one.entities] for one in engine.read([sentence(text) for text in read])]

    (full,) = names(texts[1])
    engine.brief = True
    try:
        (alone,), among = names(texts[1]), names(*texts)
    finally:
        engine.brief = False
    assert among[1] == alone
    assert alone == full[:-1]
    assert full[-1].startswith("<DATE")


def test_what_stands_beside_a_sentence_does_not_change_its_reading(engine: Engine) -> None:
    alone = [repr(w) for w in next(iter(engine.read([sentence("Lavrov will visit Ankara.")]))).words]
    among = list(engine.read([sentence("Go."), sentence("Lavrov will visit Ankara."), sentence("Ruin, said Orban.")]))
    assert [repr(w) for w in among[1].words] == alone


def test_a_rule_of_two_words_sees_both_of_them_and_no_others(engine: Engine) -> None:
    texts = ["There is rain.", "He is late.", "There, there is mud.", "Let's go.", "They let him go."]
    for _ in range(2):  # told by the rules, then remembered
        read = [one.words for one in engine.read([sentence(text) for text in texts])]
        assert [read[0][1].pos, read[1][1].pos, read[2][3].pos] == ["VERB", "AUX", "VERB"]
        assert (read[3][1].lemma, read[4][2].lemma) == ("us", "he")


def test_what_is_spelt_otherwise_for_the_pipeline_quotes_the_text(engine: Engine) -> None:
    [read] = engine.read([sentence("Vucic and To Lam co-hosted the talks; To Lam flew home.")])
    words = {word.text: word for word in read.words}
    assert all(read.text[word.start : word.end] == word.text for word in read.words)
    assert (words["co-hosted"].lemma, words["Lam"].pos, words["flew"].pos) == ("chair", "PROPN", "VERB")
