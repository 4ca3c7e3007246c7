"""Warnings: threats, cautions, demands and voiced concern.

Four patterns, one after the other; which words and which grammar, the siblings of this file say:

    X warned / urged / threatened (Y) that … / to … / against …     a verb of warning
    X is concerned / alarmed about …                                  an adjective
    X issued a warning to Y, UN demands that …, concern over …        a noun, with its owner or voice
    "Y must stop", X said; X said it would retaliate if …             speech with an obligation, harm or danger

The issuer is a public actor; what experts fear is an opinion, not a warning.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from dipevents.events.claims import disowned, report_of
from dipevents.events.experts import Experts
from dipevents.events.explained import telling_words
from dipevents.events.merge import merge
from dipevents.events.odds import keep, likely, most_likely
from dipevents.events.status import Phase, Status, read_status
from dipevents.events.warning.acts import by_issuer, is_future, is_harm
from dipevents.events.warning.adjectives import find_adjectives
from dipevents.events.warning.bounds import condition_on
from dipevents.events.warning.conditions import condition_of
from dipevents.events.warning.content import content_of, date_of_speech
from dipevents.events.warning.deadlines import deadline_of
from dipevents.events.warning.denied import with_denial
from dipevents.events.warning.kind import is_only_told, is_ruled_out, kind_of
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.merge import aimed_beside, distinct, join_warnings, same_warning, speak_alike
from dipevents.events.warning.met import is_met
from dipevents.events.warning.names import named
from dipevents.events.warning.noun_acts import own_voice
from dipevents.events.warning.nouns import carrier_of, find_nouns
from dipevents.events.warning.odds import LEAST, signs_of_warning
from dipevents.events.warning.opposed import opposed_to
from dipevents.events.warning.reports import without_reports
from dipevents.events.warning.scope import is_left_out, is_put_off, is_queried
from dipevents.events.warning.several import clauses_of
from dipevents.events.warning.spelled import find_spelled
from dipevents.events.warning.targets import target_of
from dipevents.events.warning.tasks import unwanted
from dipevents.events.warning.triggers import Trigger, find_told, find_verbs, opening_verbs
from dipevents.events.warning.troubled import find_trouble, find_watched
from dipevents.events.warning.ultimatums import parted
from dipevents.events.warning.verbs import class_of
from dipevents.events.warning.voices import can_warn, is_policing
from dipevents.events.warning.withheld import BOUNDS, CONDITIONS, find_held, find_terms
from dipevents.mentions.told_behind import day_behind
from dipevents.models.actor import ActorKind
from dipevents.models.warning import Warning, WarningKind, WarningStatus
from dipevents.reading.clauses import auxiliaries, governor, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["find_warnings"]


NO_HARM = "what is said is neither harmful, dangerous nor demanded"
_COLUMNS = tuple(f"warning.{kind.value}" for kind in WarningKind)


def find_warnings(mentions: Mentions) -> list[Warning]:
    """The warnings of an article, in text order; one object a warning, with every sentence that states it."""
    found: list[tuple[Trigger, Warning]] = []
    guessed: list[tuple[Trigger, Warning]] = []
    experts = Experts.among(mentions)
    claims = _claims(mentions, experts)
    for found_trigger in find_triggers(mentions):
        issuers = named(mentions, found_trigger.issuers, found_trigger.sentence)
        trigger = found_trigger if issuers == found_trigger.issuers else replace(found_trigger, issuers=issuers)
        if _is_opinion(experts, trigger, claims):
            mentions.skip(trigger.word, "warning", "an expert's opinion", of=telling_words("warning"))
            continue
        if not any(can_warn(mentions, issuer, trigger) for issuer in trigger.issuers):
            mentions.skip(trigger.word, "warning", "no issuer that could warn")
            continue
        for warning in _read(mentions, trigger):
            told = with_denial(mentions, trigger, warning)
            (found if told.chance is None else guessed).append((trigger, told))
    found = sorted([*found, *_apart(guessed, found)], key=lambda told: told[0].sentence.start)
    triggers: dict[int, list[Trigger]] = {}
    for trigger, _ in found:
        triggers.setdefault(trigger.sentence.start, []).append(trigger)
    merged = merge(without_reports(mentions, found), same_warning, join_warnings)
    dated = [_with_day_behind(mentions, w, merged) for w in merged if not _is_empty(w)]
    whole = [w if w.targets else aimed_beside(w, dated) for w in dated]
    return [_once(mentions, w) if w.targets else _aimed(mentions, _once(mentions, w), triggers) for w in whole]


def _is_empty(warning: Warning) -> bool:
    """Whether something is taken back of which nothing is told: "dropped the THREAT"."""
    return warning.status is WarningStatus.RETRACTED and not (warning.about or warning.targets)


def _with_day_behind(mentions: Mentions, warning: Warning, warnings: Sequence[Warning]) -> Warning:
    """The warning, with the day on which the next sentences say that it was voiced, where it has none."""
    if warning.when is not None or not warning.evidence or warning.status is WarningStatus.DENIED:
        return warning
    others = {e.start for other in warnings if other is not warning for e in other.evidence}
    nouns, verbs = lexicon("frames", "called_behind"), lexicon("frames", "told_on")
    when = day_behind(mentions, warning.evidence[-1], nouns, verbs, others)
    return replace(warning, when=when) if when is not None else warning


def _once(mentions: Mentions, warning: Warning) -> Warning:
    """A warning that is told twice, with each side once: "IRAN … an Iranian SPOKESMAN" are one issuer."""
    if len(warning.evidence) < 2:
        return warning
    names = mentions.actors.names
    return replace(
        warning,
        issuers=distinct(warning.issuers, warning.issuers, names),
        targets=distinct(warning.targets, [t for t in warning.targets if t.kind is ActorKind.STATE], names),
    )


def _apart(
    guessed: Sequence[tuple[Trigger, Warning]], sure: Sequence[tuple[Trigger, Warning]]
) -> Iterator[tuple[Trigger, Warning]]:
    """The guesses that do not stand in a sentence in which the same side is sure to warn."""
    told: dict[int, list[Warning]] = {}
    for trigger, warning in sure:
        told.setdefault(trigger.sentence.start, []).append(warning)
    for trigger, warning in guessed:
        near = told.get(trigger.sentence.start, ())
        if not any(speak_alike(warning.issuers, other.issuers) for other in near):
            yield trigger, warning


def _aimed(mentions: Mentions, warning: Warning, triggers: dict[int, list[Trigger]]) -> Warning:
    """A warning that names no target with the other side of the story, where it answers what that side did."""
    for trigger in (t for e in warning.evidence for t in triggers.get(e.start, ())):
        if any(issuer in trigger.issuers for issuer in warning.issuers):
            content = content_of(mentions, trigger)
            if targets := opposed_to(mentions, trigger, content, warning.issuers, warning.kind):
                return replace(warning, targets=targets)
    return warning


@cache
def _opening_words() -> frozenset[str]:
    """The lemmas of the verbs and nouns that may voice a warning."""
    stated = lexicon("asked", "firm", "stances", "uneasily") | CONDITIONS | BOUNDS
    return opening_verbs().union(kinds("nouns"), kinds("voiced"), stated)


_LINK = re.compile(r"(?<!ccording) (?:about|against|at|for|of|on|over|to|upon|with)$")
"""A preposition at the end of a cue."""


def find_triggers(mentions: Mentions) -> Iterator[Trigger]:
    """Every word of the article that may voice a warning, in text order."""
    said = [a for outer in reversed(mentions.attributions) for a in outer.walk()]
    # "has called on" is the cue of "called": the last word of a cue but a preposition tells where it stands
    cues: dict[int, Attribution] = {s.start + _LINK.sub("", s.text).rfind(" ") + 1: a for a in said for s in a.cue}
    states, known = lexicon("adjectives", "concern"), _opening_words()
    for sentence in mentions.sentences_for("warning"):
        if (spelled := find_spelled(mentions, sentence)) is not None:
            yield spelled
        for word in [w for w in sentence.words if w.lemma in known or w.lower in states or w.start in cues]:
            attribution = cues.get(word.start)
            if word.lower in BOUNDS:
                kept = find_held(mentions, word)
                yield from () if kept is None else (kept,)
            elif word.lower in states and _is_state(word):
                yield from find_adjectives(mentions, word, attribution)
            elif is_of(word, "firm") and word.pos == "ADJ":
                held = find_terms(mentions, word)
                yield from () if held is None else (held,)
            elif is_of(word, "uneasily"):
                watched = find_watched(mentions, word)
                yield from () if watched is None else (watched,)
            elif word.pos in {"VERB", "AUX"}:
                stated = find_trouble(mentions, word) or find_terms(mentions, word)
                yield from find_verbs(mentions, word, attribution) if stated is None else (stated,)
            elif word.pos in {"NOUN", "PROPN"} and not (attribution and word.lemma in lexicon("frames", "telling")):
                terms = find_terms(mentions, word)
                yield from find_nouns(mentions, word, attribution) if terms is None else (terms,)
            elif attribution is not None and (word.pos != "ADJ" or word.lower in {"clear", "plain"}):
                yield from find_told(mentions, word, attribution)


def _is_state(word: Word) -> bool:
    """Whether "alarmed" is a state, not an act: an adjective, a passive, or a headline's participle."""
    acts = any(c.dep == "dobj" for c in word.children)  # "the plan has ALARMED Oslo"
    return word.pos == "ADJ" or is_passive(word) or not acts


