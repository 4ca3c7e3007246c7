"""The relation graph: parties on an oval, in an order in which few ties cross; the same page gives the same picture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from dipevents.export.page_entries import Entry, safe
from dipevents.mentions.gazetteer import country_name
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.place import Place
from dipevents.parties import acting, pairs, stage_of
from dipevents.sameness import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dipevents.parties import Participant

__all__ = ["Link", "draw_graph", "draw_table", "links_between"]

_MOST = 16
"""Parties that are drawn: more do not fit round the oval with their names."""
_WIDTH, _HEIGHT, _RX, _RY = 720, 450, 190, 180
_ROUNDS = 12
_VERBS = {"visit": "visits", "warning": "warns", "arms_deal": "arms", "other": "acts on"}


@dataclass(frozen=True, slots=True)
class Link:
    """The events of one kind from one party to another.

    Attributes:
        source: Name of who acts.
        target: Name of whom it acts on.
        kind: The kind of the events, as a class of the style sheet.
        entries: The events, in order of time.
    """

    source: str
    target: str
    kind: str
    entries: tuple[Entry, ...]


def links_between(entries: Sequence[Entry], *, states: bool) -> tuple[Link, ...]:
    """What the parties of the events do to one another: most events first, then by name.

    Args:
        entries: The events.
        states: Whether an actor counts for its state; a body without one counts for itself, a person not at all.
    """
    name_of = _state if states else _actor
    spelled: dict[tuple[str, ...], str] = {}
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        sides = [_names(acting(entry.event, side), name_of, spelled, states=states) for side in (0, 1)]
        ends = product(*sides) if acting(entry.event, 1) else combinations(sides[0], 2) if pairs(entry.event) else ()
        for a, b in ends:
            if a != b:
                found.setdefault((a, b, entry.kind), []).append(entry)
    links = [Link(a, b, kind, tuple(known)) for (a, b, kind), known in found.items()]
    return tuple(sorted(links, key=lambda one: (-len(one.entries), one.source, one.target, one.kind)))


def _names(
    parts: Iterable[Participant],
    name_of: Callable[[Participant], str],
    spelled: dict[tuple[str, ...], str],
    *,
    states: bool,
) -> list[str]:
    """Each party once, under the name that it had first; between actors a host stands for the places that it shows."""
    given = list(parts)
    hosts = [part for part in given if not isinstance(part.who, Place)]
    names = [name_of(part) for part in (given if states or not hosts else hosts)]
    return list(dict.fromkeys(spelled.setdefault(fold(name) or (name,), name) for name in names if name))


def _state(part: Participant) -> str:
    """The state's name, the name of a body without one (an alliance, a bank), or "" for anybody else."""
    if part.who.country:
        return country_name(part.who.country) or part.who.country
    kind = part.who.kind if isinstance(part.who, Actor) else None
    return _actor(part) if kind in (ActorKind.STATE, ActorKind.IGO, ActorKind.ORGANIZATION) else ""


def _actor(part: Participant) -> str:
    return " ".join(part.who.name.split())


def draw_graph(links: Sequence[Link], label: str) -> str:
    """The picture, or a sentence where there is nothing to draw."""
    drawn, left_out = _largest(links)
    if not drawn:
        return "<p>No event here has two known sides.</p>"
    names = _ordered(drawn)
    places = {name: _on_oval(i, len(names)) for i, name in enumerate(names)}
    pairs: dict[tuple[str, str], int] = {}
    edges = []
    for link in drawn:
        pair = link.source, link.target
        number = pairs[pair] = pairs.get(pair, 0) + 1
        edges.append(_edge(link, places, number))
    nodes = "".join(_node(name, places[name], drawn) for name in names)
    more = f"<p>{left_out} parties with fewer events are in the table only.</p>" if left_out else ""
    return (
        f'<svg class="graph" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{safe(label)}">'
        f"{''.join(edges)}{nodes}</svg>{more}"
    )


def _largest(links: Sequence[Link]) -> tuple[list[Link], int]:
    """The links among the parties with most events, and how many parties are left out."""
    counts: dict[str, int] = {}
    for link in links:
        for name in (link.source, link.target):
            counts[name] = counts.get(name, 0) + len(link.entries)
    kept = set(sorted(counts, key=lambda name: (-counts[name], name))[:_MOST])
    drawn = [link for link in links if {link.source, link.target} <= kept]
    return drawn, len(counts) - len({name for link in drawn for name in (link.source, link.target)})


