"""Cancels calls in trio at any of their steps, and looks at what they leave."""

from __future__ import annotations

import gc
from collections.abc import Awaitable, Callable
from typing import Any

import trio
from shop import PetsRequests

from runtime.client import AsyncBaseClient


async def call(client: AsyncBaseClient) -> None:
    """Make one call."""
    await client.send(PetsRequests.get(1))


def left_behind(client: AsyncBaseClient) -> list[str]:
    """Name the connections that are neither closed nor free for the next call."""
    pool = client._pool.get()._transport._pool  # type: ignore[attr-defined]
    infos = [connection.info() for connection in pool.connections]
    return [info for info in infos if "IDLE" not in info]


class CancelAt(trio.abc.Instrument):
    """Cancels a scope after so many steps of any task."""

    def __init__(self, scope: trio.CancelScope, steps: int) -> None:
        self.scope = scope
        self.left = steps

    def before_task_step(self, task: trio.lowlevel.Task) -> None:
        """Count a step."""
        if task.name.endswith(("call", "read")):
            self.left -= 1
            if self.left == 0:
                self.scope.cancel()


async def cancelled_after(
    steps: int, work: Callable[[Any], Awaitable[None]], client: AsyncBaseClient
) -> tuple[list[str], bool]:
    """Return what is left, and whether it was done before; the client goes on."""
    with trio.CancelScope() as scope:
        instrument = CancelAt(scope, steps)
        trio.lowlevel.add_instrument(instrument)
        async with trio.open_nursery() as nursery:
            nursery.start_soon(work, client)
    trio.lowlevel.remove_instrument(instrument)
    gc.collect()
    left = left_behind(client)
    await call(client)
    return left, instrument.left > 0
