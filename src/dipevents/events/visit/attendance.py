"""Frames of those who take part in an occasion, whose place and days `occasions.py` finds.

Kim attended / addressed the summit, took part in the talks, spoke at the forum     verbs, with the occasion
the summit was attended by Kim; the talks drew Kim                                  the same
Kim will attend; Zeman is represented by Kim; the delegation is led by Kim          an occasion told before
Kim boycotted the summit, walked out of the talks                                   absence, and presence until then
Kim was a guest at the ceremony, among the mourners; the speakers included Kim      nouns of those who are there
Kim's participation in the summit, in the presence of Kim                           nouns of being there
the Korean delegation to the talks                                                  those sent
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words
from dipevents.events.visit.nouns import NOUNS, hung_on_verb
from dipevents.events.visit.subjects import follows, in_company
from dipevents.mentions.gazetteer import country_code
from dipevents.reading.clauses import appositions, auxiliaries, clause, is_negated, support_verb, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = [
    "ATTENDANCE",
    "ATTENDING",
    "attend",
    "is_occasion",
    "is_remote",
    "keepers",
    "occasion_among",
    "present_as",
    "with_occasion",
]

AT = ("in", "at", "for", "to", "of", "from")
"""Prepositions between those who take part and the occasion."""
FOR = frozenset({Kind.ARRIVE, Kind.DUE, Kind.GO, Kind.INVITE, Kind.VISIT, Kind.SEND, Kind.NOUN, Kind.SPEAK})
"""Frames of those who come for an occasion, or speak at one."""
MEETINGS = frozenset({Kind.MEET, Kind.MEETING})
"""Frames of those who may meet at one."""
BOUND = FOR | MEETINGS
"""Frames that may tell of one."""


def is_occasion(word: Word) -> bool:
    """Whether a word names an occasion; a press conference is none, nor is a state of mind ("in the event")."""
    occasions = visit_words("nouns", "occasion")
    if not word.is_noun or not (word.lemma.lower() in occasions or word.lower.removesuffix("s") in occasions):
        return False
    if word.lemma == "round" and not any(
        w.lemma in visit_words("nouns", "meeting") for w in clause(word).oblique("of")
    ):
        return False  # of an election
    return not any(c.lower in visit_words("occasions", "none") for c in word.children)


def occasion_among(words: Iterable[Word]) -> Word | None:
    """The first noun of an occasion among some words, also behind "the margins of", "the last day of"; or None."""
    stages, margins = visit_words("support", "rounds", "stages"), visit_words("places", "margins")
    for word in words:
        if is_occasion(word):
            return word
        named = word.tag == "NNS" and word.lemma in visit_words("people", "bearers")  # "the HEADS OF state SUMMIT"
        for inner in clause(word).oblique("of") if named or word.lemma in stages or word.lemma in margins else ():
            if is_occasion(inner) and not (named and inner.children[:1] and inner.children[0].dep != "compound"):
                return inner
    return None


def _frame(trigger: Word, kind: Kind, who: Iterable[Word], words: Iterable[Word], *, untold: bool = False) -> Frame:
    """A frame of those who take part in the occasion among some words, which may lead to a place, too."""
    told = tuple(words)
    occasion = occasion_among(told)
    goals = tuple(w for w in told if not is_occasion(w) and w.lemma not in visit_words("places", "margins"))
    return Frame(
        trigger,
        kind,
        tuple(w for w in who if w is not occasion),
        goals if occasion is not None or untold else (),
        local=local_of(trigger),
        occasion=occasion,
        untold=untold and occasion is None,
    )


def with_occasion(frame: Frame) -> Frame:
    """A frame of those who come for an occasion or meet on its margins, with its noun."""
    if frame.occasion is not None or frame.kind not in BOUND:
        return frame
    found = clause(frame.trigger)
    if frame.kind in FOR:
        words = (*found.objects, *found.oblique("for", "to", "at", "in", "from", "on"))
    else:
        trigger = frame.trigger  # "met his colleague from Peru on the sidelines of": the parser hangs it anywhere
        margins = (w for w in trigger.sentence.words[trigger.i :] if w.lemma in visit_words("places", "margins"))
        words = (*margins, *found.oblique("at", "during"))
    occasion = occasion_among(words)
    return frame if occasion is None or occasion is frame.trigger else replace(frame, occasion=occasion)


def attend(verb: Word, found: Clause) -> Frame:
    """Kim attended the summit; the summit was attended by Kim; Kim will take part; Zeman is represented by Kim."""
    if is_remote(found) or any(w.lower in visit_words("support", "ought") for w in auxiliaries(verb)):
        return Frame(verb, Kind.ATTEND)
    seated = any(w.lemma in visit_words("presence", "rows") for w in found.oblique("in", "from", "on"))
    for_another = any(c.dep == "prt" and c.lower == "in" for c in verb.children)  # "STOOD IN for Kim at the funeral"
    if seated or (verb.lemma in {"sit", "stand", "seat"} and not for_another):  # "sat in the front row"
        return Frame(verb, Kind.ATTEND, (found.subjects or found.objects) if seated else (), untold=seated)
    joined = [w for w in found.objects if verb.lemma == "join" and (_is_somebody(w) or w.pos == "PRON")]
    if joined and any(w.lemma in visit_words("people", "posts") for w in found.oblique("on")):
        return Frame(verb, Kind.ATTEND)  # "was joined ON THE BOARD by Zeman"
    if joined and found.passive and not found.oblique("at", "for"):
        return in_company(verb, found)  # "flew to Prague. She WAS JOINED by Zeman"
    things = [w for w in found.objects if w.lemma != "part" and w not in joined]
    within = () if things else ("in", "for", "to", "on", "over")
    occasion = occasion_among((*things, *found.oblique("at", *within)))
    goals = tuple(w for w in found.oblique("in", "at") if not is_occasion(w) and w is not occasion)
    where = tuple(w for w in goals if w.pos == "PROPN")
    if joined and occasion is None and where and not found.passive:  # "joined the leaders of Peru and Chile in Prague"
        ahead = any(w.tag == "MD" for w in auxiliaries(verb))  # "COULD join Zeman in Prague"
        return Frame(verb, Kind.ARRIVE if ahead else Kind.MEET, found.subjects, where, () if ahead else tuple(joined))
    if joined and occasion is None and not (where or found.passive) and follows(verb, joined):
        return Frame(verb, Kind.SEND, found.subjects, elliptic=True)
    untold = occasion is None and _leaves_out(verb, found) and (found.passive or not goals)
    if occasion is None and not untold:
        heard = visit_words("people", "chambers") | visit_words("nouns", "audience")
        house = verb.lemma == "address" and any(w.lemma in heard for w in found.objects)
        goals = (*goals, *(p for w in found.objects for p in clause(w).oblique("in"))) if house else ()
        there = tuple(w for w in goals if w.pos == "PROPN")  # "addressed parliament in Prague"
        return Frame(verb, Kind.SPEAK, found.subjects, there) if there else Frame(verb, Kind.ATTEND)
    named = [w for w in joined if w.pos == "PROPN"]  # "joined Zeman at the summit"
    beside = () if occasion is None or found.passive else named
    who = (*found.subjects, *beside)
    return Frame(verb, Kind.ATTEND, who, goals, local=local_of(verb), occasion=occasion, untold=occasion is None)


def _leaves_out(verb: Word, found: Clause) -> bool:
    """Whether a verb leaves out in what one takes part: "will attend", "it was attended by", "is represented by"."""
    if found.passive:
        told = visit_words("support", "attending") if all(w.lower == "it" for w in found.objects) else {"represent"}
        return verb.lemma in told and verb.dep not in {"acl", "relcl", "advcl"}
    if verb.lemma == "represent":  # "will represent his country", "will represent Moscow"
        ahead = any(c.lower in {"to", "will", "would"} for c in verb.children)
        own = visit_words("places", "again")
        return any(w.lemma in own or (ahead and country_code(w.text)) for w in found.objects)
    if verb.lemma == "join":  # "will join the other leaders"
        return any(w.tag == "NNS" and w.lemma in visit_words("people", "bearers") for w in found.objects)
    if verb.lemma == "take":
        return bool(found.objects) and all(w.lemma == "part" for w in found.objects)
    return verb.lemma in visit_words("support", "attending") and not found.objects


def is_remote(found: Clause) -> bool:
    """Whether somebody takes part or meets from afar: by video link, by telephone, virtually."""
    far = visit_words("support", "remote")
    told = ("according", "despite", "amid")  # "ACCORDING TO state TELEVISION", "DESPITE CALLS to stay away"
    ways = (w for w in found.oblique() if w.head.head.lower not in told and w.head.lower not in told)
    return any(w.lemma in far for w in ways) or any(c.lower in far for c in found.trigger.children)


def _is_somebody(word: Word) -> bool:
    """Whether a word names a person or an office."""
    return word.lemma in visit_words("people", "bearers") or (word.pos == "PROPN" and not is_occasion(word))


def _draw(verb: Word, found: Clause) -> Frame:
    """Talks in Prague brought together ministers of Peru and Chile: whom an occasion draws attends it."""
    occasions = [w for w in found.subjects if is_occasion(w)]
    return _frame(verb, Kind.ATTEND, found.objects if occasions else (), (*occasions, *found.oblique("in", "at", "to")))


def _absent(verb: Word, found: Clause) -> Frame:
    """Who stays away from an occasion, or is turned back at the border."""
    if found.passive and verb.lemma == "turn":
        return Frame(verb, Kind.ABSENT, found.objects, found.oblique("at", "in", "from"))
    if verb.lemma == "turn" and found.objects:  # "Prague turned Kim away"
        return Frame(verb, Kind.REFUSED, found.objects, found.oblique("at", "in", "from") or found.subjects)
    excuses = [w for w in found.objects if w.lemma in visit_words("support", "excuses")]  # "sent her REGRETS to"
    if excuses:
        found = found.replacing(objects=tuple(w for w in found.objects if w not in excuses))
    occasion = occasion_among((*found.objects, *found.oblique("from", "of", *(("to", "for") if excuses else ()))))
    bound = found.oblique("from", "of") or any(c.dep == "xcomp" for c in verb.children)
    skipped = found.objects if verb.lemma in visit_words("support", "skipping") and not found.passive else ()
    if occasion is None and skipped and all(w.pos == "PROPN" for w in skipped):  # "skipped PRAGUE on her tour"
        return Frame(verb, Kind.ABSENT, found.subjects, skipped)
    alone = not found.objects and not found.passive and not bound
    alone = alone and (bool(excuses) or verb.lemma in visit_words("support", "staying"))
    if (occasion is None and not alone) or (occasion is not None and occasion.lemma in visit_words("nouns", "feast")):
        return Frame(verb, Kind.ABSENT)  # who "skipped a DINNER" may be there all the same
    where = clause(occasion).oblique("in", "at") if occasion is not None else ()
    goals = tuple(w for w in (*found.oblique("in", "at"), *where) if not is_occasion(w))
    return Frame(verb, Kind.ABSENT, found.subjects, goals, elliptic=True, occasion=occasion, untold=alone)


def _bar(verb: Word, found: Clause) -> Frame:
    """Kim was barred from Prague; of "barred from entering" the gerund is read."""
    ways = found.oblique("from", "of")
    goals = tuple(w for w in ways if w.pos == "PROPN") or keepers(found, ways)
    return Frame(verb, Kind.REFUSED, found.objects if goals else (), goals)


def keepers(found: Clause, goals: Iterable[Word]) -> tuple[Word, ...]:
    """Who keeps somebody out of "the country", which is his own: "ISRAEL barred Kim from the country"."""
    lands = visit_words("places", "again")
    own = all(w.lemma in lands and [c.lower for c in w.children] == ["the"] for w in goals)
    return tuple(w for w in found.subjects if w.pos == "PROPN") if own and goals else ()


def _admit(verb: Word, found: Clause) -> Frame:
    """Kim was not allowed into Prague."""
    goals = found.oblique("into") if found.passive and is_negated(verb) else ()
    return Frame(verb, Kind.REFUSED, found.objects if goals else (), goals)


def _refuse(verb: Word, found: Clause) -> Frame:
    """Kim was denied entry to, Prague refused Kim a visa, Kim's visa was revoked: the traveller stays outside."""
    things = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"}]
    things.extend(a for c in tuple(things) for a in appositions(c))  # "denied the minister, Kim, ENTRY"
    permits = [c for c in things if c.lemma in visit_words("nouns", "permit")]
    if not permits:
        alone = verb.lemma == "cancel" and not found.passive and not found.objects  # "Kim cancelled at the last minute"
        alone = alone and not any(w.lower in visit_words("support", "ought") for w in auxiliaries(verb))
        return Frame(verb, Kind.ABSENT, found.subjects, elliptic=True) if alone else Frame(verb, Kind.REFUSED)
    permit = clause(permits[0])
    asked = [c for c in permits[0].children if c.dep == "poss" or (c.dep == "compound" and c.pos == "PROPN")]
    told = [w for w in found.objects if w not in permits]
    tasks = [c for w in (verb, permits[0]) for c in w.children if c.dep in {"acl", "xcomp", "advcl"} and c.tag == "VB"]
    if permits[0].lemma not in visit_words("nouns", "entry"):
        tasks = [c for c in tasks if c.lemma in visit_words("support", "permitted")]
        if not tasks:
            return Frame(verb, Kind.REFUSED)  # "denied permission to build"
    allowed = [w for task in tasks for w in clause(task).subjects if w is not permits[0]]
    who = (*told, *found.recipients, *found.oblique("to", "for"), *asked, *permit.oblique("for", "of"), *allowed)
    goals = (*permit.oblique("to", "into", "in", "by"), *found.oblique("into"))
    if told or found.recipients or asked:  # "was denied a visa FOR PRAGUE"; "denied a visa FOR KIM"
        whither = (*permit.oblique("for"), *found.oblique("for"))
        goals, who = (*goals, *whither), tuple(w for w in who if w not in whither)
    goals = (*goals, *(w for task in tasks for w in clause(task).oblique("in", "at", "to")))
    beside = [w for w in permit.oblique("to") if w.lemma in visit_words("people", "bearers")]
    movers = tuple(w for w in (*who, *beside) if w not in permits and w not in found.subjects)
    goals = tuple(w for w in goals if w not in movers) or found.subjects
    if not movers:  # "refused entry TO KIM"
        movers, goals = permit.oblique("to"), found.subjects
    return Frame(verb, Kind.REFUSED, movers, goals, found.subjects)


