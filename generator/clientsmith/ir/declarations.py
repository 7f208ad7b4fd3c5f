"""Schemas with a name of their own: objects, enumerations and aliases."""

from __future__ import annotations

from enum import Flag, auto
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.pointer import Pointer

from .ladder import Ladder
from .names import Name
from .types import (
    Anything,
    Assertion,
    ByOrder,
    Scalar,
    Type,
    Union,
    Variant,
    bare,
    references,
)


class Direction(Flag):
    """Which way a schema travels; a schema may travel both ways, or not at all."""

    NONE = 0
    REQUEST = auto()
    RESPONSE = auto()
    BOTH = REQUEST | RESPONSE


class Bounds(Struct, frozen=True):
    """What a schema asserts of a value beyond its type, in the document's words."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    patterns: tuple[str, ...] = ()
    multiple_of: float | None = None
    unique_items: bool = False
    others: tuple[Assertion, ...] = ()


class Value(Struct, frozen=True):
    """A JSON value that the document gives: a default or an example."""

    value: object


class Property(Struct, frozen=True, kw_only=True):
    """One declared property of an object."""

    key: str
    """As it is spelled in JSON."""
    type: Type
    required: bool
    docs: str = ""
    bounds: Bounds = Bounds()
    checks: tuple[Assertion, ...] = ()
    """What strict validation checks of it, beyond its type."""
    tags: tuple[str, ...] = ()
    """What it holds where its object is a variant that is chosen by it."""
    default: Value | None = None
    example: Value | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    at: Pointer = Pointer()


class ObjectSchema(Struct, frozen=True, kw_only=True):
    """An object with declared properties."""

    name: Name
    ladder: Ladder
    """The names it takes where another declaration has a better claim to `name`."""
    at: Pointer
    home: Pointer
    """The declaration in whose file this one belongs: itself, or its owner."""
    docs: str = ""
    bounds: Bounds = Bounds()
    checks: tuple[Assertion, ...] = ()
    properties: tuple[Property, ...] = ()
    additional: Type | None = None
    """The type of undeclared properties, where the document gives one."""
    closed: bool = False
    """Whether the document allows no others: `additionalProperties: false`."""
    assumed: bool = False
    """Whether nothing but its properties says that it is an object."""
    deprecated: bool = False


class EnumMember(Struct, frozen=True):
    """One value of an enumeration."""

    value: Scalar
    docs: str = ""
    name: Name = Name(())
    """What the document calls it; empty where it has no name but its value."""


class EnumSchema(Struct, frozen=True, kw_only=True):
    """A closed list of values, to which a server may add later."""

    name: Name
    ladder: Ladder
    at: Pointer
    home: Pointer
    members: tuple[EnumMember, ...]
    docs: str = ""
    bounds: Bounds = Bounds()
    checks: tuple[Assertion, ...] = ()
    deprecated: bool = False


class AliasSchema(Struct, frozen=True, kw_only=True):
    """Any other schema that has a name."""

    name: Name
    ladder: Ladder
    at: Pointer
    home: Pointer
    type: Type
    docs: str = ""
    bounds: Bounds = Bounds()
    checks: tuple[Assertion, ...] = ()
    deprecated: bool = False


Declaration: TypeAlias = ObjectSchema | EnumSchema | AliasSchema


def types_of(declaration: Declaration) -> list[Type]:
    """List the types that a declaration is made of, in order."""
    match declaration:
        case ObjectSchema(properties=properties, additional=additional):
            types = [property_.type for property_ in properties]
            return [*types, additional] if additional else types
        case AliasSchema(type=type_):
            return [type_]
        case EnumSchema():
            return []


def undeclared(declaration: ObjectSchema) -> Type | None:
    """Return the type of what an answer holds beside the properties of its class.

    What is only written is none of these. Who sends it all the same may.
    """
    hidden = [each.type for each in declaration.properties if each.write_only]
    if declaration.additional is None or Anything() in hidden:
        return None
    every = dict.fromkeys([declaration.additional, *hidden])
    variants = tuple(map(Variant, every))
    return Union(variants, ByOrder(), declaration.at) if hidden else variants[0].type


def unchecked(declaration: Declaration) -> Declaration:
    """Return a declaration without what strict validation would check."""
    match declaration:
        case ObjectSchema(properties=properties, additional=additional):
            return replace(
                declaration,
                checks=(),
                properties=tuple(
                    replace(one, type=bare(one.type), checks=()) for one in properties
                ),
                additional=additional and bare(additional),
            )
        case AliasSchema(type=type_):
            return replace(declaration, checks=(), type=bare(type_))
        case EnumSchema():
            return replace(declaration, checks=())


def uses(declaration: Declaration) -> list[Pointer]:
    """List the declarations that one refers to directly, in order."""
    types = types_of(declaration)
    return [pointer for type_ in types for pointer in references(type_)]
