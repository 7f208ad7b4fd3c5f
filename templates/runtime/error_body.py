"""Finds what the body of an error response has to say."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from .decode import Context, decode_json
from .errors import Error
from .kinds import is_object

_MESSAGE_KEYS = ("message", "error", "detail", "error_description", "errors", "title")
_STATUS_KEYS = ("status", "status_code", "code", "error")
_LONGEST = 500
_DEEPEST = 4
_ERRORS = range(400, 600)


def read_body(content: bytes | str, kind: Any, operation: str) -> Any:
    """Read an error body as its documented type, or None where it is not of it.

    Where no type is documented, the body is JSON or text as it came.
    """
    if kind is None:
        return plain_body(content)
    try:
        body = decode_json(content, kind, Context(operation, "lenient", 0))
    except Error:
        return None
    return None if isinstance(kind, type) and not isinstance(body, kind) else body


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
        case _ if depth and is_object(body):
            keys = (*_MESSAGE_KEYS, "msg")
            texts = (_sentence(body.get(key), depth - 1) for key in keys)
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
    if not is_object(body):
        return None
    for value in (body.get(key) for key in _STATUS_KEYS):
        found = status_in(value) if is_object(value) else _as_status(value)
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
