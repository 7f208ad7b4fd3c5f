"""Keywords that a JSON value is judged by alone: its type, its size, what it equals.

Each says nothing of values that it is not about: a text has no `minimum`.
https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import json
from fractions import Fraction
from math import inf
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic_core import SchemaValidator, core_schema

from .json_values import identity, is_number
from .kinds import is_array, is_object
from .patterns import matches
from .shapes import parsed

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ASSERTIONS", "Assertion", "Unfit", "shown"]

Assertion: TypeAlias = "Callable[[Any, Any], None]"
"""Takes what stands at a keyword, and a value; it raises where they do not agree."""


class Unfit(ValueError):
    """A value is not what is asserted of it."""


_LONGEST = 80


def shown(value: object) -> str:
    """Write JSON so that it fits into a message."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _limit(compare: Callable[[Any, Any], bool], words: str) -> Assertion:
    def check(limit: Any, value: Any) -> None:
        if is_number(value) and not compare(value, limit):
            raise Unfit(f"Input should be {words} {limit}")

    return check


def _size(
    kind: Callable[[object], bool],
    compare: Callable[[Any, Any], bool],
    words: str,
) -> Assertion:
    def check(limit: Any, value: Any) -> None:
        if kind(value) and not compare(len(value), limit):
            raise Unfit(f"Input should have {words.format(limit)}, not {len(value)}")

    return check


def _multiple_of(step: Any, value: Any) -> None:
    if is_number(value) and (abs(value) == inf or _exact(value) % _exact(step)):
        raise Unfit(f"Input should be a multiple of {step}")


def _exact(number: Any) -> Fraction:
    """Return the number that was written: 0.0075 is a multiple of 0.0001."""
    return Fraction(repr(number) if isinstance(number, float) else number)


def _pattern(pattern: str, value: Any) -> None:
    if isinstance(value, str) and not matches(pattern, value):
        raise Unfit(f"Input should match {shown(pattern)}")


def _unique(wanted: Any, value: Any) -> None:
    if wanted and is_array(value) and len(set(map(identity, value))) < len(value):
        raise Unfit("Input should have each item once")


def _const(constant: Any, value: Any) -> None:
    if identity(value) != identity(constant):
        raise Unfit(f"Input should be {shown(constant)}")


def _enum(values: Any, value: Any) -> None:
    if identity(value) not in map(identity, values):
        raise Unfit(f"Input should be one of {shown(values)}")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_integer(value: object) -> bool:
    return is_number(value) and (isinstance(value, int) or value.is_integer())


_TYPES: dict[str, Callable[[object], bool]] = {
    "array": is_array,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_integer,
    "null": lambda value: value is None,
    "number": is_number,
    "object": is_object,
    "string": _is_text,
}


def _type(names: Any, value: Any) -> None:
    listed = [names] if isinstance(names, str) else names
    if not any(_TYPES[name](value) for name in listed):
        raise Unfit(f"Input should be of type {' or '.join(listed)}")


def _required(names: Any, value: Any) -> None:
    if is_object(value) and (missing := [name for name in names if name not in value]):
        raise Unfit(f"Input should have {shown(missing[0])}")


def _dependent_required(names: Any, value: Any) -> None:
    if is_object(value):
        for name, others in names.items():
            if name in value:
                _required(others, value)


_FORMATS = {
    "date": "date",
    "date-time": "datetime",
    "duration": "timedelta",
    "time": "time",
}


_uuid = SchemaValidator(core_schema.uuid_schema())


def _format(name: str, value: Any) -> None:
    if not isinstance(value, str):
        return
    try:
        if name == "uuid":
            _uuid.validate_python(value)
        else:
            parsed(_FORMATS[name], value)
    except ValueError:
        raise Unfit(f"Input should be a {name}") from None


ASSERTIONS: dict[str, Assertion] = {
    "const": _const,
    "dependentRequired": _dependent_required,
    "enum": _enum,
    "exclusiveMaximum": _limit(lt, "less than"),
    "exclusiveMinimum": _limit(gt, "more than"),
    "format": _format,
    "maxItems": _size(is_array, le, "at most {} items"),
    "maxLength": _size(_is_text, le, "at most {} characters"),
    "maxProperties": _size(is_object, le, "at most {} properties"),
    "maximum": _limit(le, "at most"),
    "minItems": _size(is_array, ge, "at least {} items"),
    "minLength": _size(_is_text, ge, "at least {} characters"),
    "minProperties": _size(is_object, ge, "at least {} properties"),
    "minimum": _limit(ge, "at least"),
    "multipleOf": _multiple_of,
    "pattern": _pattern,
    "required": _required,
    "type": _type,
    "uniqueItems": _unique,
}
