"""What should be unique stays a list: a set has no order, and no dictionaries."""

from __future__ import annotations

import pytest

from cases.using import Case

BALLOT = {"names": ["b", "a"], "choices": [{"rank": 2}, {"rank": 1}], "pairs": [2, 1]}


def test_the_order_is_kept(case: Case) -> None:
    """A set would write the names in another one each time."""
    ballot = case.client(BALLOT).ballots.create(names=["b", "a"])

    assert ["b", "a"] == ballot.names
    assert BALLOT == case.written(ballot)


def test_a_set_may_be_given(case: Case) -> None:
    """At run time, where the order means nothing."""
    case.client(BALLOT).ballots.create(names={"a"})

    assert {"names": ["a"]} == case.sent


def test_the_docstring_says_it(case: Case) -> None:
    """With the other bounds."""
    docs = case.docs("models/ballot")

    assert "At least 1 item. Each item once." in docs
    assert "Exactly 2 items. Each item once." in docs


@pytest.mark.parametrize(
    "wrong",
    [
        {"names": ["a", "b", "a"]},
        {"choices": [{"rank": 1}, {"rank": 1}]},
        {"pairs": [1, 1.0]},
        {"mixed": [{"a": 1, "b": 2}, {"b": 2, "a": 1}]},
        {"mixed": [[1], [1.0]]},
    ],
)
def test_strict_validation_refuses_what_is_there_twice(
    case: Case, wrong: dict[str, object]
) -> None:
    """By what it is in JSON: numbers are equal however they are written."""
    answer = {**BALLOT, **wrong}

    assert case.refuses(lambda client: client.ballots.create(names=[]), answer)


def test_what_only_python_takes_for_equal_is_not(case: Case) -> None:
    """A number is no boolean."""
    answer = {**BALLOT, "mixed": [1, True, 0, False, "1", None, [], {}]}
    ballot = case.client(answer).ballots.create(names=[])

    assert answer == case.written(ballot)
