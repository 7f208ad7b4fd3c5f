"""What a request may hold, and when there is nothing that it could."""

from __future__ import annotations

import pytest

from clientsmith.ir import RequestBody
from unit.compiling import operations

EMPTY = "{type: object, properties: {}, additionalProperties: false, description: No}"


def body(schema: str, *, required: bool = False, also: str = "") -> RequestBody | None:
    """Lower the body of an operation that is a form, and `also` something else."""
    content = f"application/x-www-form-urlencoded: {{schema: {schema}}}{also}"
    request = f"{{required: {str(required).lower()}, content: {{{content}}}}}"
    answers = "responses: {'204': {description: Done.}}"
    (found,) = operations(f"/x: {{get: {{requestBody: {request}, {answers}}}}}")
    return found.request_body


def test_an_optional_body_that_can_only_be_empty_is_none() -> None:
    """Stripe's description has one wherever an operation takes nothing."""
    assert body(EMPTY) is None


@pytest.mark.parametrize(
    "schema",
    [
        "{type: object, properties: {}}",
        "{type: object, properties: {}, additionalProperties: {type: string}}",
        "{type: object, properties: {x: {}}, additionalProperties: false}",
        "{properties: {}, additionalProperties: false}",
        "{type: [object, string], additionalProperties: false}",
        "{type: object, additionalProperties: false, patternProperties: {'^x': {}}}",
        "{type: object, additionalProperties: false, allOf: [{properties: {x: {}}}]}",
    ],
)
def test_a_body_that_can_hold_anything_is_kept(schema: str) -> None:
    """Whatever it is."""
    assert body(schema) is not None


def test_a_required_body_is_kept() -> None:
    """Something has to be sent, if only an empty object."""
    assert body(EMPTY, required=True) is not None


def test_a_body_with_another_media_type_is_kept() -> None:
    """That one may hold something."""
    assert body(EMPTY, also=", text/plain: {schema: {type: string}}") is not None
