"""Which models callers get from the API, and do not only make themselves."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clientsmith.surface import Definition, Record, Surface, Type, reached


def with_directions(surface: Surface) -> Surface:
    """Mark the models that answers, errors and webhooks lead to."""
    seen = reached(surface.definitions, _received(surface))
    marked = (_marked(one, is_read=one.name in seen) for one in surface.definitions)
    return replace(surface, definitions=tuple(marked))


def _marked(one: Definition, *, is_read: bool) -> Definition:
    return replace(one, read=is_read) if isinstance(one, Record) else one


def _received(surface: Surface) -> Iterator[Type]:
    for method in surface.methods:
        yield method.returns
        yield from (one.type for one in method.headers)
    yield from (one.body for one in surface.errors if one.body is not None)
    yield from (one.type for one in (*surface.events, *surface.readers))
