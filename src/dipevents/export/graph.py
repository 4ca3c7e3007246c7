"""Events as a graph: parties are nodes, and each event is an edge from who acts to whom. Needs the extra `graph`.

Example:
    >>> [one.what for one in LOST]
    ['events with one side', 'everything but the edge attributes', 'control characters and lone surrogates in GraphML']
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dipevents.errors import InputError
from dipevents.export.extras import load_extra
from dipevents.export.lost import Lost
from dipevents.models.event_date import EventDate
from dipevents.models.statement import Source, Statement, statements_of
from dipevents.parties import By, Party, in_full, key_of, parties_of, status_of

if TYPE_CHECKING:
    from dipevents.models.statement import Events

__all__ = ["LOST", "to_graph", "to_graphml"]

LOST = (
    Lost("events with one side", "an edge has two ends; opinions and events without a known recipient are no edge"),
    Lost("everything but the edge attributes", "a graph holds type, status, date, id, words and article of an event"),
    Lost("control characters and lone surrogates in GraphML", "XML cannot hold them; they become U+FFFD"),
)
"""What this form loses, and why: a tuple of `Lost`."""
# The characters of XML 1.0. Source: https://www.w3.org/TR/xml/#charsets
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graph(events: Events, *, by: By | str = By.ACTOR) -> Any:
    """A `networkx.MultiDiGraph`: nodes for parties, and one edge for each event and each two of its parties.

    A node is named by the party's name, with kind and country in brackets where two parties have one name; it has the
    attributes `name`, `kind` and `country`. An edge has `type`, `status`, `when` (EDTF), `earliest`, `latest` (ISO),
    `event_id`, `words` (the evidence), `url` and `published`; what is unknown is not there. The key of an edge is the
    event's id, so that an event given twice is one edge.

    Args:
        events: Events, reports, or lists of them.
        by: What is one node: each `actor` (and each place), each `country`, or each `body`.

    Raises:
        dipevents.export.extras.MissingExtraError: If networkx is not installed.
        dipevents.errors.InputError: If there is no such `by`.

    Example:
        >>> from dipevents.models import Actor, Place, Visit
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> list(to_graph([Visit(visitors=(wang,), destinations=(oslo,))], by="country").edges())
        [('CHN', 'NOR')]
    """
    if by not in list(By):
        raise InputError(f"by={by!r}: take one of {', '.join(By)}")
    graph = load_extra("networkx", "graph").MultiDiGraph()
    nodes: dict[Any, str] = {}
    given = statements_of(events)
    full = in_full(one.event for one in given)
    for one in given:
        for a, b in parties_of(one.event, By(by), full):
            graph.add_edge(_node(graph, nodes, a), _node(graph, nodes, b), key=one.event.id, **_attributes(one))
    return graph


def _node(graph: Any, nodes: dict[Any, str], party: Party) -> str:
    key = key_of(party)
    if key not in nodes:
        about = ", ".join(filter(None, (party.kind or "place", party.country)))
        name = party.name if party.name not in graph else f"{party.name} [{about}]"
        while name in graph:  # a party may bear the very name that was made for another
            name += "′"
        nodes[key] = name
        graph.add_node(name, **_known(name=party.name, kind=party.kind and str(party.kind), country=party.country))
    return nodes[key]


def _attributes(one: Statement) -> dict[str, str]:
    when, source = one.event.when or EventDate(edtf="../.."), one.source or Source()
    return _known(
        type=one.event.type_name(),
        status=status_of(one.event),
        when=one.event.when.edtf if one.event.when else None,
        earliest=when.earliest.isoformat() if when.earliest else None,
        latest=when.latest.isoformat() if when.latest else None,
        event_id=one.event.id,
        words=" … ".join(quote.text for quote in one.event.evidence) or None,
        url=source.url,
        published=source.published.isoformat() if source.published else None,
    )


def _known(**attributes: str | None) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value is not None}


def to_graphml(events: Events, *, by: By | str = By.ACTOR) -> str:
    """GraphML, which Gephi, yEd, Cytoscape and igraph read; otherwise as `to_graph`.

    Args:
        events: Events, reports, or lists of them.
        by: What is one node: each `actor` (and each place), each `country`, or each `body`.

    Raises:
        dipevents.export.extras.MissingExtraError: If networkx is not installed.
        dipevents.errors.InputError: If there is no such `by`.

    Example:
        >>> to_graphml([]).splitlines()[1].strip()
        '<graph edgedefault="directed" />'
    """
    networkx = load_extra("networkx", "graph")
    graph = to_graph(events, by=by)
    clean = networkx.MultiDiGraph()
    names: dict[str, str] = {}
    for node, attributes in graph.nodes(data=True):
        name = _NO_XML.sub("�", node)
        while name in clean:
            name += "′"
        names[node] = name
        clean.add_node(names[node], **{k: _NO_XML.sub("�", v) for k, v in attributes.items()})
    for a, b, key, attributes in graph.edges(keys=True, data=True):
        clean.add_edge(names[a], names[b], key=key, **{k: _NO_XML.sub("�", v) for k, v in attributes.items()})
    return "\n".join(networkx.generate_graphml(clean)) + "\n"
