"""Says where in a value something is that JSON has no form for.

It is looked for after writing has failed, so that writing itself looks at nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .kinds import is_array, is_object
from .to_json import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    Part = tuple[str, object]
    """What is inside of a value, and where."""


def with_place(problem: Exception, value: object, name: str) -> Exception:
    """Return the same problem with its place in front: `body.inputs[3].size`."""
    try:
        found = _find(name, value, ())
    except RecursionError:
        found = None
    return type(problem)(found) if found else problem


def _find(place: str, value: object, above: tuple[int, ...]) -> str | None:
    if id(value) in above:
        return f"{place}: it has itself inside"
    if isinstance(value, str | int | None):
        return None
    if isinstance(value, float):
        return None if math.isfinite(value) else f"{place}: {value} has no JSON form"
    inside = (*above, id(value))
    if (parts := _parts(place, value)) is not None:
        return next(filter(None, (_find(*part, inside) for part in parts)), None)
    try:
        return _find(place, plain(value), inside)
    except (TypeError, ValueError) as problem:
        return f"{place}: {problem}"


def _parts(place: str, value: object) -> Iterator[Part] | None:
    """List what is inside of an object or an array; None if it is neither."""
    if is_object(value):
        return ((f"{place}.{key}", item) for key, item in value.items())
    if is_array(value):
        return ((f"{place}[{index}]", item) for index, item in enumerate(value))
    return None
