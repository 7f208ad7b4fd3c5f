"""Python client of version 1 of the Harbor API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from . import errors, middleware, models, params, resources, testing
    from ._runtime.options import RequestOptions
    from ._runtime.problem import ProblemDetails
    from ._runtime.request import Request
    from ._runtime.response import Response
    from ._runtime.retry import RetryPolicy
    from .client import AsyncClient, Client
    from .errors import HarborError

__version__ = "0.1.0"
__api_version__ = "1"

__all__ = [
    "AsyncClient",
    "Client",
    "HarborError",
    "ProblemDetails",
    "Request",
    "RequestOptions",
    "Response",
    "RetryPolicy",
    "__api_version__",
    "__version__",
    "errors",
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
            ".": ("errors", "middleware", "models", "params", "resources", "testing"),
            "._runtime.options": ("RequestOptions",),
            "._runtime.problem": ("ProblemDetails",),
            "._runtime.request": ("Request",),
            "._runtime.response": ("Response",),
            "._runtime.retry": ("RetryPolicy",),
            ".client": ("AsyncClient", "Client"),
            ".errors": ("HarborError",),
        },
    )
