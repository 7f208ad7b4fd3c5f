"""What is wrong is stepped over: all that can stay stays."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.ir import Anything, ObjectSchema, Operation
from clientsmith.pipeline import Compiled
from clientsmith.pointer import Pointer
from clientsmith.policy import Policy
from clientsmith.resolve import lookup
from unit.compiling import START, compiled

WARN = Policy((("all", "warn"),))
PETS = """\
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: q, in: query, schema: {type: string}}
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}, age: {}}}
"""


def recovered(wrong: str, right: str, start: str = START) -> Compiled:
    """Compile the pets with something wrong in the place of something right."""
    assert right in start + PETS
    text = (start + PETS).replace(right, wrong)
    return compiled(text, "", WARN)


def stood_in(done: Compiled) -> dict[str, str]:
    """Map the pointers that the report calls stepped over to what became of them."""
    assert done.report is not None, [one.message for one in done.diagnostics]
    return {entry.pointer: entry.status for entry in done.report.stepped_over}


def notes(done: Compiled) -> list[str]:
    """List what the diagnostics say was made instead."""
    return [note.message for one in done.diagnostics for note in one.notes]


def operation(done: Compiled) -> Operation:
    """Return the one operation."""
    assert done.lowered is not None
    [found] = done.lowered.api.operations
    return found


ID = "{name: id, in: path, required: true, schema: {type: integer}}"
Q = "{name: q, in: query, schema: {type: string}}"
GET = "#/paths/~1pets~1{id}/get"
PET = "#/components/schemas/Pet"
NOTHING = '{$ref: "#/nothing"}'


@pytest.mark.parametrize(
    ("right", "wrong", "place", "status"),
    [
        ("age: {}", f"age: {NOTHING}", f"{PET}/properties/age", "opaque"),
        ("age: {}", "age: word", f"{PET}/properties/age", "opaque"),
        (
            "age: {}",
            "age: {minLength: x}",
            f"{PET}/properties/age/minLength",
            "refused",
        ),
        ("required: [name]", "required: true", f"{PET}/required", "refused"),
        ("properties: {name", "properties: [1], x: {name", PET, "opaque"),
        (
            "{name: q, in: query, schema: {type: string}}",
            NOTHING,
            f"{GET}/parameters/1",
            "refused",
        ),
        ("in: query", "in: body", f"{GET}/parameters/1", "refused"),
        ("operationId: getPet", "operationId: 5", f"{GET}/operationId", "refused"),
        (
            "description: A pet.",
            "x-nothing: 0",
            f"{GET}/responses/200/description",
            "refused",
        ),
        (
            "operationId: getPet",
            f"requestBody: {NOTHING}",
            f"{GET}/requestBody",
            "opaque",
        ),
        (
            "operationId: getPet",
            "requestBody: {description: d}",
            f"{GET}/requestBody",
            "opaque",
        ),
        ("operationId: getPet", "security: [{k: x}]", f"{GET}/security/0/k", "refused"),
        ("operationId: getPet", "servers: [{x: y}]", f"{GET}/servers/0", "refused"),
        ("operationId: getPet", "tags: [5]", f"{GET}/tags", "refused"),
        (
            "operationId: getPet",
            f"callbacks: {{x: {NOTHING}}}",
            f"{GET}/callbacks/x",
            "refused",
        ),
        ('version: "1"', "version: [1]", "#/info/version", "refused"),
        ("title: Pets, ", "", "#/info/title", "refused"),
        (
            "components:",
            "components:\n  examples: {e: 5}",
            "#/components/examples/e",
            "refused",
        ),
        (
            "components:",
            "components:\n  securitySchemes: {k: {in: header}}",
            "#/components/securitySchemes/k",
            "refused",
        ),
    ],
)
def test_the_smallest_part_goes(
    right: str, wrong: str, place: str, status: str
) -> None:
    """And the report says which; the operation is still there."""
    done = recovered(wrong, right)

    assert {place: status} == stood_in(done)
    assert "/pets/{id}" == operation(done).path


def test_nothing_moves() -> None:
    """A pointer to a parameter after one that went is the document's own."""
    text = PETS.replace(
        "        - {name: id", "        - {$ref: '#/nothing'}\n        - {name: id"
    )
    done = compiled(text, START, WARN)
    parameters = operation(done).parameters

    assert [("id", "1"), ("q", "2")] == [(p.name, p.at.last) for p in parameters]


def test_an_operation_that_is_none_is_refused() -> None:
    """It is counted, and has no method."""
    done = recovered("    put: 5\n    get:", "    get:")

    assert done.report is not None
    assert {"get": "emitted", "put": "refused"} == {
        entry.method.lower(): entry.status for entry in done.report.operations
    }


def test_what_stands_beside_a_reference_stays() -> None:
    """A description is no less true."""
    done = recovered('age: {$ref: "#/no", description: In years.}', "age: {}")
    pet = declared(done, "Pet")

    age = pet.properties[1]
    assert ("In years.", Anything()) == (age.docs, age.type)


def declared(done: Compiled, name: str) -> ObjectSchema:
    """Return the object schema of that name."""
    assert done.lowered is not None
    pointer = Pointer("", ("components", "schemas", name))
    found = done.lowered.api.declarations[pointer]
    assert isinstance(found, ObjectSchema)
    return found


