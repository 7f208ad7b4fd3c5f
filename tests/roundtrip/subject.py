"""A description, its package with a model for every schema, and who judges both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientsmith.ir import (
    AliasSchema,
    ByOrder,
    Declaration,
    Nullable,
    Reference,
    Type,
    Union,
)
from clientsmith.pipeline import Compiled
from clientsmith.plan import name_declarations
from clientsmith.plan.conforming import conforms
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description

from .examples import Example, find_examples
from .files import Files, followed
from .naming import naming
from .packages import generate_all_models, use
from .reading import Reading
from .schema_types import types_by_pointer
from .validity import Judge


@dataclass(frozen=True, slots=True)
class Subject:
    """What examples and made-up values are tried on."""

    files: Files
    schemas: tuple[Pointer, ...]
    """Those with a name of their own."""
    examples: tuple[Example, ...]
    types: Mapping[Pointer, Type]
    declarations: Mapping[Pointer, Declaration]
    judge: Judge
    reading: Reading

    def fits(self, value: Any, type_: Type) -> bool:
        """Tell whether a value is one of a type, whatever else its schema says."""
        return conforms(value, type_, self.declarations)

    def is_by_order(self, type_: Type) -> bool:
        """Tell whether a union was reported as one that nothing tells apart."""
        match type_:
            case Nullable(inner=inner):
                return self.is_by_order(inner)
            case Reference(to=pointer):
                declaration = self.declarations[pointer]
                alias = isinstance(declaration, AliasSchema)
                return alias and self.is_by_order(declaration.type)
            case Union(selection=selection):
                return isinstance(selection, ByOrder)
            case _:
                return False


def subject_of(compiled: Compiled, package: str, folder: Path) -> Subject:
    """Generate a package of what was compiled, and import it.

    Raises:
        ValueError: The description is refused.
    """
    description, lowered = compiled.description, compiled.lowered
    if description is None or lowered is None:
        problem = f"{package} is refused: {compiled.diagnostics[:3]}"
        raise ValueError(problem)
    files = description.values
    examples = tuple(find_examples(files))
    known = types_by_pointer(lowered.api, files)
    untyped = sorted({each.schema for each in examples} - known.keys())
    named, components = naming(description, untyped)
    made = generate_all_models(named, package)
    assert made.compiled.lowered is not None
    api = made.compiled.lowered.api
    types = types_by_pointer(api, named.values)
    types |= {at: Reference(component) for at, component in components.items()}
    return Subject(
        files=files,
        schemas=tuple(_named(description, types)),
        examples=examples,
        types=types,
        declarations=api.declarations,
        judge=Judge(files),
        reading=Reading(use(made, folder), name_declarations(api, {})),
    )


def _named(description: Description, types: Mapping[Pointer, Type]) -> list[Pointer]:
    """List what components stand for, and schemas of other files that become types.

    What is only referred to by a keyword that says nothing becomes none: DigitalOcean
    gives `items` to an object.
    """
    components = description.openapi.components
    root = description.root / "components" / "schemas"
    own = [root / name for name in (components and components.schemas) or {}]
    every = {*own, *(at for at in description.elsewhere if at in types)}
    return sorted({followed(description.values, at) for at in every})
