"""A corpus of articles into tables of reports: one pure function on Arrow record batches, and its driver.

    JSONL, CSV, Parquet, folders of text or HTML ── batches ── read_batch ── shards (Parquet, JSONL) ── manifest

Every engine maps `read_batch`: `read_corpus` here and Dask through it, Spark's `mapInArrow` by itself. Which articles
make which shard follows from the input alone, a shard is written to a temporary file that then takes its name, and the
manifest is a log to which a line is added once a shard is there. So a run that was killed goes on where it was, and
what it has written is what an undisturbed run would have written, byte for byte. Needs the extra `tables`.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipevents.corpus_inputs import FIELDS, records_of
from dipevents.errors import InputError
from dipevents.export.extras import load_extra
from dipevents.parser import Parser
from dipevents.reading.engine import DEFAULT_MODEL
from dipevents.stream import Failure, failure, in_processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.models.report import Report

__all__ = ["Settings", "Summary", "read_batch", "read_batches", "read_corpus", "schema_in", "schema_out"]

SHARD = 512
"""Articles a shard, unless told otherwise."""
MANIFEST = "manifest.jsonl"
FORMATS = ("parquet", "jsonl")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a corpus is read; all that `read_batch` needs beside the batch, so that any process can be told.

    Attributes:
        model: Name of the spaCy pipeline.
        skim: As for `Parser`.

    Example:
        >>> Settings(skim=0.1).skim
        0.1
    """

    model: str = DEFAULT_MODEL
    skim: bool | float = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of `read_corpus` has done.

    Attributes:
        shards: Shards that are there now.
        articles: Articles in them.
        failures: Those of the articles that could not be read; each has a row with the reason.
        resumed: Shards that an earlier run had written.
    """

    shards: int
    articles: int
    failures: int
    resumed: int


def schema_in() -> Any:
    """The Arrow schema of articles: `id`, `text`, and what else is known of each; all strings, null where unknown.

    Raises:
        MissingExtraError: If pyarrow is not installed.

    Example:
        >>> schema_in().names
        ['id', 'text', 'published', 'title', 'source', 'url']
    """
    pa = load_extra("pyarrow", "tables")
    return pa.schema([(name, pa.string()) for name in FIELDS])


def schema_out() -> Any:
    """The Arrow schema of reports: `id`, `source`, `url`, `title`, `published`, `events`, `report` and `error`.

    `events` counts the events; `report` is `Report.to_json()`, null where `error` says why there is none.

    Raises:
        MissingExtraError: If pyarrow is not installed.

    Example:
        >>> schema_out().field("events").type
        DataType(int32)
    """
    pa = load_extra("pyarrow", "tables")
    texts = [(name, pa.string()) for name in ("id", "source", "url", "title", "published")]
    return pa.schema([*texts, ("events", pa.int32()), ("report", pa.string()), ("error", pa.string())])


def read_batch(batch: Any, settings: Settings | None = None) -> Any:
    """Reads one record batch of articles into one of reports, row by row; pure, and the same on every machine.

    Columns beside those of `schema_in` are passed over, and any of them but `text` may be missing. The model is loaded
    once a process.

    Args:
        batch: A `pyarrow.RecordBatch`.
        settings: How to read.

    Returns:
        A `pyarrow.RecordBatch` with the schema of `schema_out` and as many rows.

    Raises:
        InputError: If there is no column `text`.
        ModelError: If the language model is not installed.
        MissingExtraError: If pyarrow is not installed.

    Example:
        >>> import pyarrow
        >>> batch = pyarrow.RecordBatch.from_pylist([{"id": "a", "text": "Lavrov arrived in Ankara."}])
        >>> read_batch(batch).select(["id", "events", "error"]).to_pylist()
        [{'id': 'a', 'events': 1, 'error': None}]
    """
    names = batch.schema.names
    if "text" not in names:
        raise InputError(f"a batch needs a column 'text'; it has {', '.join(names)}")
    return _read(batch.select([name for name in FIELDS if name in names]).to_pylist(), settings or Settings())


def _read(articles: list[dict[str, Any]], settings: Settings) -> Any:
    pa = load_extra("pyarrow", "tables")
    parser = _parser(settings)
    jobs = [job for job in enumerate(articles) if job[1].get("error") is None]
    found: dict[int, Report | Failure] = {
        i: failure((i, a), a["error"]) for i, a in enumerate(articles) if a.get("error")
    }
    for at in range(0, len(jobs), 32):
        here = jobs[at : at + 32]
        found |= zip((i for i, _ in here), parser.parse_batch(here), strict=True)
    rows = [_row(article, found[i]) for i, article in enumerate(articles)]
    schema = schema_out()
    return pa.RecordBatch.from_arrays([pa.array([r[f.name] for r in rows], type=f.type) for f in schema], schema=schema)


def read_batches(batches: Iterable[Any], settings: Settings | None = None) -> Iterator[Any]:
    """`read_batch` over a stream of batches, in order: what Spark's `mapInArrow` takes.

    Args:
        batches: `pyarrow.RecordBatch`es of articles; one is read at a time.
        settings: How to read.

    Raises:
        InputError: If a batch has no column `text`.
        ModelError: If the language model is not installed.
    """
    for batch in batches:
        yield read_batch(batch, settings)


@cache
def _parser(settings: Settings) -> Parser:
    return Parser(settings.model, skim=settings.skim)


def _row(article: dict[str, Any], found: Report | Failure) -> dict[str, Any]:
    row = {name: article.get(name) for name in ("id", "source", "url", "title", "published")}
    if isinstance(found, Failure):
        return {**row, "events": None, "report": None, "error": found.reason}
    return {**row, "events": len(found.events), "report": found.to_json(), "error": None}


def read_corpus(
    inputs: Sequence[str | Path],
    out: str | Path,
    *,
    formats: Sequence[str] = ("parquet",),
    workers: int = 1,
    shard: int = SHARD,
    settings: Settings | None = None,
    scheduler: str | None = None,
    engine: str = "local",
) -> Iterator[Summary]:
    """Reads a corpus into shards in a folder, and tells after each shard how far it is.

    Run again with the same inputs, it goes on where it was: shards that are there are passed over. A line, row or file
    that is no article (no JSON, no text, an empty one, not UTF-8) stops nothing: its row has the reason in `error`.

    Args:
        inputs: Files (JSONL, CSV, Parquet, text, HTML) and folders of text and HTML files, in this order.
        out: The folder of the shards; made where it is not there.
        formats: "parquet", "jsonl" or both.
        workers: Processes that read on this machine, or that a local Dask cluster starts.
        shard: Articles a shard.
        settings: How to read.
        scheduler: Address of a Dask scheduler; without one, Dask starts a cluster on this machine.
        engine: "local" or "dask".

    Raises:
        InputError: If an input is not there, of no known kind or a table without a column `text`; a format or engine
            is none; or `out` belongs to another corpus or can be no folder.
        MissingExtraError: If a library that it needs is not installed.
    """
    if unknown := [name for name in formats if name not in FORMATS]:
        raise InputError(f"formats={unknown[0]!r}: take {' or '.join(FORMATS)}")
    if engine not in {"local", "dask"}:
        raise InputError(f"engine={engine!r}: take 'local' or 'dask'")
    if shard < 1 or workers < 1 or not formats or not inputs:
        raise InputError("a corpus needs an input, a format, and at least one worker and one article a shard")
    load_extra("pyarrow", "tables")
    settings = settings or Settings()
    ledger = _Ledger(
        Path(out), {"inputs": [str(i) for i in inputs], "formats": list(formats), "shard": shard, **asdict(settings)}
    )
    jobs = _jobs(records_of([Path(i) for i in inputs]), shard, ledger)
    todo = (([(number, (rows, ledger.folder, tuple(formats), settings))]) for number, rows in jobs)
    try:
        yield ledger.summary()
        if engine == "dask":
            from dipevents.corpus_dask import run

            done: Iterator[Any] = run(_write, todo, scheduler=scheduler, workers=workers)
        elif workers == 1:
            done = (one for job in todo for one in _write(job))
        else:
            done = in_processes(todo, workers, _write, _nothing, ())
        for one in done:
            if isinstance(one, Failure):
                raise InputError(f"shard {one.index} could not be written: {one.reason}")
            ledger.add(one)
            yield ledger.summary()
        ledger.end()
    finally:
        ledger.close()


def _nothing() -> None:
    pass


def _jobs(records: Iterator[dict[str, Any]], shard: int, ledger: _Ledger) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The articles of every shard that is not there yet, with its number."""
    number = 0
    while rows := list(islice(records, shard)):
        if not ledger.has(number, rows):
            yield number, rows
        number += 1


