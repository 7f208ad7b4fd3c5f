"""What goes over the wire for one attempt: method, address, headers and content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .addresses import shown
from .body import JsonBody
from .escaping import escape
from .parameters import form
from .payload import length_of
from .secrecy import Headers, check_sendable, lowered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api
    from .body import Body
    from .options import ClientOptions, RequestOptions
    from .payload import Sent
    from .request import Request
    from .security import Credential
    from .servers import Site

_BOUNDARY = "; boundary="
_ANY_BOUNDARY = re.compile(r";\s*boundary\s*=[^;]*", re.IGNORECASE)


class Attempt(NamedTuple):
    """What the library's request is for: `request.extensions["attempt"]`."""

    request: Request[Any, Any]
    number: int
    credentials: tuple[str, ...]
    """The names of what nobody else should see: headers, parameters and cookies."""


class Message(NamedTuple):
    """An HTTP request, in the terms of no library."""

    method: str
    url: str
    headers: dict[str, str]
    content: Sent
    hops: int = 0
    """How many redirects have led here."""
    is_foreign: bool = False
    """Whether one of them left the origin of the API."""
    attempt: Attempt | None = None
    """What it is for, if it is an attempt of a call."""

    def __repr__(self) -> str:
        # Headers, and the query of the address, may hold secrets.
        return f"<{self.method} {shown(self.url)}>"


def choose_body(
    request: Request[Any], given: Mapping[str, str], options: RequestOptions
) -> Body | None:
    """Return what to send, once for all attempts."""
    body = request.body
    if body is not None:
        body = body.sent_as(given.get("content-type", ""))
    if extra := options.get("extra_body"):
        base = body or JsonBody({})
        if not isinstance(base, JsonBody):
            raise TypeError("extra_body needs a JSON body")
        body = base.merged(extra)
    return body


def write_message(
    api: Api,
    attempt: Attempt,
    *,
    given: Mapping[str, str],
    options: RequestOptions,
    url: str,
    credentials: list[Credential],
    body: Body | None,
    content: Sent,
) -> Message:
    """Put the parts of an attempt together; headers of the caller win."""
    request = attempt.request
    headers = Headers({"user-agent": api.user_agent, "accept": request.accept})
    if request.accept == "text/event-stream":
        headers["cache-control"] = "no-store"
    if body is not None:
        headers["content-type"] = body.media_type
    if length := length_of(content):
        headers["content-length"] = length
    headers |= lowered(request.headers, dict(_in(credentials, "header")))
    if cookies := _cookies(request, credentials):
        headers["cookie"] = cookies
    headers |= given
    if body is not None and "content-type" in given:
        headers["content-type"] = _with_boundary(given["content-type"], body.media_type)
    check_sendable(headers)
    whole = _url(url, request, options, credentials)
    message = Message(request.method, whole, headers, content, attempt=attempt)
    return signed(message, credentials, given)


def signed(
    message: Message, credentials: list[Credential], given: Mapping[str, str]
) -> Message:
    """Add the credentials that depend on the message; headers of the caller win."""
    written = {
        name: value
        for each in credentials
        if (name := each.name.lower()) not in given
        and each.sign
        and (value := each.sign(message))
    }
    if not written:
        return message
    return message._replace(headers=lowered(message.headers, written))


def caller_headers(
    client: ClientOptions, options: RequestOptions, there: Mapping[str, str]
) -> Headers:
    """Gather the headers that the caller sets, those of the call last.

    `there` are those that go where the API is, by its address.
    """
    headers = lowered(there, client.get("headers", {}), options.get("headers", {}))
    if key := options.get("idempotency_key"):
        headers["idempotency-key"] = key
    return headers


def address(request: Request[Any], server: str, site: Site, api: Api) -> str:
    """Return where a request goes, without what options and credentials add.

    Raises:
        PaginationError: The server has named an address that is not its own.
    """
    if request.url is not None:
        return request.url(server, site.described(api, request.server))
    start, _, fixed = server.partition("?")
    return _with_query(start.rstrip("/") + request.path, fixed, request.query)


def _with_boundary(given: str, own: str) -> str:
    """Let a caller name another kind of multipart, but not what stands between parts.

    Who writes `multipart/form-data` into a header seldom knows the boundary.
    """
    _, mark, boundary = own.partition(_BOUNDARY)
    return f"{_ANY_BOUNDARY.sub('', given)}{mark}{boundary}" if mark else given


def _url(
    url: str,
    request: Request[Any],
    options: RequestOptions,
    credentials: list[Credential],
) -> str:
    given = options.get("query", {}).items()
    pairs = [pair for name, value in given for pair in form(name, value)]
    for name, value in _in(credentials, "query"):
        pairs.append(f"{escape(name)}={escape(value)}")
    if request.url is not None:
        # Some servers repeat in it what they were asked with.
        there = {pair.partition("=")[0] for pair in url.partition("?")[2].split("&")}
        pairs = [pair for pair in pairs if pair.partition("=")[0] not in there]
    return _with_query(url, *pairs)


def _with_query(url: str, *parts: str) -> str:
    """Add to the query of an address; the paths of some descriptions have one."""
    text = "&".join(filter(None, parts))
    mark = "&" if "?" in url else "?"
    return f"{url}{mark}{text}" if text else url


def _cookies(request: Request[Any], credentials: list[Credential]) -> str:
    own = [f"{name}={value}" for name, value in _in(credentials, "cookie")]
    return "; ".join(filter(None, (request.cookies, *own)))


def _in(credentials: list[Credential], place: str) -> list[tuple[str, str]]:
    return [
        (each.name, each.value)
        for each in credentials
        if each.place == place and each.value
    ]
