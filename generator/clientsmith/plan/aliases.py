"""Types that have a name and are no classes."""

from __future__ import annotations

from clientsmith.ir import AliasSchema, EnumSchema

from .casing import named
from .code import Code, docstring, literal
from .imports import Import
from .module import Names
from .package import AliasDefinition, RecursiveDefinition


def define_alias(
    declaration: EnumSchema | AliasSchema,
    value: Code,
    names: Names,
    *,
    early: bool,
) -> AliasDefinition | RecursiveDefinition:
    """Define an alias; one that is needed before what it names is evaluated late."""
    name = named(names.places[declaration.at].name)
    docs = declaration.docs.strip()
    docstrings = (docstring(docs),) if docs else ()
    if early:
        names.imports.add(Import("typing_extensions", "TypeAliasType"))
        quoted = literal(str(value))
        return RecursiveDefinition(name, literal(str(name)), quoted, docstrings)
    names.imports.add(Import("typing", "TypeAlias"))
    return AliasDefinition(name, value, docstrings)
