"""What a request carries, by media type.

https://spec.openapis.org/oas/v3.1.1.html#request-body-object
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeAlias

from .kinds import is_object
from .to_json import given_to_json, to_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Content: TypeAlias = bytes | PathLike[str] | BinaryIO
"""Bytes, the path of a file, or a file that is open for reading."""


class Body(Protocol):
    """Content with a media type."""

    @property
    def media_type(self) -> str:
        """The value of `Content-Type`."""
        ...

    def encode(self) -> bytes:
        """Return the bytes to send."""
        ...


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON value."""

    value: Any
    media_type: str = "application/json"
    is_given: bool = field(default=False, compare=False)
    """Whether it is made of arguments, whose types say that integers are numbers."""

    def encode(self) -> bytes:
        """Write the value as JSON."""
        return given_to_json(self.value) if self.is_given else to_json(self.value)

    def merged(self, extra: Mapping[str, object]) -> JsonBody:
        """Add properties to the object.

        Raises:
            TypeError: The body is not an object.
        """
        if not is_object(self.value):
            raise TypeError("extra_body needs a JSON body that is an object")
        return replace(self, value={**self.value, **extra})


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text."""

    text: str
    media_type: str = "text/plain"

    def encode(self) -> bytes:
        """Return the text as UTF-8."""
        return self.text.encode()


@dataclass(frozen=True, slots=True)
class BinaryBody:
    """Bytes, or a file that is read from its current position."""

    content: Content
    media_type: str = "application/octet-stream"

    def encode(self) -> bytes:
        """Return the bytes; each attempt of a call sends the same ones."""
        if isinstance(self.content, bytes):
            return self.content
        if isinstance(self.content, PathLike):
            return Path(self.content).read_bytes()
        return self.content.read()


def json_body(
    params: Mapping[str, Any],
    *,
    renamed: Mapping[str, str] | None = None,
    fixed: Mapping[str, object] | None = None,
    without: Collection[str] = (),
    nullable: Collection[str] = (),
    media_type: str = "application/json",
) -> JsonBody:
    """Make an object of what the caller gave and what the method itself decides.

    `None` leaves a property out, except for the `nullable` ones: there the API
    gives null a meaning.
    """
    names = renamed or {}
    value = {
        names.get(key, key): item
        for key, item in params.items()
        if (item is not None or key in nullable) and key not in without
    }
    return JsonBody(value | dict(fixed or {}), media_type, is_given=True)


def json_value(value: object, *, media_type: str = "application/json") -> JsonBody:
    """Make a JSON body of any value."""
    return JsonBody(value, media_type)


def text_body(text: str, *, media_type: str = "text/plain; charset=utf-8") -> TextBody:
    """Make a body of text."""
    return TextBody(text, media_type)


def binary_body(
    content: Content,
    *,
    media_type: str = "application/octet-stream",
) -> BinaryBody:
    """Make a body of bytes, a file or the path of one."""
    return BinaryBody(content, media_type)
