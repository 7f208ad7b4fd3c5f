"""Two JSON values are the same where JSON Schema calls them equal."""

from __future__ import annotations

from typing import Any

import pytest

from roundtrip.same import difference


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ([None], [None]),
        (10**30, 10**30),
    ],
)
def test_what_is_equal_does_not_differ(one: Any, other: Any) -> None:
    """Neither by the spelling of a number nor by the order of keys."""
    assert difference(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (1, True, "$: 1 became True"),
        (10**30 + 1, 1e30, "became 1e+30"),
        ({"a": None}, {}, "$: 'a' was lost"),
        ({}, {"a": None}, "$: 'a' was added"),
        ({"a": [0, 1]}, {"a": [0, "1"]}, "$.a[1]: 1 became '1'"),
        ([1], [1, 1], "became [1, 1]"),
    ],
)
def test_the_first_difference_is_named(one: Any, other: Any, expected: str) -> None:
    """With its place."""
    assert expected in (difference(one, other) or "")
