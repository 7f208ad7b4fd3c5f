"""Enumerations that are classes: which ones are, and how they are defined.

https://docs.python.org/3/library/enum.html
"""

from __future__ import annotations

from collections.abc import Mapping

from clientsmith.ir import (
    Api,
    ByTag,
    EnumMember,
    EnumSchema,
    ObjectSchema,
    is_component,
    references,
    types_of,
    unions,
)
from clientsmith.pointer import Pointer
from clientsmith.styles import EnumStyle

from .bodies import object_of
from .casing import named
from .code import Code, code, docstring, literal
from .enum_members import Members
from .imports import Import
from .module import Names, described, with_docs
from .package import ClassDefinition

_BASES: Mapping[type, Import] = {
    str: Import("._runtime.enums", "OpenStrEnum"),
    int: Import("._runtime.enums", "OpenIntEnum"),
}


def enum_classes(api: Api, style: EnumStyle) -> frozenset[Pointer]:
    """Say which enumerations are classes.

    Those of several types stay literals: no class has members that are text and
    numbers. So do the tags of variants, which only tell these apart.
    """
    if style == "literal":
        return frozenset()
    listed = [one for one in api.declarations.values() if isinstance(one, EnumSchema)]
    return frozenset(one.at for one in listed if _base(one)) - _tags(api)


def _base(declaration: EnumSchema) -> Import | None:
    kinds = {type(member.value) for member in declaration.members}
    return _BASES.get(kinds.pop()) if len(kinds) == 1 else None


def _tags(api: Api) -> set[Pointer]:
    """Find the enumerations inside of variants that tell these apart."""
    tagged = [
        (union.selection.property, object_of(api, variant.type))
        for declaration in api.declarations.values()
        for type_ in types_of(declaration)
        for union in unions(type_)
        if isinstance(union.selection, ByTag)
        for variant in union.variants
    ]
    return {
        at
        for key, variant in tagged
        if isinstance(variant, ObjectSchema)
        for one in variant.properties
        if one.key == key
        for at in references(one.type)
        if not is_component(at)
    }


def define_enum(
    declaration: EnumSchema,
    names: Names,
    members: Members,
) -> ClassDefinition:
    """Define an enumeration as a class."""
    place = names.places[declaration.at]
    base = _base(declaration)
    if base is None:
        raise TypeError(f"{place.name} has values of several types")
    names.imports.add(base)
    spelled = members.of[place]
    lines = [_member(one, spelled[str(one.value)]) for one in declaration.members]
    told = any(one.docs for one in declaration.members)
    return ClassDefinition(
        name=named(place.name),
        base=named(base.name),
        docstring=docstring(described(declaration), indent=4),
        fields=tuple(lines) if told else (),
        members=() if told else (tuple(lines),),
    )


def _member(member: EnumMember, name: str) -> Code:
    line = code("{} = {}", named(name), literal(member.value))
    return with_docs(line, member.docs, indent=4)
