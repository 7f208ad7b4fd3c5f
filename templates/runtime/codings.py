"""Content that is encoded, and what an error says that is not encoded as it claims.

https://www.rfc-editor.org/rfc/rfc9110#section-8.4
"""

from __future__ import annotations

from typing import Any

from .transport import failures

_ERRORS = 400


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


def decoded(response: Any, coding: str, content: bytes) -> bytes:
    """Decode content; that of an error stays as it came where that fails.

    Raises:
        Exception: What the library reports.
    """
    if not (coding and content):
        return content
    headers = {"content-encoding": coding}
    try:
        whole = type(response)(response.status_code, headers=headers, content=content)
        told: bytes = whole.content
    except failures():
        if response.status_code < _ERRORS:
            raise
        return content
    return told
