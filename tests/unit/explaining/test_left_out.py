"""`explain` of what is not there says why, and so of names and of files of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, Desk

TEXT = DOCUMENT.replace(
    "components:\n",
    """\
    post:
      operationId: addPet
      tags: [writing]
      deprecated: true
      responses: {"204": {description: OK}}
  /dogs/{id}:
    get:
      tags: [dogs]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: OK}}
components:
""",
).replace("    Pet:", "    Lonely: {type: object}\n    Pet:")
TARGET = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - {target: $.components.schemas.Lonely, remove: true}
  - {target: $.components.schemas.Pet, update: {x-clientsmith-name: Animal}}
"""
PATCH = """\
[[targets.pets.patches]]
at = "#/components/schemas/Pet/properties/name"
remove = true
reason = "they never send it"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", TEXT)
    desk.write("more.yaml", OVERLAY)
    return desk


@pytest.mark.parametrize(
    ("more", "pointer", "said"),
    [
        (
            'exclude = {tags = ["writ*", "cats"]}\n',
            "#/paths/~1pets/post",
            (
                "left out: `POST /pets` fits `writ*` of `exclude.tags` "
                "(clientsmith.toml:5:1)"
            ),
        ),
        (
            "[targets.pets.exclude]\ndeprecated = true\n",
            "#/paths/~1pets/post/responses",
            (
                "left out: `POST /pets` fits `deprecated` of `exclude.deprecated` "
                "(clientsmith.toml:6:1)"
            ),
        ),
        (
            '[targets.pets.include]\ntags = ["pets"]\n',
            "#/paths/~1dogs~1{id}",
            (
                "left out: `GET /dogs/{id}` fits nothing of `include.tags` "
                "(clientsmith.toml:6:1)"
            ),
        ),
        (
            '[targets.pets.include]\ntags = ["pets"]\n',
            "#/components/schemas/Lonely",
            (
                "pruned: nothing that is left leads to it; operations are chosen "
                "(clientsmith.toml:5:2), and `prune = false` would keep it"
            ),
        ),
        (
            "prune = true\n",
            "#/components/schemas/Lonely",
            "pruned: nothing that is left leads to it; `prune = true` asks for that",
        ),
        (
            PATCH,
            "#/components/schemas/Pet/properties/name/type",
            "removed: patch 1 of the configuration does it (clientsmith.toml:5:3)",
        ),
        (
            'overlays = ["more.yaml"]\n',
            "#/components/schemas/Lonely",
            "removed: an action of an overlay, or a patch around it, does it",
        ),
    ],
)
def test_what_is_left_out_says_by_what(
    desk: Desk, more: str, pointer: str, said: str
) -> None:
    """By the key of the configuration, beside where it was described."""
    desk.write("clientsmith.toml", TARGET + more)
    ended = desk.run("explain", pointer)
    lines = ended.out.splitlines()

    assert (Exit.OK, "") == (ended.code, ended.err)
    assert pointer == lines[0]
    assert lines[1].startswith("  from: api.yaml:")
    assert [f"  {said}"] == lines[2:]


def test_what_one_target_has_is_not_asked_of_others(desk: Desk) -> None:
    """It is answered for those that have it."""
    other = TARGET.replace("pets", "dogs").replace('"out"', '"dogs"')
    desk.write("clientsmith.toml", f"{TARGET}prune = true\n{other}")
    ended = desk.run("explain", "#/components/schemas/Lonely")

    assert "became: `models.Lonely` (dogs/dogs/models/lonely.py" in ended.out
    assert "pruned" not in ended.out


def test_the_nearest_pointer_is_that_of_any_target(desk: Desk) -> None:
    """Not only of the first one."""
    desk.write("cars.yaml", TEXT.replace("Lonely", "Roadster"))
    cars = TARGET.replace("pets", "cars").replace('"out"', '"cars"')
    desk.write("clientsmith.toml", TARGET + cars.replace("api.yaml", "cars.yaml"))
    ended = desk.run("explain", "#/components/schemas/Roadsters")

    assert Exit.USAGE == ended.code
    assert "the nearest is #/components/schemas/Roadster\n" in ended.err


def test_a_name_says_who_gave_it(desk: Desk) -> None:
    """Though the lock keeps it, too: the configuration, or an overlay."""
    names = '[targets.pets.names]\n"#/paths/~1pets/get" = "pets.all"\n'
    desk.write("clientsmith.toml", f'{TARGET}overlays = ["more.yaml"]\n{names}')
    desk.run("generate")
    call = desk.run("explain", "#/paths/~1pets/get").out
    model = desk.run("explain", "#/components/schemas/Pet").out

    assert "  name: the configuration gives it (clientsmith.toml:7:1)\n" in call
    assert "  rename: change that line of the configuration\n" in call
    assert "[targets.pets.names]" not in call
    assert "  name: `x-clientsmith-name` gives it (more.yaml:5:49)\n" in model


@pytest.mark.parametrize("models", [None, "pydantic", "dataclass"])
def test_only_what_is_written_is_named(desk: Desk, models: str | None) -> None:
    """Neither a module of arguments that are none, nor calls of models alone."""
    more = f'models = "{models}"\n' if models else ""
    desk.write("clientsmith.toml", TARGET + more)
    desk.run("generate")
    model = desk.run("explain", "#/components/schemas/Pet").out
    call = desk.run("explain", "#/paths/~1pets/get").out
    file = "models.py" if models == "dataclass" else "models/pet.py"

    assert f"  became: `models.Pet` (out/pets/{file}:" in model
    assert "not generated yet" not in call
    assert (models is None) is ("became: `client.pets.list`" in call)


def test_a_file_says_what_it_is_made_from(desk: Desk) -> None:
    """Without a line, all of it."""
    desk.write("clientsmith.toml", TARGET)
    desk.run("generate")
    calls = desk.run("explain", "out/pets/resources/pets.py")
    model = desk.run("explain", "out/pets/models/pet.py")

    assert Exit.OK == calls.code
    assert ["#/paths/~1pets/get"] == [
        line.partition(" (")[2].rstrip(")") for line in calls.out.splitlines()[1:]
    ]
    assert "out/pets/models/pet.py\n  from: api.yaml:" in model.out


@pytest.mark.parametrize(
    "name", ["notes.py", "pets/extensions.py", "pets/_runtime/mine.py"]
)
def test_a_file_by_hand_is_not_taken_for_ours(desk: Desk, name: str) -> None:
    """It has no description."""
    desk.write("clientsmith.toml", TARGET)
    desk.run("generate")
    desk.write(f"out/{name}", "x = 1\n")
    found = [desk.run("explain", f"out/{name}{line}") for line in (":1", "")]

    assert [Exit.USAGE] * 2 == [each.code for each in found]
    assert all(f"`out/{name}` was not generated: it is yours" in x.err for x in found)


def test_a_file_that_is_not_there_is_no_code(desk: Desk) -> None:
    """It is missed as a file."""
    desk.write("clientsmith.toml", TARGET)
    ended = desk.run("explain", "out/pets/nope.py")

    assert Exit.USAGE == ended.code
    assert "error[line-unknown]: `out/pets/nope.py` is in the output" in ended.err


def test_what_is_left_out_of_a_folder_says_why(desk: Desk) -> None:
    """As what is left out of a file does."""
    desk.write("spec/api.yaml", TEXT)
    desk.write(
        "clientsmith.toml",
        TARGET.replace("api.yaml", "spec") + 'exclude = {tags = ["dogs"]}\n',
    )
    ended = desk.run("explain", "#/paths/~1dogs~1{id}/get")

    assert Exit.OK == ended.code, ended.err
    assert "left out: `GET /dogs/{id}` fits `dogs` of `exclude.tags`" in ended.out


UNION = """\
    Shape:
      oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Dot"}]
    Circle: {type: object, required: [r], properties: {kind: {const: c}, r: {}}}
    Dot: {type: object, required: [kind], properties: {kind: {const: dot}}}
"""


def test_a_union_says_by_what_it_is_told_apart(tmp_path: Path) -> None:
    """In the words of `ir --explain`; what has a union in it says nothing of it."""
    desk = Desk(tmp_path)
    schema = 'schema: {$ref: "#/components/schemas/Shape"}'
    text = DOCUMENT.replace(
        'schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}', schema
    )
    desk.write("api.yaml", text.replace("    Pet:", f"{UNION}    Pet:"))
    desk.write("clientsmith.toml", TARGET)
    at = "#/components/schemas/Shape"
    explained = desk.run("explain", at)
    printed = desk.run("ir", "--explain", at).out
    said = printed.split("\n", 1)[1]
    inner = desk.run("explain", "#/components/schemas/Circle").out

    assert (Exit.OK, True) == (explained.code, "  told apart by " in said)
    assert said in explained.out
    assert "told apart" not in inner
