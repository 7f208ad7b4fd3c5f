"""A template for each part of the plan, and the runtime as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.plan.code import Code
from clientsmith.plan.package import (
    AliasDefinition,
    ClassDefinition,
    DefinitionsModule,
    Package,
    Page,
)
from clientsmith.render import render
from clientsmith.shipped import templates_folder

PET = ClassDefinition(
    name=Code("Pet"),
    base=Code("Model"),
    docstring=Code('"""A pet."""'),
    fields=(Code('name: str\n"""Its name."""'), Code("age: int")),
)
PETS = AliasDefinition(name=Code("Pets"), value=Code("list[Pet]"), docstrings=())
EXPECTED = '''\
"""Pets."""

from .._runtime.models import Model

class Pet(Model):
    """A pet."""

    name: str
    """Its name."""

    age: int

Pets: TypeAlias = list[Pet]
'''


def package(*definitions: ClassDefinition | AliasDefinition) -> Package:
    """Plan a package of one module."""
    imports = Code("from .._runtime.models import Model")
    module = DefinitionsModule(Code('"""Pets."""'), imports, definitions)
    page = Page("pets/models/pet.py", module, sources=("#/components/schemas/Pet",))
    return Package("pets", (page,), (), 1, frozenset())


def test_a_module_is_rendered() -> None:
    """Its definitions in their order, indented as they stand."""
    page = render(package(PET, PETS))[0]

    assert EXPECTED == page.text
    assert ("#/components/schemas/Pet",) == page.sources


def test_the_runtime_is_copied_verbatim() -> None:
    """Byte by byte."""
    copied = {
        Path(file.path).name: file.text
        for file in render(package(PET))
        if file.path.startswith("pets/_runtime/")
    }
    runtime = templates_folder() / "runtime"

    assert "models.py" in copied
    assert copied == {name: (runtime / name).read_text("utf-8") for name in copied}


def test_a_plain_string_in_the_plan_is_a_bug() -> None:
    """It came through no door."""
    hostile = ClassDefinition(
        name="Pet(Model): pass\nimport os\nclass X",  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - the mistake is the point
        base=Code("Model"),
        docstring=Code('"""A pet."""'),
        fields=(),
    )
    with pytest.raises(TypeError):
        render(package(hostile))
