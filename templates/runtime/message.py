"""What goes over the wire for one attempt: method, address, headers and content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .body import JsonBody
from .escaping import escape
from .parameters import form, query_string

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api
    from .body import Body
    from .options import ClientOptions, RequestOptions
    from .request import Request
    from .security import Credential


class Message(NamedTuple):
    """An HTTP request, in the terms of no library."""

    method: str
    url: str
    headers: dict[str, str]
    content: bytes | None


def encode_body(request: Request[Any], options: RequestOptions) -> bytes | None:
    """Write the body of a request, once for all attempts."""
    body: Body | None = request.body
    if extra := options.get("extra_body"):
        base = body or JsonBody({})
        if not isinstance(base, JsonBody):
            raise TypeError("extra_body needs a JSON body")
        body = base.merged(extra)
    return None if body is None else body.encode()


def write_message(
    api: Api,
    request: Request[Any],
    *,
    client: ClientOptions,
    options: RequestOptions,
    credentials: list[Credential],
    content: bytes | None,
) -> Message:
    """Put the parts of an attempt together; headers of the caller win."""
    headers = {
        "user-agent": f"{api.name}/{api.version} python",
        "accept": request.accept,
    }
    if content is not None:
        media_type = request.body.media_type if request.body else "application/json"
        headers["content-type"] = media_type
    for place in (request.headers, _credential_headers(credentials)):
        headers |= _lower(place)
    if cookies := _cookies(request, credentials):
        headers["cookie"] = cookies
    headers |= caller_headers(client, options)
    url = _url(api, request, client, options, credentials)
    return Message(request.method, url, headers, content)


def caller_headers(client: ClientOptions, options: RequestOptions) -> dict[str, str]:
    """Gather the headers that the caller sets, those of the call last."""
    headers = _lower(client.get("headers", {})) | _lower(options.get("headers", {}))
    if key := options.get("idempotency_key"):
        headers["idempotency-key"] = key
    return headers


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
