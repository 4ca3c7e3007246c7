"""Terms that are set: what will not be done, or stays as it is, until somebody else moves.

Oslo will not talk until Lima leaves; no talks unless …     what is held back
we will come back only when Lima has paid                     what waits for it
we will lift the curbs once it has paid, we have proof of it   measures that end for it
Oslo REFUSED to talk, SUSPENDED aid until Lima left           a verb that holds something back
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import is_future, is_own
from dipevents.events.warning.duty import CAN, ends_jointly, is_nobody
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.models.actor import countries_of
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["holds_out", "withheld_until"]

_BOUNDS = frozenset({"until", "unless", "before", "till"})
_NONE = frozenset({"no", "nobody", "none", "nothing"})
_WHILE = frozenset({"long", "while"})
_ONLY = frozenset({"when", "if", "once", "after"})
_EARNED = _ONLY - {"if"}


def holds_out(mentions: Mentions, verb: Word, issuers: Sequence[Actor], *, own: bool) -> bool:
    """A precondition: nothing will be done, or all stays as it is, until, unless or before somebody else moves."""
    good = lexicon("content", "blessings", "welcome")
    withheld = verb.lemma == "discuss" and any(w.lemma in good for w in clause(verb).objects)
    mute = verb.lemma in {"give", "make", "offer"} and any(is_of(w, "statements") for w in clause(verb).objects)
    if (mute or is_of(verb, "silent")) and not withheld and (own or verb.lemma != "see"):
        return False
    ordained = verb.dep == "xcomp" and verb.lemma == "be" and verb.head.lemma == "be"  # "there IS TO BE no trade"
    if _hinges(verb, good):
        return True
    if (idle := _idle(verb)) is not None:
        kept = (c for c, bound in _bounds(idle) if c.dep == "advcl" and bound in _BOUNDS | _WHILE)
        return any(_is_move(mentions, c, issuers) for c in kept)
    if not (ordained or is_future(verb)):
        return False
    nothing = is_negated(verb) or _is_of_none(verb)
    bounds = list(_bounds(verb.head if ordained else verb))
    if not nothing:
        late = any(_is_late(c, verb, own=own) and _is_conceded(mentions, c, issuers, own=own) for c, _ in bounds)
        hung = [*verb.children, *_above(verb)]  # "is READY to lift them ONCE", hung on "is"
        hung += [c for w in verb.children if w.lower == "soon" for c in w.children]  # "as SOON as Oslo has paid"
        return late or (_lets_up(verb) and any(_is_earned(mentions, c, issuers) for c in hung))
    if not own and any(h.lower in CAN for h in auxiliaries(verb)):
        peace = verb.lemma == "be" and any(c.lemma in good for c in verb.children if c.dep in {"attr", "nsubj"})
        begins = is_of(verb, "taking_place")  # "TALKS can NOT RESUME until they have left"
        dealt = (c for c in verb.children if c.dep in {"nsubj", "nsubjpass"})
        peace = peace or any(is_of(c, "dealings") or (begins and c.lemma in good) for c in dealt)
        # what cannot be done is no condition, but "there can be no PEACE as long as they stay"
        if peace and any(b in _BOUNDS | _WHILE for _, b in bounds):
            return True
        shared = [c for c in verb.children if c.dep == "attr" and (c.lemma in good or is_of(c, "dealings"))]
        if any(map(is_nobody, shared)) and any(w.lemma in lexicon("content", "called_for") for w in _lacking(verb)):
            return True  # "there can be NO TRADE WITHOUT ACCESS to their waters"
        surface = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]  # "NOTHING can be signed BEFORE Oslo"
        moves = (c for c, b in bounds if b in _BOUNDS and c.dep == "advcl")
        return any(c.lower in _NONE for c in surface) and any(_is_move(mentions, c, issuers) for c in moves)
    whole = any(
        s.lower in _NONE or any(c.lower in {"not", "no"} for c in s.children) for s in clause(verb).subjects
    )  # "NOT ONE will leave"
    known = _BOUNDS if own or whole else _BOUNDS - {"before"}
    known = known | {"while", "long"}  # "there can be no talks WHILE Oslo's troops remain"
    talks = [c for c in verb.children if c.dep == "attr" and c.lemma in good and is_nobody(c)]
    given = [c for c, b in bounds if b == "before" and (c.lemma in lexicon("content", "desist") or ends_jointly(c))]
    lacking = _lacking(verb)
    definite = any(c.lower in {"his", "its", "the", "their"} for w in lacking for c in w.children)
    if talks and (definite or any(w.lemma in lexicon("content", "called_for", "suffered") for w in lacking)):
        return True  # "there will be NO TALKS WITHOUT the return of the boats"
    if talks and any(_is_move(mentions, c, issuers) for c in given):
        return True  # "there will be NO TALKS BEFORE they have disarmed"
    return any(
        bound in known
        and (
            _is_move(mentions, c, issuers)
            if c.dep == "advcl"
            else bound != "before" and (own or not whole) and not mentions.dates_in(c.start, _end_of(c))
        )
        for c, bound in bounds
    )


def _lacking(verb: Word) -> list[Word]:
    """What is told with "without" beside a verb."""
    return fillers(c for c in verb.children if c.lower == "without")


def _hinges(verb: Word, good: frozenset[str]) -> bool:
    """Whether talks or aid hang on what another is to do: "talks HINGE on the return of the boats"."""
    if not is_of(verb, "hinging") or is_negated(verb):
        return False
    asked = (w for w in clause(verb).oblique("on", "upon", "for") if w.lemma in lexicon("content", "called_for"))
    subjects = (c for c in verb.children if c.dep == "nsubj" and c.lemma in good)
    return any(subjects) and any(asked)


def _idle(verb: Word) -> Word | None:
    """What there is nothing for, or no reason, as long as something stays: "there is nothing TO DISCUSS", or None."""
    if verb.lemma not in {"be", "have", "see"}:
        return None
    told = [c for c in verb.children if c.dep in {"attr", "dobj"}]
    nothing = [c for c in told if c.lower in _NONE]
    nothing += [c for c in told if c.lemma in {"point", "reason", "sense", "use"} and is_nobody(c)]
    tasks = [t for c in nothing for t in c.children if is_to(t)]
    tasks += [t for c in nothing for i in c.children if i.lower == "in" for t in i.children]  # "no point IN TALKING"
    return next((t for t in tasks if is_of(t, "conferring")), None)


def withheld_until(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> Word | None:
    """What somebody else is to do before what a verb holds back: "REFUSED to talk until LIMA LEFT", or None."""
    args = clause(verb)
    task = next((c for c in args.complements if is_to(c)), None)
    if verb.lemma in {"decline", "refuse"}:
        held = task is not None and not is_of(task, "silent")
    else:
        good = lexicon("content", "blessings", "welcome", "favours")
        held = any(w.lemma in good for w in args.objects)
        held = held and (verb.lemma != "rule" or any(c.lower == "out" for c in verb.children))
    if not held or is_negated(verb):
        return None
    below = [b for w in (verb, task, *args.objects) if w is not None for b in _bounds(w)]
    bounds = [(c, bound) for c, bound in below if c.dep == "advcl" and bound in _BOUNDS | _WHILE]
    moves = (c for c, bound in bounds if _is_move(mentions, c, issuers) or (bound in _WHILE and _is_standing(c)))
    return next((c for c in moves if not _is_own(mentions, c, issuers)), None)


def _is_standing(verb: Word) -> bool:
    """Whether something that has a name of its own goes on: "as long as A SINGLE TRACTOR STANDS there"."""
    lasting = verb.lemma in {"be", "sit", "stand"} or is_of(verb, "keeping")
    return lasting and any(w.is_noun for w in clause(verb).subjects)


def _is_own(mentions: Mentions, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a bound is an act of the issuer's own: "until HE HAD READ it"."""
    subjects = clause(bound).subjects
    return any(is_own(mentions, w, issuers) for w in subjects) if subjects else False


