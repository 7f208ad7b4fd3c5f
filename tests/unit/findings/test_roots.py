"""Drift is led back to the property, the parameter or the value that changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import Desk
from unit.findings.described import DESCRIPTION, part

CONFIGURED = """\
[targets.pets]
input = "api.yaml"
out = "out"
package = "pets"
formatter = "none"
"""
POST = part("    post:\n", "  /pets/{id}:")
DELETE = part("  /pets/{id}:\n", "components:")
LIMIT = '        - $ref: "#/components/parameters/Limit"\n'
MOOD = "        mood: {type: string, enum: [calm, wild]}\n"
NEST = '        - $ref: "#/components/schemas/Nest"\n'
CAVE = '        - $ref: "#/components/schemas/Cave"\n'
DOGS = """\
  /dogs:
    get:
      operationId: listDogs
      tags: [pets]
      parameters: [{name: size, in: query, schema: {type: string}}]
      responses: {"200": {description: Dogs., content: {application/json: {schema: \
{type: object, properties: {dogs: {type: array, items: {type: string}}}}}}}}
"""
OWNER = """\
    Owner:
      type: object
      properties: {name: {type: string}, age: {type: integer}}
"""
DIFFERS = "what is generated from this differs in"
NEW = "this is new in"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Stand in a folder with a package, which checking leaves as it is."""
    desk = Desk(tmp_path_factory.mktemp("roots"))
    desk.write("api.yaml", DESCRIPTION)
    desk.write("clientsmith.toml", CONFIGURED)
    assert Exit.OK == desk.run("generate").code
    return desk


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def marks(desk: Desk, text: str) -> list[tuple[str, str]]:
    """Check a description, and return its marked lines and what is said of each."""
    desk.write("api.yaml", text)
    ended = desk.run("check", "--format", "github")
    found = re.findall(
        r"^::error file=api\.yaml,line=(\d+),.*?::document changed: (.*?)%0A",
        ended.out,
        re.MULTILINE,
    )
    lines = text.split("\n")
    return [(lines[int(line) - 1].strip(), said) for line, said in found]


