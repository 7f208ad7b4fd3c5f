"""Streams in which an event fails: nothing of them stays open."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from loopback import Step, events, reply, serve
from shop import AT_ONCE, AsyncClient, Client, Pet, PetsRequests

from runtime.decode import reader
from runtime.errors import Error, ResponseValidationError
from runtime.models import Model

if TYPE_CHECKING:
    from ways import Way

ONE = b'data: {"id": 1, "name": "a"}\n\n'
PET = reply(200, b'{"id": 2, "name": "b"}')
OPTIONS: Any = {"retry": replace(AT_ONCE, max_retries=0), "timeout": 1.0}

FAILURES: dict[str, list[Step]] = {
    "an error event": events(ONE, b"event: error\ndata: {}\n\n", ONE, 3.0),
    "an object with only an error": events(ONE, b'data: {"error": {"a": 1}}\n\n', 3.0),
    "no JSON": events(ONE, b"data: {\n\n", 3.0),
    "an event that does not fit": events(ONE, b'data: {"id": "x"}\n\n', ONE, 3.0),
    "an event that is too large": events(ONE, b"data: %s\n\n" % (b"x" * 999), 3.0),
    "chunks of no size": [*events(ONE)[:-1], b"xyz\r\n", 3.0],
    "a break": events(ONE, None),
    "silence": events(ONE, 3.0),
    "an error status": reply(500, b"{}"),
    "no stream": reply(200, b"<html>", "text/html"),
}


@pytest.mark.parametrize("script", FAILURES.values(), ids=FAILURES)
def test_a_stream_that_fails_leaves_its_connection(
    script: list[Step], way: Way
) -> None:
    """The next call has it, or another one in its place, at once."""
    stream = PetsRequests.watch()
    with serve(script, PET) as server:
        pet = way(
            server.address,
            stream,
            PetsRequests.get(2),
            connections=1,
            max_event_bytes=500,
            idle_timeout=0.2,
            validation="strict",
            **OPTIONS,
        )

    assert pet.id == 2
    assert len(server.requests) == 2


@pytest.mark.parametrize("script", FAILURES.values(), ids=FAILURES)
def test_a_stream_that_has_failed_is_over(script: list[Step]) -> None:
    """Asking on gives nothing, and sends nothing."""
    options: Any = {"idle_timeout": 0.2, "max_event_bytes": 500, **OPTIONS}
    with (
        serve(script) as server,
        Client(base_url=server.address, validation="strict", **options) as client,
    ):
        stream = client.pets.watch()
        with pytest.raises(Error):
            list(stream)

        assert list(stream) == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("script", FAILURES.values(), ids=FAILURES)
def test_nor_does_an_async_stream_go_on(script: list[Step]) -> None:
    """It is over as well."""
    options: Any = {"idle_timeout": 0.2, "max_event_bytes": 500, **OPTIONS}

    async def main() -> list[Pet]:
        address = server.address
        async with AsyncClient(
            base_url=address, validation="strict", **options
        ) as client:
            stream = client.pets.watch()
            with pytest.raises(Error):
                _ = [pet async for pet in stream]
            return [pet async for pet in stream]

    with serve(script) as server:
        assert asyncio.run(main()) == []
    assert len(server.requests) == 1


def test_events_that_fit_are_never_read_leniently(way: Way) -> None:
    """The second validator is made when the first one has refused something."""

    class Note(Model):
        text: str

    request = replace(PetsRequests.watch(), returns=Note)
    fitting, other = b'data: {"text": "a"}\n\n', b'data: {"text": 1}\n\n'
    with serve(events(fitting, b"event: x\n" + fitting), events(other)) as server:
        way(server.address, request)

        assert "_lenient" not in vars(reader(Note))

        way(server.address, request)

        assert "_lenient" in vars(reader(Note))


def test_an_event_that_fails_is_the_last_one(way: Way) -> None:
    """What came before it is counted, what comes after it is not handed out."""
    script = events(ONE * 2 + b"data: {\n\n" + ONE)
    with serve(script) as server, pytest.raises(ResponseValidationError) as caught:
        way(server.address, PetsRequests.watch())

    assert caught.value.content == "{"
