"""Request bodies that are bytes.

https://spec.openapis.org/oas/v3.1.1.html#considerations-for-file-uploads
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .body import Body
from .file_types import file_type
from .sources import FileContent, source_of

if TYPE_CHECKING:
    from .payload import Payload

Content: TypeAlias = FileContent | Iterable[bytes] | AsyncIterable[bytes]
"""Bytes, a path, an open file, or what yields bytes.

Files are read while they are sent and again when a call is repeated. What an
iterator yields is sent once: the call is not repeated after it was read.
"""


@dataclass(frozen=True, slots=True)
class BinaryBody(Body):
    """Bytes that have no meaning here, and where they come from."""

    content: bytes | Payload
    media_type: str = "application/octet-stream"

    def encode(self) -> bytes | Payload:
        """Return the bytes, or what reads them."""
        return self.content


def binary_body(
    content: Content, *, media_type: str = "application/octet-stream"
) -> BinaryBody:
    """Make a body of bytes; a range of media types is narrowed by the file's name."""
    return BinaryBody(source_of(content), file_type(media_type, content))
