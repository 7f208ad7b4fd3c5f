"""What strings of a `format` are in Python.

https://spec.openapis.org/registry/format/
"""

from __future__ import annotations

from msgspec import Struct

from .code import Code
from .imports import TEXT_TYPES, Import


class Format(Struct, frozen=True):
    """A Python type for strings of one format, and where it is imported from."""

    text: Code
    received: frozenset[Import]
    """The import for what is read, which remembers how it was written."""
    sent: frozenset[Import] = frozenset()


def _text(spelled: Code, module: str, name: str = "") -> Format:
    received = Import(TEXT_TYPES, name or module)
    return Format(spelled, frozenset({received}), frozenset({Import(module, name)}))


_BYTES = Format(Code("bytes"), frozenset({Import(TEXT_TYPES, "bytes")}))
_INTEGER = Format(
    Code("IntegerText"), frozenset({Import("._runtime.integers", "IntegerText")})
)
INTEGERS = frozenset({"int32", "int64", "uint32", "uint64"})
"""Formats of numbers, which as text are numbers that not every reader of JSON has."""

FORMATS = {
    "byte": _BYTES,
    "date": _text(Code("datetime.date"), "datetime"),
    "date-time": _text(Code("datetime.datetime"), "datetime"),
    "decimal": _text(Code("Decimal"), "decimal", "Decimal"),
    "duration": _text(Code("datetime.timedelta"), "datetime"),
    "time": _text(Code("datetime.time"), "datetime"),
    "uuid": _text(Code("UUID"), "uuid", "UUID"),
    **dict.fromkeys(sorted(INTEGERS), _INTEGER),
}
"""Formats whose values have a Python type; of every other one they are `str`."""
