"""An answer with its circumstances, for those who want more than the value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic

from typing_extensions import TypeVar

H_co = TypeVar("H_co", covariant=True, default=Mapping[str, str])
T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")

_SUCCESS = range(200, 300)
REQUEST_ID_HEADERS = (
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-correlation-id",
    "x-trace-id",
    "cf-ray",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back from one attempt, read to the end."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    """It may hold a token; what a server says of an error is in that error."""

    @property
    def succeeded(self) -> bool:
        """Whether the status is one of success; a redirect is none."""
        return self.status in _SUCCESS

    @property
    def request_id(self) -> str | None:
        """How the server calls the request."""
        return request_id(self.headers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Generic[T_co, H_co]):
    """The value that a call returned, and how it came about."""

    value: T_co
    status: int
    headers: H_co
    """All headers by name, and as attributes those that have a type."""

    request_id: str | None
    attempts: int
    elapsed: float
    """Seconds from the start of the call, retries included."""

    url: str
    """Where the answer came from, without credentials.

    What a redirect adds to the path is left out, since it may be a signature.
    """


def of_status(choices: Mapping[int, V], status: int) -> V | None:
    """Choose by status, else by its class (4 is 4XX), else the default (0)."""
    keys = (status, status // 100, 0)
    return next((choices[key] for key in keys if key in choices), None)


def request_id(headers: Mapping[str, str]) -> str | None:
    """Find how the server calls the request."""
    there = set(headers)  # looking into the library's headers six times is slow
    return next((headers[name] for name in REQUEST_ID_HEADERS if name in there), None)
