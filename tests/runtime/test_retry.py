"""When the client tries again, and how long it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from runtime.retry import RetryPolicy, retries_status, retry_after

if TYPE_CHECKING:
    from collections.abc import Callable


def test_retry_after_is_read_as_the_suite_says(
    conformance: Callable[[str], Any],
) -> None:
    """Seconds, milliseconds and all forms of dates; nonsense says nothing."""
    wrong: list[object] = []
    for case in conformance("retry_after/cases.json"):
        seconds = retry_after(case["headers"], case["now"])
        if not _same(case["delay_s"], seconds):
            wrong.append((case, seconds))

    assert wrong == []


def _same(expected: float | None, seconds: float | None) -> bool:
    if expected is None or seconds is None:
        return expected == seconds or (expected == 0 and seconds is None)
    return expected == pytest.approx(seconds)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_passing_troubles_are_retried(status: int) -> None:
    """What may be gone in a moment is worth another attempt."""
    assert retries_status(status, {}, repeatable=True)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 422])
def test_lasting_troubles_are_not(status: int) -> None:
    """What will be the same again is not asked again."""
    assert not retries_status(status, {}, repeatable=True)


def test_the_server_has_the_last_word() -> None:
    """`x-should-retry` wins over the status."""
    assert retries_status(400, {"x-should-retry": "true"}, repeatable=False)
    assert not retries_status(500, {"x-should-retry": "false"}, repeatable=True)


def test_an_unsafe_request_is_repeated_only_if_it_was_refused() -> None:
    """429 and an announced 503 say that nothing was done; 500 does not."""
    assert retries_status(429, {}, repeatable=False)
    assert retries_status(503, {"retry-after": "1"}, repeatable=False)
    assert not retries_status(503, {}, repeatable=False)
    assert not retries_status(500, {}, repeatable=False)


def test_waits_grow_to_a_limit_and_vary() -> None:
    """Half a second, doubled, at most eight, less up to a quarter."""
    policy = RetryPolicy()
    for attempt, longest in ((1, 0.5), (2, 1), (3, 2), (5, 8), (10_000, 8)):
        assert longest * 0.75 <= policy.delay(attempt) <= longest
    assert len({policy.delay(1) for _ in range(20)}) > 1


def test_the_wait_that_the_server_asks_for_is_capped() -> None:
    """Nobody sleeps for 49 days."""
    assert [RetryPolicy().delay(1, asked) for asked in (3, 4_233_600)] == [3, 60]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"max_retries": -1}, "max_retries must not be negative: -1"),
        ({"initial_delay": -0.5}, "initial_delay must not be negative: -0.5"),
        ({"max_delay": float("nan")}, "max_delay must not be negative: nan"),
        ({"max_retry_after": -1}, "max_retry_after must not be negative: -1"),
    ],
)
def test_a_policy_that_cannot_be_followed_is_refused(
    given: dict[str, Any], complaint: str
) -> None:
    """When it is made, and not while something fails."""
    with pytest.raises(ValueError, match="negative") as refused:
        RetryPolicy(**given)

    assert f"RetryPolicy(): {complaint}" == str(refused.value)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"max_retries": 1.5}, "max_retries must be a number, not float"),
        ({"max_retries": True}, "max_retries must be a number, not bool"),
        ({"max_retries": None}, "max_retries must be a number, not NoneType"),
        ({"max_delay": "8"}, "max_delay must be a number of seconds, not str"),
    ],
)
def test_so_is_one_of_something_else(given: dict[str, Any], complaint: str) -> None:
    """By the kind of what it was given."""
    with pytest.raises(TypeError, match="must be") as refused:
        RetryPolicy(**given)

    assert f"RetryPolicy(): {complaint}" == str(refused.value)
