"""The articles of files and folders, one after the other: JSONL, CSV, Parquet, text and HTML.

A record has `id` (from the file, else its name and line), `text`, `published`, `title`, `source` and `url`, all strings
or None. The order is that of the inputs, of the rows in a file, and of the names in a folder, so it is always the same.
What is no article stops nothing: its record has no text but an `error`, which says why.
"""

from __future__ import annotations

import csv
import json
import re
from collections import deque
from itertools import count
from typing import TYPE_CHECKING, Any

from dipevents.errors import InputError
from dipevents.export.extras import load_extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["FIELDS", "decoded", "records_of"]

FIELDS = ("id", "text", "published", "title", "source", "url")
ROWS = 256
"""Rows of Parquet that are in memory at a time."""
_NOT_UTF8 = re.compile("[\udc80-\udcff]")


def records_of(inputs: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Every article of the inputs, in order.

    Raises:
        InputError: If an input is not there, is of no known kind, is no Parquet behind a name of it, or is a table
            without a column `text`.
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


def decoded(content: bytes) -> str:
    """The text of a file.

    Raises:
        InputError: If it is not UTF-8, or nothing.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 text (byte {error.start}); convert it first (in an editor: save as UTF-8)"
        ) from None
    if not text.strip():
        raise InputError("is empty")
    return text


def _record(row: dict[str, Any], name: str, error: object = None) -> dict[str, Any]:
    """A row's known columns as strings, others are passed over; where it has no text that can be read, the reason."""
    found = {field: None if row.get(field) in (None, "") else str(row[field]) for field in FIELDS}
    found["id"] = found["id"] or name
    text = row.get("text")
    if error is None and not (isinstance(text, str) and text.strip()):
        told = "is empty" if isinstance(text, str) else f"is no string, but {json.dumps(text, default=str)[:50]}"
        error = (
            f"the text {told}" if "text" in row else f"there is no 'text', only {', '.join(map(str, row)) or 'nothing'}"
        )
    return found if error is None else {**found, "text": None, "error": f"{name}: {error}"[:500]}


def _with_text(path: Path, columns: Sequence[str]) -> None:
    if "text" not in columns:
        raise InputError(f"{path}: there is no 'text'; the columns are {', '.join(columns) or 'none'}")


def _jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            row: Any = {}
            wrong = None
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                wrong = f"is no JSON: {error}"
            if not isinstance(row, dict):
                row, wrong = {}, f"an object is needed, not {type(row).__name__}"
            yield _record(row, f"{path.name}:{number}", wrong)


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(1 << 30)
    # A byte that is not UTF-8 becomes a lone surrogate, which no UTF-8 gives, so that its row alone is at fault.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        read: list[str] = []  # the lines of a row
        rows = csv.DictReader(_noted(lines, read))
        _with_text(path, rows.fieldnames or ())
        for number in count(1):
            row: dict[str, Any] = {}
            wrong = None
            read.clear()
            try:
                row = {str(k): v for k, v in next(rows).items()}
            except StopIteration:
                return
            except csv.Error as error:
                wrong = f"is no CSV: {error}"
            if any(_NOT_UTF8.search(value) for value in row.values() if isinstance(value, str)):
                row, wrong = {}, "is not UTF-8"
            if _is_open(read):
                first = rows.line_num - len(read) + 1
                row, wrong = {}, f"a quote of line {first} is not closed: what stands behind it to the end is not read"
            yield _record(row, f"{path.name}:{number}", wrong)


def _noted(lines: Iterable[str], read: list[str]) -> Iterator[str]:
    for line in lines:
        read.append(line)
        yield line


def _is_open(lines: Sequence[str]) -> bool:
    """Whether the lines of a row end inside quotes, as only a file's last row can."""
    if sum(line.count('"') for line in lines) % 2 == 0:
        return False
    try:
        deque(csv.reader(lines, strict=True), maxlen=0)
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    number = 0
    invalid: type[Exception] = load_extra("pyarrow", "tables").ArrowInvalid
    try:
        table = load_extra("pyarrow.parquet", "tables").ParquetFile(path)
        _with_text(path, table.schema_arrow.names)
        columns = [name for name in FIELDS if name in table.schema_arrow.names]
        for batch in table.iter_batches(batch_size=ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _record(row, f"{path.name}:{number}")
    except (invalid, OSError) as error:
        raise InputError(f"{path}: row {number + 1} cannot be read as Parquet: {error}") from None


def _text(path: Path, name: str) -> Iterator[dict[str, Any]]:
    text, wrong = None, None
    try:
        text = decoded(path.read_bytes())
    except (InputError, OSError) as error:
        wrong = error
    yield _record({"text": text, "source": name}, name, wrong)


def _html(path: Path, name: str) -> Iterator[dict[str, Any]]:
    """The article of a page, without what stands around it; the extractor sees in which encoding it is."""
    extractor = load_extra("trafilatura", "html")
    page = path.read_bytes()
    found = extractor.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    row = {field: getattr(found, of, None) for field, of in _OF_PAGE.items()}
    wrong = None if row["text"] else "no article was found in the page" if page.strip() else "is empty"
    yield _record({**row, "source": row["source"] or name}, name, wrong)


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
