"""A body in parts takes files in any form, and writes all else as it should be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cases.using import Case
from conformance.multipart_reading import Received, read_parts

PNG = b"\x89PNG"


def parts(case: Case, **params: Any) -> list[Received]:
    """Make a page, and read what was sent."""
    given = {"title": "Spring", "cover": PNG, **params}
    case.client(status=204, answer=b"").pages.create(**given)
    return read_parts(case.request.headers["content-type"], case.content)


def part(case: Case, name: str, **params: Any) -> Received:
    """Return the one part of a name."""
    (found,) = (one for one in parts(case, **params) if one.name == name)
    return found


def test_a_text_is_a_part_of_its_own(case: Case) -> None:
    """Without a media type: plain text is what that means."""
    assert Received("title", None, None, {}, b"Spring") == Received(
        *_said(part(case, "title"))
    )


def _said(one: Received) -> tuple[Any, ...]:
    return one.name, one.filename, one.content_type, {}, one.data


def test_a_file_has_a_name_and_a_media_type(case: Case, tmp_path: Path) -> None:
    """The one it is given, or the first that the description allows."""
    path = tmp_path / "a.jpeg"
    path.write_bytes(PNG)
    ways: list[tuple[Any, str, str]] = [
        (PNG, "upload", "image/png"),
        (path, "a.jpeg", "image/jpeg"),
        (("b.gif", PNG), "b.gif", "image/png"),
        (("b.gif", path, "image/gif"), "b.gif", "image/gif"),
    ]
    for cover, name, media_type in ways:
        sent = part(case, "cover", cover=cover)

        assert (name, media_type, PNG) == (sent.filename, sent.content_type, sent.data)


def test_a_part_has_its_headers(case: Case) -> None:
    """Those of one value by themselves, the others from whoever sends the file."""
    cover = ("a.png", PNG, None, {"X-Page": "7"})
    headers = part(case, "cover", cover=cover).headers

    assert ("front", "7") == (headers["x-side"], headers["x-page"])


def test_several_files_have_one_name(case: Case) -> None:
    """In the order of the list."""
    sent = parts(case, pictures=[PNG, ("b.png", b"b")])

    assert [PNG, b"b"] == [one.data for one in sent if one.name == "pictures"]


def test_an_object_is_json(case: Case) -> None:
    """And so is each one of a list."""
    place, *stops = (
        one
        for one in parts(case, place={"name": "Rome"}, stops=[{"name": "a"}, {}])
        if one.name in {"place", "stops"}
    )

    assert {"name": "Rome"} == json.loads(place.data)
    assert "application/json" == place.content_type
    assert [{"name": "a"}, {}] == [json.loads(one.data) for one in stops]


def test_the_encoding_counts(case: Case) -> None:
    """A style joins an array, JSON quotes a text, and bytes may be base64."""
    sent = {
        one.name: one.data
        for one in parts(case, sizes=[1, 2], note="n", signature=b"hi")
    }

    assert (b"1,2", b'"n"', b"aGk=") == (
        sent["sizes"],
        sent["note"],
        sent["signature"],
    )


def test_parts_without_names_are_bytes(case: Case) -> None:
    """Whoever writes them says what stands between them."""
    mixed = "multipart/mixed; boundary=x"
    client = case.client(status=204, answer=b"")
    client.pages.batch(
        body=b"--x--\r\n", request_options={"headers": {"content-type": mixed}}
    )

    assert mixed == case.request.headers["content-type"]
    assert case.content == b"--x--\r\n"


def test_an_encoding_says_whether_a_string_is_bytes(case: Case) -> None:
    """Binary ones are a file as they are; only base64 is written as base64."""
    scan = part(case, "scan", scan=("a.png", PNG, "image/png"))

    assert ("a.png", "image/png", PNG) == (scan.filename, scan.content_type, scan.data)
    assert PNG == part(case, "scan", scan=PNG).data
    assert b"hi" == part(case, "caption", caption="hi").data


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cover", "/tmp/spring.png"),  # noqa: S108 - nobody reads it
        ("cover", ("spring.png", "text")),
        ("pictures", [PNG, "/tmp/spring.png"]),  # noqa: S108
        ("scan", "text"),
    ],
)
def test_text_is_no_file(case: Case, name: str, value: Any) -> None:
    """It may be a path or content, and would arrive as neither."""
    with pytest.raises(TypeError, match="is a file") as refused:
        parts(case, **{name: value})

    hint = "give `pathlib.Path(...)` for a path, and `.encode()` for content"
    assert f"{name} is a file, and no text: {hint}" == str(refused.value)
    assert [b"text"] == [
        one.data for one in parts(case, scan=b"text") if one.name == "scan"
    ]
