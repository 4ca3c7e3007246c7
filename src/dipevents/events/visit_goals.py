"""What the places of a draft mean: a figure of speech, the guest's own state, "the island", a host's "his resort"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit_frames import Frame, Kind, visit_words
from dipevents.events.visit_places import (
    countries_of,
    country_counts,
    find_dateline,
    foreign_places,
    main_country,
)
from dipevents.mentions.gazetteer import country_of_name
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit_drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.place import Place

__all__ = ["is_figure", "is_of_a_state", "is_own_leader", "named_to_guest", "pointed"]


def pointed(mentions: Mentions, draft: Draft) -> tuple[Place, ...]:
    """What "the island" means where it was read as the guest's own: the place of the report, or the main state."""
    own = {v.country for v in draft.visitors}
    goals = draft.frame.goals
    pointing = visit_words("places", "again") - visit_words("places", "homes")
    bare = all(w.lemma in pointing and all(c.dep in {"det", "punct"} for c in w.children) for w in goals)
    if not goals or not bare or not draft.places or not countries_of(draft.places) <= own:
        return ()
    here = find_dateline(mentions)
    if here is None or here.country is None or here.country in own:
        here = main_country(country_counts(mentions), own)
    return (here,) if here is not None else ()


def named_to_guest(draft: Draft) -> tuple[Place, ...]:
    """The places, but for one that is called a foreign host's and read as the guest's: "hosted Kim at HIS resort"."""
    if draft.frame.kind is not Kind.RECEIVE or foreign_places(draft.places, draft.visitors):
        return draft.places
    owned = any(c.dep == "poss" and c.pos == "PRON" for w in draft.frame.goals for c in w.children)
    own = {v.country for v in draft.visitors}
    return () if owned and any(h.country and h.country not in own for h in draft.hosts) else draft.places


def is_of_a_state(frame: Frame, named: Sequence[Place]) -> bool:
    """Whether what is done "in" a whole state may be done from afar: "raised the death toll in IRAQ"."""
    loose = frame.trigger.lower == "in" or frame.trigger.lemma in visit_words("verbs", "hand")
    return loose and any(country_of_name(p.name) is not None for p in named)


def is_own_leader(mentions: Mentions, draft: Draft, places: Sequence[Place]) -> bool:
    """Whether "the President" of no named state moves within the state that the article is from."""
    here = find_dateline(mentions)
    if here is None or here.country is None or countries_of(places) != {here.country} or draft.frame.local == "here":
        return False
    if draft.frame.kind in {Kind.VISITING, Kind.RECEIVE, Kind.DUE} or len(draft.visitors) != 1:
        return False
    who = draft.visitors[0]
    return who.country is None and who.kind is ActorKind.PERSON and who.name.lower() in visit_words("people", "leaders")


def is_figure(frame: Frame, named: Sequence[Place]) -> bool:
    """Whether one moves to what is no place: "came to power", "arrived at an answer", "got what it wanted in a way"."""
    verb = frame.trigger
    if frame.kind is Kind.GO:
        return any(w.lemma in visit_words("places", "none") for w in clause(verb).oblique("to", "into"))
    if verb.lemma not in {"arrive", "get", "show", "turn"} or named or not frame.goals:
        return False
    nouns = (("places", "sites"), ("places", "again"), ("nouns", "occasion"), ("support", "times"))
    return not any(w.pos == "PROPN" or any(w.lemma in visit_words(*noun) for noun in nouns) for w in frame.goals)
