"""Runs Steady, a server that judges what SDKs send by the description.

https://www.npmjs.com/package/@stdy/cli
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from servers.ports import free_port, wait_for

CACHE = Path(__file__).parents[2] / ".cache"
PACKAGE = Path(__file__).with_name("package.json")
INSTALL_SECONDS = 120
STOP_SECONDS = 20


@contextmanager
def judging(document: Path, *options: str) -> Generator[str]:
    """Serve a document, and yield the address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = ["--log=false", "--port", str(port), *options]
    command = [_node(), str(_installed()), *settings, str(document)]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_for(f"{address}/_x-steady/health", process)
        yield address
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(STOP_SECONDS)


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, so nobody judges the requests")
    return node


def _installed() -> Path:
    """Return the program; npm installs the pinned version where it is missing."""
    pinned = json.loads(PACKAGE.read_text())["dependencies"]["@stdy/cli"]
    home = CACHE / f"steady-{pinned}"
    if not home.exists():
        _install(home)
    return home / "node_modules" / "@stdy" / "cli" / "steady.js"


def _install(home: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so nobody judges the requests")
    CACHE.mkdir(exist_ok=True)
    # Another test process may do the same; whoever is first puts it in place.
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
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
