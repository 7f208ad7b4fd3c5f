"""Ports on loopback for servers that run in processes of their own."""

from __future__ import annotations

import socket
import subprocess
import time

import httpx2
import pytest

START_SECONDS = 120
"""How long a server may take until it listens."""


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a process answers at an address; the test fails if it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx2.get(address)
        except httpx2.TransportError:
            time.sleep(0.02)
        else:
            return
    pytest.fail(f"nobody answers at {address}")
