"""The names a package publishes, by what they are known by in the lock."""

from __future__ import annotations

from collections.abc import Mapping

from .arguments import names_to_keep
from .keys import key_of_operation
from .operations import Planned
from .properties import Style


def published(
    style: Style,
    planned: list[Planned],
    *others: Mapping[str, str],
) -> dict[str, str]:
    """List every name that something else could take tomorrow."""
    names = {key: name for each in others for key, name in each.items()}
    for one in planned:
        key = key_of_operation(one.operation)
        names[key] = one.dotted
        if one.stream_method != one.method:
            names[f"{key}/stream"] = one.dotted_stream
        for argument, name in names_to_keep(one.arguments, style).items():
            names[f"{key}/arguments/{argument}"] = name
    return names
