"""Media types may be shared, and describe their items."""

from __future__ import annotations

import pytest

from clientsmith.ir import MediaType, Reference
from unit.compiling import api, problems

START = 'openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\n'


def test_a_shared_media_type_is_followed() -> None:
    """To where it is described, so that its schema has one name."""
    text = """\
paths:
  /a: {get: {responses: {"200": {content: {application/json: &ref
    {$ref: "#/components/mediaTypes/Pet"}}}}}}
  /b: {get: {responses: {"200": {content: {application/json: *ref}}}}}
components:
  mediaTypes: {Pet: {schema: {type: object, properties: {a: {}}}}}
"""
    found = api(text, START)
    contents = [
        content
        for operation in found.operations
        for response in operation.responses
        for content in response.content
    ]

    assert contents[0] == contents[1]
    assert isinstance(contents[0], MediaType)
    assert isinstance(contents[0].type, Reference)
    assert "#/components/mediaTypes/Pet" == str(contents[0].at)


@pytest.mark.parametrize(
    "content",
    [
        "multipart/mixed: {itemSchema: {}, itemEncoding: {contentType: image/png}}",
        "multipart/mixed: {itemSchema: {}, prefixEncoding: [{contentType: a/b}]}",
    ],
)
def test_items_that_are_not_read_are_reported(content: str) -> None:
    """The whole body is still there."""
    response = f"{{content: {{{content}}}}}"
    text = f"paths: {{/a: {{get: {{responses: {{'200': {response}}}}}}}}}\n"

    assert ["items-unsupported"] == [one.code for one in problems(text, START)]
