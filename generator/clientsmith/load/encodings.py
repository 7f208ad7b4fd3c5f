"""Decodes what an answer over HTTP is compressed with, piece by piece.

https://www.rfc-editor.org/rfc/rfc9110#section-8.4
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = 1_048_576
_GZIP: Final = 16 + zlib.MAX_WBITS


class EncodingError(ValueError):
    """An answer is encoded otherwise than was asked for."""


class Decoder:
    """Gives what pieces say in parts of a bounded size: a few bytes can be a million.

    Raises:
        EncodingError: The encoding is not known.
    """

    def __init__(self, encoding: str) -> None:
        encoding = encoding.strip().lower()
        if encoding not in {"", "identity", "gzip", "x-gzip"}:
            raise EncodingError(f"it is encoded as {encoding!r}, unasked")
        self._gzip = zlib.decompressobj(_GZIP) if "gzip" in encoding else None

    @property
    def whole(self) -> bool:
        """Whether nothing is missing at the end."""
        return self._gzip is None or (self._gzip.eof and not self._gzip.unused_data)

    def parts(self, piece: bytes) -> Iterator[bytes]:
        """Yield what a piece says.

        Raises:
            EncodingError: It is not what it claims to be.
        """
        if self._gzip is None:
            yield piece
            return
        part = b"more"
        while piece or part:
            try:
                part = self._gzip.decompress(piece, _PART)
            except zlib.error as broken:
                raise EncodingError("it is not the gzip that it claims") from broken
            yield part
            piece = self._gzip.unconsumed_tail
