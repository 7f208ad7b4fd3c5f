"""What errors say, and that they survive a journey."""

from __future__ import annotations

import copy
import pickle

import pytest
import shop
from shop import Problem

from runtime import errors
from runtime.error_body import message_of, status_in

STATUS = shop.RateLimitError(
    "slow down",
    status=429,
    headers={"x-request-id": "r1"},
    body=Problem(message="slow down"),
    content=b"{}",
    request_id="r1",
    attempts=3,
    retry_after=1.5,
)
BROKEN = errors.StreamInterrupted("gone", attempts=2, received=7, last=[1])
UNFIT = errors.ResponseValidationError("no", status=200, content=b"x", request_id="r")


@pytest.mark.parametrize("error", [STATUS, BROKEN, UNFIT, errors.Error("x")])
def test_errors_pickle_and_copy(error: errors.Error) -> None:
    """An error reaches the parent of a process pool as it was."""
    for twin in (
        pickle.loads(pickle.dumps(error)),  # noqa: S301 - made here
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert (type(error), str(error)) == (type(twin), str(twin))
        assert vars(error) == vars(twin)


def test_the_message_has_status_and_request_id() -> None:
    """One line says what support will ask for."""
    assert str(STATUS) == "429: slow down (request id r1)"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": {"message": "no such model", "code": 404}}, "no such model"),
        ({"message": "a"}, "a"),
        ({"detail": [{"loc": ["body"], "msg": "required"}]}, "required"),
        ({"errors": ["first", "second"]}, "first"),
        ({"title": "Problem"}, "Problem"),
        ("plain\n text", "plain text"),
        ("<html>", "Not Found"),
        ({"x": 1}, "Not Found"),
        (None, "Not Found"),
    ],
)
def test_the_sentence_for_people_is_found(body: object, expected: str) -> None:
    """Common shapes of error bodies are understood."""
    assert expected == message_of(body, 404)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": {"code": 429}}, 429),
        ({"status": "503"}, 503),
        ({"code": "invalid", "error": "x"}, None),
        ({"code": 7}, None),
        ([], None),
    ],
)
def test_the_status_in_an_event_is_found(body: object, expected: int | None) -> None:
    """Only numbers of HTTP errors count."""
    assert expected == status_in(body)


def test_a_status_of_ones_own_wins() -> None:
    """The API's classes come first, then the general ones."""

    class TeapotError(errors.StatusError):
        """418."""

    kinds = [
        errors.class_of_status(status, {418: TeapotError}) for status in (418, 599, 402)
    ]

    assert [
        TeapotError,
        errors.ServerError,
        errors.StatusError,
    ] == kinds
