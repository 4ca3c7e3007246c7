from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.reading.clauses import antecedent, appositions, auxiliaries, clause, governor, is_negated, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence, Word

    Read = Callable[[str], Sentence]


def word(sentence: Sentence, text: str) -> Word:
    return next(w for w in sentence.words if w.text == text)


def texts(words: object) -> list[str]:
    return [w.text for w in words]  # type: ignore[attr-defined]


SUBJECTS = [
    ("Kim visited Russia.", "visited", ["Kim"], ["Russia"]),
    ("Russia was visited by Kim and Lee.", "visited", ["Kim", "Lee"], ["Russia"]),
    ("Kim, who visited Russia on Tuesday, left.", "visited", ["Kim"], ["Russia"]),
    ("Kim wants to visit Moscow.", "visit", ["Kim"], ["Moscow"]),
    ("Kim is expected to visit Moscow next month.", "visit", ["Kim"], ["Moscow"]),
    ("Kim flew in and visited Putin.", "visited", ["Kim"], ["Putin"]),
    ("After visiting Russia, Kim left.", "visiting", ["Kim"], ["Russia"]),
    ("The tanks sold by Russia to Iran arrived.", "sold", ["Russia"], ["tanks"]),
    ("The United States urged Iran to stop selling arms to Syria.", "selling", ["Iran"], ["arms"]),
    ("Iran was warned by Israel not to sell rockets.", "warned", ["Israel"], ["Iran"]),
    ("Iran was warned by Israel not to sell rockets.", "sell", ["Iran"], ["rockets"]),
    ("Putin's plan to visit Tokyo was cancelled.", "visit", ["Putin"], ["Tokyo"]),
    ("The country he visited is poor.", "visited", ["he"], ["country"]),
    ("Kim and Putin visited Moscow and Minsk.", "visited", ["Kim", "Putin"], ["Moscow", "Minsk"]),
]


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), SUBJECTS)
def test_a_verb_finds_who_does_what(read: Read, text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    found = clause(word(read(text), verb))
    assert (texts(found.subjects), texts(found.objects)) == (subjects, objects)


NOUNS = [
    ("Kim's visit to Russia failed.", "visit", ["Kim"], ["Russia"]),
    ("A visit by Kim to Moscow failed.", "visit", ["Kim"], ["Moscow"]),
    ("Kim paid a visit to Russia.", "visit", ["Kim"], ["Russia"]),
    ("Lavrov is on a three-day visit to Cuba.", "visit", ["Lavrov"], ["Cuba"]),
    ("The Russian visit to Cuba failed.", "visit", ["Russian"], ["Cuba"]),
]


@pytest.mark.parametrize(("text", "noun", "subjects", "goal"), NOUNS)
def test_a_noun_finds_who_does_it(read: Read, text: str, noun: str, subjects: list[str], goal: list[str]) -> None:
    found = clause(word(read(text), noun))
    assert (texts(found.subjects), texts(found.oblique("to"))) == (subjects, goal)


def test_a_dative_is_a_recipient(read: Read) -> None:
    found = clause(word(read("Moscow sold arms to Syria."), "sold"))
    assert texts(found.recipients) == ["Syria"] or texts(found.oblique("to")) == ["Syria"]


def test_a_dummy_subject_is_nobody(read: Read) -> None:
    assert clause(word(read("There is a plan."), "is")).subjects == ()


def test_relative_pronouns_stand_for_their_antecedent(read: Read) -> None:
    sentence = read("The minister who left was tired.")
    found = antecedent(word(sentence, "who"))
    assert found is word(sentence, "minister")
    assert antecedent(word(sentence, "minister")) is None


def test_negation_is_seen_on_verb_and_noun(read: Read) -> None:
    assert is_negated(word(read("Kim did not come."), "come"))
    assert is_negated(word(read("Kim never came."), "came"))
    assert is_negated(word(read("No visit was planned."), "visit"))
    assert not is_negated(word(read("Kim came."), "came"))


def test_phrases_leave_out_what_is_to_be_skipped(read: Read) -> None:
    sentence = read("A professor of law in Lima spoke.")
    first, last = phrase(word(sentence, "professor"))
    assert (first.text, last.text) == ("A", "Lima")
    first, last = phrase(word(sentence, "professor"), skip=("det", "prep"))
    assert (first.text, last.text) == ("professor", "professor")


def test_appositions_governors_and_auxiliaries(read: Read) -> None:
    sentence = read("Ana Ruiz, the envoy, will not visit Lima.")
    assert texts(appositions(word(sentence, "Ruiz"))) == ["envoy"]
    assert texts(auxiliaries(word(sentence, "visit"))) == ["will"]
    assert governor(word(sentence, "Lima")) is word(sentence, "visit")
    assert governor(word(sentence, "visit")) is None


def test_arguments_with_other_subjects_are_the_same_but_for_these(read: Read) -> None:
    visited = word(read("Kim visited Russia."), "visited")
    other = clause(visited).replacing(subjects=())
    assert (other.subjects, texts(other.objects)) == ((), ["Russia"])
    assert texts(clause(visited).subjects) == ["Kim"]


def test_the_objects_of_a_noun_stay_when_its_subjects_are_replaced(read: Read) -> None:
    sale = clause(word(read("The sale of tanks was delayed."), "sale"))
    assert sale.replacing(subjects=(sale.trigger,)).objects == sale.objects == ()
