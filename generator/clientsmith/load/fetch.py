"""Gets one file over HTTP, within bounds of time and size.

https://www.rfc-editor.org/rfc/rfc9110
"""

from __future__ import annotations

import time
from http.client import HTTPException
from typing import IO, TYPE_CHECKING, Final
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from .references.uris import origin

if TYPE_CHECKING:
    from collections.abc import Collection
    from http.client import HTTPMessage

PATIENCE: Final = 20.0
LARGEST: Final = 20_000_000
_PIECE: Final = 65_536


def fetch(
    url: str,
    allowed: Collection[str],
    patience: float = PATIENCE,
    largest: int = LARGEST,
) -> bytes | str:
    """Return the content of a URL, or why there is none."""
    opener = build_opener(_Redirects(allowed))
    request = Request(url, headers={"User-Agent": "clientsmith"})  # noqa: S310 - allowed
    deadline = time.monotonic() + patience
    try:
        with opener.open(request, timeout=patience) as answer:
            content = bytearray()
            while piece := answer.read1(_PIECE):
                content += piece
                if len(content) > largest:
                    return f"it is larger than {largest:,} bytes"
                if time.monotonic() > deadline:
                    return f"it took longer than {patience:g} seconds"
            return bytes(content)
    except _ElsewhereError as refused:
        return str(refused)
    except HTTPError as answered:
        return f"the server answered {answered.code}"
    except (OSError, HTTPException, ValueError) as fault:
        return str(getattr(fault, "reason", fault)) or type(fault).__name__


class _ElsewhereError(Exception):
    """A server sent us where we may not go."""


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to origins that are allowed."""

    def __init__(self, allowed: Collection[str]) -> None:
        self._allowed = allowed

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """Refuse what leads elsewhere."""
        if origin(newurl) not in self._allowed:
            message = f"it is redirected to {origin(newurl)}, which is not allowed"
            raise _ElsewhereError(message)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
