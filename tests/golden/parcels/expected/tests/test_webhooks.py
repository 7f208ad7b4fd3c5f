"""Everything that the API sends by itself: verified, and read as what it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest
from parcels import errors, models, webhooks
from parcels._runtime.to_json import to_json

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


def test_depot_closed() -> None:
    expected: JSON = ["text"]

    event = receive(
        webhooks.parse, json.dumps(expected), {"Parcels-Event": "depot_closed"}
    )

    assert wire(event) == expected


def test_label_printed() -> None:
    expected: bytes = b"\x00\x01"

    event = receive(webhooks.parse, expected, {"Parcels-Event": "label_printed"})

    assert wire(event) == expected


def test_parcel_delivered() -> None:
    expected: JSON = {
        "action": "delivered",
        "parcel": {"id": "id", "status": "waiting", "sentAt": "2026-01-31T12:00:00Z"},
        "signature": "aGVsbG8=",
    }

    event = receive(webhooks.parse, json.dumps(expected), {"Parcels-Event": "parcel"})

    assert isinstance(event, models.ParcelDeliveredEvent)
    assert wire(event) == expected


def test_parcel_lost() -> None:
    expected: JSON = {
        "action": "lost",
        "parcel": {"id": "id", "status": "waiting", "sentAt": "2026-01-31T12:00:00Z"},
    }

    event = receive(webhooks.parse, json.dumps(expected), {"Parcels-Event": "parcel"})

    assert isinstance(event, models.ParcelLost)
    assert wire(event) == expected


def test_parse_moved() -> None:
    expected: JSON = "text"

    event = receive(webhooks.parse_moved, json.dumps(expected))

    assert wire(event) == expected


def test_parse_price_asked() -> None:
    expected: JSON = [{"service": "service", "cents": 1}]

    event = receive(webhooks.parse_price_asked, json.dumps(expected))

    assert wire(event) == expected


def test_parse_parcels_create_status_changed() -> None:
    expected: JSON = {"id": "id", "status": "waiting", "sentAt": "2026-01-31T12:00:00Z"}

    event = receive(webhooks.parse_parcels_create_status_changed, json.dumps(expected))

    assert isinstance(event, models.Parcel)
    assert wire(event) == expected


def test_parse_returns_create_status_changed() -> None:
    expected: JSON = {"id": "id", "status": "waiting", "sentAt": "2026-01-31T12:00:00Z"}

    event = receive(webhooks.parse_returns_create_status_changed, json.dumps(expected))

    assert isinstance(event, models.Parcel)
    assert wire(event) == expected
