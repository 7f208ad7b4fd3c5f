"""A path may have operations of any method."""

from __future__ import annotations

import pytest

from clientsmith.pointer import Pointer
from clientsmith.resolve.methods import operations_of
from unit.compiling import problems

START = 'openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\n'


def test_methods_are_spelled_as_they_are_sent() -> None:
    """Fixed fields in capitals, others as the document has them."""
    item = {"query": {}, "get": {}, "additionalOperations": {"link": {}, "COPY": {}}}

    assert [
        ("GET", "#/get"),
        ("QUERY", "#/query"),
        ("COPY", "#/additionalOperations/COPY"),
        ("link", "#/additionalOperations/link"),
    ] == [(method, str(at)) for method, at in operations_of(item, Pointer())]


@pytest.mark.parametrize(
    ("item", "place", "message"),
    [
        (
            "{additionalOperations: {POST: {}}}",
            "additionalOperations/POST",
            "`POST` has a field of its own and may not stand here",
        ),
        (
            '{additionalOperations: {"a b": {}}}',
            "additionalOperations/a%20b",
            "`a b` is no method that HTTP could send",
        ),
        (
            "{additionalOperations: []}",
            "additionalOperations",
            "`additionalOperations` is an array; it must be an object",
        ),
        (
            "{additionalOperations: {COPY: {deprecated: maybe}}}",
            "additionalOperations/COPY/deprecated",
            "`deprecated` is a string ('maybe'); it must be a boolean",
        ),
        (
            "{query: {tags: 1}}",
            "query/tags",
            "`tags` is a number (1); it must be an array",
        ),
        (
            "{query: 1}",
            "query",
            "`query` is a number (1); it must be an object",
        ),
    ],
)
def test_what_is_wrong_with_them_is_said(item: str, place: str, message: str) -> None:
    """Though the typed view does not look at them."""
    found = problems(f"paths: {{/a: {item}}}\n", START)

    assert [(f"#/paths/~1a/{place}", message)] == [
        (str(one.at), one.message) for one in found
    ]


def test_an_operation_that_is_null_is_said() -> None:
    """It is easily left behind in YAML."""
    found = problems("paths: {/a: {get: }}\n")

    assert [("#/paths/~1a/get", "`get` is null; it must be an object")] == [
        (str(one.at), one.message) for one in found
    ]


def test_a_path_starts_with_a_slash() -> None:
    """Else it would become a part of the host's name."""
    assert ["path-invalid"] == [one.code for one in problems("paths: {a: {}}\n")]


def test_shared_media_types_are_looked_at() -> None:
    """As those of a response are."""
    text = "components: {mediaTypes: {M: {schema: {type: 5}}}}\n"

    assert ["#/components/mediaTypes/M/schema/type"] == [
        str(one.at) for one in problems(text, START)
    ]


def test_the_schema_of_an_item_is_looked_at() -> None:
    """Wherever it stands."""
    items = "{application/jsonl: {itemSchema: {type: 5}}}"
    text = f"paths: {{/a: {{get: {{responses: {{'200': {{content: {items}}}}}}}}}}}\n"

    assert ["document-invalid"] == [one.code for one in problems(text, START)]
