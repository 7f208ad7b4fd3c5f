"""Files of 200 MB go from disk to a server in little memory, if need be twice."""

from __future__ import annotations

import asyncio
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest
from warehouse import Warehouse, storing

if TYPE_CHECKING:
    from packages import Generated, Packages

SIZE = 200 * 1024 * 1024
LITTLE = 8 * 1024 * 1024
"""What the client may hold at once, whatever it sends."""
DESCRIPTION = Path(__file__).parent / "uploads.yaml"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file, each block of which differs from the others."""
    path = tmp_path_factory.mktemp("large") / "large.bin"
    with path.open("wb") as file:
        for number in range(SIZE >> 20):
            file.write(number.to_bytes(4, "big") * (1 << 18))
    return path


@pytest.fixture(scope="module")
def uploads(packages: Packages) -> Generated:
    """The package that sends it."""
    return packages.get(DESCRIPTION, "uploads_api")


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    """A server whose first connection ends in the middle of the body."""
    with storing() as started:
        started.dropped = 1
        yield started


@pytest.fixture
def in_little_memory() -> Iterator[None]:
    """Measure what is allocated."""
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < LITTLE


@pytest.mark.usefixtures("in_little_memory")
def test_a_large_file_is_sent_again_from_its_start(
    large: Path, uploads: Generated, warehouse: Warehouse
) -> None:
    """The second attempt has every byte, and both announce how many there are."""
    with uploads.module.Client(base_url=warehouse.address) as client:
        client.blobs.update(body=large)

    first, second = warehouse.kept
    assert first.length < SIZE
    assert [SIZE] * 3 == [first.announced, second.announced, second.length]
    assert _checksum(large) == second.checksum


@pytest.mark.usefixtures("in_little_memory")
def test_a_large_part_is_sent_again_from_its_start(
    large: Path, uploads: Generated, warehouse: Warehouse
) -> None:
    """An open file among other parts is rewound; an event loop reads it in a thread."""

    async def put(file: BinaryIO) -> None:
        async with uploads.module.AsyncClient(base_url=warehouse.address) as client:
            await client.files.update(file=file, note="large")

    with large.open("rb") as file:
        asyncio.run(put(file))

    first, second = warehouse.kept
    assert first.length < SIZE < second.length < SIZE + 1000
    assert second.announced == second.length == first.announced


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum
