"""Content is read by its status and by its media type."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from shop import Pet

from runtime.content import read_content
from runtime.decode import Context
from runtime.drift import DriftWarning
from runtime.errors import ResponseValidationError
from runtime.media_choice import ByMediaType
from runtime.response import Answer

PET = b'{"id": 1, "name": "Flaff"}'
JSON = "application/json"
KINDS = ByMediaType({JSON: Pet, "text/csv": str, "application/zip": bytes})


def read(
    returns: Any,
    content_type: str,
    content: bytes,
    validation: Any = "lenient",
    accept: str = "",
    status: int = 200,
) -> Any:
    """Read content as a response holds it."""
    headers = {"content-type": content_type} if content_type else {}
    context = Context("pets.get", validation, status, accept=accept)
    return read_content(Answer(status, headers, content), returns, context)


@pytest.mark.parametrize(
    ("content_type", "content", "kind"),
    [
        ("application/json; charset=utf-8", PET, Pet),
        ("application/hal+json", PET, Pet),
        ("", PET, Pet),
        ("text/csv", b"a,b", str),
        ("text/plain", b"a,b", str),
        ("application/zip", b"PK", bytes),
        ("application/x-zip-compressed", b"PK", bytes),
    ],
)
def test_the_server_decides_what_it_is(
    content_type: str, content: bytes, kind: type
) -> None:
    """What nobody described is taken for what it is most like."""
    assert isinstance(read(KINDS, content_type, content), kind)


def test_statuses_may_have_media_types() -> None:
    """Each its own."""
    returns = {200: ByMediaType({JSON: Pet, "text/csv": str}), 202: None, 4: str}

    assert "a" == read(returns, "text/csv", b"a")
    assert read(returns, "text/csv", b"a", status=202) is None


def test_a_range_is_read_as_what_it_holds() -> None:
    """JSON as JSON, and text as text."""
    assert "Flaff" == read(ByMediaType({"*/*": Pet}), JSON, PET).name
    assert "hello" == read(ByMediaType({"*/*": str}), JSON, b'"hello"')
    assert "hello" == read(ByMediaType({"*/*": str}), "text/plain", b"hello")
    assert b"\x89" == read(ByMediaType({"image/*": bytes}), "image/webp", b"\x89")


@pytest.mark.parametrize("validation", ["lenient", "strict"])
def test_json_that_is_mislabelled_is_read(validation: Any) -> None:
    """Files on storage servers call themselves text, or bytes."""
    assert "Flaff" == read(Pet, "text/plain", PET, validation).name
    assert "Flaff" == read(Pet, "application/octet-stream", PET, validation).name


@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        ("application/json", b"\xef\xbb\xbf" + PET),
        ("application/json; charset=utf-16", PET.decode().encode("utf-16")),
        ("application/json; charset=iso-8859-1", PET),
    ],
)
def test_json_may_come_in_other_encodings(content_type: str, content: bytes) -> None:
    """As old servers send it, or with a byte order mark."""
    assert "Flaff" == read(Pet, content_type, content).name


def test_anything_is_what_the_server_says() -> None:
    """JSON, text or bytes."""
    assert {"a": 1} == read(Any, JSON, b'{"a": 1}')
    assert "a" == read(Any, "text/plain", b"a")
    assert b"\x89" == read(Any, "image/png", b"\x89")


def test_text_that_turns_out_to_be_an_object_stays_text() -> None:
    """Whatever its annotation says is what it is."""
    assert PET.decode() == read(str, JSON, PET)
    with pytest.raises(ResponseValidationError):
        read(str, JSON, PET, "strict")


@pytest.mark.parametrize("status", [204, 205])
def test_no_content_is_none(status: int) -> None:
    """Where the status says that there is none, in every mode."""
    assert read(Pet, "", b"", "strict", status=status) is None


def test_missing_content_is_none_and_told(caplog: pytest.LogCaptureFixture) -> None:
    """Strict validation refuses it."""
    with caplog.at_level(logging.WARNING):
        assert read({200: Pet, 299: None}, JSON, b"") is None
    with pytest.raises(ResponseValidationError, match="empty"):
        read(Pet, JSON, b"", "strict")

    assert "pets.get: $: the response is empty" in caplog.messages


def test_what_was_not_asked_for_is_told() -> None:
    """A server that ignores `Accept` surprises whoever relies on the annotation."""
    assert "a" == read(KINDS, "text/csv", b"a", "lenient", JSON)
    with pytest.warns(DriftWarning, match="text/csv was not asked for"):
        assert "a" == read(KINDS, "text/csv", b"a", "warn", JSON)
    with pytest.raises(ResponseValidationError, match="not asked for"):
        read(KINDS, "text/csv", b"a", "strict", JSON)

    assert "a" == read(KINDS, "text/csv", b"a", "strict", f"{JSON}, text/csv;q=0.9")
