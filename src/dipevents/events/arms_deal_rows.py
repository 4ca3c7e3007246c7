"""Deals told by rows of prepositions that begin alike: the parse hangs the second row anywhere.

sold by Chad to Peru in 1994 and by Peru to Oman in 2011       one deal a row
deliveries by Chad of tanks and by Peru of rifles to Oman      the same, what one row alone tells shared by all
offers from Saab for jets and from Ford for lorries            the same
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frame import FINITE, items_in, parties_in
from dipevents.reading.clauses import with_conjuncts

if TYPE_CHECKING:
    from dipevents.events.arms_deal_frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Word

__all__ = ["in_rows"]

LEADS = frozenset({"by", "from", "to", "for", "of", "on", "over", "with", "about"})
BINDING = frozenset({"and", "or", ",", ";", "but"})
GETTING = frozenset({"get", "order", "ask"})
READ = frozenset({"give", "send", "offer", "get", "order", "ask", "both", "allow", "lease", "withhold"})


@dataclass(slots=True)
class _Row:
    """The heads of one row by what they are, and its first word."""

    first: Word
    suppliers: list[Word] = field(default_factory=list)
    recipients: list[Word] = field(default_factory=list)
    partners: list[Word] = field(default_factory=list)
    items: list[Equipment] = field(default_factory=list)

    @property
    def told(self) -> int:
        """How many kinds of things it tells."""
        return sum(map(bool, (self.suppliers, self.recipients, self.partners, self.items)))


def in_rows(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame for each row of prepositions behind a trigger; empty where there is no second row."""
    read = frame.kind in READ and (frame.trigger.is_noun or bool(frame.items))
    rows = _rows(frame, goods) if read else []
    goods_led = all(row.items for row in rows) and any(row.told > 1 for row in rows)
    if len(rows) < 2 or not all(row.told for row in rows) or not (rows[0].told > 1 or goods_led):
        return []
    for name in ("suppliers", "recipients", "partners", "items") if rows[0].told > 1 else ():
        telling = [row for row in rows if getattr(row, name)]
        if len(telling) == 1:  # "by Chad of tanks and by Peru of rifles TO OMAN"
            for row in rows:
                setattr(row, name, getattr(telling[0], name))
    used = {w.i for row in rows for w in (*row.suppliers, *row.recipients, *row.partners)}
    own = {item.head.i for row in rows for item in row.items}
    ends = [*(row.first.start for row in rows[1:]), frame.trigger.sentence.end]
    return [_part(frame, row, used, own, end) for row, end in zip(rows, ends, strict=True)]


def _part(frame: Frame, row: _Row, used: set[int], own: set[int], end: int) -> Frame:
    """The frame with the fillers of its row, those of the other rows left out."""

    def plain(words: list[Word]) -> list[Word]:
        return [w for w in words if w.i not in used]

    parties = [*plain(frame.parties), *row.partners] if frame.kind == "both" else plain(frame.parties)
    return replace(
        frame,
        suppliers=row.suppliers or ([] if frame.kind == "both" else row.partners) or plain(frame.suppliers),
        recipients=row.recipients or plain(frame.recipients),
        sources=plain(frame.sources),
        takers=plain(frame.takers),
        parties=parties,
        items=row.items or [item for item in frame.items if item.head.i not in own],
        guessed=False,
        span=(row.first.start, end),
    )


def _rows(frame: Frame, goods: Goods) -> list[_Row]:
    phrases = _phrases(frame.trigger)
    firsts = next(
        (starts for k in range(len(phrases)) if len(starts := _starts(phrases, k)) > 1),
        [],
    )
    rows: list[_Row] = []
    if not firsts:
        return rows
    for start, stop in zip(firsts, [*firsts[1:], len(phrases)], strict=True):
        row = _Row(phrases[start][0])
        for prep, nouns in phrases[start:stop]:
            _fill(row, frame, prep, nouns, goods)
        rows.append(row)
    return rows


def _starts(phrases: list[tuple[Word, list[Word]]], first: int) -> list[int]:
    """Where rows begin that open with the same word as a phrase: each but the first behind "and", a phrase between."""
    lead = phrases[first][0]
    found = [first]
    for at in range(first + 1, len(phrases)):
        prep = phrases[at][0]
        apart = at - found[-1] > 1 or (lead.lower == "with" and at > first)  # "with tanks, and with guns from Peru"
        if prep.lower == lead.lower and prep.sentence.words[prep.i - 1].lower in BINDING and apart:
            found.append(at)
    return found


def _phrases(trigger: Word) -> list[tuple[Word, list[Word]]]:
    """The prepositions behind a trigger with their nouns, up to the next finite verb."""
    found = []
    for word in trigger.sentence.words[trigger.i + 1 :]:
        if (word.is_verb and word.tag in FINITE and word.dep != "relcl") or word.text in {":", "—", "--"}:
            break
        if word.lower in LEADS and word.tag in {"IN", "TO"}:
            nouns = [p for p in word.children if p.dep == "pobj" and p.i > word.i]
            found += [(word, nouns)] if nouns else []
    return found


def _fill(row: _Row, frame: Frame, prep: Word, nouns: list[Word], goods: Goods) -> None:
    """Puts what a preposition leads to in its place of a row."""
    heads = list(with_conjuncts(nouns))
    items = items_in(heads, goods)
    if items:
        row.items += [item for item in items if item not in row.items]
        return
    named = [w for w in parties_in(heads, goods) if w.text[:1].isupper() or w.pos != "NUM"]
    lead = prep.lower
    if lead == "by" and frame.kind in GETTING:
        row.recipients += named
    elif lead in {"by", "from"}:
        row.suppliers += named
    elif lead == "with":
        row.partners += named
    elif lead in {"to", "for"} and frame.kind not in GETTING:
        row.recipients += named
