"""Patches and choices of operations: what they do, and when they speak up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.config import Target, read_config
from clientsmith.diagnostics import Diagnostic, Exit, Position, Severity
from clientsmith.inputs import read_sources
from clientsmith.lock import read_lock
from clientsmith.targets import Run, prepare
from hostile.command import Desk

TABLE = '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
API = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://a.example"}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {"200": {description: ok, content: {application/json: {schema:
        {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
    post:
      operationId: addPet
      tags: [pets, writing]
      deprecated: true
      requestBody: {content: {application/json: {schema:
        {$ref: "#/components/schemas/NewPet"}}}}
      responses: {"204": {description: ok}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getPet
      x-audience: partner
      responses: {"200": {description: ok, content: {application/json: {schema:
        {$ref: "#/components/schemas/Pet"}}}}}
    delete:
      operationId: dropPet
      x-internal: true
      responses: {"204": {description: ok}}
  /admin/all:
    $ref: "admin.yaml#/item"
components:
  schemas:
    Pet: {type: object, properties: {age: {type: integer}}}
    NewPet: {type: object, properties: {kind: {$ref: "#/components/schemas/Kind"}}}
    Kind: {type: object, properties: {name: {type: string}}}
    Lonely: {type: object, properties: {name: {type: string}}}
"""
ADMIN = """\
item:
  get:
    operationId: seeAll
    tags: [admin]
    responses: {"200": {description: ok, content: {application/json: {schema:
      {$ref: "nowhere.yaml#/X"}}}}}
  delete:
    operationId: dropAll
    tags: [admin, writing]
    responses: {"204": {description: ok}}
"""
NAMES = {
    "GET /pets": "listPets",
    "POST /pets": "addPet",
    "GET /pets/{id}": "getPet",
    "DELETE /pets/{id}": "dropPet",
    "GET /admin/all": "seeAll",
    "DELETE /admin/all": "dropAll",
}
ALL = {*NAMES.values()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description in two files, one of them broken."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", API)
    desk.write("admin.yaml", ADMIN)
    return desk


def target_of(desk: Desk, more: str) -> Target:
    """Read the only target of a configuration."""
    path = desk.folder / "clientsmith.toml"
    path.write_text(TABLE + more)
    config = read_config(path).value
    assert config is not None
    return config.targets[0]


def run(desk: Desk, more: str) -> Run:
    """Compile with some more in the configuration."""
    target = target_of(desk, more)
    return prepare(target, read_sources(target), read_lock(target.lock))


def said(diagnostics: list[Diagnostic]) -> list[tuple[str, str]]:
    """List codes and places."""
    return [(one.code, str(one.at)) for one in diagnostics]


def operations(run: Run) -> set[str]:
    """Name the operations that became methods."""
    assert run.compiled.lowered, run.diagnostics
    return {
        NAMES[f"{operation.method} {operation.path}"]
        for operation in run.compiled.lowered.api.operations
    }


def schemas(run: Run) -> set[str]:
    """Name the schemas that became classes."""
    assert run.compiled.document
    root: Any = run.compiled.document.value
    return set(root["components"].get("schemas", {}))


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ('include = {tags = ["pets"]}', {"listPets", "addPet"}),
        ('include = {tags = ["pet*"], methods = ["get"]}', {"listPets"}),
        ('include = {paths = ["/pets"]}', {"listPets", "addPet"}),
        ('include = {paths = ["/pets/*"]}', {"getPet", "dropPet"}),
        (
            'include = {paths = ["/pets/**"]}',
            {"listPets", "addPet", "getPet", "dropPet"},
        ),
        ('include = {operations = ["GET /pets", "get*"]}', {"listPets", "getPet"}),
        ("include = {deprecated = true}", {"addPet"}),
        (
            'exclude = {tags = ["admin"]}',
            {"listPets", "addPet", "getPet", "dropPet"},
        ),
        ('exclude = {operations = ["seeAll"]}', ALL - {"seeAll"}),
        (
            'exclude = {deprecated = true, operations = ["seeAll"]}',
            ALL - {"addPet", "seeAll"},
        ),
        (
            'exclude = {extensions = ["x-internal"], operations = ["seeAll"]}',
            ALL - {"dropPet", "seeAll"},
        ),
        ('include = {extensions = ["x-audience=partner"]}', {"getPet"}),
        (
            'include = {tags = ["*"]}\nexclude = {tags = ["admin", "writing"]}',
            {"listPets"},
        ),
    ],
)
def test_operations_are_chosen(desk: Desk, choice: str, expected: set[str]) -> None:
    """Those that fit every key of `include`, and no key of `exclude`.

    `seeAll` refers to a file that does not exist; left out, nobody looks for it.
    """
    found = run(desk, choice)

    assert [] == said(found.diagnostics)
    assert expected == operations(found)
    assert found.compiled.document
    assert len(ALL) - len(expected) == len(found.compiled.document.excluded)


