"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from parcels import models
from parcels._runtime.to_json import to_json
from parcels.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_moves_create() -> None:
    fake = FakeApi()
    fake.moves.create.returns(None)
    client = fake.client

    client.moves.create()

    (call,) = fake.calls
    assert call.line == "POST /moves"


def test_parcels_create() -> None:
    expected = make(models.Parcel)
    fake = FakeApi()
    fake.parcels.create.returns(expected, status=201)
    client = fake.client

    answer = client.parcels.create(to="to")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /parcels"
    assert call.json.items() >= {"to": "to"}.items()


def test_returns_create() -> None:
    fake = FakeApi()
    fake.returns.create.returns(None)
    client = fake.client

    client.returns.create()

    (call,) = fake.calls
    assert call.line == "POST /returns"
