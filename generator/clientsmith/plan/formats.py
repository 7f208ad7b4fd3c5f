"""What strings of a `format` are in Python.

https://spec.openapis.org/registry/format/
"""

from __future__ import annotations

from msgspec import Struct

from .code import Code
from .imports import Import


class Format(Struct, frozen=True):
    """A Python type for strings of one format, and where it is imported from."""

    text: Code
    imports: frozenset[Import] = frozenset()


_DATETIME = frozenset({Import("datetime")})

_INTEGER = Format(
    Code("IntegerText"), frozenset({Import("._runtime.integers", "IntegerText")})
)
INTEGERS = frozenset({"int32", "int64", "uint32", "uint64"})
"""Formats of numbers, which as text are numbers that not every reader of JSON has."""

FORMATS = {
    "byte": Format(Code("bytes")),
    "date": Format(Code("datetime.date"), _DATETIME),
    "date-time": Format(Code("datetime.datetime"), _DATETIME),
    "decimal": Format(Code("Decimal"), frozenset({Import("decimal", "Decimal")})),
    "duration": Format(Code("datetime.timedelta"), _DATETIME),
    "time": Format(Code("datetime.time"), _DATETIME),
    "uuid": Format(Code("UUID"), frozenset({Import("uuid", "UUID")})),
    **dict.fromkeys(sorted(INTEGERS), _INTEGER),
}
"""Formats whose values have a Python type; of every other one they are `str`."""
