"""Texts and numbers that are tried for what a description asserts of them.

They need not fit: whoever asks tries one after the other.
https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Asserted: TypeAlias = "Sequence[Mapping[str, Any]]"
"""Schemas, all of which hold."""

_LIMITS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_FORMATS = {
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "duration": "PT1M",
    "time": "12:00:00Z",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
}
_MOST = 20
"""How many texts differ, where a list must not hold one twice."""


def parts(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield a schema, and those inside of it that are about the same value."""
    yield schema
    for keyword in ("allOf", "anyOf", "oneOf"):
        for each in schema.get(keyword, ()):
            if not isinstance(each, bool):
                yield from parts(each)


def said(asserted: Asserted, keyword: str) -> list[Any]:
    """List what stands at a keyword, wherever it does."""
    return [schema[keyword] for schema in asserted if keyword in schema]


def listed(asserted: Asserted) -> Iterator[Any]:
    """Yield the values that are listed."""
    yield from said(asserted, "const")
    for values in said(asserted, "enum"):
        yield from values


def texts(
    name: str, asserted: Asserted, known: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """Yield texts; `known` are some that patterns match."""
    yield from (value for value in listed(asserted) if isinstance(value, str))
    for pattern in said(asserted, "pattern"):
        yield from known.get(pattern, ())
    yield from (_FORMATS[each] for each in said(asserted, "format") if each in _FORMATS)
    shortest = max(said(asserted, "minLength"), default=0)
    longest = min(said(asserted, "maxLength"), default=math.inf)
    for number in range(1, _MOST):
        text = name if number == 1 else f"{name}{number}"
        mark = "" if number == 1 else str(number)
        yield (
            text
            if shortest <= len(text) <= longest
            else _fitted(text, mark, int(shortest), longest)
        )
    yield "1" * max(1, int(shortest))


def _fitted(text: str, mark: str, shortest: int, longest: float) -> str:
    """Make a text longer or shorter, and keep the mark at its end."""
    if len(text) < shortest:
        return text.removesuffix(mark).ljust(shortest - len(mark), "x") + mark
    most = int(longest)
    return text[: max(0, most - len(mark))] + mark[:most]


def numbers(asserted: Asserted) -> Iterator[float]:
    """Yield numbers: 1, what is near to limits, and what is between them."""
    yield 1
    limits = [limit for key in _LIMITS for limit in said(asserted, key)]
    step = next(iter(said(asserted, "multipleOf")), 1)
    for limit in limits:
        nearest = math.floor(limit / step)
        yield from (
            _plain(limit),
            *(_plain((nearest + by) * step) for by in (0, 1, -1)),
        )
    if limits:
        yield sum(limits) / len(limits)
    yield from _whole([step, 0, -1, *range(2, _MOST)])


def _whole(values: Iterable[float]) -> Iterator[float]:
    return map(_plain, values)


def _plain(value: float) -> float:
    """Write a number without a fraction as an integer."""
    return int(value) if float(value).is_integer() else value
