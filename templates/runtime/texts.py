"""Values that are text in JSON: dates, times, durations, UUIDs, decimals and bytes.

One value has several spellings: `12:00:00.000Z` is `12:00:00+00:00`. What would be
written otherwise than it was read remembers its text, so that what is received and
sent back is the same to the letter. What is computed from it forgets.
https://docs.pydantic.dev/latest/api/pydantic_core_schema/
"""

from __future__ import annotations

import base64
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, SupportsIndex
from uuid import UUID

from pydantic_core import PydanticCustomError, SchemaValidator

from .shapes import parsed
from .to_json import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from .hooks import Schema


class _Spelled:
    """A value as it was written; what is computed from one has no text."""

    text: str | None = None

    def __repr__(self) -> str:
        return repr(self._plain)

    @property
    def _plain(self) -> Any:
        return _copy(self, type(self).__bases__[1])

    def __reduce_ex__(self, protocol: SupportsIndex) -> Any:
        return _spelled, (type(self), self._plain, self.text)


def _spelled(kind: type[_Spelled], plain: Any, text: str | None) -> Any:
    made = _copy(plain, kind)
    object.__setattr__(made, "text", text)
    return made


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
_TIMED = frozenset({"date", "datetime", "time", "timedelta"})


def _reader(kind: type, spelled: type[_Spelled], leaf: Any) -> Schema:
    """Read text in every spelling there is, and nothing but text."""
    parse = _parser(leaf)

    def read(value: Any, validate: Callable[[Any], Any]) -> Any:
        if not isinstance(value, str):
            return value if isinstance(value, kind) else validate(value)
        made = parse(value)
        if made is value or _written(made) == value:
            return made
        return _spelled(spelled, made, value)

    function = {"type": "no-info", "function": read}
    return {"type": "function-wrap", "function": function, "schema": leaf}


def _written(made: Any) -> object:
    """Write a value, but a moment without a time zone, which is only ever read."""
    naive = isinstance(made, datetime) and made.utcoffset() is None
    return None if naive else plain(made)


def _parser(leaf: Any) -> Callable[[str], Any]:
    kind = leaf["type"]
    if kind in _TIMED:
        return partial(parsed, kind)
    # Called in a strict run, the validator at hand would refuse text that did not
    # come directly from JSON; one of its own is not strict.
    return _decoded if kind == "bytes" else SchemaValidator(leaf).validate_python


def _decoded(text: str) -> bytes:
    """Read base64 in either alphabet, with or without padding and line breaks."""
    compact = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except ValueError as problem:
        raise PydanticCustomError("base64", "Input should be base64") from problem


READERS: dict[str, Callable[[Schema], Schema]] = {
    name: partial(_reader, kind, spelled) for name, (kind, spelled) in _KINDS.items()
}
"""What reads the values of each kind of schema, and remembers their text."""
