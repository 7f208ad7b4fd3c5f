"""Finds what the body of an error response has to say."""

from __future__ import annotations

import re
from http import HTTPStatus
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
)

from .any_json import loads
from .content import of_media_type, read_as
from .decode import Context
from .errors import Error, StatusError
from .kinds import is_object
from .media_types import text_of
from .problem import MEDIA_TYPE, problem_of
from .response import of_status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .response import Answer

_MESSAGE_KEYS = ("message", "error", "detail", "error_description", "errors", "title")
_STATUS_KEYS = ("status", "status_code", "code", "error")
_LONGEST = 500
_DEEPEST = 4
_STATUS = re.compile("[45][0-9]{2}")
_UNIONS = (UnionType, Union)


def read_body(
    answer: Answer, errors: Mapping[int, Any], kind: type[StatusError], operation: str
) -> Any:
    """Read an error body as its documented type, or None where it is not of it.

    Where the operation documents none, it is JSON or text as it came, unless the
    class of the error has a body of its own: that is what other operations document.
    """
    content_type = answer.headers.get("content-type", "")
    documented = of_media_type(of_status(errors, answer.status), content_type)
    if documented is None:
        return None if _has_body(kind) else plain_body(answer.content, content_type)
    context = Context(operation, "lenient", answer.status)
    try:
        body = read_as(documented, answer.content, content_type, context)
    except Error:
        return None
    return body if fits(body, documented) else None


def _has_body(kind: type[StatusError]) -> bool:
    """Tell whether a class says what its body is, and not only that it has one."""
    return any("body" in each.__annotations__ for each in _between(kind))


def _between(kind: type[StatusError]) -> list[type]:
    """List a class and what it is derived from, down to the general error."""
    return list(kind.__mro__[: kind.__mro__.index(StatusError)])


def fits(value: Any, kind: Any) -> bool:
    """Tell whether lenient reading has made a value of a type, not what is inside."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in _UNIONS:
        return any(fits(value, each) for each in arguments)
    if origin is Annotated:
        return fits(value, arguments[0])
    if origin is Literal:
        return value in arguments
    if hasattr(kind, "__value__"):
        return fits(value, kind.__value__)
    return kind is Any or isinstance(value, origin or kind or NoneType)


def plain_body(content: bytes | str, content_type: str = "") -> Any:
    """Read content as JSON, else as text; None if there is none."""
    if not content:
        return None
    try:
        return loads(content)
    except ValueError:
        return content if isinstance(content, str) else text_of(content, content_type)


def message_of(body: Any, status: int, media_type: str = "") -> str:
    """Find the sentence meant for people, or the name of the status."""
    problem = problem_of(body) if media_type == MEDIA_TYPE else None
    found = problem.message if problem else ""
    if not found and not _is_markup(body):
        found = _sentence(body, _DEEPEST)
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


def status_in(body: Any, depth: int = _DEEPEST) -> int | None:
    """Find the HTTP status that an error in the middle of a stream names."""
    if not is_object(body) or not depth:
        return None
    for value in (body.get(key) for key in _STATUS_KEYS):
        found = _as_status(value) or status_in(value, depth - 1)
        if found is not None:
            return found
    return None


def _as_status(value: Any) -> int | None:
    text = str(value) if isinstance(value, str | int) else ""
    return int(text) if _STATUS.fullmatch(text) else None
