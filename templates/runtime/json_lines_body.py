"""Request bodies that are JSON values, one a line.

https://jsonlines.org
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Collection
from typing import TYPE_CHECKING, Any

from .binary import BinaryBody
from .sources import Pieces
from .to_json import given_to_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

_SEPARATOR = b"\x1e"
"""What RFC 7464 has before each value, so that lost lines do no harm."""


def json_lines_body(
    items: Iterable[Any] | AsyncIterable[Any],
    *,
    media_type: str = "application/x-ndjson",
) -> BinaryBody:
    """Make a body of JSON values; those of an iterator are written while it is sent."""
    prefix = _SEPARATOR if media_type.startswith("application/json-seq") else b""

    def line(item: object) -> bytes:
        return prefix + given_to_json(item) + b"\n"

    async def lines(items: AsyncIterable[Any]) -> AsyncIterator[bytes]:
        async for item in items:
            yield line(item)

    if isinstance(items, AsyncIterable):
        return BinaryBody(Pieces(lines(items)), media_type)
    if isinstance(items, Collection):
        return BinaryBody(b"".join(map(line, items)), media_type)
    return BinaryBody(Pieces(map(line, items)), media_type)
