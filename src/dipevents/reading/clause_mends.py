"""Clauses that the model hangs where English grammar rules it out, mended in place.

Kenya TURNS him away; Oslo warns            nor is it a sentence before a semicolon: it stands beside
signed a deal with Oslo TO BUY jets         a deal is one to do something: none is signed to do it
left after Oslo SOLD Peru jets              no finite verb goes on without "and": the noun before it is its subject
It was Oslo that SOLD the jets              "it" stands for no clause beside a noun or a time: who sold, or when
Holt left Oslo, then FLEW to Lima           no finite verb is without a subject: it goes on with the one before it
Kim, an AIDE said, flew home                nor is it said by somebody that he did it: the aide says it
Oslo protested, and HOLT flew home          no noun goes on with a verb: the next verb is said of it
put off a trip that he was to MAKE          nobody makes nothing: what is made is the trip
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import own_subjects
from dipevents.reading.tails import FINITE, crown, hang, hang_subject, has_subject
from dipevents.reading.verb_mends import SAYING

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["affirm", "bind", "cleave", "follow_on", "part", "precede", "relate", "take_up"]

_WHEN = frozenset({"after", "before", "since", "until"})
_DEALS = frozenset({"accord", "agreement", "contract", "deal", "memorandum", "pact", "treaty"})
_MAKING = frozenset({"begin", "make", "pay", "start", "undertake"})
"""Verbs that need an object, as journeys do one."""
_SET_OUT = frozenset({"attr", "npadvmod", "prep"})


def precede(verb: Word) -> None:
    """Makes a clause of time of a finite verb that stands right behind the object of "after" and goes on with none."""
    noun, above = verb.sentence.words[max(verb.i - 1, 0)], verb.head
    after = noun.head
    if verb.tag not in FINITE or noun.dep != "pobj" or after.lower not in _WHEN or own_subjects(verb):
        return
    joined = any(c.dep == "cc" and c.i > after.i for c in above.children) or not above.is_verb or above.i > after.i
    if after.head is verb or (verb.dep == "conj" and not joined):
        hang([noun], verb)
        if after.head is not verb:
            hang([after], verb)
        noun.dep, after.dep, verb.dep = "nsubj", "mark", "advcl"


def bind(verb: Word) -> None:
    """Hangs an infinitive on the deal that is signed or reached, of which it tells what is to be done."""
    above = verb.head
    marked = any(c.dep == "aux" and c.lower == "to" for c in verb.children) and not own_subjects(verb)
    deals = [c for c in above.children if c.dep == "dobj" and above.i < c.i < verb.i and c.lemma in _DEALS]
    if marked and above.is_verb and deals and verb.sentence.words[verb.i - 2].text != ",":
        hang([verb], deals[-1])
        verb.dep = "acl"


def cleave(verb: Word) -> None:
    """Gives a clause what is set before it: "it was OSLO that sold the jets", "it was IN MAY that Oslo sold them"."""
    be = verb.head
    it = be.lemma == "be" and any(c.dep == "nsubj" and c.lower == "it" for c in be.children)
    that = next((c for c in verb.children if c.lower in {"that", "who", "which"}), None)
    before = [c for c in be.children if c.dep in _SET_OUT and be.i < c.i < verb.i]
    if not it or that is None or not before or any(c.dep in {"acomp", "neg"} for c in be.children):
        return
    if before[-1].dep == "attr" and that.dep in {"nsubj", "nsubjpass"}:
        hang([verb], before[-1])
        verb.dep = "relcl"
    elif all(c.dep != "attr" for c in before) and that.dep in {"mark", "advmod"}:
        hang(before, verb)


def relate(verb: Word) -> None:
    """Hangs a clause whose verb lacks its object on the noun before "that": "put off a trip THAT HE WAS TO MAKE"."""
    that, lowest = next((c for c in verb.children if c.lower == "that"), verb), verb
    while (below := next((c for c in lowest.children if c.dep in {"xcomp", "acomp"}), None)) is not None:
        lowest = below
    noun = next((c for c in verb.head.children if c.dep == "dobj" and c.i < that.i), None)
    lacking = lowest.lemma in _MAKING and all(c.dep not in {"dobj", "ccomp"} for c in lowest.children)
    if that is verb or not lacking or noun is None or verb.head.lemma in SAYING:
        return
    before = verb.sentence.words[that.i - 1]
    if before is noun or before.is_under(noun):
        hang([verb], noun)
        verb.dep = "relcl"


def part(verb: Word) -> None:
    """Sets a clause before a semicolon beside the one behind it, which has a subject of its own."""
    above, words = verb.head, verb.sentence.words
    mark = next((w.i for w in words[verb.i : above.i] if w.text == ";"), len(words))
    if any(c.dep in {"nsubj", "nsubjpass"} and mark < c.i < above.i for c in above.children):
        verb.dep = "parataxis"


def follow_on(first: Word) -> None:
    """Makes the main verb of what was taken for what is said by a verb without a subject: "left Oslo, then FLEW"."""
    then, words = first.head, first.sentence.words
    if then.dep != "ROOT" or has_subject(then) or first.tag not in FINITE:
        return
    between = {w.lower for w in words[first.i : then.i]}
    finite = any(w.tag in FINITE for w in (then, *then.children) if w.dep in {"ROOT", "aux", "auxpass"})
    if finite and {"then", ","} <= between and has_subject(first):
        crown(first, then, "conj")
        hang([c for c in then.children if c.i < first.i], first)


def affirm(saying: Word) -> None:
    """Parts who does something from who says so between commas: "Kim, an AIDE in Oslo SAID, flew home"."""
    verb, behind = saying.head, saying.sentence.words[saying.i + 1 : saying.i + 2]
    before = any(w.text == "," for w in behind)
    said = [c for c in saying.children if c.dep == "nsubj"] if saying.lemma in SAYING and before else []
    speakers = [c for subject in said for c in subject.children if c.dep == "appos" and c.pos == "NOUN"]
    if speakers and speakers[0].i < saying.i < verb.i and not has_subject(verb):
        hang_subject(said[0], verb)
        hang_subject(speakers[0], saying)


def take_up(word: Word) -> None:
    """Makes a subject of a noun that was coordinated with a verb: "Oslo protested, and HOLT flew home"."""
    above, words = word.head, word.sentence.words
    verb = next((w for w in words[word.i + 1 :] if w.dep == "conj" and w.tag in FINITE), None)
    if word.is_noun and above.is_verb and verb is not None and verb.head in {above, *above.ancestors()}:
        joined = any(w.dep == "cc" and not w.is_under(word) for w in words[word.i : verb.i])
        if not joined and not has_subject(verb):
            hang_subject(word, verb)
