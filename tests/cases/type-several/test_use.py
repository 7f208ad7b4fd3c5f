"""Several types are a union of one for each, and null is None."""

from __future__ import annotations

import pytest

from cases.using import Case


@pytest.mark.parametrize("value", ["on", 3, 2.5, True, ["a", "b"], {"a": 1}, None])
def test_a_value_of_each_type_is_kept(case: Case, value: object) -> None:
    """In an answer and in a request, never as another type."""
    setting = {"key": 1, "value": value}
    answer = case.client(setting).settings.create(**setting)

    assert value == answer.value
    assert isinstance(value, bool) == isinstance(answer.value, bool)
    assert setting == case.sent
    assert setting == case.written(answer)


@pytest.mark.parametrize("value", [[1], {"a": "b"}])
def test_the_keywords_of_a_type_are_for_that_type(case: Case, value: object) -> None:
    """`items` for the array, `additionalProperties` for the object."""
    setting = {"key": "a", "value": value}

    assert case.refuses(lambda client: client.settings.create(**setting), setting)


def test_null_and_absent_are_not_the_same(case: Case) -> None:
    """Both are None, and each is written as it came."""
    setting = {"key": "a", "value": 1, "note": None, "owner": None}
    answer = case.client(setting).settings.create(**setting)

    assert answer.note is None
    assert answer.owner is None
    assert setting == case.written(answer)
    assert setting == case.sent
