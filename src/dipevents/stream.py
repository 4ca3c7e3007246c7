"""Many articles through one function, in order: with bounded memory, over several processes, whatever fails.

Nothing here knows what is done with an article: `Parser.parse_many` hands in the reading of a few articles at a time.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Mapping, Sized
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from dipevents.errors import InputError
from dipevents.reading.marks import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

__all__ = [
    "Failure",
    "Job",
    "arguments_of",
    "failure",
    "in_batches",
    "in_processes",
    "labels_of",
    "with_progress",
    "without_failures",
    "without_pauses",
]

ARTICLES = 32
"""Articles that are read together at most."""
CHARACTERS = 60_000
"""Characters that are read together at most, unless one article has more."""
IN_FLIGHT = 2
"""Batches a worker has in hand or waiting."""
FIELDS = ("text", "published", "title", "source", "url")

T = TypeVar("T")
Job = tuple[int, Any]


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read; the others are, all the same.

    Attributes:
        index: Its place among the articles, from 0.
        source: Its source, address or `id` where it gives one, or None.
        reason: What went wrong, in one line of at most 500 characters.

    Example:
        >>> Failure(index=3, source="The Wire", reason="DateError: …").index
        3
    """

    index: int
    source: str | None
    reason: str


def failure(job: Job, error: BaseException | str) -> Failure:
    """The record of an article that could not be read."""
    index, article = job
    named = [_field(article, name) for name in ("source", "url", "id")] if not isinstance(article, str) else []
    source = next((value for value in named if isinstance(value, str)), None)
    reason = error if isinstance(error, str) else f"{type(error).__name__}: {error}"
    return Failure(index, source, reason[:500])


def _field(article: object, name: str) -> object:
    return article.get(name) if isinstance(article, Mapping) else getattr(article, name, None)


def arguments_of(article: object) -> dict[str, Any]:
    """The arguments of `Parser.parse` from a string, a mapping or an object with such attributes; others are ignored.

    An empty cell of a table ("", NaN, NaT, NA) is what is not given, but for the text.

    Raises:
        InputError: If there is no text, or it, the title, the source or the address is no string.

    Example:
        >>> arguments_of({"text": "Kim came.", "published": "2023-09-12"})["published"]
        '2023-09-12'
    """
    if isinstance(article, str):
        return {"text": article}
    has_text = "text" in article if isinstance(article, Mapping) else hasattr(article, "text")
    if not has_text:
        raise InputError(
            f"an article is a string, a mapping with a text or an object with one, not {_kind(article)} without"
        )
    found = {name: None if _is_empty(given := _field(article, name)) else given for name in FIELDS}
    labels_of(title=found["title"], source=found["source"], url=found["url"])
    return {**found, "text": text_of(_field(article, "text"))}


def labels_of(**given: Any) -> dict[str, str | None]:
    """What is only kept in the report, if each is a string or None.

    Raises:
        InputError: If one is neither.

    Example:
        >>> labels_of(title=7)
        Traceback (most recent call last):
        dipevents.errors.InputError: title=7: a string or None is needed, not int
    """
    for name, label in given.items():
        if not isinstance(label, str | None):
            raise InputError(f"{name}={str(label)[:50]}: a string or None is needed, not {_kind(label)}")
    return given


def _kind(given: object) -> str:
    return type(given).__name__


def _is_empty(given: object) -> bool:
    """Whether a value is what tables have in an empty cell; pandas' NA is neither equal to itself nor unequal."""
    try:
        return given is None or bool(given == "" or given != given)
    except (TypeError, ValueError):
        return True


def in_batches(articles: Iterable[object]) -> Iterator[list[Job]]:
    """Articles with their places, a few at a time; a long one alone.

    Raises:
        InputError: If one article is given instead of several, or a table instead of its rows.
    """
    if isinstance(articles, str | bytes | Mapping):
        raise InputError(f"a list of articles is needed, not one {type(articles).__name__}: put it in brackets")
    if hasattr(articles, "columns"):  # iterating over it would give its columns
        raise InputError(
            "the rows of a table are needed, not the table: table.to_dict('records') of pandas, "
            "table.iter_rows(named=True) of Polars, table.to_pylist() of Arrow"
        )
    return _batches(articles)


