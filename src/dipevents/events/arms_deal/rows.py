"""Deals told by rows of prepositions that begin alike: the parse hangs the second row anywhere.

sold by Chad to Peru in 1994 and by Peru to Oman in 2011       one deal a row
deliveries by Chad of tanks and by Peru of rifles to Oman      the same, what one row alone tells shared by all
makes do with tanks and with rifles from Chad                  the same, each row with its own goods
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from dipevents.events.arms_deal.frame import FINITE, items_in, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import with_conjuncts

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.reading.sentence import Word

__all__ = ["in_rows"]

GETTING = frozenset({"get", "order", "ask"})
READ = frozenset({"give", "send", "offer", "both", "allow", "lease", "withhold"}) | GETTING

Row: TypeAlias = "dict[str, list[Any]]"
"""The fillers of one row by the places of a frame; `with` holds the heads behind "with"."""


def in_rows(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame for each row of prepositions behind a trigger; empty where there is no second row."""
    if frame.kind not in READ or not (frame.trigger.is_noun or frame.items):
        return []
    phrases = _phrases(frame.trigger)
    firsts = next((found for k in range(len(phrases)) if len(found := _starts(phrases, k)) > 1), [])
    bounds = [*firsts, len(phrases)]
    rows = [_row(frame, phrases[start:stop], goods) for start, stop in pairwise(bounds)]
    shared = bool(rows) and len(rows[0]) > 1
    if not all(rows) or not (shared or (any(len(r) > 1 for r in rows) and all("items" in r for r in rows))):
        return []
    for name in sorted({name for row in rows for name in row}):
        telling = [row[name] for row in rows if name in row]
        if shared and len(telling) == 1:  # "by Chad of tanks and by Peru of rifles TO OMAN"
            for row in rows:
                row[name] = telling[0]
    told = {id(filler) for row in rows for fillers in row.values() for filler in fillers}
    starts = [*(phrases[k][0].start for k in firsts), frame.trigger.sentence.end]
    return [_part(frame, row, told, span) for row, span in zip(rows, pairwise(starts), strict=True)]


def _part(frame: Frame, row: Row, told: set[int], span: tuple[int, int]) -> Frame:
    """The frame with the fillers of its row, those of the other rows left out."""

    def plain(name: str) -> list[Any]:
        return [filler for filler in getattr(frame, name) if id(filler) not in told]

    partners, both = row.get("with", []), frame.kind == "both"
    return replace(
        frame,
        suppliers=row.get("suppliers") or ([] if both else partners) or plain("suppliers"),
        recipients=row.get("recipients") or plain("recipients"),
        sources=plain("sources"),
        takers=plain("takers"),
        parties=[*plain("parties"), *(partners if both else [])],
        items=row.get("items") or plain("items"),
        guessed=False,
        span=span,
    )


def _starts(phrases: list[tuple[Word, list[Word]]], first: int) -> list[int]:
    """Where rows begin that open with the same word as a phrase: behind what binds, another phrase between."""
    lead, found = phrases[first][0].lower, [first]
    for at in range(first + 1, len(phrases)):
        prep = phrases[at][0]
        before = prep.sentence.words[prep.i - 1]
        bound = before.lower in words_of("series", "binding")
        if prep.lower == lead and bound and (at - found[-1] > 1 or lead == "with"):
            found.append(at)
    return found


def _phrases(trigger: Word) -> list[tuple[Word, list[Word]]]:
    """The prepositions behind a trigger with their nouns, up to the next finite verb."""
    found = []
    for word in trigger.sentence.words[trigger.i + 1 :]:
        if (word.is_verb and word.tag in FINITE and word.dep != "relcl") or word.text in {":", "—", "--"}:
            break
        nouns = [p for p in word.children if p.dep == "pobj" and p.i > word.i]
        if nouns and word.tag in {"IN", "TO"} and word.lower in words_of("series", "leads"):
            found.append((word, nouns))
    return found


def _row(frame: Frame, phrases: list[tuple[Word, list[Word]]], goods: Goods) -> Row:
    row: Row = defaultdict(list)
    for prep, nouns in phrases:
        heads, lead = list(with_conjuncts(nouns)), prep.lower
        if items := items_in(heads, goods):
            row["items"] += [item for item in items if item not in row["items"]]
            continue
        got = lead in {"to", "for"} if frame.kind not in GETTING else lead == "by"
        place = "recipients" if got else {"by": "suppliers", "from": "suppliers", "with": "with"}.get(lead)
        if place and (named := parties_in(heads, goods)):
            row[place] += named
    return dict(row)
