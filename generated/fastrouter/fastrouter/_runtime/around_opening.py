"""Leads what is read piece by piece through middleware, and says when it is over."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from .alarms import set_alarm, start_alarms
from .around import around, around_async, last_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .call import Call
    from .response import Answer


def opened(call: Call[Any], reader: object, fetch: Callable[[], Answer]) -> Answer:
    """Open what `reader` is going to read; the call is over when that is closed."""
    _watch(call, reader)
    answers: list[Answer] = []
    around(call, fetch, call.head, answers)
    return last_of(answers)


async def opened_async(
    call: Call[Any], reader: object, fetch: Callable[[], Awaitable[Answer]]
) -> Answer:
    """See `opened`."""
    _watch(call, reader)
    answers: list[Answer] = []
    await around_async(call, fetch, call.head, answers)
    return last_of(answers)


def _watch(call: Call[Any], reader: object) -> None:
    """Tell of the end of a call whose reader is dropped.

    Another thread does: locks may be held in the one that drops it.
    """
    start_alarms()
    weakref.finalize(reader, set_alarm, 0, call.end).atexit = False
