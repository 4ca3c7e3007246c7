"""Reports as plain dicts and JSON, and back: loss-free on the way out, suspicious on the way in.

The form follows from the records' own fields, so a field added to a record is written and read without a change here.
To add a kind of value: one line in `_plain` and one in `_SCALARS`, and its schema in `dipevents.models.schema`.

Three things differ from a plain dump of the fields. An event carries `type` and `id`. An actor in an event that is one
of the report's actors is written as `{"actor": 3}`, its place among them. And a string in which a high surrogate stands
before a low one, which JSON would fuse into one character, is written as the list of its pieces.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, Union
from weakref import WeakKeyDictionary

from pydantic import TypeAdapter, ValidationError

from dipevents.errors import DataError
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dipevents.models.report import Report

__all__ = ["EVENT_TYPES", "MAX_CHARS", "SCHEMA", "dump", "event_table", "fields_of", "load", "parse_json", "to_json"]

SCHEMA = "dipevents.report/1"
"""The form's name and version; a reader refuses every other one."""
MAX_CHARS = 1 << 28
"""Characters of JSON that are read at most unless the caller asks for more, so that no file fills the memory."""
MAX_DIGITS = 40
"""Digits that an amount of money may have, before and behind the point together."""
EVENT_TYPES: tuple[type[Event], ...] = (Visit, Warning, ArmsDeal, ExpertOpinion)

R = TypeVar("R", bound="Report")
_FIELDS: WeakKeyDictionary[type, Mapping[str, Any]] = WeakKeyDictionary()
_FUSING = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def fields_of(cls: type) -> Mapping[str, Any]:
    """The annotations of a record's fields, by name, in order; what `Annotated` adds is the constructor's business."""
    if cls not in _FIELDS:
        hints = typing.get_type_hints(cls)
        _FIELDS[cls] = types.MappingProxyType({f.name: hints[f.name] for f in dataclasses.fields(cls)})
    return _FIELDS[cls]


def event_table(extra: Iterable[type[Event]]) -> dict[str, type[Event]]:
    """The known event types and `extra` ones, by the name that they have in JSON.

    Raises:
        DataError: If one is no event type, or two have one name.
    """
    table: dict[str, type[Event]] = {}
    for cls in (*EVENT_TYPES, *extra):
        if not (isinstance(cls, type) and issubclass(cls, Event)):
            raise DataError(f"event_types: {cls!r} is no subclass of Event")
        if table.setdefault(cls.type_name(), cls) is not cls:
            raise DataError(f"event_types: two types are named {cls.type_name()!r}")
    return table


# --- out


