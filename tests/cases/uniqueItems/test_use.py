"""What should be unique stays a list: a set has no order, and no dictionaries."""

from __future__ import annotations

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
