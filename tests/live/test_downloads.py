"""A large file comes from a server of files to a path, in little memory."""

from __future__ import annotations

import asyncio
import hashlib
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from file_server import FileServer, serving_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from packages import Generated, Packages

MEGABYTE = 1 << 20
SIZE = 200 * MEGABYTE
MOST_MEMORY = 24 * MEGABYTE
"""What client and server together may hold: some pieces, and no file."""

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Files", "version": "1"},
    "paths": {
        "/files/{name}": {
            "get": {
                "operationId": "getFile",
                "parameters": [
                    {
                        "name": "name",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "string"},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "The file.",
                        "content": {"application/octet-stream": {}},
                    }
                },
            }
        }
    },
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileServer]:
    """Serve a file of 200 MB, no two blocks of which are the same."""
    path = tmp_path_factory.mktemp("files") / "large.bin"
    with path.open("wb") as file:
        for index in range(SIZE // MEGABYTE):
            file.write(index.to_bytes(8, "big") * (MEGABYTE // 8))
    with serving_files(path) as server:
        yield server


@pytest.fixture
def package(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """Generate a client of the server of files."""
    document = tmp_path_factory.mktemp("document") / "files.json"
    document.write_text(json.dumps(DOCUMENT))
    return packages.get(document, "files_api")


class Save:
    """Saves the file, one way or the other, and remembers its progress."""

    def __init__(self, module: Any, server: FileServer, path: Path) -> None:
        self._module = module
        self._server = server
        self._path = path
        self.seen: list[tuple[int, int | None]] = []

    def blocking(self) -> None:
        """By a client that waits."""
        with self._module.Client(base_url=self._server.address) as client:
            client.files.get_stream("large.bin").save(self._path, self._progress)

    def running(self) -> None:
        """By a client of an event loop."""

        async def run() -> None:
            async with self._module.AsyncClient(
                base_url=self._server.address
            ) as client:
                download = client.files.get_stream("large.bin")
                await download.save(self._path, self._progress)

        asyncio.run(run())

    def _progress(self, done: int, total: int | None) -> None:
        self.seen.append((done, total))


def digest(path: Path) -> str:
    """Digest a file without reading it into memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@pytest.mark.parametrize("way", ["blocking", "running"])
def test_a_large_file_is_saved_in_little_memory(
    files: FileServer, package: Generated, tmp_path: Path, way: str
) -> None:
    """Its connection breaks in the middle, and it goes on where it ended."""
    path = tmp_path / "saved.bin"
    save = Save(package.module, files, path)
    files.break_at, files.sent = SIZE // 2, 0
    files.ranges.clear()

    tracemalloc.start()
    getattr(save, way)()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert digest(files.path) == digest(path)
    assert (SIZE, SIZE) == save.seen[-1]
    assert [each for each, _ in save.seen] == sorted({each for each, _ in save.seen})
    assert [None, "bytes"] == [each and each.partition("=")[0] for each in files.ranges]
    assert files.sent < SIZE * 1.1
    assert peak < MOST_MEMORY
    assert [path] == list(tmp_path.iterdir())