def _bounds(verb: Word) -> Iterator[tuple[Word, str]]:
    """The clauses and phrases that bound an act, each with what opens it; "as LONG as they stay" among them."""
    going = verb.lemma in {"continue", "go", "keep"}  # "would GO ON BLOCKING it until"
    states = [c for c in verb.children if c.dep == "acomp" or (going and c.tag == "VBG")]
    told = [c for c in verb.children if c.dep == "attr"]
    for long in (w for t in told for w in t.subtree() if w.lower == "long"):
        yield from ((c, "long") for c in long.children if c.dep == "advcl")
    for child in (*verb.children, *(c for s in states for c in s.children)):
        if child.dep == "advcl":
            marks = (m for m in child.children if m.dep in {"mark", "advmod", "aux"})  # not ", WHILE Lima urged calm"
            yield from ((child, m.lower) for m in marks if m.lower != "while" or m.sentence.words[m.i - 1].text != ",")
        elif child.dep == "prep":
            if all(c.lower != "then" for c in child.children):  # "UNTIL THEN" tells no terms
                yield child, child.lower
            yield from (
                (c, "long") for p in child.subtree() if p.lower == "long" for c in p.children if c.dep == "advcl"
            )
        elif child.lower == "long" and child.dep == "advmod":
            yield from ((c, "long") for c in child.children if c.dep == "advcl")


