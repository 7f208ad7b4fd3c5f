"""The bodies of errors, by status and media type, and problem details."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from loopback import events, reply, serve
from shop import API, AT_ONCE, PetsRequests, Problem

from runtime.call import Call
from runtime.error_body import fits
from runtime.errors import StatusError
from runtime.media_choice import ByMediaType
from runtime.problem import ProblemDetails, problem_of
from runtime.response import Answer
from runtime.servers import Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from shop import Client

BODY = b'{"message": "no", "code": "x"}'
PROBLEM = {
    "type": "https://example.test/out-of-credit",
    "title": "Out of credit.",
    "status": 403,
    "detail": "Your balance is 30, and this costs 50.",
    "instance": "/account/12",
    "balance": 30,
}
JSON = "application/problem+json"
EITHER = {404: ByMediaType({"application/json": Problem, "text/plain": str})}


class TypedError(StatusError):
    """A status whose body is documented by some operations."""

    body: Problem | None


def refused(connect: Callable[..., Client], errors: Any, answer: list[Any]) -> Any:
    """Send a request that is refused, and return the error."""
    with serve(answer) as server:
        client = connect(server, retry=replace(AT_ONCE, max_retries=0))
        with pytest.raises(StatusError) as caught:
            client.send(replace(PetsRequests.get(1), errors=errors))
    return caught.value


@pytest.mark.parametrize(
    ("errors", "status", "kind", "content", "expected"),
    [
        ({404: Problem}, 404, "application/json", BODY, Problem),
        ({4: Problem}, 418, "application/json", BODY, Problem),
        ({0: Problem}, 500, "application/json", BODY, Problem),
        ({404: Problem}, 404, "text/html", b"<h1>", type(None)),
        ({404: Problem}, 404, "text/plain", BODY, Problem),
        ({404: str}, 404, "text/plain", b"gone", str),
        ({404: str}, 404, "application/json", b'{"a": 1}', str),
        ({404: list[Problem]}, 404, "application/json", b"[]", list),
        ({404: Problem | str}, 404, "application/json", b"[1]", type(None)),
        ({}, 410, "application/json", BODY, dict),
        ({}, 410, "text/plain; charset=latin-1", b"\xe9", str),
        (EITHER, 404, "text/plain", b"gone", str),
        (EITHER, 404, "application/json", BODY, Problem),
    ],
)
def test_a_body_is_what_is_documented(
    connect: Callable[..., Client],
    errors: Any,
    status: int,
    kind: str,
    content: bytes,
    expected: type,
) -> None:
    """By status and media type; None where it is not that."""
    error = refused(connect, errors, reply(status, content, kind))

    assert expected is type(error.body)
    assert error.content == content


def test_a_class_with_a_body_has_no_other() -> None:
    """Where this operation documents nothing, the plain body is beside it."""
    answer = Answer(409, {"content-type": "application/json"}, BODY)
    api = replace(API, errors={409: TypedError})

    site = Site("https://api.test", 0, {})

    error = Call(api, {}, site, {}, PetsRequests.watch(), None).failures.of_status(
        answer
    )

    assert error.body is None
    assert json.loads(BODY) == error.plain


def test_problem_details_are_understood(connect: Callable[..., Client]) -> None:
    """Whether the document describes them or not."""
    error = refused(connect, {}, reply(403, json.dumps(PROBLEM).encode(), JSON))

    assert "403: Out of credit: Your balance is 30, and this costs 50." == str(error)
    assert error.problem == ProblemDetails(
        type="https://example.test/out-of-credit",
        title="Out of credit.",
        status=403,
        detail="Your balance is 30, and this costs 50.",
        instance="/account/12",
        extensions={"balance": 30},
    )


@pytest.mark.parametrize("content", [b"[]", b"<problem/>", b""])
def test_other_content_is_no_problem(
    connect: Callable[..., Client], content: bytes
) -> None:
    """And hides no error."""
    error = refused(connect, {}, reply(500, content, JSON))

    assert (500, None) == (error.status, error.problem)


def test_json_of_another_name_is_no_problem(connect: Callable[..., Client]) -> None:
    """Only the media type promises what the members mean."""
    error = refused(connect, {}, reply(500, json.dumps(PROBLEM).encode()))

    assert error.problem is None


def test_members_of_another_type_are_ignored() -> None:
    """As the standard asks: a status may be a text by mistake."""
    found = problem_of({"title": 7, "status": "404", "detail": "Gone", "type": None})

    assert found == ProblemDetails(detail="Gone")


@pytest.mark.parametrize(
    ("title", "detail", "message"),
    [
        ("Not found", "No pet 7", "Not found: No pet 7"),
        ("Not found", "Not found: no pet 7", "Not found: no pet 7"),
        ("Not found", None, "Not found"),
        (None, "No pet 7", "No pet 7"),
        (None, None, ""),
    ],
)
def test_a_problem_says_everything_once(
    title: str | None, detail: str | None, message: str
) -> None:
    """The kind, and what happened this time."""
    assert message == ProblemDetails(title=title, detail=detail).message


def test_an_event_that_fails_has_its_body(connect: Callable[..., Client]) -> None:
    """As if it were the response of that status."""
    data = b'data: {"error": {"message": "slow down", "code": 429}}\n\n'
    with serve(events(data)) as server, pytest.raises(StatusError) as caught:
        list(connect(server).pets.watch())

    assert (429, None) == (caught.value.status, caught.value.problem)
    assert {"message": "slow down", "code": 429} == caught.value.plain["error"]


@pytest.mark.parametrize(
    ("value", "kind", "fitting"),
    [
        (1, Any, True),
        (None, None, True),
        ({}, Problem, False),
        ([], list[int], True),
        ({}, dict[str, Any] | None, True),
        ("a", Literal["a", "b"], True),
        ("c", Literal["a", "b"], False),
        ("c", Literal[1] | str, True),
        (1, Annotated[int | None, "x"], True),
    ],
)
def test_a_value_is_of_its_type(value: object, kind: Any, fitting: object) -> None:
    """As far as its outermost part goes."""
    assert fitting == fits(value, kind)
