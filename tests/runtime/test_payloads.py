"""Bodies that are bytes: where they come from, their length, and what goes wrong."""

from __future__ import annotations

import asyncio
import io
import os
import re
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from loopback import reply, serve
from shop import AT_ONCE, AsyncClient, Client

from runtime.binary import binary_body
from runtime.body import Body, json_value
from runtime.errors import ConnectionFailed, StatusError
from runtime.json_lines_body import json_lines_body
from runtime.multipart import Part, multipart_body
from runtime.request import Request
from runtime.text_bodies import text_body

DATA = bytes(range(256)) * 3000


def put(body: Body | None) -> Request[None]:
    """Make a request that may be repeated."""
    return Request(
        operation="blobs.put", method="PUT", path="/blob", body=body, returns=None
    )


class Once:
    """A file without a way back."""

    def __init__(self) -> None:
        self._file = io.BytesIO(DATA)

    def read(self, size: int = -1, /) -> bytes:
        """Read on."""
        return self._file.read(size)


def pieces() -> Iterator[bytes]:
    """Yield the data in pieces."""
    yield DATA[:1000]
    yield DATA[1000:]


async def later() -> AsyncIterator[bytes]:
    """Yield it where an event loop waits for it."""
    for piece in pieces():
        await asyncio.sleep(0)
        yield piece


def saved(folder: Path) -> Path:
    """Write the data into a file."""
    path = folder / "data.bin"
    path.write_bytes(DATA)
    return path


AGAIN: dict[str, Callable[[Path], Any]] = {
    "bytes": lambda _: DATA,
    "bytearray": lambda _: bytearray(DATA),
    "path": saved,
    "file": lambda folder: saved(folder).open("rb"),
    "memory": lambda _: io.BytesIO(DATA),
}
ONCE: dict[str, Callable[[], Any]] = {"pipe": Once, "generator": pieces}


@pytest.mark.parametrize("kind", AGAIN)
@pytest.mark.parametrize("in_parts", [False, True])
def test_a_second_attempt_sends_everything_again(
    kind: str, in_parts: bool, tmp_path: Path, connect: Callable[..., Client]
) -> None:
    """With its length, and from the start."""
    content = AGAIN[kind](tmp_path)
    body = multipart_body({"f": content}) if in_parts else binary_body(content)
    with serve(reply(503), reply(204)) as server:
        connect(server).send(put(body))

    first, second = server.requests
    assert first.body == second.body
    assert DATA in second.body
    assert str(len(second.body)) == second.headers["content-length"]
    if hasattr(content, "close"):
        content.close()


@pytest.mark.parametrize("kind", AGAIN)
def test_the_async_client_sends_the_same(kind: str, tmp_path: Path) -> None:
    """Files are read in a thread."""
    content = AGAIN[kind](tmp_path)

    async def send(address: str) -> None:
        async with AsyncClient(base_url=address) as client:
            await client.send(put(multipart_body({"f": content})))

    with serve(reply(503), reply(204)) as server:
        asyncio.run(send(server.address))

    assert [True, True] == [DATA in each.body for each in server.requests]
    if hasattr(content, "close"):
        content.close()


def test_an_async_iterator_is_sent_by_the_async_client() -> None:
    """Once, in chunks."""
    sent: list[bytes] = []

    async def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(await request.aread())
        return httpx2.Response(204)

    async def send() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
        async with AsyncClient(http_client=http) as client:
            await client.send(put(binary_body(later())))

    asyncio.run(send())
    assert [DATA] == sent


def test_an_async_iterator_is_nothing_for_the_blocking_client(
    connect: Callable[..., Client],
) -> None:
    """It says who could send it."""
    with serve(reply(204)) as server, pytest.raises(TypeError, match="async client"):
        connect(server).send(put(binary_body(later())))


@pytest.mark.parametrize("kind", ONCE)
def test_what_was_read_is_not_sent_again(kind: str) -> None:
    """The error is that of the answer, and says why it is the last one."""
    http = httpx2.Client(transport=httpx2.MockTransport(_read_and_fail))
    client = Client(http_client=http, retry=AT_ONCE)
    request = put(binary_body(ONCE[kind]()))
    with pytest.raises(StatusError) as caught:
        client.send(request)
    with pytest.raises(ValueError, match="used up"):
        client.send(request)

    assert 1 == caught.value.attempts
    assert ["it is not sent again: its body can be read once"] == caught.value.__notes__


def _read_and_fail(request: Any) -> Any:
    assert request.read() == DATA
    return httpx2.Response(503)


