"""Reads the content of a response, by its status and its media type.

https://www.rfc-editor.org/rfc/rfc9110#section-8.4
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .decode import decode_json
from .drift import tell
from .errors import ResponseValidationError
from .kinds import is_object
from .media_types import Choice, essence, is_json, is_text, text_of
from .response import of_status

if TYPE_CHECKING:
    from .decode import Context
    from .response import Answer

_EMPTY = frozenset({204, 205})
_BOM = b"\xef\xbb\xbf"


def read_content(answer: Answer, returns: Any, context: Context) -> Any:
    """Read a response as the type of its status and of its media type.

    What calls itself something else and is JSON is read as JSON where that is
    described: servers that mislabel are common.

    Raises:
        ResponseValidationError: It is not JSON, or does not fit and must.
    """
    content_type = answer.headers.get("content-type", "")
    choices = _of_status(returns, answer.status)
    kind = of_media_type(choices, content_type)
    if kind is None:
        return None
    if not answer.content and kind is not bytes:
        return _nothing(answer, context)
    if isinstance(choices, Choice):
        _check_asked(choices, content_type, context)
    return read_as(kind, answer.content, content_type, context)


def read_as(kind: Any, content: bytes, content_type: str, context: Context) -> Any:
    """Read content of a media type as a type.

    Raises:
        ResponseValidationError: It is not JSON, or does not fit and must.
    """
    media_type = essence(content_type)
    if kind is bytes:
        return content
    if kind is str:
        return _text(content, content_type, context)
    if kind is Any and media_type and not is_json(media_type):
        return text_of(content, content_type) if is_text(media_type) else content
    if media_type and not is_json(media_type):
        context = replace(context, media_type=media_type)
    return decode_json(json_of(content, content_type), kind, context)


def _of_status(returns: Any, status: int) -> Any:
    """Choose by status, where that decides; a media type may decide the rest."""
    if is_object(returns) and not isinstance(returns, Choice):
        choices = {int(key): kind for key, kind in returns.items()}
        return of_status({0: Any, **choices}, status)
    return returns


def of_media_type(choices: Any, content_type: str) -> Any:
    """Choose by media type, where that decides."""
    return choices.of(content_type) if isinstance(choices, Choice) else choices


def json_of(content: bytes, content_type: str) -> bytes:
    """Return JSON as UTF-8 without a byte order mark, whatever it came in.

    https://www.rfc-editor.org/rfc/rfc8259#section-8.1
    """
    if "charset" in content_type.lower():
        return text_of(content, content_type).encode(errors="replace")
    return content.removeprefix(_BOM)


def _text(content: bytes, content_type: str, context: Context) -> str:
    """Read text, which JSON puts into quotes."""
    text = text_of(content, content_type)
    if not is_json(essence(content_type)):
        return text
    try:
        value = decode_json(text, str, context)
    except ResponseValidationError:
        if context.validation == "strict":
            raise
        return text
    return value if isinstance(value, str) else text


def _nothing(answer: Answer, context: Context) -> None:
    """Return None for no content, and tell where there should be some."""
    if answer.status in _EMPTY:
        return
    if context.validation == "strict":
        raise context.refuse("the response is empty", answer.content)
    tell(context.operation, "$", "the response is empty", context.validation)


def _check_asked(choices: Choice, content_type: str, context: Context) -> None:
    """Tell of one of several media types that the request has not asked for."""
    accept = context.accept
    if accept and content_type and not choices.is_answered(accept, content_type):
        problem = f"{essence(content_type)} was not asked for"
        if context.validation == "strict":
            raise context.refuse(problem, b"")
        tell(context.operation, "$", problem, context.validation)
