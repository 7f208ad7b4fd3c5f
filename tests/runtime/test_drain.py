"""What may follow the end of a stream, and silence inside of one."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from loopback import Received, Step, chunk, events, serve
from shop import PetsRequests

from runtime import async_incoming, incoming
from runtime.errors import StreamInterrupted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ways import Way

ONE = b'data: {"id": 1, "name": "a"}\n\n'
DONE = b"data: [DONE]\n\n"
COMMENT = b": more\n\n"


def last_id(way: Way, address: str) -> int:
    """Read a stream to its end."""
    *_, pet = way(address, PetsRequests.watch())
    number: int = pet.id
    return number


@pytest.mark.parametrize(
    "rest", [[2.0], [0.04, COMMENT] * 50], ids=["silence", "a trickle"]
)
def test_a_stream_that_goes_on_in_time_is_left(way: Way, rest: list[Step]) -> None:
    """After a tenth of a second, whatever the server sends by then."""
    with serve(events(ONE, DONE), events(ONE, DONE, *rest)) as server:
        last_id(way, server.address)
        start = time.monotonic()
        assert last_id(way, server.address) == 1

    assert time.monotonic() - start < 1.5


def test_a_stream_that_goes_on_in_bytes_is_left(
    way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After 64 KiB, as fast as they may come."""
    for module in (incoming, async_incoming):
        monkeypatch.setattr(module, "DRAIN_SECONDS", 20)
    sent: list[int] = []

    def endless(_: Received) -> Iterator[Step]:
        yield from events(ONE, DONE)[:-1]
        for number in range(2000):
            sent.append(number)
            yield chunk(b": " + b"x" * 100_000 + b"\n\n")

    script: Any = endless
    with serve(script) as server:
        assert last_id(way, server.address) == 1

    # What fits into the buffers of sockets is sent, too.
    assert len(sent) < 1000


def test_silence_inside_a_stream_ends_it(way: Way) -> None:
    """`idle_timeout` is the wait for the next part."""
    with serve(events(ONE, 2.0)) as server, pytest.raises(StreamInterrupted):
        way(server.address, PetsRequests.watch(), idle_timeout=0.05)
