"""What a value may be: the closed union of types that schemas become."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.pointer import Pointer

Kind: TypeAlias = Literal["string", "integer", "number", "boolean", "null"]
Scalar: TypeAlias = str | int | float | bool | None


class Assertion(Struct, frozen=True):
    """A keyword of JSON Schema, and what stands there, as JSON text."""

    keyword: str
    text: str


class Anything(Struct, frozen=True):
    """Any JSON value, because the document says no more."""


class Never(Struct, frozen=True):
    """No value at all: the schema `false`."""


class Primitive(Struct, frozen=True):
    """A string, number, boolean or null, with the `format` that refines it."""

    kind: Kind
    format: str | None = None


class Constant(Struct, frozen=True, eq=False):
    """Exactly one value: `const`, or an `enum` of one."""

    value: Scalar

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Constant) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[bool, Scalar]:
        """What is the same in JSON: 1 and 1.0, but not 1 and true."""
        return isinstance(self.value, bool), self.value


class Array(Struct, frozen=True):
    """A list whose items are all of one type."""

    items: Type
    assumed: bool = False
    """Whether nothing but its items says that it is a list; so of tuples and maps."""


class Tuple(Struct, frozen=True):
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


class Map(Struct, frozen=True):
    """An object whose keys are data."""

    values: Type
    assumed: bool = False


class Reference(Struct, frozen=True):
    """The type declared at `to`."""

    to: Pointer


class Nullable(Struct, frozen=True):
    """A value, or null."""

    inner: Type


class Asserted(Struct, frozen=True):
    """A type inside of another, and what is asserted of its values beyond it.

    The schemas in these assertions have no references.
    """

    inner: Type
    checks: tuple[Assertion, ...]


UNTAGGED = ""
"""The tag of what has none; the property of a tag holds a text that says something."""


class ByTag(Struct, frozen=True):
    """Variants are told apart by the value of one property.

    Those that share a tag are told apart by what fits best.
    """

    property: str


def tag_of(value: object) -> str | None:
    """Spell a value that chooses a variant as a mapping does, whose keys are texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else None


class ByShape(Struct, frozen=True):
    """Variants are told apart by their JSON type."""


class ByProperty(Struct, frozen=True):
    """Variants are told apart by a property that only one of them requires.

    There is one name for each variant, empty for at most one of them: it is the
    one that has none of the others.
    """

    properties: tuple[str, ...]


class ByOrder(Struct, frozen=True):
    """Nothing tells the variants apart; the one that fits best is taken."""


Selection: TypeAlias = ByTag | ByShape | ByProperty | ByOrder


class Variant(Struct, frozen=True, eq=False):
    """One alternative of a union, and the tags that choose it.

    Among them is `UNTAGGED` if it may be without the property.
    """

    type: Type
    tags: tuple[str, ...] = ()
    at: Pointer = Pointer()
    """Two that are the same in different places are equal."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Variant) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        return self.type, self.tags


class Union(Struct, frozen=True, eq=False):
    """One of several types. Null is never a variant: see `Nullable`."""

    variants: tuple[Variant, ...]
    selection: Selection
    at: Pointer = Pointer()
    """Two that are the same in different places are equal."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Union) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        return self.variants, self.selection


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


_ATOMS = frozenset({Anything, Never, Primitive, Constant})
"""What is made of no other types, as most types are."""


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
        case Primitive() | Reference() | Constant() | Anything() | Never():
            return type_
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


def inmost(type_: Type) -> Type:
    """Return a type without null, and without what is asserted of it as a whole."""
    while isinstance(type_, Nullable | Asserted):
        type_ = type_.inner
    return type_


def may_be_null(type_: Type) -> bool:
    """Tell whether a type says of itself that it takes null, too."""
    while isinstance(type_, Asserted):
        type_ = type_.inner
    return isinstance(type_, Nullable)


def unions(type_: Type) -> list[Union]:
    """List the unions in a type, the outermost first."""
    found = [type_] if isinstance(type_, Union) else []
    return found + [one for child in children(type_) for one in unions(child)]


def references(type_: Type) -> list[Pointer]:
    """List the declarations that a type names, in order, wherever they stand."""
    if isinstance(type_, Reference):
        return [type_.to]
    if type(type_) in _ATOMS:
        return []
    return [pointer for child in children(type_) for pointer in references(child)]
