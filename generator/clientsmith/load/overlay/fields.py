"""The fields of the overlay objects: which there are, of which type, and required.

https://spec.openapis.org/overlay/v1.1.0.html#schema
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from clientsmith.load.kinds import kind_of
from clientsmith.load.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.diagnostics import Diagnostic
    from clientsmith.load.reading import JSON, Reading
    from clientsmith.pointer import Pointer


class Fields(Struct, frozen=True):
    """The fields of one kind of object."""

    owner: str
    types: dict[str, type | None]
    required: tuple[str, ...]


OVERLAY: Final = Fields(
    "overlay",
    {"overlay": str, "info": dict, "extends": str, "actions": list},
    ("overlay", "info", "actions"),
)
INFO: Final = Fields(
    "info",
    {"title": str, "version": str, "description": str},
    ("title", "version"),
)
ACTION_1_0: Final = Fields(
    "action",
    # `reason` is ours: why the published description needs the change.
    {"target": str, "description": str, "reason": str, "update": None, "remove": bool},
    ("target",),
)
ACTION: Final = Fields(
    ACTION_1_0.owner,
    {**ACTION_1_0.types, "copy": str},
    ACTION_1_0.required,
)
_KINDS: Final = {
    str: "a string",
    dict: "an object",
    list: "an array",
    bool: "a boolean",
}


def find_faults(
    reading: Reading,
    at: Pointer,
    value: JSON,
    fields: Fields,
) -> Iterator[Diagnostic]:
    """Find the fields that are missing, unknown or of the wrong type."""
    if not isinstance(value, dict):
        yield _wrong_type(reading, at, value, fields.owner, dict)
        return
    for key in fields.required:
        if key not in value:
            here = reading.places.find(at.steps).position
            yield problem("overlay-key-missing", here, owner=fields.owner, key=key)
    for key, held in value.items():
        yield from _check_field(reading, at / key, held, fields)


def _check_field(
    reading: Reading,
    at: Pointer,
    value: JSON,
    fields: Fields,
) -> Iterator[Diagnostic]:
    if at.last.startswith("x-"):
        return
    if at.last not in fields.types:
        here = reading.places.find(at.steps).position
        yield problem("overlay-key-unknown", here, owner=fields.owner, key=at.last)
        return
    expected = fields.types[at.last]
    if expected and not isinstance(value, expected):
        yield _wrong_type(reading, at, value, at.last, expected)


def _wrong_type(
    reading: Reading,
    at: Pointer,
    value: JSON,
    name: str,
    expected: type,
) -> Diagnostic:
    return problem(
        "overlay-key-type",
        reading.places.find(at.steps).position,
        key=name,
        actual=kind_of(value),
        expected=_KINDS[expected],
    )
