"""A server on loopback that answers at once, in a process of its own.

Its answers are written before the first request, so that it costs little, and what it
costs is on no client's account.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

EVENTS = 5000
SECONDS = 1800
PIECE = 65536

MODEL = {"created": 1763900000, "model": "openai/gpt-5.1"}
COMPLETION: dict[str, Any] = {
    "id": "gen-0123456789abcdef",
    "object": "chat.completion",
    **MODEL,
    "choices": [
        {
            "index": 0,
            "message": {"role": "assistant", "content": "It scatters."},
            "finish_reason": "stop",
        }
    ],
    "usage": {"prompt_tokens": 12, "completion_tokens": 9, "total_tokens": 21},
}
CHUNK: dict[str, Any] = {
    "id": "gen-0123456789abcdef",
    "object": "chat.completion.chunk",
    **MODEL,
    "system_fingerprint": "fp_0123456789",
    "choices": [
        {
            "index": 0,
            "delta": {"role": "assistant", "content": " token00000 of many"},
            "finish_reason": None,
        }
    ],
}
MESSAGE: dict[str, Any] = {
    "id": "gen-0123456789abcdef",
    "type": "message",
    "role": "assistant",
    "model": "claude",
    "content": [{"type": "text", "text": "It scatters."}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 12, "output_tokens": 9},
}
DELTA: dict[str, Any] = {
    "type": "content_block_delta",
    "index": 0,
    "delta": {"type": "text_delta", "text": " token00000 of many"},
}


@contextmanager
def answering_server() -> Generator[str]:
    """Run it, and yield its address."""
    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        port = process.stdout.readline().strip() if process.stdout else ""
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _whole(value: object) -> bytes:
    body = json.dumps(value).encode()
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
    return b"%scontent-length: %d\r\n\r\n%s" % (head, len(body), body)


def _stream(event: bytes, end: bytes, size: int) -> bytes:
    """Write a stream in chunks of so many bytes, or of one event each."""
    parts = [event] * EVENTS + [end]
    if size:
        text = b"".join(parts)
        parts = [text[at : at + size] for at in range(0, len(text), size)]
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
    chunks = [b"%x\r\n%s\r\n" % (len(part), part) for part in filter(None, parts)]
    return b"%stransfer-encoding: chunked\r\n\r\n%s0\r\n\r\n" % (head, b"".join(chunks))


def _data(value: object) -> bytes:
    return b"data: " + json.dumps(value, separators=(",", ":")).encode() + b"\n\n"


def _answers() -> dict[tuple[bool, bool, bool], bytes]:
    """Write all answers: of messages or not, streamed or not, in bulk or not."""
    named = b"event: content_block_delta\n" + _data(DELTA)
    stop = b"event: message_stop\n" + _data({"type": "message_stop"})
    found: dict[tuple[bool, bool, bool], bytes] = {}
    for bulk, size in ((True, PIECE), (False, 0)):
        found[False, False, bulk] = _whole(COMPLETION)
        found[True, False, bulk] = _whole(MESSAGE)
        found[False, True, bulk] = _stream(_data(CHUNK), b"data: [DONE]\n\n", size)
        found[True, True, bulk] = _stream(named, stop, size)
    return found


_ANSWERS = _answers()


async def _talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, EOFError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            _, _, length = head.partition(b"content-length:")
            body = await reader.readexactly(int(length.split(b"\r\n")[0]))
            path = head.split(b"\r\n", 1)[0]
            streams = b'"stream":true' in body.replace(b" ", b"")
            writer.write(_ANSWERS[b"/messages" in path, streams, b"/bulk/" in path])
            await writer.drain()
    writer.close()


async def _main() -> None:
    server = await asyncio.start_server(_talk, "127.0.0.1", limit=2**24)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(SECONDS)


if __name__ == "__main__":
    asyncio.run(_main())
