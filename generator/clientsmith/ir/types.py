"""What a value may be: the closed union of types that schemas become."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from clientsmith.pointer import Pointer

Kind: TypeAlias = Literal["string", "integer", "number", "boolean", "null"]
Scalar: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Assertion:
    """A keyword of JSON Schema, and what stands there, as JSON text."""

    keyword: str
    text: str


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
    assumed: bool = False
    """Whether nothing but its items says that it is a list; so of tuples and maps."""


@dataclass(frozen=True, slots=True)
class Tuple:
    """A list whose first items have types of their own: `prefixItems`.

    `rest` is what follows them, `Never` where nothing may; `least` is how many
    items there are at the least: `prefixItems` alone demands none.
    """

    items: tuple[Type, ...]
    rest: Type
    least: int
    assumed: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether there is exactly one item for each place."""
        return isinstance(self.rest, Never) and self.least >= len(self.items)


@dataclass(frozen=True, slots=True)
class Map:
    """An object whose keys are data."""

    values: Type
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The type declared at `to`."""

    to: Pointer


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value, or null."""

    inner: Type


@dataclass(frozen=True, slots=True)
class Asserted:
    """A type inside of another, and what is asserted of its values beyond it.

    The schemas in these assertions have no references.
    """

    inner: Type
    checks: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class ByTag:
    """Variants are told apart by the value of one required property."""

    property: str


@dataclass(frozen=True, slots=True)
class ByShape:
    """Variants are told apart by their JSON type."""


@dataclass(frozen=True, slots=True)
class ByProperty:
    """Variants are told apart by a property that only one of them requires.

    There is one name for each variant, empty for at most one of them: it is the
    one that has none of the others.
    """

    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ByOrder:
    """Nothing tells the variants apart; the one that fits best is taken."""


Selection: TypeAlias = ByTag | ByShape | ByProperty | ByOrder


@dataclass(frozen=True, slots=True)
class Variant:
    """One alternative of a union, and the tags that choose it."""

    type: Type
    tags: tuple[str, ...] = ()
    at: Pointer = field(default=Pointer(), compare=False)


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types. Null is never a variant: see `Nullable`."""

    variants: tuple[Variant, ...]
    selection: Selection
    at: Pointer = field(default=Pointer(), compare=False)


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
    | Asserted
    | Union
)


def children(type_: Type) -> tuple[Type, ...]:
    """List the types that a type is made of."""
    match type_:
        case Primitive() | Reference() | Constant() | Anything() | Never():
            return ()
        case Array(items=inner) | Map(values=inner):
            return (inner,)
        case Nullable(inner=inner) | Asserted(inner=inner):
            return (inner,)
        case Tuple(items=items, rest=rest):
            return (*items, rest)
        case Union(variants=variants):
            return tuple(variant.type for variant in variants)


def bare(type_: Type) -> Type:
    """Return a type without what is asserted beyond it, to any depth."""
    match type_:
        case Asserted(inner=inner):
            return bare(inner)
        case Array(items=items):
            return replace(type_, items=bare(items), assumed=False)
        case Tuple(items=items, rest=rest):
            listed = tuple(map(bare, items))
            return replace(type_, items=listed, rest=bare(rest), assumed=False)
        case Map(values=values):
            return replace(type_, values=bare(values), assumed=False)
        case Nullable(inner=inner):
            return Nullable(bare(inner))
        case Union(variants=variants):
            told = tuple(replace(each, type=bare(each.type)) for each in variants)
            return replace(type_, variants=told)
        case Anything() | Never() | Primitive() | Constant() | Reference():
            return type_


def unions(type_: Type) -> list[Union]:
    """List the unions in a type, the outermost first."""
    found = [type_] if isinstance(type_, Union) else []
    return found + [one for child in children(type_) for one in unions(child)]


def references(type_: Type) -> list[Pointer]:
    """List the declarations that a type names, in order, wherever they stand."""
    if isinstance(type_, Reference):
        return [type_.to]
    return [pointer for child in children(type_) for pointer in references(child)]
