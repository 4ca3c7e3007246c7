"""Why a draft is no visit: a figure of speech, a way home, somebody at home; or what leaves it open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.phases import nobody
from dipevents.events.visit.frames import Kind, goals_of, visit_words
from dipevents.events.visit.goals import (
    comes_back,
    is_figure,
    is_of_a_state,
    is_only_guessed_home,
    is_own_leader,
    is_where_told,
    left_after_stay,
    named_to_guest,
    pointed,
)
from dipevents.events.visit.invitations import is_uninvited
from dipevents.events.visit.people import (
    AT_HOME,
    is_at_post,
    is_at_seat,
    is_of_nowhere,
    known_home,
    of_many,
    speaks_for_igo,
)
from dipevents.events.visit.places import are_abroad, find_dateline, foreign_places, places_of
from dipevents.events.visit.public import has_office
from dipevents.mentions.timing import date_mentions_of, days_of
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause, governor, is_negated
from dipevents.reading.grammar import is_to, own_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.events.visit.frames import Frame
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.place import Place
    from dipevents.reading.sentence import Word

__all__ = ["OPEN", "why_not"]

FIRM = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.NOUN, Kind.VISITING, Kind.RECEIVE, Kind.DUE})
"""Frames that tell of a visit even where the place must be found elsewhere."""
NOWHERE = "no destination abroad"
AT_HOME_PERHAPS = "perhaps at home"
OPEN = frozenset({NOWHERE, AT_HOME_PERHAPS, "no destination", "presence that is only possible"})
"""Reasons that only tell what the words leave open; `odds` weighs such drafts."""


def why_not(mentions: Mentions, draft: Draft) -> str:
    """Why a draft is no visit, or an empty string; leaves only its places abroad."""
    if not draft.visitors:
        return ""
    cues = draft.status.cue
    uninvited = is_uninvited(draft.frame.trigger) or any("invite" in {w.lemma, w.head.lemma} for w in cues)
    asked = any("ask" in {w.lemma, w.head.lemma} for w in cues if is_negated(w.head))  # "was NEVER ASKED to go"
    uninvited = uninvited or asked or (draft.frame.kind is Kind.INVITE and nobody(draft.frame.trigger) is not None)
    if draft.stage is VisitStatus.CANCELLED and uninvited:
        return "not invited"
    if draft.frame.kind is Kind.SPEAK and is_negated(draft.frame.trigger):
        return "nothing is said there"
    if draft.frame.kind is Kind.RECEIVE and is_negated(draft.frame.trigger) and _is_told_of_guest(draft.frame.trigger):
        return "only a host is denied"
    if draft.stage is VisitStatus.CANCELLED and _denies_manner(draft.frame.trigger):
        return "only how or what for is denied"
    if draft.frame.kind is Kind.ABSENT and _is_only_urged(draft.frame.trigger):
        return "only asked to stay away"
    if draft.frame.kind is Kind.INVITE and _asks_own_people(mentions, draft):
        return "domestic"
    unknown = _is_nobody_known(mentions, draft)
    reason = _why_not_there(mentions, draft)
    return AT_HOME_PERHAPS if unknown and (not reason or reason in OPEN) else reason


def _is_told_of_guest(verb: Word) -> bool:
    """Whether it is told of a guest that he was not received: "in Prague, where Zeman did NOT RECEIVE him"."""
    past = {"did", "was", "were", "had"} & {c.lower for c in verb.children}
    beside = verb.dep == "relcl" or (verb.dep == "conj" and verb.head.tag == "VBD")
    return bool(past) and beside


def _denies_manner(verb: Word) -> bool:
    """Whether a negation is of how or what for somebody comes: "CAN'T go there WITH A LIST", "did NOT come TO BEG"."""
    if not (verb.is_verb and any(c.dep == "neg" for c in verb.children)):
        return False
    beside = [c for c in verb.children if c.i > verb.i]
    borne = (w for c in beside if c.lower == "with" for w in c.children if w.tag == "NN" and w.dep == "pobj")
    people = visit_words("people", "bearers", "teams")
    if any(w.lemma not in people and any(c.lower in {"a", "an"} for c in w.children) for w in borne):
        return True
    aims = (c for c in beside if c.dep in {"advcl", "xcomp"} and c.tag in {"VB", "VBN"} and is_to(c))
    return any(c.lemma in visit_words("support", "unofficial_aims") for c in aims)


def _is_only_urged(absence: Word) -> bool:
    """Whether somebody is only asked not to be there: "URGED him to stay away", "ignored CALLS to stay away"."""
    above, urging = absence.head, visit_words("support", "urging")
    if absence.tag != "VB" or not is_to(absence):
        return False
    if above.lemma in urging and above.is_verb:
        return True
    beside = (c for c in above.children if above.is_verb and c.dep in {"dobj", "pobj"})
    call = next((w for w in (above, *beside) if w.is_noun and w.lemma in urging), None)
    return call is not None and call.head.lemma not in visit_words("support", "heeding")


def _why_not_there(mentions: Mentions, draft: Draft) -> str:
    """What speaks against the places of a draft, which keeps those that are abroad."""
    frame, word = draft.frame, draft.frame.trigger
    named = pointed(mentions, draft) or named_to_guest(draft)
    if is_figure(frame, named) or (frame.kind is Kind.SPEAK and is_of_a_state(frame, named)):
        return "metaphor"
    if frame.local == "home":  # also "flew HOME to Oslo"
        named = foreign_places(places_of(mentions, frame.origins, sites=False, occasions=True), draft.visitors)
        if not named:
            return "the way home"
    if frame.kind is Kind.LEAVE and not named:
        named = places_of(mentions, frame.origins, sites=False)
        left, persons = countries_of(named), [v for v in draft.visitors if v.kind is ActorKind.PERSON]
        bodies = bool(persons) and all(speaks_for_igo(mentions, v) and not is_at_seat(v, left) for v in persons)
        told = all(v.country for v in draft.visitors) or bodies or left_after_stay(frame)
        told = told and not _is_only_urged(word)  # "told the envoy TO LEAVE the country"
        if draft.stage is not VisitStatus.OCCURRED or frame.bound or not told:
            return "no destination"
    abroad = foreign_places(named, draft.visitors)
    if named and not abroad and is_only_guessed_home(mentions, draft, named):
        abroad = named
        draft.visitors = tuple(_of_no_state(v, countries_of(named)) for v in draft.visitors)
    if comes_back(word) and any(c.lower in {"home", "native"} for w in frame.goals for c in w.children):
        return "domestic"
    if not abroad and comes_back(word):
        abroad = foreign_places(places_of(mentions, frame.origins, sites=False, occasions=True), draft.visitors)
        named = abroad or named
    if _is_domestic(mentions, draft, named, abroad):
        return "domestic"
    draft.places = abroad
    if comes_back(word) and (reason := _home(mentions, draft)):
        draft.places = _left(mentions, draft)
        return "" if draft.places else reason
    if not abroad and frame.kind is Kind.RECEIVE:
        return _why_not_received(draft)
    return _why_too_weak(mentions, draft)


def _is_domestic(mentions: Mentions, draft: Draft, named: Sequence[Place], abroad: Sequence[Place]) -> bool:
    """Whether somebody only moves within the own state, by what a frame names or the verb above it."""
    if not named:
        return not draft.frame.hosts and _is_within_trip_at_home(mentions, draft)
    left = countries_of(places_of(mentions, draft.frame.origins, sites=False))
    within = bool(left and draft.places) and countries_of(abroad) <= left and not any(map(known_home, draft.visitors))
    return not abroad or within or is_own_leader(mentions, draft, abroad)


def _is_within_trip_at_home(mentions: Mentions, draft: Draft) -> bool:
    """Whether somebody moves at home to do so: the Czech minister "WENT TO BRNO to visit victims", "and met them"."""
    word = draft.frame.trigger
    above = governor(word) if word.dep in {"advcl", "conj", "pcomp", "xcomp"} else None
    if above is None or not above.is_verb or own_subjects(word):
        return False
    gone = clause(above)
    named = places_of(mentions, (*goals_of(gone, "go"), *(gone.objects if above.lemma == "visit" else ())), sites=False)
    return bool(countries_of(named)) and not foreign_places(named, draft.visitors)


def _asks_own_people(mentions: Mentions, draft: Draft) -> bool:
    """Whether people with no name, of no state, are a ruler's own: "invited PARTY LEADERS to discuss the vote"."""
    unnamed = all(v.kind is ActorKind.GROUP and v.country is None and v.name[-1:].islower() for v in draft.visitors)
    own = visit_words("people", "domestic")
    own_people = unnamed and not any(own.isdisjoint(v.name.lower().split()) for v in draft.visitors)
    return own_people and not pointed(mentions, draft)


