"""Every operation that hands out bytes: into memory, piece by piece, and into a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gallery import Download
from gallery.testing import FakeApi

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


def test_exports_get_latest_stream(tmp_path: Path) -> None:
    fake = FakeApi()
    fake.exports.get_latest.returns(
        CONTENT, headers={"content-type": "application/octet-stream"}
    )
    client = fake.client

    arrived = received(lambda: client.exports.get_latest_stream(), tmp_path)

    assert arrived == [CONTENT] * 3


def test_pictures_read_aloud_download(tmp_path: Path) -> None:
    fake = FakeApi()
    fake.pictures.read_aloud.returns(CONTENT, headers={"content-type": "audio/mpeg"})
    client = fake.client

    arrived = received(lambda: client.pictures.read_aloud_download("id"), tmp_path)

    assert arrived == [CONTENT] * 3


def test_pictures_get_file_stream(tmp_path: Path) -> None:
    fake = FakeApi()
    fake.pictures.get_file.returns(CONTENT, headers={"content-type": "application/pdf"})
    client = fake.client

    arrived = received(lambda: client.pictures.get_file_stream("id"), tmp_path)

    assert arrived == [CONTENT] * 3
