"""Which warnings are one: a speech act told twice, by its title and its text, or by a speaker who goes on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.merge import union
from dipevents.mentions.gazetteer import is_called
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.warning import WarningKind, WarningStatus

if TYPE_CHECKING:
    from collections.abc import Sequence, Set as AbstractSet

    from dipevents.models.actor import Actor
    from dipevents.models.event_date import EventDate
    from dipevents.models.warning import Warning

__all__ = ["aimed_beside", "distinct", "join_warnings", "same_warning", "speak_alike"]

_VOICES = (
    {ActorKind.STATE},
    {ActorKind.STATE, ActorKind.PERSON},
    {ActorKind.STATE, ActorKind.ORGANIZATION},
    {ActorKind.PERSON, ActorKind.ORGANIZATION},
)
"""Kinds of issuers of one state that speak with one voice; two persons, or a group and others, do not."""
_AIMED_BESIDE = {
    WarningKind.DEMAND: WarningKind.CONCERN,
    WarningKind.THREAT: WarningKind.DEMAND,
    WarningKind.CONCERN: WarningKind.DEMAND,
}
"""Of which other kind a kind of warning may share the target."""
NEAR = 900
"""Characters within which one issuer speaks on, or an article tells what its title says."""
LEAD = 300
"""Characters behind a title in which its lead begins to tell the same."""
_DEICTIC = re.compile(r"(?i)(?:doing so|it|such|that|these|this|those)\b")
"""How what is said opens where it takes up what has been said."""
_OPENING, _CLOSING = frozenset('"“‘'), frozenset('"”’')
_STOPS = frozenset(".?!'") | _CLOSING
_ALSO = re.compile(
    r"\balso (?:[\w.’']+ ){0,4}?(?:ask|call|caution|demand|press|threat(?:en)?|urge|warn)(?:ed|ing|s)?\b"
)
"""How a story goes over to another warning of somebody: "Oslo ALSO WARNED that", "ALSO rejected a DEMAND"."""
_WORD = re.compile(r"[^\W_]{4,}")


def _words_of(about: str) -> frozenset[str]:
    """Longer words in lower case: what two tellings of one warning share."""
    return frozenset(w.lower() for w in _WORD.findall(about))


def speak_alike(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
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


def distinct(actors: Sequence[Actor], holding: Sequence[Actor], names: AbstractSet[str]) -> tuple[Actor, ...]:
    """The actors without those that have no name (in `names`), where one that has, of the same state, is `holding`.

    And without those whose name is a shortened one of another: "mediators" beside "international mediators".
    """
    states = {a.country for a in holding if a.country and (a.name in names or a.kind is ActorKind.STATE)}
    told = [a for a in actors if a.name in names or a.kind is ActorKind.STATE or a.country not in states]
    return tuple(
        a
        for a in told
        if a.name in names
        or not any(
            a != b and _is_short_for(a, b) and len(a.name) < len(b.name) and a.name.lower() in b.name.lower()
            for b in told
        )
    )


def _share_target(one: Warning, other: Warning) -> bool:
    """Whether two warnings are aimed at one target: the same, or one state by two names ("Moscow", "Russia")."""
    states = {ActorKind.STATE}
    return any(
        x == y or ({x.kind, y.kind} == states and x.country == y.country and x.country is not None)
        for x in one.targets
        for y in other.targets
    )


def _compatible(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Whether two lists of targets can mean the same: nothing known of one side speaks against it."""
    known_a, known_b = (countries_of(side) or {x.name for x in side if x.kind is ActorKind.IGO} for side in (a, b))
    return not (known_a and known_b) or bool(known_a & known_b) or any(x in b for x in a)


def same_warning(earlier: Warning, later: Warning) -> bool:
    """One speech act told twice: same side, same kind, compatible targets, and words in common."""
    titled = _heads(earlier, later)
    if not speak_alike(earlier.issuers, later.issuers):
        return titled and _opens(earlier, later)
    if any(i in earlier.targets for i in later.issuers) or any(i in later.targets for i in earlier.issuers):
        return False  # whom one warns does not voice it, though he be of the same state
    if _asks_two(earlier, later) or (later.evidence != earlier.evidence and _ALSO.search(later.evidence[0].text)):
        return False
    a, b = _words_of(earlier.about), _words_of(later.about)
    shared = len(a & b)
    if titled and shared * 2 >= min(len(a), len(b)) > 0:
        return True
    if _only_names(earlier, later) or _only_names(later, earlier):
        return True
    if titled and _is_sketch(earlier, later):
        return True
    if _spells_out(earlier, later) or _takes_back(earlier, later):
        return True
    if earlier.kind is not later.kind or not _compatible(earlier.targets, later.targets):
        return False
    retracted = earlier.status is WarningStatus.RETRACTED is not later.status
    if earlier.when and later.when and not earlier.when.may_overlap(later.when):
        # "WITHDREW on Friday the threat that it HAD MADE on Monday"
        return retracted and later.when.ended_before(earlier.when) and _is_near(earlier, later)
    if _goes_on(earlier, later) or titled:
        return True
    return shared > 0 and shared * 3 >= min(len(a), len(b))


