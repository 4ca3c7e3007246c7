"""Duties in plain speech: what somebody else must, should, has to or is to do, and how much that demands.

    Oslo must go; the council should, has to, needs to act        an auxiliary or a verb, its subject the bearer
    Oslo has until noon to go; there must be an end to it         a time that is set; what must come about
    it is essential that Oslo goes                                a necessity
    Oslo cannot go on like this                                   a refusal

A duty demands the more, the more public its bearer is; of a thing ("any deal must cover fish") it demands little.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import is_future, is_of_issuer, is_own
from dipevents.events.warning.business import is_of_business
from dipevents.events.warning.issuers import homes_of, only_watch
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.serving import is_told_within
from dipevents.events.warning.tasks import TIMES, deadline_task
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive, surface_subjects
from dipevents.reading.grammar import is_to, is_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = [
    "CAN",
    "duties_of",
    "ends_jointly",
    "is_advised",
    "is_foreign",
    "is_nobody",
    "is_public_at_home",
    "is_quoted",
]

_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_FORESEEN = frozenset({"cut", "election", "reduction", "referendum"})
"""What "there should be" may only expect."""
CAN = frozenset({"can", "ca", "cannot", "could"})
_THIRD = frozenset({"he", "her", "his", "it", "its", "she", "their", "they"})
_PERSONS = frozenset({"he", "she", "they", "you", "who", "nobody", "none", "everyone", "everybody"})


def duties_of(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> Iterator[str]:
    """What one verb of a content signals of a demand."""
    guessed = verb.tag == "VBN" and {"must", "have"} <= {h.lower for h in auxiliaries(verb)}  # "must HAVE KNOWN"
    dire = verb.lemma in {"bear", "face", "take"} and any(
        w.lemma == "consequence" for w in clause(verb).objects
    )  # "must BEAR the CONSEQUENCES"
    duties = [] if guessed or dire else list(_of_duty(mentions, verb))
    if not (duties or guessed or dire) and is_foreign(mentions, verb, content, issuers):
        duties = list(_of_routine(verb))
    if duties and only_watch(issuers) and (_left(verb) is not None or "must" not in duties):
        return  # "the king has no choice but to yield, DIPLOMATS said"
    if duties and _is_obliged(mentions, verb, content, issuers):
        yield from duties
        due = is_future(verb) and "desist" not in duties  # "the agencies will have to absorb the cuts"
        due = due or (duties == ["should"] and _is_own_government(mentions, verb, issuers))
        if not due and not is_foreign(mentions, verb, content, issuers) and _is_party(mentions, verb):
            yield "party"


def _is_obliged(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether somebody other than the issuer has a duty."""
    thought = verb.dep in {"acl", "relcl"} and verb.head.lemma in {"belief", "conclusion", "opinion", "view"}
    if not (verb is content.head or thought or verb.dep in {"conj", "ccomp", "ROOT", "parataxis"}):
        return False
    settled = verb.head.lemma == "be" and any(is_of(s, "settled") for s in verb.head.children if s.dep == "nsubj")
    if verb.dep == "ccomp" and (settled or verb.head.lemma in {"agree", "decide"}):
        return False  # "it was agreed that the vote should be put off", "the DEAL was that they should"
    args = clause(verb)
    whom = args.subjects or args.objects
    if any(c.dep == "nsubj" and c in whom for c in verb.head.children):
        whom = tuple(w for w in whom if w in content.words)  # "THE BOATS, said the minister, must be returned"
    if _comes_about(verb) or any(c.dep == "expl" for c in verb.children):
        return _comes_about(verb)
    if not whom or any(is_public_at_home(mentions, w) for w in whom):
        return not whom and is_passive(verb)
    if all(w.lemma in _anybody() and not mentions.actors.country_of(w) for w in whom):
        return False  # "NO PERSON should live in want", "TRAVELLERS should wait"
    if _is_hearer(mentions, verb, issuers):
        return True
    felt = verb.dep == "ccomp" and verb.head.lemma in {"believe", "feel", "think"}
    if felt and any(c.lower in {"he", "it", "she", "they"} for c in verb.children if c.dep == "nsubj"):
        return False  # "Ruiz felt that HE HAD to leave"
    borne = (*whom, *surface_subjects(verb))  # "WE should not be alarmed by them"
    if any(w.lower in {"we", "i", "you"} for w in borne):
        return False
    return not any(is_own(mentions, w, issuers) or is_told_within(w, issuers) for w in whom)


