"""What is asked of a token endpoint, and what its answers mean, without any I/O.

https://www.rfc-editor.org/rfc/rfc6749#section-5
"""

from __future__ import annotations

import base64
import math
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import quote, urlencode, urljoin, urlsplit

from .addresses import shown
from .any_json import loads
from .errors import SERVER_ERRORS, TokenError
from .kinds import is_object
from .message import Message
from .retry import TOO_MANY_REQUESTS, retry_after
from .secrecy import Fields, Headers, without
from .token_types import Endpoint, Token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .response import Answer
    from .token_types import Party

_TEMPORARY = frozenset({"server_error", "temporarily_unavailable"})
_NEED_PROOF = frozenset({"dpop", "mac", "pop"})
"""Types of tokens that are worth nothing by themselves."""


def token_request(endpoint: Endpoint, party: Party, form: Fields[str]) -> Message:
    """Write the request for a token: it carries no other credentials."""
    fields = Fields(form)
    headers = Headers(
        {
            "accept": "application/json",
            "content-type": "application/x-www-form-urlencoded",
        }
    )
    identity = party.client_id or ""
    if party.client_secret and (party.auth or endpoint.auth) == "basic":
        headers["authorization"] = _basic(identity, party.client_secret)
    elif identity:
        fields["client_id"] = identity
        if party.client_secret:
            fields["client_secret"] = party.client_secret
    content = urlencode(fields).encode()
    return Message("POST", endpoint.address, headers, content, is_foreign=True)


def _basic(*pair: str) -> str:
    # As in forms, but servers that know no `+` understand this as well.
    quoted = ":".join(quote(each, safe="") for each in pair)
    return f"Basic {base64.b64encode(quoted.encode()).decode()}"


def read_token(
    endpoint: Endpoint, answer: Answer, asked_at: float, secrets: Iterable[str]
) -> Token:
    """Read the token in an answer.

    Raises:
        TokenError: There is none.
    """
    body = _json(answer)
    if not answer.succeeded or not _text(body, "access_token"):
        _refuse(endpoint, answer, body, secrets)
    kind = (_text(body, "token_type") or "").lower()
    if kind in _NEED_PROOF:
        raise TokenError(f"tokens of the type {kind} cannot be used")
    return Token(
        body["access_token"],
        _seconds(body.get("expires_in")),
        _text(body, "refresh_token"),
        _text(body, "scope"),
        asked_at,
    )


def _text(body: Fields[Any], name: str) -> str | None:
    found: Any = body.get(name)
    return found if isinstance(found, str) else None


def _seconds(value: Any) -> float | None:
    """Read a number of seconds; some endpoints write it as text."""
    try:
        seconds = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _refuse(
    endpoint: Endpoint,
    answer: Answer,
    body: Fields[Any],
    secrets: Iterable[str],
) -> NoReturn:
    said = {
        key: without(secrets, str(body[key]))
        for key in ("error", "error_description", "error_uri")
        if isinstance(body.get(key), str)
    }
    code, description = said.get("error"), said.get("error_description")
    reason = ": ".join(filter(None, (code, description)))
    busy = answer.status >= SERVER_ERRORS or answer.status == TOO_MANY_REQUESTS
    raise TokenError(
        f"{shown(endpoint.address)} gave no token: {reason or answer.status}",
        code=code,
        description=description,
        uri=said.get("error_uri"),
        status=answer.status,
        is_temporary=busy or code in _TEMPORARY,
        retry_after=retry_after(answer.headers),
    )


def discovery_request(address: str) -> Message:
    """Write the request for what an authorization server says of itself."""
    headers = {"accept": "application/json"}
    return Message("GET", address, headers, None, is_foreign=True)


def read_discovery(address: str, answer: Answer) -> Endpoint:
    """Find the token endpoint in what a server says of itself.

    https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata

    Raises:
        TokenError: There is none, or none that may be used.
    """
    body = _json(answer)
    found = _text(body, "token_endpoint")
    if not answer.succeeded or found is None:
        raise TokenError(
            f"{shown(address)} names no token endpoint",
            status=answer.status,
            is_temporary=answer.status >= SERVER_ERRORS,
        )
    if urlsplit(address).scheme == "https" and urlsplit(found).scheme != "https":
        raise TokenError(f"{shown(found)} would be asked for a token in the clear")
    methods: Any = body.get("token_endpoint_auth_methods_supported", ())
    only_post = "client_secret_post" in methods and "client_secret_basic" not in methods
    return Endpoint(found, "post" if only_post else "basic")


def absolute(address: str, base: str) -> str:
    """Return an address that may be relative to where the API is."""
    return urljoin(base, address)


def _json(answer: Answer) -> Fields[Any]:
    try:
        body: Any = loads(answer.content)
    except ValueError:
        body = None
    return Fields(body if is_object(body) else {})
