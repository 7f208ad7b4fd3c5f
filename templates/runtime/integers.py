"""Integers that are text in JSON, because not every reader of JSON has 64 bits.

https://protobuf.dev/programming-guides/json/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

from .core_schemas import OTHER
from .hooks import BUILDING, KEEPING
from .kinds import is_array, is_object
from .schema_parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetCoreSchemaHandler

    from .hooks import Change, Resolve, Schema
    from .models import Model

__all__ = ["IntegerText", "as_it_came", "writer_of"]

_INTEGER = re.compile(r"[+-]?[0-9]{1,4300}")


class _Integer(int):
    """An integer that was text, as it was written: `007`."""

    text: str

    def __json__(self) -> str:
        return self.text


class _Number(int):
    """An integer that came as a number, where text is described."""

    def __json__(self) -> int:
        return int(self)


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


def as_it_came(value: Any) -> Any:
    """Let integers that do not fit stay numbers, wherever they are in a value."""
    if isinstance(value, int) and not isinstance(value, bool | _Integer):
        return _Number(value)
    return _each(value, as_it_came)


def writer_of(schema: Schema, resolve: Resolve | None = None) -> Change | None:
    """Return what writes the integers of a field as text, if it has such integers.

    Where it may have others, too, only those are text that were text before.
    """
    leaves = set(_leaves(schema, resolve))
    if _TEXT not in leaves:
        return None
    return _remembered if _OTHERS & leaves else _written


_TEXT = "text"
_OTHERS = frozenset({"any", "int"})


def _leaves(schema: Schema, resolve: Resolve | None) -> Iterator[str]:
    """Yield what a core schema is made of, models apart, listed values as a type."""
    kind = schema["type"]
    if kind == "function-wrap" and schema["function"]["function"] is _read:
        yield _TEXT
    elif kind == "literal":
        yield from {type(value).__name__ for value in schema["expected"]}
    elif kind == "definition-ref":
        yield from _of_name(schema, resolve) if resolve else ()
    elif kind != "model":
        yield "any" if OTHER in schema.get("choices", ()) else kind
        for part in parts(schema):
            yield from _leaves(part, resolve)


def _of_name(reference: Schema, resolve: Resolve) -> Iterator[str]:
    """Take a type that is being defined, by itself perhaps, for one of any values."""
    try:
        of = resolve(reference)["type"]
    except LookupError:
        of = ""
    if of not in {"model", "tagged-union"}:
        yield from (_TEXT, "any")


def _remembered(value: object) -> object:
    return value.text if isinstance(value, _Integer) else _each(value, _remembered)


def _written(value: object) -> object:
    if isinstance(value, _Integer | _Number):
        return value.__json__()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _each(value, _written)


def _each(value: object, write: Change) -> object:
    if is_array(value):
        return [write(item) for item in value]
    if is_object(value):
        return {key: write(item) for key, item in value.items()}
    return value


def _note_writers(model: type[Model], schema: Schema, resolve: Resolve) -> None:
    """Write integers as text that are described so, whoever put them there."""
    fields = _fields(schema)
    if not fields:  # the class was built before
        return
    places = {name: (field, "schema") for name, field in fields["fields"].items()}
    if fields.get("extras_schema"):
        places[""] = fields, "extras_schema"
    model.__writers__ = {}
    for name, (holder, key) in places.items():
        if write := writer_of(holder[key], resolve):
            model.__writers__[name] = write
            dump = core_schema.plain_serializer_function_ser_schema(
                write, when_used="json"
            )
            holder[key] = {**holder[key], "serialization": dump}


def _fields(schema: Schema) -> Schema:
    """Find the fields of a model inside of the validators around it."""
    while schema["type"] != "model":
        schema = schema.get("schema") or {"type": "model", "schema": {}}
    fields: Schema = schema["schema"]
    return fields


def _kept_by(schema: Schema) -> Change | None:
    return as_it_came if writer_of(schema) else None


BUILDING.append(_note_writers)
KEEPING.append(_kept_by)