def _plain(value: Any, known: Mapping[Any, int]) -> Any:
    """A field's value as JSON has it; `known` gives the place of each of the report's actors."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value if value.isascii() or not _FUSING.search(value) else _FUSING.split(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item, known) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Actor) and (place := known.get(_identity(value))) is not None:
        return {"actor": place}
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name), known) for field in dataclasses.fields(value)}
    return TypeAdapter(type(value)).dump_python(value, mode="json")


def _identity(actor: Actor) -> tuple[object, ...]:
    """All of an actor: what equality leaves out must not be lost by a reference."""
    return (actor, actor.country_guessed, actor.aliases, actor.mentions)


def dump(report: Report) -> dict[str, Any]:
    """A report as a dict of plain values that JSON can hold."""
    known: dict[Any, int] = {}
    for place, actor in enumerate(report.actors):
        known.setdefault(_identity(actor), place)
    data: dict[str, Any] = {"schema": SCHEMA}
    for name in fields_of(type(report)):
        value = getattr(report, name)
        if name == "events":
            data[name] = [{"type": e.type_name(), "id": e.id, **_plain(e, known)} for e in value]
        else:
            data[name] = _plain(value, {} if name == "actors" else known)
    return data


def to_json(data: Mapping[str, Any], indent: int | None) -> str:
    """JSON in ASCII, so that lone surrogates survive every encoding."""
    separators = (",", ":") if indent is None else None
    return json.dumps(data, ensure_ascii=True, allow_nan=False, indent=indent, separators=separators)


# --- in


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise DataError(f"JSON: the key {next(n for n in names if names.count(n) > 1)!r} is given twice in one object")
    return found


def _no_constant(name: str) -> None:
    raise DataError(f"JSON: {name} is no JSON number")


def parse_json(text: str | bytes, max_chars: int) -> Any:
    """JSON as plain values; refuses what is too long or too deep, NaN, and a key given twice.

    Raises:
        DataError: If it is refused or is no JSON.
    """
    if not isinstance(text, str | bytes | bytearray):
        raise DataError(f"JSON: a string or bytes are needed, not {type(text).__name__}")
    if len(text) > max_chars:
        raise DataError(f"JSON: {len(text):,} characters are more than max_chars={max_chars:,}")
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError:
        raise DataError("JSON: nested too deep") from None
    except DataError:
        raise
    except ValueError as error:  # no JSON, no UTF-8, or a number of thousands of digits
        raise DataError(f"JSON: {error}") from None


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return f"{type(value).__name__} of {len(value)}"
    text = repr(value) if not isinstance(value, int) or abs(value) < 10**20 else "a huge number"
    return text if len(text) <= 60 else f"{text[:57]}..."


def _fail(path: str, problem: str) -> typing.NoReturn:
    raise DataError(f"{path}: {problem}")


class _Reading(NamedTuple):
    """What the inside of a report is read against."""

    text: str
    actors: tuple[Actor, ...]


def _object(path: str, data: object, allowed: Iterable[str]) -> dict[str, Any]:
    if not isinstance(data, dict):
        _fail(path, f"an object is needed, not {_shown(data)}")
    for key in data:
        if key not in allowed:
            _fail(path, f"unknown key {_shown(key)}")
    return data


def _read_string(path: str, data: object) -> str:
    if isinstance(data, str):
        return data
    if isinstance(data, list) and all(isinstance(piece, str) for piece in data):
        return "".join(data)
    _fail(path, f"a string is needed, not {_shown(data)}")


def _read_date(path: str, data: object) -> date:
    try:
        day = date.fromisoformat(data)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        _fail(path, f"a date such as 2023-09-12 is needed, not {_shown(data)}")
    return day if day.isoformat() == data else _fail(path, f"a date such as 2023-09-12 is needed, not {_shown(data)}")


def _read_decimal(path: str, data: object) -> Decimal:
    try:
        amount = Decimal(data) if isinstance(data, str) else _fail(path, f"an amount in quotes, not {_shown(data)}")
    except InvalidOperation:
        _fail(path, f"an amount such as '2500000' is needed, not {_shown(data)}")
    # "1E+999999999" is twelve characters here, and a gigabyte where it is written out.
    if amount.is_finite() and (abs(amount.adjusted()) > MAX_DIGITS or len(amount.as_tuple().digits) > MAX_DIGITS):
        _fail(path, f"an amount of more than {MAX_DIGITS} digits: {_shown(data)}")
    return amount


def _read_bool(path: str, data: object) -> bool:
    return data if isinstance(data, bool) else _fail(path, f"true or false is needed, not {_shown(data)}")


def _read_int(path: str, data: object) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        _fail(path, f"a whole number is needed, not {_shown(data)}")
    if abs(data) >= 1 << 63:
        _fail(path, "a whole number of 64 bits is needed, not a larger one")
    return data


def _read_float(path: str, data: object) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float):
        _fail(path, f"a number is needed, not {_shown(data)}")
    return float(data)


_SCALARS: Mapping[object, Callable[[str, object], object]] = {
    str: _read_string,
    bool: _read_bool,
    int: _read_int,
    float: _read_float,
    date: _read_date,
    Decimal: _read_decimal,
}


def _read(path: str, data: Any, hint: Any, reading: _Reading) -> Any:
    """A value of the annotated type `hint`; goes as deep as the annotations do, never as deep as the data."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in _SCALARS:
        return _SCALARS[hint](path, data)
    if origin in (Union, types.UnionType) and len(arguments) == 2 and type(None) in arguments:
        inner = arguments[0] if arguments[1] is type(None) else arguments[1]
        return None if data is None else _read(path, data, inner, reading)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        if not isinstance(data, list):
            _fail(path, f"a list is needed, not {_shown(data)}")
        return tuple(_read(f"{path}[{i}]", item, arguments[0], reading) for i, item in enumerate(data))
    if isinstance(hint, type) and issubclass(hint, Enum):
        values = [member.value for member in hint]
        return (
            hint(data) if data in values else _fail(path, f"one of {', '.join(map(str, values))}, not {_shown(data)}")
        )
    if hint is Actor and isinstance(data, dict) and "actor" in data:
        return _referred(path, data, reading.actors)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _record(path, _object(path, data, fields_of(hint)), hint, reading)
    return _validated(path, TypeAdapter(hint).validate_python, data)


