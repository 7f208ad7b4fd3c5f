"""Downloads that somebody closes before they are whole."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from loopback import Step, reply, serve
from shop import AsyncClient, Client

from runtime.async_downloads import AsyncDownload
from runtime.downloads import Download
from runtime.errors import StreamInterrupted
from runtime.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REQUEST: Request[bytes] = Request(
    operation="files.get", method="GET", path="/file", returns=bytes
)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n"
SLOW: list[Step] = [HEAD, b"a" * 20, 0.3, b"b" * 20]


def test_a_file_that_is_given_up_is_not_there(
    connect: Callable[..., Client], tmp_path: Path
) -> None:
    """What tells of progress may close it; half of a file is none."""
    with serve(SLOW) as server:
        download = connect(server).open(Download, REQUEST)
        with pytest.raises(StreamInterrupted, match="closed meanwhile") as raised:
            download.save(tmp_path / "file", lambda _done, _all: download.close())

    assert raised.value.received == 20
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_nor_is_one_of_the_async_client(backend: str, tmp_path: Path) -> None:
    """Another task closes it while it is written."""

    async def main() -> None:
        async with AsyncClient(base_url=server.address) as client:
            download = client.open(AsyncDownload, REQUEST)
            async with anyio.create_task_group() as tasks:

                def give_up(_done: int, _all: int | None) -> None:
                    tasks.start_soon(download.close)

                with pytest.raises(StreamInterrupted, match="closed meanwhile"):
                    await download.save(tmp_path / "file", give_up)

    with serve(SLOW) as server:
        anyio.run(main, backend=backend)

    assert list(tmp_path.iterdir()) == []


def test_bytes_that_are_given_up_are_not_returned(
    connect: Callable[..., Client],
) -> None:
    """All of them were asked for."""
    with serve([*SLOW, 1.0]) as server:
        download = connect(server).open(Download, REQUEST)
        timer = threading.Timer(0.1, download.close)
        timer.start()
        with pytest.raises(StreamInterrupted):
            download.read()
        timer.join()


def test_chunks_end_for_who_closes_them(connect: Callable[..., Client]) -> None:
    """As events do."""
    with serve(SLOW) as server:
        download = connect(server).open(Download, REQUEST)
        seen = []
        for chunk in download:
            seen.append(chunk)
            download.close()

    assert seen == [b"a" * 20]


def test_only_one_thread_reads_a_download(connect: Callable[..., Client]) -> None:
    """Another one is told so."""
    with serve(SLOW) as server:
        download = connect(server).open(Download, REQUEST)
        problems: list[str] = []

        def intrude() -> None:
            try:
                next(download)
            except RuntimeError as problem:
                problems.append(str(problem))

        other = threading.Timer(0.15, intrude)
        other.start()
        assert b"".join(download) == b"a" * 20 + b"b" * 20
        other.join()

    assert problems == ["another thread or task is reading this already"]


def test_a_refusal_is_told_to_middleware(connect: Callable[..., Client]) -> None:
    """When it is entered, and not when it is collected."""
    heard: list[Any] = []

    def around(outgoing: Any, call_next: Any) -> Any:
        outgoing.on_end(heard.append)
        return call_next(outgoing)

    with serve(reply(404)) as server:
        client = connect(server, middleware=[around])
        with pytest.raises(Exception, match="404"):
            client.open(Download, REQUEST).__enter__()

    assert [404] == [each.status for each in heard]
