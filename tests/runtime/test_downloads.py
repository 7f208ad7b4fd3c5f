"""Bytes arrive piece by piece, in memory, in a file, and after a break.

https://www.rfc-editor.org/rfc/rfc9110#section-14
"""

from __future__ import annotations

import stat
import time
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from loopback import Received, Step, reply, serve
from shop import AT_ONCE, AsyncClient, Client

from runtime.async_downloads import AsyncDownload
from runtime.downloads import Download
from runtime.errors import (
    DeadlineExceeded,
    StatusError,
    StreamInterrupted,
)
from runtime.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from loopback import Loopback, Script

FILE = bytes(range(256)) * 40
HALF = len(FILE) // 2
SERVES_RANGES = {"etag": '"v1"', "accept-ranges": "bytes"}


def file_request(method: str = "GET") -> Request[bytes]:
    """Build a request that is answered by bytes."""
    return Request(operation="files.get", method=method, path="/file", returns=bytes)


class Reader:
    """A way to download, blocking or async."""

    def __init__(self, runs: str) -> None:
        self._runs = runs

    def read(self, server: Loopback, **options: Any) -> bytes:
        """Return all bytes."""
        return self._do(server, "read", (), options)

    def chunks(self, server: Loopback, **options: Any) -> bytes:
        """Join all chunks."""
        return self._do(server, None, (), options)

    def save(self, server: Loopback, *given: Any, **options: Any) -> None:
        """Write a file."""
        self._do(server, "save", given, options)

    def _do(
        self,
        server: Loopback,
        name: str | None,
        given: tuple[Any, ...],
        options: dict[str, Any],
    ) -> Any:
        request = file_request(options.pop("method", "GET"))
        if self._runs == "blocking":
            with Client(base_url=server.address, retry=AT_ONCE, **options) as client:
                download = client.open(Download, request)
                return _call(download, name, given)

        async def run() -> Any:
            async with AsyncClient(
                base_url=server.address, retry=AT_ONCE, **options
            ) as client:
                download = client.open(AsyncDownload, request)
                if name is None:
                    async with download as chunks:
                        return b"".join([chunk async for chunk in chunks])
                return await getattr(download, name)(*given)

        return anyio.run(run, backend=self._runs)


def _call(download: Download, name: str | None, given: tuple[Any, ...]) -> Any:
    if name is None:
        with download as chunks:
            return b"".join(chunks)
    return getattr(download, name)(*given)


