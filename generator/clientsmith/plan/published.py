"""The names a package publishes, by what they are known by in the lock."""

from __future__ import annotations

from collections.abc import Mapping

from .keys import key_of_operation
from .operations import Planned


def published(classes: Mapping[str, str], planned: list[Planned]) -> dict[str, str]:
    """List every name that something else could take tomorrow."""
    names = dict(classes)
    for one in planned:
        key = key_of_operation(one.operation)
        names[key] = one.dotted
        if one.stream_method != one.method:
            names[f"{key}/stream"] = one.dotted_stream
    return names
