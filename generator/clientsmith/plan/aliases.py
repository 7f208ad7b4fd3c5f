"""Types that have a name and are no classes."""

from __future__ import annotations

import json

from clientsmith.ir import AliasSchema, EnumMember, EnumSchema

from .casing import named
from .code import Code, docstring, literal
from .imports import Import
from .module import Names, own_description
from .package import AliasDefinition, RecursiveDefinition


def define_alias(
    declaration: EnumSchema | AliasSchema,
    value: Code,
    names: Names,
    *,
    early: bool = False,
    listed: bool = True,
) -> AliasDefinition | RecursiveDefinition:
    """Define an alias; one that is needed before what it names is evaluated late.

    What the document says of each value is left out where a class says it: not
    `listed`.
    """
    name = named(names.places[declaration.at].name)
    docs = _documented(declaration) if listed else own_description(declaration)
    docstrings = (docstring(docs),) if docs else ()
    if early:
        names.imports.add(Import("typing_extensions", "TypeAliasType"))
        quoted = literal(str(value))
        return RecursiveDefinition(name, literal(str(name)), quoted, docstrings)
    names.imports.add(Import("typing", "TypeAlias"))
    return AliasDefinition(name, value, docstrings)


def _documented(declaration: EnumSchema | AliasSchema) -> str:
    """Return what the document says of a type, and of each value it lists."""
    docs = own_description(declaration)
    if not isinstance(declaration, EnumSchema):
        return docs
    listed = [_member(member) for member in declaration.members if member.docs]
    return "\n\n".join(part for part in (docs, "\n".join(listed)) if part)


def _member(member: EnumMember) -> str:
    about = " ".join(member.docs.split())
    return f"- `{json.dumps(member.value, ensure_ascii=False)}`: {about}"