@pytest.fixture(params=["blocking", "asyncio", "trio"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return each way to download."""
    return Reader(request.param)


def whole(content: bytes = FILE, **headers: str) -> list[Step]:
    """Answer with a file."""
    return reply(200, content, "application/octet-stream", **headers)


def broken(content: bytes = FILE, **headers: str) -> list[Step]:
    """Answer with the first half of a file, and hang up."""
    (answer,) = whole(content, **headers)
    assert isinstance(answer, bytes)
    return [answer[: len(answer) - len(content) + HALF], None]


def ranged(sent: Received, etag: str = '"v1"') -> list[Step]:
    """Answer as a server of files does: the rest where it has not changed."""
    start = int(sent.headers["range"].removeprefix("bytes=").removesuffix("-"))
    if sent.headers["if-range"] != etag:
        return whole(etag=etag)
    where = f"bytes {start}-{len(FILE) - 1}/{len(FILE)}"
    return reply(206, FILE[start:], "application/octet-stream", content_range=where)


def test_all_bytes_are_read(reader: Reader) -> None:
    """At once, or in chunks."""
    with serve(whole()) as server:
        assert FILE == reader.read(server)
        assert FILE == reader.chunks(server)
    assert "identity" == server.requests[0].headers["accept-encoding"]


def test_a_file_is_written_whole(reader: Reader, tmp_path: Path) -> None:
    """With the permissions of any new file, and nothing beside it."""
    path, seen = tmp_path / "a.bin", list[tuple[int, int | None]]()
    other = tmp_path / "other"
    other.touch()
    with serve(whole()) as server:
        reader.save(server, path, lambda done, total: seen.append((done, total)))

    assert FILE == path.read_bytes()
    assert (len(FILE), len(FILE)) == seen[-1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert stat.S_IMODE(other.stat().st_mode) == stat.S_IMODE(path.stat().st_mode)
    assert {"a.bin", "other"} == {each.name for each in tmp_path.iterdir()}


def test_the_total_may_be_unknown(reader: Reader, tmp_path: Path) -> None:
    """Without a length, or where the length is that of what was compressed."""
    seen = list[int | None]()
    head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
    with serve([head, b"2\r\nab\r\n0\r\n\r\n"]) as server:
        reader.save(server, str(tmp_path / "a"), lambda _, total: seen.append(total))

    assert {None} == {*seen}


def test_a_status_of_failure_is_raised_on_entering(connect: Any) -> None:
    """Before any byte is asked for, and nothing is written."""
    with serve(reply(404, b'{"message": "no such file"}')) as server:
        download = connect(server).open(Download, file_request())
        with pytest.raises(StatusError, match="no such file"), download:
            pass


def test_a_failure_leaves_no_file(reader: Reader, tmp_path: Path) -> None:
    """And keeps the one that is there."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    with serve(reply(404)) as server, pytest.raises(StatusError):
        reader.save(server, path)

    assert b"old" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("method", ["read", "chunks", "save"])
def test_what_breaks_off_goes_on(reader: Reader, method: str, tmp_path: Path) -> None:
    """Where the server knows ranges, and says what it is that they are of."""
    path = tmp_path / "a.bin"
    given = [path] if method == "save" else []
    with serve(broken(**SERVES_RANGES), ranged) as server:
        found = getattr(reader, method)(server, *given)

    assert FILE == (path.read_bytes() if method == "save" else found)
    assert f"bytes={HALF}-" == server.requests[1].headers["range"]
    assert '"v1"' == server.requests[1].headers["if-range"]


def test_a_rest_may_break_off_too(reader: Reader) -> None:
    """As often as there are attempts."""

    def third(sent: Received) -> list[Step]:
        (answer,) = ranged(sent)
        assert isinstance(answer, bytes)
        return [answer[:-1000], None]

    with serve(broken(**SERVES_RANGES), third, ranged) as server:
        assert FILE == reader.chunks(server)
    assert "bytes=9240-" == server.requests[2].headers["range"]


def test_a_server_may_send_everything_again(reader: Reader) -> None:
    """What is known of it already is skipped, if it is still the same."""
    with serve(broken(**SERVES_RANGES), whole(etag='"v1"')) as server:
        assert FILE == reader.chunks(server)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"etag": '"v1"'},
        {"etag": 'W/"v1"', "accept-ranges": "bytes"},
        {"accept-ranges": "bytes"},
        {"etag": '"v1"', "accept-ranges": "none"},
    ],
)
def test_chunks_that_are_gone_cannot_come_again(
    reader: Reader, headers: dict[str, str]
) -> None:
    """Where nothing promises that the rest is one of the same file."""
    with (
        serve(broken(**headers), whole()) as server,
        pytest.raises(StreamInterrupted) as caught,
    ):
        reader.chunks(server)

    assert (HALF, 1) == (caught.value.received, len(server.requests))


@pytest.mark.parametrize("method", ["read", "save"])
def test_what_nobody_has_seen_starts_again(
    reader: Reader, method: str, tmp_path: Path
) -> None:
    """In memory and in a file, whatever the server knows of ranges."""
    path, other = tmp_path / "a.bin", FILE[::-1]
    with serve(broken(), whole(other)) as server:
        found = getattr(reader, method)(server, *([path] if method == "save" else []))

    assert other == (path.read_bytes() if method == "save" else found)
    assert "range" not in server.requests[1].headers


def changed(_: Received) -> list[Step]:
    """Answer with another version of the file."""
    return whole(FILE[::-1], etag='"v2"')


def wrong(_: Received) -> list[Step]:
    """Answer with another part than the one that was asked for."""
    where = f"bytes 0-{len(FILE) - 1}/{len(FILE)}"
    return reply(206, FILE, "application/octet-stream", content_range=where)


