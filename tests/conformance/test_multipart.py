"""Multipart bodies are what others expect of them, through generated methods.

The suite also lists names for files inside of objects, `foo[bar]`, as a habit of one
client. They are left alone: by the specification an object is one part, of JSON.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conformance.multipart_cases import (
    Subject,
    behaviours,
    cases,
    differences,
    given,
    subject,
)

pytestmark = pytest.mark.skipif(
    not cases(),
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of cases",
)

_TAKES_A_FILE = "multi_13"
"""An operation whose body is one file, `f`."""
_TRIED = {
    "caller sets Content-Type multipart/form-data without boundary",
    "file given as bytes, path, open file, (name, data), (name, data, type)",
    "non-seekable stream",
    "retry after 500 with an open file",
    "same open file posted twice",
    "text-mode file or StringIO",
}
_DATA = b"\0\xff" * 70_000


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """The package of the suite's document."""
    return subject(tmp_path_factory.mktemp("multipart"))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"][:60])
def test_a_body_has_the_parts_that_are_expected(
    case: dict[str, Any], client: Subject
) -> None:
    """Names, media types and every byte."""
    values = {key: given(value) for key, value in case["value"].items()}
    client.call(case["operation"]["operationId"], values)

    assert [] == differences(case, client.parts())


def test_every_behaviour_is_tried() -> None:
    """Those that the suite adds tomorrow are not overlooked."""
    named = {each["name"] for each in behaviours()["behaviours"]}

    assert named == _TRIED


@pytest.mark.parametrize("how", ["bytes", "path", "open", "two", "three"])
def test_a_file_may_be_given_in_many_ways(
    how: str, client: Subject, tmp_path: Path
) -> None:
    """Each sends the same bytes, and as much of a name as is known."""
    path = tmp_path / "scan.png"
    path.write_bytes(_DATA)
    with path.open("rb") as file:
        ways = {
            "bytes": (_DATA, "upload", "application/octet-stream"),
            "path": (path, "scan.png", "image/png"),
            "open": (file, "scan.png", "image/png"),
            "two": (("a.txt", _DATA), "a.txt", "text/plain"),
            "three": (("a.txt", path, "text/x"), "a.txt", "text/x"),
        }
        value, name, media_type = ways[how]
        client.call(_TAKES_A_FILE, {"f": value})

    (part,) = client.parts()
    assert (name, media_type, _DATA) == (part.filename, part.content_type, part.data)


@pytest.mark.parametrize("opened", [lambda: io.StringIO("text"), Path(__file__).open])
def test_text_is_refused_before_anything_is_sent(
    opened: Callable[[], Any], client: Subject
) -> None:
    """With words that say what to do."""
    before = len(client.requests)
    with opened() as file, pytest.raises(TypeError, match="'rb'"):
        client.call(_TAKES_A_FILE, {"f": file})

    assert before == len(client.requests)


class _Pipe:
    """What can be read once, and says so by having no way back."""

    def __init__(self) -> None:
        self._file = io.BytesIO(_DATA)

    def read(self, size: int = -1, /) -> bytes:
        """Read on."""
        return self._file.read(size)


def test_what_cannot_be_rewound_is_sent_in_chunks(client: Subject) -> None:
    """Nobody knows its length."""
    client.call(_TAKES_A_FILE, {"f": ("a.bin", _Pipe())})

    headers = client.requests[-1].headers
    assert _DATA == client.parts()[0].data
    assert "chunked" == headers["transfer-encoding"]
    assert "content-length" not in headers


def test_an_open_file_can_be_sent_twice(client: Subject) -> None:
    """It is put back to where it was."""
    file = io.BytesIO(_DATA)
    for _ in range(2):
        client.call(_TAKES_A_FILE, {"f": file})

        assert _DATA == client.parts()[0].data


def test_a_second_attempt_sends_the_whole_file_again(client: Subject) -> None:
    """Never an empty part."""
    client.statuses = [500]
    before = len(client.requests)
    options = {"idempotency_key": "k"}
    client.call(_TAKES_A_FILE, {"f": io.BytesIO(_DATA)}, **options)

    assert 2 == len(client.requests) - before
    assert _DATA == client.parts()[0].data


def test_what_cannot_be_rewound_is_not_sent_again(client: Subject) -> None:
    """And the error says why."""
    client.statuses = [500]
    before = len(client.requests)
    with pytest.raises(client.module.errors.StatusError) as caught:
        client.call(_TAKES_A_FILE, {"f": ("a", _Pipe())}, idempotency_key="k")

    assert 1 == len(client.requests) - before
    assert "can be read once" in caught.value.__notes__[0]


def test_a_content_type_of_the_caller_gets_the_boundary(client: Subject) -> None:
    """Without it, nobody could tell the parts apart."""
    headers = {"Content-Type": "multipart/form-data"}
    client.call(_TAKES_A_FILE, {"f": _DATA}, headers=headers)

    assert _DATA == client.parts()[0].data
