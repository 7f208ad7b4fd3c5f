"""Every operation, called in process and answered by what the description says."""

from __future__ import annotations

import json
from typing import TypeAlias

from jobs import models
from jobs._runtime.to_json import to_json
from jobs.testing import FakeApi, make

JSON: TypeAlias = (
    "None | bool | int | float | str | bytes | list[JSON] | dict[str, JSON]"
)


def wire(value: object) -> object:
    """Return what a value is in JSON, or the value where it is not JSON."""
    return value if isinstance(value, bytes) else json.loads(to_json(value))


def test_explanations_create() -> None:
    expected = make(models.Explanation)
    fake = FakeApi()
    fake.explanations.create.returns(expected)
    client = fake.client

    answer = client.explanations.create(job="job")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /explain"
    assert call.json.items() >= {"job": "job"}.items()


def test_jobs_create() -> None:
    expected = make(models.Job)
    fake = FakeApi()
    fake.jobs.create.returns(expected, status=202)
    client = fake.client

    answer = client.jobs.create(command="render")

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "POST /jobs"
    assert call.json.items() >= {"command": "render"}.items()


def test_jobs_query() -> None:
    expected = [make(models.Job)]
    fake = FakeApi()
    fake.jobs.query.returns(expected)
    client = fake.client

    answer = client.jobs.query()

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "QUERY /jobs"


def test_jobs_purge() -> None:
    fake = FakeApi()
    fake.jobs.purge.returns(None)
    client = fake.client

    client.jobs.purge()

    (call,) = fake.calls
    assert call.line == "Purge /jobs"


def test_jobs_schedules_list() -> None:
    expected = [make(models.JobSchedule), None]
    fake = FakeApi()
    fake.jobs.schedules.list.returns(expected)
    client = fake.client

    answer = client.jobs.schedules.list(filter={"command": "command"})

    (call,) = fake.calls
    assert answer == expected
    assert call.line == "GET /jobs/schedules"


def test_explanations_create_stream() -> None:
    expected = [make(models.Words), make(models.Words)]
    fake = FakeApi()
    fake.explanations.create_stream.streams(expected)
    client = fake.client

    with client.explanations.create_stream(job="job") as events:
        received = [wire(event) for event in events]

    (call,) = fake.calls
    assert received == wire(expected)
    assert call.line == "POST /explain"
    assert call.json.items() >= {"job": "job"}.items()


def test_jobs_watch() -> None:
    expected: JSON = [
        {"percent": 1, "step": "step"},
        "text",
        {"id": "id", "state": "queued", "startedAt": "2026-01-31T12:00:00Z"},
    ]
    fake = FakeApi()
    fake.jobs.watch.streams(
        [
            b'event: progress\ndata: {"percent": 1, "step": "step"}\n\nevent: log\ndata: text\n\nevent: done\ndata: {"id": "id", "state": "queued", "startedAt": "2026-01-31T12:00:00Z"}\n\n'
        ]
    )
    client = fake.client

    with client.jobs.watch("id") as events:
        received = [wire(event) for event in events]

    (call,) = fake.calls
    assert received == wire(expected)
    assert call.line == "GET /jobs/id/events"


def test_jobs_get_output() -> None:
    expected = [make(models.OutputLine), make(models.OutputLine)]
    fake = FakeApi()
    fake.jobs.get_output.streams(expected)
    client = fake.client

    with client.jobs.get_output("id") as events:
        received = [wire(event) for event in events]

    (call,) = fake.calls
    assert received == wire(expected)
    assert call.line == "GET /jobs/id/output"
