"""By what the lock knows a place: its pointer, without positions in lists.

What is inserted into a list moves what comes after it. So a variant is known by
its label, and what `allOf` combines by the schema that combines it.
https://www.rfc-editor.org/rfc/rfc6901
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from clientsmith.ir import Api, Operation
from clientsmith.pointer import Pointer

from .casing import NameKind
from .variant_keys import VARIANTS, VariantKeys

STYLE = "#"
"""By what the lock knows how a document spells its keys."""
MEMBERS = "/members"
"""After an enumeration: how its values are spelled. With a value, its member."""
RESOURCES = "#/resources/"
"""Before where a resource is found: what its class is called."""
PAGES = "/pages"
"""After an operation: that it is read page by page."""
CALLBACKS = "#/callbacks"
"""Before where a callback stands: what reads it is called."""
STREAM = "/stream"
"""After an operation: the method that streams beside the one that does not."""
DOWNLOAD = "/download"
"""After an operation: the method that hands out its bytes while they arrive."""
IDENTIFIER = "/operationId"
"""After an operation: by what it is found again when it moves to another path."""
PARAMS = "/params"
"""After a schema: what it is sent as, where that is not what it is received as."""
_OPERATION = re.compile(
    r"[^#]*#/paths/[^/]+/(additionalOperations/)?[^/]+(/pages|/stream|/download)?"
)
_MEMBER = re.compile(rf"(?<!/properties){MEMBERS}(/|$)")


def kind_of(key: str) -> NameKind:
    """Tell what has the name that the lock keeps under a key."""
    if key.startswith(VARIANTS):
        return "variant"
    if _OPERATION.fullmatch(key):
        return "method"
    if _OPERATION.fullmatch(key.removesuffix(IDENTIFIER)):
        return "identifier"
    if _MEMBER.search(key):
        return "member"
    if key.startswith(CALLBACKS):
        return "attribute"
    small = key == STYLE or "/attributes/" in key or "/arguments/" in key
    return "attribute" if small else "class"


def keys_of(
    api: Api, pointers: Iterable[Pointer], variants: VariantKeys
) -> dict[Pointer, str]:
    """Return the key of each place; where two would have the same, the pointers."""
    keys = {at: str(_lasting(api, at, variants)) for at in pointers}
    counts = Counter(keys.values())
    return {at: key if counts[key] == 1 else str(at) for at, key in keys.items()}


def key_of_operation(operation: Operation) -> str:
    """Return the key of an operation: two paths may share one by reference."""
    below = operation.at.parent.last == "additionalOperations"
    steps = operation.at.steps[-2:] if below else operation.at.steps[-1:]
    return str(Pointer("", ("paths", operation.path, *steps)))


def _lasting(api: Api, at: Pointer, variants: VariantKeys) -> Pointer:
    if not any(step.isdecimal() for step in at.steps):
        return at
    steps: list[str] = []
    for index, step in enumerate(at.steps):
        if step.isdecimal() and steps and steps[-1] == "allOf":
            steps.pop()
        else:
            here = Pointer(at.file, at.steps[: index + 1])
            around = Pointer(at.file, tuple(steps))
            steps.append(_step(api, here, around, variants))
    return Pointer(at.file, tuple(steps))


def _step(api: Api, at: Pointer, around: Pointer, variants: VariantKeys) -> str:
    """Return what the last step of a pointer is known by."""
    if not at.last.isdecimal():
        return at.last
    if at in api.digests:
        return variants.step(at, around)
    return api.labels.get(at, at.last)
