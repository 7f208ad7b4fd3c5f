"""What a request carries, by media type.

https://spec.openapis.org/oas/v3.1.1.html#request-body-object
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .kinds import is_object
from .to_json import given_to_json, to_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .payload import Payload


class Body:
    """Content with a media type."""

    __slots__ = ()

    media_type: str
    """The value of `Content-Type`."""

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing, so that it may be left out where none is needed."""
        return False

    def sent_as(self, media_type: str) -> Body:
        """Return what to send when headers of the caller name a media type, or none."""
        del media_type
        return self

    def member(self, name: str) -> object:
        """Return what is sent under a name; None where nothing is."""
        del name
        return None

    def with_member(self, name: str, value: str | int) -> Body:
        """Return a body that sends a value under a name, instead of what it sent.

        Raises:
            TypeError: There is no place for it.
        """
        del value
        raise TypeError(f"{name} needs a body that is a JSON object or a form")

    def encode(self) -> bytes | Payload:
        """Return the bytes to send, or what reads them for each attempt."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class JsonBody(Body):
    """A JSON value."""

    value: Any
    media_type: str = "application/json"
    is_given: bool = field(default=False, compare=False)
    """Whether it is made of arguments, whose types say that integers are numbers."""

    @property
    def is_empty(self) -> bool:
        """Whether it is an object without properties."""
        return is_object(self.value) and not self.value

    def member(self, name: str) -> object:
        """See `Body.member`."""
        return self.value.get(name) if is_object(self.value) else None

    def with_member(self, name: str, value: str | int) -> Body:
        """See `Body.with_member`."""
        if not is_object(self.value):
            return Body.with_member(self, name, value)
        return self.merged({name: value})

    def encode(self) -> bytes:
        """Write the value as JSON.

        Raises:
            TypeError: Something in it has no JSON form; the message says where.
            ValueError: The same of a number or a time.
        """
        try:
            return given_to_json(self.value) if self.is_given else to_json(self.value)
        except (TypeError, ValueError) as problem:
            from .unwritable import with_place

            raise with_place(problem, self.value, "body") from None

    def merged(self, extra: Mapping[str, object]) -> JsonBody:
        """Add properties to the object.

        Raises:
            TypeError: The body is not an object.
        """
        if not is_object(self.value):
            raise TypeError("extra_body needs a JSON body that is an object")
        return replace(self, value={**self.value, **extra})


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


def unless_empty(body: Body) -> Body | None:
    """Leave out what the API does not need, if nothing was given for it."""
    return None if body.is_empty else body