@pytest.mark.parametrize("second", [changed, wrong])
def test_two_files_are_never_mixed(
    reader: Reader, second: Script, tmp_path: Path
) -> None:
    """One that has changed starts again, or is an error where chunks are gone."""
    path = tmp_path / "a.bin"
    with serve(broken(**SERVES_RANGES), second, changed) as server:
        reader.save(server, path)
    with (
        serve(broken(**SERVES_RANGES), second) as server,
        pytest.raises(StreamInterrupted, match="changed"),
    ):
        reader.chunks(server)

    assert FILE[::-1] == path.read_bytes()


def test_attempts_come_to_an_end(reader: Reader, tmp_path: Path) -> None:
    """The error says how far it has come, and nothing is left behind."""
    with (
        serve(broken()) as server,
        pytest.raises(StreamInterrupted) as caught,
    ):
        reader.save(server, tmp_path / "a.bin")

    assert (3, HALF) == (caught.value.attempts, caught.value.received)
    assert [] == list(tmp_path.iterdir())


def test_a_request_that_must_not_be_repeated_is_not(reader: Reader) -> None:
    """What a POST does may be done already."""
    with serve(broken()) as server, pytest.raises(StreamInterrupted):
        reader.read(server, method="POST")

    assert 1 == len(server.requests)


def test_the_deadline_holds(reader: Reader) -> None:
    """Whatever the server does between the bytes."""
    (answer,) = whole()
    assert isinstance(answer, bytes)
    drops: list[Step] = [answer[:200]]
    for at in range(200, 400):
        drops += [0.05, answer[at : at + 1]]
    started = time.monotonic()
    with serve(drops) as server, pytest.raises(DeadlineExceeded):
        reader.read(server, deadline=0.4)

    assert time.monotonic() - started < 3


def test_silence_is_borne_for_so_long(reader: Reader) -> None:
    """`idle_timeout` is for what streams."""
    (answer,) = whole()
    assert isinstance(answer, bytes)
    with (
        serve([answer[:2000], 5.0]) as server,
        pytest.raises(StreamInterrupted, match="silent"),
    ):
        reader.chunks(server, idle_timeout=0.2)


def test_a_download_is_read_once(connect: Callable[..., Client]) -> None:
    """All of what is partly gone cannot be returned."""
    with (
        serve(whole()) as server,
        connect(server).open(Download, file_request()) as chunks,
    ):
        next(chunks)
        assert (200, len(FILE)) == (chunks.status, chunks.total)
        assert "application/octet-stream" == chunks.headers["content-type"]
        with pytest.raises(RuntimeError, match="already"):
            chunks.read()


def test_leaving_early_closes_the_connection(connect: Callable[..., Client]) -> None:
    """The rest is not waited for, and the next call opens another."""
    (answer,) = whole()
    assert isinstance(answer, bytes)
    with serve([answer[:5000], 5.0, answer[5000:]], whole()) as server:
        client = connect(server)
        started = time.monotonic()
        with client.open(Download, file_request()) as chunks:
            next(chunks)
        assert FILE == client.open(Download, file_request()).read()

    assert time.monotonic() - started < 3
    assert 2 == server.connections


def test_a_folder_is_no_file(reader: Reader, tmp_path: Path) -> None:
    """And nothing is asked of the server."""
    with serve(whole()) as server, pytest.raises(IsADirectoryError):
        reader.save(server, tmp_path)

    assert [] == server.requests


def test_a_folder_that_is_not_there_is_named_by_the_path(
    reader: Reader, tmp_path: Path
) -> None:
    """That of the caller: nobody knows what a draft is called."""
    path = tmp_path / "none" / "x.bin"
    with serve(whole()) as server, pytest.raises(FileNotFoundError) as raised:
        reader.save(server, path)

    assert str(path) == raised.value.filename
    assert [] == server.requests


def test_a_callback_that_fails_ends_it(reader: Reader, tmp_path: Path) -> None:
    """Nothing is left behind."""

    def fail(done: int, total: int | None) -> None:
        raise ZeroDivisionError(done, total)

    with serve(whole()) as server, pytest.raises(ZeroDivisionError):
        reader.save(server, tmp_path / "a.bin", fail)

    assert [] == list(tmp_path.iterdir())
