"""Events that are too large: each limit that a user may set, and the error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from loopback import events, serve
from shop import Client, PetsRequests, Text

from runtime.errors import StreamInterrupted
from runtime.json_lines import json_lines
from runtime.request import StreamRequest

if TYPE_CHECKING:
    from ways import Way

ONE = b'data: {"id": 1, "name": "a"}\n\n'
LARGE = b'data: {"id": 2, "name": "%s"}\n\n' % (b"b" * 200)
LOG: StreamRequest[Text] = StreamRequest(
    operation="log",
    method="GET",
    path="/",
    returns=Text,
    lines=json_lines,
    accept="application/jsonl",
)


@pytest.mark.parametrize("large", [LARGE, LARGE[:-2], b"data:\n" * 200], ids=len)
def test_an_event_that_is_too_large_ends_the_stream(large: bytes, way: Way) -> None:
    """With an error of the package that says what came before, and the limit."""
    with (
        serve(events(ONE, large, b": never read", None)) as server,
        pytest.raises(StreamInterrupted, match="larger than 100 bytes") as caught,
    ):
        way(server.address, PetsRequests.watch(), max_event_bytes=100)

    assert (caught.value.received, caught.value.last.id) == (1, 1)  # type: ignore[attr-defined]
    assert len(server.requests) == 1


def test_a_text_that_is_too_large_ends_the_stream(way: Way) -> None:
    """JSON Lines have the same limit."""
    lines = b'{"text": "a"}\n{"text": "%s"}\n' % (b"b" * 200)
    with (
        serve(events(lines, kind="application/jsonl")) as server,
        pytest.raises(StreamInterrupted, match="larger than 100 bytes"),
    ):
        way(server.address, LOG, max_event_bytes=100)


def test_a_call_may_set_a_limit_of_its_own() -> None:
    """It counts instead of that of the client; without any, events may be large."""
    with serve(events(LARGE)) as server:
        for options, limits in [
            ({}, {}),
            ({"max_event_bytes": 100}, {"max_event_bytes": 300}),
        ]:
            with Client(base_url=server.address, **options) as client:
                (pet,) = client.pets.watch(request_options=limits)

                assert pet.id == 2
        with Client(base_url=server.address, max_event_bytes=300) as client:
            stream = client.pets.watch(request_options={"max_event_bytes": 100})
            with pytest.raises(StreamInterrupted):
                next(stream)
