"""Everything that the API sends by itself: verified, and read as what it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest
from jobs import errors, models, webhooks
from jobs._runtime.to_json import to_json

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)
SECRET = "whsec_c2VjcmV0"


def receive(
    parse: Callable[..., object], body: str | bytes, about: dict[str, str] | None = None
) -> object:
    """Return what a signed payload is read as; what nobody has signed is refused."""
    headers = {**(about or {}), **webhooks.sign(body, secret=SECRET)}
    with pytest.raises(errors.WebhookVerificationError):
        parse(b"another", headers, secret=SECRET)
    return parse(body, headers, secret=SECRET)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_job_failed() -> None:
    expected: JSON = {
        "id": "id",
        "state": "queued",
        "startedAt": "2026-01-31T12:00:00Z",
    }

    event = receive(webhooks.parse, json.dumps(expected))

    assert wire(event) == expected


def test_parse_finished() -> None:
    expected: JSON = {
        "id": "id",
        "state": "queued",
        "startedAt": "2026-01-31T12:00:00Z",
    }

    event = receive(webhooks.parse_finished, json.dumps(expected))

    assert isinstance(event, models.Job)
    assert wire(event) == expected
