"""Content that is encoded, and what an error says that is not encoded as it claims.

https://www.rfc-editor.org/rfc/rfc9110#section-8.4
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .transport import failures

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERRORS = 400
_PIECE = 16 * 1024
"""How much is decoded at once; some libraries make one piece of what comes of it."""


def left_as_it_comes(response: Any) -> str:
    """Let content come encoded, and return how: what fails on the way is lost."""
    if response.is_stream_consumed:  # of one that was made up nothing is to come
        return ""
    if "content-encoding" not in response.headers:
        return ""
    headers = response.headers.copy()
    coding: str = headers.pop("content-encoding")
    response.headers = headers
    return coding


def decoding(
    response: Any, coding: str, content: bytes, parts: list[bytes]
) -> Iterator[None]:
    """Decode content into parts; that of an error stays as it came if that fails.

    A little may become a thousand times as much: between parts, others have a turn.

    Raises:
        Exception: What the library reports.
    """
    if not (coding and content):
        parts.append(content)
        return
    headers = {"content-encoding": coding}
    whole = type(response)(response.status_code, headers=headers, content=_cut(content))
    try:
        for part in whole.iter_bytes():
            if parts:
                yield
            parts.append(part)
    except failures():
        if response.status_code < _ERRORS:
            raise
        parts[:] = [content]


def _cut(content: bytes) -> Iterator[bytes]:
    return (content[at : at + _PIECE] for at in range(0, len(content), _PIECE))
