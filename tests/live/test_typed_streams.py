"""Streams of other APIs, by cases that other people wrote.

https://spec.openapis.org/oas/v3.2.0.html#server-sent-event-streams
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel
from server import Server, stream

if TYPE_CHECKING:
    from packages import Packages

FOLDER = Path(os.environ.get("CLIENTSMITH_CONFORMANCE", "")) / "sse"

FAILURES = {
    "data is not JSON where JSON is declared": "ResponseValidationError",
    "error event mid-stream": "StreamError",
    "server answers JSON though a stream was asked for": "ResponseValidationError",
    "connection breaks mid-event": "StreamInterrupted",
}
"""How the cases end that do not end well."""


def cases() -> list[Any]:
    """Read the cases, or say why there are none."""
    if "CLIENTSMITH_CONFORMANCE" not in os.environ:
        reason = "CLIENTSMITH_CONFORMANCE is not set"
        return [pytest.param({}, marks=pytest.mark.skip(reason=reason))]
    text = (FOLDER / "typed.json").read_text(encoding="utf-8")
    return [pytest.param(case, id=case["name"]) for case in json.loads(text)]


@pytest.mark.parametrize("case", cases())
def test_case(server: Server, packages: Packages, case: dict[str, Any]) -> None:
    """The client hands out what the stream holds, typed, and then ends as it should."""
    document = FOLDER / case["document"]
    package = packages.get(document, re.sub(r"\W", "_", document.stem))
    sent = case["stream"].encode()
    kind = case.get("content_type", "text/event-stream")
    server.answer(stream(sent, *([None] if "abort" in case else []), kind=kind))
    most = 1 if case["name"] == "consumer stops early" else None

    received, failure = read(package, server, case["operationId"], most)

    assert len(case["items"]) == len(received)
    for item, value in zip(case["items"], received, strict=True):
        assert fits(item, value), (item, value)
    assert FAILURES.get(case["name"], "") == failure


def read(
    package: Any, server: Server, operation_id: str, most: int | None
) -> tuple[list[Any], str]:
    """Read a stream and return what came, and the name of the error at its end."""
    arguments = {"prompt": "Hi"} if operation_id == "chat" else {}
    errors = package.module.errors
    values: list[Any] = []
    with package.module.Client(base_url=server.address) as client:
        call = package.call(client, operation_id)
        try:
            with call(**arguments, request_options={"max_retries": 0}) as events:
                for value in events:
                    values.append(value)
                    if len(values) == most:
                        break
        except (
            errors.StatusError,
            errors.ConnectionFailed,
            errors.ResponseValidationError,
        ) as error:
            return values, type(error).__name__
    return values, ""


def fits(item: dict[str, Any], value: Any) -> bool:
    """Say whether a value is what a case expects; objects must have become models."""
    match item:
        case {"data": str() as raw, "event": name} if hasattr(value, "event"):
            return (raw, name) == (value.data, value.event)
        case {"data": data}:
            return bool(_model(value, data) == value)
        case {"data_one_of": choices}:
            return value in choices
        case {"data_raw": raw, "event": name}:
            return (raw, name) == (value.data, value.event)
        case _:
            return True


def _model(value: Any, data: Any) -> Any:
    """Read an object as the class of a value, as other texts may mean the same."""
    if isinstance(data, dict) and isinstance(value, BaseModel):
        return type(value).model_validate(data)
    return None if isinstance(data, dict) else data