def _asks_two(one: Warning, other: Warning) -> bool:
    """Whether a sentence demands one thing of one, and another of another: "called on Oslo to go and on REBELS to"."""
    demands = one.kind is other.kind is WarningKind.DEMAND and one.evidence[-1].start == other.evidence[0].start
    alike = _share_target(one, other) or bool(countries_of(one.targets) & countries_of(other.targets))
    return demands and bool(one.targets and other.targets) and not alike


def _opens(title: Warning, lead: Warning) -> bool:
    """Whether a lead tells what its title does, and calls the side otherwise: "EU urges Lima to", "ministers asked"."""
    near = lead.evidence[0].start - title.evidence[0].end < LEAD and title.kind is lead.kind
    apart = countries_of(title.issuers), countries_of(lead.issuers)
    if not near or (all(apart) and not apart[0] & apart[1]) or any(i in title.targets for i in lead.issuers):
        return False
    kinds = {i.kind for i in title.issuers if not i.country}
    if ActorKind.IGO in kinds and apart[1]:
        return False  # "as UN urges restraint", and what a government asks for
    if title.issuers and lead.issuers and all(_has_name(i) for i in (*title.issuers, *lead.issuers)):
        return False
    aimed = bool(countries_of(title.targets) & countries_of(lead.targets))
    return aimed or bool(_words_of(title.about) & _words_of(lead.about) and _compatible(title.targets, lead.targets))


def _has_name(actor: Actor) -> bool:
    return actor.name.split()[-1][:1].isupper()


def _is_sketch(title: Warning, later: Warning) -> bool:
    """Whether a title only says whom a side warns over what, and the text how: "warns Oslo over drills", a threat.

    So it does of an ultimatum: "Oslo gives Lima two days to leave".
    """
    told = title.kind is WarningKind.CAUTION and later.kind in {WarningKind.THREAT, WarningKind.DEMAND}
    timed = title.deadline is not None or later.deadline is not None
    told = told or (title.kind is WarningKind.DEMAND and later.kind is WarningKind.THREAT and timed)
    return told and _share_target(title, later)


def _spells_out(demand: Warning, later: Warning) -> bool:
    """Whether a caution says what will come of that which somebody is warned against: "SUCH A STEP would harm it"."""
    near = later.evidence[0].start - demand.evidence[-1].end < NEAR
    kinds = demand.kind is WarningKind.DEMAND and later.kind is WarningKind.CAUTION
    meant = near and kinds and any(target in later.targets for target in demand.targets)
    return meant and any(issuer in later.issuers for issuer in demand.issuers) and bool(_DEICTIC.match(later.about))


def _takes_back(earlier: Warning, later: Warning) -> bool:
    """Whether what was told before is only named again as taken back: "threatened …. He later withdrew THE THREAT"."""
    bare = later.status is WarningStatus.RETRACTED and not later.about
    words = {WarningKind.THREAT, WarningKind.CAUTION}
    alike = earlier.kind is later.kind or words >= {earlier.kind, later.kind}
    return bare and alike and _is_near(earlier, later) and _compatible(earlier.targets, later.targets)


def _is_near(earlier: Warning, later: Warning) -> bool:
    return later.evidence[0].start - earlier.evidence[-1].end < NEAR


def _only_names(bare: Warning, other: Warning) -> bool:
    """Whether a warning without content is one that is told nearby: "defying A WARNING from Oslo, which threatened"."""
    gap = max(bare.evidence[0].start - other.evidence[-1].end, other.evidence[0].start - bare.evidence[-1].end)
    told = bare.kind is WarningKind.CAUTION and not bare.about and gap < NEAR and other.kind is not WarningKind.CONCERN
    # "if Lima resists OSLO'S DEMANDS": those that the article has told
    told = told or (bare.kind is other.kind is WarningKind.DEMAND and not bare.about)
    return told and _compatible(bare.targets, other.targets)


