"""Bodies that are text.

https://www.rfc-editor.org/rfc/rfc2046#section-4.1.2
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .body import Body
from .members import text

_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextBody(Body):
    """Text, in the character set that its media type names."""

    text: str
    media_type: str = "text/plain"

    def encode(self) -> bytes:
        """Return the encoded text; without a name, it is UTF-8."""
        return self.text.encode(_charset(self.media_type) or "utf-8")


def text_body(value: object, *, media_type: str = "text/plain") -> TextBody:
    """Make a body of text; what is more than ASCII says that it is UTF-8.

    Raises:
        TypeError: Bytes are no text: nobody knows what they would be in it.
    """
    if isinstance(value, bytes | bytearray | memoryview):
        raise TypeError(f"a body of {media_type} is text, and these are bytes")
    written = text(value)
    silent = not written.isascii() and not _charset(media_type)
    return TextBody(written, f"{media_type}; charset=utf-8" if silent else media_type)


def _charset(media_type: str) -> str:
    found = _CHARSET.search(media_type)
    return found[1] if found else ""
