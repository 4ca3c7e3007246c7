from __future__ import annotations

import gc

from dipevents.reading.sentence import Entity, Sentence, Word


def tree() -> Sentence:
    text = "Kim saw Lima"
    sentence = Sentence(0, 10, 22, 10, 0, False, text)
    for i, (start, token, dep) in enumerate([(0, "Kim", "nsubj"), (4, "saw", "ROOT"), (8, "Lima", "dobj")]):
        sentence.words.append(
            Word(i, 10 + start, 10 + start + len(token), token, token.lower(), "NNP", "PROPN", dep, sentence)
        )
    sentence.link([1, 1, 1])
    return sentence


def test_words_are_found_by_their_offset() -> None:
    sentence = tree()
    assert [sentence.word_at(at) for at in (10, 12, 13, 14, 21, 22, 0)] == [
        sentence.words[0], sentence.words[0], None, sentence.words[1], sentence.words[2], None, None,
    ]  # fmt: skip
    assert sentence.words_between(10, 18) == sentence.words[:2]


def test_the_tree_is_walked_down_and_up() -> None:
    sentence = tree()
    kim, saw, lima = sentence.words
    assert sentence.root is saw
    assert saw.subtree() == [kim, saw, lima]
    assert list(lima.ancestors()) == [saw]
    assert lima.is_under(saw)
    assert not saw.is_under(saw)
    assert Sentence(0, 0, 0, 0, 0, False, "").root is None


def test_words_entities_and_sentences_show_themselves() -> None:
    sentence = tree()
    assert repr(sentence.words[0]) == "<Kim/PROPN/nsubj>"
    assert repr(Entity(0, 1, "GPE")) == "<GPE 0-1>"
    assert "Kim saw" in repr(sentence)


def test_words_are_found_by_their_forms_and_lemmas() -> None:
    sentence = tree()
    sentence.words[1].lemma = "see"
    assert [word.text for word in sentence.words_among(frozenset({"lima", "see", "sees"}))] == ["saw", "Lima"]
    assert sentence.part(sentence.start, sentence.end).words_among(frozenset({"lima"})) == []


def test_a_part_of_a_sentence_stands_where_it_stood() -> None:
    whole = Sentence(3, 10, 31, 18, 1, False, "LIMA -- Kim saw Lima.")
    part = whole.part(22, 30)
    assert (part.i, part.start, part.body, part.end, part.text) == (3, 22, 22, 30, "saw Lima")
    assert whole.part(10, 21).body == 18


def test_released_words_are_freed_without_the_collector() -> None:
    sentence = tree()
    kept = len(sentence.words)
    before = sum(isinstance(one, Word) for one in gc.get_objects())
    gc.disable()
    try:
        sentence.release()
        after = sum(isinstance(one, Word) for one in gc.get_objects())
    finally:
        gc.enable()
    assert before - after == kept
