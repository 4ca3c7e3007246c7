"""Main verbs that the model took for participles or attributes of a noun, which is their subject or their object.

the mayor, Mira Holm, CALLED on Oslo        no finite verb is said of a noun without "who": the noun is its subject
Kim, with two aides, LEFT for Oslo          nor of what an aside ends in: who stands before it leaves
Kim, the envoy, LEFT, Lima said             no verb has two subjects: what is said
Oslo, it says, DELIVERED guns               no passive has an object but of giving: a past
Oslo, which paid, ASKED Lima                no participle stands behind such a clause: the main verb
Ada Holt HELD talks in Oslo                 no attribute has a subject: the main verb
as rebels fled, KIM, under threat, left     no verb but "and left" lacks a subject: who stands before the aside
aides said KIM, under threat, left          nor has saying somebody for its object
denied any TANKS HAD BEEN SENT to Lima      nor does a passive lack who undergoes it: not they are denied
after Lima paid, KIM, a general, LEFT       nor stands an object behind a comma: who does what he is said to be
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import first_of, is_of, is_to, is_within, with_conjuncts
from dipevents.reading.tails import PLAINLY_FINITE, crown, hang, hang_subject, make_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Word

__all__ = ["deliver", "govern", "happen", "lead", "predicate", "take_object", "take_subject"]

_STRAY = frozenset({"appos", "ccomp", "conj", "dobj", "npadvmod", "nsubj", "pobj"})
"""What the model takes somebody for whose verb stands behind an aside."""
_LOOSE = frozenset({"acl", "advcl"})
"""What no past without a joint is."""
_AIMS = frozenset({"advcl", "xcomp"})
_HELPERS = frozenset({"advmod", "aux", "auxpass", "neg"})
_UNTIL = frozenset({"after", "as", "before", "since", "until"})

_SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
_OPENED = frozenset({"mark", "nsubj", "nsubjpass"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def predicate(verb: Word) -> None:
    """Makes the main verb of a finite one taken for what is said of the noun that heads the sentence.

    Behind an office, its bearer and a comma; right behind the noun, or those that it is joined to, or a time there,
    where it has an object, or where that is a name with a hyphen: "the envoy CALLED on Peru", "Kim and others last
    night CALLED on Oslo", "Kim MIN-SEOK CALLED on Oslo"; behind "for its part".
    """
    if not verb.is_verb:
        return
    goes, words = verb.tag == "VBN" and _goes(verb), verb.sentence.words
    noun = first_of(_told_of(verb)) if goes else _told_of(verb)
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
    if not (verb.tag in PLAINLY_FINITE or aside or goes) or any(c.dep in _OPENED for c in verb.children):
        return
    opened = words[noun.i + 1].text == "," and noun.i + 1 < verb.i - 1
    between = (c for c in (noun.subtree() if goes else noun.children) if noun.i < c.i < verb.i)
    last = _before(verb) if goes else words[verb.i - 1]
    apposed = last.text == "," and (opened or any(c.dep in {"appos", "relcl"} for c in between))
    joined = last in with_conjuncts([noun]) if goes else last is noun
    told = joined and (goes or _acts(verb)) and not verb.sentence.heading
    if apposed or aside or told:
        verb.tag = "VBD" if aside or goes else verb.tag
        hang([w for w in words[last.i + 1 : verb.i] if w.dep in {"npadvmod", "prep"}], verb)
        _raise(verb, noun)


def _before(verb: Word) -> Word:
    """The word before a verb and the time that stands there: "the mayor and OTHERS last night CALLED on Peru"."""
    words, at = verb.sentence.words, verb.i - 1
    while at and is_within(words[at], "DATE", "TIME"):
        at -= 1
    return words[at - 1 if at < verb.i - 1 and words[at].lower == "on" else at]


def _goes(verb: Word) -> bool:
    """Whether a participle has what tells where somebody goes, whom he calls on, or what he means to do.

    "LEFT here FOR Lima", "CALLED Monday ON Peru TO pay", "called ON Monday FOR his release", "called FOR it TO end".
    """
    led = {c.lower for c in verb.children if c.dep == "prep"}
    aims = [c for c in verb.children if c.dep in _AIMS and is_to(c)]
    called, bidden = verb.lemma == "call" and "on" in led, bool(aims)
    if verb.lemma == "call" and any(m.lower == "for" and m.dep == "mark" for c in aims for m in c.children):
        return True
    whom = (p for c in verb.children if c.lower == "on" for p in c.children)
    if called and ("for" in led or bidden or any(is_within(p, "PERSON") for p in whom)):
        return True
    here = verb.lower == "left" and any(c.lower == "here" for c in verb.children)
    return here or (is_of(verb, "going") and bool(led)) or (bidden and is_of(verb, "meaning"))


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
    """Makes a past of a participle with an object behind a short clause of saying: "OSLO, it says, DELIVERED guns"."""
    verb = subject.head  # nobody undergoes it behind "were": "also ARRIVING were KIM and Lee"
    if verb.tag == "VBG" and verb.i < subject.i and all(c.dep != "auxpass" for c in verb.children):
        subject.dep = "nsubj"
    if verb.tag != "VBN" or any(c.dep in {"aux", "auxpass"} for c in verb.children):
        return
    said = any(c.dep == "parataxis" and subject.i < c.i < verb.i for c in verb.children)
    has = any(c.dep == "dobj" and c.i > verb.i for c in verb.children) and not is_of(verb, "giving")
    if said and (has or _faces(verb)):
        verb.tag, subject.dep = "VBD", "nsubj"


def lead(verb: Word) -> None:
    """Makes the main verb of one that was taken for an attribute of its object, but has a subject."""
    noun = verb.head.head if verb.head.dep == "compound" else verb.head  # "QUOTED analyst Ada Holt as saying"
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


def take_subject(verb: Word) -> None:
    """Gives a verb the name before an aside: "as rebels fled, KIM, under threat, LEFT", "aides said KIM, ill, LEFT"."""
    if not verb.is_verb or verb.sentence.heading or not _is_finite(verb):
        return
    loose = verb.dep in _LOOSE and not (verb.tag == "VBD" or _faces(verb))
    if loose or (verb.dep in _LOOSE and any(c.dep == "mark" for c in verb.children)):
        return
    words, subject = verb.sentence.words, next((c for c in verb.children if c.dep in _SUBJECTS), None)
    first = min((c.i for c in verb.children if c.dep in _HELPERS and c.i < verb.i), default=verb.i)
    timed = subject is not None and subject.dep == "csubj" and any(c.dep == "mark" for c in subject.children)
    behind = subject is not None and subject.i > verb.i and not is_of(verb, "speaking")  # "Kim, who fell ill, met HOLT"
    if subject is not None and not (timed or behind) and (subject.pos != "NOUN" or subject.i > verb.i):
        return
    if not first or words[first - 1].text != ",":
        return
    end = first - 1 if subject is None or timed or behind else _start(subject) - 1
    name = _stray(words, end, verb) if end > 0 and words[end].text == "," else None
    if name is None:
        return
    above, start = name.head, _start(name)
    asides = [c for c in above.children if name.i < c.i < first and c is not verb and c.text != ","]
    hang([c for c in name.children if c.i < start], above)  # "that surprised MANY, Kim"
    verb.tag = "VBD" if verb.tag == "VBN" and _faces(verb) else verb.tag
    if verb.dep != "ROOT":
        _subordinate(verb, name)
    hang_subject(name, verb)
    hang(asides, verb)
    if subject is not None and (timed or behind):
        subject.dep = "advcl" if timed else "dobj"  # "a day after a bomb KILLED six, Kim, …"
    elif subject is not None:
        hang([subject], name)
        subject.dep = "appos"


def take_object(verb: Word) -> None:
    """Gives a passive told of in a clause who undergoes it, taken for an object: "denied TANKS HAD BEEN SENT"."""
    helpers = [c for c in verb.children if c.dep in _HELPERS and c.i < verb.i]
    led = any(c.dep in _SUBJECTS or c.dep == "mark" for c in verb.children)
    if led or not any(c.dep == "auxpass" for c in helpers) or helpers[0].tag not in _FINITE:
        return
    noun = next((c for c in verb.head.children if c.dep == "dobj"), None)
    last = verb.sentence.words[helpers[0].i - 1]
    if noun is not None and (last is noun or last in noun.children):
        hang_subject(noun, verb)


def _is_finite(verb: Word) -> bool:
    if verb.tag == "VBN" and _faces(verb) and all(c.dep not in _HELPERS - {"advmod"} for c in verb.children):
        return True
    return verb.tag in PLAINLY_FINITE or any(c.dep in {"aux", "auxpass"} and c.tag in _FINITE for c in verb.children)


def _start(noun: Word) -> int:
    """Where the phrase of a noun begins, at most behind the comma before it."""
    words, at = noun.sentence.words, noun.i
    while at and words[at - 1].text != "," and words[at - 1].is_under(noun):
        at -= 1
    return at


def _stray(words: Sequence[Word], end: int, verb: Word) -> Word | None:
    """The name between commas, or behind a verb of saying, that hangs on what stands before it, before an aside."""
    for name in reversed(words[:end]):
        if words[name.i + 1].text != "," or name.dep not in _STRAY or not name.is_noun:
            continue
        start, above = _start(name), name.head
        if (name.dep == "nsubj") != (above.i > name.i):
            continue
        if name.dep in {"ccomp", "nsubj"}:
            # "KIM, under threat, called on Oslo to pay, aides SAID", "aides said THAT KIM, ill, called"
            clause = _is_said(above, verb) if name.dep == "nsubj" else any(c.dep == "mark" for c in name.children)
            if clause and verb.dep in _LOOSE | {"ccomp"} and is_of(above, "speaking"):
                return name
            continue
        before = words[start - 1]
        if before is above and verb.head in {above, name} and is_of(above, "speaking"):
            return name
        if before.text == "," and start > 1 and _is_apart(name, verb):
            return name
        if before is above and above.lower in _UNTIL and verb.dep != "ROOT" and verb.is_under(above.head):
            return name
    return None


def _is_said(above: Word, verb: Word) -> bool:
    """Whether a verb at the end, with a subject of its own, tells who says what is told before: "…, OFFICIALS SAID"."""
    return verb.i < above.i and any(c.dep == "nsubj" and c.i > verb.i for c in above.children)


def _is_apart(name: Word, verb: Word) -> bool:
    """Whether a name behind a comma belongs to another clause than what it was hung on: no "Lima, PERU, and left"."""
    above = name.head
    if verb.dep == "conj" or verb.dep in _LOOSE:
        below = any(c.dep == "mark" for c in above.children) or (above.dep == "relcl" and name.dep == "dobj")
        return below and verb.is_under(above if above.dep != "relcl" else above.head) and not _is_joined(verb)
    if name.dep in {"appos", "conj"}:
        return name.pos == "PROPN" and is_within(name, "PERSON") and not is_within(name.head, "PERSON")
    return verb.dep in {"ROOT", "ccomp"} and (name.head.is_under(verb) or name.head is verb.head)


def _is_joined(verb: Word) -> bool:
    return any(c.dep == "cc" and c.i < verb.i for c in verb.head.children)


def _subordinate(verb: Word, name: Word) -> None:
    """Makes the main verb of one taken to go on with a clause of time before it, or the clause of "after" of it."""
    root = next((up for up in verb.ancestors() if up.dep == "ROOT"), verb)
    if name.head.lower in _UNTIL and name.dep == "pobj":
        hang([verb], name.head)
        verb.dep = "pcomp"
    elif verb.dep in _LOOSE and is_of(name.head, "speaking"):
        hang([c for c in name.children if c.dep == "mark"], verb)
        hang([verb], name.head)
        verb.dep = "ccomp"
    elif verb.dep != "ccomp":
        crown(verb, root, "advcl" if root.is_verb else "prep")