def _referred(path: str, data: dict[str, Any], actors: tuple[Actor, ...]) -> Actor:
    place = _read_int(f"{path}.actor", _object(path, data, ("actor",))["actor"])
    if not 0 <= place < len(actors):
        _fail(f"{path}.actor", f"the report has {len(actors)} actors, counted from 0, and no {_shown(place)}")
    return actors[place]


def _record(path: str, data: Mapping[str, Any], cls: type, reading: _Reading) -> Any:
    values = {n: _read(f"{path}.{n}", data[n], hint, reading) for n, hint in fields_of(cls).items() if n in data}
    made = _validated(path, lambda given: cls(**given), values)
    if isinstance(made, Evidence) and reading.text[made.start : made.end] != made.text:
        _fail(path, f"the report's text does not read {_shown(made.text)} at [{made.start}:{made.end}]")
    return made


def _validated(path: str, make: Callable[[Any], Any], data: Any) -> Any:
    try:
        return make(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        _fail(".".join((path, *map(str, first["loc"]))), first["msg"])
    except (TypeError, ValueError, RecursionError) as error:
        _fail(path, str(error)[:200] or type(error).__name__)


def _event(path: str, data: Any, table: Mapping[str, type[Event]], reading: _Reading) -> Event:
    name = data.get("type") if isinstance(data, dict) else None
    cls = table.get(name) if isinstance(name, str) else None
    if cls is None:
        _object(path, data, data if isinstance(data, dict) else ())
        _fail(f"{path}.type", f"one of {', '.join(sorted(table))} is needed, not {_shown(name)}; see event_types")
    event: Event = _record(path, _object(path, data, ("type", "id", *fields_of(cls))), cls, reading)
    if "id" in data and data["id"] != event.id:
        _fail(f"{path}.id", f"{_shown(data['id'])} is not the id of this content, which is {event.id!r}")
    return event


def load(cls: type[R], data: Any, event_types: Iterable[type[Event]]) -> R:
    """The report that `dump` wrote as `data`.

    Raises:
        DataError: If it is no such thing; the message opens with the path to the place.
    """
    hints = fields_of(cls)
    _object("report", data, ("schema", *hints))
    if data.get("schema") != SCHEMA:
        _fail("report.schema", f"{SCHEMA!r} is needed, not {_shown(data.get('schema'))}")
    table = event_table(event_types)
    text = _read_string("report.text", data.get("text", ""))
    values: dict[str, Any] = {"text": text}
    values["actors"] = _read("report.actors", data.get("actors", []), hints["actors"], _Reading(text, ()))
    reading = _Reading(text, values["actors"])
    for name in hints:
        if name == "events":
            items = data.get(name, [])
            if not isinstance(items, list):
                _fail("report.events", f"a list is needed, not {_shown(items)}")
            values[name] = tuple(_event(f"report.events[{i}]", item, table, reading) for i, item in enumerate(items))
        elif name in data and name not in values:
            values[name] = _read(f"report.{name}", data[name], hints[name], reading)
    report: R = _validated("report", lambda given: cls(**given), values)
    _check_about(report)
    return report


def _check_about(report: Report) -> None:
    ids = {event.id for event in report.events}
    for i, event in enumerate(report.events):
        for k, about in enumerate(event.about if isinstance(event, ExpertOpinion) else ()):
            if about not in ids:
                _fail(f"report.events[{i}].about[{k}]", f"no event of the report has the id {_shown(about)}")
