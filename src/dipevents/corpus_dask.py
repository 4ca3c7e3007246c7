"""Shards of a corpus over a Dask cluster: any number of machines that see the same folder. Needs the extra `dask`."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Any

from dipevents.export.extras import load_extra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["run"]

IN_FLIGHT = 3
"""Shards a worker has in hand or waiting."""


def run(
    write: Callable[[Any], list[Any]], jobs: Iterator[Any], *, scheduler: str | None, workers: int
) -> Iterator[Any]:
    """What `write` gives for every job, in order; no more jobs are drawn than the cluster has in hand.

    Args:
        write: Writes a shard; called on the workers.
        jobs: What it is called with.
        scheduler: Address of a scheduler, or None for a cluster of processes on this machine that ends with the run.
        workers: Processes of that cluster.

    Raises:
        MissingExtraError: If Dask is not installed.
    """
    distributed = load_extra("distributed", "dask")
    settings: dict[str, Any] = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.Client(scheduler) if scheduler else distributed.Client(**settings) as client:
        waiting: deque[Any] = deque()
        while True:
            room = IN_FLIGHT * max(1, len(client.nthreads())) - len(waiting)
            for job in islice(jobs, max(0, room)):
                waiting.append(client.submit(write, job, pure=False))
            if not waiting:
                return
            future = waiting.popleft()
            yield from future.result()
            del future
