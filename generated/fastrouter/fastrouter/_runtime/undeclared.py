"""Keeps undeclared properties apart from attributes that are called the same.

The library notes what was given by names: that of an attribute, `class_`, may be that
of a property which nobody has declared, beside the attribute's own, `class`.
"""

from __future__ import annotations

from threading import local
from typing import TYPE_CHECKING, Any

from .kinds import is_array, is_object
from .schema_parts import parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .hooks import Schema

_MARKS = "extras_keys_schema"
"""Where the library is told how to read the names of what is not declared."""


class _Name(str):
    """The name of an undeclared property, which is that of an attribute, too."""

    __slots__ = ()


class _Noted(local):
    """Whether a thread has read such a name since it has last looked."""

    any = False


_noted = _Noted()


def marking(fields: Schema) -> Schema:
    """Have the names of such properties marked in what is read."""
    marked = {
        name: _Name(name)
        for name, field in fields["fields"].items()
        if name != field.get("validation_alias", name)
    }
    if not marked:
        return fields

    def mark(name: str) -> str:
        _noted.any = _noted.any or name in marked
        return marked.get(name, name)

    keys = {"type": "function-plain", "function": {"type": "no-info", "function": mark}}
    return {**fields, _MARKS: keys}


def is_marking(schema: Schema) -> bool:
    """Tell whether names are marked anywhere in a schema."""
    return _MARKS in schema or any(map(is_marking, parts(schema)))


def apart(read: Callable[..., Any]) -> Callable[..., Any]:
    """Make what reads values take them for no attributes: few answers have any."""

    def reading(content: bytes | str, **options: bool) -> Any:
        value = read(content, **options)
        if _noted.any:
            _noted.any = False
            _take_out(value)
        return value

    return reading


def _take_out(value: Any) -> None:
    """Look for objects wherever they may be."""
    for part in _parts(value):
        _take_out(part)


def _parts(value: Any) -> Iterable[Any]:
    if is_array(value):
        return value
    if is_object(value):
        return value.values()
    return _of_model(value) if hasattr(value, "model_fields_set") else ()


def _of_model(model: Any) -> Iterable[Any]:
    given: set[str] = model.model_fields_set
    given.difference_update([name for name in given if type(name) is _Name])
    values: dict[str, Any] = model.__dict__
    extra: dict[str, Any] = model.model_extra or {}
    return [*values.values(), *extra.values()]
