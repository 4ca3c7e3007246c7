"""Nouns and names that the model hangs where English grammar rules it out, mended in place.

warned NEIGHBOURING Chad                    no verb of its own before a name: an attribute of it
in May Holt, THEN mayor, flew home          what a name was then is said of it: the name is the subject
flew to Oslo on Monday, his first VISIT     no object stands behind a lone comma: it is said of the whole clause
attended the GROUP of Seven summit          the summit, which is called so
Minister KOS and Minister HOLT left         no person is a part of another: a pair
to Peru, CHILE and Bolivia                  no name is told by another and a third: a list
Kos of Peru, HOLT of Fiji and Oslo's mayor  nor a person by a person of elsewhere
during a visit to Oslo, MIRA HOLM said      no finite verb is without a subject: it stands right before it
told VISITING officials                     nor an object behind a verb that takes no gerund
left for OSLO to sign the treaty            whoever leaves leaves for somewhere: a goal, no subject
talks with Ana Holt IN LIMA                no one person is told by where he is: the talks are there
flew to OSLO hours after it fell            and no name tells of hours: they are the clause's
In a move that pleased many, HOLM flew home nor is it an object of the clause before a comma: it is the subject
HOLM, smiling broadly, flew home            nor does who does something do it in an aside: the main verb
signed a deal worth a million WITH PERU     no sum has partners or aims: the noun's
sold one MEKO A-200 FRIGATE to Peru         nor does a bare verb stand behind a type: one of that type
sounded out OSLO about six jets             nor does a name tell when behind a particle: an object
bought boats and 17 TB2 DRONES              no verb has a compound before it: an object
KOS and HOLT land in Oslo on Monday         nobody is an attribute of a journey, or of what has an object: who acts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import closed_class, has_subject, is_of, is_within
from dipevents.reading.tails import PLAINLY_FINITE, hang, hang_subject, make_noun

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "apart",
    "appose",
    "be_goods",
    "be_of_type",
    "behind_particle",
    "call",
    "cost",
    "describe",
    "enlist",
    "entitle",
    "follow",
    "of_another",
    "off_name",
    "pair",
    "part_object",
    "set_out",
    "stand_apart",
    "stand_out",
    "sum_up",
]

_BESIDE = frozenset({"neighboring", "neighbouring", "visiting"})
_SUMS = frozenset({"npadvmod", "pobj"})
_BEHIND = frozenset({"acl", "advcl", "prep", "relcl", "xcomp"})
_MEETING = frozenset({"between", "by", "of", "with"})
NEAR = 4  # words from a name to a short phrase behind it
_TIMES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})


def cost(worth: Word) -> None:
    """Hangs what stands behind a sum on the noun that is worth it: "a deal worth a million TO BUY jets".

    Of a sum's "worth of" things it makes the head: "sold two million euros WORTH of jets".
    """
    amount = worth.sentence.words[worth.i - 1]
    beside = worth.head in {amount, amount.head} and amount.dep in {"dobj", "pobj"}
    if worth.lower == "worth" and beside and any(c.lower == "of" for c in worth.children):
        worth.dep, worth.pos, worth.is_noun = amount.dep, "NOUN", True
        hang([worth], amount.head)
        hang([c for c in amount.children if c.i > worth.i], worth)
        amount.dep = "compound"
        hang([amount], worth)
        return
    if worth.lemma not in {"worth", "value"} or not worth.head.is_noun:
        return
    sums = [c for w in (worth, *(c for c in worth.children if c.lower == "at")) for c in w.children if c.dep in _SUMS]
    for word in (*sums, worth) if sums else ():
        stray = [c for c in word.children if c.i > sums[0].i and c.dep in _BEHIND and c.lower != "of"]
        for verb in stray:
            verb.dep = "acl" if verb.tag == "VB" else verb.dep
        if stray:
            hang(stray, worth.head)


def appose(office: Word) -> None:
    """Makes the subject of a name that stands before an office between commas, of which "then" or "now" tells."""
    words, first = office.sentence.words, next((c.i for c in office.children if c.lower in {"then", "now"}), 0)
    if first < 2 or words[first - 1].text != "," or words[min(office.i + 1, len(words) - 1)].text != ",":
        return
    name = words[first - 2]
    if name.pos != "PROPN" or name.dep in {"nsubj", "nsubjpass"} or name.head.i > name.i or office.is_under(name):
        return
    name.dep, office.dep = office.dep, "appos"
    hang([name], office.head)
    hang([office], name)


def describe(participle: Word) -> None:
    """Makes an attribute of a participle right before the name, or the guests, that were taken for its object.

    Before other nouns behind a verb or a preposition too: "warned NEIGHBOURING army-led STATES not to help".
    """
    if participle.lower not in _BESIDE:
        return
    verb = participle.head
    named = participle.lower != "visiting"
    name = next((c for c in participle.children if c.dep == "dobj"), None)
    by = verb.lower == "by" and any(c.dep == "auxpass" for c in verb.head.children)
    told = by and name is not None and any(is_of(c, "bearers") for c in name.children)
    if name is None or verb is participle or not (named or told or is_of(verb, "hosting")):
        return
    verb.dep = "agent" if told else verb.dep  # "was told BY VISITING MINISTER Ada Holt"
    beside = name.i == participle.i + 1 and name.pos == "PROPN"
    bare = participle.i == verb.i + 1 and all(c.dep not in {"det", "poss"} for c in name.children)
    if named and not (beside or (bare and participle.dep in {"pcomp", "xcomp"})):
        return
    if participle.dep == "pcomp":  # "camps in NEIGHBORING Chad in July"
        hang([c for c in participle.children if c is not name], verb.head)
        name.dep = "pobj"
    hang(participle.children, verb)
    hang([participle], name)
    participle.dep = "amod"


def sum_up(noun: Word) -> None:
    """Makes an apposition of an object that the first comma behind its verb sets off, and that counts or owns."""
    if noun.i <= noun.head.i + 3:
        return
    words = noun.sentence.words
    counts = any(c.tag == "PRP$" or c.lower in {"first", "second", "third", "last", "latest"} for c in noun.children)
    counts = counts or (is_of(noun.head, "motion") and noun.tag == "NNS")  # "left for Peru and Chad, two POOR LANDS"
    if not counts:
        return
    first = min(w.i for w in noun.subtree())
    lone = words[first - 1].text == "," and all(w.text != "," for w in words[noun.head.i : first - 1])
    if lone and first > noun.head.i + 2:
        noun.dep = "appos"


def enlist(name: Word) -> None:
    """Makes a list of what was taken for an apposition: "to Peru, CHILE and Bolivia", "jets, TANKS and guns"."""
    named = name.pos == name.head.pos == "PROPN" and name.lower not in closed_class("joined")
    goods = _is_plural(name) and _is_plural(name.head) and name.head.dep in {"dobj", "pobj", "nsubjpass"}
    if (named or goods) and any(c.dep == "conj" for c in name.children):
        name.dep = "conj"
    if all(_is_a(w, "PERSON") and any(c.lower == "of" for c in w.children) for w in (name.head, name)):
        name.dep = "conj"


def be_goods(verb: Word) -> None:
    """Makes one of the objects of what was taken for a verb, which has no compounds: "boats and 17 TB2 DRONES"."""
    if verb.tag != "VBZ":
        return
    above, marked = verb.head, {"compound", "nummod", "amod"} & {c.dep for c in verb.children if c.i == verb.i - 1}
    objects = [c for c in above.children if c.dep == "dobj" and above.i < c.i < verb.i]
    if marked and objects and not has_subject(verb):
        joints = [c for c in above.children if c.dep == "cc" and objects[-1].i < c.i < verb.i]
        hang([*joints, verb], objects[-1])
        make_noun(verb, "NNS")
    sold = above.is_verb and is_of(above, "handling") and above.i < verb.i and verb.dep == "ccomp"
    if sold and verb.tag == "VBZ" and "compound" in marked and not has_subject(verb):  # "sold six TB2 DRONES in May"
        hang([c for c in verb.children if c.i > verb.i], above)
        make_noun(verb, "NNS")
        verb.dep = "dobj"


def be_of_type(verb: Word) -> None:
    """Makes a noun of a bare verb right behind a type with a number, of which it is one: "one MEKO A-200 FRIGATE"."""
    model = verb.sentence.words[verb.i - 1]
    bare = verb.tag in {"VB", "VBP"} and not {"nsubj", "aux", "mark"} & {c.dep for c in verb.children}
    if bare and verb.i and model.head is not verb and model.pos == "PROPN" and any(c.isdigit() for c in model.text):
        make_noun(verb, "NN")
        verb.dep = model.dep
        hang([verb], model.head)
        hang([model], verb)
        hang([c for c in model.children if c.i < model.i], verb)
        model.dep = "compound"


def _is_a(name: Word, label: str) -> bool:
    """Whether the model takes a word for the end of such a name."""
    return any(e.last == name.i and e.label == label for e in name.sentence.entities)


def of_another(office: Word) -> None:
    """Hangs on a person who was taken for a part of his state: "Kos OF PERU AND OSLO'S MAYOR", "AND HOLT of Fiji"."""
    state, of = office.head, office.head.head
    if office.dep != "conj" or of.lower != "of" or not _is_a(state, "GPE"):
        return
    somebody = _is_a(office, "PERSON") or any(c.dep == "poss" for c in office.children)
    titled = any(c.tag in {"NNS", "NNPS"} and is_of(c, "borne") for c in of.head.children)  # "PRESIDENTS Kos of Peru"
    somebody = somebody or (titled and {"compound", "prep"} <= {c.dep for c in office.children})
    if somebody and (titled or _is_a(of.head, "PERSON")):
        hang([c for c in state.children if c.dep in {"cc", "punct"} or c is office], of.head)


def _is_plural(noun: Word) -> bool:
    """Whether a noun in the plural has no article: "Su-25 attack AIRCRAFT"."""
    bare = all(c.dep not in {"det", "poss"} for c in noun.children)
    return bare and noun.pos == "NOUN" and (noun.tag == "NNS" or noun.lower.endswith("craft"))


def stand_out(name: Word) -> None:
    """Makes the subject of a name between a comma and a finite verb that has none, taken for one with a place.

    Also of an office with its bearer, or a bearer with the office: "Heard in Oslo, the fund's HEAD, Mira Holm, said".
    """
    set_off = name.head.dep == "dobj" and name.head.head.dep == "advcl"  # "after shells hit the town, OSLO warned"
    own = name.pos == "PROPN" and (name.dep == "appos" or all(c.dep != "cc" for c in name.head.children))
    if not (own or name.dep == "appos") or not (name.head.dep == "pobj" or set_off):
        return
    beside = [c for c in name.head.children if own and c.dep == "appos" and c.i > name.i]  # "In Oslo, HOLT, the mayor"
    held = bool(beside) or any(c.dep == "appos" and (c.pos == "PROPN" or own) for c in name.children)
    words, below = name.sentence.words, [w.i for n in (name, *beside) for w in n.subtree()]
    start = min(below)  # "On a visit to Oslo THE MINISTER asked"
    bare = words[start].dep == "det" and words[start - 1] is name.head and name.head.pos == "PROPN" != name.pos
    if not (own or held or bare):
        return
    end = max(below) + 1
    behind = words[end + (held and words[min(end, len(words) - 1)].text == ",") :]
    first = behind[0] if behind else name
    verb = first.head if first.dep in {"aux", "auxpass"} else first
    apart = bare or words[start - 1].text == ","
    if first.tag not in PLAINLY_FINITE | {"MD"} or not apart or not name.is_under(verb):
        return
    if not has_subject(verb):
        hang(beside, name)
        hang_subject(name, verb)


def part_object(name: Word) -> None:
    """Makes the subject of a name taken for an object of the clause before: "In a move that pleased all, HOLM left"."""
    if name.head.dep not in {"acl", "advcl", "relcl"}:
        return
    behind = name.sentence.words[name.i + 1 : name.i + 2]
    verb = next((w for w in name.head.ancestors() if not (w.is_noun or w.pos == "ADP")), name)
    comma = next((c for c in name.children if c.text == "," and name.head.i < c.i < name.i), None)
    if comma is None or verb not in behind or verb.tag not in PLAINLY_FINITE or not name.is_under(verb):
        return
    if has_subject(verb):
        return
    objects = [c for c in name.children if c.i < comma.i]
    hang(objects, name.head)
    for word in objects[-1:]:
        word.dep = "dobj"
    hang_subject(name, verb)


def stand_apart(name: Word) -> None:
    """Makes the subject of the main verb of what was taken for a participle's: "HOLM, smiling / asked for it, flew"."""
    verb = name.head
    main, words = verb.head, name.sentence.words
    aside = verb.dep == "advcl" and name.i < verb.i < main.i and main.tag in PLAINLY_FINITE
    if (
        not aside
        or verb.tag not in {"VBD", "VBG", "VBN"}
        or words[verb.i - 1].text != ","
        or any(c.dep == "aux" for c in verb.children)
    ):
        return
    if not has_subject(main):
        verb.tag = "VBN" if verb.tag == "VBD" else verb.tag
        hang_subject(name, main)


