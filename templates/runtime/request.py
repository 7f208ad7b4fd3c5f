"""A request as a value: what to send, and how to read the answer.

Nothing here performs I/O, so the blocking and the async client share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic

from typing_extensions import TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self

    from .body import Body
    from .decode import Context

T_co = TypeVar("T_co", covariant=True)
_KEY = "idempotency-key"
H_co = TypeVar("H_co", covariant=True, default=Mapping[str, str])


LAST_EVENT_ID = "last-event-id"
"""The header that says after which event a stream is to go on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Request(Generic[T_co, H_co]):
    """One call of one operation, answered by a `T_co` beside the headers `H_co`."""

    operation: str
    """The method's place in the client: `chat.completions.create`."""

    method: str
    path: str
    returns: Any
    """What the response becomes: a type, or a mapping of statuses to types.

    2 stands for all of 2XX, 4 for all of 4XX, and 0 for the rest. In the place of a
    type, `ByMediaType` may say what each media type and range of them becomes.
    """

    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cookies: str = ""
    body: Body | None = None
    errors: Mapping[int, Any] = field(default_factory=dict[int, Any])
    """What the body of an error response becomes, by status."""

    idempotent: bool = False
    """Whether sending it twice does what sending it once does."""

    redirects: tuple[int, ...] = ()
    """The redirects that are answers for those who do not follow them."""

    security: tuple[Mapping[str, tuple[str, ...]], ...] | None = None
    """Alternatives of schemes with their scopes; None leaves the choice to the API."""

    server: str | tuple[str, ...] | None = None
    """Where this operation is, if not where the API is; for each server of that."""

    accept: str = "application/json"
    url: Callable[[str, Iterable[str]], str] | None = None
    """Where it goes instead of path and query, because the server has said so.

    It is given where the API is, and what the description calls that.
    """

    response_headers: Callable[[Mapping[str, str], Context], H_co] | None = None
    """What reads the headers of a response, if some of them have a type."""

    make_key: Callable[[], str] | None = None
    """Makes an `Idempotency-Key` where the operation takes one and none is given."""

    def __repr__(self) -> str:
        # What it sends may hold secrets.
        return f"<{type(self).__name__} {self.operation}: {self.method} {self.path}>"

    def has_key(self, given: Mapping[str, str]) -> bool:
        """Say whether the server can tell repetitions from another request."""
        return any(name.lower() == _KEY for name in (*self.headers, *given))

    def keyed(self, given: Mapping[str, str]) -> Self:
        """Return the request of one call: its attempts share a key."""
        if self.make_key is None or self.has_key(given):
            return self
        return replace(self, headers={**self.headers, _KEY: self.make_key()})


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class StreamRequest(Request[T_co]):
    """A call answered by events, each of which becomes a `T_co`."""

    terminator: str | None = None
    """The data of the event that ends the stream and is not one itself."""

    events: Mapping[str, Any] | None = None
    """What events become by their name; `returns` is for the others."""

    lines: Callable[[str, int], Any] | None = None
    """What cuts JSON into texts, by media type and largest size; None for events."""

    resumes: bool = False
    """Whether it goes on after the event that the header `Last-Event-ID` names."""

    accept: str = "text/event-stream"
