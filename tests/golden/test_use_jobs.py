"""The jobs client does what its document says, stream by stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from golden.answering import Server

EVENTS = b"""\
event: progress
data: {"percent": 50, "step": "render"}

event: log
data: plain text, not JSON

event: paused
data: new in this version

event: done
data: {"id": "j1", "state": "done", "startedAt": null}

"""
SSE = "text/event-stream"


@pytest.fixture(scope="module")
def jobs(use: Callable[[str], ModuleType]) -> ModuleType:
    """Import the package."""
    return use("jobs")


def client(jobs: ModuleType, server: Server, **options: Any) -> Any:
    """Make a client with a token."""
    return server.client(jobs, api_key="secret", **options)


def test_events_are_told_apart_by_their_name(jobs: ModuleType) -> None:
    """JSON where the schema says so, text where it does not, unknown ones whole."""
    with client(jobs, Server(EVENTS, SSE)).jobs.watch("j1") as events:
        progress, line, paused, done = events

    assert 50 == progress.percent
    assert "plain text, not JSON" == line
    assert isinstance(paused, jobs.UnknownEvent)
    assert ("paused", "new in this version") == (paused.event, paused.data)
    assert isinstance(done, jobs.models.Job)
    assert "done" == done.state


def test_a_stream_may_start_where_another_ended(jobs: ModuleType) -> None:
    """The header is an ordinary parameter."""
    server = Server(EVENTS, SSE)
    list(client(jobs, server).jobs.watch("j1", last_event_id="41"))

    assert "41" == server.request.headers["last-event-id"]


def test_lines_of_json_are_models(jobs: ModuleType) -> None:
    """One for each line, the empty ones left out."""
    lines = b'{"line": "a", "number": 1}\n\n{"line": "b"}\n'
    server = Server(lines, "application/jsonl")
    found = list(client(jobs, server).jobs.get_output("j1"))

    assert ["a", "b"] == [one.line for one in found]
    assert "application/jsonl" == server.request.headers["accept"]


def test_the_property_that_selects_the_stream_is_set_by_the_method(
    jobs: ModuleType,
) -> None:
    """It is an argument of neither."""
    server = Server(b'data: {"text": "Out "}\n\ndata: [DONE]\n\n', SSE)
    words = list(client(jobs, server).explanations.create_stream(job="j1"))

    assert ["Out "] == [one.text for one in words]
    assert {"job": "j1", "stream": True} == json.loads(server.request.content)
    with pytest.raises(TypeError, match="stream"):
        client(jobs, server).explanations.create(job="j1", stream=True)


def test_the_same_operation_answers_at_once(jobs: ModuleType) -> None:
    """As one object."""
    server = Server({"text": "Out of memory."})
    explained = client(jobs, server).explanations.create(job="j1")

    assert "Out of memory." == explained.text
    assert {"job": "j1"} == json.loads(server.request.content)


def test_a_status_is_raised_before_the_first_event(jobs: ModuleType) -> None:
    """When the stream is entered."""
    stream = client(jobs, Server({}, status=404)).jobs.watch("j1")
    with pytest.raises(jobs.errors.NotFoundError), stream:
        pass


def test_the_async_client_streams_the_same(jobs: ModuleType) -> None:
    """With `async for`."""
    server = Server(EVENTS, SSE)

    async def watch() -> list[Any]:
        async with server.async_client(jobs, api_key="secret") as asked:
            return [event async for event in asked.jobs.watch("j1")]

    assert 4 == len(asyncio.run(watch()))


def test_a_query_is_asked_with_its_own_method(jobs: ModuleType) -> None:
    """Its body says what for; it may be sent twice."""
    server = Server([{"id": "j1", "state": "done"}])
    found = client(jobs, server).jobs.query(states=["done", "failed"])

    assert "QUERY /jobs" == server.asked
    assert {"states": ["done", "failed"]} == json.loads(server.request.content)
    assert ["j1"] == [one.id for one in found]


def test_a_query_is_tried_again(jobs: ModuleType) -> None:
    """It changes nothing, so that even an unclear failure is no reason to give up."""
    server = Server({}, status=500)
    policy = jobs.RetryPolicy(initial_delay=0)
    for call, attempts in (("query", 3), ("purge", 1)):
        with pytest.raises(jobs.errors.InternalServerError) as caught:
            getattr(client(jobs, server, retry=policy).jobs, call)()

        assert attempts == caught.value.attempts


def test_any_other_method_is_sent_as_it_is_spelled(jobs: ModuleType) -> None:
    """Methods are told apart by their capitals."""
    server = Server(b"", status=204)
    client(jobs, server).jobs.purge()

    assert "Purge /jobs" == server.asked


def test_the_async_client_sends_it_the_same(jobs: ModuleType) -> None:
    """As it is spelled."""
    server = Server(b"", status=204)

    async def purge() -> None:
        async with server.async_client(jobs, api_key="secret") as asked:
            await asked.jobs.purge()

    asyncio.run(purge())

    assert "Purge /jobs" == server.asked


def test_one_parameter_can_be_the_whole_query(jobs: ModuleType) -> None:
    """Written as a form, in which a space is `+`."""
    server = Server([{"cron": "0 0 * * *"}])
    client(jobs, server).jobs.schedules.list(
        filter={"command": "render a+b", "days": [1, 2]},
        session="a%2Cb",
    )

    assert "GET /jobs/schedules?command=render+a%2Bb&days=1&days=2" == server.asked
    assert "session=a%2Cb" == server.request.headers["cookie"]


def test_a_tag_below_another_is_a_resource_below_it(jobs: ModuleType) -> None:
    """With what the document says of it."""
    resource = type(client(jobs, Server()).jobs.schedules)

    assert "When jobs start by themselves." == resource.__doc__