def _of_no_state(actor: Actor, there: frozenset[str]) -> Actor:
    """Somebody without the state that was guessed for him, which is where he goes."""
    guessed = actor.country_guessed and actor.country in there
    return replace(actor, country=None, country_guessed=False) if guessed else actor


def _home(mentions: Mentions, draft: Draft) -> str:
    """Why those who come back may be at home there: "the UN envoy returned to New York", somebody of no known state."""
    if draft.places and all(is_at_seat(v, countries_of(draft.places)) for v in draft.visitors):
        return "the way home"
    behind = (p for c in draft.frame.trigger.children if c.lower in {"after", "following"} for p in c.children)
    over = any(p.lemma in visit_words("nouns", name) for p in behind for name in ("visit", "stop"))
    # "returned to Oslo AFTER A MISSION to Prague": also whoever speaks for many may live there
    at_large = bool(draft.frame.goals) and not over and all(speaks_for_igo(mentions, v) for v in draft.visitors)
    return "" if at_large or any(v.country for v in draft.visitors) else "perhaps the way home"


def _is_nobody_known(mentions: Mentions, draft: Draft) -> bool:
    """Whether those who speak or take part somewhere may be at home there: persons of no state, of no body of many."""
    told = draft.frame.occasion is not None or draft.frame.untold
    if draft.frame.kind is Kind.GO:  # "officers entered a station in Prague"
        groups = all(v.kind is ActorKind.GROUP and v.country is None for v in draft.visitors)
        return groups and not any(of_many(mentions, v) for v in draft.visitors)
    if draft.frame.trigger.lemma == "represent":
        return False
    if draft.frame.kind is Kind.SPEAK and not told:  # "the commander opened a factory in Shiraz"
        return not any(v.country or v in mentions.actors.actors for v in draft.visitors)
    if told and all(is_of_nowhere(mentions, v) for v in draft.visitors):
        return True
    if not told or draft.frame.kind not in {Kind.ATTEND, Kind.SPEAK}:
        return False
    unknown = [
        v for v in draft.visitors if known_home(v) is None and (draft.frame.untold or not (v.country and v.role))
    ]
    if len(unknown) < len(draft.visitors) or any(v.kind is not ActorKind.PERSON for v in unknown):
        return False
    return not any(speaks_for_igo(mentions, v) for v in draft.visitors)