def test_what_is_left_out_is_named(desk: Desk) -> None:
    """By method and path, in the summary and for programs."""
    desk.write("clientsmith.toml", TABLE + 'include = {paths = ["/pets"]}\n')
    said = desk.run("generate").err
    printed = json.loads(desk.run("check", "--json").out)["targets"][0]

    assert "operations   2 of 2, 4 left out" in said
    assert [
        "DELETE /admin/all",
        "DELETE /pets/{id}",
        "GET /admin/all",
        "GET /pets/{id}",
    ] == sorted(printed["left_out"])


def test_nothing_is_left_out_unless_it_is_said(desk: Desk) -> None:
    """The broken operation is an error then."""
    found = run(desk, "")

    assert ["reference-missing"] == [one.code for one in found.diagnostics]


def test_components_of_what_is_left_out_are_pruned(desk: Desk) -> None:
    """And what nothing led to before; what is led to stays."""
    assert {"Pet"} == schemas(run(desk, 'include = {operations = ["listPets"]}'))
    assert {"NewPet", "Kind"} == schemas(run(desk, 'include = {operations = ["add*"]}'))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('exclude = {tags = ["admin"]}\nprune = false', {"Pet", "NewPet", "Kind"}),
        ('exclude = {tags = ["admin"]}', set()),
    ],
)
def test_pruning_may_be_declined(desk: Desk, more: str, expected: set[str]) -> None:
    """`prune = false` keeps what nothing leads to."""
    kept = {"Pet", "NewPet", "Kind"}

    assert kept | ({"Lonely"} if expected else set()) == schemas(run(desk, more))


def test_pruning_may_be_asked_for(desk: Desk) -> None:
    """Without a choice of operations."""
    desk.write("admin.yaml", ADMIN.replace("nowhere.yaml#/X", "api.yaml#/info"))
    desk.write("api.yaml", API.replace('$ref: "admin.yaml#/item"', "{}"))

    assert "Lonely" in schemas(run(desk, ""))
    assert {"Pet", "NewPet", "Kind"} == schemas(run(desk, "prune = true"))


PARENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: a
      responses: {"200": {description: ok, content: {application/json: {schema:
        {$ref: "#/components/schemas/Pet"}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {$ref: "#/components/schemas/Tail"}]}
    Tail: {type: object}
    Car: {type: object}
"""  # noqa: E501


def test_children_of_a_parent_with_a_discriminator_stay(desk: Desk) -> None:
    """Nothing refers to them, and answers are them."""
    desk.write("api.yaml", PARENT)

    assert {"Pet", "Cat", "Dog", "Tail"} == schemas(run(desk, "prune = true"))


def test_what_other_files_lead_to_stays(desk: Desk) -> None:
    """A file refers back to the root document."""
    desk.write("admin.yaml", ADMIN.replace("nowhere.yaml#/X", _LONELY))
    found = run(desk, 'include = {operations = ["seeAll"]}')

    assert {"Lonely"} == schemas(found)


_LONELY = "api.yaml#/components/schemas/Lonely"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (
            'include = {tags = ["pets", "dogs"]}',
            [("selection-unused", "clientsmith.toml:5:1")],
        ),
        (
            '[targets.pets.exclude]\noperations = ["seeAll", "seeNone"]',
            [("selection-unused", "clientsmith.toml:6:1")],
        ),
        (
            'include = {methods = ["PATCH"]}',
            [
                ("selection-unused", "clientsmith.toml:5:1"),
                ("selection-empty", "clientsmith.toml:5:1"),
            ],
        ),
    ],
)
def test_a_choice_that_is_of_no_use_is_reported(
    desk: Desk, choice: str, expected: list[tuple[str, str]]
) -> None:
    """On its line; one that leaves nothing is an error."""
    assert expected == said(run(desk, choice).diagnostics)


@pytest.mark.parametrize(
    ("choice", "near"),
    [
        ('tags = ["Pet", "pets"]', "pets"),
        ('tags = ["Pets", "pets"]', "pets"),
        ('paths = ["/pet", "/pets"]', "/pets"),
        ('methods = ["GTE", "POST"]', "GET"),
        ('operations = ["listPet", "addPet"]', "listPets"),
        ('operations = ["GET /pet", "addPet"]', "GET /pets"),
        ('extensions = ["x-internl", "x-audience"]', "x-internal"),
        ('extensions = ["x-audience=partners", "x-internal"]', "x-audience=partner"),
        ('tags = ["zebra", "pets"]', None),
    ],
)
def test_a_choice_that_fits_none_says_what_is_near(
    desk: Desk, choice: str, near: str | None
) -> None:
    """By the names that the description has, in its own spelling."""
    found = run(desk, f"include = {{{choice}}}")
    (problem,) = (one for one in found.diagnostics if one.code == "selection-unused")

    assert problem.hint == (f"did you mean `{near}`?" if near else _MEND)


_MEND = "mend it, or remove it"


def test_an_operation_of_two_paths_stays_and_says_so(desk: Desk) -> None:
    """It cannot be cut in two."""
    desk.write("api.yaml", API + "  /b:\n    $ref: admin.yaml#/item\n")
    text = API.replace(
        "components:\n", '  /b:\n    $ref: "admin.yaml#/item"\ncomponents:\n'
    )
    desk.write("api.yaml", text)
    desk.write("admin.yaml", ADMIN.replace("nowhere.yaml#/X", _LONELY))
    found = run(desk, 'exclude = {operations = ["GET /b"]}')

    assert ["selection-shared"] == [one.code for one in found.diagnostics]
    assert found.compiled.document
    assert () == found.compiled.document.excluded


PATCH = """\
[[targets.pets.patches]]
at = "#/components/schemas/Pet/properties/age/type"
set = "string"
expect = "integer"
reason = "they send strings"
"""
LEFT_OUT = 'exclude = {operations = ["seeAll"]}\n'


SLIP = """\
[[targets.pets.patches]]
at = "#/components/schemas/Pet/properties/{key}"
set = 1
reason = "a slip"
"""


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("age/maxmum", [("field-misspelt", "warning", "age/maxmum")]),
        ("name/maxLenght", [("key-misspelt", "warning", "clientsmith.toml:7:1")]),
        ("name/minLength", []),
    ],
)
def test_a_patch_that_adds_a_key_by_a_slip_is_a_warning(
    desk: Desk, key: str, expected: list[tuple[str, str, str]]
) -> None:
    """It resembles what stands beside it, or a word of the specification."""
    names = "properties: {name: {type: string, maxLength: 9}, age:"
    desk.write("api.yaml", API.replace("properties: {age:", names))
    found = run(desk, LEFT_OUT + SLIP.format(key=key)).diagnostics

    assert expected == [
        (one.code, str(one.severity), "/".join(str(one.at).split("/")[-2:]))
        for one in found
    ]


def age(found: Run) -> Any:
    """Return what the description has of the age of a pet."""
    assert found.compiled.document, found.diagnostics
    root: Any = found.compiled.document.value
    return root["components"]["schemas"]["Pet"]["properties"].get("age")


def test_a_patch_sets_a_value(desk: Desk) -> None:
    """And says nothing, as long as it is of use."""
    found = run(desk, LEFT_OUT + PATCH)

    assert [] == said(found.diagnostics)
    assert {"type": "string"} == age(found)


@pytest.mark.parametrize(
    ("patch", "expected"),
    [
        ({"at": "age/type", "set": "string"}, {"type": "string"}),
        ({"at": "age/minimum", "set": 1}, {"type": "integer", "minimum": 1}),
        ({"at": "age", "remove": True}, None),
        ({"at": "age", "remove": True, "expect": {"type": "integer"}}, None),
        ({"at": "age", "set": {"enum": [1]}}, {"enum": [1]}),
    ],
)
def test_patches_set_and_remove(
    desk: Desk, patch: dict[str, Any], expected: object
) -> None:
    """Values of any kind, there or not."""
    patch["at"] = f"#/components/schemas/Pet/properties/{patch['at']}"
    found = run(desk, LEFT_OUT + _as_toml({**patch, "reason": "x"}))

    assert [] == said(found.diagnostics)
    assert expected == age(found)


def _as_toml(patch: dict[str, Any]) -> str:
    """Write a patch as TOML, whose inline tables have other signs."""
    lines = [
        f"{key} = {json.dumps(value).replace(': ', ' = ')}"
        for key, value in patch.items()
    ]
    return "\n".join(["[[targets.pets.patches]]", *lines, ""])


def test_patches_add_items(desk: Desk) -> None:
    """After the last one with `-`, and in the place of one by its number."""
    more = {"at": "#/paths/~1pets/get/tags/-", "set": "more", "reason": "x"}
    other = {"at": "#/paths/~1pets/get/tags/0", "set": "other", "reason": "x"}
    found = run(desk, LEFT_OUT + _as_toml(more) + _as_toml(other))
    assert found.compiled.document
    root: Any = found.compiled.document.value

    assert ["other", "more"] == root["paths"]["/pets"]["get"]["tags"]


@pytest.mark.parametrize(
    ("patch", "message"),
    [
        ({"at": "age/type", "set": "x", "expect": "number"}, 'expects `"number"`, not'),
        ({"at": "age/format", "set": "x", "expect": "int32"}, "not nothing"),
        ({"at": "size/type", "set": "x"}, "is nothing that could hold it"),
        ({"at": "age/type/x", "set": "x"}, "is nothing that could hold it"),
        ({"at": "size", "remove": True, "expect": True}, "changes nothing"),
    ],
)
def test_a_patch_that_no_longer_applies_is_reported(
    desk: Desk, patch: dict[str, Any], message: str
) -> None:
    """On its line, with the reason somebody gave, and the place it is for."""
    patch["at"] = f"#/components/schemas/Pet/properties/{patch['at']}"
    found = run(desk, LEFT_OUT + _as_toml({**patch, "reason": "they send it"}))
    (problem,) = found.diagnostics

    assert message in problem.message
    assert Position("clientsmith.toml", 6, 3) == problem.at
    assert "they send it" in problem.notes[0].message
    if problem.severity is Severity.ERROR:
        assert (Exit.USAGE, "patch-unfit") == (problem.exit, problem.code)
        there = problem.notes[1].at
        assert isinstance(there, Position)
        assert "api.yaml" == there.file


def test_a_patch_that_upstream_made_unnecessary_is_reported(desk: Desk) -> None:
    """It is no longer needed, and the value stays."""
    desk.write("api.yaml", API.replace("age: {type: integer}", "age: {type: string}"))
    found = run(desk, LEFT_OUT + PATCH)

    assert [("patch-unnecessary", "clientsmith.toml:6:3")] == said(found.diagnostics)
    assert {"type": "string"} == age(found)


@pytest.mark.parametrize(
    "more",
    [
        'include = {tags = ["pets", "dogs"]}',
        'patches = [{at = "#/info/title", set = "Pets", reason = "to be sure"}]',
    ],
    ids=["choice", "patch"],
)
def test_what_is_of_no_use_is_a_mistake_of_the_configuration(
    desk: Desk, more: str
) -> None:
    """Whoever fails on warnings ends with 2, and not as if something was refused."""
    found = {one.code: one.exit for one in run(desk, more).diagnostics}
    codes = {"selection-unused", "patch-unnecessary"} & found.keys()

    assert [Exit.USAGE] == [found[each] for each in codes]


def test_true_is_not_one(desk: Desk) -> None:
    """Though Python says so."""
    desk.write("api.yaml", API.replace("age: {type: integer}", "age: {minimum: 1}"))
    at = "#/components/schemas/Pet/properties/age/minimum"
    found = run(desk, LEFT_OUT + _as_toml({"at": at, "set": True, "reason": "x"}))

    assert ["keyword-mistyped"] == [one.code for one in found.diagnostics]


def test_what_a_patch_gets_wrong_is_shown_in_the_configuration(desk: Desk) -> None:
    """With its line, since nobody else wrote it."""
    desk.write(
        "clientsmith.toml", TABLE + LEFT_OUT + PATCH.replace("string", "sting", 1)
    )
    ended = desk.run("check")

    assert Exit.DOCUMENT == ended.code
    assert "clientsmith.toml:8:1: error[document-invalid]" in ended.err
    assert '8 | set = "sting"' in ended.err


def test_a_patch_is_known_by_its_place_whatever_is_called_so(desk: Desk) -> None:
    """A target may be called `patches`, too."""
    text = TABLE + LEFT_OUT + PATCH.replace("string", "sting", 1)
    desk.write("clientsmith.toml", text.replace("targets.pets", "targets.patches"))
    ended = desk.run("check")

    assert "note: patch 1 of the configuration made it (clientsmith.toml:6:3)" in (
        ended.err
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('at = "#/a"\nset = 1\n', "5:3 config-missing"),
        ('at = "#/a"\nreason = "x"\n', "5:3 config-value"),
        ('at = "#/a"\nset = 1\nremove = true\nreason = "x"\n', "5:3 config-value"),
        ('at = "a"\nset = 1\nreason = "x"\n', "6:1 config-value"),
        (
            'at = "#/a"\nsett = 1\nremove = true\nreason = "x"\n',
            "7:1 config-unknown-key",
        ),
        ('at = "#/a"\nset = 1\nreason = 1\n', "8:1 config-value"),
        ('at = "#/a"\nset = 2020-01-01\nreason = "x"\n', "7:1 config-value"),
        ('at = "#/a"\nset = [{a = 07:32:00}]\nreason = "x"\n', "7:1 config-value"),
        ('at = "#/a"\nset = inf\nreason = "x"\n', "7:1 config-value"),
        (
            'at = "#/a"\nset = 1\nexpect = 2020-01-01T07:32:00Z\nreason = "x"\n',
            "8:1 config-value",
        ),
        ('at = "#/a"\nset = 1\nexpect = nan\nreason = "x"\n', "8:1 config-value"),
    ],
)
def test_a_patch_that_makes_no_sense_is_refused(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Where the configuration is read."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(f"{TABLE}[[targets.pets.patches]]\n{text}")
    problems = read_config(path).diagnostics

    assert [f"clientsmith.toml:{expected}"] == [f"{x.at} {x.code}" for x in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("include = 1\n", "5:1 config-value"),
        ('include = {tags = "pets"}\n', "5:1 config-value"),
        ('include = {tag = ["pets"]}\n', "5:1 config-unknown-key"),
        ("include = {}\n", "5:1 config-value"),
        ("[targets.pets.exclude]\n", "5:2 config-value"),
        ("[targets.pets.exclude]\ntags = []\n", "6:1 config-value"),
        ('[targets.pets.exclude]\ndeprecated = "yes"\n', "6:1 config-value"),
        ("prune = 1\n", "5:1 config-value"),
        ("patches = 1\n", "5:1 config-value"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Where the configuration is read."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(TABLE + text)
    problems = read_config(path).diagnostics

    assert [f"clientsmith.toml:{expected}"] == [f"{x.at} {x.code}" for x in problems]


OVERLAY = """\
overlay: 1.1.0
info: {title: fix, version: "1"}
actions:
  - {target: "$.paths['/pets'].get", update: {tags: [pets], operationId: listPets}}
  - {target: "$.paths['/pets'].get", update: {tags: [more]}}
"""


def test_an_action_that_upstream_made_unnecessary_is_reported(desk: Desk) -> None:
    """And only that; what an array has is not added to it once more."""
    desk.write("fix.yaml", OVERLAY)
    found = run(desk, LEFT_OUT + 'overlays = ["fix.yaml"]\n')
    assert found.compiled.document
    root: Any = found.compiled.document.value

    assert [("overlay-unnecessary", "fix.yaml:4:38")] == said(found.diagnostics)
    assert ["pets", "more"] == root["paths"]["/pets"]["get"]["tags"]


def test_a_changed_choice_is_the_cause_of_drift(desk: Desk) -> None:
    """As every setting is."""
    desk.write("clientsmith.toml", TABLE + LEFT_OUT)
    desk.run("generate")
    desk.write("clientsmith.toml", TABLE + LEFT_OUT.replace('"]', '", "addPet"]'))
    ended = desk.run("check")

    assert Exit.DRIFT == ended.code
    assert "configuration changed: exclude" in ended.out
