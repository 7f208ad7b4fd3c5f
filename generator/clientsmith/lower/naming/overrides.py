"""What documents say to other generators about names, where it means the same.

https://www.speakeasy.com/docs/sdks/customize/methods
https://buildwithfern.com/learn/api-definitions/openapi/extensions/method-names
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from msgspec import Struct

from clientsmith.ir import Name, name_of

_METHODS = ("x-speakeasy-name-override", "x-fern-sdk-method-name")
_RESOURCES = ("x-speakeasy-group", "x-fern-sdk-group-name")


class Wish(Struct, frozen=True):
    """The names that a document has for other generators; ours may differ."""

    resource: tuple[Name, ...] = ()
    name: Name = Name(())


def wish_of(extensions: Mapping[str, object]) -> Wish:
    """Read the names that an operation has for other generators."""
    resources = [_path(extensions[key]) for key in _RESOURCES if key in extensions]
    names = [name_of(_text(extensions[key])) for key in _METHODS if key in extensions]
    return Wish(
        resource=next(filter(None, resources), ()),
        name=next((name for name in names if name), Name(())),
    )


def _path(value: object) -> tuple[Name, ...]:
    """Read a group: `chat.completions`, or a list of its levels."""
    several = isinstance(value, list)
    levels = cast("list[object]", value) if several else [value]
    parts = [part for level in levels for part in _text(level).split(".")]
    names = [name_of(part) for part in parts]
    return tuple(name for name in names if name)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
