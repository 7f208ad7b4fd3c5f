"""A request as a value: what to send, and how to read the answer.

Nothing here performs I/O, so the blocking and the async client share it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .body import Body

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Request(Generic[T_co]):
    """One call of one operation, answered by a `T_co`."""

    operation: str
    """The method's place in the client: `chat.completions.create`."""

    method: str
    path: str
    returns: Any
    """What the response becomes: a type, or a mapping of statuses to types.

    In mappings, 2 stands for all of 2XX, 4 for all of 4XX, and 0 for the rest.
    """

    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cookies: str = ""
    body: Body | None = None
    errors: Mapping[int, Any] = field(default_factory=dict[int, Any])
    """What the body of an error response becomes, by status."""

    idempotent: bool = False
    """Whether sending it twice does what sending it once does."""

    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of schemes; None leaves the choice to the API."""

    server: str | None = None
    """Where this operation is, if not where the API is."""

    accept: str = "application/json"
    url: str | None = None
    """The whole address, where the server has named it, instead of path and query."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamRequest(Request[T_co]):
    """A call answered by events, each of which becomes a `T_co`."""

    terminator: str | None = None
    """The data of the event that ends the stream and is not one itself."""

    events: Mapping[str, Any] | None = None
    """What events become by their name; `returns` is for the others."""

    framing: Literal["sse", "json-lines", "json-seq"] = "sse"
    accept: str = "text/event-stream"
