"""The shapes of dates, times and durations, so that each is read as nothing else.

The library takes `2026-01-31` for a time and `3 days` for a duration, and does not
know a leap second or the year 0, which are as valid.
https://www.rfc-editor.org/rfc/rfc3339#section-5.6
https://www.rfc-editor.org/rfc/rfc3339#appendix-A
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError

__all__ = ["parsed"]

_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = (
    r"[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?"  # seconds may be left out, and
    r"([Zz]|[+-][0-9]{2}:?[0-9]{2})?"  # so may the offset: many servers do
)
_NUMBER = "[0-9]+([.,][0-9]+)?"
_DURATION = (
    rf"[+-]?P(?=[0-9T])({_NUMBER}Y)?({_NUMBER}M)?({_NUMBER}W)?({_NUMBER}D)?"
    rf"(T(?=[0-9])({_NUMBER}H)?({_NUMBER}M)?({_NUMBER}S)?)?"
)
_SHAPES = {
    "date": re.compile(_DATE),
    "datetime": re.compile(f"{_DATE}[Tt ]{_TIME}"),
    "time": re.compile(_TIME),
    "timedelta": re.compile(_DURATION),
}
_NAMES = {
    "date": {"kind": "date"},
    "datetime": {"kind": "date and time"},
    "time": {"kind": "time"},
    "timedelta": {"kind": "duration"},
}
"""What errors call them."""
_LEAP_SECOND = re.compile(r"(:[0-9]{2}):60")
_YEAR_0 = re.compile("^0000")


def parsed(kind: str, text: str) -> Any:
    """Read a text, or return it as it is where it is valid and Python has no value.

    Raises:
        ValidationError: It has the shape, and a month 13 or the like.
        PydanticCustomError: It has another shape.
    """
    if not _SHAPES[kind].fullmatch(text):
        raise PydanticCustomError("text_type", "Input should be a {kind}", _NAMES[kind])
    read = _reader(kind)
    try:
        return read(text)
    except ValidationError:
        # A duration that has the shape can only be too long.
        if kind != "timedelta":
            other = _known(text)
            if other == text:
                raise
            read(other)
        return text


def _known(text: str) -> str:
    """Spell a leap second as the one before, and the year 0 as another leap year."""
    return _LEAP_SECOND.sub(r"\1:59", _YEAR_0.sub("2000", text))


@cache
def _reader(kind: str) -> Any:
    # Called in a strict run, the validator at hand would refuse text that did not
    # come directly from JSON; one of its own is not strict.
    schema: Any = {"type": kind}
    return SchemaValidator(schema).validate_python
