"""Which way definitions go: callers get them, give them, or both.

A model is given where a call takes it; what a call takes apart, as its arguments, it
does not. Nobody has to make a class of those.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from .reach import reached
from .types import Type
from .values import Surface


def with_ways(surface: Surface) -> Surface:
    """Mark each definition by what leads to it: answers, arguments, or both."""
    read = reached(surface.definitions, _received(surface))
    given = reached(surface.definitions, _sent(surface))
    marked = (
        replace(one, read=one.name in read, given=one.name in given)
        for one in surface.definitions
    )
    return replace(surface, definitions=tuple(marked))


def _received(surface: Surface) -> Iterator[Type]:
    for method in surface.methods:
        yield method.returns
        yield from (one.type for one in method.headers)
    yield from (one.body for one in surface.errors if one.body is not None)
    yield from (one.type for one in (*surface.events, *surface.readers))


def _sent(surface: Surface) -> Iterator[Type]:
    for method in surface.methods:
        yield from (one.type for each in method.overloads for one in each.parameters)
