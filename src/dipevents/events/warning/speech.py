"""Whether plain speech warns: signals in what is said, weighed for each kind against the threshold 1.

    we will retaliate; they will pay for it; its quota will be cut unless …      threat
    Y must stop; it is time for Y to go; we will not talk until Y leaves           demand
    that would be a disaster; any attack will lead to war; Y risks isolation       caution
    we view this with grave concern                                              concern

The weights stand in `data/warning.toml`, under `speech_weights`; a signal counts once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer, is_future, is_harm
from dipevents.events.warning.bounds import condition_on, marks_of
from dipevents.events.warning.business import is_of_business
from dipevents.events.warning.dangers import leaves_open, may_signal, signals_of_word, subjects_beside
from dipevents.events.warning.duty import duties_of, is_advised, is_foreign, is_nobody
from dipevents.events.warning.evils import bodes_ill, brings_calamity
from dipevents.events.warning.fates import fates_of, is_good, is_sweeping
from dipevents.events.warning.frames import is_framed, is_needed_of, is_order
from dipevents.events.warning.issuers import homes_of
from dipevents.events.warning.lexicon import is_of, lexicon, singular
from dipevents.events.warning.outcomes import befalls, ends_a_blow, harms_jointly, is_of_markets, turns_on_people
from dipevents.events.warning.sayings import sayings_in
from dipevents.events.warning.scope import is_denied, is_hoped, is_told, without_denied
from dipevents.events.warning.stakes import comes_next, is_dared, is_who, ruins, stakes_of
from dipevents.events.warning.struck import hits_somebody
from dipevents.events.warning.supposed import is_supposed
from dipevents.events.warning.terms import holds_out
from dipevents.events.warning.wishes import wishes_of
from dipevents.lexicon import read_words
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["signals_of", "weigh_speech"]

_EVILS = frozenset({"brings", "brings_now", "hurts"})
"""Signals that count in a relative clause too."""
_NOW = frozenset({"are", "is", "'re", "'s", "’re", "’s"})
_DEICTIC = frozenset({"that", "this", "it", "which", "these", "those", "we", "i", "he", "his", "my", "our", "she"})


def weigh_speech(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]
) -> WarningKind | None:
    """The kind for which the signals are strongest, in the order of the kinds where they are equal; None below 1."""
    signals = signals_of(mentions, trigger, content, issuers)
    if not signals:
        return None
    weights = read_words("warning")["speech_weights"]
    scores = dict.fromkeys(WarningKind, 0.0)
    for signal in signals:
        for kind, weight in weights[signal].items():
            scores[WarningKind(kind)] += weight
    best = max(WarningKind, key=lambda kind: round(scores[kind], 3))
    return best if round(scores[best], 3) >= 1 else None


def signals_of(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> list[str]:
    """The signals that a content holds, each once, in alphabetical order; "foreign" only beside other demands."""
    found: set[str] = set()
    words = without_denied(_own_words(trigger, content, issuers))
    if not words:
        return []  # all are of somebody else, or of what is not said
    content = replace(content, words=words) if len(words) < len(content.words) else content
    if is_harm(mentions, trigger, content, issuers):
        found.add("harm")
    warns = trigger.kind is WarningKind.CAUTION
    if trigger.attribution is None and not warns and (trigger.lexical or trigger.word.lemma in lexicon("verbs", "vow")):
        return sorted(found)
    found |= content.phrases
    if content.head is not None and any(s.lower in {"i", "we"} for s in clause(content.head).subjects):
        found.discard("demand_frames")  # "WE are under no illusion"
    if leaves_open(trigger.word):
        found.add("table")
    if _comes_otherwise(words):
        found.add("loss")
    if is_order(mentions, trigger, content):
        found.add("order")
    direct = trigger.attribution is not None and trigger.attribution.kind == "direct"
    verbs = [w for w in words if w.is_verb and is_told(w)]
    for verb in verbs:
        found.update(_of_verb(mentions, verb, content, issuers))
    for verb in (w for w in words if w.dep == "relcl" and _is_of_head(mentions, w, content, issuers)):
        found.update(_EVILS.intersection(_of_verb(mentions, verb, content, issuers)))
    found.update(_asked(mentions, words, verbs, issuers))
    if found & _beside("foreign") and any(is_foreign(mentions, verb, content, issuers) for verb in verbs):
        found.add("foreign")
    found.update(sayings_in(mentions, words, content, issuers, direct=direct))
    for word in filter(may_signal, words):
        found.update(signals_of_word(word, words, content, direct=direct))
    return sorted(found)


def _is_of_head(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether a clause tells what comes of a thing that another has or does: "OSLO is building a DAM THAT COULD"."""
    noun, head = verb.head, content.head
    if head is None or noun.head is not head or noun.dep not in {"attr", "dobj"} or is_negated(head):
        return False
    if any(map(is_nobody, clause(verb).objects)):
        return False  # "a drug that will hurt NOBODY"
    return head.is_verb and not is_hoped(head) and not by_issuer(mentions, head, issuers)