def pair(name: Word) -> None:
    """Makes a pair of two persons' names, of which the first was taken for a part of the second."""
    joint = next((c for c in name.children if c.dep == "cc"), None)
    other = name.head
    while other.dep == "compound" and other.head.i > other.i:
        other = other.head
    if joint is None or name.pos != "PROPN" or other.pos != "PROPN" or not name.i < joint.i < other.i:
        return
    ends = {e.last for e in name.sentence.entities if e.label == "PERSON"}
    own = [c for c in name.children if c.dep == "conj"]
    titled = any(c.lower in closed_class("borne") and c.i < other.i for c in own)  # "KRAG and PRESIDENT Juan Soto"
    if other.i not in ends or not (name.i in ends or titled) or other.head is other:
        return
    title = name.head
    before = [c for w in dict.fromkeys((title, other)) for c in w.children if c.i < name.i]
    name.dep = other.dep
    hang([name], other.head)
    hang([other], name)
    other.dep = "conj"
    hang(own, other)
    for child in own:
        child.dep = "compound"
    for child in before:
        hang([child], name)
    if name.dep == "appos":
        enlist(name)


def entitle(office: Word) -> None:
    """Makes a title of what was taken for one of a list, though a name follows without comma: "and CHIEF Ada Holt"."""
    if not office.is_noun:
        return
    beside = (c for c in office.head.children if c.dep in {"appos", "conj"} and c.i > office.i and c.pos == "PROPN")
    name = next(beside, None)
    if name is not None and min(w.i for w in name.subtree()) == office.i + 1:
        name.dep = office.dep
        hang([office], name)
        office.dep = "compound"


