"""Operations that share an `operationId`, which must be unique.

https://spec.openapis.org/oas/v3.1.1.html#operation-object
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from clientsmith.diagnostics import Diagnostic, Exit, Note, hint
from clientsmith.load import JSON
from clientsmith.pointer import Pointer


def check_operation_ids(
    operations: Iterable[tuple[Pointer, dict[str, JSON]]],
) -> Iterator[Diagnostic]:
    """Report each operation whose name another one has, too."""
    first: dict[str, Pointer] = {}
    for at, operation in sorted(operations, key=itemgetter(0)):
        name = operation.get("operationId")
        if not isinstance(name, str):
            continue
        before = first.setdefault(name, at)
        if before != at:
            yield hint(
                "operation-id-repeated",
                f"another operation is called `{name}`",
                at / "operationId",
                notes=(Note("this one", before / "operationId"),),
                hint="give each its own `operationId`",
                exit=Exit.DOCUMENT,
            )
