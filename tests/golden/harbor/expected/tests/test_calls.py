"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from harbor import models
from harbor._runtime.to_json import to_json
from harbor.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_berths_list() -> None:
    expected = [make(models.Berth)]
    fake = FakeApi()
    fake.berths.list.returns(expected)
    client = fake.client

    answer = client.berths.list()

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /berths"


def test_ships_list() -> None:
    expected = [make(models.Vessel)]
    fake = FakeApi()
    fake.ships.list.returns(expected)
    client = fake.client

    answer = client.ships.list()

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /ships"


def test_ships_create() -> None:
    expected = make(models.Vessel)
    fake = FakeApi()
    fake.ships.create.returns(expected, status=201)
    client = fake.client

    answer = client.ships.create(
        name="name", cargo=[{"kind": "box", "number": "number"}]
    )

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /ships"
    assert (
        call.json.items()
        >= {"name": "name", "cargo": [{"kind": "box", "number": "number"}]}.items()
    )


def test_ships_get() -> None:
    expected = make(models.Vessel)
    fake = FakeApi()
    fake.ships.get.returns(expected)
    client = fake.client

    answer = client.ships.get("123e4567-e89b-42d3-a456-426614174000")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /ships/123e4567-e89b-42d3-a456-426614174000"