Claims = dict[int, list[tuple[int, int, set[str]]]]
"""Where experts speak: by sentence, the start and the end of their words and their names."""


def _claims(mentions: Mentions, experts: Experts) -> Claims:
    found: Claims = {}
    for attribution in mentions.attributions:
        names = _expert_names(experts, attribution)
        for said in attribution.content if names else ():
            for sentence in mentions.sentences_over(said.start, said.end):
                found.setdefault(sentence.i, []).append((said.start, said.end, names))
    return found


def _expert_names(experts: Experts, attribution: Attribution) -> set[str]:
    return {e.actor.name for e in experts.of(attribution)}


def _is_opinion(experts: Experts, trigger: Trigger, claims: Claims) -> bool:
    """Whether experts alone speak; what they fear is an opinion."""
    if trigger.attribution is not None:
        names = _expert_names(experts, trigger.attribution)
    else:
        at = trigger.word.start
        near = claims.get(trigger.word.sentence.i, ())
        names = set().union(*(names for start, end, names in near if start <= at < end))
    return bool(names) and all(issuer.name in names for issuer in trigger.issuers)


def _read(mentions: Mentions, trigger: Trigger) -> Iterator[Warning]:
    """The warning that a trigger voices, with its chance where no rule tells that it is one; of an ultimatum two."""
    word, issuers = trigger.word, trigger.issuers
    voice = own_voice(word) if word.is_noun else None  # "the threat that Oslo MADE is no news"
    act = (carrier_of(word) or word) if word.is_noun and voice is None else word
    vowed = word.lemma in lexicon("verbs", "announce", "vow")
    shown = word.is_noun and word.dep == "dobj" and is_of(word.head, "hiding")  # "did not HIDE its dismay"
    wished = word.lemma == "like" and not is_negated(word)  # "WOULD LIKE to see the troops gone"
    plain = shown or wished or unwanted(word) is not None
    status = read_status(voice or act) if (trigger.lexical or vowed) and not plain else None
    report = disowned(word) if status is not None and report_of(word) is not None else None
    status = status if report is None else Status(Phase.DENIED, (report,))  # "CALLED a report that it warned UNTRUE"
    # "said he must go and WARNED that": a bare past tense has happened, whatever it is joined to
    bare = act.tag == "VBD" and not auxiliaries(act) and not any(c.dep == "mark" for c in act.children)
    bare = bare or (voice is not None and voice.dep == "acl")  # "threats MADE by Oslo"
    done = {h.lower for h in auxiliaries(act)} >= {"have", "to"} and is_passive(act.head)
    bare = bare or done  # "was reported TO HAVE WARNED"
    if act.dep == "pcomp" and act.head.lower == "with" and any(c.dep == "nsubj" for c in act.children):
        status = None  # "the talks may fail, WITH LIMA URGING Oslo to go"
    phase = status.phase if status and not (bare or is_met(word, status)) else None
    denied = status is not None and any(w is report or w.lemma in lexicon("frames", "deny") for w in status.cue)
    if denied and bare and act.dep == "conj":
        status, denied = None, False  # "denied that it had lied and WARNED Lima"
    unvoiced = _why_unvoiced(trigger, act, status, phase, denied=denied)
    if unvoiced:
        mentions.skip(word, "warning", unvoiced)
        return
    content = content_of(mentions, trigger)

    def told_as(kind: WarningKind, content: Content = content) -> Warning:
        return Warning(
            evidence=(mentions.sentence_evidence(trigger.sentence),),
            when=date_of_speech(mentions, trigger, content),
            issuers=issuers,
            targets=target_of(mentions, trigger, content, issuers, kind),
            kind=kind,
            about=content.text,
            condition=condition_of(mentions, trigger, content),
            deadline=deadline_of(mentions, trigger, content, kind),
            status=WarningStatus.DENIED if denied else _status(trigger, phase),
            status_evidence=status.evidence(mentions) if status else None,
        )

    parts = parted(mentions, trigger, content)
    if parts is not None and kind_of(mentions, trigger, parts[0], issuers) is WarningKind.DEMAND:
        demand, threat = told_as(WarningKind.DEMAND, parts[0]), told_as(WarningKind.THREAT, parts[1])
        own = parts[1].head is not None and by_issuer(mentions, parts[1].head, issuers)
        if own and not is_harm(mentions, trigger, parts[1], issuers):
            yield demand  # "gave them a day, OR HE WOULD GO HOME"
            return
        yield from (demand, replace(threat, targets=demand.targets or threat.targets))
        return
    several = tuple(_told_apart(mentions, trigger, content, told_as))
    if several:
        yield from several
        return
    warning = _told(mentions, trigger, content, told_as)
    if warning is None:
        mentions.skip(word, "warning", NO_HARM, of=telling_words("warning"))
    elif is_policing(warning):
        mentions.skip(word, "warning", "a matter of the police")
    else:
        yield warning


