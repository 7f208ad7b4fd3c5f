"""Headers have types, are found in any case, and never fail a call by themselves.

https://www.rfc-editor.org/rfc/rfc9110#section-5
"""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from loopback import reply, serve
from shop import Pet

from runtime.constants import Exact
from runtime.decode import Context
from runtime.drift import DriftWarning
from runtime.errors import ResponseValidationError
from runtime.headers import Headers, header
from runtime.request import Request
from runtime.text_types import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

    from shop import Client


class Known(Headers):
    """Headers of every type."""

    x_rate_limit: int | None = header("x-rate-limit", int)
    x_share: float | None = header("x-share", float)
    x_final: bool | None = header("x-final", bool)
    x_kind: str | None = header("x-kind", Literal[1] | str)
    x_agreed: bool | None = header("x-agreed", Annotated[Literal[True], Exact])
    x_id: UUID | None = header("x-id", UUID)
    x_day: date | None = header("x-day", date)
    last_modified: datetime | None = header("last-modified", datetime)
    x_numbers: list[int] | None = header("x-numbers", list[int])
    x_sizes: dict[str, int] | None = header("x-sizes", dict[str, int])
    x_named: dict[str, int] | None = header("x-named", dict[str, int], explode=True)
    x_pet: Pet | None = header("x-pet", Pet, json=True)


MOMENT = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)


def known(validation: Any = "lenient", **fields: str) -> Known:
    """Make headers as a response has them."""
    named = {name.replace("_", "-").title(): value for name, value in fields.items()}
    return Known(named, Context("pets.get", validation, 200))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("x_rate_limit", "60", 60),
        ("x_rate_limit", " 60 ", 60),
        ("x_share", "0.5", 0.5),
        ("x_final", "true", True),
        ("x_final", "0", False),
        ("x_kind", "c", "c"),
        ("x_agreed", "true", True),
        ("x_id", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", None),
        ("x_day", "2026-01-31", date(2026, 1, 31)),
        ("last_modified", "Sun, 06 Nov 1994 08:49:37 GMT", MOMENT),
        ("last_modified", "Sunday, 06-Nov-94 08:49:37 GMT", MOMENT),
        ("last_modified", "Sun Nov  6 08:49:37 1994", MOMENT),
        ("last_modified", "1994-11-06T08:49:37Z", MOMENT),
        ("x_numbers", "1, 2,3", [1, 2, 3]),
        ("x_numbers", "", []),
        ("x_sizes", "R,100,G,200", {"R": 100, "G": 200}),
        ("x_named", "R=100,G=200", {"R": 100, "G": 200}),
        ("x_pet", '{"id": 1, "name": "Flaff"}', Pet(id=1, name="Flaff")),
    ],
)
def test_a_header_has_its_type(name: str, text: str, value: object) -> None:
    """Numbers, dates of HTTP and of JSON, lists, and JSON."""
    found = getattr(known(**{name: text}), name)

    assert (UUID(text) if name == "x_id" else value) == found


def test_what_the_server_leaves_out_is_none() -> None:
    """Whatever the description says is there."""
    assert known().x_rate_limit is None
    assert known("strict").x_pet is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x_rate_limit", "unlimited"),
        ("last_modified", "Sun, yesterday"),
        ("x_numbers", "1,x"),
        ("x_sizes", "R,x"),
    ],
)
def test_what_cannot_be_read_is_none_and_told(name: str, text: str) -> None:
    """Strict validation refuses it; the text is there in any case."""
    headers = known("warn", **{name: text})

    with pytest.warns(DriftWarning, match=f"header {name.replace('_', '-')}"):
        assert getattr(headers, name) is None
    assert text == headers[name.replace("_", "-")]
    assert getattr(known(**{name: text}), name) is None
    with pytest.raises(ResponseValidationError, match="header"):
        getattr(known("strict", **{name: text}), name)


def test_all_headers_are_found_in_any_case() -> None:
    """They are a mapping, like those that nobody described."""
    headers = known(x_other="1", set_cookie="secret")

    assert "1" == headers["X-Other"] == headers["x-other"] == headers.get("X-OTHER")
    assert "X-Other" in headers
    assert 1 not in headers
    assert {"x-other", "set-cookie"} == {*headers}
    assert "<Known: x-other, set-cookie>" == repr(headers)


def test_headers_pickle() -> None:
    """A response may come from another process."""
    headers = pickle.loads(pickle.dumps(known(x_rate_limit="1")))  # noqa: S301

    assert (1, {"x-rate-limit": "1"}) == (headers.x_rate_limit, {**headers})


def test_a_response_has_the_headers_of_its_request(
    connect: Callable[..., Client],
) -> None:
    """Where the request says which; else they are a plain mapping."""
    body = b'{"id": 1, "name": "Flaff"}'
    request: Request[Pet, Known] = Request(
        operation="pets.get",
        method="GET",
        path="/pets/1",
        returns=Pet,
        response_headers=Known,
    )
    with serve(reply(200, body, X_Rate_Limit="9")) as server:
        response = connect(server).send(request)

    assert (9, "9") == (
        response.headers.x_rate_limit,
        response.headers["x-rate-limit"],
    )
