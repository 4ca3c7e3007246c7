"""The articles of files and folders, one after the other: JSONL, CSV, Parquet, text and HTML.

A record has `id` (from the file, else its name and line), `text`, `published`, `title`, `source` and `url`, all strings
or None. The order is that of the inputs, of the rows in a file, and of the names in a folder, so it is always the same.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from dipevents.errors import InputError
from dipevents.export.extras import load_extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["FIELDS", "records_of"]

FIELDS = ("id", "text", "published", "title", "source", "url")
ROWS = 256
"""Rows of Parquet that are in memory at a time."""


def records_of(inputs: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Every article of the inputs, in order.

    Raises:
        InputError: If an input is not there, is of no known kind, or a line of it is no article.
        MissingExtraError: If HTML is among them and trafilatura is not installed (extra `html`).
    """
    for given in inputs:
        if given.is_dir():
            for path in sorted(p for p in given.rglob("*") if p.suffix.lower() in _TEXTS and p.is_file()):
                yield from _TEXTS[path.suffix.lower()](path, path.relative_to(given).as_posix())
        elif not given.exists():
            raise InputError(f"{given}: no such file or folder")
        elif given.suffix.lower() in _TABLES:
            yield from _TABLES[given.suffix.lower()](given)
        elif given.suffix.lower() in _TEXTS:
            yield from _TEXTS[given.suffix.lower()](given, given.name)
        else:
            kinds = ", ".join((*_TABLES, *_TEXTS))
            raise InputError(f"{given}: {given.suffix or 'a name without an ending'} is no known kind; take {kinds}")


def _record(row: dict[str, Any], name: str) -> dict[str, Any]:
    """A row's known columns as strings; others are passed over."""
    found = {field: None if row.get(field) in (None, "") else str(row[field]) for field in FIELDS}
    if "text" not in row:
        raise InputError(f"{name}: there is no 'text'; the columns are {', '.join(map(str, row))}")
    found["text"] = str(row["text"] or "")
    found["id"] = found["id"] or name
    return found


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise InputError(f"{path}, line {number}: is no JSON: {error}") from None
            if not isinstance(row, dict):
                raise InputError(f"{path}, line {number}: an object is needed, not {type(row).__name__}")
            yield _record(row, f"{path.name}:{number}")


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        try:
            for number, row in enumerate(csv.DictReader(lines), 1):
                yield _record({str(k): v for k, v in row.items()}, f"{path.name}:{number}")
        except (csv.Error, UnicodeDecodeError) as error:
            raise InputError(f"{path}: is no CSV in UTF-8: {error}") from None


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    number = 0
    table = load_extra("pyarrow.parquet", "tables").ParquetFile(path)
    columns = [name for name in FIELDS if name in table.schema_arrow.names]
    for batch in table.iter_batches(batch_size=ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield _record(row, f"{path.name}:{number}")


def _text(path: Path, name: str) -> Iterator[dict[str, Any]]:
    yield _record({"text": path.read_bytes().decode("utf-8-sig", "replace"), "source": name}, name)


def _html(path: Path, name: str) -> Iterator[dict[str, Any]]:
    """The article of a page, without what stands around it; an empty text where the extractor finds none."""
    extractor = load_extra("trafilatura", "html")
    page = path.read_bytes().decode("utf-8-sig", "replace")
    found = extractor.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    row = {field: getattr(found, of, None) for field, of in _OF_PAGE.items()}
    yield _record({**row, "source": row["source"] or name}, name)


_OF_PAGE = {"text": "text", "published": "date", "title": "title", "source": "sitename", "url": "url"}
_TABLES: dict[str, Callable[[Path], Iterable[dict[str, Any]]]] = {
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".csv": _csv,
    ".parquet": _parquet,
}
_TEXTS: dict[str, Callable[[Path, str], Iterable[dict[str, Any]]]] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
}
