"""Main verbs that the model took for participles or attributes of a noun, which is their subject or their object.

the mayor, Mira Holm, CALLED on Oslo        no finite verb is said of a noun without "who": the noun is its subject
Kim, with two aides, LEFT for Oslo          nor of what an aside ends in: who stands before it leaves
Kim, the envoy, LEFT, Lima said             no verb has two subjects: what is said
Oslo, it says, DELIVERED guns               no passive has an object but of giving: a past
Oslo, which paid, ASKED Lima                no participle stands behind such a clause: the main verb
Ada Holt HELD talks in Oslo                 no attribute has a subject: the main verb
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import is_of, is_to
from dipevents.reading.tails import PLAINLY_FINITE, crown, hang, hang_subject, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["deliver", "govern", "happen", "lead", "predicate"]

_OPENED = frozenset({"mark", "nsubj", "nsubjpass"})


def predicate(verb: Word) -> None:
    """Makes the main verb of a finite one taken for what is said of the noun that heads the sentence.

    Behind an office, its bearer and a comma; right behind the noun where it has an object, or where that is a name
    with a hyphen: "the envoy CALLED on Peru", "Kim MIN-SEOK CALLED on Oslo"; behind "for its part".
    """
    if not verb.is_verb:
        return
    noun, words = _told_of(verb), verb.sentence.words
    hyphened = noun.i + 1 == verb.i and noun.i > 1 and words[noun.i - 1].text == "-"
    if hyphened and noun.dep == "ROOT" and verb.tag == "VBN" and not verb.sentence.heading:
        if words[noun.i - 2].pos == "PROPN" and all(c.dep not in {"agent", "auxpass"} for c in verb.children):
            verb.tag = "VBD"
            _raise(verb, noun)
        return
    if noun.dep != "ROOT" or verb.i == 0:
        return
    asides = [p for c in verb.children if c.dep == "prep" and noun.i + 1 < c.i < verb.i for p in c.children]
    aside = any(p.lower == "part" for p in asides) and all(c.dep != "agent" for c in verb.children)
    led = {c.lower for c in verb.children if c.dep == "prep"}  # "called ON Monday FOR his release"
    called = verb.lemma == "call" and "on" in led  # "CALLED Monday ON Peru TO pay"
    going = (is_of(verb, "going") and led) or (called and "for" in led)
    meant = called or is_of(verb, "meaning")
    going = going or (meant and any(c.dep in {"advcl", "xcomp"} and is_to(c) for c in verb.children))
    goes = verb.tag == "VBN" and going
    if not (verb.tag in PLAINLY_FINITE or aside or goes) or any(c.dep in _OPENED for c in verb.children):
        return
    opened = words[noun.i + 1].text == "," and noun.i + 1 < verb.i - 1
    between = (c for c in noun.children if noun.i < c.i < verb.i)
    apposed = words[verb.i - 1].text == "," and (opened or any(c.dep in {"appos", "relcl"} for c in between))
    told = words[verb.i - 1] is noun and (goes or _acts(verb)) and not verb.sentence.heading
    if apposed or aside or told:
        verb.tag = "VBD" if aside or goes else verb.tag
        _raise(verb, noun)


def _told_of(verb: Word) -> Word:
    """What a verb tells of: its noun, or the one before an aside that ends in it: "KIM, with two aides, LEFT"."""
    words, noun = verb.sentence.words, verb.head
    if words[verb.i - 1].text != "," or not verb.i:
        return noun
    if noun.dep == "appos" and noun.head.i < noun.i:
        noun = noun.head  # "Kim, the envoy, LEFT for Lima" is not said of the envoy
    root = next((up for up in (noun, *noun.ancestors()) if up.dep == "ROOT"), noun)
    aside = root.is_noun and root.i < noun.i and words[root.i + 1].text == ","
    return root if aside else noun


def _raise(verb: Word, noun: Word) -> None:
    """Makes a verb the root, with the noun before it as its subject and what stands behind it below it."""
    behind = [c for c in noun.children if c.i > verb.i]
    crown(verb, noun, "nsubj")
    hang(behind, verb)
    for clause in behind:  # "Kim, the envoy, disagrees, SAYING that …"
        clause.dep = "advcl" if clause.dep == "acl" else clause.dep


def _acts(verb: Word) -> bool:
    """Whether a verb has what no past participle has: an object, a clause; "called ON somebody", "left FOR Lima"."""
    return _faces(verb) or any(c.dep in {"ccomp", "dobj"} for c in verb.children)


def _faces(verb: Word) -> bool:
    """Whether a verb tells whom somebody calls on, or where he leaves for."""
    return verb.lemma in {"call", "leave"} and any(c.dep == "prep" and c.lower in {"for", "on"} for c in verb.children)


def happen(verb: Word) -> None:
    """Makes what is said of a verb behind a comma that was hung on its subject, where another subject says so."""
    noun, says = verb.head, verb.head.head
    told = noun.dep == "nsubj" and verb.tag in {"VBD", "VBN"} and verb.i < says.i and is_of(says, "report_verbs")
    told = told and verb.sentence.words[verb.i - 1].text == ","
    passive = any(c.dep in {"agent", "nsubj", "aux", "auxpass", "mark"} for c in verb.children)
    if passive or not told or all(c.dep != "nsubj" or c.i < verb.i for c in says.children):
        return
    hang([verb], says)
    verb.tag, verb.dep = "VBD", "ccomp"
    hang_subject(noun, verb)


def deliver(subject: Word) -> None:
    """Makes a past of a participle with an object behind a short clause of saying: "OSLO, it says, DELIVERED guns".."""
    verb = subject.head  # nobody undergoes it behind "were": "also ARRIVING were KIM and Lee"
    if verb.tag == "VBG" and verb.i < subject.i and all(c.dep != "auxpass" for c in verb.children):
        subject.dep = "nsubj"
    if verb.tag != "VBN" or any(c.dep in {"aux", "auxpass"} for c in verb.children):
        return
    said = any(c.dep == "parataxis" and subject.i < c.i < verb.i for c in verb.children)
    if said and (
        _faces(verb) or (any(c.dep == "dobj" and c.i > verb.i for c in verb.children) and not is_of(verb, "giving"))
    ):
        verb.tag, subject.dep = "VBD", "nsubj"


def lead(verb: Word) -> None:
    """Makes the main verb of one that was taken for an attribute of its object, but has a subject."""
    noun = verb.head
    read = noun.dep == "ROOT" and verb.tag in {"VBD", "VBN"} and verb.i <= noun.i
    own = [c for c in verb.children if c.dep == "nsubj" and c.i < verb.i] if read else []
    if not own:
        return
    before = [c for c in noun.children if c.i < own[0].i]
    behind = [c for c in noun.children if c.i > noun.i]
    make_verb(verb, "VBD")
    crown(verb, noun, "dobj")
    hang(before, own[0])
    hang(behind, verb)


def govern(verb: Word) -> None:
    """Makes the main verb of a past behind a relative clause that was taken for an attribute of its object."""
    noun, subject = verb.head, verb.head.head
    behind = noun.dep == "appos" and verb.tag in {"VBD", "VBN"} and verb.sentence.words[verb.i - 1].text == ","
    told = behind and subject.dep == "ROOT" and any(c.dep == "relcl" and c.i < verb.i for c in subject.children)
    if not told or any(c.i < verb.i for c in noun.children):
        return
    make_verb(verb, "VBD")
    crown(verb, subject, "nsubj")
    hang([noun, *(c for c in subject.children if c.i > verb.i)], verb)
    hang([c for c in noun.children if c.dep == "acl"], verb)
    noun.dep = "dobj"
    for infinitive in (c for c in verb.children if c.dep == "acl" and any(a.lower == "to" for a in c.children)):
        infinitive.dep = "xcomp"
