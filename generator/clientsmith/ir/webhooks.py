"""What an API asks of others: webhooks, and the callbacks of its operations.

https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks and
https://spec.openapis.org/oas/v3.1.1.html#callback-object
"""

from __future__ import annotations

from msgspec import Struct

from clientsmith.pointer import Pointer

from .names import Name
from .operations import Binary, MediaType, Parameter, Response
from .types import Primitive, Type

RAW = Primitive("string", "binary")
"""The type of a payload that is not JSON, or of which nothing is said."""


class Webhook(Struct, frozen=True, kw_only=True):
    """One request that an API makes."""

    key: str
    """What the document calls it."""
    name: Name
    event: str = ""
    """What a header or a property calls it, where the document says so."""
    method: str
    parameters: tuple[Parameter, ...] = ()
    payload: MediaType | Binary | None = None
    """What it sends, in the media type that is read."""
    responses: tuple[Response, ...] = ()
    """What it expects to be answered."""
    docs: str = ""
    deprecated: bool = False
    at: Pointer

    @property
    def type(self) -> Type:
        """What its payload is read as."""
        return self.payload.type if isinstance(self.payload, MediaType) else RAW

    @property
    def answers(self) -> tuple[Type, ...]:
        """What may be answered, where that is a value."""
        return tuple(
            content.type
            for response in self.responses
            for content in response.content
            if isinstance(content, MediaType)
        )


class Callback(Struct, frozen=True, kw_only=True):
    """A request that an API makes because an operation has asked for it."""

    webhook: Webhook
    expression: str
    """Where the address comes from: a runtime expression."""
    operation: Pointer
    """Who asks; where several do, the first of them."""


class Event(Struct, frozen=True, kw_only=True):
    """What one or more webhooks send that nothing tells apart."""

    name: str = ""
    """What the header holds, where there is one that tells events apart."""
    tags: tuple[str, ...] = ()
    """What the property holds; none where it does not matter."""
    type: Type
    webhooks: tuple[Pointer, ...]


class Events(Struct, frozen=True, kw_only=True):
    """Every event, and what tells them apart: a header, a property, or both."""

    header: str | None = None
    property: str | None = None
    by_name: bool = False
    """Whether events are told by the names of webhooks, however these are spelled."""
    events: tuple[Event, ...] = ()
