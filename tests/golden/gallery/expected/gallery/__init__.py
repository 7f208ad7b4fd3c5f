"""Python client of version 1 of the Gallery API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from . import errors, headers, middleware, models, params, resources, testing
    from ._runtime.async_downloads import AsyncDownload
    from ._runtime.async_streams import AsyncStream
    from ._runtime.downloads import Download
    from ._runtime.event_types import UnknownEvent
    from ._runtime.options import RequestOptions
    from ._runtime.problem import ProblemDetails
    from ._runtime.request import Request, StreamRequest
    from ._runtime.response import Response
    from ._runtime.retry import RetryPolicy
    from ._runtime.streams import Stream
    from .client import AsyncClient, Client
    from .errors import GalleryError

__version__ = "0.1.0"
__api_version__ = "1"

__all__ = [
    "AsyncClient",
    "AsyncDownload",
    "AsyncStream",
    "Client",
    "Download",
    "GalleryError",
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
    "headers",
    "middleware",
    "models",
    "params",
    "resources",
    "testing",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".": (
                "errors",
                "headers",
                "middleware",
                "models",
                "params",
                "resources",
                "testing",
            ),
            "._runtime.async_downloads": ("AsyncDownload",),
            "._runtime.async_streams": ("AsyncStream",),
            "._runtime.downloads": ("Download",),
            "._runtime.event_types": ("UnknownEvent",),
            "._runtime.options": ("RequestOptions",),
            "._runtime.problem": ("ProblemDetails",),
            "._runtime.request": ("Request", "StreamRequest"),
            "._runtime.response": ("Response",),
            "._runtime.retry": ("RetryPolicy",),
            "._runtime.streams": ("Stream",),
            ".client": ("AsyncClient", "Client"),
            ".errors": ("GalleryError",),
        },
    )