def _is_hearer(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a pronoun with a duty means who is told of it: "told THE ENVOY HE had two days to go", "THEIR men"."""
    above = verb.head
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    if verb.dep != "ccomp" or above.lemma not in {"inform", "notify", "remind", "tell", "warn"}:
        return False
    meant = [w.lower for s in subjects for w in (s, *(c for c in s.children if c.dep == "poss")) if w.lower in _THIRD]
    if not subjects or len(meant) < len(subjects):
        return False
    return any(not is_of_issuer(mentions, c, issuers) for c in _heard(verb) if mentions.actors.who(c))


def _heard(verb: Word) -> list[Word]:
    """Who is told what a verb tells: "told THE ENVOY that he must go"; no reporters."""
    below = verb.head.children if verb.dep == "ccomp" else ()
    return [c for c in below if c.dep in {"dative", "dobj"} and c.lemma not in lexicon("frames", "audience")]


def is_advised(verb: Word) -> bool:
    """Whether people are told to keep from a journey or a danger: "DANES in Chad SHOULD LEAVE at once"."""
    due = not lexicon("content", "obligation").isdisjoint(h.lower for h in auxiliaries(verb))
    whom = clause(verb).subjects if due else ()
    people = any(w.lemma in lexicon("content", "citizens") or w.tag == "NNPS" for w in whom)
    kept = verb.lemma not in {"travel", "visit"} or is_negated(verb)  # not "should VISIT the new museum"
    return people and kept and any(w.lemma in lexicon("content", "travel") for w in verb.subtree())


@cache
def _anybody() -> frozenset[str]:
    """Nouns of private people, of whom nothing is demanded."""
    return lexicon("frames", "private") | {
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "person",
        "somebody",
        "someone",
    }


def is_public_at_home(mentions: Mentions, word: Word) -> bool:
    """Whether one's own people is meant: "the NATION must be patient", not "these NATIONS", "NATO MEMBERS must pay"."""
    bodies = (p for c in word.children if c.dep == "compound" or c.lower == "of" for p in c.subtree())
    joined = word.lemma == "member" and any(a.kind is ActorKind.IGO for p in bodies for a in mentions.actors.at(p))
    others = joined or (word.lemma == "nation" and word.tag == "NNS")
    return word.lemma in lexicon("content", "publics") and not others


def is_foreign(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether another state, or somebody of it, is named as who has a duty, or would have to act.

    Or whose thing falls short: "PERU'S PLEDGE must be more than words".
    """
    args = clause(verb)
    bearers = args.subjects or args.objects
    whom = [a.country for w in bearers for a in mentions.actors.who(w) if a.country]
    whom += filter(None, (mentions.actors.country_of(w) for w in bearers if _is_short(verb)))
    abroad = bool(whom) and not any(i.country in whom for i in issuers)
    return abroad and _is_obliged(mentions, verb, content, issuers)


def _is_own_government(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a nameless body at home is advised: "THE GOVERNMENT should spend more", not "Ruiz should"."""
    whom, homes = clause(verb).subjects, homes_of(issuers)
    organs = lexicon("content", "organs") | {"administration"}
    states = {a.country for w in whom for a in mentions.actors.who(w)}
    return bool(whom) and all(w.pos == "NOUN" and w.lemma in organs for w in whom) and states - {None} <= homes


def _is_party(mentions: Mentions, verb: Word) -> bool:
    """Whether the bearer of a duty is told by a noun of public life: "THE MINISTERS should resign"."""
    return any(
        word.lemma in lexicon("frames", "public")
        and mentions.actors.who(word)
        and all(c.lower not in {"a", "an"} for c in word.children)
        for word in clause(verb).subjects
    )


def _of_duty(mentions: Mentions, verb: Word) -> Iterator[str]:
    """What a duty signals: how strict it is, and whether something must end."""
    helpers = {h.lower for h in auxiliaries(verb)}
    inner = verb
    if _comes_about(verb):
        yield from ("need" if "should" in helpers else "must", "desist")
        return
    if "must" in helpers:
        name = "must"
    elif (due := _owed(mentions, verb) or _timed(mentions, verb)) is not None:
        inner, name = due, "need"
    elif verb.lemma in lexicon("content", "obliged") and not is_passive(verb):
        kinds = {"xcomp", "advcl"} if verb.lemma == "need" else {"xcomp"}
        below = [c for c in verb.children if c.dep in kinds and is_to(c)]
        if not below or _is_spared(mentions, verb, below[0]):
            return
        inner, name = below[0], "should" if verb.lemma == "ought" else "need"
    elif helpers & lexicon("content", "obligation") and not _is_inverted(verb):
        name = "should"
    else:
        if is_negated(verb) and helpers & CAN and "have" not in helpers and verb.lemma in lexicon("content", "forbear"):
            yield "must"
        return
    pressed = any(w.lemma in {"pressure", "restraint", "sanction", "embargo"} for w in clause(inner).objects)
    away = inner.lemma == "be" and any(c.lower in lexicon("content", "wanted_away") for c in inner.children)
    gone = pressed or away or inner.lemma in lexicon("content", "enforce") or ends_jointly(inner)
    routine = inner.lemma in lexicon("content", "benign") or inner.lemma in lexicon("content", "procedures")
    routine = routine or (name == "should" and inner.lemma == "agree")  # "should AGREE to set up a fund"
    routine = routine or any(c.lower == "together" for c in inner.children)  # "should STAND TOGETHER"
    routine = routine or any(w.lemma in lexicon("content", "routine_objects") for w in clause(inner).objects)
    # "the SALE should CLOSE next week", "all SALES must be REGISTERED by June"
    plain = inner.lemma == "close" or inner.lemma not in lexicon("content", "desist", "enforce")
    plain = plain and (name == "should" or is_passive(inner)) and is_of_business(verb)
    routine = routine and not (gone or _is_short(inner))
    if (routine or plain) and not is_negated(inner):
        return
    if name == "should" and is_passive(inner) and clause(inner).subjects and not (gone or is_negated(verb)):
        return  # "it SHOULD be judged BY THE COURT"
    if name == "should" and (("have" in helpers and verb.tag == "VBN") or _only_expects(mentions, verb, inner)):
        return  # "should have known"
    stative = inner.lemma in lexicon("content", "states") and not is_passive(inner)
    nobody = any(is_nobody(c) for c in verb.children if c.dep in {"nsubj", "nsubjpass"})
    left = [c for c in inner.children if c.dep == "dobj"] if inner.lemma == "leave" else []
    kept = any(not (mentions.actors.who(c) or mentions.actors.country_of(c)) for c in left)
    ends = gone or (inner.lemma in lexicon("content", "desist") and not kept)
    mild = name == "must" and not ends and _is_of_thing(mentions, verb)
    yield "should" if mild else name
    barred = is_negated(verb) or (name == "should" and is_negated(inner))  # "Oslo OUGHT NOT to go"
    if ends or ((barred or nobody) and not stative):
        yield "desist"


def _is_short(verb: Word) -> bool:
    """Whether what there is falls short: "the pledge must BE MORE THAN WORDS", "go BEYOND", not "more than two men"."""
    if verb.lemma == "go":
        return any(c.lower == "beyond" for c in verb.children)
    more = [c for c in verb.children if c.lower == "more"] if verb.lemma == "be" else []
    more += [c for w in verb.children if w.dep in {"acomp", "attr"} for c in w.children if c.lower == "more"]
    than = [t for w in (verb, *more) for t in w.children if t.lower == "than"]
    return bool(more) and bool(than) and all(w.pos != "NUM" for t in than for w in t.subtree())


def _of_routine(verb: Word) -> Iterator[str]:
    """What it signals that another state is bound to what is asked of everybody: "OSLO MUST COOPERATE fully"."""
    task = next((c for c in verb.children if c.dep == "xcomp" and is_to(c)), None)
    bound = verb.lemma in {"have", "need"} and verb.tag in {"VBZ", "VBP", "VBD"} and task is not None
    inner = task if bound and task is not None else verb
    if (
        is_negated(verb)
        or inner.lemma not in lexicon("content", "benign")
        or inner.lemma in lexicon("content", "states")
    ):
        return
    if any(c.lower == "together" for c in inner.children):
        return
    if "must" in {h.lower for h in auxiliaries(verb)}:
        yield "must"
    elif bound:
        yield "need"


def _comes_about(verb: Word) -> bool:
    """Whether an end, or an act that is called for, has to be: "there MUST BE a halt to the raids", "no more RAIDS"."""
    if not any(c.dep == "expl" for c in verb.children):
        named = {c.lower for c in verb.children if c.dep == "acomp"}
        fixed = "negotiable" in named and (is_negated(verb) or "non" in named)
        due = verb.lemma == "be" and (fixed or ("overdue" in named and not is_negated(verb)))
        return due and any(c.dep == "nsubj" and is_of(c, "ends") for c in verb.children)  # "an END to it is OVERDUE"
    inner = next((c for c in verb.children if c.dep == "xcomp" and is_to(c)), verb) if verb.lemma == "have" else verb
    helpers = {h.lower for h in auxiliaries(verb)} if inner is verb else {"must"}
    if inner.lemma != "be" or not helpers & {"must", "should"} or is_negated(verb):
        return False
    ills = lexicon("content", "calamity", "hostile_acts", "ills") | lexicon("asked", "waged")
    asked = lexicon("content", "called_for") - lexicon("content", "vague") - {"force"}
    return any(
        c.lemma in ills if is_nobody(c) else c.lemma in asked and ("must" in helpers or c.lemma not in _FORESEEN)
        for c in inner.children
        if c.dep == "attr"
    )


def _timed(mentions: Mentions, verb: Word) -> Word | None:
    """What somebody has a time for: "has until noon TO LEAVE", or None; nobody is bid to "appeal"."""
    task = deadline_task(verb) if verb.lemma == "have" and not is_negated(verb) else None
    return None if task is None or is_of(task, "procedural") or _is_spared(mentions, verb, task) else task


def _is_spared(mentions: Mentions, verb: Word, task: Word) -> bool:
    """Whether "have to", "need to" and their like tell of no duty of anybody, or of none that is sure or open."""
    helpers = {h.lower for h in auxiliaries(verb)}
    if (is_future(verb) and verb.lemma != "have") or is_negated(verb) or task.lemma == "do":
        return True
    if any(c.lower == "yet" for w in (verb, task) for c in w.children):
        return True  # "has YET to answer" has not answered
    held = {c.lemma for c in verb.children if c.dep == "dobj" and c.lower != "that"}
    held = held if verb.lemma in {"have", "need"} else set()  # "NEEDS 800 men to keep it up"
    if helpers & {"could", "may", "might"} or (held and not held & TIMES):
        return True  # "MAY have to go", "has too many INTERESTS to wage a war"; not "they have two DAYS to leave"
    past = verb.tag == "VBN" or (verb.tag == "VBD" and is_quoted(mentions, verb))
    subjects = [c for c in verb.children if c.dep == "nsubj"]
    over = {"it", "that"} if task.lemma in {"end", "stop"} and verb.tag == "VBZ" else set()
    vague = any(c.lower in {"it", "what", "that", "which"} - over for c in subjects)
    # "it has to start"; "HAS HAD to pay", "“he HAD to pay”"; "NEITHER side has to pay"
    return vague or past or (any(map(is_nobody, subjects)) and verb.lemma != "ought")


def _only_expects(mentions: Mentions, verb: Word, inner: Word) -> bool:
    """Whether "should" asks nothing of anybody: "SHOULD not FACE losses", "the wall SHOULD PREVENT digging"."""
    hurt = inner.lemma in {"incur", "suffer", "sustain"} and clause(inner).objects
    if hurt or inner.lemma in lexicon("content", "expected"):
        return True  # "SHOULD not SUSTAIN damage"
    it = any(c.lower in {"it", "that", "this"} for c in verb.children if c.dep == "nsubj")
    if it and inner.lemma in lexicon("content", "hurts"):
        return True  # "IT should not WORSEN the crisis"
    if inner.lemma == "take" and is_passive(inner) and clause(inner).oblique("as"):
        return True  # "SHOULD not be TAKEN as a sign"
    if is_of(inner, "putting_out") and any(w.lemma in lexicon("frames", "documents") for w in clause(inner).objects):
        when = (
            c for c in inner.children if c.dep in {"npadvmod", "prep"} and c.lower not in {"before", "by", "within"}
        )
        return any(is_within(w, "DATE") for c in when for w in c.subtree())  # "the REPORT SHOULD be RELEASED in May"
    return not is_passive(inner) and bool(clause(inner).objects) and _is_of_thing(mentions, verb)


def ends_jointly(verb: Word) -> bool:
    """Whether an end is asked for in a fixed phrase: "must PAY their SHARE", "should COME to their SENSES"."""
    joined = lexicon("content", "desist_joined")
    below = [*verb.children, *(w for c in verb.children if c.dep == "prep" for w in c.children)]
    return any(f"{verb.lemma} {form}" in joined for c in below for form in (c.lemma, c.lower))


def _owed(mentions: Mentions, verb: Word) -> Word | None:
    """What somebody is bound to do: "has a duty TO END it", "it is essential that Oslo ENDS it", or None."""
    if verb.lemma in {"bind", "oblige", "require"} and is_passive(verb) and not (is_negated(verb) or is_future(verb)):
        tasks = (c for c in verb.children if c.dep in {"advcl", "xcomp"} and c.tag == "VB")
        return None if _is_of_thing(mentions, verb) else next(tasks, None)  # not "ACTION is required to end the doubts"
    if (left := _left(verb)) is not None:
        return left
    if verb.lemma == "have" and not is_negated(verb):
        duties = (c for c in verb.children if c.dep == "dobj" and c.lemma in lexicon("content", "duties"))
        return next((c for d in duties for c in d.children if c.dep == "acl" and c.tag == "VB"), None)
    needed = verb.dep == "ccomp" and verb.head.lemma == "be" and not is_negated(verb.head)
    return verb if needed and any(c.lower in lexicon("content", "necessary") for c in verb.head.children) else None


def _left(verb: Word) -> Word | None:
    """What alone is left to somebody: "has no choice but TO GO", or None."""
    choices = [c for c in verb.children if c.dep == "dobj" and is_of(c, "choices")] if verb.lemma == "have" else []
    none = [c for c in choices if any(m.lower in {"little", "no"} for m in c.children)]
    but = (p for c in none for p in (*c.children, *verb.children) if p.lower == "but" and p.i > c.i)
    return next((w for p in but for w in (*p.children, *p.head.children) if w.i > p.i and is_to(w)), None)


def is_quoted(mentions: Mentions, word: Word) -> bool:
    """Whether a word stands in quotation marks, those that its sentence opens or those that run through it."""
    if any(a.kind == "direct" for a in mentions.said_at(word)):
        return True
    before = "".join(w.text for w in word.sentence.words[: word.i])
    return before.count("“") > before.count("”") or (before.count('"') + before.count("``")) % 2 == 1


def _is_of_thing(mentions: Mentions, verb: Word) -> bool:
    """Whether a duty is laid on a thing of no state: "any DEAL must cover fish", "LOANS must be included"."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    if is_passive(verb) and any(mentions.actors.who(c) for c in _heard(verb)):
        return False  # "told CHAD that the arms must be registered"
    return bool(subjects) and not any(
        mentions.actors.who(c) or c.lower in _PERSONS or c.lemma in lexicon("frames", "public") for c in subjects
    )


def is_nobody(subject: Word) -> bool:
    """A subject that leaves out everybody: "NOBODY should test us", "NO COUNTRY must"."""
    return subject.lower in _NOBODY or any(c.lower in {"no", "neither"} for c in subject.children)


def _is_inverted(verb: Word) -> bool:
    """Whether "should" opens a condition: "should he survive"."""
    subjects = [c.i for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    helpers = [c.i for c in verb.children if c.lower == "should"]
    return bool(subjects and helpers) and helpers[0] < subjects[0]
