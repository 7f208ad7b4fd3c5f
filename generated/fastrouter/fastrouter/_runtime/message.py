"""What goes over the wire for one attempt: method, address, headers and content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .body import JsonBody
from .escaping import escape
from .origins import at_home
from .parameters import form

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


def address(api: Api, request: Request[Any], client: ClientOptions) -> str:
    """Return where a request goes, without what options and credentials add.

    Raises:
        PaginationError: The server has named an address that is not its own.
    """
    own = request.server or next(iter(api.servers), "")
    server = client.get("base_url") or own
    if "://" not in server:
        raise ValueError(f"base_url is needed: {server!r} is no absolute address")
    if request.url is not None:
        return at_home(request.url, server, (own, *api.servers))
    start, _, fixed = server.partition("?")
    return _with_query(start.rstrip("/") + request.path, fixed, request.query)


def _url(
    api: Api,
    request: Request[Any],
    client: ClientOptions,
    options: RequestOptions,
    credentials: list[Credential],
) -> str:
    pairs = [
        *(
            pair
            for name, item in options.get("query", {}).items()
            for pair in form(name, item)
        ),
        *(
            f"{escape(name)}={escape(value)}"
            for name, value in _in(credentials, "query")
        ),
    ]
    url = address(api, request, client)
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


def _credential_headers(credentials: list[Credential]) -> dict[str, str]:
    return dict(_in(credentials, "header"))


def _cookies(request: Request[Any], credentials: list[Credential]) -> str:
    own = [f"{name}={value}" for name, value in _in(credentials, "cookie")]
    return "; ".join(filter(None, (request.cookies, *own)))


def _in(credentials: list[Credential], place: str) -> list[tuple[str, str]]:
    return [(each.name, each.value) for each in credentials if each.place == place]


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
