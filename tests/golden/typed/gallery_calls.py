"""What methods of the gallery return, to the eyes of a type checker."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

from gallery import (
    AsyncClient,
    AsyncDownload,
    Client,
    Download,
    ProblemDetails,
    Request,
    Response,
    Stream,
)
from gallery.errors import NotFoundError
from gallery.headers import EtagHeaders, LocationHeaders, RateLimitHeaders
from gallery.models import Picture, Piece, Problem, Query, Refusal, Waiting

client = Client()

found = client.pictures.list(page=1)
assert_type(found, list[Picture] | str)
if not isinstance(found, str):
    assert_type(found[0], Picture)
assert_type(client.pictures.create(title="Dunes"), Picture | Waiting | None)
assert_type(client.pictures.get("1"), Picture)
assert_type(client.pictures.get_file("1"), bytes)
assert_type(client.pictures.get_file_stream("1"), Download)
assert_type(client.pictures.read_aloud_download("1"), Download)
assert_type(client.pictures.read_aloud_stream("1"), Stream[Piece])
assert_type(client.exports.get_latest(), bytes)

request = client.pictures.requests.get("1")
assert_type(request, Request[Picture, RateLimitHeaders])
response = client.send(request)
assert_type(response, Response[Picture, RateLimitHeaders])
assert_type(response.value, Picture)
assert_type(response.headers.x_rate_limit_remaining, int | None)
assert_type(response.headers["x-rate-limit-remaining"], str)

listed = client.send(client.pictures.requests.list()).headers
assert_type(listed.last_modified, dt.datetime | None)
assert_type(listed.x_colours, list[str] | None)
assert_type(listed.x_query, Query | None)

checked: Request[None, EtagHeaders] = client.pictures.requests.check("1")
assert_type(client.send(checked).headers.etag, str | None)

plain: Request[bytes] = client.pictures.requests.get_file("1")
assert_type(client.send(plain).headers, Mapping[str, str])
assert_type(client.open(Download, plain), Download)


def location(answer: Response[Picture | Waiting | None, LocationHeaders]) -> str | None:
    """Take a response whose headers are known."""
    return answer.headers.location


def save(path: Path) -> None:
    """Save a file, and say how far it is."""
    with client.pictures.get_file_stream("1") as download:
        download.save(path, lambda done, total: print(done, total))
        assert_type(download.total, int | None)
    for chunk in client.pictures.get_file_stream("1"):
        assert_type(chunk, bytes)


def explain(error: NotFoundError) -> str:
    """Say why something is not there."""
    assert_type(error.body, str | Refusal | Problem | None)
    assert_type(error.problem, ProblemDetails | None)
    return error.problem.message if error.problem else str(error)


async def run(path: Path) -> None:
    """Do the same in an event loop."""
    async with AsyncClient() as client:
        assert_type(await client.pictures.list(), list[Picture] | str)
        download = client.pictures.get_file_stream("1")
        assert_type(download, AsyncDownload)
        await download.save(path)
        async with client.pictures.get_file_stream("1") as chunks:
            async for chunk in chunks:
                assert_type(chunk, bytes)
        answer = await client.send(client.pictures.requests.get("1"))
        assert_type(answer.headers.x_rate_limit_limit, int | None)