class Refusing(httpx2.BaseTransport):
    """Refuses one connection, and reads what comes through the next."""

    def __init__(self) -> None:
        self.read: list[bytes] = []
        self._refuses = True

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request."""
        if self._refuses:
            self._refuses = False
            raise httpx2.ConnectError("refused", request=request)  # noqa: EM101
        self.read.append(request.read())
        return httpx2.Response(204)


def test_what_was_not_read_is_tried_again() -> None:
    """Nothing is lost where there was no connection."""
    transport = Refusing()
    http = httpx2.Client(transport=transport)
    Client(http_client=http, retry=AT_ONCE).send(put(binary_body(pieces())))

    assert [DATA] == transport.read


def test_a_file_is_read_from_where_it_is(connect: Callable[..., Client]) -> None:
    """And put back there, so that it can be sent again."""
    file = io.BytesIO(DATA)
    file.seek(256)
    with serve(reply(204)) as server:
        for _ in range(2):
            connect(server).send(put(binary_body(file)))

    assert [DATA[256:]] * 2 == [each.body for each in server.requests]
    assert 256 == file.tell()


def test_a_file_at_its_end_is_a_mistake() -> None:
    """What was just written is easily sent as nothing; an empty file is none."""
    file = io.BytesIO()
    binary_body(file)
    file.write(DATA)
    with pytest.raises(ValueError, match=r"seek\(0\)"):
        binary_body(file)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text", "encode it"),
        (io.StringIO("text"), "'rb'"),
        (5, "int holds no bytes"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_is_no_bytes_is_refused(content: Any, message: str) -> None:
    """Before anything is sent."""
    with pytest.raises(TypeError, match=message):
        binary_body(content)


def test_a_file_that_shrinks_is_noticed(
    tmp_path: Path, connect: Callable[..., Client]
) -> None:
    """The server is not left waiting for what will never come."""
    path = saved(tmp_path)

    class Shrinking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 10, 10)) if self.tell() < 20 else b""

    with serve(reply(204)) as server, pytest.raises((OSError, ConnectionFailed)):
        connect(server).send(put(binary_body(Shrinking(path.read_bytes()))))


def test_a_pipe_has_no_length(tmp_path: Path) -> None:
    """Its path leads to no size."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    content = binary_body(path).encode()

    assert not isinstance(content, bytes)
    assert content.length is None


@pytest.mark.parametrize(
    ("media_type", "name", "sent"),
    [
        ("image/*", "a.png", "image/png"),
        ("image/*", "a.txt", "application/octet-stream"),
        ("audio/mpeg, audio/*", "a.txt", "audio/mpeg"),
        ("image/png", "a.gif", "image/png"),
    ],
)
def test_a_range_of_media_types_is_narrowed_by_the_name(
    media_type: str, name: str, sent: str
) -> None:
    """Where that says nothing, the first type that is no range is taken."""
    assert sent == binary_body(Path(name), media_type=media_type).media_type


def test_temporary_files_have_no_name() -> None:
    """Only a number."""
    with tempfile.TemporaryFile() as file:
        file.write(b"x")
        file.seek(0)
        ((head, _),) = multipart_body({"f": file}).parts

    assert b'filename="upload"' in head


def test_lines_are_written_one_by_one() -> None:
    """A list has a length; what an iterator yields is written while it is sent."""
    assert b'{"a":1}\n' == json_lines_body(b'{"a":1}\n').encode()
    assert b'{"a":1}\n"b"\n' == json_lines_body([{"a": 1}, "b"]).encode()
    lazily = json_lines_body(iter([1, 2])).encode()
    sequence = json_lines_body((1,), media_type="application/json-seq").encode()

    assert not isinstance(lazily, bytes)
    assert [b"1\n", b"2\n"] == list(lazily.open())
    assert b"\x1e1\n" == sequence


@pytest.mark.parametrize(
    ("text", "media_type", "sent_as", "sent"),
    [
        ("a", "text/plain", "text/plain", b"a"),
        ("é", "text/plain", "text/plain; charset=utf-8", "é".encode()),
        ("é", "text/csv; charset=latin-1", "text/csv; charset=latin-1", b"\xe9"),
        (True, "text/plain", "text/plain", b"true"),
        (1.5, "text/plain", "text/plain", b"1.5"),
    ],
)
def test_text_says_in_which_characters_it_is(
    text: object, media_type: str, sent_as: str, sent: bytes
) -> None:
    """The document may name a character set; ASCII needs none."""
    body = text_body(text, media_type=media_type)

    assert (sent_as, sent) == (body.media_type, body.encode())


def test_null_is_a_value() -> None:
    """Of JSON."""
    assert b"null" == json_value(None).encode()


def test_headers_of_parts_come_from_both() -> None:
    """From the description, and from the tuple of a file."""
    part = Part(headers={"X-Kind": "scan"})
    file = ("a", b"x", "image/png", {"X-Page": "1"})
    ((head, _),) = multipart_body({"f": file}, parts={"f": part}).parts

    assert b"\r\nX-Kind: scan\r\nX-Page: 1\r\n\r\n" in head


@pytest.mark.parametrize("bad", ["a\r\nb", "a\nb", "a\0b"])
def test_no_header_breaks_out_of_its_line(bad: str) -> None:
    """Neither its name, nor its value, nor a media type."""
    for file in (
        ("a", b"", bad),
        ("a", b"", "t/x", {bad: "x"}),
        ("a", b"", "", {"x": bad}),
    ):
        with pytest.raises(ValueError, match="line break"):
            multipart_body({"f": file})


def test_an_object_is_no_text() -> None:
    """Where the description wants it in a media type that is not JSON."""
    with pytest.raises(TypeError, match="give its text"):
        multipart_body({"a": {"b": 1}}, parts={"a": Part(content_type="text/xml")})


def test_files_come_after_what_says_what_they_are_for() -> None:
    """In whatever order they are given; each group keeps its own."""
    given = {"file": b"x", "a": "1", "files": [b"y", b"z"], "b": "2"}
    heads = b"".join(head for head, _ in multipart_body(given).parts).decode()

    assert ["a", "b", "file", "files", "files"] == re.findall(r' name="(\w+)"', heads)


@pytest.mark.parametrize("value", [b"PK", bytearray(b"PK"), memoryview(b"PK")])
def test_bytes_are_no_text(value: object) -> None:
    """They would be sent as something else."""
    with pytest.raises(TypeError, match="a body of text/csv is text"):
        text_body(value, media_type="text/csv")