def behind_particle(name: Word) -> None:
    """Makes an object of a name right behind a particle, taken for a time: "sounded out OSLO about six jets"."""
    words, verb = name.sentence.words, name.head
    if name.tag != "NNP":
        return
    first = min([name, *(c for c in name.children if c.dep in {"compound", "det"})], key=lambda w: w.i)
    before = words[first.i - 1]
    if before.dep == "prt" and before.head is verb and not is_within(name, "DATE", "TIME"):
        name.dep = "dobj"


def call(held: Word) -> None:
    """Lets an occasion head the name of the body that holds it: "the Group of 20 SUMMIT in Rome"."""
    if held.lower not in closed_class("held"):
        return
    body, inner = held.head.head, [c for c in held.children if c.i == held.i - 1]
    if held.head.lower != "of" or body.pos != "PROPN" or body.lower not in closed_class("bodies") or not inner:
        return
    name, prep, above = inner[0], held.head, body.head
    if name.dep not in {"compound", "nummod", "nmod", "amod"} or body is above:
        return
    moved = [c for c in body.children if c.i > held.i or c.dep == "det"]
    held.dep, name.dep = body.dep, "pobj"
    hang([held], above)
    hang([name], prep)
    hang(moved, held)
    hang([body], held)
    body.dep = "nmod"


