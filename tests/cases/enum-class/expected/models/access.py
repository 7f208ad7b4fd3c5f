"""Access."""

from __future__ import annotations

from .._runtime.enums import OpenStrEnum


class Access(OpenStrEnum):
    """Access."""

    EVERYBODY = "public"
    """Everybody: Whoever has the address."""

    STAFF = "staff"
