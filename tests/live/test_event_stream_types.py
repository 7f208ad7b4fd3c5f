"""What counts as an event stream, by cases that other people wrote.

https://html.spec.whatwg.org/multipage/server-sent-events.html#sse-processing-model
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from callers import KEY, options
from chunks import QUESTION
from fastrouter import Client, errors
from server import Server, reply

FOLDER = os.environ.get("CLIENTSMITH_CONFORMANCE")
OPTIONAL = "peer: "


def cases() -> list[Any]:
    """Read the cases, or say why there are none."""
    if not FOLDER:
        reason = "CLIENTSMITH_CONFORMANCE is not set"
        return [pytest.param({}, marks=pytest.mark.skip(reason=reason))]
    text = (Path(FOLDER) / "sse" / "http.json").read_text(encoding="utf-8")
    return [pytest.param(case, id=case["name"]) for case in json.loads(text)]


@pytest.fixture
def client(server: Server) -> Client:
    """Return a client of the server."""
    return Client(api_key=KEY, **options(server))


def data_of(client: Client) -> list[str]:
    """Read the data of each event as text."""
    request = client.chat.completions.requests.create_stream(**QUESTION)
    with client, client.stream(replace(request, returns=str)) as stream:
        return [str(data) for data in stream]


@pytest.mark.parametrize("case", cases())
def test_case(server: Server, client: Client, case: dict[str, Any]) -> None:
    """The client opens what is an event stream, and says why it refuses the rest."""
    status, kind = case.get("status", 200), case["content_type"] or ""
    server.answer(reply(status, case["body"].encode(), kind))

    match case["expect"]:
        case "open":
            lines = case["body"].splitlines()
            sent = [line.removeprefix("data:").strip() for line in lines if line]

            assert case.get("data", sent) == data_of(client)
        case "no events, no retry":
            assert data_of(client) == []
            assert len(server.requests) == 1
        case str(expected) if expected.startswith("API error"):
            with pytest.raises(errors.InternalServerError) as caught:
                data_of(client)

            assert case["status"] == caught.value.status
            assert json.loads(case["body"]) == caught.value.body
        case str(expected) if expected.startswith(OPTIONAL):
            with pytest.raises(errors.ResponseValidationError):
                data_of(client)
        case _:
            with pytest.raises((errors.ResponseValidationError, errors.StatusError)):
                data_of(client)
