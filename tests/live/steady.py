"""Runs Steady, a server that judges what SDKs send by the description.

https://www.npmjs.com/package/@stdy/cli
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from description import described

PACKAGE = Path(__file__).with_name("package.json")
INSTALL_SECONDS = 120
START_SECONDS = 20
EXAMPLE = {
    "id": "gen-1",
    "object": "chat.completion.chunk",
    "created": 1763900000,
    "model": "m",
    "choices": [{"index": 0, "delta": {"content": "a"}}],
}


@contextmanager
def judging(cache: Path, folder: Path) -> Generator[str]:
    """Serve the document of the FastRouter client, and yield the address."""
    document = folder / "openapi.json"
    document.write_text(json.dumps(_with_example(described())))
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    options = ["--reject-on-sdk-error", "--log=false", "--port", str(port)]
    command = [_node(), str(_installed(cache)), *options, str(document)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait_for(f"{address}/_x-steady/health")
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(START_SECONDS)


def _with_example(document: dict[str, Any]) -> dict[str, Any]:
    """Say what is to be streamed: made-up events would not end with `[DONE]`."""
    operation = document["paths"]["/api/v1/chat/completions"]["post"]
    operation["responses"]["200"]["content"]["text/event-stream"]["example"] = [
        {"event": None, "id": None, "data": EXAMPLE},
        {"event": None, "id": None, "data": "[DONE]"},
    ]
    return document


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, so nobody judges the requests")
    return node


def _installed(cache: Path) -> Path:
    """Return the program; npm installs the pinned version where it is missing."""
    pinned = json.loads(PACKAGE.read_text())["dependencies"]["@stdy/cli"]
    home = cache / f"steady-{pinned}"
    if not home.exists():
        _install(cache, home)
    return home / "node_modules" / "@stdy" / "cli" / "steady.js"


def _install(cache: Path, home: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so nobody judges the requests")
    cache.mkdir(exist_ok=True)
    # Another test process may do the same; whoever is first puts it in place.
    with tempfile.TemporaryDirectory(dir=cache) as name:
        folder = Path(name) / "steady"
        folder.mkdir()
        shutil.copy(PACKAGE, folder)
        command = [npm, "install", "--prefix", str(folder), "--fetch-retries=0"]
        try:
            subprocess.run(
                command, check=True, capture_output=True, timeout=INSTALL_SECONDS
            )
        except (subprocess.SubprocessError, OSError):
            pytest.skip("npm could not install @stdy/cli, so nobody judges")
        if not home.exists():
            folder.rename(home)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def _wait_for(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            httpx2.get(address)
        except httpx2.TransportError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("the judge did not start")
