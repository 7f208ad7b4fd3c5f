"""A server on loopback whose answers go wrong by chance, in a process of its own.

What comes next is decided by a seed, so that a run can be repeated.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import json
import random
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeAlias

Step: TypeAlias = bytes | float | None
"""Bytes to send, seconds to wait, or None to cut the connection."""

Fault: TypeAlias = Callable[[random.Random], list[Step]]

SECONDS = 1800
"""After how long it stops by itself."""

STALL = 5.0
COMPLETION = json.dumps(
    {
        "id": "gen-1",
        "object": "chat.completion",
        "created": 1763900000,
        "model": "openai/gpt-5.1",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "It scatters."},
                "finish_reason": "stop",
            }
        ],
    }
).encode()
CHUNK = json.dumps(
    {
        "id": "gen-1",
        "object": "chat.completion.chunk",
        "created": 1763900000,
        "model": "openai/gpt-5.1",
        "choices": [{"index": 0, "delta": {"content": "It"}}],
    }
).encode()
EVENT = b"data: " + CHUNK + b"\n\n"
DONE = b"data: [DONE]\n\n"
REFUSAL = b'{"error": {"message": "Slow down", "code": 429}}'


def answer(status: int, body: bytes, *headers: str) -> bytes:
    """Write a whole response."""
    lines = [f"HTTP/1.1 {status} X", "content-type: application/json", *headers]
    lines += [f"content-length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def stream(*parts: Step) -> list[Step]:
    """Write an event stream in chunked coding, one chunk for each part."""
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
    steps: list[Step] = [head + b"transfer-encoding: chunked\r\n\r\n"]
    for part in parts:
        if isinstance(part, bytes):
            steps.append(b"%x\r\n%s\r\n" % (len(part), part))
        else:
            steps.append(part)
    return steps if parts[-1] is None else [*steps, b"0\r\n\r\n"]


def cut(steps: list[Step], chance: random.Random) -> list[Step]:
    """End a response somewhere in it."""
    text = b"".join(step for step in steps if isinstance(step, bytes))
    return [text[: chance.randrange(len(text))], None]


def _trickle(_: random.Random) -> list[Step]:
    return [step for byte in WHOLE[:200] for step in (bytes([byte]), 0.004)]


def _good(_: random.Random) -> list[Step]:
    return [WHOLE]


def _good_stream(_: random.Random) -> list[Step]:
    return GOOD


SLOWLY: list[Step] = [EVENT, 0.02] * 10
PINGS: list[Step] = [0.05, b": ping\n\n"] * 100
WHOLE = answer(200, COMPLETION)
GOOD = stream(*[EVENT] * 5, DONE)

REFUSED: list[Fault] = [
    lambda _: [answer(429, REFUSAL, "retry-after: 0.01")],
    lambda _: [answer(503, b"{}", "retry-after: 0.01")],
    lambda _: [answer(500, b"<html>")],
    lambda _: [answer(404, REFUSAL)],
    lambda _: [answer(500, b"no gzip", "content-encoding: gzip")],
]
BROKEN: list[Fault] = [
    lambda _: [None],
    lambda _: [b"garbage\r\n\r\n", None],
    lambda _: [b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 30_000, None],
    lambda _: [STALL],
]
ANSWERS: list[Fault] = [
    *[_good] * 6,
    lambda chance: [chance.uniform(0, 0.3), WHOLE],
    lambda _: [answer(200, gzip.compress(COMPLETION), "content-encoding: gzip")],
    lambda chance: cut([WHOLE], chance),
    lambda _: [WHOLE[:-9], STALL],
    _trickle,
    lambda _: [answer(200, b"<html>")],
    lambda _: [answer(200, b"[" * 5000)],
    lambda _: [answer(200, b'{"id": 1, "choices": {}}')],
    *REFUSED,
    *BROKEN,
]
STREAMS: list[Fault] = [
    *[_good_stream] * 6,
    lambda _: stream(*SLOWLY, DONE),
    lambda _: stream(*[EVENT] * 5),
    lambda _: stream(EVENT, DONE, *PINGS),
    lambda _: stream(EVENT, b'data: {"error": {"message": "x", "code": 502}}\n\n'),
    lambda _: stream(EVENT, b"event: new\ndata: {}\n\n", DONE),
    lambda _: stream(EVENT, b"data: {\n\n"),
    lambda _: stream(EVENT, STALL, DONE),
    lambda chance: cut(GOOD, chance),
    lambda _: [answer(200, COMPLETION)],
    *REFUSED,
    *BROKEN,
]


@contextmanager
def faulty_server(seed: int) -> Generator[str]:
    """Run it, and yield its address."""
    command = [sys.executable, __file__, str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        port = process.stdout.readline().strip() if process.stdout else ""
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


class _Server:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    async def talk(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Answer the requests of one connection."""
        with contextlib.suppress(OSError, EOFError):
            while await self._answer(await _request(reader), writer):
                pass
        writer.close()

    async def _answer(self, body: bytes, writer: asyncio.StreamWriter) -> bool:
        """Answer a request; say whether the connection is to be kept."""
        faults = STREAMS if b'"stream":true' in body else ANSWERS
        for step in self._chance.choice(faults)(self._chance):
            if step is None:
                return False
            if isinstance(step, bytes):
                writer.write(step)
                await writer.drain()
            else:
                await asyncio.sleep(step)
        return True


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    _, _, length = head.partition(b"content-length:")
    return await reader.readexactly(int(length.split(b"\r\n")[0]))


async def _main(seed: int) -> None:
    server = await asyncio.start_server(_Server(seed).talk, "127.0.0.1", backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(SECONDS)


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
