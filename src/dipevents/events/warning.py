"""Warnings: threats, cautions, demands and voiced concern.

Four patterns, one after the other; which words and which grammar, the siblings of this file say:

    X warned / urged / threatened (Y) that … / to … / against …     a verb of warning
    X is concerned / alarmed about …                                  an adjective
    X issued a warning to Y, UN demands that …, concern over …        a noun, with its owner or voice
    "Y must stop", X said; X said it would retaliate if …             speech with an obligation, harm or danger

The issuer is a public actor; what experts fear is an opinion, not a warning.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from dipevents.events.experts import Experts
from dipevents.events.merge import merge, union
from dipevents.events.odds import is_likely, keep, most_likely
from dipevents.events.status import Phase, read_status
from dipevents.events.warning_adjectives import find_adjectives
from dipevents.events.warning_content import condition_of, content_of, date_of_speech, deadline_of, words_of
from dipevents.events.warning_kind import is_ruled_out, kind_of
from dipevents.events.warning_lexicon import kinds, lexicon, singular
from dipevents.events.warning_names import named
from dipevents.events.warning_nouns import find_nouns
from dipevents.events.warning_odds import LEAST, signs_of_warning
from dipevents.events.warning_opposed import opposed_to
from dipevents.events.warning_scope import is_foreseen, is_left_out, is_performed, is_put_off, is_queried
from dipevents.events.warning_targets import target_of
from dipevents.events.warning_triggers import Trigger, find_told, find_verbs, opening_verbs
from dipevents.mentions.gazetteer import is_called
from dipevents.models.actor import ActorKind
from dipevents.models.warning import Warning, WarningKind, WarningStatus
from dipevents.reading.clauses import auxiliaries, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["find_warnings"]


_VOICES = (
    {ActorKind.STATE},
    {ActorKind.STATE, ActorKind.PERSON},
    {ActorKind.STATE, ActorKind.ORGANIZATION},
    {ActorKind.PERSON, ActorKind.ORGANIZATION},
)
"""Kinds of issuers of one state that speak with one voice; two persons, or a group and others, do not."""
NEAR = 900
"""Characters within which one issuer speaks on, or an article tells what its title says."""
_STOPS = frozenset(".?!\"”’'")
_COLUMNS = tuple(f"warning.{kind.value}" for kind in WarningKind)


def find_warnings(mentions: Mentions) -> list[Warning]:
    """The warnings of an article, in text order; one object a warning, with every sentence that states it."""
    found = []
    experts = Experts.among(mentions)
    claims = _claims(mentions, experts)
    known = mentions.actors.names
    for found_trigger in find_triggers(mentions):
        trigger = replace(found_trigger, issuers=named(mentions, found_trigger.issuers, found_trigger.sentence))
        if _is_opinion(experts, trigger, claims):
            mentions.skip(trigger.word, "warning", "an expert's opinion")
            continue
        if not any(_can_warn(issuer, known, trigger) for issuer in trigger.issuers):
            mentions.skip(trigger.word, "warning", "no issuer that could warn")
            continue
        warning = _read(mentions, trigger)
        if warning is not None:
            found.append((trigger, warning))
    triggers: dict[int, list[Trigger]] = {}
    for trigger, _ in found:
        triggers.setdefault(trigger.sentence.start, []).append(trigger)
    return [
        warning if warning.targets else _aimed(mentions, warning, triggers)
        for warning in merge(_without_reports(mentions, found), _same, _join)
    ]


def _aimed(mentions: Mentions, warning: Warning, triggers: dict[int, list[Trigger]]) -> Warning:
    """A warning that names no target with the other side of the story, where it answers what that side did."""
    for trigger in (t for e in warning.evidence for t in triggers.get(e.start, ())):
        if any(issuer in trigger.issuers for issuer in warning.issuers):
            content = content_of(mentions, trigger)
            if targets := opposed_to(mentions, trigger, content, warning.issuers, warning.kind):
                return replace(warning, targets=targets)
    return warning


def _without_reports(mentions: Mentions, found: Sequence[tuple[Trigger, Warning]]) -> list[Warning]:
    """The warnings without plain speech that only reports another of the same side: "SAID that he demanded"."""
    dropped = set()
    told_in: dict[int, list[tuple[Trigger, Warning]]] = {}
    for inner, told in found:
        if inner.word.sentence is inner.sentence:
            told_in.setdefault(inner.sentence.i, []).append((inner, told))
    for i, (outer, telling) in enumerate(found):
        inside = {w.i for w in content_of(mentions, outer).words} if not outer.lexical else set()
        for inner, told in told_in.get(outer.sentence.i, ()) if inside else ():
            if inner.word is outer.word or inner.word.i not in inside:
                continue
            reported = inner.lexical or telling.kind is told.kind
            if reported and _speak_alike(telling.issuers, told.issuers):
                dropped.add(i)
        words = {inner.word for inner, told in told_in.get(outer.sentence.i, ()) if telling.issuers == told.issuers}
        if outer.about == (outer.word,) and words & {c for c in outer.word.head.children if c.tag == "VBG"}:
            dropped.add(i)  # "issued its sternest warning yet, SAYING that it would strike"
    return [warning for i, (_, warning) in enumerate(found) if i not in dropped]


@cache
def _opening_words() -> frozenset[str]:
    """The lemmas of the verbs and nouns that may voice a warning."""
    return opening_verbs() | kinds("nouns").keys() | kinds("voiced").keys()


def find_triggers(mentions: Mentions) -> Iterator[Trigger]:
    """Every word of the article that may voice a warning, in text order."""
    said = [a for outer in reversed(mentions.attributions) for a in outer.walk()]
    # "has told" is the cue of "told": the last word of a cue tells where it stands
    cues: dict[int, Attribution] = {s.end - len(s.text.split()[-1]): a for a in said for s in a.cue if s.text.split()}
    states, known = lexicon("adjectives", "concern"), _opening_words()
    for sentence in mentions.sentences:
        for word in [w for w in sentence.words if w.lemma in known or w.lower in states or w.start in cues]:
            attribution = cues.get(word.start)
            if word.lower in states and _is_state(word):
                yield from find_adjectives(mentions, word, attribution)
            elif word.pos in {"VERB", "AUX"}:
                yield from find_verbs(mentions, word, attribution)
            elif word.pos in {"NOUN", "PROPN"}:
                yield from find_nouns(mentions, word, attribution)
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


def _read(mentions: Mentions, trigger: Trigger) -> Warning | None:
    word = trigger.word
    issuers = trigger.issuers
    status = read_status(word) if trigger.lexical else None
    denied = status is not None and any(w.lemma in lexicon("frames", "deny") for w in status.cue)
    if status is not None and _is_negated(word, status.phase) and not trigger.retracted and not denied:
        mentions.skip(word, "warning", "negated")
        return None
    voiced = trigger.kind is WarningKind.CONCERN and not word.is_noun
    # "said he must go and WARNED that": a bare past tense has happened, whatever it is joined to
    bare = word.tag == "VBD" and not auxiliaries(word) and not any(c.dep == "mark" for c in word.children)
    bare = bare or is_performed(word)
    if (
        status is not None
        and not bare
        and (
            (status.phase is Phase.POSSIBLE and not word.is_noun)
            or (status.phase is Phase.PLANNED and (voiced or is_put_off(word, trigger.kind)))
        )
    ):
        mentions.skip(word, "warning", "only possible")
        return None
    if trigger.lexical and (is_queried(word) or is_left_out(word) or is_foreseen(word)):
        mentions.skip(word, "warning", "only asked, or not voiced")
        return None
    untold = word.is_noun and word.dep == "dobj" and word.head.lemma not in lexicon("frames", "voice")
    untold = untold or (word.dep == "pobj" and word.head.head.lemma == "sign")  # "may be a SIGN of concern"
    if trigger.kind is WarningKind.CONCERN and untold and status is not None and status.phase is not Phase.HAPPENED:
        mentions.skip(word, "warning", "a concern that is not voiced yet")
        return None
    content = content_of(mentions, trigger)
    phase = status.phase if status and not bare else None

    def told_as(kind: WarningKind) -> Warning:
        return Warning(
            evidence=(mentions.sentence_evidence(trigger.sentence),),
            when=date_of_speech(mentions, trigger, content),
            issuers=issuers,
            targets=target_of(mentions, trigger, content, issuers, kind),
            kind=kind,
            about=content.text,
            condition=condition_of(mentions, content),
            deadline=deadline_of(mentions, content),
            status=WarningStatus.DENIED if denied else _status(trigger, phase),
            status_evidence=status.evidence(mentions) if status else None,
        )

    def signs() -> frozenset[str]:
        return signs_of_warning(mentions, trigger, content, issuers)

    open_to_doubt = not is_ruled_out(mentions, trigger, content, issuers)
    kind = kind_of(mentions, trigger, content, issuers) if open_to_doubt else None
    if kind is not None:
        keep(mentions, signs, partial(told_as, kind), sure=True)
    elif open_to_doubt:
        likely = trigger.kind or WarningKind(most_likely(_COLUMNS, signs()).removeprefix("warning."))
        if is_likely(mentions, "warning", LEAST, signs, partial(told_as, likely)):
            kind = likely
    if kind is None:
        mentions.skip(word, "warning", "what is said is neither harmful, dangerous nor demanded")
        return None
    warning = told_as(kind)
    at_home = kind in {WarningKind.CAUTION, WarningKind.CONCERN} and not any(t.country for t in warning.targets)
    if at_home and all(_is_lawman(issuer) for issuer in issuers):
        mentions.skip(word, "warning", "a matter of the police")
        return None
    return warning


def _is_lawman(actor: Actor) -> bool:
    """Whether somebody deals with crimes and accidents: "the COUNTY prosecutor"."""
    words = f"{actor.name} {actor.role or ''}".lower().replace(",", "").split()
    return not lexicon("frames", "lawmen").isdisjoint(map(singular, words))


def _is_negated(word: Word, phase: Phase) -> bool:
    """A verb that is denied; of a noun only "no demand": one that is rejected has been voiced."""
    return phase is Phase.DENIED if word.is_verb and word.dep not in {"acl", "relcl"} else is_negated(word)


def _can_warn(actor: Actor, known: frozenset[str], trigger: Trigger) -> bool:
    """Whether somebody can be an issuer: a name, somebody of a known state, or, where a word warns, a group.

    Private people ("voters", "residents") issue none, and the worries of a nameless group ("investors") are no news.
    """
    if _is_in_business(actor):
        return False
    role = singular(_last_word(actor.role))
    if role in lexicon("frames", "private", "unofficial"):
        return False
    if actor.name in known or actor.kind is ActorKind.IGO:
        return True
    head = singular(_last_word(actor.name))
    if head in lexicon("frames", "private", "unofficial", "kin"):
        return False
    if actor.country is not None or head in lexicon("frames", "public"):
        return True
    vowed = trigger.lexical or trigger.word.lemma in lexicon("verbs", "vow")
    named = " " in actor.name and all(part[:1].isupper() for part in actor.name.split() if len(part) > 3)
    return vowed and trigger.kind is not WarningKind.CONCERN and (named or actor.kind is ActorKind.GROUP)


def _last_word(name: str | None) -> str:
    """The last word of a name or a role in lower case; an empty string where there is none."""
    return (name or "").lower().rpartition(" ")[2]


def _is_in_business(actor: Actor) -> bool:
    """Whether somebody is a company or an officer of one, who takes no part in public life."""
    if actor.kind is ActorKind.ORGANIZATION:
        incorporated = _last_word(actor.name.rstrip(".")) in lexicon("frames", "incorporated")
        return incorporated or is_called(actor.name, "arms_company", "company")
    if actor.role is None:
        return False
    role = f" {actor.role.lower()} "
    firm = "president of" in role and role.split()[-1] in {"group", "holdings"}  # "vice-president of Anvik GROUP"
    return firm or any(f" {office} " in role for office in lexicon("frames", "business"))


def _status(trigger: Trigger, phase: Phase | None) -> WarningStatus:
    if trigger.retracted:
        return WarningStatus.RETRACTED
    return WarningStatus.ISSUED if phase in {None, Phase.HAPPENED, Phase.ONGOING} else WarningStatus.POSSIBLE


def _speak_alike(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Whether two issuers are one side: somebody shared, or a state or body and who speaks for it."""
    return any(
        x == y or _is_short_for(x, y) or (x.country and x.country == y.country and _is_one_voice(x, y))
        for x in a
        for y in b
    )