def _told_apart(
    mentions: Mentions, trigger: Trigger, content: Content, told_as: Callable[..., Warning]
) -> Iterator[Warning]:
    """What is told in clauses of several kinds, or in one clause where the whole or the first tells nothing."""
    found: dict[WarningKind, Content] = {}
    parts = clauses_of(mentions, trigger, content)
    for part in parts:
        if not is_ruled_out(mentions, trigger, part, trigger.issuers):
            kind = kind_of(mentions, trigger, part, trigger.issuers)
            if kind is not None:
                found.setdefault(kind, part)
    late = bool(found) and parts[0] not in found.values()  # "was gravely concerned and that OSLO MUST STOP"
    if len(found) > 1 or late or (found and kind_of(mentions, trigger, content, trigger.issuers) is None):
        for kind, part in found.items():
            told = told_as(kind, part)
            yield told if told.targets or len(found) > 1 else replace(told, targets=told_as(kind, content).targets)


def _told(
    mentions: Mentions, trigger: Trigger, content: Content, told_as: Callable[[WarningKind], Warning]
) -> Warning | None:
    """The warning of the kind that rules tell, or else the odds; None for what is none."""
    if is_ruled_out(mentions, trigger, content, trigger.issuers):
        return None
    signs = partial(signs_of_warning, mentions, trigger, content, trigger.issuers)
    kind = kind_of(mentions, trigger, content, trigger.issuers)
    if kind is not None:
        keep(mentions, signs, partial(told_as, kind), sure=True)
        return told_as(kind)

    def guessed() -> Warning:
        return told_as(trigger.kind or WarningKind(most_likely(_COLUMNS, signs()).removeprefix("warning.")))

    told = likely(mentions, "warning", LEAST, signs, guessed)
    only = told is not None and is_only_told(mentions, trigger, content, trigger.issuers, told.kind)
    return None if only else told


