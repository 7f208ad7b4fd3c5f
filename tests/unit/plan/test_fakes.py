"""The fake of an API has a script for each method, wherever the client has it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from clientsmith.config import read_config
from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options
from clientsmith.plan.fakes import _OF_FAKES
from clientsmith.shipped import templates_folder
from unit.compiling import START, files

TARGET = '[targets.pets]\ninput = "a.yaml"\nout = "pets"\npackage = "pets"\n'
OK = "{'200': {description: d, content: {application/json: {schema: %s}}}}"
PETS = OK % "{type: array, items: {$ref: '#/components/schemas/Pet'}}"
PET = OK % "{$ref: '#/components/schemas/Pet'}"
SCHEMAS = (
    "components: {schemas: {Pet: {type: object, properties: {a: {type: string}}}}}"
)
GONE = "{'204': {description: d}}"


def scripts(*operations: tuple[str, str]) -> list[str]:
    """List the annotated attributes of a fake, by its class."""
    listed = [
        f"  /{number}: {{get: {{operationId: {called}, tags: [{called.split('.')[0]}],"
        f" x-clientsmith-name: {called}, responses: {responses}}}}}\n"
        for number, (called, responses) in enumerate(operations)
    ]
    text = files(f"paths:\n{''.join(listed)}{SCHEMAS}\n")["pets/testing/fakes.py"]
    return [
        f"{each.name}.{ast.unparse(one)}"
        for each in ast.parse(text).body
        if isinstance(each, ast.ClassDef)
        for one in each.body
        if isinstance(one, ast.AnnAssign)
    ]


def test_a_script_has_the_type_of_the_answer() -> None:
    """By the index of models, so that nothing else is imported."""
    expected = [
        "FakePets.get: Scripted[models.Pet]",
        "FakePets.list: Scripted[builtins.list[models.Pet]]",
        "FakePets.purge: Scripted[None]",
        "FakeApi.pets: FakePets",
    ]

    found = scripts(("pets.get", PET), ("pets.list", PETS), ("pets.purge", GONE))

    assert expected == found


def test_a_method_called_models_does_not_hide_them() -> None:
    """Where annotations stand beside it."""
    expected = ["FakePets.models: Scripted[received.Pet]", "FakeApi.pets: FakePets"]

    assert expected == scripts(("pets.models", PET))


@pytest.mark.parametrize("name", ["calls", "client", "others"])
def test_a_resource_does_not_hide_what_fakes_have(name: str) -> None:
    """It ends in an underscore there, and in the client it does not."""
    found = scripts((f"{name}.get", GONE))

    assert [f"{name}_"] == [
        each.partition(":")[0].removeprefix("FakeApi.")
        for each in found
        if each.startswith("FakeApi.")
    ]


def test_the_runtime_has_the_same_names_for_itself() -> None:
    """Or a call would not find its script."""
    path = Path(templates_folder(), "runtime", "scripts.py")
    (found,) = (
        node.value.args[0]
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.targets[0]) == "OF_FAKES"
    )

    assert _OF_FAKES == ast.literal_eval(found)


def test_a_target_can_do_without(tmp_path: Path) -> None:
    """Then nothing of it is in the package."""
    path = tmp_path / "clientsmith.toml"
    other = TARGET.replace("pets", "dogs")
    path.write_text(f"{TARGET}{other}testing = false\n")
    config = read_config(path).value
    source = Source("a.yaml", f"{START}paths: {{}}\n".encode())
    made = [
        compile_description(source, (), Options("pets", testing=testing)).package
        for testing in (True, False)
    ]

    assert config is not None
    assert [True, False] == [target.testing for target in config.targets]
    assert [True, False] == [
        any("testing" in page.path for page in one.pages) for one in made if one
    ]
