"""What the builders of one operation are planned from."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import Operation

from .arguments import Arguments
from .casing import named
from .code import Code, code, literal
from .imports import Import
from .module import Names
from .taken import Taken


class Facts(Struct, frozen=True):
    """What the builders of one operation are planned from."""

    operation: Operation
    arguments: Arguments
    called: str
    """Where the method is found: `chat.completions.create`."""
    names: Names
    """Where builders get their names: the module of the resource."""
    params: tuple[Import, ...] = ()
    """The typed dictionaries of the keywords, one for each variant."""
    hidden: frozenset[str] = frozenset()
    """Names that mean an argument in some builder of the module."""


def call(facts: Facts, functions: set[Import], module: str, name: str) -> Code:
    """Import a function, under another name where its own means an argument."""
    return use(facts, functions, Import(f"._runtime.{module}", name))


def use(facts: Facts, functions: set[Import], wanted: Import) -> Code:
    """Do the same for a function of any module."""
    alias = f"_{wanted.name}" if wanted.name in facts.hidden else ""
    functions.add(Import(wanted.module, wanted.name, alias))
    return named(alias or wanted.name)


def given(facts: Facts, one: Taken) -> Code:
    """Spell the value of a keyword, which may be left out."""
    gathered = facts.arguments.gathered
    if one.required:
        return code("{}[{}]", gathered, literal(one.name))
    return code("{}.get({})", gathered, literal(one.name))