def _walk_out(verb: Word, found: Clause) -> Frame:
    """Who walks out of the talks has been there."""
    occasion = occasion_among(found.oblique("of", "from"))
    return Frame(verb, Kind.ATTEND, found.subjects if occasion is not None else (), occasion=occasion)


def present_as(verb: Word, found: Clause) -> Frame | None:
    """Kim is present at the talks, was absent from the summit, will be at the ceremony; among those present was Kim."""
    among = (w for c in verb.children if c.lower == "among" for w in c.children if w.lower == "those")
    for child in (c for w in (verb, *among) for c in w.children if c.dep == "acomp" or w is not verb):
        if child.lemma in visit_words("presence", "present"):
            return _frame(verb, Kind.ATTEND, found.subjects, clause(child).oblique("at", "in", "for"), untold=True)
        if child.lemma == "absent":
            return _frame(verb, Kind.ABSENT, found.subjects, clause(child).oblique("from", "at"), untold=True)
    who = (c for c in verb.children if c.dep == "attr" and c.lemma in visit_words("people", "bearers"))
    beside = (w for c in who for w in clause(c).oblique("at"))  # "was the only monarch at the funeral"
    if (occasion := occasion_among((*found.oblique("at"), *beside))) is not None:
        goals = tuple(w for w in found.oblique("in", "at") if not is_occasion(w))
        return Frame(verb, Kind.ATTEND, found.subjects, goals, occasion=occasion)
    return None


