"""The class of an answer is called after a thing only if it is that thing."""

from __future__ import annotations

import pytest

from clientsmith.ir import ObjectSchema
from unit.compiling import api


@pytest.mark.parametrize(
    ("operation_id", "keys", "expected"),
    [
        ("getPet", "{id: {type: integer}, status: {type: string}}", "pet"),
        ("getPet", "{id: {type: integer}, data: {type: object}}", "pet"),
        ("getPet", "{name: {type: string}, tags: {type: array}}", "pet"),
        ("getPet", "{data: {}}", "pet_get_response"),
        ("getPet", "{pet: {type: object}, links: {}}", "pet_get_response"),
        ("getPet", "{ok: {type: boolean}, name: {}}", "pet_get_response"),
        ("updatePet", "{result: {type: boolean}, time: {}}", "pet_update_response"),
        ("updatePet", "{id: {type: integer}}", "pet_update_response"),
    ],
)
def test_what_wraps_a_thing_is_a_response(
    operation_id: str, keys: str, expected: str
) -> None:
    """So is a receipt of what was done, and what says how a call went."""
    method = "get" if operation_id.startswith("get") else "put"
    schema = f"{{type: object, properties: {keys}}}"
    found = api(
        f"paths: {{'/pets/{{id}}': {{{method}: {{operationId: {operation_id},"
        " tags: [pets], parameters: [{name: id, in: path, required: true,"
        " schema: {type: string}}], responses: {'200': {description: x,"
        f" content: {{application/json: {{schema: {schema}}}}}}}}}}}}}}}"
    )
    whole = [
        one
        for one in found.declarations.values()
        if isinstance(one, ObjectSchema) and one.at.last == "schema"
    ]

    assert [expected] == [one.name.snake for one in whole]
