"""By what the lock knows a place: its pointer, without positions in lists.

What is inserted into a list moves what comes after it. So a variant is known by
its label, and what `allOf` combines by the schema that combines it.
https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from clientsmith.ir import Api, Operation
from clientsmith.pointer import Pointer


def keys_of(api: Api, pointers: Iterable[Pointer]) -> dict[Pointer, str]:
    """Return the key of each place; where two would have the same, the pointers."""
    keys = {at: _spell(api, _lasting(api, at)) for at in pointers}
    counts = Counter(keys.values())
    return {
        at: key if counts[key] == 1 else _spell(api, at) for at, key in keys.items()
    }


def key_of_operation(api: Api, operation: Operation) -> str:
    """Return the key of an operation: two paths may share one by reference."""
    steps = ("paths", operation.path, operation.method)
    return _spell(api, Pointer(api.file, steps))


def _spell(api: Api, at: Pointer) -> str:
    return str(at) if at.file == api.file else f"{at.file}{at}"


def _lasting(api: Api, at: Pointer) -> Pointer:
    if not any(step.isdecimal() for step in at.steps):
        return at
    steps: list[str] = []
    for index, step in enumerate(at.steps):
        if step.isdecimal() and steps and steps[-1] == "allOf":
            steps.pop()
        else:
            here = Pointer(at.file, at.steps[: index + 1])
            steps.append(api.labels.get(here, step) if step.isdecimal() else step)
    return Pointer(at.file, tuple(steps))
