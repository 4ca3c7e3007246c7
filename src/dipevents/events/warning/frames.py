"""Duties that a fixed frame lays on somebody else.

it is time FOR Oslo TO move; it is UP TO Oslo TO stop; it is time TO END the siege
we NEED DEEDS from Oslo, proof that it has left
“LEAVE our waters”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer, is_of_issuer, is_own
from dipevents.events.warning.business import is_dealing
from dipevents.events.warning.duty import ends_jointly, is_quoted
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["is_framed", "is_needed_of", "is_order"]

_OURS = frozenset({"our", "ours", "us", "my", "me"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "relcl"})
_STATED = frozenset({"time", "moment", "is", "was", "be", "'s", "’s", "now", "high"})
_FRAMES = tuple(frame.split() for frame in ("time for", "up to", "come for", "incumbent on", "it is for", "it was for"))
_OPINING = frozenset({"choose", "decide", "determine", "judge", "say"})


def is_framed(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether it is somebody else's turn: "it is time for OSLO to go", "it is up to OSLO to stop"."""
    if verb.lemma in _OPINING:
        return False  # "it is up to the voters to DECIDE" asks nothing of them
    if _is_due(mentions, verb, issuers):
        return True
    bearer = _framed(mentions, verb)
    return bearer is not None and bool(mentions.actors.who(bearer)) and not is_own(mentions, bearer, issuers)


