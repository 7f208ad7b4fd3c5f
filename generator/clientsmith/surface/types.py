"""What a caller gives or gets, as values that can be compared: a small algebra.

https://typing.python.org/en/latest/spec/type-system.html
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from typing import Literal, TypeAlias

from msgspec import Struct

Scalar: TypeAlias = str | int | float | bool | None
Kind: TypeAlias = Literal["list", "Sequence", "dict", "Mapping", "tuple"]


class Plain(Struct, frozen=True, tag=True, tag_field="kind"):
    """A class that is no part of the package's own API: `str`, `UUID`, `Content`."""

    name: str


class Anything(Struct, frozen=True, tag=True, tag_field="kind"):
    """`Any`: nobody says what it is."""


class Literals(Struct, frozen=True, tag=True, tag_field="kind"):
    """One of some values."""

    values: tuple[Scalar, ...]


class Named(Struct, frozen=True, tag=True, tag_field="kind"):
    """A class or an alias of the package: `models.Pet`, `params.PetParam`."""

    name: str


class Generic(Struct, frozen=True, tag=True, tag_field="kind"):
    """What holds other types: `list`, `Mapping`, `Pages`; a mapping has `str` keys."""

    name: str
    of: tuple[Type, ...]


class OneOf(Struct, frozen=True, tag=True, tag_field="kind"):
    """One of several types."""

    members: tuple[Type, ...]


class Tagged(Struct, frozen=True, tag=True, tag_field="kind"):
    """One of several classes, told apart by a property; or one that is not known."""

    tag: str
    members: tuple[tuple[str, Type], ...]


Type: TypeAlias = Plain | Anything | Literals | Named | Generic | OneOf | Tagged

NONE = Plain("None")
UNKNOWN = Plain("Unknown")
"""What is received of a variant that the package does not know."""


def spelled(type_: Type, *, tags: bool = False) -> str:
    """Write a type as a person would, with or without the tags of variants."""
    inner = partial(spelled, tags=tags)
    match type_:
        case Plain(name=name):
            return name
        case Anything():
            return "Any"
        case Literals(values=values):
            return f"Literal[{', '.join(map(_literal, values))}]"
        case Named(name=name):
            return name.rpartition(".")[2]
        case Generic(name=name, of=of):
            keyed = ("str",) if name in MAPPINGS else ()
            inside = ", ".join([*keyed, *map(inner, of)])
            return f"{name}[{inside}]" if inside else name
        case OneOf(members=members):
            return " | ".join(map(inner, members))
        case Tagged(tag=tag, members=members) if tags:
            known = (f'{inner(each)} if {tag} is "{key}"' for key, each in members)
            return " | ".join([*known, UNKNOWN.name])
        case Tagged(members=members):
            variants = dict.fromkeys(spelled(member) for _, member in members)
            return " | ".join([*variants, UNKNOWN.name])


MAPPINGS = frozenset({"dict", "Mapping"})


def _literal(value: Scalar) -> str:
    """Quote a text as Black does."""
    if not isinstance(value, str):
        return repr(value)
    quoted = repr(value)
    return f'"{quoted[1:-1]}"' if quoted[0] == "'" and '"' not in quoted else quoted


def in_any_order(type_: Type) -> Hashable:
    """Return what a type means, however its alternatives are ordered."""
    match type_:
        case Plain() | Anything() | Named():
            return type_
        case Literals(values=values):
            return "values", frozenset((type(each).__name__, each) for each in values)
        case Generic(name=name, of=of):
            return name, tuple(map(in_any_order, of))
        case OneOf(members=members):
            return "one of", frozenset(map(in_any_order, members))
        case Tagged(tag=tag, members=members):
            return tag, frozenset((key, in_any_order(each)) for key, each in members)


def spelled_apart(one: Type, other: Type) -> tuple[str, str]:
    """Write two types; with their tags, where a variant that is left has others."""
    texts = spelled(one), spelled(other)
    if texts[0] != texts[1] and not _are_retagged(one, other):
        return texts
    return spelled(one, tags=True), spelled(other, tags=True)


def _are_retagged(one: Type, other: Type) -> bool:
    """Tell whether a tag or a class that both have goes with something else now."""
    mine, theirs = dict(_tags(one)), dict(_tags(other))
    shared = mine.keys() & theirs.keys()
    return any(mine[tag] != theirs[tag] for tag in shared) or any(
        tag not in shared and type_ in theirs.values() for tag, type_ in mine.items()
    )


def _tags(type_: Type) -> Iterator[tuple[tuple[str, str], Type]]:
    """List all variants, however deep, by the property and the tag."""
    match type_:
        case Tagged(tag=tag, members=members):
            yield from (((tag, key), each) for key, each in members)
        case Generic(of=inner) | OneOf(members=inner):
            yield from (pair for each in inner for pair in _tags(each))
        case _:
            pass


def alternatives(type_: Type) -> tuple[Type, ...]:
    """List what a type may be, each alternative on its own."""
    return type_.members if isinstance(type_, OneOf) else (type_,)


def without_none(type_: Type) -> Type:
    """Return a type without `None`."""
    left = [each for each in alternatives(type_) if each != NONE]
    return one_of(left) if left else type_


def one_of(members: list[Type]) -> Type:
    """Return one of several types, each of them once and none inside of another."""
    flat = [each for member in members for each in alternatives(member)]
    unique = tuple(dict.fromkeys(flat))
    return unique[0] if len(unique) == 1 else OneOf(unique)
