"""Descriptions are cut into files also where the specification has no references."""

from __future__ import annotations

from pathlib import Path

from clientsmith.ir import Primitive, Reference
from clientsmith.pointer import Pointer
from unit.compiling import START
from unit.folders import api, codes, run, type_of

GET = "operationId: listPets\nresponses: {'200': {$ref: responses/pets.yaml}}\n"
PETS = """\
description: Pets
content:
  application/json:
    schema: {$ref: ../pet.yaml}
"""
PET = "properties: {name: {type: string}}"
FILES = {"responses/pets.yaml": PETS, "pet.yaml": PET}


def test_an_operation_may_be_a_file(tmp_path: Path) -> None:
    """Its references start there, and so do its diagnostics."""
    files = {
        **FILES,
        "api.yaml": f"{START}paths: {{/pets: {{get: {{$ref: ops/get.yaml}}}}}}",
        "ops/get.yaml": GET.replace("responses/", "../responses/"),
    }
    done = run(tmp_path, files)
    at = Pointer("", ("paths", "/pets", "get"))

    assert done.compiled.report is not None
    assert ["client.pets.list"] == [one.call for one in done.compiled.report.operations]
    assert "ops/get.yaml:1:1" == str(done.places.locate(at / "operationId"))


def test_paths_may_be_a_file(tmp_path: Path) -> None:
    """A map of path items, each of them there."""
    files = {
        **FILES,
        "api.yaml": f"{START}paths: {{$ref: paths.yaml}}",
        "paths.yaml": f"/pets: {{get: {{{', '.join(GET.strip().splitlines())}}}}}",
    }
    [operation] = api(tmp_path, files).operations

    assert "/pets" == operation.path
    assert Pointer("paths.yaml", ("/pets", "get")) == operation.at


def test_a_map_of_schemas_may_be_a_file(tmp_path: Path) -> None:
    """Its schemas are the same ones that others refer to there."""
    files = {
        "api.yaml": f"{START}paths: {{}}\ncomponents: {{schemas: {{$ref: all.yaml}}}}",
        "all.yaml": "Pet: {properties: {owner: {$ref: '#/Owner'}, "
        "tag: {$ref: 'api.yaml#/components/schemas/Tag'}}}\n"
        "Owner: {properties: {name: {type: string}}}\n"
        "Tag: {properties: {}, additionalProperties: {type: string}}\n",
    }
    found = api(tmp_path, files)
    names = sorted(" ".join(one.name.words) for one in found.declarations.values())

    assert ["Owner", "Pet", "Tag"] == names
    assert Reference(Pointer("all.yaml", ("Owner",))) == type_of(found, "Pet", "owner")
    assert Reference(Pointer("all.yaml", ("Tag",))) == type_of(found, "Pet", "tag")


def test_a_list_of_parameters_may_be_a_file(tmp_path: Path) -> None:
    """And a text may be one."""
    start = START.replace("Pets", "Pets, description: {$ref: about.md}")
    files = {
        "api.yaml": start
        + "paths: {/p: {get: {parameters: {$ref: ps.yaml}, responses: {}}}}",
        "ps.yaml": "[{name: a, in: query, schema: {type: integer}}]",
        "about.md": "# About\n\n```sh\nls\n```\n",
    }
    found = api(tmp_path, files)

    assert Primitive("integer") == found.operations[0].parameters[0].type
    assert "# About" in found.docs


def test_what_stands_beside_a_path_item_adds_to_it(tmp_path: Path) -> None:
    """And comes before what the other file says."""
    files = {
        **FILES,
        "api.yaml": f"{START}paths: {{/pets: {{$ref: item.yaml, summary: Here, "
        "post: {responses: {}}}}",
        "item.yaml": "get: {responses: {}}\npost: {operationId: no, responses: {}}\n",
    }
    found = [(one.method, one.name.words) for one in api(tmp_path, files).operations]

    assert [("GET", ("list",)), ("POST", ("create",))] == found


def test_a_path_item_may_stand_in_components_or_another_path(tmp_path: Path) -> None:
    """Each path has its operations."""
    files = {
        "api.yaml": f"{START}paths: {{/a: {{$ref: '#/paths/~1b'}}, "
        "/b: {$ref: '#/components/pathItems/b'}}\n"
        "components: {pathItems: {b: {get: {responses: {}}}}}",
    }

    assert ["/a", "/b"] == [one.path for one in api(tmp_path, files).operations]


def test_an_endless_inclusion_is_refused(tmp_path: Path) -> None:
    """Directly, and through another file."""
    files = {
        "api.yaml": f"{START}paths: {{$ref: a.yaml}}\n",
        "a.yaml": "$ref: b.yaml",
        "b.yaml": "$ref: a.yaml",
    }

    assert {"reference-circle"} == set(codes(tmp_path, files))


def test_the_report_accounts_for_every_file(tmp_path: Path) -> None:
    """With pointers that name them; schemas of other files that are reached count."""
    files = {
        **FILES,
        "api.yaml": f"{START}paths: {{/pets: {{$ref: item.yaml}}}}",
        "item.yaml": f"get: {{{', '.join(GET.strip().splitlines())}}}",
    }
    report = run(tmp_path, files).compiled.report

    assert report is not None
    assert ["item.yaml#/get"] == [one.pointer for one in report.operations]
    assert ["responses/pets.yaml#/content/application~1json"] == [
        one.pointer for one in report.media_types
    ]
    assert [("pet.yaml#", "emitted")] == [
        (one.pointer, one.status) for one in report.schemas
    ]


def test_a_path_item_adds_to_the_end_of_a_chain(tmp_path: Path) -> None:
    """Of references from one file to the next."""
    files = {
        "api.yaml": START + "paths: {/a: {$ref: one.yaml, post: {responses: {}}}}",
        "one.yaml": "$ref: two.yaml",
        "two.yaml": "get: {responses: {}}",
    }

    assert ["GET", "POST"] == [one.method for one in api(tmp_path, files).operations]
