r"""Events as tables: one row an event (`rows="events"`), or one row for each participant (`rows="participants"`).

The columns are those of `dipevents.export.rows`. CSV needs nothing but Python; the others need the extra `tables`, and
all come from one Arrow table with a fixed schema, whatever the events. What is lost is in `LOST`:

Example:
    >>> [one.what for one in LOST]
    ['mentions and offsets', 'fields of some types', 'lone surrogates', 'leading formula signs in CSV', 'lists in CSV']
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from dipevents.errors import InputError
from dipevents.export.extras import load_extra
from dipevents.export.lost import Lost
from dipevents.export.rows import EVENT_COLUMNS, PARTICIPANT_COLUMNS, event_rows, participant_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dipevents.export.rows import Column
    from dipevents.models.statement import Events

__all__ = ["LOST", "rows_to_csv", "to_arrow", "to_csv", "to_pandas", "to_polars", "write_parquet"]

LOST = (
    Lost("mentions and offsets", "a row has the words of the evidence and where the first begins, no record in a cell"),
    Lost("fields of some types", "columns are shared by all types: deadlines, aliases and order dates have none"),
    Lost("lone surrogates", "Arrow and CSV files are UTF-8, which cannot hold them; they become U+FFFD"),
    Lost(
        "leading formula signs in CSV", "a cell that begins as a formula would run in a spreadsheet; a ' is put before"
    ),
    Lost("lists in CSV", "a cell is one string: lists are joined by '; '"),
)
"""What this form loses, and why: a tuple of `Lost`."""
Rows: TypeAlias = Literal["events", "participants"]
# What spreadsheets take for a formula, or skip before one. Source: OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _taken(events: Events, rows: str) -> tuple[tuple[Column, ...], list[dict[str, Any]]]:
    makers: dict[str, tuple[tuple[Column, ...], Callable[[Events], list[dict[str, Any]]]]] = {
        "events": (EVENT_COLUMNS, event_rows),
        "participants": (PARTICIPANT_COLUMNS, participant_rows),
    }
    if rows not in makers:
        raise InputError(f"rows={rows!r}: take 'events' or 'participants'")
    columns, make = makers[rows]
    return columns, make(events)


def _clean(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def _csv_cell(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    text = _clean(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_csv(events: Events, *, rows: Rows = "events") -> str:
    """CSV (RFC 4180, with a header) as a string that can be written as UTF-8; safe to open in a spreadsheet.

    A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is given a leading `'`. Unknown is an empty cell.

    Args:
        events: Events, reports, or lists of them; the rows have their order.
        rows: "events" or "participants".

    Example:
        >>> from dipevents.models import Visit
        >>> to_csv([Visit(purpose="=1+1")]).splitlines()[1].split(",")[18]
        "'=1+1"
    """
    columns, data = _taken(events, rows)
    return rows_to_csv([column.name for column in columns], data)


def rows_to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    r"""Rows of your own as CSV, such as those of `to_sipri` and `to_colt`; cells are written as `to_csv` writes them.

    Args:
        columns: The header, and the order of the cells.
        rows: Mappings that have every column.

    Example:
        >>> rows_to_csv(["a", "b"], [{"a": None, "b": ["x", "y"]}])
        'a,b\r\n,x; y\r\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def to_arrow(events: Events, *, rows: Rows = "events") -> Any:
    """A `pyarrow.Table`; its schema is the same whatever the events. Needs the extra `tables`.

    Args:
        events: Events, reports, or lists of them; the rows have their order.
        rows: "events" or "participants".

    Raises:
        dipevents.export.extras.MissingExtraError: If pyarrow is not installed.
        InputError: If there are no such `rows`.

    Example:
        >>> from dipevents.models import Visit
        >>> to_arrow([Visit()]).column("status").to_pylist()
        ['occurred']
    """
    pa = load_extra("pyarrow", "tables")
    columns, data = _taken(events, rows)
    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "day": pa.date32(),
        "number": pa.int64(),
        "share": pa.float64(),
    }
    arrays = [pa.array([_arrow_cell(row[c.name]) for row in data], type=types[c.kind]) for c in columns]
    return pa.table(arrays, schema=pa.schema([(c.name, types[c.kind]) for c in columns]))


def _arrow_cell(value: Any) -> Any:
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return _clean(value) if isinstance(value, str) else value


def to_pandas(events: Events, *, rows: Rows = "events") -> Any:
    """A `pandas.DataFrame`; days are `datetime.date`. Otherwise as `to_arrow`; needs pandas as well.

    Raises:
        dipevents.export.extras.MissingExtraError: If pyarrow or pandas is not installed.
    """
    load_extra("pandas", None)
    return to_arrow(events, rows=rows).to_pandas()


def to_polars(events: Events, *, rows: Rows = "events") -> Any:
    """A `polars.DataFrame`. Otherwise as `to_arrow`; needs Polars as well.

    Raises:
        dipevents.export.extras.MissingExtraError: If pyarrow or Polars is not installed.
    """
    return load_extra("polars", None).from_arrow(to_arrow(events, rows=rows))


def write_parquet(events: Events, path: str | Path, *, rows: Rows = "events") -> None:
    """Writes a Parquet file, over one that is there. Otherwise as `to_arrow`.

    Args:
        events: Events, reports, or lists of them; the rows have their order.
        path: Where to write it.
        rows: "events" or "participants".

    Raises:
        dipevents.export.extras.MissingExtraError: If pyarrow is not installed.
        OSError: If the file cannot be written.
    """
    load_extra("pyarrow.parquet", "tables").write_table(to_arrow(events, rows=rows), str(Path(path)))
