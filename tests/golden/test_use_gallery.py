"""The gallery: several media types, typed headers, downloads and problem details."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from golden.answering import Server

PICTURE = {"id": "1", "title": "Dunes"}
PROBLEM = "application/problem+json"
HEADERS = {
    "X-Rate-Limit-Limit": "60",
    "X-Rate-Limit-Remaining": "many",
    "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT",
    "X-Colours": "red, blue",
    "X-Query": '{"page": 2}',
}


@pytest.fixture(scope="module")
def gallery(use: Callable[[str], ModuleType]) -> ModuleType:
    """Import the package."""
    return use("gallery")


def test_the_server_chooses_the_media_type(gallery: ModuleType) -> None:
    """Models, or text as it comes; JSON is preferred."""
    server = Server([PICTURE])
    (picture,) = server.client(gallery).pictures.list()
    table = Server(b"id,title\n1,D\xfcnen\n", "text/csv; charset=iso-8859-1")

    assert gallery.models.Picture(**PICTURE) == picture
    assert "id,title\n1,Dünen\n" == table.client(gallery).pictures.list()
    assert "application/json, text/csv;q=0.9" == server.request.headers["accept"]


def test_every_status_of_success_has_its_type(gallery: ModuleType) -> None:
    """A picture, a place in a queue, or nothing."""
    models = gallery.models
    created = Server(PICTURE, status=201).client(gallery).pictures
    waiting = Server({"position": 3}, status=202).client(gallery).pictures
    nothing = Server(b"", status=204).client(gallery).pictures

    assert models.Picture(**PICTURE) == created.create(title="Dunes")
    assert models.Waiting(position=3) == waiting.create(title="Dunes")
    assert nothing.create(title="Dunes") is None


def test_xml_comes_for_who_asks_for_it(gallery: ModuleType) -> None:
    """As text; nobody else is asked to tell it from a picture."""
    server = Server(b"<picture/>", "application/xml", 201)
    client = server.client(gallery, validation="strict")
    options = {"headers": {"accept": "application/xml"}}

    assert "<picture/>" == client.pictures.create(
        title="Dunes", request_options=options
    )
    with pytest.raises(gallery.errors.ResponseValidationError, match="not asked for"):
        client.pictures.create(title="Dunes")


def test_headers_are_attributes(gallery: ModuleType) -> None:
    """With their types; what cannot be read is None, and there as text."""
    server = Server([PICTURE], headers=HEADERS)
    client = server.client(gallery)
    headers = client.send(client.pictures.requests.list()).headers

    assert (60, None) == (headers.x_rate_limit_limit, headers.x_rate_limit_remaining)
    assert "many" == headers["X-Rate-Limit-Remaining"]
    assert datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC) == headers.last_modified
    assert ["red", "blue"] == headers.x_colours
    assert 2 == headers.x_query.page
    assert isinstance(headers, gallery.headers.RateLimitAndMoreHeaders)


def test_a_head_has_headers_alone(gallery: ModuleType) -> None:
    """The method returns nothing, and the response has them."""
    server = Server(b"", headers={"ETag": '"v1"'})
    client = server.client(gallery)
    response = client.send(client.pictures.requests.check("1"))

    assert (None, '"v1"') == (response.value, response.headers.etag)
    assert client.pictures.check("1") is None
    assert "HEAD /v1/pictures/1" == server.asked


@pytest.mark.parametrize(
    ("media_type", "body", "kind"),
    [
        (PROBLEM, {"title": "No", "detail": "Never"}, "Problem"),
        ("application/vnd.gallery.refusal+json", {"reason": "No"}, "Refusal"),
    ],
)
def test_errors_are_typed_by_media_type(
    gallery: ModuleType, media_type: str, body: dict[str, str], kind: str
) -> None:
    """And problem details are understood beside that."""
    client = Server(json.dumps(body).encode(), media_type, 418).client(gallery)
    with pytest.raises(gallery.errors.StatusError) as caught:
        client.pictures.list()

    assert getattr(gallery.models, kind)(**body) == caught.value.body
    if media_type == PROBLEM:
        assert "418: No: Never" == str(caught.value)
        assert gallery.ProblemDetails(**body) == caught.value.problem


@pytest.mark.parametrize("media_type", ["image/webp", "application/pdf"])
def test_bytes_are_read_or_saved(
    gallery: ModuleType, media_type: str, tmp_path: Path
) -> None:
    """By two methods of one request."""
    server = Server(b"\x89PNG", media_type)
    pictures = server.client(gallery).pictures
    seen: list[Any] = []

    pictures.get_file_stream("1").save(tmp_path / "a", lambda *of: seen.append(of))

    assert b"\x89PNG" == pictures.get_file("1") == (tmp_path / "a").read_bytes()
    assert [(4, 4)] == seen
    assert "application/pdf, image/*;q=0.9" == server.request.headers["accept"]


def test_sound_is_downloaded_where_events_have_the_name(gallery: ModuleType) -> None:
    """A stream of events and a download stand beside one method."""
    pictures = Server(b"RIFF", "audio/mpeg").client(gallery).pictures
    events = Server(b'data: {"audio": "UklG"}\n\n', "text/event-stream")

    assert b"RIFF" == pictures.read_aloud("1")
    assert b"RIFF" == pictures.read_aloud_download("1").read()
    with events.client(gallery).pictures.read_aloud_stream("1") as pieces:
        assert ["UklG"] == [piece.audio for piece in pieces]


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/jsonl", b'{"id": "1", "title": "Dunes"}\n' * 2),
        ("application/json-seq", b'\x1e{"id": "1", "title": "Dunes"}\n' * 2),
    ],
)
def test_the_server_chooses_how_lines_are_separated(
    gallery: ModuleType, media_type: str, content: bytes
) -> None:
    """Both are the same stream."""
    server = Server(content, media_type)
    with server.client(gallery).changes.watch() as changes:
        assert ["Dunes", "Dunes"] == [each.title for each in changes]

    assert "application/jsonl" in server.request.headers["accept"]
