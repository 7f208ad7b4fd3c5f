"""The JSON that a Python value was read from, for those who compare and count.

https://json-schema.org/draft/2020-12/json-schema-core#section-4.2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from .kinds import is_array, is_object
from .to_json import plain

if TYPE_CHECKING:
    from collections.abc import Hashable

_AS_IT_IS = frozenset({bool, dict, float, int, list, str, type(None)})


def json_form(value: Any) -> Any:
    """Return the JSON of a value; what is inside of it stays as it is."""
    return value if type(value) in _AS_IT_IS else plain(value)


def identity(value: Any) -> Hashable:
    """Return what is equal for equal values: `1` and `1.0`, but not `1` and `true`."""
    value = json_form(value)
    if isinstance(value, bool):
        return bool, value
    if is_object(value):
        return dict, frozenset((key, identity(item)) for key, item in value.items())
    if is_array(value):
        return list, tuple(map(identity, value))
    known: Hashable = value
    return known


def is_number(value: object) -> TypeGuard[int | float]:
    """Tell whether a value is a number, which true and false are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)
