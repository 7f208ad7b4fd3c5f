"""Every operation that hands out bytes: into memory, piece by piece, and into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weather import Download
from weather.testing import FakeApi

CONTENT = bytes(range(256)) * 1000


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
    fake = FakeApi()
    fake.radar.get.returns(CONTENT, headers={"content-type": "image/png"})
    client = fake.client

    arrived = received(lambda: client.radar.get_stream("5/16/10"), tmp_path)

    assert arrived == [CONTENT] * 3
