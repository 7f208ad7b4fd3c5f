"""A parameter can be the whole query."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.query import json_query, text_query


@pytest.mark.parametrize(
    ("value", "query"),
    [
        ({"a": [1, "&"]}, "%7B%22a%22%3A%5B1%2C%22%26%22%5D%7D"),
        (0, "0"),
        (None, ""),
    ],
)
def test_json_is_encoded(value: Any, query: str) -> None:
    """All of it is one value."""
    assert query == json_query(value)


@pytest.mark.parametrize(
    ("value", "query"),
    [("$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"), (None, ""), (True, "true")],
)
def test_text_is_encoded(value: object, query: str) -> None:
    """As the specification's own example has it."""
    assert query == text_query(value)