def follow(noun: Word) -> None:
    """Makes the subject of a finite verb of what was taken for the end of "a day after": "a day after OSLO warned"."""
    after, verb = noun.head, noun.head.head.head
    bare = noun.i < verb.i and not any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children)
    if bare and after.lower in {"after", "before"} and after.head.dep == "npadvmod" and verb.tag in PLAINLY_FINITE:
        hang([after], verb)
        hang([noun], verb)
        after.dep, noun.dep = "mark", "nsubj"


def set_out(mark: Word) -> None:
    """Makes the goal of a verb of leaving of a name taken for who does what one leaves for."""
    verb = mark.head
    above = verb.head
    if mark.lower != "for" or not is_of(above, "leaving") or verb.tag != "VB" or mark.i < above.i:
        return
    if any(c.dep == "dobj" and c.pos != "PROPN" for c in above.children):
        return  # "left the matter FOR OSLO TO SETTLE"
    name = next((c for c in verb.children if c.dep == "nsubj"), None)
    first = min((w.i for w in name.subtree()), default=0) if name is not None else 0
    if name is None or name.pos != "PROPN" or first != mark.i + 1:
        return
    hang([mark], above)
    hang([name], mark)
    mark.dep, mark.pos, name.dep = "prep", "ADP", "pobj"


