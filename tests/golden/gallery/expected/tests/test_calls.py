"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from gallery import models
from gallery._runtime.to_json import to_json
from gallery.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_pictures_list() -> None:
    expected = [make(models.Picture)]
    fake = FakeApi()
    fake.pictures.list.returns(expected)
    client = fake.client

    answer = client.pictures.list()

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /pictures"


def test_pictures_create() -> None:
    expected = make(models.Picture)
    fake = FakeApi()
    fake.pictures.create.returns(expected, status=201)
    client = fake.client

    answer = client.pictures.create(title="title")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /pictures"
    assert call.json.items() >= {"title": "title"}.items()


def test_pictures_get() -> None:
    expected = make(models.Picture)
    fake = FakeApi()
    fake.pictures.get.returns(expected)
    client = fake.client

    answer = client.pictures.get("id")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /pictures/id"


def test_pictures_check() -> None:
    fake = FakeApi()
    fake.pictures.check.returns(None, status=200)
    client = fake.client

    client.pictures.check("id")

    (call,) = fake.calls
    assert call.line == "HEAD /pictures/id"


def test_pictures_read_aloud() -> None:
    expected = b"\x00\x01"
    fake = FakeApi()
    fake.pictures.read_aloud.returns(expected, headers={"content-type": "audio/mpeg"})
    client = fake.client

    answer = client.pictures.read_aloud("id")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /pictures/id/caption"


def test_pictures_get_file() -> None:
    expected = b"\x00\x01"
    fake = FakeApi()
    fake.pictures.get_file.returns(
        expected, headers={"content-type": "application/pdf"}
    )
    client = fake.client

    answer = client.pictures.get_file("id")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /pictures/id/file"


def test_changes_watch() -> None:
    expected = [make(models.Picture), make(models.Picture)]
    fake = FakeApi()
    fake.changes.watch.streams(expected)
    client = fake.client

    with client.changes.watch() as events:
        received = [wire(event) for event in events]

    (call,) = fake.calls
    assert received == wire(expected)
    assert call.line == "GET /changes"


def test_pictures_read_aloud_stream() -> None:
    expected = [make(models.Piece), make(models.Piece)]
    fake = FakeApi()
    fake.pictures.read_aloud_stream.streams(expected)
    client = fake.client

    with client.pictures.read_aloud_stream("id") as events:
        received = [wire(event) for event in events]

    (call,) = fake.calls
    assert received == wire(expected)
    assert call.line == "POST /pictures/id/caption"
