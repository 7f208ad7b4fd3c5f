"""What can be asked of an API, and what it answers.

https://spec.openapis.org/oas/v3.1.1.html#operation-object
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.pointer import Pointer

from .declarations import Bounds, Value
from .names import Name
from .pagination import Pagination
from .security import Requirement
from .servers import Server
from .types import Type

Location: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
]


class Encoding(Struct, frozen=True, kw_only=True):
    """How one property of a form is written.

    https://spec.openapis.org/oas/v3.2.0.html#encoding-object
    """

    property: str
    content_type: str = ""
    """The media types it may have, best first; empty where its type decides."""
    style: Style | None = None
    """None where its media type decides."""
    explode: bool = True
    allow_reserved: bool = False


class Parameter(Struct, frozen=True, kw_only=True):
    """A value sent outside the body."""

    name: str
    location: Location
    type: Type
    required: bool
    style: Style
    explode: bool
    content_type: str | None = None
    """The media type it is written in, where `content` takes the place of `style`."""
    allow_reserved: bool = False
    """Whether `:/?#[]@!$&'()*+,;=` are sent as they are."""
    encoding: tuple[Encoding, ...] = ()
    """How its properties are written, where it is a form."""
    docs: str = ""
    bounds: Bounds = Bounds()
    default: Value | None = None
    example: Value | None = None
    deprecated: bool = False
    at: Pointer


class PartEncoding(Struct, frozen=True, kw_only=True):
    """How one property of a body in parts is written, beyond what its type says.

    https://spec.openapis.org/oas/v3.2.0.html#encoding-object
    """

    property: str
    content_type: str = ""
    """The media types it may have, best first; empty where its type decides."""
    headers: tuple[tuple[str, str], ...] = ()
    """The headers of its part that have one value."""
    style: Style | None = None
    """None where its media type decides."""
    explode: bool = True
    file: bool = False
    """Whether it is bytes with a media type, whatever JSON Schema calls them."""
    base64: bool = False
    """Whether it is bytes that are written as text."""


class MediaType(Struct, frozen=True, kw_only=True):
    """A body that is one value: JSON, text, a form, or any other media type."""

    content_type: str
    type: Type
    bounds: Bounds = Bounds()
    """What is asserted of a value that is sent, where its type does not say it."""
    as_json: bool = False
    """Whether an answer is JSON though its name does not say so."""
    repeats: bool = False
    """Whether it says what the JSON of the same answer says, in another form."""
    encoding: tuple[Encoding, ...] = ()
    """How its properties are written, where it is a form."""
    parts: tuple[PartEncoding, ...] = ()
    """How its properties are written, where it is sent in parts."""
    at: Pointer


class Binary(Struct, frozen=True, kw_only=True):
    """A body of bytes that have no meaning here."""

    content_type: str
    repeats: bool = False
    """Whether it says what the JSON of the same answer says, in another form."""
    at: Pointer


class EventStream(Struct, frozen=True, kw_only=True):
    """A body of server-sent events, each of which carries one value.

    `selected_by` is the boolean request property that asks for it, and
    `terminator` the data of the event after which nothing follows.
    `by_event` types events by their `event` field, where the document does; None
    is an event that carries nothing.
    """

    content_type: str
    event: Type
    terminator: str | None
    selected_by: str | None
    by_event: tuple[tuple[str, Type | None], ...] = ()
    preselected: bool = False
    """Whether the server streams unless it is told not to."""
    at: Pointer


class JsonLines(Struct, frozen=True, kw_only=True):
    """A body of JSON values, one a line."""

    content_type: str
    item: Type
    at: Pointer


Content: TypeAlias = MediaType | Binary | EventStream | JsonLines


class RequestBody(Struct, frozen=True, kw_only=True):
    """What an operation sends, in each media type it may be sent in, best first."""

    content: tuple[MediaType | Binary | JsonLines, ...]
    required: bool
    docs: str = ""
    at: Pointer


class Header(Struct, frozen=True, kw_only=True):
    """What comes beside the content of a response, written in the style `simple`."""

    name: str
    type: Type
    as_json: bool = False
    explode: bool = False
    docs: str = ""
    deprecated: bool = False
    at: Pointer


class Response(Struct, frozen=True, kw_only=True):
    """What one status means: `200`, `4XX` or `default`."""

    status: str
    docs: str
    content: tuple[Content, ...]
    headers: tuple[Header, ...] = ()
    at: Pointer


class Calling(Struct, frozen=True):
    """Where an operation is found, and what it may be called there, best first."""

    resource: tuple[Name, ...]
    names: tuple[Name, ...]


class Operation(Struct, frozen=True, kw_only=True):
    """One method on one path."""

    name: Name
    longer: tuple[Name, ...] = ()
    """What it is called where that name is taken."""
    given: bool = False
    """Whether somebody has said so."""
    resource: tuple[Name, ...]
    noun: Name
    """What one of the things it is about is called."""
    method: str
    """As it is sent."""
    path: str
    operation_id: str | None = None
    """What the document calls it, on whatever path it stands."""
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None
    responses: tuple[Response, ...]
    security: tuple[Requirement, ...] | None
    """None where the requirements of the whole API hold."""
    servers: tuple[Server, ...] = ()
    """Its own, where those of the whole API are not its own."""
    docs: str = ""
    deprecated: bool = False
    idempotent: bool | None = None
    """Whether sending it twice is as good as once, where the document says."""
    pagination: Pagination | None = None
    """How the pages of what it lists follow each other, where that is known."""
    at: Pointer

    @property
    def names(self) -> tuple[Name, ...]:
        """Everything it may be called, best first."""
        return (self.name, *self.longer)
