"""When two JSON values are the same.

https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
"""

from __future__ import annotations

from typing import Any


def difference(expected: Any, actual: Any, at: str = "$") -> str | None:
    """Say where two values differ first: 1 is 1.0, and no number is a boolean."""
    match expected, actual:
        case dict(), dict():
            return _of_objects(expected, actual, at)
        case list(), list() if len(expected) == len(actual):
            pairs = enumerate(zip(expected, actual, strict=True))
            found = (difference(a, b, f"{at}[{i}]") for i, (a, b) in pairs)
            return next((each for each in found if each), None)
        case _ if _kind(expected) is _kind(actual) and expected == actual:
            return None
        case _:
            return f"{at}: {expected!r} became {actual!r}"


def _of_objects(
    expected: dict[str, Any], actual: dict[str, Any], at: str
) -> str | None:
    if lost := expected.keys() - actual.keys():
        return f"{at}: {min(lost)!r} was lost"
    if new := actual.keys() - expected.keys():
        return f"{at}: {min(new)!r} was added"
    found = (difference(expected[k], actual[k], f"{at}.{k}") for k in expected)
    return next((each for each in found if each), None)


def _kind(value: object) -> type:
    """Tell the types of JSON apart, which has one type of numbers."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float
    return type(value)
