"""Gets one file over HTTP, within bounds of time and size.

What may be secret is only sent to the origin that it was meant for.
https://www.rfc-editor.org/rfc/rfc9110
"""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import IO, TYPE_CHECKING, Final
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct

from .encodings import Decoder, EncodingError
from .references.uris import origin, scheme
from .version import Version

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from email.message import Message
    from http.client import HTTPMessage

PATIENCE: Final = 20.0
LARGEST: Final = 20_000_000
_PIECE: Final = 65_536
_UNCHANGED: Final = 304
_CUT_OFF: Final = "the connection ended before the content did"


class Fetched(Struct, frozen=True):
    """What a server gave; nothing where the file is as it was known."""

    content: bytes | None
    version: Version = Version()


class Unreachable(Struct, frozen=True):
    """Why there is nothing, and the status of the answer if there was one."""

    reason: str
    status: int = 0


class Bounds(Struct, frozen=True):
    """How long and how large an answer may be."""

    patience: float = PATIENCE
    largest: int = LARGEST


def fetch(
    url: str,
    allowed: Collection[str] | None,
    headers: Mapping[str, str] = {},
    known: Version = Version(),
    bounds: Bounds = Bounds(),
) -> Fetched | Unreachable:
    """Get the content of a URL, unless it is what is `known`.

    It may be redirected to the origins that are `allowed`, or anywhere where none are
    named; `headers` go to the origin of the URL alone.
    """
    opener = build_opener(_Redirects(allowed, headers))
    request = Request(url, headers=_asked(headers, known))  # noqa: S310 - checked before
    deadline = time.monotonic() + bounds.patience
    try:
        with opener.open(request, timeout=bounds.patience) as answer:
            pieces = _pieces(answer, deadline, bounds)
            return Fetched(b"".join(pieces), _version(answer.headers))
    except _RefusedError as refused:
        return Unreachable(str(refused))
    except HTTPError as answered:
        answered.close()
        return _answered(answered)
    except IncompleteRead:
        return Unreachable(_CUT_OFF)
    except (OSError, HTTPException, ValueError) as fault:
        return Unreachable(str(getattr(fault, "reason", fault)) or type(fault).__name__)


def _asked(headers: Mapping[str, str], known: Version) -> dict[str, str]:
    validators = {
        "If-None-Match": known.etag,
        "If-Modified-Since": known.last_modified,
    }
    asked = {"User-Agent": "clientsmith", "Accept-Encoding": "gzip", **headers}
    return asked | {name: value for name, value in validators.items() if value}


def _version(headers: Message) -> Version:
    return Version(headers.get("ETag", ""), headers.get("Last-Modified", ""))


def _answered(answered: HTTPError) -> Fetched | Unreachable:
    """Say what a status means that brings nothing."""
    if answered.code == _UNCHANGED:
        return Fetched(None, _version(answered.headers))
    if answered.msg.startswith(HTTPRedirectHandler.inf_msg):
        return Unreachable("it is redirected again and again", answered.code)
    return Unreachable(f"the server answered {answered.code}", answered.code)


def _pieces(answer: HTTPResponse, deadline: float, bounds: Bounds) -> Iterator[bytes]:
    """Yield what an answer says once it is decoded, as long as it is in bounds."""
    decoder, size = _decoder(answer.headers), 0
    while piece := answer.read1(_PIECE):
        for part in decoder.parts(piece):
            size += len(part)
            if size > bounds.largest:
                raise _RefusedError(f"it is larger than {bounds.largest:,} bytes")
            yield part
        if time.monotonic() > deadline:
            raise _RefusedError(f"it took longer than {bounds.patience:g} seconds")
    # `read1` takes the end of the connection for that of the content.
    if answer.length or not decoder.whole:
        raise _RefusedError(_CUT_OFF)


def _decoder(headers: HTTPMessage) -> Decoder:
    try:
        return Decoder(headers.get("Content-Encoding", ""))
    except EncodingError as unknown:
        raise _RefusedError(str(unknown)) from unknown


class _RefusedError(Exception):
    """A server did what we do not take part in."""


class _Redirects(HTTPRedirectHandler):
    """Follows redirects where that is allowed, without what is meant for one origin."""

    def __init__(
        self, allowed: Collection[str] | None, headers: Mapping[str, str]
    ) -> None:
        self._allowed = allowed
        self._headers = headers

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """Refuse what leads elsewhere, or to where others can listen.

        Raises:
            _RefusedError: It does.
        """
        here, there = origin(req.full_url), origin(newurl)
        if self._allowed is not None and there not in self._allowed:
            raise _RefusedError(f"it is redirected to {there}, which is not allowed")
        if scheme(newurl) not in {"https", scheme(req.full_url)}:
            raise _RefusedError(f"it is redirected to {there}, which is not encrypted")
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if request and there != here:
            for name in self._headers:
                request.remove_header(name.capitalize())
        return request
