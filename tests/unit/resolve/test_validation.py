"""What is wrong with a document is said in the document's own terms."""

from __future__ import annotations

import pytest

from unit.compiling import problems


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            "paths: []\n",
            "#/paths",
            "`paths` is an array; it must be an object",
        ),
        (
            "paths: {/a: {get: {deprecated: maybe, responses: {}}}}\n",
            "#/paths/~1a/get/deprecated",
            "`deprecated` is a string ('maybe'); it must be a boolean",
        ),
        (
            "paths: {/a: {get: {parameters: [{in: query}], responses: {}}}}\n",
            "#/paths/~1a/get/parameters/0",
            "`name` is required here and missing",
        ),
        (
            "paths: {}\ncomponents: {schemas: {A: {minLength: -1}}}\n",
            "#/components/schemas/A/minLength",
            "`minLength` is a number (-1); it must be at least 0",
        ),
        (
            "paths: {}\ncomponents: {schemas: {A: {multipleOf: 0}}}\n",
            "#/components/schemas/A/multipleOf",
            "`multipleOf` is a number (0); it must be more than 0",
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_it_must_be(
    text: str, place: str, message: str
) -> None:
    """At its pointer, once."""
    assert [(place, message)] == [(str(one.at), one.message) for one in problems(text)]


@pytest.mark.parametrize(
    ("given", "hint"),
    [("int", "did you mean `integer`?"), ("any", "correct the value")],
)
def test_a_value_that_is_near_one_that_may_be_is_named(given: str, hint: str) -> None:
    """Types are called otherwise in other languages."""
    text = f"paths: {{}}\ncomponents: {{schemas: {{A: {{type: {given}}}}}}}\n"

    assert [hint] == [one.hint for one in problems(text)]


@pytest.mark.parametrize("version", ["2.0", "4.0.0", "31"])
def test_other_versions_are_unsupported(version: str) -> None:
    """Three are known."""
    start = f'openapi: "{version}"\ninfo: {{title: x, version: "1"}}\n'

    assert ["version-unsupported"] == [one.code for one in problems("", start)]


def test_a_document_without_a_version_is_none() -> None:
    """It says how to add it."""
    found = problems("paths: {}\n", start="info: {title: x}\n")

    assert ["version-missing"] == [one.code for one in found]