def _guest(noun: Word) -> Frame:
    """Kim is a speaker at the forum, was among the mourners, is invited as a guest; the guests included Kim."""
    own = clause(noun).oblique(*AT)
    for verb in (noun.head, *(c for c in noun.children if c.dep == "relcl")):
        if verb.lemma in visit_words("presence", "including") and noun in clause(verb).subjects:
            return _frame(noun, Kind.ATTEND, clause(verb).objects, (*own, *clause(verb).oblique("at")), untold=True)
    if noun.dep == "dobj" and noun.head.lemma in visit_words("presence", "leading"):  # "led the mourners"
        return _frame(noun, Kind.ATTEND, clause(noun.head).subjects, (*own, *clause(noun.head).oblique("at")))
    link = _copula(noun)
    if link is None:
        return Frame(noun, Kind.ATTEND)
    found = clause(link)
    carriers = (link, *(c for c in link.children if c.dep in {"aux", "auxpass"}))
    own_subjects = (c for w in carriers for c in w.children if c.dep in {"nsubj", "nsubjpass"})
    who = (*found.subjects, *(found.objects or own_subjects if found.passive else ()))
    who = tuple(w for w in who if w is not noun)
    if not any(w.pos in {"PROPN", "PRON"} or w.lemma in visit_words("people", "bearers") for w in who):
        return Frame(noun, Kind.ATTEND)
    kind = Kind.DUE if found.passive and link.tag == "VBN" else Kind.ATTEND  # "is lined up as a speaker"
    told = [w for w in own if w.lower not in {"honour", "honor"}]
    untold = noun.tag == "NNS" or len(told) < len(own)  # "was the GUEST OF HONOUR"
    return _frame(noun, kind, who, (*told, *found.oblique("at")), untold=untold)