EDITS = {
    "a property is added": (
        MOOD,
        f"{MOOD}        age: {{type: integer}}\n",
        [("age: {type: integer}", f"{NEW} `pets/models/pet.py`")],
    ),
    "a property has another type": (
        "name: {type: string}",
        "name: {type: integer}",
        [("name: {type: integer}", f"{DIFFERS} `pets/models/pet.py`")],
    ),
    "a property is described": (
        "name: {type: string}",
        "name: {type: string, description: What it is called.}",
        [
            (
                "name: {type: string, description: What it is called.}",
                f"{DIFFERS} `pets/models/pet.py`",
            )
        ],
    ),
    "a property becomes required": (
        "required: [name]",
        "required: [name, kind]",
        [
            (
                'kind: {$ref: "#/components/schemas/Kind"}',
                f"{DIFFERS} `pets/models/pet.py`",
            )
        ],
    ),
    "a property is removed": (MOOD, "", [("Pet:", "`Pet.mood` is gone")]),
    "two properties are removed": (
        MOOD + '        home: {$ref: "#/components/schemas/Home"}\n',
        "",
        [("Pet:", "`Pet.home` and 1 more are gone")],
    ),
    "a value is added": (
        "        - dog\n",
        "        - bird\n        - dog\n",
        [("- bird", f"{NEW} `pets/models/kind.py`")],
    ),
    "a value of a property is added": (
        "[calm, wild]",
        "[calm, wild, mild]",
        [
            (
                "mood: {type: string, enum: [calm, wild, mild]}",
                f"{NEW} `pets/models/pet.py`",
            )
        ],
    ),
    "a value is removed": ("        - dog\n", "", [("enum:", "`'dog'` is gone")]),
    "a variant is added": (
        NEST,
        NEST + CAVE,
        [
            (CAVE.strip(), f"{NEW} `pets/models/home.py`"),
        ],
    ),
    "a parameter is added": (
        LIMIT,
        f"{LIMIT}        - {{name: page, in: query, schema: {{type: integer}}}}\n",
        [
            (
                "- {name: page, in: query, schema: {type: integer}}",
                f"{NEW} `pets/params/pet_list.py`",
            )
        ],
    ),
    "a shared parameter has another type": (
        "schema: {type: integer}\n  schemas",
        "schema: {type: number}\n  schemas",
        [("Limit:", f"{DIFFERS} `pets/params/pet_list.py`")],
    ),
    "a parameter of the path has another type": (
        "schema: {type: string}\n      responses:",
        "schema: {type: integer}\n      responses:",
        [("- name: id", f"{DIFFERS} `pets/resources/pets.py`")],
    ),
    "a parameter is removed": (LIMIT, "", [("get:", "`PetListParams.limit` is gone")]),
    "an operation is described": (
        "Finds pets.",
        "Lists pets.",
        [("get:", f"{DIFFERS} `pets/resources/pets.py`")],
    ),
    "an operation answers something else": (
        'schema: {$ref: "#/components/schemas/Pet"}\n  /pets/{id}',
        'schema: {$ref: "#/components/schemas/Kind"}\n  /pets/{id}',
        [("post:", f"{DIFFERS} `pets/resources/pets.py`")],
    ),
    "an operation is added": (
        "components:\n",
        f"{DOGS}components:\n",
        [("get:", f"{NEW} `pets/resources/pets.py`")],
    ),
    "an operation is removed beside another one": (
        POST,
        "",
        [("/pets:", "`#/paths/~1pets/post` is gone")],
    ),
    "an operation is removed with its path": (
        DELETE,
        "",
        [("paths:", "`#/paths/~1pets~1{id}/delete` is gone")],
    ),
    "a schema is added": (
        "    Kind:\n",
        f"{OWNER}    Kind:\n",
        [("Owner:", f"{NEW} `pets/models/owner.py`")],
    ),
    "another server is named": (
        "pets.example.com",
        "pets.example.org",
        [("openapi: 3.1.0", "api.yaml")],
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_changed_is_marked_and_nothing_else(desk: Desk, name: str) -> None:
    """What stayed is not, also where files change that are made from it."""
    before, after, expected = EDITS[name]
    assert before in DESCRIPTION

    assert expected == marks(desk, DESCRIPTION.replace(before, after, 1))


def test_a_change_everywhere_is_no_flood(desk: Desk) -> None:
    """Ten parts are marked, and how many more there are is said at the beginning."""
    more = "".join(f"        p{n}: {{type: string}}\n" for n in range(14))
    found = marks(desk, DESCRIPTION.replace(MOOD, MOOD + more))

    assert [("openapi: 3.1.0", "4 more parts of api.yaml")] == [
        each for each in found if "new" not in each[1]
    ]
    assert [f"p{n}: {{type: string}}" for n in range(10)] == [
        line for line, said in found if "new" in said
    ]


def test_what_an_overlay_adds_is_marked_in_the_overlay(tmp_path: Path) -> None:
    """That is where somebody wrote it."""
    overlay = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - target: $.components.schemas.Pet.properties
    update:
      name: {description: What it is called.}
"""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DESCRIPTION)
    desk.write("more.yaml", overlay)
    desk.write("clientsmith.toml", f'{CONFIGURED}overlays = ["more.yaml"]\n')
    desk.run("generate")
    desk.write("more.yaml", f"{overlay}      age: {{type: integer}}\n")
    ended = desk.run("check", "--format", "github")

    assert "::error file=more.yaml,line=7,col=7,title=drift-overlay::" in ended.out
    assert 1 == ended.out.count("title=drift-overlay")


def test_a_converted_description_is_marked_where_it_was_written(tmp_path: Path) -> None:
    """In the words of Swagger 2.0."""
    swagger = """\
swagger: "2.0"
info: {title: Pets, version: "1"}
host: pets.example.com
schemes: [https]
paths:
  /pets:
    get:
      operationId: listPets
      produces: [application/json]
      responses: {"200": {description: One., schema: {$ref: "#/definitions/Pet"}}}
definitions:
  Pet:
    type: object
    properties:
      name: {type: string}
"""
    desk = Desk(tmp_path)
    desk.write("api.yaml", swagger)
    desk.write("clientsmith.toml", CONFIGURED)
    desk.run("generate")

    assert [("age: {type: integer}", f"{NEW} `pets/models/pet.py`")] == marks(
        desk, f"{swagger}      age: {{type: integer}}\n"
    )


def test_edits_that_are_kept_are_not_taken_for_changes(tmp_path: Path) -> None:
    """Where they are merged, the file as it would become has them, too."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", DESCRIPTION)
    desk.write("clientsmith.toml", f'{CONFIGURED}mode = "merge"\n')
    desk.run("generate")
    path = desk.folder / "out/pets/models/pet.py"
    path.write_text(path.read_text().replace("name: str", "name: str = 'Rex'"))

    assert [("mood: {type: string}", DIFFERS)] == [
        (line, said.partition(" `")[0])
        for line, said in marks(
            desk,
            DESCRIPTION.replace(
                "mood: {type: string, enum: [calm, wild]}", "mood: {type: string}"
            ),
        )
        if "Pet" not in said
    ]
