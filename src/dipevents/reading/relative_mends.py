"""Relative clauses that the model takes apart, mended in place.

the jets PERU BOUGHT from Oslo are old      no two finite verbs stand unjoined: the first tells which jets
tanks made in Lima and SOLD to Oslo         no past goes on with a participle: another one
Peru, which fears war, FIRED a missile       behind an aside the sentence goes on
jets whose EXPORT OSLO stopped              what is one's own is no name: the name does something to it
growth slows, Oslo said, and WARNED that     who said so goes on, not what is told
a report in the daily that HE LEFT          no daily leaves him: what the report tells
despite warnings from Oslo that IT WOULD    nobody acts "that" it would: what the warnings tell
its plan and Oslo's threat that IT WOULD    nor does a plan tell so, which stands before another's threat
Holt said Oslo had “no right” and URGED it   whose words were quoted goes on, not of whom he speaks
urging Oslo to go and DEMANDING a truce     no infinitive goes on with a participle: the one before does
the chiefs MEETING in Lima warned Oslo      not the meeting does so, but who meets
a load of rifles sold to Oslo ENDED up there  no past is a participle behind one: the sentence tells it
carried M-16s that OSLO GAVE Lima            nobody carries that it did: it tells of which
Kim, who WOUND up a visit                   nobody wounds up anything: the past of to wind
the raid on Oslo, to which IT SOLD jets     one sells to a state, and to no raid
jets to Oslo, which WERE late               no town are: what are many stands before it
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.reading.grammar import FINITE, fillers, has_subject, is_of, is_passive, is_to
from dipevents.reading.tails import crown, hang, hang_subject, make_verb
from dipevents.reading.verb_mends import QUOTES

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "be_many",
    "belong",
    "come_back",
    "end_up",
    "leave_out",
    "meet",
    "own",
    "reach",
    "say_also",
    "say_more",
    "speak_on",
    "tell_amid",
    "tell_in",
    "tell_last",
    "tell_which",
    "undergo_too",
    "wind_up",
]

_ENDS = frozenset({"arrive", "collapse", "expire", "fail", "founder", "lapse", "stall", "unravel"})
"""Verbs that take no object, so that their past is no participle."""
_UNJOINED = frozenset({"advcl", "ccomp", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WAYS = frozenset({"against", "from", "to", "with"})
_ASIDE = 4
"""Words of the shortest clause and aside before a further verb: ", it said, and"."""
_HELPERS = frozenset({"aux", "auxpass"})
_MANY = frozenset({"are", "have", "were"})
_BACK, _UP = 10, 5
"""Words, and governing words, between a name and the plural before it: "JETS to the emirate of OSLO"."""
_MIDST = frozenset({"face", "light", "spite", "view", "wake"})
_AMID = frozenset({"about", "after", "against", "amid", "at", "by", "despite", "following", "of", "on", "over"})


def be_many(verb: Word) -> None:
    """Hangs on a plural before it what was taken for a clause of one name: "sold JETS to Oslo, which WERE late"."""
    name, which = verb.head, next((c for c in verb.children if c.dep in _SUBJECTS), None)
    finite = next((c for c in verb.children if c.dep in _HELPERS and c.tag in FINITE), verb)
    if which is None or which.lower != "which" or finite.lower not in _MANY:
        return
    above = [up for up in islice(name.ancestors(), _UP) if up.is_noun or up.is_verb]
    plurals = (w for w in reversed(name.sentence.words[max(0, name.i - _BACK) : name.i]) if w.tag == "NNS")
    many = next((w for w in plurals if any(w is up or (up.i < w.i and w.is_under(up)) for up in above)), None)
    single = name.tag in {"CD", "NNP"} and name.text[-1:] != "s" and all(c.dep != "conj" for c in name.children)
    if single and many is not None:
        hang([verb], many)


def own(whose: Word) -> None:
    """Parts what is somebody's from who does something to it: "jets whose EXPORT Oslo stopped"."""
    name, verb = whose.head, whose.head.head
    noun = next((c for c in name.children if c.i == whose.i + 1 and c.tag in {"NN", "NNS"}), None)
    if whose.lower != "whose" or noun is None or name.tag != "NNP" or name.dep != "nsubj":
        return
    if verb.is_verb and all(c.dep != "dobj" for c in verb.children):
        hang([noun], verb)
        hang([whose], noun)
        noun.dep = "dobj"


