"""Every operation that hands out bytes: into memory, piece by piece, and into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
from weather import Client, Download

CONTENT = bytes(range(256)) * 1000


def serving(status: int, content_type: str) -> Client:
    """Return a client that is given the content, whatever it asks for."""

    def answer(_: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": content_type}
        return httpx2.Response(status, headers=headers, content=CONTENT)

    options: Any = {
        "base_url": "http://test",
        "http_client": httpx2.Client(transport=httpx2.MockTransport(answer)),
    }
    return Client(username="test", password="test", **options)


def received(download: Callable[[], Download], folder: Path) -> list[bytes]:
    """Return what arrives each way, after the progress of a file was told."""
    told: list[tuple[int, int | None]] = []
    download().save(
        folder / "file", progress=lambda done, total: told.append((done, total))
    )
    assert told[-1] == (len(CONTENT), len(CONTENT))
    with download() as pieces:
        joined = b"".join(pieces)
    return [download().read(), joined, (folder / "file").read_bytes()]


def test_radar_get_stream(tmp_path: Path) -> None:
    client = serving(200, "image/png")

    arrived = received(lambda: client.radar.get_stream("5/16/10"), tmp_path)

    assert arrived == [CONTENT] * 3
