"""What a form of export cannot hold, told as data."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Lost"]


class Lost(NamedTuple):
    """One thing that a form loses.

    Attributes:
        what: What of an event or a report is lost.
        why: Why the form cannot hold it.

    Example:
        >>> from dipevents.export.colt import LOST
        >>> print(f"{LOST[0].what}: {LOST[0].why}")
        all but visits: COLT holds trips only
    """

    what: str
    why: str