def _asked(mentions: Mentions, words: Sequence[Word], verbs: Sequence[Word], issuers: Sequence[Actor]) -> Iterator[str]:
    """What it signals that something is put to somebody, or needed of him."""
    timed = any(w.lemma == "time" for w in words)  # "it is TIME (that) Oslo left"
    if any(is_framed(mentions, w, issuers) for w in words if w.tag == "VB" or (timed and w.is_verb)):
        yield "put"
    if any(is_needed_of(mentions, w, issuers) for w in verbs):
        yield "demand_said"


def _comes_otherwise(words: Sequence[Word]) -> bool:
    """Whether something ill is to be unless somebody yields: "OTHERWISE the FIGHTING would go on"."""
    if words[0].lower != "otherwise":
        return False
    ills = lexicon("content", "hostile_acts", "calamity", "levers")
    return any(w.lemma in ills for w in words) and any(w.is_verb and is_future(w) and not is_negated(w) for w in words)


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
        if not any(cue.text.lower() in lexicon("asked", "facts") for cue in inner.cue)  # "they KNOW that we will"
        and (inner.speakers or any(s.text.lower() not in _DEICTIC for s in inner.source))
        and not _is_of_thing(inner)
        and not any(  # nameless officials only tell what a ministry said
            a == i or (a.country and a.country == i.country and i.kind is not ActorKind.GROUP)
            for a in inner.speakers
            for i in issuers
        )
        for span in inner.content
    ]
    return tuple(w for w in content.words if not any(span.start <= w.start < span.end for span in others))


def _is_of_thing(inner: Attribution) -> bool:
    """Whether words are hung on a thing, which says nothing: "said the DUTIES THREATENED to ruin them"."""
    threat = any(cue.text.lower().startswith("threaten") for cue in inner.cue)
    things = lexicon("frames", "things")
    return threat and any(singular(s.text.lower().split()[-1]) in things for s in inner.source)


def _of_verb(mentions: Mentions, verb: Word, content: Content, issuers: Sequence[Actor]) -> Iterator[str]:
    """What one verb of a content signals."""
    future, bound = is_future(verb), condition_on(verb)
    hung = any(s.is_verb for s in subjects_beside(verb))  # "WHOEVER MEDDLES, he said, will"
    own = future and not hung and by_issuer(mentions, verb, issuers)
    if holds_out(mentions, verb, issuers, own=own):
        yield "holds_out"
    yield from stakes_of(mentions, verb, bound, issuers)
    yield from duties_of(mentions, verb, content, issuers)
    yield from wishes_of(mentions, verb, issuers)
    yield from () if own or not is_supposed(mentions, verb) else ("hurts",)
    if (
        verb.lemma == "risk"
        and verb.head.lower != "without"
        and (verb.tag != "VBD" or verb is content.head)
        and verb.dep != "relcl"
        and (clause(verb).objects or clause(verb).complements)
        and not any(map(is_nobody, clause(verb).objects))  # "would RISK NO damage"
    ):
        yield "risk"
    if future and not is_denied(verb):
        yield from () if is_hoped(verb) else _of_prospect(mentions, verb, bound, issuers, own=own)
    elif future and not own and bound is not None and _is_ruled_out(verb, bound):
        yield from ("condition", "withheld")
    elif future and not own and verb is content.head and is_of(verb, "enduring") and is_negated(verb):
        # "the air link might NOT SURVIVE a vote", "THOSE WHO cross will NOT SURVIVE it"
        yield "loss" if any(map(is_dared, subjects_beside(verb))) else "hurts"
    elif future and is_passive(verb) and verb.lemma in lexicon("content", "permit") and not own:
        yield "loss"
    elif _harms_now(mentions, verb, bound, content):
        yield "brings_now"
    if future and verb.lemma not in lexicon("content", "mild_acts", "peaceful", "benign") and comes_next(verb):
        yield "next"
    if leaves_open(verb):
        yield "table"
    if is_advised(verb):
        yield "advice"
    bid = verb.lemma in lexicon("content", "heed") and any(
        h.lower in lexicon("content", "obligation") for h in auxiliaries(verb)
    )
    if bid and not own and any(is_dared(subject) for subject in subjects_beside(verb)):
        yield from ("dared", "whoever")