def _batches(articles: Iterable[object]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for job in enumerate(articles):
        text = job[1] if isinstance(job[1], str) else _field(job[1], "text")
        length = len(text) if isinstance(text, str) else 0
        if batch and (len(batch) >= ARTICLES or size + length > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(job)
        size += length
    if batch:
        yield batch


def in_processes(
    batches: Iterator[list[Job]],
    workers: int,
    work: Callable[[list[Job]], Sequence[T]],
    start: Callable[..., None],
    arguments: tuple[Any, ...],
) -> Iterator[T | Failure]:
    """What `work` gives for every batch, in order; `start` prepares a worker.

    No more batches are drawn than the workers have in hand. A worker that dies (killed, out of memory) costs the
    article that it died of, and nothing else.
    """
    pool = _Pool(workers, start, arguments)
    waiting: deque[tuple[list[Job], Future[Sequence[T]]]] = deque()
    try:
        while True:
            for batch in islice(batches, workers * IN_FLIGHT - len(waiting)):
                waiting.append((batch, pool.submit(work, batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                results: Sequence[T | Failure] = future.result()
            except BrokenProcessPool:
                rest = [other for other, _ in waiting]
                waiting.clear()
                results = [one for job in batch for one in pool.alone(work, job)]
                waiting.extend((other, pool.submit(work, other)) for other in rest)
            yield from results
    finally:
        pool.close()


class _Pool:
    """Worker processes, started again when one has died."""

    def __init__(self, workers: int, start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        self._workers = workers
        self._start = (start, arguments)
        self._executor = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, get_context("spawn"), _begin, self._start)

    def submit(self, work: Callable[[list[Job]], Sequence[T]], batch: list[Job]) -> Future[Sequence[T]]:
        """Hands a batch to a worker."""
        try:
            return self._executor.submit(work, batch)
        except BrokenProcessPool:
            self.close()
            self._executor = self._new()
            return self._executor.submit(work, batch)

    def alone(self, work: Callable[[list[Job]], Sequence[T]], job: Job) -> Sequence[T | Failure]:
        """Reads an article by itself after a worker has died of its batch."""
        try:
            return self.submit(work, [job]).result()
        except BrokenProcessPool:
            return [failure(job, "the process that read it died")]

    def close(self) -> None:
        """Ends the workers, and waits for them: they finish what they have in hand."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def without_failures(stream: Iterator[T | Failure], on_error: Callable[[Failure], object]) -> Iterator[T]:
    """The stream without its failures, which `on_error` is called with."""
    for found in stream:
        if isinstance(found, Failure):
            on_error(found)
        else:
            yield found


@contextmanager
def without_pauses() -> Iterator[None]:
    """Keeps the collector of cycles from running while a few articles are read: it would find nothing to free.

    The trees of words are cycles, so it must run between them; where the program has switched it off, it stays off.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _begin(start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Leaves Ctrl-C to the parent, which ends the workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start(*arguments)


def with_progress(stream: Iterator[T], articles: object) -> Iterator[T]:
    """The stream with a progress bar on standard error: tqdm's, else rich's.

    Raises:
        InputError: If neither is installed.
    """
    total = len(articles) if isinstance(articles, Sized) else None
    try:
        tqdm: Any = import_module("tqdm").tqdm
    except ImportError:
        pass
    else:
        bar: Iterator[T] = iter(tqdm(stream, total=total, unit=" articles"))
        return bar
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        raise InputError("progress=True needs tqdm or rich: pip install tqdm") from None
    return iter(track(stream, total=total, description="articles", console=Console(stderr=True)))
