"""Whether plain speech warns: signals in what is said, weighed for each kind against the threshold 1.

    we will retaliate; they will pay for it; its quota will be cut unless …      threat
    Y must stop; it is time for Y to go; we will not talk until Y leaves           demand
    that would be a disaster; any attack will lead to war; Y risks isolation       caution
    we view this with grave concern                                              concern

The weights stand in `data/warning.toml`, under `speech_weights`; a signal counts once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning_acts import by_issuer, condition_on, is_future, is_harm, is_of_issuer
from dipevents.events.warning_lexicon import lexicon
from dipevents.lexicon import read_words
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning_content import Content
    from dipevents.events.warning_triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["holds_out", "signals_of", "weigh_speech"]

_BOUNDS = frozenset({"until", "unless", "before", "till"})
_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_ANY = frozenset({"any", "anyone", "anybody", "whoever", "whatever", "every", "those", "all", "further", "another"})


def weigh_speech(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]
) -> WarningKind | None:
    """The kind for which the signals are strongest, in the order of the kinds where they are equal; None below 1."""
    weights = read_words("warning")["speech_weights"]
    scores = dict.fromkeys(WarningKind, 0.0)
    signals = signals_of(mentions, trigger, content, issuers)
    if not signals:
        return None
    for signal in signals:
        for kind, weight in weights[signal].items():
            scores[WarningKind(kind)] += weight
    best = max(WarningKind, key=lambda kind: round(scores[kind], 3))
    return best if round(scores[best], 3) >= 1 else None


def signals_of(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> list[str]:
    """The signals that a content holds, each once, in alphabetical order; "foreign" only beside other demands."""
    found: set[str] = set()
    if is_harm(mentions, trigger, content, issuers):
        found.add("harm")
    if trigger.attribution is None and trigger.word.lemma not in lexicon("verbs", "hint"):
        return sorted(found)
    found |= content.phrases
    if _is_order(trigger, content):
        found.add("order")
    direct = trigger.attribution is not None and trigger.attribution.kind == "direct"
    words = _own_words(trigger, content, issuers)
    verbs = [w for w in words if w.is_verb and w.dep != "relcl"]
    for verb in verbs:
        found.update(_of_verb(mentions, verb, content, issuers))
    if found & _beside("foreign") and any(
        _is_obliged(mentions, verb, content, issuers) and _is_foreign(mentions, verb, issuers) for verb in verbs
    ):
        found.add("foreign")
    for word in words:
        if word.lemma in lexicon("content", "strong_danger") and _is_danger(word, content, direct=direct):
            found.add("danger")
        if word.is_noun and word.lemma in lexicon("content", "calamity"):
            found.add("calamity")
    return sorted(found)


@cache
def _beside(signal: str) -> frozenset[str]:
    """The other signals for the same kinds: one that decides nothing alone is asked for only beside them."""
    weights = read_words("warning")["speech_weights"]
    return frozenset(name for name in weights if name != signal and weights[name].keys() & weights[signal].keys())


def _own_words(trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> tuple[Word, ...]:
    """The words of a content that nobody else is quoted with: in "X said that Y says it is a risk", the risk is Y's."""
    if trigger.attribution is None or not trigger.attribution.inner:
        return content.words
    others = [
        span
        for inner in trigger.attribution.inner
        if not any(a == i or (a.country and a.country == i.country) for a in inner.speakers for i in issuers)
        for span in inner.content
    ]
    return tuple(w for w in content.words if not any(span.start <= w.start < span.end for span in others))


