"""What the builders of one operation are planned from, and what they call."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import Operation

from .arguments import Arguments, Taken
from .casing import named
from .code import Code, code, literal
from .imports import Import
from .module import Names


class Facts(Struct, frozen=True):
    """What the builders of one operation are planned from."""

    operation: Operation
    arguments: Arguments
    called: str
    """Where the method is found: `chat.completions.create`."""
    names: Names
    """Where builders get their names: the module of the resource."""
    hidden: frozenset[str] = frozenset()
    """Names that mean an argument in some builder of the module."""

    def given(self, one: Taken) -> Code:
        """Return what the caller gave for a keyword."""
        if one.required:
            return code("{}[{}]", self.arguments.gathered, literal(one.name))
        return code("{}.get({})", self.arguments.gathered, literal(one.name))

    def use(self, functions: set[Import], module: str, name: str) -> Code:
        """Import a function of the runtime."""
        return self.import_(functions, f"._runtime.{module}", name)

    def import_(self, functions: set[Import], module: str, name: str) -> Code:
        """Import a function, under another name where its own means an argument."""
        alias = f"_{name}" if name in self.hidden else ""
        functions.add(Import(module, name, alias))
        return named(alias or name)
