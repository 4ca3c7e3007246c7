"""Where verbs of making and mending put the sides of a deal.

builds frigates for Chile; overhauled Peru's fighters            the subject supplies
builds frigates under licence from Saab                          the subject receives
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frame import is_named, items_in, parties_in, phrases_of, to_items
from dipevents.events.arms_deal_lexicon import words_of
from dipevents.events.arms_deal_papers import engaged
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.events.arms_deal_frame import Frame, Goods
    from dipevents.reading.clauses import Clause

__all__ = ["read_making"]


def read_making(frame: Frame, args: Clause, goods: Goods) -> None:
    """Fills the places of a frame whose trigger is a verb of making or mending."""
    frame.items = items_in(args.objects, goods)
    frame.soft = True
    licence = [w for w in args.oblique("under") if w.lemma in {"licence", "license"}]
    if licence:
        frame.suppliers = [p for w in licence for p in clause(w).oblique("from")] or list(args.oblique("from"))
        frame.suppliers = frame.suppliers or [c for w in licence for c in w.children if c.dep == "poss" or is_named(c)]
        frame.recipients = parties_in(args.subjects, goods)
        frame.takers = list(args.oblique("in", "at", "near", "outside")) if args.passive else []
        return
    chosen, choosing = engaged(frame.trigger)
    frame.suppliers = parties_in(chosen or args.subjects, goods)
    frame.takers = parties_in(choosing, goods)
    frame.recipients = parties_in(phrases_of(args, "for"), goods) or to_items(frame.items, goods)
    if not frame.recipients and frame.key in words_of("grammar", "sharing"):
        frame.recipients = parties_in(args.oblique("with"), goods)
    if frame.key in words_of("mend"):
        frame.recipients += [c for item in frame.items for c in item.head.children if c.dep == "poss"]
