"""Names that somebody sets: in the document, by overlay, or in the configuration."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk, Ended
from unit.compiling import START, classes, compiled, models, problems

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


@pytest.mark.parametrize(
    "name", ["class", "a b", "NameOfIt", "fooBar", "_id", "model_dump", "copy", "str"]
)
def test_what_cannot_be_an_attribute_is_an_error(name: str) -> None:
    """Nor what every model has, or what its annotations mean something else by."""
    text = (
        f"Pet: {{type: object, properties: {{nm: {{x-clientsmith-name: '{name}'}}}}}}"
    )
    found = problems(f"paths: {{}}\ncomponents: {{schemas: {{{text}}}}}\n")

    assert ["name-impossible"] == [one.code for one in found]
    assert "#/components/schemas/Pet/properties/nm" == str(found[0].at)


@pytest.mark.parametrize(
    ("name", "codes"),
    [("copy", []), ("name_", []), ("fooBar", ["name-impossible"])]
    + [(each, ["name-impossible"]) for each in ("self", "request_options", "str")],
)
def test_an_argument_has_a_name_that_methods_leave_to_it(
    name: str, codes: list[str]
) -> None:
    """What only models have is free."""
    parameter = f"{{name: nm, in: query, x-clientsmith-name: '{name}', schema: {{}}}}"
    found = problems(
        f"paths: {{/p: {{get: {{parameters: [{parameter}], responses: {{}}}}}}}}"
    )

    assert codes == [one.code for one in found]


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
        "#/paths/~1pets/get/operationId": "listPets",
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


SHOP = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {"200": &answer {description: OK, content: {application/json: {
        schema: {$ref: "#/components/schemas/Pet"}}}}}
    put: {operationId: replacePets, tags: [pets], responses: {"200": *answer}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, nm: {type: string},
      toy: {$ref: "#/components/schemas/Toy"}}}
    Toy: {type: object, properties: {size: {type: integer}}}
"""
PET = "#/components/schemas/Pet"


def _named(desk: Desk, **names: str) -> Ended:
    """Generate with names of the configuration: one of each line."""
    lines = "".join(f'"{at}" = "{name}"\n' for at, name in names.items())
    desk.write("api.yaml", SHOP)
    desk.write("clientsmith.toml", f"{CONFIGURED}\n[targets.one.names]\n{lines}")
    return desk.run("generate")


@pytest.mark.parametrize(
    ("at", "name", "holder", "line"),
    [
        ("#/components/schemas/Toy", "Pet", "models.Pet", 15),
        (f"{PET}/properties/nm", "name", "models.Pet.name", 15),
        ("#/paths/~1pets/put", "pets.list", "client.pets.list", 7),
    ],
)
def test_a_name_that_something_else_has_is_refused(
    desk: Desk, at: str, name: str, holder: str, line: int
) -> None:
    """Before anything is written: the lock would keep what it is called instead."""
    ended = _named(desk, **{at: name})

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:7:1: error[name-taken]"] == ended.places
    assert f"`{name}` is the name of something else" in ended.err
    assert f"note: this is `{holder}` (api.yaml:{line}:" in ended.err
    assert {} == desk.files()


def test_names_change_places(desk: Desk) -> None:
    """Who has a name may get another one at the same time."""
    ended = _named(
        desk,
        **{
            PET: "Toy",
            "#/components/schemas/Toy": "Pet",
            f"{PET}/properties/nm": "name",
            f"{PET}/properties/name": "nm",
            "#/paths/~1pets/put": "pets.list",
            "#/paths/~1pets/get": "pets.replace",
        },
    )

    assert Exit.OK == ended.code
    assert "diagnostics  none" in ended.err


def test_a_published_name_is_not_taken_away(desk: Desk) -> None:
    """Also one that the lock keeps; what has had another one since keeps that."""
    desk.write("api.yaml", SHOP)
    desk.write("clientsmith.toml", CONFIGURED)
    desk.run("generate", "--rename", "Pet=Animal")

    assert Exit.USAGE == _named(desk, **{"#/components/schemas/Toy": "Animal"}).code
    assert Exit.OK == _named(desk, **{"#/components/schemas/Toy": "Pet"}).code


def test_a_name_that_the_document_gives_to_what_differs_is_a_hint(desk: Desk) -> None:
    """One has it, and `explain` does not say that the other one has, too."""
    toy = "{x-clientsmith-name: Thing, type: object, properties: {%s: {}}}"
    pet = f"Pet: {{properties: {{a: {toy % 'x'}, b: {toy % 'y'}}}}}"
    schemas = f"components: {{schemas: {{{pet}}}}}"
    desk.write("api.yaml", f"{START}paths: {{}}\n{schemas}\n")
    desk.write("clientsmith.toml", CONFIGURED)
    ended = desk.run("generate")
    lines = (desk.folder / "out/pets/models/pet.py").read_text().split("\n")
    kept, lost = (
        desk.run("explain", f"out/pets/models/pet.py:{1 + lines.index(line)}").out
        for line in ("class Thing(Model):", "class PetB(Model):")
    )

    assert "several schemas would be `Thing`; this is `PetB`" in ended.err
    assert "`x-clientsmith-name` gives it" in kept
    assert "`x-clientsmith-name` asks for `Thing` (api.yaml:4:" in lost


def test_a_name_that_is_not_given_is_an_error(desk: Desk) -> None:
    """It says what is called so instead, and in what the two differ."""
    ended = _named(desk, **{PET: "Thing", "#/components/schemas/Toy": "Thing"})

    assert Exit.USAGE == ended.code
    assert [f"clientsmith.toml:{line}:1: error[name-taken]" for line in (7, 8)] == (
        ended.places
    )
    assert "and they differ in `name`, `nm`, `toy` and 1 more" in ended.err
