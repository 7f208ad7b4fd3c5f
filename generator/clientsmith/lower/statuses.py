"""The responses of an operation, by what their keys mean.

https://spec.openapis.org/oas/v3.1.1.html#responses-object
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from clientsmith.pointer import Pointer
from clientsmith.resolve import status_of

T = TypeVar("T")


def by_status(
    responses: Mapping[str, T] | None, at: Pointer
) -> Iterator[tuple[str, T, Pointer]]:
    """Yield status, response and where it is; keys that are no status are left out."""
    seen: set[str] = set()
    for key, response in sorted((responses or {}).items()):
        status = status_of(str(key))
        if status is not None and status not in seen:
            seen.add(status)
            yield status, response, at / "responses" / str(key)
