"""The names that middleware is written with."""

from __future__ import annotations

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


def plan_middleware() -> Page:
    """Plan the module of these names."""
    places = [Place("._runtime.middleware", name) for name in _NAMES]
    return plan_folder_index("middleware", _ABOUT, places)
