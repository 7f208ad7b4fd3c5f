"""Which models callers get from the API, and do not only make themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clientsmith.surface import (
    Alias,
    Definition,
    Enumeration,
    Generic,
    Named,
    OneOf,
    Record,
    Surface,
    Tagged,
    Type,
)


def with_directions(surface: Surface) -> Surface:
    """Mark the models that answers, errors and webhooks lead to."""
    known = {one.name: one for one in surface.definitions}
    seen: set[str] = set()
    pending = [name for type_ in _received(surface) for name in _names(type_)]
    while pending:
        name = pending.pop()
        if name in known and name not in seen:
            seen.add(name)
            pending += (each for type_ in _held(known[name]) for each in _names(type_))
    marked = (_marked(one, is_read=name in seen) for name, one in known.items())
    return replace(surface, definitions=tuple(marked))


def _marked(one: Definition, *, is_read: bool) -> Definition:
    return replace(one, read=is_read) if isinstance(one, Record) else one


def _received(surface: Surface) -> Iterator[Type]:
    for method in surface.methods:
        yield method.returns
        yield from (one.type for one in method.headers)
    yield from (one.body for one in surface.errors if one.body is not None)
    yield from (one.type for one in (*surface.events, *surface.readers))


def _held(one: Definition) -> Iterable[Type]:
    match one:
        case Record(fields=fields, others=others):
            return [*(each.type for each in fields), *([others] if others else [])]
        case Alias(type=type_):
            return [type_]
        case Enumeration():
            return []


def _names(type_: Type) -> Iterator[str]:
    match type_:
        case Named(name=name):
            yield name
        case Generic(of=members) | OneOf(members=members):
            yield from (name for each in members for name in _names(each))
        case Tagged(members=variants):
            yield from (name for _, each in variants for name in _names(each))
        case _:
            pass
