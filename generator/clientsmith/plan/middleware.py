"""The names that middleware is written with."""

from __future__ import annotations

from collections.abc import Collection

from clientsmith.styles import Extra

from .indexes import plan_folder_index
from .layout import Place
from .package import Page

_ABOUT = "What may stand around calls and attempts, and the types of it."
_NAMES = (
    "AsyncAttemptMiddleware",
    "AsyncAttemptNext",
    "AsyncCallNext",
    "AsyncMiddleware",
    "Attempt",
    "AttemptMiddleware",
    "AttemptNext",
    "CallNext",
    "Head",
    "Middleware",
    "Outcome",
    "Outgoing",
)


def plan_middleware(extras: Collection[Extra]) -> Page:
    """Plan the module of these names, and of middleware that is ready to use."""
    places = [Place("._runtime.middleware", name) for name in _NAMES]
    if "opentelemetry" in extras:
        places.append(Place("._runtime.tracing", "Tracing"))
    return plan_folder_index("middleware", _ABOUT, places)