def _of_verb(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> Iterator[str]:
    """What one verb of a content signals."""
    future, ready = is_future(verb), _is_ready(verb)
    own = (future or ready) and by_issuer(mentions, verb, issuers)
    if future and holds_out(mentions, verb, issuers, own=own):
        yield "holds_out"
    if (duty := list(_of_duty(verb))) and _is_obliged(mentions, verb, content, issuers):
        yield from duty
    if verb.lemma in {"want", "expect", "like"} and _wishes(mentions, verb, issuers):
        yield "wish"
        if any(w.is_verb and w.lemma in lexicon("content", "desist") for w in content.words):
            yield "desist"
    if (
        verb.lemma == "risk"
        and (verb.tag != "VBD" or verb is content.head)
        and verb.dep != "relcl"
        and (clause(verb).objects or clause(verb).complements)
    ):
        yield "risk"
    if future and not is_negated(verb):
        yield from _of_prospect(verb, own)
    elif verb.tag in {"VBZ", "VBP"} and verb.lemma in lexicon("content", "results") and _brings_calamity(verb):
        yield "brings_now"
    if own and ready:
        yield "ready"


def _of_prospect(verb: Word, own: bool) -> Iterator[str]:
    """What an act to come signals."""
    if condition_on(verb) is not None:
        yield "condition"
        if not own and any(_is_nobody(c) for c in _surface(verb)):
            yield "withheld"
    if own:
        return
    if any(_is_sweeping(subject) for subject in _surface(verb)):
        yield "whoever"
    if any(_is_dared(subject) for subject in _surface(verb)):
        yield "dared"
    if verb.lemma in lexicon("content", "hurts"):
        yield "hurts"
    if verb.lemma in lexicon("content", "results") and _brings_calamity(verb):
        yield "brings"
    if verb.lemma in lexicon("content", "losses") or (
        is_passive(verb) and verb.lemma in lexicon("content", "harm_done")
    ):
        yield "loss"


def _surface(verb: Word) -> list[Word]:
    return [c for c in verb.children if c.dep in {"nsubj", "nsubjpass", "csubj"}]


def _is_sweeping(subject: Word) -> bool:
    """A subject that leaves nobody out: "any crossing", "whoever refuses", "every ship that …"."""
    return subject.lower in _ANY or subject.dep == "csubj" or any(c.lower in _ANY for c in subject.children)


def _is_dared(subject: Word) -> bool:
    """A subject that is defined by the deed: "WHOEVER refuses", "ANYONE WHO crosses", "ANY MORE shells"."""
    defined = subject.lower in {"anyone", "anybody"} and any(c.dep == "relcl" for c in subject.children)
    more = {c.lower for c in subject.children} | {g.lower for c in subject.children for g in c.children}
    whoever = subject.lower == "whoever" or any(c.lower == "whoever" for c in subject.children if c.dep == "nsubj")
    return whoever or defined or ("any" in more and bool(more & {"more", "further", "other"}))


def _brings_calamity(verb: Word) -> bool:
    """Whether what a verb leads to is an evil: "would lead to WAR", "will bring more DISPLACEMENT"."""
    args = clause(verb)
    ends = [*args.objects, *args.oblique("to", "in", "into", "towards", "toward")]
    ends += [c for c in verb.children if c.dep == "attr"]
    return any(
        w.lemma in lexicon("content", "calamity") or any(c.lemma in lexicon("content", "calamity") for c in w.children)
        for w in ends
    )


def holds_out(mentions: Mentions, verb: Word, issuers: Sequence[Actor], *, own: bool) -> bool:
    """A precondition: nothing will be done until, unless or before somebody else moves."""
    if not is_future(verb):
        return False
    nothing = is_negated(verb) or any(c.lower == "no" for w in verb.children if w.is_noun for c in w.children)
    if not nothing:
        return False
    if not own and any(h.lower in {"can", "ca", "cannot", "could"} for h in auxiliaries(verb)):
        return False  # what cannot be done is no condition
    bounds = _BOUNDS if own else _BOUNDS - {"before"}
    return any(
        (c.dep == "advcl" and any(m.lower in bounds for m in c.children) and _is_move(mentions, c, issuers))
        or (c.dep == "prep" and c.lower in bounds and not mentions.dates_in(c.start, _end_of(c)))
        for c in verb.children
    )


def _end_of(word: Word) -> int:
    return max(w.end for w in word.subtree())


def _is_move(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a clause tells what another does, or what is done: "until TURKEY withdraws", "until it is LIFTED"."""
    subjects = clause(verb).subjects
    if any(
        w.lemma in lexicon("content", "organs") or any(a in issuers for a in mentions.actors.at(w)) for w in subjects
    ):
        return False
    return is_passive(verb) or any(mentions.actors.who(w) for w in subjects)


def _is_obliged(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether somebody other than the issuer has a duty."""
    if not (verb is content.head or verb.dep in {"conj", "ccomp", "ROOT", "parataxis"}):
        return False
    args = clause(verb)
    whom = args.subjects or args.objects
    if not whom or any(w.lemma in lexicon("content", "publics") for w in whom):
        return not whom and is_passive(verb)
    return not any(w.lower in {"we", "i", "you"} or _is_own(mentions, w, issuers) for w in whom)


def _is_own(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a duty is the issuer's own or its state's; that of a rival at home is not."""
    if not is_of_issuer(mentions, word, issuers):
        return False
    meant = mentions.actors.who(word)
    return not meant or any(a == i or ActorKind.STATE in {a.kind, i.kind} for a in meant for i in issuers)


def _is_foreign(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether another state, or somebody of it, is named as who would have to act."""
    args = clause(verb)
    whom = [a.country for w in args.subjects or args.objects for a in mentions.actors.at(w) if a.country]
    return bool(whom) and not any(i.country in whom for i in issuers)


def _of_duty(verb: Word) -> Iterator[str]:
    """What a duty signals: how strict it is, and whether something must end."""
    helpers = {h.lower for h in auxiliaries(verb)}
    inner = verb
    if verb.lemma in lexicon("content", "obliged"):
        below = [c for c in verb.children if c.dep == "xcomp" and any(a.lower == "to" for a in c.children)]
        if not below or is_future(verb) or is_negated(verb):
            return
        inner, name = below[0], "need"
    elif "must" in helpers:
        name = "must"
    elif helpers & lexicon("content", "obligation") and not _is_inverted(verb):
        name = "should"
    else:
        if (
            is_negated(verb)
            and helpers & {"can", "ca", "cannot", "could"}
            and verb.lemma in lexicon("content", "forbear")
        ):
            yield "must"
        return
    if inner.lemma in lexicon("content", "benign") and not is_negated(inner):
        return
    yield name
    stative = inner.lemma in lexicon("content", "states") and not is_passive(inner)
    nobody = any(_is_nobody(c) for c in verb.children if c.dep in {"nsubj", "nsubjpass"})
    ends = inner.lemma in lexicon("content", "desist") or _joins_end(inner)
    if ends or ((is_negated(verb) or nobody) and not stative):
        yield "desist"


def _is_nobody(subject: Word) -> bool:
    """A subject that leaves out everybody: "NOBODY should test us", "NO COUNTRY must"."""
    return subject.lower in _NOBODY or any(c.lower == "no" for c in subject.children)


def _joins_end(verb: Word) -> bool:
    """Whether an end is asked for beside something else: "should honour the treaty and STOP the flights"."""
    below = [verb, *(c for c in verb.children if c.dep == "xcomp")]
    return any(
        c.dep == "conj" and c.tag == "VB" and c.lemma in lexicon("content", "desist") for w in below for c in w.children
    )


def _is_inverted(verb: Word) -> bool:
    """Whether "should" opens a condition: "should he survive"."""
    subjects = [c.i for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    helpers = [c.i for c in verb.children if c.lower == "should"]
    return bool(subjects and helpers) and helpers[0] < subjects[0]


def _wishes(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether somebody wants an act of another: "we expect Turkey to release him"."""
    if is_negated(verb):
        return False
    return any(
        c.tag == "VB"
        and any(
            s.dep == "nsubj" and mentions.actors.who(s) and not is_of_issuer(mentions, s, issuers) for s in c.children
        )
        for c in clause(verb).complements
    )


def _is_ready(verb: Word) -> bool:
    """Whether the issuer stands ready for a harmful act: "is prepared to use force"."""
    return (
        verb.head.lower in lexicon("content", "poised")
        and any(c.lower == "to" for c in verb.children if c.dep == "aux")
        and (
            verb.lemma in lexicon("content", "harm")
            or any(c.lemma in lexicon("content", "hostile_acts") for c in verb.children)
        )
    )


def _is_order(trigger: Trigger, content: Content) -> bool:
    """A quoted imperative that bids somebody stop: "Leave our waters," the admiral said."""
    head = content.head
    if head is None or head.tag != "VB" or trigger.attribution is None or trigger.attribution.kind == "indirect":
        return False
    bare = not any(c.dep in {"nsubj", "aux", "nsubjpass"} and c.lower not in {"do"} for c in head.children)
    aside = any(c.lower == "aside" for c in head.children)
    return bare and not aside and (head.lemma in lexicon("content", "desist") or is_negated(head))


def _is_danger(word: Word, content: Content, *, direct: bool) -> bool:
    """Danger as what is stated: "there is a danger of", "would be a disaster", "it could undermine"."""
    if word.is_verb:
        return is_future(word)
    return _is_predicate(word) and not (direct and _is_past(word)) and not _is_aside(word, content)


def _is_aside(word: Word, content: Content) -> bool:
    """Whether a predicate stands in a relative clause or in what somebody merely names so ("what he called …")."""
    for up in word.ancestors():
        if up is content.head:
            return False
        if up.is_verb and (up.dep == "relcl" or any(c.lower == "what" for c in up.children)):
            return True
    return False


def _is_past(word: Word) -> bool:
    """Whether the verb over a word is in the past tense: in direct speech that tells, and does not warn."""
    verb = next((up for up in word.ancestors() if up.is_verb), word)
    return verb.tag == "VBD" and not auxiliaries(verb)


def _is_predicate(word: Word) -> bool:
    """Whether a word is what something is said to be, cause or become: "a recipe for disaster", "as a danger"."""
    for _ in range(4):
        head = word.head
        if head is word:
            return False
        if word.dep in {"attr", "acomp", "oprd", "ccomp"} and head.is_verb:
            return not is_negated(head)
        if head.is_verb:
            return word.dep == "dobj" and is_future(head) and not is_negated(head)
        if head.lower == "as" and head.head.lemma in lexicon("content", "naming"):
            return True
        word = head
    return False
