"""`explain FILE:LINE` leads from a generated line to its description, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk

TEXT = (
    DOCUMENT.partition("    Pet:")[0]
    + """\
    Named: {type: object, properties: {name: {type: string}}}
    Pet:
      allOf: [{$ref: "#/components/schemas/Named"}]
      type: object
      properties:
        home-address: {title: Address, type: object, properties: {town: {type: string}}}
servers: [{url: "https://pets.example.com"}]
"""
)
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - {target: $.info, update: {summary: All pets.}}
  - target: $.components.schemas.Pet.properties
    update: {age: {type: integer}}
"""
CONFIGURED = (
    '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
    'overlays = ["more.yaml"]\n'
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a target that was generated."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", TEXT)
    desk.write("more.yaml", OVERLAY)
    desk.write("clientsmith.toml", CONFIGURED)
    assert Exit.OK == desk.run("generate").code
    return desk


def explained(desk: Desk, path: str, text: str) -> list[str]:
    """Explain the first line of a file that has a text."""
    lines = (desk.folder / path).read_text("utf-8").split("\n")
    number = next(at for at, line in enumerate(lines, start=1) if text in line)
    ended = desk.run("explain", f"{path}:{number}")

    assert Exit.OK == ended.code
    return [line.strip() for line in ended.out.splitlines()]


def test_a_field_leads_to_its_property(desk: Desk) -> None:
    """Where that is declared, and with the line that renames it."""
    found = explained(desk, "out/pets/models/pet.py", "    name: str")
    at = "#/components/schemas/Named/properties/name"

    assert "is: `models.Pet.name`" == found[1]
    assert f"from: api.yaml:16:40 ({at})" == found[2]
    assert ["rename: [targets.pets.names]", f'"{at}" = "name"'] == found[-3:-1]


def test_the_line_that_renames_renames(desk: Desk) -> None:
    """It can be pasted as it is."""
    found = explained(desk, "out/pets/models/pet.py", "home_address:")
    table, line = found[-3].removeprefix("rename: "), found[-2]
    name = line.replace('"home_address"', '"home"')
    desk.write("clientsmith.toml", f"{CONFIGURED}{table}\n{name}\n")
    desk.run("generate")

    assert "    home: " in (desk.folder / "out/pets/models/pet.py").read_text()


def test_what_an_overlay_added_leads_into_it(desk: Desk) -> None:
    """To the action that did."""
    found = explained(desk, "out/pets/models/pet.py", "    age: int")

    assert "from: more.yaml:6:14 (#/components/schemas/Pet/properties/age)" in found
    assert "step: this comes from action 2 of the overlay (more.yaml:5:5)" in found


def test_a_class_says_what_was_merged_into_it(desk: Desk) -> None:
    """And which actions touched it."""
    found = explained(desk, "out/pets/models/pet.py", "class Pet(")

    assert ("step: `allOf` merges api.yaml:16:5 (#/components/schemas/Named)") in found
    assert (
        "step: `properties/age` comes from action 2 of the overlay (more.yaml:5:5)"
        in found
    )
    assert "name: it has the name of the component" in found


def test_a_docstring_belongs_to_what_is_above_it(desk: Desk) -> None:
    """As its readers think."""
    desk.write("api.yaml", TEXT.replace("{town:", "{town: {description: Where.}, zip:"))
    desk.run("generate")
    found = explained(desk, "out/pets/models/pet.py", "Where.")

    assert "is: `models.Address.town`" == found[1]


def test_an_inline_schema_says_after_what_it_is_called(desk: Desk) -> None:
    """Its title, or the lock once it was published."""
    (desk.folder / "clientsmith.lock").unlink()
    found = explained(desk, "out/pets/models/pet.py", "class Address(")

    assert ("name: it stands inline, and is called after its title, 'Address'") in found


def test_a_method_leads_to_its_operation(desk: Desk) -> None:
    """In each of the three classes that it is in."""
    path = "out/pets/resources/pets.py"
    found = [explained(desk, path, text) for text in ("def list(", "async def list(")]

    assert [
        ["is: `client.pets.list`", "from: api.yaml:5:5 (#/paths/~1pets/get)"]
    ] * 2 == [each[1:3] for each in found]
    assert '"#/paths/~1pets/get" = "pets.list"' == found[0][-2]


def test_a_line_of_no_definition_is_of_the_whole_file(desk: Desk) -> None:
    """All that it is made from is named."""
    found = explained(desk, "out/pets/models/pet.py", "from __future__")

    assert "from: api.yaml:17:5 (#/components/schemas/Pet)" in found


def test_the_runtime_is_the_same_everywhere(desk: Desk) -> None:
    """No description changes it."""
    found = explained(desk, "out/pets/_runtime/body.py", "import")

    assert "it is a part of the runtime, which no description changes" == found[1]


def test_a_pointer_says_what_became_of_it(desk: Desk) -> None:
    """In which file and line, as the output is now."""
    ended = desk.run("explain", "#/components/schemas/Pet")
    lines = (desk.folder / "out/pets/models/pet.py").read_text("utf-8").split("\n")
    line = lines.index("class Pet(Model):") + 1

    assert f"  became: `models.Pet` (out/pets/models/pet.py:{line})\n" in ended.out


def test_a_pointer_between_names_says_what_is_around_it(desk: Desk) -> None:
    """And inside of it."""
    around = desk.run("explain", "#/components/schemas/Named/properties/name/type")
    inside = desk.run("explain", "/components/schemas/Pet/properties")

    assert "  part of: `models.Named.name` (" in around.out
    assert "  inside: `models.Pet.home_address` (" in inside.out


def test_a_single_description_is_explained_without_a_configuration(
    tmp_path: Path,
) -> None:
    """With the options that it was generated with."""
    desk = Desk(tmp_path)
    desk.generate("api.yaml", DOCUMENT)
    ended = desk.run("explain", "#/components/schemas/Pet", "api.yaml", *SINGLE)

    assert "became: `models.Pet` (out/pets/models/pet.py:" in ended.out


def test_what_a_description_becomes_needs_no_place(tmp_path: Path) -> None:
    """Neither a folder nor the name of a package has to be said."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", TEXT)
    ended = desk.run("explain", "#/components/schemas/Pet", "api.yaml")

    assert Exit.OK == ended.code
    assert "became: `models.Pet`" in ended.out


def test_swagger_leads_to_where_it_was_written(tmp_path: Path) -> None:
    """And says that it was converted."""
    desk = Desk(tmp_path)
    text = (
        'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\nhost: a.example\n'
        "paths: {/pets: {get: {responses: {'200': {description: d, "
        "schema: {$ref: '#/definitions/Pet'}}}}}}\n"
        "definitions: {Pet: {type: object, properties: {name: {type: string}}}}\n"
    )
    desk.generate("api.yaml", text)
    ended = desk.run("explain", "#/definitions/Pet", "api.yaml", *SINGLE)

    assert "became: `models.Pet` (" in ended.out
    assert (
        "step: converted from Swagger 2.0, where #/components/schemas/Pet" in ended.out
    )


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("out/pets/models/pet.py:999", "has no line 999"),
        ("api.yaml:1", "`api.yaml` is in the output of no target"),
        ("#/components/schemas/Pett", "the nearest is #/components/schemas/Pet"),
    ],
)
def test_what_is_not_there_is_said(desk: Desk, what: str, said: str) -> None:
    """In a line, with exit status 2."""
    ended = desk.run("explain", what)

    assert Exit.USAGE == ended.code
    assert said in ended.err