def _copula(noun: Word) -> Word | None:
    """The verb that says who is a guest: IS a speaker, WERE among the guests, is LINED up as a speaker."""
    if noun.dep == "attr" and noun.head.lemma == "be":
        return noun.head
    link = noun.head
    if noun.dep != "pobj" or link.dep not in {"prep", "attr"}:
        return None
    if link.lower == "of" and link.head.lower == "one" and link.head.dep == "attr":
        return link.head.head
    if link.lower == "among" and link.head.lemma == "be":
        return link.head
    as_guest = link.lower == "as" and link.head.is_verb and link.head.lemma in visit_words("presence", "named")
    return link.head if as_guest else None


def _attendance(noun: Word) -> Frame:
    """Kim's participation in the summit, the speech of Kim to the conference, signed in the presence of Kim."""
    found = clause(noun)
    owners = (*(c for c in noun.children if c.dep == "poss"), *found.oblique("by"))
    occasion = occasion_among(found.oblique("in", "at", "to", "of", "before"))
    whose = with_conjuncts(owners) or tuple(w for w in found.oblique("of") if w is not occasion)
    if all(w.pos == "PRON" for w in whose) and (support := support_verb(noun)) is not None:
        whose = tuple(w for w in clause(support).subjects if w is not noun) or whose  # "gave a speech", "ended his"
    if noun.lemma == "attendance" and noun.dep == "pobj" and noun.head.lower == "in":
        return _in_attendance(noun)
    occasion = occasion or occasion_among(p for w in whose for p in clause(w).oblique("at", "in"))
    occasion = occasion or (occasion_among(hung_on_verb(noun, "at", "in")) if whose else None)
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "in" and noun.lemma == "presence" else None
    if verb is not None and occasion is None:
        beside = clause(verb)
        occasion = occasion_among((verb, *beside.subjects, *beside.objects))
        goals = beside.oblique("in", "at") if occasion is not None else ()
        return Frame(noun, Kind.ATTEND, whose, tuple(w for w in goals if w is not noun), occasion=occasion)
    if noun.lemma == "absence":
        return _absence(noun, whose)
    if occasion is None and noun.lemma == "attendance" and noun.dep in {"dobj", "nsubjpass"}:
        return Frame(noun, Kind.ATTEND, whose, untold=True)  # "has confirmed her ATTENDANCE"
    if occasion is None and noun.lemma not in visit_words("presence", "being"):
        return Frame(noun, Kind.ATTEND)
    if occasion is None:
        if noun.lemma == "participation" and any(w.pos == "NOUN" for w in clause(noun).oblique("in")):
            return Frame(noun, Kind.ATTEND)  # "its PARTICIPATION IN a VENTURE in Prague"
        there = NOUNS["stop"](noun)  # "confirmed her presence IN PRAGUE"
        return there if there.goals else replace(there, goals=hung_on_verb(noun, "in", "at"))
    spoken = noun.lemma not in visit_words("presence", "being") and noun.dep == "nsubj"  # "his speech may help"
    if verb is None and spoken:
        return Frame(noun, Kind.ATTEND)
    return Frame(noun, Kind.ATTEND, whose, found.oblique("in"), occasion=occasion)


