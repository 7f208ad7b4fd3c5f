"""Where an operation takes an idempotency key and none is given, one is made."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cases.using import Case


def key_of(case: Case, name: str, *args: Any, **params: Any) -> str | None:
    """Call a method of orders, and return the key that it has sent."""
    getattr(case.client(status=204, answer=b"").orders, name)(*args, **params)
    key: str | None = case.request.headers.get("idempotency-key")
    return key


def test_a_key_is_made_for_each_call(case: Case) -> None:
    """It is a UUID of version 7, as the strictest servers ask for."""
    keys = [key_of(case, "create") for _ in range(2)]
    keys.append(key_of(case, "update", 1))

    assert [7, 7, 7] == [UUID(key).version for key in keys]
    assert len(set(keys)) == 3


def test_a_key_that_is_given_is_sent(case: Case) -> None:
    """As an argument, as an option or as a header, and no other one beside it."""
    given = [
        {"idempotency_key": "k"},
        {"request_options": {"idempotency_key": "k"}},
        {"request_options": {"headers": {"Idempotency-KEY": "k"}}},
    ]

    assert [key_of(case, "create", **each) for each in given] == ["k"] * 3
    assert case.request.headers.get_list("idempotency-key") == ["k"]


def test_a_key_that_may_not_be_any_uuid_is_left_out(case: Case) -> None:
    """One that is too long or of another form would be refused."""
    assert key_of(case, "refund", 1) is None
    assert key_of(case, "send", 1) is None


def test_methods_that_may_be_repeated_need_none(case: Case) -> None:
    """A list is the same list when it is asked for again."""
    assert key_of(case, "list") is None


def test_a_required_key_is_the_callers(case: Case) -> None:
    """The description wants one that means something."""
    assert key_of(case, "pay", 1, idempotency_key="k") == "k"
