"""What is read of answers beside their values is made to break its readers, too."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any

import pytest
from shop import Client, PetsRequests

from runtime.decode import Context
from runtime.errors import TokenError
from runtime.headers import Headers, header
from runtime.page_steps import Cursor
from runtime.page_values import count_at
from runtime.response import Answer, Response
from runtime.token_endpoint import read_token
from runtime.token_types import Endpoint
from runtime.transfer import Transfer
from runtime.webhook_errors import WebhookPayloadError
from runtime.webhook_events import ByTag, kind_of

ENDPOINT = Endpoint("https://auth.example/token")
LONG = "4" * 5_000
DEEP = b"[" * 100_000


class Dated(Headers):
    """A header that may be written as HTTP writes dates."""

    date: Any = header("date", datetime)


@pytest.mark.parametrize("year", ["9" * 4_000, "9" * 5_000, "99999"])
def test_a_date_of_no_year_is_none(year: str) -> None:
    """As any header is that cannot be read."""
    dated = Dated(
        {"date": f"Mon, 01 Jan {year} 00:00:00 GMT"}, Context("x", "lenient", 200)
    )

    assert dated.date is None


@pytest.mark.parametrize("total", [math.inf, -math.inf, math.nan, LONG, "\u00b2", True])
def test_a_total_that_is_no_number_is_none(total: object) -> None:
    """A walk through pages goes on without it."""
    response: Response[Any] = Response(
        value={"total": total},
        status=200,
        headers={},
        request_id=None,
        attempts=1,
        elapsed=0.0,
        url="",
    )

    assert count_at(response, "/total") is None


def test_a_token_of_many_digits_stays_text() -> None:
    """Python makes no number of it."""
    step = Cursor("cursor", "/next", integer=True)

    assert f"cursor={LONG}" == step.turn(PetsRequests.get(1), LONG).query


@pytest.mark.parametrize("content", [DEEP, b'{"access_token": 1}', LONG.encode()])
def test_an_answer_that_has_no_token_is_refused(content: bytes) -> None:
    """By an error that says so."""
    with pytest.raises(TokenError):
        read_token(ENDPOINT, Answer(200, {}, content), 0.0, ())


@pytest.mark.parametrize("seconds", ["1e999", "1" + "0" * 400, '"soon"', "[]"])
def test_a_token_may_expire_at_no_time_at_all(seconds: str) -> None:
    """It is used as if nothing was said."""
    content = (
        f'{{"access_token": "t", "token_type": "bearer", "expires_in": {seconds}}}'
    )
    answer = Answer(200, {}, content.encode())

    assert read_token(ENDPOINT, answer, 0.0, ()).expires_in is None


def test_a_token_may_be_of_any_type() -> None:
    """What is no word names no type that could not be used."""
    kind = "[" * 900 + "]" * 900
    content = f'{{"access_token": "t", "token_type": {kind}}}'.encode()

    token = read_token(ENDPOINT, Answer(200, {}, content), 0, ())

    assert token.access_token in str(content)


def test_a_length_of_many_digits_is_none() -> None:
    """Nor is a part of such a file what was asked for."""
    call: Any = Client(base_url="http://127.0.0.1:9")._call(PetsRequests.get(1), None)
    transfer = Transfer(call)
    transfer.begin(Answer(200, {"content-length": LONG, "etag": '"1"'}, b""))
    parts = [f"bytes 0-{LONG}/*", f"bytes {LONG}-9/*", f"bytes 0-9/{LONG}"]

    assert transfer.total is None
    for part in parts:
        assert not transfer.begin(Answer(206, {"content-range": part}, b""))


def test_a_payload_that_is_deep_is_refused() -> None:
    """It is no JSON that could be read."""
    with pytest.raises(WebhookPayloadError, match="not JSON"):
        kind_of(ByTag("type", {}), DEEP, {})