def test_a_wrong_keyword_goes_alone() -> None:
    """What is left accepts more, and says as much as it can."""
    done = recovered("name: {type: string, minLength: x}", "name: {type: string}")

    assert recovered("age: {}", "age: {}").lowered is not None
    assert "name" == declared(done, "Pet").properties[0].key
    assert Anything() != declared(done, "Pet").properties[0].type


def test_a_schema_is_opaque_where_it_is_used() -> None:
    """Only what depends on the broken piece is."""
    done = recovered("Pet: {$ref: '#/no'}\n    Other: {", "Pet: {")
    assert done.report is not None

    assert {"Pet": "opaque", "Other": "emitted"} == {
        entry.pointer.rpartition("/")[2]: entry.status for entry in done.report.schemas
    }


def test_the_end_of_a_chain_is_wrong_not_its_start() -> None:
    """One reference points at nothing, and one problem is reported."""
    done = recovered('Pet: {$ref: "#/no"}\n    Other: {', "Pet: {")

    assert [f"{PET}/$ref"] == [str(one.at) for one in done.diagnostics]


def test_a_reference_into_what_was_left_out_is_opaque_too() -> None:
    """And says that this is why."""
    text = f"""\
    Pet: {{patternProperties: [1], properties: {{a: {{}}}}}}
        X: {{$ref: "{PET}/properties/a"}}
        O: {{"""
    done = recovered(text, "Pet: {")

    assert ["document-invalid", "reference-left-out"] == [
        one.code for one in done.diagnostics
    ]


def test_a_reference_may_make_a_schema_of_anything() -> None:
    """What is there is checked as if it stood in the place of the reference."""
    outside = "x-s: {S: {properties: {a: {$ref: '#/no'}}}}\n"
    done = recovered(f"{outside}components:", "components:")

    assert {} == stood_in(done)
    used = (
        (START + PETS)
        .replace("schemas/Pet", "x-s/S", 1)
        .replace("#/components/x", "#/x")
    )
    done = compiled(
        used.replace(
            "components:", "x-s: {S: {properties: {a: {$ref: '#/no'}}}}\ncomponents:"
        ),
        "",
        WARN,
    )

    assert {"#/x-s/S/properties/a": "opaque"} == stood_in(done)


@pytest.mark.parametrize("target", ["info/title", "paths", "components/responses/R"])
def test_a_reference_to_what_is_no_schema_is_of_another_kind(target: str) -> None:
    """A string, a map, a response."""
    text = PETS.replace("components/schemas/Pet", target)
    responses = "components:\n  responses: {R: {description: d}}"
    done = compiled(text.replace("components:", responses), START, WARN)

    assert ["reference-kind"] == [one.code for one in done.diagnostics][:1]


@pytest.mark.parametrize(
    "text",
    [
        "openapi: 3.1.0\npaths: {}\n",
        "openapi: 3.1.0\ninfo: 5\npaths: {}\n",
        "openapi: 3.1.0\ninfo: null\n",
    ],
)
def test_a_wrong_root_fails_whatever_the_policy(text: str) -> None:
    """There is nothing to generate from."""
    done = compiled(text, "", WARN)

    assert done.failed
    assert all(one.setting is None for one in done.diagnostics)


def test_each_problem_is_said_once_with_what_was_made_of_it() -> None:
    """Also where one thing had to go after the other."""
    done = recovered("{name: [q], in: body}", Q)

    assert ["the parameter is left out"] * 2 == notes(done)


def test_a_parameter_that_went_leaves_the_path_whole() -> None:
    """What the path needs is a string then."""
    done = recovered(ID.replace("path", "nowhere"), ID)

    assert ["document-invalid", "path-parameter-undeclared"] == sorted(
        one.code for one in done.diagnostics
    )
    assert "id" in [parameter.name for parameter in operation(done).parameters]


def test_an_answer_that_cannot_be_read_is_bytes() -> None:
    """Whatever comes is returned; an error keeps its class without a body."""
    other = '"404": {$ref: "#/nothing"}\n        "201": {$ref: "#/nothing"}'
    text = PETS.replace('"200":', f'{other}\n        "200":')
    done = compiled(text, START, WARN)
    contents: dict[str, Any] = {
        response.status: [one.content_type for one in response.content]
        for response in operation(done).responses
    }

    assert {"200": ["application/json"], "201": ["*/*"], "404": []} == contents


def test_the_value_is_the_documents_but_for_what_went() -> None:
    """Nothing else is touched, or copied."""
    done = recovered(f"age: {NOTHING}", "age: {}")
    assert done.description is not None
    assert done.document is not None
    at = Pointer("", ("paths",))

    assert lookup(done.description.value, at) is lookup(done.document.value, at)


def test_as_many_problems_as_there_are_schemas_take_no_longer_each() -> None:
    """Thousands are stepped over in a few rounds."""
    schemas = "".join(f"    S{n}: {{minLength: x}}\n" for n in range(3000))
    done = compiled(f"paths: {{}}\ncomponents:\n  schemas:\n{schemas}", START, WARN)

    assert 3000 == len(stood_in(done))
