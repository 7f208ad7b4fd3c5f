"""Python client of version 2026-11-01 of the Jobs API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from . import errors, middleware, models, params, resources, testing, webhooks
    from ._runtime.async_streams import AsyncStream
    from ._runtime.event_types import UnknownEvent
    from ._runtime.options import RequestOptions
    from ._runtime.problem import ProblemDetails
    from ._runtime.request import Request, StreamRequest
    from ._runtime.response import Response
    from ._runtime.retry import RetryPolicy
    from ._runtime.streams import Stream
    from .client import AsyncClient, Client
    from .errors import JobsError

__version__ = "0.1.0"
__api_version__ = "2026-11-01"

__all__ = [
    "AsyncClient",
    "AsyncStream",
    "Client",
    "JobsError",
    "ProblemDetails",
    "Request",
    "RequestOptions",
    "Response",
    "RetryPolicy",
    "Stream",
    "StreamRequest",
    "UnknownEvent",
    "__api_version__",
    "__version__",
    "errors",
    "middleware",
    "models",
    "params",
    "resources",
    "testing",
    "webhooks",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".": (
                "errors",
                "middleware",
                "models",
                "params",
                "resources",
                "testing",
                "webhooks",
            ),
            "._runtime.async_streams": ("AsyncStream",),
            "._runtime.event_types": ("UnknownEvent",),
            "._runtime.options": ("RequestOptions",),
            "._runtime.problem": ("ProblemDetails",),
            "._runtime.request": ("Request", "StreamRequest"),
            "._runtime.response": ("Response",),
            "._runtime.retry": ("RetryPolicy",),
            "._runtime.streams": ("Stream",),
            ".client": ("AsyncClient", "Client"),
            ".errors": ("JobsError",),
        },
    )
