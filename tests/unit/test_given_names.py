"""Names that somebody sets: in the document, by overlay, or in the configuration."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk
from unit.compiling import classes, compiled, models, problems

CONFIGURED = '[targets.one]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DOCUMENT)
    return desk


def test_a_schema_says_its_name() -> None:
    """As a component or inline; nobody else takes it."""
    found = classes(
        """
        Pet: {x-clientsmith-name: Animal, type: object, properties: {
          toy: {x-clientsmith-name: Ball, type: object, properties: {a: {}}}}}
        Ball: {type: object, properties: {b: {}}}
        """,
    )

    assert ["Animal", "Ball", "BallSchema"] == found


def test_a_property_says_its_name_in_small_letters() -> None:
    """The key goes over the wire as before."""
    found = models(
        "Pet: {type: object, properties: {nm: {x-clientsmith-name: name}}}\n",
    )

    assert 'name: Annotated[Any, Field(alias="nm")] = None' in found["pet"]


@pytest.mark.parametrize("name", ["class", "9", "a b", "Any", "pet"])
def test_what_cannot_be_a_name_is_an_error(name: str) -> None:
    """With its place."""
    text = (
        f"Pet: {{x-clientsmith-name: '{name}', type: object, properties: {{a: {{}}}}}}"
    )
    found = problems(f"paths: {{}}\ncomponents: {{schemas: {{{text}}}}}\n")

    assert ["name-impossible"] == [one.code for one in found]
    assert "#/components/schemas/Pet" == str(found[0].at)


@pytest.mark.parametrize("name", ["", "x y", "class", "pets.", "pets.list-all"])
def test_what_cannot_be_a_method_is_an_error(name: str) -> None:
    """It would be called otherwise in silence."""
    operation = f"{{x-clientsmith-name: '{name}', responses: {{}}}}"
    found = problems(f"paths: {{/pets: {{get: {operation}}}}}")

    assert ["name-impossible"] == [one.code for one in found]
    assert "#/paths/~1pets/get" == str(found[0].at)


def test_the_configuration_speaks_of_what_was_written(desk: Desk) -> None:
    """Which a conversion has moved."""
    desk.write(
        "api.yaml",
        'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\npaths: {}\n'
        "definitions: {Pet: {type: object, properties: {name: {type: string}}}}\n",
    )
    names = '[targets.one.names]\n"#/definitions/Pet" = "Animal"\n'
    desk.write("clientsmith.toml", CONFIGURED + names)

    assert Exit.OK == desk.run("generate").code
    assert (desk.folder / "out/pets/models/animal.py").is_file()


def test_the_configuration_names_schemas_and_operations(desk: Desk) -> None:
    """By reference; it overrules the document and the lock."""
    desk.write("clientsmith.toml", CONFIGURED)
    desk.run("generate")
    desk.write(
        "clientsmith.toml",
        f'{CONFIGURED}\n[targets.one.names]\n"#/components/schemas/Pet" = "Animal"\n'
        '"#/paths/~1pets/get" = "animals.all"\n',
    )
    ended = desk.run("generate")
    lock = json.loads((desk.folder / "clientsmith.lock").read_text())

    assert Exit.OK == ended.code
    assert {
        "#/components/schemas/Pet": "Animal",
        "#/paths/~1pets/get": "animals.all",
    } == lock["targets"]["one"]["names"]


WHEREVER = """
  /pets: {$ref: "#/components/pathItems/pets"}
  /cats:
    query: {x-clientsmith-name: search, responses: {}}
    additionalOperations:
      LOCK: {x-clientsmith-name: cats.keep, responses: {}}
components:
  pathItems:
    pets:
      get: {x-clientsmith-name: all, responses: {}}
"""


def test_an_operation_says_its_name_wherever_it_stands() -> None:
    """Also under the methods of 3.2, and where a path only refers to it."""
    start = 'openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\n'
    done = compiled(f"paths:{WHEREVER}", start)

    assert done.package is not None
    assert [] == done.diagnostics
    assert ["client.cats.search", "client.cats.keep", "client.pets.all"] == [
        one.call for one in done.package.calls
    ]


def test_a_reference_that_leads_nowhere_is_an_error(desk: Desk) -> None:
    """On its line of the configuration, with what is near."""
    names = '[targets.one.names]\n"#/components/schemas/Pat" = "Animal"\n'
    desk.write("clientsmith.toml", f"{CONFIGURED}\n{names}")
    ended = desk.run("generate")

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:7:1: error[name-unknown]"] == ended.places
    assert "there is no `Pat`" in ended.err
    assert "did you mean `Pet`?" in ended.err


def test_a_name_of_what_has_none_is_a_hint(desk: Desk) -> None:
    """It would be waited for in vain."""
    text = DOCUMENT.replace("type: array", "x-clientsmith-name: Pets, type: array")
    desk.write("api.yaml", text)
    ended = desk.run("generate", "api.yaml", *SINGLE)

    assert Exit.OK == ended.code
    assert "nothing here is called `Pets`" in ended.err
