"""Null of 3.0 is None, wherever it stands; its bounds are those of 3.1."""

from __future__ import annotations

import pytest

from cases.using import Case

GUEST = {"name": None, "table": None}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("friend", None),
        ("friend", {"name": "Bob", "table": {"number": 1}}),
        ("seat", None),
        ("seat", {"number": 1}),
        ("meal", None),
        ("meal", "soup"),
        ("drink", None),
        ("wishes", None),
        ("wishes", [None, "a"]),
        ("seats", {"a": None}),
        ("place", None),
        ("place", {"chair": 3}),
        ("extra", None),
        ("age", 36),
    ],
)
def test_null_is_none(case: Case, key: str, value: object) -> None:
    """And is sent and written as null."""
    guest = {**GUEST, key: value}
    answer = case.client(guest).guests.create(**guest)

    assert guest == case.written(answer)
    if key != "extra":
        assert guest == case.sent


def test_nothing_else_may_be_null(case: Case) -> None:
    """`nullable: false` says nothing that is not said without it."""
    answer = {**GUEST, "table": {"number": None}}

    assert case.refuses(lambda client: client.guests.create(**GUEST), answer)


def test_exclusive_bounds_are_numbers(case: Case) -> None:
    """`exclusiveMinimum: true` says what `minimum` is."""
    assert "More than 0 and less than 150." in case.docs("models/guest")
    for age in (0, 151):
        answer = {**GUEST, "age": age}
        assert case.refuses(lambda client: client.guests.create(**GUEST), answer)
