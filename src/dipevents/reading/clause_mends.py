"""Clauses that the model hangs where English grammar rules it out, mended in place.

Kenya TURNS him away; Oslo warns            nor is it a sentence before a semicolon: it stands beside
signed a deal with Oslo TO BUY jets         a deal is one to do something: none is signed to do it
left after Oslo SOLD Peru jets              no finite verb goes on without "and": the noun before it is its subject
It was Oslo that SOLD the jets              "it" stands for no clause beside a noun or a time: who sold, or when
Holt left Oslo, then FLEW to Lima           no finite verb is without a subject: it goes on with the one before it
Kim, an AIDE said, flew home                nor is it said by somebody that he did it: the aide says it
Oslo protested, and HOLT flew home          no noun goes on with a verb: the next verb is said of it
gave Lima trucks, NOT SHELLS                no clause is denied by what only tells what is not meant: it stands apart
talks with Oslo ABOUT six jets              nobody estimates beside talks: what they are about
told Oslo, which led, not TO FIRE           no noun but what is told is behind a comma; no letter is one to strike
it was, Holt said, “a DANGER to us”         nor is anything without what it is
Oslo would act, Holt said, IF Lima fell     nobody speaks on a condition: what is said hangs on it
put off a trip that he was to MAKE          nobody makes nothing: what is made is the trip
Lima, SOLD jets by Oslo, wants more         what is done by somebody is no past: the next verb is the main one
the deal REACHED with Lima was dropped      no two finite verbs stand unjoined: the first is a participle
accused Oslo and THREATENED war              nobody goes on with a noun: what he did to it is the next verb
Kim, who was in Oslo, ON MAY 3, flew home   nobody is "on" a day: between commas it ends what is told before
Kim, BEGINNING a visit, said so                nor is a verb with its object a preposition: what the noun before it does
sold 24 USED jets to Peru                   nor does a mere number do something: what was done to what it counts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import auxiliaries, closed_class, has_subject, is_of, is_to, own_subjects, verb_above
from dipevents.reading.tails import PLAINLY_FINITE, crown, hang, hang_subject, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "affirm",
    "aim",
    "amount",
    "begin",
    "bind",
    "cleave",
    "condition",
    "contrast",
    "describe",
    "dwell",
    "follow_on",
    "go_further",
    "owe",
    "part",
    "precede",
    "recount",
    "reduce",
    "relate",
    "take",
    "take_up",
    "trail",
    "undergo",
]

_WHEN = frozenset({"after", "before", "since", "until"})
_RULED_OUT = frozenset({"conj", "dative", "dobj", "pobj", "prep"})
_SET_OUT = frozenset({"attr", "npadvmod", "prep"})
_TOLD = frozenset({"dobj", "prep"})
_UNLESS = frozenset({"if", "unless"})
_DONE = frozenset({"acl", "advcl", "ccomp", "conj"})
_COUNTING = frozenset({"NUM", "SYM"})
_DOERS, _OPENED = frozenset({"NOUN", "PROPN"}), frozenset({"mark", "nsubj", "nsubjpass"})
_NEAR = 7
"""Words between talks and what they are about: with whom they are held."""


def contrast(negative: Word) -> None:
    """Sets apart what "not" rules out beside what is meant: "trucks, NOT SHELLS", "to Oslo and NOT TO LIMA"."""
    words, other, at = negative.sentence.words, negative.head, negative.i
    joint, after = words[at - 1], words[min(at + 1, len(words) - 1)]
    if negative.lower != "not" or after.lower in closed_class("adding") or _yields(negative):
        return
    if not at or not (joint.text == "," or joint.lower in {"and", "but"}):
        return
    if other.i < at and other.is_noun:  # the noun that is meant is not denied
        alike = (c for c in other.head.children if c.dep == other.dep)
        other = next((c for c in (*other.children, *alike) if c.i > at and c.dep in {"appos", other.dep}), other)
        hang([negative], other)
    behind = other.i > at > other.head.i and (other.is_noun or other.pos == "ADP")
    if not behind or other.dep not in _RULED_OUT:
        return
    before = [c for c in other.head.children if c.i < at and c.dep in _RULED_OUT and c.pos == other.pos]
    meant = other.head if other.dep == "conj" else before[-1] if before else other
    if meant is not other:
        hang([c for c in other.children if other.i < c.i and c.dep == "prep" and c.lower != "of"], meant)
        hang([other], meant)
        other.dep = "dep"


def _yields(negative: Word) -> bool:
    """Puts what is meant in the place of what is ruled out: "NOT PERU but Chile"."""
    for other in (negative.head, *negative.head.children):
        meant = next((c for c in other.children if c.dep == "conj" and c.i > other.i > negative.i), None)
        nominal = other.is_noun or other.pos == "ADP"
        if meant is None or not nominal or other.head is other or not any(c.lower == "but" for c in other.children):
            continue
        if min(w.i for w in other.subtree() if w is not negative) == negative.i + 1:
            hang([meant], other.head)
            hang([other], meant)
            hang([negative], other)
            meant.dep, other.dep = other.dep, "dep"
            return True
    return False


def precede(verb: Word) -> None:
    """Makes a clause of time of a finite verb that stands right behind the object of "after" and goes on with none."""
    noun, above = verb.sentence.words[max(verb.i - 1, 0)], verb.head
    after = noun.head
    if verb.tag not in PLAINLY_FINITE or noun.dep != "pobj" or after.lower not in _WHEN or own_subjects(verb):
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
    marked = is_to(verb) and not own_subjects(verb)
    deals = [c for c in above.children if c.dep == "dobj" and above.i < c.i < verb.i and is_of(c, "deals")]
    if marked and above.is_verb and deals and verb.sentence.words[verb.i - 2].text != ",":
        hang([verb], deals[-1])
        verb.dep = "acl"


def aim(verb: Word) -> None:
    """Hangs a purpose behind a clause of time between commas on the main verb: "came, after rain fell, TO BUY jets"."""
    when, words = verb.head.head if verb.head.dep == "xcomp" else verb.head, verb.sentence.words
    to = next((c for c in verb.children if c.dep == "aux" and c.lower == "to"), None)
    timed = when.dep == "advcl" and any(c.dep == "mark" and c.lower in _WHEN for c in when.children)
    if to is None or not timed or not when.head.is_verb or words[to.i - 1].text != ",":
        return
    if when.head.i < when.i and any(w.text == "," for w in words[when.head.i : when.i]):
        hang([verb], when.head)


def owe(task: Word) -> None:
    """Hangs an infinitive on the verb that lacks it, not on a noun of an aside before a comma, nor on a letter.

    "told Oslo, which led the bloc, not TO FIRE", "called on Oslo, its ally, TO PAY", "threatened in a note TO STRIKE".
    """
    words, noun = task.sentence.words, task.head
    to = next((c for c in task.children if c.dep == "aux" and c.lower == "to"), None)
    if to is None or own_subjects(task):
        return
    verb = next((up for up in task.ancestors() if up.is_verb and up.i < task.i), task)
    if verb.dep == "relcl":  # the aside's own verb
        verb = next((up for up in verb.ancestors() if up.is_verb and up.i < task.i), task)
    before = words[to.i - 1 - (words[to.i - 1].lower == "not")]
    bid = before.text == "," and is_of(verb, "object_control")
    bid = bid and any(c.dep in _TOLD and verb.i < c.i < before.i for c in verb.children)
    written = is_of(noun, "papers") or is_of(noun, "held")
    written = written and noun.head.lower in {"at", "during", "in"} and is_of(verb, "vowing")
    if (bid or written) and not any(c.dep in {"ccomp", "xcomp"} for c in verb.children):
        hang([task], verb)
        task.dep = "xcomp"


def condition(bound: Word) -> None:
    """Hangs a condition on what is said, not on who says so: "Oslo WOULD ACT, Holt said, IF Lima fell"."""
    saying, words = bound.head, bound.sentence.words
    said = next((c for c in saying.children if c.dep == "ccomp"), None)
    mark = next((c for c in bound.children if c.dep == "mark" and c.lower in _UNLESS), None)
    if said is None or mark is None or not is_of(saying, "citing") or (said.i < saying.i) == (bound.i < saying.i):
        return
    if said.i < saying.i or words[saying.i + 1].text == ",":
        hang([bound], said)


def cleave(verb: Word) -> None:
    """Gives a clause what is set before it: "it was OSLO that sold the jets", "it was IN MAY that Oslo sold them"."""
    be = verb.head
    if be.lemma != "be" or not any(c.dep == "nsubj" and c.lower == "it" for c in be.children):
        return
    that = next((c for c in verb.children if c.lower in {"that", "who", "which"}), None)
    before = [c for c in be.children if c.dep in _SET_OUT and be.i < c.i < verb.i]
    if that is None or not before or any(c.dep in {"acomp", "neg"} for c in be.children):
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
    noun = next((c for c in verb.head.children if c.dep == "dobj" and c.i < that.i), None) if that is not verb else None
    lacking = is_of(lowest, "making") and all(c.dep not in {"dobj", "ccomp"} for c in lowest.children)
    if not lacking or noun is None or is_of(verb.head, "saying"):
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
    if then.dep != "ROOT" or has_subject(then) or first.tag not in PLAINLY_FINITE:
        return
    between = {w.lower for w in words[first.i : then.i]}
    finite = any(w.tag in PLAINLY_FINITE for w in (then, *then.children) if w.dep in {"ROOT", "aux", "auxpass"})
    if finite and {"then", ","} <= between and has_subject(first):
        crown(first, then, "conj")
        hang([c for c in then.children if c.i < first.i], first)


def affirm(saying: Word) -> None:
    """Parts who does something from who says so between commas: "Kim, an AIDE in Oslo SAID, flew home"."""
    verb, behind = saying.head, saying.sentence.words[saying.i + 1 : saying.i + 2]
    before = any(w.text == "," for w in behind)
    said = [c for c in saying.children if c.dep == "nsubj"] if is_of(saying, "saying") and before else []
    speakers = [c for subject in said for c in subject.children if c.dep == "appos" and c.pos == "NOUN"]
    if speakers and speakers[0].i < saying.i < verb.i and not has_subject(verb):
        hang_subject(said[0], verb)
        hang_subject(speakers[0], saying)


def amount(said: Word) -> None:
    """Gives "be" what it lacks, from behind an aside on who says so: "it was, Holt said, “a DANGER to us”"."""
    saying = said.head
    if not is_of(saying, "citing"):
        return
    near = (saying.head, *(c for c in saying.children if c.dep == "ccomp"))
    be = next((w for w in near if w.lemma == "be" and w.i < saying.i < said.i), None)
    if be is None or saying.sentence.words[saying.i + 1].text != ",":
        return
    if not any(c.dep in {"acomp", "attr", "prep"} for c in be.children):
        hang([said], be)
        said.dep = "attr"


def recount(noun: Word) -> None:
    """Makes an attribute of a participle between a number and the noun that it counts: "sold 24 USED jets to Peru"."""
    done, verb, words = noun.head, noun.head.head, noun.sentence.words
    number = words[max(0, done.i - 1 - words[done.i - 1].lower.endswith("ly"))]
    counted = number.tag == "CD" and number.head in {verb, done} and noun.tag != "NN" and done.tag in {"VBN", "VBD"}
    whole = counted and all(w.is_under(noun) for w in words[done.i + 1 : noun.i])
    if whole and done.dep in _DONE and verb.is_verb and not is_of(verb, "citing"):
        hang([c for c in done.children if c.i >= noun.i], verb)
        hang([number], noun)
        hang([done], noun)
        done.tag, done.dep, number.dep = "VBN", "amod", "nummod"


def take_up(word: Word) -> None:
    """Makes a subject of a noun that was coordinated with a verb: "Oslo protested, and HOLT flew home"."""
    above, words = word.head, word.sentence.words
    if not word.is_noun or not (above.is_verb or above.dep == "dobj"):
        return
    finite = (w for w in words[word.i + 1 :] if w.tag in PLAINLY_FINITE or w.lower == "are")
    verb = next((w for w in finite if w.dep == "conj"), None)
    between = words[word.i + 1 : verb.i] if verb is not None else ()
    near = above.is_verb or all(w.text != "," for w in between)
    joined = any(w.dep == "cc" and not w.is_under(word) for w in between)
    if verb is not None and near and not joined and verb.head in {above, *above.ancestors()} and not has_subject(verb):
        hang([c for c in above.children if word.i < c.i < verb.i and not above.is_verb], word)
        hang_subject(word, verb)  # also "held two envoys and OSLO, and MEN IN OSLO, WARNED of war"


def dwell(about: Word) -> None:
    """Makes a preposition of what was taken for an estimate behind talks: "is talking to Oslo ABOUT six jets"."""
    if about.lower != "about":
        return
    words, noun = about.sentence.words, about.head
    number = noun.pos in _COUNTING or noun.dep == "nummod" or words[min(about.i + 1, len(words) - 1)].pos in _COUNTING
    while (noun.pos in _COUNTING or noun.dep == "nummod") and all(c.lower != "of" for c in noun.children):
        if noun.head is noun:
            return
        noun = noun.head
    before = [w for w in words[max(about.i - _NEAR, 0) : about.i] if w.text != "-"]
    talks = next((w for w in reversed(before) if is_of(w, "talks") or w.pos in {"PUNCT", "CCONJ", "VERB"}), None)
    whom = bool(before) and (before[-1] is talks or before[-1].pos in {"NOUN", "PROPN", "PRON", "NUM"})
    if not number or talks is None or not is_of(talks, "talks"):
        return
    if whom and noun.i > about.i and not talks.is_under(noun):
        hang([about], talks)
        hang([noun], about)
        about.dep, about.tag, about.pos, noun.dep = "prep", "IN", "ADP", "pobj"


def undergo(verb: Word) -> None:
    """Makes a participle of a past by which something is done by somebody: "Lima, SOLD jets by Oslo, wants more"."""
    words, behind = verb.sentence.words, [c for c in verb.children if c.i > verb.i] if is_of(verb, "giving") else []
    by = next((c for c in behind if c.lower == "by" and any(p.pos in _DOERS for p in c.children)), None)
    if by is None:
        return
    subjects = own_subjects(verb)
    main = verb.head if verb.dep != "ROOT" else next((c for c in behind if c.dep == "conj" and c.is_verb), verb)
    if len(subjects) != 1 or words[verb.i - 1].text != "," or main is verb:
        return
    joined = main.i < by.i or has_subject(main) or any(c.dep == "cc" for c in behind)
    if joined or all(c.dep != "dobj" for c in behind) or any(w.tag == "VB" for w in words[verb.i : by.i]):
        return
    if main.head is verb:
        crown(main, verb, "acl")
    hang_subject(subjects[0], main)
    hang([verb], subjects[0])
    make_verb(verb, "VBN")
    verb.dep, by.dep = "acl", "agent"


def reduce(verb: Word) -> None:
    """Makes a participle of a past that a finite verb follows unjoined: "the deal REACHED with Lima was dropped"."""
    past = (verb.tag == "VBD" and verb.lower.endswith("ed")) or (verb.tag == "VBN" and not auxiliaries(verb))
    if not past:
        return
    words, subjects = verb.sentence.words, own_subjects(verb)
    main = next((c for c in verb.children if c.i > verb.i and c.is_verb and c.dep in {"ccomp", "conj", "dep"}), None)
    main = verb.head if verb.dep == "ccomp" and verb.head.i > verb.i else main
    if len(subjects) != 1 or main is None or has_subject(main):
        return
    helpers = [c for c in main.children if c.dep in {"aux", "auxpass"} and c.i < main.i]
    finite = main.tag in PLAINLY_FINITE or any(c.tag in PLAINLY_FINITE | {"MD"} for c in helpers)
    opened, closed = (words[at - 1].text == "," for at in (verb.i, min([main, *helpers], key=lambda w: w.i).i))
    joined = any(c.dep in {"cc", "dobj", "mark"} for c in (*verb.children, *main.children) if c.i < main.i)
    if not finite or joined or opened != closed or (not opened and not words[verb.i - 1].is_under(verb)):
        return
    if main.head is verb:
        crown(main, verb, "acl")
    hang_subject(subjects[0], main)
    hang([verb], subjects[0])
    make_verb(verb, "VBN")
    verb.dep = "acl"


def describe(verb: Word) -> None:
    """Makes a participle of a past right behind the subject of the main verb: "the jets BOUGHT from Lima burned"."""
    noun = verb.head
    told = noun.dep in {"nsubj", "nsubjpass"} and noun.i + 1 == verb.i < noun.head.i
    if (
        verb.tag == "VBD"
        and told
        and not own_subjects(verb)
        and all(c.dep not in {"aux", "dobj"} for c in verb.children)
    ):
        verb.tag = "VBN"


def take(noun: Word) -> None:
    """Makes an object of a noun right behind a verb that was taken for a clause: "Lima scraps French jets DEAL"."""
    between = noun.sentence.words[noun.head.i + 1 : noun.i]
    bare = noun.tag in {"NN", "NNS"} and all(c.i < noun.i or c.dep == "prep" for c in noun.children)
    if bare and between and all(w.is_under(noun) and w.dep not in _OPENED for w in between):
        noun.dep = "dobj"


def go_further(noun: Word) -> None:
    """Makes the next verb of an attribute of what hangs behind "and": "condemned the raid and THREATENED war"."""
    past = noun.children[0] if noun.children else noun
    joint, threat = past.sentence.words[past.i - 1], past.lower == "threatened"
    if past.dep != "amod" or joint.lower != "and" or not (threat or past.tag == "VBD"):
        return
    above = verb_above(noun) or noun
    meant = noun.head is above or (threat and is_of(above, "blaming"))
    if meant and has_subject(above):
        make_verb(past, "VBD")
        past.lemma, past.dep, noun.dep = "threaten" if threat else past.lemma, "conj", "dobj"
        hang([joint], above)
        hang([past], above)
        hang([noun], past)


def trail(phrase: Word) -> None:
    """Hangs a day between commas on the clause before it: "Kim, who had been in Oslo, ON MAY 3, flew home"."""
    noun, words = phrase.head, phrase.sentence.words
    if not noun.is_noun or phrase.lower != "on" or words[phrase.i - 1].text != ",":
        return
    day, behind = next(iter(phrase.children), noun), max(w.i for w in phrase.subtree()) + 1
    clauses = [c for c in noun.children if c.dep == "relcl" and c.i < phrase.i]
    if day.pos == "PROPN" and clauses and behind < len(words) and words[behind].text == ",":
        hang([phrase], clauses[-1])


def begin(word: Word) -> None:
    """Makes a participle of a preposition with an object of its own: "Kim, BEGINNING a three-day visit, said"."""
    if word.tag == "VBG" and is_of(word, "beginning") and any(c.dep == "dobj" for c in word.children):
        make_verb(word, "VBG")
        word.dep = "advcl" if word.head.is_verb else "acl"
