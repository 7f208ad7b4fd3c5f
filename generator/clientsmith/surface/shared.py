"""What several calls refer to: one edit of it is a change of each of them.

https://spec.openapis.org/oas/v3.1.1.html#reference-object
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.ir import Api, Operation
from clientsmith.plan.answers import is_success
from clientsmith.pointer import Pointer


def shared_in(api: Api) -> Iterator[tuple[Pointer, Pointer]]:
    """List what describes a part of a call, by where the call has that part."""
    yield from api.shared.items()
    for operation in api.operations:
        if operation.security is None:
            yield operation.at / "security", Pointer() / "security"
        yield from _answer(operation)


def _answer(operation: Operation) -> Iterator[tuple[Pointer, Pointer]]:
    """Say which response is the answer, where only one can be."""
    known = [one for one in operation.responses if is_success(one, operation)]
    if len(known) == 1:
        yield operation.at / "responses", known[0].at
