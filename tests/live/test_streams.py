"""Streams of the generated client, from a server that cuts them as it likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chunks import DONE, chunk, event, said
from fastrouter.models import ChatCompletionChunk
from server import Server, stream

if TYPE_CHECKING:
    from callers import Listener

WHOLE = said("caf\u00e9 \u2028") + said("\U0001f600") + DONE


def test_chunks_are_models(server: Server, listener: Listener) -> None:
    """Each event is the typed object that the description promises."""
    server.answer(stream(WHOLE))

    listener.listen(server)

    assert [chunk("caf\u00e9 \u2028"), chunk("\U0001f600")] == [
        each.model_dump(exclude_unset=True) for each in listener.chunks
    ]
    assert {ChatCompletionChunk} == set(map(type, listener.chunks))
    assert server.requests[0].body["stream"] is True
    assert server.requests[0].headers["accept"] == "text/event-stream"


def test_a_stream_may_be_cut_at_every_byte(server: Server, listener: Listener) -> None:
    """Also inside a character and between CR and LF."""
    whole = WHOLE.replace(b"\n", b"\r\n")
    cuts = range(1, len(whole))
    server.answer(*(stream(whole[:cut], whole[cut:]) for cut in cuts))

    listener.listen(server, times=len(cuts))

    assert ["caf\u00e9 \u2028", "\U0001f600"] * len(cuts) == listener.text


def test_a_stream_may_come_byte_by_byte(server: Server, listener: Listener) -> None:
    """One chunk of the transfer coding for each byte."""
    server.answer(stream(*(bytes([byte]) for byte in WHOLE)))

    listener.listen(server)

    assert ["caf\u00e9 \u2028", "\U0001f600"] == listener.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_line_end_is_understood(
    server: Server, listener: Listener, end: str
) -> None:
    """And comments, which keep connections alive, are not events."""
    comment = f": OPENROUTER PROCESSING{end}{end}".encode()
    events = [comment, event(chunk("a"), end), comment, event(chunk("b"), end), DONE]
    server.answer(stream(*events))

    listener.listen(server)

    assert ["a", "b"] == listener.text


def test_a_pause_holds_nothing_back(server: Server, listener: Listener) -> None:
    """An event is handed out when it is complete, not when more arrives."""
    server.answer(stream(said("a"), 0.6, said("b"), DONE))

    listener.listen(server)

    assert ["a", "b"] == listener.text
    assert 0.3 < listener.arrivals[1] - listener.arrivals[0]


def test_the_terminator_ends_the_stream(server: Server, listener: Listener) -> None:
    """What follows is drained, so that all streams share one connection."""
    server.answer(stream(said("a"), DONE, said("never"), b": bye\n\n"))

    listener.listen(server, times=6)

    assert ["a"] * 6 == listener.text
    assert len(server.requests) == 6
    assert len(server.connections) == 1


def test_a_stream_may_end_without_terminator(
    server: Server, listener: Listener
) -> None:
    """An event that was not completed is dropped, as the standard asks."""
    server.answer(stream(said("a"), b"data: {"))

    listener.listen(server)

    assert ["a"] == listener.text
