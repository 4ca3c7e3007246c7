"""The article's text with its events marked: every stretch knows all events that it states, however they overlap."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.export.page_entries import safe
from dipevents.models.actor import Actor
from dipevents.models.place import Place
from dipevents.parties import participants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.export.page_entries import Entry
    from dipevents.models.event import Event
    from dipevents.models.evidence import Evidence

__all__ = ["marked"]

_Span = tuple[int, int, int, bool]  # start, end, number of the event, whether these are its key words


def marked(text: str, entries: Sequence[Entry]) -> str:
    """The text as HTML: `mark` around the sentences of the events, `b` around the words that decide their fields.

    Before the first words of each event stands a link back to it.

    Args:
        text: The article.
        entries: Its events.
    """
    spans = [span for entry in entries for span in _spans(entry) if span[0] < min(span[1], len(text))]
    kinds = {entry.number: entry.kind for entry in entries}
    begins: dict[int, list[Entry]] = {}
    for entry in entries:
        begins.setdefault(min(entry.event.start, len(text)), []).append(entry)
    html: list[str] = []
    open_for: tuple[int, ...] = ()
    for start, end, events, keys in _stretches(len(text), spans, begins):
        references = _references(begins.get(start, ()))
        if references or events != open_for:
            html += ["</mark>" if open_for else "", references, _mark(events, kinds)]
            open_for = events
        words = safe(text[start:end])
        html.append(f'<b data-k="{_numbers(keys)}">{words}</b>' if keys else words)
    return "".join(html) + ("</mark>" if open_for else "") + _references(begins.get(len(text), ()))


def _spans(entry: Entry) -> Iterator[_Span]:
    for quote in entry.event.evidence:
        yield quote.start, quote.end, entry.number, False
    for quote in _key_words(entry.event):
        yield quote.start, quote.end, entry.number, True


def _key_words(event: Event) -> Iterator[Evidence]:
    """The words of its date, status, claim and items, and those of its sentences that name its actors and places."""
    if event.when:
        yield from event.when.evidence
    for name in ("status_evidence", "value"):
        found = getattr(event, name, None)
        found = getattr(found, "evidence", found)
        if found is not None:
            yield found
    yield from getattr(event, "claim_evidence", ())
    yield from (item.evidence for item in getattr(event, "items", ()) if item.evidence)
    for part in participants(event):
        if isinstance(part.who, Actor):
            yield from (m for m in part.who.mentions if any(m.overlaps(quote) for quote in event.evidence))
        elif isinstance(part.who, Place) and part.who.evidence:
            yield part.who.evidence


def _stretches(
    length: int, spans: Sequence[_Span], begins: Iterable[int]
) -> Iterator[tuple[int, int, tuple[int, ...], tuple[int, ...]]]:
    """The text cut wherever a span begins or ends: each piece with its events and those it is a key word of.

    One sweep over the borders; a piece is within the spans that are open, which are counted, as they may nest.
    """
    changes: dict[int, list[tuple[int, bool, int]]] = {0: [], length: []}
    for start, end, number, is_key in spans:
        changes.setdefault(start, []).append((number, is_key, 1))
        changes.setdefault(min(end, length), []).append((number, is_key, -1))
    for at in begins:
        changes.setdefault(at, [])
    depth: tuple[dict[int, int], dict[int, int]] = ({}, {})
    borders = sorted(changes)
    for start, end in pairwise(borders):
        for number, is_key, step in changes[start]:
            count = depth[is_key].get(number, 0) + step
            if count:
                depth[is_key][number] = count
            else:
                depth[is_key].pop(number, None)
        yield start, end, tuple(sorted(depth[0])), tuple(sorted(depth[1]))


def _mark(events: Sequence[int], kinds: dict[int, str]) -> str:
    classes = " ".join(dict.fromkeys(kinds[number] for number in events))
    return f'<mark class="{classes}" data-e="{_numbers(events)}">' if events else ""


def _numbers(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _references(entries: Iterable[Entry]) -> str:
    ids = {True: ' id="w{}"', False: ""}  # an id stands once on a page
    return "".join(
        f'<a class="ref"{ids[one.is_first].format(one.number)} href="#e{one.number}" '
        f'aria-label="event {one.number}">{one.number}</a>'
        for one in entries
    )
