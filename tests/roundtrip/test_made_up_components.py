"""Components that refer to each other become modules that know all their names."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints, is_typeddict

import pytest
from pydantic import BaseModel

from clientsmith.ir import Api, Ladder
from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options
from clientsmith.pointer import Pointer
from roundtrip.made_up_components import Schema, document, made_up, needed
from roundtrip.packages import Generated, forget, generate, use
from roundtrip.strangers import strangers

_SEEDS = range(12)


@pytest.mark.parametrize("seed", _SEEDS)
def test_every_name_in_a_module_is_known(seed: int, tmp_path: Path) -> None:
    """Also in circles, and where one class stands for several that say the same."""
    made = generate(_source(made_up(seed)), f"components_{seed}")
    use(made, tmp_path)
    unknown = [*_unknown(made)]
    forget(made.name)

    assert [] == unknown


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_part_lives_with_the_component_that_holds_it(seed: int) -> None:
    """Whoever combines that component, and whoever does it first."""
    api = _lowered(made_up(seed))

    assert [] == strangers(api.declarations.values())


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_part_is_called_as_if_nobody_combined_its_component(seed: int) -> None:
    """Other components that do so come and go."""
    components = made_up(seed)
    every = _lowered(components)
    renamed = [
        str(at)
        for name in components
        for alone in (_parts(_lowered(needed(components, name)), name),)
        for at, ladder in _parts(every, name).items()
        if at in alone and alone[at] != ladder
    ]

    assert [] == renamed


@pytest.mark.parametrize("seed", [24, 51])
def test_schemas_are_combined_once(seed: int) -> None:
    """However many ways lead to the same ones; these would be combined 500 times."""
    api = _lowered(made_up(seed, tangled=True))

    assert len(api.declarations) < 150


def _lowered(components: dict[str, Schema]) -> Api:
    compiled = compile_description(_source(components), (), Options("components"))

    assert compiled.lowered is not None
    return compiled.lowered.api


def _source(components: dict[str, Schema]) -> Source:
    return Source("a.json", document(components))


def _parts(api: Api, name: str) -> dict[Pointer, Ladder]:
    """Say what the inline parts of a component are called."""
    component = Pointer("", ("components", "schemas", name))
    return {
        at: one.ladder
        for at, one in api.declarations.items()
        if at != component and at.below(component)
    }


def _unknown(made: Generated) -> Iterator[str]:
    """Yield what goes wrong where modules are imported and annotations evaluated."""
    for file in made.files:
        if file.path.startswith((f"{made.name}/models/", f"{made.name}/params/")):
            module = file.path.removesuffix(".py").replace("/", ".")
            try:
                _evaluate(import_module(module.removesuffix(".__init__")))
            except NameError as problem:
                yield f"{file.path}: {problem}"


def _evaluate(module: Any) -> None:
    for value in vars(module).values():
        if is_typeddict(value):
            get_type_hints(value, include_extras=True)
        elif isinstance(value, type) and issubclass(value, BaseModel):
            value.model_rebuild(force=True)
