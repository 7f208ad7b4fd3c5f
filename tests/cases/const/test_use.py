"""A constant has one value, whatever its type."""

from __future__ import annotations

import pytest

from cases.using import Case

MESSAGE = {
    "kind": "message",
    "version": 2,
    "urgent": False,
    "factor": 1.5,
    "parent": None,
}
OTHERS = {"flags": ["a", "b"], "origin": {"host": "localhost"}, "dialect": "plain"}


def test_constants_are_read(case: Case) -> None:
    """Scalars as literals, arrays and objects as what they are."""
    message = case.client({**MESSAGE, **OTHERS}).messages.create(**MESSAGE)

    assert {"host": "localhost"} == message.origin
    assert {**MESSAGE, **OTHERS} == case.written(message)
    assert MESSAGE == case.sent


def test_a_required_constant_need_not_be_given(case: Case) -> None:
    """A model that somebody builds has it, and it is written."""
    message = case.models.Message(factor=1.5, parent=None)

    assert "message" == message.kind
    assert MESSAGE == case.written(message)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "note"},
        {"version": 3},
        {"first": True},
        {"urgent": 0},
        {"factor": 2.5},
        {"flags": ["b", "a"]},
        {"origin": {"host": "example.com"}},
    ],
)
def test_another_value_is_refused(case: Case, wrong: dict[str, object]) -> None:
    """Though Python says that `0 == False`."""
    answer = {**MESSAGE, **wrong}

    assert case.refuses(lambda client: client.messages.create(**MESSAGE), answer)


@pytest.mark.parametrize("key", MESSAGE)
def test_an_answer_without_a_required_one_is_refused(case: Case, key: str) -> None:
    """In strict validation, although there is just one value it could have."""
    answer = {name: value for name, value in MESSAGE.items() if name != key}

    assert case.refuses(lambda client: client.messages.create(**MESSAGE), answer)