def _ordered(links: Sequence[Link]) -> list[str]:
    """The parties in an order round the oval in which ties are short: swapping any two makes them no shorter."""
    names = sorted({name for link in links for name in (link.source, link.target)})
    ties: dict[str, dict[str, int]] = {name: {} for name in names}
    for link in links:
        for a, b in ((link.source, link.target), (link.target, link.source)):
            ties[a][b] = ties[a].get(b, 0) + len(link.entries)
    at = {name: i for i, name in enumerate(names)}
    for _ in range(_ROUNDS):
        before = dict(at)
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                old = _length(a, at, ties) + _length(b, at, ties)
                at[a], at[b] = at[b], at[a]
                if _length(a, at, ties) + _length(b, at, ties) >= old:
                    at[a], at[b] = at[b], at[a]
        if at == before:
            break
    return sorted(names, key=at.__getitem__)


def _length(name: str, at: Mapping[str, int], ties: Mapping[str, Mapping[str, int]]) -> int:
    def apart(other: str) -> int:
        steps = abs(at[name] - at[other])
        return min(steps, len(at) - steps)

    return sum(weight * apart(other) for other, weight in ties[name].items())


def _on_oval(i: int, count: int) -> tuple[float, float]:
    angle = 2 * pi * i / count - (pi if count == 2 else pi / 2)
    return _WIDTH / 2 + _RX * cos(angle), _HEIGHT / 2 + _RY * sin(angle)


def _edge(link: Link, places: Mapping[str, tuple[float, float]], number: int) -> str:
    """A curve that bends to its own right, so that ties in both directions and of several kinds lie side by side."""
    (ax, ay), (bx, by) = places[link.source], places[link.target]
    length = hypot(bx - ax, by - ay)
    bend = min(0.45, (18 * number - 4) / length)
    cx, cy = (ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend
    start, end = _towards((ax, ay), (cx, cy), 11), _towards((bx, by), (cx, cy), 14)
    mx, my = (start[0] + 2 * cx + end[0]) / 4, (start[1] + 2 * cy + end[1]) / 4
    off = all(stage_of(entry.event) == "off" for entry in link.entries)
    firm = any(stage_of(entry.event) == "firm" for entry in link.entries)
    signs = f'<path class="cross" d="M{mx - 5:.0f} {my - 5:.0f}l10 10m0-10l-10 10"/>' if off else ""
    if len(link.entries) > 1:
        signs += f'<text class="count" x="{mx:.0f}" y="{my + 4:.0f}">{len(link.entries)}</text>'
    return (
        f'<g class="edge {link.kind}{"" if firm else " open"}" data-e="{_numbers(link)}">'
        f"<title>{safe(_told(link))}</title>"
        f'<path marker-end="url(#a-{link.kind})" d="M{start[0]:.0f} {start[1]:.0f}'
        f'Q{cx:.0f} {cy:.0f} {end[0]:.0f} {end[1]:.0f}"/>{signs}</g>'
    )


def _towards(a: tuple[float, float], b: tuple[float, float], by: float) -> tuple[float, float]:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return a[0] + (b[0] - a[0]) * by / length, a[1] + (b[1] - a[1]) * by / length


def _told(link: Link) -> str:
    count = len(link.entries)
    return f"{link.source} {_VERBS.get(link.kind, 'acts on')} {link.target}: {count} event{'s' if count > 1 else ''}"


def _numbers(link: Link) -> str:
    return " ".join(str(entry.number) for entry in link.entries)


def _node(name: str, place: tuple[float, float], links: Sequence[Link]) -> str:
    x, y = place
    around = sorted({entry.number for link in links if name in (link.source, link.target) for entry in link.entries})
    side = "start" if x > _WIDTH / 2 + 20 else "end" if x < _WIDTH / 2 - 20 else "middle"
    dx = {"start": 14, "end": -14, "middle": 0}[side]
    dy = 5 if side != "middle" else (-16 if y < _HEIGHT / 2 else 26)
    short = name if len(name) <= 24 else name[:23].rstrip() + "…"
    return (
        f'<g class="node" data-e="{" ".join(map(str, around))}"><title>{safe(name)}</title>'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="8"/>'
        f'<text x="{x + dx:.0f}" y="{y + dy:.0f}" text-anchor="{side}">{safe(short)}</text></g>'
    )


def draw_table(links: Sequence[Link]) -> str:
    """The same as a table, for readers who do not see the picture; a button shows the events of its row alone."""
    rows = "".join(
        f'<tr data-e="{_numbers(link)}"><td>{safe(link.source)}<td>{_VERBS.get(link.kind, "acts on")}'
        f"<td>{safe(link.target)}<td><button>show {len(link.entries)}</button>"
        for link in links
    )
    head = "".join(f'<th scope="col">{words}' for words in ("Who", "does", "to whom", "Events"))
    return f"<table><thead><tr>{head}<tbody>{rows}</table>" if rows else ""