def leave_out(verb: Word) -> None:
    """Hangs a clause without "that" on what it tells of: "the jets PERU BOUGHT from Oslo are old"."""
    main = _goes_on(verb)
    if main is None or not _start(verb):
        return
    words = verb.sentence.words
    name = words[_start(verb) - 1]
    at = name.i
    while at and words[at].tag == "NNP":
        at -= 1
    noun = words[at]
    if noun.tag != "NNS" or name.tag != "NNP" or _is_type(name) or not (noun.is_under(verb) or noun.is_under(main)):
        return
    before = [c for c in name.children if c.i < at and not noun.is_under(c)]
    top = noun
    for _ in range(2):  # "the MILLIONS OF shells Peru bought"
        if top.dep == "pobj" and top.head.lower == "of" and top.head.head.is_noun:
            top = top.head.head
    if main.is_under(top):
        return
    if verb.dep == "ROOT":
        crown(main, verb, "relcl")
    elif main is not verb.head:
        main.dep = verb.dep
        hang([main], verb.head)
    hang([c for c in verb.children if c.i < min(w.i for w in top.subtree())], main)
    hang_subject(name, verb)
    hang([c for c in before if c is not noun], noun)
    hang_subject(top, main)
    hang([verb], top)
    verb.dep = "relcl"


def come_back(name: Word) -> None:
    """Makes the main verb of what was taken into an aside: "Peru, which says it fears an attack, FIRED a missile"."""
    words = name.sentence.words
    aside = next((c for c in name.children if c.dep == "relcl" and c.i > name.i), None)
    if not name.is_noun or aside is None:
        return
    opens = min((c.i for c in aside.children if c.tag in {"WDT", "WP"}), default=0)
    below = [w for w in words[aside.i + 1 :] if w.tag in FINITE and w.dep in _UNJOINED and not has_subject(w)]
    for verb in below if opens and words[opens - 1].text == "," else ():
        first = min(w.i for w in (verb, *verb.children))
        if first > aside.i + 1 and words[first - 1].text == "," and verb.is_under(aside):
            crown(verb, name, "nsubj")
            hang_subject(name, verb)
            return


def end_up(noun: Word) -> None:
    """Makes the main verb of a past behind a participle of one noun: "a load of rifles sold to Oslo ENDED UP there"."""
    past = (c for c in reversed(noun.children) if c.dep == "acl")
    last = next((c for c in past if c.tag == "VBD" or (c.tag == "VBN" and c.lemma in _ENDS)), None)
    if last is None or not noun.is_noun or has_subject(last):
        return
    before = noun.sentence.words[noun.i + 1 : last.i]
    told = any(w.tag == "VBN" and w.dep == "acl" and w.head.i >= noun.i and w.is_under(noun) for w in before)
    told = told or last.lemma in _ENDS  # "an offer of rifles from Oslo LAPSED in May"
    if told and not any(w.text == "," for w in before) and noun.dep == "ROOT":
        crown(last, noun, "nsubj")
        last.tag = "VBD"


def tell_which(verb: Word) -> None:
    """Hangs on a type of machines what was taken for something said: "carried M-16S that OSLO GAVE Lima"."""
    that = next((c for c in verb.children if c.dep == "mark" and c.lower == "that"), None)
    above, words = verb.head, verb.sentence.words
    type_ = words[that.i - 1] if that is not None and that.i else verb
    named = any(c.isdigit() for c in type_.text) and type_.text.endswith("s")
    if that is None or not named or type_.dep != "dobj" or type_.head is not above or is_of(above, "report_verbs"):
        return
    hang([verb], type_)
    verb.dep, that.dep, that.tag, that.pos = "relcl", "dobj", "WDT", "PRON"


def wind_up(verb: Word) -> None:
    """Makes the past of to wind of a present of to wound that has a particle: "Kim, who WOUND UP a visit"."""
    if verb.lemma == "wound" and any(c.dep == "prt" for c in verb.children):
        make_verb(verb, "VBD")
        verb.lemma = "wind"


def belong(verb: Word) -> None:
    """Makes the noun that a clause was hung on its subject: "the jets PERU BOUGHT are old", "the jets IT BOUGHT"."""
    if not _lacks(verb) or not _start(verb):
        return
    words = verb.sentence.words
    who = words[_start(verb) - 1]
    first = who.i
    while first and (words[first - 1].tag == "NNP" or words[first - 1].is_under(who)):
        first -= 1
    noun = words[max(first - 1, 0)]
    subject = who.dep in _SUBJECTS and noun.head is who.head and noun.dep in _SUBJECTS
    beside = subject or (who.dep == "appos" and who.head is noun)
    if noun is who or noun.tag != "NNS" or not beside or _is_type(who) or verb.head not in {noun, who}:
        return
    hang([verb], noun)
    hang_subject(who, verb)
    verb.dep = "relcl"


