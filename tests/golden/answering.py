"""A server in process that gives every request one answer and keeps the request."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

import httpx2


class Server:
    """Answers with JSON, or with bytes of a media type."""

    def __init__(
        self,
        answer: object = None,
        media_type: str = "application/json",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        headers = {"content-type": media_type, **(headers or {})}
        content = {"content": answer} if isinstance(answer, bytes) else {"json": answer}
        self._answer: dict[str, Any] = {"headers": headers, **content}
        self._status = status
        self.request = httpx2.Request("GET", "http://nobody.asked")

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request."""
        self.request = request
        return httpx2.Response(self._status, **self._answer)

    @property
    def asked(self) -> str:
        """The request line."""
        return f"{self.request.method} {self.request.url.raw_path.decode()}"

    def client(self, package: ModuleType, **options: Any) -> Any:
        """Make a client of a package that asks this server."""
        http = httpx2.Client(transport=httpx2.MockTransport(self))
        return package.Client(http_client=http, **options)

    def async_client(self, package: ModuleType, **options: Any) -> Any:
        """Make the async twin."""
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(self))
        return package.AsyncClient(http_client=http, **options)
