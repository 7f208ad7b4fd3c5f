"""What was asked of a fake, without the credentials it was asked with."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from .message import Attempt

_HIDDEN = frozenset({"authorization", "cookie", "proxy-authorization"})
_DOTS = "..."


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """One attempt of a call; a call that was tried again is recorded again."""

    operation: str
    """The method's place in the client: `chat.completions.create`."""

    attempt: int
    """The first is 1."""

    method: str
    url: httpx2.URL
    headers: httpx2.Headers = field(repr=False)
    """Those that the caller has set are here as well, and `repr` shows none."""

    content: bytes

    @property
    def line(self) -> str:
        """The method and the path: `GET /pets`."""
        return f"{self.method} {self.path}"

    @property
    def path(self) -> str:
        """The path, decoded."""
        return self.url.path

    @property
    def query(self) -> httpx2.QueryParams:
        """The parameters in the query; `get_list` returns all of one name."""
        return self.url.params

    @property
    def json(self) -> Any:
        """The JSON that was sent; None where nothing was."""
        return json.loads(self.content) if self.content else None


def record(request: httpx2.Request, attempt: Attempt | None) -> RecordedCall:
    """Note a request that was read."""
    hidden = _HIDDEN.union(map(str.lower, attempt.credentials if attempt else ()))
    headers = [
        (name, _DOTS if name.lower() in hidden else value)
        for name, value in request.headers.multi_items()
    ]
    url = request.url
    for name in url.params:
        if name.lower() in hidden:
            url = url.copy_set_param(name, _DOTS)
    return RecordedCall(
        operation=attempt.request.operation if attempt else "",
        attempt=attempt.number if attempt else 1,
        method=request.method,
        url=url,
        headers=httpx2.Headers(headers),
        content=request.content,
    )
