"""What goes over the wire for one attempt: method, address, headers and content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .body import JsonBody
from .escaping import escape
from .parameters import form, query_string
from .payload import length_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api
    from .body import Body
    from .options import ClientOptions, RequestOptions
    from .payload import Sent
    from .request import Request
    from .security import Credential

_BOUNDARY = "; boundary="
_ANY_BOUNDARY = re.compile(r";\s*boundary\s*=[^;]*", re.IGNORECASE)


class Message(NamedTuple):
    """An HTTP request, in the terms of no library."""

    method: str
    url: str
    headers: dict[str, str]
    content: Sent


def choose_body(
    request: Request[Any], client: ClientOptions, options: RequestOptions
) -> Body | None:
    """Return what to send, once for all attempts."""
    body = request.body
    if body is not None:
        wanted = caller_headers(client, options).get("content-type", "")
        body = body.sent_as(wanted)
    if extra := options.get("extra_body"):
        base = body or JsonBody({})
        if not isinstance(base, JsonBody):
            raise TypeError("extra_body needs a JSON body")
        body = base.merged(extra)
    return body


def write_message(
    api: Api,
    request: Request[Any],
    *,
    client: ClientOptions,
    options: RequestOptions,
    credentials: list[Credential],
    body: Body | None,
    content: Sent,
) -> Message:
    """Put the parts of an attempt together; headers of the caller win."""
    headers = {
        "user-agent": f"{api.name}/{api.version} python",
        "accept": request.accept,
    }
    if body is not None:
        headers["content-type"] = body.media_type
    if length := length_of(content):
        headers["content-length"] = length
    for place in (request.headers, _credential_headers(credentials)):
        headers |= _lower(place)
    if cookies := _cookies(request, credentials):
        headers["cookie"] = cookies
    given = caller_headers(client, options)
    if body is not None and "content-type" in given:
        given["content-type"] = _with_boundary(given["content-type"], body.media_type)
    headers |= given
    url = _url(api, request, client, options, credentials)
    return Message(request.method, url, headers, content)


def caller_headers(client: ClientOptions, options: RequestOptions) -> dict[str, str]:
    """Gather the headers that the caller sets, those of the call last."""
    headers = _lower(client.get("headers", {})) | _lower(options.get("headers", {}))
    if key := options.get("idempotency_key"):
        headers["idempotency-key"] = key
    return headers


def _with_boundary(given: str, own: str) -> str:
    """Let a caller name another kind of multipart, but not what stands between parts.

    Who writes `multipart/form-data` into a header seldom knows the boundary.
    """
    _, mark, boundary = own.partition(_BOUNDARY)
    return f"{_ANY_BOUNDARY.sub('', given)}{mark}{boundary}" if mark else given


def _url(
    api: Api,
    request: Request[Any],
    client: ClientOptions,
    options: RequestOptions,
    credentials: list[Credential],
) -> str:
    server = client.get("base_url") or request.server or next(iter(api.servers), "")
    if "://" not in server:
        raise ValueError(f"base_url is needed: {server!r} is no absolute address")
    address, _, fixed = server.partition("?")
    pairs = query_string(
        *(form(name, value) for name, value in options.get("query", {}).items()),
        [
            f"{escape(name)}={escape(value)}"
            for name, value in _in(credentials, "query")
        ],
    )
    text = "&".join(filter(None, (fixed, request.query, pairs)))
    # Some descriptions have a query in the path itself.
    mark = "&" if "?" in request.path else "?"
    return address.rstrip("/") + request.path + (f"{mark}{text}" if text else "")


def _credential_headers(credentials: list[Credential]) -> dict[str, str]:
    return dict(_in(credentials, "header"))


def _cookies(request: Request[Any], credentials: list[Credential]) -> str:
    own = [f"{name}={value}" for name, value in _in(credentials, "cookie")]
    return "; ".join(filter(None, (request.cookies, *own)))


def _in(credentials: list[Credential], place: str) -> list[tuple[str, str]]:
    return [(each.name, each.value) for each in credentials if each.place == place]


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
