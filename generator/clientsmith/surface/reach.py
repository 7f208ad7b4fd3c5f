"""Which classes and aliases a type names, and what those hold in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .types import Generic, Named, OneOf, Tagged, Type
from .values import Alias, Definition, Enumeration, Parameter, Record


def named_in(type_: Type) -> Iterator[str]:
    """List what a type names."""
    match type_:
        case Named(name=name):
            yield name
        case Generic(of=members) | OneOf(members=members):
            yield from (name for each in members for name in named_in(each))
        case Tagged(members=variants):
            yield from (name for _, each in variants for name in named_in(each))
        case _:
            pass


def held_by(
    one: Definition, is_held: Callable[[Parameter], bool] = lambda _: True
) -> Iterable[Type]:
    """List the types of what is in a definition, or of some fields of it."""
    match one:
        case Record(fields=fields, others=others):
            held = [each.type for each in fields if is_held(each)]
            return [*held, *([others] if others else [])]
        case Alias(type=type_):
            return [type_]
        case Enumeration():
            return []


def reached(
    definitions: Iterable[Definition],
    start: Iterable[Type],
    is_held: Callable[[Parameter], bool] = lambda _: True,
) -> set[str]:
    """List all definitions that some types lead to, by their names."""
    known = {one.name: one for one in definitions}
    seen: set[str] = set()
    pending = [name for type_ in start for name in named_in(type_)]
    while pending:
        name = pending.pop()
        if name in known and name not in seen:
            seen.add(name)
            held = held_by(known[name], is_held)
            pending += (each for type_ in held for each in named_in(type_))
    return seen
