"""Finds what the body of an error response has to say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

from .decode import Context, decode_json
from .errors import Error

_MESSAGE_KEYS = ("message", "error", "detail", "error_description", "errors", "title")
_STATUS_KEYS = ("status", "status_code", "code", "error")
_LONGEST = 500
_DEEPEST = 4
_ERRORS = range(400, 600)


def read_body(content: bytes | str, kind: Any, operation: str) -> Any:
    """Read an error body as its documented type, else as JSON, else as text."""
    plain = plain_body(content)
    if kind is None or isinstance(plain, str):
        return plain
    try:
        return decode_json(content, kind, Context(operation, "lenient", 0))
    except Error:
        return plain


def plain_body(content: bytes | str) -> Any:
    """Read content as JSON, else as text; None if there is none."""
    if not content:
        return None
    try:
        return json.loads(content)
    except ValueError:
        return content if isinstance(content, str) else content.decode(errors="replace")


def message_of(body: Any, status: int) -> str:
    """Find the sentence meant for people, or the name of the status."""
    found = _sentence(body, _DEEPEST) if not _is_markup(body) else ""
    return found[:_LONGEST] or _phrase(status)


def _sentence(body: Any, depth: int) -> str:
    match body:
        case str():
            return " ".join(body.split())
        case [first, *_] if depth:
            return _sentence(first, depth - 1)
        case dict() if depth:
            keys = (*_MESSAGE_KEYS, "msg")
            parts = cast("dict[str, Any]", body)
            texts = (_sentence(parts.get(key), depth - 1) for key in keys)
            return next(filter(None, texts), "")
        case _:
            return ""


def _is_markup(body: Any) -> bool:
    return isinstance(body, str) and body.lstrip().startswith("<")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "error"


def status_in(body: Any) -> int | None:
    """Find the HTTP status that an error in the middle of a stream names."""
    if not isinstance(body, Mapping):
        return None
    parts = cast("Mapping[str, Any]", body)
    for value in (parts.get(key) for key in _STATUS_KEYS):
        if isinstance(value, Mapping):
            found = status_in(cast("Mapping[str, Any]", value))
        else:
            found = _as_status(value)
        if found is not None:
            return found
    return None


def _as_status(value: Any) -> int | None:
    text = str(value)
    return (
        int(text)
        if text.isascii() and text.isdigit() and int(text) in _ERRORS
        else None
    )
