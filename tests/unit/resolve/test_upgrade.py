"""A document of 3.0 says the same in the dialect of 3.1."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.resolve.upgrade import upgrade


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        (
            {"minimum": 0, "exclusiveMinimum": True},
            {"exclusiveMinimum": 0},
        ),
        ({"minimum": 0, "exclusiveMinimum": False}, {"minimum": 0}),
        ({"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
        (
            {"anyOf": [{"type": "string"}, {"title": "None", "nullable": True}]},
            {"anyOf": [{"type": "string"}, {"type": "null", "title": "None"}]},
        ),
    ],
)
def test_keywords_of_3_0_become_those_of_3_1(old: Any, new: Any) -> None:
    """In every schema."""
    assert {"schema": new} == upgrade({"schema": old}, "3.0.3")


@pytest.mark.parametrize(
    "value",
    [
        {"schema": {"nullable": True}},
        {"anyOf": [{"nullable": True}]},
        {"allOf": [{"type": "string"}, {"nullable": True}]},
        {"anyOf": [{"type": "string"}, {"nullable": True, "minLength": 1}]},
    ],
)
def test_what_may_be_null_may_be_anything_else(value: Any) -> None:
    """Only in a choice is what says nothing else taken for null."""
    assert value == upgrade(value, "3.0.3")


@pytest.mark.parametrize("key", ["example", "default", "enum", "const"])
def test_data_is_left_alone(key: str) -> None:
    """An example may look like a schema."""
    value: Any = {key: {"type": "string", "nullable": True}}

    assert value == upgrade(value, "3.0.3")


def test_a_property_may_be_called_as_a_keyword() -> None:
    """Below `properties`, keys are names."""
    value: Any = {
        "properties": {"nullable": {"type": "string"}, "default": {"a": True}}
    }

    assert value == upgrade(value, "3.0.3")


def test_boolean_schemas_are_written_out() -> None:
    """`true` allows everything, `false` nothing."""
    value: Any = {"items": True, "properties": {"a": False}, "anyOf": [True]}
    expected: dict[str, object] = {
        "items": {},
        "properties": {"a": {"not": {}}},
        "anyOf": [{}],
    }

    assert expected == upgrade(value, "3.1.0")


def test_what_does_not_differ_is_shared() -> None:
    """Large documents are not copied."""
    value: Any = {"paths": {"/pets": {"get": {}}}}

    assert upgrade(value, "3.0.3") is value


def test_a_response_needs_no_description_since_3_2() -> None:
    """The typed view still asks for one; a summary is the next best."""
    value: Any = {"responses": {"200": {"summary": "All."}, "204": {}}}
    described = {"200": {"summary": "All.", "description": "All."}}

    assert {"responses": {**described, "204": {"description": ""}}} == (
        upgrade(value, "3.2.0")
    )
    assert value == upgrade(value, "3.1.0")


def test_a_null_without_quotes_is_a_type() -> None:
    """In a list of types it can mean nothing else."""
    assert {"type": ["string", "null"]} == upgrade({"type": ["string", None]}, "3.1.0")


def test_extensions_of_callbacks_are_no_expressions() -> None:
    """The typed view takes every key for one."""
    value: Any = {"callbacks": {"c": {"{$url}": {}, "x-a": 1}}}

    assert {"callbacks": {"c": {"{$url}": {}}}} == upgrade(value, "3.1.0")
