"""The subject behind what opens a sentence, parted in place from the name before its comma; and verbs before subjects.

Asked if he would come to Peru, the MINISTER, Ada Holt, said no      Peru is no minister, and somebody must say it
ARRIVING in Peru, ADA HOLT said no                                   she says it, not her arriving
VISITING Peru, Ada Holt said no                                      who said no has no two names: it is what she does
VISITING President of the Senate Ada Holt met him                  she is the one who visits
NOT since 1972 HAS a pope BEEN there                                 what opens the sentence denies its verb
WERE the president TO GO to Lima, it would help                      a condition, not a president to go to Lima
warned Lima of war SHOULD it MOVE                                    so is what nobody asks
Mr PRESIDENT, last month I was in Lima                               who is spoken to was nowhere
DID Ada Holt VISIT Lima?                                             no visit is called by her: who does so is asked
Unlike the minister, ADA HOLT thinks so                              the one does, unlike the other
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import auxiliaries, has_subject, is_of, is_to, own_subjects, phrase
from dipevents.reading.tails import PLAINLY_FINITE, crown, hang, hang_subject, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "DOING",
    "arrive",
    "ask",
    "be_addressed",
    "be_here",
    "be_here_behind",
    "come_forward",
    "deny",
    "differ",
    "do_meanwhile",
    "suppose",
    "suppose_behind",
]

_HELPERS = frozenset({"be", "do", "have"})
_OPENINGS = frozenset({"again", "before", "for", "in", "since"})
_COURTESY = frozenset({"madam", "madame", "mister", "mr", "mr."})
_QUOTES = frozenset({'"', "'", "“", "‘"})
_ADDRESS = 4
"""Words within which somebody is spoken to: "Mr. President", "Madam Deputy Speaker"."""
_UP = 8
"""Words above an apposition among which the main verb is looked for."""
DOING: dict[str, str] = {
    "addressing": "address",
    "leaving": "leave",
    "meeting": "meet",
    "touring": "tour",
    "visiting": "visit",
    "voicing": "voice",
    "warning": "warn",
}
"""Participles that open a sentence, with their verbs."""
_SAYING = frozenset({"voicing", "warning"})
"""Of these, those that go on with what is said: "WARNING Peru THAT it would act, Ada Holt"."""


def be_addressed(noun: Word) -> None:
    """Frees a verb of who is spoken to where another is its subject: "Mr PRESIDENT, last month I was in Lima"."""
    words, main = noun.sentence.words, noun.head
    courteous = 0 < noun.i < _ADDRESS and words[0].lower in _COURTESY
    if not courteous or noun.i + 1 >= len(words) or words[noun.i + 1].text != ",":
        return
    if any(c.dep in {"nsubj", "nsubjpass"} and c.i > noun.i for c in main.children):
        noun.dep = "npadvmod"


def differ(unlike: Word) -> None:
    """Parts who does something from whom he is likened to, or who judges it, taken to be described by him.

    "UNLIKE the minister, ADA HOLT thinks so", "FOR the analyst Ada Holt, the MINISTER hides".
    """
    other = next((c for c in unlike.head.children if c.dep == "nsubj"), None)
    if unlike.i or unlike.children or other is None:
        return
    judges = unlike.lower == "for"
    behind = [c for c in other.children if c.dep == "appos" and c.i > other.i]
    own = next((c for c in behind if (c.pos == "PROPN") is not judges), None)
    words = unlike.sentence.words
    if judges and own is not None and (other.pos != "PROPN" or words[phrase(own)[1].i + 1].text == ","):
        return  # "For Peru, the host, was glad"
    if own is not None and words[phrase(own)[0].i - 1].text == ",":
        verb = unlike.head
        hang([other], unlike)
        other.dep = "pobj"
        hang_subject(own, verb)


def come_forward(noun: Word) -> None:
    """Makes the subject of a main verb without one of what was taken for the end of its opening.

    That is an apposition, or one more of what it opens with: "After years of haggling, PERU and Chad on Friday signed".
    """
    words, part = noun.sentence.words, noun
    if noun.dep == "conj" and not (noun.pos == "PROPN" and noun.head.pos != "PROPN"):
        return
    for _ in range(_UP):
        if part.head.dep == "ROOT":
            break
        part = part.head
    main = part.head
    if main.dep != "ROOT" or main.tag not in PLAINLY_FINITE or main.pos != "VERB" or part.i > main.i or part is noun:
        return
    first, last = phrase(noun)
    opened = first.i > 1 and words[first.i - 1].text == "," and noun.head.i < first.i
    between = words[last.i + 1 : main.i]
    closed = main.i - last.i in {1, 2} and all(w.text == "," for w in between)
    closed = closed and (last is noun or (last.dep == "appos" and last.head is noun))
    closed = closed or (noun.dep == "conj" and all(w is not part and not w.is_under(part) for w in between))
    if opened and closed and part.dep in {"advcl", "prep"} and not own_subjects(main):
        hang_subject(noun, main)


def arrive(going: Word) -> None:
    """Makes a participle of a word of motion, or "speaking", that opens a sentence and was taken for its subject.

    Who stands between its comma and the verb is that: "ARRIVING in Peru, ADA HOLT said no".
    """
    main, words = going.head, going.sentence.words
    moves = going.lemma == "speak" or is_of(going, "going") or is_of(going, "motion")
    if going.i or going.tag != "VBG" or not moves:
        return
    comma = next((w.i for w in words[: main.i] if w.text == ","), 0)
    hung = [w for w in words[comma + 1 : main.i] if w.is_noun and w.head.i < comma] if comma else []
    if not hung or main.dep != "ROOT" or main.tag not in PLAINLY_FINITE:
        return
    hang_subject(hung[0], main)
    for other in hung[1:]:
        hang([other], hung[0])
        other.dep = "appos"
    going.dep = "advcl"


def deny(no: Word) -> None:
    """Hangs the denial that opens a sentence on the verb behind its subject: "NOT since 1972 HAS a pope BEEN there"."""
    opening = no.head
    helper = opening.head
    if no.i > 1 or opening.lower not in _OPENINGS or not no.i < opening.i < helper.i or helper.lemma not in _HELPERS:
        return
    verb = helper.head
    if helper.dep == "ROOT":
        verb = next((c for c in helper.children if c.dep == "ccomp" and c.i > helper.i and has_subject(c)), helper)
        if verb is helper or own_subjects(helper):
            return
        crown(verb, helper, "aux")
    hang([no, opening], verb)
    no.dep, verb.tag = "neg", "VBN" if helper.lemma == "have" else verb.tag


def suppose(verb: Word) -> None:
    """Makes a condition of what was taken for a clause on its subject: "WERE the president TO GO to Lima"."""
    subject = verb.head
    were = subject.head
    inverted = were.lower == "were" and were.dep == "advcl" and subject.dep == "nsubj" and were.i < subject.i
    if not inverted or not is_to(verb) or has_subject(verb):
        return
    hang([verb], were.head)
    hang([c for c in were.children if c is not verb], verb)
    hang([were], verb)
    verb.dep, were.dep = "advcl", "aux"


def suppose_behind(verb: Word) -> None:
    """Makes a condition of a verb behind "should" and its subject: "warned Lima of war SHOULD it MOVE"."""
    words, above = verb.sentence.words, verb.head
    if above is verb:
        above = next((c for c in verb.children if c.dep == "ccomp" and has_subject(c)), verb)
    should = next((c for c in verb.children if c.dep == "aux" and c.lower == "should"), verb)
    subject = next(iter(own_subjects(verb)), verb)
    if verb in {above, should, subject} or not above.i < should.i < subject.i < verb.i or words[-1].text == "?":
        return
    before = words[should.i - 1]
    if before.text == "," or before.dep in {"cc", "mark", "advmod"}:
        return
    if verb.head is not verb:
        verb.dep = "advcl"
    elif any(w.tag in PLAINLY_FINITE for w in (above, *auxiliaries(above))):
        crown(above, verb, "advcl")


def do_meanwhile(verb: Word) -> None:
    """Makes a participle of what opens a sentence and was taken for part of a name: "VISITING Peru, Ada Holt said"."""
    if verb.lower not in DOING:
        return
    place, words = verb.head, verb.sentence.words
    main = place.head
    if verb.dep != "advcl":
        says = verb.lower in _SAYING and verb.i == 0
        last = phrase(place)[1] if says else place
        comma = words[last.i + 1 : last.i + 2]
        own = [c for c in main.children if c.dep == "nsubj" and c.i > place.i]
        before = main.is_verb and place.i < main.i and place.dep in {"dep", "dobj", "npadvmod", "nsubj"}
        if not before or not own or not comma or comma[0].text != ",":
            return
        hang([verb], main)
        hang([place], verb)
        verb.dep, place.dep = "advcl", "dobj"
        told = [c for c in place.children if says and c.dep == "relcl" and any(m.dep == "mark" for m in c.children)]
        hang(told, verb)
        for clause in told:
            clause.dep = "ccomp"
    make_verb(verb, "VBG")
    verb.lemma = DOING[verb.lower]


def be_here(visiting: Word) -> None:
    """Makes the subject of an office that somebody was taken to visit: "VISITING President of it Holt met".

    So does a name behind its office: "VISITING Peruvian Minister Ada Holt said".
    """
    told = next((c for c in visiting.children if c.dep == "dobj"), visiting)
    if visiting.lower != "visiting" or told is visiting or phrase(told)[0].i != visiting.i + 1:
        return
    if any(is_of(w, "joined") for w in visiting.sentence.words[visiting.i + 1 : told.i + 1]):
        main, others = visiting.head, [c for c in visiting.children if c is not told and c.i > visiting.i]
        hang(others, told)
        hang_subject(told, main)
        hang([visiting], told)
        visiting.dep = "amod"


def be_here_behind(visiting: Word) -> None:
    """Gives a speaker behind what is said what was taken for a deed of that: "It will end, VISITING Ada Holt said"."""
    saying, behind = visiting.head.head, visiting.sentence.words[visiting.i + 1 : visiting.i + 2]
    if any(True for _ in visiting.children) or visiting.head.dep != "ccomp" or not behind:
        return
    speakers = (c for c in saying.children if c.dep == "nsubj" and c.i > visiting.i)
    speaker = next((c for c in speakers if behind[0] is c or behind[0].is_under(c)), None)
    if speaker is not None:
        hang([visiting], speaker)
        visiting.dep = "amod"


def ask(verb: Word) -> None:
    """Makes a verb of the noun that a question was taken to be about: "DID Ada Holt VISIT Lima?"."""
    words = verb.sentence.words
    first = words[words[0].text in _QUOTES] if len(words) > _ADDRESS else verb
    if not verb.is_noun or first.dep != "aux" or first.head is not verb or words[verb.i - 1].head is not verb:
        return
    name = words[verb.i - 1]
    if name.dep != "compound" or name.pos != "PROPN" or verb.tag != "NN" or verb.text[:1].isupper():
        return
    make_verb(verb, "VB")
    hang([c for c in verb.children if first.i < c.i < name.i], name)
    hang_subject(name, verb)
