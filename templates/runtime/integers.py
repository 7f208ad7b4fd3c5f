"""Integers that are text in JSON, because not every reader of JSON has 64 bits.

https://protobuf.dev/programming-guides/json/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from enum import IntEnum
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeAlias,
    get_args,
    get_origin,
)

from pydantic_core import PydanticCustomError, core_schema

from .kinds import is_array, is_object

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

__all__ = ["IntegerText", "writer_of"]

Writer: TypeAlias = Callable[[object], object]

_INTEGER = re.compile(r"[+-]?[0-9]{1,4300}")


class _Integer(int):
    """An integer that was text, as it was written: `007`."""

    text: str


class _AsText:
    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> core_schema.CoreSchema:
        integer = handler(source)
        return core_schema.with_info_wrap_validator_function(_read, integer)


IntegerText: TypeAlias = Annotated[int, _AsText]
"""An integer to Python, and text to JSON."""


def _read(
    value: Any,
    validate: core_schema.ValidatorFunctionWrapHandler,
    info: core_schema.ValidationInfo,
) -> Any:
    if isinstance(value, str):
        return _parsed(value)
    if info.mode == "json":
        raise PydanticCustomError("string_type", "Input should be text")
    return validate(value)


def _parsed(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise PydanticCustomError("int_parsing", "Input should be an integer in text")
    made = _Integer(text)
    made.text = text
    return made


def writer_of(annotation: object, metadata: Iterable[object]) -> Writer | None:
    """Return what writes the integers of a field as text, if it has such integers.

    Where it may have others, too, only those are text that were text before.
    """
    leaves = [_AsText] if _AsText in metadata else list(_leaves(annotation))
    if _AsText not in leaves:
        return None
    return _remembered if _OTHERS.intersection(leaves) else _written


_OTHERS = frozenset({int, Any, object})


def _leaves(annotation: object) -> Iterator[object]:
    """Yield what an annotation is made of, listed values as their types."""
    parts = get_args(annotation)
    if _AsText in parts:
        yield _AsText
    elif get_origin(annotation) is Literal:
        yield from map(type, parts)
    elif parts:
        for part in parts:
            yield from _leaves(part)
    elif isinstance(annotation, type) and issubclass(annotation, IntEnum):
        yield int
    elif isinstance(annotation, Hashable):
        yield annotation


def _remembered(value: object) -> object:
    return _each(value, _remembered, getattr(value, "text", value))


def _written(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return getattr(value, "text", None) or str(value)
    return _each(value, _written, value)


def _each(value: object, write: Writer, otherwise: object) -> object:
    if is_array(value):
        return [write(item) for item in value]
    if is_object(value):
        return {key: write(item) for key, item in value.items()}
    return otherwise if isinstance(value, _Integer) else value
