"""A server of HTTP/2 and TLS on loopback that says what a request asks it to say.

It is a process of its own: what it leaves undone when it stops is nobody's warning.

https://hypercorn.readthedocs.io/en/latest/how_to_guides/api_usage.html
"""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config

_SECONDS = 600
"""After how long it stops by itself."""


@contextmanager
def serving_http2(pem: Path) -> Generator[str]:
    """Run it with a certificate, and yield its address.

    The header `x-steps` of a request to `/watch` is a JSON array of what it sends,
    texts, and how many seconds it waits between; everything else gets a pet, after as
    many seconds as `x-delay` says.
    """
    command = [sys.executable, __file__, str(pem)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"https://localhost:{process.stdout.readline().strip()}"
        process.kill()


async def _app(scope: Any, _receive: Any, send: Any) -> None:
    if scope["type"] != "http":
        return
    steps: list[str | float] = ['{"id": 7, "name": "other"}']
    kind = b"application/json"
    if scope["path"] == "/watch":
        steps = json.loads(dict(scope["headers"])[b"x-steps"])
        kind = b"text/event-stream"
    elif delay := dict(scope["headers"]).get(b"x-delay"):
        await asyncio.sleep(float(delay))
    if isinstance(steps[0], float):
        await asyncio.sleep(steps.pop(0))  # type: ignore[arg-type]
    head = {"status": 200, "headers": [(b"content-type", kind)]}
    await send({"type": "http.response.start", **head})
    for step in steps:
        if isinstance(step, float):
            await asyncio.sleep(step)
        else:
            body = {"body": step.encode(), "more_body": True}
            await send({"type": "http.response.body", **body})
    await send({"type": "http.response.body"})


async def _main(pem: str) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)  # noqa: T201 - told to the parent
    config = Config()
    config.bind = [f"fd://{listener.detach()}"]
    config.certfile = config.keyfile = pem
    config.alpn_protocols = ["h2", "http/1.1"]
    config.errorlog = config.accesslog = None
    app: Any = _app
    await asyncio.wait_for(serve(app, config), _SECONDS)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1]))
