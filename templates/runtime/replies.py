"""What a fake answers with, and what becomes of that on the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

import httpx2

from .error_body import fits
from .kinds import is_object
from .media_types import JSON, essence, is_json
from .response import of_status
from .suggestions import unexpected
from .to_json import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    from .request import Request

    Streamed: TypeAlias = Callable[
        [Request[Any, Any]], tuple[list[bytes], Exception | None]
    ]
    """Writes the parts of a stream, and says what happens after the last one."""

_BYTES = "application/octet-stream"
_TEXT = "text/plain"
_BROKEN = "peer closed connection without sending complete message body"


class Delivery(TypedDict, total=False):
    """How an answer arrives."""

    delay: float
    """Seconds before it begins."""

    pause: float
    """Seconds between its pieces."""

    chunk_size: int
    """How many bytes arrive at a time: each event by itself, or everything at once."""

    cut_at: int
    """After how many bytes the connection breaks."""


def check_delivery(method: str, delivery: Delivery) -> None:
    """Complain of a keyword that says nothing of how an answer arrives.

    Raises:
        TypeError: There is one.
    """
    for name in delivery:
        if name not in Delivery.__annotations__:
            raise unexpected(method, name, Delivery.__annotations__)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of a fake: a value, or JSON, text or bytes as they come."""

    value: object = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delivery: Delivery = field(default_factory=Delivery)
    problem: Exception | None = None
    """What is raised in the place of an answer, as the HTTP library would."""

    events: Streamed | None = None
    """What writes the events that are sent in the place of a value."""


class Written(NamedTuple):
    """An answer as it is sent."""

    status: int
    headers: dict[str, str]
    pieces: list[bytes]
    problem: Exception | None
    """What happens after the last piece."""

    size: int
    """How many bytes there would be without a break."""


def write(reply: Reply, request: Request[Any, Any] | None) -> Written:
    """Say what is sent for a reply to a request of an operation, or to another one."""
    value, problem = reply.value, None
    if reply.events and request is not None:
        parts, problem = reply.events(request)
        status, media_type = reply.status or HTTPStatus.OK, _asked(request, JSON)
        headers = {"content-type": media_type}
    else:
        status = reply.status or _status(request.returns if request else Any, value)
        media_type = _media_type(request, int(status), value)
        parts = [_encoded(value, media_type)]
        headers = {"content-length": str(len(parts[0]))}
        headers |= {"content-type": media_type} if parts[0] else {}
    headers |= {name.lower(): text for name, text in reply.headers.items()}
    size, cut_at = sum(map(len, parts)), reply.delivery.get("cut_at")
    pieces = _in_pieces(parts, reply.delivery)
    if cut_at is not None and cut_at < size:
        problem = httpx2.RemoteProtocolError(_BROKEN)
    return Written(int(status), headers, pieces, problem, size)


def _status(returns: Any, value: object) -> int:
    """Choose the status of success that such a value comes with."""
    if not _is_by_status(returns):
        return HTTPStatus.NO_CONTENT if value is returns is None else HTTPStatus.OK
    found = (status for status, kind in returns.items() if _suits(value, kind))
    status: int = next(found, next(iter(returns)))
    return status if status >= HTTPStatus.CONTINUE else HTTPStatus.OK


def _is_by_status(returns: Any) -> bool:
    return is_object(returns) and all(isinstance(key, int) for key in returns)


def _suits(value: object, kind: Any) -> bool:
    """Tell whether a value, or what is sent for it, may be of a type."""
    if is_object(kind):
        return any(_suits(value, each) for each in kind.values())
    if is_object(value):
        return kind not in {None, str, bytes}
    return fits(value, kind)


def _media_type(request: Request[Any, Any] | None, status: int, value: object) -> str:
    """Choose what a value calls itself."""
    if request is None or status >= HTTPStatus.MULTIPLE_CHOICES:
        return _usual(value)
    choices = request.returns
    if _is_by_status(choices):
        choices = of_status({0: Any, **choices}, status)
    if is_object(choices):
        suiting = (name for name, kind in choices.items() if _suits(value, kind))
        return _exact(next(suiting, next(iter(choices))), _usual(value))
    return _asked(request, _usual(value))


def _asked(request: Request[Any, Any], otherwise: str) -> str:
    """Return the media type that a request prefers, if it asks for no range."""
    return _exact(request.accept.partition(",")[0], otherwise)


def _exact(media_type: str, otherwise: str) -> str:
    bare = essence(media_type)
    return otherwise if "*" in bare else bare


def _usual(value: object) -> str:
    match value:
        case bytes():
            return _BYTES
        case str():
            return _TEXT
        case _:
            return JSON


def _encoded(value: object, media_type: str) -> bytes:
    match value:
        case bytes():
            return value
        case str() if not is_json(media_type):
            return value.encode()
        case None:
            return b""
        case _:
            return to_json(value)


def _in_pieces(parts: Iterable[bytes], delivery: Delivery) -> list[bytes]:
    """Cut what is sent into the pieces that arrive, up to where it breaks off."""
    pieces = list(parts)
    if size := delivery.get("chunk_size"):
        content = b"".join(pieces)
        pieces = [content[at : at + size] for at in range(0, len(content), size)]
    left = delivery.get("cut_at", sum(map(len, pieces)))
    arrived: list[bytes] = []
    for piece in pieces:
        arrived.append(piece[:left])
        left -= len(arrived[-1])
    return list(filter(None, arrived))