def tell_in(verb: Word) -> None:
    """Hangs what a report tells on it, not on where it stands: "a REPORT in the daily that he had left the town"."""
    that, noun = next((c for c in verb.children if c.lower == "that"), verb), verb.head
    report = noun.head.head
    if that is verb or noun.dep != "pobj" or noun.head.lower not in {"by", "from", "in", "on"} or noun.i > that.i:
        return
    lacking = that.dep == "dobj" and all(c is that or c.dep != "dobj" for c in verb.children)
    own = any(c.dep in _SUBJECTS and c is not that for c in verb.children)
    if own and not lacking and report.is_noun and _tells(report):
        hang([verb], report)
        verb.dep, that.dep, that.tag, that.pos = "acl", "mark", "IN", "SCONJ"


def say_also(verb: Word) -> None:
    """Hangs a participle behind "and" on the one above an infinitive: "URGING Oslo to go and DEMANDING a truce"."""
    task = verb.head
    if verb.tag != "VBG" or task.tag != "VB":
        return
    alike = next((up for up in task.ancestors() if up.tag == "VBG" and up.i < task.i), task)
    bare = all(c.dep not in _SUBJECTS | _HELPERS for c in verb.children)
    if alike is not task and bare and is_to(task):
        joint = [c for c in task.children if c.dep == "cc" and c.i < verb.i]
        hang([*joint[-1:], verb], alike)


def tell_amid(verb: Word) -> None:
    """Hangs what is told on the warnings amid which something is done: "despite WARNINGS from Oslo that IT WOULD"."""
    that = next((c for c in verb.children if c.dep == "mark" and c.lower == "that"), verb)
    up = verb.head
    says = is_of(up, "speaking") and up.i < verb.i and not is_passive(up)  # but "was TOLD OF warnings from Oslo that"
    if that is verb or says or not (up.is_verb or up.pos == "ADJ"):
        return
    tops = (verb, up, *(c for c in up.children if c.dep == "acomp"))  # "was AWARE OF warnings from Oslo that"
    before = (c for w in tops for c in w.children if c.dep in {"agent", "prep"} and c.i < that.i)
    amid = [(c, noun) for c in before for noun in _amid(c)]
    done = [c for c in up.children if c.dep == "dobj" and up.i < c.i < that.i] if verb.dep == "advcl" else []
    told = next(filter(_tells, (*(noun for _, noun in amid), *done)), None)
    if told is not None:
        hang([top for top, noun in amid if noun is told and top.head is verb], up)
        hang([verb], told)
        verb.dep = "acl"


def _amid(prep: Word) -> list[Word]:
    """The nouns behind a preposition amid which something is done, be it of three words: "in SPITE of"."""
    held = fillers([prep])
    if prep.lower == "in":
        return fillers(c for noun in held if noun.lower in _MIDST for c in noun.children if c.lower == "of")
    return held if prep.lower in _AMID else []


def _tells(noun: Word) -> bool:
    """Whether a noun goes on with what is told: "a REPORT that he left", "WARNINGS that he would act"."""
    return is_of(noun, "reports") or is_of(noun, "tidings")


def tell_last(verb: Word) -> None:
    """Hangs what is told on the last of two nouns, which is somebody else's: "its plan and OSLO'S THREAT that"."""
    that = next((c for c in verb.children if c.dep == "mark" and c.lower == "that"), verb)
    last = verb.sentence.words[that.i - 1] if that is not verb and that.i else verb
    owned = any(c.dep in {"det", "poss"} for c in last.children)
    if last.dep == "conj" and last.head is verb.head and last.is_noun and owned:
        hang([verb], last)


def meet(meeting: Word) -> None:
    """Makes the subject of those who meet, not of their meeting: "CHIEFS meeting in Lima warned Oslo"."""
    verb, words = meeting.head, meeting.sentence.words
    who = words[max(meeting.i - 1, 0)]
    noun = meeting.tag == "NN" and meeting.lower == "meeting" and who.dep == "compound"
    read = noun or (meeting.tag == "VBG" and who.dep == "nsubj")
    if not read:
        return
    below = meeting.children
    placed = any(c.dep == "prep" and c.i == meeting.i + 1 for c in below) and all(c.dep != "det" for c in below)
    if not placed or who.head is not meeting or who.tag != "NNS" or verb.tag not in FINITE - {"VBZ"}:
        return
    hang_subject(who, verb)
    hang([c for c in below if c.i < who.i], who)
    hang([meeting], who)
    make_verb(meeting, "VBG")
    meeting.dep, meeting.lemma = "acl", "meet" if noun else meeting.lemma


