"""The JSON Schema of a report, made from the same fields that `dipevents.models.serial` writes and reads."""

from __future__ import annotations

import dataclasses
import inspect
import re
import types
import typing
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Union

from pydantic import TypeAdapter

from dipevents.models.actor import Actor
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.models.serial import SCHEMA, event_table, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dipevents.models.report import Report

__all__ = ["schema_of"]

_SCALARS: Mapping[object, dict[str, Any]] = {
    str: {"$ref": "#/$defs/words"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "string", "description": "An exact amount."},
}
_WORDS = {
    "description": "A string; where a high and a low surrogate stand side by side unpaired, its pieces, to be joined.",
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
}
_REFERENCE = {
    "description": "One of the report's actors, by its place among them, counted from 0.",
    "type": "object",
    "properties": {"actor": {"type": "integer", "minimum": 0}},
    "required": ["actor"],
    "additionalProperties": False,
}


def _told(cls: type) -> dict[str, str]:
    """What the `Attributes:` sections of a record and its bases say of each field."""
    told: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        section = re.search(r"^Attributes:\n((?:[ ]{4}.*\n?|\n)+)", inspect.cleandoc(base.__doc__ or ""), re.MULTILINE)
        for line in re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", section.group(1) if section else "", re.MULTILINE):
            told[line[0]] = " ".join(line[1].split())
    return told


def _first_line(cls: type) -> str:
    return inspect.cleandoc(cls.__doc__ or "").split("\n")[0]


def _of(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if origin in (Union, types.UnionType) and len(arguments) == 2 and type(None) in arguments:
        return {"anyOf": [_of(next(a for a in arguments if a is not type(None)), defs), {"type": "null"}]}
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return {"type": "array", "items": _of(arguments[0], defs)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        defs.setdefault(hint.__name__, {"description": _first_line(hint), "enum": [m.value for m in hint]})
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        _define(hint, defs)
        place = {"$ref": f"#/$defs/{hint.__name__}"}
        return {"anyOf": [place, {"$ref": "#/$defs/ActorReference"}]} if hint is Actor else place
    return TypeAdapter(hint).json_schema()


def _define(cls: type, defs: dict[str, Any]) -> None:
    if cls.__name__ in defs:
        return
    schema: dict[str, Any] = {"description": _first_line(cls), "type": "object"}
    defs[cls.__name__] = schema
    head: dict[str, Any] = {}
    if issubclass(cls, Event):
        head = {
            "type": {"const": cls.type_name()},
            "id": {"description": "Stands for the content.", "type": "string", "pattern": "^[0-9a-f]{12}$"},
        }
    schema["properties"] = head | _properties(cls, defs)
    needed = [f.name for f in dataclasses.fields(cls) if _has_no_default(f)]
    schema["required"] = (["type"] if head else []) + needed
    schema["additionalProperties"] = False
    if cls is Evidence:
        schema["properties"]["start"]["minimum"] = 0
        schema["properties"]["end"]["minimum"] = 1


def _has_no_default(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _properties(cls: type, defs: dict[str, Any]) -> dict[str, Any]:
    told = _told(cls)
    properties = {}
    for name, hint in fields_of(cls).items():
        properties[name] = ({"description": told[name]} if name in told else {}) | _of(hint, defs)
    return properties


def schema_of(cls: type[Report], event_types: Iterable[type[Event]]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `dump` writes for a report of these event types."""
    defs: dict[str, Any] = {"words": dict(_WORDS), "ActorReference": dict(_REFERENCE)}
    properties = {"schema": {"const": SCHEMA}} | _properties(cls, defs)
    defs.pop("Event", None)
    table = event_table(event_types)
    for kind in table.values():
        _define(kind, defs)
    properties["events"]["items"] = {"oneOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in table.values()]}
    properties["actors"]["items"] = {"$ref": "#/$defs/Actor"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dipevents report",
        "description": _first_line(cls),
        "type": "object",
        "properties": properties,
        "required": ["schema"],
        "additionalProperties": False,
        "$defs": dict(sorted(defs.items())),
    }