def _is_short_for(a: Actor, b: Actor) -> bool:
    """Whether one name shortens the other: "the opposition" for "the Syrian opposition"."""
    x, y = set(a.name.lower().split()), set(b.name.lower().split())
    return a.kind is b.kind and (x <= y or y <= x) and len({a.country, b.country} - {None}) < 2


def _is_one_voice(a: Actor, b: Actor) -> bool:
    """Whether two actors of one state speak for it, or one for the other: not a person and a party of others."""
    if {a.kind, b.kind} not in _VOICES:
        return False
    return not any(x.kind is ActorKind.ORGANIZATION and is_called(x.name, "party") for x in (a, b))


def _agree(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Whether two lists of actors share somebody, or a state for which both speak."""
    return any(x == y or (x.country and x.country == y.country) for x in a for y in b)


def _compatible(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Whether two lists of targets can mean the same: nothing known of one side speaks against it."""
    known_a, known_b = ({x.country for x in side if x.country} for side in (a, b))
    return _agree(a, b) or not known_a or not known_b


def _same(earlier: Warning, later: Warning) -> bool:
    """One speech act told twice: same side, same kind, compatible targets, and words in common."""
    if not _speak_alike(earlier.issuers, later.issuers):
        return False
    a, b = words_of(earlier.about), words_of(later.about)
    shared = len(a & b)
    titled = _heads(earlier, later)
    if titled and shared * 2 >= min(len(a), len(b)) > 0:
        return True
    if _only_names(earlier, later) or _only_names(later, earlier):
        return True
    if earlier.kind is not later.kind or not _compatible(earlier.targets, later.targets):
        return False
    if earlier.when and later.when and not earlier.when.may_overlap(later.when):
        return False
    if _goes_on(earlier, later) or titled:
        return True
    return shared > 0 and shared * 3 >= min(len(a), len(b))


def _only_names(bare: Warning, other: Warning) -> bool:
    """Whether a warning without content is one that is told nearby: "defying A WARNING from Oslo, which threatened"."""
    gap = max(bare.evidence[0].start - other.evidence[-1].end, other.evidence[0].start - bare.evidence[-1].end)
    told = bare.kind is WarningKind.CAUTION and not bare.about and gap < NEAR
    return told and other.kind is not WarningKind.CONCERN and _compatible(bare.targets, other.targets)


def _goes_on(earlier: Warning, later: Warning) -> bool:
    """Whether the same issuers speak on: in the next sentence, or soon after to the same target."""
    gap = later.evidence[0].start - earlier.evidence[-1].end
    known = any(target in later.targets for target in earlier.targets)
    alike = earlier.issuers == later.issuers or (gap < 3 and any(i in later.issuers for i in earlier.issuers))
    return alike and gap < (NEAR if known else 3)


def _heads(earlier: Warning, later: Warning) -> bool:
    """Whether the earlier is the title of an article and the later stands in its first sentences."""
    title = earlier.evidence[0]
    alone = len(earlier.evidence) == 1 and title.start < 3 and title.text.rstrip()[-1:] not in _STOPS
    return alone and later.evidence[0].start - title.end < NEAR


def _join(earlier: Warning, later: Warning) -> Warning:
    return replace(
        earlier,
        issuers=_persons_first(
            tuple(i for i in union(earlier.issuers, later.issuers) if i in earlier.issuers or i not in earlier.targets)
        ),
        targets=union(earlier.targets, later.targets),
        kind=earlier.kind if earlier.about or not later.about else later.kind,
        about=earlier.about or later.about,
        condition=earlier.condition or later.condition,
        deadline=earlier.deadline or later.deadline,
        when=earlier.when or later.when,
        status=later.status if later.status is WarningStatus.RETRACTED else earlier.status,
    )


def _persons_first(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return tuple(sorted(actors, key=lambda a: a.kind is not ActorKind.PERSON))
