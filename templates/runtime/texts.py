"""Values that are text in JSON: dates, times, durations, UUIDs, decimals and bytes.

One value has several spellings: `12:00:00.000Z` is `12:00:00+00:00`. What would be
written otherwise than it was read remembers its text, so that what is received and
sent back is the same to the letter. What is computed from it forgets.
https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

import base64
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from pydantic_core import PydanticCustomError, SchemaValidator

from .constants import exact
from .kinds import is_array, is_object
from .to_json import plain

if TYPE_CHECKING:
    from collections.abc import Callable

Schema: TypeAlias = dict[str, Any]


class _Spelled:
    """A value as it was written."""

    text: str

    def __repr__(self) -> str:
        plain = type(self).__bases__[1]
        return repr(_copy(self, plain))


class _DateTime(_Spelled, datetime): ...


class _Date(_Spelled, date): ...


class _Time(_Spelled, time): ...


class _TimeDelta(_Spelled, timedelta): ...


class _UUID(_Spelled, UUID): ...


class _Decimal(_Spelled, Decimal): ...


class _Bytes(_Spelled, bytes): ...


def _copy(value: Any, kind: Any) -> Any:
    match value:
        case datetime():
            return kind.combine(value.date(), value.timetz())
        case date():
            return kind(value.year, value.month, value.day)
        case time():
            clock = (value.hour, value.minute, value.second, value.microsecond)
            return kind(*clock, value.tzinfo)
        case timedelta():
            return kind(value.days, value.seconds, value.microseconds)
        case bytes():
            return kind(value)
        case _:
            return kind(str(value))


_KINDS: dict[str, tuple[type, type[_Spelled]]] = {
    "bytes": (bytes, _Bytes),
    "date": (date, _Date),
    "datetime": (datetime, _DateTime),
    "decimal": (Decimal, _Decimal),
    "time": (time, _Time),
    "timedelta": (timedelta, _TimeDelta),
    "uuid": (UUID, _UUID),
}
_NUMBER = re.compile(r"[+-]?[0-9]*\.?[0-9]+")
"""Text that the library would take for the seconds since 1970."""
_INNER = ("schema", "items_schema", "values_schema", "extras_schema", "choices")


def remembering(schema: Schema) -> Schema:
    """Change a schema so that values remember their text, models of its own apart.

    Constants are told apart on the same way.
    """
    kind = schema["type"]
    if kind in _KINDS:
        return _reader(*_KINDS[kind], schema)
    if kind == "literal":
        return exact(schema)
    if kind in {"definition-ref", "function-wrap"}:
        return schema
    for key in _INNER:
        if key in schema:
            schema[key] = _each(schema[key])
    for field in schema.get("fields", {}).values():
        field["schema"] = remembering(field["schema"])
    return schema


def _each(part: Any) -> Any:
    """Change a schema, or each of a list, of a mapping or of pairs with a label."""
    if is_array(part):
        items = list(part)
        if isinstance(part, tuple):
            return (_each(items[0]), *items[1:])
        return [_each(item) for item in items]
    if is_object(part):
        if isinstance(part.get("type"), str):
            return remembering(dict(part))
        return {key: _each(item) for key, item in part.items()}
    return part


def _reader(kind: type, spelled: type[_Spelled], leaf: Any) -> Schema:
    """Read text in every spelling there is, and nothing but text."""
    # Called in a strict run, the validator at hand would refuse text that did not
    # come directly from JSON; one of its own is not strict.
    parse = _decoded if kind is bytes else SchemaValidator(leaf).validate_python
    timed = issubclass(kind, date | time | timedelta)

    def read(value: Any, validate: Callable[[Any], Any]) -> Any:
        if not isinstance(value, str):
            return value if isinstance(value, kind) else validate(value)
        if timed and _NUMBER.fullmatch(value):
            raise PydanticCustomError("text_type", "Input should not be a number")
        made = parse(value)
        if plain(made) == value:
            return made
        made = _copy(made, spelled)
        object.__setattr__(made, "text", value)
        return made

    function = {"type": "no-info", "function": read}
    return {"type": "function-wrap", "function": function, "schema": leaf}


def _decoded(text: str) -> bytes:
    """Read base64 in either alphabet, with or without padding and line breaks."""
    compact = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except ValueError as problem:
        raise PydanticCustomError("base64", "Input should be base64") from problem