def _goes_on(earlier: Warning, later: Warning) -> bool:
    """Whether the same issuers speak on: in the next sentence, or soon after to the same target."""
    gap = later.evidence[0].start - earlier.evidence[-1].end
    dated = earlier.when is not None and earlier.when.is_day and earlier.when == later.when
    known = dated or any(target in later.targets for target in earlier.targets)
    somebody = any(i.kind is ActorKind.PERSON for i in later.issuers) and not later.targets
    known = known or (somebody and _is_quoted(later.evidence[0].text))  # "“We call for a truce,” he said."
    shared = [i for i in earlier.issuers if i in later.issuers]
    whole = len(shared) in {len(earlier.issuers), len(later.issuers)}  # "BRITAIN urged …. Its MINISTER, RUIZ, said"
    one = bool(shared) and (gap < 3 or dated or whole)
    # "a union threatened …. “We will,” said ANA RUIZ (AND OLE DAHL)"
    voices = list(dict.fromkeys(i.kind for i in (*earlier.issuers, *later.issuers)))
    state = any(i.kind is ActorKind.STATE for i in (*earlier.issuers, *later.issuers))
    # "Oslo urged …. Its minister SAID Lima must"
    one = one or (gap < 3 and state and speak_alike(earlier.issuers, later.issuers))
    one = one or (gap < 3 and not later.targets and voices == [ActorKind.ORGANIZATION, ActorKind.PERSON])
    return one and gap < (NEAR if known else 3)


def _is_quoted(sentence: str) -> bool:
    """Whether a sentence begins or ends with what somebody says in his words."""
    return sentence[:1] in _OPENING or sentence.rstrip()[-1:] in _CLOSING


def _heads(earlier: Warning, later: Warning) -> bool:
    """Whether the earlier is the title and the later stands in the first sentences, and is not of a month or a year."""
    title = earlier.evidence[0]
    alone = len(earlier.evidence) == 1 and title.start < 3 and title.text.rstrip()[-1:] not in _STOPS
    return alone and later.evidence[0].start - title.end < NEAR and (later.when is None or later.when.is_day)


def join_warnings(earlier: Warning, later: Warning) -> Warning:
    """The earlier telling with what the later one adds."""
    sure = earlier.kind is WarningKind.CAUTION and later.kind is WarningKind.THREAT
    titled = _heads(earlier, later)
    if titled and (sure or _is_sketch(earlier, later)):
        earlier = replace(earlier, kind=later.kind, about=later.about)
    elif titled and len(_words_of(later.about)) > 2 * len(_words_of(earlier.about)):
        earlier = replace(earlier, kind=later.kind, about=later.about)  # "threatens hospital": what it says in full
    if titled:
        if not speak_alike(earlier.issuers, later.issuers) and not any(map(_has_name, earlier.issuers)):
            earlier = replace(earlier, issuers=())  # "rights chief urges", whom the text names
        states = countries_of(later.targets)  # "tells French envoy to leave", whom the text calls an ambassador
        whom = tuple(t for t in earlier.targets if _has_name(t) or t.country not in states)
        earlier = replace(earlier, targets=whom)
    issuers = (i for i in union(earlier.issuers, later.issuers) if i in earlier.issuers or i not in earlier.targets)
    return replace(
        earlier,
        issuers=_once(tuple(sorted(issuers, key=lambda a: a.kind is not ActorKind.PERSON))),  # persons first
        targets=_once(union(earlier.targets, later.targets)),
        kind=earlier.kind if earlier.about or not later.about else later.kind,
        about=earlier.about or later.about,
        condition=earlier.condition or later.condition,
        deadline=earlier.deadline or later.deadline,
        when=_spoken(earlier, later),
        status=later.status if later.status is WarningStatus.RETRACTED else earlier.status,
    )


def _spoken(earlier: Warning, later: Warning) -> EventDate | None:
    """When something was said that is told twice: not when it was taken back, if the other telling has a day."""
    first, second = (earlier, later)
    if earlier.status is WarningStatus.RETRACTED is not later.status:
        first, second = (later, earlier)
    elif later.status is WarningStatus.RETRACTED is not earlier.status:
        return earlier.when
    return first.when or second.when


def _once(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, each state by the first of its names: "Belarus" and its capital are one."""
    found: dict[object, Actor] = {}
    for actor in actors:
        found.setdefault(actor.country if actor.kind is ActorKind.STATE else actor, actor)
    return tuple(found.values())


def aimed_beside(warning: Warning, others: Sequence[Warning]) -> Warning:
    """A warning that names no target with that of another that the same side voices in the same sentence.

    "alarm at the CHADIAN raid, demanded an apology"; "demanded that THE GOVERNMENT pay and threatened a strike"
    """
    near = {e.start for e in warning.evidence}
    for other in others:
        if other is warning and warning.kind is WarningKind.THREAT:
            return warning  # what is demanded next may be of somebody else
        alike = other.kind is _AIMED_BESIDE.get(warning.kind) and other.issuers == warning.issuers
        if alike and any(e.start in near for e in other.evidence):
            return replace(warning, targets=other.targets)
    return warning