def _why_too_weak(mentions: Mentions, draft: Draft) -> str:
    """Presence and motion count with a place that is known to be abroad, and not where they are only possible."""
    frame, abroad, here = draft.frame, draft.places, find_dateline(mentions, draft.frame.trigger)
    told = [word for word in frame.visitors if word.is_noun]
    if any("ambassador" in (v.role or v.name).lower() for v in draft.visitors):  # "the ambassador IN PRAGUE said"
        posted = (w for s in mentions.sentences[: draft.at + 1] for w in s.words if w.lower == "ambassador")
        told.extend(w for w in posted if w.is_noun and w.head.lower != "was")  # but "WAS the ambassador in Prague"
    beside = (w for word in told for w in clause(word).oblique("to", "in"))
    posts = frozenset(code for w in beside if (code := mentions.actors.country_of(w)))
    if any(w.lemma.lower() in visit_words("places", "called_to") for w in frame.goals):
        posts |= countries_of(abroad)
    scene = here.country if here is not None and not posts else None
    if all(is_at_post(v, countries_of(abroad), scene, posts) for v in draft.visitors):
        return "at one's post"
    bodies = all(v.kind is ActorKind.IGO for v in draft.visitors)
    if (bodies or frame.kind in AT_HOME) and all(is_at_seat(v, countries_of(abroad)) for v in draft.visitors):
        return "at the seat of one's body"
    pointed = frame.kind is Kind.STOP and (frame.local in {"here", "there"} or _is_counted_stay(mentions, frame))
    linked = frame.kind in {Kind.INVITE, Kind.REFUSED} or frame.elliptic or pointed or is_where_told(mentions, draft)
    if not are_abroad(abroad) and frame.kind not in FIRM and not linked:
        return NOWHERE
    open_question = any(w.is_verb and w.dep not in {"aux", "auxpass"} for w in draft.status.cue)
    bodies = any(v.kind is ActorKind.ORGANIZATION for v in draft.visitors)  # "the bank may attend the talks"
    only = (
        (frame.kind is Kind.STAY or (frame.kind is Kind.ATTEND and bodies))
        and draft.stage is VisitStatus.POSSIBLE
        and not open_question
    )
    return "presence that is only possible" if only else ""


def _is_counted_stay(mentions: Mentions, frame: Frame) -> bool:
    """Whether days are told that somebody stays: "HER TWO-DAY STOP, which ends on Friday"."""
    owned = any(c.dep == "poss" for c in frame.trigger.children)
    return owned and any(map(days_of, date_mentions_of(mentions, frame.trigger)))


def _left(mentions: Mentions, draft: Draft) -> tuple[Place, ...]:
    """What was left by officials, or those who come back to a named place or here: "returned here from Prague"."""
    frame = draft.frame
    known = frame.local == "here" or bool(frame.goals) or all(map(has_office, draft.visitors))
    return tuple(p for p in places_of(mentions, frame.origins, sites=False) if p.country) if known else ()


def _why_not_received(draft: Draft) -> str:
    """A guest is on a visit where host and guest are of different states, as far as the article tells them."""
    guests = {v.country for v in draft.visitors}
    if not guests & countries_of(draft.hosts):
        return ""
    told = {known_home(a) is not None for a in draft.visitors}
    hosting = {known_home(a) is not None for a in draft.hosts}
    return "guest and host are of one state" if told == hosting else ""