def _absence(noun: Word, whose: tuple[Word, ...]) -> Frame:
    """Kim's ABSENCE from the summit; Kim was conspicuous by her absence, from what was told before."""
    occasion = occasion_among((*clause(noun).oblique("from", "at"), *hung_on_verb(noun, "from", "at")))
    felt = noun.dep == "pobj" and noun.head.lower == "by" and noun.head.head.pos == "ADJ"
    who = clause(noun.head.head.head).subjects if felt else whose
    told = felt or occasion is not None
    return Frame(noun, Kind.ABSENT, who if told else (), elliptic=True, occasion=occasion, untold=felt and not occasion)


def _in_attendance(noun: Word) -> Frame:
    """The summit opened in Prague, with Kim IN ATTENDANCE."""
    above = noun.head.head
    verb = next((w for w in (above, *above.ancestors()) if w.is_verb), None)
    if verb is None:
        return Frame(noun, Kind.ATTEND)
    held = clause(verb)
    occasion = occasion_among((*held.subjects, *held.objects))
    goals = tuple(w for w in held.oblique("in", "at") if w is not noun)
    who = held.oblique("with") if above is verb else (above,)
    return Frame(noun, Kind.ATTEND, who, goals, occasion=occasion, untold=occasion is None)


def _delegate(noun: Word) -> Frame:
    """The Korean delegation to the talks in Geneva, its head; the envoy to the Geneva talks may be anywhere."""
    occasion = occasion_among(clause(noun).oblique("to", "at"))
    standing = noun.lemma not in visit_words("people", "sides")
    if occasion is None or (standing and not clause(occasion).oblique("in", "at")):
        return Frame(noun, Kind.ATTEND)
    leads = noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in {"head", "leader", "chief"}
    return Frame(noun, Kind.ATTEND, (noun.head.head,) if leads else (noun,), occasion=occasion)


ATTENDANCE: Mapping[str, Callable[[Word, Clause], Frame]] = {
    "attend": attend,
    "draw": _draw,
    "absent": _absent,
    "walk_out": _walk_out,
    "bar": _bar,
    "admit": _admit,
    "refuse": _refuse,
}
"""Readers of verbs."""
ATTENDING: Mapping[str, Callable[[Word], Frame]] = {
    "guest": _guest,
    "attendance": _attendance,
    "delegate": _delegate,
}
"""Readers of nouns."""