def undergo_too(verb: Word) -> None:
    """Makes a participle of a past that goes on with one: "tanks (were) made in Lima and SOLD to Oslo"."""
    first = verb.head
    passive = first.tag == "VBN" and (first.dep == "acl" or any(c.dep == "auxpass" for c in first.children))
    alike = verb.tag == "VBD" and passive and is_of(verb, "handling")
    if alike and not has_subject(verb) and all(c.dep != "dobj" or c.pos == "ADJ" for c in verb.children):
        make_verb(verb, "VBN")


def _lacks(verb: Word) -> bool:
    """Whether a past verb of a deed lacks its object, and nobody is said to have done it."""
    past = verb.tag in {"VBD", "VBN"} and is_of(verb, "handling")
    return past and all(c.dep not in {"dobj", "agent"} for c in verb.children)


def _is_type(name: Word) -> bool:
    """Whether a name has figures, and buys nothing: "tanks T-90 bought from Oslo"."""
    return any(letter.isdigit() for letter in name.text)


def _start(verb: Word) -> int:
    """Where a verb begins with its helpers."""
    return min(w.i for w in (verb, *verb.children) if w is verb or w.dep in _HELPERS)


def _goes_on(verb: Word) -> Word | None:
    """The finite verb behind one of a deed that lacks its object, joined to it by nothing, with no subject."""
    if not _lacks(verb):
        return None
    beside = verb.head.children if verb.dep == "advcl" and verb.head.is_verb else ()
    behind = [c for c in (*verb.children, *beside) if c.i > verb.i and c.is_verb and c.dep in _UNJOINED]
    main = verb.head if verb.dep in _UNJOINED and verb.head.i > verb.i else next(iter(behind), None)
    if main is None or not main.is_verb or has_subject(main):
        return None
    helpers = [c for c in main.children if c.dep in _HELPERS and verb.i < c.i < main.i]
    start = min([main, *helpers], key=lambda w: w.i)
    between = verb.sentence.words[verb.i + 1 : start.i]
    joined = any(w.dep in {"cc", "mark"} or w.text in {",", ";", ":", "–", "—"} for w in between)
    return main if start.tag in FINITE and not joined else None


def say_more(verb: Word) -> None:
    """Hangs a further verb on the aside that tells who speaks: "growth slows, OSLO SAID Monday, and WARNED that"."""
    words = verb.sentence.words
    joint = words[verb.i - 1] if verb.i > _ASIDE else verb
    if joint.dep != "cc" or words[joint.i - 1].text != "," or verb.tag != "VBD" or has_subject(verb):
        return
    last = words[joint.i - 2]
    saying = next((w for w in (last, last.head) if w.tag == "VBD" and is_of(w, "speaking")), None)
    if saying is None or saying is verb.head or verb.is_under(saying) is (saying.dep == "parataxis"):
        return
    first = min((c.i for c in saying.children if c.dep in _SUBJECTS), default=0)
    if first and words[min(w.i for w in words[first].subtree()) - 1].text == ",":
        hang([joint], saying)
        hang([verb], saying)


def speak_on(verb: Word) -> None:
    """Hangs a further verb on who speaks, not on what is quoted: "Holt said Oslo had “no right” and URGED it"."""
    told, words = verb.head, verb.sentence.words
    saying = told.head
    if verb.tag != "VBD" or not is_of(verb, "urging"):
        return
    joint = next((c for c in told.children if c.dep == "cc" and c.i < verb.i), None)
    if joint is None or joint.i != verb.i - 1 or has_subject(verb):
        return
    quoted = words[joint.i - 1].text in QUOTES
    if quoted and told.dep == "ccomp" and saying.i < told.i and saying.tag == "VBD" and is_of(saying, "speaking"):
        hang([joint], saying)
        hang([verb], saying)


def reach(deed: Word) -> None:
    """Hangs a clause with "to which" on the name before its comma: "the raid on OSLO, to which it sold jets"."""
    words, noun = deed.sentence.words, deed.head
    way = next((c for c in deed.children if c.dep == "prep" and c.lower in _WAYS and c.i < deed.i), None)
    marked = way is not None and any(p.lower in {"which", "whom"} for p in way.children)
    if way is None or not marked or way.i < 2 or words[way.i - 1].text != "," or noun.pos != "NOUN":
        return
    name = words[way.i - 2]
    if name.pos == "PROPN" and name.dep == "pobj" and name.is_under(noun) and not name.is_under(deed):
        hang([deed], name)
