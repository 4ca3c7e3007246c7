"""What all records have in common: frozen, slotted, keyword-only, and no unknown keyword passes."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - pydantic reads annotations at run time
from typing import Annotated, Any, TypeVar, dataclass_transform

from pydantic import ConfigDict, PlainValidator, WithJsonSchema
from pydantic.dataclasses import dataclass

__all__ = ["Words", "record"]

T = TypeVar("T")


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a string is needed, not {type(value).__name__}")  # noqa: TRY004 - pydantic reports ValueError
    return value


Words = Annotated[str, PlainValidator(_string), WithJsonSchema({"type": "string"})]
"""A stretch of an article. Unlike pydantic's own `str` it may hold lone surrogates, which broken feeds contain."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Makes a class a record: a frozen, slotted, keyword-only pydantic dataclass that refuses unknown keywords.

    Example:
        >>> from dipevents.models import Event
        >>> @record
        ... class Meeting(Event):
        ...     place: Words | None = None
        >>> Meeting(place="Oslo").type_name()
        'meeting'
        >>> Meeting(plaice="Oslo")
        Traceback (most recent call last):
        pydantic_core._pydantic_core.ValidationError: 1 validation error for Meeting
        ...
    """
    make: Callable[[type[T]], Any] = dataclass(
        frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", ser_json_inf_nan="constants")
    )
    made: type[T] = make(cls)
    return made


def trusted(kind: type[T], /, **fields: object) -> T:
    """A record of values that are known to be valid, all of its fields given: nothing is checked again."""
    made, put = object.__new__(kind), object.__setattr__
    for name, value in fields.items():
        put(made, name, value)
    return made
