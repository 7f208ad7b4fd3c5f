"""One async client in several event loops."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING

import trio
from callers import KEY, options
from chunks import COMPLETION, DONE, QUESTION, said
from fastrouter import AsyncClient
from server import reply, stream

if TYPE_CHECKING:
    from server import Server


async def ask(client: AsyncClient) -> str:
    """Ask once and return the text of the answer."""
    completion = await client.chat.completions.create(**QUESTION)
    return str(completion.choices[0].message.content)


async def ask_and_close(client: AsyncClient) -> str:
    """Ask once and close the connections of this loop."""
    async with client:
        return await ask(client)


def test_one_client_serves_two_loops_one_after_the_other(server: Server) -> None:
    """As in scripts, notebooks and task queues."""
    server.answer(reply(200, COMPLETION))
    client = AsyncClient(api_key=KEY, **options(server))

    said_first = asyncio.run(ask_and_close(client))
    said_then = asyncio.run(ask_and_close(client))
    said_last = trio.run(ask_and_close, client)

    assert ["It scatters."] * 3 == [said_first, said_then, said_last]
    assert len(server.connections) == 3


def test_many_calls_of_a_loop_run_at_once(server: Server) -> None:
    """They share a client, and wait for the server together."""
    server.answer(stream(0.2, said("a"), DONE))

    async def read(client: AsyncClient) -> int:
        events = client.chat.completions.create_stream(**QUESTION)
        return len([event async for event in events])

    async def main() -> list[int]:
        async with AsyncClient(api_key=KEY, **options(server)) as client:
            async with asyncio.timeout(1.5):
                return await asyncio.gather(*(read(client) for _ in range(20)))

    assert [1] * 20 == asyncio.run(main())


def test_a_cancelled_call_leaves_the_client_usable(server: Server) -> None:
    """Its connection is closed, not handed to the next call."""
    server.answer(stream(said("a"), 5.0), reply(200, COMPLETION))

    async def main() -> str:
        async with AsyncClient(api_key=KEY, **options(server)) as client:
            events = client.chat.completions.create_stream(**QUESTION)
            await anext(events)
            waiting = asyncio.create_task(anext(events))
            await asyncio.sleep(0.05)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
            return await ask(client)

    assert asyncio.run(main()) == "It scatters."
    gc.collect()
    assert len(server.connections) == 2