def _digest(rows: list[dict[str, Any]]) -> str:
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()


def _write(jobs: list[tuple[int, Any]]) -> list[dict[str, Any]]:
    """Reads the articles of a shard, writes its files, and gives the shard's line for the manifest."""
    lines = []
    for number, (rows, folder, formats, settings) in jobs:
        found = _read([{name: _storable(value) for name, value in row.items()} for row in rows], settings)
        files = {}
        for form in formats:
            name = f"part-{number:06d}.{form}"
            files[name] = _put(folder / name, found, form)
        failures = found.num_rows - found.column("error").null_count
        lines.append(
            {"shard": number, "articles": found.num_rows, "failures": failures, "of": _digest(rows), "files": files}
        )
    return lines


def _storable(value: str | None) -> str | None:
    """Arrow's strings are UTF-8, which has no lone surrogates."""
    return (
        value
        if value is None or value.isascii()
        else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def _put(path: Path, batch: Any, form: str) -> str:
    """Writes a file beside its place, makes sure that it is on the disk, and moves it there; gives its digest."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    with draft.open("wb") as out:
        if form == "parquet":
            parquet = load_extra("pyarrow.parquet", "tables")
            with parquet.ParquetWriter(out, batch.schema, compression="zstd") as writer:
                writer.write_batch(batch)
        else:
            for row in batch.to_pylist():
                row["report"] = json.loads(row["report"]) if row["report"] is not None else None
                out.write(json.dumps(row, separators=(",", ":")).encode("ascii") + b"\n")
        out.flush()
        os.fsync(out.fileno())
    digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    draft.replace(path)
    return digest


def _is_shard(line: object) -> bool:
    """Whether a line of the manifest is such as `_write` gives, and names no other files than it would."""
    if not isinstance(line, dict) or not all(type(line.get(n)) is int for n in ("shard", "articles", "failures")):
        return False
    files = line.get("files")
    names = {f"part-{line['shard']:06d}.{form}" for form in FORMATS}
    return isinstance(line.get("of"), str) and isinstance(files, dict) and set(files) <= names


class _Ledger:
    """The manifest of a folder: what corpus it is of, and which shards are there."""

    def __init__(self, folder: Path, corpus: dict[str, Any]) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{folder}: no folder can be made here: {error.strerror}") from None
        self._path = folder / MANIFEST
        self._shards: dict[int, dict[str, Any]] = {}
        self._load(corpus)
        for draft in folder.glob(".*.part"):
            draft.unlink()
        self._resumed = len(self._shards)
        self._log = self._path.open("a", encoding="utf-8")
        if self._path.stat().st_size == 0:
            self._line({"corpus": corpus})

    def _load(self, corpus: dict[str, Any]) -> None:
        """Reads the manifest; a last line that a kill has cut off is taken away."""
        if not self._path.exists():
            return
        content = self._path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if len(whole) < len(content):
            with self._path.open("r+b") as log:
                log.truncate(len(whole))
        try:
            lines = [json.loads(line) for line in whole.splitlines()]
        except (ValueError, RecursionError):
            raise InputError(f"{self._path} is no manifest of a corpus; take a new folder") from None
        if lines and (not isinstance(lines[0], dict) or lines[0].get("corpus") != corpus):
            is_bare = len(lines) == 1 and isinstance(lines[0], dict) and not any(self.folder.glob("part-*"))
            if is_bare and lines[0].keys() == {"corpus"}:  # a run that wrote no shard binds nobody
                self._path.write_bytes(b"")
                return
            raise InputError(f"{self.folder} holds another corpus or other settings; take a new folder")
        if not all(_is_shard(line) for line in lines[1:]):
            raise InputError(f"{self._path} has a line that is no shard's; take a new folder")
        self._shards = {line["shard"]: line for line in lines[1:]}

    def _line(self, value: dict[str, Any]) -> None:
        self._log.write(json.dumps(value, sort_keys=True) + "\n")
        self._log.flush()
        os.fsync(self._log.fileno())

    def has(self, number: int, rows: list[dict[str, Any]]) -> bool:
        """Whether a shard is there.

        Raises:
            InputError: If it was made of other articles: the inputs have changed.
        """
        line = self._shards.get(number)
        if line is None:
            return False
        if line["of"] != _digest(rows):
            raise InputError(f"the articles of shard {number} in {self.folder} have changed; take a new folder")
        return all((self.folder / name).exists() for name in line["files"])

    def add(self, line: dict[str, Any]) -> None:
        """Notes that a shard is there."""
        self._shards[line["shard"]] = line
        self._line(line)

    def end(self) -> None:
        """Puts the lines into the order of the shards, whatever order they came in."""
        lines = [self._path.read_text(encoding="utf-8").splitlines()[0]]
        lines += [json.dumps(self._shards[n], sort_keys=True) for n in sorted(self._shards)]
        draft = self.folder / f".{MANIFEST}.part"
        draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
        draft.replace(self._path)

    def summary(self) -> Summary:
        """What is there."""
        lines = self._shards.values()
        articles, failures = sum(line["articles"] for line in lines), sum(line["failures"] for line in lines)
        return Summary(len(self._shards), articles, failures, self._resumed)

    def close(self) -> None:
        """Lets go of the manifest."""
        self._log.close()