def _is_of_none(verb: Word) -> bool:
    """Whether an act is none for what it has: "will agree to NO truce", "NOT A shot will fall", "NOBODY will go"."""
    if verb.lemma == "be" and any(c.lower in lexicon("asked", "vain") for c in verb.children if c.dep == "acomp"):
        return True  # "talks would be POINTLESS unless they left"
    below = [c for c in verb.children if c.is_noun or c.pos == "PRON"]
    below += fillers(c for c in verb.children if c.dep == "prep")
    return any(w.lower in _NONE or any(c.lower in {"no", "not"} for c in w.children) for w in below)


def _is_late(bound: Word, verb: Word, *, own: bool) -> bool:
    """Whether an act waits for a bound: "will come back ONLY WHEN", "will KEEP them UNTIL", "as LONG as"."""
    marks = {m.lower for m in bound.children}
    opens = next((w.i for w in bound.subtree()), 0)
    words = [w.lower for w in bound.sentence.words[max(0, opens - 1) : opens + 1]]
    only = "only" in words or any(c.lower == "only" for c in verb.children)
    if only and marks & _ONLY:
        return not any(h.lower in CAN for h in auxiliaries(verb))
    on = verb.lemma != "go" or any(c.lower == "on" or c.tag == "VBG" for c in verb.children)
    carried = verb.dep == "xcomp" and verb.head.lemma in {"continue", "go", "keep"}  # "would go on BLOCKING it until"
    # "the BAN would stay until"
    own = own or any(w.lemma in _measures() for w in clause(verb).subjects)
    gates = any(is_of(w, "gates") for w in clause(verb).subjects)
    own = own or (gates and any(c.lemma in lexicon("content", "confining") for c in verb.children if c.dep == "acomp"))
    own = own or any(c.lower == "us" and c.dep == "dative" for c in bound.children)  # "until they give US our men"
    return own and ((on and is_of(verb, "keeping")) or carried) and bool(marks & {"until", "till", "unless"})


@cache
def _measures() -> frozenset[str]:
    """What is kept up against somebody: "the SANCTIONS will remain until", "would lift the DUTIES once"."""
    return lexicon("content", "levers") | lexicon("asked", "fallen")


def _above(verb: Word) -> list[Word]:
    """The words that hang on the verb and the adjective over an infinitive: "is ready TO GO once …"."""
    if verb.dep != "xcomp":
        return []
    adjective = verb.head
    top = adjective.head if adjective.pos == "ADJ" else adjective
    return [*adjective.children, *(top.children if top is not adjective else ())]


