"""Schemas with a name of their own: objects, enumerations and aliases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TypeAlias

from clientsmith.pointer import Pointer

from .ladder import Ladder
from .names import Name
from .types import Scalar, Type, references


class Direction(Flag):
    """Which way a schema travels; a schema may travel both ways, or not at all."""

    NONE = 0
    REQUEST = auto()
    RESPONSE = auto()
    BOTH = REQUEST | RESPONSE


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a schema asserts of a value beyond its type, in the document's words."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    pattern: str | None = None
    multiple_of: float | None = None
    unique_items: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A JSON value that the document gives: a default or an example."""

    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One declared property of an object."""

    key: str
    """As it is spelled in JSON."""
    type: Type
    required: bool
    docs: str = ""
    bounds: Bounds = Bounds()
    default: Value | None = None
    example: Value | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    at: Pointer = Pointer()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectSchema:
    """An object with declared properties."""

    name: Name
    qualified: Ladder
    """The names it takes where another declaration has a better claim to `name`."""
    at: Pointer
    home: Pointer
    """The declaration in whose file this one belongs: itself, or its owner."""
    docs: str = ""
    properties: tuple[Property, ...] = ()
    additional: Type | None = None
    """The type of undeclared properties, where the document gives one."""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class EnumMember:
    """One value of an enumeration."""

    value: Scalar
    docs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumSchema:
    """A closed list of values, to which a server may add later."""

    name: Name
    qualified: Ladder
    at: Pointer
    home: Pointer
    members: tuple[EnumMember, ...]
    docs: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasSchema:
    """Any other schema that has a name."""

    name: Name
    qualified: Ladder
    at: Pointer
    home: Pointer
    type: Type
    docs: str = ""
    deprecated: bool = False


Declaration: TypeAlias = ObjectSchema | EnumSchema | AliasSchema


def uses(declaration: Declaration) -> list[Pointer]:
    """List the declarations that one refers to directly, in order."""
    match declaration:
        case ObjectSchema(properties=properties, additional=additional):
            types = [property_.type for property_ in properties]
            types += [additional] if additional else []
            return [pointer for type_ in types for pointer in references(type_)]
        case AliasSchema(type=type_):
            return references(type_)
        case EnumSchema():
            return []
