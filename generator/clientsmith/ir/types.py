"""What a value may be: the closed union of types that schemas become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from clientsmith.pointer import Pointer

Kind: TypeAlias = Literal["string", "integer", "number", "boolean", "null"]
Scalar: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value, because the document says no more."""


@dataclass(frozen=True, slots=True)
class Never:
    """No value at all: the schema `false`."""


@dataclass(frozen=True, slots=True)
class Primitive:
    """A string, number, boolean or null, with the `format` that refines it."""

    kind: Kind
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """Exactly one value: `const`, or an `enum` of one."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Array:
    """A list whose items are all of one type."""

    items: Type


@dataclass(frozen=True, slots=True)
class Tuple:
    """A list whose first items have types of their own: `prefixItems`."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """An object whose keys are data."""

    values: Type


@dataclass(frozen=True, slots=True)
class Reference:
    """The type declared at `to`."""

    to: Pointer


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value, or null."""

    inner: Type


@dataclass(frozen=True, slots=True)
class ByTag:
    """Variants are told apart by the value of one required property."""

    property: str


@dataclass(frozen=True, slots=True)
class ByShape:
    """Variants are told apart by their JSON type."""


@dataclass(frozen=True, slots=True)
class ByOrder:
    """Nothing tells the variants apart; the first that fits is taken."""


Selection: TypeAlias = ByTag | ByShape | ByOrder


@dataclass(frozen=True, slots=True)
class Variant:
    """One alternative of a union, and the tags that choose it."""

    type: Type
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types. Null is never a variant: see `Nullable`."""

    variants: tuple[Variant, ...]
    selection: Selection


Type: TypeAlias = (
    Anything
    | Never
    | Primitive
    | Constant
    | Array
    | Tuple
    | Map
    | Reference
    | Nullable
    | Union
)


def children(type_: Type) -> tuple[Type, ...]:
    """List the types that a type is made of."""
    match type_:
        case Array(items=inner) | Map(values=inner) | Nullable(inner=inner):
            return (inner,)
        case Tuple(items=items):
            return items
        case Union(variants=variants):
            return tuple(variant.type for variant in variants)
        case Anything() | Never() | Primitive() | Constant() | Reference():
            return ()


def references(type_: Type) -> list[Pointer]:
    """List the declarations that a type names, in order, wherever they stand."""
    if isinstance(type_, Reference):
        return [type_.to]
    return [pointer for child in children(type_) for pointer in references(child)]