def _why_unvoiced(trigger: Trigger, act: Word, status: Status | None, phase: Phase | None, *, denied: bool) -> str:
    """Why a word of warning voices none, or an empty string: it is denied, asked, put off or only possible."""
    word = trigger.word
    told = word.is_verb and not trigger.lexical and word.dep in {"ccomp", "xcomp"} and word.head.i < word.i
    if word.is_noun and word.dep == "dobj" and is_of(word.head, "hiding") and not is_negated(word.head):
        return "hidden"
    if told and word.head.lemma in lexicon("frames", "deny"):
        return "denied"  # "DENIED having SAID that Oslo must pay"
    if status is not None and _is_negated(act, status.phase) and not trigger.retracted and not denied:
        return "negated"
    voiced = trigger.kind is WarningKind.CONCERN and not word.is_noun
    endangers = trigger.kind is WarningKind.THREAT and word.is_verb and not trigger.clause.complements
    if endangers and "will" in {h.lower for h in auxiliaries(word)}:
        return "only foreseen"  # "within a year Iran WILL THREATEN its neighbours"
    asks = word.is_verb and class_of(word)[0] is WarningKind.DEMAND and is_future(word)
    bound = asks and any(h.lower == "would" for h in auxiliaries(word)) and condition_on(word) is not None
    if bound or (asks and any(is_of(c, "maybe") for c in word.children)):
        return "only foreseen"  # "will PROBABLY demand to join", "WOULD APPEAL to the court IF"
    put_off = phase is Phase.PLANNED and (voiced or is_put_off(word, trigger.kind))
    if put_off or (phase is Phase.POSSIBLE and not act.is_noun):
        return "only possible"
    if status is not None and (is_queried(word) or is_left_out(word)):
        return "only asked, or not voiced"
    faced = word.is_noun and word.dep == "dobj" and word.head.lemma in {"face", "meet", "receive"}
    if faced and is_future(word.head):
        return "only foreseen"  # "would FACE new calls to spend more"
    untold = word.is_noun and word.dep == "dobj" and word.head.lemma not in lexicon("frames", "voice")
    untold = untold or (word.dep == "pobj" and word.head.head.lemma == "sign")  # "may be a SIGN of concern"
    ahead = status is not None and status.phase is not Phase.HAPPENED
    ahead = ahead and not (is_of(word.head, "presupposing") and not is_future(word.head))  # "CONFIRMED its concern"
    return "a concern that is not voiced yet" if trigger.kind is WarningKind.CONCERN and untold and ahead else ""


def _is_negated(word: Word, phase: Phase) -> bool:
    """A verb that is denied; of a noun only "no demand": one that is rejected has been voiced."""
    if word.is_verb:
        return phase is Phase.DENIED if word.dep not in {"acl", "relcl"} else is_negated(word)
    above = governor(word)  # "is NO LONGER UNDER pressure", "is NOT FACING ANY pressure"
    met = word.head.lower == "under" or any(c.lower == "any" for c in word.children)
    return is_negated(word) or (met and above is not None and above.is_verb and is_negated(above))


def _status(trigger: Trigger, phase: Phase | None) -> WarningStatus:
    if trigger.retracted:
        return WarningStatus.RETRACTED
    return WarningStatus.ISSUED if phase in {None, Phase.HAPPENED, Phase.ONGOING} else WarningStatus.POSSIBLE