def _lets_up(verb: Word) -> bool:
    """Whether measures against somebody are to end: "would LIFT the curbs", "the DUTIES will be scrapped"."""
    themes = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"}]
    return is_of(verb, "easing") and any(
        w.lemma in _measures() or (w.lower == "them" and verb.lemma == "lift") for w in themes
    )


def _is_earned(mentions: Mentions, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether measures are to end for what another has done, or is seen to have: "ONCE it had PROOF that Oslo had"."""
    marks = {m.lower for m in bound.children}
    opens = next((w.i for w in bound.subtree()), 0)
    only = bound.sentence.words[opens - 1].lower == "only" if opens else False
    timed = bool(marks & _EARNED) or bound.head.lower == "soon" or (only and bool(marks & _ONLY))
    if bound.dep != "advcl" or not timed:
        return False
    seen = [c for c in bound.children if is_of(bound, "finding") and c.dep == "ccomp"]
    proofs = [c for c in bound.children if c.dep == "dobj" and is_of(c, "proofs")]
    seen += [c for w in proofs for c in w.children if c.dep in {"acl", "ccomp", "relcl"}]
    move = seen[0] if seen else bound
    procedure = move.lemma in lexicon("content", "procedures") | {"agree", "decide", "meet", "vote"}
    return not procedure and _is_move(mentions, move, issuers)


def _is_conceded(mentions: Mentions, bound: Word, issuers: Sequence[Actor], *, own: bool) -> bool:
    """Whether a bound is that somebody else gives in: "until the men are HANDED over", "when OSLO has LEFT"."""
    given = bound.lemma in lexicon("content", "desist", "conceded") | {"depart", "go"}
    given = given or any(w.lower in {"compliance", "line"} for w in clause(bound).oblique("in"))  # "is IN COMPLIANCE"
    given = given or (own and any(c.lower == "if" for c in bound.children))  # "will come only IF Oslo pays"
    return bound.dep == "advcl" and given and bound.lemma != "choose" and _is_move(mentions, bound, issuers)


def _end_of(word: Word) -> int:
    return max(w.end for w in word.subtree())


def _is_move(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a clause tells what another does, or what is done: "until TURKEY withdraws", "until it is LIFTED"."""
    subjects = clause(verb).subjects
    if verb.lemma in {"get", "hear", "obtain", "receive", "see"} and clause(verb).oblique("from"):
        return True  # "until it RECEIVES guarantees FROM Oslo"
    pronouns = [c for c in verb.children if c.dep == "nsubj" and c.lower in {"it", "they", "he", "she"}]
    if any(c.lower in {"he", "she"} for c in pronouns) and any(a.kind == "direct" for a in mentions.said_at(verb)):
        return True  # "“until HE resigns,” Kim said": nobody calls himself so
    if not is_passive(verb) and any(not mentions.actors.at(c) for c in pronouns):
        return False  # mostly the speaker's own: "until THEY have counted"
    known = countries_of(issuers)
    homes = {None, *known} if known else set()  # of no state: "until THE ARMY left" is not a rebel's own army
    organs = [w for w in subjects if w.lemma in lexicon("content", "organs")]
    organs = [w for w in organs if all(c.dep not in {"amod", "compound", "prep", "relcl"} for c in w.children)]
    if any(mentions.actors.country_of(w) in homes for w in organs):
        return False
    if any(a in issuers for w in subjects for a in mentions.actors.at(w)):
        return False
    ills = lexicon("content", "arms", "calamity", "hardware", "hostile_acts", "levers")
    ends = lexicon("content", "conceded", "desist", "enforce", "procedures")
    surface = (c for c in verb.children if c.dep == "nsubjpass")  # "while MISSILES are aimed at us"
    meant = any(mentions.actors.who(w) or w.lemma in ills for w in subjects) or any(w.lemma in ills for w in surface)
    return meant or (is_passive(verb) and verb.lemma in ends)
