"""Responses under a key that is no status.

https://spec.openapis.org/oas/v3.1.1.html#patterned-fields-1
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.diagnostics import Diagnostic, Exit, Note, warning
from clientsmith.pointer import Pointer
from clientsmith.resolve.statuses import status_of
from clientsmith.resolve.values import members

from .graph import Schema


def check_statuses(operation: Schema, at: Pointer) -> Iterator[Diagnostic]:
    """Report each key of responses that means nothing, or what another one means."""
    first: dict[str, str] = {}
    for key in sorted(members(operation.get("responses"))):
        if key.startswith("x-"):
            continue
        place, status = at / "responses" / key, status_of(key)
        if status is None:
            yield warning(
                "status-unknown",
                f"`{key}` is no status: nothing is made of what stands below it",
                place,
                hint="write a status, a range of them as `4XX`, or `default`",
                exit=Exit.DOCUMENT,
            )
        elif first.setdefault(status, key) != key:
            yield warning(
                "status-unknown",
                f"`{key}` is another spelling of `{first[status]}`, which counts",
                place,
                notes=(Note("the first of them", place.parent / first[status]),),
                hint="remove one of them",
                exit=Exit.DOCUMENT,
            )