def apart(times: Word) -> None:
    """Parts a goal from the time before "after" or "before" that it was taken for a name of."""
    words = times.sentence.words
    if times.lower not in _TIMES or not times.i:
        return
    name, mark = words[times.i - 1], words[min(times.i + 1, len(words) - 1)]
    if mark.lower not in {"after", "before"} or name.pos != "PROPN":
        return
    if name.head is not times or times.head.pos != "ADP" or mark.is_under(times):
        return
    prep, clause = times.head, mark.head if mark.dep == "mark" else mark
    hang([c for c in times.children if c.i < times.i], prep)
    hang([times], clause)
    hang([c for c in prep.children if prep.i < c.i < name.i], name)
    name.dep, times.dep = "pobj", "npadvmod"


def off_name(phrase: Word) -> None:
    """Hangs a place or a day on what is done with somebody, not on the person: "talks with Ana Holt IN LIMA"."""
    name = phrase.head
    if phrase.lower not in {"at", "in", "on"} or name.pos != "PROPN" or not name.i < phrase.i < name.i + NEAR:
        return
    words, place = phrase.sentence.words, next((c for c in phrase.children if c.dep == "pobj"), phrase)
    loose = phrase.lower != "on" and any(c.lower in {"a", "an"} for c in place.children)  # "with Ana Holt AT A LUNCH"
    if not (loose or place.pos == "PROPN") or any(w.text == "," for w in words[name.i : phrase.i]):
        return
    titled = any(c.lower in closed_class("joined") for c in name.children if c.dep in {"compound", "nmod"})
    top = name
    while top.dep in {"appos", "conj"} and top.head.is_noun and top.head.i < top.i:
        top = top.head
    above = top.head.head if top.dep == "pobj" and top.head.lower in _MEETING else top.head
    if (titled or _is_a(name, "PERSON")) and (above is not top.head or top.dep == "dobj"):
        hang([phrase], above)