def _brings_now(verb: Word, content: Content) -> bool:
    """Whether something is said to lead to an evil already: "the deal POSES a threat", "said that it MEANT war"."""
    present = verb.tag in {"VBZ", "VBP"} and verb.lemma in lexicon("content", "results")
    present = present or (verb.tag == "VBD" and verb is content.head and is_of(verb, "standing"))
    # "I MEANT TO SAY terrorists", "I MEAN, it is a tragedy"
    present = present and not any(c.dep == "xcomp" or c.lower in {"i", "you"} for c in verb.children)
    heading = verb.lemma in lexicon("content", "descents") or verb.lemma in {"bring", "lead", "invite"}
    present = present or (heading and verb.tag == "VBG" and any(h.lemma == "be" for h in auxiliaries(verb)))
    return present and not is_negated(verb) and brings_calamity(verb)


def _harms_now(mentions: Mentions, verb: Word, bound: Word | None, content: Content) -> bool:
    """Whether something brings an evil, or does harm, already, or somebody faces one."""
    if verb is content.head and bodes_ill(mentions, verb):
        return True
    return _brings_now(verb, content) or _menaces(mentions, verb, content) or _faces(verb, bound, content)


def _faces(verb: Word, bound: Word | None, content: Content) -> bool:
    """Whether somebody is headed for an evil unless another moves: "that thousands FACED a MASSACRE unless"."""
    told = verb is content.head and verb.tag in {"VBD", "VBP", "VBZ"} and verb.lemma in lexicon("content", "befalls")
    return told and bound is not None and bool(marks_of(bound) & {"if", "unless"}) and brings_calamity(verb)


def _menaces(mentions: Mentions, verb: Word, content: Content) -> bool:
    """Whether what somebody else does harms already: "that OSLO'S drills THREATEN the peace", "is UNDERMINING it"."""
    if verb.lemma not in lexicon("content", "menaces") or is_negated(verb) or any(map(is_nobody, clause(verb).objects)):
        return False  # "Oslo THREATENS NOBODY"
    if verb.dep == "ccomp" and verb.head.lemma in lexicon("frames", "accusing"):
        return False  # "CLAIMED that the drills were undermining it" accuses
    if verb.lemma == "threaten" and any(w.lemma in lexicon("content", "outcome") for w in clause(verb).objects):
        return False  # "the families are THREATENING ACTION"
    now = _NOW | {"was", "were"} if verb is content.head else _NOW  # "said that the drills WERE UNDERMINING it"
    if verb.tag == "VBG" and any(h.lower in now for h in auxiliaries(verb)) and verb.dep != "advcl":
        return any(c.dep == "dobj" for c in verb.children) and all(s.lower != "we" for s in subjects_beside(verb))
    if verb is not content.head or verb.tag not in {"VBZ", "VBP", "VBD"}:
        return False
    args = clause(verb)
    if any(w.lemma in lexicon("content", "endangered") for w in args.objects):
        return True
    persons = (a for w in args.subjects if verb.lemma == "threaten" for a in mentions.actors.at(w))
    if verb.tag == "VBD" and any(a.kind is ActorKind.PERSON for a in persons):
        return False  # "said that HE THREATENED the judge" accuses
    return bool(args.objects) and any(
        mentions.actors.who(w) or mentions.actors.country_of(w) or any(c.dep == "poss" for c in w.children)
        for w in args.subjects
    )


def _is_ruled_out(verb: Word, bound: Word) -> bool:
    """Whether something will not be, should somebody act: "if a shot falls, the strait WILL NOT REMAIN open"."""
    if verb.lemma in lexicon("content", "fruits", "mild_acts") or is_of_business(bound):
        return False
    if any(c.lemma in lexicon("content", "calamity") for c in verb.children):
        return False
    if verb.lemma == "be" and {"acomp", "it"} <= {f for c in verb.children for f in (c.dep, c.lower)}:
        return False  # "IT WOULD NOT BE SURPRISING if they left"
    if any(h.lower in {"can", "ca", "could", "may", "might"} for h in auxiliaries(verb)):
        return False
    marks = marks_of(bound)
    return bool(marks & {"if", "unless", "should"}) and "even" not in marks


