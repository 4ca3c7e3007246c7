"""What speaks for and against a journey being a visit, where no rule knows who travels or where to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dipevents.events.merge import merge
from dipevents.events.odds import keep, lemma_of, likely, of_form, of_sentence, of_trigger
from dipevents.events.visit.context import place_open
from dipevents.events.visit.drafts import explain
from dipevents.events.visit.frames import Kind
from dipevents.events.visit.merge import join_visits, same_visit
from dipevents.events.visit.people import is_resident, known_home, speaks_for_igo
from dipevents.events.visit.places import are_abroad, find_dateline, is_of_state
from dipevents.events.visit.public import has_office, is_public
from dipevents.models.actor import countries_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.visit import Visit

__all__ = ["LEAST", "weighed"]

LEAST = 0.4
"""The least chance with which a journey counts: see docs/explanation/odds.md."""
REASONS = {"met": "met, but perhaps at home", "was met": "was met, but perhaps at home", "nowhere": "no destination"}
"""What users read of a doubt that is a feature under a shorter name."""
BESIDE = frozenset({"advmod", "amod", "compound", "det", "neg", "poss", "prep"})
"""How words hang on a noun that say who is meant by it."""


def weighed(
    mentions: Mentions,
    visits: list[Visit],
    told: Sequence[Draft],
    doubtful: Sequence[Draft],
    make: Callable[[Mentions, Draft], Visit],
) -> list[Visit]:
    """The visits and, of the journeys that are told nowhere else and left open, the likely ones."""
    for draft in told if mentions.weighed is not None else ():
        keep(mentions, partial(_signs, mentions, draft, visits), partial(make, mentions, draft), sure=True)
    found: list[Visit] = []
    for draft in sorted(doubtful, key=lambda draft: draft.frame.trigger.start):
        place_open(mentions, draft, told)
        visit = make(mentions, draft)
        there = countries_of(visit.destinations)
        at_home = len(there) == 1 and all(is_of_state(v, there) for v in visit.visitors)
        if at_home or _is_round_at_home(draft, visits):
            explain(mentions, draft.frame, "domestic")
            continue
        somebody = any(v.country or speaks_for_igo(mentions, v) for v in visit.visitors)
        if not (somebody or visit.destinations or visit.hosts):
            explain(mentions, draft.frame, "no destination")
            continue  # "SEVERAL DISSIDENTS were invited": of nowhere, to nowhere
        if any(_is_told(known, visit) for known in visits):
            continue
        signs, event = partial(_signs, mentions, draft, visits), partial(make, mentions, draft)
        accepted = likely(mentions, "visit", LEAST, signs, event)
        if accepted is not None:
            found.append(accepted)
        else:
            explain(mentions, draft.frame, REASONS.get(draft.doubt, draft.doubt))
    return sorted(merge(found, same_visit, join_visits, told=visits), key=lambda visit: visit.start)


def _is_round_at_home(draft: Draft, visits: Sequence[Visit]) -> bool:
    """Whether somebody of a known state only sees things of no known place, and is told of no journey elsewhere."""
    sees = draft.frame.kind is Kind.VISIT and draft.frame.trigger.is_verb and bool(draft.frame.goals)
    if not sees or draft.hosts or countries_of(draft.places) or draft.frame.local:
        return False
    things = all(w.pos == "NOUN" for w in draft.frame.goals) and all(map(known_home, draft.visitors))
    names = {v.name for v in draft.visitors}
    return things and not any(v.name in names for visit in visits for v in visit.visitors)


def _is_told(known: Visit, visit: Visit) -> bool:
    """Whether a visit is one that is told elsewhere, or in its sentence of the same people."""
    if any(e.start == visit.evidence[0].start for e in known.evidence):
        homes, names = {v.country for v in visit.visitors}, {v.name for v in visit.visitors}
        if None in homes or any(v.country in homes or v.name in names for v in known.visitors):
            return True
    return same_visit(known, visit) if known.start <= visit.start else same_visit(visit, known)


def _signs(mentions: Mentions, draft: Draft, visits: Sequence[Visit]) -> frozenset[str]:
    """The features of a draft, as rows that `data/odds.csv` may have; facts count anew by what leaves it open."""
    facts = (
        f"frame {draft.frame.kind.value}",
        f"stage {draft.stage.value}",
        *(fact for visitor in draft.visitors for fact in _of_visitor(mentions, visitor)),
        *_of_places(mentions, draft),
        *_of_article(draft, visits),
    )
    doubt = draft.doubt or "no doubt"
    return frozenset((doubt, *facts, *(f"{doubt}, {fact}" for fact in facts), *_of_words(draft)))


def _of_words(draft: Draft) -> Iterator[str]:
    frame, word = draft.frame, draft.frame.trigger
    yield from of_trigger(word)
    yield from of_form(word)
    sentence = word.sentence
    yield from (f"beside {lemma_of(w)}" for w in sentence.words if w is not word and w.pos not in {"DET", "PUNCT"})
    yield from of_sentence(sentence)
    for who in frame.visitors:
        yield f"who {lemma_of(who)}"
        yield f"who as {who.tag}"
        yield from (f"who has {c.dep} {lemma_of(c)}" for c in who.children if c.dep in BESIDE)
    for goal in frame.goals:
        yield f"goal {lemma_of(goal)}"
        yield f"goal by {lemma_of(goal.head)}"
        yield f"goal as {goal.tag}"
    if frame.occasion is not None:
        yield f"occasion {lemma_of(frame.occasion)}"
    for visitor in draft.visitors:
        if visitor.role or visitor.name.split()[-1].islower():
            yield f"visitor as {(visitor.role or visitor.name).lower().split()[-1]}"


def _of_visitor(mentions: Mentions, visitor: Actor) -> Iterator[str]:
    yield f"visitor is {visitor.kind.value}"
    yield "visitor of a state" if known_home(visitor) else "visitor of no known state"
    if visitor.country_guessed:
        yield "visitor of a guessed state"
    yield "visitor in office" if has_office(visitor) else "visitor in no office"
    yield "visitor is public" if is_public(mentions, visitor) else "visitor is not public"
    if is_resident(visitor):
        yield "visitor lives abroad"
    if speaks_for_igo(mentions, visitor):
        yield "visitor of many"


def _of_places(mentions: Mentions, draft: Draft) -> Iterator[str]:
    frame = draft.frame
    yield f"local {frame.local or 'not'}"
    yield from (name for name in ("definite", "bound", "elliptic", "summit", "untold") if getattr(frame, name))
    if not frame.goals:
        yield "no goal"
    there, own = countries_of(draft.places), {v.country for v in draft.visitors}
    yield "place of no state" if draft.places and not there else f"place {'abroad' if there - own else 'unknown'}"
    if are_abroad(draft.places):
        yield "place known"
    here = find_dateline(mentions, frame.trigger)
    if here is not None and here.country:
        yield "from home" if here.country in own else "from there" if here.country in there else "from elsewhere"
    yield f"{min(2, len(draft.hosts))} hosts"
    if any(host.country and host.country not in own for host in draft.hosts):
        yield "host of another state"
    if draft.when is not None:
        yield "dated"
    if frame.origins:
        yield "from somewhere"


def _of_article(draft: Draft, visits: Sequence[Visit]) -> Iterator[str]:
    """What the other visits of the article tell."""
    at = draft.frame.trigger.sentence.start
    others = [v for v in visits if not any(e.start == at for e in v.evidence)]
    yield f"{min(4, len(others))} other visits"
    names, there = {v.name for v in draft.visitors}, countries_of(draft.places)
    if any(v.name in names for visit in others for v in visit.visitors):
        yield "visitor of another visit"
    if any(countries_of(visit.destinations) & there for visit in others):
        yield "place of another visit"