def _is_due(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether it is time to end what somebody else does: "it is time TO LIFT the siege", not "our siege"."""
    above = verb.head.head if verb.head.lemma == "come" else verb.head
    over = [verb.head, *verb.head.children, *above.children]
    timed = any(w.lemma == "time" and w.i < verb.i for w in over) and is_to(verb) and is_of(verb, "ending_acts")
    ended = clause(verb).objects if timed and not any(c.dep == "nsubj" for c in verb.children) else ()
    owned = (c for w in ended for c in w.children if c.dep == "poss")
    ours = any(w.lower in _OURS or is_own(mentions, w, issuers) for w in owned)
    return bool(ended) and not ours and not is_negated(above) and not any(map(is_dealing, ended))


def _framed(mentions: Mentions, verb: Word) -> Word | None:
    """The bearer of "it is time for OSLO to go", "it is up to OSLO to stop", or None; in a quotation "was" is past."""
    if verb.tag in {"VBD", "VBP", "VBZ"}:  # "it is TIME (that) OSLO LEFT"
        over = [c for c in (verb.head if verb.head.lemma == "be" else verb.head.head).children if c.i < verb.i]
        due = verb.dep in _CLAUSES and any(c.lemma == "time" for c in over) and any(c.lower == "it" for c in over)
        return next(iter(clause(verb).subjects), None) if due else None
    if verb.tag != "VB" or not is_to(verb):
        return None
    words = verb.sentence.words
    before = [w.lower for w in words[max(0, verb.i - 14) : verb.i]]
    ending = is_of(verb, "ending_acts") or ends_jointly(verb)
    for frame in (*_FRAMES, ["need", "for"]) if ending else _FRAMES:  # "stressed the NEED FOR Oslo to end it"
        at = next((k for k in range(len(before) - 1) if before[k : k + len(frame)] == frame), None)
        if at is None:
            continue
        stated = _STATED & set(before[max(0, at - 3) : at + (2 if frame[0] == "it" else 0)])
        stated |= {"now"} if frame[0] == "need" else set()
        if stated and (stated != {"was"} or not is_quoted(mentions, verb)):
            first = verb.i - len(before) + at + len(frame)
            heads = [
                w for w in words[first : verb.i] if w.is_noun and (w.dep not in {"compound", "amod", "poss", "nmod"})
            ]
            return heads[0] if heads else None
    return None


def is_needed_of(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether one needs something of another: "we NEED ACTION from Oslo", "EVIDENCE that Oslo has changed its ways"."""
    if not is_of(verb, "needing") or is_negated(verb) or not by_issuer(mentions, verb, issuers):
        return False
    asked = [
        w
        for w in clause(verb).objects
        if w.lemma in lexicon("content", "called_for") or is_of(w, "needed") or is_of(w, "proofs")
    ]
    givers = [*(clause(verb).oblique("from") if asked else ()), *(w for n in asked for w in clause(n).oblique("from"))]
    shown = (c for w in asked if is_of(w, "proofs") for c in w.children if c.dep in {"acl", "ccomp", "relcl"})
    givers += [w for c in shown for w in clause(c).subjects]
    return any(mentions.actors.who(w) and not is_of_issuer(mentions, w, issuers) for w in givers)


def is_order(mentions: Mentions, trigger: Trigger, content: Content) -> bool:
    """A quoted imperative that bids somebody stop: "Leave our waters," the admiral said; not "Don't fall"."""
    head = content.head
    opening = [w.lower for w in content.words if w.pos != "PUNCT"][:2]
    if head is not None and head.is_noun and opening == ["no", "more"]:
        evils = lexicon("content", "calamity", "hostile_acts", "ills") | lexicon("asked", "waged")
        return head.lemma in evils  # "NO MORE raids", she told Oslo
    if head is not None and head.dep == "ROOT" and head.lemma in lexicon("content", "desist") and opening[0] == "that":
        return any(c.lower == "that" and c.dep == "mark" for c in head.children)  # "What do you want? – THAT they STOP"
    first = content.words[0].i if content.words else 0
    opened = head is not None and first > 0 and head.sentence.words[first - 1].text == ":"
    led = head is not None and head.i == first and content.words[-1].i < trigger.word.i
    # "Oslo to Lima: STOP the raids", "Oslo tells Lima: STOP", "STOP the raids, Oslo tells Lima"
    called = trigger.word.text == ":" or opened or led
    indirect = trigger.attribution is not None and trigger.attribution.kind == "indirect" and not called
    if head is None or head.tag != "VB" or trigger.attribution is None or indirect:
        return False
    below = (c for c in head.children if not called or c.i >= first)
    bare = not any(c.dep in {"nsubj", "aux", "nsubjpass"} and c.lower not in {"do"} for c in below)
    yours = any(w.lower == "your" for w in content.words) and bool(trigger.addressed or trigger.clause.objects)
    if led and bare and yours and head.lemma not in lexicon("content", "benign", "mild_acts", "homely"):
        return True  # "“PUT AWAY YOUR guns,” she told the soldiers"
    aside = any(c.lower == "aside" for c in head.children)
    named = (w for w in content.words if w.pos in {"ADJ", "NOUN", "PROPN"})
    whose = any(mentions.actors.who(w) or mentions.actors.country_of(w) for w in named)
    told = trigger.addressees or (trigger.clause.objects if trigger.word.lemma == "tell" else ())
    whose = whose or any(mentions.actors.country_of(w) for w in told)
    whose = whose or (called and bool(trigger.addressed))  # "a message to BOTH SIDES: stop"
    evils = lexicon("content", "calamity", "hostile_acts", "ills", "levers")
    whose = whose or (is_of(head, "ending_acts") and any(w.lemma in evils for w in clause(head).objects))
    joint = {c.lower if c.dep == "cc" else c.tag for c in head.children if c.dep in {"cc", "conj"}}
    whose = whose or {"or", "VB"} <= joint  # "PULL them back OR FORGET about it"
    if not whose and all(w.lower not in _OURS for w in content.words):
        return False
    shunned = is_negated(head) and any(c.dep in {"dobj", "prep", "prt"} for c in head.children)  # not "DON'T FALL"
    # not "LET him GO there and talk"
    ends = head.lemma in lexicon("content", "desist") or (head.lemma != "let" and ends_jointly(head))
    ends = ends or ({"or", "VB"} <= joint and "alternatives" in content.phrases)  # "PACK your bags OR FACE war"
    return bare and not aside and head.lemma != "forget" and (ends or shunned)
