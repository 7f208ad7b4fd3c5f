"""What is wrong in another file, or in Swagger 2.0, is stepped over where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.pipeline import Compiled
from clientsmith.policy import Policy
from unit.compiling import START
from unit.folders import run, schemas

SWAGGER = 'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\n'
WARN = Policy((("all", "warn"),))


def compiled(folder: Path, files: dict[str, str], policy: Policy = WARN) -> Compiled:
    """Run the stages on files, and let pass what can."""
    return run(folder, files, policy=policy).compiled


def stood_in(done: Compiled) -> dict[str, str]:
    """Map the pointers of what was stepped over to what became of it."""
    assert done.report is not None, [one.message for one in done.diagnostics]
    return {entry.pointer: entry.status for entry in done.report.stepped_over}


def test_a_wrong_keyword_of_another_file_goes_alone(tmp_path: Path) -> None:
    """And the schema around it stays."""
    files = {
        "api.yaml": schemas("X: {type: object, properties: {p: {$ref: pet.yaml}}}"),
        "pet.yaml": "type: object\nproperties: {n: {type: string, minLength: x}}\n",
    }
    done = compiled(tmp_path, files)

    assert {"pet.yaml#/properties/n/minLength": "refused"} == stood_in(done)
    assert done.package is not None
    assert "pet.yaml#" in done.package.emitted


@pytest.mark.parametrize("text", ["5", "[1]", "text"])
def test_a_file_that_is_no_schema_is_opaque_where_it_is_used(
    tmp_path: Path,
    text: str,
) -> None:
    """As a reference to something of another kind."""
    files = {
        "api.yaml": schemas("X: {properties: {p: {$ref: a.yaml}}}"),
        "a.yaml": text,
    }
    done = compiled(tmp_path, files)

    assert {"#/components/schemas/X/properties/p": "opaque"} == stood_in(done)


def test_a_schema_that_is_a_whole_file_can_go_whole(tmp_path: Path) -> None:
    """It accepts anything then."""
    files = {
        "api.yaml": schemas("X: {properties: {p: {$ref: a.yaml}}}"),
        "a.yaml": "properties: [1]\n",
    }

    assert {"a.yaml#": "opaque"} == stood_in(compiled(tmp_path, files))


def test_a_file_that_is_missing_is_opaque(tmp_path: Path) -> None:
    """With a policy of its own name; else it fails with the setting."""
    files = {"api.yaml": schemas("X: {properties: {p: {$ref: a.yaml}}}")}
    failed = compiled(tmp_path, files, Policy())

    assert {"#/components/schemas/X/properties/p": "opaque"} == stood_in(
        compiled(tmp_path, files)
    )
    assert ["--policy reference-missing=warn"] == [
        one.setting for one in failed.diagnostics
    ]


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("https://example.com/a.yaml", "reference-remote"),
        ("../a.yaml", "reference-outside"),
        ("#nobody", "reference-missing"),
        ("http://[", "reference-invalid"),
    ],
)
def test_what_may_not_be_read_can_be_done_without(
    tmp_path: Path,
    reference: str,
    code: str,
) -> None:
    """A policy does not make it readable."""
    folder = tmp_path / "project"
    folder.mkdir()
    files = {"api.yaml": schemas(f"X: {{properties: {{p: {{$ref: '{reference}'}}}}}}")}
    done = compiled(folder, files)

    assert [code] == [one.code for one in done.diagnostics]
    assert {"#/components/schemas/X/properties/p": "opaque"} == stood_in(done)


def test_an_operation_of_another_file_that_is_none_is_refused(tmp_path: Path) -> None:
    """Under the path that leads to it."""
    files = {
        "api.yaml": f"{START}paths: {{/a: {{$ref: a.yaml}}}}\n",
        "a.yaml": "get: {responses: {}}\nput: 5\n",
    }
    done = compiled(tmp_path, files)

    assert done.report is not None
    assert {("/a", "GET", "emitted"), ("/a", "PUT", "refused")} == {
        (one.path, one.method, one.status) for one in done.report.operations
    }


@pytest.mark.parametrize(
    "root",
    [
        "paths: {$ref: a.yaml}",
        "paths: {/a: {get: {$ref: a.yaml}}}",
        "paths: {/a: {get: {parameters: {$ref: a.yaml}, responses: {}}}}",
        "paths: {}\ninfo: {title: a, version: b, description: {$ref: a.yaml}}",
        "paths: {}\ncomponents: {schemas: {$ref: a.yaml}}",
        "paths: {}\ncomponents: {$ref: a.yaml}",
        "paths: {/a: {$ref: a.yaml, get: {responses: {}}}}",
    ],
)
def test_what_cannot_be_included_is_left_out(tmp_path: Path, root: str) -> None:
    """Wherever a description is cut."""
    start = "openapi: 3.1.0\n" + (
        "" if "info" in root else "info: {title: a, version: b}\n"
    )
    done = compiled(tmp_path, {"api.yaml": f"{start}{root}\n"})

    assert ["reference-missing"] == [one.code for one in done.diagnostics]
    assert done.report is not None
    assert 1 == len(done.report.stepped_over)


def test_an_endless_inclusion_ends(tmp_path: Path) -> None:
    """Each file that is a part of itself is nothing."""
    files = {
        "api.yaml": f"{START}paths: {{$ref: a.yaml}}\n",
        "a.yaml": "$ref: b.yaml",
        "b.yaml": "$ref: a.yaml",
    }
    done = compiled(tmp_path, files)

    assert {"reference-circle"} == {one.code for one in done.diagnostics}
    assert not done.failed


def test_a_mapping_to_nothing_is_mentioned(tmp_path: Path) -> None:
    """The other values still tell variants apart, and nothing is left out."""
    files = {
        "api.yaml": schemas(
            "A: {type: object, properties: {k: {type: string}}, required: [k]}\n"
            "X: {oneOf: [{$ref: '#/components/schemas/A'}], discriminator: "
            "{propertyName: k, mapping: {a: '#/components/schemas/A', b: '#/no'}}}"
        ),
    }
    done = compiled(tmp_path, files)

    assert {} == stood_in(done)
    assert ["mapping-missing"] == [each.code for each in done.diagnostics]


def test_what_swagger_says_is_shown_as_it_was_written(tmp_path: Path) -> None:
    """References before anything moves, values after."""
    files = {
        "api.yaml": f"{SWAGGER}paths: {{/a: {{get: {{parameters: [{{in: query, "
        "name: q, type: integer, minimum: x}], responses: {'200': {description: d, "
        "schema: {$ref: '#/definitions/No'}}}}}}\n"
        "definitions: {P: {properties: {a: {minLength: y}}}}\n",
    }
    done = compiled(tmp_path, files)

    assert {
        "#/paths/~1a/get/responses/200/schema": "opaque",
        "#/paths/~1a/get/parameters/0/minimum": "refused",
        "#/definitions/P/properties/a/minLength": "refused",
    } == stood_in(done)


def test_mistakes_are_said_once_of_what_is_included(tmp_path: Path) -> None:
    """It stands in one place only."""
    files = {
        "api.yaml": f"{START}paths: {{/a: {{get: {{$ref: a.yaml}}}}}}\n",
        "a.yaml": "operationId: a\nresponses: {}\n",
    }

    assert [] == compiled(tmp_path, files).diagnostics


def test_a_schema_that_is_only_itself_is_a_circle(tmp_path: Path) -> None:
    """By `allOf` or by an only alternative, if it says nothing else."""
    start = "#/components/schemas"
    files = {
        "api.yaml": schemas(
            f"A: {{description: d, allOf: [{{$ref: '{start}/B'}}]}}\n"
            f"B: {{oneOf: [{{$ref: '{start}/A'}}]}}\n"
            f"C: {{allOf: [{{$ref: '{start}/D'}}, {{properties: {{c: {{}}}}}}]}}\n"
            f"D: {{allOf: [{{$ref: '{start}/C'}}, {{properties: {{d: {{}}}}}}]}}\n"
        ),
    }
    done = compiled(tmp_path, files, Policy())
    places = [f"{start}/A/allOf/0/$ref", f"{start}/B/oneOf/0/$ref"]

    assert {"reference-circle"} == {one.code for one in done.diagnostics}
    assert places == [str(one.at) for one in done.diagnostics]