def _of_prospect(
    mentions: Mentions, verb: Word, bound: Word | None, issuers: Sequence[Actor], *, own: bool
) -> Iterator[str]:
    """What an act to come signals, `bound` being the condition that hangs on it."""
    if bound is not None:
        yield "condition"
        good = lexicon("content", "blessings", "welcome")
        given = [c for c in verb.children if c.dep == "dobj" and verb.lemma in {"get", "receive"}]
        withheld = [*subjects_beside(verb), *given, *(c for c in verb.children if c.dep == "attr" and c.lemma in good)]
        if not own and any(is_nobody(c) for c in withheld) and not is_of_business(bound):
            yield "withheld"  # "if they come, there will be NO PEACE"
    if own and bound is not None and befalls(verb):
        yield "hurts"  # "if we lift it, WE WOULD LOSE all trust"
    if own:
        return
    subjects = subjects_beside(verb)
    if any(map(is_sweeping, subjects)):
        yield "whoever"
    yield from fates_of(verb, subjects)
    plain = verb.lemma in lexicon("content", "procedures") | lexicon("asked", "plain")
    plain = plain or (is_passive(verb) and verb.lemma in lexicon("content", "benign", "mild_acts"))
    pained = verb.lemma in lexicon("content", "suffer", "losses", "harm_done")
    plain = plain or (not pained and is_good(verb))
    if not plain and any(is_dared(s) and (pained or not is_who(s)) for s in subjects):
        yield "dared"
    shared = is_passive(verb) or bool(clause(verb).oblique("into", "between", "among"))
    shared = shared and verb.lemma in {"destroy", "divide", "split"}  # "the duties will be SPLIT"
    rival = any(s.lemma in lexicon("content", "opponents") for s in subjects)
    hurts = verb.lemma in lexicon("content", "hurts") and not (shared or rival or is_hoped(verb))
    # "if the French leave, the militias WILL INVADE"
    invaded = bound is not None and not is_passive(verb) and verb.lemma in lexicon("content", "onslaught")
    if hurts or invaded or _is_dying(verb) or _costs(verb) or turns_on_people(verb):
        yield "hurts"
    leads = verb.lemma in lexicon("content", "results", "befalls") or _opens(verb)
    if not is_hoped(verb) and ((leads and brings_calamity(verb)) or ruins(verb)):
        yield "brings"
    if _is_loss(mentions, verb, issuers):
        ours = _is_at_home(mentions, verb, issuers) or _is_thing_lost(mentions, verb, issuers)
        yield "hurts" if ours else "loss"


def _opens(verb: Word) -> bool:
    """Whether an act is to be the first of more: "any landing would BE THE BEGINNING of a long war"."""
    named = (c for c in verb.children if c.dep == "attr") if verb.lemma == "be" else ()
    return any(c.lemma in lexicon("content", "outbreaks") for c in named)


def _costs(verb: Word) -> bool:
    """Whether a step is to cost somebody more than money: "a verdict could COST THEM THEIR SEAT"."""
    lost = [c for c in verb.children if c.dep in {"dobj", "dative"}] if verb.lemma == "cost" else []
    owned = any(c.dep == "poss" for w in lost for c in w.children)
    return bool(lost) and (owned or len(lost) > 1) and all(w.pos != "NUM" for o in lost for w in o.subtree())


def _is_dying(verb: Word) -> bool:
    """Whether people are said to die of it: "without help the VILLAGERS will STARVE"; not one person."""
    people = (s for s in subjects_beside(verb) if s.tag in {"NNS", "NNPS"} or s.lemma in {"people", "many"})
    return verb.lemma in lexicon("content", "dying") and any(people)


def _is_loss(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether somebody is to lose by an act: "will forfeit", "will be expelled"; "will be closed" only if it is his."""
    others = is_passive(verb) and clause(verb).subjects and not by_issuer(mentions, verb, issuers)
    if is_of_markets(verb) or ends_a_blow(verb) or others:
        return False  # "a tenth of the CROP would be lost", "could be blocked BY THE OTHERS"
    if verb.lemma in lexicon("content", "losses"):
        return True
    away = verb.lemma == "send" and any(c.lower in {"home", "packing"} for c in verb.children)  # "could be SENT HOME"
    # "may be ASKED TO LEAVE"
    away = away or any(c.dep == "xcomp" and c.lemma in {"go", "leave"} for c in verb.children)
    if not is_passive(verb) or not (away or harms_jointly(verb) or verb.lemma in lexicon("content", "harm_done")):
        return False
    plain = (away or verb.lemma in lexicon("content", "plain_harm")) and condition_on(verb) is None
    return not plain or hits_somebody(mentions, verb, issuers)


def _is_thing_lost(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether it is nobody's by name what is to be lost: "the GAINS could be lost", not "its QUOTA"."""
    lost = is_passive(verb) and verb.lemma in lexicon("content", "losses")
    return lost and not hits_somebody(mentions, verb, issuers)


def _is_at_home(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a loss falls on the speaker's own side, or is what an act leads to: "OUR farmers will suffer".

    So does what something means: "that will MEAN the farmers will SUFFER".
    """
    if verb.dep == "ccomp" and verb.head.lemma == "mean":
        return True
    subjects = subjects_beside(verb)
    homes = {mentions.actors.country_of(s) for s in subjects}
    if homes == {None} and all(s.lemma in lexicon("frames", "private") for s in subjects):
        return True  # "warned that PATIENTS would suffer"
    return bool(homes & homes_of(issuers)) or any(s.dep == "csubj" and s.tag == "VBG" for s in subjects)
