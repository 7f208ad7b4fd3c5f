"""The page as published, without the overlay: it streams, untyped."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from callers import options
from chunks import COMPLETION, DONE, QUESTION, chunk, said
from description import SPEC
from server import Server, reply, stream

if TYPE_CHECKING:
    from packages import Generated, Packages


@pytest.fixture
def seed(packages: Packages) -> Generated:
    """Generate the client of the page alone."""
    return packages.get(SPEC / "chat-completions.md", "fastrouter_seed")


def client(kind: Any, server: Server) -> Any:
    """Make a client; the retry policy of another package is none of this one."""
    more = {**options(server)}
    del more["retry"]
    return kind(api_key="k", **more)


def test_only_prose_says_that_it_streams(seed: Generated) -> None:
    """The report says so, with the overlay action that would type the events."""
    found = [each["code"] for each in seed.report["diagnostics"]]

    assert ["stream-untyped"] == found


def test_events_are_plain_json(seed: Generated, server: Server) -> None:
    """Until `[DONE]`, which is none."""
    server.answer(stream(said("a"), said("b"), DONE))

    with client(seed.module.Client, server) as open_client:
        received = list(open_client.chat.completions.create_stream(**QUESTION))

    assert [chunk("a"), chunk("b")] == received
    assert {**QUESTION, "stream": True} == server.requests[0].body


def test_async_events_are_plain_json(seed: Generated, server: Server) -> None:
    """The same with `async for`."""
    server.answer(stream(said("a"), said("b"), DONE))

    async def main() -> list[Any]:
        async with client(seed.module.AsyncClient, server) as open_client:
            events = open_client.chat.completions.create_stream(**QUESTION)
            return [event async for event in events]

    assert [chunk("a"), chunk("b")] == asyncio.run(main())


def test_a_whole_answer_is_a_model(seed: Generated, server: Server) -> None:
    """With the properties that the page names; it requires none of them."""
    server.answer(reply(200, COMPLETION))

    with client(seed.module.Client, server) as open_client:
        answer = open_client.chat.completions.create(**QUESTION)

    assert isinstance(answer, seed.module.models.ChatCompletion)
    assert COMPLETION == answer.model_dump(exclude_unset=True)
