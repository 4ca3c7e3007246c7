"""Ways out: reports and events in the forms that other tools and people read, each with what that form cannot hold.

Every form for tools has its functions and a tuple `LOST` of what it loses and why; `Report.to_json` loses nothing.
Forms that cannot hold some events have `left_out(events)`, which gives these with the reason. To add a form: a module
named as the form, whose functions take `Events` as the others do, its `LOST`, and a line here.

- `tables`: one row an event, or one row a participant; Arrow, pandas, Polars, Parquet (extra `tables`), CSV.
- `graph`: a networkx MultiDiGraph, GraphML (extra `graph`).
- `plover`: PLOVER records with CAMEO root codes.
- `sipri`: rows in the shape of SIPRI's arms transfers database, for deals.
- `colt`: rows in the shape of the COLT data set on leaders' travel, for visits.
- `calendar`: iCalendar, for planned and past visits.
- `markdown`: a chronology to read.
- `text`: a report to read in a terminal.
- `page`: reports or a story as one HTML page.

There is no STIX 2.1: it describes threats to computers, and has no object for a visit, a deal or a demand. An event
could only be a custom object or a `note`, which no STIX tool understands; the graph and the tables say the same openly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dipevents.export import (
        calendar as calendar,
        colt as colt,
        graph as graph,
        markdown as markdown,
        page as page,
        plover as plover,
        sipri as sipri,
        tables as tables,
        text as text,
    )

_FORMS = ("calendar", "colt", "graph", "markdown", "page", "plover", "sipri", "tables", "text")


def __getattr__(name: str) -> Any:
    """Loads a form's module on first use."""
    if name not in _FORMS:
        raise AttributeError(f"module 'dipevents.export' has no attribute {name!r}")
    return import_module(f"dipevents.export.{name}")
